"""Turn texts into boxes of set lines that fit.

A box is asked for as a `Wanted`: where it stands and how to make its paragraphs at a given step
down the type scale. `set_boxes` sets boxes that share one size at the largest step that fits all
of them; the author's `short:` wording is tried before each step down. What fits at no step is an
error at the place the text was written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.geometry import Rect
from briefgen.outline.model import Text
from briefgen.parts.context import Context
from briefgen.problems import NOWHERE, Mark
from briefgen.scene.items import Anchor, Geometry, Level, Slot, Stroke, TextBox
from briefgen.theme.model import DECK, Step
from briefgen.typography.paragraph import place, set_text
from briefgen.typography.text import Align, Paragraph, Run, SetText, Style

Make = Callable[[int, bool], Sequence[Paragraph]]

# Steps of the deck's type scale that running text may go down.
_LADDER = ("head", "body", "dense", "small", "source")


def down(name: str, steps: int) -> Step:
    """The step `steps` below `name` on the ladder of running text (never below the last)."""
    return DECK[_LADDER[min(_LADDER.index(name) + steps, len(_LADDER) - 1)]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text box to be set. `make(steps_down, short)` gives its paragraphs.

    `lines` is the most lines it may have (0: as many as fit); the paragraphs whose indices are
    in `one_line` must stay on one line each.
    """

    name: str
    rect: Rect
    make: Make
    slot: Slot | None = None
    anchor: Anchor = "top"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    geometry: Geometry = "rect"
    fill: str = ""
    stroke: Stroke | None = None
    heading: Level = "p"
    link: str = ""
    lines: int = 0
    one_line: tuple[int, ...] = ()
    mark: Mark = NOWHERE


def runs(text: Text, style: Style, strong: Style | None = None, link: str = "") -> tuple[Run, ...]:
    """The text in `style`; the figures written into it in `strong`, where given."""
    return tuple(
        Run(s.text, strong if strong and s.figure else style, s.figure, link)
        for s in text.segments
        if s.text
    )


def para(
    text: Text | str,
    step: Step,
    *,
    bold: bool = False,
    colour: str = "ink",
    strong: str = "",
    short: bool = False,
    align: Align = "left",
    before: int = 0,
    bullet: str = "",
    keep: bool = False,
    link: str = "",
) -> Paragraph:
    """One paragraph at one step of the type scale.

    `strong` is the colour token in which figures stand out in bold; `short` takes the author's
    shorter wording where there is one; `keep` makes its breaks part of the design (titles).
    """
    style = Style(step.size, bold, colour)
    if isinstance(text, str):
        content: tuple[Run, ...] = (Run(text, style, link=link),) if text else ()
    else:
        chosen = text.short if short and text.short else text
        content = runs(chosen, style, Style(step.size, True, strong) if strong else None, link)
    return Paragraph(
        content,
        step.leading,
        align,
        before=before,
        indent=round(step.size * 1.1) if bullet else 0,
        bullet=bullet,
        keep_breaks=keep,
    )


def set_in(ctx: Context, paragraphs: Sequence[Paragraph], width: int) -> SetText:
    """The paragraphs set to `width` in the medium and language of the context."""
    return set_text(
        tuple(paragraphs),
        width,
        ctx.fonts,
        medium=ctx.medium,
        language=ctx.language,
        lexicon=ctx.brief.lexicon,
    )


def _fits(want: Wanted, text: SetText) -> bool:
    _, top, _, bottom = want.insets
    room = want.rect.h - top - bottom
    if text.height > room or (want.lines and len(text.lines) > want.lines):
        return False
    return all(sum(line.paragraph == i for line in text.lines) <= 1 for i in want.one_line)


def _boxed(want: Wanted, text: SetText) -> TextBox:
    return TextBox(
        want.name,
        want.rect,
        text.paragraphs,
        place(text, want.rect, want.insets, want.anchor),
        want.slot,
        want.anchor,
        want.insets,
        want.geometry,
        want.fill,
        want.stroke,
        want.heading,
        want.link,
        want.mark,
    )


def set_boxes(ctx: Context, wanted: Sequence[Wanted], steps: int = 1) -> tuple[TextBox, ...]:
    """Set boxes that share one size: the first of `steps` sizes at which every one fits."""
    best: list[SetText] = []
    for attempt in range(steps * 2):
        level, short = divmod(attempt, 2)
        made = [want.make(level, bool(short)) for want in wanted]
        if short and best and [tuple(m) for m in made] == [t.paragraphs for t in best]:
            continue  # nobody wrote a shorter wording
        best = [
            set_in(ctx, paragraphs, want.rect.w - want.insets[0] - want.insets[2])
            for want, paragraphs in zip(wanted, made, strict=True)
        ]
        if all(_fits(want, text) for want, text in zip(wanted, best, strict=True)):
            if attempt:
                where = next((want.mark for want in wanted if want.mark.file), NOWHERE)
                how = "the short wording" if short else f"{level} step(s) down the type scale"
                ctx.problems.note("fitted", f"{wanted[0].name}: fits with {how}", where)
            break
    else:
        for want, text in zip(wanted, best, strict=True):
            if not _fits(want, text):
                _overflow(ctx, want, text)
    return tuple(_boxed(want, text) for want, text in zip(wanted, best, strict=True))


def _overflow(ctx: Context, want: Wanted, text: SetText) -> None:
    """Say how much too long a text is, in characters of its last line's size."""
    _, top, _, bottom = want.insets
    room, size = want.rect.h - top - bottom, text.paragraphs[-1].runs[-1].style.size
    leading = text.paragraphs[-1].leading
    lines = max(1, -(-(text.height - room) // leading))
    if want.lines:
        lines = max(lines if text.height > room else 0, len(text.lines) - want.lines)
    kept = text.lines[: len(text.lines) - lines]
    excess = sum(len(line.text) for line in text.lines) - sum(len(line.text) for line in kept)
    per_line = max(1, (want.rect.w - want.insets[0] - want.insets[2]) // size)
    ctx.problems.error(
        "overflow",
        f"{want.name}: the text is about {excess} characters too long for its box "
        f"({lines} line(s) of {per_line} over)",
        want.mark,
        "shorten it, give it a `short:` wording, or split the slide",
    )


def set_box(ctx: Context, want: Wanted, steps: int = 1) -> TextBox:
    """Set one box by itself."""
    return set_boxes(ctx, (want,), steps)[0]


def label(
    ctx: Context,
    name: str,
    rect: Rect,
    text: Text | str,
    step: Step,
    *,
    bold: bool = False,
    colour: str = "ink",
    align: Align = "left",
    anchor: Anchor = "top",
    slot: Slot | None = None,
    link: str = "",
    heading: Level = "p",
    lines: int = 0,
    keep: bool = False,
) -> TextBox:
    """A box with one paragraph at one size."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (
            para(
                text, step, bold=bold, colour=colour, align=align, short=short, link=link, keep=keep
            ),
        )

    mark = text.mark if isinstance(text, Text) else NOWHERE
    return set_box(
        ctx,
        Wanted(name, rect, make, slot=slot, anchor=anchor, lines=lines, mark=mark, heading=heading),
    )
