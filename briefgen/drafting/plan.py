"""Turn a document into slides: headings into sections and titles, what stands below into points.

A heading with several slides' worth below it is a section; any other is the title of a slide. Short
paragraphs stand together as points under their heading; a long one has a slide of its own, whose
title is the clause that it begins with. What a slide shortens stands whole in its notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.accounts import called, cleaned, few
from briefgen.drafting.ahead import aimed
from briefgen.drafting.below import noted, slides_below
from briefgen.drafting.cards import Card, Value
from briefgen.drafting.choice import Where, chosen
from briefgen.drafting.claims import concluded
from briefgen.drafting.closing import summed
from briefgen.drafting.intros import introduced
from briefgen.drafting.named import told_apart, unnumbered
from briefgen.drafting.paired import repeated
from briefgen.drafting.passages import introduces
from briefgen.drafting.rows import main_rows
from briefgen.drafting.scattered import gathered
from briefgen.drafting.signed import empty, unnoted
from briefgen.drafting.timed import timed
from briefgen.drafting.tree import (
    Aside,
    Block,
    Document,
    Heading,
    Paragraph,
    words_of,
)
from briefgen.drafting.voiced import together
from briefgen.drafting.wording import TELLS, led_title, sentences, title
from briefgen.patterns import pattern
from briefgen.record import Record

# Slides of a draft.
MOST_SLIDES = 40
# Sections have slides of their own where there are so many others for each.
_SECTION = 2.2
# Fewer slides are those of a short text.
_SHORT = 5
# From so many slides behind the cover on the last one sums up.
_SUMMED = 7
# A draft of fewer slides has none for sections and contents.
_SECTIONED = 20
# So many slides are news.
_NEWS = 3
# The lead of a section, and a part that is a row of an overview; rows of one.
_LEAD, _ROW, _ROWS = 130, 150, 6
# Lines before the text, and how wide they are at most.
_FRONT_LINES, _FRONT_WIDTH, _FRONT_SENTENCE = 24, 64, 24

_NEWSLINES, _NEWSLINE = 3, 220

# How a report to an assembly begins: it says nothing of what is reported.
_REPORTS = pattern(r"[请請]予[审審][议議]|[请請](?:各位代表)?[审審][议議]")
# Acme Corp. today announced results for the quarter: its name and its news stand on the cover.
_ANNOUNCES = pattern(
    r"^[^.]{2,120}(?:\. ?[^.]{1,40})? (?:today (?:announced|reported)|(?:announced|reported) today)"
    r"(?: (?:its|the|financial|unaudited|operating|consolidated|\w+-\w+))* results [^.]*\.$"
)
# Who is spoken to, and who took the picture above a report in a newspaper.
_TAKEN = pattern(
    r"(?:各位代表|各位委[员員]|同志[们們])[：:]$|[记記]者[^，。]{1,12}[摄攝]\s?(?:各位代表[：:]?)?$|[摄攝]影[：:].{2,12}$"
)
# ——2026年1月26日在……会议上，来源，各位代表：where a report was given, printed, and to whom.
_HEADS, _HEAD_WIDTH = (
    pattern(
        r"^[-—―]*\s*(?:19|20)\d\d年\d+月\d+日在.{4,60}上|来源[：:]|作(?:政府)?工作[报報]告[。]?$"
        r"|^各位(?:代表|委[员員])[：:，]?\s*$|^(?:各位代表[：:，]\s*)?[现現]在，?我(?:代表|受).{2,40}[报報]告"
    ),
    200,
)
_CONTENTS = pattern(r"目\s*[录錄次]|(?:Table of )?Contents|CONTENTS", 2)


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


def plan(document: Document, subject: str, most: int = MOST_SLIDES) -> Plan:
    """The slides of a document: up to as many as a draft has (`most`, with cover and agenda), from
    every part of it. `subject` is what slides without a heading are about."""
    front, blocks = _front(unnoted(document.blocks))
    parts = parts_of([block for block in gathered(blocks) if not empty(block)])
    made = _made(parts, title(subject), most)
    count = sum(len(cards) for _, cards in made)
    headed = [part for part, cards in made if part.heading and cards]
    # Sections open with a slide of their own only where that leaves room for what they say.
    room = min(count, most - 2 - len(headed))
    sectioned = most >= _SECTIONED and len(headed) >= 2 and room >= _SECTION * len(headed)
    cards: list[Card] = []
    for part, plain in made:
        whole = sectioned and part.heading and part.every[1:] and plain
        cards += _section(part, subject) if whole else plain
    if most < _SECTIONED:
        cards = _full(cards, made) or cards
    agenda = sum(card.kind == "section" for card in cards) >= 2
    room = most - 1 - agenda
    kept = _kept(cards, parts, room - 1, subject, most)
    # The last slide sums up, where there are enough of them.
    last = summed(kept, title(subject)) if room >= _SUMMED else None
    kept = [*kept, last] if last else _kept(cards, parts, room, subject, most)
    sections = sum(card.kind == "section" for card in kept)
    return Plan(cards=tuple(kept), front=front, agenda=2 <= sections <= 16)


def _made(parts: Sequence[Part], name: str, most: int) -> list[tuple[Part, list[Card]]]:
    """The slides of each part, without what every company says below its news where there are
    news."""
    made = [(part, list(_cards(part, name))) for part in parts]
    twice = repeated([card for _, cards in made for card in cards])
    made = [(part, [card for card in cards if card not in twice]) for part, cards in made]
    heads = [part.heading.text if part.heading else "" for part in parts]
    news = [each for each, head in zip(made, heads, strict=True) if not _ROUTINE.search(head)]
    made = news if sum(len(cards) for _, cards in news) >= _NEWS else made
    count = sum(len(cards) for _, cards in made)
    if count < _SHORT <= most < _SECTIONED and not any(heads):
        # Short news has a slide for each of its paragraphs.
        return [(part, list(_each(part.blocks, name))) for part in parts]
    return made


def _full(cards: Sequence[Card], made: Sequence[tuple[Part, list[Card]]]) -> list[Card]:
    """The slides that say enough for a draft of few, tables with their main rows."""
    many = sum(bool(part.heading and own) for part, own in made) >= _HEADED
    leading = {id(card) for part, own in made if many and not part.heading for card in own}
    full = [each for each in cards if not _is_thin(each, id(each) in leading)]
    # A draft of few shows of each part what tells a number, where there is enough of it.
    rich = {id(each) for each in full if each.files or _tells(each)}
    if len(rich) >= _RICH:
        spoken = [id(each) for _, own in made if any(id(a) in rich for a in own) for each in own]
        full = [each for each in full if id(each) in rich or id(each) not in spoken]
    return list(called(map(main_rows, map(cleaned, few(full)))))


def _kept(
    cards: Sequence[Card], parts: Sequence[Part], room: int, subject: str, most: int
) -> list[Card]:
    """So many of the slides under titles that say what they tell, none called as another is."""
    kept = list(together(chosen(cards, dict(_paths(parts)), room), few=most < _SECTIONED))
    apart = told_apart(kept, title(subject), numbered=most >= _SECTIONED)
    kept = list(timed(list(unnumbered(list(concluded(list(apart)))))))
    kept = list(aimed(kept, [block for part in parts for block in part.every]))
    if most < _SECTIONED:
        kept = [card for card in kept if not _says_no_more(card, title(subject))] or kept
    return kept


def _tells(card: Card) -> bool:
    return bool(TELLS.search(" ".join(map(words_of, card.blocks))))


def _is_thin(card: Card, leads: bool) -> bool:
    """Whether a slide says too little for a draft of few: a heading alone, a line, what only
    `leads` to its parts, what every company says below its news."""
    text = " ".join(words_of(block) for block in card.blocks if not isinstance(block, Heading))
    told = f"{card.title} {text[:_BEGIN]}"
    if card.files or not card.blocks or (card.kind == "table" and not _ROUTINE.search(told)):
        return False
    said = "".join(each for each in sentences(text) if not introduced(each))
    least = _THIN if has_hanzi(text) else _THIN_ENGLISH
    if leads:
        # What stands before the first of many parts says what they will.
        least = 5 * least
    # What every report says of whom it follows.
    formal = has_hanzi(text) and not TELLS.search(said) and _FORMAL.search(said)
    few = cells(said) < least and not TELLS.search(said)
    return few or bool(formal) or bool(_ROUTINE.search(told))


def _says_no_more(card: Card, subject: str) -> bool:
    """Whether a slide is called as the whole is, and tells nothing beside that."""
    said = " ".join(map(words_of, card.blocks))
    return card.kind == "text" and card.title == subject and not TELLS.search(said)


# Columns of a slide that says little; what such a slide begins with, within so many characters.
_THIN, _THIN_ENGLISH, _BEGIN = 60, 110, 400
_FORMAL = pattern(r"习近平(?:新时代|总书记)|習近平|指导思想|“两个确立”|党的二十")
# Slides that tell a number and are enough for a draft of few.
_RICH = 5
# So many parts of a text say by themselves what leads to them.
_HEADED = 4
_ROUTINE = pattern(
    r"SAFE HARBOR|[Ss]afe [Hh]arbor|[Ff]orward-[Ll]ooking [Ss]tatements?|[Ww]ebcast"
    r"|[Cc]onference [Cc]all|[Nn]on-(?:GAAP|IFRS) (?:[Ff]inancial )?[Mm]easures"
    r"|[Ii]nvestor [Rr]elations|[Mm]edia [Cc]ontact|Prospective [Ff]inancial"
    r"|[Aa]vailable for [Dd]ownload|AVAILABLE FOR DOWNLOAD|[Ee]xcludes? [Ss]pecial [Ii]tems"
    r"|[Ww]e (?:calculate|define) [A-Z]|[Ww]ill host a|[Nn]ot reconciled|[Rr]econciliation of"
    r"|RECONCILIATION|Reconciliation|^About [A-Z]|\bCONTACTS?\b"
    r"|(?i:proxy statement|no offer or solicitation|where to find it|earnings (?:review )?call"
    r"|dial[- ]in\b|non-gaap (?:financial )?(?:information|metrics)|deemed to be participants"
    r"|cautionary (?:note|statement)|key metrics)"
)


def _paths(parts: Sequence[Part], above: tuple[int, ...] = ()) -> Iterator[tuple[int, Where]]:
    """For each block (by its id) the parts that it stands in, from the outermost."""
    for at, part in enumerate(parts):
        path = (*above, at)
        own = (part.heading,) if part.heading else ()
        yield from ((id(block), path) for block in (*own, *part.blocks))
        yield from _paths(part.parts, path)


def _front(blocks: Sequence[Block]) -> tuple[tuple[Paragraph, ...], Sequence[Block]]:
    """The short lines before the text begins (who speaks, where it was printed, when), and the
    rest."""
    front: list[Paragraph] = []
    for block in blocks[:_FRONT_LINES]:
        if not isinstance(block, Paragraph):
            break
        announced = _ANNOUNCES.search(block.text) and not TELLS.search(block.text)
        reports = _REPORTS.search(block.text[:_FRONT_WIDTH]) or _TAKEN.search(block.text)
        headed = cells(block.text) <= _HEAD_WIDTH and _HEADS.search(block.text)
        formal = (
            announced or reports or headed or (len(front) < _NEWSLINES and _is_newsline(block.text))
        )
        if cells(block.text) > _FRONT_WIDTH and not formal:
            break
        ended = block.text.endswith(("。", "！", "？")) and cells(block.text) > _FRONT_SENTENCE
        if ended and not formal:
            break
        front.append(block)
    return tuple(front), blocks[len(front) :]


def _is_newsline(text: str) -> bool:
    """Whether a line is a further one of a title of news: no sentence, which has an end."""
    whole = cells(text) <= _NEWSLINE and not has_hanzi(text)
    return whole and text.rstrip()[-1:].isalnum()


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


def _section(part: Part, subject: str) -> Iterator[Card]:
    """A section's opening slide, with a short first paragraph as its lead, and its slides."""
    assert part.heading is not None
    blocks = list(part.blocks)
    first = blocks[0] if blocks else None
    fields: dict[str, Value] = {}
    used: tuple[Block, ...] = (part.heading,)
    if isinstance(first, Paragraph) and cells(first.text) <= _LEAD and not introduces(first.text):
        fields["lead"] = first.text
        used = (part.heading, first)
        blocks = blocks[1:]
    name = title(part.heading.text) or _led(part) or title(subject)
    yield Card(
        kind="section",
        title=name,
        fields=fields,
        notes=noted(part.heading, name, ()),
        blocks=used,
    )
    yield from slides_below(blocks, None, name)
    for child in part.parts:
        yield from _cards(child, name)


