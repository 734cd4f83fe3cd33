"""Turn slides of sentences into slides of what the sentences count: charts, tables, key figures.

Figures of one sentence and one unit are bars; amounts with their growth are rows of a table; what
is dated is a timeline; a passage of many figures is these. None of it is said that the sentences do
not say: the names of bars and rows are the labels of the ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from briefgen.brief.wording import Language
from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.attributes import rows_of
from briefgen.drafting.cards import Card, Value, listed
from briefgen.drafting.claims import entitled
from briefgen.drafting.clauses import weighs
from briefgen.drafting.dated import timeline_of
from briefgen.drafting.figures import Numbers
from briefgen.drafting.rowed import rowed
from briefgen.drafting.wording import LINE, TELLS, claims_in, point, sentences
from briefgen.facts.drafts import Draft
from briefgen.patterns import pattern
from briefgen.record import Record, replace
from briefgen.typography.segment import word_ends

# Bars of a chart, and how wide their names are; points beside them.
_BARS, _BAR_NAME, _BESIDE = range(3, 9), 32, 3
# Columns of the label of a figure that is a bar, whose name is what others do not share.
_BAR_LABEL = 44
# Rows of a table; figures of a slide of them, and slides between two of those.
_ROWS, _FEWEST, _MOST, _BETWEEN = range(3, 8), 3, 6, 3
# Figures of a slide on which the first stands on a panel of its own.
_BESIDE_FIRST = 4
_KINDS = ("bullets", "text", "summary")
# How much less than figures and charts other forms are worth: rows, and plain points.
_WORTH = {"statement": 1, "summary": 2, "cards": 2, "bullets": 4, "text": 6}
# And figures soon after others; a chart of so many bars is worth more than any other form.
_NEAR, _MANY = 3, 5
_GROWTH = ("增速", "增幅", "涨幅", "漲幅", "升幅", " growth")
# What bars show, where all their names end with it: 食品等产业增加值增速.
_MEASURED = pattern(
    r"(?:等[产產行][业業])?(?:[总總]?[产產](?:值|量)|增加值|面[积積]|支出|收入|[销銷售]?[售量额額]|零售[额額])?"
    r"(?:增速|增幅|占比|比重)?$| growth$"
)
# 工资性, 经营净: what says nothing without the word behind it.
_CUT = pattern(r"[性净淨总總均增]$")
_AMONG = pattern(r"^等(?:[产產行][业業])?")
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
            return had[each.kind] + _WORTH.get(each.kind, 0) + near

        best = min(free, key=cost, default=card)
        had[best.kind] += 1
        last = best.kind
        since = 0 if last == "kpi" else since + 1
        best = _titled(best, numbers, taken) if best is not card else card
        taken.add(best.title)
        yield _used(best, numbers)


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
    if not ids or (card.topic and card.kind == "bar"):
        return card
    said = [each for line in _lines(card.plain or card) for each in sentences(line)]
    stated = {each.draft.stated.text for each in numbers.sure if each.draft.id in ids}
    if card.topic:
        return _retitled(card, said, stated, taken)
    found = entitled(card.title, said, taken) or _claimed(card, said, stated, taken)
    if not found:
        drafts = [
            (each, draft)
            for each in said
            for draft in numbers.in_sentence(each, _BAR_LABEL)
            if draft.id in ids
        ]
        told = (_told(card.title, each, draft.label, draft) for each, draft in drafts)
        found = next((each for each in told if each and each not in taken), "")
    return _lit(replace(card, title=found, topic=card.title), numbers) if found else card


def _retitled(
    card: Card, said: Sequence[str], stated: Collection[str], taken: Collection[str]
) -> Card:
    """A slide whose title tells one of the figures below it, where a clause about one makes one."""
    if any(each in card.title for each in stated):
        return card
    found = entitled(
        card.topic, [each for each in said if any(one in each for one in stated)], taken
    )
    return replace(card, title=found) if any(each in found for each in stated) else card


def _lit(card: Card, numbers: Numbers) -> Card:
    """A chart with the bar in the accent that its title tells, where it tells one of them."""
    ids = figured(card)
    drafts = [each.draft for each in numbers.sure if each.draft.id in ids]
    named = _named_in(card.title, drafts) if card.kind == "bar" else []
    if len(named) != 1:
        return card
    return replace(card, fields={**card.fields, "highlight": named[0].id})


def _named_in(title: str, drafts: Sequence[Draft]) -> list[Draft]:
    told = {*_DIGITS.findall(title)}
    return [each for each in drafts if told & {*_DIGITS.findall(each.stated.text)}]


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
    lines = _lines(card)
    said = [each for line in lines for each in sentences(line)]
    if timeline := timeline_of(card, said, _whole(card)):
        yield timeline
    # Of several things with several measures each a chart would show one.
    if alike := _alike_table(card, said, language):
        yield alike
    named = [Counted(each, tuple(numbers.in_sentence(each, _BAR_LABEL))) for each in said]
    if chart := _chart(card, named) or _rates(card, named):
        yield chart
    counted = [Counted(each, tuple(numbers.in_sentence(each))) for each in said]
    if not alike and (table := _table(card, named, language)):
        yield table
    if figures := _figures(card, counted):
        yield figures
    yield from rowed(card, lines)


def _lines(card: Card) -> list[str]:
    if card.passage:
        return card.passage.split("\n")
    text = card.fields.get("text", "")
    said = [text] if isinstance(text, str) and text else listed(card.fields, "text")
    said = said or listed(card.fields, "points")
    return [each for each in said if isinstance(each, str)]


class Counted(Record):
    """A sentence with the sure figures that it states."""

    sentence: str
    drafts: tuple[Draft, ...]


def _used(card: Card, numbers: Numbers) -> Card:
    """A slide, of which the figures stand in the ledger."""
    numbers.use_ids(figured(card))
    return card


def figured(card: Card) -> list[str]:
    """The ids of the figures that a slide shows by themselves, in order."""
    ids = [each for each in listed(card.fields, "figures") if isinstance(each, str)]
    for row in listed(card.fields, "rows"):
        if not isinstance(row, str | Mapping):
            shown_ = (cell["figure"] for cell in row if isinstance(cell, Mapping))
            ids += [str(cell).partition(":")[0] for cell in shown_]
    return ids


def _named(drafts: Sequence[Draft]) -> list[str]:
    """The labels of figures without what all of them end or begin with."""
    names = [draft.label for draft in drafts]
    last = _common([name[::-1] for name in names])[::-1]
    measured = _MEASURED.search(last)
    last = measured[0] if measured else ""
    short = [name.removesuffix(last) for name in names]
    whole = all(cells(name) >= 4 and not _CUT.search(name) for name in short)
    return short if whole else names


def _common(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    at = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[:at]


def _chart(card: Card, counted: Sequence[Counted]) -> Card | None:
    """The figures of one sentence as bars, where they are of one unit and one kind; what the others
    tell as points beside them."""
    for each in counted:
        for drafts in _alike(each.drafts):
            names = _named(drafts)
            if len(set(names)) < len(names) or max(map(cells, names)) > _BAR_NAME:
                continue
            others = [
                made
                for other in counted
                if other is not each
                and TELLS.search(other.sentence)
                and cells(made := point(other.sentence)) <= 90
            ]
            fields: dict[str, Value] = {"figures": [draft.id for draft in drafts]}
            if names != [draft.label for draft in drafts]:
                fields["labels"] = names
                if behind := _AMONG.sub("", drafts[0].label.removeprefix(names[0])).strip():
                    fields["subtitle"] = behind
            best = max(drafts, key=_weight)
            if _size(drafts[-1]) * _SEEN < _size(drafts[0]):
                # The smallest could not be seen beside the largest.
                continue
            if 2 * _size(drafts[0]) == sum(map(_size, drafts)):
                # One of them is the sum of the others.
                continue
            told = _tells_more(card.title, drafts)
            # What the title tells is what is lit.
            named = _named_in(card.title, drafts)
            told, best = (True, named[0]) if len(named) == 1 else (told, best)
            fields["highlight"] = best.id
            if others:
                fields["points"] = others[:_BESIDE]
            at = drafts.index(best)
            title = "" if told else _told(card.topic, each.sentence, names[at], best)
            return replace(
                card,
                kind="bar",
                title=title or card.title,
                fields=fields,
                notes=_whole(card),
                plain=card,
            )
    return None


def _rates(card: Card, counted: Sequence[Counted]) -> Card | None:
    """What a passage says grew or fell in one period, as bars from the fastest."""
    groups: dict[tuple[str, str], dict[str, Draft]] = {}
    for draft in (draft for each in counted for draft in each.drafts):
        ending = next((each for each in _GROWTH if draft.label.endswith(each)), "")
        name = draft.label.removesuffix(ending)
        fits = ending and draft.quantity.unit == "%" and draft.quantity.form == "number"
        fits = fits and _is_word(name, counted)
        if fits and not trifling(draft) and 4 <= cells(name) <= _BAR_NAME and "年均" not in name:
            groups.setdefault((draft.kind, draft.period), {}).setdefault(name, draft)
    best = max(groups.values(), key=len, default={})
    if len(best) not in _RATES:
        return None
    drafts = sorted(best.items(), key=lambda each: _size(each[1]), reverse=True)
    ids: list[Value] = [draft.id for _, draft in drafts]
    named = _named_in(card.title, [draft for _, draft in drafts])
    title = card.title if named else _rated(card, counted, drafts)
    if not title:
        return None
    named = named or _named_in(title, [draft for _, draft in drafts])
    fields: dict[str, Value] = {
        "figures": ids,
        "labels": [name for name, _ in drafts],
        "subtitle": _GROWING["zh" if has_hanzi(drafts[0][0]) else "en"],
        "highlight": named[0].id if len(named) == 1 else ids[0],
    }
    topic = card.topic or card.title
    return replace(
        card, kind="bar", title=title, topic=topic, fields=fields, notes=_whole(card), plain=card
    )


def _is_word(name: str, counted: Sequence[Counted]) -> bool:
    """Whether a name ends where a word of its sentence ends: 接待旅居 does not end at 旅."""
    for each in counted:
        at = each.sentence.find(name)
        if at >= 0:
            return not has_hanzi(name) or at + len(name) in word_ends(each.sentence)
    return True


def _rated(card: Card, counted: Sequence[Counted], drafts: Sequence[tuple[str, Draft]]) -> str:
    """The title that the clause about one of the bars makes, the fastest first."""
    topic = card.topic or card.title
    for name, draft in sorted(drafts, key=lambda each: -_weight(each[1])):
        sentence = next((each.sentence for each in counted if draft in each.drafts), "")
        if said := _told(topic, sentence, name, draft):
            return said
    return ""


_SEEN = 40
_RATES, _GROWING = range(4, 9), {"zh": "增速", "en": "Growth"}


def _weight(draft: Draft) -> bool:
    """Whether a figure is of what sums up the whole."""
    return weighs(f"{draft.label} {draft.stated.text}") > _HEAVY


def _tells_more(title: str, drafts: Sequence[Draft]) -> bool:
    """Whether a title tells one of the figures of a chart, and one that is none of them."""
    shown_ = {number for draft in drafts for number in _DIGITS.findall(draft.stated.text)}
    told = set(_DIGITS.findall(title))
    return bool(told & shown_) and bool(told - shown_)


_DIGITS = pattern(r"\d+(?:[.,]\d+)*")


def _told(topic: str, sentence: str, name: str, best: Draft) -> str:
    """The title that the clause about the best bar makes below a heading; "" for none."""
    clauses = [clause.strip("。. ") for clause in _CLAUSES.split(sentence)]
    number = best.stated.text
    at = next((i for i, each in enumerate(clauses) if name[:4] in each and number in each), None)
    if at is None or not topic:
        return ""
    said = [clauses[at]]
    if at + 1 < len(clauses) and _GROWN.match(clauses[at + 1]):
        said.append(clauses[at + 1])
    joint = "，" if has_hanzi(sentence) else ", "
    return entitled(topic, [joint.join(said)])


# Clauses of a sentence; one that says how the amount before it grew.
_CLAUSES = pattern(r"[；，]|[;,] ")
_GROWN = pattern(r"(?:比上年|同比|按年)?(?:增[长長]|下降|上[涨升])[\d.]+%$")


def _alike(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The figures of a sentence that can be compared: of one unit and kind, no growth beside an
    amount, the largest first; falls among growths alone."""
    groups: dict[tuple[str, str, str, str], list[Draft]] = {}
    for draft in drafts:
        quantity = draft.quantity
        ending = next((each for each in _GROWTH if draft.label.endswith(each)), "")
        fallen = quantity.direction and not (ending and quantity.unit == "%")
        if quantity.form != "number" or fallen or not quantity.unit:
            continue
        ending = ending or draft.label[-2:]
        groups.setdefault((quantity.unit, draft.kind, draft.period, ending), []).append(draft)
    for found in groups.values():
        if len(found) in _BARS and len({draft.label for draft in found}) == len(found):
            yield sorted(found, key=_size, reverse=True)


