"""No number without its sentence: typed ones are told, and none reaches a page unexplained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from composing import composed
from outlines import ARTICLE, DECK, OUTLINE, TOPICS, project

from briefgen.answers.numbers import figures
from briefgen.brief.dates import spoken_date
from briefgen.brief.model import Brief
from briefgen.build import BASE, Loaded, Request, load
from briefgen.checks.stated import equal
from briefgen.cli import CONTENT, DONE, USAGE, briefgen
from briefgen.facts.authored import numbers
from briefgen.facts.quantity import display, read
from briefgen.facts.scale import common_scale
from briefgen.problems import Problem
from briefgen.scene.items import Chart, Item, Table, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk
from briefgen.typography.text import Paragraph

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"


def told(folder: Path, outline: str, code: str = "untraced-number") -> list[Problem]:
    loaded = load(Request(project(folder, outline), (BASE,)))
    return [problem for problem in loaded.problems if problem.code == code]


def titled(title: str) -> str:
    """An outline whose first number slide has this title, in its 35th line."""
    made = OUTLINE + TOPICS + DECK.replace("'产值{output}'", title)
    assert title in made
    return made


def place(outline: str, words: str, skip: int = 0) -> tuple[int, int]:
    """Line and column of the words in the outline, from 1; `skip` passes over some of them."""
    at = -1
    for _ in range(skip + 1):
        at = outline.index(words, at + 1)
    return outline.count("\n", 0, at) + 1, at - outline.rfind("\n", 0, at)


# ── Numbers typed by hand ────────────────────────────────────────────────────


def test_a_typed_number_is_told_with_the_figure_to_write(tmp_path: Path) -> None:
    outline = titled("全市产值超3200亿元")
    (problem,) = told(tmp_path, outline)
    assert problem.severity == "warning"
    # The figure brings its qualifier along: who replaces what is told writes it once.
    assert (problem.mark.line, problem.mark.column) == place(outline, "超3200亿元", 1)
    assert problem.mark.file == "content/outline.yaml"
    assert "“超3200亿元”" in problem.message
    assert "{output} for 超3200亿元" in problem.hint


def test_a_number_that_the_source_states_is_told_with_its_line(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, titled("总规模10亿元"))
    assert "seeds/article.txt:2" in problem.hint
    assert "briefgen figures --missing --yaml" in problem.hint


def test_a_number_from_nowhere_is_told_how_to_add_it(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, titled("增长7%"))
    assert "figures" in problem.hint
    assert "names" in problem.hint
    assert "{output}" not in problem.hint


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("'产值{output}，企业1.3万家'", "1.3万家"),
        ('"产值{output}，增长7%"', "7%"),
        ("'{output}产值，又到{firms}，再到2035年'", "2035年"),
        ("{text: 产值与企业, short: 占比70%}", "70%"),
        ("{zh: 新增三千家企业, en: New}", "三千家"),
        ("{text: {zh: 新建８６个项目}}", "８６个"),
    ],
)
def test_the_place_is_that_of_the_number(tmp_path: Path, title: str, number: str) -> None:
    outline = titled(title)
    (problem,) = told(tmp_path, outline)
    skip = outline[: outline.index(title)].count(number)
    assert (problem.mark.line, problem.mark.column) == place(outline, number, skip)


def test_places_in_texts_of_several_lines(tmp_path: Path) -> None:
    notes = "    notes: |-\n      先说12个项目，{output}。\n      再说12个，又说13个。\n"
    outline = OUTLINE + TOPICS.replace("  - id: second", notes + "  - id: second")
    found = told(tmp_path, outline)
    assert [(p.mark.line, p.mark.column) for p in found] == [
        place(outline, "12个", 0), place(outline, "12个", 1), place(outline, "13个"),
    ]  # fmt: skip


def test_the_id_of_a_figure_is_not_the_place_of_a_number(tmp_path: Path) -> None:
    outline = titled("'{q-2030}与2030'")
    for words in ("  {}:\n", "{{{}}}", "[{}]", "output, {}"):
        outline = outline.replace(words.format("firms"), words.format("q-2030"))
    (problem,) = told(tmp_path, outline)
    assert (problem.mark.line, problem.mark.column) == place(outline, "2030'")


@pytest.mark.parametrize(
    "text",
    [
        "第一个园区，第十五届大会，第二十三次会议，第3页",
        "一个缩影，一批企业，统一部署，一体推进，十分重要，五花八门",
        "一季度开工，第二季度投产",
        "讲三件事，说四句话，记住这三个数，这是两笔账",
        "5G与3D打印，EH216-S首飞",
        "百年大计，千家万户",
        "发布于2024年2月",
        "单位：亿元",
        "产值（万元）",
        "十五运会，三轴三核",
    ],
)
def test_what_is_no_figure(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, titled(text)) == []


@pytest.mark.parametrize(
    "text",
    ["二〇三五年", "2月21日", "三分之一", "2024.2.21", "百个", "30MW", "翻一番", "两成", "1+N",
     "４年零８个月", "6.0版", "个百分点5", "三萬億"],
)  # fmt: skip
def test_what_is_a_figure_in_any_form(tmp_path: Path, text: str) -> None:
    (problem,) = told(tmp_path, titled(f"到{text}为止"))
    assert problem.mark.column > 1


def test_digits_that_are_no_quantity_are_told_behind_each_too(tmp_path: Path) -> None:
    assert len(told(tmp_path, titled("到 per 7th，every 3rd 为止"))) == 2


def test_names_are_the_authors_to_give(tmp_path: Path) -> None:
    text = "六个新广州与六个新项目"
    assert len(told(tmp_path / "a", titled(text))) == 2
    (left,) = told(tmp_path / "b", titled(text) + "names: [六个新广州]\n")
    assert left.mark.column == place(titled(text), "六个新项目")[1]


def test_numbers_in_english_words_and_dates(tmp_path: Path) -> None:
    # Of how many each it is is no figure: per 100 students, per ten thousand people.
    title = (
        "{zh: 产值, en: 'Twelve years and {output}, from 21 February 2024 by 2035, "
        "per 100 students and per ten thousand people'}"
    )
    english = OUTLINE + DECK.replace("'产值{output}'", title)
    for topic in ("one", "two"):
        english = english.replace(f"- {{id: {topic}", "# {")
    english = english.replace("第一部分", "{zh: 部分, en: Part}")
    english = english.replace("谢谢", "{zh: 谢谢, en: Thanks}")
    english = english.replace("title: 报道", "title: {zh: 报道, en: Report}")
    path = project(tmp_path, english, guest="language: en\n")
    loaded = load(Request(path, ("guest",)))
    found = [p for p in loaded.problems if p.code == "untraced-number"]
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    said = [re.findall("“(.*?)”", problem.message)[0] for problem in found]
    assert said == ["Twelve years", "21 February 2024", "2035"]


def test_the_ledgers_own_words_may_only_name_its_numbers(tmp_path: Path) -> None:
    figure = "    quote: 去年全市产值超3200亿元\n"
    outline = (OUTLINE + TOPICS).replace(figure, "    scope: 12万家企业\n" + figure)
    (problem,) = told(tmp_path / "a", outline)
    assert "12万家" in problem.message
    assert problem.mark.line == place(outline, "output:")[0]
    for scope in ("scope: 1.3万家企业", "period: 2023年"):
        assert told(tmp_path / "b", outline.replace("scope: 12万家企业", scope)) == []


# ── Quotations ───────────────────────────────────────────────────────────────

QUOTE = "  - {id: said, kind: quote, text: TEXT, source: article}\n"


def quoting(text: str) -> str:
    return OUTLINE + TOPICS + DECK + QUOTE.replace("TEXT", text)


@pytest.mark.parametrize(
    "text", ["首期投入2亿元，总规模10亿元", "“拥有1.3万家企业。”", "去年全市产值……1.3万家企业"]
)
def test_words_of_the_source_bring_their_numbers_along(tmp_path: Path, text: str) -> None:
    loaded = load(Request(project(tmp_path, quoting(text)), (BASE,)))
    assert [str(problem) for problem in loaded.problems] == []


def test_words_that_the_source_does_not_say(tmp_path: Path) -> None:
    outline = quoting("首期投入2亿元，总规模20亿元")
    (problem,) = told(tmp_path, outline, "words-not-in-source")
    assert problem.severity == "error"
    assert (problem.mark.line, problem.mark.column) == place(outline, "首期投入")
    assert "10亿元" in problem.hint


def test_other_words_of_the_main_language_are_no_translation(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, quoting("Output rose again"), "words-not-in-source")
    assert problem.severity == "error"


def test_words_of_an_unknown_source(tmp_path: Path) -> None:
    outline = quoting("首期投入2亿元").replace("source: article}\n", "source: artcle}\n")
    path = project(tmp_path, outline)
    (problem,) = [p for p in load(Request(path, (BASE,))).problems if p.severity == "error"]
    assert problem.code == "unknown-source"
    assert "article" in problem.hint


# ── The commands ─────────────────────────────────────────────────────────────


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(briefgen, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_a_digit_typed_into_a_title_fails_a_strict_check(tmp_path: Path) -> None:
    outline = titled("产值3200亿元")
    path = str(project(tmp_path, outline))
    line, column = place(outline, "产值3200亿元")
    code, _, said = run("check", path, "--strict")
    assert code == CONTENT
    assert f"content/outline.yaml:{line}:{column + 2}: warning: “3200亿元”" in said
    assert run("check", path)[0] == DONE


def test_the_numbers_of_a_source_and_their_figures(tmp_path: Path) -> None:
    path = str(project(tmp_path, OUTLINE))
    code, out, said = run("figures", path, "--json")
    rows = json.loads(out)
    assert code == DONE
    assert [(row["number"], row["figures"]) for row in rows] == [
        ("3200亿元", ["output"]), ("1.3万家", ["firms"]), ("2亿元", []), ("10亿元", []),
    ]  # fmt: skip
    assert rows[2]["line"] == 2
    assert rows[2]["sentence"] == ARTICLE.splitlines()[1]
    assert rows[0] | {"value": "320000000000", "unit": "元", "qualifier": "超"} == rows[0]
    code, out, said = run("figures", path, "--missing", "--source", "article")
    assert code == DONE
    assert "10亿元" in out
    assert "1.3万家" not in out
    assert "4 numbers, 2 not in the ledger, 2 worth an entry" in said
    assert run("figures", path, "--source", "other")[0] == USAGE


def test_what_is_worth_an_entry_is_counted_apart_from_dates(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE)
    longer = ARTICLE + "2020年全省图书馆接待读者65万人次。\n"
    (tmp_path / "seeds/article.txt").write_text(longer, encoding="utf-8")
    _, _, said = run("figures", str(path), "--missing")
    assert "6 numbers, 4 not in the ledger, 3 worth an entry" in said


def test_missing_numbers_can_be_pasted_into_the_ledger(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE)
    code, entries, _ = run("figures", str(path), "--yaml")
    assert code == DONE
    assert entries.startswith("figures:\n  ")
    pasted = OUTLINE + entries.removeprefix("figures:\n") + TOPICS
    path.write_text(pasted, encoding="utf-8")
    assert run("figures", str(path), "--yaml")[1] == ""
    code, _, said = run("check", str(path))
    assert code == DONE, said


def test_two_equal_numbers_in_one_quote_need_two_figures(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE)
    (tmp_path / "seeds/article.txt").write_text(
        "去年全市产值超3200亿元，拥有1.3万家企业和1.3万家商户。\n", encoding="utf-8"
    )
    path.write_text(
        OUTLINE.replace("quote: 拥有1.3万家企业", "quote: 拥有1.3万家企业和1.3万家商户"), "utf-8"
    )
    (missing,) = figures(path).of(missing=True)
    assert missing.stated.place.column == 25


# ── The reference brief ──────────────────────────────────────────────────────


@cache
def reference() -> Loaded:
    return load(Request(REFERENCE))


def test_the_reference_types_no_number_and_its_ledger_misses_none() -> None:
    assert [str(problem) for problem in reference().problems] == []
    found = figures(REFERENCE)
    assert [number.stated.text for number in found.of(missing=True)] == []
    assert len(found.of()) > 60


AUDIENCES = (BASE, *sorted(path.stem for path in REFERENCE.parent.glob("audiences/*.yaml")))


@pytest.mark.parametrize("form", ["deck", "brief"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.slow
def test_every_number_on_every_page_has_its_ground(audience: str, form: str) -> None:
    loaded = reference()
    brief, theme = loaded.briefs[audience], loaded.themes[audience]
    scene, problems = composed(brief, form, theme)
    assert [str(p) for p in problems if p.severity == "error"] == []
    shown = list(_words(scene, brief))
    assert len(shown) > 60
    # The ledger shows: a scene that dropped all figures would have nothing unexplained either.
    assert sum(bool(re.search(r"\d", text)) for text in shown) > 15
    assert [said for text in shown for said in _groundless(text, brief)] == []
    for item in (item for page in scene.pages for item in walk(page.items)):
        if isinstance(item, Chart):
            _check_chart(item, brief)


def _words(scene: Scene, brief: Brief) -> Iterator[str]:
    """Every text of the scene, but for the numbers of pages and sections."""
    for number, page in enumerate(scene.pages, 1):
        yield page.title
        yield from page.notes
        for item in walk(page.items):
            yield from _of_item(item, brief, number)
    yield from (section.title for section in scene.sections)
    yield from (scene.meta.title, scene.meta.subject, scene.meta.author, *scene.meta.keywords)


def _of_item(item: Item, brief: Brief, page: int) -> Iterator[str]:
    if isinstance(item, TextBox):
        if item.slot and item.slot.role == "number":
            assert [paragraph.text for paragraph in item.paragraphs] == [str(page)]
            return
        said = "".join(paragraph.text for paragraph in item.paragraphs)
        if item.link.startswith("page:") and PAGES.fullmatch(said):
            return
        yield from (_paragraph(paragraph, brief) for paragraph in item.paragraphs)
        assert _joined(line.text for line in item.lines) == _joined(
            paragraph.text for paragraph in item.paragraphs
        )
    elif isinstance(item, Table):
        yield item.alt
        for cell in (cell for row in item.cells for cell in row):
            yield from (_paragraph(paragraph, brief) for paragraph in cell.paragraphs)
    elif isinstance(item, Chart):
        yield from (item.alt, *item.categories)
        # The values are held against the ledger by themselves.
        for drawn in walk(item.drawn):
            if drawn.name.kind != "value":
                yield from _of_item(drawn, brief, page)


def _joined(texts: Iterator[str]) -> str:
    return re.sub(r"\s", "", "".join(texts))


def _paragraph(paragraph: Paragraph, brief: Brief) -> str:
    """The paragraph; where a run is said to be a figure, it has to read as that figure does."""
    for run in paragraph.runs:
        if run.figure:
            shown = str(display(brief.figures[run.figure].quantity, brief.tag))
            # What is noted at a chart is told short: RMB 80 bn (derived).
            said = run.text.removesuffix(" (derived)").replace(" bn", " billion")
            assert said in shown, (run.text, shown)
    # The numbers of slides lead to them.
    return "".join(run.text for run in paragraph.runs if not run.link.startswith("page:"))


# The numbers of slides that a box leads to.
PAGES = re.compile(r"(?:第|pp?\. ?)?\d+(?:[—–-]\d+)?页?")
# What is worked out says so; the unit of a chart stands at the end of its subtitle, but for
# what its values are.
DERIVED = re.compile(r"[\d.,]+[^\d（(，,]{0,12}(?:（推算）| ?\(derived\))|占[\d.]+%")
UNIT = re.compile(r"，[万亿]+元(?=(?:，(?:计划|目标))?$)")
# The numbers of sections and of numbered rows, and of the sheets of one list: 01　目标, （1/2）.
ORDINAL = re.compile(r"^0[1-9](?=　|$)|^[1-9]$|（[1-9]/[1-9]）$| \([1-9]/[1-9]\)$")


def _groundless(text: str, brief: Brief) -> list[str]:
    """The numbers of a text that are neither in the ledger nor quoted, dates, ordinals or names."""
    text = DERIVED.sub("", UNIT.sub("", ORDINAL.sub("", text)))
    quoted = [figure.quote for figure in brief.figures.values() if figure.quote]
    # A translated quote is proven to state its figure where the audiences' content is tested.
    quoted += [t for figure in brief.figures.values() for t in (figure.translation or {}).values()]
    for quote in sorted(quoted, key=len, reverse=True):
        text = text.replace(brief.quoted(quote), "“”")
    if brief.language == "en":
        # Converted and rounded: 2万亩 reads as about 1,333 hectares.
        shown = [str(display(figure.quantity, brief.tag)) for figure in brief.figures.values()]
        for said in sorted(shown, key=len, reverse=True):
            text = text.replace(said, "")
    dates = {read(spoken_date(each, "zh-Hans")) for each in (brief.date, brief.sources[0].date)}
    known = [*dates, *(figure.quantity for figure in brief.figures.values())]
    mended = len(brief.sources[0].errata)
    text = text.replace(f"原文扫描误字{mended}种已更正", "")
    text = re.sub(rf"\({mended} scanning errors? corrected\)", "", text)
    found = numbers(text, brief.voice.names)
    left = [n.text for n in found if not any(equal(quantity, n) for quantity in known)]
    # Whatever digits the reading above passed over: 第100万辆, a name with a digit.
    for number in reversed(found):
        text = text[: number.start] + text[number.end :]
    shown = [display(figure.quantity, brief.language) for figure in brief.figures.values()]
    for words in (*brief.voice.names, *(each.number + each.unit for each in shown)):
        text = text.replace(words, "")
    left += re.findall(r"\d+", text)
    return [f"{number} in {text}" for number in left]


def _check_chart(chart: Chart, brief: Brief) -> None:
    """A chart's values are those of its figures on one scale."""
    points = [
        (value, id)
        for series in chart.series
        for value, id in zip(series.values, series.figures, strict=True)
    ]
    # What the chart works out is a figure where the ledger has it, but gives no scale.
    stated = [(v, brief.figures[id]) for v, id in points if id]
    stated = [(v, figure) for v, figure in stated if figure.kind != "derived"]
    named = [figure.quantity for _, figure in stated]
    scaled = common_scale(named, brief.language)
    assert [value for value, _ in stated] == list(scaled.values)
    assert (chart.unit, chart.number_format) == (scaled.unit, scaled.format_code)
    # The rest of a whole is the value of a figure too, though it is not written as one.
    one = named[0].value / scaled.values[0]
    known = {figure.quantity.value for figure in brief.figures.values()}
    assert {value * one for value, _ in points if value is not None} <= known
