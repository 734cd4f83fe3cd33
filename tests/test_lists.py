"""Lists in lists, in both faces: where their marks and texts stand, what they are for a reader."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pdf_scenes
import pytest
import scenes
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import brief
from pptx import Presentation
from pypdf import PdfReader
from rows import every
from test_pdf import elements, structure
from test_plugins import install, run
from test_pptx import found, named, opened

from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import lines_of
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.render.pdf import render as render_pdf
from briefgen.scene.items import Slot, TextBox
from briefgen.scene.layouts import box
from briefgen.scene.names import called
from briefgen.scene.placeholders import Layout, LayoutSlot
from briefgen.scene.scaled import Scale
from briefgen.scene.scene import Scene
from briefgen.theme.model import DECK
from briefgen.typography.fonts import load_fonts
from briefgen.typography.markers import Bullet, Marker, Numbering, Scheme, hang
from briefgen.typography.paragraph import place, set_text
from briefgen.typography.text import Paragraph

FONTS = load_fonts()
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
BODY = box(48, 128, 700, 328)


def item(
    words: str, marker: Marker | None = None, level: int = 0, margin: float = 0, indent: float = 0,
    size: float = 18, bold: bool = False,
) -> Paragraph:  # fmt: skip
    return scenes.para(
        words, size=size, bold=bold, marker=marker, level=level, margin=pt(margin),
        indent=pt(indent),
    )  # fmt: skip


# Marks


@every(
    ("scheme", "number", "mark"),
    [
        ("1.", 1, "1."), ("1.", 12, "12."), ("1)", 3, "3)"), ("(1)", 10, "(10)"),
        ("①", 1, "①"), ("①", 20, "⑳"), ("①", 21, "㉑"), ("①", 35, "㉟"), ("①", 36, "㊱"),
        ("①", 50, "㊿"), ("一、", 1, "一、"), ("一、", 10, "十、"), ("一、", 11, "十一、"),
        ("一、", 19, "十九、"), ("一、", 20, "二十、"), ("一、", 99, "九十九、"),
        ("（一）", 8, "（八）"), ("（一）", 42, "（四十二）"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_their_scheme_does(scheme: Scheme, number: int, mark: str) -> None:
    assert Numbering(scheme, number).text == mark


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_is_called_as_its_first_mark_looks(scheme: Scheme) -> None:
    assert Numbering(scheme, 1).text == scheme


@pytest.mark.parametrize(
    ("scheme", "number"), [("1.", 0), ("①", 51), ("一、", 100), ("（一）", -1)]
)
def test_a_number_that_a_scheme_does_not_have_is_refused(scheme: Scheme, number: int) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        Numbering(scheme, number)


@pytest.mark.parametrize("char", ["", "（一）"])
def test_a_bullet_is_one_character(char: str) -> None:
    with pytest.raises(ValueError, match="one character"):
        Bullet(char)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_fit_where_they_hang(scheme: Scheme) -> None:
    size = pt(18)
    for number in range(1, 51):
        marker = Numbering(scheme, number)
        assert FONTS.regular.width(marker.text) * size // 1000 < hang((marker,), size) - size // 10
    assert not FONTS.missing("".join(Numbering(scheme, n).text for n in range(1, 51)))


def test_a_list_hangs_as_far_as_its_widest_mark_needs() -> None:
    marks = [Numbering("1.", number) for number in (9, 10)]
    assert hang(marks, pt(18)) == hang(marks[1:], pt(18)) > hang(marks[:1], pt(18))
    assert hang((), pt(18)) == 0


# Both faces


def listed(layouts: Sequence[Layout], marker: Marker, indent: float) -> tuple[Layout, ...]:
    """The layouts, with a list as the body of the one for content."""

    def slot(each: LayoutSlot) -> LayoutSlot:
        body = each.slot == Slot("body", 1)
        tier = replace(each.tiers[0], marker=marker, margin=pt(indent), indent=pt(indent))
        return replace(each, tiers=(tier,)) if body else each

    return tuple(
        replace(layout, slots=tuple(map(slot, layout.slots))) if layout.id == "content" else layout
        for layout in layouts
    )


def deck_of(*paragraphs: Paragraph, slot: bool = False, marker: Marker | None = None) -> Scene:
    """A deck with these paragraphs in a text box or a placeholder, which may be one of lists."""
    at = Slot("body", 1) if slot else None
    body = scenes.text_box("表", BODY, *paragraphs, slot=at)
    scene = scenes.deck(pages=(scenes.content_page("x", body),))
    return replace(scene, layouts=listed(scene.layouts, marker, 20)) if marker else scene


def text_box(scene: Scene) -> TextBox:
    (made,) = (each for each in scene.pages[0].items if each.name == called("表"))
    assert isinstance(made, TextBox)
    return made


class Seen:
    """A text as an application shows it: where lines begin, which marks stand before them.

    What a paragraph does not say is looked up in the layout, level by level.
    """

    def __init__(self, slide: Any, slotted: bool) -> None:
        self.slide, self.slotted = slide, slotted
        self.paragraphs = named(slide, "表").text_frame.paragraphs

    def inherited(self, level: int) -> Any:
        if not self.slotted:
            return None
        (holder,) = (
            p for p in self.slide.slide_layout.placeholders if p.placeholder_format.idx == 1
        )
        styles = found(holder._element, f".//a:lstStyle/a:lvl{level + 1}pPr")
        return styles[0] if styles else None

    def attribute(self, paragraph: Any, name: str) -> int:
        own = None if paragraph._p.pPr is None else paragraph._p.pPr.get(name)
        above = self.inherited(paragraph.level)
        return int(own if own is not None else above.get(name))

    def look(self, paragraph: Any) -> tuple[int, int, bool]:
        """The line pitch (in thousandths of a percent of 1.32 times the size; in a box without room
        to spare in hundredths of a point), the size and the weight of a paragraph's last run."""
        above = self.inherited(paragraph.level)
        places = [place for place in (paragraph._p.pPr, above) if place is not None]
        shares = [value for place in places for value in found(place, "a:lnSpc/*/@val")]
        styles = [paragraph.runs[-1]._r.rPr, *found(places[-1], "a:defRPr")]
        sizes = [style.get("sz") for style in styles if style.get("sz")]
        bold = [style.get("b") for style in styles if style.get("b")]
        return int(shares[0]), int(sizes[0]) * 127, bold[:1] == ["1"]

    def bullet(self, paragraph: Any) -> Any:
        for properties in (paragraph._p.pPr, self.inherited(paragraph.level)):
            if properties is not None:
                for bullet in found(properties, "a:buNone | a:buChar | a:buAutoNum"):
                    return bullet
        raise AssertionError("no paragraph may get a bullet by chance")

    def marks(self) -> list[str]:
        """The mark of each paragraph, its numbers counted as PowerPoint counts them."""
        formats = {"arabicPeriod": "{}.", "arabicParenR": "{})", "arabicParenBoth": "({})"}
        made, counters = [], {}
        for paragraph in self.paragraphs:
            bullet, level = self.bullet(paragraph), paragraph.level
            kind, start = bullet.get("type"), bullet.get("startAt", "1")
            before = counters.get(level)
            counters = {deep: count for deep, count in counters.items() if deep < level}
            if kind:
                number = before[1] + 1 if before and before[0] == (kind, start) else int(start)
                counters[level] = ((kind, start), number)
                circle = chr(0x245F + number) if number <= 10 else str(number)
                made.append(formats[kind].format(number) if kind in formats else circle)
            elif bullet.get("char"):
                made.append(bullet.get("char"))
            else:
                words, tab, _ = paragraph.text.partition("\t")
                made.append(words if tab else "")
        return made


