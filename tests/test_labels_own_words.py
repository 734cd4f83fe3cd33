"""Labels that short rules leave too short or torn take the words of the source."""

from __future__ import annotations

from rows import every
from test_drafts import drafts

CITY = """2024年滨江市工作情况
全市第二产业增加值96亿元，同比增长4.2%。
设施葡萄播种面积6.5万亩，产量31万吨。
新建排水管网工程42处，惠及8.3万人。
光伏装机规模210万千瓦，利用率达97.1%。
我市的家庭农场由十年前的不足三百家发展到目前的2140家。
夜间经济产出88亿元，占服务业产值的21.5%。
工业投资占全部投资比重从18.2%提升到30.6%。
港口岸电、冷链物流等6项技术获得省级奖励，9个平台入选省级名单。
“以租换购”政策惠及21万群众。
三次产业结构进一步优化，调整为6.1:40.2:53.7。
400项“两山”项目加快实施。
第九届滨江博览会首次实现35个国家参会。
总投资近120亿元的南湾、东屿储能基地开工建设。
12.5亿元消费补贴拉动消费160亿元。
猪羊出栏分别增长3.2%、1.4%。
农业税种8.2亿元、工业税种7.1亿元，同比分别增长6.6%、9.9%。
增加大豆种植面积7万亩、花生3万亩。
从八大类商品价格看，粮油下降1.8%。
①非税收入完成4.4亿元。
城乡居民人均可支配收入分别增长6.4%左右和7.7%左右。
"""


@every(
    ("number", "label"),
    [
        ("96亿元", "全市第二产业增加值"),
        ("4.2%", "全市第二产业增加值增速"),
        ("31万吨", "设施葡萄产量"),
        ("8.3万人", "排水管网工程惠及人数"),
        ("97.1%", "光伏利用率"),
        ("2140家", "家庭农场"),
        ("21.5%", "夜间经济产出占服务业产值比重"),
        ("18.2%", "工业投资占全部投资比重"),
        ("30.6%", "工业投资占全部投资比重"),
        ("6项", "港口岸电、冷链物流等技术"),
        ("9个", "平台入选省级名单"),
        ("21万", "以租换购政策惠及群众"),
        ("6.1:40.2:53.7", "三次产业结构进一步优化"),
        ("400项", "两山项目加快实施"),
        ("35个", "第九届滨江博览会国家参会"),
        ("120亿元", "南湾、东屿储能基地总投资"),
        ("12.5亿元", "消费补贴"),
        ("1.4%", "羊出栏增速"),
        ("9.9%", "工业税种增速"),
        ("7万亩", "大豆种植面积增量"),
        ("3万亩", "花生增量"),
        ("1.8%", "粮油价格增速"),
        ("4.4亿元", "非税收入"),
        ("7.7%", "农村居民人均可支配收入增速"),
    ],
)
def test_a_label_that_says_too_little_takes_the_words_around_it(number: str, label: str) -> None:
    assert drafts(CITY, "2025-01")[number].label == label


HARBOUR = """港股午後走高。
海港指數報20455點，升120點，高見20611點，每股派息較上年派息折讓約15%。
南灣上月有48宗成交，較去年同期60宗少兩成。當中翠湖花園，有17宗交易，平均實用呎價為14,220元。
本港護士流失率為9.5%，當中以急症室護士流失率最高，達12.8%。
長者把申領年齡由61歲提高至66歲。
"""


@every(
    ("number", "label"),
    [
        ("20455點", "海港指數"),
        ("120點", "海港指數升幅"),
        ("20611點", "海港指數"),
        ("60宗", "南灣成交"),
        ("17宗", "翠湖花園交易"),
        ("14,220元", "翠湖花園平均實用呎價"),
        ("12.8%", "急症室護士流失率"),
        ("66歲", "申領年齡"),
    ],
)
def test_traditional_sources_are_labelled_as_simplified_ones(number: str, label: str) -> None:
    made = {each.stated.text: each.label for each in drafts(HARBOUR, "2025-04", "HKD").values()}
    assert made[number] == label


