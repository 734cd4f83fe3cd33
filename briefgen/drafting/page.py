"""Turn the slides of a draft into its page: what leads it, and a topic for each of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, listed
from briefgen.drafting.clauses import weighs
from briefgen.drafting.figures import Numbers
from briefgen.drafting.intros import introduced
from briefgen.drafting.notable import trifling
from briefgen.drafting.shown import figured
from briefgen.drafting.signed import disclaims
from briefgen.drafting.verbs import VERB, whole_clause
from briefgen.drafting.wording import point, sentences
from briefgen.drafting.write import scalar
from briefgen.facts.drafts import Draft
from briefgen.patterns import pattern
from briefgen.record import Record

# Topics of a page, points of one, and leading figures; parts that are enough to be the topics.
_TOPICS, _POINTS, _FIGURES, _PARTS = 6, 3, 4, 3
# Columns of a topic's name, of a point, and of the page's lead; of a figure's label, by itself and
# with its period.
_NAME, _POINT, _LEAD = 28, 72, 200
_LEAST, _WORD, _LABEL, _DATED = 10, 6, 24, 34
# What an amount weighs that sums up no whole.
_HEAVY = 2
# So many things that are counted lead something.
_LARGE = 100
_NUMBERED = pattern(
    r"^(?:[一二三四五六七八九十]+[、是]|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、]|[—–-]+)\s*"
)
_CLAUSE = pattern(r"(?:[^，,：:；;。]|(?<=\d),(?=\d{3}))+")
_SENTENCE = pattern(r".*?(?:[。！？]|[.!?](?=\s|$))")
_GREETS = pattern(
    r"各位|请予审议|請予審議|我代表|同志们|Fellow|Good (?:morning|afternoon)|Exhibit|\\"
)
# What introduces, or names where something is from.
_NO_NAME = pattern(r"以下|如下|[资資]料来?來?源|^[若如但至]|注[:：]|\*")
_TELLS = pattern(r"\d")


class Topic(Record):
    """A part of the draft: its name, and the points that stand first in it."""

    name: str
    points: tuple[str, ...]


def page_of(cards: Sequence[Card], numbers: Numbers, leads: bool) -> Iterator[str]:
    """The lines of the topics and of the page, none where slides have too little for one. `leads`
    says whether there is room for figures beside the title."""
    summary = next((card for card in cards if card.closes), None)
    cards = [card for card in cards if not card.closes]
    topics = _topics(cards)
    if len(topics) < _PARTS:
        return
    yield from ("", "topics:")
    for number, topic in enumerate(_across(topics), 1):
        yield f"  - id: t{number}"
        yield f"    name: {scalar(numbers.written(topic.name))}"
        yield "    measures:"
        for each in topic.points:
            yield f"      - {scalar(numbers.written(each))}"
    yield from ("", "page:", "  style: article")
    if lead := _lead(cards):
        yield f"  lead: {scalar(numbers.written(lead))}"
    if leads and (ids := _figures(cards, numbers, summary)):
        yield f"  figures: [{', '.join(ids)}]"


def _figures(cards: Sequence[Card], numbers: Numbers, summary: Card | None) -> list[str]:
    """The ids of the figures that lead: those that the page's lead says, then the first of each
    slide, of slides far apart from each other."""
    lead = _lead(cards)
    # What the first slide does not say leads nothing.
    first_led = numbers.in_sentence(lead) if lead and lead == _lead(cards[:1]) else ()
    led = numbers.use(each for each in first_led if not trifling(each, _LARGE))
    drafts = {each.draft.id: each.draft for each in numbers.sure}
    every = [id for card in cards if (id := _first(card, numbers, drafts))]
    # Two under one name would not be told apart.
    first = list({drafts[id].label: id for id in reversed(every)}.values())[::-1]
    ends = [at * len(first) // _FIGURES for at in range(_FIGURES)] if first else []
    across = [first[at] for at in dict.fromkeys(ends)]
    # What sums up the whole leads.
    heavy = [id for id in first if weighs(drafts[id].label + " " + drafts[id].stated.text) > 2]
    leading = led[:1] if not heavy or set(led[:1]) <= {*heavy} else []
    heavy.sort(key=lambda id: (not drafts[id].period, drafts[id].quantity.unit == "%"))
    # What the last slide sums up leads, if it can stand alone.
    last = [] if summary is None else [id for id in first if _is_told(drafts[id], summary)]
    heavy = list(dict.fromkeys((*last, *heavy)))
    ids = (*leading, *heavy[:2], *across, *led)
    order = [id for id in dict.fromkeys(ids) if not drafts[id].quantity.direction]
    # Between $4 and $5 million: one end of a range is no figure by itself.
    order = [id for id in order if f"between {drafts[id].stated.text}" not in drafts[id].quote]
    return numbers.use(drafts[id] for id in order[:_FIGURES])


def _is_told(draft: Draft, summary: Card) -> bool:
    """Whether the title of the last slide tells a figure."""
    return draft.stated.text in summary.title and draft.label[:4] in summary.title


def _first(card: Card, numbers: Numbers, drafts: Mapping[str, Draft]) -> str:
    """The figure that a slide leads with: that in its title, else the first that it shows; "" where
    none of them can stand alone."""
    # Of bars that leads which is of what sums up the whole; the first is only the largest.
    shown = [
        id
        for id in figured(card)
        if card.kind != "bar" or weighs(f"{drafts[id].label} {drafts[id].stated.text}") > _HEAVY
    ]
    seen = _text(card) if card.kind == "text" else card.passage
    seen = card.notes if card.kind in ("grouped", "column") else seen
    said = (card.title, *sentences(seen)[:2])
    told = (draft.id for each in said for draft in numbers.in_sentence(each))
    known = [drafts[id] for id in (*told, *shown) if id in drafts]
    named = (each for each in known if _names(each.label) and each.quantity.unit)
    fit = (each for each in named if cells(each.label + each.period) <= _DATED)
    told_once = (each for each in fit if each.quantity.qualifier not in (each.label or ""))
    plain = (each for each in fit if not each.quantity.qualifier)
    led = [
        each
        for each in (*plain, *told_once)
        if not (each.quantity.direction or trifling(each, _LARGE))
    ]
    led.sort(key=lambda each: -weighs(f"{each.label} {each.stated.text}"))
    return next((each.id for each in led), "")


def _names(label: str) -> bool:
    """Whether a label is long enough to say what it names, and short enough for a page."""
    least = _LEAST if has_hanzi(label) else _WORD
    return least <= cells(label) <= _LABEL and not _OF_ANOTHER.match(label)


# Both revenue, previous year’s figure: what only its sentence says of what it is.
_OF_ANOTHER = pattern(r"(?:Both|Previous|Prior|Last|Such|Same)\b")


def _topics(cards: Sequence[Card]) -> list[Topic]:
    """The parts of a draft: its sections, or its slides where it has too few of them."""
    sections = [at for at, card in enumerate(cards) if card.kind == "section"]
    made = list(_parts(cards, sections)) if len(sections) >= _PARTS else []
    return made if len(made) >= _PARTS else list(_parts(cards, list(range(len(cards)))))


def _parts(cards: Sequence[Card], starts: Sequence[int]) -> Iterator[Topic]:
    """The parts that begin at some slides, each name once."""
    seen: set[str] = set()
    if not starts:
        return
    for at, stop in zip(starts, (*starts[1:], len(cards)), strict=True):
        points = [point for card in cards[at:stop] for point in _points(card)]
        clause = _CLAUSE.match(_NUMBERED.sub("", cards[at].topic or cards[at].title))
        name = _named(clause[0].strip()) if clause else ""
        if _NO_NAME.search(name):
            continue
        if points and 4 <= cells(name) <= _room(name, _NAME) and name not in seen:
            seen.add(name)
            # What has a number says more than what has none.
            telling = sorted(points, key=lambda point: not _TELLS.search(point))[:_POINTS]
            yield Topic(name, tuple(point for point in points if point in telling)[:_POINTS])


def _named(clause: str) -> str:
    """What a topic is called: a clause, of a long English one what it is of."""
    if has_hanzi(clause) or cells(clause) <= _room(clause, _NAME):
        return clause
    verb = VERB.search(clause)
    return clause[: verb.start()].strip() if verb else clause


def _across(topics: Sequence[Topic]) -> list[Topic]:
    """So many topics as a page has, from all of the text: of neighbours that with most numbers."""
    if len(topics) <= _TOPICS:
        return list(topics)
    ends = [at * len(topics) // _TOPICS for at in range(_TOPICS + 1)]
    return [max(topics[start:end], key=_telling) for start, end in pairwise(ends)]


def _telling(topic: Topic) -> int:
    return sum(bool(_TELLS.search(point)) for point in topic.points)


def _room(words: str, room: int) -> int:
    """How many columns words may have: English needs more of them."""
    return room * 7 // 4 if words.isascii() else room


def _points(card: Card) -> list[str]:
    """The points of a slide that are whole, and short enough for a page."""
    points = listed((card.plain or card).fields, "points")
    said = [each for each in points if isinstance(each, str)]
    if card.kind in ("grouped", "column"):
        # A heading among the notes is no point.
        told = map(point, sentences(card.notes))
        said = [each for each in told if whole_clause(each)]
    return [
        each
        for each in said
        if _LEAST <= cells(each) <= _room(each, _POINT)
        and not each.endswith(("…", "：", ":"))
        and not each[:1].islower()
        and not introduced(each)
    ]


def _text(card: Card) -> str:
    said = card.fields.get("text", "")
    return said if isinstance(said, str) else "\n".join(map(str, said))


# 1 Adjusted EBITDA is …: a note at the foot.
_NOTE = pattern(r"(?:\d{1,2}|[*†‡]+) ?[A-Z][a-z]")


def _lead(cards: Sequence[Card]) -> str:
    """The first sentence of the draft that tells a number, or else anything but a greeting."""
    found = [
        match[0]
        for card in cards
        for paragraph in (card.notes or _text(card)).split("\n")
        for match in [_SENTENCE.match(paragraph)]
        if match and _NAME < cells(match[0]) <= _LEAD and not _GREETS.search(match[0])
        if not disclaims(match[0]) and not _NOTE.match(match[0])
    ]
    telling = next((words for words in found if _TELLS.search(words)), "")
    return telling or next(iter(found), "")
