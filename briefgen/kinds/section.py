"""Turn the start of a section into its divider: its number, its topics, its lit panes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import ICON, Doc, Lead
from briefgen.brief.model import Image, Slide, Text, Topic
from briefgen.brief.roles import references
from briefgen.chinese.hanzi import has_hanzi
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context, SectionStart
from briefgen.parts.frame import fill, framed, slot
from briefgen.parts.panes import Panes, pane_window, panes
from briefgen.parts.seen import Fit, described, fitted
from briefgen.parts.stage import SECTION, rule_across, staged
from briefgen.parts.status import behind, status, word
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.problems import Mark, Problems
from briefgen.record import Record, replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Item, Page, Slot
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.text import Paragraph, Run, Style

# How high the number is, and a title of one line, a lead and the icon.
_NUMBER_HIGH, _TITLE_HIGH, _LEAD, _ICON = pt(60), pt(72), pt(62), pt(48)
# The pitch of the topics' rows: of up to three, which has room for a second line, up to four, up to
# six, up to eight. More are not listed.
_PITCHES = ((3, pt(54)), (4, pt(46)), (6, pt(38)), (8, pt(30)))
# A divider that is about fewer topics shows figures of its slides of these kinds.
_MOST, _WITH_FIGURES = _PITCHES[0][0], ("kpi", "big-number")
# Above the list; a topic's name and its figure.
_ABOVE = pt(8)
_ROWS: tuple[Step, ...] = (step(18, 24), step(16, 21), step(14, 18))
_TRIES = tuple((size, words) for words in (True, False) for size in _ROWS)


class Section(Record):
    """The start of a section: its title, and a lead of one or two sentences. Numbered by itself."""

    lead: Annotated[Text | None, Lead(), Doc("One or two sentences on what follows.")] = None
    icon: Annotated[str, ICON, Doc("The name of an icon.")] = ""
    image: Annotated[Image | None, Doc("A photograph: {file, alt, credit, focus}.")] = None
    fit: Annotated[
        Fit, Doc("Where it is seen: through the panes, on half of the slide, or on all of it.")
    ] = "panes"


class _Row(Record):
    """A row of the list: a name and the slide it leads to, a figure ("" for none) and what is said
    before it."""

    name: Text
    slide: str
    figure: str
    said: str
    mark: Mark


def compose(fields: Section, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    section = ctx.section_of(slide.id)
    number = section.number if section else 1
    if ctx.house:
        return (_housed(fields, slide, ctx, number),)
    shown = panes(ctx)
    if fields.image:
        fields = replace(fields, image=described(ctx, fields.image, slide.title))
    fit = fitted(fields.image, fields.fit, bool(shown and shown.lit(number)))
    canvas, own = ctx.canvas, ctx.canvas.stages
    edge = canvas.width - canvas.margin
    x = own.section_text.x if fit == "half" or (shown and fit != "full") else canvas.margin
    w = own.upon if fit == "full" else edge - x
    topics, rows = _about(ctx, section)
    # What follows the title keeps its place where that takes another line; a title that nothing
    # follows stands in the middle.
    top = own.section_top if rows or fields.lead or ctx.canvas.narrow else _middle(ctx)
    stage = staged(ctx, "section", slide.title, x, top + _NUMBER_HIGH, w, SECTION)
    if (over := stage.bottom - top - _NUMBER_HIGH - _TITLE_HIGH) > 0:
        top = max(own.section_topmost, top - over)
        stage = staged(ctx, "section", slide.title, x, top + _NUMBER_HIGH, w, SECTION)
    layout = stage.layout
    at = replace(slot(layout, "body", 2), rect=Rect(x, top, w - pt(80), _NUMBER_HIGH))
    figure = fill(ctx, at, f"{number:02d}", lines=1)
    items: list[Item] = [replace(figure, link=f"page:{ctx.agenda}" if ctx.agenda else "")]
    if fields.icon:
        items.append(icon(fields.icon, Rect(edge - _ICON, top + pt(36), _ICON, _ICON), "on-cover2"))
    y = stage.bottom
    if fields.lead:
        at = replace(slot(layout, "body", 1), rect=Rect(x, y, w, _LEAD))
        items.append(fill(ctx, at, fields.lead, lines=2))
        y += _LEAD
    items += _beside(ctx, fields.image, fit, shown, number)
    foot = canvas.footer
    items += _rows(ctx, topics, rows, Rect(x, y + _ABOVE, w, foot.y - y - _ABOVE))
    items += _span(ctx, section, Rect(x, foot.y, canvas.number.x - x, foot.h))
    page = framed(stage.ctx, slide, "section", items, lines=stage.lines)
    if fields.image and fit == "full":
        from briefgen.parts.photograph import upon  # few sections have one

        return (upon(ctx, fields.image, page),)
    return (page,)


def _beside(
    ctx: Context, image: Image | None, fit: str, shown: Panes | None, number: int
) -> Sequence[Item]:
    """The photograph on half of the slide or through the panes, else the panes alone."""
    own = ctx.canvas.stages
    if image and fit == "half":
        from briefgen.parts.photograph import half

        return half(ctx, image, own.section_half)
    if not shown or fit == "full":
        return ()
    lit = shown.lit(number)
    if image and fit == "panes":
        from briefgen.parts.photograph import through

        return through(ctx, image, own.section_window, len(shown.names), lit)
    # What is about no topic is about them all; those of a section's own are named beside.
    return (pane_window(ctx, own.section_window, shown, lit or None, named=False),)


def _housed(fields: Section, slide: Slide, ctx: Context, number: int) -> Page:
    """The section in the places of a template: its number before its title, its lead below, or
    else its topics."""
    from briefgen.parts.opening import opening  # few decks stand on a template

    assert ctx.house is not None
    section = ctx.section_of(slide.id)
    if ctx.house.listed and section and len(ctx.sections) <= _PITCHES[2][0] and not fields.image:
        from briefgen.parts.parted import parted  # few templates divide decks so

        return parted(ctx, slide, section)
    lines = [fields.lead] if fields.lead else []
    if not lines:
        lines = [topic.name for topic, _ in _topics(ctx, section)]
    image = described(ctx, fields.image, slide.title) if fields.image else None
    from briefgen.parts.ordinals import alike

    own = ctx.house.ordinal
    said = alike(own, number) if ctx.chinese or not has_hanzi(own) else ""
    ordinal = said or f"{number:02d}"
    return opening(ctx, slide, "section", slide.title, lines, image=image, ordinal=ordinal)


def _pitch(count: int) -> int:
    """From row to row of so many topics (EMU)."""
    return next((pitch for most, pitch in _PITCHES if count <= most), 0)


def _topics(ctx: Context, section: SectionStart | None) -> tuple[tuple[Topic, str], ...]:
    """The topics of the section, each with its slide; none where there are too many to be read."""
    if section is None or len(section.topics) > _PITCHES[-1][0]:
        return ()
    return tuple((ctx.topic(id), slide) for id, slide in section.topics)


def _rules(area: Rect, count: int, pitch: int) -> list[Item]:
    return [
        rule_across(area.x, area.right, area.y + number * pitch, number + 1)
        for number in range(count + 1)
    ]


def _middle(ctx: Context) -> int:
    """Where number and title begin that stand alone, in the middle of the window beside them."""
    window = ctx.canvas.stages.section_window
    return window.y + (window.h - _NUMBER_HIGH - _TITLE_HIGH) // 2


def _about(ctx: Context, section: SectionStart | None) -> tuple[Sequence[_Row], Sequence[_Row]]:
    """What the section is about: its topics; and these, where they are few with its first figures,
    where there are none its slides."""
    topics = _of_topics(ctx, _topics(ctx, section))
    if section is None or len(section.topics) >= _MOST:
        return topics, topics
    shown = {row.figure for row in topics}
    more = [row for row in _of_figures(ctx, section) if row.figure not in shown]
    return topics, [*topics, *more][:_MOST] or _of_slides(ctx, section)


def _rows(
    ctx: Context, topics: Sequence[_Row], rows: Sequence[_Row], area: Rect
) -> tuple[Item, ...]:
    """The rows, if they have room, else the topics alone."""
    if rows is topics:
        return _list(ctx, topics, area) if topics else ()
    problems = Problems()
    made = _list(replace(ctx, problems=problems), rows, area) if rows else ()
    if problems.fatal:
        return _list(ctx, topics, area) if topics else ()
    ctx.problems.extend(problems)
    return made


def _of_slides(ctx: Context, section: SectionStart) -> list[_Row]:
    """The titles of a section's slides, where it has a few of them; none where it has more."""
    slides = [
        slide for slide in ctx.brief.deck if slide.id in section.pages and slide.id != section.slide
    ]
    if not 1 < len(slides) <= _PITCHES[-1][0] or not all(str(slide.title) for slide in slides):
        return []
    return [_Row(slide.title, slide.id, "", "", slide.title.mark) for slide in slides]


