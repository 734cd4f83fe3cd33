"""Turn what placeholders say of their levels into the list styles of layouts and masters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.geometry import pt
from briefgen.record import replace
from briefgen.render.pptx.look import Look, points
from briefgen.render.pptx.text import ALIGN, BREAKING, bullet, pitch, space
from briefgen.scene.placeholders import LayoutSlot, Tier
from briefgen.typography.markers import Numbering

# The levels of text for which the layout of a list says how it looks: as deep as anybody goes.
_LEVELS = 5


def levels(slot: LayoutSlot, look: Look, family: str = "mn") -> str:
    """The styles of the levels of which a placeholder says how they look, for its `a:lstStyle`."""
    # LibreOffice sets a field higher than words in a line of exact height: the page number would
    # not stand on one line with date and footer.
    single = slot.slot.role in ("footer", "date", "number")
    return "".join(
        level(number, replace(tier, leading=0) if single else tier, look, family, slot.exact)
        for number, tier in enumerate(_with_lists(slot.tiers, look), 1)
    )


def _with_lists(tiers: Sequence[Tier], look: Look) -> Iterator[Tier]:
    """The levels, and where the last is a list, lists of text a step smaller below it."""
    yield from tiers
    own = tiers[-1]
    if own.marker is None:
        return
    size = max(own.style.size * 8 // 9, min(own.style.size, look.long(pt(12))))
    below = replace(
        own,
        style=replace(own.style, size=size, bold=False),
        leading=own.leading * size // own.style.size,
    )
    for deeper in range(1, _LEVELS - len(tiers) + 1):
        yield replace(below, margin=own.margin + deeper * own.indent)


def level(number: int, tier: Tier, look: Look, family: str = "mn", exact: bool = False) -> str:
    """The style of one level of a placeholder's text, faces by the theme (`mj` or `mn`)."""
    faces = "".join(
        f'<a:{tag} typeface="+{family}-{short}"/>'
        for tag, short in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    spaced = pitch(tier.leading, tier.style.size, exact, look.single)
    first = tier.marker.number if isinstance(tier.marker, Numbering) else 1
    return (
        f'<a:lvl{number}pPr marL="{tier.margin}" indent="{-tier.indent}" '
        f'algn="{ALIGN[tier.align]}" {BREAKING}>{spaced}'
        f"{space('spcBef', tier.before)}{space('spcAft', tier.after)}"
        f"{bullet(tier.marker, 'primary', look, first)}"
        f'<a:defRPr sz="{points(tier.style.size)}" b="{tier.style.bold:d}">'
        f"{look.fill(tier.style.colour)}{faces}</a:defRPr></a:lvl{number}pPr>"
    )
