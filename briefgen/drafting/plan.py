"""Turn a document into slides: headings into sections and titles, what stands below into points.

A heading with several slides' worth below it is a section; any other is the title of a slide. Short
paragraphs stand together as points under their heading; a long one has a slide of its own, whose
title is the clause that it begins with. What a slide shortens stands whole in its notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.cards import Card, Value
from briefgen.drafting.drawn import image_field, picture_cards, ready, table_cards
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
    words_of,
)
from briefgen.drafting.wording import behind, led_title, point, sentences, title
from briefgen.record import Record, State, field, replace

# Slides of a draft, and lines of a list on one.
MOST_SLIDES = 40
_POINTS = 6
# Columns of text that stand on one slide as it is, in so many paragraphs; and from how many on a
# paragraph has a slide of its own.
_WHOLE, _PARAGRAPHS, _LONG = 300, 3, 280
# The lead of a section, the panel beside points, and a child that is a row of an overview.
_LEAD, _PANEL, _ROW = 130, 84, 150
_ROWS = 6
# A sentence alone on a line that is no longer is the heading of what stands behind it.
_HEADLIKE = 72
# The first sentence of a paragraph that can be the head of a row.
_HEAD = 46
# Lines before the text, and how wide they are at most.
_FRONT_LINES, _FRONT_WIDTH, _FRONT_SENTENCE = 14, 64, 24
# Columns of a line that has no slide of its own.
_FEW = 44
# Columns of a paragraph that a picture stands beside.
_BESIDE = 240


class Part(Record):
    """A heading with what stands below it: its own blocks, and the parts below."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...] = ()

    @property
    def every(self) -> tuple[Block, ...]:
        own = (self.heading,) if self.heading else ()
        return (*own, *self.blocks, *(block for part in self.parts for block in part.every))


class Plan(Record, kw_only=True):
    """The slides of a draft behind its cover, and what is left out of it."""

    cards: tuple[Card, ...]
    # What stands before the text, for the notes of the cover.
    front: tuple[Paragraph, ...]
    agenda: bool


def plan(document: Document, subject: str) -> Plan:
    """The slides of a document: the first of them, up to as many as a draft has. `subject` is what
    slides without a heading are about."""
    front, blocks = _front(document.blocks)
    parts = parts_of(blocks)
    made = [(part, list(_cards(part, title(subject)))) for part in parts]
    count = sum(len(cards) for _, cards in made)
    headed = [part for part in parts if part.heading]
    sectioned = len(headed) >= 2 and count >= 2.2 * len(headed)
    cards: list[Card] = []
    for part, plain in made:
        whole = sectioned and part.heading and part.every[1:]
        cards += _section(part, subject) if whole else plain
    kept = _first(cards)
    sections = sum(card.kind == "section" for card in kept)
    return Plan(cards=tuple(kept), front=front, agenda=2 <= sections <= 16)


def _front(blocks: Sequence[Block]) -> tuple[tuple[Paragraph, ...], Sequence[Block]]:
    """The short lines before the text begins (who speaks, where it was printed, when), and the
    rest."""
    front: list[Paragraph] = []
    for block in blocks[:_FRONT_LINES]:
        if not isinstance(block, Paragraph) or cells(block.text) > _FRONT_WIDTH:
            break
        if block.text.endswith(("。", "！", "？")) and cells(block.text) > _FRONT_SENTENCE:
            break
        front.append(block)
    return tuple(front), blocks[len(front) :]


def parts_of(blocks: Sequence[Block]) -> list[Part]:
    """Blocks as a tree of parts."""
    found: list[Part] = []
    at = 0
    while at < len(blocks):
        first = blocks[at]
        heading = first if isinstance(first, Heading) else None
        end = at + 1 if heading else at
        while end < len(blocks):
            block = blocks[end]
            if isinstance(block, Heading) and (heading is None or block.level <= heading.level):
                break
            end += 1
        inner = blocks[at + 1 : end] if heading else blocks[at:end]
        own = next((i for i, b in enumerate(inner) if isinstance(b, Heading)), len(inner))
        found.append(Part(heading, tuple(inner[:own]), tuple(parts_of(inner[own:]))))
        at = end
    return found


def _first(cards: Sequence[Card]) -> list[Card]:
    """The cards that a draft has room for, beside cover and agenda."""
    kept: list[Card] = []
    pages = 0
    for card in cards:
        if pages + card.pages > MOST_SLIDES - 2 and kept:
            return kept
        kept.append(card)
        pages += card.pages
    return kept


