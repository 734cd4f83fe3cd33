"""What counts nothing is no figure: telephones, documents, dates and counts that stand elsewhere.

And what is not let pass by that: numbers with a unit, dates that stand nowhere, numbers in names.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from outlines import OUTLINE, project
from rows import every

from briefgen.build import BASE, Request, load
from briefgen.cli import CONTENT, DONE, briefgen
from briefgen.problems import Problem

_SOURCE = (
    "县里今年修了7座桥，3月18日通车，24日验收，2031年前再修两条路。\n"
    "仪式14:30开始，在302会议室。全年投入6.5亿元，增长4%。三个队伍进场。\n"
)


def told(folder: Path, deck: str, more: str = "") -> list[Problem]:
    path = project(folder, _outline(deck, more))
    (folder / "seeds/article.txt").write_text(_SOURCE, encoding="utf-8")
    loaded = load(Request(path, (BASE,)))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    return [each for each in loaded.problems if each.code == "untraced-number"]


def _outline(deck: str, more: str = "") -> str:
    return (
        "brief: {slug: roads, title: 2029年修路情况, date: 2030-01, organisation: 交通局}\n"
        "sources: {article: {file: seeds/article.txt, title: 关于5个乡镇的12项汇报}}\n"
        "figures:\n"
        "  paid: {value: 6.5亿元, kind: actual, label: 全年投入, period: 2029年度, "
        "quote: 全年投入6.5亿元}\n" + more + deck
    )


def listed(*points: str, title: str = "修路") -> str:
    shown = "".join(f"      - {json.dumps(point, ensure_ascii=False)}\n" for point in points)
    return f"deck:\n  - id: a\n    kind: bullets\n    title: {title}\n    points:\n{shown}"


@pytest.mark.parametrize(
    "text",
    [
        "电话：0571-8765 4321", "手机 139 1234 5678", "值班电话：87654321转802", "400-810-2266",
        "市民热线12328", "Tel: +86 10 6552 9988", "邮编：310012",
        "浙交发〔2028〕17号", "见附件4", "图2", "GB/T 50001-2017", "交通部令第9号令",
        "PM2.5达标", "PM 10", "24小时值守",
        "24小时借阅", "24-hour lending", "7×24小时", "十九届六中全会", "http://a.cn/2027/15.html",
        "Line 8, phase 1", "Lines 8, 10 and 11 open", "Terminals 2 to 4", "Table no. 5",
        "①选线", "（2）征地", "3、施工", "在302会议室集合", "12号线",
    ],
)  # fmt: skip
def test_what_digits_name_is_no_figure(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, listed(text, "其他")) == []


@pytest.mark.parametrize(
    "text",
    [
        "2031年", "2031", "3月18日", "3月", "14:30", "2029年底", "2030-01", "2029", "2031-2031年",
        "三个队伍", "两条", "修了7座桥", "3月24日", "24 March", "24日", "18日",
    ],
)  # fmt: skip
def test_a_date_or_count_that_stands_elsewhere_is_silent(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, listed(text, "其他")) == []


@every(
    ("text", "numbers"),
    [
        ("2029年1—9月", []), ("1-9月", []), ("1至9月增长", []), ("2029年9月", []), ("9月", []),
        ("九个月", []), ("nine months", []), ("2029年1月至9月", []), ("2029年3月", ["2029年3月"]),
        ("2029年1—8月", ["2029年1—8月"]), ("8月", ["8月"]), ("eight months", ["eight months"]),
        ("2028年9月", ["2028年9月"]),
    ],
)  # fmt: skip
def test_the_months_of_a_period_of_the_ledger_are_said(
    tmp_path: Path, text: str, numbers: list[str]
) -> None:
    more = "  grew: {value: 4%, kind: actual, label: 增长, period: 2029年1—9月, quote: 增长4%}\n"
    found = told(tmp_path, listed(text, "其他"), more)
    assert [str(dict(each.parts)["number"]) for each in found] == numbers


def test_what_a_source_says_without_a_year_is_of_its_own(tmp_path: Path) -> None:
    deck = listed("2031年3月18日通车", "2030年3月24日验收")
    outline = _outline(deck).replace("12项汇报}", "12项汇报, date: 2031-12}")
    path = project(tmp_path, outline)
    (tmp_path / "seeds/article.txt").write_text(_SOURCE, encoding="utf-8")
    found = [
        each for each in load(Request(path, (BASE,))).problems if each.code == "untraced-number"
    ]
    assert [dict(each.parts)["number"] for each in found] == ["2030年3月24日"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2033年通车", "2033年"), ("3月19日", "3月19日"), ("4月24日", "4月24日"),
        ("25日", "25日"), ("2031-07-15交付", "2031-07-15"),
        ("15:30开始", "15:30"), ("四个队伍", "四个"), ("投入6.6亿元", "6.6亿元"), ("增长4%", "4%"),
        ("2031户", "2031户"), ("用了2031元", "2031元"), ("建8座桥", "8座"), ("5", "5"), ("7", "7"),
        ("移动电话12000部", "12000"), ("代表12人", "12人"),
        ("Phase 2, 300 roads", "300"), ("levels 5% higher", "5%"),
        ("section 3 km long", "3 km"), ("24小时内办结", "24小时"),
        ("服务热线1200条", "1200条"), ("图书3万册", "3万册"),
    ],
)  # fmt: skip
def test_all_else_is_told(tmp_path: Path, text: str, number: str) -> None:
    found = [str(dict(each.parts)["number"]) for each in told(tmp_path, listed(text, "其他"))]
    assert number in found


def test_a_number_counts_the_items_of_its_own_slide(tmp_path: Path) -> None:
    assert told(tmp_path, listed("选线", "征地", "施工", "验收", title="四项工作")) == []
    assert told(tmp_path, listed("选线", "征地", "施工", "验收", title="4项工作")) == []
    (wrong,) = told(tmp_path, listed("选线", "征地", "施工", title="五项工作"))
    assert dict(wrong.parts)["number"] == "五项"
    (other,) = told(tmp_path, listed("选线", "征地", "施工", title="3亿元分三项"))
    assert dict(other.parts)["number"] == "3亿元"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("四座大坝同时动工", "四座"), ("新买4辆卡车", "4辆"), ("四户人家搬迁", "四户"),
        ("Four bridges opened", "Four"), ("建成四个水库", "四个"),
    ],
)  # fmt: skip
def test_what_a_slide_does_not_list_is_told_though_it_lists_as_many(
    tmp_path: Path, title: str, number: str
) -> None:
    found = told(tmp_path, listed("选线", "征地", "施工", "验收", title=title))
    assert [str(dict(each.parts)["number"]) for each in found] == [number]


@pytest.mark.parametrize(
    "title", ["抓好四个方面", "分四步实现", "四条线路动工", "Four steps to a road", "四大任务"]
)
def test_what_a_slide_lists_is_counted_by_its_title(tmp_path: Path, title: str) -> None:
    assert told(tmp_path, listed("选定线路", "征地", "施工", "验收", title=title)) == []


def test_a_date_is_told_once_however_it_is_written(tmp_path: Path) -> None:
    found = told(tmp_path, listed("2032-05-06交付", "2032/5/6", "2032年5月6日"))
    numbers = [dict(each.parts)["number"] for each in found]
    assert numbers == ["2032-05-06", "2032/5/6", "2032年5月6日"]


# ── Names ────────────────────────────────────────────────────────────────────


def test_a_name_covers_no_part_of_a_longer_number(tmp_path: Path) -> None:
    names = "names: [新增4, 江1]\n"
    found = told(tmp_path, listed("新增45公里", "新增4万人", "新增4", "江1", "江15"), names)
    numbers = [dict(each.parts)["number"] for each in found]
    assert numbers == ["45公里", "4万人", "15"]


@pytest.mark.parametrize("name", ["7", "12328", "3.5%", "二十", "6万元", "2031"])
def test_a_bare_number_is_refused_as_a_name(tmp_path: Path, name: str) -> None:
    path = project(tmp_path, OUTLINE + f"names: ['{name}']\n" + listed("甲", "乙"))
    (wrong,) = [each for each in load(Request(path, (BASE,))).problems if each.severity == "error"]
    assert wrong.code == "name-is-number"
    assert name in wrong.message


@pytest.mark.parametrize(
    "name", ["12328热线", "十五运会", "3号线", "新十条", "5G", "八项规定", "十条", "2031年"]
)
def test_a_name_with_a_number_is_none(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, listed(name, "其他"), f"names: ['{name}']\n") == []


# ── What a hint offers ───────────────────────────────────────────────────────

_TEN = "  teams: {value: 三个, kind: stock, label: 进场队伍, quote: 三个队伍进场}\n"


def test_a_figure_is_offered_only_where_unit_and_words_agree(tmp_path: Path) -> None:
    (near,) = told(tmp_path, listed("全年一共投入6.5亿元", "其他"))
    assert "{paid}" in near.hint
    for text in ("贷款6.5亿元", "6.5", "投入6.5万元"):
        (far,) = told(tmp_path, listed(text, "其他"))
        assert "{paid}" not in far.hint, text


def test_nothing_is_said_of_bare_small_numbers(tmp_path: Path) -> None:
    for number in ("7", "14", "4"):
        (found,) = told(tmp_path, listed(number, "其他"), _TEN)
        assert "article.txt" not in found.hint
        assert "{teams}" not in found.hint


# ── What an outline lets off ─────────────────────────────────────────────────

_TYPED = listed("投入9.9亿元", "贷款3.3亿元") + "  - {id: b, kind: section, title: 还差1.8亿元}\n"


def run(folder: Path, outline: str, *options: str) -> tuple[int, str, str]:
    path = project(folder, outline)
    (folder / "seeds/article.txt").write_text(_SOURCE, encoding="utf-8")
    result = CliRunner().invoke(briefgen, ["check", str(path), "--lang", "en", *options])
    return result.exit_code, result.stdout, result.stderr


def rigour(word: str, deck: str = _TYPED) -> str:
    return _outline(deck).replace("brief: {", f"brief: {{ledger: {word}, ")


def test_off_tells_nothing_but_how_many(tmp_path: Path) -> None:
    code, _, said = run(tmp_path, rigour("off"))
    assert code == DONE
    assert "untraced-number" not in said
    assert said.splitlines()[-1] == "no problems; 3 numbers not checked"


def test_strict_on_the_command_line_beats_off(tmp_path: Path) -> None:
    code, _, said = run(tmp_path, rigour("off"), "--strict")
    assert code == CONTENT
    assert "9.9亿元" in said


def test_note_warn_and_strict_are_three_severities(tmp_path: Path) -> None:
    found = {}
    for word in ("note", "warn", "strict"):
        code, out, _ = run(tmp_path, rigour(word), "--json")
        rows = [r for r in json.loads(out)["problems"] if r["code"] == "untraced-number"]
        assert len(rows) == 3
        found[word] = (code, {row["severity"] for row in rows})
    assert found == {
        "note": (DONE, {"note"}),
        "warn": (DONE, {"warning"}),
        "strict": (CONTENT, {"error"}),
    }
    assert "9.9亿元" in run(tmp_path, rigour("note"))[2]


def test_what_is_let_off_is_the_hand_typed_alone(tmp_path: Path) -> None:
    wrong = rigour("off").replace("quote: 全年投入6.5亿元", "quote: 全年投入6.4亿元")
    code, _, said = run(tmp_path, wrong)
    assert code == CONTENT
    assert "quote-not-found" in said
    code, _, said = run(tmp_path, rigour("off").replace("投入9.9亿元", "投入{piad}"))
    assert code == CONTENT
    assert "{paid}" in said or "“paid”" in said


def test_one_slide_may_say_why_it_is_not_checked(tmp_path: Path) -> None:
    outline = _outline(_TYPED).replace(
        "    kind: bullets", "    unchecked: 现场估算\n    kind: bullets"
    )
    code, _, said = run(tmp_path, outline)
    assert code == DONE
    assert "1.8亿元" in said
    assert "9.9亿元" not in said
    assert said.splitlines()[-1] == "1 warning; 2 numbers not checked"
    rows = json.loads(run(tmp_path, outline, "--json")[1])["problems"]
    (off,) = [row for row in rows if row["code"] == "let-off"]
    assert (off["severity"], off["line"]) == ("note", 6)
    assert "现场估算" in off["message"]


def test_a_switch_is_no_reason(tmp_path: Path) -> None:
    outline = _outline(_TYPED).replace("    kind: bullets", "    unchecked: yes\n    kind: bullets")
    code, _, said = run(tmp_path, outline)
    assert code == CONTENT
    assert "unchecked-unexplained" in said
