"""A long source with characters beyond Unicode's basic plane reads as a short one does."""

from __future__ import annotations

import pytest

from briefgen.facts import stand_ins
from briefgen.facts.decoding import decode
from briefgen.facts.drafts import drafted
from briefgen.facts.figures import Erratum, Source
from briefgen.facts.inventory import inventory
from briefgen.facts.sources import SourceText, prepare
from briefgen.problems import Problems

ERRATA = (Erratum("𠮶二 十", "𠮷廿", "-"), Erratum("tvvo", "two", "-"), Erratum("🧨", "", "-"))
TEXT = (
    "# 🐟 渔业\n\n𪚥鱼产量达 12.5万吨，📈增长3%。\n𠮶二\n十家企业，𠮷田村人口 3,400人。\n\n"
    "| 𩸽 项目 | 2023年 |\n|---|---|\n| 🦐 虾类 | 51 |\n| 𩸽类🧨 | 62 |\n\n"
    "The 𝑅𝐿 index rose 4.5% to 🐟 17 million, of tvvo parts\nof 𝛼 each.\n\ue000 and ꀀ stay.\n"
)
SOURCE = Source(
    id="a", file="a.txt", title={}, publisher={}, date="2024-02-01", errata=ERRATA, currency=""
)


def made(text: str, problems: Problems) -> SourceText:
    decoded = decode(text.encode(), SOURCE, problems)
    assert decoded is not None
    return prepare(SOURCE, decoded.text, problems, decoded.stand_ins)


def test_what_is_held_otherwise_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    told, short = Problems(), made(TEXT, Problems())
    monkeypatch.setattr(stand_ins, "_LONG", 0)
    long = made(TEXT, told)
    assert max(long.text) <= "\uffff" < max(short.text)
    assert not list(told)
    assert long.written == short.text == TEXT
    for quote in (
        "𪚥鱼产量",
        "📈增长",
        "𠮷廿家企业",
        "of two parts",
        "𠮷田村",
        "🐟17",
        "\ue000and",
        "ꀀ",
    ):
        assert [p.sentence for p in long.find(quote)] == [p.sentence for p in short.find(quote)]
        assert len(long.find(quote)) == 1, quote
    # What stands in for another, or is another of its kind, is not what stands there.
    for quote in (*set(long.text) - set(TEXT), "𠮶田村", "📉增长"):
        assert not long.find(quote), quote
    assert long.stands_damaged("𠮶二十家")
    assert short.stands_damaged("𠮶二十家")
    assert long.nearest("🐟 17 thousand") == short.nearest("🐟 17 thousand")
    assert long.nearest("🐟 17 thousand")[0] == "🐟17"
    stated = inventory(long)
    assert stated == inventory(short)
    assert len(stated) > 6
    names = ("𩸽类", "𠮷田村")
    assert inventory(long, names) == inventory(short, names)
    assert drafted(stated, long, SOURCE) == drafted(stated, short, SOURCE)


def test_characters_that_cannot_change_places_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stand_ins, "_LONG", 0)
    many = "".join(map(chr, range(0x20000, 0x20500)))
    for text in ("𝟏𝟐亿元，🐟增长。", many, "".join(map(chr, range(0xA000, 0xA48D))) + "𠮷"):
        assert made(text, Problems()).text == text
