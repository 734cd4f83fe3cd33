"""Quantities: what is written is read exactly, and said again in each language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import every

from briefgen.chinese import qualifiers
from briefgen.chinese.units import UNITS
from briefgen.facts.numerals import traditional
from briefgen.facts.qualifiers import beside
from briefgen.facts.quantity import QuantityError, display, in_form, read, step
from briefgen.facts.scale import common_scale
from briefgen.facts.scan import scan
from briefgen.record import replace

# written, value in the base unit, base unit, zh-Hans, zh-Hant, en
SAID = [
    ("3万亿元", 3 * 10**12, "元", "3万亿元", "3萬億元", "RMB 3 trillion"),
    ("2600亿", 2600 * 10**8, "元", "2600亿元", "2600億元", "RMB 260 billion"),
    ("三万亿", 3 * 10**12, "元", "三万亿元", "三萬億元", "RMB 3 trillion"),
    ("3萬億元", 3 * 10**12, "元", "3万亿元", "3萬億元", "RMB 3 trillion"),
    ("３，２００亿", 3200 * 10**8, "元", "3,200亿元", "3,200億元", "RMB 320 billion"),
    ("3,200 亿元", 3200 * 10**8, "元", "3,200亿元", "3,200億元", "RMB 320 billion"),
    ("3.5亿元", 350_000_000, "元", "3.5亿元", "3.5億元", "RMB 350 million"),
    ("17.8亿元", 1_780_000_000, "元", "17.8亿元", "17.8億元", "RMB 1.78 billion"),
    ("1亿2000万元", 120_000_000, "元", "1亿2000万元", "1億2000萬元", "RMB 120 million"),
    ("1.3万家", 13_000, "家", "1.3万家", "1.3萬家", "13,000"),
    ("165万名", 1_650_000, "名", "165万名", "165萬名", "1.65 million"),
    ("1219万册次", 12_190_000, "册次", "1219万册次", "1219萬冊次", "12.19 million"),
    ("百个", 100, "个", "百个", "百個", "100"),
    ("千家", 1000, "家", "千家", "千家", "1,000"),
    ("十个", 10, "个", "十个", "十個", "10"),
    ("两百零五项", 205, "项", "两百零五项", "兩百零五項", "205"),
    ("20条", 20, "条", "20条", "20條", "20"),
    ("500强", 500, "强", "500强", "500強", "top 500"),
    ("2万亩", 20_000, "亩", "2万亩", "2萬畝", "about 1,333 hectares"),
    ("15亩", 15, "亩", "15亩", "15畝", "1 hectare"),
    ("200万平方米", 2_000_000, "平方米", "200万平方米", "200萬平方米", "2 million m²"),
    ("100公里", 100, "公里", "100公里", "100公里", "100 km"),
    ("300万千瓦", 3_000_000, "千瓦", "300万千瓦", "300萬千瓦", "3 million kW"),
    ("5%", 5, "%", "5%", "5%", "5%"),
    ("５％", 5, "%", "5%", "5%", "5%"),
    ("百分之五", 5, "%", "5%", "5%", "5%"),
    ("五成", 50, "%", "五成", "五成", "50%"),
    ("翻一番", 2, "倍", "翻一番", "翻一番", "doubled"),
    ("4年零8个月", 56, "个月", "4年零8个月", "4年零8個月", "4 years and 8 months"),
    ("4 years and 8 months", 56, "个月", "4年零8个月", "4年零8個月", "4 years and 8 months"),
    ("3年", 36, "个月", "3年", "3年", "3 years"),
    ("十二年", 144, "个月", "十二年", "十二年", "12 years"),
    ("2035年", 2035, "年", "2035年", "2035年", "2035"),
    ("二〇三五年", 2035, "年", "2035年", "2035年", "2035"),
    ("2月21日", 221, "月日", "2月21日", "2月21日", "21 February"),
    ("2023年12月28日", 20231228, "年月日", "2023年12月28日", "2023年12月28日", "28 December 2023"),
    ("2023年4月", 202304, "年月", "2023年4月", "2023年4月", "April 2023"),
    ("2024年一季度", 20241, "年季", "2024年一季度", "2024年一季度", "the first quarter of 2024"),
    ("RMB 3 trillion", 3 * 10**12, "元", "3万亿元", "3萬億元", "RMB 3 trillion"),
    ("1.65 million", 1_650_000, "", "165万", "165萬", "1.65 million"),
]


@every(("written", "value", "unit", "hans", "hant", "english"), SAID)
def test_read_and_said(
    written: str, value: int, unit: str, hans: str, hant: str, english: str
) -> None:
    quantity = read(written)
    assert (quantity.value, quantity.unit) == (value, unit)
    assert str(display(quantity, "zh-Hans")) == hans
    assert str(display(quantity, "zh-Hant")) == hant
    assert str(display(quantity, "en")) == english


# written, value (None: no exact decimal), unit, form, zh-Hans, zh-HK, en
FORMS = [
    ("下降4.6%", "-4.6", "%", "number", "下降4.6%", "下降4.6%", "down 4.6%"),
    ("预计下降约5%", "-5", "%", "number", "预计下降约5%", "預計下降約5%",
     "down about 5% (expected)"),
    ("减少2.1万人", "-21000", "人", "number", "减少2.1万人", "減少2.1萬人", "down 21,000"),
    ("亏损5亿元", "-5e8", "元", "number", "亏损5亿元", "虧損5億元", "a loss of RMB 500 million"),
    ("逆差3亿美元", "-3e8", "美元", "number", "逆差3亿美元", "逆差3億美元",
     "a deficit of USD 300 million"),
    ("收窄1.2个百分点", "1.2", "个百分点", "number", "收窄1.2个百分点", "收窄1.2個百分點",
     "narrowed by 1.2 percentage points"),
    ("-3.5亿元", "-3.5e8", "元", "number", "−3.5亿元", "−3.5億元", "−RMB 350 million"),
    ("3%-4%", None, "%", "range", "3%～4%", "3%～4%", "3%–4%"),
    ("160～300万千瓦", None, "千瓦", "range", "160～300万千瓦", "160～300萬千瓦",
     "1.6–3 million kW"),
    ("20至30家", None, "家", "range", "20至30家", "20至30家", "20–30"),
    ("6月3日至8日", None, "月日", "range", "6月3日至8日", "6月3日至8日", "3–8 June"),
    ("2026-2030年", None, "年", "range", "2026—2030年", "2026—2030年", "2026–2030"),
    ("4.1：55.3：40.6", None, "", "ratio", "4.1∶55.3∶40.6", "4.1∶55.3∶40.6", "4.1:55.3:40.6"),
    ("三分之一", None, "", "fraction", "三分之一", "三分之一", "one third"),
    ("一半", "0.5", "", "fraction", "一半", "一半", "half"),
    ("半小时", "30", "分钟", "number", "半小时", "半小時", "half an hour"),
    ("两个半小时", "150", "分钟", "number", "两个半小时", "兩個半小時", "2.5 hours"),
    ("翻两番", "4", "倍", "multiple", "翻两番", "翻兩番", "quadrupled"),
    ("倍增", "2", "倍", "multiple", "倍增", "倍增", "doubled"),
    ("增加三倍", "4", "倍", "multiple", "增加三倍", "增加三倍", "up threefold (four times)"),
    ("增加到三倍", "3", "倍", "multiple", "增加到三倍", "增加到三倍", "up to three times"),
    ("全国第4位", "4", "位", "rank", "全国第4位", "全國第4位", "4th in China"),
    ("前10强", "10", "位", "rank", "前10强", "前10強", "top 10"),
    ("十几万人", None, "人", "inexact", "十几万人", "十幾萬人", "over 100,000"),
    ("数百亿元", None, "元", "inexact", "数百亿元", "數百億元", "tens of billions of yuan"),
    ("480元/吨", "480", "元/吨", "number", "480元/吨", "480元/噸", "RMB 480 per tonne"),
    ("4.5万元/亩", "45000", "元/亩", "number", "4.5万元/亩", "4.5萬元/畝",
     "RMB 675,000 per hectare"),
    ("26克/千克", "26", "克/公斤", "number", "26克/千克", "26克/千克", "26 g per kg"),
    ("2400万标准盒", "2.4e7", "标准盒", "number", "2400万标准盒", "2400萬標準盒",
     "24 million 标准盒"),
    ("两万五元", "25000", "元", "number", "2.5万元", "2.5萬元", "RMB 25,000"),
    ("三千二百五十亿元", "3.25e11", "元", "number", "3250亿元", "3250億元", "RMB 325 billion"),
    ("14591亿元", "1.4591e12", "元", "number", "14591亿元", "14591億元", "RMB 1.4591 trillion"),
    ("294.21万人", "2942100", "人", "number", "294.21万人", "294.21萬人", "2.9421 million"),
    ("70周年", "840", "个月", "number", "70周年", "70周年", "70 years"),
    ("50厘米", "50", "厘米", "number", "50厘米", "50厘米", "50 cm"),
    ("3纳米", "3", "纳米", "number", "3纳米", "3納米", "3 nm"),
    ("二十只", "20", "只", "number", "二十只", "二十隻", "20"),
]  # fmt: skip


@every(("written", "value", "unit", "form", "hans", "hk", "english"), FORMS)
def test_every_form_is_read_and_said(
    written: str, value: str | None, unit: str, form: str, hans: str, hk: str, english: str
) -> None:
    quantity = read(written, opaque=True)
    assert quantity.value == (None if value is None else Decimal(value))
    assert (quantity.unit, quantity.form) == (unit, form)
    assert str(display(quantity, "zh-Hans")) == hans
    assert str(display(quantity, "zh-HK")) == hk
    assert str(display(quantity, "en")) == english


def test_units_and_qualifiers_have_no_simplified_character_in_traditional_chinese() -> None:
    """But those of which both are in use (台 床 周 伙), or that are another word (只 折 核)."""
    from opencc import OpenCC

    known = OpenCC("s2t")
    left = {
        (word, a, b)
        for word in (*UNITS, *(each.text for each in qualifiers.QUALIFIERS))
        for a, b in zip(traditional(word), known.convert(word), strict=True)
        if a != b and a not in "台床周伙只隻為折核"
    }
    assert not left


def test_a_fall_can_have_a_sign() -> None:
    fall = read("下降约2.3%")
    assert str(display(fall, "zh-Hans", signed=True)) == "约−2.3%"
    assert str(display(fall, "en", signed=True)) == "about −2.3%"
    assert str(display(read("亏损5亿元"), "en", signed=True)) == "−RMB 500 million"
    assert in_form(read("超3200亿元"), "en", "number") == "RMB 320 billion"
    assert in_form(fall, "zh-Hans", "number") == "2.3%"


@pytest.mark.parametrize("written", ["3%-4%", "1∶3", "第4位", "十几万人", "三分之一"])
def test_what_has_no_length_shares_no_axis(written: str) -> None:
    with pytest.raises(QuantityError):
        common_scale([read("5%"), replace(read(written), unit="%")], "zh-Hans")


def test_falls_are_below_zero_on_an_axis() -> None:
    assert common_scale(
        [read("下降4.6%"), read("增长5%".removeprefix("增长"))], "zh-Hans"
    ).values == (
        Decimal("-4.6"),
        5,
    )


QUALIFIED = [
    ("3200亿元", "超", "超3200亿元", "over RMB 320 billion"),
    ("3万亿元", "突破", "突破3万亿元", "over RMB 3 trillion"),
    ("6%", "不低于", "不低于6%", "at least 6%"),
    ("600亿元", "以上", "600亿元以上", "RMB 60 billion or more"),
    ("3000亿", "级", "3000亿元级", "RMB 300 billion-scale"),
    ("12万平方米", "约", "约12万平方米", "about 120,000 m²"),
    ("100公里", "近", "近100公里", "nearly 100 km"),
    ("1000亿元", "力争", "力争1000亿元", "a target of RMB 100 billion"),
    ("7000亿元", "计划突破", "计划突破7000亿元", "over RMB 700 billion (planned)"),
    ("17.8亿元", "预计", "预计17.8亿元", "an expected RMB 1.78 billion"),
    ("20%", "均超", "均超20%", "each over 20%"),
    ("4年零8个月", "仅用", "仅用4年零8个月", "only 4 years and 8 months"),
    ("15亿元", "达", "达15亿元", "RMB 1.5 billion"),
    ("2025年三季度", "计划", "计划2025年三季度", "planned for the third quarter of 2025"),
    ("2025年9月3日", "预计", "预计2025年9月3日", "expected on 3 September 2025"),
    ("2031年", "力争", "力争2031年", "targeted for 2031"),
    ("两倍", "近", "近两倍", "nearly twice"),
    ("2倍", "超", "超2倍", "more than twice"),
    ("2万亩", "约", "约2万亩", "about 1,333 hectares"),
    ("2万亩", "超", "超2万亩", "over about 1,333 hectares"),
    ("300家", "多", "300多家", "over 300"),
    ("20万人", "余", "20余万人", "over 200,000"),
    ("翻一番", "力争", "力争翻一番", "doubled (target)"),
]


@every(("written", "qualifier", "hans", "english"), QUALIFIED)
def test_qualifiers_are_always_shown(written: str, qualifier: str, hans: str, english: str) -> None:
    quantity = read(written, qualifier)
    assert str(display(quantity, "zh-Hans")) == hans
    assert str(display(quantity, "en")) == english
    assert read(hans).qualifier == qualifier
    assert read(hans).value == quantity.value


def test_a_version_stays_as_written() -> None:
    quantity = read("6.0")
    assert {str(display(quantity, language)) for language in ("zh-Hans", "en")} == {"6.0"}
    assert str(quantity.value) == "6.0"


def test_parts_for_a_numeral_set_large() -> None:
    chinese = display(read("3万亿元", "突破"), "zh-Hans")
    assert (chinese.before, chinese.number, chinese.unit) == ("突破", "3", "万亿元")
    english = display(read("3200亿元", "超"), "en")
    assert (english.before, english.number, english.unit) == ("over RMB ", "320", " billion")
    assert display(read("600亿元", "以上"), "zh-Hans").after == "以上"


def test_rounding_is_half_even_and_said() -> None:
    quantity = read("2.25亿元")
    assert str(display(quantity, "zh-Hans", 1)) == "约2.2亿元"
    assert str(display(quantity, "zh-Hans", 2)) == "2.25亿元"
    assert str(display(read("2.35亿元", "约"), "zh-Hans", 1)) == "约2.4亿元"
    assert str(display(read("17.85亿元"), "en", 2)) == "about RMB 1.78 billion"


REFUSED = (
    "", "无", "超", "3万亿亿元", "13月2日", "2月30日", "2023年2月29日", "百千万工程", "三百五家",
    "6-5%", "3.5.2亿", "亿亿", "万万", "9" * 30 + "元", "1e9", "3 4", "十" * 3000, "(" * 5000,
    "7亿,", "4千亿,,", "亿,", "6万,300", "6万50,00", "6万5000,元", "2亿,3000万", "2亿30,00万元",
    "8元" + "/人" * 2000, "8" + "/" * 3000, "8元/1" + "0" * 4800 + "户", "8例/万亿亿人",
    "No. " + "8" * 4800, "8" * 4800 + "th", "top " + "8" * 40, "第" + "8" * 4800 + "位",
)  # fmt: skip


@every("text", REFUSED, ids=lambda text: text[:12])
def test_what_is_not_one_quantity_is_refused(text: str) -> None:
    with pytest.raises(QuantityError):
        read(text)


@every("text, value", [("6万5,000元", 65_000), ("2亿3,000万元", 230_000_000)])
def test_thousands_behind_a_scale_may_be_parted_by_commas(text: str, value: int) -> None:
    assert read(text).value == value


def test_an_unknown_qualifier_is_refused() -> None:
    with pytest.raises(QuantityError, match="unknown-qualifier") as refused:
        read("3万亿元", "大略")
    assert refused.value.parts["qualifier"] == "大略"
    assert {"超", "约", "力争", "以上"} <= set(refused.value.parts["known"].choices)
    assert "大约" in str(refused.value.parts["known"])
    with pytest.raises(QuantityError) as refused:
        read("3万亿元", "翻越")
    assert str(refused.value.parts["known"]).startswith("跨越")
    with pytest.raises(QuantityError) as refused:
        read("3万亿元", "嗯")
    assert str(refused.value.parts["known"]).startswith("超")


MONEY_AND_COUNTS = st.builds(
    lambda whole, places, scale, unit: f"{Decimal(whole).scaleb(-places):f}{scale}{unit}",
    st.integers(1, 99_999),
    st.integers(0, 3),
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from(["元", "美元", "家", "名", "平方米", "公里", "吨", "%", "亩"]),
)
QUALIFIERS = st.sampled_from(
    ["", "超", "近", "约", "不低于", "力争", "计划突破", "以上", "均超", "级"]
)


@pytest.mark.slow
@given(MONEY_AND_COUNTS, QUALIFIERS, st.sampled_from(["zh-Hans", "zh-Hant"]))
@settings(max_examples=300)
def test_chinese_reads_back_to_the_same(written: str, qualifier: str, language: str) -> None:
    quantity = read(written, qualifier)
    again = read(str(display(quantity, language)))
    assert (again.value, again.unit, again.qualifier) == (
        quantity.value,
        quantity.unit,
        quantity.qualifier,
    )
    assert again.written == quantity.written


@pytest.mark.slow
@given(MONEY_AND_COUNTS.filter(lambda written: "亩" not in written), QUALIFIERS)
@settings(max_examples=300)
def test_english_reads_back_to_the_same(written: str, qualifier: str) -> None:
    quantity = read(written, qualifier)
    again = read(str(display(quantity, "en")))
    assert again.value == quantity.value
    assert again.unit == ("" if quantity.unit in ("家", "名") else quantity.unit)
    assert str(display(again, "en")) == str(display(quantity, "en"))


_DIGITS = "零一二三四五六七八九"


def spoken(number: int) -> str:
    """The Chinese numeral of a number below 10⁸, written independently of the reader."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if low and low < 1000 else ""
        return spoken(high) + "万" + gap + (spoken(low) if low else "")
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = bool(text)
    return text


