"""Turn a chart of percentages into one of fractions, which the format of percents shows as such.

A cell that shows 8.4% holds 0.084 wherever people make charts; one that holds 8.4 with the sign as
a literal word is read as 840% by programs that know the sign alone, and cells are edited wrongly.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.patterns import compiled
from briefgen.record import replace
from briefgen.scene.items import Chart, Series, Side

# A number format whose sign is a word directly behind the digits: "约"0.0"%以上".
_SIGNED = compiled(r'((?:"[^"]*")?)(General|[#0,.]+)"%([^"]*)"')
_GENERAL = "General"


def in_fractions(item: Chart) -> Chart:
    """The chart with fractions for percentages, on each of its value axes; as it is where anything
    on that axis is said without the sign, or is computed from other cells."""
    if item.helpers or any(any(own.formulas) for own in item.series):
        return item
    if item.sides:
        return _on_sides(item)
    if not _all_signed(item.series, item.number_format):
        return item
    marks = item.tick_format
    return replace(
        item,
        number_format=_native(item.number_format, _known(item.series)),
        series=tuple(_part(own, item.number_format) for own in item.series),
        low=_share(item.low),
        high=_share(item.high),
        major=_share(item.major),
        ticks=tuple(_share(tick) for tick in item.ticks),
        tick_format=_native(marks, item.ticks) if _SIGNED.fullmatch(marks) else marks,
    )


def _on_sides(item: Chart) -> Chart:
    """A chart of columns and a line, each of which has an axis of its own."""
    if item.kind != "combo":
        return item
    series, sides = list(item.series), list(item.sides)
    for number, side in enumerate(item.sides):
        own = [at for at, each in enumerate(item.series) if (each.form == "second") == bool(number)]
        chosen = [item.series[at] for at in own]
        if not chosen or not _all_signed(chosen, side.number_format):
            continue
        for at in own:
            series[at] = _part(item.series[at], side.number_format)
        sides[number] = _side(side, chosen)
    changed = sides[0] is not item.sides[0]
    return replace(
        item,
        series=tuple(series),
        sides=tuple(sides),
        number_format=sides[0].number_format if changed else item.number_format,
    )


def _side(side: Side, series: Sequence[Series]) -> Side:
    marks = side.tick_format
    return replace(
        side,
        number_format=_native(side.number_format, _known(series)),
        major=_share(side.major),
        tick_format=_native(marks, [side.major]) if _SIGNED.fullmatch(marks) else marks,
    )


def _all_signed(series: Sequence[Series], usual: str) -> bool:
    codes = [usual, *(code for own in series for code in own.formats)]
    return all(_SIGNED.fullmatch(code) for code in codes)


def _part(own: Series, usual: str) -> Series:
    """A series in fractions; what a label shows is decided by its own value where the format leaves
    it open."""
    formats = own.formats
    if formats:
        every = formats if len(formats) == len(own.values) else formats * len(own.values)
        native = tuple(
            _native(code, [] if value is None else [value])
            for code, value in zip(every, own.values, strict=True)
        )
        formats = native if len(set(native)) > 1 or len(formats) > 1 else native[:1]
    elif _GENERAL in usual:
        formats = tuple(_native(usual, [] if value is None else [value]) for value in own.values)
    values = tuple(None if value is None else _share(value) for value in own.values)
    return replace(own, values=values, formats=formats)


def _known(series: Sequence[Series]) -> list[Decimal]:
    return [value for own in series for value in own.values if value is not None]


def _native(code: str, values: Sequence[Decimal]) -> str:
    """A number format with the sign of percents that the application counts with."""
    found = _SIGNED.fullmatch(code)
    if found is None:
        return code
    before, digits, after = found.groups()
    if digits == _GENERAL:
        places = max((len(f"{each:f}".partition(".")[2]) for each in values), default=0)
        digits = "0" + ("." + "0" * places if places else "")
    return f"{before}{digits}%" + (f'"{after}"' if after else "")


def _share(value: Decimal) -> Decimal:
    return value.scaleb(-2)
