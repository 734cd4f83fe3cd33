"""What sources write of rates, sums of each, signs and years is said again in each language."""

from __future__ import annotations

from pathlib import Path

import outlines
import pytest
import readings
from rows import every

from briefgen.facts.drafts import Draft, drafted
from briefgen.facts.figures import Figure, Source
from briefgen.facts.inventory import inventory
from briefgen.facts.ledger import check
from briefgen.facts.quantity import display, read
from briefgen.problems import Mark, Problems

SAID = [
    ("死亡率14.3/10万", "", "14.3/10万", "14.3/10萬", "14.3 per 100,000"),
    ("患病率12例/万人", "", "12例/万人", "12例/萬人", "12 per 10,000 people"),
    ("每千人口医师3.7人", "", "3.7人/千人口", "3.7人/千人口", "3.7 per 1,000 people"),
    ("每吨价格下调100~200元", "", "下调100～200元/吨", "下調100～200元/噸",
     "down RMB 100–200 per tonne"),
    ("每股收益0.52元", "", "0.52元/股", "0.52元/股", "RMB 0.52 per share"),
    ("earnings per share of $1.20", "USD", "1.20美元/股", "1.20美元/股", "US$1.20 per share"),
    ("電價1.2元/度", "HKD", "1.2港元/度", "1.2港元/度", "HKD 1.2 per kWh"),
    ("接种率>90%", "", ">90%", ">90%", "over 90%"),
    ("合格率≥98%", "", "≥98%", "≥98%", "at least 98%"),
    ("30万千瓦以上（含）的机组", "", "30万千瓦以上（含）", "30萬千瓦以上（含）",
     "300,000 kW or more"),
    ("产值是前年的两倍多", "", "两倍多", "兩倍多", "more than twice"),
    ("用了2个多月", "", "2个多月", "2個多月", "over 2 months"),
    ("出口增长约1.8倍", "", "增长约1.8倍", "增長約1.8倍", "up about 1.8 times (2.8 times)"),
    ("产能提高超过一倍", "", "提高超过一倍", "提高超過一倍", "more than doubled"),
    ("规模居全国首位", "", "全国首位", "全國首位", "1st in China"),
    ("到2030年前达峰", "", "2030年前", "2030年前", "before 2030"),
    ("要在2027年底完成", "", "2027年底", "2027年底", "the end of 2027"),
    ("每两年评估一次", "", "每两年", "每兩年", "every 2 years"),
    ("按可比价格计算，比上年增长6.3%", "", "按可比价格6.3%", "按可比價格6.3%",
     "6.3% at comparable prices"),
    ("总诊疗人次101.5亿", "", "101.5亿人次", "101.5億人次", "10.15 billion"),
    ("sales of $2.41-$2.49 billion", "USD", "24.1～24.9亿美元", "24.1～24.9億美元",
     "US$2.41–2.49 billion"),
    ("批出貸款3亿5到4亿", "HKD", "3.5到4亿港元", "3.5到4億港元", "HKD 350–400 million"),
    ("margins moved (4.5)%", "", "−4.5%", "−4.5%", "−4.5%"),
]  # fmt: skip


@every(("words", "currency", "hans", "hant", "english"), SAID)
def test_what_is_read_is_said_in_each_language(
    words: str, currency: str, hans: str, hant: str, english: str
) -> None:
    text = readings.source(words, currency)
    quantity = inventory(text)[-1].quantity
    said = tuple(str(display(quantity, language)) for language in ("zh-Hans", "zh-HK", "en"))
    assert said == (hans, hant, english)


SUMS = [
    ("全年批出貸款3億元。", "HKD", "港元"),
    ("新台幣以外，支出5億元。", "TWD", "新台币"),
    ("博彩收入約180億元。", "MOP", "澳门元"),
    ("売上は3億元，增長2%。", "JPY", "日元"),
    ("每公斤售20元。", "HKD", "港元/公斤"),
    ("售價3元至4元。", "TWD", "新台币"),
    ("Sales of $3.5 million.", "SGD", "新加坡元"),
    ("人民幣5億元，另有美元2億元。", "HKD", "元"),
]


