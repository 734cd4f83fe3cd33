"""Turn words into Markdown that reads back as the same words.

CommonMark 0.31.2 with GitHub's tables; a sign that means something there, or in what is often read
beside it (attributes, strikethrough, formulas), stands behind a backslash, which needs no letters
and digits that a search for words would meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from briefgen.patterns import pattern
from briefgen.typography.text import Paragraph, Run, Stress

# Signs that mean something anywhere in a text: the last two where an entity would begin, or where
# a link follows and would become a picture.
_ANYWHERE = pattern(r"[\\`*_\[\]<{}|~$]|&(?=#?\w+;)|!$")
# Signs that begin a block: a heading, a quote, a list, an underline, a table's delimiter row.
_START = pattern(r"^(?=#{1,6}(?:\s|$)|>|\+(?:\s|$)|-(?:[-:\s]|$)|=+\s*$|:-)")
_NUMBERED = pattern(r"^(\d{1,9})([.)])(?=\s|$)")
# The tags of lowered and raised characters.
_SMALL = ("sub", "sup")
# What an address in angle brackets cannot hold.
_UNSAFE = pattern(r"[<>\\\s]")


def escaped(text: str) -> str:
    """Words in the middle of a line.

    >>> print(escaped("2*3 = {six} & <b>"))
    2\\*3 = \\{six\\} & \\<b>
    """
    return _ANYWHERE.sub(r"\\\g<0>", text)


def line(made: str) -> str:
    """A line of inline Markdown that begins no block.

    >>> print(line("1. 目标"), line("-5%"), line("- 5"), line("# 1"))
    1\\. 目标 -5% \\- 5 \\# 1
    """
    return _NUMBERED.sub(r"\1\\\2", _START.sub(r"\\", made))


def lines(paragraph: Paragraph, link: str = "") -> list[str]:
    """A paragraph as inline Markdown: one line, or more where it has line breaks of its own.

    `link` is where its words lead to that have no link themselves.
    """
    made: list[str] = [""]
    bold = is_strong(paragraph)
    for (target, stress, rise), runs in groupby(
        paragraph.runs, lambda run: (run.link or link, run.stress, run.style.rise)
    ):
        text = "".join(run.text for run in runs)
        for number, part in enumerate(text.splitlines() or [""]):
            if number:
                made.append("")
            if part.strip():
                own: Stress = "" if bold and stress == "strong" else stress
                made[-1] += _stressed(part, _leading(part, target, rise), own)
            else:
                made[-1] += part
    return [one for one in map(str.strip, made) if one]


def _leading(text: str, target: str, rise: int) -> str:
    """Words with their link, raised or lowered."""
    words = _linked(text, target) if target else escaped(text)
    return f"<{_SMALL[rise > 0]}>{words}</{_SMALL[rise > 0]}>" if rise else words


def _stressed(text: str, made: str, stress: Stress) -> str:
    """Words that were stressed. Asterisks say so only where letters stand within both ends of them
    (0.31.2, 6.2, the flanking rules); elsewhere tags do."""
    if not stress:
        return made
    if text[:1].isalnum() and text[-1:].isalnum() and text == made:
        stars = "**" if stress == "strong" else "*"
        return f"{stars}{made}{stars}"
    return f"<{stress}>{made}</{stress}>"


def _linked(text: str, target: str) -> str:
    """Words with their link; `page:ID` is another slide of the document."""
    address = "#" + target.removeprefix("page:") if target.startswith("page:") else target
    safe = _UNSAFE.sub(lambda sign: f"%{ord(sign[0]):02X}", address)
    if text == safe and ":" in safe:
        return f"<{safe}>"
    return f"[{escaped(text)}]({f'<{safe}>' if re.search('[()]', safe) else safe})"


def strong(made: Iterable[str]) -> list[str]:
    """Lines in strong emphasis, each by itself: what begins and ends a line always counts."""
    return [f"**{one}**" for one in made]


def is_strong(paragraph: Paragraph) -> bool:
    """Whether a paragraph is all bold, or one figure whose number is set large and bold."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and (all(run.style.bold for run in runs) or _numeral(runs))


def _numeral(runs: list[Run]) -> bool:
    sizes = {run.style.size for run in runs}
    figures = {run.figure for run in runs}
    return len(sizes) > 1 and len(figures) == 1 and "" not in figures


def comment(notes: Iterable[str]) -> str:
    """Text for the speaker in a comment (CommonMark 4.6, HTML blocks of the second sort).

    Two hyphens end a comment in older readers: a backslash stands between them, and is doubled
    where it stands for itself.
    """
    text = "\n".join(note for note in notes if note.strip()).replace("\\", "\\\\")
    return "<!--\n" + re.sub("-(?=-)", r"-\\", text) + "\n-->" if text else ""
