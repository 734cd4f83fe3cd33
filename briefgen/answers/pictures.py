"""Turn a version of an outline into pictures of its slides, one at a time."""

from __future__ import annotations

from briefgen.formats import composed
from briefgen.problems import Problems
from briefgen.record import State
from briefgen.report import Version
from briefgen.scene.scene import Scene


class Pictures(State, dict=True):
    """The slides of a version without errors, and their pictures, drawn when they are asked for."""

    scene: Scene
    _pdf: bytes = b""

    @classmethod
    def of(cls, version: Version) -> Pictures | None:
        """The slides of a version; None where it has errors."""
        if version.brief is None or version.theme is None:
            return None
        return cls(composed(version.brief, version.theme, "deck", Problems(), house=version.house))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the pages, in order; a slide of several pages has `id`, `id--2` …"""
        return tuple(page.id for page in self.scene.pages)

    def png(self, index: int, dpi: int = 96) -> bytes:
        """The picture of a page, by its index from 0. Raises IndexError."""
        from briefgen.render.pdf import render
        from briefgen.render.png import raster

        if not 0 <= index < len(self.scene.pages):
            raise IndexError(index)
        self._pdf = self._pdf or render(self.scene)
        return raster(self._pdf, index, dpi / self.scene.scale)
