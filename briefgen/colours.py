"""Turn what colours are for into tokens: whoever composes names a token, a theme its colour.

`on-dark` is accented text on `primary-dark`; `accent` is for marks, never for text; `muted` is a
bar that is not the point.
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
]
# A token, or none.
Fill = Literal[Token, ""]

TOKENS: tuple[Token, ...] = get_args(Token)


def is_token(text: str) -> TypeGuard[Token]:
    """Whether a text, such as a theme's author writes it, is a token."""
    return text in TOKENS
