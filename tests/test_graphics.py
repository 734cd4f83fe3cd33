"""Graphics: each form for any content, at every count and in every theme; true, or marked 示意."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import pytest
from composing import composed, sound
from examples import told
from faults import faults
from outlines import OUTLINE, TOPICS, project
from tellings import assert_told, examples

from briefgen.brief.graphic import Form, Graphic
from briefgen.brief.model import Brief
from briefgen.build import BASE, Request, build, check, load
from briefgen.geometry import Rect, pt
from briefgen.messages import catalogue
from briefgen.messages.graphics import MESSAGES
from briefgen.pages.picture.graphics import sizes
from briefgen.pages.picture.scale import Scale
from briefgen.parts.context import Context
from briefgen.parts.graphics import icons
from briefgen.parts.graphics.draw import graphic_items
from briefgen.parts.graphics.drawing import BESIDE, points_of
from briefgen.parts.text import height_in
from briefgen.problems import NOWHERE, Problems
from briefgen.scene.items import Chart, Group, Item, Page, Rule, Shape, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import extent, walk
from briefgen.theme.load import load_theme, theme_ids
from briefgen.typography.fonts import Fonts

NAMES = ("重点区", "典型镇", "特色村", "产业园", "科学城", "枢纽港", "示范带", "生态廊")
ENGLISH = ("Key area", "Model town", "Village", "Park", "Science city", "Port", "Belt", "Woods")
NOTES = ("一区一策", "一镇一业", "示范先行", "连片开发", "成果转化", "联通全球", "串珠成链", "还绿")
ENGLISH_NOTES = ("own policy", "own trade", "first", "joint", "to market", "linked", "one", "green")
TO = ("east", "south", "west", "north", "south-east", "north-west", "north-east", "south-west")
ICONS = ("factory", "map", "layers", "train", "flask", "ship", "leaf", "rocket")
AMOUNTS = ("2600亿元", "1800亿元", "1800亿元", "950亿元", "310亿元", "120亿元", "80亿元", "60亿元")
REACHED = (
    ("12亿元", "50亿元"),
    ("65公里", "100公里"),
    ("1200家", "2000家"),
    ("3万人", "5万人"),
    ("40个", "50个"),
    ("86个", "80个"),
    ("120亿元", "260亿元"),
)
SHARES = ("70%", "23.3%", "40%")
COUNTS: dict[Form, range] = {
    "axis": range(2, 8),
    "steps": range(2, 8),
    "rings": range(2, 8),
    "compass": range(2, 9),
    "ribbon": range(2, 8),
    "share": range(1, 4),
    "progress": range(1, 8),
    "units": range(2, 8),
    "icons": range(2, 9),
}
TRUE = {"share", "progress", "units", "icons"}


def entry(id: str, value: str, kind: str = "plan") -> str:
    label = "{zh: 数字, en: Figure}"
    return f"  {id}: {{value: {value}, kind: {kind}, label: {label}, quote: 甲{id}为{value}}}\n"


def ledger() -> tuple[str, str]:
    """Figures for every form, and the sentences that they stand in."""
    made = [(f"amount{n}", value, "plan") for n, value in enumerate(AMOUNTS)]
    made += [(f"share{n}", value, "stock") for n, value in enumerate(SHARES)]
    for n, (now, goal) in enumerate(REACHED):
        made += [(f"now{n}", now, "actual"), (f"goal{n}", goal, "target")]
    made.append(("length", "100公里", "plan"))
    return "".join(entry(*each) for each in made), "".join(f"甲{id}为{v}。\n" for id, v, _ in made)


def point(form: Form, n: int, count: int, english: bool) -> str:
    name = (ENGLISH if english else NAMES)[n]
    said = f"text: {name}, note: {(ENGLISH_NOTES if english else NOTES)[n]}"
    match form:
        case "compass":
            return f"{{{said}, to: {TO[n]}}}"
        case "ribbon":
            return f"{{{said}{', ahead: yes' if n >= count // 2 else ''}}}"
        case "share":
            return f"{{text: {name}, figure: share{n}}}"
        case "progress":
            return f"{{text: {name}, figure: now{n}, target: goal{n}}}"
        case "units":
            return f"{{text: {name}, figure: amount{n}}}"
        case "icons":
            return f"{{text: {name}, figure: amount{n}, icon: {ICONS[n]}}}"
        case _:
            return f"{{{said}}}"


def graphic(form: Form, count: int, english: bool = False) -> str:
    """A graphic as it is written, with all that its form has."""
    points = ", ".join(point(form, n, count, english) for n in range(count))
    north, south = ("North", "South") if english else ("北", "南")
    more = {"axis": f", ends: [{north}, {south}], span: length"}
    more["compass"] = f", centre: {'City' if english else '广州'}"
    title = "What is drawn" if english else "图示标题"
    return f"{{form: {form}, title: {title}, points: [{points}]{more.get(form, '')}}}"


def outline(graphics: list[str], english: bool = False) -> str:
    """A deck with each graphic beside a topic's measures and on a slide of its own."""
    words = ("Effort", "Goal", "Summary", "Platforms", "Laboratories share what they have.")
    effort, goal, summary, head, text = (
        words if english else ("全力", "目标", "概述", "建平台", "开放共享大型仪器。")
    )
    figures, _ = ledger()
    topics = "".join(
        f"  - id: topic-{n}\n    name: {goal}\n    effort: {effort}\n    goal: {goal}\n"
        f"    summary: {summary}\n    measures:\n"
        f"      - {{head: {head}, text: {text}}}\n      - {{head: {goal}, text: {text}}}\n"
        f"    figures: [length]\n    graphic: {each}\n"
        for n, each in enumerate(graphics)
    )
    deck = "".join(
        f"  - {{id: beside-{n}, kind: topic, topic: topic-{n}, title: {goal}}}\n"
        f"  - {{id: whole-{n}, kind: graphic, title: {goal}, graphic: {each}}}\n"
        for n, each in enumerate(graphics)
    )
    language = "en" if english else "zh-Hans"
    return (
        f"brief: {{slug: demo, title: {goal}, date: 2024-02, language: {language}}}\n"
        "sources: {article: {file: seeds/article.txt, title: {zh: 报道, en: Report}}}\n"
        f"figures:\n{figures}topics:\n{topics}deck:\n{deck}"
    )


