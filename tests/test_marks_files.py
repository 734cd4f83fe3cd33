"""Marks within texts in finished files: runs and links of decks and prints, notes, Markdown."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import editing
import pypdf
import pypdfium2
import pytest
from composing import composed
from outlines import OUTLINE, TOPICS, brief, made_in, project
from pptx import Presentation
from tellings import assert_told

from briefgen.brief.model import Brief
from briefgen.build import Request, build, load
from briefgen.geometry import pt
from briefgen.messages import catalogue
from briefgen.parts.text import para
from briefgen.problems import ContentError, Problem
from briefgen.scene.items import TextBox
from briefgen.scene.walk import walk
from briefgen.theme.model import DECK
from briefgen.typography.fonts import load_fonts
from briefgen.typography.paragraph import set_text

DECK_PART = """\
deck:
  - id: first
    kind: summary
    title: '**关键**：CO~2~下降[^1]'
    footnotes: {1: '初步数，见[公报](https://www.example.gov.cn/bulletin)。', 2: 不含农村。}
    notes: |
      先说**结论**，再看[第二张](second)。
      见 https://www.example.gov.cn/notes[^2]。
    points:
      - {head: 时限, text: '必须**年底前**完成，*GDP* 与*重点*[^2]'}
      - {head: '单位 m^3^', text: '产值**{output}**，详见 https://data.example.gov.cn/q1 公告'}
      - {head: 去向, text: '[下一页](second)或[热线](tel:02012345)、a@example.gov.cn'}
  - id: second
    kind: table
    title: 进展
    header: [区, 进展]
    rows: [['甲', '**一半**[^1]'], [乙, 'CO₂ 10⁻⁶']]
    footnotes: {1: 三月底}
page:
  headline: '产值**更高**[^1]'
  topics: [first, second]
  footnotes: {1: '按[可比价](https://www.example.gov.cn/price)'}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("marks")
    path = project(folder, OUTLINE + TOPICS + DECK_PART)
    formats = ("deck", "handout", "brief", "md")
    report = build(Request(path, ("base",), formats=formats, out=folder / "out", verify=True))
    codes = {each.code for each in report.problems}
    assert not codes & {"footnote-missing", "footnote-unused", "mark-literal"}
    return made_in(folder / "out")


def deck(files: dict[str, bytes]) -> Any:
    return Presentation(BytesIO(files["demo.pptx"]))


def runs(slide: Any) -> dict[str, Any]:
    """The runs of a slide by their words."""
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            frames += [cell.text_frame for row in shape.table.rows for cell in row.cells]
    return {run.text: run for frame in frames for each in frame.paragraphs for run in each.runs}


@pytest.mark.slow
def test_emphasis_is_real_runs(files: dict[str, bytes]) -> None:
    """Hanzi are not slanted: what stresses them is bold."""
    found = runs(deck(files).slides[0])
    assert found["年底前"].font.bold
    assert found["重点"].font.bold
    assert not found["重点"].font.italic
    assert found["GDP"].font.italic
    assert not found["GDP"].font.bold
    assert found["超3200亿元"].font.bold
    assert not found["必须"].font.bold


def test_raised_and_lowered_characters_are_runs_with_a_baseline(files: dict[str, bytes]) -> None:
    first, _ = deck(files).slides
    title = {
        run.text: run for each in first.shapes.title.text_frame.paragraphs for run in each.runs
    }
    assert title["2"].font._rPr.get("baseline") == "-25000"
    frames = [shape.text_frame for shape in first.placeholders]
    every = [run for frame in frames for each in frame.paragraphs for run in each.runs]
    baselines = {(run.text, run.font._rPr.get("baseline")) for run in every}
    assert {(words, to) for words, to in baselines if to} == {
        ("2", "-25000"),
        ("3", "30000"),
        ("[1]", "30000"),
        ("[2]", "30000"),
    }


