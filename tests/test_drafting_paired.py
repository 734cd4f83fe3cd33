"""What a text tells of two periods becomes a chart, and its title says of which."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.drafting.cards import listed
from briefgen.drafting.moments import moments_of, periods_in
from briefgen.drafting.paired import paired, repeated
from briefgen.drafting.pairs import pair_in
from briefgen.drafting.tree import Heading, Item, Listing, Paragraph, Spot
from tests.rows import every

SPOT = Spot("line", 1)
QUARTER = "Results for the Second Quarter of 2023 Compared to the Prior Year Period"

# A sentence, its heading; the name, the earlier and the later amount, and the two periods.
PAIRS = {
    "Sales were $9.5 million for the second quarter of 2023, a decrease from $12 million for the"
    " second quarter of 2022.": ("Sales", "12", "9.5", "Q2 2022", "Q2 2023"),
    "Milling costs fell from $4M in Q2 2022 to $3.5M in Q2 2023, as wheat was cheap.": (
        ("Milling costs", "4", "3.5", "Q2 2022", "Q2 2023")
    ),
    "For the six months ended June 30, 2023, rent was $2 million compared to $1 million in the"
    " same period of 2022.": ("Rent", "1", "2", "Six months to Jun 2022", "Six months to Jun 2023"),
    "Net loss increased by 50%, or $1 million, to $3 million, versus $2 million.": (
        ("Net loss", "2", "3", "A year earlier", "Q2 2023")
    ),
    "Gross loss was $2 million, compared to a gross profit of $1 million.": (
        ("Gross profit", "1", "-2", "A year earlier", "Q2 2023")
    ),
    "Cash was $5 million at June 30, 2023, compared to $4 million at June 30, 2022.": (
        ("Cash", "4", "5", "Jun 30, 2022", "Jun 30, 2023")
    ),
    "Rent: Total rent was $5 million in Q2 2023, compared to $4 million in Q2 2022.": (
        ("Total rent", "4", "5", "Q2 2022", "Q2 2023")
    ),
    "Sales were $9 million, an increase of $2 million over the second quarter of 2022.": None,
    "We opened nine mills for $9 million compared to $4 million.": None,
    "Sales were $5mn, compared to $4mn.": ("Sales", "4", "5", "A year earlier", "Q2 2023"),
    "Diluted earnings per share were $4.50, compared to $3.20 a year ago.": (
        ("Diluted earnings per share", "0.0000032", "0.0000045", "A year earlier", "Q2 2023")
    ),
    "The milling margin rose 20 basis points to 5.4%, compared to 5.2% in Q2 2022.": (
        ("Milling margin", "0.0000052", "0.0000054", "Q2 2022", "Q2 2023")
    ),
    "Sales of bread rose 12%, compared to 8% in Q2 2022.": None,
}


@every("sentence, wanted", PAIRS.items())
def test_two_amounts_of_one_thing(
    sentence: str, wanted: tuple[str, str, str, str, str] | None
) -> None:
    found = pair_in(sentence, QUARTER)
    if wanted is None:
        assert found is None
        return
    assert found is not None
    name, before, now, *periods = wanted
    million = Decimal(1_000_000)
    assert (found.name, *(size / million for size in found.sizes)) == (
        (name, Decimal(before), Decimal(now))
    )
    assert list(found.periods) == periods


def test_a_period_is_taken_from_what_names_it_alone() -> None:
    assert [name for name, _ in periods_in("Third Quarter Ended May 3, 2021")] == ["Q3 2021"]
    assert moments_of("Sales were $2 million compared to $1 million", "Highlights") is None


def test_what_is_too_small_beside_the_largest_has_a_chart_of_its_own() -> None:
    text = "{} was ${} million in Q2 2023 compared to ${} million in Q2 2022."
    told = [("Turnover", 900, 800), ("Wages", 300, 200), ("Rent", 3, 2), ("Postage", 2, 1)]
    blocks = [Paragraph(text.format(*each), SPOT) for each in told]
    cards, left = paired(blocks, None)
    assert not left
    rows = [[str(row[0]) for row in listed(card.fields, "rows")] for card in cards]  # type: ignore[index]
    assert rows == [["Turnover", "Wages"], ["Rent", "Postage"]]
    assert cards[0].title == "Turnover grew from $800 million in Q2 2022 to $900 million in Q2 2023"


def test_a_chart_of_fewer_of_the_same_values_is_told_once() -> None:
    lines = [f"{name} was $3 million compared to $2 million" for name in ("Rent", "Wages", "Sales")]
    heading = Heading(QUARTER, 1, SPOT)
    more = Listing(tuple(map(Item, lines)), False, SPOT)
    less = Listing(tuple(map(Item, (*lines[:2], "Mills opened", "Mills closed"))), False, SPOT)
    cards = [card for each in (less, more) for card in paired([each], heading)[0]]
    assert [len(listed(card.fields, "rows")) for card in cards] == [2, 3]
    assert repeated(cards) == cards[:1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "磨坊收入从2019年的3.2亿元增长到2024年的4.5亿元，工人工资从1.1亿元提高到1.6亿元。",
            "grouped",
        ),
        ("全县生产总值从2019年的320亿元增长到2024年的450亿元，粮食产量超过9万吨。", "column"),
        ("磨坊收入从3.2亿元增长到4.5亿元，面粉产量超过9万吨。", ""),
        (
            "工人津贴从2019年的900元/月提高至1,200元/月，学徒津贴从400元/月提高到500元/月。",
            "grouped",
        ),
    ],
)
def test_chinese_amounts_before_and_after(text: str, kind: str) -> None:
    cards, _ = paired([Paragraph(text, SPOT)], None)
    assert [card.kind for card in cards] == ([kind] if kind else [])
    if kind == "column":
        assert cards[0].title == "全县生产总值从2019年的320亿元增长到2024年的450亿元"
        assert list(listed(cards[0].fields, "points")) == ["粮食产量超过9万吨"]