def read(folder: Path, text: str) -> Brief:
    """The brief of an outline whose figures stand in its source."""
    path = project(folder, text)
    (folder / "seeds/article.txt").write_text(
        ledger()[1] + "约50亿元。目标50亿元。", encoding="utf-8"
    )
    loaded = load(Request(path, (BASE,)))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    return loaded.briefs[BASE]


def composed_in(brief: Brief, theme: str) -> Scene:
    found = load_theme(theme, NOWHERE, Problems())
    assert found is not None
    scene, problems = composed(brief, theme=found)
    assert [str(each) for each in problems if each.severity == "error"] == []
    return scene


def drawing(page: Page) -> Group:
    return next(
        each for each in page.items if isinstance(each, Group) and each.name.kind == "graphic"
    )


def of_kind(page: Page, kind: str, within: int = 0) -> list[Shape]:
    """The shapes of a drawing that are called so, in order."""
    return [
        each
        for each in drawing(page).items
        if isinstance(each, Shape) and each.name.kind == kind and each.name.within == within
    ]


def texts(page: Page) -> str:
    """All that the boxes of a page say."""
    boxes = (each for each in walk(page.items) if isinstance(each, TextBox))
    return "\n".join(para.text for box in boxes for para in box.paragraphs)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    made = [graphic(form, count) for form, counts in COUNTS.items() for count in counts]
    return read(tmp_path_factory.mktemp("every"), outline(made))


@pytest.fixture(scope="module")
def of_every(every: Brief) -> Callable[[str], Scene]:
    """The deck of every form in a theme, composed once."""
    return cache(partial(composed_in, every))


