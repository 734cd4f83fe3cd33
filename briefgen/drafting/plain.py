"""Turn a plain text into blocks: headings by their numbers, or by standing alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.forms import ordinary
from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.asides import called
from briefgen.drafting.lines import blocks_of, heading_of, item_of, levelled
from briefgen.drafting.signed import apart, empty
from briefgen.drafting.tree import Block, Document, Grid, Heading, Listing, Paragraph, Spot
from briefgen.patterns import pattern
from briefgen.problems import UnfitError
from briefgen.record import Record

_REFUSED = pattern("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# A document that is broken into lines of even length is wrapped, if they are no longer than this.
_WIDEST, _NARROWEST, _SHARE = 110, 28, 0.8
_END = tuple('。.！!？?；;，,：:、…”"')
_LONGEST_HEADING, _LONGEST_TITLE, _LONGEST_NEWS = 60, 84, 130
# Shorter lines at the beginning are buttons of the page that a text was copied from.
_LEAST_TITLE, _BUTTONS = 9, 3
_MARKED = pattern(r"(?P<marks>#{1,6})\s+(?P<words>.+?)\s*#*")
# 地址：文一西路1218号, Phone: 555-0100: a line that says what it gives, beside another one.
_LABELLED = pattern(r"(?:[^\s，,。；;：:!?！？]{2,12}|[A-Z][\w &/-]{1,24})[：:]\s?\S")
# Lines without cells between two rows of a table.
_HEADS = 2
_FEWEST_ROWS, _LONGEST_LEAD = 3, 30
# (In thousands, unaudited): what is said of the line above it, and of what is below.
_ASIDE = pattern(r"[（(][^()（）]*[)）]")
_NUMBER = pattern(
    r"[(（]?[-−+]?(?:[A-Z]{2})?[$€£¥]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?%?[)）]?"
)
_YEAR = pattern(r"(?:19|20)\d\d")
_MONEY = ("$", "€", "£", "¥", "US$", "HK$")


class _Line(Record):
    text: str
    number: int


# What a page of a site has around its text, and nobody wrote for it.
_CHROME = pattern(
    r"(?:分享(?:到)?|下[载載]|打印(?:本页)?|全屏|收藏|【?字[号號体][：:]?|加大|[还還]原|[减減]小|】|>|首[页頁]|[关關]闭(?:窗口)?"
    r"|扫一扫.{0,20}|[浏瀏][览覽](?:次数|量)?[：:]?\d*|(?:时间|時間|来源|來源|发布时间|作者|编辑|责任编辑)[：:]?"
    r"|(?:省|市|县|区)?政府(?:信息公开|工作报告)|当前位置[：:].*)[：:]?"
)


def read_plain(data: bytes) -> Document:
    """A text in UTF-8, UTF-16 or GB 18030. Raises UnfitError where it is none."""
    lines = [line for line in decoded(data).split("\n") if not _CHROME.fullmatch(line.strip())]
    paragraphs = list(_paragraphs(lines))
    title, subtitle, rest = _titled(paragraphs)
    blocks = list(_blocks(rest))
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = list(_alone(blocks))
    return Document(title=title, subtitle=subtitle, blocks=levelled(blocks))


def decoded(data: bytes) -> str:
    """The text of bytes in one of the encodings that texts are saved in, with `\\n` at line ends.

    Raises UnfitError where they are no text.
    """
    if b"\0" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise UnfitError("draft-no-text-file")
    codecs = [codec for mark, codec in _MARKS if data.startswith(mark)]
    for codec in (*codecs, "utf-8", "gb18030", "latin-1"):
        try:
            text = data.decode(codec)
            break
        except UnicodeDecodeError:
            continue
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    return _REFUSED.sub("", ordinary(text)).replace("\u3000", " ").replace("\xa0", " ")


def _paragraphs(lines: Sequence[str]) -> Iterator[_Line]:
    """The paragraphs of a text, those that were broken into lines made whole again."""
    widths = [cells(line.rstrip()) for line in lines if line.strip()]
    wrapped = sum(width > _WIDEST for width in widths) * 50 <= len(widths)
    chunk: list[_Line] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            chunk.append(_Line(line, number))
            continue
        yield from _joined(chunk, wrapped)
        chunk = []


def _joined(chunk: Sequence[_Line], wrapped: bool) -> Iterator[_Line]:
    """The paragraphs of lines that no empty line parts."""
    widths = [cells(line.text.rstrip()) for line in chunk]
    kept: list[str] = []
    start = 0
    for at, line in enumerate(chunk):
        words = line.text.strip()
        indented = line.text[:2].isspace() and len(line.text) > 2 and has_hanzi(words)
        widest = max(widths[max(0, at - 4) : at + 4])
        full = at > 0 and wrapped and widths[at - 1] >= _SHARE * widest >= _SHARE * _NARROWEST
        ended = at > 0 and _ended(chunk[at - 1].text, widths[at - 1], widest)
        begins = bool(item_of(words) or heading_of(words) or _MARKED.fullmatch(words))
        begins = begins or _is_labelled(chunk, at) or _stands_alone(words)
        above = chunk[at - 1].text.strip() if at else ""
        after = at > 0 and (bool(_MARKED.fullmatch(above)) or _stands_alone(above))
        if kept and (begins or indented or after or not full or ended or len(_cells(words)) > 2):
            yield _Line(glued(kept), start)
            kept = []
        if not kept:
            start = line.number
        kept.append(words)
    if kept:
        yield _Line(glued(kept), start)


def _stands_alone(words: str) -> bool:
    """Whether a line belongs to none beside it: an office, a date, a page, a call from a seat."""
    return apart(words) or called(words)


def _is_labelled(chunk: Sequence[_Line], at: int) -> bool:
    """Whether a line and the one before it have a label each, and what it says."""
    here = bool(_LABELLED.match(chunk[at].text.strip()))
    before = at > 0 and bool(_LABELLED.match(chunk[at - 1].text.strip()))
    return here and before


def _ended(line: str, width: int, widest: int) -> bool:
    """Whether a line is the last of its paragraph, though it is nearly as wide as the others."""
    line = line.rstrip()
    if line.endswith(("：", ":", "；")):
        return True
    return line.endswith(("。", "！", "？")) and width < widest - 3


def glued(lines: Sequence[str]) -> str:
    """Lines as one, with a space only between Latin words; a word that was hyphenated is whole."""
    text = lines[0]
    for line in lines[1:]:
        latin = ord(text[-1]) < 0x2E80 and ord(line[0]) < 0x2E80
        if latin and text.endswith("-") and text[-2:-1].isalpha() and line[0].islower():
            text = text[:-1] + line
        else:
            text += (" " if latin else "") + line
    return text


def _blocks(lines: Sequence[_Line]) -> Iterator[Block]:
    """The blocks of lines: marked headings, tables of cells parted by | or by tabs, and text."""
    text: list[tuple[str, Spot]] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_row(lines, end, at):
            end += 1
        marked = _MARKED.fullmatch(lines[at].text)
        if end - at < _FEWEST_ROWS and not marked:
            text.append((lines[at].text, Spot("line", lines[at].number)))
            at += 1
            continue
        yield from blocks_of(text)
        text = []
        spot = Spot("line", lines[at].number)
        if marked:
            yield Heading(marked["words"], len(marked["marks"]), spot)
            at += 1
            continue
        rows = [_cells(line.text) for line in lines[at:end]]
        width = max(map(len, rows))
        begun = False
        made: list[tuple[str, ...]] = []
        for row in rows:
            begun = begun or len(row) >= width
            made.append(_full(row, width, heads=not begun))
        if sum(map(_is_number, made[0][1:])) * 2 > width - 1:
            made.insert(0, ("—",) * width)
        yield Grid(tuple(made), spot)
        at = end
    yield from blocks_of(text)


def _full(row: tuple[str, ...], width: int, heads: bool) -> tuple[str, ...]:
    """A row as wide as its table: one of heads stands above the columns behind the first."""
    missing = width - len(row)
    if heads and len(row) > 1 and missing and (width - 1) % len(row) == 0:
        each = (width - 1) // len(row)
        return ("", *(cell for head in row for cell in (head, *["<"] * (each - 1))))
    if missing and all(map(_is_number, row)):
        return ("", *row, *[""] * (missing - 1))
    return (*row, *[""] * missing)


def _is_number(cell: str) -> bool:
    """Whether a cell is a number, and no year."""
    return bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell)


def _is_row(lines: Sequence[_Line], at: int, first: int) -> bool:
    """Whether a line is one of a table that begins at `first`: of cells, or a short line between
    two of cells that says what follows; two such lines are heads, in capitals or with a colon."""
    if len(_cells(lines[at].text)) > 1:
        return True
    short = [line.text for line in lines[at : at + 1 + _HEADS]]
    behind = next((i for i, text in enumerate(short) if len(_cells(text)) > 1), 0)
    heads = short[:behind]
    if at == first or any(cells(text) > _LONGEST_HEADING for text in heads):
        return False
    return len(heads) == 1 or (bool(heads) and all(map(_is_head, heads)))


def _is_head(line: str) -> bool:
    return line.isupper() or line.endswith((":", "："))


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a line of a table; the line itself where it is none. A sign of money in a cell
    of its own belongs to the number behind it."""
    for sign in ("|", "\t"):
        if sign in line:
            made: list[str] = []
            for cell in line.strip().strip("|").split(sign):
                if made and made[-1] in _MONEY:
                    made[-1] += cell.strip()
                else:
                    made.append(cell.strip())
            return tuple(made)
    return (line,)


