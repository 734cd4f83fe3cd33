"""Slides of any size: what an author writes, and that wide and upright pages are whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path

import editing
import pytest
from click.testing import CliRunner
from composing import composed
from hypothesis import given
from hypothesis import strategies as st
from outlines import DECK, OUTLINE, TOPICS, loaded, project
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from briefgen.brief.size import size_of
from briefgen.build import BASE, Loaded, Request, build, load
from briefgen.cli import briefgen
from briefgen.geometry import Rect, Size, mm, pt
from briefgen.kinds import kinds
from briefgen.render.pptx import render
from briefgen.scene.canvas import WIDE, Canvas, canvas_of
from briefgen.scene.items import Group, Item, Rule, Shape, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import extent, walk

ROOT = Path(__file__).resolve().parents[1]
OUTLINES = {
    "reference": ROOT / "content/outline.yaml",
    "gallery": ROOT / "assets/gallery/outline.yaml",
    "ordinary": ROOT / "tests/cases/ordinary/outline.yaml",
    "review": ROOT / "tests/cases/upright/outline.yaml",
}
AUDIENCES = ("base", "cadre", "citizen", "enterprise", "investor", "overseas")
# The sizes that have names, the least and the largest, a square, and two that are far from it.
NAMED = ("4:3", "16:10", "a4", "a4 upright")
OTHERS = ("10cm x 10cm", "142cm x 80cm", "20cm x 60cm", "60cm x 15cm")
SIZES = (*NAMED, *OTHERS[:2])
CLEAN = (("ordinary", BASE), ("review", BASE), *(("reference", name) for name in AUDIENCES))
WHOLE = OUTLINE + TOPICS + DECK


@cache
def read(outline: str, size: str, audience: str = BASE) -> Loaded:
    return load(Request(OUTLINES[outline], (audience,), size=size))


@cache
def made(outline: str, size: str, audience: str = BASE) -> tuple[Scene, tuple[str, ...]]:
    """The deck of an outline at a size, and what is wrong with it."""
    loaded = read(outline, size, audience)
    scene, problems = composed(loaded.briefs[audience], "deck", loaded.themes[audience])
    return scene, tuple(str(each) for each in problems if each.severity != "note")


def deck_of(tmp_path: Path, outline: str, **more: str) -> tuple[int, int]:
    """How large the slides of a project's deck are."""
    path = project(tmp_path, outline, **more)
    audience = next(iter(more), BASE)
    (file,) = build(Request(path, (audience,), formats=("deck",))).written
    deck = Presentation(file)
    return deck.slide_width or 0, deck.slide_height or 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("16:9", (12_192_000, 6_858_000)),
        ("16:10", (12_192_000, 7_620_000)),
        ("4:3", (9_144_000, 6_858_000)),
        ("a4", (10_692_000, 7_560_000)),
        ("A4 upright", (7_560_000, 10_692_000)),
        ("25.4cm x 19.05cm", (9_144_000, 6_858_000)),
        ("13.333 × 7.5 in", (12_191_695, 6_858_000)),
        ("100 厘米 x 50 厘米", (36_000_000, 18_000_000)),
    ],
)
def test_slides_are_as_large_as_the_outline_says(
    tmp_path: Path, written: str, size: tuple[int, int]
) -> None:
    assert deck_of(tmp_path, f"{WHOLE}slides: {{size: {written}}}\n") == size


def test_an_audience_has_slides_of_its_own_size(tmp_path: Path) -> None:
    outline = f"{WHOLE}slides: {{size: a4}}\n"
    assert deck_of(tmp_path, outline, hall="slides: {size: 4:3}") == (9_144_000, 6_858_000)
    assert deck_of(tmp_path, outline) == (mm(297), mm(210))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("5:3", "bad-form"),
        ("25.4cm", "bad-form"),
        ("large", "bad-form"),
        ("9cm x 20cm", "bad-size"),
        ("20cm x 143cm", "bad-size"),
    ],
)
def test_what_is_no_size_is_told_with_what_is(tmp_path: Path, written: str, code: str) -> None:
    made, found = loaded(project(tmp_path, f"{WHOLE}slides: {{size: {written}}}\n"))
    (problem,) = [each for each in found if each.code in ("bad-form", "bad-size")]
    assert made is None
    assert problem.code == code
    allowed = "16:9, 16:10, 4:3, a4, a4 upright" if code == "bad-form" else "10 to 142 cm"
    assert allowed in problem.told("en")
    assert written in problem.told("zh")