@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_ids())
def test_every_form_at_every_count_stands_in_its_boxes(
    of_every: Callable[[str], Scene], theme: str
) -> None:
    scene = of_every(theme)
    assert [fault.what for fault in faults(scene)] == []
    for page in scene.pages:
        room = Rect(pt(48), pt(122), pt(864), pt(364))
        for item in drawing(page).items:
            at = extent(item)
            out = (room.x - at.x, at.right - room.right, room.y - at.y, at.bottom - room.bottom)
            assert max(out) <= pt(1), (page.id, item.name)


@pytest.mark.slow
def test_every_form_is_drawn_in_english(tmp_path: Path) -> None:
    made = [
        graphic(form, count, english=True)
        for form, counts in COUNTS.items()
        # In seven rows of a narrow room there is one line for all of a row's English words.
        for count in counts
        if (form, count) not in {("progress", 7), ("axis", 7)}
    ]
    scene = composed_in(read(tmp_path, outline(made, english=True)), "pearl-river")
    assert [fault.what for fault in faults(scene)] == []
    assert "Schematic, not to scale" in texts(scene.pages[0])


@pytest.mark.slow
def test_what_is_not_to_scale_says_so_and_what_is_does_not(
    of_every: Callable[[str], Scene],
) -> None:
    scene = of_every("lingnan")
    forms = [form for form, counts in COUNTS.items() for _ in counts for _ in range(2)]
    assert len(forms) == len(scene.pages)
    for form, page in zip(forms, scene.pages, strict=True):
        sign = "示意，非等比" in texts(page)
        assert sign == drawing(page).alt.startswith("示意图") == (form not in TRUE), page.id


def test_a_graphic_is_told_in_words_with_its_figures(tmp_path: Path) -> None:
    made = [graphic("axis", 2), graphic("share", 2), graphic("progress", 1), graphic("compass", 2)]
    scene = composed_in(read(tmp_path, outline(made)), "lingnan")
    axis, share, progress, compass = (drawing(page).alt for page in scene.pages[::2])
    assert axis == (
        "示意图，图示标题：从北到南依次为重点区（一区一策）、典型镇（一镇一业）；全长100公里"
    )
    assert share == "图示标题：重点区（70%，已实现）、典型镇（23.3%，已实现）"
    assert progress == "图示标题：重点区：12亿元，目标50亿元，还差38亿元（推算）"
    assert (
        compass
        == "示意图，图示标题：以广州为中心，向东：重点区（一区一策）；向南：典型镇（一镇一业）"
    )


def test_the_figures_of_a_graphic_are_those_of_its_page(tmp_path: Path) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("progress", 1)])), "lingnan")
    assert {"now0", "goal0"} <= set(scene.pages[1].figures)


# ── True areas ───────────────────────────────────────────────────────────────


def area(shapes: list[Shape], colour: str) -> int:
    return sum(each.rect.w * each.rect.h for each in shapes if each.fill == colour)


@pytest.mark.parametrize("place", [0, 1])
def test_a_share_fills_as_many_squares_of_a_hundred(tmp_path: Path, place: int) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("share", 3)])), "lingnan")
    for number, share in enumerate((70, 23.3, 40), 1):
        shapes = of_kind(scene.pages[place], "square", within=number)
        places = {(each.rect.x, each.rect.y) for each in shapes}
        side = shapes[0].rect.h
        assert len(places) == 100
        assert {each.rect.h for each in shapes} == {side}
        assert area(shapes, "primary") / side**2 == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize("place", [0, 1])
def test_each_square_stands_for_as_much(tmp_path: Path, place: int) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("units", 4)])), "lingnan")
    page = scene.pages[place]
    assert "每格100亿元" in texts(page)
    for number, value in enumerate((26, 18, 18, 9.5), 1):
        shapes = of_kind(page, "square", within=number)
        filled = area(shapes, "primary") + area(shapes, "ink2")
        assert filled / shapes[0].rect.h ** 2 == pytest.approx(value, abs=0.01)


@pytest.mark.parametrize("count", COUNTS["units"])
@pytest.mark.parametrize("place", [0, 1])
def test_squares_of_different_figures_keep_apart(tmp_path: Path, place: int, count: int) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("units", count)])), "lingnan")
    rows = [of_kind(scene.pages[place], "square", within=n) for n in range(1, count + 1)]
    for upper, lower in pairwise(rows):
        side = upper[0].rect.h
        assert min(s.rect.y for s in lower) - max(s.rect.bottom for s in upper) >= side // 8


