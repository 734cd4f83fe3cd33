"""Turn a Brief into the scene of its deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from briefgen.brief.model import Brief, Slide
from briefgen.brief.roles import lead, subject
from briefgen.kinds import called, kinds
from briefgen.pages.layouts import laid_out
from briefgen.pages.shared import Composer, Shared
from briefgen.pages.slides import pages_of
from briefgen.parts.context import Context, Layouts, SectionStart
from briefgen.parts.frame import foot, slot
from briefgen.parts.panes import tells_topics
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.canvas import canvas_of
from briefgen.scene.house import House
from briefgen.scene.items import Page, TextBox
from briefgen.scene.layouts import deck_layouts
from briefgen.scene.scene import Guides, Meta, Scene, Section
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Fonts

# How often a slide that counts the pages of the others is composed at the most.
_ROUNDS = 3
# About so many figures are listed on one of its pages.
_LISTED = 17


def compose(
    brief: Brief,
    theme: Theme,
    fonts: Fonts,
    problems: Problems,
    shared: Shared,
    house: House | None = None,
) -> Scene:
    """Every slide of the storyline as pages; kinds generated from the others come last.

    With a `house` they stand on the layouts of that template.
    """
    slides = brief.deck or _storyline(brief)
    ctx = _context(brief, house.theme if house else theme, fonts, problems, slides, house)
    canvas = ctx.canvas
    _check_time(ctx)
    own = shared.composer(ctx)
    made: dict[str, tuple[Page, ...]] = {
        slide.id: _first(ctx, own, slide) for slide in slides if not kinds()[slide.kind].generated
    }
    for slide in slides:
        if slide.id not in made:
            made[slide.id] = _generated(ctx, slide, slides, made, shared)
    last = replace(ctx, spans=_spans(ctx.sections, slides, made))
    for slide in slides:
        if kinds()[slide.kind].numbered:
            made[slide.id] = _fitting(last, slide, None)
    whole = [page for slide in slides for page in made[slide.id]]
    numbered = [_numbered(ctx, page, number) for number, page in enumerate(whole, 1)]
    if house:
        from briefgen.pages.housed import housed

        pages, own_layouts = housed(ctx, numbered), house.layouts
    else:
        pages, own_layouts = laid_out(numbered, ctx.layouts, called)
    return Scene(
        width=canvas.width,
        height=canvas.height,
        pages=pages,
        theme=ctx.theme,
        meta=meta(brief),
        layouts=own_layouts,
        sections=_scene_sections(ctx, slides, made),
        transition=brief.occasion.transitions,
        audience=str(brief.audience_name),
        guides=Guides() if house else Guides(*canvas.guides),
        scale=canvas.scale,
        size=canvas.size,
        house=house,
    )


def _storyline(brief: Brief) -> tuple[Slide, ...]:
    """The slides of an outline that names none."""
    from briefgen.pages.storyline import storyline  # most name theirs

    return storyline(brief)


def _context(
    brief: Brief,
    theme: Theme,
    fonts: Fonts,
    problems: Problems,
    slides: tuple[Slide, ...],
    house: House | None,
) -> Context:
    """What composing every slide needs, on a template or on layouts of our own."""
    canvas = house.canvas if house else canvas_of(brief.size)
    layouts = house.layouts if house else deck_layouts(canvas, latin=brief.language == "en")
    if brief.voice.second and not house:
        from briefgen.scene.bilingual import bilingual  # most decks are in one language

        layouts = tuple(map(bilingual, layouts))
    return Context(
        brief=brief,
        theme=theme,
        fonts=fonts.planned(brief.language.startswith("zh"), unknown=house is not None),
        medium="deck",
        problems=problems,
        layouts=Layouts((layout.id, layout) for layout in layouts),
        canvas=canvas,
        house=house,
        sections=_sections(slides),
        agenda=next((slide.id for slide in slides if slide.kind == "agenda"), ""),
        ends=_ends(slides),
        on_topics=tells_topics(brief.deck),
    )


def _first(ctx: Context, own: Composer, slide: Slide) -> tuple[Page, ...]:
    """The pages of a slide before pages are numbered; those of kinds that tell numbers are made
    once more, and only then say what is wrong with them."""
    numbered = kinds()[slide.kind].numbered
    return _fitting(replace(ctx, problems=Problems()) if numbered else ctx, slide, own)


def _fitting(ctx: Context, slide: Slide, own: Composer | None) -> tuple[Page, ...]:
    """The pages of a slide; where a template has little room for it, in smaller type."""
    kind = kinds()[slide.kind]

    def made(then: Context) -> tuple[Page, ...]:
        same = own is not None and then.canvas is ctx.canvas
        return own.pages(slide, then) if own and same else pages_of(kind, slide, then)

    if ctx.house is None:
        return made(ctx)
    from briefgen.pages.housed import fitting

    return fitting(ctx, made)


def _generated(
    ctx: Context,
    slide: Slide,
    slides: Sequence[Slide],
    made: Mapping[str, tuple[Page, ...]],
    shared: Shared,
) -> tuple[Page, ...]:
    """The pages of a slide that is generated from the others, and tells where they show what.

    How many there are of it moves those behind it: it is composed again until that agrees.
    """
    pages: tuple[Page, ...] = ()
    on = _shown_on(slides, made, slide.id, 1)
    if (likely := round(len(on) / _LISTED)) > 1:
        # To begin with what is likely saves a round.
        on = _shown_on(slides, made, slide.id, likely)
    for _ in range(_ROUNDS):
        late = replace(ctx, shown_elsewhere=tuple(on), shown_on=on, problems=Problems())
        pages = _fitting(late, slide, shared.composer(late))
        before, on = on, _shown_on(slides, made, slide.id, len(pages))
        if on == before:
            break
    ctx.problems.extend(late.problems)
    return pages


def _shown_on(
    slides: Sequence[Slide], made: Mapping[str, tuple[Page, ...]], generated: str, count: int
) -> dict[str, tuple[tuple[str, int], ...]]:
    """On which pages (by id and number) each figure is shown, if the slide that is generated takes
    `count` of them."""
    found: dict[str, list[tuple[str, int]]] = {}
    number = 0
    for slide in slides:
        for page in made.get(slide.id, ()):
            number += 1
            for figure in () if page.hidden else page.figures:
                found.setdefault(figure, []).append((page.id, number))
        number += count if slide.id == generated else 0
    return {figure: tuple(pages) for figure, pages in found.items()}


def _numbered(ctx: Context, page: Page, number: int) -> Page:
    """The page with its number drawn; the deck writes it as a field that counts by itself."""
    if not page.layout:
        return page
    layout = ctx.layouts[page.layout]
    if ctx.house is not None:
        # A template made the place for its numbers; what is measured there is wider than they are.
        ctx = replace(ctx, problems=Problems())
    items = tuple(
        foot(ctx, slot(layout, "number"), str(number))
        if isinstance(item, TextBox) and item.slot and item.slot.role == "number"
        else item
        for item in page.items
    )
    return replace(page, items=items)


def meta(brief: Brief) -> Meta:
    """What a file made of this brief says of itself."""
    return Meta(
        title=str(brief.title),
        author=str(brief.author) or str(brief.organisation),
        subject=str(brief.subtitle),
        date=brief.date,
        language=brief.tag,
        keywords=tuple(str(topic.name) for topic in brief.topics),
    )


def _sections(slides: tuple[Slide, ...]) -> tuple[SectionStart, ...]:
    """The sections: each opens with a section slide and runs to the next."""
    starts = [i for i, slide in enumerate(slides) if slide.kind == "section"]
    ends = [*starts[1:], len(slides)]
    return tuple(
        SectionStart(
            number,
            slides[start].id,
            slides[start].title,
            lead(slides[start].fields),
            tuple(slide.id for slide in slides[start:end]),
            sum((slide.minutes or Decimal(0) for slide in _told(slides[start:end])), Decimal(0)),
            _topics(slides[start:end]),
        )
        for number, (start, end) in enumerate(zip(starts, ends, strict=False), 1)
    )


def _topics(slides: Iterable[Slide]) -> tuple[tuple[str, str], ...]:
    """The topics that slides are about, each once, with the first slide about it."""
    found: dict[str, str] = {}
    for slide in _told(slides):
        if about := subject(slide.fields):
            found.setdefault(about.id, slide.id)
    return tuple(found.items())


def _spans(
    sections: Iterable[SectionStart], slides: Iterable[Slide], made: Mapping[str, Sequence[Page]]
) -> dict[str, tuple[int, int]]:
    """The first and the last page number of each slide, by its id; of one that opens a section,
    those of its content: without the pages behind it that are generated, and the closing."""
    numbers: dict[str, tuple[int, int]] = {}
    before = 0
    for slide in slides:
        numbers[slide.id] = before + 1, before + len(made[slide.id])
        before += len(made[slide.id])
    behind = {
        slide.id for slide in slides if kinds()[slide.kind].generated or slide.kind == "closing"
    }
    of_sections = {
        section.slide: (
            numbers[section.slide][0],
            max(numbers[id][1] for id in section.pages if id not in behind),
        )
        for section in sections
    }
    return numbers | of_sections


def _told(slides: Iterable[Slide]) -> Iterator[Slide]:
    """The slides that are shown, and so take time."""
    return (slide for slide in slides if not slide.hidden)


def _ends(slides: Iterable[Slide]) -> dict[str, Decimal]:
    """The minutes that have passed after each slide, where any slide says how long it takes."""
    passed, ends = Decimal(0), {}
    for slide in _told(slides):
        passed += slide.minutes or 0
        ends[slide.id] = passed
    return ends if passed else {}


def _check_time(ctx: Context) -> None:
    """Warn when the slides take longer than the event gives them."""
    allowed = ctx.brief.occasion.minutes
    total = max(ctx.ends.values(), default=Decimal(0))
    if allowed is not None and total > allowed:
        minutes = {"total": f"{total.normalize():f}", "allowed": f"{allowed:f}"}
        ctx.problems.add("too-long", ctx.brief.occasion.minutes_mark, **minutes)


def _scene_sections(
    ctx: Context, slides: tuple[Slide, ...], made: dict[str, tuple[Page, ...]]
) -> tuple[Section, ...]:
    """Every page in exactly one section; those before the first have one of their own."""
    if not ctx.sections:
        return ()
    within = {id for section in ctx.sections for id in section.pages}
    opening = tuple(p.id for s in slides if s.id not in within for p in made[s.id])
    rest = tuple(
        Section(str(section.title), tuple(p.id for id in section.pages for p in made[id]))
        for section in ctx.sections
    )
    return ((Section(ctx.say("开篇", "Opening"), opening),) if opening else ()) + rest