def test_links_are_runs_with_an_address(files: dict[str, bytes]) -> None:
    found = runs(deck(files).slides[0])
    led = {words: run.hyperlink.address for words, run in found.items() if run.hyperlink.address}
    assert led.pop("下一页") == "slide2.xml"
    assert led == {
        "https://data.example.gov.cn/q1": "https://data.example.gov.cn/q1",
        "热线": "tel:02012345",
        "a@example.gov.cn": "mailto:a@example.gov.cn",
        "公报": "https://www.example.gov.cn/bulletin",
    }
    click = found["下一页"].font._rPr.find(editing.A + "hlinkClick")
    assert click.get("action") == "ppaction://hlinksldjump"


def test_resetting_a_marked_slide_changes_nothing(files: dict[str, bytes]) -> None:
    """Bold, slanted, raised and linked runs stay what they are; nothing else is said of them."""
    data = files["demo.pptx"]
    told = []
    for slide, (name, root) in zip(deck(files).slides, editing.slides(data), strict=True):
        layouts = {p.placeholder_format.idx: p._element for p in slide.slide_layout.placeholders}
        for shape in editing.placeholders(root):
            index = int(editing.holder(shape).get("idx", 0))
            told += [f"{name}: {what}" for what in editing.own(shape, layouts[index])]
    assert told == []


def test_the_speakers_notes_have_runs_links_and_their_footnotes(files: dict[str, bytes]) -> None:
    notes = deck(files).slides[0].notes_slide
    lines = notes.notes_text_frame.paragraphs
    assert [line.text for line in lines[:3]] == [
        "先说结论，再看第二张。",
        "见 https://www.example.gov.cn/notes[2]。",
        "[2] 不含农村。",
    ]
    found = {run.text: run for line in lines for run in line.runs}
    assert found["结论"].font.bold
    assert found["https://www.example.gov.cn/notes"].hyperlink.address
    assert found["第二张"].font._rPr.find(editing.A + "hlinkClick") is not None
    assert found["[2]"].font._rPr.get("baseline") == "30000"


def test_footnotes_stand_at_the_foot_of_their_slide(files: dict[str, bytes]) -> None:
    first, second = deck(files).slides
    feet = [
        next(s for s in slide.placeholders if s.placeholder_format.idx == 21)
        for slide in (first, second)
    ]
    assert feet[0].text_frame.text == "[1] 初步数，见公报。　[2] 不含农村。"
    assert feet[1].text_frame.text == "[1] 三月底"


def annotations(data: bytes) -> list[tuple[int, str]]:
    """Where the links of a print lead: number of the page, and address or destination's page."""
    reader = pypdf.PdfReader(BytesIO(data))
    found = []
    for number, page in enumerate(reader.pages, 1):
        for each in page.get("/Annots", ()):
            action = each.get_object()["/A"]
            found.append((number, str(action.get("/URI") or action["/S"])))
    return found


def test_links_of_prints_are_annotations(files: dict[str, bytes]) -> None:
    found = annotations(files["demo-handout.pdf"])
    assert {to for page, to in found if page == 1} == {
        "/GoTo",
        "https://data.example.gov.cn/q1",
        "tel:02012345",
        "mailto:a@example.gov.cn",
        "https://www.example.gov.cn/bulletin",
    }
    assert (1, "https://www.example.gov.cn/price") in annotations(files["demo.pdf"])


def test_prints_raise_and_lower_by_text_rise_and_copy_as_written(files: dict[str, bytes]) -> None:
    data = files["demo-handout.pdf"]
    content = pypdf.PdfReader(BytesIO(data)).pages[0].get_contents().get_data().decode("latin-1")
    rises = {float(line.split()[-2]) for line in content.splitlines() if line.endswith(" Ts")}
    assert min(rises) < 0 < max(rises)
    # Each rise ends with its text.
    assert content.count("0 Ts ET") == sum(line.endswith(" Ts") for line in content.splitlines())
    assert "1 0 0.2126 1" in content.replace("0.213", "0.2126")
    said = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]
    assert "CO2下降[1]" in said[0].replace("\r\n", "").replace(" ", "")
    assert "CO₂" in said[1]
    assert "10⁻⁶" in said[1]


