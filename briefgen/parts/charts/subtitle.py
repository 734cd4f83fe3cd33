"""Turn what ledger and data say of a chart's values into the line at its head: what, in which unit,
of when, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from briefgen.brief.dates import spoken_date
from briefgen.brief.model import Segment, Text, words
from briefgen.facts.quantity import Quantity, amount
from briefgen.facts.units import unit_of
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.values import Charted, Values
from briefgen.parts.context import Context, in_language, in_marks
from briefgen.parts.derived import traced
from briefgen.parts.status import statuses, word
from briefgen.patterns import pattern
from briefgen.record import replace

_PERIOD = pattern(r"\d{4}\s*年?(?:度|\d{1,2}月)?|\d{1,2}月|[Qq][1-4]")
# Brackets of so few characters, with the closing one, hold a unit.
_UNIT = 3
_YEAR = pattern(r"(?<!\d)\d{4}(?!\d)")


def subtitle(
    ctx: Context,
    fields: Charted,
    values: Values,
    scale: Scale,
    more: Sequence[str] = (),
    what: str = "",
    *,
    whole: str = "",
    named: bool = False,
) -> Text:
    """What, unit, period, what else has to be known (`more`), and the source in brackets,
    without them where nothing else is said. A unit that stands alone is said to be one.

    The author's own words stand first; what they say already is not said again, and brackets at
    their end are taken for the source. Without them `what` stands there, else the names of the
    series, unless these are `named` elsewhere, else what all values are parts of. `whole` is the
    figure that `what` shows.
    """
    own = str(fields.subtitle) if fields.subtitle else ""
    what = own or what or ("" if named else _what(ctx, values))
    period = _period(ctx, values)
    # 2020—2024年 says what 2020年—2024年 does.
    years = _YEAR.findall(period)
    period = "" if own and years and set(years) <= set(_YEAR.findall(own)) else period
    known = frozenset(what.split())
    said = [
        each
        for each in (scale.unit, period, standing(ctx, values), rounded(ctx, values, scale), *more)
        # RMB 924 m says RMB m.
        if each and each not in what.lower() and not known.issuperset(each.split())
    ]
    source = _source(ctx, values, dated=not period)
    if _has_source(own) or (source and source in own):
        source = ""
    gap, (opening, closing) = ctx.say("，", ", "), (ctx.say("（", " ("), ctx.say("）", ")"))
    behind = f"{opening}{_sourced(ctx, source)}{closing}" if source else ""
    if fields.subtitle:
        return _with(fields.subtitle, "".join(gap + each for each in said) + behind)
    said = said if what else _alone(ctx, said, scale.unit)
    line = gap.join(each for each in (what[:1].upper() + what[1:], *said) if each)
    if not line and source:
        # Nothing stands before brackets.
        return words(ctx.say(f"来源：{source}", f"Source: {source}"), values.mark)
    made = traced(ctx, line + behind, whole)
    return made if isinstance(made, Text) else words(made, values.mark)


def _has_source(own: str) -> bool:
    """Whether an author's words end with brackets that may be a source, not but a unit: （次）."""
    *_, said = own.replace("(", "（").rpartition("（")
    return own.endswith(("）", ")")) and len(said) > _UNIT


def _alone(ctx: Context, said: list[str], unit: str) -> list[str]:
    """What stands at the head of a line: nobody reads a unit alone."""
    if said[:1] != [unit]:
        return said
    return [ctx.say("单位：", "Unit: ") + unit, *said[1:]]


def _with(own: Text, more: str) -> Text:
    """An author's words with what has to be said behind them."""
    return replace(own, segments=(*own.segments, Segment(more))) if more else own


def _sourced(ctx: Context, source: str) -> str:
    """A source within brackets: what a publisher is called says so, a title does not."""
    if source.startswith(("《", "“", "‘", "「")):
        return ctx.say(f"来源：{source}", f"source: {source}")
    return source


def standing(ctx: Context, values: Values) -> str:
    """What all values are where none of them has been achieved (planned), unless their names say
    it; "" where they are not alike."""
    ids = [point.figure for point in values.every if point.figure and not point.rest]
    known = [id for id in ids if id in ctx.brief.figures]
    found = statuses(ctx, known)
    if len(found) != 1 or found == ("achieved",) or len(known) < len(ids):
        return ""
    said = word(ctx, found[0]).lower()
    named = any(all(said in name.lower() for name in names) for names in _names(values))
    return "" if named else said


