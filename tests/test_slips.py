"""What somebody meant otherwise than YAML reads it is told at its place, or taken as meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from outlines import OUTLINE, found_in, project

from briefgen.build import BASE, Request, check, load
from briefgen.cli import CONTENT, DONE, USAGE, briefgen
from briefgen.pages.bare import from_deck
from briefgen.problems import Problem, Problems

_HEAD = "brief: {slug: bay, title: 港湾}\n"
_COVER = "deck:\n  - {id: c, kind: cover}\n"


def found(folder: Path, outline: str) -> list[Problem]:
    return list(check(Request(project(folder, outline), (BASE,), ("deck",))))


def only(folder: Path, outline: str) -> Problem:
    (problem,) = [each for each in found(folder, outline) if each.severity != "note"]
    return problem


# ── Lines ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("    points:\n      - 深水\n      -不冻\n", "yaml-item-space", 8),
        ("    points:\n      -深水\n      -不冻\n", "yaml-item-space", 7),
        ("    points:\n      -深水\n", "yaml-item-space", 7),
        ("    points:\n      - text: 深水\n      -text: 不冻\n", "yaml-item-space", 8),
        ("    points:\n      － 深水\n      － 不冻\n", "yaml-wide-dash", 7),
        ("    points:\n      - 深水\n      — 不冻\n", "yaml-wide-dash", 8),
        ("    points: [深水, 不冻]\n　　lead: 良港\n", "yaml-wide-space", 7),
        ("    points: [深水, 不冻]\n  　lead: 良港\n", "yaml-wide-space", 7),
        ('    lead: "良港\n    points: [深水, 不冻]\n    note: "甲"\n', "yaml-open-quote", 6),
        ("    lead: '良港\n    points: ['深水', 不冻]\n", "yaml-open-quote", 6),
    ],
)
def test_a_slip_is_the_only_thing_told(tmp_path: Path, lines: str, code: str, line: int) -> None:
    problem = only(tmp_path, _HEAD + _COVER + "  - id: a\n    kind: bullets\n" + lines)
    assert (problem.code, problem.mark.line, problem.severity) == (code, line, "error")


@pytest.mark.parametrize("value", ["-12.5%", "- ", "—", "“-甲”", "A-甲"])
def test_dashes_that_begin_no_item_are_left_alone(tmp_path: Path, value: str) -> None:
    outline = _HEAD + _COVER + f"  - {{id: a, kind: section, title: '港', lead: '{value}'}}\n"
    assert "yaml" not in "".join(each.code for each in found(tmp_path, outline))


@pytest.mark.parametrize(
    ("written", "lost"), [("治理 #蓝色 海湾", "#蓝色 海湾"), ("治理 #一号工程", "#一号工程")]
)
def test_a_text_that_a_sharp_cuts_is_told(tmp_path: Path, written: str, lost: str) -> None:
    problem = only(
        tmp_path, _HEAD + _COVER + f"  - id: a\n    kind: section\n    title: {written}\n"
    )
    assert (problem.code, problem.severity, problem.mark.line) == ("text-cut", "warning", 6)
    assert f"“{lost}” behind “治理”" in problem.message


@pytest.mark.parametrize("written", ["治理 # 说明", "'治理 #蓝色'", "治理#蓝色", "治理 #FF8800"])
def test_a_comment_is_none(tmp_path: Path, written: str) -> None:
    told = found(tmp_path, _HEAD + _COVER + f"  - id: a\n    kind: section\n    title: {written}\n")
    assert [each.code for each in told if each.code == "text-cut"] == []


# ── Lists ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ids", ["[output，firms]", "【output，firms】", "[output、 firms]"])
def test_ids_with_full_width_signs_are_a_list(tmp_path: Path, ids: str) -> None:
    outline = OUTLINE + f"deck:\n  - kind: kpi\n    title: 两项\n    figures: {ids}\n"
    assert [each.code for each in found(tmp_path, outline)] == []


def test_words_in_full_width_brackets_are_told(tmp_path: Path) -> None:
    deck = _COVER + "  - id: a\n    kind: bullets\n    title: 港\n    points: "
    assert only(tmp_path / "a", _HEAD + deck + "【深水，不冻】\n").code == "wide-brackets"
    assert only(tmp_path / "b", _HEAD + deck + "[深水，不冻]\n").code == "wide-commas"
    assert found(tmp_path / "c", _HEAD + deck + '["深水，不冻"]\n') == []
    assert found(tmp_path / "d", _HEAD + deck + "[港深水阔，终年不冻。]\n") == []


# ── Names ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("封底", "closing"), ("章节", "section"), ("散点图", "scatter"), ("流程图", "process"),
        ("一览表", "table"), ("组织架构", "org"), ("orgchart", "org"), ("flowchart", "process"),
        ("Line-Chart", "trend"), ("photo", "image"), ("toc", "agenda"), ("timelin", "timeline"),
    ],
)  # fmt: skip
def test_what_people_call_a_kind_is_told_with_its_name(
    tmp_path: Path, kind: str, meant: str
) -> None:
    problem = only(tmp_path, _HEAD + _COVER + f"  - {{id: a, kind: {kind}, title: 港}}\n")
    assert problem.code == "unknown-kind"
    assert problem.hint == f"did you mean “{meant}”?"


def test_all_kinds_are_listed_where_none_is_like_it(tmp_path: Path) -> None:
    problem = only(tmp_path, _HEAD + _COVER + "  - {id: a, kind: xyzzy, title: 港}\n")
    assert "waterfall" in problem.hint
    assert "actions" in problem.hint


def test_keys_in_chinese_bring_no_other_errors_along(tmp_path: Path) -> None:
    deck = _COVER + "  - {id: a, kind: bullets, 标题: 港, 条目: [深水, 不冻]}\n"
    told = found(tmp_path, _HEAD + deck)
    assert {each.code for each in told} == {"unknown-key"}
    assert sorted(each.hint for each in told) == ["did you mean “points”?", "did you mean “title”?"]


def test_a_slide_without_a_kind_is_told_once(tmp_path: Path) -> None:
    told = found(tmp_path, _HEAD + _COVER + "  - {id: a, title: 港, points: [深水], lead: 良}\n")
    assert [each.code for each in told] == ["missing"]


def test_a_part_that_is_misspelt_is_the_only_error(tmp_path: Path) -> None:
    path = project(tmp_path, _HEAD + _COVER.replace("deck:", "dekc:"), own="name: 甲\n")
    told = load(Request(path)).problems
    assert [(each.code, each.hint) for each in told] == [("unknown-part", "did you mean “deck”?")]


@pytest.mark.parametrize(
    ("kind", "known"),
    [("目标值", "target"), ("规划", "plan"), ("累计", "stock"), ("完成", "actual")],
)
def test_kinds_of_figures_may_be_said_in_chinese(tmp_path: Path, kind: str, known: str) -> None:
    outline = OUTLINE.replace("kind: actual", f"kind: {kind}") + _COVER
    (version,) = load(Request(project(tmp_path, outline), (BASE,))).versions.values()
    assert version.brief
    assert version.brief.figures["output"].kind == known


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2031年4月9日", "2031年4月9日"), ("2031/4/9", "2031年4月9日"), ("2031.04", "2031年4月"),
        ("2031-4-9", "2031年4月9日"), ("9 April 2031", "2031年4月9日"), ("2031年", "2031年"),
    ],
)  # fmt: skip
def test_dates_are_taken_as_people_write_them(tmp_path: Path, written: str, shown: str) -> None:
    outline = f"brief: {{slug: bay, title: 港湾, date: {written}}}\n" + _COVER
    (version,) = load(Request(project(tmp_path, outline), (BASE,))).versions.values()
    assert version.brief
    assert str(version.brief.date_text) == shown


def test_a_day_that_is_not_in_the_calendar_is_told(tmp_path: Path) -> None:
    outline = "brief: {slug: bay, title: 港湾, date: 2031年2月30日}\n" + _COVER
    assert only(tmp_path, outline).code == "bad-date"


@pytest.mark.parametrize(
    ("written", "known"),
    [("zh_CN", "zh-Hans"), ("zh-HK", "zh-Hant"), ("en-GB", "en"), ("繁體", "zh-Hant"),
     ("Chinese", "zh-Hans"), ("英文", "en")],
)  # fmt: skip
def test_languages_are_taken_as_people_name_them(tmp_path: Path, written: str, known: str) -> None:
    outline = f"brief: {{slug: bay, title: Bay, language: {written}}}\n" + _COVER
    (version,) = load(Request(project(tmp_path, outline), (BASE,))).versions.values()
    assert version.brief
    assert version.brief.language == known


# ── Sources and quotes ───────────────────────────────────────────────────────


@pytest.mark.parametrize("codec", ["gb18030", "gbk", "utf-16", "utf-8-sig"])
def test_a_source_is_read_in_what_chinese_windows_writes(tmp_path: Path, codec: str) -> None:
    path = project(tmp_path, OUTLINE + _COVER)
    text = "去年全市产值超3200亿元，拥有1.3万家企业。\r\n首期投入2亿元，总规模10亿元。\r\n"
    (tmp_path / "seeds/article.txt").write_bytes(text.encode(codec))
    assert list(load(Request(path, (BASE,))).problems) == []


@pytest.mark.parametrize("quote", ["“拥有1.3万家企业”", "「拥有1.3万家企业」"])
def test_a_quote_may_stand_in_quotation_marks(tmp_path: Path, quote: str) -> None:
    outline = OUTLINE.replace("quote: 拥有1.3万家企业", f"quote: {quote}") + _COVER
    assert found_in(tmp_path, outline) == []


# ── Projects and audiences ───────────────────────────────────────────────────


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(briefgen, [*map(str, arguments), "--lang", "en"])
    return done.exit_code, done.stdout + done.stderr


def test_files_and_audiences_may_be_called_in_chinese(tmp_path: Path) -> None:
    path = project(tmp_path, _HEAD.replace("bay", "港湾-汇报") + _COVER, 各位代表="name: 代表\n")
    code, said = run("build", path, "-f", "deck", "-o", tmp_path / "made")
    assert code == DONE, said
    assert {each.name for each in (tmp_path / "made").glob("*.pptx")} == {
        "港湾-汇报.pptx", "港湾-汇报-各位代表.pptx",
    }  # fmt: skip
    assert run("check", path, "-a", "各位代表")[0] == DONE


def test_an_audiences_file_may_end_in_yml(tmp_path: Path) -> None:
    path = project(tmp_path, _HEAD + _COVER)
    (path.parent / "audiences/board.yml").write_text("name: 董事会\n", "utf-8")
    assert run("check", path, "-a", "board")[0] == DONE


def test_files_are_called_as_the_project_where_nothing_else_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "Work Report 港"
    path = project(folder, "brief: {title: 港湾}\n" + _COVER)
    assert run("build", path, "-f", "deck", "-o", tmp_path / "made")[0] == DONE
    assert (tmp_path / "made/work-report-港.pptx").exists()


@pytest.mark.parametrize("inside", [".", "content", "content/audiences", "seeds"])
def test_a_project_is_found_from_within(
    tmp_path: Path, inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, _HEAD + _COVER)
    monkeypatch.chdir(tmp_path / inside)
    assert run("check")[0] == DONE


def test_a_folder_of_content_is_an_outline_too(tmp_path: Path) -> None:
    path = project(tmp_path, _HEAD + _COVER)
    assert run("check", path.parent)[0] == DONE
    assert run("check", tmp_path / "seeds")[0] == USAGE


def test_places_can_be_opened_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path / "harbour", _HEAD + _COVER.replace("cover", "covver"))
    monkeypatch.chdir(tmp_path)
    code, said = run("check", "harbour")
    assert code == CONTENT
    assert said.startswith("harbour/content/outline.yaml:3:")


@pytest.mark.slow
def test_an_option_is_told_as_such(tmp_path: Path) -> None:
    path = project(tmp_path, _HEAD + _COVER)
    assert run("build", path, "--theme", "azure")[1].startswith("--theme: error: there is no theme")
    assert run("build", path, "-f", "brief", "--paper", "A3", "-o", tmp_path / "made")[0] == DONE


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "docx"])
def test_a_trace_is_no_file_of_another_kind(tmp_path: Path, ending: str) -> None:
    path = project(tmp_path, OUTLINE + _COVER)
    code, said = run("trace", path, "-o", tmp_path / f"trace.{ending}")
    assert code == USAGE
    assert "csv" in said
    assert not (tmp_path / f"trace.{ending}").exists()


# ── What is left out ─────────────────────────────────────────────────────────

_DECK = """\
deck:
  - {id: c, kind: cover}
  - {id: one, kind: bullets, title: 深水, points: [航道, 泊位]}
  - {id: two, kind: bullets, title: 不冻, points: [水温, 洋流]}
  - {id: end, kind: closing, title: 谢谢}
  - {id: more, kind: text, title: 备用, text: 附表}