def _size(draft: Draft) -> Decimal:
    return draft.quantity.value or Decimal(0)


def _table(card: Card, counted: Sequence[Counted], language: Language) -> Card | None:
    """Amounts and their growth as rows."""
    # The growth of an amount stands in its own sentence.
    every = [
        (draft, {one.label: one for one in reversed(each.drafts)})
        for each in counted
        for draft in each.drafts
    ]
    rows: list[Value] = []
    seen: set[str] = set()
    for draft, grown in every:
        growth = next(
            (grown[draft.label + end] for end in _GROWTH if draft.label + end in grown), None
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
    return replace(card, kind="table", fields=fields, notes=_whole(card), plain=card)


def _alike_table(card: Card, said: Sequence[str], language: Language) -> Card | None:
    """What a sentence says alike of several things, as rows."""
    found = rows_of(said, _THINGS[language])
    if not found:
        return None
    fields: dict[str, Value] = {"header": found[0], "rows": found[1:]}
    return replace(card, kind="table", fields=fields, notes=_whole(card), plain=card)


def _figures(card: Card, counted: Sequence[Counted]) -> Card | None:
    """The figures of a passage that is rich in them."""
    found: dict[str, Draft] = {}
    for each in counted:
        for draft in each.drafts:
            found.setdefault(draft.label, draft)
    # A few things that somebody did are no figures to lead with.
    # Nor are those of the period that another is compared with.
    years = {id(draft): _year(draft) for draft in found.values()}
    latest = max(years.values(), default=0)
    ids = [
        draft.id
        for draft in found.values()
        if not trifling(draft) and years[id(draft)] in (0, latest)
    ]
    if len(ids) < max(_FEWEST, len(listed(card.fields, "points")) - 1):
        return None
    fields: dict[str, Value] = {"figures": ids[:_MOST]}
    if len(ids) <= _BESIDE_FIRST and next(iter(found.values())).stated.text in card.title:
        fields["emphasis"] = ids[0]
    return replace(card, kind="kpi", fields=fields, notes=_whole(card), plain=card)


# What only says how large or how old something is.
_SIZES = frozenset({"英寸", "纳米", "周年", "岁", "层", "nm", "inch", "inches"})
_BIRTHDAY = pattern(r"周年|英寸|岁")
# A growth that says little; what nobody leads with.
_WILD, _LOST = 300, pattern(r"(?i:\bloss|\bcosts?\b|expenses?\b)|亏损|虧損|成本|费用")


def _year(draft: Draft) -> int:
    found = _YEARS.search(draft.period)
    return int(found[0]) if found and draft.kind != "target" else 0


_YEARS = pattern(r"(?:19|20)\d\d")
# Fewer things than these are few; what counts things.
_FEW = 20
_THING = frozenset("次个個项項件条條家所位处處座场場种種类類名批届屆轮輪张張部部门")


def trifling(draft: Draft, few: int = _FEW) -> bool:
    """Whether a figure only counts things, and fewer than a `few`: three visits, 8 parks."""
    quantity = draft.quantity
    if quantity.unit == "%" and draft.label.endswith(_GROWTH):
        # From next to nothing anything grows a thousandfold; a loss that grows is no achievement.
        return abs(quantity.value or Decimal(0)) > _WILD or bool(_LOST.search(draft.label))
    if quantity.unit in _SIZES or _BIRTHDAY.search(draft.stated.text):
        return True
    counts = quantity.form == "number" and (quantity.unit in _THING or bool(quantity.named))
    return counts and abs(quantity.value or Decimal(0)) < few


def _whole(card: Card) -> str:
    return card.notes or "\n".join(_lines(card))