@pytest.mark.parametrize(("words", "currency", "unit"), SUMS)
def test_sums_are_in_the_currency_of_their_source(words: str, currency: str, unit: str) -> None:
    assert inventory(readings.source(words, currency))[0].quantity.unit == unit


def told(figure: Figure, text: str) -> list[str]:
    problems = Problems()
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="")
    check({figure.id: figure}, [source], lambda _: text.encode(), problems)
    return [problem.code for problem in problems]


CLAIMS = [
    ("全省交易量1.2亿，增长5%。", "1.2亿", "", "交易", ["second-look"]),
    ("全省交易额1.2亿，增长5%。", "1.2亿", "", "交易额", []),
    ("全市机构总数10935个。", "10935个", "", "机构", []),
    ("接种率>90%。", "90%", "", "接种率", ["qualifier-missing"]),
    ("接种率>90%。", "90%", "超", "接种率", []),
    ("死亡率14.3/10万。", "14.3", "", "死亡率", ["value-not-in-quote"]),
    ("每吨价格下调100元。", "下调100元", "", "价格", ["value-not-in-quote"]),
    ("出口增长约1.8倍。", "约1.8倍", "", "出口", ["value-not-in-quote"]),
    ("总诊疗人次101.5亿。", "101.5亿元", "", "诊疗", ["value-not-in-quote"]),
    ("比重由12%提高到82.6%。", "82.6%", "", "比重", ["not-singled-out"]),
    ("Losses of water fell from 14% to 6%.", "14%", "", "Losses", ["not-singled-out"]),
    ("游客每餐补贴3元。", "3元", "", "补贴", ["second-look"]),
    ("游客每餐补贴3元。", "3元", "", "Subsidy a meal", []),
    ("全市签约文旅项目12个，总投资30亿元。", "30亿元", "", "总投资", ["sum-not-spent"]),
    ("列入省级重点的项目共9个，总投资约30亿元。", "30亿元", "约", "总投资", ["sum-not-spent"]),
    ("建成文旅项目12个，总投资30亿元。", "30亿元", "", "总投资", []),
    ("全市完成总投资30亿元。", "30亿元", "", "总投资", []),
    (
        "They signed for 12 plants with a total investment of $3 billion.",
        "$3 billion",
        "",
        "Sum",
        ["source-dollars", "sum-not-spent"],
    ),
]


@pytest.mark.parametrize(("text", "value", "qualifier", "label", "codes"), CLAIMS)
def test_what_a_figure_claims_is_held_against_it(
    text: str, value: str, qualifier: str, label: str, codes: list[str]
) -> None:
    figure = Figure(
        id="it", quantity=read(value, qualifier), kind="actual", label={"zh-Hans": label},
        quote=text.rstrip("。"), source="s", mark=Mark("content/figures.yaml", 1),
    )  # fmt: skip
    assert told(figure, text) == codes