# What stands above the title of a news release.
_ABOVE = pattern(r"(?:PRESS |NEWS )?RELEASES?|NEWS|FOR IMMEDIATE RELEASE:?", 2)


def _may_title(words: str) -> bool:
    return cells(words) >= _LEAST_TITLE and not _ABOVE.fullmatch(words.strip())


def _titled(lines: Sequence[_Line]) -> tuple[str, str, Sequence[_Line]]:
    """The title of a text (its first line, where that stands alone), a second one in brackets or
    behind a dash, and the rest."""
    if not lines:
        return "", "", ()
    begin = next((at for at, line in enumerate(lines[:16]) if _may_title(line.text)), 0)
    above = begin > 0 and all(_ABOVE.fullmatch(line.text.strip()) for line in lines[:begin])
    if not above and (
        begin < _BUTTONS or any(line.text.endswith(_END[:5]) for line in lines[:begin])
    ):
        begin = 0
    before, lines = () if above else lines[:begin], lines[begin:]
    first = lines[0].text
    marked = _MARKED.fullmatch(first)
    first = marked["words"] if marked else first
    short = cells(first) <= (_LONGEST_NEWS if above else _LONGEST_TITLE) and not first.endswith(
        ("。", "；", "，", ",")
    )
    if not short or item_of(first) or len(lines) < 2:
        return "", "", [*before, *lines]
    second = lines[1].text if len(lines) > 2 else ""
    if second.startswith(("—", "--", "（", "(")) and cells(second) <= _LONGEST_TITLE:
        return first, second.strip("—- "), [*before, *lines[2:]]
    return first, "", [*before, *lines[1:]]


