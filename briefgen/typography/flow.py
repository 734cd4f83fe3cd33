"""Turn runs into a row of measured characters.

Two spacings are at work. For print it is ours: adjacent and line-edge punctuation loses its
blank half (CLREQ, "punctuation width adjustment"), and an eighth of an em stands between Chinese
and Latin. In a deck spacing is the application's, which may use another face than ours; so there
the characters are counted with a reserve, and no application wraps lines earlier than planned.
In Latin text, and in an apostrophe, curly quotes take their Latin width in both.

Widths are summed exactly, in 1/1000 EMU: the advance in 1/1000 em times the size in EMU.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import Literal

from briefgen.record import Record, State, field
from briefgen.typography import spacing
from briefgen.typography.fonts import INVISIBLE, Chain, Face, Fonts
from briefgen.typography.text import Run

Medium = Literal["deck", "print"]

SCRIPT_SPACE = 125
HALF = 500
# The deck's reserve. Other faces' digits and capitals take up to 1/0.85 of ours, their other
# Latin up to 1/0.95; LibreOffice adds 0.235 em where Chinese meets Latin.
RESERVE_NUMBERS, RESERVE_LATIN, RESERVE_BOUNDARY = 176, 53, 235
# The same where nobody knows the face of letters and digits, or what an application takes for it.
UNKNOWN_NUMBERS, UNKNOWN_LATIN = 250, 150
# Where the blocks of signs and hanzi begin (Unicode, general punctuation).
SIGNS = "\u2000"

# What shows nothing at a line's end, and so hangs there (a soft hyphen shows).
BLANK = frozenset(" \t\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a") | (
    INVISIBLE - {"\u00ad"}
)


class Flow(Record, kw_only=True):
    """Characters that flow together, measured one by one.

    `base` is each character's advance (1/1000 EMU), `adjust` what spacing adds to it (EMU),
    `sizes` its size (EMU), `faces` the face of those that the base face does not show.
    `places[n]` is where character n starts when lines are planned (1/1000 EMU): advances, spacing
    and reserve summed up. `heads` is what a line saves by starting with that character; `tails`
    and `tight` tell how one is spaced at a line's end; `hyphens` is what a soft hyphen shows there.
    """

    text: str
    base: list[int]
    adjust: list[int]
    sizes: list[int]
    places: list[int]
    heads: dict[int, int]
    tails: dict[int, int]
    hyphens: dict[int, int]
    faces: dict[int, Face]
    tight: bool

    def end(self, start: int, cut: int) -> int:
        """The end of what is visible of the line from `start` to `cut`."""
        text = self.text
        while cut > start and text[cut - 1] in BLANK:
            cut -= 1
        return cut

    def last(self, at: int) -> int:
        """The adjustment (EMU) of character `at` where it is the last visible one of a line."""
        if at in self.tails:
            return self.tails[at]
        if self.tight and self.text[at] in spacing.CLOSERS:
            return -HALF * self.sizes[at] // 1000
        return 0

    def tail(self, at: int) -> int:
        """What a line's width changes by when character `at` is the last visible one."""
        return (self.last(at) - self.adjust[at]) * 1000 + self.hyphens.get(at, 0)


class _Row(State):
    """The same while spacing is still being decided."""

    text: str
    base: list[int]
    sizes: list[int]
    adjust: list[int]
    faces: dict[int, Face]
    heads: dict[int, int] = field(default_factory=dict)
    tails: dict[int, int] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def measure(
    runs: tuple[Run, ...], fonts: Fonts, medium: Medium, latin: bool, planned: bool
) -> Flow:
    """The characters of `runs`, measured with the faces of `fonts`.

    `latin` says that the text's language is not Chinese; `planned` adds the deck's reserve.
    """
    row = _advances(runs, fonts, latin)
    text, base, adjust = row.text, row.base, row.adjust
    tight = medium == "print" and not latin
    if tight:
        _tighten(row)
    _set_apart(row, runs)
    if quotes := spacing.latin_quotes(text, latin):
        _narrow_quotes(row, quotes, [fonts.face(r.style.bold, latin) for r in runs for _ in r.text])
    widths = [b + a * 1000 for b, a in zip(base, adjust, strict=True)] if any(adjust) else base
    if planned:
        widths = _with_reserve(row, widths, unknown=fonts.faces.unknown)
    hyphens: dict[int, int] = {}
    if "\u00ad" in text:
        hyphen = fonts.face(False, latin).advance("-")
        hyphens = {i: hyphen * row.sizes[i] for i, char in enumerate(text) if char == "\u00ad"}
    return Flow(
        text=text,
        base=base,
        adjust=adjust,
        sizes=row.sizes,
        places=[0, *accumulate(widths)],
        heads=row.heads,
        tails=row.tails,
        hyphens=hyphens,
        faces=row.faces,
        tight=tight,
    )


