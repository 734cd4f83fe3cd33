"""Turn a theme's colours into what each is for, by how well they read on the rendered ground.

No colour is made up: each token is a slot of the template's own scheme, as it is or lighter or
darker (`lumMod`, `lumOff`), so that it follows when the theme's colours are changed. Grounds are
what is seen: dark masters, inverted maps and pictures count as they look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot

from briefgen.colours import TOKENS, Token
from briefgen.record import Record
from briefgen.template.raster import least
from briefgen.theme.shades import shade
from briefgen.theme.vision import contrast, luminance

ACCENTS = tuple(f"accent{n}" for n in range(1, 7))
_TEXTS = ("tx1", "tx2", "bg1", "bg2", "dk1", "lt1")
# What text, large text and marks need (WCAG 2.2, 1.4.3 and 1.4.11).
TEXT, MARK = 4.5, 3.0
# Colours that are no further apart are the same to a reader.
_LIKE = 12.0
# Of a layout, this share has a colour that is shown there.
_SHOWN = 0.005
# A grey that is seen on a ground has this contrast to it; so much of the layouts has to be grey
# where greys are a template's colours; and so far is one from the colour of text.
_GREY, _PLAIN, _APART = 1.08, 0.03, 60.0
# From this on a colour is none of the greys to a house that shows nothing livelier.
_TINGED = 16
# How far colours are made darker, or lighter, one after the other, until they read.
DARKER = (
    *((100, 0), (94, 0), (88, 0), (82, 0), (75, 0)),
    *((60, 0), (50, 0), (35, 0), (25, 0), (10, 0), (0, 0)),
)
LIGHTER = (
    *((100, 0), (94, 6), (88, 12), (80, 20)),
    *((60, 40), (40, 60), (25, 75), (10, 90), (0, 100)),
)


# The luminance of bands in tables, in percent of their accent's, from the strongest on.
_BANDS = (20, 15, 10, 6, 3)


class Shade(Record):
    """A slot of the scheme, by its name in slides, and what is made of its luminance
    (thousandths of a percent)."""

    slot: str
    mod: int = 100_000
    off: int = 0

    def seen(self, scheme: Mapping[str, str]) -> str:
        """The colour as six hex digits."""
        return shade(scheme[self.slot], self.mod, self.off)


class Accent(Record):
    """How an accent of the scheme reads on the ground; `instead` is what is drawn where it does
    not (the accent itself where it does)."""

    slot: str
    colour: str
    contrast: float
    instead: Shade


class Palette(Record):
    """What each token is made of, and its colour; how accents read; the colours of the ground."""

    shades: Mapping[Token, Shade]
    colours: Mapping[Token, str]
    accents: tuple[Accent, ...]
    grounds: tuple[str, ...]


def palette(
    scheme: Mapping[str, str],
    grounds: tuple[str, ...],
    seen: Mapping[str, int] = {},
    named: Mapping[str, int] = {},
    tabled: str = "",
) -> Palette:
    """The tokens on a ground of these colours (the most frequent first).

    `seen` counts the pixels of each colour on the layouts, `named` how often samples name accents:
    by the one that is shown most, or else named, a template is known. `tabled` is the accent of the
    heads of its tables.
    """
    lower, ink = _ground(scheme, grounds), inked(scheme, grounds)
    dark = luminance(ink.seen(scheme)) < luminance(grounds[0])
    ways = DARKER if dark else LIGHTER
    accents = tuple(_accent(scheme, slot, grounds, ways) for slot in ACCENTS)
    first, others = _known(accents, seen, named, grounds)
    text = [reading(scheme, slot, grounds, ways, TEXT) for slot in (first, others[0])]
    wanted = [each.instead for each in _in_order(accents, (first, *others))]
    if first == others[0]:
        # Nothing is shown beside it: the second colour is a grey.
        text[1] = _quieter(scheme, ink, grounds, dark)
        wanted.insert(1, _lighter(scheme, ink, grounds, dark))
    if greys := _greys(scheme, ink, grounds, seen):
        text = [greys[0], greys[0]]
        plain = [each for each in accents if not coloured(each.colour)]
        wanted = [*greys, *(each.instead for each in plain), *wanted]
    marks = _apart(scheme, wanted, ways, grounds)
    strong = _strong(scheme, text[0], (*grounds[:1], lower.seen(scheme)), ways)
    shades: dict[Token, Shade] = {
        "white": lower,
        "ink": ink,
        "ink2": _quieter(scheme, ink, grounds, dark),
        "primary": text[0],
        "primary-dark": strong,
        "surface": _towards(lower, dark, 5),
        "surface2": _towards(lower, dark, 10),
        "line": _towards(lower, dark, 20),
        "muted": _muted(scheme, lower, ink, dark),
        "accent": marks[1],
        "accent-text": text[1],
        "on-dark": lower,
        "chart1": text[0],
        "chart2": marks[1],
        "chart3": marks[2],
        "chart4": marks[3],
        "cover": strong,
        "cover2": strong,
        "on-cover": lower,
        "on-cover2": lower,
        "cover-line": _towards(lower, dark, 20),
        "lattice": marks[1],
    }
    shades |= _tables(scheme, tabled, shades, dark=dark)
    for number in range(4):
        shades[_WINDOWS[number]] = shades[_GLASS[number]] = marks[number]
    assert shades.keys() == set(TOKENS)
    colours = {token: each.seen(scheme) for token, each in shades.items()}
    return Palette(shades, colours, accents, grounds)


def _strong(
    scheme: Mapping[str, str],
    text: Shade,
    grounds: tuple[str, ...],
    ways: Sequence[tuple[int, int]],
) -> Shade:
    """A panel on which the ground's own colour is text."""
    if least(text.seen(scheme), grounds) >= TEXT:
        return text
    return reading(scheme, text.slot, grounds, ways, TEXT)


