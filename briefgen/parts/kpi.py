"""Turn a ledger figure into a numeral: its digits large, by them its qualifier and its unit."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from briefgen.brief.model import Text
from briefgen.chinese.units import UNITS
from briefgen.colours import Token
from briefgen.facts.forms import Display
from briefgen.facts.numerals import ENGLISH_SCALES
from briefgen.geometry import pt
from briefgen.parts.context import Context
from briefgen.patterns import pattern
from briefgen.record import Record, replace
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Align, Paragraph, Run, Style


class Numeral(Record):
    """A figure to be shown large. Without `label` it takes the ledger's. The one that is the
    `proof` of its slide's title is in the accent. Where it is `told`, the word of its status stands
    behind its sign, and no key has to say it; it has no sign where it is `bare`."""

    figure: str
    label: Text | None = None
    note: Text | None = None
    proof: bool = False
    told: bool = False
    bare: bool = False


def numeral(
    ctx: Context,
    id: str,
    big: Step,
    small: Step | None = None,
    *,
    colour: Token,
    minor: Token,
    align: Align = "left",
    qualified: bool = True,
    measured: bool = True,
    plain: bool = False,
) -> Paragraph:
    """The figure on one line: its digits large and bold, all else by them.

    Scale and unit (万亿元, %) are half as large as the digits, and 0.8 of them where those are
    under 40 pt. A number without digits (千家, 翻一番) is of one size, on slides that of digits.
    A sign (%) is 0.8 of the digits, and close to them. English (RMB 3 trillion) is of one size;
    only what is measured, where a word of some length names it (hectares), is smaller. Qualifiers
    are as large as running text, by very large digits as titles, or as `small` says. What has
    another size stands a tenth of the digits' em apart, by character spacing alone: whoever
    searches for 3200亿元 finds it. Up to 12 pt all is of one size.

    With `qualified` false what qualifies the number, and with `measured` false what it measures in
    many words, is left to the caller (`qualifier`, `measure`). `plain` is number and unit alone.
    """
    said, apart = ctx.shown(id), not measured and bool(measure(ctx, id))
    said = replace(said, after="") if plain else said
    qualified = qualified and not plain
    parts = _sizes(big.size, ctx.medium == "print")
    return _numeral(
        said, id, ctx.chinese, big, small, colour, minor, align, qualified, apart, parts
    )


@lru_cache(maxsize=1024)
def _numeral(
    said: Display,
    id: str,
    chinese: bool,
    big: Step,
    small: Step | None,
    colour: Token,
    minor: Token,
    align: Align,
    qualified: bool,
    unmeasured: bool,
    sizes: tuple[tuple[_Part, int], ...],
) -> Paragraph:
    shown = _pieces(said, chinese)
    if unmeasured:
        shown = tuple([(part, words) for part, words in shown if part != "unit"])
    little = Style(small.size if small else qualifier_size(big.size), False, minor)
    large = {part: Style(size, True, colour) for part, size in sizes}
    styles = [large.get(part, little) for part, _ in shown]
    # Without digits, a paragraph stands on the baseline that digits would have beside it.
    made = [Run("", large["digits"], id)]
    for number, ((part, words), style) in enumerate(zip(shown, styles, strict=True)):
        if part == "before" and not qualified:
            continue
        if chinese and number + 1 < len(shown) and style.size != styles[number + 1].size:
            near = shown[number + 1][0] == "sign"
            apart = replace(style, spacing=big.size * (_NEAR if near else _APART) // 100)
            made += (Run(words[:-1], style, id), Run(words[-1], apart, id))
        else:
            made.append(Run(words, style, id))
    digits = any(part == "digits" for part, _ in shown)
    kept = made[1:] if digits else made
    return Paragraph(tuple(run for run in kept if run.text or run is made[0]), big.leading, align)


def qualifier(ctx: Context, id: str) -> str:
    """What qualifies a figure before its number (突破, 力争, over), without space; "": nothing."""
    return next(
        (words for part, words in _pieces(ctx.shown(id), ctx.chinese) if part == "before"), ""
    ).strip()


def measure(ctx: Context, id: str) -> str:
    """What a figure measures, where English takes many words for it (tonnes of standard coal)."""
    if ctx.chinese:
        return ""
    words = "".join(
        words for part, words in _pieces(ctx.shown(id), ctx.chinese) if part == "unit"
    ).strip()
    return words if len(words) > _MANY else ""


def qualifier_size(size: int) -> int:
    """The size (EMU) of qualifiers beside digits of a size."""
    if size < _SMALLER:
        return DECK["label"].size if size >= DECK["title"].size else _rounded(size * 55 // 100)
    return DECK["title"].size if size >= _HUGE else DECK["body"].size


# From this size on a unit is half of its digits; the gap between what differs in size, in 1/100 of
# the digits' em.
_LARGE, _APART = pt(40), 10
# Digits from the second of these on have qualifiers as large as titles, from the first on as text.
_SMALLER, _HUGE = pt(32), pt(112)
_HALF = pt(0.5)
# Up to this size a figure is set as text is: all of it in one size.
_TEXT = pt(12)
# A sign belongs to its digits: it is 0.8 of them, and hardly apart.
_SIGNS, _NEAR = frozenset("%‰℃°"), 2
_Part = Literal["before", "digits", "unit", "sign", "whole", "after"]
# Digits with what belongs to them: 3,200.5, -3.2, 12–15, 3.2∶1.
_DIGITS = pattern(r"[-−+]?[0-9](?:[0-9.,:∶–~-]*[0-9])?")
# A name of a measure that is no longer (m², km, °C) is as large as its number.
_SYMBOL = 4
# One that is longer may stand on a line of its own.
_MANY = 12


@lru_cache(maxsize=256)
def _sizes(size: int, small: bool) -> tuple[tuple[_Part, int], ...]:
    """The sizes of a figure's parts by that of its digits; hanzi alone are as large on a slide, and
    0.8 of them where they are `small`, in print."""
    if size <= _TEXT:
        return ("digits", size), ("unit", size), ("sign", size), ("whole", size)
    less = _rounded(size * 8 // 10)
    unit = _rounded(size // 2) if size >= _LARGE else less
    return ("digits", size), ("unit", unit), ("sign", less), ("whole", less if small else size)


def _rounded(size: int) -> int:
    """A size in whole half points, as a person would give it."""
    return round(size / _HALF) * _HALF


@lru_cache(maxsize=1024)
def _pieces(shown: Display, chinese: bool) -> tuple[tuple[_Part, str], ...]:
    """A figure's words by the size that they are set in, from left to right; none is empty."""
    core: list[tuple[_Part, str]] = []
    before, number = shown.before, shown.number
    if chinese:
        text, at = number + shown.unit, 0
        for found in _DIGITS.finditer(text):
            core += (("unit", text[at : found.start()]), ("digits", found[0]))
            at = found.end()
        last: _Part = "sign" if text[at:] in _SIGNS else "unit"
        core.append((last if at else "whole", text[at:]))
    else:
        worth = next((word for word in _WORTHS if before.endswith(word)), "")
        before = before.removesuffix(worth)
        scale = next((word for word in _SCALES if shown.unit.startswith(word)), "")
        noun = shown.unit.removeprefix(scale)
        symbol = len(noun.strip()) <= _SYMBOL
        if any(char.isdigit() for char in number):
            large = worth + number + scale + noun * symbol
            core = [("digits", large), ("unit", noun * (not symbol))]
        else:
            core = [("whole", worth + number + shown.unit)]  # half a day
    made: list[tuple[_Part, str]] = [("before", before), *core, ("after", shown.after)]
    return tuple([(part, words) for part, words in made if words])


# What English writes before a number and behind it, as large as it: RMB, USD; million, billion.
_WORTHS = ("US$", *{unit.before for unit in UNITS.values() if unit.kind == "money"})
_SCALES = tuple(f" {scale}" for scale in ENGLISH_SCALES if scale)