SPEECH = """2026年某省政府工作报告

——2026年1月15日在大会上

一、工作回顾
2025年是收官之年。
汽车产销量分别为153.5万辆和155.2万辆。卫生人员168.2万人（其中技术人员141.2万人）。
打造12个示范园区，新建、改造道路86公里，在此基础上再奋斗五年。
“十三五”期间，森林覆盖率提高2.1个百分点。
二、2026年工作安排
粮食、食用菌全产业链产值分别达到1230亿元、120亿元。物流总费用与GDP比率降低至13.6%。
"""
LABELS = [
    ("153.5万辆", "汽车产量", "actual", "2025年"),
    ("155.2万辆", "汽车销量", "actual", "2025年"),
    ("168.2万人", "卫生人员", "actual", "2025年"),
    ("141.2万人", "技术人员", "actual", "2025年"),
    ("12个", "打造示范园区", "actual", "2025年"),
    ("2.1个百分点", "森林覆盖率提高", "actual", "“十三五”期间"),
    ("1230亿元", "粮食全产业链产值", "target", "2026年"),
    ("120亿元", "食用菌全产业链产值", "target", "2026年"),
    ("13.6%", "物流总费用与GDP比率", "target", "2026年"),
]
YEARS = """2023年、2024年产值分别增长5.2%和4.8%。出口额分别是2020年的2倍和3倍。
收入在2022年、2023年和2024年分别为3亿元、4亿元和5亿元。
到2027年、2030年，装机容量分别达到120万千瓦、200万千瓦。
"""
IN_TURN = [
    ("5.2%", "产值增速", "2023年"), ("4.8%", "产值增速", "2024年"), ("3亿元", "收入", "2022年"),
    ("4亿元", "收入", "2023年"), ("5亿元", "收入", "2024年"), ("120万千瓦", "装机容量", "2027年"),
    ("200万千瓦", "装机容量", "2030年"),
]  # fmt: skip
RESPECTIVELY = """Interest was $16.2 million and $14.6 million in 2025 and 2024, respectively.
Tax was 24.8% and 20.5% in the third quarter of 2025 and 2024, respectively.
Costs were $60.0 million and $49.3 million in the nine months ended June 30, 2025 and 2024, \
respectively.
"""
ENGLISH_IN_TURN = [
    ("$16.2 million", "2025"), ("$14.6 million", "2024"), ("24.8%", "Q3 2025"),
    ("20.5%", "Q3 2024"), ("$60.0 million", "nine months ended June 30, 2025"),
    ("$49.3 million", "nine months ended June 30, 2024"),
]  # fmt: skip
REPORT = """Second quarter results

Net sales for the 13-week quarter ended June 28, 2025 decreased 3.2 percent to $293.6 million.
Net income was $44.2 million, or $0.89 per share ($0.88 per share on a diluted basis).
Gross profit was $90.1 million, or 35.4% of net sales. Interest expense, net was $16.2 million.
Sales rose, driven by 1.5% increase in volume. Costs included $5.9 million of provisions.

Outlook
The company expects fiscal year 2026 net sales of $1.2 billion and growth of 4%.
"""
ENGLISH = [
    ("3.2 percent", "Net sales growth", "actual"),
    ("$293.6 million", "Net sales", "actual"),
    ("$0.89 per share", "Net income per share", "actual"),
    ("$0.88 per share", "Net income per share on a diluted basis", "actual"),
    ("35.4%", "Gross profit as share of net sales", "actual"),
    ("$16.2 million", "Interest expense, net", "actual"),
    ("1.5%", "Volume growth", "actual"),
    ("$5.9 million", "Provisions", "actual"),
    ("4%", "Fiscal year net sales growth", "plan"),
]


def drafts(words: str, date: str, currency: str = "") -> dict[str, Draft]:
    given = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date=date, currency=currency)
    text = readings.source(words, currency)
    return {each.stated.text: each for each in drafted(inventory(text), text, given)}


@pytest.mark.parametrize(("number", "label", "kind", "period"), LABELS)
def test_drafts_of_a_speech(number: str, label: str, kind: str, period: str) -> None:
    draft = drafts(SPEECH, "2026-01-15")[number]
    assert (draft.label, draft.kind, draft.period) == (label, kind, period)


def test_years_in_numerals_are_no_figures() -> None:
    assert "五年" not in drafts(SPEECH, "2026-01-15")


@pytest.mark.parametrize(("number", "label", "kind"), ENGLISH)
def test_drafts_of_a_results_report(number: str, label: str, kind: str) -> None:
    draft = drafts(REPORT, "2025-08", "USD")[number]
    assert (draft.label, draft.kind) == (label, kind)


@pytest.mark.parametrize(("number", "label", "period"), IN_TURN)
def test_a_list_with_a_year_for_each_has_each_in_turn(number: str, label: str, period: str) -> None:
    draft = drafts(YEARS, "2025-01")[number]
    assert (draft.label, draft.period, draft.why) == (label, period, None)


def test_a_list_whose_years_stand_in_the_sentence_before_is_doubtful() -> None:
    draft = drafts(YEARS, "2025-01")["2倍"]
    assert (draft.label, draft.period) == ("出口额", "2024年")
    assert draft.why is not None


