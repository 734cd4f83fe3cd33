"""Turn characters that the embedded faces cannot draw into problems at their places."""

from __future__ import annotations

import unicodedata

from briefgen.brief.model import Brief
from briefgen.brief.resolve import texts
from briefgen.problems import Problems, phrase
from briefgen.typography.fonts import Fonts

# Symbols of these categories are drawn in colour; of others some font may have a glyph.
_EMOJI = ("So", "Sk")


def check_coverage(brief: Brief, fonts: Fonts, problems: Problems) -> None:
    """Name every character without a glyph, with its code point and its place in the YAML.

    Without this a missing character is printed as an empty box, and nobody says so.
    """
    for text in texts(brief):
        for character in dict.fromkeys(fonts.missing(str(text))):
            emoji = unicodedata.category(character) in _EMOJI
            problems.add(
                "missing-glyph",
                text.mark,
                character=character,
                point=f"U+{ord(character):04X}",
                name=unicodedata.name(character, "unnamed").lower(),
                mend=phrase("take-no-emoji") if emoji else phrase("add-a-font"),
            )
