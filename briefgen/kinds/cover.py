"""Turn the brief's own words into the cover, with its leading figures and its topics' panes.

Figures stand side by side below the words; beside these where no panes and no photograph do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Cell, Image, Ref, Slide, Text, words
from briefgen.brief.roles import references
from briefgen.facts.qualifiers import senses
from briefgen.facts.units import unit_of
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import fill, framed, lines_at, slot
from briefgen.parts.kpi import numeral
from briefgen.parts.panes import Panes, pane_window, panes, readable
from briefgen.parts.seen import Fit, described, fitted
from briefgen.parts.stage import COVER, IMPRINT_UP, Where, imprint, rule_across, staged
from briefgen.parts.status import behind, status, word
from briefgen.parts.text import Wanted, lines_in, para, set_boxes
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.canvas import GUTTER
from briefgen.scene.items import Item, Page, Slot, TextBox
from briefgen.scene.names import Name
from briefgen.scene.placeholders import LayoutSlot
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.text import Paragraph

# How much wider than its numeral a column is, for other faces; which share of the width of the
# words below is enough for them in two lines, wherever they break; and wide enough for any words.
_SPARE, _HALF, _ENDLESS = 1.12, 0.68, pt(10_000)
# The placeholder before those of the words below figures.
_FIRST = 2
# The most figures below the rule; a numeral with its unit, and the words below it.
_MOST = 3
_NUMERALS: tuple[tuple[Step, Step], ...] = (
    (step(48, 52), step(24, 30)),
    (step(40, 48), step(20, 26)),
    (step(35, 42), step(16, 20)),
    (step(28, 36), step(16, 20)),
    (step(24, 30), step(16, 20)),
    (step(20, 26), step(16, 20)),
    (step(17, 22), step(12, 16)),
    (step(15, 20), step(12, 16)),
)
# Two figures are better than three in numerals smaller than this.
_LEAST = pt(24)
_NUMERAL_HIGH, _CAPTION = pt(60), DECK["caption"]
# How far the words stand below it.
_UNDER = pt(4)
# How high three figures are below each other, and how far above one the rule is.
_TALL, _OVER, _NEAR = pt(384), pt(12), pt(7)


class Cover(Record):
    """The first slide: title, subtitle, organisation and date, the brief's own where not given."""

    subtitle: Annotated[Text | None, Doc("Instead of the brief's own.")] = None
    figures: Annotated[
        tuple[Cell, ...] | None,
        Length(0, _MOST),
        Doc("Instead of the page's first figures, or the first kpi slide's; [] for none."),
    ] = None
    image: Annotated[Image | None, Doc("A photograph: {file, alt, credit, focus}.")] = None
    fit: Annotated[
        Fit, Doc("Where it is seen: through the panes, on half of the slide, or on all of it.")
    ] = "panes"


