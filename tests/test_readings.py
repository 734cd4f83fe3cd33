"""Sentences of many sorts, in four scripts, are read exactly; what is read is written back."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
import readings
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import Sentence
from rows import every

from briefgen.facts.forms import Quantity
from briefgen.facts.found import rebuilt
from briefgen.facts.quantity import display
from briefgen.facts.quantity import read as read_one
from briefgen.facts.scan import scan

SENTENCES = tuple(readings.sentences())


@pytest.mark.slow
@every("sentence", SENTENCES, ids=lambda sentence: sentence.place)
def test_every_number_of_a_sentence_is_read_exactly(sentence: Sentence) -> None:
    assert readings.read(sentence.words) == sentence.readings


def test_the_corpus_is_large_and_has_several_sentences_of_each_sort() -> None:
    assert len(SENTENCES) >= 150
    assert {sentence.place.partition(":")[0] for sentence in SENTENCES} >= {"hans", "hant", "latin"}
    few = [row for row, count in Counter(s.row for s in SENTENCES).items() if count < 4]
    assert few == []


def alike(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.unit, one.form, one.direction) == (
        other.value,
        other.unit,
        other.form,
        other.direction,
    )


@every("sentence", SENTENCES, ids=lambda sentence: sentence.place)
def test_what_the_parts_of_a_number_say_is_the_number(sentence: Sentence) -> None:
    text = readings.source(sentence.words).matching
    for found in scan(text):
        assert found.spans
        again = read_one(rebuilt(text, found.spans), opaque=True)
        assert alike(again, found.quantity), (rebuilt(text, found.spans), found)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "zh-HK"])
@every("sentence", SENTENCES, ids=lambda sentence: sentence.place)
def test_what_chinese_says_of_a_number_is_read_back_to_it(
    sentence: Sentence, language: str
) -> None:
    for found in scan(readings.source(sentence.words).matching):
        shown = str(display(found.quantity, language))
        if shown.endswith(("亿", "億")) and not found.quantity.unit:
            continue  # what is counted is said by the label; read alone, a bare 亿 is money
        again = read_one(shown, opaque=True)
        assert alike(again, found.quantity), (shown, found)
        assert again.qualifier == found.quantity.qualifier


@every("sentence", SENTENCES, ids=lambda sentence: sentence.place)
def test_english_says_something_of_every_number(sentence: Sentence) -> None:
    for found in scan(readings.source(sentence.words).matching):
        shown = str(display(found.quantity, "en"))
        assert shown
        assert "  " not in shown
        assert not shown.startswith(" ")


# Sentences of known parts.

SUBJECTS = ("工业产值", "财政收入", "固定资产投资", "常住居民", "港口业务", "新签合同")
NUMBERS = st.builds(
    lambda whole, places: f"{Decimal(whole).scaleb(-places):f}",
    st.integers(1, 99_999),
    st.integers(0, 2),
)
UNITS = ("元", "美元", "吨", "人次", "平方米", "斤", "标准箱", "元/吨", "千瓦时", "公里", "亩次",
         "例/10万", "元/股", "张/千人口", "‰")  # fmt: skip
SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
QUALIFIERS = ("", "约", "超", "近", "不低于", "逾", "不足", ">", "≥")
VERBS = {"达": ("达", 1), "为": ("", 1), "下降": ("", -1), "减少": ("", -1), "增长": ("", 1)}


@st.composite
def clauses(draw: st.DrawFn) -> tuple[str, str]:
    """A clause with one number, and its reading."""
    number, scale = draw(NUMBERS), draw(st.sampled_from(sorted(SCALES)))
    unit = draw(st.sampled_from(UNITS))
    verb, qualifier = draw(st.sampled_from(sorted(VERBS))), draw(st.sampled_from(QUALIFIERS))
    word, sign = VERBS[verb]
    if verb == "达":
        qualifier = ""
    value = Decimal(number) * SCALES[scale] * sign
    words = f"{draw(st.sampled_from(SUBJECTS))}{verb}{qualifier}{number}{scale}{unit}"
    named = f" q={word}{qualifier}" if word or qualifier else ""
    return words, readings.canonical(f"{value:f} {unit}{named}")


@pytest.mark.slow
@given(st.lists(clauses(), min_size=1, max_size=4))
@settings(max_examples=300)
def test_sentences_made_of_known_parts_are_read_exactly(made: list[tuple[str, str]]) -> None:
    text = "，".join(words for words, _ in made) + "。"
    assert readings.read(text) == tuple(reading for _, reading in made)


@pytest.mark.slow
@given(NUMBERS, NUMBERS, st.sampled_from(sorted(SCALES)), st.sampled_from(UNITS))
@settings(max_examples=200)
def test_ranges_of_any_numbers_are_read(low: str, high: str, scale: str, unit: str) -> None:
    one, other = sorted((Decimal(low), Decimal(high)))
    if one == other:
        return
    text = f"规模在{one}{scale}—{other}{scale}{unit}之间。"
    ends = "..".join(f"{value * SCALES[scale]:f}" for value in (one, other))
    assert readings.read(text) == (readings.canonical(f"{ends} {unit}"),)


@given(st.integers(1, 9), st.integers(2, 9), st.sampled_from(["", "超", "近"]))
def test_fractions_are_exact(above: int, below: int, qualifier: str) -> None:
    digits = "零一二三四五六七八九"
    quantity = read_one(f"{qualifier}{digits[below]}分之{digits[above]}")
    exact = Decimal(above) / below
    assert quantity.value is None or quantity.value == exact
    assert (quantity.value is None) == (below in (3, 6, 7, 9) and above * 10**6 % below != 0)
    assert quantity.form == "fraction"


@pytest.mark.slow
@given(
    st.text(
        "0123456789一二三两十百千万亿元人%至到—：:/每半几数余多年下降增长倍番、，。 ", max_size=24
    )
)
@settings(max_examples=500)
def test_any_mixture_is_read_or_left_and_never_fails(text: str) -> None:
    matching = readings.source(text).matching
    for found in scan(matching):
        assert matching[found.start : found.end]
        for language in ("zh-Hans", "zh-HK", "en"):
            assert str(display(found.quantity, language))
            assert str(display(found.quantity, language, signed=True))
