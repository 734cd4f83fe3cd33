"""Turn a Brief into the scene of its printed page, in the style that it asks for."""

from __future__ import annotations

from briefgen.brief.model import Brief
from briefgen.pages.shared import Shared
from briefgen.problems import Problems
from briefgen.scene.scene import Scene
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Fonts


def compose(brief: Brief, theme: Theme, fonts: Fonts, problems: Problems, shared: Shared) -> Scene:
    """One sheet: in pictures, or in articles."""
    if not brief.topics:
        from briefgen.pages.bare import from_deck  # topics say themselves what is on a page

        brief = from_deck(brief, problems)
    # Only the style that is asked for is loaded.
    if brief.page.style == "article":
        from briefgen.pages.onepager.page import compose as made
    else:
        from briefgen.pages.picture import compose as made
    return made(brief, theme, fonts, problems, shared)