def first(scheme: Scheme) -> Numbering:
    return Numbering(scheme, 1)


marks = st.one_of(
    st.none(),
    st.sampled_from([Bullet(), Bullet("–")]),
    st.builds(Numbering, st.sampled_from(SCHEMES), st.integers(1, 3)),
    st.builds(Numbering, st.just("①"), st.integers(9, 12)),
)
some = st.builds(
    item,
    st.text("以二次创业奋进姿态全力干出高质量发展", min_size=1, max_size=60),
    marks,
    st.integers(0, 5),
    st.integers(80, 200),
    st.integers(0, 80),
    st.sampled_from([16, 18, 20]),
    st.booleans(),
)
# As a list goes: levels follow from levels, and numbers from numbers.
steps = st.lists(st.tuples(st.integers(-2, 1), st.sampled_from([*SCHEMES, "•"])), max_size=12)


def outlined(steps: Sequence[tuple[int, Any]]) -> list[Paragraph]:
    level, schemes, counts, made = 0, {}, {}, []
    for step, scheme in steps:
        level = min(max(0, level + step), 4)
        schemes = {deep: kind for deep, kind in schemes.items() if deep <= level}
        counts = {deep: count for deep, count in counts.items() if deep <= level}
        kind = schemes.setdefault(level, scheme)
        counts[level] = counts.get(level, 0) + 1
        marker = Bullet() if kind == "•" else Numbering(kind, counts[level])
        made.append(item("再造一个新广州", marker, level, 20 * (level + 1), 20))
    return made


