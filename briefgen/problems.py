"""Turn what is wrong with the content into lines that a person can act on.

    BriefgenError          whatever ends a run early; carries the problems
    ├── ContentError       the content has errors: exit code 1 (carries every problem)
    └── MachineError       the machine got in the way (cannot read, cannot write): exit code 3

Phases collect `Problem`s in a `Problems` and go on as far as they can; only `build.py` raises
`ContentError`, once, with all of them. What a problem says stands in the catalogue
(`briefgen.messages`), by its code; here are only the code, its named parts and the place. Nothing
here prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Literal, Protocol, Self, TypeAlias

from briefgen.messages import message as message_of
from briefgen.messages import phrase as phrase_of
from briefgen.messages.entry import Severity, Tongue
from briefgen.record import Record

_RANK = {"error": 0, "warning": 1, "note": 2}
# The named parts of a problem that may be what is written at its place, the likeliest first.
WRITTEN = ("found", "written", "number", "name", "key", "verb", "word", "text", "words", "id")


class Mark(Record, order=True):
    """A place in a file; line and column count from 1 (0: the file as a whole)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Mark("")


class Phrase(Record):
    """Words of the catalogue that are part of a message: its key there, and its own named parts."""

    key: str
    parts: tuple[tuple[str, Part], ...] = ()
    # All that may be written instead, where the words say some of it.
    choices: tuple[str, ...] = ()

    def told(self, tongue: Tongue) -> str:
        return phrase_of(self.key).told(tongue, dict(self.parts))

    def __str__(self) -> str:
        return self.told("en")


class Told(Protocol):
    """What tells itself in a language: a phrase of the catalogue, the name of an item."""

    def told(self, language: Tongue, /) -> str: ...


# What a named part may be: text as it stands, a number, what tells itself, or several.
Part: TypeAlias = "str | int | Decimal | Mark | Told | tuple[Part, ...]"


def phrase(key: str, **parts: Part) -> Phrase:
    """The phrase of this key in the catalogue, with its named parts.

    >>> phrase("did-you-mean", name="title").told("zh")
    '是不是想写“title”？'
    """
    return Phrase(key, tuple(parts.items()))


class Problem(Record):
    """One thing that is wrong, where, and what to do about it."""

    code: str
    parts: tuple[tuple[str, Part], ...] = ()
    mark: Mark = NOWHERE
    # How severe the outline wants it to be, instead of the catalogue; "" leaves it.
    level: Severity | Literal[""] = ""

    @classmethod
    def of(cls, code: str, mark: Mark = NOWHERE, /, **parts: Part) -> Problem:
        """The problem of this code in the catalogue, at its place, with its named parts."""
        return Problem(code, tuple(parts.items()), mark)

    @property
    def severity(self) -> Severity:
        return self.level or message_of(self.code).severity

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.sentence("en")

    @property
    def hint(self) -> str:
        """What to do about it, in English; "" where the sentence says it."""
        return self.advice("en")

    def sentence(self, tongue: Tongue) -> str:
        """What is wrong, in a language."""
        return message_of(self.code).sentence.told(tongue, dict(self.parts))

    def advice(self, tongue: Tongue) -> str:
        """What to do about it, in a language; "" where the sentence says it."""
        return message_of(self.code).hint.told(tongue, dict(self.parts))

    def told(self, tongue: Tongue, sentence: str = "", hint: str = "") -> str:
        """The whole line: place, severity, sentence, hint; or others instead of its own two.

        >>> parts = (("key", "titel"), ("offer", ""))
        >>> Problem("unknown-key", parts, Mark("a.yaml", 2, 3)).told("zh")
        'a.yaml:2:3: 错误：这里没有“titel”这个键'
        """
        place = f"{self.mark}: " if self.mark.file else ""
        severity = phrase_of(self.severity).told(tongue, {})
        between = "：" if tongue == "zh" else ": "
        return f"{place}{severity}{between}{self.line(tongue, sentence, hint)}"

    def line(self, tongue: Tongue, sentence: str = "", hint: str = "") -> str:
        """Sentence and hint, without the place."""
        if not sentence:
            sentence, hint = self.sentence(tongue), self.advice(tongue)
        if tongue == "zh":
            return f"{sentence}（提示：{hint}）" if hint else sentence
        return f"{sentence} (hint: {hint})" if hint else sentence

    def __str__(self) -> str:
        return self.told("en")


# The slides and parts of each file, in order: where one begins (line, column), and what it is.
Blocks: TypeAlias = "Mapping[str, tuple[tuple[tuple[int, int], Phrase], ...]]"


class Problems:
    """A collection of problems in the order of their places, each kept once.

    Where it is known, `blocks` are the slides and parts that their places lie in, `root` the folder
    that their files are named from, and `sound` the versions without an error.
    """

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._found: dict[Problem, None] = dict.fromkeys(problems)
        self.blocks: Blocks = {}
        self.root: Path | None = None
        self.sound: tuple[str, ...] = ()

    def add(self, code: str, mark: Mark = NOWHERE, /, **parts: Part) -> None:
        """Tell the problem of this code in the catalogue, at its place, with its named parts."""
        self._found[Problem.of(code, mark, **parts)] = None

    def tell(self, code: str, mark: Mark, level: Severity | Literal[""], /, **parts: Part) -> None:
        """Tell a problem as severely as the outline wants it; "" as the catalogue says."""
        self._found[Problem(code, tuple(parts.items()), mark, level)] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.update(dict.fromkeys(problems))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=lambda p: (p.mark, _RANK[p.severity], p.message)))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def fatal(self) -> bool:
        """Whether any of them is an error."""
        return self.errors > 0

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(p.severity == "error" for p in self._found)


def plain(text: str) -> str:
    """`text` for a terminal: without the control and direction characters it would obey."""
    return "".join(c if c.isprintable() or c == "\u3000" else f"\\u{ord(c):04x}" for c in text)


class BriefgenError(Exception):
    """Whatever ends a run early."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = problems if isinstance(problems, Problems) else Problems(problems)
        super().__init__("\n".join(str(each) for each in self.problems))

    @classmethod
    def of(cls, code: str, /, **parts: Part) -> Self:
        """The error of this code in the catalogue, with its named parts."""
        return cls([Problem.of(code, **parts)])

    def __reduce__(self) -> tuple[object, ...]:
        # Notes are what a worker says of where it was raised.
        return type(self), (tuple(self.problems),), {"__notes__": getattr(self, "__notes__", [])}


class ContentError(BriefgenError):
    """The content has errors; `problems` holds every problem found, not only the first."""


class MachineError(BriefgenError):
    """The machine got in the way: a file cannot be read or written, the disk is full."""


class UnfitError(Exception):
    """Something cannot be used: a code of the catalogue, with the parts known where it was found.

    Whoever tells it adds the others, such as the name of the file.
    """

    def __init__(self, code: str, /, **parts: Part) -> None:
        super().__init__(code)
        self.code, self.parts = code, parts

    def tell(self, problems: Problems, mark: Mark, /, **more: Part) -> None:
        """Add it to the problems, at its place."""
        problems.add(self.code, mark, **self.parts, **more)