"""


def ordered(folder: Path, order: str) -> tuple[str, list[str]]:
    path = project(folder, _HEAD + _DECK, own=f"name: 甲\ndeck: {{order: [{order}]}}\n")
    loaded = load(Request(path, ("own",)))
    brief = loaded.briefs["own"]
    return " ".join(slide.id for slide in brief.deck), [each.code for each in loaded.problems]


def test_what_an_order_does_not_name_keeps_the_end_at_the_end(tmp_path: Path) -> None:
    assert ordered(tmp_path / "a", "two, one") == ("c two one end more", [])
    assert ordered(tmp_path / "b", "c, two, one") == ("c two one end more", [])
    assert ordered(tmp_path / "c", "two, one, end") == ("c two one end more", [])


def test_an_order_that_ends_in_the_middle_is_told(tmp_path: Path) -> None:
    shown, told = ordered(tmp_path / "a", "end, one")
    assert (shown, told) == ("c end more one two", ["closing-not-last"])
    assert "cover-not-first" in ordered(tmp_path / "b", "one, c")[1]


def test_a_page_without_content_shows_the_decks(tmp_path: Path) -> None:
    path = project(tmp_path, _HEAD + _DECK)
    code, said = run("build", path, "-o", tmp_path / "made")
    assert code == DONE
    assert "page-from-deck" in said
    from pypdfium2 import PdfDocument

    words = PdfDocument(str(tmp_path / "made/bay.pdf"))[0].get_textpage().get_text_range()
    assert "深水" in words
    assert "不冻" in words


_SAID = """  - kind: summary
    title: 一年三件事
    points:
      - {head: 深水, text: 泊位加深，大船全年进港}
      - {head: 不冻, text: 冬天不停航}
      - {head: 直达, text: 铁路进了港区}
  - {kind: bullets, title: 别的, points: [甲乙, 丙丁]}
