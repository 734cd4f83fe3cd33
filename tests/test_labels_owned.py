"""What a list's members, and numbers beside a sentence's own, count: of whom, and of which time."""

from __future__ import annotations

import pytest
from rows import every
from test_drafts import drafts

from briefgen.facts.label_lists import subjects
from briefgen.facts.quantity import display, read
from briefgen.record import replace

YEARBOOK = """2024年滨江市统计公报
全年规模以上工业增加值比上年增长4.1%。其中，股份制企业增长5.2%，大型企业下降1.3%，造纸业增长6.4%。
全年居民消费价格比上年上涨0.4%。分类别看，交通类下降2.6%。
全市普通高中31所，在校生6.2万人。
全年全市共发生各类火灾事故57起；受伤14人，下降7.7%。
各级重点实验室累计总数88家，其中国家级3家。
市运会金牌12枚、银牌19枚。
有9个村被评为省级美丽乡村。
全年快递业务总量（按2020年不变价计算）73.5亿元。
图3 2019—2024年滨江市进出口总额及其增长速度
一般贸易出口66.1亿元。
年末全市医院21家。全市门诊量318.4万人次。
全年社会保险基金收入55.3亿元；年末累计余额78.5亿元，上年保险基金结余71.9亿元。
工资性收入38000元，占人均可支配收入的68.4%，是主要来源；其次是财产净收入，达9100元，占人均可支配收入的16.3%。
全市专利申请量为2254件，下降3.0%，数量排全省第4位。
固定资产投资项目统计起点由50万元提高到520万元。
"""


@pytest.mark.slow
@every(
    ("number", "label", "period"),
    [
        ("5.2%", "规模以上工业股份制企业增加值增速", "2024年"),
        ("6.4%", "造纸业增加值增速", "2024年"),
        ("2.6%", "居民消费价格交通类增速", "2024年"),
        ("6.2万人", "普通高中在校生", "2024年"),
        ("57起", "全市各类火灾事故", "2024年"),
        ("14人", "火灾事故受伤人数", "2024年"),
        ("7.7%", "火灾事故受伤人数增速", "2024年"),
        ("3家", "国家级重点实验室", "2024年"),
        ("19枚", "市运会银牌", "2024年"),
        ("9个", "省级美丽乡村", "2024年"),
        ("73.5亿元", "快递业务总量", "2024年"),
        ("66.1亿元", "一般贸易出口", "2024年"),
        ("21家", "全市医院", "2024年末"),
        ("318.4万人次", "全市门诊量", "2024年"),
        ("71.9亿元", "保险基金结余", "2023年末"),
        ("全省第4位", "全市专利申请量排名", "2024年"),
        ("16.3%", "财产净收入占人均可支配收入比重", "2024年"),
    ],
)
def test_members_and_possessions_say_their_measure_and_owner(
    number: str, label: str, period: str
) -> None:
    draft = drafts(YEARBOOK, "2025-03")[number]
    assert (draft.label, draft.period) == (label, period)


def test_what_bounds_the_statistics_is_no_number_of_theirs() -> None:
    assert "520万元" not in drafts(YEARBOOK, "2025-03")


RELEASE = """Acme Tools Reports First Quarter 2025 Results
Gross profit of $31.0 million, including contribution of $4.5 million from the duty refunds,
up 12.5 percent, from $27.6 million in the prior-year quarter.
Cost of goods sold was $60.2 million, compared with $58.8 million in the prior-year quarter.
Costs rose due to $0.7 million higher platform fees and a 3.3 percent increase in number of parcels.
The gain was offset by a decrease of $0.3 million in rental income from the warehouse.
Costs included a $2.8 million provision for legal matters.
Other items included a $0.6 million gain on disposal of vans.
Adjusted EBITDA, a measure defined below, was $9.9 million.
Freight as a percentage of net sales increased to 8.4 percent.
The Company repurchased 15,200 shares of its stock.
""".replace("refunds,\nup", "refunds, up")


