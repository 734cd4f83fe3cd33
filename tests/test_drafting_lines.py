"""What becomes of the lines of a text that are no part of what it says, and of what slides are
called."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import every
from test_drafting_page import REPORT, drafted

from briefgen.drafting.accounts import _closed
from briefgen.drafting.casing import cased
from briefgen.drafting.pdf_page import Run, _joined
from briefgen.drafting.wording import fitting, point

BODY = "全市上下坚持稳中求进，经济运行总体平稳，就业形势保持稳定，居民收入继续增加。"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("head", "end", "office", "date"),
    [
        (
            "南京市统计局  国家统计局南京调查队\n2025年3月\n",
            "",
            "南京市统计局 国家统计局南京调查队",
            "2025-03",
        ),
        ("（2025年3月5日）\n", "", "", "2025-03-05"),
        ("", "滨江区人民政府办公室\n2025年12月30日\n", "滨江区人民政府办公室", "2025-12-30"),
        ("", "滨江区人民政府办公室\n", "", ""),
    ],
)
def test_office_and_date_alone_on_lines_are_those_of_the_brief(
    tmp_path: Path, head: str, end: str, office: str, date: str
) -> None:
    text = REPORT.replace("各位代表：\n", head) + BODY + "\n" + end
    project, brief = drafted(tmp_path, text)
    assert (str(brief.organisation), brief.date) == (office, date)
    outline = (project / "content" / "outline.yaml").read_text("utf-8")
    for line in (*head.split("\n"), *end.split("\n")):
        assert not (office and date and line) or f"      {line}" not in outline


def test_running_lines_and_page_numbers_are_no_part_of_a_text(tmp_path: Path) -> None:
    pages = "".join(
        f"第{n}節說明本年度各項工作的進展，以及政府在經濟和民生方面的安排，\n"
        f"立法會  ─  2013年 2月 27日\n{5146 + n}\n並提出下一步建議{n}項。\n"
        for n in range(1, 7)
    )
    project, brief = drafted(tmp_path, f"財政預算演辭\n{pages}")
    assert (str(brief.organisation), brief.date) == ("立法會", "2013-02-27")
    for file in project.rglob("*.[mty]*[dtl]"):
        text = file.read_text("utf-8")
        assert "5149" not in text
        assert "立法會  ─" not in text
    shown = (project / "content" / "outline.yaml").read_text("utf-8")
    assert shown.count("民生方面的安排，並提出下一步建議") >= 6


def test_years_alone_on_lines_are_no_page_numbers(tmp_path: Path) -> None:
    text = "".join(
        f"{year}\n这一年各项工作都有新的进展，群众普遍满意。\n" for year in (2021, 2022, 2023)
    )
    project, _ = drafted(tmp_path, f"三年回顾\n{text}")
    assert "2022" in (project / "content" / "outline.yaml").read_text("utf-8")


def test_a_traditional_draft_has_a_traditional_agenda(tmp_path: Path) -> None:
    said = "政府會繼續推動經濟發展，讓市民安居樂業。" * 12
    text = "".join(f"{n}、第{n}項計劃\n{said}\n{said}\n{said}\n" for n in "一二三")
    _, brief = drafted(tmp_path, f"發展計劃\n{text}")
    assert str(brief.deck[1].title) == "目錄"


def test_slides_of_one_heading_are_told_apart_by_their_titles(tmp_path: Path) -> None:
    more = "The board meets each month, and its notes are public. Members vote on each item. " * 3
    begins = (
        "Net sales for the quarter ended 2 May 2024 decreased 3.2 percent in all of our regions.",
        "Net sales for the half year ended 2 May 2024 decreased 4.1 percent in all of our regions.",
        "As before, we pay our suppliers within thirty days of the day that they send us a bill.",
        "As always, we are grateful to all who buy what we make in the towns of our regions.",
    )
    head = "HARBOUR FOODS REPORTS THIRD QUARTER RESULTS"
    text = "\n\n".join((head, *(f"{begin} {more}" for begin in begins)))
    _, brief = drafted(tmp_path, text)
    titles = [str(slide.title) for slide in brief.deck[1:]]
    assert str(brief.title) == "Harbour Foods Reports Third Quarter Results"
    assert len(set(titles)) == len(titles)
    assert "Net sales for the half year ended 2 May 2024 decreased 4.1%" in titles
    assert "The board meets each month, and its notes are public" in titles


def test_what_only_introduces_is_no_title(tmp_path: Path) -> None:
    said = "优化投资结构，产业投资比重继续提升，民间投资占比继续提高，发展后劲不断增强。" * 5
    text = f"报告\n一、回顾\n主要做了以下工作。\n一是全力以进促稳。{said}\n二、打算\n{said}\n"
    project, brief = drafted(tmp_path, text)
    assert "以下工作" not in "".join(str(slide.title) for slide in brief.deck)
    assert "主要做了以下工作" in (project / "content" / "outline.yaml").read_text("utf-8")


def test_a_table_is_called_by_its_caption_and_not_by_what_stands_in_brackets(
    tmp_path: Path,
) -> None:
    rows = "Cash | 301 | 268\nReceivables | 79 | 86\nInventory | 149 | 126\n"
    text = (
        "Harbour Foods Reports Results\n\nSales rose, and so did costs, in all of our regions.\n\n"
        f"THE HARBOUR, INC.\nCONSOLIDATED BALANCE SHEETS\n(Amounts in Thousands)\n(Unaudited)\n"
        f"ASSETS | 2024 | 2023\nCURRENT ASSETS:\n{rows}TOTAL AND EQUITY\nOWED:\n{rows}"
    )
    _, brief = drafted(tmp_path, text)
    (table,) = [slide for slide in brief.deck if slide.kind == "table"]
    assert str(table.title) == "Consolidated Balance Sheets"


def test_a_row_without_a_name_keeps_its_numbers_in_their_columns(tmp_path: Path) -> None:
    text = (
        "Harbour Foods Reports Results\n\nSales rose, and so did costs, in all of our regions.\n\n"
        "COSTS | 2024 | 2023\nSelling | 71,986 | 70,242\nGeneral | 13,602 | 12,908\n"
        "85,588 | 83,150\nTax, state | 14,334 | 16,793\nTax, federal | (4,023) | (4,490)\n"
    )
    project, _ = drafted(tmp_path, text)
    assert '["", "85,588", "83,150"]' in (project / "content" / "outline.yaml").read_text("utf-8")


def test_a_row_of_numbers_is_no_header(tmp_path: Path) -> None:
    text = (
        "Harbour Foods Reports Results\n\nSales rose, and so did costs, in all of our regions.\n\n"
        "Accounts payable | $67,701 | $45,958\nAccrued pay | 27,095 | 49,827\n"
        "Income taxes | 2,519 | 4,672\nTotal | 97,315 | 100,457\n"
    )
    _, brief = drafted(tmp_path, text)
    (table,) = [slide for slide in brief.deck if slide.kind == "table"]
    assert "67,701" not in str(table.fields.header)
    assert "67,701" in str(table.fields)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Due to the 53rd week in fiscal 2023, comparable store net sales for the quarter and "
            "the year to date are compared to the 13-week and 39-week periods ended 4 November.",
            "Due to the 53rd week in fiscal 2023, comparable store net sales for the quarter and "
            "the year to date are compared to the 13-week and 39-week periods ended 4 November",
        ),
        (
            "Net sales for the 13-week fiscal quarter decreased 3.2 percent to $293.6 million, "
            "compared to net sales of $303.5 million for the prior year 13-week fiscal quarter "
            "and to net sales of $280.1 million for the year before.",
            "Net sales for the 13-week fiscal quarter decreased 3.2 percent to $293.6 million",
        ),
        (
            "The Company does not undertake to publicly update or revise any statements about what "
            "is yet to come " + "if experience or future changes make it clear to everybody that "
            "any of the projected results expressed or implied here will not be realised " * 2,
            "The Company does not undertake to publicly update or revise any statements about what "
            "is yet to come",
        ),
    ],
)
def test_a_point_is_a_whole_clause(sentence: str, said: str) -> None:
    assert point(sentence) == said


def test_lines_that_say_nothing_of_a_text_are_left_out(tmp_path: Path) -> None:
    text = (
        "Harbour Foods Reports Results\n\nSales rose, and so did costs, in all of our regions.\n\n"
        "Note: News releases and other information on Harbour Foods can be accessed at x.com.\n\n"
        "Financial Tables to Follow\n\nProfit rose, and so did our dividend, to four cents.\n"
    )
    project, _ = drafted(tmp_path, text)
    shown = (project / "content" / "outline.yaml").read_text("utf-8")
    left = (project / "content" / "left-out.md").read_text("utf-8")
    for line in ("News releases", "Financial Tables to Follow"):
        assert line not in shown
        assert line in left


def test_a_slide_with_less_has_whole_sentences_of_its_text() -> None:
    text = "当好执行者。坚守政府定位，把握全省要事。强化目标牵引和结果导向，脚踏实地抓落实。"
    assert fitting(text, 60) == "当好执行者。坚守政府定位，把握全省要事。"
    assert fitting("Sales rose by 4%. Costs fell in all of our regions.", 20) == "Sales rose by 4%."


@every(
    ("written", "cased_"),
    [
        ("NET SALES", "Net Sales"),  # eight letters
        ("NET SALE", "NET SALE"),
        ("SHARE OF THE US MARKET: A REVIEW", "Share of the US Market: A Review"),
        ("RETURN ON HKEX", "Return on HKEX"),
        ("Net SALES abroad", "Net SALES abroad"),
    ],
)
def test_lines_in_capitals_are_in_title_case(written: str, cased_: str) -> None:
    assert cased(written) == cased_


def test_a_gap_between_latin_letters_is_a_space_and_none_between_hanzi() -> None:
    def joined(left: str, right: str, gap: float) -> str:
        runs = Run(left, 0, 0, 100, 10, 10, False), Run(right, 100 + gap, 0, 200, 10, 10, False)
        return _joined(*runs).text

    assert joined("net", "sales", 2) == "net sales"
    assert joined("net", "sales", 1.5) == "netsales"
    assert joined("广州", "深圳", 2) == "广州深圳"


def test_signs_in_columns_of_their_own_stand_with_their_numbers() -> None:
    rows = [["Item", "", "2024", ""], ["Sales", "$", "12", ""], ["Loss", "", "(3", ")"]]
    assert _closed(rows)[1:] == [["Sales", "", "$12", ""], ["Loss", "", "(3)", ""]]
