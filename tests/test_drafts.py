"""Drafts of ledger entries: what is drafted, with its kind, period, label, id and quote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import readings
import yaml
from click.testing import CliRunner
from outlines import project
from rows import every

from briefgen.cli import DONE, briefgen
from briefgen.facts.drafts import Draft, drafted
from briefgen.facts.entries import as_yaml, looked_at
from briefgen.facts.figures import Source
from briefgen.facts.inventory import inventory
from briefgen.facts.numerals import plain

REPORT = """政府工作报告

一、2025年工作回顾

预计全市地区生产总值增长5.2%左右，规模以上工业增加值增长6.1%，固定资产投资下降3.7%，降幅比上半年收窄1.2个百分点。
社会消费品零售总额突破2310亿元，税收占比达71.5%，较上年提高0.8个百分点。进口、出口分别增长5.4%和9.2%。
城乡居民人均可支配收入分别增长4.8%和6.5%。工业用电量由2020年的38.6亿千瓦时增加到52.3亿千瓦时。
实施5000万元以上项目950个，新增养老床位1200张，三大产业协同发展，创新指数居全省第6位。
“十四五”时期累计改造老旧小区96个。新登记经营主体4.2万户，总量突破28万户。

二、2026年工作安排

今年的主要预期目标是：地区生产总值增长5%左右，城镇新增就业17万人，研发投入强度提高0.2个百分点。
力争全年争取各类资金120亿元，未来3年建成公园50个。
"""
PRESS = """Half year results for the six months ended 30 September 2019

- Revenue up 6% to £186.7 million (H1 2019: £176.8 million)
- Net external debt down £33.1 million to £359.5 million
- Awarded a £2.5 million contract to supply lamps to the navy
During the period, a total of 5.1 million shares were repurchased.
The company expects revenue of £400 million in 2020.
"""
BUDGET = """私人消費開支全年下跌百分之10.1。政府預計財政赤字為1000億元，佔本地生產總值的3.4%。
當局向每名合資格市民發放5,000元電子消費券，約720萬人受惠。
"""


def drafts(words: str, date: str = "2026-01", currency: str = "") -> dict[str, Draft]:
    """Drafts by the words of their number."""
    return {draft.stated.text: draft for draft in in_order(words, date, currency)}


def in_order(words: str, date: str = "2026-01", currency: str = "") -> list[Draft]:
    source = Source(
        id="s", file="seeds/s.txt", title={}, publisher={}, date=date, currency=currency
    )
    text = readings.source(words, currency)
    return looked_at(
        drafted(inventory(text), text, source), {"s": source}, {"seeds/s.txt": words.encode()}
    )


LABELS = [
    ("5.2%", "全市地区生产总值增速"), ("3.7%", "固定资产投资增速"),
    ("1.2个百分点", "固定资产投资降幅收窄"), ("2310亿元", "社会消费品零售总额"),
    ("0.8个百分点", "税收占比提高"), ("71.5%", "税收占比"), ("5.4%", "进口增速"),
    ("9.2%", "出口增速"),
    ("4.8%", "城镇居民人均可支配收入增速"), ("6.5%", "农村居民人均可支配收入增速"),
    ("38.6亿千瓦时", "工业用电量"), ("52.3亿千瓦时", "工业用电量"), ("950个", "5000万元以上项目"),
    ("1200张", "新增养老床位"), ("全省第6位", "创新指数排名"), ("28万户", "新登记经营主体总量"),
    ("0.2个百分点", "研发投入强度提高"), ("120亿元", "各类资金"),
]  # fmt: skip


@every(("number", "label"), LABELS)
def test_a_label_is_the_subject_of_the_clause(number: str, label: str) -> None:
    made = drafts(REPORT)[number].label
    assert made in (label, f"实施{label}")


ENGLISH = [
    ("6%", "Revenue growth", "six months ended 30 September 2019"),
    ("£186.7 million", "Revenue", "six months ended 30 September 2019"),
    ("£176.8 million", "Revenue", "H1 2019"),
    ("£33.1 million", "Net external debt decrease", "six months ended 30 September 2019"),
    ("£2.5 million", "Contract to supply lamps to the navy", "six months ended 30 September 2019"),
    ("5.1 million", "Shares repurchased", "six months ended 30 September 2019"),
    ("£400 million", "Revenue", "2020"),
]


@pytest.mark.parametrize(("number", "label", "period"), ENGLISH)
def test_english_labels_and_periods(number: str, label: str, period: str) -> None:
    draft = drafts(PRESS)[number]
    assert (draft.label, draft.period) == (label, period)


def test_counts_take_their_english_noun_along() -> None:
    draft = drafts(PRESS)["5.1 million"]
    assert (draft.quantity.written, draft.quantity.unit) == ("5.1 million shares", "shares")


def test_labels_of_traditional_sources() -> None:
    made = {number: draft.label for number, draft in drafts(BUDGET, currency="HKD").items()}
    assert made == {
        "百分之10.1": "私人消費開支增速",
        "1000億元": "財政赤字",
        "3.4%": "財政赤字佔本地生產總值比重",
        "5,000元": "電子消費券",
        "720萬人": "發放電子消費券受惠人數",
    }
    ids = [draft.id for draft in drafts(BUDGET, currency="HKD").values()]
    assert ids[0] == "siren-xiaofei-kaizhi-zengsu-2025"


def test_kind_and_period_come_from_headings_and_clauses() -> None:
    told = {number: (draft.kind, draft.period) for number, draft in drafts(REPORT).items()}
    assert told["5.2%"] == ("actual", "2025年")
    assert told["38.6亿千瓦时"] == ("actual", "2020年")
    assert told["52.3亿千瓦时"] == ("actual", "2025年")
    assert told["96个"] == ("actual", "“十四五”时期")
    assert told["17万人"] == ("target", "2026年")
    assert told["120亿元"] == ("target", "2026年")
    assert drafts(PRESS)["£400 million"].kind == "plan"
    made = drafts(WORKS, "2031-09")
    told = {number: (draft.kind, draft.period) for number, draft in made.items()}
    assert told["96个"] == ("target", "2031年底")
    assert told["70处"][1] == "2031年"
    assert told["310亿元"][0] == "plan"
    assert told["76亿元"] == ("actual", "2030年同期")
    assert told["150亿元"] == ("target", "2031年")
    assert made["84亿元"].label == "完成投资"
    assert drafts(BEATEN)["6,100 tonnes"].kind == "actual"


WORKS = """2031年，全县安排水利项目140个，总投资310亿元，年度计划投资112亿元。1—8月完成投资84亿元。
9月底前完成选址，年底前96个新建项目全部开工。全年改造泵站70处。
去年同期，全县水利项目完成投资76亿元。
下一步，双河泵站计划2033年5月通水，力争全年完成水利投资150亿元。
"""
BEATEN = """Glass recycling beats its targets

