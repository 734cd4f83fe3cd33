"""The printed brief: one page for any content, filled, readable, nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import composing
import pytest
from faults import flat
from hypothesis import example, given, settings
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, project
from rows import every

from briefgen.brief.model import (
    Brief,
    Event,
    OnePage,
    Orientation,
    Ref,
    Segment,
    Text,
    Topic,
    words,
)
from briefgen.build import BASE, Loaded, Request, check, load
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.sheet import sheet_of
from briefgen.problems import Problem
from briefgen.record import replace
from briefgen.scene.items import Chart, Group, Rule, Shape, Table, TextBox
from briefgen.scene.names import Name, called
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk
from briefgen.typography.text import Line

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
AUDIENCES = (BASE, *sorted(path.stem for path in REFERENCE.parent.glob("audiences/*.yaml")))
ASCENT, DESCENT = 0.88, 0.12
SLACK = pt(0.1)
CHINESE = (
    "推动科技与产业双向奔赴，做强智能网联汽车；加快建设“高水平”人才高地，全面推行首席服务官制度。"
)
ENGLISH = "Build the innovation corridor and renew the old villages; open more fields to capital. "
MIXED = "落实“1+N”政策与AI算力中心，Guangzhou对标international free port先行先试。"


@cache
def reference() -> Loaded:
    loaded = load(Request(REFERENCE, AUDIENCES))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    return loaded


def composed(brief: Brief) -> tuple[Scene, list[Problem]]:
    """The page in articles."""
    brief = with_page(brief, style="article")
    return composing.composed(brief, "brief", reference().themes[brief.audience or BASE])


def with_page(brief: Brief, **changes: object) -> Brief:
    return replace(brief, page=replace(brief.page, **changes))  # type: ignore[arg-type]


def boxes(scene: Scene) -> list[TextBox]:
    return [item for item in flat(scene.pages[0].items) if isinstance(item, TextBox)]


def line_rects(scene: Scene) -> Iterator[tuple[str, Rect]]:
    """Where each line's characters stand, with the name of the box."""
    for item in flat(scene.pages[0].items):
        cells = [cell for row in item.cells for cell in row] if isinstance(item, Table) else []
        for at, part in enumerate((item, *cells)):
            for number, line in enumerate(getattr(part, "lines", ())):
                size = max((span.style.size for span in line.spans), default=0)
                top = round(line.baseline - ASCENT * size)
                rect = Rect(line.x, top, line.width, round(size * (ASCENT + DESCENT)))
                yield f"{item.name.told('zh')}/{at}/{number} {line.text}", rect


