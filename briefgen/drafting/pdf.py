"""Turn a PDF into blocks: headings by their size, paragraphs made whole across lines and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefgen.chinese.forms import ordinary
from briefgen.chinese.hanzi import cells
from briefgen.drafting.damage import damaged
from briefgen.drafting.lines import heading_of, item_of, led, levelled
from briefgen.drafting.pdf_judge import judge
from briefgen.drafting.pdf_order import Placed, furniture, ordered, without
from briefgen.drafting.pdf_page import Figure, Page, Run, read_page
from briefgen.drafting.pdf_tables import Table, tables
from briefgen.drafting.plain import glued
from briefgen.drafting.tree import (
    Block,
    Document,
    Grid,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Spot,
)
from briefgen.patterns import pattern
from briefgen.problems import Problem, UnfitError
from briefgen.record import Record, replace

MOST_PAGES = 3000
# Pictures are taken from so many pages; the slides of a draft come from the first.
_PAGES_OF_PICTURES = 80
_LARGER = 1.12
_LONGEST_HEADING, _LONGEST_BOLD = 130, 84
# Fewer characters a page than this are no text: the page was scanned.
_SCANNED = 15
_END = tuple('。.！!？?；;：:”"')
_UNENDED = tuple("。；;，,、")
_CONTENTS = pattern(r"(?:\.\s?){5,}|…{2,}|·{6,}|(?:．){5,}")
_CAPTION = pattern(r"(?:图|圖|Figure|Fig\.)\s*[\d一二三四五六七八九十]+|(?:表|Table)\s*\d+")
_LETTERS = pattern(r"\w")


class _Set(Record):
    """Lines that make a paragraph."""

    text: str
    size: float
    bold: bool
    page: int
    lines: int


def read_pdf(data: bytes) -> Document:
    """A PDF with text. Raises UnfitError where it cannot be read, is locked or was scanned."""
    import pypdfium2

    if b"%PDF-" not in data[:1024]:
        raise UnfitError("draft-not-pdf")
    judge(data)
    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        locked = "assword" in str(problem) or "ecurity" in str(problem)
        raise (UnfitError("draft-encrypted") if locked else damaged(problem)) from None
    with opened:
        pages = [*_pages(opened)]
        marks = _bookmarks(opened)
        title = str(opened.get_metadata_dict().get("Title", "")).strip()
    if not pages:
        raise damaged("pages")
    written = sum(len(_LETTERS.findall(run.text)) for page in pages for run in page.runs)
    if written < _SCANNED * len(pages):
        raise UnfitError("draft-scanned", pages=len(pages))
    scanned = [page.number for page in pages if not page.runs and page.number]
    pieces = _pieces(pages)
    found, blocks = _blocks(pieces, marks)
    told = (Problem.of("draft-scanned-pages", pages=tuple(scanned[:12])),) if scanned else ()
    return Document(
        title=found or (title if cells(title) < 90 and " " in title.strip() else ""),
        blocks=levelled(blocks),
        told=told,
    )


def _pages(opened: Any) -> Iterator[Page]:
    import pypdfium2

    count = len(opened)
    if count > MOST_PAGES:
        raise UnfitError("draft-many-pages", pages=count, most=MOST_PAGES)
    for at in range(count):
        try:
            page = opened[at]
            made = read_page(page, at + 1, at < _PAGES_OF_PICTURES)
        except pypdfium2.PdfiumError:
            continue
        page.close()
        runs = tuple(replace(run, text=ordinary(run.text)) for run in made.runs)
        yield replace(made, runs=runs)


def _bookmarks(opened: Any) -> dict[str, int]:
    """The level of each heading that the document's own contents name, by its bare letters."""
    marks: dict[str, int] = {}
    try:
        for mark in opened.get_toc(max_depth=6):
            marks.setdefault(_bare(mark.get_title()), mark.level + 1)
    except (RuntimeError, ValueError, UnicodeDecodeError):
        return marks
    return marks


def _bare(text: str) -> str:
    return "".join(_LETTERS.findall(text)).lower()


def _pieces(pages: Sequence[Page]) -> list[Placed]:
    repeated = furniture(pages)
    made: list[Placed] = []
    for page in pages:
        clean = without(page, repeated)
        grids, runs = tables(clean)
        made += ordered([*runs, *grids, *clean.figures], clean)
    return made


