"""The first check of an outline tells all that can be told then, each thing once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from outlines import loaded, project

from briefgen.answers.findings import Finding, findings
from briefgen.build import checked
from briefgen.request import Request

SOURCE = (
    "全镇计划2027年二季度建成书屋6处。11月起试运行，图书、报刊分别有8200册和640册，"
    "大型书屋标准为300平方米以上项目。2026年借阅量达到1.5万人次。"
)
OUTLINE = """\
brief: {slug: books, title: TITLE, language: zh-Hans}
sources:
  news: {file: seeds/article.txt, title: SOURCE}
figures:
  opening:
    {value: 2027年二季度, OPENING kind: plan, label: 建成, quote: 计划2027年二季度建成书屋6处}
  books: {value: 8200册, kind: actual, label: 甲, NEAR quote: 图书、报刊分别有8200册和640册}
  loans:
    value: 1.5万人次
    qualifier: 达到
    kind: target
    label: 借阅量
    period: PERIOD
    quote: 2026年借阅量达到1.5万人次
deck:
  - {id: cover, kind: cover}
  - {id: one, kind: kpi, title: 书屋, figures: [books, loans]}
  - {id: two, kind: bullets, title: 书屋按期建成, points: [POINT, "{opening}开放"]}
"""
ENGLISH = """\
name: English
language: en
brief: {title: Reading rooms}
figures: {set: {opening: {label: Opening}, books: {label: Books}, loans: {label: Loans}}}
deck:
  set:
    one: {title: Rooms}
    two: {title: Open on time, points: [One, "Open {opening}"]}
"""
SOUND = {
    "TITLE": "书屋建设",
    "SOURCE": "{zh: 书屋新闻, en: News}",
    "OPENING": "qualifier: 计划,",
    "NEAR": "near: 图书,",
    "PERIOD": "2026年",
    "POINT": "甲",
}


def told(folder: Path, **changed: str) -> list[Finding]:
    text = OUTLINE
    for key, value in {**SOUND, **changed}.items():
        text = text.replace(key, value)
    path = project(folder, text, english=ENGLISH)
    (folder / "seeds/article.txt").write_text(SOURCE, "utf-8")
    found = findings(checked(Request(path, strict=True)))
    return [each for each in found if each.severity != "note"]


def test_a_sound_outline_has_nothing_to_tell(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_errors_of_the_ledger_hide_nothing_else(tmp_path: Path) -> None:
    found = told(tmp_path, OPENING="", SOURCE="书屋新闻", TITLE="书屋7100间")
    assert {each.code for each in found} == {"qualifier-missing", "untranslated", "untraced-number"}


def test_what_is_wrong_for_all_audiences_is_told_once(tmp_path: Path) -> None:
    found = told(tmp_path, OPENING="")
    assert Counter(each.code for each in found) == {"qualifier-missing": 1}
    assert found[0].audience == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("period", "english"),
    [
        ("2026年", "2026"),
        ("2024—2026年", "2024–2026"),
        ("2026年三季度", "Third quarter of 2026"),
        ("2026年9月", "September 2026"),
        ("2027年底", "End of 2027"),
        ("2027年底前", "By the end of 2027"),
        ("2026年6月底前", "By the end of June 2026"),
        ("2030年前", "Before 2030"),
        ("到2030年", "By 2030"),
        ("2025年上半年", "First half of 2025"),
        ("2025年一季度末", "End of the first quarter of 2025"),
        ("2025年前三季度", "First three quarters of 2025"),
        ("今年年底前", "By the end of this year"),
        ("2026年8月9日", "9 August 2026"),
        ("2026年11月30日前", "Before 30 November 2026"),
    ],
)
def test_a_period_that_is_a_date_translates_itself(
    tmp_path: Path, period: str, english: str
) -> None:
    assert told(tmp_path, PERIOD=period) == []
    brief, _ = loaded(tmp_path / "content/outline.yaml", "english")
    assert brief
    assert (brief.figures["loans"].period or {})["en"] == english


def test_a_period_in_words_wants_its_translation(tmp_path: Path) -> None:
    (found,) = told(tmp_path, PERIOD="投用首年")
    assert (found.code, found.path) == ("figure-untranslated", "figures.loans.period")


def test_a_month_is_text_and_no_figure(tmp_path: Path) -> None:
    entry = "month: {value: 11月, kind: plan, label: 起, quote: 11月起试运行}\n  books:"
    text = OUTLINE.replace("  books:", f"  {entry}", 1)
    for key, value in SOUND.items():
        text = text.replace(key, value)
    path = project(tmp_path, text)
    (tmp_path / "seeds/article.txt").write_text(SOURCE, "utf-8")
    (found,) = [each for each in findings(checked(Request(path))) if each.severity == "error"]
    assert found.code == "value-not-in-quote"
    assert "write it as text" in found.hint


def test_a_month_that_the_source_names_is_free_before_a_noun(tmp_path: Path) -> None:
    assert told(tmp_path, POINT="11月书屋试运行") == []
    (found,) = told(tmp_path, POINT="12月书屋试运行")
    assert found.code == "untraced-number"


def test_words_that_single_a_number_out_are_offered_and_taken(tmp_path: Path) -> None:
    (found,) = told(tmp_path, NEAR="")
    assert found.code == "not-singled-out"
    offered = found.hint.partition("near: ")[2].partition(";")[0]
    assert offered
    assert told(tmp_path, NEAR=f"near: {offered},") == []


WHARF = """\
brief: {slug: wharf, title: Wharf, language: en}
NAMES
sources:
  news: {file: seeds/article.txt, title: News}
figures:
  upper: {value: 4.1%, kind: actual, label: Upper wharf, near: WORDS,
    quote: the upper wharf grew by 4.1% and the lower wharf by 2.6%}
deck:
  - {id: one, kind: bullets, title: Wharves grow, points: ["{upper}", POINT]}
"""
ASHORE = (
    "Harbour News, 11 March: Since 2019,the upper wharf grew by 4.1% and the lower wharf by 2.6%."
    "\n报道：6日开工，28日收尾。"
)


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"WORDS": "upper wharf"}, []),
        ({"WORDS": "lower wharf"}, ["near-another"]),
        ({"WORDS": "upper pier"}, ["near-not-in-quote"]),
        ({"POINT": "Since 2019"}, []),
        ({"POINT": "Opened on 6 March"}, []),
        ({"POINT": "Closed on 28 February"}, []),
        ({"POINT": "Closed on 6 April"}, ["untraced-number"]),
        ({"POINT": "Closed on 6 April", "NAMES": "names: [6 April]"}, ["untraced-number"]),
        ({"POINT": "Route 45", "NAMES": "names: [Route 45]"}, []),
    ],
)
def test_several_words_single_out_and_days_have_the_month_of_their_dateline(
    tmp_path: Path, changed: dict[str, str], codes: list[str]
) -> None:
    text = WHARF
    for key, value in {"WORDS": "upper", "POINT": "Done", "NAMES": "", **changed}.items():
        text = text.replace(key, value)
    path = project(tmp_path, text)
    (tmp_path / "seeds/article.txt").write_text(ASHORE, "utf-8")
    found = findings(checked(Request(path, strict=True)))
    assert [each.code for each in found if each.severity != "note"] == codes


def test_a_number_that_only_names_is_not_sent_to_the_drafts(tmp_path: Path) -> None:
    (found,) = told(tmp_path, POINT="300平方米以上项目")
    assert found.code == "untraced-number"
    assert "“names”" in found.hint
