"""The printed page in pictures: what it carries, how it is set, how dark it is, for any content."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import composing
import pypdfium2
import pytest
from click.testing import CliRunner
from faults import faults, flat, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, project
from test_onepager import briefs

from briefgen.brief.model import Brief, Event, Segment, Text, Topic, words
from briefgen.build import BASE, Loaded, Request, build, load
from briefgen.checks.promised import promises
from briefgen.cli import briefgen
from briefgen.formats import FORMATS
from briefgen.geometry import in_pt, mm, pt
from briefgen.pages.picture.plan import Plan, plans
from briefgen.pages.picture.report import carried, owed
from briefgen.pages.picture.scale import Scale
from briefgen.pages.picture.sheet import sheet_of
from briefgen.parts.context import Context
from briefgen.parts.status import status, word
from briefgen.problems import Problem, Problems
from briefgen.record import replace
from briefgen.render.pdf.readback import read
from briefgen.request import Printing
from briefgen.scene.items import Chart, Group, Item, Shape, Table, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import figures
from briefgen.theme.load import load_theme, theme_ids
from briefgen.typography.fonts import load_fonts

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
AUDIENCES = (BASE, *sorted(path.stem for path in REFERENCE.parent.glob("audiences/*.yaml")))
PAPERS = (
    {"paper": "a4"},
    {"paper": "letter"},
    {"paper": "a4", "orientation": "landscape"},
    {"paper": "a3"},
)
COUNTS = (0, 1, 2, 3, 4, 5, 6, 7, 8)


@cache
def reference() -> Loaded:
    loaded = load(Request(REFERENCE, AUDIENCES))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    return loaded


def with_page(brief: Brief, **changes: object) -> Brief:
    return replace(brief, page=replace(brief.page, **changes))  # type: ignore[arg-type]


def composed(brief: Brief, theme: str = "") -> tuple[Scene, list[Problem]]:
    own = reference().themes[brief.audience or BASE]
    if theme:
        loaded = load_theme(theme, brief.mark, Problems())
        assert loaded
        own = loaded.in_language(brief.language)
    return composing.composed(brief, "brief", own)


@cache
def page_of(audience: str) -> Scene:
    return composed(reference().briefs[audience])[0]


def boxes(scene: Scene) -> list[TextBox]:
    return [item for item in flat(scene.pages[0].items) if isinstance(item, TextBox)]


def sizes(scene: Scene) -> list[float]:
    """The sizes of type on a page, in points, the largest first."""
    found = {
        span.style.size for text in texts(scene.pages[0]) for line in text.lines
        for span in line.spans
    }  # fmt: skip
    return sorted((round(in_pt(size), 1) for size in found), reverse=True)


def words_of(item: Item) -> str:
    return "".join(line.text for each in flat((item,)) for line in getattr(each, "lines", ()))


def of_topics(base: Brief, count: int) -> Brief:
    """The base brief with so many topics."""
    repeated = (base.topics * 2)[:count]
    topics = tuple(replace(topic, id=f"{topic.id}{n}") for n, topic in enumerate(repeated))
    return with_page(replace(base, topics=topics), topics=())


# ---------------------------------------------------------------- what it carries


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_picture_carries_every_figure_that_the_articles_carry(audience: str) -> None:
    brief = reference().briefs[audience]
    article, _ = composed(with_page(brief, style="article"))
    picture, problems = composed(brief)
    assert set(article.pages[0].figures) <= set(picture.pages[0].figures)
    assert [p for p in problems if p.code == "picture-without-figures"] == []
    assert audience != BASE or len(picture.pages[0].figures) >= 27


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_topic_has_its_effort_its_goal_and_its_figure_with_its_mark(audience: str) -> None:
    brief, scene = reference().briefs[audience], page_of(audience)
    said = "\n".join(words_of(item) for item in scene.pages[0].items)
    ids = [ref.id for ref in brief.page.topics] or [topic.id for topic in brief.topics]
    for id in ids:
        topic = next(topic for topic in brief.topics if topic.id == id)
        effort = [str(each) for each in (topic.effort, topic.effort.short) if each]
        assert any(each in said for each in effort)
        assert str(topic.goal) in said
        assert_marked(brief, scene, topic.figures[0].id)


def assert_marked(brief: Brief, scene: Scene, id: str) -> None:
    """The figure stands in a group with its value, and with the mark of its status."""
    ctx = context(brief)
    groups = [
        item for item in flat(scene.pages[0].items)
        if isinstance(item, Group) and item.name.kind == "figure" and item.name.of == id
    ]  # fmt: skip
    assert groups, id
    for group in groups:
        value, mark, label = group.items
        assert isinstance(value, TextBox)
        assert {run.figure for run in value.paragraphs[0].runs} == {id}
        assert isinstance(mark, Shape)
        assert mark.alt == word(ctx, status(brief.figures[id]))
        assert words_of(label)


def context(brief: Brief) -> Context:
    theme = reference().themes[brief.audience or BASE]
    return Context(
        brief=brief,
        theme=theme,
        fonts=load_fonts(theme.print_face),
        medium="print",
        problems=Problems(),
        layouts={},
    )


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_foot_names_the_source_and_the_marks(audience: str) -> None:
    brief, scene = reference().briefs[audience], page_of(audience)
    (foot,) = (box for box in boxes(scene) if box.name.kind == "sources")
    source, said = brief.sources[0], words_of(foot)
    language = "en" if brief.language == "en" else "zh-Hans"
    title = source.title[language]
    assert re.sub("[‘’“”]", "", title) in re.sub("[‘’“”]", "", said)
    assert source.publisher[language] in said
    assert ("February 2024" if language == "en" else "2024年2月") in said
    key = next(item for item in flat(scene.pages[0].items) if item.name.kind == "status-key")
    assert ("Target" if language == "en" else "目标") in words_of(key)


def test_an_address_is_a_code_in_the_foot() -> None:
    scene, _ = composed(with_page(reference().briefs[BASE], url="https://example.com/brief"))
    (code,) = (item for item in flat(scene.pages[0].items) if item.name.kind == "qr-code")
    assert isinstance(code, Shape)
    assert code.link == "https://example.com/brief"
    assert not faults(scene)


def test_each_column_of_the_targets_has_a_name() -> None:
    every = [each for each in flat(page_of("cadre").pages[0].items) if isinstance(each, Table)]
    tables = [each for each in every if each.name.kind == "targets"]
    assert len(tables) == 2
    for table in tables:
        heads = ["".join(par.text for par in cell.paragraphs) for cell in table.cells[0]]
        assert all(heads)


def test_the_axis_says_what_was_reached_and_what_lies_ahead() -> None:
    scene = page_of(BASE)
    items = list(flat(scene.pages[0].items))
    kinds = [item.name.kind for item in items if item.name.kind.__class__ is str]
    assert kinds.count("time-axis") == 1
    assert kinds.count("time-axis-ahead") == 4
    values = [box for box in boxes(scene) if box.name.kind == "value"]
    doubling = next(box for box in values if "翻一番" in words_of(box))
    figure = next(box for box in values if "1000" in words_of(box))
    most = [max(s.style.size for s in box.lines[0].spans) for box in (doubling, figure)]
    assert most[0] >= 0.79 * most[1]


def test_words_around_a_value_do_not_stand_without_it() -> None:
    """A figure in the middle of an event's words stays there, and one of two clauses."""
    base = reference().briefs[BASE]
    figure = next(e.what for e in base.page.timeline if e.what.figures).segments[-1]
    middle = Text((*words("到年底").segments, figure, *words("左右").segments))
    second = Text((*words("新线贯通，一年运送").segments, figure))
    for said in (middle, second):
        scene, _ = composed(with_page(base, timeline=(Event(words("2025年"), said, True),)))
        (event,) = (box for box in boxes(scene) if box.name.kind == "event")
        assert words_of(event) == str(said)