def inside(rect: Rect, area: Rect) -> bool:
    return (
        rect.x >= area.x - SLACK
        and rect.y >= area.y - SLACK
        and rect.right <= area.right + SLACK
        and rect.bottom <= area.bottom + SLACK
    )


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two lines share ink; em boxes of tight lines may touch."""
    across = min(a.right, b.right) - max(a.x, b.x)
    return across > SLACK and min(a.bottom, b.bottom) - max(a.y, b.y) > min(a.h, b.h) // 4


def assert_sound(scene: Scene) -> None:
    """Exactly one page; all inside the margins; no text over other text or over a bar."""
    assert len(scene.pages) == 1
    area = Rect(0, 0, scene.width, scene.height).inset(mm(12), mm(10), mm(12), mm(10))
    lines = list(line_rects(scene))
    for name, rect in lines:
        assert inside(rect, area), f"{name} leaves the margins"
    for (one, a), (other, b) in combinations(lines, 2):
        assert not overlap(a, b), f"{one} over {other}"
    # A chart's labels have room to spare around them: of those only the lines count.
    spare = {id(i) for c in flat(scene.pages[0].items) if isinstance(c, Chart) for i in c.drawn}
    for item in flat(scene.pages[0].items):
        if isinstance(item, TextBox) and id(item) in spare:
            continue
        if isinstance(item, Rule):
            edges = Rect(item.x1, item.y1, item.x2 - item.x1, item.y2 - item.y1)
            assert inside(edges, area), item.name
        elif not isinstance(item, Group):
            assert inside(item.rect, area), item.name
            assert item.rect.w >= 0, item.name
            assert item.rect.h >= 0, item.name


def sizes(scene: Scene) -> dict[Name, int]:
    """The smallest size of type in each text box."""
    return {
        box.name: min(span.style.size for line in box.lines for span in line.spans)
        for box in boxes(scene)
        if any(line.spans for line in box.lines)
    }


def drawn(scene: Scene) -> Iterator[tuple[Rect, Rect]]:
    """What is drawn, and the block that it belongs to: lines of text at their leading, grounds,
    bars, tables, rules."""
    for item in flat(scene.pages[0].items):
        if isinstance(item, Rule):
            rect = Rect(item.x1, item.y1, item.x2 - item.x1, item.y2 - item.y1)
            yield rect, rect
        elif isinstance(item, TextBox) and not item.fill:
            for line in item.lines:
                paragraph = item.paragraphs[line.paragraph]
                size = max((span.style.size for span in line.spans), default=0)
                top = round(line.baseline - ASCENT * size) - (paragraph.leading - size) // 2
                yield Rect(line.x, top, line.width, paragraph.leading), item.rect
        elif isinstance(item, TextBox | Shape | Table | Chart):
            yield item.rect, item.rect


def fill(scene: Scene, left: int = 0, right: int = mm(420)) -> tuple[float, int]:
    """Of what stands between two edges: which share of the height between the margins its blocks
    take, and how high the largest space without anything drawn is."""
    here = [(a, b) for a, b in drawn(scene) if a.x < right and a.right > left]

    def between(spans: list[tuple[int, int]]) -> tuple[int, int]:
        taken, hole, end = 0, 0, mm(10)
        for top, bottom in sorted(spans):
            hole = max(hole, top - end)
            taken += max(0, bottom - max(top, end))
            end = max(end, bottom)
        return taken, max(hole, scene.height - mm(10) - end)

    taken, _ = between([(block.y, block.bottom) for _, block in here])
    _, hole = between([(rect.y, rect.bottom) for rect, _ in here])
    return taken / (scene.height - mm(20)), hole


def assert_in_step(scene: Scene, brief: Brief) -> None:
    """In each row of topics, lines of one kind that stand side by side share a baseline; figures
    do, of whatever sizes."""
    shown = brief.page.topics or brief.topics
    names = {called(brief_topic(brief, topic.id).name) for topic in shown}
    cells = [box for box in boxes(scene) if box.name in names and not box.fill]
    for a, b in combinations(cells, 2):
        if a.rect.y != b.rect.y:
            continue
        firsts = [next((n for n in box.lines if of_figure(box, n)), None) for box in (a, b)]
        if all(firsts):
            assert len({line.baseline for line in firsts if line}) == 1, firsts
        for one in a.lines:
            for other in b.lines:
                leading = a.paragraphs[one.paragraph].leading
                apart = abs(one.baseline - other.baseline)
                alike = leading == b.paragraphs[other.paragraph].leading
                alike = alike and of_figure(a, one) == of_figure(b, other)
                if alike and 0 < apart < leading:
                    raise AssertionError(f"“{one.text}” is {apart} EMU off “{other.text}”")


def of_figure(box: TextBox, line: Line) -> bool:
    """Whether a line of a topic is its figure, and not one within running text."""
    return all(run.figure for run in box.paragraphs[line.paragraph].runs if run.text)


def brief_topic(brief: Brief, id: str) -> Topic:
    return next(topic for topic in brief.topics if topic.id == id)


def line_size(line: Line) -> int:
    return max((span.style.size for span in line.spans), default=0)


# ---------------------------------------------------------------- the reference


PAPERS: list[dict[str, str]] = [
    {}, {"paper": "letter"}, {"orientation": "landscape"}, {"paper": "a3"}
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_audience_on_every_paper(audience: str, paper: dict[str, str]) -> None:
    scene, problems = composed(with_page(reference().briefs[audience], **paper))
    assert [str(p) for p in problems if p.severity != "note"] == []
    assert_sound(scene)
    size = {
        "": (210, 297), "letter": (215.9, 279.4), "landscape": (297, 210), "a3": (420, 297)
    }["".join(paper.values())]  # fmt: skip
    assert (scene.width, scene.height) == (mm(size[0]), mm(size[1]))


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_page_is_filled_and_has_air(audience: str, paper: dict[str, str]) -> None:
    brief = with_page(reference().briefs[audience], **paper)
    scene, _ = composed(brief)
    for x, width in sheet_of(brief.page).panels:
        share, hole = fill(scene, x, x + width)
        # Sizes are those of the topics' columns: a folded sheet with few words has more air.
        assert (0.78 if paper.get("paper") == "a3" else 0.85) <= share <= 0.97
        assert hole <= mm(22)


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_columns_of_a_row_share_their_baselines(audience: str, paper: dict[str, str]) -> None:
    brief = with_page(reference().briefs[audience], **paper)
    scene, _ = composed(brief)
    assert_in_step(scene, brief)


def test_heads_figures_and_texts_of_a_row_begin_side_by_side() -> None:
    brief = reference().briefs[BASE]
    scene, _ = composed(brief)
    names = [called(brief_topic(brief, topic.id).name) for topic in brief.page.topics]
    cells = {box.name: box for box in boxes(scene) if box.name in names}
    body = max(line_size(box.lines[-1]) for box in cells.values())
    for row in (names[:3], names[3:]):
        heads = [cells[name].lines[0].baseline for name in row]
        assert len(set(heads)) == 1
        # The running text is the last paragraph: where its first line stands.
        last = [[x for x in cells[name].lines if line_size(x) == body] for name in row]
        paragraphs = [max(line.paragraph for line in lines) for lines in last]
        first = [
            min(line.baseline for line in lines if line.paragraph == paragraph)
            for lines, paragraph in zip(last, paragraphs, strict=True)
        ]
        assert len(set(first)) == 1


@pytest.mark.parametrize("audience", AUDIENCES)
def test_readers_copy_column_by_column(audience: str) -> None:
    """Lines an em and a half apart are paragraphs of their own to poppler, and columns an em apart
    one line: a topic would be copied mixed with its neighbour."""
    page = composed(reference().briefs[audience])[0].pages[0]
    topics = [i for i in flat(page.items) if isinstance(i, TextBox) and i.heading == "h2"]
    topics = [box for box in topics if len(box.paragraphs) > 3]
    assert topics
    size = topics[0].paragraphs[-1].runs[0].style.size
    assert all(box.paragraphs[-1].leading < 1.5 * size for box in topics)
    for one, other in combinations(topics, 2):
        if one.rect.y == other.rect.y:
            left, right = sorted((one.rect, other.rect), key=lambda rect: rect.x)
            assert right.x - left.right >= 1.45 * size


def test_running_text_is_set_as_the_theme_says() -> None:
    def reached(justified: bool) -> set[bool]:
        """Whether the lines of the lead, but its last one, reach the edge of their box."""
        brief = with_page(long(1), style="article")
        theme = replace(reference().themes[BASE], justified=justified)
        page = composing.composed(brief, "brief", theme)[0].pages[0]
        (box,) = (i for i in flat(page.items) if isinstance(i, TextBox) and i.name == Name("lead"))
        assert len(box.lines) > 3
        return {abs(line.x + line.width - box.rect.right) <= SLACK for line in box.lines[:-1]}

    assert reached(True) == {True}
    assert False in reached(False)


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("paper", PAPERS)
def test_topics_are_justified_all_of_them_or_none(audience: str, paper: dict[str, str]) -> None:
    brief = with_page(reference().briefs[audience], **paper)
    names = {called(topic.name) for topic in brief.topics}
    page = composed(brief)[0]
    aligned = {
        paragraph.align
        for box in boxes(page)
        if box.name in names
        for paragraph in box.paragraphs[-1:]
        if not paragraph.marker
    }
    assert len(aligned) <= 1


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_has_six_sizes_each_with_its_task(audience: str, paper: dict[str, str]) -> None:
    scene, _ = composed(with_page(reference().briefs[audience], **paper))
    lines = [line for item in flat(scene.pages[0].items) for line in getattr(item, "lines", ())]
    tables = [item for item in flat(scene.pages[0].items) if isinstance(item, Table)]
    lines += [
        line for table in tables for row in table.cells for cell in row for line in cell.lines
    ]
    found = {span.style.size for line in lines for span in line.spans}
    assert len(found) <= 6
    title = next(line_size(box.lines[0]) for box in boxes(scene) if box.name == Name("title"))
    names = {called(topic.name) for topic in reference().briefs[audience].topics}
    head = next(line_size(box.lines[0]) for box in boxes(scene) if box.name in names)
    figures = [max(map(line_size, box.lines)) for box in boxes(scene) if box.name.kind == "figure"]
    largest = max(figures)
    assert largest >= 1.6 * head
    assert title >= largest


@pytest.mark.parametrize("share", [0, 1, 2])
def test_figures_stay_larger_than_heads_however_full_the_page_is(share: int) -> None:
    scene, _ = composed(long(share))
    names = {called(topic.name) for topic in reference().briefs[BASE].topics}
    head = next(line_size(box.lines[0]) for box in boxes(scene) if box.name in names)
    digits = [
        span.style.size
        for box in boxes(scene)
        if box.name.kind == "figure"
        for line in box.lines
        for span in line.spans
        if any(char.isdigit() for char in span.text) and span.style.bold
    ]
    assert digits
    assert min(digits) >= 1.6 * head


@pytest.mark.slow
@pytest.mark.parametrize("audience", [a for a in AUDIENCES if a != "overseas"])
@pytest.mark.parametrize("paper", PAPERS)
def test_columns_are_a_whole_number_of_characters_wide(
    audience: str, paper: dict[str, str]
) -> None:
    brief = with_page(reference().briefs[audience], **paper)
    names = {called(topic.name) for topic in brief.topics}
    for box in boxes(composed(brief)[0]):
        if box.name in names:
            last = box.paragraphs[-1]
            size = last.runs[0].style.size
            characters = (box.rect.w - last.margin) / size
            assert abs(characters - round(characters)) < 0.01


def test_chart_and_timeline_stand_on_the_columns_of_the_topics() -> None:
    brief = reference().briefs[BASE]
    scene, _ = composed(brief)
    names = {called(topic.name) for topic in brief.topics}
    edges = {box.rect.x for box in boxes(scene) if box.name in names}
    heads = [box.rect.x for box in boxes(scene) if box.name.kind in ("chart", "timeline")]
    figures = {box.rect.x for box in boxes(scene) if box.name.kind == "figure"}
    assert len(heads) == 2
    assert {*heads, *figures} <= edges


def test_the_headline_says_what_the_page_says() -> None:
    brief = reference().briefs[BASE]
    scene, _ = composed(brief)
    head = next(box for box in boxes(scene) if box.name == Name("headline"))
    assert "".join(line.text for line in head.lines) == str(brief.page.headline)
    coloured = {
        box.name.of
        for box in boxes(scene)
        if box.name.kind == "figure"
        for line in box.lines
        for span in line.spans
        if span.style.colour == "primary"
    }
    assert brief.page.headline
    assert coloured == {"doubling"}
    assert "doubling" in {segment.figure for segment in brief.page.headline.segments}


def test_no_sentence_stands_twice_where_a_topic_lists_its_measures() -> None:
    brief = reference().briefs["citizen"]
    scene, _ = composed(brief)
    for topic in (t for t in brief.topics if t.id in {ref.id for ref in brief.page.topics}):
        box = next(box for box in boxes(scene) if box.name == called(topic.name))
        said = "".join(line.text for line in box.lines)
        assert str(topic.measures[0].text) in said
        assert str(topic.summary) not in said


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_type_below_the_floor(audience: str) -> None:
    scene, _ = composed(reference().briefs[audience])
    for name, size in sizes(scene).items():
        assert size >= pt(7.5 if name.kind in ("sources", "chart-note") else 9), name


def test_no_text_crosses_the_fold() -> None:
    scene, _ = composed(with_page(reference().briefs[BASE], paper="a3"))
    fold = scene.width // 2
    for name, rect in line_rects(scene):
        assert rect.right <= fold - mm(8) or rect.x >= fold + mm(8), name


def test_the_least_size_that_a_page_asks_for_is_kept() -> None:
    scene, problems = composed(with_page(reference().briefs["citizen"], text=10.5))
    assert not [p for p in problems if p.severity == "error"]
    assert all(size >= pt(9) for size in sizes(scene).values())
    names = {called(topic.name) for topic in reference().briefs["citizen"].topics}
    running = [box.paragraphs[-1] for box in boxes(scene) if box.name in names]
    assert running
    for paragraph in running:
        assert all(run.style.size >= pt(10.5) for run in paragraph.runs)


def test_columns_and_the_charts_share_are_as_asked() -> None:
    base = reference().briefs[BASE]
    two, _ = composed(with_page(base, columns=2))
    names = {called(topic.name) for topic in base.topics}
    assert len({box.rect.x for box in boxes(two) if box.name in names}) == 2
    wide, _ = composed(with_page(base, chart_share=70))
    narrow, _ = composed(with_page(base, chart_share=45))
    charts = [
        next(item for item in flat(scene.pages[0].items) if isinstance(item, Chart))
        for scene in (wide, narrow)
    ]
    assert charts[0].rect.w > charts[1].rect.w * 1.4


def test_an_address_is_a_code_that_machines_read() -> None:
    address = "https://www.example.org/six?from=brief"
    scene, problems = composed(with_page(reference().briefs[BASE], url=address))
    assert not [p for p in problems if p.severity != "note"]
    assert_sound(scene)
    code = next(i for i in flat(scene.pages[0].items) if isinstance(i, Shape) and i.link == address)
    xs = [x for move in code.path for x, _ in move.points]
    ys = [y for move in code.path for _, y in move.points]
    module = min(b - a for a, b in zip(sorted(set(xs)), sorted(set(xs))[1:], strict=False))
    assert max(xs) - min(xs) >= mm(20)
    for edge in (min(xs) - code.rect.x, code.rect.right - max(xs), min(ys) - code.rect.y):
        assert edge >= 4 * module  # the quiet zone
    for _, rect in line_rects(scene):
        assert not overlap(rect, code.rect)
    assert address in code.alt


def test_targets_stand_in_a_table() -> None:
    base = reference().briefs[BASE]
    targets = tuple(Ref(id) for id in list(base.figures)[:6])
    scene, problems = composed(with_page(base, targets=targets))
    assert not [p for p in problems if p.severity == "error"]
    assert_sound(scene)
    tables = [item for item in scene.pages[0].items if isinstance(item, Table)]
    assert sum(len(table.cells) - 1 for table in tables) == 6
    assert len({table.rect.x for table in tables}) > 1
    for table in tables:
        edges = {line.x + line.width for row in table.cells for line in row[-1].lines}
        assert max(edges) - min(edges) <= SLACK  # values end below each other


# ---------------------------------------------------------------- copy-fit


def long(share: float) -> Brief:
    """The base brief with its summaries and lead made longer."""

    def grown(text: Text) -> Text:
        own = str(text)
        more = (own * (int(share) + 1))[: int(len(own) * share)]
        return replace(text, segments=(*text.segments, Segment(more)), short=None)

    base = reference().briefs[BASE]
    topics = tuple(replace(topic, summary=grown(topic.summary)) for topic in base.topics)
    assert base.page.lead
    return replace(base, topics=topics, page=replace(base.page, lead=grown(base.page.lead)))


def notes(problems: list[Problem]) -> list[str]:
    return [p.message for p in problems if p.code == "copyfit"]


def test_what_is_done_is_done_in_order_and_said() -> None:
    told = [(notes(composed(long(share))[1]) or [""])[0] for share in (0, 0.6, 1.4, 2.2)]
    assert told[0] == ""
    stages = ["", "tightened", "text at", "left out"]
    reached = [max(i for i, word in enumerate(stages) if word in said) for said in told]
    assert reached == sorted(reached)
    assert reached[-1] >= 2


def test_short_wordings_come_before_anything_is_left_out() -> None:
    brief = long(4.0)
    topics = tuple(
        replace(topic, summary=replace(topic.summary, short=words("简短的说法。")))
        for topic in brief.topics
    )
    scene, problems = composed(replace(brief, topics=topics))
    assert any("short wordings" in said for said in notes(problems))
    assert not any("left out" in said for said in notes(problems))
    assert_sound(scene)


def test_optional_parts_go_before_the_page_is_an_error() -> None:
    scene, problems = composed(long(2.2))
    assert not [p for p in problems if p.severity == "error"]
    assert_sound(scene)
    assert any("the efforts" in said and "left out" in said for said in notes(problems))


def test_what_cannot_fit_names_the_part_and_the_excess() -> None:
    brief = long(8.0)
    _, problems = composed(brief)
    told = [p for p in problems if p.severity == "error"]
    assert len(told) == 1
    assert told[0].message.startswith("the topics are about ")
    assert told[0].mark.line
    assert told[0].hint


def test_a_thin_outline_grows() -> None:
    base = reference().briefs[BASE]
    thin = replace(
        base,
        topics=base.topics[:2],
        page=OnePage(lead=base.page.lead, figures=base.page.figures[:3], mark=base.page.mark),
    )
    scene, problems = composed(thin)
    assert [str(p) for p in problems] == []
    assert_sound(scene)
    full, _ = composed(base)
    numeral = Name("figure", of=base.page.figures[0].id)
    largest = [
        max(line_size(line) for box in boxes(one) if box.name == numeral for line in box.lines)
        for one in (scene, full)
    ]
    assert largest[0] > largest[1]
    assert max(rect.bottom for _, rect in line_rects(scene)) > scene.height * 0.9


def thin(name: str) -> Brief:
    """The base brief with very little left of it."""
    base = reference().briefs[BASE]
    page = base.page
    bare = replace(base.topics[0], figures=(), measures=())
    topics, shown = {
        "a sentence": ((), {"lead": page.lead}),
        "a topic in words": ((bare,), {}),
        "a sentence and a topic": ((bare,), {"lead": page.lead}),
        "a topic": (base.topics[:1], {}),
        "a figure": ((), {"lead": page.lead, "figures": page.figures[:1]}),
        "figures": ((), {"lead": page.lead, "figures": page.figures[:3]}),
        "a chart": ((), {"lead": page.lead, "chart": page.chart}),
        "a timeline": ((), {"lead": page.lead, "timeline": page.timeline}),
        "targets": ((), {"lead": page.lead, "targets": tuple(map(Ref, list(base.figures)[:5]))}),
        "two topics": (base.topics[:2], {"lead": page.lead, "figures": page.figures[:3]}),
        "three topics": (base.topics[:3], {"lead": page.lead}),
    }[name]
    only = OnePage(mark=page.mark, **shown)  # type: ignore[arg-type]
    return replace(base, topics=topics, page=only, deck=())


@every("paper", PAPERS[:3])
@every(
    "name",
    ["a sentence", "a topic in words", "a sentence and a topic", "a topic", "a figure", "figures",
     "a chart", "a timeline", "targets", "two topics", "three topics"],
)  # fmt: skip
def test_a_page_with_little_to_say_keeps_no_hole(name: str, paper: dict[str, str]) -> None:
    brief = thin(name)
    brief = with_page(brief, **paper)
    scene, problems = composed(brief)
    assert [str(p) for p in problems] == []
    assert_sound(scene)
    assert_in_step(scene, brief)
    share, hole = fill(scene)
    assert share >= (0.83 if not paper.get("orientation") else 0.7)
    assert hole <= mm(26)


def test_a_page_without_content_is_its_masthead_and_its_sources() -> None:
    base = reference().briefs[BASE]
    bare = replace(base, topics=(), deck=(), page=OnePage(mark=base.page.mark))
    scene, problems = composed(bare)
    assert [p.code for p in problems] == ["page-empty"]
    assert_sound(scene)
    sources = next(box for box in boxes(scene) if box.name == Name("sources"))
    assert abs(sources.rect.bottom - (scene.height - mm(10))) <= pt(1)


def test_a_figure_is_large_once_where_the_page_chooses_it_itself() -> None:
    base = reference().briefs[BASE]
    for count in (1, 2, 3, 6):
        brief = replace(base, topics=base.topics[:count], page=OnePage(mark=base.page.mark))
        scene, _ = composed(brief)
        # In the strip, and large in a topic: bold, and not coloured as in running text.
        least = min(sizes(scene).values())
        large = []
        for box in boxes(scene):
            for paragraph in box.paragraphs:
                runs = [r for r in paragraph.runs if r.style.bold and r.style.size > 1.7 * least]
                large += {run.figure for run in runs if run.figure}
        assert large
        assert len(large) == len(set(large))


# ---------------------------------------------------------------- any content

IDS = ("infra-investment", "urban-renewal", "industrial-investment", "q1-investment", "fund-size",
       "fund-first", "park-investment", "village-renewal", "gdp-2023", "hitech-total", "new-land",
       "students")  # fmt: skip


@st.composite
def texts(draw: st.DrawFn, usual: int) -> Text:
    """A text from empty to five times as long as usual, in one of three languages."""
    count = draw(st.sampled_from((0, usual // 3, usual, usual, usual * 2, usual * 5)))
    source = draw(st.sampled_from((CHINESE, CHINESE, ENGLISH, MIXED)))
    made = words((source * (count // len(source) + 1))[:count].strip())
    return replace(made, short=words(source[: usual // 2])) if draw(st.booleans()) else made


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    base = reference().briefs[draw(st.sampled_from((BASE, "overseas")))]
    known = [id for id in IDS if id in base.figures]
    refs = st.lists(st.sampled_from(known), unique=True, max_size=12)
    count = draw(st.integers(1, 9))
    topics = tuple(
        Topic(
            id=f"t{n}",
            name=replace(draw(texts(6)), short=None) if n else words("主题"),
            effort=draw(texts(16)),
            goal=draw(texts(8)),
            summary=draw(texts(60)),
            measures=base.topics[n % len(base.topics)].measures if draw(st.booleans()) else (),
            figures=tuple(Ref(id) for id in draw(refs)[:1]),
        )
        for n in range(count)
    )
    money = [id for id in IDS[:6] if id in base.figures]
    bars = draw(st.lists(st.sampled_from(money), unique=True, max_size=6))
    page = OnePage(
        lead=draw(st.none() | texts(100)),
        figures=tuple(Ref(id) for id in draw(refs)[:6]),
        chart=tuple(Ref(id) for id in bars) if len(bars) > 1 else (),
        chart_note=draw(st.none() | texts(20)),
        timeline=tuple(
            Event(words(f"{2023 + n}年"), draw(texts(14)), n > 1)
            for n in range(draw(st.integers(0, 6)))
        ),
        note=draw(st.none() | texts(40)),
        url=draw(st.sampled_from(("", "https://www.example.org/" + "a" * 40))),
        paper=draw(st.sampled_from(("a4", "letter", "a3"))),
        orientation=draw(st.sampled_from(("portrait", "landscape"))),
        mark=base.page.mark,
    )
    return replace(base, title=draw(texts(14)), subtitle=draw(texts(24)), topics=topics, page=page)


def bars_alone() -> Brief:
    """A page across whose bars' labels are as wide as they may be, beside a few measures."""
    base = reference().briefs[BASE]
    page = OnePage(
        chart=tuple(map(Ref, ("infra-investment", "urban-renewal", "q1-investment"))),
        timeline=(
            Event(words("2023年"), words("")),
            Event(words("2024年"), words(CHINESE * 2), True),
        ),
        orientation="landscape",
        mark=base.page.mark,
    )
    topic = replace(base.topics[0], figures=(), effort=words(""), goal=words(""), summary=words(""))
    return replace(base, title=words(CHINESE + CHINESE[:20]), topics=(topic,), page=page)


