"""Turn the name of an output format into how it is composed and rendered.

To add a format, add a line to `FORMATS`. Renderers are imported when they are first used: a deck
needs no PDF library, a printed page none for presentations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from briefgen.brief.model import Brief
from briefgen.problems import Problems
from briefgen.record import Record
from briefgen.scene.items import Scene
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Fonts

Compose = Callable[[Brief, Theme, Fonts, Problems], Scene]
Render = Callable[[Scene, str], dict[str, bytes]]


class Format(Record):
    """`compose` turns a Brief into a scene, `render` a scene into files named after a stem."""

    compose: Compose
    render: Render
    # The modules that it takes.
    modules: tuple[str, ...]
    # Whether its files are pictures, in which no words can be searched for.
    pictures: bool = False

    def prepare(self) -> None:
        """Import what it takes, which lasts longer than composing and rendering."""
        for module in self.modules:
            import_module(module)


def _pptx(scene: Scene, stem: str) -> dict[str, bytes]:
    from briefgen.render.pptx import render

    return {f"{stem}.pptx": render(scene)}


def _pdf(scene: Scene, stem: str) -> dict[str, bytes]:
    from briefgen.render.pdf import render

    # What is for a press lies beside what is for the office.
    return {f"{stem}-press.pdf" if scene.bleed else f"{stem}.pdf": render(scene)}


def _handout(scene: Scene, stem: str) -> dict[str, bytes]:
    from briefgen.render.pdf import render

    return {f"{stem}-handout.pdf": render(scene)}


def _png(scene: Scene, stem: str) -> dict[str, bytes]:
    from briefgen.render.pdf import render as render_pdf
    from briefgen.render.png import render

    pages = render(render_pdf(scene))
    return {f"{stem}-{number:02d}.png": page for number, page in enumerate(pages, 1)}


def _composer(page: str) -> Compose:
    """How a module of `pages` composes; imported when it is first used."""

    def compose(brief: Brief, theme: Theme, fonts: Fonts, problems: Problems) -> Scene:
        made: Scene = import_module(f"briefgen.pages.{page}").compose(brief, theme, fonts, problems)
        return made

    return compose


def _format(page: str, render: Render, renderer: str, pictures: bool = False) -> Format:
    modules = (f"briefgen.pages.{page}", f"briefgen.render.{renderer}")
    return Format(_composer(page), render, modules, pictures)


FORMATS: Mapping[str, Format] = {
    "deck": _format("deck", _pptx, "pptx"),
    "brief": _format("onepager", _pdf, "pdf"),
    "handout": _format("handout", _handout, "pdf"),
    "png": _format("deck", _png, "png", pictures=True),
}
