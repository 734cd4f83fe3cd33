"""Turn a Brief into the scene of its printed page in pictures (一图读懂): one sheet.

    scale      a size of running text → the six sizes, by role
    plan       what may be shown → plans, from all of it to the least
    sheet      the paper's name → its size, its margins
    figures    ledger figures → values, marks, captions; which of them stands where
    leads      the figures of topics → all of them in one way, beside their panes
    pane       topics → the panes of the theme's window
    masthead, axis, targets, topics, evidence, foot      the parts
    fit        the parts → the plan at which they fill one sheet
    long       the same parts → one column for a phone

The parts are blocks as those of the page in articles are: how high they must and may be, and what
they draw.
"""

from __future__ import annotations

from briefgen.brief.model import Brief
from briefgen.pages.picture.fit import fit
from briefgen.pages.picture.sheet import sheet_of
from briefgen.pages.shared import Shared
from briefgen.pages.single import single
from briefgen.parts.context import Context
from briefgen.problems import Problems
from briefgen.scene.scene import Scene
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Fonts


def compose(brief: Brief, theme: Theme, fonts: Fonts, problems: Problems, shared: Shared) -> Scene:
    """The page in pictures. What does not fit is left out in a stated order, and told."""
    ctx = Context(
        brief=brief, theme=theme, fonts=fonts, medium="print", problems=problems, layouts={}
    )
    sheet = sheet_of(brief.page)
    return single(ctx, fit(ctx, sheet), sheet.width, sheet.height)
