"""Turn a slide's title, section, note and footer into the frame that its content stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.brief.model import Footnote, Segment, Slide, Text
from briefgen.chinese.hanzi import cells
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.footnotes import chosen, in_one, marked, marked_in, numbered
from briefgen.parts.movement import progress, reveals, time_note
from briefgen.parts.status import Status, explained, key_line
from briefgen.parts.text import Wanted, label, lines_in, para, runs, set_box, set_in
from briefgen.parts.trail import trail
from briefgen.problems import NOWHERE, Problems
from briefgen.record import replace
from briefgen.scene.bilingual import SECOND_INDEX
from briefgen.scene.items import Item, Page, Role, Slot, TextBox
from briefgen.scene.layouts import KEY_INDEX, NOTE_INDEX, TRACK_INDEX
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot
from briefgen.scene.walk import figures
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Paragraph, Run, Style

# The least size of text in a template's places, and the shares of its own size that are tried.
LEAST, SHARES = pt(12), (92, 85, 78, 72, 66, 60, 55, 50, 45, 40, 30)
# What a date at the foot of a template goes down to, as footers of templates do.
FOOT = pt(9)
# The share of its size down to which a title goes to stay on one line, and its least size then.
_MUCH, _LINE = 50, pt(20)
# A title above content ends within so many twentieths of a slide's height.
_ABOVE = 7
# The share of its size (percent) down to which a large title goes so that its words are whole.
_WORDS = 60
# What is kept of the width of a template's place for faces that are wider, in percent.
_SPARE = 5
# A title of so many columns has one line; what follows one of two stands lower by so much.
_SHORT, _CLEAR = 44, pt(14)
# A note of two lines begins higher by so much, to stay clear of the footer.
_HIGHER = pt(6)


def slot(layout: Layout, role: Role, index: int | None = None) -> LayoutSlot:
    """The layout's placeholder of this role (and index, where several have the role).

    LookupError where the layout has none.
    """
    for each in layout.slots:
        if each.slot.role == role and index in (None, each.slot.index):
            return each
    which = role if index is None else f"{role} {index}"
    raise LookupError(f"the layout {layout.id!r} has no placeholder {which}")


def fill(
    ctx: Context,
    at: LayoutSlot,
    text: Text | str,
    *,
    lines: int = 0,
    keep: bool = False,
    name: Name | None = None,
) -> TextBox:
    """A placeholder filled with one paragraph in the style of its layout."""
    own = Step(at.style.size, at.leading)
    steps: tuple[Step, ...] = (own,)
    if at.known:
        # A template's place takes as many lines as it has room for, and ends them by itself.
        # Where its face may be wider, a title's lines end where they are meant to.
        steps, keep = _in_place(ctx, at, text, own), at.slot.role == "title"
        lines = 1 if at.slot.role in ("footer", "date", "number") else 0

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = steps[level]
        made = para(
            text,
            step,
            bold=at.style.bold,
            colour=at.ink or at.style.colour,
            align=at.align,
            short=short,
            keep=keep,
        )
        return (_stood(made, at) if at.known else made,)

    mark = text.mark if isinstance(text, Text) else NOWHERE
    want = Wanted(
        name or at.name,
        at.rect,
        make,
        slot=at.slot,
        anchor=at.anchor,
        insets=spared(at) if at.known else at.insets,
        lines=lines,
        mark=mark,
        heading="h1" if at.slot.role == "title" else "p",
    )
    return replace(set_box(ctx, want, len(steps)), insets=at.insets)


def spared(at: LayoutSlot, rect: Rect | None = None) -> tuple[int, int, int, int]:
    """The insets of a template's place with a reserve of its width: its face may be wider than the
    one that texts are set in here, and its letters stand apart."""
    left, top, right, bottom = at.insets
    share = _SPARE + 100 * at.spread // (100 + at.spread)
    spare = max(0, (rect or at.rect).w - left - right) * share // 100
    before = {"center": spare // 2, "right": spare}.get(at.align, 0)
    return left + before, top, right + spare - before, bottom


def _stood(paragraph: Paragraph, at: LayoutSlot) -> Paragraph:
    """A paragraph that begins where those of a template's place do: it has no marker, so that where
    the first line hangs all of it stands there."""
    tier = at.tiers[0]
    return replace(paragraph, margin=max(0, tier.margin - tier.indent))


def _in_place(ctx: Context, at: LayoutSlot, text: Text | str, own: Step) -> tuple[Step, ...]:
    """The steps of a text in a template's place. A title above content begins with the first in
    which it takes one line, if that is not much smaller: bars and lines are made for one."""
    least = FOOT if at.slot.role == "date" else LEAST
    steps = (own, *smaller(ctx, own, least))
    if at.slot.role != "title":
        return steps
    left, _, right, _ = spared(at)
    inner = replace(at, rect=at.rect.inset(left, 0, right, 0))
    if not over_content(ctx, at):
        return _in_words(ctx, inner, text, steps)
    for number, step in enumerate(steps):
        if step.size < least_on_a_line(ctx, own.size):
            break
        if lines_at(ctx, inner, text, step) == 1:
            return steps[number:]
    return steps


def over_content(ctx: Context, at: LayoutSlot) -> bool:
    """Whether a template's place for a title is low and high up enough to stand above content."""
    return at.rect.h * 4 <= ctx.canvas.height and at.rect.bottom * 20 <= ctx.canvas.height * _ABOVE


