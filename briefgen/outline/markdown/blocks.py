"""Turn the lines of a Markdown document into blocks that know their place.

What of CommonMark 0.31.2 and GitHub's tables an outline needs: headings, paragraphs, lists within
lists, tables, quotes, pictures, fenced YAML, comments. Inline marks are left to the texts. Each
line is looked at once a level, so that time goes by length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from re import Match
from typing import TypeAlias

from briefgen.outline.markdown.pieces import Piece, attributes
from briefgen.outline.reading.nodes import Entry
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems
from briefgen.record import Record, State, field

_HEADING = pattern(r" {0,3}(#{1,6})(?:[ \t]+(?P<title>.*?))??(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = pattern(r" {0,3}(?:(=)+|(-)+)[ \t]*$")
_BREAK = pattern(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = pattern(r" {0,3}(?P<sign>`{3,}|~{3,})[ \t]*(?P<info>[^`\s]*)[^`]*$")
_ITEM = pattern(r"(?P<indent> {0,3})(?P<sign>[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
_QUOTE = pattern(r" {0,3}>[ \t]?")
_RULE = pattern(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PICTURE = pattern(
    r"""!\[(?P<alt>(?:\\.|[^\]\\])*)\]\(\s*<?(?P<file>[^\s()<>"]*)>?(?:\s+"(?P<title>[^"]*)")?\s*\)"""
)
_COMMENT = pattern(r" {0,3}<!--")
# Lists in lists, quotes in lists: deeper than any outline, shallower than any stack.
_DEEPEST = 12


class Line(Record):
    """A line of the document from some column on: its number and that column, from 1."""

    number: int
    column: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    def after(self, width: int) -> Line:
        """The line without so many characters at its start."""
        return Line(self.number, self.column + width, self.text[width:])


class Heading(Record):
    """A heading, its title without its attributes."""

    level: int
    title: Piece
    given: dict[str, Entry]
    mark: Mark


class Words(Record):
    """A paragraph."""

    piece: Piece


class Item(Record):
    """What stands in an item of a list."""

    blocks: tuple[Block, ...]
    mark: Mark


class Listing(Record):
    """A list; `numbered` as its first item says."""

    items: tuple[Item, ...]
    numbered: bool
    mark: Mark


class Cells(Record):
    """A table: its header, its rows."""

    header: tuple[Piece, ...]
    rows: tuple[tuple[Piece, ...], ...]
    mark: Mark


class Quote(Record):
    """Somebody's words, paragraph by paragraph."""

    paragraphs: tuple[Piece, ...]
    mark: Mark


class Picture(Record):
    """A picture: what it shows, its file, its caption, and its attributes."""

    alt: Piece
    file: Piece
    caption: Piece
    given: dict[str, Entry]
    mark: Mark


class Fence(Record):
    """Lines between fences, and of which language they are; `first` is the number of the first."""

    info: str
    text: str
    first: int
    mark: Mark


class Comment(Record):
    """What stands in a comment."""

    piece: Piece
    mark: Mark


Block: TypeAlias = Heading | Words | Listing | Cells | Quote | Picture | Fence | Comment


def blocks(lines: Sequence[Line], file: str, problems: Problems, depth: int = 0) -> list[Block]:
    """The blocks that lines make, in their order."""
    reader = _Reader(list(lines), file, problems, depth)
    while reader.at < len(reader.lines):
        reader.step()
    return reader.found


class _Reader(State):
    """Lines while blocks are made of them, and how far that has come."""

    lines: list[Line]
    file: str
    problems: Problems
    depth: int
    at: int = 0
    found: list[Block] = field(default_factory=list)

    def step(self) -> None:
        """Read the block that begins at this line, or pass over a blank one."""
        line = self.lines[self.at]
        if line.blank or _BREAK.match(line.text):
            self.at += 1
        elif heading := _HEADING.match(line.text):
            self._heading(line, heading)
        elif _COMMENT.match(line.text):
            self._comment(line)
        elif fence := _FENCE.match(line.text):
            self._fence(line, fence["sign"], fence["info"])
        elif _QUOTE.match(line.text) and self.depth < _DEEPEST:
            self._quote()
        elif _ITEM.match(line.text) and self.depth < _DEEPEST:
            self._list(line)
        elif self._is_table():
            self._table(line)
        else:
            self._words(line)

    def mark(self, line: Line, column: int = 0) -> Mark:
        return Mark(self.file, line.number, line.column + column)

    def piece(self, line: Line, start: int, end: int) -> Piece:
        return Piece(line.text, self.mark(line)).cut(start, end)

    def _heading(self, line: Line, match: Match[str]) -> None:
        level = len(match[1])
        start, end = match.span("title")
        self.at += 1
        self._titled(level, self.piece(line, start, end) if start >= 0 else None, line)

    def _titled(self, level: int, title: Piece | None, line: Line) -> None:
        start = len(line.text) - len(line.text.lstrip())
        title = title or Piece("", self.mark(line, len(line.text.rstrip())))
        title, given = attributes(title, self.problems)
        self.found.append(Heading(level, title, given, self.mark(line, start)))

    def _comment(self, line: Line) -> None:
        start = line.text.index("<!--")
        whole = self._until(lambda text: "-->" in text, start + 4)
        if whole is None:
            self.problems.add("md-comment-open", self.mark(line, start))
            self.at = len(self.lines)
            return
        end = whole.raw.index("-->")
        self.found.append(Comment(whole.cut(0, end), self.mark(line, start)))

    def _until(self, ends: Callable[[str], bool], skip: int) -> Piece | None:
        """The characters from here, but for so many, to the end of the first line that ends it."""
        first = self.lines[self.at]
        texts = [first.text[skip:]]
        at = self.at
        while not ends(texts[-1]):
            at += 1
            if at == len(self.lines):
                return None
            texts.append(" " * (self.lines[at].column - 1) + self.lines[at].text)
        self.at = at + 1
        return Piece("\n".join(texts), self.mark(first, skip))

    def _fence(self, line: Line, sign: str, info: str) -> None:
        end = self.at + 1
        while end < len(self.lines):
            closing = self.lines[end].text.strip()
            if closing.startswith(sign) and not closing.strip(sign[0]):
                break
            end += 1
        else:
            self.problems.add("md-fence-open", self.mark(line))
        inner = self.lines[self.at + 1 : end]
        text = "\n".join(" " * (each.column - 1) + each.text for each in inner)
        self.found.append(Fence(info.lower(), text, line.number + 1, self.mark(line)))
        self.at = end + 1

    def _quote(self) -> None:
        first = self.lines[self.at]
        inner = []
        while self.at < len(self.lines) and (match := _QUOTE.match(self.lines[self.at].text)):
            inner.append(self.lines[self.at].after(match.end()))
            self.at += 1
        within = blocks(inner, self.file, self.problems, self.depth + 1)
        said = tuple(each.piece for each in within if isinstance(each, Words))
        for each in within:
            if not isinstance(each, Words):
                self.problems.add("md-in-quote", each.mark)
        self.found.append(Quote(said, self.mark(first)))

    def _list(self, line: Line) -> None:
        """A list: its items are what begins alike, and what is indented below each."""
        first = _ITEM.match(line.text)
        assert first
        same = first["sign"][-1]
        items: list[Item] = []
        while self.at < len(self.lines):
            now = self.lines[self.at]
            match = _ITEM.match(now.text)
            if not match or match["sign"][-1] != same or _BREAK.match(now.text):
                break
            items.append(self._item(now, match.end(), len(match["indent"] + match["sign"]) + 1))
        numbered = same in ".)"
        self.found.append(Listing(tuple(items), numbered, self.mark(line, len(first["indent"]))))

    def _item(self, line: Line, width: int, least: int) -> Item:
        # Five blanks and more behind the sign are one, and then code (5.2); here all are blanks.
        inner = [line.after(width)]
        self.at += 1
        wanted = min(width, least) if line.text[width:].strip() else least
        open_words = bool(line.text[width:].strip())
        while self.at < len(self.lines):
            now = self.lines[self.at]
            if now.blank:
                following = next((x for x in self.lines[self.at :] if not x.blank), None)
                if following is None or _indent(following) < wanted:
                    break
                open_words = False
                inner.append(now)
            elif _indent(now) >= wanted:
                inner.append(now.after(min(_indent(now), width)))
                open_words = True
            elif open_words and not self._begins(now):
                inner.append(now.after(_indent(now)))
            else:
                break
            self.at += 1
        while self.at < len(self.lines) and self.lines[self.at].blank:
            self.at += 1
        within = blocks(inner, self.file, self.problems, self.depth + 1)
        return Item(tuple(within), self.mark(line, width))

    def _begins(self, line: Line) -> bool:
        """Whether a line begins a block, and does not go on with the paragraph above it."""
        text = line.text
        return bool(
            _HEADING.match(text)
            or _FENCE.match(text)
            or _QUOTE.match(text)
            or _BREAK.match(text)
            or _COMMENT.match(text)
            or _ITEM.match(text)
        )

    def _is_table(self) -> bool:
        if self.at + 1 >= len(self.lines) or "|" not in self.lines[self.at].text:
            return False
        rule = self.lines[self.at + 1].text
        return "|" in rule and bool(_RULE.match(rule))

    def _table(self, line: Line) -> None:
        header = self._cells(line)
        self.at += 2
        rows = []
        while self.at < len(self.lines) and "|" in self.lines[self.at].text:
            rows.append(self._cells(self.lines[self.at]))
            self.at += 1
        self.found.append(Cells(header, tuple(rows), self.mark(line)))

    def _cells(self, line: Line) -> tuple[Piece, ...]:
        """The cells of a row: what stands between bars without a backslash before them."""
        text = line.text.rstrip()
        bars = [at for at, char in enumerate(text) if char == "|" and not _escaped(text, at)]
        start = len(text) - len(text.lstrip())
        if not bars or bars[0] != start:
            bars = [start - 1, *bars]
        if bars[-1] != len(text) - 1:
            bars.append(len(text))
        pairs = pairwise(bars)
        return tuple(self.piece(line, one + 1, other) for one, other in pairs)

    def _words(self, line: Line) -> None:
        """A paragraph; a heading where it is underlined, pictures where it holds nothing else."""
        texts = [line.text]
        self.at += 1
        while self.at < len(self.lines):
            now = self.lines[self.at]
            under = _UNDERLINE.match(now.text)
            if under and len(texts) == 1 and self.depth == 0:
                self.at += 1
                self._titled(1 if under[1] else 2, self.piece(line, 0, len(line.text)), line)
                return
            if now.blank or self._begins(now) or self._is_table():
                break
            texts.append(" " * (now.column - 1) + now.text)
            self.at += 1
        whole = Piece("\n".join(texts), self.mark(line))
        piece = whole.cut(0)
        if not self._pictures(piece):
            self.found.append(Words(piece))

    def _pictures(self, piece: Piece) -> bool:
        """Take a paragraph of pictures alone, each with its attributes, as these."""
        made: list[Block] = []
        at = 0
        while match := _PICTURE.match(piece.raw, at):
            end = piece.raw.find("![", match.end())
            rest, given = attributes(
                piece.cut(match.end(), end if end > 0 else None), self.problems
            )
            if rest.raw:
                return False
            alt, path = piece.cut(*match.span("alt")), piece.cut(*match.span("file"))
            title = match.span("title")
            caption = piece.cut(*title) if title[0] >= 0 else Piece("", piece.mark)
            made.append(Picture(alt, path, caption, given, piece.place(match.start())))
            if end < 0:
                self.found.extend(made)
                return True
            at = end
        return False


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip(" "))


def _escaped(text: str, at: int) -> bool:
    backslashes = len(text[:at]) - len(text[:at].rstrip("\\"))
    return backslashes % 2 == 1
