"""The ledger: each figure is proven by its sentence, or told with its place what is wrong."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, project
from rows import every

from briefgen.build import BASE, Request, load
from briefgen.facts.circles import circles
from briefgen.facts.figures import Erratum, Figure, Source
from briefgen.facts.ledger import Ledger, check
from briefgen.facts.quantity import read
from briefgen.problems import Mark, Problem, Problems
from briefgen.record import replace

ROOT = Path(__file__).parent.parent
SEED = "seeds/guangzhou-six.txt"
ERRATUM = Erratum("大千十二年", "大干十二年", "形近误识", Mark("content/outline.yaml", 20, 9))
PLACE = Mark("content/figures.yaml", 10, 3)
SOURCE = Source(
    id="ycwb",
    file=SEED,
    title={},
    publisher={},
    date="2024-02",
    errata=(ERRATUM,),
    mark=Mark("content/outline.yaml", 15, 3),
)


def figure(value: str, quote: str = "", qualifier: str = "", **more: str) -> Figure:
    made = Figure(
        id="it",
        quantity=read(value, qualifier),
        kind="actual",
        label={"zh-Hans": "它"},
        quote=quote,
        mark=PLACE,
        value_mark=Mark(PLACE.file, 11, 12),
        qualifier_mark=Mark(PLACE.file, 12, 16),
        quote_mark=Mark(PLACE.file, 13, 12),
        formula_mark=Mark(PLACE.file, 14, 14),
        # What a second look doubts is told of others.
        sure=True,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def proven(*figures: Figure, source: Source = SOURCE) -> tuple[Ledger, list[Problem]]:
    problems = Problems()
    ledger = check(
        {each.id: each for each in figures},
        [source],
        lambda file: (ROOT / file).read_bytes(),
        problems,
    )
    return ledger, list(problems)


def told(text: str, *figures: Figure, errata: tuple[Erratum, ...] = ()) -> list[Problem]:
    """The problems with figures whose source is `text`."""
    problems = Problems()
    source = replace(SOURCE, errata=errata)
    check({each.id: each for each in figures}, [source], lambda _: text.encode(), problems)
    return list(problems)


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


GOOD = [
    ("3万亿元", "突破", "经济总量迈上新台阶，地区生产总值突破3万亿元"),
    ("2600亿元", "", "加大力度推进2600亿基建、1800亿城市更新、1800亿工业投资"),
    ("1800亿", "", "1800亿城市更新"),
    ("3000亿", "级", "建设3000亿级风投融资集聚区"),
    ("30亿元", "计划", "计划总投资30亿元，预计达产"),
    ("1000亿", "力争", "力争全年形成1000亿投资实物量"),
    ("20%", "均超", "工业投资、技改投资增速均超20%"),
    ("20%", "超", "工业投资、技改投资增速均超20%"),
    ("万亿元", "均超过", "内外贸连续3年均超过万亿元"),
    ("4年零8个月", "仅", "广汽埃安仅用4年零8个月迎来了100万辆的里程碑"),
    ("百个", "", "全年新增十个概念验证中心、百个成果应用场景、千家高新技术企业"),
    ("翻一番", "", "到2035年经济总量翻一番，朝着"),
    ("2023年", "", "2023年12月28日，广州本土企业"),
    ("十二年", "", "今年是“大干十二年、再造新广州”的开局之年"),
    ("600亿元", "以上", "今年新引进先进制造业项目86个、总投资600亿元以上"),
    ("6.0", "", "启动营商环境6.0改革"),
]


@every(("value", "qualifier", "quote"), GOOD)
def test_figures_of_the_article_are_proven(value: str, qualifier: str, quote: str) -> None:
    ledger, problems = proven(figure(value, quote, qualifier))
    assert problems == []
    place = ledger.proofs["it"].place
    assert place is not None
    line = (ROOT / SEED).read_text("utf-8").split("\n")[place.line - 1]
    assert line[place.column - 1] == quote[0]


def test_the_place_and_its_sentence_across_a_cut_paragraph() -> None:
    ledger, _ = proven(figure("17.8亿元", "计划总投资30亿元，预计达产年产值17.8亿元", "预计"))
    place = ledger.proofs["it"].place
    assert place is not None
    assert (place.file, place.line, place.column) == (SEED, 147, 44)
    assert place.sentence.startswith("据悉，该园区选址")
    assert place.sentence.endswith("具有重要意义。")
    assert "\n" not in place.sentence


@pytest.mark.parametrize("end", ["", "\n", "。", "。\n"])
def test_the_last_sentence_of_a_source_may_end_with_it(end: str) -> None:
    # So long a line is no heading, which would end by itself.
    text = f"去年全市产值超3200亿元，比前一年增长5%，占全省的三成以上。拥有1.3万家企业{end}"
    problems = Problems()
    firms = figure("1.3万家", "拥有1.3万家企业")
    source = replace(SOURCE, errata=())
    ledger = check({"it": firms}, [source], lambda _: text.encode(), problems)
    assert list(problems) == []
    place = ledger.proofs["it"].place
    assert place is not None
    assert place.sentence == "拥有1.3万家企业" + end.strip()


def test_quotes_match_in_other_widths_and_quotation_marks() -> None:
    _, problems = proven(figure("三万亿", "作为「三万亿之城」,广州要在新征程上", ""))
    assert problems == []


def test_quotation_marks_around_the_whole_of_a_quote_are_none_of_its(tmp_path: Path) -> None:
    for begin, end in ("“”", "「」", "『』", '""'):
        quoted = f"quote: '{begin}拥有1.3万家企业{end}'"
        outline = OUTLINE.replace("quote: 拥有1.3万家企业", quoted)
        assert outline != OUTLINE
        found = load(Request(project(tmp_path, outline + TOPICS), (BASE,)))
        assert found.briefs[BASE].figures["firms"].quote == "拥有1.3万家企业"


WRONG = [
    ("4万亿元", "突破", "地区生产总值突破3万亿元", "value-not-in-quote", 11),
    ("3万亿美元", "突破", "地区生产总值突破3万亿元", "value-not-in-quote", 11),
    ("1.3万个", "", "拥有1.3万家高新技术企业", "value-not-in-quote", 11),
    ("3万亿元", "", "地区生产总值突破3万亿元", "qualifier-missing", 12),
    ("3万亿元", "", "3万亿元，内外贸连续", "qualifier-missing", 12),
    ("3万亿元", "约", "地区生产总值突破3万亿元", "qualifier-not-in-quote", 12),
    ("600亿元", "", "总投资600亿元", "qualifier-missing", 12),
    ("200亿元", "", "200亿元。活动当天", "value-not-in-quote", 11),
    ("3200亿", "超", "总投资超3200亿", "quote-cuts-number", 13),
    ("3万亿元", "突破", "地区生产总值跨过3万亿元", "quote-not-found", 13),
    ("十二年", "", "今年是“大千十二年、再造新广州”", "quote-damaged", 13),
    ("5%", "", "", "quote-missing", 10),
]


@every(("value", "qualifier", "quote", "code", "line"), WRONG)
def test_what_is_not_so_is_told_at_its_key(
    value: str, qualifier: str, quote: str, code: str, line: int
) -> None:
    _, problems = proven(figure(value, quote, qualifier))
    assert code in codes(problems)
    problem = next(problem for problem in problems if problem.code == code)
    assert problem.severity == "error"
    assert (problem.mark.file, problem.mark.line) == (PLACE.file, line)
    assert problem.message


def test_a_quote_not_found_says_how_the_source_goes_on() -> None:
    _, problems = proven(figure("3万亿元", "地区生产总值跨过3万亿元", "突破"))
    assert "突破3万亿元" in problems[0].hint


def test_a_value_that_is_not_there_is_told_with_those_that_are() -> None:
    text = "投资100亿元，增长5%，其中工业100亿元。"
    (problem,) = told(text, figure("200亿元", text.rstrip("。")))
    assert problem.code == "value-not-in-quote"
    assert [problem.hint.count(value) for value in ("100亿元", "5%", "200亿元")] == [1, 1, 0]


def test_a_plan_may_not_pass_as_a_fact() -> None:
    _, problems = proven(figure("1000亿", "力争全年形成1000亿投资实物量"))
    assert [(p.code, p.severity) for p in problems] == [("plan-unsaid", "warning")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("完成工业投资12亿元，为全年计划的23.5%。", "23.5%"),
        ("开工校舍38处，占年度计划任务的近七成。", "七成"),
        ("上半年入库税收达到年计划61.2%。", "61.2%"),
    ],
)
def test_a_share_of_a_plan_has_been_done(text: str, value: str) -> None:
    quote = text.rstrip("。")
    assert told(text, figure(value, quote, "近" if "近" in text else "")) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("全区计划增长8%。", "8%"), ("街道计划完成贷款的三成。", "三成"), ("计划投产45%。", "45%")],
)
def test_what_is_planned_is_no_share_of_a_plan(text: str, value: str) -> None:
    (problem,) = told(text, figure(value, text.rstrip("。")))
    assert problem.code in ("plan-unsaid", "qualifier-missing")


def test_words_that_only_look_like_qualifiers() -> None:
    assert told("全年节约3亿元，附近5个村受益。", figure("3亿元", "全年节约3亿元")) == []
    assert told("全年节约3亿元，附近5个村受益。", figure("5个", "附近5个村")) == []


def test_ambiguous_quotes() -> None:
    text = "甲区投资100亿元，乙区也很好。丙区引进100亿元项目。"
    assert codes(told(text, figure("100亿元", "100亿元"))) == ["quote-ambiguous"]
    same = "投资100亿元，很好。\n\n后来又说：投资100亿元，了不起。"
    assert told(same, figure("100亿元", "投资100亿元")) == []


def test_english_sources() -> None:
    text = (
        "Output rose last year.\nInvestment was over RMB 320\nbillion in 1.3 million m² of plants."
    )
    good = figure("RMB 320 billion", "Investment was over RMB 320 billion", "over")
    assert told(text, good) == []
    assert codes(told(text, replace(good, quantity=read("RMB 320 billion")))) == [
        "qualifier-missing"
    ]
    assert told(text, figure("1.3 million m²", "1.3 million m² of plants")) == []


def test_errata_that_do_not_apply_are_told() -> None:
    stale = Erratum("大万十二年", "大干十二年", "", Mark("content/outline.yaml", 21, 9))
    empty = Erratum("大", "大", "", Mark("content/outline.yaml", 22, 9))
    problems = told("大千十二年。", errata=(ERRATUM, stale, empty))
    assert [(p.code, p.mark.line) for p in problems] == [
        ("erratum-unmatched", 21),
        ("erratum-empty", 22),
    ]


def test_an_erratum_reaches_over_a_line_break() -> None:
    text = "会议提出大千十\n\n二年的目标，要拼搏。"
    problems = told(text, figure("十二年", "大干十二年的目标"), errata=(ERRATUM,))
    assert problems == []


def test_sources_that_cannot_be_read_are_told() -> None:
    _, problems = proven(figure("5%", "增长5%"), source=replace(SOURCE, file="seeds/none.txt"))
    assert codes(problems) == ["source-unreadable"]
    assert problems[0].mark == SOURCE.mark
    found = Problems()
    check({}, [SOURCE], lambda _: "第一行\n增长5%".encode("gbk") + b"\xff", found)
    assert codes(list(found)) == ["source-encoding"]


def test_an_unknown_source_suggests_the_near_one() -> None:
    _, problems = proven(figure("5%", "收入增长5%", source="ycwd"))
    assert codes(problems) == ["unknown-source"]
    assert "ycwb" in problems[0].hint


SIZE = replace(figure("15亿元", "该基金规模达15亿元", "达"), id="fund-size")
FIRST = replace(figure("3.5亿元", "首期3.5亿元"), id="fund-first")


def derived(value: str, formula: str, qualifier: str = "") -> list[Problem]:
    it = figure(value, "", qualifier, formula=formula, kind="derived")
    return proven(SIZE, FIRST, it)[1]


@pytest.mark.parametrize(
    ("value", "formula", "qualifier"),
    [
        ("23.3%", "fund-first / fund-size", "约"),
        ("11.5亿元", "fund-size - fund-first", ""),
        ("11.5亿元", "fund-size -fund-first", ""),
        ("37亿元", "2 * (fund-size + fund-first)", ""),
        ("0.75亿元", "fund-size * 5 / 100", ""),
    ],
)
def test_formulas_that_hold(value: str, formula: str, qualifier: str) -> None:
    assert derived(value, formula, qualifier) == []


@every(
    ("value", "formula", "code"),
    [
        ("23.4%", "fund-first / fund-size", "formula-value"),
        ("11.5亿美元", "fund-size - fund-first", "formula-unit"),
        ("11.5亿元", "fund-size-fund-first", "formula-unknown-figure"),
        ("11.5亿元", "fund-size - fund-frist", "formula-unknown-figure"),
        ("11.5亿元", "fund-size - 3", "formula-adds-unlike"),
        ("11.5亿元", "fund-size / (fund-first - fund-first)", "formula-divides-by-zero"),
        ("11.5亿元", "fund-size fund-first", "formula-unexpected"),
        ("11.5亿元", "(fund-size - fund-first", "formula-open-bracket"),
        ("11.5亿元", "__import__('os')", "formula-bad-sign"),
        ("11.5亿元", "(" * 150 + "fund-size", "formula-too-deep"),
        ("11.5亿元", "-" * 150 + "fund-size", "formula-too-deep"),
        ("11.5亿元", "-" * 5000 + "fund-size", "formula-too-long"),
        ("11.5亿元", "fund-size * 1" + "0" * 70, "formula-too-long"),
        ("11.5亿元", "fund-size ^ 1 * (9 ^ 99) ^ 99", "formula-power-of-unit"),
        ("11.5亿元", "(9 ^ 99) ^ 99 * fund-size", "formula-too-large"),
        ("11.5亿元", "9 ^ 40 * fund-size", "formula-too-large"),
        ("11.5亿元", "it - fund-first", "formula-circle"),
        ("23.3%", "fund-first / fund-size", "rounding-unsaid"),
    ],
)
def test_formulas_that_do_not(value: str, formula: str, code: str) -> None:
    assert codes(derived(value, formula)) == [code]


@pytest.mark.slow
@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefgh"), max_size=3))
)
def test_what_leads_back_to_itself_is_found_with_a_way(leads: dict[str, list[str]]) -> None:
    def reached(id: str) -> set[str]:
        found, left = set[str](), list(leads[id])
        while left:
            one = left.pop()
            if one in leads and one not in found:
                found.add(one)
                left += leads[one]
        return found

    ways = circles(leads)
    assert set(ways) == {id for id in leads if id in reached(id)}
    for id, way in ways.items():
        assert way[0] == way[-1] == id
        assert all(after in leads[before] for before, after in pairwise(way))


def test_a_circle_of_thousands_is_found_in_time() -> None:
    start = time.process_time()
    ways = circles({str(n): [str((n + 1) % 9000)] for n in range(9000)})
    assert ways["7"] == ("7", "…", "7")
    assert len(ways) == 9000
    assert time.process_time() - start < 2


def worked_out(value: str, formula: str, **given: str) -> list[str]:
    """The codes told of a formula over figures that are given."""
    problems = Problems()
    figures = {id.replace("_", "-"): figure(each, kind="derived") for id, each in given.items()}
    for id, each in figures.items():
        figures[id] = replace(each, id=id)
    it = figure(value, formula=formula, kind="derived")
    check(figures | {"it": it}, [], lambda _: b"", problems)
    told = ((p.code, dict(p.parts)) for p in problems)
    return [code for code, parts in told if "it" in (parts.get("id"), parts.get("figure"))]


@every(
    ("value", "formula", "given"),
    [
        ("0.3个百分点", "a - b", {"a": "5.5%", "b": "5.2%"}),
        ("8.7%", "a + b", {"a": "5.5%", "b": "3.2%"}),
        ("5%", "a - b", {"a": "5.2%", "b": "0.2个百分点"}),
        ("-1亿元", "b - a", {"a": "3亿元", "b": "2亿元"}),
        ("0.5亿元", "a + b", {"a": "3亿元", "b": "亏损2.5亿元"}),
        ("9年", "b - a", {"a": "2026年", "b": "2035年"}),
        ("2亿元", "a * b", {"a": "6亿元", "b": "三分之一"}),
        ("约8.4%", "(b / a) ^ (1 / 5) - 1", {"a": "100亿元", "b": "150亿元"}),
        ("4亿元/平方公里", "a / b", {"a": "400亿元", "b": "100平方公里"}),
        ("0.5吨/亩", "a / b", {"a": "50万吨", "b": "100万亩"}),
        ("5‰", "a / b", {"a": "5家", "b": "1000家"}),
        ("6亿元", "a * b", {"a": "3亿元", "b": "翻一番"}),
    ],
)
def test_formulas_of_every_form(value: str, formula: str, given: dict[str, str]) -> None:
    assert worked_out(value, formula, **given) == []


@pytest.mark.parametrize(
    ("value", "formula", "given", "code"),
    [
        ("0.3%", "a - b", {"a": "5.5%", "b": "5.2%"}, "formula-unit"),
        ("2亿元", "a - b", {"a": "3亿元", "b": "数百亿元"}, "formula-of-form"),
        ("2亿元", "a / b", {"a": "3亿元", "b": "3%-4%"}, "formula-of-form"),
        ("3位", "a + b", {"a": "第1位", "b": "第2位"}, "formula-of-form"),
        ("4061年", "a + b", {"a": "2026年", "b": "2035年"}, "formula-adds-unlike"),
        ("9亿元", "a ^ 2", {"a": "3亿元"}, "formula-power-of-unit"),
    ],
)
def test_formulas_that_make_no_sense(
    value: str, formula: str, given: dict[str, str], code: str
) -> None:
    assert worked_out(value, formula, **given) == [code]


def test_a_mistyped_id_in_a_formula_suggests_the_right_one() -> None:
    assert "fund-first" in derived("11.5亿元", "fund-size - fund-frist")[0].hint


def test_a_minus_that_is_read_as_a_hyphen_is_told() -> None:
    assert "needs spaces" in derived("11.5亿元", "fund-size-fund-first")[0].hint


def test_half_to_even_and_bounds_in_a_formula() -> None:
    text = "首期5亿元，总额40亿元，投资超100亿元。"
    five = replace(figure("5亿元", "首期5亿元"), id="five")
    forty = replace(figure("40亿元", "总额40亿元"), id="forty")
    over = replace(figure("100亿元", "投资超100亿元", "超"), id="over")
    # 5 / 40 is 12.5 %: to whole percents that is 12, not 13.
    assert told(text, five, forty, over, figure("12%", "", "约", formula="five / forty")) == []
    assert codes(told(text, five, forty, over, figure("95亿元", "", formula="over - five"))) == [
        "derived-unqualified"
    ]