def _tables(
    scheme: Mapping[str, str], accent: str, shades: Mapping[Token, Shade], *, dark: bool
) -> dict[Token, Shade]:
    """The grounds of a table's head, which is the accent as it is, and of every other row, on which
    all text reads; and what reads on the first."""
    known = accent in ACCENTS
    head = Shade(accent) if known else shades["primary-dark"]
    inks = [Shade(each) for each in ("bg1", "tx1")]
    ink = max(inks, key=lambda each: contrast(each.seen(scheme), head.seen(scheme)))
    texts = [shades[each].seen(scheme) for each in ("ink2", "primary")]
    bands = [Shade(accent, mod * 1000, 100_000 - mod * 1000) for mod in _BANDS if known and dark]
    able = (
        band for band in bands if all(contrast(text, band.seen(scheme)) >= TEXT for text in texts)
    )
    return {"head": head, "on-head": ink, "band": next(able, shades["surface"])}


_WINDOWS: tuple[Token, ...] = ("window1", "window2", "window3", "window4")
_GLASS: tuple[Token, ...] = ("glass1", "glass2", "glass3", "glass4")


def _ground(scheme: Mapping[str, str], grounds: tuple[str, ...]) -> Shade:
    """What looks most like the ground: a slot as it is, or else lighter or darker."""
    slots = ("bg1", "bg2", "tx1", "tx2", *ACCENTS)
    plain = [Shade(slot) for slot in slots]
    best = min(plain, key=lambda each: distance(each.seen(scheme), grounds[0]))
    if distance(best.seen(scheme), grounds[0]) < _LIKE:
        return best
    tried = [
        Shade(slot, 1000 * mod, 1000 * off)
        for slot in slots
        for mod in range(10, 101, 5)
        for off in {0, 5, 10, 15, 20, 25, 50, 100 - mod}
    ]
    return min(tried, key=lambda each: distance(each.seen(scheme), grounds[0]))


def inked(scheme: Mapping[str, str], grounds: tuple[str, ...]) -> Shade:
    """The colour of text: the theme's own where it reads, else the one that reads best."""
    if least(scheme["tx1"], grounds) >= TEXT:
        return Shade("tx1")
    return Shade(max(_TEXTS, key=lambda slot: least(scheme[slot], grounds)))


