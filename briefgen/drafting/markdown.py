"""Turn Markdown into blocks: CommonMark with tables; its pictures are files beside it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefgen.chinese.hanzi import cells
from briefgen.drafting.lines import heading_of, levelled
from briefgen.drafting.plain import decoded
from briefgen.drafting.tree import (
    Aside,
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
from briefgen.record import State, field

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = pattern(r"\A---\n(?P<lines>.*?)\n(?:---|\.\.\.)\n", 16)
# A value in double quotes may go on over lines, each broken by a backslash or by its blanks.
_FIELD = pattern(
    r"(?m)^(?P<key>title|author|date|subtitle):\s*"
    r"(?:\"(?P<quoted>(?:[^\"\\]|\\[\s\S])*)\"|'?(?P<value>[^\"'\n]+))"
)
_ESCAPED = pattern(r"\\\n\s*(?:\\(?= ))?|\n\s*|\\u(?P<code>[0-9a-fA-F]{4})|\\(?P<sign>.)")
_TAG = pattern(r"<[^>]*>")
_BREAK = pattern(r"html_inline <br", 2)
_COMMENT = pattern(r"<!--.*?-->", 16)
_FENCED_DIV = pattern(r"(?m)^:::.*$|^!!! ?\w* ?")
_ATTRIBUTES = pattern(r"\s*\{[#.][^}]*\}\s*$")
_FOOTNOTE = pattern(r"\[\^[\w-]+\]:?")
_MOST_PICTURE = 60_000_000

Open = Callable[[str], bytes]


def _value(found: re.Match[str]) -> str:
    """The value of a field of the head matter; in double quotes as YAML reads it."""
    if found["quoted"] is None:
        return found["value"].strip()

    def meant(sign: re.Match[str]) -> str:
        if sign["code"]:
            return chr(int(sign["code"], 16))
        return (
            _SIGNS.get(sign["sign"], sign["sign"]) if sign["sign"] else " " * (sign[0][0] == "\n")
        )

    return _ESCAPED.sub(meant, found["quoted"]).strip()


# Blanks that may not be broken are blanks.
_SIGNS = {"_": " ", "n": " ", "t": " "}


def read_markdown(data: bytes, opened: Open) -> Document:
    """A Markdown text; `opened` gives the bytes of a picture by its path, b"" where it has none.

    Raises UnfitError where the bytes are no text.
    """
    from markdown_it import MarkdownIt

    text = decoded(data)
    front: dict[str, str] = {}
    if match := _FRONT.match(text):
        front = {each["key"]: _value(each) for each in _FIELD.finditer(match["lines"])}
        text = "\n" * match[0].count("\n") + text[match.end() :]
    text = _FENCED_DIV.sub("", _COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text))
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").enable("strikethrough")
    reading = _Reading(opened=opened)
    for token in parser.parse(text):
        reading.take(token)
    blocks = _below(reading.blocks)
    title = front.get("title", "")
    heads = [each for each in blocks if isinstance(each, Heading)]
    top = min((each.level for each in heads), default=0)
    highest = [each for each in heads if each.level == top]
    if not title and highest and len(highest) == 1 and blocks[0] is highest[0]:
        title, blocks = highest[0].text, blocks[1:]
    return Document(
        title=title,
        subtitle=front.get("subtitle", ""),
        author=front.get("author", ""),
        date=front.get("date", ""),
        blocks=levelled(blocks),
    )


def beside(path: Path) -> Open:
    """What opens pictures that stand in the folder of a Markdown file, or below it."""

    def opened(name: str) -> bytes:
        target = path.parent / unquote(name.partition("#")[0].partition("?")[0])
        try:
            inside = target.resolve().is_relative_to(path.parent.resolve())
            found = os.stat(target)
            if not inside or not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_PICTURE:
                return b""
            return target.read_bytes()
        except (OSError, ValueError):
            return b""

    return opened


# The level of a heading in bold; its columns at most, and what ends no heading.
_BOLD, _HEAD = 6, 84
_ENDED = tuple("。；，,;.!！?？")
# A line that is an item is no longer, and does not end so.
_ITEM, _GOES_ON = 64, ("，", "、", "：", ",", ":", "-", "—")
# For the twelve months ended, (In US$ thousands): what tells only when, and in what.
_NO_NAME = ("(", "（", "*", "For the ", "As of ", "As at ", "In US", "In $")


class _Reading(State):
    """Tokens while they become blocks."""

    opened: Open
    blocks: list[Block] = field(default_factory=list)
    _lists: list[bool] = field(default_factory=list)
    _items: list[Item] = field(default_factory=list)
    _began: bool = False
    _rows: list[list[str]] = field(default_factory=list)
    _table: bool = False
    _heading: int = 0
    _quoted: bool = False
    _spot: Spot = Spot("line", 1)
    _pictures: list[Picture] = field(default_factory=list)

    def take(self, token: Token) -> None:
        kind = token.type
        if token.map:
            self._spot = Spot("line", token.map[0] + 1)
        self._quoted = {"blockquote_open": True, "blockquote_close": False}.get(kind, self._quoted)
        if kind == "inline":
            self._inline(token.children or ())
        elif kind == "heading_open":
            self._heading = int(token.tag[1:])
        elif kind == "heading_close":
            self._heading = 0
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(kind.startswith("ordered"))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            numbered = self._lists.pop()
            if not self._lists and self._items:
                self.blocks.append(Listing(tuple(self._items), numbered, self._spot))
                self._items = []
                self._flush()
        elif kind == "list_item_open":
            self._began = True
        elif kind == "table_open":
            self._table, self._rows = True, []
        elif kind == "tr_open":
            self._rows.append([])
        elif kind == "table_close":
            self._table = False
            self.blocks.append(Grid(tuple(map(tuple, self._rows)), self._spot))
        elif kind in ("fence", "code_block"):
            self._code(token.content)
        elif kind == "html_block":
            words = unescape(_TAG.sub(" ", token.content))
            for line in filter(None, (" ".join(each.split()) for each in words.split("\n"))):
                self._words(line)

    def _code(self, content: str) -> None:
        """What is code is nothing to show: it goes into the notes."""
        if content.strip():
            self.blocks.append(Aside(content.strip(), self._spot))

    def _inline(self, tokens: Sequence[Token]) -> None:
        listed = self._quoted and not (self._table or self._heading or self._lists)
        lines = [" ".join(each.split()) for each in self._said(tokens, listed).split("\n")]
        if listed and not _is_list(lines):
            lines = [(" " if lines[0][-1:].isascii() else "").join(lines)]
            listed = False
        if listed:
            items = tuple(Item(each, 0) for each in lines)
            self.blocks.append(Listing(items, False, self._spot))
        elif self._table:
            self._rows[-1].append(" ".join(filter(None, lines)))
        elif self._heading or self._lists:
            self._words(" ".join(filter(None, lines)))
        else:
            self._heading = _BOLD if _is_bold(tokens, lines) else 0
            for line in filter(None, lines):
                self._words(line)
            self._heading = 0
        if not self._lists:
            self._flush()

    def _flush(self) -> None:
        self.blocks += self._pictures
        self._pictures = []

    def _said(self, tokens: Sequence[Token], apart: bool = False) -> str:
        """The words of a line of text without its marks, its lines `apart` or one; pictures are
        kept aside."""
        said: list[str] = []
        for token in tokens:
            kind = token.type
            content = token.content
            if kind in ("text", "code_inline"):
                said.append(content)
            elif kind == "softbreak":
                one = " " if said and said[-1][-1:].isascii() else ""
                said.append("\n" if apart else one)
            elif kind == "hardbreak" or (
                kind == "html_inline" and content.lower().startswith("<br")
            ):
                said.append("\n")
            elif kind == "image":
                source, alt = str(token.attrs.get("src", "")), content
                ending = source.rpartition(".")[2].lower()
                self._pictures.append(Picture(self.opened(source), ending, self._spot, alt))
        return _FOOTNOTE.sub("", unescape("".join(said)))

    def _words(self, text: str) -> None:
        text = _ATTRIBUTES.sub("", text).strip() if self._heading else text
        if not text:
            return
        if self._heading:
            self.blocks.append(Heading(text, self._heading, self._spot))
        elif self._lists and (self._began or not self._items):
            self._items.append(Item(text, min(len(self._lists) - 1, 2)))
            self._began = False
        elif self._lists:
            last = self._items[-1]
            joint = " " if text.isascii() else ""
            self._items[-1] = Item(last.text + joint + text, last.level)
        else:
            self.blocks.append(Paragraph(text, self._spot))


def _is_list(lines: Sequence[str]) -> bool:
    """Whether lines of a quotation are items of their own: short ones, none of which goes on in the
    next."""
    return len(lines) > 1 and all(
        0 < cells(each) <= _ITEM
        and not each.endswith(_GOES_ON)
        and not (each[0].isascii() and each[0].islower())
        for each in lines
    )


def _is_bold(tokens: Sequence[Token], lines: Sequence[str]) -> bool:
    """Whether a paragraph is a line in bold from end to end: a heading below all others."""
    marks = [token.type for token in tokens if token.type.startswith("strong")]
    kinds = [token.type for token in tokens if token.content or token.type.startswith("strong")]
    whole = kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"] and len(marks) == 2
    said = [line for line in lines if line]
    named = len(said) == 1 and cells(said[0]) <= _HEAD and not said[0].startswith(_NO_NAME)
    return whole and named and not said[0].endswith(_ENDED)


def _below(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with paragraphs that are numbered as headings made some, where there are none."""
    if any(isinstance(each, Heading) for each in blocks):
        return list(blocks)
    made: list[Block] = []
    for block in blocks:
        found = heading_of(block.text) if isinstance(block, Paragraph) else None
        if found and cells(found[1]) <= 76:
            made.append(Heading(found[1], found[0], block.spot))
        else:
            made.append(block)
    return made
