"""Turn a theme into a theme part: its colour scheme, its faces, and flat fills, lines, effects."""

from __future__ import annotations

from briefgen.render.pptx.look import A, Look, attribute
from briefgen.theme.model import SCHEME

_FLAT = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = '<a:prstDash val="solid"/>'


def theme(look: Look) -> str:
    """The XML of a theme part (ECMA-376 Part 1, 20.1.6.9)."""
    names = look.theme.name
    name = attribute(names.get(look.language[:2]) or look.theme.id)
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{look.theme.hex(token)}"/></a:{slot}>'
        for slot, token in SCHEME.items()
    )
    face = attribute(look.theme.deck_face)
    scripts = "".join(f'<a:font script="{s}" typeface="{face}"/>' for s in ("Hans", "Hant"))
    fonts = look.faces + scripts
    # No gradients, no shadows: what a person adds looks like the rest.
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FLAT}{_LINE}</a:ln>'
        for width in (9525, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{A}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_FLAT * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FLAT * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