COMPANY = """Harbour Energy Reports Results
Completed the purchase of a $9 million, 2.4 MW wind turbine at the plant.
Received an allocation of $7.5 million in State Clean Power Credits for the plant.
The permits were already approved by the agency for six provinces.
In that time 21,000 more people became unemployed.
The year saw an increase in household borrowing of 12 percent.
A $4.1 million, or 35 percent, improvement on rental income was due to demand.
An increase of $1.9 million in wages and benefits for staff was planned.
$17 million was invested into storage projects.
Capital expenditures for pipelines and the expansion of terminals were $31 million.
Cash and cash equivalents at June 30, 2024, was $8.8 million.
Full-Year Net Revenue of $14.6 Million
The loss compares with a net loss of ($512,000) in 2023.
"""


@every(
    ("number", "label"),
    [
        ("$9 million", "Wind turbine"),
        ("$7.5 million", "State Clean Power Credits"),
        ("six", "Permits approved by the agency for provinces"),
        ("21,000", "More people became unemployed"),
        ("12 percent", "Household borrowing growth"),
        ("$4.1 million", "Rental income increase"),
        ("$1.9 million", "Wages and benefits increase"),
        ("$17 million", "Invested into storage projects"),
        ("$31 million", "Capital expenditures for pipelines and the expansion of terminals"),
        ("$8.8 million", "Cash and cash equivalents"),
        ("$14.6 Million", "Full-Year Net Revenue"),
    ],
)
def test_english_labels_that_say_too_little_take_their_clause(number: str, label: str) -> None:
    made = {each.stated.text: each.label for each in drafts(COMPANY, currency="USD").values()}
    assert made[number] == label


def test_a_loss_in_brackets_is_below_nothing_and_a_title_has_its_scale() -> None:
    made = {
        each.stated.text: each.quantity.value for each in drafts(COMPANY, currency="USD").values()
    }
    assert (made["$512,000"], made["$14.6 Million"]) == (-512_000, 14_600_000)


def test_what_names_a_thing_or_says_when_is_no_figure() -> None:
    text = "新建330千伏线路，量产2.5微米铜箔，启动10年医院发展计划，稳定放在第一位。价格5年升8%。"
    assert [*drafts(text)] == ["8%"]
    assert not drafts("Rates fell to 45-year lows after billions of dollars were lost.")


BOTH = """2024-05-20
南灣花園一個單位，實用面積300呎，以512萬元成交。原業主在2008年3月以230萬元購入。
三月有12宗。
该市新建住房销售额88亿元，下降3%。
"""


@every(
    ("number", "label"),
    [
        ("512萬元", "南灣花園一個單位成交價"),
        ("230萬元", "南灣花園一個單位購入價"),
        ("88亿元", "该市新建住房销售额"),
        ("3%", "该市新建住房销售额增速"),
    ],
)
def test_labels_are_in_the_script_of_their_sentence(number: str, label: str) -> None:
    made = drafts(BOTH, "2024-05-20", "HKD")[number].label
    assert made.endswith(label), made
    assert not set(made) & set("个单购价园湾" if "萬" in number else "個單購價園灣")


KINDS = """2024-05-20
300间课室可在九月启用。
45个泊车位会开放。
60家商户将获得补助。
新区全年计划投资260亿元。
2024年、2025年销售额分别为3亿元、4亿元。
"""


@every(
    ("number", "label"),
    [
        ("300间", "九月启用的课室"),
        ("45个", "开放泊车位"),
        ("60家", "获得补助的商户"),
        ("260亿元", "新区计划投资"),
        ("3亿元", "销售额"),
        ("4亿元", "销售额"),
    ],
)
def test_what_becomes_of_things_is_no_name_of_theirs(number: str, label: str) -> None:
    draft = drafts(KINDS, "2024-05-20")[number]
    assert (draft.label, draft.why) == (label, None)


def test_a_sum_of_something_in_a_list_of_years_and_a_comparison_keep_their_noun() -> None:
    text = (
        "Expenses included $4.2 million of severance.\n"
        "It had a net loss of 12 cents a share, compared with a loss of 9 cents.\n"
    )
    made = {each.stated.text: each.label for each in drafts(text, currency="USD").values()}
    assert made["$4.2 million"] == "Severance"
    assert made["9 cents"] == "Loss per share"


