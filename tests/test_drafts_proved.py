"""What the clause around a number proves of its entry; what a draft leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.answers.numbers import as_entries, figures_of
from briefgen.facts.drafts import Draft, drafted
from briefgen.facts.figures import Source
from briefgen.facts.inventory import inventory
from briefgen.facts.sources import prepare
from briefgen.problems import Phrase, Problems

_COUNTIES = "东海县 西山县 南江县 北原县 中湖县 安平县 永宁县 长乐县".split()


def proved(text: str) -> list[tuple[str, str, str, str]]:
    """Value, label, kind and what is in doubt, of each number of a text."""
    source = Source(id="a", file="a.txt", title={}, publisher={}, date="2026-01-31")
    read = prepare(source, text, Problems())
    drafts = drafted(inventory(read), read, source, proving=True)
    return [(each.stated.text, each.label, each.kind, _why(each)) for each in drafts]


def _why(draft: Draft) -> str:
    return draft.why.key.removeprefix("draft-") if isinstance(draft.why, Phrase) else ""


def labels(text: str) -> list[str]:
    """The labels of a text's numbers, "" for those that are in doubt."""
    return [label if not why else "" for _, label, _, why in proved(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全市粮食总产量达650万吨，同比增长17.3%。", ["全市粮食总产量", "全市粮食总产量增速"]),
        ("全市第一产业实现增加值185亿元。", ["全市第一产业增加值"]),
        (
            "高标准农田面积512万亩，占耕地面积的近50%。",
            ["高标准农田面积", "高标准农田面积占耕地面积比重"],
        ),
        ("新建供暖工程22个、供氧工程13个。", ["新建供暖工程", "供氧工程"]),
        ("边民补助标准再提高1200元。", ["边民补助标准增量"]),
        ("城乡居民收入分别增长6%和7.4%。", ["城镇居民收入增速", "农村居民收入增速"]),
        ("居民人均收入从27136元增长到36439元。", ["居民人均收入（此前）", "居民人均收入"]),
        ("交通建设稳步推进，全年完成投资18亿元。", ["交通建设投资"]),
        ("主要江河水质达标率100%。", ["主要江河水质达标率"]),
        # The time stands within the subject.
        ("滨江新区去年地区生产总值突破800亿元。", ["滨江新区地区生产总值"]),
        ("全縣2025年接待遊客310萬人次。", ["全縣接待遊客"]),
        # Nothing of these clauses is the subject of its number.
        ("173名个人和6个创新团队入选计划。", ["", ""]),
        ("各聯網病人中，長者佔比高達53%。", [""]),
        ("貸款由政府提供擔保，涉及金額約40億元。", [""]),
        ("完成年计划的118.2%。", [""]),
        ("优良天数比例达到77%、增加13天。", ["优良天数比例", ""]),
        ("成立60周年。", [""]),
    ],
)
def test_what_a_chinese_clause_proves(text: str, said: list[str]) -> None:
    assert labels(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Net sales were $570.4 million, up 4% from a year earlier.",
            ["Net sales", "Net sales growth"],
        ),
        (
            "The employment rate for those aged from 16 to 64 was 71.0 per cent.",
            ["Employment rate for those aged from 16 to 64"],
        ),
        (
            "Output per hour fell by 0.4% in the manufacturing sector and by 1.0% in the broader "
            "production sector.",
            [
                "Output per hour growth in the manufacturing sector",
                "Output per hour growth in the broader production sector",
            ],
        ),
        (
            "Stamp duty revenue is $80 billion, $20 billion less than the original estimate.",
            ["Stamp duty revenue", "Stamp duty revenue against the original estimate"],
        ),
        (
            "Adjusted EBITDA of $88 million increased 12%.",
            ["Adjusted EBITDA", "Adjusted EBITDA growth"],
        ),
        (
            "Exports to Japan rose 5.1 per cent to $12.4 billion.",
            ["Exports to Japan growth", "Exports to Japan"],
        ),
        # Of which part, of what, and how a rise has moved, nobody can prove here.
        ("On a unit-for-unit basis, revenue was $183 million.", [""]),
        (
            "Total pay rose by 1.6 per cent, up 0.1 on the three months.",
            ["Total pay growth", "", ""],
        ),
        ("Routine and high acuity care averaged $169.83 and $997.37, respectively.", ["", ""]),
        ("New products less than three-years old accounted for 57 percent of sales.", [""]),
    ],
)
def test_what_an_english_clause_proves(text: str, said: list[str]) -> None:
    assert labels(text) == said


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("全市财政收入61.4亿元。", "actual", ""),
        ("力争规模工业企业突破6000家。", "target", ""),
        ("累计争取中央转移支付5300亿元。", "target", "kind"),
        ("Capital expenditure is expected to be about $40 million.", "plan", ""),
    ],
)
def test_whether_it_is_so_is_proved_by_its_sentence(text: str, kind: str, why: str) -> None:
    assert [(each[2], each[3]) for each in proved(text)] == [(kind, why)]


def test_an_entry_has_no_period_that_its_paragraph_does_not_say(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(
        "一、2025年工作回顾\n新增就业3.2万人。\n五年来，我们稳步前行。新增公园46个。\n", "utf-8"
    )
    found = figures_of(source)
    entries = as_entries(found, found.of(missing=True))
    assert entries.count("period: 2025年") == 1
    assert "xinzeng-gongyuan:" in entries


def test_of_five_entries_one_is_marked_at_most_and_the_rest_is_told(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    vague = [f"這項安排會令部分人每月少收{n}26元，涉及金額約{n}0億元。" for n in range(2, 8)]
    sure = [f"{n}粮食总产量达{at}50万吨。" for at, n in enumerate(_COUNTIES, 2)]
    source.write_text("\n".join((*sure, *vague)), "utf-8")
    found = figures_of(source)
    entries = as_entries(found, found.of(missing=True))
    assert 0 < 5 * entries.count("sure: no") <= entries.count("value:")
    told = [each.words for each in found.left_out() if each.why == "unproved"]
    assert len(told) + entries.count("value:") == len(found.of())
