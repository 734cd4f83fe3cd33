"""Drafts: somebody's text, Markdown, Word, PowerPoint or PDF file becomes a project."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from stray import docx, para, picture, zipped

from briefgen.build import check, load
from briefgen.cli import briefgen
from briefgen.drafting.read import read_document
from briefgen.drafting.tree import Aside, Document, Grid, Heading, Listing, Paragraph, Picture
from briefgen.facts.quantity import display
from briefgen.request import Request

REPORT = """滨江区政府工作报告
——2026年1月在人民代表大会上
各位代表：
一、2025年工作回顾
过去一年，面对复杂形势，我们坚持稳中求进，各项工作取得新进展。
（一）经济运行稳中有进。地区生产总值812亿元，增长5.5%左右。新增就业3.2万人。引进项目46个。产业基金总规模50亿元。重点企业产值占全区七成，创新平台加快建设，营商环境持续改善，群众满意度稳步上升。
（二）民生保障有力有效。新建学校8所。改造老旧小区120个。
二、2026年工作安排
坚持干字当头，把各项任务落到实处。
（一）抓创新。建设概念验证中心，打通成果转化通道。
（二）抓开放。扩大口岸功能，提升通关效率，吸引更多企业落户，形成新的增长点。
"""


def drafted(tmp_path: Path, name: str, data: bytes | str) -> Path:
    """The project that is drafted from a file; its check has no error."""
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    project = tmp_path / "project"
    arguments = ["new", str(project), "--from", str(file)]
    done = CliRunner().invoke(briefgen, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    found = check(Request(project / "content" / "outline.yaml", ("base",)))
    assert [str(problem) for problem in found if problem.severity == "error"] == []
    return project


def outline(project: Path) -> str:
    return (project / "content" / "outline.yaml").read_text("utf-8")


def titles(project: Path) -> list[str]:
    brief = load(Request(project / "content" / "outline.yaml", ("base",))).briefs["base"]
    return [str(slide.title) for slide in brief.deck]


def read(tmp_path: Path, name: str, data: bytes | str) -> Document:
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_document(file)


def heads(document: Document) -> list[tuple[int, str]]:
    return [(each.level, each.text) for each in document.blocks if isinstance(each, Heading)]


def words(document: Document) -> list[str]:
    return [each.text for each in document.blocks if isinstance(each, Paragraph)]


def test_a_report_becomes_sections_slides_and_figures(tmp_path: Path) -> None:
    project = drafted(tmp_path, "报告.txt", REPORT)
    text = outline(project)
    assert "title: 滨江区政府工作报告" in text
    assert "2025年工作回顾" in titles(project)
    assert "2025年经济运行稳中有进：地区生产总值812亿元，增长5.5%左右" in titles(project)
    ledger = (project / "content" / "figures.yaml").read_text("utf-8")
    assert "value: 812亿元" in ledger
    assert "quote: 地区生产总值812亿元" in ledger
    assert (project / "seeds" / "报告.txt").read_text("utf-8").startswith("# 滨江区政府工作报告")


def test_numbers_are_shown_as_the_source_writes_them(tmp_path: Path) -> None:
    project = drafted(tmp_path, "report.txt", REPORT)
    brief = load(Request(project / "content" / "outline.yaml", ("base",))).briefs["base"]
    notes = " ".join(str(slide.notes) for slide in brief.deck if slide.notes)
    assert "地区生产总值812亿元，增长5.5%左右" in notes


def test_doubtful_numbers_stay_the_words_of_the_source(tmp_path: Path) -> None:
    project = drafted(tmp_path, "report.txt", REPORT)
    assert "七成" in outline(project)
    assert "sure: no" not in (project / "content" / "figures.yaml").read_text("utf-8")


def test_nothing_is_said_that_the_file_does_not_say(tmp_path: Path) -> None:
    project = drafted(tmp_path, "report.txt", REPORT)
    brief = load(Request(project / "content" / "outline.yaml", ("base",))).briefs["base"]
    said = "".join(REPORT.split())
    for slide in brief.deck:
        if slide.kind != "agenda":
            # A title has the year of its figure, which stands in the heading above.
            whole = "".join(str(slide.title).split())
            assert whole[:5] in said
            heading, _, claim = whole.removeprefix("2025年").partition("：")
            assert heading in said
            assert claim in said
        for line in str(slide.notes or "").split("\n"):
            assert "".join(line.split()).rstrip("…") in said


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_texts_are_read_in_the_encodings_they_are_saved_in(tmp_path: Path, codec: str) -> None:
    document = read(tmp_path, "a.txt", REPORT.encode(codec))
    assert document.title == "滨江区政府工作报告"
    assert document.subtitle == "2026年1月在人民代表大会上"
    assert (1, "二、2026年工作安排") in heads(document)


def test_lines_that_were_wrapped_are_paragraphs_again(tmp_path: Path) -> None:
    text = "Report\n\n" + (
        "The harbour was built two hundred years ago by people who\n"
        "came from the hills, and it has been the centre of the town\n"
        "ever since it was opened.\n\nIts trade grew.\n"
    )
    assert words(read(tmp_path, "a.txt", text))[0].endswith("ever since it was opened.")
    assert "who came from the hills" in words(read(tmp_path, "a.txt", text))[0]


def test_lines_of_labels_and_values_stay_lines(tmp_path: Path) -> None:
    text = (
        "水泵说明书\n\n厂家：滨江水泵有限公司\n地址：滨江区江陵路1218号\n电话：0571-87654321\n\n"
        "适用条件：\n- 水温：5℃至40℃\n- 功率：2千瓦\n\n"
        "保修信息：\n编号：DF-2026\n期限：两年\n费用：9,800元\n"
    )
    document = read(tmp_path, "a.txt", text)
    assert [words for _, words in heads(document)] == ["适用条件", "保修信息"]
    said = words(document)
    assert "地址：滨江区江陵路1218号" in said
    assert "费用：9,800元" in said


def test_cells_of_a_plain_text_are_a_table(tmp_path: Path) -> None:
    text = "Sales\n\nIn thousands\nYear | North | South\n2023 | $ | 10 | $ | 20\n2024 | 12 | 24\n"
    (grid,) = [b for b in read(tmp_path, "a.txt", text).blocks if isinstance(b, Grid)]
    assert grid.rows[1] == ("2023", "$10", "$20")
    assert grid.caption == "In thousands"


def test_markdown_keeps_headings_lists_tables_and_pictures(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.png").write_bytes(picture())
    text = (
        "# Plan\n\n## Aims\n\n- one *thing*\n  - below it\n- [two](https://example.org)\n\n"
        "## Numbers\n\n| Year | Value |\n|---|---|\n| 2023 | 4 |\n| 2024 | 5 |\n\n"
        "![A view](img/a.png)\n\n```sh\nrun me\n```\n\n![Away](../../etc/passwd)\n"
    )
    document = read(tmp_path, "a.md", text)
    assert document.title == "Plan"
    assert heads(document) == [(1, "Aims"), (1, "Numbers")]
    (listing,) = [each for each in document.blocks if isinstance(each, Listing)]
    assert [(item.text, item.level) for item in listing.items] == [
        ("one thing", 0), ("below it", 1), ("two", 0),
    ]  # fmt: skip
    pictures = [each for each in document.blocks if isinstance(each, Picture)]
    assert [(each.alt, bool(each.data)) for each in pictures] == [("A view", True), ("Away", False)]
    assert [each.text for each in document.blocks if isinstance(each, Aside)] == ["run me"]


def test_a_word_file_is_read_with_changes_accepted(tmp_path: Path) -> None:
    body = (
        para("岸线规划", "T")
        + para("现状", "H1")
        + para("问题", "B")
        + "<w:p><w:r><w:t>岸线</w:t></w:r><w:ins><w:r><w:t>已经</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>尚未</w:delText></w:r></w:del><w:r><w:t>贯通。</w:t></w:r>"
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:footnoteReference w:id="2"/></w:p>'
        f"<w:sdt><w:sdtContent>{para('控件里的话。')}</w:sdtContent></w:sdt>"
        '<w:p><w:r><w:drawing><wp:docPr descr="江边"/><a:blip r:embed="r3"/></w:drawing></w:r>'
        "</w:p>"
        f"{para('图1 改造后的岸线')}"
    )
    document = read(tmp_path, "a.docx", docx(body))
    assert document.title == "岸线规划"
    assert heads(document) == [(1, "现状"), (2, "问题")]
    assert words(document) == ["岸线已经贯通。", "控件里的话。"]
    assert [each.text for each in document.blocks if isinstance(each, Aside)] == ["初步核算数"]
    (shown,) = [each for each in document.blocks if isinstance(each, Picture)]
    assert (shown.alt, shown.caption) == ("江边", "图1 改造后的岸线")


def test_spans_of_a_word_table_are_kept_and_headers_left_out(tmp_path: Path) -> None:
    def cell(text: str, own: str = "") -> str:
        return f"<w:tc><w:tcPr>{own}</w:tcPr>{para(text)}</w:tc>"

    merged, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    for drawing in ('<a:blip r:embed="r3"/>', f'<v:imagedata {vml} r:id="r3"/>'):
        shown = f"<w:p><w:r><w:t>桥</w:t></w:r><w:r><w:drawing>{drawing}</w:drawing></w:r></w:p>"
        cells = f"<w:tbl><w:tr><w:tc>{shown}</w:tc><w:tc>{para('一座')}</w:tc></w:tr></w:tbl>"
        pictured = read(tmp_path, "p.docx", docx(para("桥", "H1") + cells))
        assert sum(isinstance(each, Picture) for each in pictured.blocks) == 1
    body = (
        para("任务", "H1")
        + f"<w:tbl><w:tr>{cell('片区')}{cell('任务')}{cell('时限')}</w:tr>"
        + f"<w:tr>{cell('东部', merged)}{cell('修路')}{cell('六月')}</w:tr>"
        + f"<w:tr>{cell('', goes_on)}"
        + cell("种树", '<w:gridSpan w:val="2"/>')
        + "</w:tr></w:tbl>"
    )
    document = read(tmp_path, "a.docx", docx(body))
    (grid,) = [each for each in document.blocks if isinstance(each, Grid)]
    assert grid.rows[1:] == (("东部", "修路", "六月"), ("^", "种树", "<"))
    assert "内部资料" not in str(document.blocks)
    project = drafted(tmp_path, "b.docx", docx(body))
    assert "- [^, 种树, <]" in outline(project)


def test_macros_are_left_alone_and_told(tmp_path: Path) -> None:
    data = docx(para("一句话。") * 3, more={"word/vbaProject.bin": b"macro"})
    (tmp_path / "a.docm").write_bytes(data)
    arguments = ["new", str(tmp_path / "p"), "--from", str(tmp_path / "a.docm"), "--lang", "zh"]
    done = CliRunner().invoke(briefgen, arguments, catch_exceptions=False)
    assert "文件里有宏；没有运行，也没有收入草稿" in done.stderr
    assert not list((tmp_path / "p").rglob("*.bin"))


def deck() -> bytes:
    made = Presentation()
    cover = made.slides.add_slide(made.slide_layouts[0])
    cover.shapes.title.text, cover.placeholders[1].text = "The harbour", "A plan"
    points = made.slides.add_slide(made.slide_layouts[1])
    points.shapes.title.text = "Why now"
    points.placeholders[1].text = "The pier is old\nTrade grows\nPeople wait"
    points.notes_slide.notes_text_frame.text = "Speak slowly."
    points.shapes.add_picture(BytesIO(picture()), Inches(5), Inches(2), Inches(4))
    grid = made.slides.add_slide(made.slide_layouts[5])
    grid.shapes.title.text = "Who does what"
    table = grid.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(6), Inches(2)).table
    for row, cells in enumerate((("Task", "Who"), ("Path", "Works office"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_presentation_keeps_its_slides_pictures_tables_and_notes(tmp_path: Path) -> None:
    project = drafted(tmp_path, "old.pptx", deck())
    text = outline(project)
    assert "title: The harbour" in text
    assert "subtitle: A plan" in text
    assert titles(project)[1:] == ["Why now", "Who does what"]
    # Points and the one picture beside them stay on one slide.
    assert "kind: two-column" in text
    assert "- The pier is old" in text
    assert "notes: Speak slowly." in text
    assert "[Path, Works office]" in text
    assert len(list((project / "images").iterdir())) == 1


def two_columns() -> bytes:
    """Two pages in two columns below a title, with a header and page numbers."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    count = 0
    for page in (1, 2):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 815, "Annals of harbours, volume 3")
        canvas.drawString(290, 20, str(page))
        if page == 1:
            canvas.setFont("Helvetica-Bold", 20)
            canvas.drawString(60, 770, "The trade of old harbours")
        canvas.setFont("Helvetica", 10)
        for left in (60, 310):
            for line in range(20):
                count += 1
                words = f"word{count:03} of a line that fills the column end"
                canvas.drawString(left, 720 - 14 * line, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_columns_are_read_one_after_the_other_without_headers(tmp_path: Path) -> None:
    document = read(tmp_path, "a.pdf", two_columns())
    assert document.title == "The trade of old harbours"
    said = " ".join(words(document))
    numbers = [int(each) for each in re.findall(r"word(\d+)", said)]
    assert numbers == list(range(1, 81))
    assert "Annals" not in said
    assert not re.search(r"\b[12]\b", said)


def test_ruled_tables_of_a_pdf_keep_their_cells(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 780, "The table below says who does what until when in this year.")
    xs, ys = (60, 200, 340, 480), (740, 710, 680, 650)
    canvas.grid(xs, ys)
    cells = ("Task", "Who", "When", "Path", "Works office", "June", "Lights", "City", "August")
    for number, words_in in enumerate(cells):
        canvas.drawString(xs[number % 3] + 6, ys[number // 3] - 20, words_in)
    canvas.save()
    (grid,) = [b for b in read(tmp_path, "a.pdf", out.getvalue()).blocks if isinstance(b, Grid)]
    assert grid.rows[1] == ("Path", "Works office", "June")
    assert [cell for row in grid.rows for cell in row] == list(cells)


def test_a_long_file_gives_forty_slides_and_lists_the_rest(tmp_path: Path) -> None:
    parts = [f"## Part {n}\n\nWhat part {n} says in one sentence.\n" for n in range(1, 120)]
    project = drafted(tmp_path, "long.md", "# A long report\n\n" + "\n".join(parts))
    shown = outline(project)
    left = (project / "content" / "left-out.md").read_text("utf-8")
    assert len(titles(project)) <= 40
    for number in range(1, 120):
        assert f"What part {number} says" in shown + left
        assert re.search(rf"Part {number}\b", shown + left)


def test_titles_and_lists_are_as_long_as_a_slide_takes(tmp_path: Path) -> None:
    items = "\n".join(f"- 第{n}项工作按时推进" for n in range(1, 24))
    heading = (
        "关于加快推进滨江新区老码头片区城市更新和产业导入工作若干重点事项的情况说明和下一步打算"
    )
    project = drafted(tmp_path, "a.md", f"# 报告\n\n## {heading}\n\n{items}\n")
    brief = load(Request(project / "content" / "outline.yaml", ("base",))).briefs["base"]
    for slide in brief.deck:
        assert len(str(slide.title)) <= 34
        assert len(getattr(slide.fields, "points", ())) <= 7
    assert heading in outline(project)


def test_lists_with_points_below_stay_within_seven_lines(tmp_path: Path) -> None:
    lists = "\n".join(f"{n}. 第{n}组\n   - 甲{n}\n   - 乙{n}\n   - 丙{n}" for n in range(1, 6))
    text = f"# 报告\n\n## 分组\n\n{lists}\n\n- 另一项\n- 又一项\n"
    project = drafted(tmp_path, "a.md", text)
    brief = load(Request(project / "content" / "outline.yaml", ("base",))).briefs["base"]
    for slide in brief.deck:
        points = getattr(slide.fields, "points", ())
        assert sum(1 + len(point.points) for point in points) <= 7


def test_a_table_of_numbers_is_a_chart_and_its_values_stand_in_a_file(tmp_path: Path) -> None:
    rows = "\n".join(
        f"| {year}年 | {value} |" for year, value in ((2022, 690), (2023, 742), (2024, 800))
    )
    text = f"# 报告\n\n## 产值\n\n| 年份 | 产值（亿元） |\n|---|---|\n{rows}\n"
    project = drafted(tmp_path, "a.md", text)
    assert "kind: column" in outline(project)
    (file,) = (project / "data").iterdir()
    assert file.read_text("utf-8").split() == [
        "年份,产值（亿元）",
        "2022年,690",
        "2023年,742",
        "2024年,800",
    ]


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        project = drafted(tmp_path / name, "a.pptx", deck())
        made.append(
            {p.relative_to(project): p.read_bytes() for p in project.rglob("*.*") if p.is_file()}
        )
    assert made[0] == made[1]


def test_signs_of_an_outline_in_a_file_are_shown_as_they_are(tmp_path: Path) -> None:
    text = "# Notes\n\n## Signs\n\n- a {brace} and a ~tilde~\n- 2 ^ 3 and `code` <b>\n- # no mark\n"
    project = drafted(tmp_path, "a.md", text)
    brief = load(Request(project / "content" / "outline.yaml", ("base",))).briefs["base"]
    (slide,) = [each for each in brief.deck if each.kind == "bullets"]
    assert "{brace}" in str(slide.fields)
    found = check(Request(project / "content" / "outline.yaml", ("base",)))
    assert {problem.code for problem in found} <= {"let-off", "page-from-deck"}


def test_characters_that_cannot_be_set_are_left_out_and_others_refused(tmp_path: Path) -> None:
    project = drafted(
        tmp_path, "a.md", "# Plan\n\n## Done \u274c\n\nAll is done.\n\n\u2705 Really.\n"
    )
    assert "\u274c" not in outline(project)
    (tmp_path / "b.txt").write_text(
        "코로나 관련 보험 문제\n\n보험금 지급 문제가 있습니다.\n", "utf-8"
    )
    arguments = ["new", str(tmp_path / "q"), "--from", str(tmp_path / "b.txt")]
    done = CliRunner().invoke(briefgen, arguments)
    assert "letters that briefgen does not set" in str(done.exception)


def test_an_empty_archive_is_no_word_file(tmp_path: Path) -> None:
    from briefgen.problems import MachineError

    with pytest.raises(MachineError, match="not what its ending says"):
        read(tmp_path, "a.docx", zipped({"a": "b"}))


RELEASE = """Acme, Inc. reports its third quarter
Acme, Inc. (NYSE: ACM) announced its results for the third quarter of fiscal 2024 today.
Results
Net sales decreased 3.2 percent to $128.0 million in the third quarter of fiscal 2024.

Online sales increased 1.1 per cent to $46.6 million in the same quarter.

The company keeps its stores open on every day of the week.
"""
HONG_KONG = """財政預算案
香港的財政預算案由財政司司長在香港立法會發表，內容涵蓋香港未來一年的收支安排。
紓解壓力
我建議推出一次性的措施。政府收入減少 116億元。整體經濟全年只增長 1.4%。
電力住宅用戶的電費補貼為 1,800元，政府開支為 45億元。
香港的財政狀況仍然穩健，政府會繼續審慎理財，並為未來作好準備。
"""


def test_numbers_that_a_page_writes_otherwise_than_the_source_are_figures_too(
    tmp_path: Path,
) -> None:
    project = drafted(tmp_path, "release.txt", RELEASE)
    ledger = (project / "content" / "figures.yaml").read_text("utf-8")
    for value in ("down 3.2 percent", "1.1 per cent", "US$128.0 million"):
        assert f'value: "{value}"' in ledger
    assert "-growth:number} to {" in outline(project)
    assert not re.search("percent|128", outline(project))


def test_sums_in_the_currency_of_a_source_are_figures(tmp_path: Path) -> None:
    project = drafted(tmp_path, "budget.txt", HONG_KONG)
    ledger = (project / "content" / "figures.yaml").read_text("utf-8")
    assert "currency: HKD" in outline(project)
    sums = ["116亿港元", "1,800港元", "45亿港元"]
    assert re.findall(r"value: \S*?([\d,]+亿?港元)", ledger.replace('"', "")) == sums
    assert not re.search("億元|800元", outline(project))


def test_only_stays_only_in_traditional_characters(tmp_path: Path) -> None:
    brief = load(Request(drafted(tmp_path, "b.txt", HONG_KONG) / "content/outline.yaml", ("base",)))
    base = brief.briefs["base"]
    shown = {str(display(figure.quantity, base.tag)) for figure in base.figures.values()}
    assert "只1.4%" in shown


def test_short_lines_of_a_quotation_are_a_list_and_long_ones_a_paragraph(tmp_path: Path) -> None:
    text = """# 题

> 开工项目三十个
> 竣工项目十二个

> 他说，这条路修得好，
> 大家都愿意走。

> The harbour was rebuilt after
> the storm of that year.
"""
    listing, *others = read(tmp_path, "q.md", text).blocks
    assert isinstance(listing, Listing)
    assert [item.text for item in listing.items] == ["开工项目三十个", "竣工项目十二个"]
    assert [each.text for each in others if isinstance(each, Paragraph)] == [
        "他说，这条路修得好，大家都愿意走。",
        "The harbour was rebuilt after the storm of that year.",
    ]