@given(st.integers(1, 10**8 - 1))
@settings(max_examples=400)
def test_chinese_numerals(number: int) -> None:
    assert read(spoken(number) + "家").value == number


@pytest.mark.slow
@given(st.dates().filter(lambda day: 1000 <= day.year < 3000))
@settings(max_examples=100)
def test_dates_read_back(day: object) -> None:
    quantity = read(f"{day:%Y}年{day:%m}月{day:%d}日")
    for language in ("zh-Hans", "zh-Hant", "en"):
        assert read(str(display(quantity, language))).value == quantity.value
    assert quantity.value == int(f"{day:%Y%m%d}")


@given(st.text(max_size=30))
@settings(max_examples=300)
@pytest.mark.slow
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        quantity = read(text)
    except QuantityError:
        return
    for language in ("zh-Hans", "zh-Hant", "en"):
        assert str(display(quantity, language))


def test_a_common_scale_for_a_chart() -> None:
    invested = [read("2600亿"), read("1800亿"), read("18000000万元")]
    chinese = common_scale(invested, "zh-Hans")
    assert chinese.values == (2600, 1800, 1800)
    assert (chinese.unit, chinese.format_code) == ("亿元", '0"亿元"')
    english = common_scale(invested, "en")
    assert english.values == (260, 180, 180)
    assert (english.unit, english.format_code) == ("RMB bn", '"RMB "#,##0" bn"')
    assert common_scale(invested, "zh-Hant").unit == "億元"


