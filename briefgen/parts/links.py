"""Turn what the links of a drawing say into labels beside their lines, clear of its things."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text, words
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, lines_in, para, set_box, set_in
from briefgen.patterns import pattern
from briefgen.scene.items import Rule, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# How wide a label of some lines is at least, how wide beside a steep line; its lines at most.
_LABEL, _LABEL_BESIDE, _LABEL_LINES = pt(100), pt(190), 3
# A label is so much taller than its lines.
_LABEL_ROOM = pt(4)
# A label stands over a line that is no steeper than this, and beside one that is.
_FLAT = 0.35
# How far labels are from things.
_AWAY = pt(8)
_COLON = pattern(r"(?<=[：:])")


def link_label(
    ctx: Context, number: int, text: Text, rule: Rule, taken: Sequence[Rect], back: bool
) -> TextBox:
    """What a link says, over its middle, or beside it where it is steep, clear of the things; in as
    many lines as it needs between them. What leads `back` stands below, or on the other side."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = DECK[("dense", "small")[level]]
        return (para(text, size, colour="ink2", short=short, align="center"),)

    x, y = (rule.x1 + rule.x2) // 2, (rule.y1 + rule.y2) // 2
    across, down = abs(rule.x2 - rule.x1), abs(rule.y2 - rule.y1)
    flat = down <= across * _FLAT
    # As wide as its words, so that little of the line is hidden.
    long = _snug(ctx, make(0, False))
    most = max(_LABEL, across - 2 * _AWAY) if flat else _LABEL_BESIDE
    lines = min(_LABEL_LINES, -(-long // most))
    wide = long if lines == 1 else _broken(ctx, text, most, long // lines)
    high = lines * DECK["dense"].leading + _LABEL_ROOM
    if flat:
        # Above the higher of its ends, so that the line does not run into it; or below the lower.
        rise = wide * down // max(across, 1) // 2
        top = y + rise + pt(2) if back else y - high - rise - pt(2)
        rect = Rect(x - wide // 2, top, wide, high)
    else:
        rect = _clear(_beside(rule, wide, high, back), taken)
    want = Wanted(
        Name("link-text", number),
        rect,
        make,
        anchor="middle",
        lines=lines,
        mark=text.mark,
    )
    return set_box(ctx, want, 2)


def _broken(ctx: Context, text: Text, most: int, share: int) -> int:
    """How wide a label of some lines is: as its longest part, where it has a colon to break at;
    else lines of one length, with room for where they break."""
    size = DECK["dense"].size
    parts = [part for part in _COLON.split(str(text)) if part]
    longest = max(_snug(ctx, (para(words(part), DECK["dense"]),)) for part in parts)
    return longest if len(parts) > 1 and longest <= most else min(most, share + 2 * size)


def _snug(ctx: Context, made: tuple[Paragraph, ...]) -> int:
    """How wide a box has to be for words on one line: with the reserve that lines are planned
    with."""
    wide = max(line.width for line in set_in(ctx, made, ctx.canvas.width).lines)
    while lines_in(ctx, made, wide) > 1:
        wide += pt(3)
    return wide + pt(2)


def _beside(rule: Rule, wide: int, high: int, back: bool) -> list[Rect]:
    """Places for a label of a width and a height beside a steep line: right of its middle and left
    of it (what leads `back` the other way round), then nearer its start."""
    across, down = abs(rule.x2 - rule.x1), abs(rule.y2 - rule.y1)
    lean = high * across // max(down, 1) // 2 + pt(4)
    made = []
    for share in (6, 5, 4, 3):
        x, y = ((a * (12 - share) + b * share) // 12 for a, b in _ends(rule))
        lefts = (x + lean, x - lean - wide)
        made += [Rect(left, y - high // 2, wide, high) for left in lefts[:: -1 if back else 1]]
    return made


def _ends(rule: Rule) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where a line starts and ends, across and down."""
    return (rule.x1, rule.x2), (rule.y1, rule.y2)


def _clear(places: Sequence[Rect], taken: Sequence[Rect]) -> Rect:
    """The first place that stands clear of all that is taken; the first where none does."""
    grown = [Rect(r.x - _AWAY, r.y - _AWAY, r.w + 2 * _AWAY, r.h + 2 * _AWAY) for r in taken]

    def free(at: Rect) -> bool:
        return not any(
            at.x < r.right and r.x < at.right and at.y < r.bottom and r.y < at.bottom for r in grown
        )

    return next(filter(free, places), places[0])