def _alone(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with short lines between paragraphs as headings."""
    for at, block in enumerate(blocks):
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and _leads(block.text, behind):
            yield Heading(block.text.rstrip(":： "), 1, block.spot)
            continue
        heads = (
            isinstance(block, Paragraph)
            and cells(block.text) <= _LONGEST_HEADING
            and not block.text.endswith(_END)
            and not _LABELLED.match(block.text)
            and not empty(block)
            and _is_below(block.text, behind)
            and (has_hanzi(block.text) or block.text[:1].isupper())
        )
        yield (
            Heading(block.text, 1, block.spot) if heads and isinstance(block, Paragraph) else block
        )


def _is_below(words: str, behind: Block | None) -> bool:
    """Whether a block is what a heading of these words can stand over: a list, or a longer
    paragraph."""
    if isinstance(behind, Listing):
        return len(behind.items) > 1
    longer = isinstance(behind, Paragraph) and len(behind.text) > 1.5 * len(words)
    return longer and isinstance(behind, Paragraph) and not _ASIDE.fullmatch(behind.text)


def _leads(words: str, behind: Block | None) -> bool:
    """Whether a short line with a colon stands over a list, or over lines with labels."""
    if not words.endswith(("：", ":")) or cells(words) > _LONGEST_LEAD or behind is None:
        return False
    return not isinstance(behind, Paragraph) or bool(_LABELLED.match(behind.text))
