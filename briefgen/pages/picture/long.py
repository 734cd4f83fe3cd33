"""Turn a Brief into the scene of its long picture: one column as wide as a phone shows it, and as
tall as it needs to be.

A pixel is three quarters of a point (96 to the inch), so that the page is 1080 pixels wide.
"""

from __future__ import annotations

from briefgen.brief.model import Brief
from briefgen.geometry import Rect, pt
from briefgen.pages.picture.axis import axis
from briefgen.pages.picture.evidence import evidence
from briefgen.pages.picture.figures import marks
from briefgen.pages.picture.foot import foot
from briefgen.pages.picture.masthead import headlined, masthead
from briefgen.pages.picture.plan import Plan, plans
from briefgen.pages.picture.report import shortened, told
from briefgen.pages.picture.scale import Scale
from briefgen.pages.picture.targets import targets
from briefgen.pages.picture.topics import topics
from briefgen.pages.shared import Shared
from briefgen.pages.single import single
from briefgen.parts.context import Context
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.items import Item
from briefgen.scene.scene import Scene
from briefgen.scene.walk import figures
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Fonts

# A pixel of the picture (EMU); the page and its margins, and the size of running text, in pixels.
PIXEL = pt(0.75)
WIDTH, _MARGIN, _TEXT = 1080, 60, 40
# How far blocks stand apart, and the whole number of pixels that a page is high, in ems of text.
_APART = 1.6


def compose(brief: Brief, theme: Theme, fonts: Fonts, problems: Problems, shared: Shared) -> Scene:
    """The long picture: all that the page in pictures may show, one part below the other."""
    # It is read on screens, whatever the printed page is made for.
    brief = replace(brief, page=replace(brief.page, press=False, orientation="portrait"))
    ctx = Context(
        brief=brief, theme=theme, fonts=fonts, medium="print", problems=problems, layouts={}
    )
    text = _TEXT * 0.75
    plan = replace(next(plans(ctx, text)), scale=Scale(text, 1.0), long=True)
    items, height = _stacked(ctx, plan)
    told(ctx, plan, figures(items))
    shortened(ctx, items)
    return single(ctx, items, WIDTH * PIXEL, height, "long")


def _stacked(ctx: Context, plan: Plan) -> tuple[tuple[Item, ...], int]:
    """The parts from the top, and how high they are together, in whole pixels (EMU)."""
    margin, page = _MARGIN * PIXEL, WIDTH * PIXEL
    width, gap = page - 2 * margin, plan.scale.em(_APART)
    head = masthead(ctx, plan, page, page, 0)
    parts = (
        headlined(ctx, plan, width),
        axis(ctx, plan, width),
        targets(ctx, plan, width, 1),
        topics(ctx, plan, width, 1),
        evidence(ctx, plan, width),
        foot(ctx, plan, width, marks(ctx, plan)),
    )
    blocks = [block for block in parts if block]
    items = list(head.draw(Rect(0, 0, page, head.height)))
    y = head.height + gap
    for block in blocks:
        height = block.height + block.stretch // 3
        items += block.draw(Rect(margin, y, width, height))
        y += height + gap
    return tuple(items), -(-(y - gap + margin) // PIXEL) * PIXEL