def _quieter(scheme: Mapping[str, str], ink: Shade, grounds: tuple[str, ...], dark: bool) -> Shade:
    """Quieter text: as near to the ground as still reads well."""
    for mod in (55, 65, 75, 85, 95):
        off = 100 - mod if dark else 0
        tried = Shade(ink.slot, mod * 1000, off * 1000)
        if least(tried.seen(scheme), grounds) >= TEXT + 0.5:
            return tried
    return ink


def _towards(ground: Shade, dark: bool, percent: int) -> Shade:
    """The ground a little darker, or where it is dark a little lighter."""
    mod = ground.mod * (100 - percent) // 100
    off = ground.off * (100 - percent) // 100 + (0 if dark else percent * 1000)
    return Shade(ground.slot, mod, off)


def _muted(scheme: Mapping[str, str], lower: Shade, ink: Shade, dark: bool) -> Shade:
    """A bar that is not the point: between ground and text, and still a ground for either."""
    tried = [_towards(lower, dark, percent) for percent in (40, 30, 20, 50, 60, 75)]

    def reads(each: Shade) -> float:
        own = each.seen(scheme)
        return max(contrast(own, ink.seen(scheme)), contrast(own, lower.seen(scheme)))

    found = next((each for each in tried if reads(each) >= TEXT), None) or max(tried, key=reads)
    if dark and _chroma(found.seen(scheme)) > _TINGED:
        # A ground that is hardly tinged is a colour where it is darker, and nobody's.
        greys = [Shade(ink.slot, 100_000 - off, off) for off in (65_000, 70_000, 60_000, 75_000)]
        plain = [each for each in greys if _chroma(each.seen(scheme)) <= _TINGED]
        return next((each for each in plain if reads(each) >= TEXT), found)
    return found


def _accent(
    scheme: Mapping[str, str], slot: str, grounds: tuple[str, ...], ways: Sequence[tuple[int, int]]
) -> Accent:
    own = scheme[slot]
    instead = reading(scheme, slot, grounds, ways, MARK)
    return Accent(slot, own, round(least(own, grounds), 2), instead)


def reading(
    scheme: Mapping[str, str],
    slot: str,
    grounds: tuple[str, ...],
    ways: Sequence[tuple[int, int]],
    wanted: float,
) -> Shade:
    """The slot, as little changed as makes it read."""
    tried = [Shade(slot, mod * 1000, off * 1000) for mod, off in ways]

    def reads(each: Shade) -> float:
        return least(each.seen(scheme), grounds)

    return next((each for each in tried if reads(each) >= wanted), None) or max(tried, key=reads)


def _shown(accents: Sequence[Accent], seen: Mapping[str, int]) -> Mapping[str, int]:
    """How much of each accent is seen (by its slot), of those that are."""
    total = sum(seen.values()) or 1
    found = {
        each.slot: sum(n for colour, n in seen.items() if distance(colour, each.colour) < _LIKE)
        for each in accents
        if coloured(each.colour)
    }
    return {slot: count for slot, count in found.items() if count > total * _SHOWN}