def _of_topics(ctx: Context, topics: Sequence[tuple[Topic, str]]) -> list[_Row]:
    """The topics, each with its leading figure and what that is."""
    rows = []
    for topic, slide in topics:
        figure = topic.figures[0].id if topic.figures else ""
        said = str(ctx.label(figure)) if figure else ""
        rows.append(_Row(topic.name, slide, figure, said, topic.mark))
    return rows


def _of_figures(ctx: Context, section: SectionStart | None) -> list[_Row]:
    """The figures of a section as its slides of figures have them, each with its period."""
    found: dict[str, str] = {}
    for slide in ctx.brief.deck:
        if section and slide.id in section.pages and slide.kind in _WITH_FIGURES:
            for thing, ref in references(slide.fields):
                if thing == "figure":
                    found.setdefault(ref.id, slide.id)
    return [
        _Row(ctx.label(id), slide, id, ctx.period(id), ctx.figure(id).mark)
        for id, slide in found.items()
    ]


def _list(ctx: Context, rows: Sequence[_Row], area: Rect) -> tuple[Item, ...]:
    """Names and figures, one row each, with rules between."""
    count = len(rows)
    pitch = min(_pitch(count), area.h // count)
    names, figures = [], []
    for number, row in enumerate(rows, 1):
        at = Rect(area.x, area.y + (number - 1) * pitch, area.w, pitch)
        left = Rect(at.x, at.y, at.w // 3 if row.figure else at.w, at.h)
        names.append(_name(row, number, left))
        if row.figure:
            figures.append(_leading(ctx, row, number, replace(at, x=left.right, w=at.w - left.w)))
    boxes = set_boxes(ctx, [*names, *figures], len(_TRIES), len(_TRIES) - 1)
    # Read row by row.
    boxes = tuple(sorted(boxes, key=lambda box: box.name.number))
    rules = [
        rule_across(area.x, area.right, area.y + number * pitch, number + 1)
        for number in range(count + 1)
    ]
    return (*rules, *boxes)


def _name(row: _Row, number: int, at: Rect) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(row.name, _TRIES[level][0], bold=True, colour="on-cover", short=short),)

    return Wanted(
        Name("topics", number),
        at,
        make,
        slot=Slot("body", 2 + number),
        anchor="middle",
        one_line=(0,),
        link=f"page:{row.slide}",
        mark=row.mark,
    )


def _leading(ctx: Context, row: _Row, number: int, at: Rect) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size, words = _TRIES[level]
        return (_figure(ctx, row, size, words=words),)

    return Wanted(
        Name("key-figures", number),
        at,
        make,
        slot=Slot("body", 2 + _PITCHES[-1][0] + number),
        anchor="middle",
        one_line=(0,),
        mark=row.mark,
    )


def _figure(ctx: Context, row: _Row, size: Step, *, words: bool) -> Paragraph:
    """A row's figure, with what is said of it where there is room for that."""
    style = Style(size.size, False, "on-cover2")
    what = status(ctx.figure(row.figure))
    said = row.said if words else ""
    if what != "achieved" and word(ctx, what) not in f"{said}{row.name}":
        said += behind(ctx, what)
    parts = (
        (said.lstrip(), style, ""),
        (ctx.say("　", "  ") if said else "", style, ""),
        (str(ctx.shown(row.figure)), replace(style, bold=True), row.figure),
    )
    runs = [Run(text, look, id) for text, look, id in parts if text]
    return Paragraph(tuple(runs), size.leading, "right")


def _span(ctx: Context, section: SectionStart | None, place: Rect) -> tuple[Item, ...]:
    """The numbers of the pages that follow, which lead to the first of them."""
    if section is None or section.slide not in ctx.spans or len(section.pages) < 2:
        return ()
    opening, last = ctx.spans[section.slide]
    first = opening + 1
    if last < first:
        return ()
    pages = f"{first}—{last}" if ctx.chinese else f"{first}–{last}"
    said = str(first) if first == last else pages
    one = "Slide" if first == last else "Slides"

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(ctx.say(f"第{said}页", f"{one} {said}"), DECK["source"], colour="on-cover2"),)

    want = Wanted(
        Name("pages"), place, make, slot=Slot("body", 19), link=f"page:{section.pages[1]}"
    )
    return set_boxes(ctx, (want,))


KIND = Kind(
    name="section",
    fields=Section,
    compose=compose,
    numbered=True,
    shared=False,
    called=Named("章节", "章節", "Section"),
)
