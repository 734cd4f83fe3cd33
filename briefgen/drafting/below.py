"""Turn what stands below one heading into its slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.cards import Card, Value
from briefgen.drafting.clauses import refers
from briefgen.drafting.drawn import image_field, picture_cards, ready, table_cards
from briefgen.drafting.intros import introduced
from briefgen.drafting.joined import POINTS, joined
from briefgen.drafting.paired import paired
from briefgen.drafting.passages import Passage, heads, introduces, passages_of
from briefgen.drafting.signed import disclaims
from briefgen.drafting.telling import on_one, points_of, tells_something
from briefgen.drafting.tree import Aside, Block, Grid, Heading, Item, Listing, Paragraph, Picture
from briefgen.drafting.voiced import voiced, voiced_in
from briefgen.drafting.wording import (
    COUNTED,
    POINT,
    behind,
    fitting,
    led_title,
    point,
    sentences,
    spoken,
    title,
)
from briefgen.patterns import pattern
from briefgen.record import State, field, replace

# Columns of text on one slide as it is, in so many paragraphs; from how many on one has a slide.
_WHOLE, _PARAGRAPHS, _LONG = 300, 3, 280
# The panel beside points.
_PANEL = 84
# Columns of a line that has no slide of its own.
_FEW = 44
# From so many sentences on they are points; fewer points are filled up to so many.
_SENTENCES, _FILLED = 4, 5
# Columns of a paragraph that a picture stands beside.
_BESIDE = 240


def noted(heading: Heading | None, name: str, texts: Sequence[str]) -> str:
    """The notes of a slide: its heading where the title is not all of it, and its texts."""
    head = heading.text if heading and heading.text.strip("。：: ") != name else ""
    return "\n".join(filter(None, (head, *texts)))


def slides_below(blocks: Sequence[Block], heading: Heading | None, name: str) -> Iterator[Card]:
    """The slides of blocks without headings. The first has the heading as its title."""
    making = _Making(name=name, heading=heading)
    charts, left = paired(blocks, heading)
    rest = [each for each in left if isinstance(each, Paragraph)]
    # A few words are no slide beside the charts.
    if charts and len(rest) == len(left) and sum(cells(each.text) for each in rest) <= _WHOLE:
        said = "\n".join((charts[-1].notes, *(each.text for each in rest)))
        charts[-1] = replace(charts[-1], notes=said, blocks=(*charts[-1].blocks, *rest))
        left = []
    kept = {id(each) for each in left}
    for block in blocks:
        # A chart stands where the first words stood that it is made of.
        if here := [each for each in charts if each.blocks[0] is block]:
            making.flush()
            making.add(*here)
        if id(block) in kept:
            making.take(block)
    making.flush()
    for card in joined(making.cards, name):
        # Of whichever of them stands in a draft the heading is told.
        headed = heading is None or any(block is heading for block in card.blocks)
        yield card if headed or heading is None else replace(card, blocks=(heading, *card.blocks))


# What stands behind a title, and is no sentence without it.
_HANGS = pattern(r"[a-z(]|[比占佔同较較增达達并並且使其约約即与與和及的]")


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
            self.add(*table_cards(block, self.name))
        elif isinstance(block, Paragraph) and disclaims(block.text):
            self._words.append(block)
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
            self.add(card)
            words = []
        more: tuple[Paragraph | Aside, ...] = (*words, *self._asides)
        if more and self.cards:
            last = self.cards[-1]
            notes = "\n".join(filter(None, (last.notes, *(each.text for each in more))))
            self.cards[-1] = replace(last, notes=notes, blocks=(*last.blocks, *more))
            self._asides = []

    def add(self, *cards: Card) -> None:
        for card in cards:
            if not self.cards and self.heading:
                notes = noted(self.heading, card.title, (card.notes,))
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
            self.add(*picture_cards(pictures, self.name))

    def _texts_done(self) -> None:
        texts, self._texts = self._texts, []
        if not texts:
            return
        paragraphs = [each for each in texts if isinstance(each, Paragraph)]
        length = sum(cells(each.text) for each in paragraphs)
        only = len(paragraphs) == len(texts)
        few = sum(len(sentences(each.text)) for each in paragraphs) < _SENTENCES
        # Who speaks among others has a slide of their own.
        alone = len(texts) == 1 or not any(voiced_in(each.text) for each in paragraphs)
        if only and alone and len(texts) <= _PARAGRAPHS and length <= _WHOLE:
            first = paragraphs[0].text
            many = len(sentences(first)) >= 3 and length > 160
            if len(texts) == 1 and many and not voiced_in(first):
                self._long(Passage((paragraphs[0],)))
                return
            if len(texts) == 1 or few:
                self._text(paragraphs)
                return
        self._points(texts)

    def _text(self, paragraphs: Sequence[Paragraph]) -> None:
        """Paragraphs as they stand; a few words alone are for the notes."""
        few = sum(cells(each.text) for each in paragraphs) <= _FEW
        if few and not any(each.text.endswith("。") for each in paragraphs):
            self._words += paragraphs
            return
        whole = [spoken(each.text) for each in paragraphs]
        # A heading in the line of its paragraph stands above it as the title.
        said: list[Value] = [each for each in whole if title(each) != self.name] or [*whole]
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
        self.add(voiced(card, self.heading is not None and not self.cards))

    def _points(self, texts: Sequence[Paragraph | Listing]) -> None:
        """Short paragraphs as points together, long ones and lists on slides of their own."""
        waiting: list[Passage] = []
        passages = list(passages_of(texts))
        for at, each in enumerate(passages):
            if isinstance(each, Listing):
                opens = waiting and (introduces(waiting[-1].text) or heads(waiting[-1].text))
                intro = waiting.pop() if opens else None
                self._short(waiting)
                waiting = []
                self._list(each, intro)
            elif voiced_in(each.text):
                self._short(waiting)
                waiting = []
                self._text(each.blocks)
            elif cells(each.text) > _LONG and len(each.sentences) >= 3:
                self._short(waiting)
                waiting = []
                self._long(each)
            else:
                after = passages[at + 1] if at + 1 < len(passages) else None
                opens = isinstance(after, Listing) and (introduces(each.text) or heads(each.text))
                if len(waiting) == POINTS and not opens:
                    self._short(waiting)
                    waiting = []
                waiting.append(each)
        self._short(waiting)

    def _short(self, passages: Sequence[Passage]) -> None:
        # Who is greeted or thanked is told by nothing on a slide.
        passages = [each for each in passages if each.sentences] or passages
        if not passages:
            return
        if len(passages) == 1 and cells(passages[0].text) > _WHOLE:
            self._long(passages[0])
            return
        length = sum(cells(each.text) for each in passages)
        few = sum(len(each.sentences) for each in passages) < _SENTENCES
        if len(passages) == 1 or (few and len(passages) == 2 and length <= _WHOLE):
            self._text([block for each in passages for block in each.blocks])
            return
        if 2 <= len(passages) <= 5 and all(each.row for each in passages):
            self._rows(passages)
            return
        points, cut = _points_of(passages)
        whole = [each.text for each in passages]
        name = led_title(passages[0].text) if self.heading is None else self.name
        self.add(
            Card(
                kind="bullets",
                title=name or self.name,
                fields={"points": points},
                notes="\n".join(whole) if cut else "",
                blocks=tuple(block for each in passages for block in each.blocks),
                passage="\n".join(whole),
            )
        )

    def _rows(self, passages: Sequence[Passage]) -> None:
        """Paragraphs that begin with a short sentence: that as a head, with what is behind it."""
        rows: list[Value] = []
        for each in passages:
            head, text = each.row
            rows.append({"head": head, "text": text} if text else {"head": head})
        self.add(
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
        if said and introduced(said[0]):
            said = said[1:]
        if not said:
            self._text(passage.blocks)
            return
        own = led_title(said[0])
        name = self.name
        if own and (self.cards or self.heading is None):
            name = own
            rest = behind(own, said[0])
            if cells(rest) < 16:
                said = said[1:]
            elif not _HANGS.match(rest):
                said = [rest, *said[1:]]
        points: list[Value] = [*points_of(said)]
        if len(points) < 2:
            self._text(passage.blocks)
            return
        fields: dict[str, Value] = {"points": points}
        lead = str(points[0])
        if name == self.name and len(points) >= 4 and cells(lead) <= _PANEL:
            fields = {"lead": lead, "points": points[1:]}
        self.add(
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
            points, whole = _shown_of(group)
            first = number == 0
            name = self.name
            lead = intro.text.rstrip("：:") if intro and first else ""
            if lead and (self.cards or self.heading is None) and 14 <= cells(lead) <= 68:
                name = title(lead) if not title(lead).endswith("…") else name
            notes = "\n".join(filter(None, (intro.text if intro and first else "", whole)))
            fields: dict[str, Value] = {"points": points}
            if listing.numbered and len(groups) == 1:
                fields["numbered"] = "yes"
            blocks: tuple[Block, ...] = (listing,) if first else ()
            if intro and first:
                blocks = (*intro.blocks, *blocks)
            kind = "bullets"
            said = "\n".join(item.text for item in group)
            self.add(
                Card(kind=kind, title=name, fields=fields, notes=notes, blocks=blocks, passage=said)
            )


def _points_of(passages: Sequence[Passage]) -> tuple[list[Value], bool]:
    """The points that passages make, and whether they say less: what goes on from another is none
    where there are others."""
    own = [each for each in passages if not refers(each.text)]
    shown = own if len(own) > 2 and len(passages) > POINTS - 2 else passages
    telling = [each for each in shown if not introduced(each.text) and tells_something(each.text)]
    shown = telling if len(telling) > 1 else shown
    points: list[Value] = []
    for each in shown:
        says = [one for one in each.sentences if not introduced(one)]
        first = (says or each.sentences or [each.text])[0]
        points.append(point(COUNTED.sub("", each.text if cells(each.text) <= 120 else first)))
    if len(points) < _SENTENCES:
        # Few points say more of what stands below them.
        more = points_of([each for one in shown for each in one.sentences])
        if len(more) > len(points):
            return [*more[:_FILLED]], True
    pairs = zip(points, shown, strict=True)
    cut = len(shown) < len(passages) or any(len(str(a)) < len(b.text) - 1 for a, b in pairs)
    return points, cut


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


def _shown_of(group: Sequence[Item]) -> tuple[list[Value], str]:
    """The points that items make, as many as a slide shows, and the whole words where one was cut
    or left out; few items say more of what they tell."""
    points, whole = _nested(group)
    said = "\n".join(item.text for item in group)
    more = points_of([each for item in group for each in sentences(item.text)])
    if len(points) < _SENTENCES and len(points) < len(more):
        return [*more[:_FILLED]], said
    if not all(isinstance(each, str) for each in points):
        return points, whole
    shown: list[Value] = [*on_one([str(each) for each in points])]
    return shown, whole or (said if len(shown) < len(points) else "")


def _nested(items: Sequence[Item]) -> tuple[list[Value], str]:
    """The points of a list, those below under theirs; and the whole words where one was cut."""
    points: list[Value] = []
    cut = False
    for item in items:
        said = point(fitting(item.text, POINT))
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
