"""Turn what colours are for into tokens: whoever composes names a token, a theme its colour.

`on-dark` is accented text on `primary-dark`; `accent` is for marks, never for text; `muted` is a
bar that is not the point. `cover` is the ground of cover, sections and closing, `on-cover` text on
it, `on-cover2` quieter text, `cover2` a surface and `cover-line` a rule on it. The motif's panes
alternate between four colours (`window1` …), each with a lighter one (`glass1` …); `lattice` is
what holds the panes. None of these eight is for charts or text. `head` is the
ground of the head of a table, `on-head` text on it and `band` the ground of every other row, where
the tables of a template have such.
"""

from __future__ import annotations

from typing import Literal, TypeGuard, get_args

Token = Literal[
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
    "cover",
    "cover2",
    "on-cover",
    "on-cover2",
    "cover-line",
    "lattice",
    "window1",
    "window2",
    "window3",
    "window4",
    "glass1",
    "glass2",
    "glass3",
    "glass4",
    "head",
    "on-head",
    "band",
]
# A token, or none.
Fill = Literal[Token, ""]

TOKENS: tuple[Token, ...] = get_args(Token)


def is_token(text: str) -> TypeGuard[Token]:
    """Whether a text, such as a theme's author writes it, is a token."""
    return text in TOKENS
