"""What slides of a draft are called, and what they show of the numbers in their sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.brief.model import Brief, Slide
from briefgen.build import check, load
from briefgen.cli import briefgen
from briefgen.request import Request


def drafted(folder: Path, text: str, *options: str) -> Brief:
    folder.mkdir(exist_ok=True)
    source = folder / "a.txt"
    source.write_text(text, encoding="utf-8")
    run = CliRunner().invoke(briefgen, ["new", str(folder / "p"), "--from", str(source), *options])
    assert run.exit_code == 0, run.output
    request = Request(folder / "p" / "content" / "outline.yaml", ("base",))
    assert [str(each) for each in check(request) if each.severity == "error"] == []
    return load(request).briefs["base"]


def only(brief: Brief, kind: str) -> Slide:
    (slide,) = (slide for slide in brief.deck if slide.kind == kind)
    return slide


def words(brief: Brief) -> str:
    return "\n".join(f"{slide.title}\n{slide.fields}" for slide in brief.deck)


def test_figures_of_one_sentence_are_bars_under_what_the_highest_says(tmp_path: Path) -> None:
    said = (
        "工业保持平稳。分行业看，医药制造业增加值增长5.5%，仪器制造业增加值增长15.6%，"
        "食品制造业增加值增长3.2%。企业效益改善，亏损面收窄。"
    )
    brief = drafted(tmp_path, f"某市公报\n一、工业\n{said}\n二、其他\n事项都已办结，群众满意。\n")
    slide = only(brief, "bar")
    assert str(slide.title) == "仪器制造业增加值增长15.6%"
    labels = [str(each) for each in slide.fields.labels]  # type: ignore[attr-defined]
    assert labels == ["仪器制造业", "医药制造业", "食品制造业"]


def test_amounts_and_their_growth_are_rows_of_a_table(tmp_path: Path) -> None:
    said = (
        "全年公路货运量247.1万吨，增长13.2%。水路货运量198.4万吨，增长5.7%。"
        "铁路货运量83.2万吨，下降7.9%。港口建设按计划推进，各项服务更加便利。"
    )
    brief = drafted(tmp_path, f"某市公报\n一、交通\n{said}\n")
    rows = [[str(cell) for cell in row] for row in only(brief, "table").fields.rows]  # type: ignore[attr-defined]
    assert [row[1] for row in rows] == ["247.1万吨", "198.4万吨", "83.2万吨"]
    assert rows[2][2] == "−7.9%"


def test_sentences_that_begin_with_dates_are_a_timeline(tmp_path: Path) -> None:
    said = (
        "2019年，项目完成立项和选址。2021年，一期工程开工建设。2023年，首批企业签约入驻。"
        "2025年，全部工程竣工并投入使用。各方面配合顺畅，群众反映良好，下一步转入运营。"
    )
    brief = drafted(tmp_path, f"园区建设情况\n一、历程\n{said}\n")
    events = only(brief, "timeline").fields.events  # type: ignore[attr-defined]
    assert [str(event.when) for event in events] == ["2019年", "2021年", "2023年", "2025年"]
    assert str(events[0].what) == "项目完成立项和选址"


def test_of_two_calls_the_first_stands_before_what_is_told(tmp_path: Path) -> None:
    said = "实施亿元以上项目20个，完成投资35亿元。各项工作有序推进，群众满意度提高。" * 3
    head = "促进消费投资良性互动，主动融入新发展格局"
    brief = drafted(tmp_path, f"报告\n一、{head}\n{said}\n")
    claim = "实施亿元以上项目20个，完成投资35亿元"
    assert str(brief.deck[1].title) == f"{head.partition('，')[0]}：{claim}"


def test_one_slide_stands_for_its_part_where_there_is_no_room_for_more(tmp_path: Path) -> None:
    part = "".join(
        f"{what}实施提升行动。{what}项目完成投资{at}3亿元，带动一批企业参与，效果逐步显现，"
        f"各方面都给予积极评价，后续安排也已明确。{what}的服务体系更加健全，"
        + "机制更完善，" * 14
        + "群众更满意。\n"
        for at, what in enumerate(("旅游消费", "文化产业", "体育设施", "健康养老"), 2)
    )
    parts = "".join(f"{n}、做好第{n}方面重点工作\n{part}" for n in "一二三")
    brief = drafted(tmp_path, f"报告\n{parts}", "--slides", "4")
    assert len(brief.deck) == 4
    assert all(f"{at}3亿元" in str(brief.deck[1].notes) for at in (2, 3, 4, 5))
    fields = brief.deck[1].fields
    said = getattr(fields, "points", ()) or fields.cards  # type: ignore[attr-defined]
    assert 3 <= len(said) <= 5


@pytest.mark.parametrize(
    ("heckled", "call"),
    [
        ("（掌声）", "掌声"),
        ("陈大文议员：拒绝，可耻！", "可耻"),
        ("主席：司长，请稍停。", "稍停"),
    ],
)
def test_what_an_audience_does_and_calls_is_on_no_slide(
    tmp_path: Path, heckled: str, call: str
) -> None:
    said = "政府会继续推动经济发展，让市民安居乐业。今年投资35亿元，新建学校12所。"
    text = f"预算演词\n一、引言\n{said}\n{heckled}\n{said}\n（图四）市民的收入也会增加。\n"
    brief = drafted(tmp_path, text)
    assert call not in words(brief)
    assert "图四" not in words(brief)


def test_a_release_begins_without_where_it_was_sent_from_and_keeps_its_dollars(
    tmp_path: Path,
) -> None:
    text = (
        "Harbour Foods Reports Third Quarter Results\n\n"
        "KEARNEY, NE -- (BUSINESS WIRE) -- Harbour Foods, Inc. (NYSE: HBF) announced today that "
        "net income for the fiscal quarter ended November 2, 2024 was $44.2 million.\n\n"
        "About Harbour\n\nHarbour makes food. Harbour sells food. It has done so since the war.\n\n"
        "Outlook\n\nThe company expects net sales of $2.3 billion this year. Demand is firm.\n"
    )
    brief = drafted(tmp_path, text)
    said = words(brief)
    assert "Net income for the fiscal quarter was US$44.2 million" in said
    assert "BUSINESS WIRE" not in said
    assert "US$44.2 million" in said


def test_a_short_draft_shows_the_main_rows_of_a_long_table_and_one_head(tmp_path: Path) -> None:
    lines = "".join(f"Item {n} of the list | {n}1,234 | {n}0,987\n" for n in range(1, 15))
    text = (
        "Harbour Foods Reports\n\nResults\n\nSales rose by 4 percent this year. All went well.\n\n"
        "Quarter Ended | Year Ended\nMay 2, 2024 | May 2, 2024\n"
        f"NET SALES | 293,618 | 838,490\n{lines}Total costs | 1,200 | 2,400\n"
    )
    brief = drafted(tmp_path, text, "--slides", "5")
    fields = only(brief, "table").fields
    names = [str(row[0]) for row in fields.rows]  # type: ignore[attr-defined]
    header = [str(each) for each in fields.header]  # type: ignore[attr-defined]
    assert header == ["Item", "Quarter Ended May 2, 2024", "Year Ended May 2, 2024"]
    assert len(names) <= 9
    assert {"Net Sales", "Total costs"} <= set(names)


def test_things_of_which_a_sentence_says_alike_are_rows_and_marks_are_as_wide_as_hanzi(
    tmp_path: Path,
) -> None:
    said = (
        "本次建设三座桥:其中,东桥长320米,设墩6座,2026年开工;西桥长410米,设墩8座,2027年开工;"
        "南桥长150米,设墩3座,2026年开工。各桥都将按时建成,方便两岸居民来往。"
    )
    brief = drafted(tmp_path, f"三座新桥动工\n\n{said}\n", "--slides", "8")
    rows = [[str(cell) for cell in row] for row in only(brief, "table").fields.rows]  # type: ignore[attr-defined]
    assert rows == [["东桥", "320米", "6座"], ["西桥", "410米", "8座"], ["南桥", "150米", "3座"]]
    assert not any("," in str(slide.notes or "") for slide in brief.deck)
    assert str(brief.footer) == "来源：《三座新桥动工》"


def test_a_draft_ends_with_what_its_parts_told(tmp_path: Path) -> None:
    parts = "".join(
        f"{number}、{what}工作\n{what}稳步推进，完成投资{at}2亿元，比上年增长{at}%。"
        f"各项任务按时完成，群众反映良好，后续工作已经安排，{what}设施更加齐全。\n"
        for at, (number, what) in enumerate(zip("一二三四五六", "水路桥电气网", strict=True), 2)
    )
    brief = drafted(tmp_path, f"某县工作报告\n{parts}", "--slides", "9")
    last = brief.deck[-1]
    assert last.kind == "summary"
    assert str(last.title).startswith("小结：")
    assert 3 <= len(last.fields.points) <= 5  # type: ignore[attr-defined]


def test_a_table_of_accounts_is_called_by_its_main_row(tmp_path: Path) -> None:
    table = (
        "| SUMMARY (unaudited) | | | | |\n|---|---|---|---|---|\n"
        "| | | 2024 | | 2023 |\n"
        "| Net Sales | $ | 94,074 | $ | 115,973 |\n| Cost of sales | | 78,509 | | 91,972 |\n"
        "| Net earnings | | 1,152 | | 1,184 |\n"
    )
    source = tmp_path / "a.md"
    source.write_text(f"# Harbour Mills Reports Results\n\n{table}\n", encoding="utf-8")
    asked = ["new", str(tmp_path / "p"), "--from", str(source), "--slides", "6"]
    assert CliRunner().invoke(briefgen, asked).exit_code == 0
    brief = load(Request(tmp_path / "p" / "content" / "outline.yaml", ("base",))).briefs["base"]
    slide = only(brief, "table")
    assert str(slide.title) == "Net Sales: $94,074 in 2024, $115,973 in 2023"
    assert [str(cell) for cell in slide.fields.rows[0]] == ["Net Sales", "$94,074", "$115,973"]  # type: ignore[attr-defined]