def test_the_headline_is_as_written_else_the_conclusion_of_the_deck() -> None:
    base = reference().briefs["investor"]

    def said(brief: Brief) -> list[str]:
        return [words_of(box) for box in boxes(composed(brief)[0]) if box.name.kind == "headline"]

    assert said(base) == [str(base.page.headline)]
    summary = next(slide for slide in base.deck if slide.kind == "summary")
    plain = with_page(base, headline=None)
    assert said(plain) == [str(summary.title)]
    assert said(replace(plain, deck=())) == []


def test_what_an_organisation_does_not_say_the_source_does() -> None:
    base = replace(reference().briefs[BASE], organisation=words(""))
    (imprint,) = (box for box in boxes(composed(base)[0]) if box.name.kind == "imprint")
    assert words_of(imprint) == "一图读懂 · 据《羊城晚报》报道整理 · 2024年2月"
    office = replace(base.sources[0], publisher={"zh-Hans": "某市水务局"})
    base = replace(base, sources=(office, *base.sources[1:]))
    (imprint,) = (box for box in boxes(composed(base)[0]) if box.name.kind == "imprint")
    assert words_of(imprint) == "一图读懂 · 据某市水务局信息整理 · 2024年2月"


def test_an_imprint_that_is_too_long_for_a_line_has_the_date_on_its_second() -> None:
    base = reference().briefs[BASE]
    long = replace(base, organisation=words("广州市高质量发展与现代化产业体系建设专题研究小组" * 2))
    (imprint,) = (box for box in boxes(composed(long)[0]) if box.name.kind == "imprint")
    first, *others = words_of(imprint).split("\n")
    assert first == f"一图读懂 · {long.organisation}"
    assert others == ["2024年2月"]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_a_plan_says_that_it_carries_is_what_it_shows(audience: str) -> None:
    """A long picture is made at the first plan: whatever it is asked to show, it shows; and what
    its graphics draw."""
    brief = reference().briefs[audience]
    scene, _ = composing.composed(brief, "long", reference().themes[audience])
    plan = replace(next(plans(context(brief), 30.0)), long=True)
    drawn = tuple(i for i in scene.pages[0].items if i.name.kind != "graphic")
    assert carried(context(brief), plan) == set(figures(drawn))
    assert set(owed(context(brief), plan)) <= carried(context(brief), plan)