def test_the_command_line_comes_before_the_outline(tmp_path: Path) -> None:
    path = str(project(tmp_path, f"{WHOLE}slides: {{size: a4}}\n"))
    run = CliRunner().invoke

    def built(*options: str) -> tuple[int, str]:
        result = run(briefgen, ["build", path, "-o", str(tmp_path / "out"), *options])
        return result.exit_code, result.output

    code, output = built("-f", "deck", "--size", "4:3")
    assert code == 0, output
    assert Presentation(tmp_path / "out/demo.pptx").slide_width == pt(720)
    code, output = built("-f", "deck", "--size", "3:4:5")
    assert code == 2
    assert "25.4cm x 19.05cm" in output
    code, output = built("-f", "deck", "--size", "2cm x 2cm")
    assert code == 2
    assert "10 to 142 cm" in output
    code, output = built("-f", "brief", "--size", "4:3")
    assert code == 2
    assert "--size" in output


def test_slides_without_a_size_are_those_of_sixteen_to_nine(tmp_path: Path) -> None:
    one, other = (
        build(Request(project(tmp_path / name, WHOLE), (BASE,), formats=("deck",), size=size))
        for name, size in (("one", ""), ("other", "16:9"))
    )
    assert one.written[0].read_bytes() == other.written[0].read_bytes()


@given(st.integers(mm(100), mm(1420)), st.integers(mm(100), mm(1420)))
def test_any_size_has_a_canvas_with_room_for_content(width: int, height: int) -> None:
    canvas = canvas_of(Size(width, height))
    whole = Rect(0, 0, canvas.width, canvas.height)
    for place in places(canvas):
        assert place.w > 0
        assert place.h > 0
        assert inside(place, whole), place
    assert canvas.title.bottom <= canvas.noted.y
    assert canvas.noted.bottom < canvas.note.y
    assert canvas.note.bottom <= canvas.footer.y
    assert canvas.footer.right < canvas.date.x
    # Type is neither much larger nor much smaller on it than usual.
    assert min(canvas.width, canvas.height) >= pt(520)
    assert canvas.width * canvas.height / (WIDE.width * WIDE.height) > 0.55 or not canvas.narrow


def places(canvas: Canvas) -> tuple[Rect, ...]:
    stages = canvas.stages
    return (
        canvas.track,
        canvas.title,
        canvas.body,
        canvas.noted,
        canvas.note,
        canvas.footer,
        canvas.date,
        canvas.number,
        stages.window,
        stages.text,
        stages.half,
        stages.section_window,
        stages.section_half,
        *canvas.beside(canvas.noted, 7, 5),
        *canvas.equal(canvas.noted, 4, pt(16)),
    )


def inside(place: Rect, whole: Rect) -> bool:
    return (
        whole.x <= place.x
        and place.right <= whole.right
        and whole.y <= place.y
        and place.bottom <= whole.bottom
    )


def test_parts_stand_side_by_side_or_below_each_other() -> None:
    wide, upright = (canvas_of(Size(*size)) for size in ((mm(297), mm(210)), (mm(210), mm(297))))
    left, right = wide.beside(wide.body, 8, 4)
    assert (left.y, left.h) == (right.y, right.h) == (wide.body.y, wide.body.h)
    assert left.right < right.x
    assert right.right == wide.body.right
    above, below = upright.beside(upright.body, 8, 4)
    assert (above.x, above.w) == (below.x, below.w) == (upright.body.x, upright.body.w)
    assert above.bottom < below.y
    assert below.bottom == upright.body.bottom
    assert above.h > below.h


@pytest.mark.slow
@pytest.mark.parametrize(
    ("outline", "audience", "size"),
    [
        *((*each, s) for each in CLEAN[:3] for s in SIZES),
        # Other audiences share most slides with these: each with two sizes, each size with two.
        *((*each, SIZES[(n + m) % 6]) for n, each in enumerate(CLEAN[3:]) for m in (0, 3)),
    ],
)
def test_decks_are_clean_at_every_size(outline: str, audience: str, size: str) -> None:
    assert not read(outline, size, audience).problems.fatal
    # What is told of the content at 16:9 is told at any size, and nothing else.
    assert made(outline, size, audience)[1] == made(outline, "16:9", audience)[1]


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_every_kind_is_clean_at_every_size(size: str) -> None:
    scene, problems = made("gallery", size)
    assert problems == ()
    assert not read("gallery", size).problems.fatal
    assert {page.kind for page in scene.pages} >= {*kinds()}


