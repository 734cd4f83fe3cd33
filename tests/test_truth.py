"""Wrong entries of a ledger, planted one by one: a check names them. Right ones pass."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
import readings
from rows import every

from briefgen.facts.figures import Figure, Source
from briefgen.facts.forms import Quantity
from briefgen.facts.inventory import Stated, inventory
from briefgen.facts.ledger import check
from briefgen.facts.quantity import display, read
from briefgen.facts.tongues import unread
from briefgen.problems import Mark, Problem, Problems
from briefgen.record import Record, replace

PLACE = Mark("content/figures.yaml", 10, 3)
# A report of our own making, of the kind that is written in many places.
REPORT = """2025年工作回顾

全市地区生产总值突破6200亿元，比上年增长4.8%。规模以上工业增加值增长6.1%，固定资产投资下降3.7%。
社会消费品零售总额2310亿元，进出口总额约1480亿元，其中出口增长9.2%、进口下降5.4%。
一般公共预算收入412.6亿元，税收占比达71.5%。居民消费价格上涨0.4%，城镇调查失业率5.1%左右。
粮食总产量86.5亿斤，蔬菜产量超540万吨。港口集装箱吞吐量1860万标准箱，铁路发送旅客近4300万人次。
新增城镇就业18.2万人，脱贫人口减少2.1万人。压减粗钢产能120万吨，关停企业37家。
居民人均可支配收入4.36万元，城乡收入比由2.31∶1缩小到2.26∶1。
新建住房均价每平方米1.24万元，高标准农田建设补贴2400元/亩。
培育专精特新企业逾900家，引进外资项目86个、合同金额15.3亿美元。
"""


class Case(Record):
    """A wrong entry, and what is wrong with it."""

    name: str
    figure: Figure


def told(figure: Figure, text: str = REPORT, currency: str = "") -> list[Problem]:
    problems = Problems()
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="", currency=currency)
    check({figure.id: figure}, [source], lambda _: text.encode(), problems)
    return list(problems)


def entry(stated: Stated, number: int) -> Figure:
    """The right entry of a number, labelled by the words before it."""
    label = stated.before[-8:] or stated.behind[:8]
    return Figure(
        id=f"n{number}",
        quantity=stated.quantity,
        kind="actual",
        label={"zh-Hans": label},
        quote=stated.place.sentence,
        source="s",
        mark=PLACE,
    )


def entries() -> list[Figure]:
    stated = [each for each in inventory(readings.source(REPORT)) if each.quantity.form != "date"]
    return [entry(each, number) for number, each in enumerate(stated)]


def test_right_entries_pass() -> None:
    for figure in entries():
        wrong = [problem for problem in told(figure) if problem.severity == "error"]
        assert wrong == [], (figure, wrong)


def changed(quantity: Quantity) -> Iterator[tuple[str, Quantity]]:
    """What may be wrong with a reading: sign, scale, unit, qualifier."""
    value = quantity.value
    if value is None:
        return
    if quantity.direction:
        yield "sign", replace(quantity, value=-value, direction="")
    elif quantity.unit == "%":
        yield "sign", replace(quantity, value=-value)
    yield "scale", replace(quantity, value=value * 10)
    unit = {"元": "美元", "%": "个百分点", "斤": "公斤", "人次": "人"}.get(quantity.unit, "元")
    yield "unit", replace(quantity, unit=unit)
    yield "digit", replace(quantity, value=value + Decimal(1))
    if quantity.qualifier and quantity.qualifier not in ("达", "其中"):
        yield "qualifier", replace(quantity, qualifier="")
    elif not quantity.qualifier:
        yield "qualifier", replace(quantity, qualifier="超")


def planted() -> list[Case]:
    cases = []
    right = entries()
    for figure in right:
        for name, quantity in changed(figure.quantity):
            cases.append(Case(name, replace(figure, quantity=quantity)))
        for other in right:
            same = other.quote == figure.quote and other.quantity.unit == figure.quantity.unit
            if same and other.quantity.value != figure.quantity.value:
                cases.append(Case("neighbour", replace(figure, quantity=other.quantity)))
                break
    return cases


def test_of_sixty_wrong_readings_at_least_fifty_seven_are_named() -> None:
    cases = planted()
    assert len(cases) >= 60
    kinds = {case.name for case in cases}
    assert kinds == {"sign", "scale", "unit", "digit", "qualifier", "neighbour"}
    missed = [(case.name, case.figure) for case in cases if not told(case.figure)]
    assert len(missed) * 60 <= 3 * len(cases), missed


# What the reader might get wrong, and a second look finds.

DOUBTED = [
    ("企业总数3万高新企业", "3万", "总量"),
    ("产量12.5亿标准捆", "12.5亿", "产量"),
    ("处理能力15万吨·公里", "15万吨", "能力"),
    ("受益20来户", "20户", "受益户"),
    ("建设用时3-5年", "5年", "用时"),
    ("比例1∶3", "3", "比例"),
    ("客流数10万人次", "10万人次", "客流"),
    ("亏损企业的产值5亿元", "5亿元", "产值"),
    ("户均存款12万元", "12万元", "存款"),
    ("房价每平方米2万至3万元", "2万至3万元", "房价"),
]


@pytest.mark.parametrize(("quote", "value", "label"), DOUBTED)
def test_what_the_reader_did_not_use_is_told(quote: str, value: str, label: str) -> None:
    figure = Figure(
        id="it", quantity=read(value), kind="actual", label={"zh-Hans": label}, quote=quote,
        source="s", mark=PLACE,
    )  # fmt: skip
    assert told(figure, f"全年{quote}。")


def test_somebody_who_has_looked_is_not_asked_again() -> None:
    figure = Figure(
        id="it", quantity=read("3万"), kind="actual", label={"zh-Hans": "总量"},
        quote="企业总数3万高新企业", source="s", mark=PLACE,
    )  # fmt: skip
    assert [problem.code for problem in told(figure, "企业总数3万高新企业。")] == ["second-look"]
    assert told(replace(figure, sure=True), "企业总数3万高新企业。") == []


# English sources are read, proven and shown.

PRESS = """
Acme Ltd today reported third-quarter revenue of $48.2 million, up 12% from a year earlier.
Orders fell by 3.5 per cent. Two-thirds of sales came from abroad. Customers: over 2,300.
Cash of £31.5m lasts 19 months. Spending will reach about €2bn by 2030. Deliveries were
1.2 million units, and staff nearly 30,000. Output doubled in FY2025.
"""
ENGLISH = [
    ("$48.2 million", "", "revenue of $48.2 million", "US$48.2 million", "4820万美元"),
    ("12%", "", "up 12% from a year earlier", "12%", "12%"),
    ("down 3.5 per cent", "", "Orders fell by 3.5 per cent", "down 3.5%", "下降3.5%"),
    ("-3.5%", "", "Orders fell by 3.5 per cent", "−3.5%", "−3.5%"),
    ("two-thirds", "", "Two-thirds of sales", "two thirds", "三分之二"),
    ("2,300", "over", "Customers: over 2,300", "over 2,300", "超2,300"),
    ("£31.5m", "", "Cash of £31.5m lasts", "£31.5 million", "3150万英镑"),
    ("€2bn", "about", "about €2bn by 2030", "about €2 billion", "约20亿欧元"),
    ("1.2 million units", "", "Deliveries were 1.2 million units", "1.2 million units", "120万件"),
    ("30,000", "nearly", "staff nearly 30,000", "nearly 30,000", "近30,000"),
    ("doubled", "", "Output doubled in FY2025", "doubled", "翻一番"),
    ("FY2025", "", "Output doubled in FY2025", "FY2025", "2025财年"),
    ("19 months", "", "lasts 19 months", "19 months", "19个月"),
]


@every(("value", "qualifier", "quote", "english", "chinese"), ENGLISH)
def test_english_sources_are_as_good(
    value: str, qualifier: str, quote: str, english: str, chinese: str
) -> None:
    quantity = read(value, qualifier, "USD", opaque=True)
    figure = Figure(
        id="it", quantity=quantity, kind="actual", label={"en": quote}, quote=quote, source="s",
        mark=PLACE, sure=True,
    )  # fmt: skip
    assert [str(problem) for problem in told(figure, PRESS, "USD")] == []
    assert str(display(quantity, "en")) == english
    assert str(display(quantity, "zh-Hans")) == chinese


def test_a_dollar_without_a_currency_stays_one_of_a_country_that_nobody_names() -> None:
    for written, english, chinese in (
        ("$48.2 million", "$48.2 million", "$4820万"),
        ("down $36,500", "down $36,500", "下降$3.65万"),
        ("-$0.7 million", "−$700,000", "−$70万"),
        ("$151 million to $155 million", "$151–155 million", "$1.51亿～$1.55亿"),
        ("9 million dollars", "$9 million", "$900万"),
    ):
        quantity = read(written)
        assert quantity.unit == "$"
        assert str(display(quantity, "en")) == english
        assert str(display(quantity, "zh-Hans")) == chinese
    assert read("$48.2 million", currency="HKD").unit == "港元"
    figure = Figure(
        id="it", quantity=read("12%"), kind="actual", label={"en": "Growth"}, quote="up 12% from",
        source="s", mark=PLACE,
    )  # fmt: skip
    assert [problem.code for problem in told(figure, PRESS)] == ["source-dollars"]


def test_yuan_of_other_places() -> None:
    assert read("5億元", currency="HKD").unit == "港元"
    assert str(display(read("5億元", currency="TWD"), "zh-Hans")) == "5亿新台币"
    assert str(display(read("5億元", currency="HKD"), "en")) == "HKD 500 million"
    assert read("5亿美元", currency="HKD").unit == "美元"
    # What says its own currency is not changed by that of its source.
    for written in ("RMB 5 billion", "CNY 5,000", "¥5 billion", "5 billion yuan", "人民币5亿元"):
        assert read(written, currency="USD").unit == "元"


FOREIGN = {
    "Japanese": "平成26年の売上は前年に比べて12%増加した。",
    "Korean": "지난해 매출은 12% 증가했다.",
    "a language in Cyrillic letters": "Выручка выросла на 12 процентов.",
    "German": "Der Umsatz der Gruppe stieg um 12 Prozent, und die Zahl der Kunden ist mit 3 % von "
    "den Werten des Vorjahres für die Sparte auf das Niveau der Planung gestiegen.",
    "French": "Les ventes du groupe sont en hausse de 12 % dans le pays et les résultats des "
    "filiales pour une année est sur le niveau des prévisions.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_language_that_is_not_read_is_told_once(language: str) -> None:
    problems = Problems()
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="")
    check({}, [source], lambda _: (FOREIGN[language] * 3).encode(), problems)
    (problem,) = problems
    assert (problem.code, language in problem.message) == ("source-unread", True)


def test_foreign_words_do_not_make_a_source_foreign() -> None:
    for text in (
        REPORT + "ソニー与LG、Société Générale签约。",
        PRESS + "La Défense; Der Spiegel. ",
    ):
        assert unread(text) == ""
