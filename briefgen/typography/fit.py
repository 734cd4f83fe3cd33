"""Turn a ladder of type sizes into the first one at which a text fits its box.

A *step* is whatever the caller's type scale is made of: only its `make` looks into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from briefgen.record import Record, replace
from briefgen.typography.flow import Flow, Medium, measure
from briefgen.typography.fonts import Fonts
from briefgen.typography.kept import figure_spans, kept_figures
from briefgen.typography.linebreak import breaks, stuck
from briefgen.typography.paragraph import (
    REMEMBERED,
    How,
    height,
    justifiable,
    laid,
    last_line,
    lines_of,
    rows,
    rows_at_least,
)
from briefgen.typography.text import Line, Paragraph, Run, SetText

S = TypeVar("S")


class Room(Record):
    """What a text has to fit into: width and height in EMU, and at most `lines` lines (0: any).

    The paragraphs whose indices are in `one_line` have to stay on one line each. A text also fits
    where `spare` of the width is wanting, at all steps but the last.
    """

    width: int
    height: int
    lines: int = 0
    one_line: tuple[int, ...] = ()
    spare: int = 0


class Fitted(Generic[S], Record):
    """A text at the step it was set at.

    Where it does not fit even at the last step, `excess` is the number of characters too many.
    `forced` says that a larger step was not taken because of this very text; `split` that a number
    or a word is split, since no step keeps it whole; `torn` that this parts what an application
    holds together, and so breaks elsewhere.
    """

    step: S
    text: SetText
    excess: int = 0
    forced: bool = False
    split: bool = False
    torn: bool = False

    @property
    def fits(self) -> bool:
        return not self.excess


class Setting(Record, dict=True):
    """How texts are set: the faces, and what `set_text` wants to know besides. `setting_of`
    gives the same one for the same fields."""

    fonts: Fonts
    medium: Medium
    language: str = "zh-Hans"
    lexicon: tuple[str, ...] = ()
    reserve: bool | None = None
    phrased: bool = False

    @cached_property
    def how(self) -> How:
        planned = self.medium == "deck" if self.reserve is None else self.reserve
        latin = not self.language.startswith("zh")
        return How(self.fonts, self.medium, latin, self.lexicon, planned, self.phrased)

    def flow(self, runs: tuple[Run, ...]) -> Flow:
        """The characters of `runs`, measured as they are set."""
        how = self.how
        return measure(runs, how.fonts, how.medium, how.latin, how.planned)

    def alike(self, paragraphs: Sequence[Paragraph], width: int) -> tuple[Paragraph, ...]:
        """Paragraphs that stand beside each other as equals: those that are to be justified are
        ragged, all of them, where one cannot be justified at `width` (EMU)."""
        wanted = [each for each in paragraphs if each.align == "justify"]
        if all(
            justifiable(each, width, self.fonts, self.medium, self.language, self.reserve)
            for each in wanted
        ):
            return tuple(paragraphs)
        return tuple([replace(p, align="left") if p.align == "justify" else p for p in paragraphs])

    def set(self, paragraphs: Sequence[Paragraph], width: int) -> SetText:
        """The paragraphs set to `width` (EMU)."""
        return _set(tuple(paragraphs), width, self.how)

    def rows(
        self, paragraphs: Sequence[Paragraph], width: int, more: Run | None = None
    ) -> tuple[int, ...]:
        """How many lines each of the paragraphs has at `width` (EMU), the last with `more`."""
        return rows(paragraphs, width, self.how, more)

    def lines(self, paragraph: Paragraph, width: int) -> int:
        """How many lines a paragraph has at `width` (EMU)."""
        return lines_of(paragraph, width, self.how)

    def height(self, paragraphs: Sequence[Paragraph], width: int) -> int:
        """How high the paragraphs are (EMU) at `width` (EMU)."""
        return height(paragraphs, width, self.how)

    def last_line(self, paragraph: Paragraph, width: int) -> int:
        """How wide the last line of a paragraph is at `width` (EMU)."""
        return last_line(paragraph, width, self.how)

    def rows_at_least(
        self, paragraphs: Sequence[Paragraph], width: int, more: Run | None = None
    ) -> tuple[int, ...]:
        """The same, or fewer, told without breaking lines."""
        return rows_at_least(paragraphs, width, self.how, more)


_set = lru_cache(maxsize=1024)(laid)


def forget() -> None:
    """Forget every text that was measured and set."""
    for each in (measure, _set, *REMEMBERED):
        each.cache_clear()


# A build has one for each medium, language and face.
setting_of = lru_cache(maxsize=64)(Setting)


def surplus(text: SetText, room: Room) -> list[tuple[Line, int]]:
    """The lines of `text` that leave `room`, each with how many of its characters are too many.

    All of them are in a line that lies below the lower edge, over the line limit, or after the
    first of a paragraph that has to stay on one line; in a line that is too wide, those beyond the
    right edge.
    """
    over: list[tuple[Line, int]] = []
    before = -1
    sizes = [max([run.style.size for run in each.runs], default=0) for each in text.paragraphs]
    for number, line in enumerate(text.lines, start=1):
        paragraph, size = text.paragraphs[line.paragraph], sizes[line.paragraph]
        # The line's slot ends half the leading's white space below its em box.
        bottom = line.baseline + size * 12 // 100 + (paragraph.leading - size) // 2
        second = line.paragraph == before and before in room.one_line
        before = line.paragraph
        if bottom > room.height or (room.lines and number > room.lines) or second:
            over.append((line, max(1, len(line.text.strip()))))
        elif line.width > room.width - line.x:
            beyond = line.x + line.width - room.width
            over.append((line, max(1, len(line.text) * beyond // line.width)))
    return over


def excess(text: SetText, room: Room) -> int:
    """How many characters of `text` are too many for `room`: 0 if it fits."""
    return sum([characters for _, characters in surplus(text, room)])


def whole(text: SetText, setting: Setting) -> bool:
    """Whether no line had to split a number from its unit, or a word, for want of width."""
    return not split_at(text, setting)


def split_at(text: SetText, setting: Setting) -> str:
    """The words around the first place where a line splits a number from its unit, or a word, with
    | at that place; "" where none does."""
    if len(text.lines) == len(text.paragraphs):  # each is on one line
        return ""
    for paragraph, at in _line_ends(text):
        full = paragraph.text
        if at < len(full) and full[at - 1] != "\n":
            start = full.rfind("\n", 0, at) + 1
            stop = full.find("\n", at)
            stop = stop if stop >= 0 else len(full)
            part, end = full[start:stop], at - start
            if end not in breaks(part, figure_spans(paragraph.runs, start, stop)).atoms:
                # Seldom so; and a figure longer than may be kept whole breaks like other text.
                flow = setting.flow(paragraph.runs)
                kept = kept_figures(paragraph.runs, flow, start, stop)
                if end not in breaks(part, kept).atoms:
                    one, other = part[:end].split(" ")[-1], part[end:].split(" ")[0]
                    return f"{one[-_AROUND:]}|{other[:_AROUND]}"
    return ""


# So many characters are told on each side of a place.
_AROUND = 8


def fit_all(
    slots: Sequence[tuple[Callable[[S], Sequence[Paragraph]], Room]],
    steps: Sequence[S],
    setting: Setting,
) -> list[Fitted[S]]:
    """The texts of slots that share one size: the first step at which every one of them fits.

    A step that splits a number or a word is passed over where a later one keeps it whole, or at
    least what an application holds together. Where they fit at no step they come at the last one,
    each with its own excess (0 if it fits).
    """
    forced: set[int] = set()
    last = len(steps) - 1
    split: list[Fitted[S]] = []
    held: list[Fitted[S]] = []
    contents: list[tuple[Paragraph, ...]] = []
    for at, step in enumerate(steps):
        before, contents = contents, [tuple(make(step)) for make, _ in slots]
        if contents == before:  # nothing was written for this step in particular
            continue
        made: list[Fitted[S]] = []
        for number, (paragraphs, (_, room)) in enumerate(zip(contents, slots, strict=True)):
            if at < last and _plainly_long(paragraphs, room, setting):
                forced.add(number)
                break
            if at < last and room.spare and _tight(paragraphs, room, setting):
                forced.add(number)
                break
            one = _fitted(step, paragraphs, room, setting, number in forced)
            made.append(one)
            if not one.fits or one.split:
                forced.add(number)
            if not one.fits:
                break
        else:
            if not any(one.split for one in made):
                return made
            split = split or made
            if not any(one.torn for one in made):
                held = held or made
    if held or split:
        return held or split
    return [
        _fitted(steps[-1], paragraphs, room, setting, True)
        for paragraphs, (_, room) in zip(contents, slots, strict=True)
    ]


def _plainly_long(paragraphs: Sequence[Paragraph], room: Room, setting: Setting) -> bool:
    """Whether a text has too many lines wherever these may break."""
    return bool(room.lines) and sum(setting.rows_at_least(paragraphs, room.width)) > room.lines


def _tight(paragraphs: Sequence[Paragraph], room: Room, setting: Setting) -> bool:
    """Whether a text needs what is spared of the width."""
    narrow = replace(room, width=room.width - room.spare)
    return excess(setting.set(paragraphs, narrow.width), narrow) > 0


def _fitted(
    step: S, paragraphs: Sequence[Paragraph], room: Room, setting: Setting, forced: bool
) -> Fitted[S]:
    text = setting.set(paragraphs, room.width)
    split = not whole(text, setting)
    torn = split and _torn(text)
    return Fitted(step, text, excess(text, room), forced, split, torn)


def _torn(text: SetText) -> bool:
    """Whether a line ends within what an application holds together."""
    for paragraph, at in _line_ends(text):
        full = paragraph.text
        spans = stuck(full, figure_spans(paragraph.runs, 0, len(full)))
        if any(start < at < end for start, end in spans):
            return True
    return False


def _line_ends(text: SetText) -> Iterator[tuple[Paragraph, int]]:
    """Each line's paragraph, and how far that goes with it."""
    at, before = 0, -1
    for line in text.lines:
        if line.paragraph != before:
            at, before = 0, line.paragraph
        at += len(line.text)
        yield text.paragraphs[before], at
