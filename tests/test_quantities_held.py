"""How quantities, dates and formulas are read, found and said again, for more of them than anybody
would write down, as hashes. What is right, `test_quantity.py` and `test_numbers.py` say of some."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from prints import held
from readings import sentences

from briefgen.brief.hant import Traditional
from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.units import UNITS
from briefgen.facts import authored, qualifiers
from briefgen.facts.calendar import (
    at_head,
    in_running,
    months_in,
    period_in_chinese,
    period_in_english,
    read_date,
)
from briefgen.facts.claims import same
from briefgen.facts.drafts import drafted
from briefgen.facts.entries import as_yaml, looked_at
from briefgen.facts.figures import Figure, Source
from briefgen.facts.formula import FormulaError, evaluate
from briefgen.facts.inventory import inventory
from briefgen.facts.ledger import check
from briefgen.facts.left_out import left_out
from briefgen.facts.quantity import Quantity, QuantityError, display, read, step
from briefgen.facts.scale import common_scale
from briefgen.facts.scan import scan
from briefgen.facts.sources import prepare
from briefgen.problems import Mark, Problems
from briefgen.record import replace

SEEDS = Path(__file__).parents[1] / "seeds"


def _list(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split("|"))


LANGUAGES = ("zh-Hans", "zh-Hant", "en")
NUMBERS = _list("""
0 | 1 | 2 | 7 | 10 | 12 | 15.0 | 0.5 | 3.14 | -4 | −6.2 | 1,234 | 12,345,678 | 3200 |
99999 | 1.3万 | 20万 | 3200亿 | 2.6万亿 | 百 | 千 | 两千 | 三百 | 十二 | 一百零五 |
三千五百 | 5000多 | 十余 | 上百 | 近万 | 数十 | 半 | 百分之三十 | ３２００ | 1e5 |
１．５万 | 一 | 两 | 零 | 十 | 三万五千 | 12.50 | 1.3 万 | 八成 | 翻一番 | 翻两番 |
翻三番 | 一八八一亿 | 二〇五万 | 3万—5亿 | 5000—12000 | 1兆2000億 | -3—-1
""")
AROUND = _list("""
约{} | 超{} | {}以上 | 不低于{} | 近{} | {}左右 | 力争{} | 超过{} | 突破{} | 达到{} |
{}以内 | 计划{} | {}多 | 至少{} | 不超过{} | 第{} | 首{} | 每{} | 累计{} | 预计{} | {}余
""")
DATES = _list("""
2035年 | 2024年2月 | 2024年2月21日 | 2月21日 | 3月 | 2024年一季度 | 2024年第三季度 |
2023-24 | 2月30日 | 13月 | 4年零8个月 | 三年零两个月 | 1年零1个月 | 2035 |
28 December 2023 | December 28, 2023 | February 2024 | the first quarter of 2024 |
4 years and 8 months | 1 year and 1 month | 2024 年 2 月 | 二〇三五年 | 2月29日 |
2023年2月29日 | 第四季度 | May 2024 | Sept 2024 | Sept. 9, 2024 | Jan. 5 |
9 June | Q3 2024 | FY2025 | 2025财年 | the third quarter of 2025
""")
PERIODS = _list("""
2025年1—8月 | 2024年前三季度 | 上半年 | 2025年 | 今年5月 | 前五个月 | 2024年前11个月 | 去年下半年 |
2024年第三季度 | 2024年3月 | 2023/24 | 2021–2025 | 5 March 2026 | March 2026 | 2026 | 全年 |
2024年二季度末 | “十四五”时期 | 2024-03 | the third quarter of 2025 | the year 2024 | 1—13月 |
2025年3—1月 | 2025年上半年 | 2024年末 | 2024年前三季 | 本月 | 2023/24年度 | 2024年2月底
""")
ENGLISH = _list("""
RMB 3 trillion | RMB 1 billion | USD 2.5 million | 3 km | 12 km² | 5% | 40 per cent |
1.3 thousand | more than 40 | about 3 million people | top 10 | 0.5 hectares | 2 times |
7 percentage points | EUR 12 | -3.5% | 1,200 companies | twelve | RMB 1 | one million |
1 hectare | 100 million tonnes | 3 °C | 5‰ | over RMB 260 billion | doubled | quadrupled
""")
SENTENCES = (
    "全市产值超3200亿元，同比增长6.5%，拥有1.3万家企业、20多万名员工。",
    "第二十届大会于2024年2月21日在一号馆召开，十五运会、5G基站、EH216-S与1+N不算数。",
    "到2035年力争翻一番，占比由40%升至百分之五十，净增约10个百分点。",
    "首期12亿元已经到位，其余38亿元分三年投入；千亿支撑、百亿支柱、三支队伍。",
    "一个中心、两条轴线、三个片区，四梁八柱，五位一体；“十四五”期间新增六条线。",
    "建成4年零8个月，面积约1200亩（80公顷），投资2.6亿美元，折合人民币18.7亿元。",
    "从2.0到3.0；1.2.3版；12:30开会；电话020-8888；第3章第2节；3：2；GB/T 1234—2020。",
    "In 2023 output exceeded RMB 3.2 trillion, up 6.5%, with 1.3 million firms and twenty parks.",
    "The first quarter of 2024 saw 1,200 companies, one of them new, on 12 km² of land.",
    "近30%的企业、不少于5家平台、约三分之一的人口、数百名专家、上千个项目、半数以上。",
    "气温38.5℃，海拔-12米，误差±0.3毫米，浓度5‰，坡度1:20，容积率2.5，3～5年，10-20家。",
)
SCALED = _list("""
3家 | 1200家 | 1.3万家 | 超3万家 | 约5家 | 12亿元 | 3200亿元 | 2.6万亿元 | 0.5元 | -3亿元 |
40% | 6.5% | 0.25% | 1200亩 | 20亩 | 3万亩 | 12公里 | 65.5公里 | 2035年 | 3倍 | 10强 |
2亿美元 | 7个百分点 | 10万平方米 | 不低于40%
""")
# Values of a chart, of which any three may stand on one axis.
AXES = _list("""
0.5亿元 | 950万元 | 1200万元 | 1.2亿元 | 3.045亿元 | 28.6亿元 | 990亿元 | 1.25万亿元 | 12345元 |
3亿元 | 80万元 | -4亿元 | 12.345亿元 | 2936万元 | 3035万元
""")
FORMULAS = _list("""
a + b | a - b | a / b | a * 2 | (a + b) / 2 | a / b * 100 | b - a | a + c | a * b | c / a |
2 * (a - b) / b | -a | a + | (a | a b | x + a | a / 0 | a / (b - b) | 1.5 * c | c - 5 |
p - q | p + q | p * a | a / p | ((((((((((a)))))))))) | sum(a, b) | a % b | 3 |
share(a, b) | growth(a, b) | p / q | a * p / 100 |  | a - - b | a – b | a × b | a ÷ b |
(a / b) ^ 2 | 2 ^ 0.5 | (p - p) ^ 2 | (c / c - 2) ^ 2 | (c / c - 2) ^ 0.5 |
(a / a) ^ 99 | (a / b) ^ 999 | a ^ 2 | 2 ^ a | (b / a) ^ (1 / 2) | (a / b) ^ -1
""")


def tried(text: str, qualifier: str = "") -> str:
    """A reading, and what is said of it in all languages; or why there is none."""
    try:
        found = read(text, qualifier)
    except QuantityError as error:
        return f"{text}: {error}"
    said = [
        repr(display(found, language, places)) for language in LANGUAGES for places in (None, 0, 2)
    ]
    return f"{text}: {found!r} {step(found)} {' | '.join(said)}"


def readings() -> Iterator[tuple[str, bytes]]:
    for number in NUMBERS:
        lines = [tried(number + unit) for unit in ("", *UNITS)]
        yield f"number {number}", "\n".join(lines).encode()
    for around in AROUND:
        core = ("3家", "3200亿元", "40%", "十二个", "5000多人", "2035年", "RMB 3 billion")
        yield f"around {around}", "\n".join(tried(around.format(each)) for each in core).encode()
    for word in (*qualifiers.WORDS, "超 约", "力争达到", "about", "不知"):
        lines = [tried(each, word) for each in ("3家", "3200亿元", "1%", "3-5家", "2035年")]
        lines.append(f"{qualifiers.split(word)} {sorted(qualifiers.senses(word))}")
        yield f"qualifier {word}", "\n".join(lines).encode()
    for written in (*DATES, *ENGLISH):
        yield f"written {written}", tried(written).encode()


def periods() -> Iterator[tuple[str, bytes]]:
    for words in PERIODS:
        said = [period_in_english(words), period_in_chinese(words), months_in(words)]
        said += [at_head(words), in_running(words), repr(read_date(words))]
        yield words, repr(said).encode()


def _source(file: str) -> Source:
    return Source(id="a", file=file, title={"zh-Hans": "甲"}, publisher={}, date="2024-02")


def findings() -> Iterator[tuple[str, bytes]]:
    names = ("一号馆", "十五运会", "四梁八柱")
    for number, sentence in enumerate(SENTENCES):
        found = [repr(scan(sentence)), repr(authored.numbers(sentence, names))]
        source = prepare(_source("a.txt"), sentence, Problems())
        stated = inventory(source, names)
        found.append(repr(stated))
        yield f"sentence {number}", "\n".join(found).encode()
    found_ = [each for sentence in SENTENCES for each in scan(sentence)]
    for number, one in enumerate(found_):
        alike = [str(same(one.quantity, other)) for other in found_]
        yield f"same {number} {one.text}", " ".join(alike).encode()
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        source = prepare(_source(path.name), text, Problems())
        yield path.name, repr((inventory(source), authored.numbers(text))).encode()


def formulas() -> Iterator[tuple[str, bytes]]:
    written = {"a": "120亿元", "b": "80亿元", "c": "12家", "p": "40%", "q": "6.5%", "d": "2035年"}
    quantities = {id: read(each) for id, each in written.items()}
    for formula in FORMULAS:
        try:
            said = repr(evaluate(formula, quantities))
        except FormulaError as error:
            said = str(error)
        yield formula, said.encode()


def scales() -> Iterator[tuple[str, bytes]]:
    quantities = [read(each) for each in SCALED]
    for language, one in product(LANGUAGES, quantities):
        said = []
        for other in quantities:
            pair: tuple[Quantity, ...] = (one, other)
            try:
                said.append(repr(common_scale(pair, language)))
            except QuantityError as error:
                said.append(str(error))
        yield f"{language} {one.qualifier}{one.written}", "\n".join(said).encode()
    values = [read(each) for each in AXES]
    for language, (at, one) in product(LANGUAGES, enumerate(values)):
        axes = [repr(common_scale((one, *two), language)) for two in combinations(values[at:], 2)]
        yield f"axis {language} {one.written}", "\n".join(axes).encode()


def articles() -> Iterator[tuple[str, str]]:
    """Texts with figures: those that tests have, sentences of the corpus, and of real articles."""
    written = (Path(__file__).parent / "cases" / "stated" / "articles.txt").read_text("utf-8")
    yield from ((f"article {n}", text) for n, text in enumerate(written.split("\n---\n")))
    words = [each.words for each in sentences()]
    for at in range(0, len(words), 40):
        yield f"corpus {at}", "\n".join(words[at : at + 40])
    for path in sorted((Path(__file__).parent / "articles").glob("*.tsv")):
        rows = path.read_text("utf-8").splitlines()[1:]
        yield path.stem, "\n".join(dict.fromkeys(row.split("\t")[1] for row in rows))
    yield "said in English", said_in_english()


# How English says whose and what for numbers are, with what stands in such places.
SAID = """\
{who} {gave} {sum} in {what} for {whom}, including {more} for {place} and {less} to {who2}.
{who} make up {share} of {whole}, while {who2} with {what} make up {share2}.
{who} {rose} by {share} to {count} {things}, or {sum}, from {count2} a year earlier.
{place}: more than {sum} for {count} {whom}; {place2}: {more} for {whole}.
{share} of {who} said that {whole} {rose}, and {share2} of {whom} did so.
Of {count} {things}, {count2} ({share}) were {gave} by {who} in {place}.
{sum} was {gave} to {who} for {what}, totaling {more} with {whole}.
{what}: {sum} ({share} of {whole}), compared with {more} in 2023.
The {things} of {place}, net, were {sum}, up {share} and now at {more}.
There were {count} {things} per {count2} {whom}, {share} fewer than {who2} had.
{who} will {give} up to {sum} over five years, at least {share} of it for {what}.
The number of {whom} in {place} {rose} from {count2} to {count}, a change of {share}.
"""
FILLED = {
    "who": "Women|The Department of Health|Small firms (under 50 staff)|Nurses who left|We",
    "who2": "men|local charities|those aged 16 to 64|large firms|partners and schools",
    "gave": "awarded|invested|provided|paid|spent",
    "give": "award|invest|provide|pay|spend",
    "rose": "rose|fell|increased|dropped|was unchanged",
    "sum": "$16 million|US$1.2 billion|£45,000|HK$3 million|$250",
    "more": "$4.5 million|€2 billion|$900,000|about $7 million|nearly $60",
    "less": "$1 million|$75,000|$0.4 billion|$12|some $3 million",
    "share": "42%|3.5 percent|one in four|12 percentage points|6.2%",
    "share2": "23%|a third|8 per cent|half|0.4%",
    "count": "71,000|3.2 million|1,204|more than 500|12",
    "count2": "68,500|two|300,000|999|4.5 million",
    "what": "loans|aid for schools|research and development|repairs|new equipment",
    "whom": "survivors|people who work part-time|children under 5|patients|families",
    "things": "sales|hospital beds|cases|net interest expenses|jobs",
    "whole": "the staff|all revenue|the total workforce|new orders|its population",
    "place": "Florida|the North East|Hong Kong|Puerto Rico|rural areas",
    "place2": "Texas|the Midlands|Kowloon|St. Louis|cities",
}


def said_in_english() -> str:
    """Each form with what may stand in its places, five times."""
    lines = []
    for number, form in enumerate(SAID.splitlines()):
        for turn in range(5):
            words = {
                name: each.split("|")[(turn * (1 + at % 2) + number + at) % 5]
                for at, (name, each) in enumerate(FILLED.items())
            }
            lines.append(form.format(**words))
    return "\n\n".join(lines)


def otherwise(text: str) -> str:
    """An article as others write it: in Hong Kong; as notes; with other words for its changes."""
    if has_hanzi(text):
        return Traditional("hk", True)(re.sub("，(?=其中|同比|比上年)", "。", text))
    return re.sub(r"\bincreased\b|\brose\b", "decreased", text).replace(", ", " and ")


def labels() -> Iterator[tuple[str, bytes]]:
    """What is drafted of the figures of articles, and what of their numbers is no figure."""
    for name, written in articles():
        for text, date, currency in ((written, "2026-01", ""), (otherwise(written), "", "港元")):
            source = Source(
                id="s", file="a.txt", title={}, publisher={}, date=date, currency=currency
            )
            prepared = prepare(source, text, Problems())
            stated = inventory(prepared)
            drafts = drafted(stated, prepared, source)
            made = looked_at(drafts, {"s": source}, {"a.txt": text.encode()})
            told = [
                as_yaml(made),
                as_yaml(made, "zh"),
                repr(stated),
                repr(left_out(prepared, stated, ())),
            ]
            yield f"{name} {date}", "\n".join(told).encode()


def _turned(text: str) -> str:
    return text[1:] + text[:1]


# What may be wrong with a figure, by the figure and the one before it; some of it is no fault.
CLAIMS: dict[str, Callable[[Figure, Figure], Figure]] = {
    "value": lambda one, other: replace(one, quantity=other.quantity),
    "more": lambda one, _: replace(
        one, quantity=replace(one.quantity, value=(one.quantity.value or 0) + 1)
    ),
    "opposite": lambda one, _: replace(
        one, quantity=replace(one.quantity, value=-(one.quantity.value or 1), direction="")
    ),
    "bare": lambda one, _: replace(one, quantity=replace(one.quantity, qualifier="")),
    "over": lambda one, _: replace(one, quantity=replace(one.quantity, qualifier="超")),
    "unit": lambda one, other: replace(
        one, unit_given=True, quantity=replace(one.quantity, unit=other.quantity.unit)
    ),
    "given": lambda one, _: replace(one, unit_given=True, label={}),
    "label": lambda one, other: replace(one, label=other.label),
    "near": lambda one, _: replace(one, near=next(iter(one.label.values()), "")[:4]),
    "near-front": lambda one, _: replace(one, near=re.split("[，、；, ]", one.quote)[0][:3]),
    "near-other": lambda one, other: replace(one, near=next(iter(other.label.values()), "")[:2]),
    "near-end": lambda one, _: replace(one, near=one.quote[-4:-1]),
    "front": lambda one, _: replace(one, quote=one.quote[: len(one.quote) // 2]),
    "end": lambda one, _: replace(one, quote=one.quote[len(one.quote) // 2 :]),
    "inside": lambda one, _: replace(one, quote=one.quote[2:-2]),
    "turned": lambda one, _: replace(one, quote=_turned(one.quote)),
    "other": lambda one, other: replace(one, quote=other.quote),
    "both": lambda one, other: replace(one, quote=f"{other.quote} {one.quote}"),
    "sure": lambda one, _: replace(one, sure=True, label={"en": "Output", "zh-Hans": "产值"}),
    "period": lambda one, other: replace(one, period={"zh-Hans": "2031年", "en": "2031"}),
    "formula": lambda one, other: (
        replace(one, formula=f"{other.id} * 2") if one.id < other.id else one
    ),
}


def claims() -> Iterator[tuple[str, bytes]]:
    """What is told of the figures of articles that claim what their quotes do not say."""
    for number, (name, text) in enumerate(articles()):
        source = Source(id="s", file="a.txt", title={}, publisher={}, date="2026-01")
        prepared = prepare(source, text, Problems())
        whole = [each for each in drafted(inventory(prepared), prepared, source) if each.whole]
        figures = [replace(each.figure, mark=Mark("draft", at)) for at, each in enumerate(whole, 1)]
        for at, (how, change) in enumerate(CLAIMS.items()):
            data = text.encode()
            if len(figures) > 1 and (len(figures) < 7 or (at + number) % 7 < 2):
                changed = map(change, figures, [figures[-1], *figures])
                problems = Problems()
                check(
                    {each.id: each for each in changed},
                    [source],
                    lambda _, data=data: data,
                    problems,
                )
                told = sorted(f"{each.told('en')} {each.advice('zh')}" for each in problems)
                yield f"{name} {how}", "\n".join(told).encode()


# What may stand before and behind a number that is to be looked at a second time.
BEFORE = _list("""
共 | 每台 | 数 | 近 | 第 | 分别为5家、 | 增长6%至 | 从2家到 | 培训人数 | A |
下降，为 | 1- | 每平方米
""")
BEHIND = _list("""
。 | 次 | /亩 | 每小时 | ·年 | 级 | 的任务 | -5 | 、6家 | 以上 | 左右 |
”以内 | 至8% | x | （含） | 人民币
""")


def doubts() -> Iterator[tuple[str, bytes]]:
    """What is doubted of numbers between words, whether their unit is given or not."""
    source = Source(id="s", file="a.txt", title={}, publisher={}, date="2026-01")
    for at, unit in enumerate(("", *UNITS)):
        said = []
        around = [("共", "次"), ("共", "级")]
        around += [
            (BEFORE[(at + 3 * number) % len(BEFORE)], BEHIND[(3 * at + 5 * number) % len(BEHIND)])
            for number in range(4)
        ]
        for number, (before, behind) in enumerate(around):
            text = f"全年{before}{'3' if number % 2 else '3.5万'}{unit}{behind}，情况好。"
            data = text.encode()
            for given, found in product((False, True), scan(text)):
                figure = Figure(
                    id="a", quantity=found.quantity, kind="stated", label={"zh-Hans": "任务"},
                    source="s", quote=text, mark=Mark("draft", 1), unit_given=given,
                )  # fmt: skip
                problems = Problems()
                check({"a": figure}, [source], lambda _, data=data: data, problems)
                said += [f"{given} {text} {each.told('en')}" for each in problems]
        yield f"doubts {unit}", "\n".join(said).encode()


HELD = {
    "readings": readings,
    "findings": findings,
    "formulas": formulas,
    "scales": scales,
    "periods": periods,
    "labels": labels,
    "claims": claims,
    "doubts": doubts,
}


@pytest.mark.slow
@pytest.mark.parametrize("what", HELD)
def test_quantities_are_read_and_said(what: str, update: bool) -> None:
    held(f"quantities-{what}", HELD[what](), update)