@pytest.mark.parametrize("place", [0, 1])
def test_bars_are_as_long_as_their_share_of_the_target(tmp_path: Path, place: int) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("progress", 6)])), "lingnan")
    page = scene.pages[place]
    bars, tracks = of_kind(page, "reached"), of_kind(page, "track")
    shares = [bar.rect.w / track.rect.w for bar, track in zip(bars, tracks, strict=True)]
    expected = [12 / 50, 65 / 100, 1200 / 2000, 3 / 5, 40 / 50, 86 / 80]
    assert shares == pytest.approx(expected, rel=1e-4)
    assert len({track.rect.x for track in tracks}) == 1


def test_what_is_left_is_worked_out_of_exact_figures_alone(tmp_path: Path) -> None:
    text = outline(["{form: progress, points: [{text: 甲, figure: now0, target: goal0}]}"])
    scene = composed_in(read(tmp_path / "exact", text), "lingnan")
    assert "还差38亿元（推算）" in texts(scene.pages[1])
    value, quote = "goal0: {value: 50亿元,", "quote: 甲goal0为50亿元"
    qualified = text.replace(value, value + " qualifier: 约,").replace(quote, "quote: 约50亿元")
    scene = composed_in(read(tmp_path / "about", qualified), "lingnan")
    assert "还差" not in texts(scene.pages[1]) + drawing(scene.pages[1]).alt
    assert "目标约50亿元" in texts(scene.pages[1])


def test_a_target_that_says_so_itself_is_not_called_so_again(tmp_path: Path) -> None:
    text = outline(["{form: progress, points: [{text: 甲, figure: now0, target: goal0}]}"])
    value, quote = "goal0: {value: 50亿元,", "quote: 甲goal0为50亿元"
    said = text.replace(value, value + " qualifier: 目标,").replace(quote, "quote: 目标50亿元")
    page = composed_in(read(tmp_path, said), "lingnan").pages[1]
    for words in (texts(page), drawing(page).alt):
        assert "目标50亿元" in words
        assert "目标目标" not in words


def test_steps_with_figures_that_can_be_drawn_are_to_scale(tmp_path: Path) -> None:
    named = "[{text: 甲, figure: amount0}, {text: 乙, figure: amount1}]"
    far = "[{text: 甲, figure: amount0}, {text: 乙, figure: amount6}]"
    made = [f"{{form: steps, points: {each}}}" for each in (named, far)]
    near, _, apart, _ = composed_in(read(tmp_path, outline(made)), "lingnan").pages
    first, second = (each.rect.h for each in of_kind(near, "tier"))
    assert second / first == pytest.approx(18 / 26, rel=1e-4)
    assert "示意" not in texts(near)
    # 80 of 2600 has no room for its words, so the order alone is drawn.
    assert "示意，非等比" in texts(apart)


# ── Forms ────────────────────────────────────────────────────────────────────


def test_the_road_is_solid_as_far_as_it_has_been_gone(tmp_path: Path) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("ribbon", 5)])), "lingnan")
    for page in scene.pages:
        (solid,), (ahead,) = of_kind(page, "road"), of_kind(page, "road-ahead")
        assert solid.fill == "primary"
        assert ahead.fill == ""
        assert ahead.stroke is not None
        assert ahead.stroke.dashed
        hollow = [each.fill == "white" for each in of_kind(page, "milestone")]
        assert hollow == [False, False, True, True, True]


def test_rings_lie_one_in_the_other(tmp_path: Path) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("rings", 5)])), "lingnan")
    for page in scene.pages:
        for outer, inner in pairwise(each.rect for each in of_kind(page, "circle")):
            assert outer.x < inner.x
            assert inner.right < outer.right
            assert outer.y < inner.y
            assert inner.bottom == outer.bottom


