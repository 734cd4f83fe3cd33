"""Turn an outline, an audience and a theme into what is shown, drawing only what has changed.

A process that lives on has read the faces, knows the breaks of every text and keeps the pages of
unchanged slides: what is left after a keystroke is to read the outline and set one slide. Where
the content has errors, what was shown last stays, with the problems beside it.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from briefgen.brief.model import Brief
from briefgen.build import load
from briefgen.checks.terms import check_terms
from briefgen.facts.ledger import Ledger
from briefgen.formats import USUAL, composed
from briefgen.machine.reasons import as_said
from briefgen.outline.folder import BASE, audience_names, project_root
from briefgen.pages.shared import Shared
from briefgen.problems import BriefgenError, Problem, Problems
from briefgen.record import Record, State, field, replace
from briefgen.render import svg
from briefgen.request import Request
from briefgen.scene.items import Item, Page, Picture
from briefgen.scene.scene import Scene
from briefgen.theme import load as theme_files
from briefgen.theme.model import Theme
from briefgen.typography import fonts, truetype

# What is made of a page of a scene is kept by these; ids in a drawing begin with `PREFIX`, so that
# a page that shows it twice can tell the two apart.
PREFIX = "bfid"
# The pictures that are kept: more than any deck shows.
_MEDIA = 500
_FACES = (".ttf", ".otf", ".ttc", ".tsv")


class View(Record):
    """For whom, in which theme ("" for the outline's own)."""

    audience: str = BASE
    theme: str = ""


class Drawn(Record, eq=False):
    """A page of a scene as a drawing, and the key by which its drawing is known."""

    key: str
    svg: str
    page: Page
    decor: tuple[Item, ...]


class Stages(Record):
    """How long reading, composing and drawing the slides took, and all of the printed page, in
    milliseconds."""

    read: float = 0
    compose: float = 0
    draw: float = 0
    printed: float = 0


class Content(Record, eq=False):
    """What is shown of a brief without errors: its slides, and what they are of."""

    brief: Brief
    theme: Theme
    ledger: Ledger
    deck: Scene
    slides: tuple[Drawn, ...]


class Printed(Record, eq=False):
    """The printed pages that are shown, and what is wrong with them."""

    scene: Scene
    sheets: tuple[Drawn, ...]
    problems: tuple[Problem, ...]


class Shown(Record, eq=False):
    """What a view shows: the content that could be made last, and what is wrong with the files as
    they are now. `stale`: they are no longer those that the content was made of. `printed` is that
    of the content, or while it is not `complete`, of the one before."""

    view: View
    number: int
    content: Content | None
    printed: Printed | None
    found: tuple[Problem, ...]
    stale: bool
    complete: bool
    stages: Stages
    # The slides that are others than those shown before, by index.
    changed: tuple[int, ...] = ()

    @property
    def slides(self) -> tuple[Drawn, ...]:
        return self.content.slides if self.content else ()

    @property
    def sheets(self) -> tuple[Drawn, ...]:
        return self.printed.sheets if self.printed else ()

    @property
    def problems(self) -> Problems:
        """All that is wrong, the printed pages' too."""
        of_sheets = self.printed.problems if self.printed and not self.stale else ()
        return Problems((*self.found, *of_sheets))


class Session(State, kw_only=True):
    """An outline that is being written, and what is shown of it, view by view.

    `media` are the pictures that drawings show, by key: media type and bytes.
    """

    outline: Path
    root: Path
    shown: dict[View, Shown] = field(default_factory=dict)
    media: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    shared: Shared = field(default_factory=Shared)
    number: int = 0

    @classmethod
    def of(cls, outline: Path) -> Session:
        return cls(outline=outline.resolve(), root=project_root(outline))

    @property
    def audiences(self) -> tuple[str, ...]:
        return (BASE, *audience_names(self.outline))

    def request(self, view: View, formats: tuple[str, ...] = USUAL) -> Request:
        """What is asked for where a view is built."""
        return Request(self.outline, (view.audience,), formats, view.theme)

    def show(self, view: View) -> Shown:
        """What a view shows of the files as they are now; its printed pages are still those from
        before, until it is completed. Raises nothing."""
        before = self.shown.get(view)
        start = time.perf_counter()
        problems = Problems()
        content: Content | None = None
        read = composed_at = start
        with _kept_going(problems):
            loaded = load(self.request(view))
            problems.extend(loaded.problems)
            read = composed_at = time.perf_counter()
            brief, theme = loaded.briefs.get(view.audience), loaded.themes.get(view.audience)
            if brief and theme:
                deck = composed(brief, theme, "deck", problems, self.shared)
                check_terms(brief, deck, problems)
                composed_at = time.perf_counter()
                old = before.content if before else None
                drawn = self._drawn(deck, old.deck if old else None, old.slides if old else ())
                content = Content(brief, theme, loaded.reads[view.audience].ledger, deck, drawn)
        spent = (read - start, composed_at - read, time.perf_counter() - composed_at)
        return self._keep(
            Shown(
                view,
                self._next(),
                content or (before.content if before else None),
                before.printed if before else None,
                tuple(problems),
                stale=content is None,
                complete=content is None,
                stages=Stages(*(1000 * each for each in spent)),
                changed=_changed(before, content),
            )
        )

    def complete(self, view: View) -> Shown | None:
        """The same with its own printed pages; None where it is complete. Raises nothing."""
        shown = self.shown.get(view)
        if shown is None or shown.complete or shown.content is None:
            return None
        start = time.perf_counter()
        content, old, problems = shown.content, shown.printed, Problems()
        printed = old
        with _kept_going(problems):
            scene = composed(content.brief, content.theme, "brief", problems, self.shared)
            sheets = self._drawn(scene, old.scene if old else None, old.sheets if old else ())
            printed = Printed(scene, sheets, tuple(problems))
        spent = 1000 * (time.perf_counter() - start)
        return self._keep(
            replace(
                shown,
                number=self._next(),
                printed=printed,
                found=shown.found if printed is not old else (*shown.found, *problems),
                complete=True,
                stages=replace(shown.stages, printed=spent),
                changed=(),
            )
        )

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _keep(self, shown: Shown) -> Shown:
        self.shown[shown.view] = shown
        return shown

    def _drawn(self, scene: Scene, old: Scene | None, known: Iterable[Drawn]) -> tuple[Drawn, ...]:
        """The pages of a scene as drawings; those that look as before are those from before."""
        same = old is not None and _surroundings(old) == _surroundings(scene)
        by_id = {each.page.id: each for each in known} if same else {}
        return tuple(self._page(scene, page, by_id.get(page.id)) for page in scene.pages)

    def _page(self, scene: Scene, page: Page, known: Drawn | None) -> Drawn:
        decor = scene.layout(page.layout).decor if scene.layouts else ()
        if known and known.decor == decor and _look(known.page) == _look(page):
            return Drawn(known.key, known.svg, page, decor)
        drawing = svg.picture(scene, page, href=self._href, prefix=PREFIX)
        key = sha256(drawing.encode()).hexdigest()[:16]
        return Drawn(key, drawing, page, decor)

    def _href(self, picture: Picture) -> str:
        key = sha256(picture.data).hexdigest()[:24]
        self.media[key] = picture.media_type, picture.data
        while len(self.media) > _MEDIA:
            del self.media[next(iter(self.media))]
        return f"media/{key}"


@contextmanager
def _kept_going(problems: Problems) -> Iterator[None]:
    """Tell what ends a build instead of ending the preview: the next keystroke may mend it."""
    try:
        yield
    except BriefgenError as error:
        problems.extend(error.problems)
    except Exception as fault:
        problems.add("program-fault", what=as_said(fault))


def _look(page: Page) -> object:
    """All of a page that its drawing depends on."""
    return page.items, page.ground, page.title, page.reveals


def _surroundings(scene: Scene) -> object:
    """All of a scene, beside its pages, that their drawings depend on."""
    ids = [page.id for page in scene.pages]
    return scene.theme, scene.mark, scene.meta.language, scene.width, scene.height, ids


def _changed(before: Shown | None, content: Content | None) -> tuple[int, ...]:
    if content is None or before is None:
        return ()
    known = {each.key for each in before.slides}
    return tuple(at for at, each in enumerate(content.slides) if each.key not in known)


def forget(changed: Collection[Path]) -> None:
    """Forget what is kept by path of files that have changed: faces, themes."""
    if any(path.suffix in _FACES for path in changed):
        for kept in (fonts.load_face, fonts.load_fonts, truetype.open_face):
            kept.cache_clear()
    if any(path.parent.name == "themes" for path in changed):
        theme_files.forget()
