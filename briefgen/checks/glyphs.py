"""Turn characters that the embedded faces cannot draw into problems at their places."""

from __future__ import annotations

import unicodedata

from briefgen.brief.model import Brief
from briefgen.brief.resolve import texts
from briefgen.problems import Problems
from briefgen.typography.fonts import Fonts

_EMOJI = "colour emoji are not printed: write a word, a sign such as ★ ✔ ☎, or use an icon"
_OTHER = (
    "write it another way, or put a TrueType font that has it into the project and name it: "
    "brief: {faces: {print: [Noto Sans SC, content/fonts/Name.ttf]}}"
)


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
                _EMOJI if unicodedata.category(character) in ("So", "Sk") else _OTHER,
            )