def test_arrows_point_where_they_say(tmp_path: Path) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("compass", 8)])), "lingnan")
    ways = {"east": (1, 0), "south": (0, 1), "west": (-1, 0), "north": (0, -1)}
    ways |= {"south-east": (1, 1), "north-west": (-1, -1)}
    ways |= {"north-east": (1, -1), "south-west": (-1, 1)}

    def sign(value: int) -> int:
        return (value > pt(4)) - (value < -pt(4))

    for page in scene.pages:
        (hub,) = of_kind(page, "hub")
        x, y = hub.rect.x + hub.rect.w // 2, hub.rect.y + hub.rect.h // 2
        for to, arrow in zip(TO, of_kind(page, "arrow"), strict=True):
            at = arrow.rect.x + arrow.rect.w // 2 - x, arrow.rect.y + arrow.rect.h // 2 - y
            assert (sign(at[0]), sign(at[1])) == ways[to]


def test_the_axis_is_bracketed_from_end_to_end(tmp_path: Path) -> None:
    scene = composed_in(read(tmp_path, outline([graphic("axis", 4)])), "lingnan")
    axes = [each for page in scene.pages for each in drawing(page).items if isinstance(each, Rule)]
    for page, axis in zip(scene.pages, axes, strict=True):
        (bracket,) = of_kind(page, "graphic-bracket")
        beads = of_kind(page, "bead")
        assert len(beads) == 4
        assert (bracket.rect.x, bracket.rect.right) == (axis.x1, axis.x2)
        assert "100公里" in texts(page)
        assert "北" in texts(page)


def test_words_of_points_are_placeholders_but_for_numerals(tmp_path: Path) -> None:
    made = [graphic("axis", 4), graphic("icons", 4)]
    scene = composed_in(read(tmp_path, outline(made)), "lingnan")
    labels = [
        each
        for page in scene.pages
        for each in walk(page.items)
        if isinstance(each, TextBox) and each.name.kind == "graphic-label"
    ]
    # The numerals stand in their drawing, the words below them in placeholders.
    assert [each.slot is None for each in labels] == [False] * 8 + ([True] * 4 + [False] * 4) * 2
    numbers, said = labels[8:12] + labels[16:20], labels[12:16] + labels[20:24]
    for number, words in zip(numbers, said, strict=True):
        assert number.name == words.name
        assert len(number.paragraphs) == 1
        assert number.rect.bottom == words.rect.y
    for page in scene.pages:
        slots = [each.slot for each in page.items if isinstance(each, TextBox) and each.slot]
        assert len(slots) == len(set(slots))
    for box in labels:
        if box.slot is None:
            continue
        levels = {each.level: {run.style.size for run in each.runs} for each in box.paragraphs}
        assert all(len(sizes) == 1 for sizes in levels.values())
    for box in labels:
        spans = [span for line in box.lines for span in line.spans]
        # The sign of a status is as small as the furniture.
        assert all(span.style.size >= pt(12 if span.text in "●○△◇" else 14) for span in spans)


def test_a_small_drawing_for_print_keeps_eight_points(every: Brief) -> None:
    theme = load_theme("print-mono", NOWHERE, Problems())
    assert theme is not None
    problems = Problems()
    ctx = Context(
        brief=every,
        theme=theme,
        fonts=Fonts(theme.print_face),
        medium="print",
        problems=problems,
        layouts={},
    )
    usual = Scale(10.0, least=8.0)
    room = Rect(0, 0, pt(165), pt(128))
    for topic in every.topics:
        assert topic.graphic is not None
        if len(topic.graphic.points) > 4:
            continue
        for item in walk(graphic_items(ctx, topic.graphic, room, sizes(usual))):
            assert extent(item).bottom <= room.bottom + pt(1)
            for line in item.lines if isinstance(item, TextBox) else ():
                assert all(span.style.size >= pt(8) for span in line.spans)
    assert [str(each) for each in problems if each.severity == "error"] == []