def test_a_scale_fits_the_smallest_and_stays_exact() -> None:
    fund = common_scale([read("15亿元"), read("3.5亿元")], "zh-Hans")
    assert fund.values == (15, Decimal("3.5"))
    assert fund.format_code == 'General"亿元"'
    assert common_scale([read("3万亿元"), read("7000亿元")], "zh-Hans").values == (30000, 7000)
    assert common_scale([read("5%"), read("20%")], "en").format_code == '#,##0"%"'
    land = common_scale([read("2万亩"), read("3万亩")], "en")
    assert (land.values, land.unit) == ((1333, 2000), "hectares")


@pytest.mark.parametrize(
    ("written", "unit", "values"),
    [
        (["USD 303.5 million", "USD 293.6 million"], "亿美元", ["3.035", "2.936"]),
        (["USD 293.6 million", "USD 46.6 million"], "亿美元", ["2.936", "0.466"]),
        (["1.2亿元", "4660万元"], "亿元", ["1.2", "0.466"]),
        (["USD 51.8 million", "USD 44.2 million"], "万美元", ["5180", "4420"]),
        (["1.2亿元", "46.6万元"], "万元", ["12000", "46.6"]),
        (["1.2亿元", "4662.5万元"], "万元", ["12000", "4662.5"]),
    ],
)
def test_large_amounts_have_the_scale_of_running_text_in_chinese(
    written: list[str], unit: str, values: list[str]
) -> None:
    scaled = common_scale([read(each) for each in written], "zh-Hans")
    assert (scaled.unit, scaled.values) == (unit, tuple(map(Decimal, values)))