def _names(values: Values) -> Sequence[Sequence[str]]:
    return values.categories, values.series


def rounded(ctx: Context, values: Values, scale: Scale) -> str:
    """That some of the values were rounded when they were converted; "" where none was."""
    if ctx.language != "en":
        return ""
    exact = [point.quantity and Fraction(amount(point.quantity)) for point in values.every]
    shown = [value for series in scale.values for value in series]
    if len(exact) != len(shown) or all(unit_of(q.unit).metric == 1 for q in _measured(values)):
        return ""
    pairs = zip(exact, shown, strict=True)
    less = any(a is not None and b is not None and a != Fraction(b) * scale.worth for a, b in pairs)
    return "rounded" if less else ""


def _measured(values: Values) -> Sequence[Quantity]:
    return [point.quantity for point in values.every if point.quantity]


def qualified(ctx: Context, values: Values, said: Text | None, title: Text | str) -> Text | None:
    """The note of a printed page's chart, with what all of its values are, and that they are
    rounded, at its end; that alone where there is no note."""
    scale, own = scaled(ctx, values), standing(ctx, values)
    before = f"{title} {said or ''}".lower()
    own = "" if own and own in before else own
    all_of = ctx.say(f"均为{own}", f"all {own}") if own else ""
    told = "; ".join(filter(None, (all_of, rounded(ctx, values, scale) if scale else "")))
    if not told:
        return said
    large = told[:1].upper() + told[1:]
    if said is None or not str(said):
        return words(large, values.mark)
    stop = ctx.say("。", ".")
    ends = str(said).endswith(stop)
    more = ctx.say("", " ") + large + stop if ends else ctx.say("；", "; ") + told
    return replace(said, segments=(*said.segments, Segment(more)))


def _what(ctx: Context, values: Values) -> str:
    names = [name for name in values.series if name]
    if not names:
        return _whole(ctx, values)
    return ctx.say("、", ", ").join(names) if len(names) <= 3 else ""


def _whole(ctx: Context, values: Values) -> str:
    """The label of the one whole that the ledger names for all values; none where it names none."""
    figures = [ctx.brief.figures.get(point.figure) for point in values.every]
    wholes = {figure.parts_of if figure else "" for figure in figures}
    whole = wholes.pop() if len(wholes) == 1 else ""
    return str(ctx.label(whole)) if whole in ctx.brief.figures else ""


def _period(ctx: Context, values: Values) -> str:
    """The one period that the ledger states of all values; else from the first to the last of the
    categories, where these are periods."""
    ids = [point.figure for point in values.every if point.figure and not point.rest]
    stated = {ctx.since(id) for id in ids}
    if len(stated) == 1 and (only := stated.pop()):
        return only
    first, last = values.categories[0], values.categories[-1]
    if len(values.categories) > 1 and all(_PERIOD.fullmatch(each) for each in (first, last)):
        return ctx.say(f"{first}—{last}", f"{first}–{last}")
    return ""


def _source(ctx: Context, values: Values, *, dated: bool) -> str:
    """Who published what the values stand on (else what that is called), or their file; `dated`
    with when that was, where no period says of when the values are."""
    brief = ctx.brief
    given = (point.figure for point in values.every if point.figure and not point.rest)
    ids = list(dict.fromkeys(given))
    known = {source.id: source for source in brief.sources}
    told: dict[str, None] = {}
    for id in ids:
        if id not in brief.figures:
            told[id.partition(":")[0].rpartition("/")[2]] = None
            continue
        only = brief.sources[0] if len(known) == 1 else None
        source = known.get(brief.figures[id].source) or only
        if source:
            said = in_language(source.publisher, brief.language)
            title = in_language(source.title, brief.language)
            said = said or (in_marks(title) if ctx.chinese else brief.quoted(title))
            when = spoken_date(source.date, brief.tag) if dated and source.date else ""
            told[ctx.say("", " ").join(each for each in (said, when) if each)] = None
    return ctx.say("、", ", ").join(each for each in told if each)
