"""Turn a theme's tokens into one frozen value that composing and rendering share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Every theme gives each of these a colour. `on-dark` is accented text on `primary-dark`; `accent`
# is for marks, never for text; `muted` is a bar that is not the point.
TOKENS = (
    "white",
    "ink",
    "ink2",
    "primary",
    "primary-dark",
    "surface",
    "surface2",
    "accent",
    "accent-text",
    "on-dark",
    "line",
    "muted",
    "chart1",
    "chart2",
    "chart3",
    "chart4",
)

# Which slot of the presentation's colour scheme (ECMA-376 Part 1, 20.1.6.2) holds which token,
# so that changing the theme in PowerPoint recolours the deck.
SCHEME = {
    "dk1": "ink",
    "lt1": "white",
    "dk2": "primary-dark",
    "lt2": "surface",
    "accent1": "primary",
    "accent2": "accent",
    "accent3": "chart3",
    "accent4": "chart4",
    "accent5": "ink2",
    "accent6": "muted",
    "hlink": "accent-text",
    "folHlink": "chart2",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the type scale: size and leading in EMU."""

    size: int
    leading: int


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by token (six hex digits, no #), the type scale, and the faces.

    `deck_face` is named in the deck, and has to be on the reader's machine; `print_face` names
    the embedded family in `assets/fonts`.
    """

    id: str
    name: Mapping[str, str]
    palette: Mapping[str, str]
    steps: Mapping[str, Step]
    deck_face: str
    print_face: str

    def hex(self, token: str) -> str:
        return self.palette[token]
