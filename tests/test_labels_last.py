"""Labels stand alone: with the noun beside a number, with whom or what is told of, or in doubt."""

from __future__ import annotations

import readings
from rows import every
from test_drafts import drafts

from briefgen.facts.drafts import drafted
from briefgen.facts.figures import Source
from briefgen.facts.inventory import inventory
from briefgen.facts.repeated import said_once

PRESS = """The fund bought 300 vans, 4,000 helmets, 1,200 radios and 70 drones.
The storm closed roads for days, killing at least 41 people and injuring some 1,900.
Some 180 people had died and 3,600 were still missing.
Support crosses age groups (61 percent of pensioners, 48 percent of students, 5 percent of staff).
- $72 million over three years to repair rural bridges
- $9.4 million for the Coastal Care Fund
The Harbour division (HD) generated revenue of $4.6 million, an increase of $0.7 million (or 18%).
Monthly plans rose to $310 per tenant, up 8% from last spring.
The model sees a 35% chance of more than 2,500 lost homes.
A survey of 2,900 teachers found that 57% ranked smaller classes first.
Some 640 people have been evicted from flats in the old port.
The city promised $50m (£39m) in aid.
Those who spend over $120 will get a gift.
Tickets could cost $6 per 20 minutes, and adults age 67 travel free.
The company runs two depots, and rents are charged $3 per 15 minutes.
"""
TOWN = """當中八成已計劃於本地設立研發中心。
這次80多家夥伴企業預計可為本港帶來620億元的投資。
最近有一家設計公司承租了九千呎的海濱寫字樓。
領隊向超過600位與會的海外商會代表介紹港口優勢。
需要先付2000元新台幣（約554港元），另收3萬元澳門幣。
全市60個大中城市租金按年跌幅收窄至3.8%。
當局計劃提高噪音罰款，由400元加至700元。
運輸業輸入勞工計劃第二輪批出1800個配額。
義工派發毛毯3400張、紙巾5200包、水9100支。
有關支出並非12億元。
颱風吹襲造成至少17人死亡，涉及約6億元。
首兩隻基金昨日掛牌，過去20個交易日上升。
"""


@every(
    ("number", "label"),
    [
        ("4,000", "Helmets"),
        ("41", "People killed"),
        ("1,900", "People injured"),
        ("3,600", "People who were still missing"),
        ("48 percent", "Support crosses age groups, students"),
        ("$72 million", "Repair rural bridges"),
        ("$9.4 million", "The Coastal Care Fund"),
        ("$4.6 million", "Harbour division revenue"),
        ("18%", "Harbour division revenue growth"),
        ("$310", "Monthly plans per tenant"),
        ("8%", "Monthly plans per tenant growth"),
        ("35%", "Chance of more than 2,500 lost homes"),
        ("57%", "Teachers who ranked smaller classes first"),
        ("640", "People who have been evicted from flats in the old port"),
        ("£39m", "City promised in aid"),
    ],
)
def test_english_labels_stand_alone(number: str, label: str) -> None:
    made = drafts(PRESS)
    assert made[number].label == label
    assert not {"2,500", "20 minutes", "67", "two", "15 minutes"} & {*made}
    assert made["$120"].why is not None


@every(
    ("number", "label"),
    [
        ("八成", "計劃於本地設立研發中心的比例"),
        ("620億元", "夥伴企業帶來投資"),
        ("九千呎", "設計公司承租的海濱寫字樓"),
        ("600位", "領隊向與會的海外商會代表介紹港口優勢"),
        ("3.8%", "大中城市租金跌幅"),
        ("9100支", "水"),
        ("17人", "颱風吹襲造成死亡"),
    ],
)
def test_chinese_labels_stand_alone(number: str, label: str) -> None:
    made = drafts(TOWN, currency="HKD")
    assert made[number].label == label


def test_what_is_denied_or_proposed_is_no_fact() -> None:
    made = drafts(TOWN, currency="HKD")
    assert made["12億元"].why is not None
    assert [made[each].kind for each in ("400元", "700元", "1800個")] == [
        "actual",
        "plan",
        "actual",
    ]
    units = [made[each].quantity.unit for each in ("2000元新台幣", "554港元", "3萬元澳門幣")]
    assert units == ["新台币", "港元", "澳门元"]
    assert not {"兩隻", "20個", "60個"} & {*made}


def test_a_figure_told_twice_is_drafted_once() -> None:
    words = "港口吞吐量達4.2億噸\n\n去年港口吞吐量達4.2億噸，其中外貿1.6億噸，內河1.6億噸。"
    text = readings.source(words)
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="2031-01-02")
    made = drafted(inventory(text), text, source)
    kept = said_once(made)
    assert [each.stated.text for each in kept] == ["4.2億噸", "1.6億噸", "1.6億噸"]
    assert kept[0].quote.startswith("去年")
    assert said_once(made, [kept[0].figure]) == kept[1:]


def test_both_periods_of_a_pair_and_of_what_a_change_is_over() -> None:
    made = drafts(
        "Fees for the three and six months ended May 31, 2029 were $5,100 and $9,300.\n"
        "Rent for the year ended May 31, 2029 was $700, an increase of $90 (or 15%) over the same "
        "period in 2028.\nThe well ends 30km below the surface.\n今年首三季經濟預估增長4.6%。",
    )
    periods = [made[each].period for each in ("$5,100", "$9,300", "15%", "4.6%")]
    ended = "months ended May 31, 2029"
    assert periods[:2] == [f"three {ended}", f"six {ended}"]
    assert periods[2:] == ["year ended May 31, 2029", "2029年前三季度"] or periods[3].endswith(
        "前三季度"
    )
    assert not made["30km"].quantity.direction


def test_what_measures_something_else_has_no_label_of_another() -> None:
    made = drafts(
        "倉庫用地的呎價9000元，1141萬平方呎樓面可售出。\n空置率必然上升，4000萬平方呎樓面賣不出。\n"
        "一般商業用地會有355萬平方米的盈餘。\n"
        "Payments are $250 for each child ages 6 to 17 and $300 for each child under 6.",
        currency="HKD",
    )
    assert made["355萬平方米"].label == "一般商業用地盈餘"
    assert made["4000萬平方呎"].why is not None
    assert "17" not in made
    assert {made["$250"].quantity.unit, made["$300"].quantity.unit} == {"港元"}