def compose(fields: Cover, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title if str(slide.title) else ctx.brief.title
    if ctx.house:
        return (_housed(fields, slide, ctx, title),)
    own = ctx.canvas.stages
    shown = _panes(ctx, bool(fields.image))
    if fields.image:
        fields = replace(fields, image=described(ctx, fields.image, title))
    fit = fitted(fields.image, fields.fit, bool(shown))
    figures, down = _beside(ctx, fields, bool(shown))
    beside = down or fit == "half" or (shown is not None and fit != "full")
    width = own.text.w if beside else own.upon if fit == "full" else own.alone
    stage = staged(ctx, "cover", title, own.text.x, own.text.y, width, COVER)
    items: list[Item] = []
    subtitle = fields.subtitle or ctx.brief.subtitle
    if str(subtitle):
        place = Rect(own.text.x, stage.bottom, width, pt(78))
        items.append(
            _subtitle(ctx, replace(slot(stage.layout, "subtitle", 1), rect=place), subtitle)
        )
    items += _window(ctx, fields.image, fit, shown)
    # Where no photograph stands below the window, figures go on below it.
    below = not ctx.canvas.narrow and fit not in ("half", "full")
    right = own.window.right if below and not down else own.text.x + width
    strip = Rect(own.text.x, own.foot, right - own.text.x, own.end - IMPRINT_UP - own.foot)
    if figures is None:
        figures = _fitting(ctx, _leading(ctx), strip)
    where: Where = "foot" if figures and not down else "below"
    signed = imprint(ctx, stage.layout, where)
    if signed or not down:
        items.append(rule_across(strip.x, right, own.rule))
    items += _strip(ctx, figures, _column(ctx) if down else strip, down=down)
    items += signed
    page = framed(stage.ctx, slide, "cover", items, name=title, lines=stage.lines)
    if fields.image and fit == "full":
        from briefgen.parts.photograph import upon  # few covers have one

        return (upon(ctx, fields.image, page),)
    return (page,)


def _beside(ctx: Context, fields: Cover, paned: bool) -> tuple[tuple[Cell, ...] | None, bool]:
    """The figures, None where they are still to be chosen; and whether they stand beside the words,
    as they do where nothing else does."""
    figures = fields.figures
    if paned or fields.image or ctx.canvas.narrow:
        return figures, False
    if figures is None:
        figures = _fitting(ctx, _leading(ctx), _column(ctx), down=True)
    return figures, bool(figures)


def _window(ctx: Context, image: Image | None, fit: str, shown: Panes | None) -> list[Item]:
    """What stands beside the words: a photograph, seen through panes or not, or the panes."""
    own = ctx.canvas.stages
    if image and fit == "half":
        from briefgen.parts.photograph import half

        return [*half(ctx, image, own.half)]
    if image and fit == "panes" and shown:
        from briefgen.parts.photograph import through

        return [*through(ctx, image, own.window, len(shown.names), side=own.side)]
    if shown and fit != "full":
        return [pane_window(ctx, own.window, shown, side=own.side)]
    return []


def _panes(ctx: Context, seen: bool) -> Panes | None:
    """The panes of the deck, if something is seen through them or their names can be read: numbers
    alone say nothing to who sees a deck for the first time."""
    shown, own = panes(ctx), ctx.canvas.stages
    named = shown and shown.topics and readable(ctx, own.window, shown, own.side)
    return shown if seen or named else None


def _housed(fields: Cover, slide: Slide, ctx: Context, title: Text) -> Page:
    """The cover in the places of a template: the subtitle, organisation and date below the title;
    figures that are asked for, and a photograph, where there is room."""
    from briefgen.parts.opening import imprint_words, opening  # few decks stand on a template

    subtitle = fields.subtitle or ctx.brief.subtitle
    lines = [each for each in (subtitle, imprint_words(ctx)) if str(each)]
    image = described(ctx, fields.image, title) if fields.image else None
    return opening(ctx, slide, "cover", title, lines, image=image, figures=fields.figures or ())


def _subtitle(ctx: Context, at: LayoutSlot, text: Text) -> TextBox:
    """The subtitle, a step smaller where it takes one line then, or where it would take three."""
    own = Step(at.style.size, at.leading)
    counts = {size: lines_at(ctx, at, text, size) for size in (own, DECK["head"])}
    size = own
    if counts[own] > 1 and (counts[DECK["head"]] == 1 or counts[own] > 2):
        size = DECK["head"] if counts[DECK["head"]] <= 2 else DECK["body"]
    if size != own:
        look = at.tiers[0]
        look = replace(look, style=replace(look.style, size=size.size), leading=size.leading)
        at = replace(at, tiers=(look,))
    return fill(ctx, at, text, lines=2)


def _leading(ctx: Context) -> tuple[Cell, ...]:
    """The figures of the printed page, that of its headline first, else those of the first kpi
    slide. What says only when or how long says little by itself: where that alone leads, the first
    figure of the slide does instead."""
    page, found = ctx.brief.page, list[Ref]()
    kpi = next((each for each in ctx.brief.deck if each.kind == "kpi"), None)
    named = [ref for what, ref in references(kpi.fields) if what == "figure"] if kpi else []
    if page.figures:
        told = page.headline.figures if page.headline else ()
        led = [id for id in told if not _is_time(ctx, id)]
        found = named[:1] if told and not led else [Ref(id, page.figures[0].mark) for id in led]
        found += [ref for ref in page.figures if ref.id not in told]
    return tuple(Cell(ref) for ref in {ref.id: ref for ref in found or named}.values())


def _is_time(ctx: Context, id: str) -> bool:
    quantity = ctx.figure(id).quantity
    return quantity.form == "date" or unit_of(quantity.unit).kind == "time"


def _column(ctx: Context) -> Rect:
    """Where figures stand that are below each other, beside the words."""
    own = ctx.canvas.stages
    return Rect(own.half.x + GUTTER, own.text.y, own.window.right - own.half.x - GUTTER, _TALL)


def _strip(
    ctx: Context, figures: Sequence[Cell], area: Rect, *, down: bool = False
) -> tuple[Item, ...]:
    """The figures side by side, or below each other (`down`) with a rule between them: each a
    numeral and in a placeholder the words below it."""
    places = area.rows(_MOST, 0)[: len(figures)] if down else _columns(ctx, figures, area)
    pairs = tuple(enumerate(zip(figures, places, strict=True), 1))
    heads = [_numeral(ctx, cell, number, at) for number, (cell, at) in pairs]
    # The words of the last may go on to the end of the strip.
    rooms = [
        replace(at, w=area.right - at.x) if number == len(pairs) else at
        for number, (_, at) in pairs
    ]
    size, over = _captions(ctx, figures, area.w) if down else (_CAPTION, 0)
    below = [
        _caption(ctx, cell, number, room, size)
        for (number, (cell, _)), room in zip(pairs, rooms, strict=True)
    ]
    made = set_boxes(ctx, heads, len(_NUMERALS), len(_NUMERALS) - 1)
    both = zip(made, set_boxes(ctx, below), strict=True)
    rules = [
        rule_across(at.x, at.right, at.y - over, number)
        for number, at in enumerate(places[1:] if down else (), 1)
    ]
    return (*rules, *(item for pair in both for item in pair))


def _captions(ctx: Context, figures: Sequence[Cell], width: int) -> tuple[Step, int]:
    """The size of words below figures that stand below each other, the first at which all take one
    line; and how far above a figure the rule is, nearer to it where some take two."""
    for size in (DECK["body"], DECK["dense"], DECK["small"]):
        if all(lines_in(ctx, (para(_said(ctx, cell), size),), width) == 1 for cell in figures):
            return size, _OVER
    return DECK["dense"], _NEAR


def _columns(ctx: Context, figures: Sequence[Cell], area: Rect) -> tuple[Rect, ...]:
    """Columns of equal width, where all figures have room in them at a size, or at none; else a
    column for each as wide as its numeral at the largest size at which all have room, and what is
    left over in equal parts."""
    found = _widths(ctx, figures, area)
    equal = area.columns(_MOST, GUTTER)[: len(figures)]
    room = equal[0].w if equal else 0
    if found is None or any(
        all(_needed(ctx, cell, big, small) <= room for cell in figures) for big, small in _NUMERALS
    ):
        return tuple(equal)
    _, widths = found
    lefts = accumulate((width + GUTTER for width in widths), initial=area.x)
    return tuple(Rect(x, area.y, w, area.h) for x, w in zip(lefts, widths, strict=False))


def _widths(
    ctx: Context, figures: Sequence[Cell], area: Rect
) -> tuple[Step, tuple[int, ...]] | None:
    """The largest size at which the numerals have room, and how wide their columns are then."""
    count = max(1, len(figures))
    room = area.w - (count - 1) * GUTTER
    for big, small in _NUMERALS:
        wide = [_needed(ctx, cell, big, small) for cell in figures]
        if sum(wide) <= room:
            # No wider than a third of the strip, for what there is to spare.
            spare = min(room - sum(wide), max(0, area.w - sum(wide)) * count // _MOST) // count
            return big, tuple(width + spare for width in wide)
    return None


def _needed(ctx: Context, cell: Cell, big: Step, small: Step) -> int:
    """How wide a column has to be for a numeral in one line and its words in two."""
    one = numeral(ctx, cell.figure.id, big, small, colour="on-cover", minor="on-cover2")
    below = para(_said(ctx, cell), _CAPTION)
    return max(round(_length(ctx, one) * _SPARE), round(_length(ctx, below) * _HALF))


def _length(ctx: Context, words: Paragraph) -> int:
    """How long a paragraph is on one line."""
    return ctx.setting.last_line(words, _ENDLESS)


def _fitting(
    ctx: Context, figures: Sequence[Cell], area: Rect, *, down: bool = False
) -> tuple[Cell, ...]:
    """Those of the figures that nobody chose for the cover whose place there is wide enough."""
    fitting: list[Cell] = []
    for cell in figures:
        found = Problems()
        _strip(replace(ctx, problems=found), (cell,), area, down=down)
        if not found.fatal:
            fitting.append(cell)
        if len(fitting) == _MOST:
            break
    if down:
        return tuple(fitting)
    widest = _widths(ctx, fitting, area)
    return tuple(fitting if widest and widest[0].size >= _LEAST else fitting[: _MOST - 1])


def _numeral(ctx: Context, cell: Cell, number: int, area: Rect) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        big, small = _NUMERALS[level]
        id = cell.figure.id
        return (numeral(ctx, id, big, small, colour="on-cover", minor="on-cover2"),)

    return Wanted(
        Name("figure", number),
        Rect(area.x, area.y, area.w, _NUMERAL_HIGH),
        make,
        anchor="bottom",
        one_line=(0,),
        mark=cell.figure.mark,
    )


def _caption(ctx: Context, cell: Cell, number: int, area: Rect, size: Step) -> Wanted:
    label = _said(ctx, cell)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(label, size, colour="on-cover2", short=short),)

    # What takes two lines takes two of like length.
    place = area.inset(0, _NUMERAL_HIGH + _UNDER, 0, 0)
    whole = _length(ctx, para(label, size))
    if whole > place.w:
        place = replace(place, w=min(place.w, round(whole * _HALF)))
    at = Slot("body", _FIRST + number)
    return Wanted(Name("text", number), place, make, slot=at, lines=2, mark=label.mark)


def _said(ctx: Context, cell: Cell) -> Text:
    """What the figure is, when, and whether it is yet to come."""
    id = cell.figure.id
    label = cell.label or ctx.label(id)
    said, period, what = str(label), ctx.since(id), status(ctx.figure(id))
    if cell.label is None and period and period not in said:
        said = ctx.dated(id, said)
    # 预计5亿元 is told to lie ahead by its own word.
    told = "modal" in senses(ctx.figure(id).quantity.qualifier)
    if what != "achieved" and not told and word(ctx, what) not in said:
        said += behind(ctx, what)
    return words(said, label.mark) if said != str(label) else label


KIND = Kind(
    name="cover",
    fields=Cover,
    compose=compose,
    title="optional",
    shared=False,
    called=Named("封面", "封面", "Cover"),
)