def _in_words(
    ctx: Context, at: LayoutSlot, text: Text | str, steps: tuple[Step, ...]
) -> tuple[Step, ...]:
    """The steps from the first at which no line of a large title ends within a word, if there is
    one that is not much smaller."""
    from briefgen.typography.segment import word_ends  # few decks stand on a template

    full = str(text)
    ends = word_ends(full)
    for number, step in enumerate(steps):
        if step.size * 100 < steps[0].size * _WORDS:
            break
        made = para(text, step, bold=at.style.bold, keep=True)
        done, broken = 0, False
        for line in set_in(ctx, (made,), at.rect.w).lines[:-1]:
            done += len(line.text)
            broken |= done not in ends and full[done - 1].isalnum()
        if not broken:
            return steps[number:]
    return steps


def least_on_a_line(ctx: Context, size: int) -> int:
    """The least size to which a title goes to stay on one line."""
    return min(size, max(size * _MUCH // 100, round(_LINE / ctx.canvas.scale)))


def smaller(ctx: Context, own: Step, lowest: int = LEAST) -> tuple[Step, ...]:
    """Steps below a template's own, as far down as text may go. Titles have few, so that they are
    of one size on most slides."""
    least = round(lowest / ctx.canvas.scale)
    sizes = dict.fromkeys(whole(ctx, max(least, own.size * share // 100)) for share in SHARES)
    return tuple(Step(size, own.leading * size // own.size) for size in sizes if size < own.size)


def lines_at(ctx: Context, at: LayoutSlot, text: Text | str, step: Step) -> int:
    """How many lines a text takes in a placeholder at a step of the type scale."""
    return lines_in(ctx, (para(text, step, bold=at.style.bold),), at.rect.w)


def whole(ctx: Context, size: int) -> int:
    """A size that is whole points on the slide."""
    return round(max(1, size * ctx.canvas.scale // pt(1)) * pt(1) / ctx.canvas.scale)


def title(ctx: Context, layout: Layout, text: Text, lines: int = 2) -> TextBox:
    """The slide's title, balanced over two lines at the most, or so many."""
    return fill(ctx, slot(layout, "title"), text, lines=lines, keep=True)


def clear(ctx: Context, slide: Slide, area: Rect) -> Rect:
    """An area below the title, lower by a little where that takes two lines: what begins with a
    rule or a row stands clear of it."""
    text = str(slide.title)
    if cells(text) <= _SHORT or ctx.house or ctx.canvas.narrow:
        return area
    made = title(ctx, ctx.layouts["title-only"], slide.title)
    return area.inset(0, _CLEAR if len(made.lines) > 1 else 0, 0, 0)


def second_line(ctx: Context, layout: Layout, slide: Slide) -> tuple[TextBox, ...]:
    """The slide's title in the second language of a bilingual deck, set as that is."""
    if ctx.brief.voice.second is None or slide.second is None or ctx.house:
        return ()
    other = replace(ctx, brief=replace(ctx.brief, language=ctx.brief.voice.second))
    return (fill(other, slot(layout, "subtitle", SECOND_INDEX), slide.second, lines=1),)


def furniture(ctx: Context, layout: Layout) -> tuple[TextBox, ...]:
    """The footer, date and page number, where the layout has them. The number is a field."""
    texts: dict[Role, Text | str] = {
        "footer": ctx.brief.footer,
        "date": ctx.brief.date_text,
        "number": "0",
    }
    filled = [s for s in layout.slots if s.slot.role in texts and str(texts[s.slot.role])]
    if ctx.house is None:
        return tuple(fill(ctx, s, texts[s.slot.role]) for s in filled)
    made: list[TextBox] = []
    for s in filled:
        # What a template has no room for does not stand at the foot.
        quiet = replace(ctx, problems=Problems())
        box = foot(quiet, s, texts[s.slot.role])
        made += () if quiet.problems.fatal else (box,)
    return tuple(made)


def foot(ctx: Context, at: LayoutSlot, text: Text | str) -> TextBox:
    """A line at the foot of a slide. In a template's place it may be as high as that is: it stands
    in the middle of it."""
    if at.known is None:
        return fill(ctx, at, text)
    left, _, right, _ = at.insets
    box = fill(ctx, replace(at, insets=(left, 0, right, 0)), text)
    return replace(box, insets=at.insets)


def framed(
    ctx: Context,
    slide: Slide,
    layout_id: str,
    items: Iterable[Item],
    *,
    note: Text | None = None,
    marks: Sequence[Status] = (),
    name: Text | None = None,
    id: str = "",
    track: bool = True,
    panes: bool = True,
    lines: int = 0,
    eyebrow: Text | None = None,
) -> Page:
    """A page on a layout: title first, then section name, content, note and furniture.

    `eyebrow` stands in the place of the section's name; `name` replaces the slide's own title; `id`
    the page's id, where one slide becomes several pages; `lines` are the most that the title may
    have, if not those of the canvas; `panes` whether those of the topics stand above it; `marks`
    the statuses of figures that a key explains, on the note's line where that has room. The
    speaker's notes end with the time the slide takes and the trail of the figures that the page
    shows.
    """
    layout_id = _asked(ctx, slide, layout_id)
    layout = ctx.layouts[layout_id]
    chosen = _titled(ctx, slide, name or slide.title)
    content: list[Item] = [
        title(ctx, layout, chosen, lines or ctx.canvas.title_lines),
        *second_line(ctx, layout, slide),
    ]
    if track and any(s.slot == Slot("body", TRACK_INDEX) for s in layout.slots):
        content.extend(_above(ctx, layout, slide, eyebrow, panes))
    items = tuple(items)
    content.extend(items)
    if slide.footnotes:
        content.extend(_foot(ctx, layout, slide, content, note, marks))
    elif note:
        own = slot(layout, "body", NOTE_INDEX)
        # The appendix has its note above its table.
        place = key_line(ctx, note)[1] if own.rect == ctx.canvas.beside_key else own.rect
        content.append(
            fill(ctx, replace(own, rect=place), note, lines=place.h // DECK["source"].leading)
        )
    if marks:
        content.append(_key(ctx, layout, marks, None if slide.footnotes else note))
    shown = figures(content)
    return Page(
        id=id or slide.id,
        layout=layout_id,
        title=str(chosen),
        items=(*content, *furniture(ctx, layout)),
        notes=_notes(ctx, slide, shown),
        spoken=_spoken(ctx, slide, shown),
        ground=layout.ground,
        figures=shown,
        hidden=slide.hidden,
        mark=slide.mark,
        reveals=reveals(items) if slide.build else (),
    )


def _key(ctx: Context, layout: Layout, marks: Sequence[Status], note: Text | None) -> TextBox:
    """What the marks of a slide mean, beside its note or below that."""
    at = replace(slot(layout, "body", KEY_INDEX), rect=key_line(ctx, note)[0])
    return fill(ctx, at, explained(ctx, marks), lines=1)


def _asked(ctx: Context, slide: Slide, id: str) -> str:
    """The frame of a layout that the slide asks for by its name in a template, else this one."""
    return ctx.house.named.get(slide.layout, id) if ctx.house and slide.layout else id


def _titled(ctx: Context, slide: Slide, text: Text) -> Text:
    """The title, on a template with that in the second language behind it: there is no place for
    another."""
    if not ctx.house or not slide.second:
        return text
    return Text((*text.segments, Segment("  "), *slide.second.segments), text.mark)


def _foot(
    ctx: Context,
    layout: Layout,
    slide: Slide,
    content: Sequence[Item],
    note: Text | None,
    marks: Sequence[Status],
) -> Iterator[TextBox]:
    """The note and the footnotes that the page marks, on two lines at the most; on layouts without
    a place for a note (a cover, a section) in a box of their own."""
    own: tuple[Footnote, ...] = ()
    if slide.footnotes:
        own = chosen(slide.footnotes, marked(content) | (marked_in(note) if note else frozenset()))
    text = in_one(ctx, own, note)
    if text is None:
        return
    at = next((s for s in layout.slots if s.slot == Slot("body", NOTE_INDEX)), None)
    step = DECK["source"]
    rect = key_line(ctx, None)[1] if marks else ctx.canvas.note
    most = ctx.canvas.note_lines
    if lines_in(ctx, (para(text, step),), rect.w) > most:
        rect = Rect(rect.x, rect.y - _HIGHER, rect.w, rect.h + step.leading)
        most += 1
    if at:
        yield fill(ctx, replace(at, rect=rect), text, lines=most)
        return
    colour: Token = "on-cover2" if layout.ground == "cover" else "ink2"
    name = Name("note")
    yield label(ctx, name, replace(rect, w=ctx.canvas.footer.w), text, step, colour=colour, lines=2)


def _above(
    ctx: Context, layout: Layout, slide: Slide, eyebrow: Text | None, panes: bool
) -> Iterator[Item]:
    """What stands above the title: the section's name, which leads to it, or other words, and the
    panes of topics or sections, of which the slide's own is lit."""
    section = ctx.section_of(slide.id)
    words: Text | str | None = eyebrow
    if section and not eyebrow:
        between = ctx.say("　", "  ")
        words = f"{section.number:02d}{between}{section.title}"
    if words:
        name = Name("effort") if eyebrow else None
        box = fill(ctx, slot(layout, "body", TRACK_INDEX), words, lines=1, name=name)
        yield replace(box, link=f"page:{section.slide}") if section else box
    if panes:
        yield from progress(ctx, slide)


def _notes(ctx: Context, slide: Slide, shown: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of the speaker's notes: first what the author wrote, without its empty lines."""
    if slide.notes and slide.notes.marked:
        return tuple("".join(run.text for run in line) for line in _spoken(ctx, slide, shown))
    written = str(slide.notes).strip().splitlines() if slide.notes else []
    spoken = (line for line in written if line.strip())
    return (*spoken, *time_note(ctx, slide), *trail(ctx, shown))


def _spoken(ctx: Context, slide: Slide, shown: tuple[str, ...]) -> tuple[tuple[Run, ...], ...]:
    """The same lines with their marks, and the footnotes that they mark behind what the author
    wrote; nothing where there are no marks."""
    if not slide.notes or not slide.notes.marked:
        return ()
    style = Style(DECK["small"].size)
    said = [runs(Text(line), style) for line in slide.notes.lines]
    noted = chosen(slide.footnotes, marked_in(slide.notes))
    said += [runs(numbered(ctx, each), style) for each in noted]
    more = (*time_note(ctx, slide), *trail(ctx, shown))
    return (*said, *((Run(line, style),) for line in more))