@pytest.mark.parametrize(("number", "period"), ENGLISH_IN_TURN)
def test_a_list_in_english_has_its_times_respectively(number: str, period: str) -> None:
    assert drafts(RESPECTIVELY, "2025-08", "USD")[number].period == period


HOMES = """該屋苑一個單位，實用面積270呎，以442萬元成交。原業主在2008年3月以352.6萬元購入。
另一單位開價512萬元，議價後以480萬元易手。
"""


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("442萬元", "該屋苑一個單位成交價"),
        ("352.6萬元", "該屋苑一個單位購入價"),
        ("480萬元", "另一單位成交價"),
        ("270呎", "該屋苑一個單位實用面積"),
    ],
)
def test_what_homes_were_sold_for_is_no_area(number: str, label: str) -> None:
    assert drafts(HOMES, "2020-02", "HKD")[number].label == label


BUDGET = """二零一九／二零年度財政預算
總收入預計為六千二百億元。地價收入預算為一千四百億元，較上年度修訂預算上升百分之二十三。
二零一八年經濟回顧
貨物出口全年上升百分之三點五。
"""
ACCOUNTS = """三季报业绩
2025年前三季度营业收入52亿元，同比增长27%。其中，三季度增长6%。
分季度看，一季度下降6.8%，二季度增长3.2%。第一产业增加值48亿元。
预计2025-2027年归母净利润分别为8亿元、10亿元、12亿元，对应增速分别为19%、32%、23%。
拟回购股份不低于1亿元，回购价格不超过55元/股。
产品远销60多个国家。高新产业和装备制造业增速分别比工业快4.6和3.1个百分点。
收入40亿元、税费20亿元，较2015年分别增长12%和26%。
"""
POLICY = """2026／27年度公屋建屋量将达18.9万个。轮候时间下降至4.5年的目标不变。
2万个单位将在明年落成。政府来年会增拨3亿元，服务券总数由12,000张增至16,000张；现有1,200间安老院。
确保空气优良天数比例保持在95%以上。
"""
KINDS_AND_LABELS = [
    (BUDGET, "六千二百億元", "總收入", "plan", "2019/20年度"),
    (BUDGET, "一千四百億元", "地價收入預算", "plan", "2019/20年度"),
    (BUDGET, "百分之二十三", "地價收入預算增速", "plan", "2019/20年度"),
    (BUDGET, "百分之三點五", "貨物出口增速", "actual", "2018年"),
    (ACCOUNTS, "6%", "营业收入增速", "actual", "2025年三季度"),
    (ACCOUNTS, "6.8%", "营业收入增速", "actual", "2025年一季度"),
    (ACCOUNTS, "48亿元", "第一产业增加值", "actual", ""),
    (ACCOUNTS, "8亿元", "归母净利润", "plan", "2025年"),
    (ACCOUNTS, "12亿元", "归母净利润", "plan", "2027年"),
    (ACCOUNTS, "32%", "归母净利润增速", "plan", "2026年"),
    (ACCOUNTS, "55元/股", "回购价格", "plan", ""),
    (ACCOUNTS, "60多个", "产品远销国家", "actual", ""),
    (ACCOUNTS, "3.1个百分点", "装备制造业增速", "actual", ""),
    (ACCOUNTS, "26%", "税费增速", "actual", ""),
    (POLICY, "18.9万个", "公屋建屋量", "plan", "2026/27年度"),
    (POLICY, "4.5年", "轮候时间", "target", "2026/27年度"),
    (POLICY, "2万个", "明年落成单位", "plan", ""),
    (POLICY, "16,000张", "服务券总数", "plan", ""),
    (POLICY, "1,200间", "现有安老院", "actual", ""),
    (POLICY, "95%", "空气优良天数比例", "target", ""),
]