# ---------------------------------------------------------------- how it is set


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_audience_on_every_paper(audience: str, paper: dict[str, str]) -> None:
    scene, problems = composed(with_page(reference().briefs[audience], **paper))
    assert [str(p) for p in problems if p.severity == "error"] == []
    assert_sound(scene)


def assert_sound(scene: Scene) -> None:
    # Sheets that lie across are no slides, whose margins are others.
    across = scene.width > scene.height
    found = [fault.what for fault in faults(scene)]
    assert [what for what in found if not (across and what.endswith("” leaves the page"))] == []
    margin = mm(12) - pt(0.1)
    for text in texts(scene.pages[0]):
        for line in text.lines:
            assert line.x >= margin, line.text
            assert line.x + line.width <= scene.width - margin, line.text
            assert margin <= line.baseline <= scene.height - margin, line.text


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_six_sizes_in_fixed_ratios(audience: str, paper: dict[str, str]) -> None:
    """Whatever was done to make the page fit, a role is so many times running text."""
    brief = with_page(reference().briefs[audience], **paper)
    scene, _ = composed(brief)
    found = sizes(scene)
    text = next(
        in_pt(span.style.size) for box in boxes(scene) if box.name.kind == "effort"
        for line in box.lines for span in line.spans
    )  # fmt: skip
    assert len(found) <= 6
    # Notes are 9 pt at the least, and no larger than running text.
    ratios = {3.6, 3.0, 2.4, 1.92, 1.25, 1.0, max(0.84, min(1.0, 9 / text))}
    for size in found:
        assert min(abs(size / text - ratio) for ratio in ratios) < 0.02, size
    assert text >= float(brief.page.text)
    assert found[-1] >= 8.9


