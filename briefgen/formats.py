"""Turn the name of an output format into how it is composed and rendered.

To add a format, add a line to `FORMATS`. Renderers are imported when they are first used: a deck
needs no PDF library, a printed page none for presentations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from briefgen.outline.model import Brief
from briefgen.pages import deck, handout, onepager
from briefgen.problems import Problems
from briefgen.scene.items import Scene
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Fonts


@dataclass(frozen=True, slots=True)
class Format:
    """`compose` turns a Brief into a scene, `render` a scene into files named after a stem."""

    compose: Callable[[Brief, Theme, Fonts, Problems], Scene]
    render: Callable[[Scene, str], dict[str, bytes]]
    # The module of its renderer.
    renderer: str
    # Whether its files are pictures, in which no words can be searched for.
    pictures: bool = False

    def prepare(self) -> None:
        """Import the renderer, which takes longer than rendering."""
        import_module(self.renderer)


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


FORMATS: Mapping[str, Format] = {
    "deck": Format(deck.compose, _pptx, "briefgen.render.pptx"),
    "brief": Format(onepager.compose, _pdf, "briefgen.render.pdf"),
    "handout": Format(handout.compose, _handout, "briefgen.render.pdf"),
    "png": Format(deck.compose, _png, "briefgen.render.png", pictures=True),
}
