"""Turn slides into pages, each once for all audiences for whom nothing about it differs.

Kinds are handed a brief without what tells audiences apart (their names, the subtitle, the other
slides, the printed page, the mark): where all else is equal, the pages are too. A kind that needs
it says so (`Kind.shared`), and is composed for every audience.
"""

from __future__ import annotations

from briefgen.brief.model import Brief, OnePage, Slide, words
from briefgen.kinds import kinds
from briefgen.pages.slides import pages_of
from briefgen.parts.context import Context
from briefgen.problems import Problem, Problems
from briefgen.record import State, field, replace
from briefgen.scene.items import Page
from briefgen.typography.fit import forget
from briefgen.typography.flow import Medium

_NOTHING = words("")
# A build has few sorts of audiences; what stays in memory is bounded by this.
_KEPT = 6
_NO_PAGE, _NO_PROBLEMS = OnePage(), Problems()


class Composer(State):
    """Composes slides in one context, and remembers what came of the last of each id."""

    ctx: Context
    done: dict[str, tuple[Slide, tuple[Page, ...], tuple[Problem, ...]]] = field(
        default_factory=dict
    )

    def pages(self, slide: Slide, whole: Context) -> tuple[Page, ...]:
        """The pages of a slide; its problems go to those of `whole`, the audience's own context."""
        kind = kinds()[slide.kind]
        if not kind.shared:
            return pages_of(kind, slide, whole)
        done = self.done.get(slide.id)
        if done is None or done[0] != slide:
            found = Problems()
            pages = pages_of(kind, slide, replace(self.ctx, problems=found))
            done = self.done[slide.id] = (slide, pages, tuple(found))
        whole.problems.extend(done[2])
        return done[1]


class Shared(State):
    """What the audiences of one build have in common: composed once in each process."""

    composers: list[Composer] = field(default_factory=list)
    turn: tuple[str, str] = ("", "")

    def turn_to(self, medium: Medium, language: str) -> None:
        """Forget what was set for another medium, or in another language: what comes next asks for
        none of it, and stands in its memory."""
        turn = medium, language
        if self.turn not in (("", ""), turn):
            self.composers = []
            forget()
        self.turn = turn

    def composer(self, ctx: Context) -> Composer:
        """The composer of a context: an earlier audience's where nothing that kinds see differs."""
        common = replace(ctx, brief=_common(ctx.brief), problems=_NO_PROBLEMS)
        found = next((each for each in self.composers if each.ctx == common), None)
        if found is None:
            found = Composer(common)
            self.composers = [*self.composers, found][-_KEPT:]
        return found


def _common(brief: Brief) -> Brief:
    """The brief without what tells audiences apart."""
    return replace(
        brief,
        audience="",
        audience_name=_NOTHING,
        subtitle=_NOTHING,
        deck=(),
        page=_NO_PAGE,
        withheld=(),
        stamp=None,
    )
