"""Turn the blocks of a slide into the fields of its kind, in the nodes that YAML would give.

a list            the kind's list: `points`, `steps`, `events` …; of `{id}` alone, its `figures`
- **a** b         the first text of the item's record, and the second
- a {icon=map}    further fields of the item, by name
a table           `header` and `rows`; or the items of a list, one a row
a paragraph       `text`, else `lead`, else `subtitle`; a second one is a further paragraph
**a**             alone: `lead`, `claim` or `conclusion`
*a*               alone: `note`
> a               words of a source; elsewhere as **a**
![a](file "b")    `image`, or one of `images`
### a             the head of a side, or of an item, and what stands below it
<!-- a -->        as the last of a slide: `notes`; one that begins with # is a remark
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from briefgen.brief.model import Ref, Text
from briefgen.outline.convert import Field, unwrapped
from briefgen.outline.markdown.blocks import (
    Block,
    Cells,
    Comment,
    Fence,
    Heading,
    Item,
    Listing,
    Picture,
    Quote,
    Words,
)
from briefgen.outline.markdown.fields import Places, inner, places, shape
from briefgen.outline.markdown.pieces import Piece, attributes, led, stressed
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar, in_quotes
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems, phrase
from briefgen.record import State, is_record

# A figure by itself, in an item of a list.
FIGURE = pattern(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")
# What an item's first words may be parted from the rest by, where both have to be there.
_PARTED = pattern(r"\s*(?:：|: )\s*")
_NUMBERS = ("#", "序号")


class Placing(State):
    """The fields of a slide, or of a side of it, while its blocks are placed."""

    fields: Places
    kind: str
    problems: Problems
    entries: dict[str, Entry]

    def place(self, blocks: Sequence[Block]) -> None:
        """Put each block where it belongs; what belongs nowhere is told."""
        at = 0
        while at < len(blocks):
            block = blocks[at]
            match block:
                case Heading():
                    end = next(
                        (
                            n
                            for n, b in enumerate(blocks[at + 1 :], at + 1)
                            if isinstance(b, Heading)
                        ),
                        len(blocks),
                    )
                    self._below(block, blocks[at + 1 : end])
                    at = end
                    continue
                case Listing():
                    self._list(block)
                case Cells():
                    self._table(block)
                case Words():
                    self._words(block.piece)
                case Quote():
                    self._quote(block)
                case Picture():
                    self._picture(block)
                case Fence():
                    self.problems.add("md-code", block.mark, info=block.info or "```")
                case Comment():
                    pass
            at += 1

    def put(self, field: Field | str, mark: Mark, value: Node) -> None:
        """Give a field its value, unless it has one."""
        name = field if isinstance(field, str) else field.name
        if name in self.entries:
            first, second = self.entries[name].key.line, mark.line
            self.problems.add("duplicate-key", mark, key=name, first=first, second=second)
        else:
            self.entries[name] = Entry(mark, value)

    def _homeless(self, what: str, mark: Mark) -> None:
        self.problems.add("md-no-place", mark, what=phrase(what), kind=self.kind)

    # Lists

    def _list(self, listing: Listing) -> None:
        items = listing.items
        refs, sides = self.fields.refs, self.fields.sides
        if refs and only_figures(listing):
            self.put(refs, listing.mark, self._items(items, refs))
            return
        if sides and len(items) == len(sides) and not self.fields.points:
            for side, item in zip(sides, items, strict=True):
                self.put(side, item.mark, self._item(item, inner(side)))
            return
        field = self.fields.points
        if field is None:
            self._homeless("md-a-list", listing.mark)
            return
        self.put(field, listing.mark, self._items(items, field))
        if listing.numbered and "numbered" in self.fields and "numbered" not in self.entries:
            self.put("numbered", listing.mark, in_quotes("yes", listing.mark))

    def _items(self, items: Iterable[Item], field: Field) -> nodes.Sequence:
        (hint, *_) = get_args(unwrapped(field.hint))
        held = unwrapped(hint)
        made = tuple(self._item(each, held) for each in items)
        return nodes.Sequence(made, made[0].mark if made else Mark(""))

    def _item(self, item: Item, hint: Any) -> Node:
        """What an item says: a scalar, or the fields of the record that it is."""
        first = item.blocks[0] if item.blocks else None
        piece = first.piece if isinstance(first, Words) else Piece("", item.mark)
        rest = item.blocks[1:] if isinstance(first, Words) else item.blocks
        if not is_record(hint) or hint in (Text, Ref) or shape_of(hint) != "record":
            for block in rest:
                self._homeless("md-further", _mark(block))
            return _identified(piece) if hint is Ref else piece.scalar()
        piece, given = attributes(piece, self.problems)
        own = Placing(places(hint), self.kind, self.problems, dict(given))
        if own._alone(piece, rest, given):
            first_field = next(iter(own.fields.values()))
            return _identified(piece) if shape(first_field) == "ref" else piece.scalar()
        own._say(piece, rest)
        return Mapping(own.entries, item.mark)

    def _alone(self, piece: Piece, rest: Sequence[Block], given: dict[str, Entry]) -> bool:
        """Whether an item is written as its words alone."""
        if rest or given or led(piece):
            return False
        texts = self.fields.texts
        return sum(each.required for each in texts) < 2

    def _say(self, piece: Piece, rest: Sequence[Block]) -> None:
        """Take the words of an item as the texts of its record, the rest as its other fields."""
        texts = [each for each in self.fields.texts if each.name not in self.entries]
        refs = [each for each in self.fields.values() if shape(each) == "ref"]
        if (found := FIGURE.fullmatch(piece.raw)) and refs and refs[0].required:
            self.put(refs[0], piece.mark, in_quotes(found[1], piece.place(1)))
        elif piece.raw:
            parts = self._parted(piece, texts)
            for field, part in zip(texts, parts, strict=False):
                if part.raw:
                    self.put(field, part.mark, part.scalar())
            for part in parts[len(texts) :]:
                self._homeless("md-further", part.mark)
        for block in rest:
            taken = [each for each in texts if each.name not in self.entries]
            if isinstance(block, Words) and taken and not stressed(block.piece):
                self.put(taken[0], block.piece.mark, block.piece.scalar())
            else:
                self.place((block,))

    def _parted(self, piece: Piece, texts: Sequence[Field]) -> list[Piece]:
        if pair := led(piece):
            # Where a record has one text, strong words in it are that.
            return [*pair] if len(texts) > 1 or not pair[1].raw else [piece]
        if sum(each.required for each in texts) > 1 and (at := _PARTED.search(piece.raw)):
            return [piece.cut(0, at.start()), piece.cut(at.end())]
        return [piece]

    # Tables

    def _table(self, table: Cells) -> None:
        rows = self.fields.rows
        if rows:
            header = [each for each in table.header if each.raw]
            if header and "header" in self.fields:
                cells = tuple(each.scalar(table=True) for each in table.header)
                self.put("header", table.mark, nodes.Sequence(cells, table.mark))
            made = tuple(
                nodes.Sequence(tuple(cell.scalar(table=True) for cell in row), row[0].mark)
                for row in table.rows
                if row
            )
            self.put(rows, table.mark, nodes.Sequence(made, made[0].mark if made else table.mark))
            return
        if whole := self.fields.table:
            own_table = Placing(places(inner(whole)), self.kind, self.problems, {})
            own_table._table(table)
            self.put(whole, table.mark, Mapping(own_table.entries, table.mark))
            return
        field = self.fields.points
        own = places(inner(field)) if field and shape(field) == "records" else None
        if field is None or own is None or shape(next(iter(own.values()))) != "text":
            self._homeless("md-a-table", table.mark)
            return
        skip = int(bool(table.header) and table.header[0].raw in _NUMBERS)
        made_items = tuple(
            self._row(row[skip:], own, row[0].mark if row else table.mark) for row in table.rows
        )
        self.put(field, table.mark, nodes.Sequence(made_items, table.mark))
        if "header" in self.fields and any(each.raw for each in table.header):
            cells = tuple(each.scalar(table=True) for each in table.header[skip:])
            self.put("header", table.mark, nodes.Sequence(cells, table.mark))

    def _row(self, row: Sequence[Piece], fields: Places, mark: Mark) -> Mapping:
        """A row as an item: a cell for each text of its record."""
        entries = {
            field.name: Entry(cell.mark, cell.scalar(table=True))
            for field, cell in zip(fields.texts, row, strict=False)
            if cell.raw
        }
        for cell in row[len(fields.texts) :]:
            self._homeless("md-further", cell.mark)
        return Mapping(entries, mark)

    # Paragraphs, quotes, pictures

    def _words(self, piece: Piece) -> None:
        note, strong = stressed(piece), self.fields.strong
        if note and "note" in self.fields and "note" not in self.entries:
            self.put("note", note.mark, note.scalar())
            return
        pair = led(piece)
        if strong and pair and not pair[1].raw and strong.name not in self.entries:
            self.put(strong, pair[0].mark, pair[0].scalar())
            return
        field = self.fields.plain
        if field is None:
            self._homeless("md-a-paragraph", piece.mark)
            return
        words = piece.scalar()
        before = self.entries.get(field.name)
        if before is None:
            self.put(field, piece.mark, words)
        elif shape(field) == "texts":
            several = before.value.items if isinstance(before.value, nodes.Sequence) else ()
            items = (*(several or (before.value,)), words)
            value = nodes.Sequence(items, before.value.mark)
            self.entries[field.name] = Entry(before.key, value)
        else:
            self._homeless("md-further", piece.mark)

    def _quote(self, quote: Quote) -> None:
        field, said = self.fields.quoted, quote.paragraphs
        target = field or self.fields.strong
        if target is None or not said:
            self._homeless("md-a-quote", quote.mark)
            return
        self.put(target, said[0].mark, said[0].scalar())
        rest = said[1:]
        if field and rest and "attribution" in self.fields:
            self.put("attribution", rest[0].mark, rest[0].scalar())
            rest = rest[1:]
        for each in rest:
            self._homeless("md-further", each.mark)

    def _picture(self, picture: Picture) -> None:
        one, several = self.fields.picture, self.fields.pictures
        field = one or several
        if field is None:
            self._homeless("md-a-picture", picture.mark)
            return
        entries = {
            name: Entry(piece.mark, piece.scalar() if name != "file" else _said(piece))
            for name, piece in (("file", picture.file), ("alt", picture.alt))
            if piece.raw
        }
        if picture.caption.raw:
            entries["caption"] = Entry(picture.caption.mark, picture.caption.scalar())
        made = Mapping({**entries, **picture.given}, picture.mark)
        before = self.entries.pop(one.name, None) if one else None
        if several and (before or several.name in self.entries or not one):
            listed = self.entries.pop(several.name, before)
            items: tuple[Node, ...] = ()
            if listed:
                value = listed.value
                items = value.items if isinstance(value, nodes.Sequence) else (value,)
            self.put(several, picture.mark, nodes.Sequence((*items, made), picture.mark))
            return
        if before:
            self.entries[field.name] = before
        self.put(field, picture.mark, made)

    # What stands below a heading of the third level

    def _below(self, heading: Heading, blocks: Sequence[Block]) -> None:
        field = next((f for f in self.fields.sides if f.name not in self.entries), None)
        listed = self.fields.points
        owner = field or (listed if listed and shape(listed) == "records" else None)
        if owner is None:
            self._homeless("md-a-heading", heading.mark)
            return
        held = inner(owner)
        own = Placing(places(held), self.kind, self.problems, dict(heading.given))
        if heading.title.raw:
            first = own.fields.texts[0] if own.fields.texts else "head"
            own.put(first, heading.title.mark, heading.title.scalar())
        for block in blocks:
            # What a side has no field for is said of both.
            of_all = isinstance(block, Words) and _is_set_apart(block.piece)
            if of_all and not own.fields.strong and "note" not in own.fields:
                self.place((block,))
            else:
                own._say(Piece("", heading.mark), (block,))
        made = Mapping(own.entries, heading.mark)
        if field:
            self.put(field, heading.mark, made)
        elif listed:
            before = self.entries.pop(listed.name, None)
            value = before.value if before else None
            items = value.items if isinstance(value, nodes.Sequence) else ()
            mark = before.key if before else heading.mark
            self.put(listed, mark, nodes.Sequence((*items, made), mark))


def shape_of(hint: Any) -> str:
    """Whether an item is a record of several fields, or a word, a text, an id."""
    return "record" if is_record(hint) and hint not in (Text, Ref) else "word"


def _is_set_apart(piece: Piece) -> bool:
    """Whether a paragraph is strong, or in emphasis, as a whole."""
    pair = led(piece)
    return bool(stressed(piece) or (pair and not pair[1].raw))


def only_figures(listing: Listing) -> bool:
    """Whether each item of a list is a figure alone."""
    return all(map(_is_figure, listing.items))


def _is_figure(item: Item) -> bool:
    if len(item.blocks) != 1 or not isinstance(item.blocks[0], Words):
        return False
    piece, _ = attributes(item.blocks[0].piece, Problems())
    return bool(FIGURE.fullmatch(piece.raw))


def _identified(piece: Piece) -> Scalar:
    """The id of a figure, in braces or without."""
    found = FIGURE.fullmatch(piece.raw)
    return in_quotes(found[1], piece.place(1)) if found else piece.scalar()


def _said(piece: Piece) -> Scalar:
    """Characters that are no text: a path."""
    return Scalar(piece.raw, piece.mark, False, False, piece.raw)


def _mark(block: Block) -> Mark:
    return block.piece.mark if isinstance(block, Words) else block.mark