By the end of the year 6,100 tonnes had been collected.
"""


PLAN = """特色产业集群发展工作方案（2026—2028年）

到2028年，年营业收入超300亿元的2个，累计建成集群30个，争创3—5个领军企业。
县域产业加快升级，培育10—15个成长型企业。力争每年新增经营主体10万户、就业40万人左右。
2025年，全区实现生产总值752亿元，总量排名全市第3位，比上年增长6.2%。前三季度增速为6.5%。
引进世界500强企业20家，工业投资年均增长8%。
"""


def test_plans_have_targets_by_their_years_and_kinds_by_their_title() -> None:
    made = drafts(PLAN)
    told = {n: (d.kind, d.period, d.label) for n, d in made.items()}
    assert "300亿元" not in told
    assert told["2个"] == ("target", "2028年", "年营业收入超300亿元")
    assert told["30个"] == ("target", "2028年", "建成集群")
    assert told["3—5个"] == ("target", "2028年", "争创领军企业")
    assert told["10—15个"] == ("plan", "2026—2028年", "培育成长型企业")
    assert told["40万人"][0] == "target"
    assert told["全市第3位"][2] == "全区生产总值总量排名"
    assert told["6.2%"] == ("actual", "2025年", "全区生产总值增速")
    assert told["20家"][2] == "引进世界500强企业"
    assert told["8%"][2] == "工业投资年均增速"
    assert not {"500强", "世界500强"} & set(told)
    assert told["6.5%"][1] == "2025年前三季度"


def test_what_no_brief_shows_is_not_drafted() -> None:
    made = drafts(REPORT)
    assert not {"5000万元", "三大", "2025年", "2020年", "3年"} & set(made)
    assert "50个" in made


def test_ids_are_words_and_stay_when_lines_move() -> None:
    ids = [draft.id for draft in drafts(REPORT).values()]
    assert ids[0] == "quanshi-diqu-shengchanzongzhi-zengsu-2025"
    assert len(set(ids)) == len(ids)
    moved = drafts("\n\n本报告由市政府办公室起草。\n\n" + REPORT.replace("。\n", "。\n\n"))
    assert [draft.id for draft in moved.values()] == ids


def test_the_english_of_a_glossary_names_drafts() -> None:
    text = readings.source("低空经济产值达到120亿元。")
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="")
    names = {"低空经济": "low-altitude economy"}
    (draft,) = drafted(inventory(text), text, source, names=names)
    assert draft.id == "low-altitude-economy-chanzhi"


def test_a_list_that_does_not_match_its_subjects_is_not_sure() -> None:
    made = drafts("甲厂、乙厂的产量分别增长4%、5%和6%。")
    assert {draft.why is not None for draft in made.values()} == {True}
    written = as_yaml(made.values(), "zh")
    assert "sure: no  # 这串数和句子里的名称对不上" in written
    assert yaml.safe_load(written)[made["4%"].id]["sure"] is False


def test_few_drafts_of_a_report_are_in_doubt() -> None:
    for words, currency in ((REPORT, ""), (PRESS, ""), (BUDGET, "HKD")):
        made = drafts(words, currency=currency).values()
        assert all(draft.whole for draft in made)
        assert sum(draft.why is not None for draft in made) * 5 <= len(made)


def test_quotes_are_short_and_hold_their_number() -> None:
    for draft in drafts(REPORT).values():
        assert plain(draft.stated.text) in plain("".join(draft.quote.split()))
        assert len(draft.quote) <= 40
        assert draft.quote.count("（") == draft.quote.count("）")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(briefgen, arguments)
    return result.exit_code, result.stdout, result.stderr


OUTLINE = (
    "brief: {slug: a, title: 报告}\n"
    "sources:\n  s: {file: seeds/s.txt, title: 报告, publisher: 市政府}\n"
    "deck: [{kind: section, title: 报告}]\n"
)


@pytest.mark.parametrize("words", [REPORT, PRESS])
def test_a_draft_has_no_error_in_check(tmp_path: Path, words: str) -> None:
    path = project(tmp_path, OUTLINE)
    (tmp_path / "seeds").mkdir(exist_ok=True)
    (tmp_path / "seeds/s.txt").write_text(words, encoding="utf-8")
    code, entries, _ = run("figures", str(path), "--yaml")
    assert code == DONE
    path.write_text(OUTLINE + entries, encoding="utf-8")
    code, _, said = run("check", str(path), "--strict")
    assert (code, said.strip().splitlines()[-1:]) == (DONE, ["no problems"]), said


def test_what_nobody_has_looked_at_is_told_once_for_each_slide(tmp_path: Path) -> None:
    ledger = (
        "figures:\n"
        "  a: {value: 10亿元, kind: actual, label: 甲, quote: 甲10亿元, sure: no}\n"
        "  b: {value: 20亿元, kind: actual, label: 乙, quote: 乙20亿元, sure: no}\n"
        "  c: {value: 30亿元, kind: actual, label: 丙, quote: 丙30亿元}\n"
    )
    deck = (
        "deck:\n  - {id: one, kind: kpi, title: '甲{a}', figures: [a, b]}\n"
        "  - {id: two, kind: section, title: '乙{b}'}\n"
        "  - {id: three, kind: section, title: '丙{c}'}\n"
    )
    path = project(tmp_path, OUTLINE.partition("deck:")[0] + ledger + deck)
    (tmp_path / "seeds/s.txt").write_text("甲10亿元。乙20亿元。丙30亿元。\n", encoding="utf-8")
    told = [line for line in run("check", str(path))[2].splitlines() if "[not-sure]" in line]
    assert ["one" in told[0], "a, b" in told[0], "two" in told[1], len(told)] == [True] * 3 + [2]
    assert run("check", str(path), "--strict")[0] != DONE
    mended = path.read_text("utf-8").replace(", sure: no", "")
    path.write_text(mended, encoding="utf-8")
    assert "not-sure" not in run("check", str(path))[2]


@pytest.mark.slow
def test_time_grows_with_the_length_of_a_source_and_no_faster() -> None:
    # What other processes do makes a time more, never less: if it is too much, once more.
    for _ in range(3):
        once, twice = (sum(readings.timed(length).values()) for length in (10_000, 20_000))
        # A second for 20,000 characters; twice that where the machine is slow.
        if twice < min(3 * once, 2):
            return
    pytest.fail(f"{once:.2f} s, of a source twice as long {twice:.2f} s")


def test_figures_lists_what_it_left_out_and_why(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE)
    (tmp_path / "seeds/s.txt").write_text("第二十届大会，投资30亿元，热线12345678。\n", "utf-8")
    code, table, said = run("figures", str(path), "--left-out")
    assert code == DONE
    assert "第二十" in table
    assert "ordinal" in table
    assert "2 numerals left out" in said
    rows = json.loads(run("figures", str(path), "--left-out", "--json")[1])
    assert [(row["words"], row["why"], row["line"]) for row in rows] == [
        ("第二十", "ordinal", 1),
        ("热线12345678", "document", 1),
    ]


@pytest.mark.parametrize(
    ("words", "number", "quoted"),
    [
        (
            "去年，全区工业产值增长7%，投资增长9%。\n今年要实现全区工业产值增长7%左右。\n",
            "7%",
            "去年，全区工业产值增长7%",
        ),
        (
            "新开通公交线路12条，惠及8个镇。\n计划新开通公交线路12条以上。\n",
            "12条",
            "新开通公交线路12条，惠及8个镇",
        ),
    ],
)
def test_a_quote_that_stands_in_another_sentence_too_takes_more_words(
    words: str, number: str, quoted: str
) -> None:
    draft = next(each for each in in_order(words) if each.stated.text == number)
    assert draft.quote == quoted
    assert draft.why is None


def test_a_whole_year_that_nobody_names_is_not_the_year_of_a_plan_before_it() -> None:
    made = drafts("五号桥计划2029年底建成。全年完成桥梁投资46亿元。", date="")
    assert (made["46亿元"].label, made["46亿元"].period) == ("桥梁投资", "")


EARLIER = """Net income for the third quarter of fiscal 2024 was $44.2 million, or $0.89 per share \
($0.88 per share on a diluted basis), compared with net income of $51.8 million, or $1.05 per \
share ($1.04 per share on a diluted basis) for the third quarter of fiscal 2023.
Net income for the 39-week fiscal period ended November 2, 2024 was $118.3 million, compared \
with net income of $140.3 million, or $2.83 per share ($2.81 per share on a diluted basis) for \
the 39-week period ended October 28, 2023.
Revenue was $10.2 million in the second quarter of 2024, compared with $9.8 million in the prior \
year quarter, and costs were $6.1 million.
In 2024, orders rose to $7.7 million from $7.1 million.
2024年前三季度，公司营业收入为120亿元，上年同期为100亿元，同比增长20%，比上年同期增加30亿元。
2025年一季度毛利率为18.2%，去年同期为17.1%。
"""
PERIODS = [
    ("$44.2 million", "Q3 FY2024"),
    ("$51.8 million", "Q3 FY2023"),
    ("$1.05 per share", "Q3 FY2023"),
    ("$1.04 per share", "Q3 FY2023"),
    ("$140.3 million", "39-week period ended October 28, 2023"),
    ("$2.83 per share", "39-week period ended October 28, 2023"),
    ("$10.2 million", "Q2 2024"),
    ("$9.8 million", "Q2 2023"),
    ("$7.7 million", "2024"),
    ("$7.1 million", ""),
    ("120亿元", "2024年前三季度"),
    ("100亿元", "2023年前三季度"),
    ("20%", "2024年前三季度"),
    ("30亿元", "2024年前三季度"),
    ("18.2%", "2025年一季度"),
    ("17.1%", "2024年一季度"),
]


@pytest.mark.slow
@every(("number", "period"), PERIODS)
def test_what_a_number_is_compared_with_has_the_period_of_its_own(number: str, period: str) -> None:
    draft = drafts(EARLIER, "2025-08", "USD")[number]
    assert draft.period == period


def test_what_is_compared_with_and_of_no_time_is_not_sure() -> None:
    told = drafts(EARLIER, "2025-08", "USD")
    assert "does not say of when" in as_yaml([told["$7.1 million"]])
    assert told["$1.05 per share"].label == "Net income per share"
    assert told["$1.04 per share"].label == "Net income per share on a diluted basis"


SPEECH = """2012年经济表现
自2011年第二季开始出口转差，在2012年上半年弱势持续，货物出口在去年全年仅增长1.3%。
整体通胀率从2011年第三季6.4%的高位，回落至2012年第四季的3.8%。
立法会—2013年2月27日
"""


@every(
    ("words", "date", "period"),
    [
        (SPEECH, "", "2012年"),
        (SPEECH.replace("2013年2月27日", "会议"), "2013-02-27", "2012年"),
        (SPEECH.replace("2013年2月27日", "会议"), "", ""),
        (SPEECH + "立法会—2014年3月1日\n", "", ""),
        ("2012年年度报告\n" + SPEECH, "2013-02-27", ""),
    ],
)
def test_last_year_is_the_one_before_that_of_the_speech(words: str, date: str, period: str) -> None:
    assert drafts(words, date)["1.3%"].period == period


def test_what_something_fell_to_is_no_target() -> None:
    assert {drafts(SPEECH, date)["3.8%"].kind for date in ("", "2013-02")} == {"actual"}


RUNS = """地区生产总值跨越3个千亿元台阶，达到1.5万亿元，增长19.8%。
财政收入连续5年实现正增长。黑土地平均厚度达到20.6厘米。
"""


def test_how_long_and_how_often_is_no_value_of_the_subject() -> None:
    told = drafts(RUNS)
    for number in ("3个", "5年"):
        assert "how long or how often" in as_yaml([told[number]])
    assert (told["1.5万亿元"].label, told["1.5万亿元"].why) == ("地区生产总值", None)


def test_a_unit_that_begins_as_a_shorter_one_is_read_whole() -> None:
    assert drafts(RUNS)["20.6厘米"].quantity.unit == "厘米"


def test_units_that_both_languages_write_alike_are_read_in_english() -> None:
    assert drafts("The download of the new release is 5 MB, or 12 km of tape.\n")["5 MB"]