def test_the_page_has_its_footnotes_at_its_foot(files: dict[str, bytes]) -> None:
    said = pypdfium2.PdfDocument(files["demo.pdf"])[0].get_textpage().get_text_bounded()
    assert "更高[1]" in said.replace("\r\n", "")
    assert "[1] 按可比价" in said


def test_markdown_has_the_marks_of_commonmark(files: dict[str, bytes]) -> None:
    text = files["demo.md"].decode()
    assert "必须**年底前**完成，*GDP* 与*重点*<sup>\\[2\\]</sup>" in text
    assert "单位 m<sup>3</sup>" in text
    assert "[下一页](#second)或[热线](tel:02012345)" in text
    assert "## 关键：CO₂下降 " in text


def test_bookmarks_and_titles_of_files_have_no_marks(files: dict[str, bytes]) -> None:
    reader = pypdf.PdfReader(BytesIO(files["demo-handout.pdf"]))
    assert [str(each.title) for each in reader.outline] == ["关键：CO₂下降", "进展"]


# ── Setting ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("medium", ["deck", "print"])
@pytest.mark.parametrize("written", ["产值增长[^1]，回落[^2]。" * 6, "全市 10^-6^ 与m^2^左右" * 6])
def test_no_line_begins_with_what_is_raised(tmp_path: Path, medium: Any, written: str) -> None:
    text = brief(tmp_path, OUTLINE + TOPICS + f"page: {{lead: '{written}'}}\n").page.lead
    assert text
    for align in ("left", "justify"):
        made = para(text, DECK["body"], align=align)
        for width in range(120, 400, 7):
            lines = set_text([made], pt(width), load_fonts(), medium=medium).lines
            assert "".join(line.text for line in lines) == made.text
            for line in lines:
                assert line.spans[0].style.rise == 0
                for before, after in pairwise(line.spans):
                    if after.style.rise:
                        assert after.x - before.x - before.width == 0


def test_raised_characters_are_measured_as_small_as_they_are(tmp_path: Path) -> None:
    text = brief(tmp_path, OUTLINE + TOPICS + "page: {lead: 'm^333^'}\n").page.lead
    assert text
    step = DECK["body"]
    line = set_text([para(text, step)], pt(400), load_fonts(), medium="print").lines[0]
    widths = [load_fonts().regular.width(words) * step.size for words in ("m", "333")]
    assert line.width == pytest.approx((widths[0] + widths[1] * 0.667) / 1000, rel=0.001)


# ── What is wrong with footnotes ─────────────────────────────────────────────


def told(folder: Path, outline: str, format: str = "deck") -> list[Problem]:
    path = project(folder, OUTLINE + TOPICS + outline)
    try:
        return list(build(Request(path, ("base",), formats=(format,), out=folder / "out")).problems)
    except ContentError as error:
        return list(error.problems)


POINTS = "points: [{head: 甲, text: '乙[^1]'}, {head: 丙, text: 丁}]"


def test_a_footnote_that_is_missing_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, f"deck: [{{kind: summary, id: s, title: 题, {POINTS}}}]\n")
    assert "slide s" in assert_told("footnote-missing", found).advice("en")


def test_a_footnote_that_is_not_used_is_told(tmp_path: Path) -> None:
    notes = "footnotes: {1: 一, 2: 二}"
    found = told(tmp_path, f"deck: [{{kind: summary, id: s, title: 题, {notes}, {POINTS}}}]\n")
    assert_told("footnote-unused", found)
    assert not [each for each in found if each.code == "footnote-missing"]


def test_footnotes_of_the_page_are_told_too(tmp_path: Path) -> None:
    page = "page: {headline: '甲[^2]', footnotes: {1: 一}}\n"
    for style in ("picture", "article"):
        found = told(
            tmp_path / style, page.replace("page: {", f"page: {{style: {style}, "), "brief"
        )
        assert_told("footnote-missing", found)
        assert_told("footnote-unused", found)


def test_a_footnote_has_a_number(tmp_path: Path) -> None:
    found = told(
        tmp_path, "deck: [{kind: summary, title: 题, footnotes: {a: 一}, " + POINTS + "}]\n"
    )
    assert_told("bad-footnote", found)