def _advances(runs: Sequence[Run], fonts: Fonts, latin: bool) -> _Row:
    """The characters as their faces have them."""
    base: list[int] = []
    sizes: list[int] = []
    faces: dict[int, Face] = {}
    for run in runs:
        size = run.style.shown
        chain = fonts.face(run.style.bold, latin)
        advances = chain.measure(run.text)
        if chain.others and not chain.others.keys().isdisjoint(run.text):
            found = map(chain.others.get, run.text)
            faces |= {i: face for i, face in enumerate(found, len(base)) if face}
        if advances.count(1000) == len(advances):  # hanzi and their marks
            base += [1000 * size] * len(advances)
        else:
            # Equal widths are one object: a flow is kept, and has one for each character.
            widths = {advance: advance * size for advance in set(advances)}
            base += map(widths.__getitem__, advances)
        sizes += [size] * len(advances)
    return _Row("".join([run.text for run in runs]), base, sizes, [0] * len(base), faces)


def _tighten(row: _Row) -> None:
    """Take the blank half of marks that stand together, and set scripts apart."""
    for i in spacing.adjacent_marks(row.text):
        row.adjust[i] -= HALF * row.sizes[i] // 1000
    for i in spacing.script_boundaries(row.text):
        row.adjust[i] += SCRIPT_SPACE * row.sizes[i] // 1000
    row.heads = {
        i: HALF * row.sizes[i] for i, char in enumerate(row.text) if char in spacing.OPENERS
    }


def _set_apart(row: _Row, runs: Sequence[Run]) -> None:
    """Give characters the space behind them that their run says, instead of that of the scripts."""
    at = 0
    for run in runs:
        end = at + len(run.text)
        if run.style.spacing:
            row.adjust[at:end] = [run.style.spacing] * (end - at)
        if run.style.rise and at:
            # What is raised stands close to what it belongs to.
            row.adjust[at - 1] = min(0, row.adjust[at - 1])
        at = end


def _narrow_quotes(row: _Row, quotes: Iterable[int], chains: Sequence[Chain]) -> None:
    """Give the quotation marks of Latin text their Latin width; `chains` has a face for each
    character."""
    for i in quotes:
        quote = chains[i].quote(row.text[i])
        if quote is None:
            continue
        face, advance, left = quote
        size = row.sizes[i]
        own = face.advances.get(row.text[i])
        row.base[i] = (advance if own is None else own) * size
        row.faces.pop(i, None)
        if face is not chains[i].base:
            row.faces[i] = face
        row.adjust[i] = row.tails[i] = (left + advance) * size // 1000 - row.base[i] // 1000
        row.heads[i] = max(left, 0) * size
        if i and left > 0:
            row.adjust[i - 1] -= left * size // 1000


def _with_reserve(row: _Row, widths: Sequence[int], *, unknown: bool) -> list[int]:
    """The widths with what the application's face may need more."""
    text, base, sizes = row.text, row.base, row.sizes
    wide = list(widths)
    if text[:1] in spacing.QUOTES:
        # LibreOffice takes a quotation mark that opens a paragraph for Latin.
        wide[0] += RESERVE_BOUNDARY * sizes[0]
    for i in row.faces:
        # Signs, for which applications take faces of their own, up to an em wide.
        if text[i] >= SIGNS:
            wide[i] = max(wide[i], 1000 * sizes[i])
    stretches = zip(spacing.western(text), spacing.large(text), strict=True)
    for (start, end, beside), large in stretches:
        own = base[start:end]
        total = sum(own)
        numbers = sum([base[i] for i in large])
        more = _reserved(numbers, total - numbers, sizes[start], beside, unknown=unknown)
        shares = [more * each // (total or 1) for each in own]
        wide[start:end] = map(add, wide[start:end], shares)
    return wide


def _reserved(wide: int, other: int, size: int, beside: int, *, unknown: bool) -> int:
    """The reserve of a stretch of Western characters with `beside` hanzi next to it, whose digits
    and capitals are so `wide`, and its other characters."""
    if unknown:
        wider = (wide * UNKNOWN_NUMBERS + other * UNKNOWN_LATIN) // 1000
        return wider + beside * RESERVE_BOUNDARY * size
    wider = (wide * RESERVE_NUMBERS + other * RESERVE_LATIN) // 1000
    # Where space is added at the boundaries, the face may be one a twentieth wider as well.
    apart = beside * RESERVE_BOUNDARY * size + (wide + other) * RESERVE_LATIN // 1000
    return max(wider, apart)
