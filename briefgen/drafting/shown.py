"""Turn slides of sentences into slides of what the sentences count: charts, tables, key figures.

Figures of one sentence and one unit are bars; amounts with their growth are rows of a table; what
is dated is a timeline; a passage of many figures is these. None of it is said that the sentences do
not say: the names of bars and rows are the labels of the ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from briefgen.brief.wording import Language
from briefgen.chinese.hanzi import has_hanzi
from briefgen.drafting.attributes import rows_of
from briefgen.drafting.bars import Counted, chart, named_in, rates, told
from briefgen.drafting.beside import beside
from briefgen.drafting.cards import Card, Value, lines_of, listed, retitled, whole_of
from briefgen.drafting.claims import entitled
from briefgen.drafting.clauses import follows, telling_clauses, weighs
from briefgen.drafting.dated import timeline_of
from briefgen.drafting.figures import Numbers
from briefgen.drafting.guided import guided
from briefgen.drafting.measured import measured
from briefgen.drafting.notable import GROWTH, trifling, year_of
from briefgen.drafting.proved import proves
from briefgen.drafting.results import is_result
from briefgen.drafting.rowed import rowed
from briefgen.drafting.wording import LINE, TELLS, claims_in, sentences
from briefgen.facts.drafts import Draft
from briefgen.facts.units import unit_of
from briefgen.record import replace

# Columns of the label of a figure that is a bar, whose name is what others do not share.
_BAR_LABEL = 44
# Rows of a table; figures of a slide of them, and slides between two of those.
_ROWS, _FEWEST, _MOST, _BETWEEN = range(3, 8), 3, 4, 3
_KINDS = ("bullets", "text", "summary")
# How much less than figures and charts other forms are worth: rows, and plain points.
_WORTH = {"statement": 2, "summary": 2, "cards": 2, "bullets": 4, "text": 6}
_LED = 2
# A statement stands out once. Figures soon after others say less; a chart of so many bars is worth
# more than any other form.
_AGAIN, _NEAR, _MANY = 6, 3, 5
_HEADS: Mapping[Language, tuple[str, str, str]] = {
    "en": ("Indicator", "Value", "Growth"),
    "zh-Hans": ("指标", "数值", "增速"),
    "zh-Hant": ("指標", "數值", "增速"),
}
_THINGS: Mapping[Language, str] = {"en": "Item", "zh-Hans": "项目", "zh-Hant": "項目"}


def shown(cards: Sequence[Card], numbers: Numbers, language: Language) -> Iterator[Card]:
    """The slides, with what their passages count in the stead of some: of the forms that a slide
    can take that which the draft has least, and none that the slide before has."""
    had: Counter[str] = Counter()
    taken = {card.title for card in cards}
    last = ""
    since = _BETWEEN
    every = [(*_forms(card, numbers, language), card) for card in cards]
    fixed = [_fixed(forms) for forms in every]
    for card, forms, own, after in zip(
        cards, every, fixed, [*fixed[1:], ""][: len(fixed)], strict=True
    ):
        free = [each for each in forms if each.kind not in (last, after)]
        free = [each for each in forms if each.kind == own != last] or free

        def cost(each: Card, since: int = since) -> int:
            near = _NEAR if each.kind == "kpi" and since < _BETWEEN else 0
            again = _AGAIN if each.kind == "statement" and had[each.kind] else 0
            worth = _LED if "figure" in each.fields else _WORTH.get(each.kind, 0)
            return again + had[each.kind] + worth + near

        ranked = sorted(free, key=cost)
        best = next((each for each in ranked if _is_led(each, numbers, taken)), card)
        had[best.kind] += 1
        last = best.kind
        since = 0 if last == "kpi" else since + 1
        best = _titled(best, numbers, taken) if best is not card else card
        taken.add(best.title)
        yield _used(best, numbers)


def _is_led(card: Card, numbers: Numbers, taken: Collection[str]) -> bool:
    """Whether a slide of figures has a title that tells something; any other is as it is."""
    if card.kind != "kpi":
        return True
    title = _titled(card, numbers, taken).title
    return bool(TELLS.search(title)) or is_result(title)


def _fixed(forms: Sequence[Card]) -> str:
    """The kind that a slide has whatever the others are: its only one, or a chart of many bars; ""
    where it can take several."""
    if len(forms) == 1:
        return forms[0].kind
    charts = (each for each in forms if len(listed(each.fields, "labels")) >= _MANY)
    return next((each.kind for each in charts), "")


def _titled(card: Card, numbers: Numbers, taken: Collection[str]) -> Card:
    """A slide of figures under the clause that tells the first of them, where it is called by its
    heading alone."""
    ids = figured(card)
    if not ids:
        return card
    said = [each for line in lines_of(card.plain or card) for each in sentences(line)]
    stated = {each.draft.stated.text for each in numbers.sure if each.draft.id in ids}
    if any(each in card.title for each in stated):
        return card
    topic = card.topic or card.title
    if card.topic:
        found = _retitled(card, said, stated, taken)
    else:
        found = entitled(card.title, said, taken) or _claimed(card, said, stated, taken)
    found = found or _told_of(
        topic, said, [n.draft for n in numbers.sure if n.draft.id in ids], taken
    )
    beside = " ".join(each for each in listed(card.fields, "points") if isinstance(each, str))
    if not found and not proves(card.title, beside) and card.topic not in taken:
        # A number that is none of those below is no title of them.
        found = card.topic
    return _lit(replace(retitled(card, found), topic=topic), numbers) if found else card


def _retitled(
    card: Card, said: Sequence[str], stated: Collection[str], taken: Collection[str]
) -> str:
    """The title of a slide whose own tells none of the figures below it, where a clause about one
    makes one; "" for none."""
    about = [each for each in said if any(one in each for one in stated)]
    found = entitled(card.topic, about, taken)
    return found if any(each in found for each in stated) else ""


def _told_of(
    topic: str, said: Sequence[str], drafts: Sequence[Draft], taken: Collection[str]
) -> str:
    """The first clause that tells one of the figures of a slide, below its heading or by itself; ""
    for none."""
    pairs = [(each, draft) for each in said for draft in drafts if draft.stated.text in each]
    made = (told(topic, each, draft.label, draft) for each, draft in pairs)
    if found := next((each for each in made if each and each not in taken), ""):
        return found
    rooms = (LINE,) if any(map(has_hanzi, said)) else _ENGLISH
    claims = (
        (claim, draft.stated.text)
        for most in rooms
        for each, draft in pairs
        for claim in (*claims_in(each, most), *telling_clauses(each, most))
    )
    return next((claim for claim, text in claims if text in claim and claim not in taken), "")


def _lit(card: Card, numbers: Numbers) -> Card:
    """A chart with the bar in the accent that its title tells, where it tells one of them."""
    ids = figured(card)
    drafts = [each.draft for each in numbers.sure if each.draft.id in ids]
    named = named_in(card.title, drafts) if card.kind == "bar" else []
    if len(named) != 1:
        return card
    return replace(card, fields={**card.fields, "highlight": named[0].id})


def _claimed(
    card: Card, said: Sequence[str], stated: Collection[str], taken: Collection[str]
) -> str:
    """The clause that tells an amount which a slide shows, where its heading tells none; "" for
    none."""
    if TELLS.search(card.title):
        return ""
    rooms = (LINE,) if has_hanzi(card.title) else _ENGLISH
    claims = (claim for most in rooms for each in said for claim in claims_in(each, most))
    fit = (each for each in claims if weighs(each) >= _HEAVY and any(s in each for s in stated))
    return next((each for each in fit if each not in taken), "")


# Columns of an English title in one line and in two; what an amount weighs.
_ENGLISH, _HEAVY = (66, 84), 2


def _forms(card: Card, numbers: Numbers, language: Language) -> Iterator[Card]:
    """A slide in the other forms that it can take, the plainest last."""
    if card.kind not in _KINDS or card.files or card.settled or "image" in card.fields:
        return
    lines = lines_of(card)
    said = [each for line in lines for each in sentences(line)]
    if timeline := timeline_of(card, said, whole_of(card)):
        yield timeline
    if rows := guided(card, said) or measured(card, said):
        yield rows
        return
    # Of several things with several measures each a chart would show one.
    if alike := _alike_table(card, said, language):
        yield alike
    named = [Counted(each, tuple(numbers.in_sentence(each, _BAR_LABEL))) for each in said]
    if drawn := chart(card, named) or rates(card, named):
        yield drawn
    counted = [Counted(each, tuple(numbers.in_sentence(each))) for each in said]
    if not alike and (table := _table(card, named, language)):
        yield table
    if figures := _figures(card, counted):
        yield figures
    if led := beside(card, counted):
        yield led
    yield from rowed(card, lines)


def _used(card: Card, numbers: Numbers) -> Card:
    """A slide, of which the figures stand in the ledger."""
    numbers.use_ids(figured(card))
    return card


def figured(card: Card) -> list[str]:
    """The ids of the figures that a slide shows by themselves, in order."""
    ids = [each for each in listed(card.fields, "figures") if isinstance(each, str)]
    if isinstance(own := card.fields.get("figure"), str):
        ids.append(own)
    led = (each for each in listed(card.fields, "cards") if isinstance(each, Mapping))
    ids += [str(each["figure"]) for each in led if "figure" in each]
    for row in listed(card.fields, "rows"):
        if not isinstance(row, str | Mapping):
            shown_ = (cell["figure"] for cell in row if isinstance(cell, Mapping))
            ids += [str(cell).partition(":")[0] for cell in shown_]
    return ids


def _table(card: Card, counted: Sequence[Counted], language: Language) -> Card | None:
    """Amounts and their growth as rows."""
    # The growth of an amount stands in its own sentence.
    every = [
        (draft, of_one)
        for each in counted
        for of_one in [{one.label: one for one in reversed(each.drafts)}]
        for draft in each.drafts
    ]
    rows: list[Value] = []
    seen: set[str] = set()
    for draft, grown in every:
        growth = next(
            (grown[draft.label + end] for end in GROWTH if draft.label + end in grown), None
        )
        amount = draft.quantity.unit != "%" and draft.label not in seen
        if growth and amount and growth.quantity.unit == "%":
            seen.add(draft.label)
            rows.append([draft.label, {"figure": draft.id}, {"figure": f"{growth.id}:signed"}])
    if len(rows) not in _ROWS:
        rows = rows[: _ROWS.stop - 1]
    if len(rows) not in _ROWS:
        return None
    fields: dict[str, Value] = {"header": _HEADS[language], "rows": rows}
    return replace(card, kind="table", fields=fields, notes=whole_of(card), plain=card)


def _alike_table(card: Card, said: Sequence[str], language: Language) -> Card | None:
    """What a sentence says alike of several things, as rows."""
    found = rows_of(said, _THINGS[language])
    if not found:
        return None
    fields: dict[str, Value] = {"header": found[0], "rows": found[1:]}
    return replace(card, kind="table", fields=fields, notes=whole_of(card), plain=card)


def _figures(card: Card, counted: Sequence[Counted]) -> Card | None:
    """The figures of a passage that is rich in them."""
    found: dict[str, Draft] = {}
    for each in counted:
        for draft in each.drafts:
            if not follows(draft.label):
                found.setdefault(draft.label, draft)
    # A few things that somebody did are no figures to lead with.
    # Nor are those of the period that another is compared with.
    years = {id(draft): year_of(draft) for draft in found.values()}
    latest = max(years.values(), default=0)
    led = [
        draft for draft in found.values() if not trifling(draft) and years[id(draft)] in (0, latest)
    ]
    # What one paragraph tells is of one matter.
    shown_ = led if card.kind == "text" and _FEWEST <= len(led) <= _MOST else _like(led)
    # Nor is what somebody aims at together: the weightiest of it.
    aims = [each for each in led if each.kind == "target"]
    of_one = len({each.period for each in aims}) == 1 and 2 * len(aims) > len(led)
    if (
        of_one
        and len(aims) >= _FEWEST
        and (not TELLS.search(card.title) or _named(aims, card.title))
    ):
        shown_ = sorted(aims, key=lambda each: -_heft([each]))[:_MOST]
    ids = [draft.id for draft in shown_]
    if len(ids) < max(_FEWEST, len(listed(card.fields, "points")) - 1):
        return None
    fields: dict[str, Value] = {"figures": ids[:_MOST]}
    # Few things lead no slide.
    if named := [each for each in _named(shown_, card.title) if _heft([each])]:
        ids = [named[0].id, *(each for each in ids if each != named[0].id)]
        fields = {"figures": ids[:_MOST], "emphasis": ids[0]}
    return replace(card, kind="kpi", fields=fields, notes=whole_of(card), plain=card)


def _named(drafts: Sequence[Draft], title: str) -> list[Draft]:
    """Those of the figures that a title tells: by their number, and the beginning of their name."""
    told_ = (each for each in drafts if each.stated.text in title)
    return [each for each in told_ if _stem(each)[:_BEGINS] in title]


_BEGINS = 4


def _stem(draft: Draft) -> str:
    """What a figure is of, without what is measured of it."""
    ending = next((each for each in GROWTH if draft.label.endswith(each)), "")
    return draft.label.removesuffix(ending)


def _like(drafts: Sequence[Draft]) -> list[Draft]:
    """Those figures that are counted alike and can stand beside each other, the weightiest first:
    sums with what each share has of them, growths, shares of a whole, things of one counter."""
    groups: dict[tuple[str, str], list[Draft]] = {}
    for each in drafts:
        groups.setdefault((_counted(each), each.kind), []).append(each)
    best = max(
        groups.values(), key=lambda group: (min(len(group), _MOST), _heft(group)), default=[]
    )
    return sorted(best, key=lambda each: -_heft([each]))[:_MOST]


def _heft(drafts: Sequence[Draft]) -> int:
    return sum(weighs(f"{each.label} {each.stated.text}") for each in drafts)


def _counted(draft: Draft) -> str:
    """What a figure is counted in, as far as others can stand beside it."""
    unit = draft.quantity.unit
    if draft.quantity.form == "rank":
        return "rank"
    if unit == "%":
        return "growth" if draft.label.endswith(GROWTH) else "share"
    if unit_of(unit).kind == "money" or unit.endswith("/股"):
        return "money"
    return unit