"""
_PAGE = "page: {lead: 大船全年进港。}\n"


def printed_words(path: Path, out: Path) -> tuple[str, str]:
    """What a page says, without its line breaks; and what was told."""
    from pypdfium2 import PdfDocument

    code, said = run("build", path, "-f", "brief", "-o", out)
    assert code == DONE
    text = PdfDocument(str(out / "bay.pdf"))[0].get_textpage().get_text_range()
    return "".join(text.split()), said


def test_a_page_without_topics_shows_what_sums_up_the_deck(tmp_path: Path) -> None:
    words, said = printed_words(project(tmp_path, _HEAD + _COVER + _SAID), tmp_path / "made")
    assert "page-from-deck" in said
    for text in ("深水", "泊位加深，大船全年进港", "铁路进了港区"):
        assert text in words
    assert "甲乙" not in words


def test_sentences_of_a_slide_stay_sentences_on_the_page(tmp_path: Path) -> None:
    slides = """  - {kind: text, title: 港口怎么走, text: [先挖深航道。, 再修铁路。]}
  - {kind: bullets, title: 眼下三件, points: [挖泥, 铺轨, 招人]}
"""
    words, _ = printed_words(project(tmp_path, _HEAD + _COVER + slides), tmp_path / "made")
    assert "先挖深航道。再修铁路。" in words


def test_a_topic_has_some_words_and_what_it_leaves_out_is_told(tmp_path: Path) -> None:
    """Points of a list, the first of which is longer than a topic's text: X do not fit are told."""
    works = [f"第{number}标段沿江大堤加固并新建排涝泵站" for number in range(1, 6)]
    heads = ("今年完工", "明年开工", "后年筹备")
    points = [{"text": head, "points": works} for head in heads]
    lines = [
        f"港区第{number}条航道疏浚以后，大船全年都能进港，不再候潮。" for number in range(1, 9)
    ]
    slides = f"  - {{kind: bullets, title: 堤防, points: {json.dumps(points)}}}\n"
    slides += f"  - {{kind: bullets, title: 航道, points: {json.dumps(lines)}}}\n"
    (tmp_path / "a").mkdir()
    loaded = load(Request(project(tmp_path / "a", _HEAD + _COVER + slides), (BASE,)))
    problems = Problems()
    listed, told = from_deck(loaded.briefs[BASE], problems).topics
    assert str(listed.summary) == "今年完工……"
    assert [str(each.head) for each in listed.measures] == list(heads)
    assert str(told.summary).endswith("不再候潮。")
    (left,) = [each.message for each in problems if each.code == "copyfit"]
    assert "航道" in left
    assert lines[-1] in left
    assert lines[0] not in left
    words, _ = printed_words(project(tmp_path / "b", _HEAD + _COVER + slides), tmp_path / "made")
    for said in (*heads, works[-1]):
        assert said in words


