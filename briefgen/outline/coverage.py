"""Turn characters that the embedded faces cannot draw into problems at their places."""

from __future__ import annotations

import unicodedata

from briefgen.outline.model import Brief
from briefgen.outline.resolve import texts
from briefgen.problems import Problems
from briefgen.typography.fonts import Fonts


def check_coverage(brief: Brief, fonts: Fonts, problems: Problems) -> None:
    """Name every character without a glyph, with its code point and its place in the YAML.

    Without this a missing character is printed as an empty box, and nobody says so.
    """
    for text in texts(brief):
        for character in dict.fromkeys(fonts.missing(str(text))):
            name = unicodedata.name(character, "unnamed")
            problems.error(
                "missing-glyph",
                f"no font has the character “{character}” (U+{ord(character):04X}, {name.lower()})",
                text.mark,
                "write it another way; emoji and very rare characters are not in the faces",
            )
