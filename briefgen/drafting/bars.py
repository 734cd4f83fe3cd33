"""Turn what sentences count alike into bars: amounts of one unit, rates of one period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, whole_of
from briefgen.drafting.claims import entitled
from briefgen.drafting.clauses import follows, weighs
from briefgen.drafting.notable import GROWTH, trifling
from briefgen.drafting.wording import TELLS, point
from briefgen.facts.drafts import Draft
from briefgen.patterns import pattern
from briefgen.record import Record, replace
from briefgen.typography.segment import word_ends

# Bars of a chart, and how wide their names are; points beside them.
_BARS, _BAR_NAME, _BESIDE = range(3, 9), 32, 3

# What bars show, where all their names end with it: 食品等产业增加值增速.
_MEASURED = pattern(
    r"(?:等[产產行][业業])?(?:[总總]?[产產](?:值|量)|增加值|面[积積]|支出|收入|[销銷售]?[售量额額]|零售[额額])?"
    r"(?:增速|增幅|占比|比重)?$| growth$"
)

# 工资性, 经营净: what says nothing without the word behind it.
_CUT = pattern(r"[性净淨总總均增]$|实际$|實際$|名义$|名義$|同比$|累[计計]$")

_AMONG = pattern(r"^等(?:[产產行][业業])?")


def named_in(title: str, drafts: Sequence[Draft]) -> list[Draft]:
    told = {*_DIGITS.findall(title)}
    return [each for each in drafts if told & {*_DIGITS.findall(each.stated.text)}]


# What an amount weighs that sums up no whole.
_HEAVY = 2


class Counted(Record):
    """A sentence with the sure figures that it states."""

    sentence: str
    drafts: tuple[Draft, ...]


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


def chart(card: Card, counted: Sequence[Counted]) -> Card | None:
    """The figures of one sentence as bars, where they are of one unit and one kind; what the others
    tell as points beside them."""
    for each in counted:
        for drafts in _alike(each.drafts):
            names = _named(drafts)
            if len(set(names)) < len(names) or max(map(cells, names)) > _BAR_NAME:
                continue
            if any(map(follows, names)):
                # 扣除价格因素实际: what says nothing of what it is of.
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
            more = _tells_more(card.title, drafts)
            # What the title tells is what is lit.
            named = named_in(card.title, drafts)
            own = told(card.topic, each.sentence, names[drafts.index(best)], best)
            more, best = (True, named[0]) if len(named) == 1 and not own else (more, best)
            fields["highlight"] = best.id
            if others:
                fields["points"] = list(_beside(others))
            title = "" if more and not named else own
            return replace(
                card,
                kind="bar",
                title=title or card.title,
                fields=fields,
                notes=whole_of(card),
                plain=card,
            )
    return None


def rates(card: Card, counted: Sequence[Counted]) -> Card | None:
    """What a passage says grew or fell in one period, as bars from the fastest."""
    groups: dict[tuple[str, str], dict[str, Draft]] = {}
    for draft in (draft for each in counted for draft in each.drafts):
        ending = next((each for each in GROWTH if draft.label.endswith(each)), "")
        name = draft.label.removesuffix(ending)
        if (
            ending
            and _rises(draft, name, counted)
            and 4 <= cells(name) <= _BAR_NAME
            and "年均" not in name
        ):
            groups.setdefault((draft.kind, draft.period), {}).setdefault(name, draft)
    best = max(groups.values(), key=len, default={})
    if len(best) not in _RATES:
        return None
    drafts = sorted(best.items(), key=lambda each: _size(each[1]), reverse=True)
    ids: list[Value] = [draft.id for _, draft in drafts]
    named = named_in(card.title, [draft for _, draft in drafts])
    title = card.title if named else _rated(card, counted, drafts)
    if not title:
        return None
    named = named or named_in(title, [draft for _, draft in drafts])
    fields: dict[str, Value] = {
        "figures": ids,
        "labels": [name for name, _ in drafts],
        "subtitle": _GROWING["zh" if has_hanzi(drafts[0][0]) else "en"],
        "highlight": named[0].id if len(named) == 1 else ids[0],
    }
    topic = card.topic or card.title
    return replace(
        card, kind="bar", title=title, topic=topic, fields=fields, notes=whole_of(card), plain=card
    )


def _rises(draft: Draft, name: str, counted: Sequence[Counted]) -> bool:
    """Whether a figure is a growth of something that has a name of its own."""
    # What is told of one month stands beside what is told of a year in no chart.
    named = not name.endswith(_BY_MONTH) and not follows(name) and _is_word(name, counted)
    share = draft.quantity.unit == "%" and draft.quantity.form == "number"
    return named and share and not trifling(draft)


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
        if said := told(topic, sentence, name, draft):
            return said
    return ""


_SEEN = 40

_RATES, _GROWING = range(4, 9), {"zh": "增速", "en": "Growth"}


def _weight(draft: Draft) -> bool:
    """Whether a figure is of what sums up the whole."""
    return weighs(f"{draft.label} {draft.stated.text}") > _HEAVY


def _beside(points: Sequence[str]) -> Iterator[str]:
    """So many points as can be read beside a chart."""
    said = 0
    for each in points[:_BESIDE]:
        said += cells(each)
        if said > _READ and said > cells(each):
            return
        yield each


# Columns of all of them.
_READ = 120


def _tells_more(title: str, drafts: Sequence[Draft]) -> bool:
    """Whether a title tells one of the figures of a chart, and one that is none of them."""
    shown_ = {number for draft in drafts for number in _DIGITS.findall(draft.stated.text)}
    told = set(_DIGITS.findall(title))
    return bool(told & shown_) and bool(told - shown_)


_DIGITS = pattern(r"\d+(?:[.,]\d+)*")


def told(topic: str, sentence: str, name: str, best: Draft) -> str:
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
        ending = next((each for each in GROWTH if draft.label.endswith(each)), "")
        fallen = quantity.direction and not (ending and quantity.unit == "%")
        if quantity.form != "number" or fallen or not quantity.unit:
            continue
        ending = ending or draft.label[-2:]
        ending = _BY_MONTH * (_BY_MONTH in draft.label) + ending
        groups.setdefault((quantity.unit, draft.kind, draft.period, ending), []).append(draft)
    for found in groups.values():
        if len(found) in _BARS and len({draft.label for draft in found}) == len(found):
            yield sorted(found, key=_size, reverse=True)


_BY_MONTH = "环比"


def _size(draft: Draft) -> Decimal:
    return draft.quantity.value or Decimal(0)