@pytest.mark.slow
def test_lists_too_long_for_a_page_lose_their_last_points_and_it_is_told(tmp_path: Path) -> None:
    """The longest list is cut first, and no topic is without a point."""
    work = "沿江大堤加固并新建排涝泵站，疏浚航道，修复码头，更换吊机" * 5
    slides = ""
    for name, count in (("堤防", 7), ("航道", 3)):
        points = [{"text": f"{name}{n}号", "points": [work, work]} for n in range(1, count + 1)]
        slides += f"  - {{kind: bullets, title: {name}, points: {json.dumps(points)}}}\n"
    path = project(tmp_path, _HEAD + _COVER + slides)
    words, _ = printed_words(path, tmp_path / "made")
    assert "堤防1号：" in words
    assert "航道1号：" in words
    assert "航道2号：" in words
    assert "堤防7号" not in words
    assert "堤防7号" in run("check", path)[1]


def test_english_sentences_are_no_clauses(tmp_path: Path) -> None:
    head = "brief: {slug: bay, title: Bay, language: en}\n" + _COVER
    slides = """  - kind: bullets
    title: A busy port
    points:
      - {text: Ships, points: [More of them call, Pilots are trained]}
      - {text: Trains, points: [more tracks, longer trains]}
"""
    loaded = load(Request(project(tmp_path, head + slides), (BASE,)))
    (topic,) = from_deck(loaded.briefs[BASE], Problems()).topics
    texts = [str(each.text) for each in topic.measures]
    assert texts == ["More of them call · Pilots are trained", "more tracks · longer trains"]