# ── On topics ────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_what_is_read_from_left_to_right_stands_above_the_measures_or_at_their_right(
    of_every: Callable[[str], Scene],
) -> None:
    pages = of_every("lingnan").pages[::2]
    forms = [form for form, counts in COUNTS.items() for _ in counts]
    for form, page in zip(forms, pages, strict=True):
        measures = next(each for each in page.items if each.name.kind == "point")
        drawn, said = extent(drawing(page)), extent(measures)
        if drawn.bottom <= said.y:
            # Its first figure stands beside it, on a panel.
            assert form in {"axis", "steps", "ribbon", "progress"}, page.id
            continue
        right = drawn.x > said.x
        assert right == (form in {"icons", "steps", "progress"}), page.id


def test_a_figure_that_is_drawn_is_not_said_beside_it(tmp_path: Path) -> None:
    made = outline([graphic("units", 2), graphic("axis", 2)])
    made = made.replace("figures: [length]", "figures: [amount0, amount1]", 1)
    scene = composed_in(read(tmp_path, made), "lingnan")
    tables = [
        [each.name.kind for each in walk(page.items) if each.name.kind == "key-figures"]
        for page in (scene.pages[0], scene.pages[2])
    ]
    # The axis shows its length too, which is the topic's only figure.
    assert tables == [[], []]


def test_effort_and_goal_stand_above_the_title(tmp_path: Path) -> None:
    page = composed_in(read(tmp_path, outline([graphic("rings", 2)])), "lingnan").pages[0]
    above = next(each for each in page.items if each.name.kind == "effort")
    assert isinstance(above, TextBox)
    assert above.paragraphs[0].text == "全力 → 目标"


# ── Audiences ────────────────────────────────────────────────────────────────

ONLY = """\
    graphic:
      form: axis
      points: [甲, 乙, {text: 丙, only: [inner]}]
"""


def test_audiences_see_their_own_points(tmp_path: Path) -> None:
    text = OUTLINE + TOPICS.replace("    figures: [output]\n", "    figures: [output]\n" + ONLY)
    text += "deck:\n  - {kind: topic, topic: first, title: 创新}\n"
    inner = "name: 内部\n"
    other = "name: 外部\ntopics: {set: {first: {graphic: {form: rings, title: 圈}}}}\n"
    none = "name: 无图\ntopics: {set: {first: {graphic: }}}\n"
    path = project(tmp_path, text, inner=inner, other=other, none=none)
    loaded = load(Request(path, ("inner", "other", "none")))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    said = {}
    for name, own in loaded.briefs.items():
        page = composed_in(own, "lingnan").pages[0]
        graphics = [each for each in page.items if each.name.kind == "graphic"]
        said[name] = graphics[0].alt if graphics and isinstance(graphics[0], Group) else ""
    assert said == {
        "inner": "示意图，依次为甲、乙、丙",
        "other": "示意图，圈：从外到内：甲、乙",
        "none": "",
    }


# ── Faults of content ────────────────────────────────────────────────────────


@pytest.mark.parametrize("code", examples(MESSAGES))
def test_the_examples_of_graphics_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    message = catalogue()[code]
    problem = assert_told(code, told(tmp_path / "wrong", message.wrong))
    assert problem.mark.line
    right = told(tmp_path / "right", message.right)
    assert [str(each) for each in right if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{form: share, figures: [growth]}", "graphic-no-share"),
        ("{form: share, figures: [over]}", "graphic-no-share"),
        ("{form: units, figures: [year, amount0]}", "graphic-no-number"),
        ("{form: units, figures: [none, amount0]}", "graphic-not-positive"),
        ("{form: axis, points: [甲, 乙], span: lenght}", "unknown-figure"),
    ],
)
def test_what_cannot_be_drawn_truly_is_an_error_at_its_place(
    tmp_path: Path, written: str, code: str
) -> None:
    text = outline([written]).replace(
        "figures:\n",
        "figures:\n"
        "  growth: {value: 20%, kind: actual, label: 投资增速, quote: 投资增长20%}\n"
        "  over: {value: 120%, kind: actual, label: 完成率, quote: 完成120%}\n"
        "  none: {value: 0亿元, kind: actual, label: 欠款, quote: 欠款0亿元}\n"
        "  year: {value: 2024年, kind: actual, label: 年份, quote: 截至2024年}\n",
        1,
    )
    path = project(tmp_path, text)
    source = ledger()[1] + "投资增长20%，完成120%，欠款0亿元，截至2024年。\n"
    (tmp_path / "seeds/article.txt").write_text(source, encoding="utf-8")
    problem = assert_told(code, check(Request(path, (BASE,), ("deck",))))
    assert problem.mark.line