def _cards(part: Part, subject: str) -> Iterator[Card]:
    """The slides of a part. `subject` is the heading above it. Contents have none."""
    if part.heading and _CONTENTS.fullmatch(part.heading.text.strip()) and not part.parts:
        return
    if part.heading is None:
        yield from slides_below(part.blocks, None, subject)
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
    own = list(slides_below(part.blocks, part.heading, name))
    if not own and part.heading.text.strip():
        own = [Card(kind="section", title=name, fields={}, blocks=(part.heading,))]
    yield from own
    for child in part.parts:
        yield from _cards(child, name)


def _led(part: Part) -> str:
    """What a part without a heading is called: the clause that its text begins with."""
    texts = (block.text for block in part.blocks if isinstance(block, Paragraph))
    return led_title(next(texts, ""))


def _each(blocks: Sequence[Block], name: str) -> Iterator[Card]:
    """The slides of blocks without headings: of each by itself, of a few short ones together."""
    waiting: list[Block] = []
    said = 0
    for block in blocks:
        own = len(sentences(block.text)) if isinstance(block, Paragraph) else _TOGETHER
        if waiting and said + own > _TOGETHER:
            yield from slides_below(waiting, None, name)
            waiting, said = [], 0
        waiting.append(block)
        said += own
    yield from slides_below(waiting, None, name)


# Sentences of paragraphs that share a slide.
_TOGETHER = 5


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
        notes=noted(part.heading, name, ()),
        blocks=(part.heading,),
    )
