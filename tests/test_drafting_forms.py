"""What sentences tell takes a form that shows it, and nothing is told without what it is of."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from briefgen.cli import briefgen
from briefgen.drafting.cards import Card, listed
from briefgen.drafting.guided import expected
from briefgen.drafting.measured import measures_in
from briefgen.drafting.proved import proved
from briefgen.drafting.signed import unnoted
from briefgen.drafting.tree import Heading, Paragraph, Spot
from briefgen.drafting.voiced import together
from briefgen.drafting.wording import sentences
from tests.rows import every

SPOT = Spot("line", 1)

# What is expected: of what, before, now.
EXPECTED = {
    "The mill now expects flour sales of $4 million to $5 million, compared with the prior outlook"
    " of $3 million to $4 million.": (
        ("Flour sales", "$3 million to $4 million", "$4 million to $5 million")
    ),
    "Bread revenue is expected to be between $2.5 million and $3 million.": (
        ("Bread revenue", "", "between $2.5 million and $3 million")
    ),
    "Adjusted profit is expected to be in the range of ($2.0) to $1.5 million.": (
        ("Adjusted profit", "", "($2.0) to $1.5 million")
    ),
    "Bread revenue was $2 million in May.": None,
}


@every("sentence, wanted", EXPECTED.items())
def test_what_is_expected(sentence: str, wanted: tuple[str, str, str] | None) -> None:
    found = next(expected(sentence, False), None)
    assert (found and (found.name, found.before, found.now)) == wanted


# What is measured: of what, how much, and how it changed.
MEASURED = {
    "The number of loaves sold in May 2023 was 4,210 loaves. This was a 7.5% increase over May.": (
        ("Loaves sold", "4,210 loaves", "7.5% increase")
    ),
    "Flour sales rose 6% year-over-year to $3.1 million.": (
        ("Flour sales", "$3.1 million", "rose 6%")
    ),
    "The average price was $3.20, down 0.4% from a year ago.": (
        ("Average price", "$3.20", "down 0.4%")
    ),
    "Loaves stayed in the shop for an average of 2 days, a 4% increase.": None,
    "We sold bread for $3 million, up 4%.": None,
}


@every("text, wanted", MEASURED.items())
def test_what_is_measured(text: str, wanted: tuple[str, str, str] | None) -> None:
    found = next(measures_in(sentences(text)), None)
    assert (found and (found.name, found.value, found.change)) == wanted


def drafted(folder: Path, text: str) -> None:
    source = folder / "a.txt"
    source.write_text(text, encoding="utf-8")
    asked = ["new", str(folder / "p"), "--from", str(source)]
    assert CliRunner().invoke(briefgen, asked).exit_code == 0


def test_figures_whose_labels_leave_something_out_stay_sentences(tmp_path: Path) -> None:
    told = (
        "磨坊稳步发展，推出28个连接码头“三条水路”仓储平台，115项居民事项磨坊“一窗通办”。"
        "新增面粉加工企业61家、粮食仓储企业47家、烘焙门店39家。水路运输更加便利，群众反映良好。"
    )
    drafted(tmp_path, f"某县公报\n一、磨坊\n{told}\n二、其他\n事项都已办结，群众满意。\n")
    ledger = (tmp_path / "p" / "content" / "figures.yaml").read_text("utf-8")
    assert "label: 新增粮食仓储企业" in ledger
    outline = (tmp_path / "p" / "content" / "outline.yaml").read_text("utf-8")
    alone = [line for line in outline.split("\n") if "figures: [" in line]
    assert alone
    assert not any("tuichu" in line for line in alone)


def test_the_number_of_a_title_stands_on_its_slide() -> None:
    said = "全县粮食产量达到31.5万吨，比上年增长2.4%。"
    card = Card(
        kind="bullets",
        title="农业稳步发展：全县粮食产量达到31.5万吨",
        topic="农业稳步发展",
        fields={"points": ["春耕按时完成", "水利设施更加齐全", "农机服务更加便利"]},
        passage=said,
    )
    (shown,) = proved([card])
    assert listed(shown.fields, "points")[0] == said.rstrip("。")
    assert list(proved([shown])) == [shown]


def test_quotations_that_follow_each_other_share_a_slide() -> None:
    said = {
        "Ann Roe, Chair": "We sold more bread in every town of the valley this year.",
        "Tom Fall, Miller": "Flour was cheaper than at any time that I can remember.",
    }
    cards = [
        Card(kind="quote", title=who, fields={"text": words, "attribution": who})
        for who, words in said.items()
    ]
    (both,) = together(cards)
    assert both.kind == "cards"
    assert [each["head"] for each in listed(both.fields, "cards")] == list(said)  # type: ignore[index]
    assert list(together([cards[0]])) == cards[:1]


def test_what_is_no_text_of_a_document_is_left_out() -> None:
    text = Paragraph("The mill sold more bread than ever before in all towns of the valley.", SPOT)
    flat = [
        Paragraph(each, SPOT) for each in ("Sales", "$", "4,100", "3,900", "Rent", "200", "-", "5%")
    ]
    notes = [Paragraph(f"［{at}］水路：三条河的航道", SPOT) for at in (1, 2, 3)]
    about = [Paragraph("About Harbour Mills Harbour Mills grinds flour.", SPOT)]
    heading = Heading("Tables", 2, SPOT)
    assert unnoted([text, *flat]) == [text]
    assert unnoted([text, *notes]) == [text]
    assert unnoted([text, *about, heading]) == [text, heading]
    assert unnoted([text, *flat[:6]]) == [text, *flat[:6]]
