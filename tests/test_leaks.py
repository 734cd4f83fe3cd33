"""Restrictions are kept: whatever was planted in a finished file is found, and nothing else."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
import xlsxwriter
from click.testing import CliRunner
from outlines import DECK, OUTLINE, TOPICS, loaded, project
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pypdf.generic import NameObject, TextStringObject

from briefgen.brief.model import Brief
from briefgen.build import Request, build, load, make_one
from briefgen.checks.decoded import readings
from briefgen.checks.leaks import search
from briefgen.cli import briefgen
from briefgen.problems import ContentError, Problem, Problems
from briefgen.request import Job

SECRET = "内部测算显示缺口较大，须另行筹措"
NOTE = f"notes: {{text: '{SECRET}', only: [cadre]}}"
FIGURES = """\
  gap:
    value: 8640亿元
    kind: derived
    formula: output * 2.7
    label: {zh: 内部资金缺口, en: Funding gap}
    only: [cadre]
"""
CHART = "  - {id: chart, kind: bar, title: 两项产值, figures: [output, output-2]}\n"
SECOND = """\
  output-2:
    value: 1600亿元
    kind: derived
    formula: output / 2
    label: {zh: 半数产值, en: Half of it}
"""


def outline() -> str:
    deck = DECK.replace("title: 创新成轴}", f"title: 创新成轴, {NOTE}}}")
    return OUTLINE + SECOND + FIGURES + TOPICS + deck + CHART


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> tuple[Brief, dict[str, bytes]]:
    """The brief of an audience that may not see everything, and its files."""
    folder = tmp_path_factory.mktemp("public")
    path = project(folder, outline(), cadre="name: 干部", public="name: 公众")
    found = load(Request(path, ("public",)))
    assert not found.problems.fatal, [str(problem) for problem in found.problems]
    brief, theme = found.briefs["public"], found.themes["public"]
    files: dict[str, bytes] = {}
    for format in ("deck", "brief", "handout"):
        made = make_one(Job(brief, theme, format))
        assert not any(problem.severity == "error" for problem in made.problems)
        files.update(made.files)
    return brief, files


def found_in(name: str, data: bytes, brief: Brief) -> list[Problem]:
    problems = Problems()
    search({name: data}, brief, problems)
    return [problem for problem in problems if problem.code == "leak"]


def deck_with(data: bytes, plant: Callable[[Presentation], None]) -> bytes:
    deck = Presentation(io.BytesIO(data))
    plant(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def in_notes(deck: Presentation) -> None:
    deck.slides[0].notes_slide.notes_text_frame.text = f"各位好。{SECRET}。"


def in_runs(deck: Presentation) -> None:
    paragraph = deck.slides[3].shapes.title.text_frame.paragraphs[0]
    for piece in ("（内部测算", "显示缺口", "较大， 须另行", "筹措）"):
        paragraph.add_run().text = piece
        paragraph.add_line_break()


def in_alt_text(deck: Presentation) -> None:
    shape = deck.slides[2].shapes[0]
    shape._element.nvSpPr.cNvPr.set("descr", f"图：{SECRET}")


def in_properties(deck: Presentation) -> None:
    deck.core_properties.comments = SECRET


def in_a_name(deck: Presentation) -> None:
    deck.slides[1].shapes[0].name = SECRET


def in_layout(deck: Presentation) -> None:
    deck.slide_layouts[0].placeholders[0].text_frame.text = SECRET


def chart_of(deck: Presentation):
    return next(s.chart for slide in deck.slides for s in slide.shapes if s.has_chart)


def in_workbook(deck: Presentation) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet().write("D9", SECRET)
    book.close()
    chart_of(deck).part.chart_workbook.xlsx_part._blob = out.getvalue()


def value_in_workbook(deck: Presentation) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet().write("D9", 8640)
    book.close()
    chart_of(deck).part.chart_workbook.xlsx_part._blob = out.getvalue()


def in_shared_chart(deck: Presentation) -> None:
    data = CategoryChartData()
    data.categories = ["产值", "内部资金缺口"]
    data.add_series("亿元", (3200, 8640))
    chart_of(deck).replace_data(data)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("plant", "place"),
    [
        (in_notes, "speaker's notes "),
        (in_runs, "slide 4 "),
        (in_alt_text, "slide 3 "),
        (in_properties, "the document's properties "),
        (in_a_name, "slide 2 "),
        (in_layout, "ppt/slideLayouts/slideLayout1.xml"),
        (in_workbook, "a chart's workbook "),
        (value_in_workbook, "a chart's workbook "),
        (in_shared_chart, "chart "),
    ],
)
def test_a_leak_in_a_deck_is_found(
    public: tuple[Brief, dict[str, bytes]], plant: Callable[[Presentation], None], place: str
) -> None:
    brief, files = public
    assert found_in("demo-public.pptx", files["demo-public.pptx"], brief) == []
    found = found_in("demo-public.pptx", deck_with(files["demo-public.pptx"], plant), brief)
    assert any(f"demo-public.pptx: {place}" in problem.message for problem in found)
    assert all("only for cadre" in problem.message for problem in found)
    assert all(problem.mark.file == "content/outline.yaml" for problem in found)


def pdf_with(data: bytes, plant: Callable[[pypdf.PdfWriter], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    plant(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_alt(writer: pypdf.PdfWriter) -> None:
    root = writer.root_object["/StructTreeRoot"]["/K"]
    element = root[0].get_object() if isinstance(root, list) else root
    element[NameObject("/Alt")] = TextStringObject(SECRET)


def pdf_bookmark(writer: pypdf.PdfWriter) -> None:
    writer.add_outline_item(title=SECRET, page_number=0)


def pdf_attachment(writer: pypdf.PdfWriter) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", SECRET.encode())
    writer.add_attachment("data.zip", out.getvalue())


@pytest.mark.parametrize(
    "plant",
    [
        pdf_alt,
        pdf_attachment,
        lambda writer: writer.add_metadata({"/Subject": SECRET}),
        pdf_bookmark,
        lambda writer: writer.add_attachment("content.yaml", SECRET.encode()),
        lambda writer: writer.add_attachment(f"{SECRET}.txt", b""),
    ],
    ids=["alt", "zip", "metadata", "bookmark", "attachment", "attachment's name"],
)
def test_a_leak_in_a_pdf_is_found(
    public: tuple[Brief, dict[str, bytes]], plant: Callable[[pypdf.PdfWriter], None]
) -> None:
    brief, files = public
    assert found_in("demo-public.pdf", files["demo-public.pdf"], brief) == []
    assert found_in("demo-public.pdf", pdf_with(files["demo-public.pdf"], plant), brief)


def test_a_leak_in_the_text_of_a_pdf_is_found(tmp_path: Path) -> None:
    path = project(tmp_path, outline(), cadre="name: 干部", public="name: 公众")
    found = load(Request(path, ("cadre", "public")))
    cadre = found.briefs["cadre"]
    # What is made for those who may see it is a leak in the hands of the others.
    page = make_one(Job(cadre, found.themes["cadre"], "deck")).files["demo-cadre.pptx"]
    told = found_in("x.pptx", page, found.briefs["public"])
    assert [problem.mark.line for problem in told] == [
        next(n for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if SECRET in line)
    ]
    assert found_in("x.pptx", page, cadre) == []


def test_a_printed_figure_is_found(tmp_path: Path) -> None:
    text = outline() + "page: {figures: [output, {figure: gap, only: [cadre]}]}\n"
    path = project(tmp_path, text, cadre="name: 干部", public="name: 公众")
    found = load(Request(path, ("cadre", "public")))
    assert not found.problems.fatal, [str(problem) for problem in found.problems]
    page = make_one(Job(found.briefs["cadre"], found.themes["cadre"], "brief")).files[
        "demo-cadre.pdf"
    ]
    told = found_in("x.pdf", page, found.briefs["public"])
    assert {problem.message for problem in told} == {
        "the figure gap is only for cadre, but stands in x.pdf: page 1",
        "“内部资金缺口” is only for cadre, but stands in x.pdf: page 1",
    }


@pytest.mark.slow
def test_nothing_is_written_where_something_leaks(tmp_path: Path) -> None:
    # An address is no text of the audience's: what it gives away is nowhere else allowed.
    text = outline() + f"page: {{url: 'https://example.org/{SECRET.replace('，', '')}'}}\n"
    secret = SECRET.replace("，", "")
    path = project(tmp_path, text.replace(SECRET, secret), cadre="name: 干部", public="name: 公众")
    with pytest.raises(ContentError) as stopped:
        build(Request(path, ("public",)))
    assert {problem.code for problem in stopped.value.problems if problem.severity == "error"} == {
        "leak"
    }
    assert not (tmp_path / "out").exists()
    done = CliRunner().invoke(briefgen, ["build", str(path), "-a", "public"])
    assert done.exit_code == 1
    assert "nothing was written" in done.stderr
    assert build(Request(path, ("cadre",))).written


@pytest.mark.slow
def test_words_that_stand_elsewhere_too_are_no_leak(tmp_path: Path) -> None:
    text = outline().replace("title: 第一部分", f"title: '{SECRET}'")
    path = project(tmp_path, text, cadre="name: 干部", public="name: 公众")
    assert build(Request(path, ("public",))).written


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"],
)
def test_a_leak_in_a_file_of_no_known_form_is_found_in_any_encoding(
    public: tuple[Brief, dict[str, bytes]], codec: str
) -> None:
    brief, _ = public
    said = f"第一行\n{SECRET}。\n末行 end\n"
    assert found_in("a.txt", said.encode(codec), brief)
    assert not found_in("a.txt", said.replace(SECRET, "别的话").encode(codec), brief)


def test_traditional_characters_are_read_in_big5() -> None:
    assert "內部測算" in "".join(readings("內部測算".encode("big5hkscs")))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_leak_between_other_bytes_is_found(
    public: tuple[Brief, dict[str, bytes]], codec: str
) -> None:
    brief, _ = public
    for before in (b"\x00\x01\xff", b"\x00\x01\xff\x07"):
        assert found_in("a.bin", before + SECRET.encode(codec) + b"\xff\x00", brief)


def test_what_is_too_short_is_told(tmp_path: Path) -> None:
    text = outline().replace(SECRET, "口径")
    path = project(tmp_path, text, cadre="name: 干部", public="name: 公众")
    report = build(Request(path, ("public",), formats=("brief",)))
    assert [(p.severity, p.mark.line > 0) for p in report.problems if p.code == "leak-unsearched"]


@pytest.mark.slow
def test_a_number_within_a_longer_one_is_no_leak(tmp_path: Path) -> None:
    text = outline().replace("8640亿元", "600亿元").replace("* 2.7", "* 0.1875")
    path = project(tmp_path, text, cadre="name: 干部", public="name: 公众")
    brief, found = loaded(path, "public")
    assert brief is not None, found
    assert build(Request(path, ("public",))).written
