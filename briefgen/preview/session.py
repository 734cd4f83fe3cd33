"""Turn an outline, an audience and a theme into what is shown, drawing only what has changed.

A process that lives on has read the faces, knows the breaks of every text and keeps the pages of
unchanged slides: what is left after a keystroke is to read the outline and set one slide. Where
the content has errors, what was shown last stays, with the problems beside it.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path

from briefgen.brief.model import Brief
from briefgen.build import load
from briefgen.checks.terms import check_terms
from briefgen.facts.ledger import Ledger
from briefgen.formats import composed
from briefgen.outline.load import BASE, audience_names, project_root
from briefgen.pages.shared import Shared
from briefgen.problems import BriefgenError, Problem, Problems
from briefgen.record import Record, State, field
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
# The most of an exception's words that are told.
_LONGEST = 300
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
    """How long reading, composing and drawing took, in milliseconds."""

    read: float = 0
    compose: float = 0
    draw: float = 0


class Content(Record, eq=False):
    """What is shown of a brief without errors: its slides, its printed pages, what they are of."""

    brief: Brief
    theme: Theme
    ledger: Ledger
    deck: Scene
    printed: Scene
    slides: tuple[Drawn, ...]
    sheets: tuple[Drawn, ...]


class Shown(Record, eq=False):
    """What a view shows: the content that could be made last, and what is wrong with the files as
    they are now. `stale`: they are no longer those that the content was made of."""

    view: View
    number: int
    content: Content | None
    problems: tuple[Problem, ...]
    stale: bool
    stages: Stages
    # The first slides that changed from what was shown before.
    changed: tuple[int, ...] = ()

    @property
    def slides(self) -> tuple[Drawn, ...]:
        return self.content.slides if self.content else ()

    @property
    def sheets(self) -> tuple[Drawn, ...]:
        return self.content.sheets if self.content else ()


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

    def request(self, view: View, **more: object) -> Request:
        """What is asked for where a view is built."""
        given = {"audiences": (view.audience,), "theme": view.theme, **more}
        return Request(self.outline, **given)  # type: ignore[arg-type]

    def show(self, view: View) -> Shown:
        """What a view shows of the files as they are now. Raises nothing that is the content's."""
        before = self.shown.get(view)
        self.number += 1
        made = self._made(view, before)
        self.shown[view] = made
        return made

    def _made(self, view: View, before: Shown | None) -> Shown:
        start = time.perf_counter()
        problems = Problems()
        content: Content | None = None
        read = composed_at = start
        try:
            loaded = load(self.request(view))
            problems.extend(loaded.problems)
            read = composed_at = time.perf_counter()
            brief, theme = loaded.briefs.get(view.audience), loaded.themes.get(view.audience)
            if brief and theme:
                deck = composed(brief, theme, "deck", problems, self.shared)
                printed = composed(brief, theme, "brief", problems, self.shared)
                check_terms(brief, deck, problems)
                composed_at = time.perf_counter()
                ledger = loaded.reads[view.audience].ledger
                content = self._content(brief, theme, ledger, deck, printed, before)
        except BriefgenError as error:
            problems.extend(error.problems)
        except Exception as fault:  # the next keystroke may mend it, so the preview goes on
            problems.add("program-fault", what=f"{type(fault).__name__}: {fault}"[:_LONGEST])
        end = time.perf_counter()
        stages = Stages(*(1000 * t for t in (read - start, composed_at - read, end - composed_at)))
        stale = content is None
        return Shown(
            view,
            self.number,
            content or (before.content if before else None),
            tuple(problems),
            stale,
            stages,
            _changed(before, content),
        )

    def _content(
        self,
        brief: Brief,
        theme: Theme,
        ledger: Ledger,
        deck: Scene,
        printed: Scene,
        before: Shown | None,
    ) -> Content:
        old = before.content if before else None
        return Content(
            brief,
            theme,
            ledger,
            deck,
            printed,
            self._drawn(deck, old.deck if old else None, old.slides if old else ()),
            self._drawn(printed, old.printed if old else None, old.sheets if old else ()),
        )

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
        return f"media/{key}"


def _look(page: Page) -> object:
    """All of a page that its drawing depends on."""
    return page.items, page.ground, page.title


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