def test_the_same_outline_gives_the_same_bytes(tmp_path: Path) -> None:
    made = [graphic(form, counts[-1]) for form, counts in COUNTS.items()]
    read(tmp_path, outline(made))
    path = tmp_path / "content/outline.yaml"
    files = []
    for out in ("one", "two"):
        build(Request(path, (BASE,), ("deck",), out=tmp_path / out))
        files.append((tmp_path / out / "demo.pptx").read_bytes())
    assert files[0] == files[1]


@pytest.mark.slow
def test_twelve_slides_of_the_reference_deck_are_drawn() -> None:
    """Of 28: charts, drawings, a timeline; not windows, tables, numbers or cards with icons."""
    scene = sound(Path(__file__).parents[1] / "content" / "outline.yaml")
    drawn = [
        page.id
        for page in scene.pages
        if page.kind in ("timeline", "schematic")
        or any(isinstance(i, Chart) or i.name.kind == "graphic" for i in walk(page.items))
    ]
    assert (len(scene.pages), len(drawn)) == (28, 12)


def in_room(brief: Brief, graphic: Graphic, room: Rect) -> tuple[tuple[Item, ...], Context]:
    """A graphic as a slide with little room draws it."""
    theme = load_theme("neutral", NOWHERE, Problems())
    assert theme is not None
    ctx = Context(
        brief=brief,
        theme=theme,
        fonts=Fonts(theme.print_face),
        medium="deck",
        problems=Problems(),
        layouts={},
    )
    return graphic_items(ctx, graphic, room, BESIDE, slot=20, ground=True, labelled=True), ctx


@pytest.mark.slow
@pytest.mark.parametrize("size", [(363, 178), (320, 130), (300, 260), (250, 350), (500, 120)])
def test_in_a_small_room_all_can_be_seen_and_words_keep_room_or_it_is_told(
    every: Brief, size: tuple[int, int]
) -> None:
    """Words keep what a face a fiftieth wider needs, but for those of the least size."""
    drawn = 0
    for graphic in (topic.graphic for topic in every.topics):
        assert graphic is not None
        items, ctx = in_room(every, graphic, Rect(0, 0, pt(size[0]), pt(size[1])))
        if ctx.problems.fatal:
            continue
        assert items
        drawn += 1
        for item in walk(items):
            at = extent(item)
            assert min(at.w, at.h) >= 0 < max(at.w, at.h), (graphic.form, item.name, at)
            if not isinstance(item, TextBox) or item.slot is None:
                continue
            if min(run.style.size for each in item.paragraphs for run in each.runs) > pt(14):
                narrow = at.w * 98 // 100
                assert height_in(ctx, item.paragraphs, narrow) <= at.h, (graphic.form, item.name)
    assert drawn >= 9


def test_a_room_too_small_for_a_drawing_is_told(tmp_path: Path) -> None:
    brief = read(tmp_path, outline([graphic("units", 2)]))
    drawn = brief.topics[0].graphic
    assert drawn is not None
    items, ctx = in_room(brief, drawn, Rect(0, 0, pt(250), pt(90)))
    assert not items
    assert_told("graphic-no-room", ctx.problems)


@pytest.mark.parametrize("high", [60, 100, 140])
def test_signs_have_a_size_in_a_low_room_too(tmp_path: Path, high: int) -> None:
    """Where words leave no height above them, signs stand beside them."""
    brief = read(tmp_path, outline([graphic("icons", 2)]))
    drawn = brief.topics[0].graphic
    assert drawn is not None
    room = Rect(0, 0, pt(500), pt(high))
    _, ctx = in_room(brief, drawn, room)
    made = icons.draw(ctx, drawn, points_of(ctx, drawn), room, BESIDE)
    sides = [extent(each) for each in made.marks]
    assert sides
    assert all(each.w > 0 and each.h > 0 for each in sides)
    assert all(each.rect.h > 0 for each in made.labels)
