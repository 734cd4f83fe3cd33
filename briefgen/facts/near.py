"""Turn a qualifier that is not known into those that are, the nearest first."""

from __future__ import annotations

from briefgen.facts.qualifiers import KNOWN
from briefgen.problems import Phrase, phrase
from briefgen.record import replace

# Those that are said most, for who wrote one that nothing known is near to.
_USUAL, _NEAR = ("超", "近", "约", "达", "不低于", "计划", "力争", "以上"), 8


def near(qualifier: str) -> Phrase:
    """The known qualifiers that share a character with one that is not known, else the usual ones;
    all of them are the choices."""
    alike = [word for word in KNOWN if set(word) & set(qualifier)]
    said = phrase("and-alike", names=tuple(alike[:_NEAR] or _USUAL))
    return replace(said, choices=KNOWN)