@every(
    ("number", "label", "period"),
    [
        ("$4.5 million", "Contribution from duty refunds", "Q1 2025"),
        ("12.5 percent", "Gross profit growth", "Q1 2025"),
        ("$27.6 million", "Gross profit", "Q1 2024"),
        ("$58.8 million", "Cost of goods sold", "Q1 2024"),
        ("$0.7 million", "Platform fees increase", "Q1 2025"),
        ("3.3 percent", "Number of parcels growth", "Q1 2025"),
        ("$0.3 million", "Rental income decrease", "Q1 2025"),
        ("$2.8 million", "Provision for legal matters", "Q1 2025"),
        ("$0.6 million", "Gain on disposal", "Q1 2025"),
        ("$9.9 million", "Adjusted EBITDA", "Q1 2025"),
        ("8.4 percent", "Freight as a percentage of net sales", "Q1 2025"),
        ("15,200", "Shares repurchased", "Q1 2025"),
    ],
)
def test_english_labels_keep_the_subject_of_the_sentence(
    number: str, label: str, period: str
) -> None:
    made = {
        text.removesuffix(" shares"): each for text, each in drafts(RELEASE, currency="USD").items()
    }
    assert (made[number].label, made[number].period) == (label, period)


PUPILS = """2012年3月7日
2010-2011學年學童近視的比率為31.5%(女生及男生分別為29.8%及33.1%)。該比率雖然較2006-2007學年的34.6%略低，仍屬偏高。
"""


def test_a_school_year_dates_its_numbers_and_a_bracket_keeps_the_subject() -> None:
    made = drafts(PUPILS, "2012-03-07")
    assert made["31.5%"].period == made["33.1%"].period == "2010-2011學年"
    assert "近視的比率" in made["33.1%"].label
    assert made["34.6%"].period == "2006-2007學年"


ROWS = """2012年3月7日
附件
學年 參加計劃的學校數目 (佔全港百分比) 取得獎項學校數目
2008-2009 153間 (24.7%) 31間 (包括18間金獎和13間銀獎)
2009-2010 164間 (25.9%) 37間 (包括21間金獎和16間銀獎)
"""


@every(
    ("number", "label", "period"),
    [
        ("164間", "參加計劃的學校數目", "2009-2010學年"),
        ("24.7%", "參加計劃的學校佔比", "2008-2009學年"),
        ("37間", "取得獎項學校數目", "2009-2010學年"),
        ("16間", "取得獎項學校（銀獎）", "2009-2010學年"),
    ],
)
def test_rows_of_a_plain_table_take_the_words_of_its_head(
    number: str, label: str, period: str
) -> None:
    draft = drafts(ROWS, "2012-03-07")[number]
    assert (draft.label, draft.period) == (label, period)


def test_what_is_left_of_a_question_is_told_to_be_in_doubt() -> None:
    told = drafts("會否檢討現時學校須預留不少於全年預算的7%予閱讀活動。\n", "2012-03-07")
    assert told["7%"].why is not None


NEWS = """2024年临江区经济运行情况
全区固定资产投资增长9.4%，高于全市2.1个百分点，居全市第3位；比上年同期低0.8个百分点。
地区生产总值310亿元，增长6.2%，比全省（5.5%）和全国平均水平（5.1%）分别高0.7、1.1个百分点。
其中工业投资88亿元（占总投资的41%），增长12.5%。
个人贷款增加4.1亿元，其中，短期贷款增加1.3亿元；企业贷款增加9.6亿元，其中，短期贷款增加5.2亿元。
争取专项债券资金7.4亿元，新引进项目26个，总投资95亿元。
甲线由东城至北湖，线路长19.6公里；乙线由西门至南港，线路长31.4公里。
去年5月起，班列已铺画64条运行线路，由2019年的180列增加到2023年的920列。
滨海地区外贸保持增长，进出口66亿元；其中，出口41亿元。
"""