@every(("words", "number", "label", "kind", "period"), KINDS_AND_LABELS)
def test_drafts_of_a_budget_and_of_accounts(
    words: str, number: str, label: str, kind: str, period: str
) -> None:
    date = "2019-02" if words is BUDGET else "2025-10"
    draft = drafts(words, date, "HKD" if words is BUDGET else "")[number]
    assert (draft.label, draft.kind, draft.period) == (label, kind, period)


RELEASE = """Second quarter results

Gross profit was $293.6 million, or 77.5% gross margin, compared to $219.7 million, or 75.7%.
GAAP (loss) from operations was $(67.4) million. Loss per share was $(0.24), compared to $(0.79).
Recurring EPS was up 2.6% at $1.80. Revenue was up 6% to 1.2 billion dollars in the quarter.
The group had a net loss of 27 cents a share, compared with a loss of 26 cents.
Revenue grew 37%, 40% adjusted for currency. Customers fell 3% to 4,800.

Outlook
We expect a loss per share of between $0.06 and $0.04. Last year we reported 12 openings.
"""
RELEASED = [
    ("$219.7 million", "Gross profit", "219700000", "美元", "actual"),
    ("75.7%", "Gross margin", "75.7", "%", "actual"),
    ("$(67.4) million", "GAAP loss from operations", "-67400000", "美元", "actual"),
    ("$(0.24)", "Loss per share", "-0.24", "美元/股", "actual"),
    ("$(0.79)", "Loss per share", "-0.79", "美元/股", "actual"),
    ("$1.80", "Recurring EPS", "1.80", "美元/股", "actual"),
    ("1.2 billion dollars", "Revenue", "1200000000", "美元", "actual"),
    ("27 cents a share", "Net loss per share", "-27", "美分/股", "actual"),
    ("26 cents", "Loss per share", "-26", "美分/股", "actual"),
    ("40%", "Revenue growth", "40", "%", "actual"),
]


@pytest.mark.parametrize(("number", "label", "value", "unit", "kind"), RELEASED)
def test_drafts_of_a_results_release(
    number: str, label: str, value: str, unit: str, kind: str
) -> None:
    draft = drafts(RELEASE, "2025-08", "USD")[number]
    quantity = draft.quantity
    assert (draft.label, str(quantity.value), quantity.unit) == (label, value, unit)
    assert draft.kind == kind


PARTS = """一、工作情况
（一）免疫规划和接种
接种疫苗300万剂。
（二）人口概况
出生人口95万人。
二、2026年工作安排
（一）扩大就业
新增就业50万人。
三、保障措施
投入资金8亿元。
"""


@pytest.mark.parametrize(
    ("number", "kind"),
    [("300万剂", "plan"), ("95万人", "actual"), ("50万人", "target"), ("8亿元", "target")],
)
def test_a_part_ends_where_the_next_of_its_level_begins(number: str, kind: str) -> None:
    assert drafts(PARTS, "2026-01")[number].kind == kind


def test_an_outline_names_units_of_its_own_in_english(tmp_path: Path) -> None:
    figure = """\
  boxes:
    value: 2400万标准盒
    kind: actual
    label: {zh: 吞吐量, en: Throughput}
    quote: 吞吐量2400万标准盒
"""
    outline = outlines.OUTLINE.replace("figures:\n", "figures:\n" + figure)
    outline += "units: {标准盒: {en: standard boxes}}\n" + outlines.TOPICS
    path = outlines.project(tmp_path, outline)
    (tmp_path / "seeds/article.txt").write_text(
        outlines.ARTICLE + "吞吐量2400万标准盒。\n", "utf-8"
    )
    brief, problems = outlines.loaded(path)
    assert [each.code for each in problems if each.severity == "error"] == []
    assert brief is not None
    shown = display(brief.figures["boxes"].quantity, "en")
    assert str(shown) == "24 million standard boxes"


def test_names_of_units_stand_by_the_units(tmp_path: Path) -> None:
    outline = outlines.OUTLINE + "units: 标准盒\n" + outlines.TOPICS
    _, problems = outlines.loaded(outlines.project(tmp_path, outline))
    assert [each.code for each in problems if each.severity == "error"] == ["not-by-id"]