def a_long_figure() -> Brief:
    """Topics on narrow columns, one of whose figures has to be as small as running text."""
    base = reference().briefs["overseas"]
    said = {2: CHINESE * 2, 3: CHINESE[:20], 0: ENGLISH * 3, 5: ENGLISH * 3}
    shown = {n: (Ref("infra-investment"),) for n in (0, 2, 4)} | {5: (Ref("village-renewal"),)}
    topics = tuple(
        Topic(
            id=f"t{n}",
            name=words("主题" if n in (0, 5) else ""),
            effort=words(CHINESE if n == 2 else ""),
            goal=words(""),
            summary=words(said.get(n, "")),
            measures=(),
            figures=shown.get(n, ()),
        )
        for n in range(6)
    )
    page = OnePage(figures=(Ref("infra-investment"),), paper="a3", mark=base.page.mark)
    return replace(base, title=words("推动科技"), subtitle=words(CHINESE), topics=topics, page=page)


@settings(max_examples=25)
@given(briefs())
@example(bars_alone())
@example(a_long_figure())
@pytest.mark.slow
def test_any_outline_is_one_sound_page_or_a_clear_error(brief: Brief) -> None:
    scene, problems = composed(brief)
    told = [p for p in problems if p.severity == "error"]
    assert len(scene.pages) == 1
    if told:
        assert [p.code for p in told] == ["page-too-full"], [str(p) for p in told]
        assert "too tall for the printed page" in told[0].message
        assert told[0].hint
    else:
        assert_sound(scene)
        assert_in_step(scene, brief)
        floor = {
            name: 7.5 if name.kind in ("sources", "chart-note") else 9 for name in sizes(scene)
        }
        assert [n for n, size in sizes(scene).items() if size < pt(floor[n])] == []


