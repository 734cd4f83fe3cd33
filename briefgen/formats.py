"""Turn the name of an output format into all that is known of it: one table for the whole program.

To add a format, write its renderer and add an entry to `_TABLE`; the command line, the summary of a
build, `trace` and the search for leaks read that table. Modules are named there, and imported when
they are first used: a deck needs no PDF library, a printed page none for presentations, and the
command line's help neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from briefgen.record import Record

if TYPE_CHECKING:
    from briefgen.brief.model import Brief
    from briefgen.pages.shared import Shared
    from briefgen.problems import Problems
    from briefgen.scene.house import House
    from briefgen.scene.scene import Scene
    from briefgen.theme.model import Theme
    from briefgen.typography.fonts import Fonts

# Options of `build` that do not apply to every format.
Option = Literal["paper", "landscape", "press", "handout", "attach", "style", "size"]


class Format(Record, kw_only=True):
    """One output format.

    `about` says in one sentence what it is. `endings` are what its files' names add to the stem: of
    one file, or with `{page}` of a file for each page; the second one is that for a press. `counts`
    says as what a build's summary counts its pages. `composer` is the module whose
    `compose(brief, theme, fonts, problems, shared)` gives a scene, `renderer` that whose
    `render(scene)` gives the bytes of the file, or of each. `options` are those of `build` that
    change it.
    """

    name: str
    about: str
    endings: tuple[str, ...]
    counts: Literal["slides", "pages"]
    composer: str
    renderer: str
    options: frozenset[Option] = frozenset()
    # What its texts are set for: handouts and pictures show slides.
    medium: Literal["deck", "print"] = "deck"
    # Whether it is always one page, whose number need not be said.
    one_page: bool = False
    # Whether the speaker's notes stand in its files, and whether it may stand on a template.
    notes: bool = False
    housed: bool = False
    # Whether its files are pictures, in which no words can be searched for.
    pictures: bool = False

    def prepare(self) -> None:
        """Import what it takes, which lasts longer than composing and rendering."""
        for module in (self.composer, self.renderer):
            import_module(module)

    def compose(
        self,
        brief: Brief,
        theme: Theme,
        fonts: Fonts,
        problems: Problems,
        shared: Shared,
        house: House | None = None,
    ) -> Scene:
        """The scene of a brief; what is wrong with it is added to `problems`.

        Of a deck that stands on a template, `house` is that.
        """
        more = (house,) if house and self.housed else ()
        composer = import_module(self.composer)
        made: Scene = composer.compose(brief, theme, fonts, problems, shared, *more)
        return made

    def render(self, scene: Scene, stem: str) -> dict[str, bytes]:
        """The files of a scene by name; each name begins with `stem`."""
        made: bytes | tuple[bytes, ...] = import_module(self.renderer).render(scene)
        files = (made,) if isinstance(made, bytes) else made
        press = bool(scene.bleed)
        return {self.file(stem, page, press): data for page, data in enumerate(files, 1)}

    def readable(self, files: Mapping[str, bytes], scene: Scene, stem: str) -> Mapping[str, bytes]:
        """The files in which their words can be read: of pictures, the print that they are of."""
        return FORMATS["handout"].render(scene, stem) if self.pictures else files

    def file(self, stem: str, page: int = 1, press: bool = False) -> str:
        """The name of the file that `page` (from 1) stands in.

        What is for a press lies beside what is for the office.
        """
        ending = self.endings[-1 if press else 0]
        return stem + ending.format(page=page)


_TABLE = (
    Format(
        name="deck",
        about="a PowerPoint deck, to be shown and edited",
        endings=(".pptx",),
        counts="slides",
        composer="briefgen.pages.deck",
        renderer="briefgen.render.pptx",
        options=frozenset({"size"}),
        notes=True,
        housed=True,
    ),
    Format(
        name="brief",
        about="one printed page, as PDF",
        endings=(".pdf", "-press.pdf"),
        counts="pages",
        composer="briefgen.pages.printed",
        renderer="briefgen.render.pdf",
        options=frozenset({"paper", "landscape", "press", "attach", "style"}),
        medium="print",
        one_page=True,
    ),
    Format(
        name="handout",
        about="prints of the slides, alone, several on a sheet or with notes, as PDF",
        endings=("-handout.pdf",),
        counts="pages",
        composer="briefgen.pages.handout",
        renderer="briefgen.render.pdf",
        options=frozenset({"paper", "handout", "attach", "size"}),
    ),
    Format(
        name="png",
        about="a picture of each slide",
        endings=("-{page:02d}.png",),
        counts="slides",
        composer="briefgen.pages.deck",
        renderer="briefgen.render.png",
        options=frozenset({"size"}),
        pictures=True,
    ),
    Format(
        name="svg",
        about="a drawing of each slide whose text stays text, in the faces of the print",
        endings=("-{page:02d}.svg",),
        counts="slides",
        composer="briefgen.pages.deck",
        renderer="briefgen.render.svg",
        pictures=True,
    ),
    Format(
        name="long",
        about="the printed page as one long picture for phones, as PDF",
        endings=(".long.pdf",),
        counts="pages",
        composer="briefgen.pages.picture.long",
        renderer="briefgen.render.pdf",
        options=frozenset({"attach"}),
        medium="print",
        one_page=True,
    ),
    Format(
        name="long-png",
        about="the same, 1080 pixels wide, as PNG",
        endings=(".long.png",),
        counts="pages",
        composer="briefgen.pages.picture.long",
        renderer="briefgen.render.long_png",
        medium="print",
        one_page=True,
        pictures=True,
    ),
    Format(
        name="md",
        about="the slides as a Markdown document, with what the speaker says in comments",
        endings=(".md",),
        counts="slides",
        composer="briefgen.pages.deck",
        renderer="briefgen.render.markdown",
        notes=True,
    ),
)
FORMATS: Mapping[str, Format] = {each.name: each for each in _TABLE}
# What a long picture for phones is made as.
LONG = ("long", "long-png")
# What is made where nothing else is asked for.
USUAL = ("deck", "brief")


def composed(
    brief: Brief,
    theme: Theme,
    format: str,
    problems: Problems,
    shared: Shared | None = None,
    house: House | None = None,
) -> Scene:
    """The scene of a brief in a format, planned in the theme's faces.

    What is wrong with it is added to `problems`; a scene with errors is complete, but not sound.
    `shared` remembers what several audiences have in common.
    """
    from briefgen.pages.shared import Shared
    from briefgen.typography.fonts import load_fonts

    fonts = load_fonts(theme.print_face)
    scene = FORMATS[format].compose(brief, theme, fonts, problems, shared or Shared(), house)
    if brief.attached.logo is not None and scene.house is None:
        from briefgen.pages.logo import with_logo

        scene = with_logo(scene, brief, problems)
    if brief.stamp is not None:
        from briefgen.pages.stamp import stamped

        scene = stamped(scene, brief, theme, fonts, problems)
    if scene.scale == 1:
        return scene
    from briefgen.scene.scaled import resized

    return resized(scene)


def is_of(name: str, stem: str) -> bool:
    """Whether a file of this name is one that some format makes of a brief with this stem."""
    if not name.startswith(stem):
        return False
    endings = (ending for each in FORMATS.values() for ending in each.endings)
    return any(_ends(name[len(stem) :], ending) for ending in endings)


def _ends(rest: str, ending: str) -> bool:
    """Whether what stands behind a stem is this ending, with any number in the place of a page."""
    before, page, behind = ending.partition("{page")
    if not page:
        return rest == ending
    behind = behind.partition("}")[2]
    number = rest.removeprefix(before).removesuffix(behind)
    return number.isdecimal() and rest == before + number + behind


def stem(brief: Brief) -> str:
    """The name of a brief's files, without their endings."""
    return f"{brief.slug}-{brief.audience}" if brief.audience else brief.slug
