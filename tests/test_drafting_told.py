"""What slides of a draft are called, and what is left off them."""

from __future__ import annotations

from pathlib import Path

from briefgen.drafting.ahead import aimed
from briefgen.drafting.cards import Card, listed
from briefgen.drafting.claims import entitled
from briefgen.drafting.clauses import weighs
from briefgen.drafting.paired import paired
from briefgen.drafting.scattered import gathered
from briefgen.drafting.signed import disclaims, empty, unnoted
from briefgen.drafting.tidy import tidied
from briefgen.drafting.tree import Block, Document, Heading, Paragraph, Spot
from briefgen.drafting.untold import unrepeated
from briefgen.drafting.voiced import voiced_in
from briefgen.drafting.wording import led_title, point, sentences
from briefgen.record import replace
from tests.rows import every
from tests.test_drafting_shown import drafted, only, words

_AT = Spot("line", 1)
_NEWS = (
    "The mill sold more flour this spring than in any spring before, in all of its towns and shops."
)


_SPOKEN: dict[str, tuple[str, str] | None] = {
    "“We opened nine shops. We will open more next year,” said Ann Roe, Chair of Mills.": (
        "We opened nine shops. We will open more next year",
        "Ann Roe, Chair of Mills",
    ),
    "Ann Roe, Chair, stated, “The harbour is ours again. Nobody sold it.”": (
        "The harbour is ours again. Nobody sold it.",
        "Ann Roe, Chair",
    ),
    "厂长李明表示：“今年的新麦磨得比往年都细，工人也比往年多了一倍。”": (
        "今年的新麦磨得比往年都细，工人也比往年多了一倍。",
        "厂长李明",
    ),
    "The mill, which some call “the old lady”, was sold to its own workers last year.": None,
    "“We opened nine shops this year, and all of them sell our bread and cake.”": None,
}


@every("text, wanted", _SPOKEN.items())
def test_who_speaks_and_what_they_say_in_whole_sentences(
    text: str, wanted: tuple[str, str] | None
) -> None:
    found = voiced_in(text)
    assert ((found.words, found.who) if found else None) == wanted


def test_what_somebody_says_is_a_quotation_and_no_title(tmp_path: Path) -> None:
    text = (
        f"Harbour Mills Opens Shops\n\n{_NEWS}\n\n{_NEWS} Nobody was surprised by it.\n\n"
        "“We opened nine shops. We will open more next year,” said Ann Roe, Chair of Mills.\n"
    )
    quote = only(drafted(tmp_path, text), "quote")
    assert str(quote.fields.attribution) == "Ann Roe, Chair of Mills"  # type: ignore[attr-defined]
    assert str(quote.title) == ""
    assert led_title("Mr. Roe continued, “We will open more.”") == ""


def test_lines_that_name_parts_are_headings_behind_the_first_paragraph() -> None:
    lines = ("By the Mill", _NEWS, "Full Year Outlook", _NEWS, "Sales rose in all towns", _NEWS)
    made = tidied(Document(title="News", blocks=tuple(Paragraph(line, _AT) for line in lines)))
    heads = [block.text for block in made.blocks if isinstance(block, Heading)]
    assert heads == ["Full Year Outlook"]


def test_what_no_slide_says_is_left_off() -> None:
    routine = (
        "The post Mill Opens appeared first on Daily Mill.",
        "Original/Source Press Release",
        "Media Contact: Ann Roe, 555 0101",
        "Ann Roe, press@mill.test",
        "mill.test",
    )
    assert [line for line in routine if not empty(Paragraph(line, _AT))] == []
    assert not empty(Paragraph(_NEWS, _AT))
    assert disclaims("The Mill does not reconcile its outlook to measures of others.")
    assert not disclaims(_NEWS)
    assert sentences("I’m so grateful for the warm welcome here. We sold 3 mills.") == [
        "We sold 3 mills."
    ]


def test_cells_that_lost_their_table_are_left_out() -> None:
    cells: list[Block] = [
        Paragraph(line, _AT) for n in range(6) for line in (f"Flour of kind {n}", f"$ ({n},120)")
    ]
    told = Paragraph(_NEWS, _AT)
    assert gathered([told, *cells, told]) == [told, told]
    assert gathered([told, *cells[:6], told]) == [told, *cells[:6], told]


def test_points_and_titles_end_where_a_clause_ends() -> None:
    long = " so that every town has one shop or more, and each shop has an oven of its own" * 2
    said = point(f"The mill works with global shops including Anders, Bruno, and Clara{long}.")
    assert not said.endswith("Anders")
    assert led_title(
        "今后五年是全市巩固老港口、建设新港口，开创水运新局面的关键时期，任务繁重而光荣。"
    ) not in ("今后五年是全市巩固老港口、建设新港口",)
    assert [weighs(each) for each in ("走访企业12次", "GDP增长4%", "存款突破3万亿元")] == [0, 3, 2]


def test_a_title_tells_amounts_before_small_counts_and_its_bar_is_lit(tmp_path: Path) -> None:
    text = (
        "港口工作报告\n一、工作\n出台措施12项，走访企业9次。贷款余额突破5万亿元。"
        "各项工作都有新的进展，群众普遍满意，企业普遍欢迎，发展的后劲不断增强。\n"
        "二、产业\n全市农业增加值增长3.1%，工业增加值增长9.4%，建筑业增加值增长6.2%，都比上年快。"
        "产业结构不断优化，质量效益不断提高，发展的后劲不断增强，企业的信心不断提升。\n"
    )
    brief = drafted(tmp_path, text)
    titles = [str(slide.title) for slide in brief.deck]
    assert not any("12项" in title for title in titles)
    assert "5万亿元" in words(brief)