@every(
    ("number", "label", "period"),
    [
        ("2.1个百分点", "全区固定资产投资增速高于全市", "2024年"),
        ("全市第3位", "全区固定资产投资增速排名", "2024年"),
        ("5.5%", "全省地区生产总值增速", "2024年"),
        ("5.1%", "全国地区生产总值增速", "2024年"),
        ("0.7", "地区生产总值增速比全省高", "2024年"),
        ("12.5%", "工业投资增速", "2024年"),
        ("1.3亿元", "个人短期贷款增量", "2024年"),
        ("5.2亿元", "企业短期贷款增量", "2024年"),
        ("7.4亿元", "专项债券资金", "2024年"),
        ("95亿元", "新引进项目总投资", "2024年"),
        ("31.4公里", "乙线线路长", "2024年"),
        ("64条", "班列运行线路", "2024年5月"),
        ("180列", "班列", "2019年"),
        ("66亿元", "滨海地区进出口", "2024年"),
        ("41亿元", "滨海地区出口", "2024年"),
    ],
)
def test_what_is_compared_and_listed_says_whose_it_is(number: str, label: str, period: str) -> None:
    draft = drafts(NEWS, "2025-03")[number]
    assert draft.label.startswith(label), draft.label
    kind = "plan" if label.endswith("总投资") else "actual"
    assert (draft.kind, draft.period) == (kind, period)


HOUSING = """2024-05-20
有關安排會令政府收入減少約31億元，超過26,000個租戶將會受惠。我建議寬減百分之七十五的差餉，以每戶每季1,200元為上限。
當局預計明年總支出為4,380億元。把教育開支定在960億元，按年增加百分之六，即54億元。
第3季商品出口達812億美元，年增14.2%，比原預測高出3.1個百分點。
"""


@every(
    ("number", "label"),
    [
        ("31億元", "政府收入"), ("26,000個", "受惠租戶"), ("百分之七十五", "差餉寬減"),
        ("1,200元", "寬減差餉每戶每季上限"), ("960億元", "教育開支"), ("百分之六", "教育開支增速"),
        ("54億元", "教育開支增量"), ("14.2%", "商品出口增速"),
        ("3.1個百分點", "商品出口增速比原預測高"),
    ],
)  # fmt: skip
def test_prose_of_hong_kong_and_taiwan_names_what_is_measured(number: str, label: str) -> None:
    assert drafts(HOUSING, "2024-05-20", "HKD")[number].label == label


OFFICE = """There were 18.4 million people in work, 96,000 more than a year earlier.
The activity rate (the proportion of people aged from 16 to 64 who had work) was 71.3%,
0.4 percentage points lower than the previous quarter.
Net sales were $64.1 million against $60.2 million a year ago.
Net income attributable to Orchard Tools, Inc. for the second quarter of fiscal year 2021
was $7.7 million.
""".replace("71.3%,\n", "71.3%, ").replace("2021\nwas", "2021 was")


@every(
    ("number", "label"),
    [
        ("18.4 million", "People in work"),
        ("96,000", "People in work change on year"),
        ("71.3%", "Activity rate"),
        ("0.4 percentage points", "Activity rate change on quarter"),
        ("$60.2 million", "Net sales, year earlier"),
        ("$7.7 million", "Net income"),
    ],
)
def test_english_statistics_and_results_name_what_is_measured(number: str, label: str) -> None:
    made = drafts(OFFICE, "2021-08", "USD")
    assert made[number].label == label
    assert not {"16", "64"} & {*made}


def test_a_counter_has_the_english_that_the_outline_gives_it() -> None:
    ferry = read("84趟", "")
    assert str(display(ferry, "en")) == "84"
    assert str(display(replace(ferry, named="sailings"), "en")) == "84 sailings"


@every(
    ("subject", "whole"),
    [
        ("6-14岁、65岁及以上常住人口", "6-14岁常住人口、65岁及以上常住人口"),
        ("第一、二、三产业投资", "第一产业投资、第二产业投资、第三产业投资"),
        ("内、外贸货量", "内贸货量、外贸货量"),
        ("草莓、猕猴桃全产业链产值", "草莓全产业链产值、猕猴桃全产业链产值"),
        ("老旧厂房、新装备出口", "老旧厂房出口、新装备出口"),
    ],
)
def test_short_members_of_a_list_say_what_its_last_one_says_for_all(
    subject: str, whole: str
) -> None:
    members = whole.split("、")
    assert subjects(subject, len(members)) == members


def test_a_short_label_says_what_the_clause_before_says_that_all_is_about() -> None:
    def said(sentence: str, number: str) -> str:
        return drafts(sentence, "2025-03")[number].label

    assert said("2024年，外需方面，总体贡献12.5%。", "12.5%").startswith("外需")
