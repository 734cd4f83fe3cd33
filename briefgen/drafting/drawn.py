"""Turn tables and pictures into slides: tables of few numbers into charts, wide ones into two."""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO, StringIO
from itertools import pairwise

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Attachment, Card, Value
from briefgen.drafting.rows import headed
from briefgen.drafting.signed import apart
from briefgen.drafting.tree import Grid, Picture
from briefgen.drafting.wording import point, title
from briefgen.patterns import pattern
from briefgen.record import Record, replace

_COLUMNS, _ROWS, _MOST_ROWS = 8, 12, 150
# Columns that a cell may take; what is longer stands whole in the notes.
_CELL, _PLAIN_CELL, _HEAD, _FIRST = 90, 40, 44, 36
_NUMBER = pattern(r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?%?")
_UNIT = pattern(r"[（(](?P<unit>[^（()）\d]{1,8})[)）]\s*$")
_YEAR = pattern(r"(?:19|20)\d\d\s?年?")
# A chart has so many values; bars lie beside so many names.
_FEWEST, _MOST, _BARS = 3, 12, 8
_SMALLEST = 110
_BYTES, _PIXELS = 20_000_000, 40_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")


def table_cards(grid: Grid, name: str) -> Iterator[Card]:
    """The slides of a table, or of the chart that it is: as many as its columns and rows take."""
    rows = headed(_filled(grid.rows))
    if not rows:
        return
    own, note = said_of(grid.caption)
    name = own or name
    notes = grid.caption if len(name) < len(grid.caption) else ""
    if len(rows) == 1 or len(rows[0]) == 1:
        yield _listed(name, [cell for row in rows for cell in row], notes, grid)
        return
    made: list[Card] = []
    if chart := _chart(name, rows, notes, grid):
        made.append(chart)
    if not made or chart_is_part(rows):
        for columns in _column_groups(len(rows[0])):
            part = [[row[at] for at in columns] for row in rows]
            for start in range(1, len(part), _MOST_ROWS):
                some = [part[0], *part[start : start + _MOST_ROWS]]
                made.append(_table(name, some, "" if made else notes))
    if note:
        made = [replace(each, fields={**each.fields, "note": note}) for each in made]
    yield replace(made[0], blocks=(grid,))
    yield from made[1:]


def said_of(caption: str) -> tuple[str, str]:
    """The title that a caption makes ("" for none), and its line of units, if it has one."""
    lines = [line for line in caption.split("\n") if line.strip()]
    units = [line for line in lines if _UNITS.match(line)]
    # Whose the table is and what stands in brackets says nothing of what it is.
    besides = [line for line in lines if line in units or apart(line) or _ASIDE.fullmatch(line)]
    rest = " ".join(line for line in lines if line not in besides)
    bare = _CALLED.sub("", rest).strip(" ：:.．、】]") or rest
    return (title(bare) if cells(bare) > 7 else ""), (units[0] if units else "")


_ASIDE = pattern(r"[（(][^()（）]*[)）]")
_UNITS = pattern(
    r"[（(]?\s*(?:单位|單位|计量单位|Unit\b|Units\b"
    r"|(?:Amounts |All amounts |Dollars |Expressed )?in (?:thousands|millions|billions)\b)",
    2,
)
_CALLED = pattern(
    r"^[【\[（(]?\s*(?:附?[图圖表]|Figure|Fig\.|Table|TABLE|FIGURE|Chart)\s*"
    r"[\d一二三四五六七八九十]+[-.．\d]*\s*[:：.、]?\s*"
)


def _filled(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows and columns that hold something; cells that go on from others in rectangles alone,
    any other cell of theirs says their words again."""
    signs = ("", "<", "^")
    kept = [list(row) for row in rows if any(cell.strip() not in signs for cell in row)]
    if not kept:
        return []
    wide = max(map(len, kept))
    for row in kept:  # of a damaged table one may have fewer cells than others
        row.extend([""] * (wide - len(row)))
    full = [i for i in range(wide) if any(row[i].strip() not in signs for row in kept)]
    grid = [[" ".join(row[i].split()) for i in full] for row in kept]
    _unspan(grid)
    return grid


def _unspan(grid: list[list[str]]) -> None:
    """Write the words of a spanned cell into each of its places where it is no rectangle, goes on
    below the header, or where the table is parted."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            before = (y, x - 1) if cell == "<" else (y - 1, x) if cell == "^" else None
            owner[y, x] = owner.get(before, (y, x)) if before else (y, x)
            if owner[y, x] == (y, x) and before:
                row[x] = ""
    parted = len(grid[0]) > _COLUMNS or len(grid) > _MOST_ROWS
    for first in {each for at, each in owner.items() if at != each}:
        places = [at for at, each in owner.items() if each == first]
        wide = 1 + max(x for _, x in places) - first[1]
        tall = 1 + max(y for y, _ in places) - first[0]
        if parted or len(places) < wide * tall or (first[0] == 0 and tall > 1):
            for y, x in places:
                grid[y][x] = grid[first[0]][first[1]]


def _listed(name: str, said: Sequence[str], notes: str, grid: Grid) -> Card:
    """What stands in one row or column, as points."""
    points = [cell for cell in said if cell not in ("", "<", "^")]
    short: list[Value] = [point(each) for each in points[:7]]
    whole = "\n".join(filter(None, (notes, *points)))
    kind, fields = (
        ("bullets", {"points": short}) if len(short) > 1 else ("text", {"text": points[0]})
    )
    return Card(kind=kind, title=name, fields=fields, notes=whole, blocks=(grid,))


def _column_groups(count: int) -> Iterator[list[int]]:
    """The columns of each slide; the first, which names the rows, stands on all of them."""
    if count <= _COLUMNS:
        yield list(range(count))
        return
    slides = -(-(count - 1) // (_COLUMNS - 1))
    size = -(-(count - 1) // slides)
    for start in range(1, count, size):
        yield [0, *range(start, min(start + size, count))]


def _table(name: str, rows: Sequence[Sequence[str]], notes: str) -> Card:
    header, body = _heads(rows[0]), rows[1:]
    long = [cell for cell in rows[0] if cells(cell) > _HEAD]
    long += [cell for row in body for cell in row if cells(cell) > _CELL]
    whole = "\n".join(filter(None, (notes, *long)))
    shown = [[cut(cell, _CELL) for cell in row] for row in body]
    pages = _pages(shown)
    said = "\n".join("\t".join(c for c in row if c not in ("<", "^")) for row in rows)
    plain = Card(
        kind="table",
        title=name,
        fields={
            "header": header,
            "rows": [[cut(_bare(cell), _PLAIN_CELL) for cell in row] for row in body],
        },
        notes="\n".join(filter(None, (notes, said))),
        pages=pages,
    )
    fields: dict[str, Value] = {"header": header, "rows": shown}
    card = Card(kind="table", title=name, fields=fields, notes=whole, pages=pages, plain=plain)
    if not _is_data(header, body):
        return card
    file = _csv([header, *body])
    return replace(card, fields={"data": {"file": file.path}}, files=(file,), plain=card)


def _bare(cell: str) -> str:
    return "" if cell in ("<", "^") else cell


def _heads(header: Sequence[str]) -> list[str]:
    """The headings of columns: none empty, none twice."""
    made: list[str] = []
    for at, head in enumerate(header):
        name = cut(_bare(head), _HEAD) if head != "<" or not at else made[-1]
        # What all of a table is called is no name of its first column.
        name = "" if not at and cells(head) > _FIRST else name
        made.append(name or ("—" if made else _first(header)))
    return made


def _first(header: Sequence[str]) -> str:
    """What the column of names is called that has no heading."""
    return "项目" if any(map(has_hanzi, header)) else "Item"


def _pages(rows: Sequence[Sequence[str]]) -> int:
    """How many slides rows take, by the room of their columns."""
    across = len(rows[0]) if rows else 1
    room = max(8, 100 // across)
    lines = sum(max(-(-cells(cell) // room) or 1 for cell in row) for row in rows)
    return max(-(-lines // 13), -(-len(rows) // _ROWS), 1)


def _is_data(header: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a table is one of numbers, which can stand in a file as it is."""
    if len(set(header)) < len(header) or "—" in header[1:] or len(body) > 60:
        return False
    names = [row[0] for row in body]
    values = [cell for row in body for cell in row[1:]]
    spanned = any(cell in ("<", "^") for row in body for cell in row)
    numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in values)
    whole = all(names) and len(set(names)) == len(names) and all(values)
    return whole and not spanned and numbers >= 0.7 * len(values)


def _csv(rows: Sequence[Sequence[str]]) -> Attachment:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    data = out.getvalue().encode()
    return Attachment(f"data/table-{sha256(data).hexdigest()[:6]}.csv", data)


def chart_is_part(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a chart of a table shows less than the table."""
    return len(rows[0]) > 2


def _chart(name: str, rows: Sequence[Sequence[str]], notes: str, grid: Grid) -> Card | None:
    """The chart of a table: names and one column of numbers of one unit, or years and a few."""
    header, body = _heads(rows[0]), rows[1:]
    if not (_FEWEST <= len(body) <= _MOST and len(header) in (2, 3, 4)) or not _is_data(
        header, body
    ):
        return None
    columns = list(zip(*body, strict=True))
    kind = _form(header, columns)
    if not kind:
        return None
    file = _csv([header, *body])
    said = "\n".join("\t".join(row) for row in rows)
    table = _table(name, rows, notes)
    return Card(
        kind=kind,
        title=name,
        fields={"data": {"file": file.path}},
        notes="\n".join(filter(None, (notes, said))),
        files=(file,),
        plain=table if len(header) == 2 else None,
    )


def _form(header: Sequence[str], columns: Sequence[tuple[str, ...]]) -> str:
    """Which chart columns make: years one or several of one unit, names one; "" where none."""
    units = {_unit(head, column) for head, column in zip(header[1:], columns[1:], strict=True)}
    values = [cell for column in columns[1:] for cell in column]
    plain = all(_NUMBER.fullmatch(cell) and cell[0] not in "-−+" for cell in values)
    if len(units) > 1 or None in units or not plain:
        return ""
    if all(_YEAR.fullmatch(cell) for cell in columns[0]):
        steps = {int(b[:4]) - int(a[:4]) for a, b in pairwise(columns[0])}
        single = "column" if len(header) == 2 else "trend"
        return single if steps == {1} else ""
    return "bar" if len(header) == 2 and len(columns[0]) <= _BARS else ""


def _unit(head: str, column: Sequence[str]) -> str | None:
    """The unit of a column: that of its heading in brackets, or %; None where it has none."""
    if all(cell.endswith("%") for cell in column):
        return "%"
    match = _UNIT.search(head)
    return match["unit"] if match and not any(cell.endswith("%") for cell in column) else None


def cut(cell: str, most: int) -> str:
    """A text of so many columns at most."""
    if cells(cell) <= most:
        return cell
    kept = ""
    for character in cell:
        if cells(kept + character) > most - 2:
            break
        kept += character
    if not has_hanzi(cell) and not cell[len(kept) : len(kept) + 1].isspace():
        # English is cut between words.
        kept = kept.rpartition(" ")[0] or kept
    return kept.rstrip(" ,;:") + "…"


class Shown(Record):
    """A picture that can be shown: its file in the project, and its size in pixels."""

    file: Attachment
    width: int
    height: int


def ready(picture: Picture) -> Shown | None:
    """A picture as a file of the project; None where it is small, damaged or in another form."""
    from PIL import Image

    if not picture.data or len(picture.data) > _BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(BytesIO(picture.data), formats=_FORMATS)
            width, height = image.size
            if (
                width * height > _PIXELS
                or max(width, height) < _SMALLEST
                or min(width, height) < 40
            ):
                return None
            image.load()
    except Exception:
        return None
    ending = {"JPEG": "jpg", "TIFF": "tif"}.get(image.format or "", (image.format or "").lower())
    name = f"images/{sha256(picture.data).hexdigest()[:8]}.{ending}"
    return Shown(Attachment(name, picture.data), width, height)


def picture_cards(pictures: Sequence[Picture], name: str) -> Iterator[Card]:
    """The slides of pictures that follow each other: two to four of a kind stand together. One
    that cannot be shown has none."""
    shown = [(picture, made) for picture in pictures if (made := ready(picture))]
    at = 0
    while at < len(shown):
        group = shown[at : at + (len(shown) - at if len(shown) - at <= 3 else 2)]
        at += len(group)
        captions = [each.caption for each, _ in group if each.caption]
        own, note = said_of(captions[0]) if len(captions) == 1 else ("", "")
        fields: dict[str, Value] = {}
        if len(group) == 1:
            fields["image"] = image_field(*group[0])
        else:
            fields["images"] = [image_field(*each) for each in group]
            fields["fit"] = "contain"
        yield Card(
            kind="image",
            title=own or name,
            fields={**fields, "note": note} if note else fields,
            notes="\n".join(captions),
            blocks=tuple(each for each, _ in group),
            files=tuple(made.file for _, made in group),
        )


def image_field(picture: Picture, shown: Shown) -> dict[str, Value]:
    """What a slide says of a picture."""
    field: dict[str, Value] = {"file": shown.file.path}
    if said := picture.alt or picture.caption.split("\n")[0]:
        field["alt"] = said
    called = picture.caption.split("\n")[0]
    if called and cells(called) <= 60:
        field["caption"] = called
    field["fit"] = "contain"
    return field