def test_the_chart_of_the_page_has_the_accent_that_it_is_given(tmp_path: Path) -> None:
    text = OUTLINE + (
        "  ten: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
        "  two: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元}\n"
        + TOPICS
        + "page:\n  chart: {figures: [ten, two], highlight: two}\n"
    )
    (page,) = composing.sound(project(tmp_path, text), "brief").pages
    (chart,) = [item for item in walk(page.items) if isinstance(item, Chart)]
    assert chart.series[0].colours == ("muted", "primary")
    wrong = project(tmp_path / "wrong", text.replace("highlight: two", "highlight: twoo"))
    told = [str(each) for each in check(Request(wrong, ("base",), formats=("brief",)))]
    assert any("“twoo” is not one of the values" in each for each in told)


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_labels_too_wide_beside_their_bars_are_set_smaller(orientation: Orientation) -> None:
    base = reference().briefs["overseas"]
    page = OnePage(
        chart=(Ref("infra-investment"), Ref("fund-size")),
        figures=(Ref("infra-investment"),),
        timeline=(Event(words("2023"), words("Started")),),
        orientation=orientation,
        mark=base.page.mark,
    )
    topic = replace(base.topics[0], measures=(), summary=words(""), figures=())
    few = replace(base, title=words("Go"), subtitle=words(""), topics=(topic,), page=page)
    scene, problems = composed(few)
    assert [str(each) for each in problems if each.severity == "error"] == []
    assert_sound(scene)
    (chart,) = [item for item in walk(scene.pages[0].items) if isinstance(item, Chart)]
    values = [box for box in walk(chart.drawn) if box.name.kind == "value"]
    lines = [len(box.lines) for box in values if isinstance(box, TextBox)]
    assert len(lines) == 2
    assert max(lines) == 1
    bars = [item.rect for item in walk(chart.drawn) if isinstance(item, Shape)]
    assert max(bar.w for bar in bars) > chart.rect.w // 8
