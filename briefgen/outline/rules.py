"""Turn notes on a type hint into what a value must be: its length, its form, what it is for.

    points: Annotated[tuple[Text, ...], Length(1, 5), Doc("What follows from it.")]

The converter, the JSON Schema and the description of slide kinds all read these.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doc:
    """What a field is for, in a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Length:
    """How many items a list may have, both ends included."""

    least: int
    most: int

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a string must match from end to end, and that in words."""

    regex: str
    words: str


# Ids become file names, PDF destinations and slide names, so they are kept to what is safe in all
# of them: no path separators, no case that a file system may fold, no spaces.
SLUG = Pattern(
    r"[a-z0-9]+(?:-[a-z0-9]+)*", "lower-case letters a–z, digits and single hyphens between them"
)
# ISO 8601 with reduced precision.
DATE = Pattern(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", "a year, year-month or date such as 2024-02-21")
INSIDE = Pattern(
    r"(?![/\\~])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^:\\]+",
    "a path inside the project, such as a/b.txt",
)

# Names that Windows keeps for devices, whatever the ending (Microsoft, Naming Files).
RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)}