def test_labels_of_a_chart_keep_a_shared_qualifier() -> None:
    over = [read("超2600亿元"), read("超1800亿元")]
    assert common_scale(over, "zh-Hans").format_code == '"超"0"亿元"'
    mixed = [read("超2600亿元"), read("1800亿元")]
    assert common_scale(mixed, "zh-Hans").format_code == '0"亿元"'


@pytest.mark.parametrize("texts", [("319个", "3200亿元"), ("2035年", "2049年")])
def test_what_shares_no_axis_is_refused(texts: tuple[str, ...]) -> None:
    with pytest.raises(QuantityError):
        common_scale([read(text) for text in texts], "zh-Hans")


def test_the_last_digit_shown() -> None:
    assert step(read("11.5亿元")) == 10_000_000
    assert step(read("23.3%")) == Decimal("0.1")
    assert step(read("3万亿元")) == 10**12


@pytest.mark.parametrize(
    ("written", "chinese"),
    [
        ("5km", "5公里"),
        ("3万m²", "3万平方米"),
        ("1.3 million m²", "130万平方米"),
        ("12 million km²", "1200万平方公里"),
    ],
)
def test_signs_of_units_are_words_in_chinese(written: str, chinese: str) -> None:
    assert str(display(read(written), "zh-Hans")) == chinese


@every(
    "text, qualifier, wanted",
    [
        ("300米", "以内", "within 300 m"),
        ("2公里", "之内", "within 2 km"),
        ("45分钟", "以内", "within 45 minutes"),
        ("800个", "以内", "up to 800"),
        ("9%", "以内", "up to 9%"),
    ],
)
def test_a_bound_says_how_near_or_how_many(text: str, qualifier: str, wanted: str) -> None:
    assert str(display(read(text, qualifier), "en")) == wanted


@every(
    "text, wanted",
    [
        ("全年出栏510万头，约占全省出栏总量的30%", ("约",)),
        ("近占货运收入的四成", ("近",)),
        ("合约占收入的30%", ()),
        ("占收入的30%", ()),
    ],
)
def test_what_qualifies_a_share_may_stand_before_its_verb(
    text: str, wanted: tuple[str, ...]
) -> None:
    last = scan(text)[-1]
    assert beside(text, last.start, last.end) == wanted