PEARL = """（i）擴大社區藥房先導計劃——明年於東區新增兩間社區藥房，\
預計惠及約2 400名病人，每年為約9萬人次提供服務。
我們已覓得約240公頃土地，可興建約21萬個單位。
當局派8000元交通券，涉款達92億元，預計約有115萬人受惠。
為商戶提供60%的租金補貼，每店每月上限為3000元，為期5個月，涉及7億元，\
惠及2.1萬個商戶。
政府將供應目標定於38萬個單位。
總公屋需求為21萬8000個單位。
建造業的淨產值，在二零二三年第四季較上年同期實質上升3.1%。\
二零二三年全年合計，該行業的淨產值錄得2.4%的實質升幅。
李先生又說再額外預留12億元，以備其他防汛需要。
預料36艘渡輪與9個攤檔受惠。
油麻地及旺角每年只有320個及150個攤位。
獎券基金增加「青年獎學金」名額至每年250個。
向年滿19歲的居民派發900元。
"""
BRIDGE = """A scheme is expected to open 31,000 nurseries, train 6,400 teachers and reduce waiting.
Ministers confirmed the £210m Green Roofs Fund.
They approved a rail deal with Cornwall worth £95m.
The bread, rice, flour, and cereals index increased 0.7% in May.
The cocoa index rose 0.5% over the month and the index for tea rose 0.9%.
Both the number of jobless miners, 41,000, and the jobless rate, 6.2 percent, declined.
Poverty rates fell for single parents (11.5 percent) and pensioners (8.1 percent).
The rate was 310 deaths per 100,000 population.
Net sales in the Nordics grew strongly, 12.4% to $80.1 million, or 11.8% on an organic basis.
Sales were $4.1 million compared to $4.4 million in 2022, a decrease of 7%.
Female riders accounted for 44.0 per cent of trips (3.3 million).
61% used savings, 12.7% struggle with rent.
"""


@every(
    ("number", "label"),
    [
        ("2 400名", "新增社區藥房惠及病人"),
        ("9萬人次", "新增社區藥房提供服務"),
        ("240公頃", "覓得土地"),
        ("8000元", "當局派交通券"),
        ("92億元", "派交通券涉款"),
        ("115萬人", "派交通券受惠人數"),
        ("60%", "商戶提供租金補貼"),
        ("5個月", "提供租金補貼為期"),
        ("7億元", "提供租金補貼涉及款項"),
        ("2.1萬個", "提供租金補貼惠及商戶"),
        ("38萬個", "供應目標"),
        ("21萬8000個", "總公屋需求"),
        ("2.4%", "建造業淨產值增速"),
        ("12億元", "額外預留備其他防汛需要"),
        ("36艘", "渡輪受惠"),
        ("320個", "油麻地"),
        ("150個", "旺角"),
        ("每年250個", "獎券基金增加青年獎學金名額"),
        ("31,000", "Scheme expected to open nurseries"),
        ("6,400", "Scheme expected to train teachers"),
        ("£210m", "Green Roofs Fund"),
        ("£95m", "Rail deal with Cornwall"),
        ("0.7%", "Bread, rice, flour, and cereals index growth"),
        ("0.9%", "Index for tea growth"),
        ("41,000", "Number of jobless miners"),
        ("8.1 percent", "Poverty rates, pensioners"),
        ("310", "Deaths per 100,000 population"),
        ("12.4%", "Net sales in the Nordics growth"),
        ("11.8%", "Net sales in the Nordics growth on an organic basis"),
        ("7%", "Sales growth"),
        ("3.3 million", "Trips, female riders"),
        ("12.7%", "Struggle with rent"),
    ],
)
def test_what_comes_of_a_deed_is_said_with_it(number: str, label: str) -> None:
    made = {each.stated.text: each.label for each in drafts(PEARL, "2024-10", "HKD").values()}
    made |= {each.stated.text: each.label for each in drafts(BRIDGE, "2024-10", "USD").values()}
    assert made.get(number) == label
    assert not {"19歲", "100,000"} & {*made}
