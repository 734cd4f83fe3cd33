"""Numbers of tables are read with the scale and unit of their head, and proven by their row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

import pytest
import readings

from briefgen.facts.drafts import Draft, drafted
from briefgen.facts.entries import looked_at
from briefgen.facts.figures import Source
from briefgen.facts.inventory import inventory
from briefgen.facts.ledger import check
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import read
from briefgen.facts.scan import Found, scan_each
from briefgen.facts.tables import told
from briefgen.problems import Mark, Problems
from briefgen.record import replace

ACCOUNTS = """EXAMPLE HOLDINGS, INC.
STATEMENTS OF INCOME
(Amounts in Thousands Except Per Share Amounts)
Year ended | June 30, 2025 | June 30, 2024
SALES | $ | 412,640 | $ | 398,115
Cost of sales (including freight) | 250,300 | 241,870
Number of stores | 214 | 209
Other expense, net | (1,204) | (998)
EARNINGS PER SHARE:
Basic | $ | 1.42 | $ | 1.31
Diluted weighted average shares | 30,125 | 30,480
The company opened 12 stores during the year and will open more of them in the coming one, as its \
directors said in the letter to the shareholders that came with these accounts in September.
Guests | 4,120
"""
BULLETIN = """主要指标表
单位：亿元
指标 | 2025年 | 2024年
工业总产值 | 3120.5 | 2984.1
粮食产量（万吨） | 86.4 | 85.9
占比（%） | 31.2 | 30.8
"""
ABROAD = """Key figures
£m | 2025 | 2024
Revenue | 1,037 | 1,229
Operating loss | (155) | (87)
EPS (p) | 5.04 | 3.73