def test_points_are_called_by_what_stands_before_their_colon_and_are_all_there(
    tmp_path: Path,
) -> None:
    points = [f"{number}号泊位：{place}至外港，水深二十米" for number, place in
              enumerate(("东堤", "西堤", "内河口", "老码头", "渔港"), 1)]  # fmt: skip
    slides = f"  - {{kind: bullets, title: 五个泊位, points: {json.dumps(points)}}}\n"
    slides += """  - kind: layers
    title: 港口由下而上
    layers: [{head: 调度, parts: [排船, 排车]}, {head: 堆场, parts: [吊机]}]
"""
    words, _ = printed_words(project(tmp_path, _HEAD + _COVER + slides), tmp_path / "made")
    for said in (*points, "排船；排车", "吊机"):
        assert said in words


def test_a_page_of_a_lead_alone_goes_on_with_the_deck(tmp_path: Path) -> None:
    """What it says itself stays; slides that say something in words follow, each by its title."""
    slides = """  - kind: bullets
    title: 港口更忙了
    points: [{text: 船多了, points: [大船, 小船]}, 车多了]
  - {kind: column, title: 一季度最多, unit: 艘, header: [季度, 船], rows: [[一, 4], [二, 3]]}
  - {kind: table, title: 谁来管, header: [事, 人], rows: [[船, 王], [车, 李]]}
"""
    path = project(tmp_path, _HEAD + _COVER + slides + _PAGE)
    words, said = printed_words(path, tmp_path / "made")
    assert "page-from-deck" not in said
    for text in ("大船全年进港。", "港口更忙了", "船多了", "大船；小船"):
        assert text in words
    # A chart is not on the page, and what its title says stands for nothing.
    assert "一季度最多" not in words


