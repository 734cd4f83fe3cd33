"""What a draft has beside its slides: a page of what leads it, a currency, and no more slides than
asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.brief.model import Brief
from briefgen.build import check, load
from briefgen.cli import briefgen
from briefgen.request import Request

NAMES = ("交通建设", "城市更新", "乡村振兴", "科技创新", "民生保障")


def report(names: tuple[str, ...]) -> str:
    """A report of a section for each name, with numbers that no other has."""
    parts = (
        f"{number}、{name}\n{name}稳步推进，全年完成投资{9 * at}亿元，增长{at}.5%。"
        f"新建{name}项目{at}个。打通{name}的成果转化通道，吸引更多企业落户。"
        f"完善{name}的工作机制，把各项任务落到实处，群众满意度稳步上升。\n"
        for at, (number, name) in enumerate(zip("一二三四五六七八", names, strict=False), 2)
    )
    return "滨江区政府工作报告\n各位代表：\n" + "".join(parts)


REPORT = report(NAMES)
RESULTS = (
    "Harbour Foods Reports Third Quarter Results\n\n"
    "Harbour Foods Inc. (NYSE: HBF) today reported results for its third quarter.\n\n"
    "Net Sales\n\nNet sales were $570.4 million, up 4% from a year earlier. "
    "Growth came from new stores. It was led by the north.\n\n"
    "Margins\n\nOperating profit was $65.4 million. Costs fell by 3%. Prices held.\n\n"
    "Outlook\n\nThe company expects net sales of $2.3 billion this year. Demand is firm.\n"
)


def drafted(folder: Path, text: str, *options: str) -> tuple[Path, Brief]:
    source = folder / "a.txt"
    source.write_text(text, encoding="utf-8")
    project = folder / "project"
    run = CliRunner().invoke(briefgen, ["new", str(project), "--from", str(source), *options])
    assert run.exit_code == 0, run.output
    request = Request(project / "content" / "outline.yaml", ("base",))
    assert [str(each) for each in check(request) if each.severity == "error"] == []
    return project, load(request).briefs["base"]


def test_the_page_of_a_draft_says_what_leads_it(tmp_path: Path) -> None:
    _, brief = drafted(tmp_path, REPORT)
    names = [str(topic.name) for topic in brief.topics]
    assert names[:3] == ["交通建设", "城市更新", "乡村振兴"]
    assert all(topic.measures for topic in brief.topics)
    assert brief.page.figures
    assert "18亿元" in str(brief.page.lead)


def test_a_short_text_has_no_topics_that_it_does_not_say(tmp_path: Path) -> None:
    _, brief = drafted(tmp_path, "修路\n\n县里修了两条路。\n")
    assert brief.topics == ()


def test_a_draft_is_as_short_as_asked(tmp_path: Path) -> None:
    _, whole = drafted(tmp_path, REPORT)
    (tmp_path / "short").mkdir()
    project, brief = drafted(tmp_path / "short", REPORT, "--slides", "5")
    assert len(whole.deck) > 5 >= len(brief.deck)
    left = (project / "content" / "left-out.md").read_text("utf-8")
    assert sum(f"、{name}\n" in left for name in NAMES) == 1


@pytest.mark.slow
def test_a_short_draft_has_slides_from_every_section_and_more_from_those_that_say_more(
    tmp_path: Path,
) -> None:
    def long(first: int) -> str:
        said = "".join(
            f"第{n}项完成投资{n * 7}亿元，增长{n}.5%。" for n in range(first, first + 10)
        )
        return "".join(f"{name}。{said}并且各项任务逐条落到实处。\n" for name in named[first])

    named = {11: [f"{name}建设" for name in NAMES], 31: [f"{name}打算" for name in NAMES]}
    short = "稳步推进，各项任务落到实处，群众满意度稳步上升，工作机制更加完善。\n"
    parts = f"一、工作回顾\n{long(11)}二、工作安排\n{long(31)}三、自身建设\n{short}"
    text = f"某市政府工作报告\n{parts}"
    _, brief = drafted(tmp_path, text, "--slides", "8")
    notes = [str(slide.notes) for slide in brief.deck[1:]]
    marks = ("第11项", "第31项")
    assert [sum(mark in each for each in notes) for mark in marks] == [3, 2]
    assert len(notes) == 7
    assert str(brief.deck[-2].title) == "自身建设"


def test_a_short_draft_of_a_text_without_headings_reaches_its_end(tmp_path: Path) -> None:
    said = "各县都在推进，进度比上年同期快，群众普遍满意。后续工作已有安排，资金也已到位。"
    lines = "".join(f"其中第{n}个县今年新修公路{n * 13}公里。{said * 3}\n\n" for n in range(1, 21))
    _, brief = drafted(tmp_path, f"全省公路建设情况\n\n{lines}", "--slides", "6")
    shown = [str(slide.notes) for slide in brief.deck]
    assert "第1个县" in shown[1]
    assert any(f"第{n}个县" in shown[-1] for n in range(16, 21))


def test_topics_of_a_page_come_from_all_of_a_text(tmp_path: Path) -> None:
    names = (*NAMES, "对外开放", "生态环境", "安全生产")
    _, brief = drafted(tmp_path, report(names))
    assert len(brief.topics) == 6
    assert str(brief.topics[-1].name) in ("生态环境", "安全生产")


def test_only_a_draft_has_a_length(tmp_path: Path) -> None:
    run = CliRunner().invoke(briefgen, ["new", str(tmp_path / "p"), "--slides", "5"])
    assert run.exit_code != 0
    assert "--from" in run.output


def test_dollars_are_those_of_the_united_states_where_its_exchange_is_named(
    tmp_path: Path,
) -> None:
    project, brief = drafted(tmp_path, RESULTS)
    assert "currency: USD" in (project / "content" / "outline.yaml").read_text("utf-8")
    assert "美元" in {figure.quantity.unit for figure in brief.figures.values()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RESULTS.replace("NYSE: HBF", "of Bristol"), ""),
        (RESULTS.replace("$65.4", "HK$65.4"), ""),
        ("香港財政預算\n\n" + "香港去年開支為434億元，增長5%，經濟持續復甦。\n" * 4, "HKD"),
        ("港澳合作\n\n" + "香港與澳門去年投資434億元，增長5%，經濟持續復甦。\n" * 4, ""),
    ],
)  # fmt: skip
def test_a_currency_is_written_only_where_words_leave_no_doubt(
    tmp_path: Path, text: str, said: str
) -> None:
    project, _ = drafted(tmp_path, text)
    outline = (project / "content" / "outline.yaml").read_text("utf-8")
    assert (f"currency: {said}\n" in outline) if said else ("currency:" not in outline)


def test_ids_of_a_draft_are_short_and_none_is_twice(tmp_path: Path) -> None:
    text = REPORT + (
        "六、高水平对外开放合作\n全市高新技术产业开发区规模以上工业企业增加值增长5.5%。"
        "全市高新技术产业开发区规模以上建筑企业增加值增长6.5%。"
        "全市高新技术产业开发区规模以上服务企业增加值增长7.5%。\n"
    )
    project, _ = drafted(tmp_path, text)
    (tmp_path / "more").mkdir()
    later, _ = drafted(tmp_path / "more", text.replace("各位代表：", "各位代表、同志们："))
    names = [line[2:-1] for line in ledger(project) if line[2:3].isalpha()]
    assert len(names) == len(set(names)) > 6
    assert max(map(len, names)) <= 26
    assert names == [line[2:-1] for line in ledger(later) if line[2:3].isalpha()]


def ledger(project: Path) -> list[str]:
    return (project / "content" / "figures.yaml").read_text("utf-8").split("\n")