SHOWN = [(o, s) for o in ("reference", "review") for s in (*NAMED, *OTHERS)]


@pytest.mark.slow
@pytest.mark.parametrize(("outline", "size"), SHOWN)
def test_nothing_leaves_the_slide(outline: str, size: str) -> None:
    scene, _ = made(outline, size)
    assert (scene.width, scene.height) == (scene.size.width, scene.size.height)
    # By less than a hundredth of a point, since all lengths are whole EMU.
    whole = Rect(-100, -100, scene.width + 200, scene.height + 200)
    out = [f"{page.id}: {i.name}" for page in scene.pages for i in page.items if left(i, whole)]
    assert out == []
    for layout in scene.layouts:
        assert all(inside(slot.rect, whole) for slot in layout.slots), layout.id


def left(item: Item, whole: Rect) -> bool:
    return not inside(extent(item), whole)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("outline", "size"),
    [pytest.param(*each, marks=() if each in SHOWN[:4] else pytest.mark.slow) for each in SHOWN],
)
def test_no_text_stands_on_another(outline: str, size: str) -> None:
    scene, _ = made(outline, size)
    over = [
        f"{page.id}: {one[0]} / {other[0]}"
        for page in scene.pages
        for one, other in combinations(lines(page.items), 2)
        if one[0] != other[0] and overlap(one[1], other[1])
    ]
    assert over == []


