"""Turn a plain text into blocks: headings by their numbers, or by standing alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.forms import ordinary
from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.lines import blocks_of, heading_of, item_of, levelled
from briefgen.drafting.tree import Block, Document, Heading, Paragraph, Spot
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
_WIDEST, _SHARE = 110, 0.72
_END = tuple('。.！!？?；;，,：:、…”"')
_LONGEST_HEADING, _LONGEST_TITLE = 60, 84
# Bytes of which no text is made.
_BINARY = 0.02


class _Line(Record):
    text: str
    number: int


def read_plain(data: bytes) -> Document:
    """A text in UTF-8, UTF-16 or GB 18030. Raises UnfitError where it is none."""
    lines = decoded(data).split("\n")
    paragraphs = list(_paragraphs(lines))
    title, subtitle, rest = _titled(paragraphs)
    listed = [(each.text, Spot("line", each.number)) for each in rest]
    blocks = list(blocks_of(listed))
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = list(_alone(blocks))
    return Document(title=title, subtitle=subtitle, blocks=levelled(blocks))


def decoded(data: bytes) -> str:
    """The text of bytes in one of the encodings that texts are saved in, with `\\n` at line ends.

    Raises UnfitError where they are no text.
    """
    if data[:1024].count(0) > len(data[:1024]) * _BINARY and data[:2] not in (
        b"\xff\xfe",
        b"\xfe\xff",
    ):
        raise UnfitError("draft-no-text-file")
    codecs = [codec for mark, codec in _MARKS if data.startswith(mark)]
    for codec in (*codecs, "utf-8", "gb18030", "latin-1"):
        try:
            text = data.decode(codec)
            break
        except UnicodeDecodeError:
            continue
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\t", " ")
    return _REFUSED.sub("", ordinary(text)).replace("\u3000", " ").replace("\xa0", " ")


def _paragraphs(lines: Sequence[str]) -> Iterator[_Line]:
    """The paragraphs of a text, those that were broken into lines made whole again."""
    widths = sorted(cells(line.rstrip()) for line in lines if line.strip())
    widest = widths[int(len(widths) * 0.95)] if widths else 0
    chunk: list[_Line] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            chunk.append(_Line(line, number))
            continue
        yield from _joined(chunk, widest)
        chunk = []


def _joined(chunk: Sequence[_Line], widest: int) -> Iterator[_Line]:
    """The paragraphs of lines that no empty line parts."""
    kept: list[str] = []
    start = 0
    for at, line in enumerate(chunk):
        words = line.text.strip()
        indented = line.text[:2].isspace() and len(line.text) > 2
        begins = bool(item_of(words) or heading_of(words)) or (indented and has_hanzi(words))
        full = at and _SHARE * widest <= cells(chunk[at - 1].text.rstrip()) and widest <= _WIDEST
        if kept and (begins or not full or _ended(chunk[at - 1].text, widest)):
            yield _Line(glued(kept), start)
            kept = []
        if not kept:
            start = line.number
        kept.append(words)
    if kept:
        yield _Line(glued(kept), start)


def _ended(line: str, widest: int) -> bool:
    return line.rstrip().endswith(("。", "：")) and cells(line.rstrip()) < widest - 4


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


def _titled(lines: Sequence[_Line]) -> tuple[str, str, Sequence[_Line]]:
    """The title of a text (its first line, where that stands alone), a second one in brackets or
    behind a dash, and the rest."""
    if not lines:
        return "", "", ()
    first = lines[0].text
    short = cells(first) <= _LONGEST_TITLE and not first.endswith(("。", "；", "，", ","))
    if not short or item_of(first) or len(lines) < 2:
        return "", "", lines
    second = lines[1].text if len(lines) > 2 else ""
    if second.startswith(("—", "--", "（", "(")) and cells(second) <= _LONGEST_TITLE:
        return first, second, lines[2:]
    return first, "", lines[1:]


def _alone(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with short lines between paragraphs as headings."""
    for at, block in enumerate(blocks):
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        heads = (
            isinstance(block, Paragraph)
            and cells(block.text) <= _LONGEST_HEADING
            and not block.text.endswith(_END)
            and isinstance(behind, Paragraph)
            and len(behind.text) > 1.5 * len(block.text)
            and (has_hanzi(block.text) or block.text[:1].isupper())
        )
        yield (
            Heading(block.text, 1, block.spot) if heads and isinstance(block, Paragraph) else block
        )
