"""Turn a piece of a Markdown document into a scalar that knows its place.

Marks within a text (`**strong**`, `[words](https://…)`) are an author's marks in an outline of
either form, so they stay as they are written; only what takes a sign's meaning away from the
document itself is undone here: a backslash before a sign, a line end, `<br>` in a table.
"""

from __future__ import annotations

from re import Match

from briefgen.outline.reading.nodes import Entry, Scalar
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems
from briefgen.record import Record

# A backslash before a sign of ASCII (CommonMark 0.31.2, 2.4). Before these it is the text's own.
_ESCAPE = pattern(r"""\\([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])""")
_OWN = frozenset("*^~`[]<#_@")
# A line that ends in two spaces or a backslash goes on in a line of its own (6.7).
_HARD = pattern(r"(?: {2,}|(?<!\\)\\)\n[ \t]*")
_SOFT = pattern(r"[ \t]*\n[ \t]*")
_BREAK = pattern(r"\s*<br\s*/?>\s*")
# What stands in braces at the end of a heading, an item or a picture, and each word of it.
_BRACES = pattern(r"""[ \t]*\{(?P<inside>(?:[^{}"\n]|"[^"\n]*")*)\}[ \t]*$""")
_WORD = pattern(
    r"""#(?P<id>[^\s#="]+)|(?P<key>[A-Za-z_][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+))"""
)


class Piece(Record):
    """Characters of a document, and where the first of them stands."""

    raw: str
    mark: Mark

    def cut(self, start: int, end: int | None = None) -> Piece:
        """A part of the piece, by its characters, without the blanks around it."""
        end = len(self.raw) if end is None else end
        while start < end and self.raw[start].isspace():
            start += 1
        while end > start and self.raw[end - 1].isspace():
            end -= 1
        return Piece(self.raw[start:end], self.place(start))

    def place(self, at: int) -> Mark:
        """Where one of its characters stands."""
        lines = self.raw.count("\n", 0, at)
        column = at - self.raw.rfind("\n", 0, at) if lines else self.mark.column + at
        return Mark(self.mark.file, self.mark.line + lines, column)

    def scalar(self, table: bool = False) -> Scalar:
        """What it says, as a text of an outline; `table` in a cell, where `<br>` is a line end."""
        text = _BREAK.sub("\n", self.raw) if table else self.raw
        text = _HARD.sub("\0", text)
        folded = "\n" in text and not table
        text = (text if table else _SOFT.sub(" ", text)).replace("\0", "\n")
        return Scalar(_ESCAPE.sub(_unescaped, text), self.mark, False, folded, self.raw)


def _unescaped(match: Match[str]) -> str:
    sign = match[1]
    if sign in "{}":
        return sign * 2
    return f"\\{sign}" if sign in _OWN else sign


def attributes(piece: Piece, problems: Problems) -> tuple[Piece, dict[str, Entry]]:
    """A piece without the attributes at its end, and these: `{kind=bar #id note="more words"}`.

    Braces in which no word is `#id` or `key=value` are a figure, and stay.
    """
    match = _BRACES.search(piece.raw)
    if match is None or not _WORD.search(match["inside"]):
        return piece, {}
    found: dict[str, Entry] = {}
    at, end = match.span("inside")
    while at < end:
        if piece.raw[at].isspace():
            at += 1
            continue
        word = _WORD.match(piece.raw, at, end)
        if word is None:
            rest = piece.raw[at:end].split()[0]
            problems.add("md-attribute", piece.place(at), written=rest)
            at += len(rest)
            continue
        key, value, group = ("id", word["id"], "id")
        if word["key"]:
            group = "plain" if word["quoted"] is None else "quoted"
            key, value = word["key"], word[group]
        mark = piece.place(word.start(group))
        if key in found:
            first = found[key].key.line
            problems.add("duplicate-key", mark, key=key, first=first, second=mark.line)
        else:
            found[key] = Entry(piece.place(at), Scalar(value, mark, False, False, value))
        at = word.end()
    return piece.cut(0, match.start()), found


def led(piece: Piece) -> tuple[Piece, Piece] | None:
    """The strong words that a piece begins with, and what follows them; None where it does not
    begin so."""
    raw = piece.raw
    if not raw.startswith("**") or raw[2:3].isspace() or raw[2:3] == "*":
        return None
    end = raw.find("**", 2)
    while end > 0 and raw[end - 1] == "\\":
        end = raw.find("**", end + 1)
    if end < 3 or raw[end + 2 : end + 3] == "*":
        return None
    rest = end + 2
    while rest < len(raw) and (raw[rest] in "：:" or raw[rest].isspace()):
        rest += 1
    return piece.cut(2, end), piece.cut(rest)


def stressed(piece: Piece) -> Piece | None:
    """What a piece says that is in emphasis as a whole, `*so*`; None for any other."""
    raw = piece.raw
    whole = len(raw) > 2 and raw[0] == raw[-1] == "*" and "*" not in raw[1:-1]
    return piece.cut(1, len(raw) - 1) if whole else None