def lines(items: tuple[Item, ...]) -> list[tuple[str, Rect]]:
    """The set lines of a page by the box that they are in, from ascenders to baseline."""
    found = []
    for item in walk(items):
        if isinstance(item, TextBox):
            for line in item.lines:
                size = max((span.style.size for span in line.spans), default=0)
                found.append((str(id(item)), Rect(line.x, line.baseline - size * 7 // 10,
                                                  line.width, size * 7 // 10)))  # fmt: skip
    return found


def overlap(one: Rect, other: Rect) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > 100 and high > 100


@pytest.mark.slow
@pytest.mark.parametrize(("outline", "size"), SHOWN)
def test_resetting_a_slide_changes_nothing(outline: str, size: str) -> None:
    """Scaled layouts say what scaled slides look like."""
    deck = render(made(outline, size)[0])
    opened = Presentation(BytesIO(deck))
    told = []
    for slide, (name, root) in zip(opened.slides, editing.slides(deck), strict=True):
        layouts = {p.placeholder_format.idx: p._element for p in slide.slide_layout.placeholders}
        for shape in editing.placeholders(root):
            index = int(editing.holder(shape).get("idx", 0))
            told += [f"{name}: {what}" for what in editing.own(shape, layouts[index])]
    assert told == []
    assert len(opened.slide_layouts) <= 28


@pytest.mark.slow
def test_type_and_hairlines_are_in_proportion_to_the_sheet() -> None:
    small, large = (made("review", size)[0] for size in ("4:3", "50.8cm x 38.1cm"))
    assert large.scale / small.scale == pytest.approx(2)
    assert [page.layout for page in small.pages] == [page.layout for page in large.pages]
    for one, other in zip(small.pages, large.pages, strict=True):
        assert sizes(other.items) == [2 * size for size in sizes(one.items)]


def sizes(items: tuple[Item, ...]) -> list[int]:
    boxes = [item for item in walk(items) if isinstance(item, TextBox)]
    return [run.style.size for box in boxes for par in box.paragraphs for run in par.runs]


@pytest.mark.slow
def test_what_the_master_and_charts_have_by_themselves_grows_too() -> None:
    usual, large = (render(made("review", size)[0]) for size in ("16:9", "96cm x 54cm"))
    assert masters(usual) == {"sz": "1800", "axis": 9525}
    assert masters(large) == {"sz": "5175", "axis": 27384}


def masters(deck: bytes) -> dict[str, object]:
    """The size of text that somebody adds, and the width of a chart's axis."""
    opened = Presentation(BytesIO(deck))
    (level,) = opened.slide_master._element.xpath("p:txStyles/p:otherStyle/a:lvl1pPr/a:defRPr")
    charts = [s.chart for slide in opened.slides for s in slide.shapes if s.has_chart]
    axis = next(found[0] for chart in charts if (found := chart._chartSpace.xpath(
        "//c:catAx/c:spPr/a:ln/@w")))  # fmt: skip
    return {"sz": level.get("sz"), "axis": int(axis)}


def test_guides_stand_on_the_columns_of_the_slide() -> None:
    scene, _ = made("review", "4:3")
    canvas = canvas_of(scene.size)
    edges = [round(at * 0.875) for at in (canvas.body.x, canvas.body.right)]
    assert [scene.guides.across[0], scene.guides.across[-1]] == edges
    title = next(slot for slot in scene.layout("title-only").slots if slot.slot.role == "title")
    assert scene.guides.down[0] == title.rect.y


@pytest.mark.slow
@pytest.mark.parametrize("style", ["slides", "2", "3", "4", "6", "notes"])
@pytest.mark.parametrize("size", ["4:3", "a4 upright"])
def test_handouts_show_slides_in_their_form(tmp_path: Path, style: str, size: str) -> None:
    outline = f"{WHOLE}slides: {{size: {size}}}\npage: {{handout: '{style}'}}\n"
    path = project(tmp_path, outline)
    (file,) = build(Request(path, (BASE,), formats=("handout",))).written
    first = PdfReader(file).pages[0].mediabox
    form = size_of(size)
    assert form
    if style == "slides":
        assert [round(float(side)) for side in (first.width, first.height)] == [
            round(side / pt(1)) for side in (form.width, form.height)
        ]
        return
    loaded = load(Request(path, (BASE,)))
    scene, problems = composed(loaded.briefs[BASE], "handout", loaded.themes[BASE])
    assert not problems
    for group in anchored(scene):
        ground = group.items[0].rect  # type: ignore[union-attr]
        assert ground.w / ground.h == pytest.approx(form.width / form.height, rel=0.001)
        assert inside(ground, Rect(0, 0, scene.width, scene.height))
    if size == "a4 upright" and style in ("2", "4"):
        assert (scene.width > scene.height) == (style == "2")


def anchored(scene: Scene) -> Iterator[Group]:
    for page in scene.pages:
        yield from (item for item in page.items if isinstance(item, Group) and item.anchor)


@pytest.mark.slow
def test_pictures_have_as_many_pixels_whatever_the_size(tmp_path: Path) -> None:
    wide = []
    for name, size in (("one", "32cm x 18cm"), ("other", "128cm x 72cm")):
        path = project(tmp_path / name, WHOLE)
        made = build(Request(path, (BASE,), formats=("png",), size=size)).written
        wide.append(Image.open(made[0]).size)
    # Slides of 128 cm would have sixteen times as many at one resolution.
    assert wide[0] == pytest.approx(wide[1], rel=0.05)


def test_a_mark_and_its_words_across_are_scaled_with_the_slides() -> None:
    request = Request(OUTLINES["review"], (BASE,), size="96cm x 54cm", mark="讨论稿")
    marked = load(request)
    brief = marked.briefs[BASE]
    scene, problems = composed(brief, "deck", marked.themes[BASE])
    assert scene.mark
    whole = Rect(0, 0, scene.width, scene.height)
    assert inside(scene.mark.line.rect, whole)
    assert scene.mark.line.paragraphs[0].runs[0].style.size == round(pt(12) * scene.scale)
    assert [str(each) for each in problems if each.severity == "error"] == []


@pytest.mark.slow
def test_on_upright_slides_the_road_of_a_timeline_runs_down() -> None:
    for size, down in (("16:9", False), ("a4 upright", True)):
        page = next(each for each in made("review", size)[0].pages if each.kind == "timeline")
        nodes = [i.rect for i in page.items if isinstance(i, Shape) and i.name.kind == "node"]
        xs, ys = {n.x + n.w // 2 for n in nodes}, {n.y + n.h // 2 for n in nodes}
        assert (spread(xs) < pt(2), spread(ys) < pt(2)) == (down, not down)
        roads = [i for i in page.items if isinstance(i, Rule) and "axis" in str(i.name.kind)]
        assert all((road.x1 == road.x2) == down for road in roads)


def spread(values: set[int]) -> int:
    return max(values) - min(values)
