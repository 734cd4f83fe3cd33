"""The inventory: every number that the source states, and nothing that only looks like one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from briefgen.facts.drafts import drafted
from briefgen.facts.entries import as_yaml
from briefgen.facts.figures import Erratum, Figure, Source
from briefgen.facts.inventory import Stated, coverage, inventory
from briefgen.facts.ledger import check, prepare_all
from briefgen.facts.left_out import left_out
from briefgen.facts.offsets import Spans
from briefgen.facts.quantity import read
from briefgen.facts.sources import SourceText
from briefgen.problems import Problems
from briefgen.record import replace

ROOT = Path(__file__).parent.parent
ERRATUM = Erratum("大千十二年", "大干十二年", "形近误识")
SOURCE = Source(
    id="ycwb",
    file="seeds/guangzhou-six.txt",
    title={},
    publisher={},
    date="2024-02",
    errata=(ERRATUM,),
)


def stated_in(text: str, *names: str) -> list[str]:
    problems = Problems()
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="")
    prepared = prepare_all([source], lambda _: text.encode(), problems)["s"]
    return [item.quantity.qualifier + item.text for item in inventory(prepared, names)]


def prepared() -> SourceText:
    return prepare_all([SOURCE], lambda file: (ROOT / file).read_bytes(), Problems())["ycwb"]


def article() -> tuple[Stated, ...]:
    return inventory(prepared())


def test_all_numbers_of_the_article() -> None:
    numbers = {(item.text, item.quantity.qualifier) for item in article()}
    for expected in (
        ("100公里", ""), ("3000亿", "级"), ("十个", ""), ("百个", ""), ("千家", ""), ("2600亿", ""),
        ("1800亿", ""), ("20条", ""), ("1000亿", "力争"), ("2万亩", ""), ("200万平方米", ""),
        ("100平方公里", ""), ("500强", ""), ("2023年4月", ""), ("2023年12月28日", ""),
        ("4年零8个月", "仅用"), ("100万辆", ""), ("百万辆", "破"), ("三万亿", ""), ("12年", ""),
        ("翻一番", ""), ("2049年", ""), ("6.0", ""), ("3万亿元", "突破"), ("3年", "连续"),
        ("万亿元", "均超过"), ("20%", "均超"), ("5%", ""), ("70%", ""), ("1.3万家", ""),
        ("78家", ""), ("165万名", ""), ("374万名", ""), ("319个", ""), ("3200亿元", "超"),
        ("7000亿元", "计划突破"), ("6%", "不低于"), ("86个", ""), ("600亿元", "以上"),
        ("2月21日", ""), ("12万平方米", "约"), ("40万平方米", "约"), ("30亿元", "计划"),
        ("17.8亿元", "预计"), ("15亿元", "达"), ("3.5亿元", ""),
    ):  # fmt: skip
        assert expected in numbers


def test_names_of_the_article_are_no_numbers() -> None:
    texts = {item.text for item in article()}
    assert not texts & {
        "二次",
        "六个",
        "两个",
        "三样",
        "1312",
        "五位",
        "一个",
        "一批",
        "1",
        "2",
        "3",
    }
    assert not any(item.text == "亿" or item.text.startswith("216") for item in article())


def test_phrases_ordinals_and_given_names() -> None:
    assert stated_in("第二天开了一个会，新建3个站。") == ["3个"]
    assert stated_in("举办十五运会，实施一带一路，型号EH216-S，5G基站50座。") == ["50座"]
    assert stated_in("三区联动，建成三区公园。") == ["三区", "三区"]
    assert stated_in("三区联动，建成三区公园。", "三区") == []
    assert stated_in("坚持“三区联动”，三区联动见成效。") == []


def test_what_is_left_out_is_told_with_the_reason() -> None:
    text = (
        "# 2 新机遇\n穗府〔2026〕3号文提出“1312”思路，第二十届大会上午10时开幕，\n"
        "热线电话：020-12345678。"
        "深化“三区联动”和大干十二年行动，型号EH216-S，见附件2；投资30亿元，十五运会。\n"
    )
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="")
    made = prepare_all([source], lambda _: text.encode(), Problems())["s"]
    stated = inventory(made, ["大干十二年"])
    assert [item.text for item in stated] == ["30亿元"]
    told = [(each.words, each.why) for each in left_out(made, stated, ["大干十二年"])]
    assert told == [
        ("2", "heading"), ("〔2026〕3号", "document"), ("“1312”", "quoted"), ("第二十", "ordinal"),
        ("上午10时", "day"), ("热线电话：020-12345678", "document"),
        ("大干十二年", "given"), ("EH216", "code"), ("附件2", "mark"),
        ("十五", "bare"),
    ]  # fmt: skip


def test_every_numeral_of_the_article_is_a_number_or_has_a_reason() -> None:
    text = prepared()
    stated = inventory(text)
    told = left_out(text, stated, ["大干十二年"])
    places = [(n.place.start, n.place.end) for n in (*stated, *told)]
    for match in re.finditer(r"\d+", text.matching):
        assert any(start <= match.start() < end for start, end in places), match


def test_ranges_lists_and_inner_qualifiers() -> None:
    assert stated_in("引进300多家企业，带动近20余万人就业。")[0] == "多300多家"
    assert stated_in("分别为1800亿元，200亿元和3,200亿元。") == [
        "分别1800亿元",
        "分别200亿元",
        "分别3,200亿元",
    ]


def test_what_no_quote_covers() -> None:
    problems = Problems()
    gdp = Figure(
        id="gdp",
        quantity=read("3万亿元", "突破"),
        kind="actual",
        label={},
        quote="地区生产总值突破3万亿元",
    )
    land = Figure(
        id="land",
        quantity=read("2万亩"),
        kind="plan",
        label={},
        quote="全年新增工业用地2万亩、标准厂房200万平方米",
    )
    ledger = check(
        {"gdp": gdp, "land": land}, [SOURCE], lambda f: (ROOT / f).read_bytes(), problems
    )
    everything = inventory(ledger.texts["ycwb"])
    covered = coverage(everything, {"gdp": gdp, "land": land}, ledger)
    left = [item.text for item, ids in zip(everything, covered, strict=True) if not ids]
    assert len(left) == len(everything) - 2
    assert "3万亿元" not in left
    assert "2万亩" not in left
    # A number that stands in another figure's quote is not covered by it.
    assert "200万平方米" in left


def test_entries_to_paste_are_a_ledger_that_holds() -> None:
    items = article()
    drafts = drafted(items, prepared(), SOURCE)
    entries = yaml.safe_load(as_yaml(replace(draft, source="ycwb") for draft in drafts))
    # Dates and spans of time are no entries, nor what no word says the meaning of.
    assert len(entries) == sum(draft.whole for draft in drafts) > 40
    figures = {
        id: Figure(
            id=id,
            quantity=read(str(entry["value"]), entry.get("qualifier", "")),
            kind=entry["kind"],
            label={"zh-Hans": entry["label"]},
            source=entry["source"],
            quote=entry["quote"],
        )
        for id, entry in entries.items()
    }
    problems = Problems()
    ledger = check(figures, [SOURCE], lambda file: (ROOT / file).read_bytes(), problems)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert set(ledger.proofs) == set(figures)
    assert all(isinstance(entry["value"], str) for entry in entries.values())
    (village,) = (each for each in entries.values() if each["value"] == "1000亿")
    assert (village["kind"], village["qualifier"]) == ("target", "力争")


def test_entries_of_awkward_text_stay_yaml() -> None:
    text = "- 型号: “#”的价格是6.0，比例5%：是的，增长5%。\n"
    problems = Problems()
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="")
    prepared = prepare_all([source], lambda _: text.encode(), problems)["s"]
    entries = yaml.safe_load(as_yaml(drafted(inventory(prepared), prepared, source)))
    assert [entry["value"] for entry in entries.values()] == ["6.0", "5%", "5%"]


def test_numbers_that_have_entries_part_the_clauses_of_others() -> None:
    text = "全年收入120亿元，比上年减少一成，17家企业亏损。\n"
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="2026-01")
    prepared = prepare_all([source], lambda _: text.encode(), Problems())["s"]
    everything = inventory(prepared)
    known = {item.place.start for item in everything if item.text == "120亿元"}
    drafts = drafted(everything, prepared, source, known=known)
    assert [(each.stated.text, each.label) for each in drafts] == [
        ("一成", "全年收入增速"),
        ("17家", "企业亏损"),
    ]


def test_a_source_in_a_language_that_is_not_read_has_no_drafts() -> None:
    text = "平成26年の売上高は120億円で、前年比5.3％増となりました。これは過去最高の水準です。\n"
    source = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="2026-01")
    prepared = prepare_all([source], lambda _: text.encode(), Problems())["s"]
    assert drafted(inventory(prepared), prepared, source) == []


def test_numbers_are_alike_however_many_are_read_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from briefgen.facts import scan

    text = (
        prepared().matching
        + "同比下降3%、5%。Down 4%, and by 6% in 2023. 分别增长7%、8%左右；降9家"
    )
    whole = tuple(scan.scan_each(text))
    monkeypatch.setattr(scan, "_SOME", 1)
    assert tuple(scan.scan_each(text)) == whole
    monkeypatch.setattr(scan, "_MANY", 50)
    assert [each.text for each in scan.scan_each(text)] == [each.text for each in whole]


def test_names_in_quotation_marks_are_set_aside_however_many_there_are() -> None:
    many = "".join(f"“一区{n}策”有{n + 2}家，" for n in range(700))
    assert stated_in(many) == [f"{n + 2}家" for n in range(700)]
    assert stated_in("“一区9策”。一区9策有3家") == ["3家"]


def test_spans_in_any_order_tell_what_touches_them() -> None:
    places = [(40, 44), (7, 9), (8, 30), (50, 51), (1, 2)]
    spans = Spans.of(places)
    for start in range(60):
        for end in range(start + 1, 61):
            touched = [each for each in sorted(places) if each[0] < end and start < each[1]]
            assert list(spans.touching(start, end)) == touched
            assert spans.touch(start, end) is bool(touched)