@pytest.mark.parametrize("audience", AUDIENCES)
def test_columns_are_whole_numbers_of_characters_wide(audience: str) -> None:
    scene = page_of(audience)
    efforts = [box for box in boxes(scene) if box.name.kind == "effort"]
    running = [box for box in boxes(scene) if box.name.kind == "text" and box in efforts]
    for box in (*efforts, *running):
        size = box.lines[0].spans[0].style.size
        assert box.rect.w % size == 0


def test_what_a_page_asks_for_is_the_least_size_of_its_text() -> None:
    base = reference().briefs[BASE]
    for least in ("9", "10.5", "12"):
        sheet = sheet_of(replace(base.page, text=type(base.page.text)(least)))
        assert sheet.sizes[0] >= float(least)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_readers_copy_topic_by_topic(audience: str) -> None:
    brief = reference().briefs[audience]
    pdf = FORMATS["brief"].render(page_of(audience), "x")["x.pdf"]
    with pypdfium2.PdfDocument(pdf) as document:
        text = re.sub(r"\s", "", document[0].get_textpage().get_text_range())
    ids = [ref.id for ref in brief.page.topics] or [topic.id for topic in brief.topics]
    shown: list[Topic] = [next(t for t in brief.topics if t.id == id) for id in ids]
    at = -1
    for topic in shown:
        effort = next(
            place for each in (topic.effort, topic.effort.short)
            if each and (place := text.find(re.sub(r"\s", "", str(each)), max(at, 0))) >= 0
        )  # fmt: skip
        assert effort > at
        at = effort


def test_the_same_brief_gives_the_same_bytes() -> None:
    brief = reference().briefs[BASE]
    first, second = (FORMATS["brief"].render(composed(brief)[0], "x") for _ in range(2))
    assert first == second


# ---------------------------------------------------------------- how dark it is


