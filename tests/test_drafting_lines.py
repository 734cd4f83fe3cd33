"""What becomes of the lines of a text that are no part of what it says, and of what slides are
called."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_drafting_page import REPORT, drafted

BODY = "全市上下坚持稳中求进，经济运行总体平稳，就业形势保持稳定，居民收入继续增加。"


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