def test_footnotes_too_long_for_two_lines_are_told(tmp_path: Path) -> None:
    notes = f"footnotes: {{1: {'很长的注文' * 60}}}"
    points = POINTS.replace("[^1]", "")
    found = told(tmp_path, f"deck: [{{kind: summary, title: '题[^1]', {notes}, {points}}}]\n")
    assert_told("overflow", found)


@pytest.mark.parametrize(
    "slide",
    [
        "{kind: cover, title: '甲[^1]', footnotes: {1: 一}}",
        "{kind: section, title: '甲[^1]', footnotes: {1: 一}}",
        "{kind: closing, title: '甲[^1]', lines: [乙], footnotes: {1: 一}}",
        "{kind: sources, title: '甲[^1]', footnotes: {1: 一}}",
        "{kind: kpi, title: '甲[^1]', figures: [output, firms], footnotes: {1: 一}}",
        "{kind: topics, title: '甲[^1]', footnotes: {1: 一}}",
        "{kind: topic, topic: first, title: '甲[^1]', footnotes: {1: 一}}",
        "{kind: cards, title: '甲[^1]', footnotes: {1: 一}, "
        "cards: [{head: 甲, text: 乙}, {head: 丙, text: 丁}]}",
        "{kind: timeline, title: '甲[^1]', footnotes: {1: 一}, "
        "events: [{when: 3月, what: 甲}, {when: 4月, what: 乙}]}",
    ],
)
def test_any_kind_has_a_place_for_footnotes(tmp_path: Path, slide: str) -> None:
    """Nothing else of the slide stands there."""
    made: Brief = brief(tmp_path, OUTLINE + TOPICS + f"deck: [{slide}]\n")
    page = composed(made)[0].pages[0]
    boxes = [item for item in walk(page.items) if isinstance(item, TextBox)]
    foot = next(box for box in boxes if "".join(p.text for p in box.paragraphs).endswith("[1] 一"))
    for other in boxes:
        if other is not foot and other.lines:
            top = min(line.baseline for line in other.lines) - pt(10)
            bottom = max(line.baseline for line in other.lines) + pt(2)
            mine = foot.lines[0].baseline
            beside = other.rect.x >= foot.lines[0].x + foot.lines[0].width
            assert beside or bottom <= mine - pt(8) or top >= mine + pt(2), other.name


# ── Restrictions ─────────────────────────────────────────────────────────────


def test_marked_words_that_are_restricted_are_searched_for(tmp_path: Path) -> None:
    deck = """\
deck:
  - {id: a, kind: cover, title: 甲, notes: 缺口较大须另行筹措资金}
  - {id: b, kind: cover, title: 乙, only: [x], notes: '缺口**较大**须[另行](https://a.cn)筹措资金'}
"""
    path = project(tmp_path, OUTLINE + TOPICS + deck, x="name: 甲", y="name: 乙")
    loaded = load(Request(path, ("y",)))
    words = [secret.words for secret in loaded.briefs["y"].withheld]
    assert any("另行" in each for each in words)
    # It stands elsewhere, where everybody sees it: no leak.
    build(Request(path, ("y",), formats=("deck",), out=tmp_path / "out"))


def test_restricted_footnotes_do_not_leak(tmp_path: Path) -> None:
    deck = """\
deck:
  - {id: a, kind: cover, title: 甲, notes: 内部测算缺口较大须另行筹措}
  - {id: b, kind: cover, title: '乙[^1]', footnotes: {1: 另一句只给干部看的注文很长}, only: [x]}
"""
    path = project(tmp_path, OUTLINE + TOPICS + deck, x="name: 甲", y="name: 乙")
    loaded = load(Request(path, ("y",)))
    assert "另一句只给干部看的注文很长" in [s.words for s in loaded.briefs["y"].withheld]


@pytest.mark.parametrize("code", ["footnote-missing", "footnote-unused"])
def test_the_examples_of_footnotes_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    message = catalogue()[code]
    assert_told(code, told(tmp_path / "wrong", message.wrong + "\n"))
    assert code not in {each.code for each in told(tmp_path / "right", message.right + "\n")}