Headline results
in millions of euros except if stated otherwise | H1 2024 | H1 2023
Sales | 14,167 | 13,757
Other income and expenses | (53) | 69
Dividend per share | 1.70 | 1.65
"""
COLUMNS = [
    ("1,037", Decimal(1037000000), "英镑"), ("155", Decimal(-155000000), "英镑"),
    ("5.04", Decimal("5.04"), "便士"), ("14,167", Decimal(14167000000), "欧元"),
    ("53", Decimal(-53000000), "欧元"), ("1.70", Decimal("1.70"), "欧元/股"),
]  # fmt: skip
CASES = [
    ("412,640", Decimal(412640000), "美元", "Sales"),
    ("250,300", Decimal(250300000), "美元", "Cost of sales"),
    ("1,204", Decimal(-1204000), "美元", "Other expense, net"),
    ("1.42", Decimal("1.42"), "美元/股", "EARNINGS PER SHARE, Basic"),
    ("30,125", Decimal(30125000), "shares", "Diluted weighted average shares"),
    ("3120.5", Decimal(312050000000), "元", "工业总产值"),
    ("86.4", Decimal(864000), "吨", "粮食产量"),
    ("31.2", Decimal("31.2"), "%", "占比"),
]


# Accounts as they come out of a page: heads without a sign of money, brackets and % cut off.
COPIED = """STATEMENT OF OPERATIONS
(in thousands, except per share amounts)
Three Months Ended | March 31, 2025 | March 31, 2024
Revenue | 84,310 | 80,115
Gross margin | 21.4 | % | 20.8 | %
Interest expense | (412 | (388
Change in margin | (1.3 | )% | 0.4 | %
Loss from discontinued lines | (1,090) | (77)
Earnings per share of common stock
Basic | 1.07 | 0.98
Weighted average shares outstanding:
Diluted | 6,215 | 6,190
"""
FROM_PAGES = [
    ("84,310", Decimal(84310000), "美元"), ("21.4", Decimal("21.4"), "%"),
    ("412", Decimal(-412000), "美元"), ("1,090", Decimal(-1090000), "美元"),
    ("1.07", Decimal("1.07"), "美元/股"), ("6,215", Decimal(6215000), "shares"),
]  # fmt: skip

# Tables as a page, a workbook or Markdown gives them: runs of blanks, cells of units, notes.
SPACED = """CONSOLIDATED INCOME STATEMENT
                         Note    2024        2023
                                 HK$'000     HK$'000
Revenue                   3      234,567     345,678
Cost of sales                   (187,654)   (202,345)
Other losses                         (12)        (45)
Basic earnings per share         HK$0.78     HK$0.60
"""
UNITS = """表1 主要指标
指标\t计量单位\t绝对量\t比上年增长（%）
生产总值\t亿元\t535.8\t5.6
常住人口\t万人\t312.6\t-0.4
全社会用电量\t亿千瓦时\t65.3\t-3.7
"""
MARKED = """Segments
| US$ million | 2024 | 2023 | Change |
| --- | --- | --- | --- |
| Revenue | 1,204.5 | 1,310.2 | (8.1)% |
| Net (loss) profit | (15.6) | 32.4 | n/m |
| Operating margin | 5.7 | % | (400) | bps |
| Dividend per share (US cents) | 4.0 | 5.5 | (27.3)% |
"""
THOUSANDS = """綜合損益表
                 附註    二零二四年    二零二三年
                         千港元        千港元
收入              3      234,567       345,678
銷售成本                 (187,654)     (202,345)
"""
READ = [
    (SPACED, "HKD", "234567000 港元 | 345678000 港元 | -187654000 港元 | -202345000 港元"
     " | -12000 港元 | -45000 港元 | 0.78 港元/股 | 0.6 港元/股"),
    (UNITS, "", "53580000000 元 | 5.6 % | 3126000 人 | -0.4 % | 6530000000 千瓦时 | -3.7 %"),
    (MARKED, "USD", "1204500000 美元 | 1310200000 美元 | -8.1 % | -15600000 美元 | 32400000 美元"
     " | 5.7 % | -400 个基点 | 4 美分 | 5.5 美分 | -27.3 %"),
    (THOUSANDS, "HKD", "234567000 港元 | 345678000 港元 | -187654000 港元 | -202345000 港元"),
]  # fmt: skip


def drafts(words: str, currency: str) -> dict[str, Draft]:
    given = Source(
        id="s", file="seeds/s.txt", title={}, publisher={}, date="2025-09", currency=currency
    )
    text = readings.source(words, currency)
    made = [replace(each, source="s") for each in drafted(inventory(text), text, given)]
    seen = looked_at(made, {"s": given}, {"seeds/s.txt": words.encode()})
    return {draft.stated.text: draft for draft in seen}


@pytest.fixture(scope="module")
def made() -> dict[str, Draft]:
    return drafts(ACCOUNTS, "USD") | drafts(BULLETIN, "")


@pytest.mark.parametrize(("text", "value", "unit", "label"), CASES)
def test_a_row_has_the_scale_and_the_unit_of_its_head(
    made: dict[str, Draft], text: str, value: Decimal, unit: str, label: str
) -> None:
    quantity = made[text].quantity
    assert (quantity.value, quantity.unit, made[text].label) == (value, unit, label)


def test_what_is_counted_in_a_table_of_sums_has_no_scale(made: dict[str, Draft]) -> None:
    found = {each.text: each.quantity for each in inventory(readings.source(ACCOUNTS, "USD"))}
    assert (found["214"].value, found["214"].unit) == (Decimal(214), "")
    # A paragraph ends what the head said.
    assert (found["4,120"].value, found["4,120"].unit) == (Decimal(4120), "")


def test_only_the_first_column_is_drafted_and_its_row_is_its_quote(made: dict[str, Draft]) -> None:
    assert {"398,115", "1.31", "85.9"} & set(made) == set()
    assert made["412,640"].quote == "SALES | $ | 412,640 | $ | 398,115"


def test_dollars_of_a_table_stay_dollars_where_its_source_has_no_currency() -> None:
    found = {each.text: each.quantity for each in inventory(readings.source(ACCOUNTS))}
    for text, value in (("250,300", 250_300_000), ("412,640", 412_640_000)):
        assert (found[text].value, found[text].unit) == (Decimal(value), "$")


def test_rows_are_proven_with_what_their_head_says(made: dict[str, Draft]) -> None:
    assert all(made[text].whole and made[text].why is None for text, *_ in CASES)
    sales = made["412,640"].figure
    given = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="", currency="USD")
    for wrong in ("$412,640", "$412,640 million", "412,640 shares"):
        quantity = read(wrong, currency="USD", opaque=True)
        figure = replace(sales, quantity=quantity, mark=Mark("figures.yaml", 1))
        problems = Problems()
        check({"it": figure}, [given], lambda _: ACCOUNTS.encode(), problems)
        assert [problem.code for problem in problems] == ["value-not-in-quote"]


@pytest.mark.parametrize(("number", "value", "unit"), COLUMNS)
def test_heads_of_columns_say_the_money_and_the_scale(
    number: str, value: Decimal, unit: str
) -> None:
    quantity = drafts(ABROAD, "")[number].quantity
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(("number", "value", "unit"), FROM_PAGES)
def test_tables_that_lost_signs_and_brackets_are_read(
    number: str, value: Decimal, unit: str
) -> None:
    quantity = drafts(COPIED, "USD")[number].quantity
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(("table", "currency", "wanted"), READ)
def test_every_cell_is_read_by_its_column_its_unit_and_its_head(
    table: str, currency: str, wanted: str
) -> None:
    found = (each for each in readings.read(table, currency) if not each.startswith("@"))
    assert " | ".join(found) == wanted


def test_two_blanks_in_a_sentence_make_no_table() -> None:
    words = "The fund grew  to 12 million euros in May,  and 300 more joined it in June.\n"
    assert readings.read(f"(in thousands)\n{words}", "EUR") == ("12000000 欧元", "300")


def test_no_more_of_a_long_table_is_read_than_is_asked_for() -> None:
    text = readings.source("年份\t客流\n" + "2020年\t1\n" * 5_000)
    read = 0

    def counted() -> Iterator[Found]:
        nonlocal read
        for each in scan_each(plain(text.matching)):
            read += 1
            yield each

    assert len(list(islice(told(text, counted()), 10))) == 10
    assert read <= 40