_TITLED = {
    ("Capital", "The ratio of capital to assets was 13.15% at year end."): (
        "The ratio of capital to assets was 13.15% at year end"
    ),
    ("经济总量再上台阶", "全县生产总值达到120亿元，增长5%。"): (
        "经济总量再上台阶：全县生产总值达到120亿元，增长5%"
    ),
    ("我们稳住投资，农业生产再上台阶", "粮食产量达到31.5亿元。"): (
        "农业生产再上台阶：粮食产量达到31.5亿元"
    ),
    ("Sales", "Sales were EUR 5.2m."): "Sales were EUR 5.2m",
}


@every("told, wanted", _TITLED.items())
def test_a_title_says_what_came_of_it_with_its_figure(told: tuple[str, str], wanted: str) -> None:
    topic, said = told
    assert entitled(topic, [said]) == wanted


_SHOWN = {
    "Funds come from banks including the Mill Bank, the Bay Bank, the Town Bank.": (
        "Funds come from banks including the Mill Bank, the Bay Bank, the Town Bank"
    ),
    "主要预期目标如下：粮食产量增长5%": "粮食产量增长5%",
    "Mills - Revenue rose 5% to $4 million.": "Mills: Revenue rose 5% to $4 million",
    "Consummation of the sale;": "Consummation of the sale",
}


@every("said, wanted", _SHOWN.items())
def test_a_point_is_whole_and_nothing_else(said: str, wanted: str) -> None:
    assert point(said, 70) == wanted


_GIVEN = {
    "SALT BAY, N.Y. - (MillWire) - May 2, 2024 - Mills sold more.": "2024-05-02",
    "SALT BAY, May 2, 2024 /Wire/ -- Mills sold more flour.": "2024-05-02",
    "Mills sold more flour than on May 2, 2024, in all of its towns.": "",
}


@every("line, wanted", _GIVEN.items())
def test_news_are_of_the_day_on_which_they_were_sent(line: str, wanted: str) -> None:
    made = tidied(Document(title="News", blocks=(Paragraph(line, _AT), Paragraph(_NEWS, _AT))))
    assert made.day == wanted


def test_what_a_table_has_lost_is_no_text() -> None:
    cells = "ASSETS Cash 22,042 30,125 Loans 7,245 6,061 Mills 5,681 3,937 Debt 963 955"
    lines = ("As of December 31, 2024 (Audited)", "Nine Months Ended September 30,", cells, _NEWS)
    kept = unnoted([Paragraph(line, _AT) for line in lines])
    assert [block.text for block in kept if isinstance(block, Paragraph)] == [_NEWS]


def test_below_a_title_stands_more_than_it_says() -> None:
    said = "Sales were $4 million in May, up 5% from April, and nobody was surprised by it at all."
    card = Card(
        kind="bullets",
        title="Sales were $4 million in May",
        fields={"points": ["Sales were $4 million in May", _NEWS, "Flour cost 5% less"]},
        blocks=(Paragraph(said, _AT),),
    )
    points = listed(unrepeated(card).fields, "points")
    assert points[0] == "Sales were $4 million in May, up 5% from April"
    plain = unrepeated(replace(card, blocks=()))
    assert listed(plain.fields, "points") == [_NEWS, "Flour cost 5% less"]


def test_what_is_aimed_at_is_called_so() -> None:
    aims = Heading("二、“十五五”时期主要目标", 1, _AT)
    below = Heading("（一）农业生产再上台阶", 2, _AT)
    card = Card(kind="text", title="农业生产再上台阶", fields={"text": "一"}, blocks=(below,))
    (made,) = aimed([card], [aims, below])
    assert made.title == "“十五五”时期目标：农业生产再上台阶"
    assert list(aimed([card], [below])) == [card]


def test_a_year_that_is_over_aims_at_nothing(tmp_path: Path) -> None:
    text = (
        "某县2026年政府工作报告\n\n一、2025年工作回顾\n\n"
        "2025年，争取中央预算内水路投资增长64.8%，磨坊投资增长9.4%，面粉产量增长3.1%。"
        "水路更加便利，群众反映良好。\n"
    )
    drafted(tmp_path, text)
    ledger = next(tmp_path.rglob("figures.yaml")).read_text("utf-8")
    assert "value: 64.8%" in ledger
    assert "kind: target" not in ledger


def test_losses_are_no_columns_beside_sales() -> None:
    lines = (
        "Revenue was $3 million in Q2 2023 compared to $2 million in Q2 2022.",
        "Rent was $2 million in Q2 2023 compared to $1 million in Q2 2022.",
        "Net loss was $2 million in Q2 2023 compared to $1 million in Q2 2022.",
    )
    cards, _ = paired([Paragraph(line, _AT) for line in lines], None)
    rows = [[str(row[0]) for row in listed(card.fields, "rows")] for card in cards]  # type: ignore[index]
    assert ["Revenue", "Rent"] in rows
    assert not any("Net loss" in names and "Revenue" in names for names in rows)
