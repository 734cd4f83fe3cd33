"""What a list's members, and numbers beside a sentence's own, count: of whom, and of which time."""

from __future__ import annotations

from rows import every
from test_drafts import drafts

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
        ("16.3%", "财产净收入占比", "2024年"),
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
        ("24.7%", "參加計劃的學校占比", "2008-2009學年"),
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