def test_a_page_without_sources_says_at_its_foot_what_slides_do(tmp_path: Path) -> None:
    head = _HEAD.replace("港湾", "港湾, footer: 根据港务局年报整理")
    for style in ("picture", "article"):
        page = f"page: {{style: {style}}}\n"
        path = project(tmp_path, head + _COVER + _SAID + page)
        assert "根据港务局年报整理" in printed_words(path, tmp_path / style)[0]


def test_a_page_that_would_be_blank_is_not_made(tmp_path: Path) -> None:
    path = project(tmp_path, _HEAD + _COVER)
    code, said = run("build", path, "-o", tmp_path / "made")
    assert code == DONE
    assert "page-empty" in said
    assert {each.name for each in (tmp_path / "made").glob("bay*")} == {"bay.pptx"}


@pytest.mark.slow
def test_pictures_of_slides_that_are_gone_are_told(tmp_path: Path) -> None:
    more = "  - {id: second, kind: statement, title: 再说一句}\n"
    path = project(tmp_path, _HEAD + _COVER + more)
    made = ("build", path, "-f", "png", "-o", tmp_path / "made")
    assert "stale-files" not in run(*made)[1]
    project(tmp_path, _HEAD + _COVER)
    said = run(*made)[1]
    (left,) = [name.name for name in (tmp_path / "made").glob("*2.png")]
    assert left in said
    (tmp_path / "made" / left).unlink()
    assert "stale-files" not in run(*made)[1]


@pytest.mark.slow
def test_files_of_an_audience_that_is_gone_are_told(tmp_path: Path) -> None:
    path = project(tmp_path, _HEAD + _COVER, 代表="name: 代表\n", 代表团="name: 代表团\n")
    made = ("build", path, "-f", "deck", "-o", tmp_path / "made")
    assert "stale-files" not in run(*made)[1]
    (path.parent / "audiences/代表.yaml").unlink()
    said = run(*made)[1]
    assert "bay-代表.pptx" in said
    assert "bay-代表团.pptx" not in said.split("stale-files")[0].split("note")[1]
    (tmp_path / "made/bay-代表.pptx").unlink()
    assert "stale-files" not in run(*made)[1]


# ── Kinds ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["bullets", "trend", "org", "closing", "sources"])
def test_a_kind_is_shown_with_lines_to_copy(kind: str) -> None:
    code, said = run("kinds", kind)
    assert code == DONE
    assert said.startswith(kind)
    lines = said.split("\n\n")[2]
    assert lines.startswith("  - ")
    assert f"kind: {kind}\n" in f"{lines}\n"
    assert lines.count("kind:") == 1


def test_a_kind_that_is_called_otherwise_is_told() -> None:
    code, said = run("kinds", "甘特图")
    assert code == USAGE
    assert "did you mean “gantt”?" in said