def _blocks(pieces: Sequence[Placed], marks: Mapping[str, int]) -> tuple[str, list[Block]]:
    """The title, and the blocks of pieces in reading order."""
    sizes: Counter[float] = Counter()
    for placed in pieces:
        if isinstance(placed.piece, Run):
            sizes[_round(placed.piece.size)] += len(placed.piece.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    sets = list(_sets(pieces))
    title = _title([each for each in sets if isinstance(each, _Set)], body)
    heads = {
        _round(each.size)
        for each in sets
        if isinstance(each, _Set) and each.size > body * _LARGER and each.text not in title
    }
    ranks = {size: rank for rank, size in enumerate(sorted(heads, reverse=True), 1)}
    blocks: list[Block] = []
    for each in sets:
        spot = Spot("page", each.page)
        if isinstance(each, Placed):
            _add_drawn(blocks, each, spot)
        elif each.text not in title and not _CONTENTS.search(each.text):
            _add_text(blocks, each, spot, body, ranks, marks)
    return glued(title) if title else "", blocks


def _round(size: float) -> float:
    return round(size * 2) / 2


def _title(sets: Sequence[_Set], body: float) -> tuple[str, ...]:
    """The words set largest on the first page with text, in their order."""
    if not sets:
        return ()
    first = [each for each in sets if each.page == sets[0].page]
    size = max(each.size for each in first)
    if size < body * _LARGER:
        return ()
    words = [each.text for each in first if each.size > size * 0.97]
    said = words[:2] if sum(map(cells, words[:2])) < 160 else words[:1]
    return tuple(said) if cells("".join(said)) < 200 else ()


def _add_drawn(blocks: list[Block], placed: Placed, spot: Spot) -> None:
    caption = ""
    last = blocks[-1] if blocks else None
    if isinstance(placed.piece, Table):
        if isinstance(last, Paragraph) and _CAPTION.match(last.text) and len(last.text) < 120:
            caption = last.text
            blocks.pop()
        blocks.append(Grid(placed.piece.rows, spot, caption))
    elif isinstance(placed.piece, Figure):
        blocks.append(Picture(placed.piece.data, placed.piece.ending, spot))


def _add_text(
    blocks: list[Block],
    each: _Set,
    spot: Spot,
    body: float,
    ranks: Mapping[float, int],
    marks: Mapping[str, int],
) -> None:
    text = each.text
    last = blocks[-1] if blocks else None
    if isinstance(last, Picture) and not last.caption and _CAPTION.match(text) and len(text) < 300:
        blocks[-1] = replace(last, caption=text)
        return
    level = _level(each, body, ranks, marks)
    if level:
        if isinstance(last, Heading) and last.level == level and not heading_of(text):
            joined = cells(last.text + text) <= _LONGEST_BOLD and last.text[-1:] not in "。."
            if joined and last.spot == spot and each.size > body * 1.3:
                blocks[-1] = replace(last, text=glued((last.text, text)))
                return
        blocks.append(Heading(text, level, spot))
    elif (lead := led(text)) is not None:
        blocks += [Heading(lead[1], 20 + lead[0], spot), Paragraph(lead[2], spot)]
    elif (item := item_of(text)) and len(text) < 400:
        if isinstance(last, Listing) and last.numbered == item[0]:
            blocks[-1] = replace(last, items=(*last.items, Item(item[1])))
        else:
            blocks.append(Listing((Item(item[1]),), item[0], spot))
    else:
        blocks.append(Paragraph(text, spot))


def _level(each: _Set, body: float, ranks: Mapping[float, int], marks: Mapping[str, int]) -> int:
    """The level of a heading: of bookmarks, then of sizes, then of numbers, then bold; 0: none."""
    text = each.text
    if cells(text) > _LONGEST_HEADING or "@" in text or not _LETTERS.search(text):
        return 0
    if level := marks.get(_bare(text), 0):
        return level
    depth = max(marks.values(), default=0)
    if text.endswith(_UNENDED) or _CAPTION.match(text):
        return 0
    if each.size > body * _LARGER and each.lines <= 4 and len(text) > 1:
        return 10 + ranks.get(_round(each.size), 1) if not depth else depth + 1
    if (found := heading_of(text)) and each.lines <= 2:
        return 20 + found[0]
    plain = each.bold and each.lines == 1 and not item_of(text) and not text.endswith(".")
    return 30 if plain and cells(text) <= _LONGEST_BOLD and len(text) > 2 else 0


def _sets(pieces: Sequence[Placed]) -> Iterator[_Set | Placed]:
    """The paragraphs of runs, and what else there is, in order."""
    lines: list[Placed] = []
    for each in pieces:
        if not isinstance(each.piece, Run):
            # A table or picture may stand within a paragraph that goes on behind it.
            if lines:
                yield _whole(lines)
                lines = []
            yield each
            continue
        if lines and _begins(lines, each):
            yield _whole(lines)
            lines = []
        lines.append(each)
    if lines:
        yield _whole(lines)


def _begins(lines: Sequence[Placed], here: Placed) -> bool:
    """Whether a run begins a paragraph after the lines before it."""
    last, run = lines[-1], here.piece
    before = last.piece
    if not isinstance(before, Run) or not isinstance(run, Run):
        return True
    size = max(before.size, run.size)
    if abs(before.middle - run.middle) < 0.5 * size and here.page == last.page:
        return False
    if abs(before.size - run.size) > 0.1 * size or before.bold != run.bold:
        return True
    if heading_of(run.text) or item_of(run.text):
        return True
    room = last.right - before.x1
    ended = before.text.rstrip().endswith(_END) and room > 0.12 * (last.right - last.left)
    down = run.y0 - before.y1
    if here.page != last.page or down < -size:
        # Another column or page: the sentence goes on unless it was at its end.
        return before.text.rstrip().endswith(_END) or run.text[:1].isupper() or size > 15
    if down > 0.75 * size or ended:
        return True
    first = len(lines) == 1 or not isinstance(lines[-2].piece, Run)
    indented = run.x0 - before.x0 > 1.1 * run.size
    return indented and (not first or before.text.rstrip().endswith(_END))


def _whole(lines: Sequence[Placed]) -> _Set:
    runs = [each.piece for each in lines if isinstance(each.piece, Run)]
    texts: list[str] = []
    middle = float("-inf")
    count = 0
    for run in runs:
        if texts and abs(run.middle - middle) < 0.5 * run.size:
            texts[-1] = f"{texts[-1].rstrip()} {run.text.strip()}"
        else:
            texts.append(run.text.strip())
            count += 1
        middle = run.middle
    size = max(runs, key=lambda each: len(each.text)).size
    bold = all(run.bold for run in runs)
    return _Set(" ".join(glued(texts).split()), size, bold, lines[0].page, count)