def _lively(
    accents: Sequence[Accent], shown: Mapping[str, int], grounds: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """The accent that a template is known by, and those that come next: told from text and from
    each other. A grey one is none, if there is another. What is seen most comes first, before it
    what is seen and reads as it is; where one alone is seen, it is its own second."""
    lively = [each for each in accents if coloured(each.colour)] or list(accents)
    lively.sort(key=lambda each: -shown.get(each.slot, 0))
    own = [each for each in lively if each.slot in shown]
    able = [each for each in own if least(each.colour, grounds) >= TEXT]
    first = (able or lively)[0]
    if own == [first]:
        return first.slot, (first.slot,)
    rest = [each for each in lively if each is not first]
    others = [each for each in rest if distance(each.colour, first.colour) > 60]
    if own and not any(each.slot in shown for each in others):
        # A second colour that nothing shows is foreign to it.
        return first.slot, (first.slot,)
    return first.slot, tuple(each.slot for each in (others or rest or [accents[1]])[:1])


def _known(
    accents: Sequence[Accent],
    seen: Mapping[str, int],
    named: Mapping[str, int],
    grounds: tuple[str, ...],
) -> tuple[str, tuple[str, ...]]:
    """The accent that a template is known by, and those that come next."""
    shown = _shown(accents, seen)
    own = None if shown else _charted(accents, named, grounds)
    return own or _lively(accents, shown, grounds)


def _charted(
    accents: Sequence[Accent], named: Mapping[str, int], grounds: tuple[str, ...]
) -> tuple[str, tuple[str, ...]] | None:
    """The accents that samples name where they do not name the first: the liveliest that reads as
    it is, and the next of them."""
    own = [each for each in accents if named.get(each.slot)]
    able = [each for each in own if least(each.colour, grounds) >= TEXT]
    able = [each for each in able if _chroma(each.colour) > _TINGED]
    if not able or any(each.slot == ACCENTS[0] for each in own):
        return None
    first = max(able, key=lambda each: (_chroma(each.colour), named[each.slot]))
    rest = [each for each in own if each is not first]
    rest.sort(key=lambda each: -named[each.slot])
    return first.slot, tuple(each.slot for each in rest[:1]) or (first.slot,)


def _chroma(colour: str) -> int:
    """How far a colour is from a grey."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts)


def _greys(
    scheme: Mapping[str, str], ink: Shade, grounds: tuple[str, ...], seen: Mapping[str, int]
) -> tuple[Shade, ...]:
    """The greys of a template that shows greys alone: a slot that reads and is not the text's, or
    the text's own lighter; then lighter ones. None where it shows a colour, or nothing at all."""
    total = sum(seen.values()) or 1
    lively = sum(count for each, count in seen.items() if coloured(each))
    grey = sum(
        count
        for each, count in seen.items()
        if not coloured(each) and contrast(each, grounds[0]) > _GREY
    )
    if lively > total * _SHOWN or grey < total * _PLAIN:
        return ()
    own = ink.seen(scheme)
    slots = [slot for slot in ("tx2", "bg2", *ACCENTS) if not coloured(scheme[slot])]
    able = (
        Shade(slot)
        for slot in slots
        if least(scheme[slot], grounds) >= TEXT and distance(scheme[slot], own) > _APART
    )
    dark = luminance(own) < luminance(grounds[0])
    plain = Shade(ink.slot, 65_000, 35_000 if dark else 0)
    return next(able, plain), _lighter(scheme, ink, grounds, dark)


def _lighter(scheme: Mapping[str, str], ink: Shade, grounds: tuple[str, ...], dark: bool) -> Shade:
    """The colour of text, about half way to the ground."""
    mods = range(50_000, 90_000, 5_000)
    tried = [Shade(ink.slot, mod, 100_000 - mod if dark else 0) for mod in mods]
    return next((each for each in tried if least(each.seen(scheme), grounds) >= MARK), ink)


def _in_order(accents: Sequence[Accent], first: tuple[str, ...]) -> Iterator[Accent]:
    by_slot = {each.slot: each for each in accents}
    yield from (by_slot[slot] for slot in dict.fromkeys(first))
    yield from (each for each in accents if each.slot not in first)


def _apart(
    scheme: Mapping[str, str],
    shades: Iterable[Shade],
    ways: Sequence[tuple[int, int]],
    grounds: tuple[str, ...],
) -> list[Shade]:
    """Four colours of a chart that are told apart: one too like another is taken further."""
    found: list[Shade] = []
    for each in shades:
        tried = [each, *(Shade(each.slot, mod * 1000, off * 1000) for mod, off in ways[1:])]
        able = [one for one in tried if least(one.seen(scheme), grounds) >= MARK] or tried
        found.append(
            next(
                (
                    one
                    for one in able
                    if all(distance(one.seen(scheme), other.seen(scheme)) > 48 for other in found)
                ),
                able[0],
            )
        )
        if len(found) == 4:
            break
    return found


def coloured(colour: str) -> bool:
    """Whether a colour is none of the greys."""
    return _chroma(colour) > 40


def distance(one: str, other: str) -> float:
    """How far apart two colours are, as the eye weighs red, green and blue."""
    a, b = ([int(each[at : at + 2], 16) for at in (0, 2, 4)] for each in (one, other))
    weights = (0.7, 1.2, 0.9)
    return hypot(*(w**0.5 * (x - y) for w, x, y in zip(weights, a, b, strict=True)))
