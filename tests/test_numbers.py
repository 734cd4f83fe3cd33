"""Figures set large: sizes of digits, units and qualifiers, the gap between them, their places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import composing
import pytest
import scenes
from faults import faults
from outlines import loaded, project
from pdfminer.high_level import extract_text
from pptx import Presentation
from pypdf import PdfReader
from rows import every

from briefgen.brief.model import Brief
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.figure_table import figure_stack
from briefgen.parts.kpi import Numeral, numeral
from briefgen.problems import NOWHERE, Problem, Problems
from briefgen.render.pdf import render as render_pdf
from briefgen.render.pptx import render as render_pptx
from briefgen.scene.items import Cell, Group, Page, Rule, Shape, Slot, Table, TextBox
from briefgen.scene.layouts import BODY_NOTED
from briefgen.scene.names import Name
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk
from briefgen.theme.load import load_theme
from briefgen.theme.model import step
from briefgen.typography.fonts import load_fonts
from briefgen.typography.text import Paragraph

# Figures as articles have them: id, value, qualifier, kind, label, period, the last two in both
# languages.
FIGURES = {
    "gdp": ("3万亿元", "突破", "actual", "地区生产总值|Gross domestic product", "2023年|2023"),
    "trade": ("万亿元", "均超过", "actual", "内贸、外贸规模|Domestic and foreign trade", ""),
    "invest": (
        "20%",
        "均超",
        "actual",
        "工业投资、技改投资增速|Growth of investment",
        "2023年|2023",
    ),
    "budget": ("5%", "", "actual", "一般公共预算收入增长|Growth of general public revenue", ""),
    "firms": ("1.3万家", "", "stock", "高新技术企业|High-tech enterprises", ""),
    "students": ("165万人", "", "stock", "高校在校学生|Students in higher education", ""),
    "new": ("千家", "", "target", "新增高新技术企业|New high-tech enterprises", "全年|this year"),
    "scene": ("百个", "", "target", "新增成果应用场景|New application scenarios", ""),
    "double": ("翻一番", "", "target", "经济总量|Size of the economy", "到2035年|by 2035"),
    "land": ("2万亩", "", "plan", "新增工业用地|New industrial land", ""),
    "plant": ("200万平方米", "", "plan", "新建标准厂房|New standard plants", ""),
    "start": ("3200亿元", "超", "plan", "一季度开工项目总投资|Investment in projects begun", ""),
    "goal": ("1000亿元", "力争", "target", "改造投资实物量|Work in urban villages", ""),
    "coal": ("1.5万吨标准煤", "约", "actual", "节约能源|Energy saved", "2023年|2023"),
    "area": ("100平方公里", "", "plan", "提升产业园区|Industrial parks upgraded", ""),
    "fall": ("-3.2%", "", "actual", "单位产出能耗|Energy per unit of output", ""),
    "jobless": ("5‰", "不超过", "target", "登记失业率|Registered unemployment", ""),
    "day": ("2023年12月28日", "", "actual", "颁发适航证|Certified airworthy", ""),
    "span": ("4年零8个月", "", "actual", "建设工期|Time of construction", ""),
    "half": ("半天", "", "actual", "办理时间|Handling time", ""),
}
# Slides of one to six of these.
ROWS = (
    ("gdp", "trade", "invest", "budget", "firms", "students"),
    ("double", "coal", "area", "start", "span", "goal"),
    ("plant", "land", "jobless", "fall", "new", "scene"),
)
THEMES = ("lingnan", "pearl-river", "print-mono")


def both(text: str) -> str:
    chinese, english = text.split("|")
    return f'{{zh: "{chinese}", en: "{english}"}}'


def outline(deck: str) -> str:
    lines = [
        "brief: {slug: numbers, title: {zh: 数字, en: Numbers}, date: 2024-02}",
        "sources: {a: {file: seeds/a.txt, title: {zh: 报道, en: Report}}}",
        "names: [2023年, 2024年, 2035年]",
        "figures:",
    ]
    for id, (value, qualifier, kind, label, period) in FIGURES.items():
        lines.append(f"  {id}:")
        lines.append(f'    {{value: "{value}", qualifier: "{qualifier}", kind: {kind},')
        lines.append(f"    label: {both(label)},")
        if period:
            lines.append(f"    period: {both(period)},")
        lines.append(f'    quote: "{quote(id)}"}}')
    return "\n".join(lines) + f"\ndeck:\n{deck}"


def quote(id: str) -> str:
    value, qualifier, _, label, _ = FIGURES[id]
    return f"{label.partition('|')[0]}{qualifier}{value}"


def of(deck: str, audience: str = "") -> Brief:
    path = project(Path(mkdtemp()), outline(deck), en="language: en\n", hk="language: zh-Hant\n")
    source = path.parents[1] / "seeds/a.txt"
    source.write_text("。\n".join(map(quote, FIGURES)), encoding="utf-8")
    brief, problems = loaded(path, audience)
    assert brief, "\n".join(map(str, problems))
    return brief


def slide(kind: str, id: str, more: str) -> str:
    return f"- {{id: {id}, kind: {kind}, title: {{zh: 经济总量迈上新台阶, en: Output}}, {more}}}\n"


def shown(ids: tuple[str, ...], emphasis: bool) -> str:
    leads = f", emphasis: {ids[0]}" if emphasis else ""
    return f"figures: [{', '.join(ids)}]{leads}"


@cache
def kpis(audience: str, theme: str = "lingnan") -> tuple[Scene, tuple[Problem, ...]]:
    """Slides of two to six figures, each with and without a hero."""
    deck = "".join(
        slide("kpi", f"s{row}-{count}-{emphasis:d}", shown(ids[:count], emphasis))
        for row, ids in enumerate(ROWS)
        for count in range(2, 7)
        for emphasis in (False, True)
    )
    made = load_theme(theme, NOWHERE, Problems())
    scene, problems = composing.composed(of(deck, audience), theme=made)
    return scene, tuple(problems)


def context(language: str = "") -> Context:
    theme = scenes.THEME
    return Context(
        brief=of(slide("kpi", "k", shown(("gdp", "land"), False)), language),
        theme=theme,
        fonts=load_fonts(theme.print_face),
        medium="deck",
        problems=Problems(),
        layouts={},
    )


def sizes(paragraph: Paragraph) -> list[tuple[str, float]]:
    """The words of a figure with their sizes in points; those of one size together."""
    found: list[tuple[str, float]] = []
    for run in paragraph.runs:
        size = run.style.size / pt(1)
        if found and found[-1][1] == size:
            found[-1] = found[-1][0] + run.text, size
        elif run.text:
            found.append((run.text, size))
    return found


@pytest.mark.parametrize(
    ("id", "digits", "expected"),
    [
        ("gdp", 112, [("突破", 28), ("3", 112), ("万亿元", 56)]),
        ("gdp", 36, [("突破", 18), ("3", 36), ("万亿元", 29)]),
        ("budget", 60, [("5", 60), ("%", 48)]),
        ("fall", 24, [("−3.2", 24), ("%", 19)]),
        ("jobless", 56, [("不超过", 18), ("5", 56), ("‰", 45)]),
        ("span", 56, [("4", 56), ("年零", 28), ("8", 56), ("个月", 28)]),
        ("day", 48, [("2023", 48), ("年", 24), ("12", 48), ("月", 24), ("28", 48), ("日", 24)]),
        ("new", 36, [("千家", 36)]),
        ("double", 112, [("翻一番", 112)]),
        ("trade", 56, [("均超过", 18), ("万亿元", 56)]),
        ("start", 10, [("超", 5.5), ("3200亿元", 10)]),
    ],
)
def test_units_are_smaller_than_digits_and_hanzi_alone_are_of_one_size(
    id: str, digits: float, expected: list[tuple[str, float]]
) -> None:
    made = numeral(context(), id, step(digits, digits), colour="ink", minor="ink2")
    assert [text for text, _ in sizes(made)] == [text for text, _ in expected]
    for (_, size), (_, wanted) in zip(sizes(made), expected, strict=True):
        assert abs(size - wanted) <= 0.5
    assert made.text.replace("\u2009", "") == str(context().shown(id))


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("gdp", [("over ", 28), ("RMB 3 trillion", 112)]),
        ("plant", [("2 million m²", 112)]),
        ("land", [("about ", 28), ("1,333", 112), (" hectares", 56)]),
        ("double", [("doubled", 112)]),
        ("half", [("half a day", 112)]),
        ("budget", [("5%", 112)]),
    ],
)
def test_english_figures_are_of_one_size(id: str, expected: list[tuple[str, float]]) -> None:
    made = numeral(context("en"), id, step(112, 120), colour="ink", minor="ink2")
    assert sizes(made) == expected


def test_what_differs_in_size_stands_a_tenth_of_an_em_apart() -> None:
    made = numeral(context(), "start", step(100, 110), colour="ink", minor="ink2")
    gaps = [(run.text, run.style.spacing) for run in made.runs if run.style.spacing]
    assert gaps == [("超", pt(10)), ("0", pt(10))]
    assert made.text == "超3200亿元"
    english = numeral(context("en"), "start", step(100, 110), colour="ink", minor="ink2")
    assert not any(run.style.spacing for run in english.runs)


@cache
def searched() -> Scene:
    deck = slide("kpi", "k", shown(("start", "gdp", "goal"), True))
    deck += slide("kpi", "e", shown(("start", "gdp", "goal"), False))
    deck += slide("big-number", "b", "figure: start")
    return composing.composed(of(deck))[0]


def paragraphs_of(shapes: object) -> Iterator[str]:
    for shape in shapes:  # type: ignore[attr-defined]
        if shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
        elif shape.has_table:
            for row in shape.table.rows:
                for cell in row.cells:
                    yield from (paragraph.text for paragraph in cell.text_frame.paragraphs)
        elif hasattr(shape, "shapes"):
            yield from paragraphs_of(shape.shapes)


def test_a_figure_is_found_by_searching_in_the_deck() -> None:
    for page in Presentation(BytesIO(render_pptx(searched()))).slides:
        assert any("3200亿元" in text for text in paragraphs_of(page.shapes))
    spaced = render_pptx(searched())
    slides = Presentation(BytesIO(spaced)).slides
    gaps = [
        run.get("spc") for page in slides for run in page.shapes._spTree.iter() if run.get("spc")
    ]
    assert len(gaps) >= 9
    assert "1600" in gaps


def test_a_figure_is_found_by_searching_in_the_print() -> None:
    pdf = render_pdf(searched())
    found = extract_text(BytesIO(pdf))
    assert found.count("3200亿元") == 3
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    assert [page.count("3200亿元") for page in pages] == [1, 1, 1]


def test_digits_stand_apart_from_their_unit_in_the_print_by_character_spacing() -> None:
    (page,) = [page for page in searched().pages if page.id == "b"]
    boxes = [item for item in walk(page.items) if isinstance(item, TextBox)]
    (line,) = next(box.lines for box in boxes if box.name == Name("figure"))
    digit = line.spans[-2]
    assert (digit.text, line.spans[-1].text) == ("0", "亿元")
    assert digit.adjust == (digit.style.size // 10,)
    assert line.spans[-1].x == digit.x + digit.width


def tables(page: Page) -> list[Table]:
    return [item for item in page.items if isinstance(item, Table)]


def places(table: Table, beside: bool) -> Iterator[tuple[int, int]]:
    """For each figure of a table, how wide its text is, and its place."""

    def widest(row: int, column: int) -> int:
        return max((line.width for line in table.cells[row][column].lines), default=0)

    across, down = len(table.columns), len(table.heights)
    if beside and across > 1:
        for row in range(down):
            for column in range(0, across, 2):
                text = widest(row, column) + widest(row, column + 1)
                gap = pt(20) if text else 0
                yield text + gap, table.columns[column] + table.columns[column + 1]
    else:
        for row in range(0, down, 2):
            for column in range(across):
                width = table.columns[column]
                yield max(widest(row, column), widest(row + 1, column)), width


def digits(table: Table) -> int:
    """The size of the largest digits of a table."""
    texts = [text for row in table.cells for cell in row for text in cell.paragraphs]
    return max(run.style.size for text in texts for run in text.runs)


@pytest.mark.parametrize("audience", ["", "en"])
def test_no_place_of_a_figure_is_wider_than_twice_its_text(audience: str) -> None:
    """In a square, which stands larger than one row, that of the longest figure is not; nor is
    that of five, two of which stand above three in their size."""
    scene, problems = kpis(audience)
    assert not [str(problem) for problem in problems if problem.severity == "error"]
    assert len(scene.pages) == 30
    for page in scene.pages:
        if page.id.startswith("s0"):
            first, *more = tables(page)
            found = list(places(first, first.cells[0][0].anchor != "bottom"))
            square = (len(first.columns), len(first.heights)) == (2, 4) or more
            found += [each for table in more for each in places(table, False)]
            for text, width in [max(found)] if square else found:
                assert not text or 2 * text >= width - pt(20), page.id


@pytest.mark.parametrize("audience", ["", "en", "hk"])
def test_four_figures_stand_as_large_as_six_or_larger(audience: str) -> None:
    pages = {page.id: page for page in kpis(audience)[0].pages}
    for row in range(len(ROWS)):
        large = [digits(*tables(pages[f"s{row}-{count}-0"])) for count in (2, 3, 4, 6)]
        assert large[2] >= large[3], row
        assert min(large[:3]) >= pt(35), row
        assert max(large[1:]) <= 3 * min(large[1:]), row


def high(cell: Cell) -> int:
    """The height of the words of a cell."""
    return sum(cell.paragraphs[line.paragraph].leading for line in cell.lines)


@pytest.mark.parametrize("audience", ["", "en", "hk"])
def test_words_of_figures_side_by_side_stand_below_them_and_fill_two_rows(audience: str) -> None:
    for page in kpis(audience)[0].pages:
        if page.id.endswith("-1"):
            continue
        cells = [row for table in tables(page) for row in table.cells]
        heights = [high for table in tables(page) for high in table.heights]
        assert {row[0].anchor for row in cells[::2]} == {"bottom"}
        assert {row[0].anchor for row in cells[1::2]} == {"top"}
        band = BODY_NOTED.h // (len(heights) // 2)
        for row in range(0, len(heights), 2):
            upper = heights[row]
            over, under = (max(map(high, cells[at])) for at in (row, row + 1))
            assert upper - over <= band - upper - under + pt(20), page.id
        if len(heights) > 2:
            assert tables(page)[-1].rect.bottom == BODY_NOTED.bottom


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("audience", ["", "en", "hk"])
def test_figures_of_any_article_stand_in_their_places(audience: str, theme: str) -> None:
    scene, problems = kpis(audience, theme)
    assert not [str(problem) for problem in problems if problem.severity != "note"]
    assert [fault.what for fault in faults(scene)] == []


@pytest.mark.parametrize("audience", ["", "en"])
def test_bodies_begin_and_end_on_the_same_lines(audience: str) -> None:
    """Below a table that leaves room for another row, as high as its last, a rule ends the body."""
    roomy = 0
    for page in kpis(audience)[0].pages:
        first, table = tables(page)[0], tables(page)[-1]
        ends = [
            item.y1 for item in page.items if isinstance(item, Rule) and item.x1 == table.rect.x
        ]
        assert first.rect.y == BODY_NOTED.y
        assert (ends or [table.rect.bottom]) == [BODY_NOTED.bottom]
        assert not ends or table.rect.bottom + table.heights[-1] <= BODY_NOTED.bottom
        roomy += bool(ends)
        assert sum(table.heights) == table.rect.h
        assert sum(table.columns) == table.rect.w
    # Only figures in two rows, or the most beside a hero, fill the body.
    assert roomy >= 15


def test_a_hero_is_a_group_and_the_largest_of_its_slide() -> None:
    for page in kpis("")[0].pages:
        heroes = [
            item for item in page.items if isinstance(item, Group) and item.name.kind == "figure"
        ]
        assert len(heroes) == page.id.endswith("-1")
        if heroes:
            mark = [item for item in heroes[0].items if isinstance(item, Shape) and item.alt]
            assert [item.alt for item in mark] == [
                {"s0": "已实现", "s1": "目标", "s2": "计划"}[page.id[:2]]
            ]
            largest = max(
                largest_of(box.paragraphs)
                for box in walk(heroes[0].items)
                if isinstance(box, TextBox)
            )
            others = max(
                largest_of(cell.paragraphs)
                for row in tables(page)[0].cells
                for cell in row
                if cell.lines
            )
            assert others < largest


def largest_of(paragraphs: tuple[Paragraph, ...]) -> int:
    return max(run.style.size for paragraph in paragraphs for run in paragraph.runs)


def test_a_key_explains_the_marks_of_its_slide_and_no_others() -> None:
    signs = {"●": "已实现", "○": "目标", "△": "计划", "◇": "推算"}
    for page in kpis("")[0].pages:
        keys = [
            item
            for item in page.items
            if isinstance(item, TextBox) and item.name.kind == "status-key"
        ]
        if keys:
            each = keys[0].paragraphs[0].text.split("　")
            told = [word for sign, word in (pair.split() for pair in each) if signs[sign] == word]
        else:
            # Where all are alike, the figure that leads says it; equals that have all been reached
            # have no marks.
            label = next((item for item in page.items if item.name == Name("text")), None)
            told = ["已实现"] if isinstance(label, TextBox) else []
            if isinstance(label, TextBox) and "　" in label.paragraphs[0].text:
                told = [label.paragraphs[0].text.split("　")[0]]
        cells = [cell for table in tables(page) for row in table.cells for cell in row]
        texts = [p.text for cell in cells for p in cell.paragraphs]
        marked = {word for sign, word in signs.items() if any(sign in text for text in texts)}
        drawn = [item for item in walk(page.items) if item.name == Name("status")]
        marked |= {item.alt for item in drawn if isinstance(item, Shape)}
        assert set(told) == marked
        assert len(told) == len(marked)


@pytest.mark.parametrize(("audience", "word"), [("", "目标"), ("en", "Target"), ("hk", "目標")])
def test_a_target_that_stands_alone_has_its_word_beside_it(audience: str, word: str) -> None:
    deck = slide("big-number", "b", "figure: goal")
    (page,) = composing.composed(of(deck, audience))[0].pages
    (group,) = [item for item in page.items if isinstance(item, Group)]
    mark, value = group.items
    (label,) = (
        item for item in page.items if isinstance(item, TextBox) and item.slot == Slot("body", 5)
    )
    assert isinstance(mark, Shape)
    assert isinstance(value, TextBox)
    assert mark.alt == word
    assert label.paragraphs[0].text.startswith(word)
    assert largest_of(value.paragraphs) == pt(160 if audience != "en" else 96)


@pytest.mark.parametrize(("audience", "points"), [("", 0), ("", 1), ("", 2), ("", 3), ("en", 3)])
def test_a_figure_across_a_slide_stands_over_its_list(audience: str, points: int) -> None:
    listed = ", ".join(
        "{head: {zh: 平台, en: Platforms}, text: {zh: 建设平台。, en: Built.}}"
        for _ in range(points)
    )
    said = "{zh: 会后第二天即开工。, en: Begun the day after.}"
    more = f"figure: start, text: {said}, points: [{listed}]"
    (page,) = composing.composed(of(slide("big-number", "b", more), audience))[0].pages
    (group,) = [item for item in page.items if isinstance(item, Group)]
    value = group.items[-1]
    assert isinstance(value, TextBox)
    assert len(value.lines) == 1
    boxes = [item for item in page.items if isinstance(item, TextBox) and item.name.kind == "point"]
    assert len(boxes) == points
    assert all(box.slot and box.rect.y > value.lines[0].baseline + pt(10) for box in boxes)
    if points and not audience:
        assert largest_of(value.paragraphs) == pt(136)
        assert abs(value.lines[0].baseline - pt(330)) <= pt(12)


@every("audience", ["", "en"])
@every("width", [196, 277])
@every("ids", [("gdp",), ("new", "scene"), ("plant", "start", "coal")])
def test_a_narrow_column_of_figures_has_room_for_another(
    audience: str, width: int, ids: tuple[str, ...]
) -> None:
    ctx = context(audience)
    rect = Rect(pt(716), pt(122), pt(width), pt(344))
    made = figure_stack(ctx, [Numeral(id) for id in ids], rect)
    assert not ctx.problems.fatal
    assert (made.rect.x, made.rect.y, made.rect.w) == (rect.x, rect.y, rect.w)
    # A numeral, and below it its words, in a row each.
    tall = [sum(pair) for pair in zip(made.heights[::2], made.heights[1::2], strict=True)]
    assert len(tall) == len(ids)
    if (audience, len(ids)) == ("en", 3):
        # The words of three figures fill the column.
        assert made.rect.bottom == rect.bottom
    else:
        assert len(set(tall[:-1])) <= 1
        assert all(height >= tall[-1] for height in tall)
        assert made.rect.bottom + made.heights[-1] <= rect.bottom
    for number, (cell,) in enumerate(made.cells):
        assert largest_of(cell.paragraphs) <= pt(48)
        assert any(p.text[0] in "●○△" for p in cell.paragraphs) == (number % 2 == 1)
