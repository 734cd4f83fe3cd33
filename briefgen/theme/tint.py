"""Turn a theme into how strongly words may stand behind others without making these harder to read.

What is seen through changes the ground of the text before it, so every pair of text and ground that
a theme has to keep apart (`theme.load.PAIRS`) is held against the changed ground.
"""

from __future__ import annotations

from collections.abc import Collection

from briefgen.colours import Token
from briefgen.theme.load import PAIRS
from briefgen.theme.model import Theme
from briefgen.theme.vision import blended, contrast

# Six percent of ink on paper.
_DARKNESS = 0.06


def quiet_share(theme: Theme, colour: Token, grounds: Collection[Token]) -> int:
    """How many thousandths of a colour words behind the text are shown in: on white as dark as six
    percent of ink, less where that would leave a text on one of these grounds too little contrast;
    0 where none is left."""
    white, ink, own = (_light(theme.hex(token)) for token in ("white", "ink", colour))
    most = round(1000 * _DARKNESS * (white - ink) / max(1.0, white - own))
    return next(
        share for share in range(min(most, 1000), -1, -1) if _keeps(theme, colour, grounds, share)
    )


def _keeps(theme: Theme, colour: Token, grounds: Collection[Token], share: int) -> bool:
    """Whether all texts on these grounds can be read, or there is nothing behind them."""
    return not share or all(
        contrast(theme.hex(text), blended(theme.hex(colour), theme.hex(ground), share)) >= least
        for text, ground, least in PAIRS
        if ground in grounds
    )


def _light(colour: str) -> float:
    return sum(int(colour[at : at + 2], 16) for at in (0, 2, 4)) / 3