def agree(paragraphs: Sequence[Paragraph], slotted: bool, marker: Marker | None) -> None:
    scene = deck_of(*paragraphs, slot=slotted, marker=marker)
    lines = text_box(scene).lines
    seen = Seen(opened(scene).slides[0], slotted)
    for number, (paragraph, shown) in enumerate(zip(paragraphs, seen.paragraphs, strict=True)):
        first, *others = [line for line in lines if line.paragraph == number]
        margin, indent = (seen.attribute(shown, name) for name in ("marL", "indent"))
        left = first.marker.x if first.marker else first.spans[0].x
        assert left == BODY.x + margin + indent
        assert {line.x for line in (first, *others)} == {BODY.x + margin}
        assert all(line.x + line.width <= BODY.right for line in (first, *others))
        style = paragraph.runs[-1].style
        share = round(paragraph.leading / max(run.style.size for run in paragraph.runs) / 0.0132)
        pitch, size, bold = seen.look(shown)
        assert pitch in (share * 1000, paragraph.leading // 127)
        assert (size, bold) == (style.size, style.bold)
        assert {line.level for line in (first, *others)} == {shown.level} == {paragraph.level}
        assert shown.text.rpartition("\t")[2] == paragraph.text
    drawn = {line.paragraph: line.marker.text for line in lines if line.marker}
    assert seen.marks() == [drawn.get(number, "") for number in range(len(paragraphs))]


LAYOUTS = st.sampled_from(
    [(False, None), *((True, marker) for marker in (None, Bullet(), *map(first, SCHEMES)))]
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(some, min_size=1, max_size=6), LAYOUTS)
def test_marks_and_texts_stand_where_the_deck_says(
    paragraphs: list[Paragraph], at: tuple[bool, Marker | None]
) -> None:
    agree(paragraphs, *at)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(steps, LAYOUTS)
def test_lists_in_lists_are_counted_as_they_are_drawn(
    made: list[tuple[int, Any]], at: tuple[bool, Marker | None]
) -> None:
    agree([item("首段"), *outlined(made)], *at)


def test_levels_that_the_layout_does_not_know_say_everything() -> None:
    deep = [item("字", Bullet(), level, 20 * (level + 1), 20, 16) for level in range(9)]
    agree(deep, True, Bullet())


def test_circled_numbers_are_counted_as_far_as_applications_have_them() -> None:
    circled = [item("字", Numbering("①", number), 0, 30, 30) for number in (9, 10, 11)]
    shown = named(opened(deck_of(*circled)).slides[0], "表").text_frame.paragraphs
    assert [p.text for p in shown] == ["字", "字", "⑪\t字"]
    assert [found(p._p, "a:pPr/a:buAutoNum/@startAt") for p in shown] == [["9"], ["9"], []]


def test_without_a_marker_nothing_hangs() -> None:
    words = "一季度开工建设的重点项目共有三百多个，" * 3
    scene = deck_of(item(words, None, 0, 40, 20))
    lines = text_box(scene).lines
    assert len(lines) > 1
    assert {line.x for line in lines} == {line.spans[0].x for line in lines} == {BODY.x + pt(40)}
    properties = named(opened(scene).slides[0], "表").text_frame.paragraphs[0]._p.pPr
    assert (properties.get("marL"), properties.get("indent")) == (str(pt(40)), "0")


def test_a_smaller_list_hangs_as_far_in_its_own_measure() -> None:
    whole = text_box(deck_of(item("甲", Bullet(), 1, 60, 20), item("乙", Numbering("1.", 1), 2)))
    small = Scale(0.5, pt(10), pt(10)).item(whole)
    assert isinstance(small, TextBox)
    for line, larger in zip(small.lines, whole.lines, strict=True):
        paragraph = small.paragraphs[line.paragraph]
        assert line.x == small.rect.x + paragraph.margin
        assert line.marker
        assert line.marker.x == line.x - paragraph.hanging
        assert (line.level, line.scheme) == (larger.level, larger.scheme)
    assert [(p.margin, p.hanging, p.level) for p in small.paragraphs] == [
        (pt(30), pt(10), 1),
        (0, 0, 2),
    ]


def test_the_printed_page_counts_lines_from_the_margin_on(tmp_path: Path) -> None:
    made = brief(tmp_path)
    ctx = Context(
        brief=made, theme=scenes.THEME, fonts=FONTS, medium="print", problems=Problems(), layouts={}
    )
    size = pt(18)
    for ems, margin, expected in ((6, 0, 1), (6, 4, 2), (6, 3, 1)):
        words = item("再" * ems, Bullet(), 0, margin * 18, 18)
        assert lines_of(ctx, words, round(9.1 * size)) == expected


def test_two_lists_of_the_same_numbers_are_not_counted_on() -> None:
    numbers = [item("字", Numbering("1.", n), 0, 30, 30) for n in (1, 2, 1, 2)]
    shown = named(opened(deck_of(*numbers)).slides[0], "表").text_frame.paragraphs
    assert [p.text for p in shown] == ["字", "字", "1.\t字", "字"]
    starts = [found(p._p, "a:pPr/a:buAutoNum/@startAt") for p in shown]
    assert starts == [[], [], [], ["2"]]


def test_hanzi_numbers_are_words_that_hang_in_the_colour_of_marks() -> None:
    (shown,) = (
        named(opened(deck_of(item("加快", Numbering("一、", 1), 0, 44, 44))).slides[0], "表")
    ).text_frame.paragraphs
    assert [run.text for run in shown.runs] == ["一、\t", "加快"]
    colours = [found(run._r, "a:rPr//a:schemeClr/@val") for run in shown.runs]
    assert colours[0] == ["accent1"] != colours[1]
    assert found(shown._p, "a:pPr/a:buNone")
    assert shown._p.pPr.get("indent") == str(-pt(44))


# Layouts


def test_a_list_on_a_layout_has_five_levels() -> None:
    scene = deck_of(item("甲", Bullet(), 0, 20, 20), slot=True, marker=Bullet())
    layouts = opened(scene).slide_layouts
    for layout in layouts:
        for holder in layout.placeholders:
            levels = found(holder._element, ".//a:lstStyle/*")
            is_list = layout.name == "标题与正文" and holder.placeholder_format.idx == 1
            assert len(levels) == (5 if is_list else 1)
    (body,) = (
        p for p in layouts.get_by_name("标题与正文").placeholders if p.placeholder_format.idx == 1
    )
    levels = found(body._element, ".//a:lstStyle/*")
    assert [level.get("marL") for level in levels] == [str(pt(20) * n) for n in range(1, 6)]
    assert {level.get("indent") for level in levels} == {str(-pt(20))}
    sizes = [int(found(level, "a:defRPr/@sz")[0]) for level in levels]
    assert sizes[0] > sizes[1] == sizes[4]
    assert all(found(level, "a:buChar") for level in levels)


def test_what_agrees_with_the_layout_is_left_to_it() -> None:
    """So it goes on with the level when a person moves it to another by Tab."""
    pars = (item("甲", Bullet(), 0, 20, 20), item("乙", Bullet(), 1, 40, 20), item("丙", None, 1))
    scene = deck_of(*pars, slot=True, marker=Bullet())
    first, second, third = (p._p.pPr for p in Seen(opened(scene).slides[0], True).paragraphs)
    assert first is None
    assert second.get("lvl") == "1"
    assert (third.get("marL"), third.get("indent")) == ("0", "0")
    assert found(third, "a:buNone")


def test_only_text_that_could_inherit_a_bullet_says_that_it_has_none() -> None:
    for slot, marker, expected in ((False, None, 1), (True, None, 0), (True, Bullet(), 1)):
        scene = deck_of(item("甲"), slot=slot, marker=marker)
        (paragraph,) = Seen(opened(scene).slides[0], slot).paragraphs
        assert len(found(paragraph._p, "a:pPr/a:buNone")) == expected
        assert len(found(paragraph._p, "a:pPr/@marL")) == expected


# Tags


def tagged(*paragraphs: Paragraph) -> bytes:
    rect = Rect(mm(20), mm(30), mm(150), mm(200))
    text = set_text(paragraphs, rect.w, FONTS, medium="print")
    lines = place(text, rect, (0, 0, 0, 0), "top")
    return render_pdf(
        pdf_scenes.scene(TextBox(name=called("表"), rect=rect, paragraphs=paragraphs, lines=lines))
    )


def short(node: Any) -> Any:
    """A structure with an item as the list of what its body holds."""
    kind, kids = node
    if kind == "LI":
        assert kids[0] == ("Lbl", ["content"])
        (_, (name, body)) = kids
        assert (name, body[0]) == ("LBody", "content")
        return [short(kid) for kid in body[1:]]
    return kind if kids == ["content"] else (kind, [short(kid) for kid in kids])


def lists(*marks: tuple[Marker | None, int]) -> Any:
    pdf = tagged(*(item("字", marker, level) for marker, level in marks))
    return [short(node) for node in structure(pdf)]


def test_lists_in_lists_are_tagged_within_their_items() -> None:
    dot, dash = Bullet(), Bullet("–")
    assert lists((None, 0), (dot, 0), (dash, 1), (dash, 2), (dash, 1), (dot, 0), (None, 0)) == [
        "P",
        ("L", [[("L", [[("L", [[]])], []])], []]),
        "P",
    ]
    # From the third level straight to the first; and lists that begin below it.
    assert lists((dot, 0), (dash, 2), (dot, 0)) == [("L", [[("L", [[]])], []])]
    assert lists((dash, 1), (dot, 0)) == [("L", [[]]), ("L", [[]])]


def test_text_between_items_stands_in_the_item_it_is_below() -> None:
    dot = Bullet()
    assert lists((dot, 0), (None, 1), (dot, 0)) == [("L", [["P"], []])]
    assert lists((dot, 0), (dot, 1), (None, 1), (dot, 1)) == [
        ("L", [[("L", [[]]), "P", ("L", [[]])]])
    ]
    assert lists((dot, 0), (None, 0), (dot, 0)) == [("L", [[]]), "P", ("L", [[]])]


def test_numbered_lists_say_so_at_every_level() -> None:
    marks = [(Numbering("一、", 1), 0), (Numbering("（一）", 1), 1), (Numbering("①", 1), 2)]
    marks += [(Bullet(), 3), (Numbering("（一）", 2), 1), (Bullet(), 1)]
    pdf = tagged(*(item("字", marker, level) for marker, level in marks))
    numbering = [element["/A"]["/ListNumbering"] for element in elements(pdf, "L")]
    assert numbering == ["/Decimal", "/Decimal", "/Decimal", "/Disc", "/Disc"]
    assert "一、字" in PdfReader(BytesIO(pdf)).pages[0].extract_text().replace(" ", "")


# Paragraphs of a kind


def test_a_paragraph_hangs_from_its_edge() -> None:
    step = DECK["body"]
    plain, first = para("字", step), para("字", step, marker=Bullet())
    assert (plain.margin, plain.indent) == (0, 0)
    assert first.margin == first.indent == hang((Bullet(),), step.size)
    below = para("字", step, marker=Bullet("–"), level=1, edge=first.margin)
    assert (below.margin - below.indent, below.level) == (first.margin, 1)
    assert para("字", step, level=1, edge=first.margin).margin == first.margin
    wide = para("字", step, marker=Numbering("1.", 1), hanging=pt(60))
    assert (wide.margin, wide.indent) == (pt(60), pt(60))


# A kind of slide whose points have points: from the outline to both faces.

KIND = '''
"""Turn points, and points below them, into lists."""
from briefgen.record import Record
from typing import Annotated

from briefgen.kinds.base import Kind
from briefgen.brief.model import Text
from briefgen.brief.hints import Doc, Length
from briefgen.parts.frame import framed
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.scene.items import Slot
from briefgen.scene.names import Name
from briefgen.scene.layouts import BODY
from briefgen.typography.markers import Bullet, Numbering, hang


class Point(Record):
    """A point: its head, its text, and what it is made of."""

    head: Annotated[Text, Doc("A few words.")]
    text: Annotated[Text, Doc("A sentence.")]
    points: Annotated[tuple[Text, ...], Doc("What it is made of.")] = ()


class Bullets(Record):
    """Points in two levels."""

    points: Annotated[tuple[Point, ...], Length(1, 9), Doc("The points.")]


def compose(fields, slide, ctx):
    points = fields.points

    def make(level, short):
        large, small = down("head", level), down("body", level)
        marks = [Numbering("一、", number) for number in range(1, len(points) + 1)]
        hanging = hang(marks, large.size)
        made = []
        for mark, point in zip(marks, points, strict=True):
            made.append(
                para(point.head, large, bold=True, marker=mark, hanging=hanging, before=12 * 12700)
            )
            made.append(para(point.text, small, level=1, edge=hanging))
            made += [
                para(each, small, marker=Bullet(), level=1, edge=hanging) for each in point.points
            ]
        return tuple(made)

    want = Wanted(Name("point"), BODY, make, Slot("body", 1), mark=slide.mark)
    return (framed(ctx, slide, "content", (set_box(ctx, want, 4),)),)


KIND = Kind(name="levels", fields=Bullets, compose=compose)
'''
POINTS = """\
brief: {slug: demo, title: 示例, date: 2024-02}
deck:
  - id: points
    kind: levels
    title: 层次分明，各得其所
    points:
      - head: 先立后破
        text: 新的产业立起来，旧的动能才能稳妥退出，新旧之间不留空当。
        points:
          - 先把新的平台建好，让企业愿意来、留得住、长得大，形成自我生长的产业生态和创新网络。
          - 再把旧的厂房改好。
      - head: 同题共答
        text: 市区上下同题共答。
        points: [各区认领任务。, 每月对账。]
"""


@pytest.mark.slow
def test_a_kind_of_two_levels_comes_out_in_both_faces(tmp_path: Path) -> None:
    install(tmp_path, "levels", KIND)
    (tmp_path / "outline.yaml").write_text(POINTS, "utf-8")
    formats = ("--format", "deck", "--format", "handout")
    done = run(tmp_path, "build", "outline.yaml", "--out", "out", *formats, "--json")
    assert done.returncode == 0, done.stderr
    assert [p for p in json.loads(done.stdout)["problems"] if p["severity"] != "note"] == []
    deck = Presentation(str(tmp_path / "out/demo.pptx"))
    pars = named(deck.slides[0], "要点").text_frame.paragraphs
    assert [p.level for p in pars] == [0, 1, 1, 1, 0, 1, 1, 1]
    assert [p.text.partition("\t")[0] for p in pars if p.level == 0] == ["一、", "二、"]
    dots = [p for p in pars if found(p._p, "a:pPr/a:buChar")]
    assert len(dots) == 4
    edges = {int(p._p.pPr.get("marL")) + int(p._p.pPr.get("indent")) for p in dots}
    (holder,) = (p for p in deck.slides[0].slide_layout.placeholders if p.name == "正文 1")
    assert edges == {int(found(holder._element, ".//a:lvl1pPr/@marL")[0])}
    handout = next((tmp_path / "out").glob("*handout*.pdf")).read_bytes()
    (outer,) = [node for node in elements(handout, "L") if node["/P"]["/S"] != "/LBody"]
    bodies = [kid.get_object()["/K"][1].get_object() for kid in outer["/K"]]
    inner = [
        [kid.get_object()["/S"] for kid in body["/K"] if not isinstance(kid, int)]
        for body in bodies
    ]
    assert inner == [["/P", "/L"], ["/P", "/L"]]
