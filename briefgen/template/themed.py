"""Turn the colours and faces of a template into a theme: one for decks on it, one for prints."""

from __future__ import annotations

from briefgen.record import replace
from briefgen.template.read import Template
from briefgen.template.tokens import Palette, palette
from briefgen.theme.model import Theme

_PAPER = ("FFFFFF",)


def themed(template: Template, base: Theme) -> Theme:
    """The theme of decks: each token a slot of the template's scheme, by the ground of its slides;
    what the template says nothing of is the base's."""
    return _with(template, base, template.palette(template.board("title-only")))


def printed(template: Template, base: Theme) -> Theme:
    """The theme of prints: the same colours as they read on white paper."""
    board = template.board("title-only")
    made = _with(template, base, palette(board.scheme, _PAPER))
    return replace(made, palette={**made.palette, "white": "FFFFFF"}, scheme={})


def _with(template: Template, base: Theme, colours: Palette) -> Theme:
    name = template.held.masters[template.cast.master].name
    return replace(
        base,
        name={"zh": name, "en": name},
        palette=dict(colours.colours),
        deck_face=template.faces.minor[1],
        motif="none",
        derived={},
        hatched=frozenset(),
        scheme={token: (each.slot, each.mod, each.off) for token, each in colours.shades.items()},
    )
