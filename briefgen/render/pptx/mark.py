"""Turn the mark of a scene into shapes of its masters, so that one edit takes it off every page.

Where a slide or a layout would hide the line below what it has itself, it stands there again.
"""

from __future__ import annotations

from briefgen.geometry import Rect, mm
from briefgen.record import replace
from briefgen.render.pptx.look import points, text
from briefgen.render.pptx.shapes import write_items
from briefgen.render.pptx.sheet import Sheet
from briefgen.scene.items import Item
from briefgen.scene.scene import Across, Stamp
from briefgen.scene.stamp import covered

# Degrees are counted in these (ECMA-376 Part 1, 20.1.10.3).
_DEGREE = 60_000
# How far down the line stands on a page of notes.
_TOP = mm(8)


def on_master(sheet: Sheet, mark: Stamp | None) -> str:
    """The mark's shapes on the slide master, below all else."""
    if mark is None:
        return ""
    return (_across(sheet, mark.across) if mark.across else "") + _line(sheet, mark)


def across(sheet: Sheet, mark: Stamp | None) -> str:
    """The words across, on a slide whose master is a template's."""
    return _across(sheet, mark.across) if mark and mark.across else ""


def on_layout(sheet: Sheet, mark: Stamp | None, decor: tuple[Item, ...]) -> str:
    """The mark's line on a layout whose decoration would hide it."""
    return _line(sheet, mark) if mark and covered(mark, decor) else ""


def on_notes(sheet: Sheet, mark: Stamp | None, width: int) -> str:
    """The mark's line on the notes master, in the margin above the slide; sheets are so wide."""
    if mark is None:
        return ""
    rect = mark.line.rect
    placed = Rect((width - rect.w) // 2, _TOP, rect.w, rect.h)
    return _line(sheet, replace(mark, line=replace(mark.line, rect=placed)))


def _line(sheet: Sheet, mark: Stamp) -> str:
    return write_items(sheet, (mark.line,)).replace("<p:nvPr/>", '<p:nvPr userDrawn="1"/>')


def _across(sheet: Sheet, across: Across) -> str:
    """The words across, in a colour that is seen through (20.1.2.3.1)."""
    rect, look = across.rect, sheet.look
    run = across.text.runs[0]
    colour = look.seen_through(across.colour, across.share)
    turned = round(across.turn * _DEGREE) % (360 * _DEGREE)
    return (
        f"<p:sp><p:nvSpPr>{sheet.properties(across.name, decorative=True)}"
        '<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm rot="{turned}"><a:off x="{rect.x}" y="{rect.y}"/>'
        f'<a:ext cx="{rect.w}" cy="{rect.h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom><a:noFill/></p:spPr>"
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        'anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="ctr"/>'
        f'<a:r><a:rPr {look.languages(run.text)} sz="{points(run.style.size)}" b="1" dirty="0">'
        f"{colour}</a:rPr><a:t>{text(run.text)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
