"""Turn a Brief into the scene of its printed page in articles."""

from __future__ import annotations

from briefgen.brief.model import Brief
from briefgen.pages.onepager.copyfit import fit
from briefgen.pages.onepager.sheet import sheet_of
from briefgen.pages.shared import Shared
from briefgen.pages.single import single
from briefgen.parts.context import Context
from briefgen.problems import Problems
from briefgen.scene.scene import Scene
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Fonts


def compose(brief: Brief, theme: Theme, fonts: Fonts, problems: Problems, shared: Shared) -> Scene:
    """The one-page brief. What does not fit at the type floor is an error, never a second page."""
    ctx = Context(
        brief=brief, theme=theme, fonts=fonts, medium="print", problems=problems, layouts={}
    )
    sheet = sheet_of(brief.page)
    return single(ctx, fit(ctx, sheet), sheet.width, sheet.height)