def darkness(pdf: bytes) -> float:
    """The mean of one less the relative luminance (WCAG 2.2) of the pixels of a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=2).to_pil().convert("RGB")
    light = [v / 255 / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in range(256)]
    count = image.width * image.height
    channels = zip((0.2126, 0.7152, 0.0722), image.split(), strict=True)
    return 1 - sum(
        weight * sum(light[value] * n for value, n in enumerate(channel.histogram())) / count
        for weight, channel in channels
    )


@pytest.mark.slow
@pytest.mark.parametrize("theme", sorted(theme_ids()))
def test_an_office_printer_needs_little_ink(theme: str) -> None:
    scene, _ = composed(reference().briefs[BASE], theme)
    assert darkness(FORMATS["brief"].render(scene, "x")["x.pdf"]) <= 0.15


@pytest.mark.parametrize("theme", sorted(theme_ids()))
@pytest.mark.parametrize("audience", AUDIENCES[1:])
@pytest.mark.slow
def test_no_audience_needs_much_ink_in_any_theme(audience: str, theme: str) -> None:
    scene, _ = composed(reference().briefs[audience], theme)
    assert darkness(FORMATS["brief"].render(scene, "x")["x.pdf"]) <= 0.15


# ---------------------------------------------------------------- content that is another


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS[:3])
@pytest.mark.parametrize("count", COUNTS)
def test_any_number_of_topics(count: int, paper: dict[str, str]) -> None:
    scene, problems = composed(with_page(of_topics(reference().briefs[BASE], count), **paper))
    assert [str(p) for p in problems if p.severity == "error"] == []
    assert_sound(scene)
    heads = [box for box in boxes(scene) if box.heading == "h2"]
    assert len(heads) >= count


@pytest.mark.parametrize("count", COUNTS)
def test_topics_alone_without_figures_chart_or_time(count: int) -> None:
    base = of_topics(reference().briefs[BASE], count)
    topics = tuple(replace(topic, figures=()) for topic in base.topics)
    bare = with_page(
        replace(base, topics=topics), chart=(), timeline=(), figures=(), lead=None, targets=()
    )
    scene, problems = composed(bare)
    assert [str(p) for p in problems if p.severity == "error"] == []
    assert_sound(scene)
    assert not [item for item in flat(scene.pages[0].items) if isinstance(item, (Chart, Table))]


@pytest.mark.parametrize("audience", [BASE, "overseas"])
def test_a_long_title_takes_lines_and_nothing_else(audience: str) -> None:
    base = reference().briefs[audience]
    title = words(" ".join([str(base.title)] * 4) if audience == "overseas" else "再造新广州" * 7)
    scene, problems = composed(replace(base, title=title, subtitle=title))
    assert [str(p) for p in problems if p.severity == "error"] == []
    assert_sound(scene)
    (box,) = (box for box in boxes(scene) if box.name.kind == "title")
    panes = [item for item in flat(scene.pages[0].items) if item.name.kind == "pane-ground"]
    assert box.rect.right <= min(pane.rect.x for pane in panes[:6] if isinstance(pane, Shape))


def test_targets_stand_in_tables_with_their_values_at_the_right() -> None:
    scene = page_of("cadre")
    tables = [item for item in scene.pages[0].items if isinstance(item, Table)]
    wanted = [ref.id for ref in reference().briefs["cadre"].page.targets]
    assert len(tables) == 2
    shown = [
        run.figure for table in tables for row in table.cells[1:]
        for run in row[1].paragraphs[0].runs
    ]  # fmt: skip
    assert list(dict.fromkeys(shown)) == wanted
    for table in tables:
        assert {row[1].paragraphs[0].align for row in table.cells} == {"right"}


def test_few_topics_have_rows_and_their_measures() -> None:
    base = of_topics(reference().briefs[BASE], 2)
    said = "".join(words_of(box) for box in boxes(composed(base)[0]))
    for topic in base.topics:
        for measure in topic.measures:
            assert str(measure.head) in said


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_page_of_few_words_grows_as_a_whole(audience: str) -> None:
    brief = reference().briefs[audience]
    thin = with_page(
        replace(brief, topics=brief.topics[:2]),
        topics=(), chart=(), figures=(), targets=(), lead=None,
    )  # fmt: skip
    before, after = (
        {
            r.style.size
            for b in boxes(scene)
            if b.name.kind == "effort"
            for r in b.paragraphs[0].runs
        }
        for scene in (page_of(audience), composed(thin)[0])
    )
    assert min(after) > max(before)


# ---------------------------------------------------------------- what does not fit


@pytest.mark.slow
def test_what_goes_goes_in_order_and_is_told() -> None:
    """Texts that state no figure go before those that do, and figures that stand apart last."""
    base = reference().briefs[BASE]

    def grown(times: int) -> list[str]:
        topics = tuple(
            replace(t, summary=replace(t.summary, segments=t.summary.segments * times, short=None))
            for t in base.topics
        )
        return [p.message for p in composed(replace(base, topics=topics))[1] if p.code == "copyfit"]

    stages = ["", "texts of topics", "the topics' texts"]
    for times, stage in zip((1, 2, 8), stages, strict=True):
        (said,) = grown(times)
        first = ["the timeline's title", "the lead", *([stage] if stage else ())]
        assert f"with {', '.join(first[:-1])} and {first[-1]} left out" in said


def test_a_lead_that_is_left_out_is_told_and_the_figure_that_only_it_states() -> None:
    base = reference().briefs[BASE]
    dated = Segment("2023年4月", "visit-2023")
    lead = replace(words(""), segments=(dated, *words("，一句话" * 200).segments))
    told = [p.message for p in composed(with_page(base, lead=lead))[1]]
    assert any("the lead left out" in said for said in told)
    assert any("visit-2023" in said for said in told)


def test_a_figure_that_does_not_fit_is_told_by_its_id() -> None:
    base = of_topics(reference().briefs[BASE], 8)
    scene, problems = composed(with_page(base, text=type(base.page.text)("11")))
    (told,) = (p for p in problems if p.code == "picture-without-figures")
    lost = set(owed(context(base), Plan(scale=Scale(11.0), without=frozenset({"measures"}))))
    lost -= set(scene.pages[0].figures)
    assert lost
    for id in lost:
        assert id in told.message
    assert told.severity == "warning"
    assert_sound(scene)


@pytest.mark.slow
def test_what_cannot_be_left_out_and_does_not_fit_is_an_error() -> None:
    base = of_topics(reference().briefs[BASE], 6)
    topics = tuple(
        replace(t, effort=words("全力" + str(t.effort) * 30), goal=t.goal) for t in base.topics
    )
    _, problems = composed(replace(base, topics=topics))
    (told,) = (p for p in problems if p.severity == "error")
    assert told.code == "page-too-full"


@settings(max_examples=25)
@given(briefs(), st.sampled_from(PAPERS))
@pytest.mark.slow
def test_any_outline_is_one_sound_page_or_a_clear_error(
    brief: Brief, paper: dict[str, str]
) -> None:
    scene, problems = composed(with_page(brief, **paper))
    assert len(scene.pages) == 1
    told = [problem for problem in problems if problem.severity == "error"]
    for problem in told:
        assert problem.mark.line, problem
        assert problem.hint, problem
    if not told:
        assert_sound(scene)


# ---------------------------------------------------------------- how it is asked for


def test_the_style_is_the_outlines_and_the_command_lines(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + "page: {style: article}\n")
    assert load(Request(path, (BASE,))).briefs[BASE].page.style == "article"
    asked = Request(path, (BASE,), printing=Printing(style="picture"))
    assert load(asked).briefs[BASE].page.style == "picture"
    usual = project(tmp_path / "usual", OUTLINE + TOPICS)
    assert load(Request(usual, (BASE,))).briefs[BASE].page.style == "picture"


def test_a_style_that_changes_nothing_is_wrong_usage(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS)
    run = CliRunner().invoke(briefgen, ["build", str(path), "-f", "deck", "--style", "article"])
    assert run.exit_code == 2
    made = CliRunner().invoke(briefgen, ["build", str(path), "-f", "brief", "--style", "article"])
    assert made.exit_code == 0, made.output


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_press_has_its_ground_in_the_bleed(audience: str) -> None:
    scene, problems = composed(with_page(reference().briefs[audience], press=True))
    assert not [p for p in problems if p.severity == "error"]
    assert scene.bleed == mm(3)
    ground = next(item for item in scene.pages[0].items if item.name.kind == "masthead")
    assert isinstance(ground, Shape)
    assert (ground.rect.x, ground.rect.y) == (-mm(3), -mm(3))
    assert ground.rect.right == scene.width + mm(3)
    assert b"/TrimBox" in FORMATS["brief"].render(scene, "x")["x-press.pdf"]


@pytest.mark.slow
def test_pages_are_read_from_the_top(tmp_path: Path) -> None:
    """What is read first, whatever the sheet: title, conclusion, time, topics, proof, sources."""
    for paper in PAPERS:
        scene, _ = composed(with_page(reference().briefs[BASE], **paper))
        order = [item.name.kind for item in flat(scene.pages[0].items)]
        first = [order.index(kind) for kind in ("title", "headline", "moment", "sources")]
        assert first == sorted(first)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["brief", "long"])
def test_what_a_picture_never_leaves_out_is_verified(tmp_path: Path, form: str) -> None:
    """The finished files of every audience say what they have to."""
    out = tmp_path / "out"
    asked = Request(REFERENCE, AUDIENCES, (form,), out=out, verify=True)
    report = build(asked)
    assert not report.problems.fatal
    brief = reference().briefs[BASE]
    wrong = replace(
        brief, topics=(replace(brief.topics[0], goal=words("没有的")), *brief.topics[1:])
    )
    promised = list(promises(wrong, page_of(BASE), print=False))
    pdf = (out / "guangzhou-six.pdf") if form == "brief" else (out / "guangzhou-six.long.pdf")
    kept = [promise.kept(read(pdf.read_bytes())) for promise in promised]
    assert kept.count(False) == 1