def _section(part: Part, subject: str) -> Iterator[Card]:
    """A section's opening slide, with a short first paragraph as its lead, and its slides."""
    assert part.heading is not None
    blocks = list(part.blocks)
    first = blocks[0] if blocks else None
    fields: dict[str, Value] = {}
    used: tuple[Block, ...] = (part.heading,)
    if isinstance(first, Paragraph) and cells(first.text) <= _LEAD and not _opens(first.text):
        fields["lead"] = first.text
        used = (part.heading, first)
        blocks = blocks[1:]
    name = title(part.heading.text) or _led(part) or title(subject)
    yield Card(
        kind="section",
        title=name,
        fields=fields,
        notes=_noted(part.heading, name, ()),
        blocks=used,
    )
    yield from _own(blocks, None, name)
    for child in part.parts:
        yield from _cards(child, name)


def _opens(text: str) -> bool:
    """Whether a paragraph only introduces what follows."""
    return text.rstrip().endswith(("：", ":"))


def _cards(part: Part, subject: str) -> Iterator[Card]:
    """The slides of a part. `subject` is the heading above it."""
    if part.heading is None:
        yield from _own(part.blocks, None, subject)
        for child in part.parts:
            yield from _cards(child, subject)
        return
    name = title(part.heading.text) or _led(part) or title(subject)
    if part.parts and not any(not isinstance(b, Aside) for b in part.blocks):
        overview = _overview(part, name)
        if overview:
            yield overview
            if _is_rows(part):
                return
            for child in part.parts:
                yield from _cards(child, name)
            return
    own = list(_own(part.blocks, part.heading, name))
    if not own and part.heading.text.strip():
        own = [Card(kind="section", title=name, fields={}, blocks=(part.heading,))]
    yield from own
    for child in part.parts:
        yield from _cards(child, name)


def _led(part: Part) -> str:
    """What a part without a heading is called: the clause that its text begins with."""
    texts = (block.text for block in part.blocks if isinstance(block, Paragraph))
    return led_title(next(texts, ""))


def _is_rows(part: Part) -> bool:
    """Whether the parts below say so little each that they are rows of one slide."""
    if not 2 <= len(part.parts) <= _ROWS:
        return False
    return all(
        child.heading is not None
        and not child.parts
        and all(isinstance(block, Paragraph | Aside) for block in child.blocks)
        and 0 < sum(cells(words_of(block)) for block in child.blocks) <= _ROW
        for child in part.parts
    )


def _overview(part: Part, name: str) -> Card | None:
    """A slide that tells the parts of a part: with their words, or by their headings alone."""
    assert part.heading is not None
    heads = [child.heading.text for child in part.parts if child.heading]
    if _is_rows(part):
        rows: list[Value] = []
        for child in part.parts:
            assert child.heading is not None
            said = " ".join(b.text for b in child.blocks if isinstance(b, Paragraph))
            rows.append({"head": title(child.heading.text), "text": said})
        notes = [child.heading.text for child in part.parts if child.heading]
        whole = "\n".join((part.heading.text, *notes))
        blocks = part.every
        return Card(kind="summary", title=name, fields={"points": rows}, notes=whole, blocks=blocks)
    if not 2 <= len(heads) <= 7:
        heads = heads[:7]
    points: list[Value] = [title(head) for head in heads]
    if len(points) < 2:
        return None
    return Card(
        kind="bullets",
        title=name,
        fields={"points": points},
        notes=_noted(part.heading, name, ()),
        blocks=(part.heading,),
    )


def _noted(heading: Heading | None, name: str, texts: Sequence[str]) -> str:
    """The notes of a slide: its heading where the title is not all of it, and its texts."""
    head = heading.text if heading and heading.text.strip("。：: ") != name else ""
    return "\n".join(filter(None, (head, *texts)))


def _own(blocks: Sequence[Block], heading: Heading | None, name: str) -> Iterator[Card]:
    """The slides of blocks without headings. The first has the heading as its title."""
    making = _Making(name=name, heading=heading)
    for block in blocks:
        making.take(block)
    making.flush()
    yield from making.cards


class Passage(Record):
    """A paragraph, or a short one with the long one that it is the heading of."""

    blocks: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @property
    def sentences(self) -> list[str]:
        return sentences(self.text)

    @property
    def row(self) -> tuple[str, ...]:
        """A short first sentence as a head, and the next as its text; () is none."""
        said = self.sentences
        if len(said) < 2 or cells(said[0]) > _HEAD:
            return ()
        return point(said[0]), point(said[1], 100)


def _passages(texts: Sequence[Paragraph | Listing]) -> Iterator[Passage | Listing]:
    at = 0
    while at < len(texts):
        each = texts[at]
        after = texts[at + 1] if at + 1 < len(texts) else None
        if isinstance(each, Listing):
            yield each
        elif (
            isinstance(after, Paragraph)
            and 10 < cells(each.text) <= _HEADLIKE
            and not _opens(each.text)
            and cells(after.text) > 2 * cells(each.text)
        ):
            yield Passage((each, after))
            at += 1
        else:
            yield Passage((each,))
        at += 1


