"""`check --fix`: exactly the changes that are named, each shown, none that changes what is said."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import OUTLINE, project

from briefgen.answers.changes import TIDY, changes
from briefgen.answers.mend import mend
from briefgen.brief.resolve import texts
from briefgen.build import load, tidied
from briefgen.checks.tidy import untidy
from briefgen.cli import briefgen
from briefgen.messages import catalogue
from briefgen.request import Request


def run(path: Path, *options: str) -> Result:
    done = CliRunner().invoke(briefgen, ["check", str(path), "--lang", "zh", *options])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def fixed(folder: Path, deck: str, **audiences: str) -> str:
    """What becomes of a deck, and that a second run changes nothing."""
    path = project(folder, OUTLINE + "deck:\n" + deck, **audiences)
    run(path, "--fix")
    made = path.read_text("utf-8")
    assert "没有可以自动改的地方" in run(path, "--fix").stderr
    assert path.read_text("utf-8") == made
    return made.partition("deck:\n")[2]


def slide(title: str, *points: str) -> str:
    rows = "".join(f"      - {each}\n" for each in points or ("甲",))
    return f"  - id: a\n    kind: bullets\n    title: {title}\n    points:\n{rows}"


# Full-width signs that YAML needs half-width

WIDE = {
    "title：价格上涨": "title: 价格上涨",
    "title：　价格上涨": "title: 价格上涨",
    "title:　价格上涨": "title: 价格上涨",
}


@pytest.mark.parametrize(("wrong", "right"), WIDE.items())
def test_a_wide_colon_or_space_behind_a_key_becomes_half_width(
    tmp_path: Path, wrong: str, right: str
) -> None:
    deck = slide("价格上涨").replace("title: 价格上涨", wrong)
    assert fixed(tmp_path, deck) == slide("价格上涨").replace("title: 价格上涨", right)


@pytest.mark.parametrize("dash", ["－ ", "－", "－　", "-　"])
def test_wide_dashes_become_items(tmp_path: Path, dash: str) -> None:
    deck = slide("价格", "甲", "乙")
    assert fixed(tmp_path, deck.replace("      - ", f"      {dash}")) == deck


@pytest.mark.parametrize("wide", ["　　kind", " 　 kind"])
def test_wide_spaces_of_an_indentation_become_as_many_columns(tmp_path: Path, wide: str) -> None:
    deck = slide("价格")
    assert fixed(tmp_path, deck.replace("    kind", wide, 1)) == deck


def test_wide_braces_commas_colons_and_brackets_of_one_line(tmp_path: Path) -> None:
    wrong = "  - ｛id：a， kind: bullets， title：价格, points: 【甲，乙】｝\n"
    assert fixed(tmp_path, wrong) == ("  - {id: a, kind: bullets, title: 价格, points: [甲, 乙]}\n")


@pytest.mark.parametrize(
    "deck",
    [
        # Words that only look like keys, and a text that is too long: nothing says that a comma or
        # a colon in them is one of YAML.
        "  - {id: a, kind: bullets, title: 优势，gdp: 增长, points: [甲]}\n",
        "  - {id: a, kind: bullets, title: " + "优势，title：增长" * 30 + ", points: [甲]}\n",
        "  - {id: a, kind: bullets, title：｛甲: 乙｝, points: [甲], gdp：3: 4}\n",
    ],
)
def test_what_may_be_words_stays(tmp_path: Path, deck: str) -> None:
    path = project(tmp_path, OUTLINE + "deck:\n" + deck)
    before = path.read_text("utf-8")
    run(path, "--fix")
    assert path.read_text("utf-8").replace("title: ｛", "title：｛") == before


def test_a_mapping_in_wide_braces_alone(tmp_path: Path) -> None:
    assert fixed(tmp_path, "  - ｛id：a， kind：cover｝\n") == "  - {id: a, kind: cover}\n"


def test_a_wide_colon_of_a_whole_part(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + "deck：\n" + slide("价格"))
    assert run(path, "--fix").exit_code == 0
    assert path.read_text("utf-8") == OUTLINE + "deck:\n" + slide("价格")


def test_what_yaml_reads_as_it_was_meant_stays(tmp_path: Path) -> None:
    deck = slide("重点：价格【一】，｛收入｝－支出", "甲，乙", "注意：丙")
    assert fixed(tmp_path, deck) == deck
    flow = "  - {id: a, kind: kpi, title: 价格, figures: [output，firms]}\n"
    assert fixed(tmp_path, flow) == flow


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("产值｛output｝", '"产值{output}"'),
        ('"产值｛output}"', '"产值{output}"'),
        ("'产值｛output：number｝'", "'产值{output:number}'"),
        ('"产值超{output：number}"', '"产值超{output:number}"'),
        ('"｛output｝和｛firms｝"', '"{output}和{firms}"'),
    ],
)
def test_wide_braces_of_a_placeholder(tmp_path: Path, wrong: str, right: str) -> None:
    assert fixed(tmp_path, slide(wrong)) == slide(right)


def test_wide_braces_that_are_no_placeholder_stay(tmp_path: Path) -> None:
    deck = slide("集合｛甲｝和｛nothing｝")
    assert fixed(tmp_path, deck) == deck


# How Chinese is set

TEXTS = {
    "稳中有进,成效明显;好:甲?乙!丙": "稳中有进，成效明显；好：甲？乙！丙",
    "成效(十分)明显": "成效（十分）明显",
    "抓好５Ｇ建设ａｂ": "抓好5G建设ab",
    "扎实 推进  工作": "扎实推进工作",
    "二零二四年": "二〇二四年",
    "二○二○年": "二〇二〇年",
    "二零二零—二零二五年": "二〇二〇—二〇二五年",
    # What is not between hanzi, or no year, stays.
    "甲, 乙": "甲, 乙",
    "甲(A)乙": "甲(A)乙",
    "甲(乙)": "甲(乙)",
    "A,乙 B 丙": "A,乙 B 丙",
    "一百零五公里，零增长": "一百零五公里，零增长",
    "比分3:2，参见`a,b`": "比分3:2，参见`a,b`",
    "甲　乙": "甲　乙",
}


@pytest.mark.slow
@pytest.mark.parametrize(("wrong", "right"), TEXTS.items())
def test_a_text_is_set_as_chinese_is(tmp_path: Path, wrong: str, right: str) -> None:
    assert fixed(tmp_path, slide(wrong)) == slide(right)
    block = slide("题").replace(
        "title: 题", f"title: 题\n    notes: |\n      第一行\n      {wrong}"
    )
    assert fixed(tmp_path, block) == block.replace(wrong, right)


def test_the_words_of_a_source_stay_as_they_are(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE)
    (tmp_path / "seeds/article.txt").write_text(
        "去年全市产值超3200亿元，拥有1.3万家企业。二零二四年,稳中 有进。", "utf-8"
    )
    words = "text: '二零二四年,稳中 有进'"
    deck = f"deck:\n  - {{id: a, kind: quote, title: 报道, {words}, source: article}}\n"
    path.write_text(OUTLINE + deck, "utf-8")
    before = path.read_text("utf-8")
    assert run(path, "--fix").stdout == ""
    assert path.read_text("utf-8") == before


def test_what_would_make_something_else_wrong_is_withdrawn_and_said(tmp_path: Path) -> None:
    strict = OUTLINE.replace("  date:", "  ledger: strict\n  date:")
    path = project(tmp_path, strict + "deck:\n" + slide("新增百 家,很好"))
    done = run(path, "--fix")
    # Without the space there is a number that nobody can trace.
    assert "新增百 家，很好" in path.read_text("utf-8")
    assert "没有改成“" in done.stderr
    assert "[fix-withdrawn]" in done.stderr
    again = run(path, "--fix")
    assert "没有可以自动改的地方" in again.stderr
    assert "[fix-withdrawn]" in again.stderr


# Figures


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("去年全市产值超3200亿元", '"去年全市产值{output}"'),
        ("产值超过去年的3200亿元", '"产值超过去年的{output:number}"'),
        ('"企业1.3万家"', '"企业{firms}"'),
        # Another unit, another value, another sentence, a number of something else.
        ("企业1.3万户", "企业1.3万户"),
        ("产值3201亿元", "产值3201亿元"),
        ("投资3200亿元", "投资3200亿元"),
        ("产值很高。投资3200亿元", "产值很高。投资3200亿元"),
    ],
)
def test_a_typed_figure_becomes_its_id(tmp_path: Path, wrong: str, right: str) -> None:
    assert fixed(tmp_path, slide("题", wrong)) == slide("题", right)


WAYS = (
    ("人不多；企业1.3万家", '"人不多；企业{firms}"'),
    ("企业1.3万家？产值超3200亿元", '"企业{firms}？产值{output}"'),
    ("'企业1.3万家'", "'企业{firms}'"),
    ('有"企业"1.3万家', '"有\\"企业\\"{firms}"'),
    ("有\\企业1.3万家", '"有\\\\企业{firms}"'),
    ("企业1.3万家和企业1.3万家", '"企业{firms}和企业{firms}"'),
    ("企业1.3万家。投资1.3万家", '"企业{firms}。投资1.3万家"'),
    (
        "|\n        先说一行\n        企业1.3万家，都在",
        "|\n        先说一行\n        企业{firms}，都在",
    ),
    (
        "|\n        产值超3200亿元\n        企业1.3万家",
        "|\n        产值{output}\n        企业{firms}",
    ),
    ("企业只有0.13万家", "企业只有0.13万家"),
)


def test_a_figure_is_written_as_its_text_is(tmp_path: Path) -> None:
    """In one line without quotes the whole text gets them, since a brace may need them."""
    wrong, right = zip(*WAYS, strict=True)
    assert fixed(tmp_path, slide("题", *wrong)) == slide("题", *right)


def test_a_figure_that_another_audience_would_read_otherwise_stays(tmp_path: Path) -> None:
    deck = slide("题", "{zh: 企业1.3万家, en: 13000 firms}")
    assert "企业1.3万家" not in fixed(tmp_path, deck, abroad="language: en\n")


def test_two_figures_of_one_value_are_not_chosen_from(tmp_path: Path) -> None:
    more = "  again: {value: 1.3万家, kind: stock, label: 企业, quote: 拥有1.3万家企业}\n"
    path = project(tmp_path, OUTLINE + more + "deck:\n" + slide("题", "企业1.3万家"))
    run(path, "--fix")
    assert "企业1.3万家\n" in path.read_text("utf-8")


# Files


def test_overlays_and_includes_are_mended_and_undone(tmp_path: Path) -> None:
    outline = OUTLINE + "include: [parts.yaml]\n"
    path = project(tmp_path, outline, guests="deck:\n  set:\n    a: {title: '稳中有进,好'}\n")
    parts = path.parent / "parts.yaml"
    parts.write_text("deck:\n" + slide("扎实 推进"), "utf-8")
    overlay = path.parent / "audiences" / "guests.yaml"
    before = parts.read_bytes(), overlay.read_bytes()
    done = run(path, "--fix")
    assert "title: 扎实推进" in parts.read_text("utf-8")
    assert "稳中有进，好" in overlay.read_text("utf-8")
    assert "guests.yaml:3:" in done.stdout
    assert "parts.yaml:4:" in done.stdout
    for _ in range(2):
        assert CliRunner().invoke(briefgen, ["undo", str(path)]).exit_code == 0
    assert (parts.read_bytes(), overlay.read_bytes()) == before


def test_a_document_in_markdown_is_mended(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "content/outline.yaml").unlink()
    head = OUTLINE.rstrip("\n")
    path = tmp_path / "content" / "deck.md"
    path.write_text(
        f"---\n{head}\n---\n\n## 稳中有进,成效 明显\n\n- 抓好５Ｇ建设\n- 产值超3200亿元\n", "utf-8"
    )
    done = run(path, "--fix")
    assert done.exit_code == 0, done.output
    made = path.read_text("utf-8")
    assert made.endswith("## 稳中有进，成效明显\n\n- 抓好5G建设\n- 产值{output}\n")
    assert run(path, "--fix").stdout == ""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("begins", ["", "\ufeff"])
def test_line_ends_comments_and_mark_stay(tmp_path: Path, ends: str, begins: str) -> None:
    path = project(tmp_path)
    text = begins + OUTLINE + "deck:\n" + slide("扎实 推进  # 留着", "甲,乙 # 留着")
    path.write_bytes(text.replace("\n", ends).encode())
    run(path, "--fix")
    wanted = text.replace("扎实 推进", "扎实推进").replace("甲,乙", "甲，乙").replace("\n", ends)
    assert path.read_bytes() == wanted.encode()


def test_a_protected_file_is_refused_politely(tmp_path: Path, monkeypatch: Any) -> None:
    path = project(tmp_path, OUTLINE + "deck:\n" + slide("扎实 推进"))
    path.chmod(0o444)
    before = path.read_bytes()
    done = run(path, "--fix")
    assert done.exit_code != 0
    assert "[write-protected]" in done.stderr
    assert "请手工修改" in done.stderr
    assert path.read_bytes() == before


def test_characters_that_are_counted_otherwise_are_refused_politely(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + "deck:\n" + slide("扎实 推进", "cafe\u0301"))
    before = path.read_bytes()
    done = run(path, "--fix")
    assert "请手工修改" in done.stderr
    assert path.read_bytes() == before


def test_each_change_is_shown_with_its_place(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + "deck:\n" + slide("稳中有进,好", "二零二四年"))
    lines = run(path, "--fix").stdout.splitlines()
    assert [line.partition("outline.yaml:")[2] for line in lines] == [
        "22:16: 稳中有进,好 → 稳中有进，好",
        "24:9: 二零二四年 → 二〇二四年",
    ]


# Programs


def edits(path: Path) -> list[dict[str, Any]]:
    problems = json.loads(run(path, "--json").stdout)["problems"]
    found = [each["fix"] for each in problems if each.get("fix", {}).get("sure")]
    return sorted(found, key=lambda each: (each["file"], each["line"], each["column"]))


def test_the_edits_of_json_are_those_that_are_made(tmp_path: Path) -> None:
    deck = slide('"稳中有进,好｛output｝"', "抓好５Ｇ 建设", "企业1.3万家")
    path = project(tmp_path, OUTLINE + "deck:\n" + deck)
    while told := edits(path):
        for each in reversed(told):
            lines = path.read_text("utf-8").split("\n")
            row = lines[each["line"] - 1]
            lines[each["line"] - 1] = (
                row[: each["column"] - 1] + each["text"] + row[each["end_column"] - 1 :]
            )
            path.write_text("\n".join(lines), "utf-8")
    by_hand = path.read_text("utf-8")
    path.write_text(OUTLINE + "deck:\n" + deck, "utf-8")
    done = json.loads(run(path, "--fix", "--json").stdout)
    assert path.read_text("utf-8") == by_hand
    assert by_hand.endswith(slide('"稳中有进，好{output}"', "抓好5G 建设", '"企业{firms}"'))
    assert [each["text"] for each in done["fixed"]] == ["{output}", "，", "5G", '"企业{firms}"']
    assert done["withdrawn"] == []
    assert {"fix-withdrawn"} & {each["code"] for each in done["problems"]} == set()


@pytest.mark.parametrize("other", [("--watch",), ("--format", "github")])
def test_fix_goes_with_text_and_json_alone(tmp_path: Path, other: tuple[str, ...]) -> None:
    path = project(tmp_path, OUTLINE + "deck:\n" + slide("扎实 推进"))
    assert run(path, "--fix", *other).exit_code == 2
    assert "扎实 推进" in path.read_text("utf-8")


@pytest.mark.parametrize("code", TIDY)
def test_each_example_is_told_and_mended(tmp_path: Path, code: str) -> None:
    message = catalogue()[code]
    path = project(tmp_path, OUTLINE + message.wrong)
    assert f"[{code}]" in run(path).stderr
    run(path, "--fix")
    assert path.read_text("utf-8") == OUTLINE + message.right


# Properties

PIECES = st.sampled_from(
    [
        *"甲乙丙年月零○〇一二三四",
        *",;:?!()，；：？！（）０１９ＡＺａｚ",
        *" 　AZaz09－｛｝【】{}",
        *("{output}", "｛output｝", "1.3万家", "企业", "产值超3200亿元", "二零二四年"),
        *("`a,b`", "\\n", "'", '"'),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_is_mended_of_a_text_is_mended(raw: str) -> None:
    for _ in range(9):
        found = list(untidy(raw))
        if not found:
            break
        for each in sorted(found, key=lambda one: -one.start)[:1]:
            assert raw[each.start : each.start + len(each.written)] == each.written
            raw = raw[: each.start] + each.meant + raw[each.start + len(each.written) :]
    else:
        assert len(raw) > 9


def quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


SPACE = re.compile("(?<=[一-鿿〇]) +(?=[一-鿿〇])")


def same(one: str) -> str:
    """A text without what the named characters tell apart."""
    for half, full in zip(",;:?!()｛｝", "，；：？！（）{}", strict=True):
        one = one.replace(half, full)
    one = one.translate({0xFF00 + n: n + 0x20 for n in range(1, 95) if chr(n + 0x20).isalnum()})
    one = one.replace("零", "〇").replace("○", "〇").replace("{output}", "超3200亿元")
    return SPACE.sub("", one.replace("产值超产值超", "产值超"))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=10).map("".join), min_size=1, max_size=4))
def test_nothing_else_is_said_and_a_second_run_changes_nothing(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        deck = slide("题", *(quoted("甲" + each) for each in words))
        path = project(Path(folder), OUTLINE + "deck:\n" + deck)
        request = Request(path, ("base",))
        before = load(request).briefs.get("base")
        done = mend(request)
        made = path.read_bytes()
        after = load(request).briefs.get("base")
        assert (before is None) or (after is not None)
        if before and after:
            pairs = zip(texts(before), texts(after), strict=True)
            for old, new in pairs:
                assert same(old.shown) == same(new.shown)
        known = {(each.fix.file, each.fix.line, each.before) for each in done.withdrawn}
        left = changes(tidied(load(request)))
        assert {(each.fix.file, each.fix.line, each.before) for each in left} <= known
        assert mend(request).done == ()
        assert path.read_bytes() == made


LINES = OUTLINE + "deck:\n" + slide("产值{output}", "扎实推进", "{text: 很好}")


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_an_outline_with_wide_signs_anywhere_is_mended_for_good(
    data: st.DataObject,
) -> None:
    made = list(LINES)
    swaps = {":": "：", "-": "－", "{": "｛", "}": "｝", "[": "【", "]": "】", ",": "，", " ": "　"}
    places = [at for at, char in enumerate(made) if char in swaps]
    for at in data.draw(st.lists(st.sampled_from(places), max_size=4, unique=True)):
        made[at] = swaps[made[at]]
    with tempfile.TemporaryDirectory() as folder:
        path = project(Path(folder))
        path.write_text("".join(made), "utf-8")
        request = Request(path)
        readable = bool(load(request).briefs)
        mend(request)
        once = path.read_bytes()
        assert not readable or load(request).briefs
        assert mend(request).done == ()
        assert path.read_bytes() == once