class _Making(State):
    """The slides of one heading while they are made."""

    name: str
    heading: Heading | None
    cards: list[Card] = field(default_factory=list)
    _texts: list[Paragraph | Listing] = field(default_factory=list)
    _asides: list[Aside] = field(default_factory=list)
    # A few words that have no slide of their own: they go into the notes of the last.
    _words: list[Paragraph] = field(default_factory=list)
    _pictures: list[Picture] = field(default_factory=list)

    def take(self, block: Block) -> None:
        if isinstance(block, Picture):
            self._pictures.append(block)
            return
        if isinstance(block, Aside):
            self._asides.append(block)
            return
        if isinstance(block, Grid):
            self._texts_done()
            self._pictures_done()
            self._add(*table_cards(block, self.name))
        elif isinstance(block, Paragraph | Listing):
            if self._pictures:
                self._texts_done()
                self._pictures_done()
            self._texts.append(block)

    def flush(self) -> None:
        self._texts_done()
        self._pictures_done()
        words, self._words = self._words, []
        if words and not self.cards:
            said: list[Value] = [each.text for each in words[:4]]
            notes = "\n".join(each.text for each in words) if len(words) > 4 else ""
            fields: dict[str, Value] = {"text": said}
            blocks = tuple(words)
            card = Card(kind="text", title=self.name, fields=fields, notes=notes, blocks=blocks)
            self._add(card)
            words = []
        more: tuple[Paragraph | Aside, ...] = (*words, *self._asides)
        if more and self.cards:
            last = self.cards[-1]
            notes = "\n".join(filter(None, (last.notes, *(each.text for each in more))))
            self.cards[-1] = replace(last, notes=notes, blocks=(*last.blocks, *more))
            self._asides = []

    def _add(self, *cards: Card) -> None:
        for card in cards:
            if not self.cards and self.heading:
                notes = _noted(self.heading, card.title, (card.notes,))
                card = replace(card, notes=notes, blocks=(self.heading, *card.blocks))
            self.cards.append(card)

    def _pictures_done(self) -> None:
        pictures, self._pictures = self._pictures, []
        last = self.cards[-1] if self.cards else None
        only = ready(pictures[0]) if len(pictures) == 1 else None
        words = last.fields.get("text") if last and last.kind == "text" else None
        if last and only and isinstance(words, str) and cells(words) <= _BESIDE and not last.files:
            image = image_field(pictures[0], only)
            self.cards[-1] = replace(
                last,
                fields={**last.fields, "image": image},
                blocks=(*last.blocks, pictures[0]),
                files=(only.file,),
                plain=last,
            )
            return
        if pictures:
            self._add(*picture_cards(pictures, self.name))

    def _texts_done(self) -> None:
        texts, self._texts = self._texts, []
        if not texts:
            return
        paragraphs = [each for each in texts if isinstance(each, Paragraph)]
        length = sum(cells(each.text) for each in paragraphs)
        only = len(paragraphs) == len(texts)
        if only and len(texts) <= _PARAGRAPHS and length <= _WHOLE:
            first = paragraphs[0].text
            if len(texts) == 1 and len(sentences(first)) >= 3 and length > 160:
                self._long(Passage((paragraphs[0],)))
            else:
                self._text(paragraphs)
            return
        self._points(texts)

    def _text(self, paragraphs: Sequence[Paragraph]) -> None:
        """Paragraphs as they stand; a few words alone are for the notes."""
        few = sum(cells(each.text) for each in paragraphs) <= _FEW
        if few and not any(each.text.endswith("。") for each in paragraphs):
            self._words += paragraphs
            return
        said: list[Value] = [each.text for each in paragraphs]
        name = self.name
        if self.cards or self.heading is None:
            name = led_title(paragraphs[0].text) or self.name
            if name == paragraphs[0].text.rstrip("。."):
                name = self.name
        card = Card(
            kind="text",
            title=name,
            fields={"text": said if len(said) > 1 else said[0]},
            blocks=tuple(paragraphs),
            passage=paragraphs[0].text if len(paragraphs) == 1 else "",
        )
        self._add(card)

    def _points(self, texts: Sequence[Paragraph | Listing]) -> None:
        """Short paragraphs as points together, long ones and lists on slides of their own."""
        waiting: list[Passage] = []
        passages = list(_passages(texts))
        for at, each in enumerate(passages):
            if isinstance(each, Listing):
                intro = waiting.pop() if waiting and _opens(waiting[-1].text) else None
                self._short(waiting)
                waiting = []
                self._list(each, intro)
            elif cells(each.text) > _LONG and len(each.sentences) >= 3:
                self._short(waiting)
                waiting = []
                self._long(each)
            else:
                after = passages[at + 1] if at + 1 < len(passages) else None
                opens = isinstance(after, Listing) and _opens(each.text)
                if len(waiting) == _POINTS and not opens:
                    self._short(waiting)
                    waiting = []
                waiting.append(each)
        self._short(waiting)

    def _short(self, passages: Sequence[Passage]) -> None:
        if not passages:
            return
        if len(passages) == 1 and cells(passages[0].text) > _WHOLE:
            self._long(passages[0])
            return
        length = sum(cells(each.text) for each in passages)
        if len(passages) == 1 or (len(passages) == 2 and length <= _WHOLE):
            self._text([block for each in passages for block in each.blocks])
            return
        if 2 <= len(passages) <= 5 and all(each.row for each in passages):
            self._rows(passages)
            return
        points: list[Value] = []
        for each in passages:
            first = (each.sentences or [each.text])[0]
            points.append(point(each.text if cells(each.text) <= 120 else first))
        whole = [each.text for each in passages]
        cut = any(len(str(a)) < len(b) - 1 for a, b in zip(points, whole, strict=True))
        name = led_title(passages[0].text) if self.heading is None else self.name
        self._add(
            Card(
                kind="bullets",
                title=name or self.name,
                fields={"points": points},
                notes="\n".join(whole) if cut else "",
                blocks=tuple(block for each in passages for block in each.blocks),
            )
        )

    def _rows(self, passages: Sequence[Passage]) -> None:
        """Paragraphs that begin with a short sentence: that as a head, with what is behind it."""
        rows: list[Value] = []
        for each in passages:
            head, text = each.row
            rows.append({"head": head, "text": text} if text else {"head": head})
        self._add(
            Card(
                kind="summary",
                title=self.name,
                fields={"points": rows},
                notes="\n".join(each.text for each in passages),
                blocks=tuple(block for each in passages for block in each.blocks),
            )
        )

    def _long(self, passage: Passage) -> None:
        """A paragraph on a slide of its own: its sentences as points, its first clause the title
        where the heading is that of an earlier slide."""
        said = passage.sentences
        own = led_title(passage.text)
        name = self.name
        if own and (self.cards or self.heading is None):
            name = own
            rest = behind(own, said[0])
            said = [rest, *said[1:]] if cells(rest) >= 16 else said[1:]
        points: list[Value] = [made for each in said[:_POINTS] if (made := point(each))]
        if len(points) < 2:
            self._text(passage.blocks)
            return
        fields: dict[str, Value] = {"points": points}
        lead = str(points[0])
        if name == self.name and len(points) >= 4 and cells(lead) <= _PANEL:
            fields = {"lead": lead, "points": points[1:]}
        self._add(
            Card(
                kind="bullets",
                title=name,
                fields=fields,
                notes=passage.text,
                blocks=tuple(passage.blocks),
                passage=passage.text,
            )
        )

    def _list(self, listing: Listing, intro: Passage | None) -> None:
        """A list, over as many slides as it takes."""
        groups = list(_groups(listing.items))
        for number, group in enumerate(groups):
            points, whole = _nested(group)
            first = number == 0
            name = self.name
            lead = intro.text.rstrip("：:") if intro and first else ""
            if lead and (self.cards or self.heading is None) and 14 <= cells(lead) <= 68:
                name = title(lead)
            notes = "\n".join(filter(None, (intro.text if intro and first else "", whole)))
            fields: dict[str, Value] = {"points": points}
            if listing.numbered and len(groups) == 1:
                fields["numbered"] = "yes"
            blocks: tuple[Block, ...] = (listing,) if first else ()
            if intro and first:
                blocks = (*intro.blocks, *blocks)
            kind = "bullets"
            self._add(Card(kind=kind, title=name, fields=fields, notes=notes, blocks=blocks))


def _groups(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items of a list, so many on each slide, as even as can be; a head is not parted from the
    first below it."""
    slides = -(-len(items) // 7)
    size = -(-len(items) // slides)
    at = 0
    while at < len(items):
        end = min(at + size, len(items))
        if end < len(items) and end - at > 1 and items[end - 1].level < items[end].level:
            end -= 1
        yield list(items[at:end])
        at = end


def _nested(items: Sequence[Item]) -> tuple[list[Value], str]:
    """The points of a list, those below under theirs; and the whole words where one was cut."""
    points: list[Value] = []
    cut = False
    for item in items:
        said = point(item.text)
        cut = cut or len(said) < len(item.text) - 3
        last = points[-1] if points else None
        if item.level and isinstance(last, dict):
            below = last["points"]
            assert isinstance(below, list)
            below.append(said)
        elif item.level and isinstance(last, str):
            points[-1] = {"text": last, "points": [said]}
        else:
            points.append(said)
    return points, "\n".join(item.text for item in items) if cut else ""
