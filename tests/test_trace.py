"""The trail: where a number comes from, in every form, and on the page for a browser."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from outlines import DECK, project

from briefgen.chinese.hanzi import cells
from briefgen.cli import briefgen

ROOT = Path(__file__).resolve().parents[1]

# A source with damaged words (two places), a sentence cut by the end of a column, a tag, and a
# line that a spreadsheet would run.
ARTICLE = """\
# 大千十二年 <b>再造</b>

去年全市产值超3200亿元，拥有1.3万家企业，要大千十二年。

首期投入2亿元，总规

模10亿元。
=1+1 今年增长5%。
"""

OUTLINE = """\
brief:
  slug: demo
  title: 示例 <i>&"quoted"</i>
  date: 2024-02
sources:
  article:
    file: seeds/article.txt
    title: 报道
    publisher: 晚报
    errata: [{damaged: 大千, corrected: 大干, reason: “千”是“干”的误识}]
figures:
  output:
    value: 3200亿元
    qualifier: 超
    kind: actual
    label: {zh: 产值, en: Output}
    quote: 去年全市产值超3200亿元，拥有1.3万家企业
  firms:
    value: 1.3万家
    kind: stock
    label: {zh: 企业, en: Firms}
    quote: 超3200亿元，拥有1.3万家企业，要大干
  years:
    value: 十二年
    kind: plan
    label: 年限
    quote: 要大干十二年
  first-tranche: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元，总规模10亿元}
  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}
  growth: {value: 5%, kind: actual, label: 增长, quote: =1+1 今年增长5%}
  share: {value: 20%, kind: derived, label: 首期占比, formula: first-tranche / fund}
topics:
  - id: first
    name: 创新
    effort: 全力创新
    goal: 创新澎湃
    summary: 全市产值{output}。
    measures:
      - {head: 成轴, text: 打造创新轴。}
    figures: [output]
    notes: 首期占{share}。
  - id: second
    name: 实体
    effort: 全力实干
    goal: 实体雄厚
    summary: 拥有{firms}企业。
    measures:
      - {head: 做强, text: 做强实体。}
    figures: [firms]
"""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = project(tmp_path, OUTLINE + DECK, partner="name: 伙伴\ndeck: {drop: [numbers]}\n")
    (tmp_path / "seeds/article.txt").write_text(ARTICLE, "utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefgen, ["trace", *map(str, arguments)])


def rows(*arguments: str | Path) -> dict[str, dict[str, object]]:
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    return {row["id"]: row for row in json.loads(done.stdout)}


def test_json_tells_value_sentence_place_and_pages(outline: Path) -> None:
    row = rows(outline, "-a", "base")["output"]
    assert (row["value"], row["unit"], row["display"]) == ("320000000000", "元", "超3200亿元")
    assert row["quote"] == "去年全市产值超3200亿元，拥有1.3万家企业"
    assert (row["source"], row["line"], row["column"]) == ("seeds/article.txt", 3, 1)
    assert row["sentence"] == "去年全市产值超3200亿元，拥有1.3万家企业，要大干十二年。"
    assert row["displays"]["en"] == "over RMB 320 billion"  # type: ignore[index]
    used = [(use["file"], use["page"], use["slide"]) for use in row["used_in"]]  # type: ignore[attr-defined]
    assert ("demo.pptx", 3, "numbers") in used
    assert ("demo.pptx", 4, "one") in used
    assert ("demo.pdf", 1, "brief") in used


def test_blocks_name_what_shows_a_figure_speakers_notes_included(outline: Path) -> None:
    told = rows(outline, "-a", "base")
    uses = {use["slide"]: use["blocks"] for use in told["output"]["used_in"]}  # type: ignore[attr-defined]
    assert "标题" in uses["numbers"]
    assert [use["blocks"] for use in told["share"]["used_in"]] == [["备注"]]  # type: ignore[attr-defined]


def test_without_an_audience_every_file_is_told_with_one_only_its_own(outline: Path) -> None:
    every = {use["file"] for use in rows(outline)["output"]["used_in"]}  # type: ignore[attr-defined]
    assert every == {"demo.pptx", "demo.pdf", "demo-partner.pptx", "demo-partner.pdf"}
    one = rows(outline, "--audience", "partner")["output"]["used_in"]
    assert {use["file"] for use in one} == {"demo-partner.pptx", "demo-partner.pdf"}  # type: ignore[attr-defined]
    assert "numbers" not in {use["slide"] for use in one}  # type: ignore[attr-defined]
    assert run(outline, "-a", "nobody").exit_code == 2


def test_errata_are_those_of_the_figures_sentence(outline: Path) -> None:
    told = rows(outline)
    mended = [{"damaged": "大千", "corrected": "大干", "reason": "“千”是“干”的误识"}]
    assert told["years"]["errata"] == mended
    assert told["output"]["errata"] == mended  # the sentence it is told with has corrected words
    assert told["fund"]["errata"] == []
    for form in ("table", "csv", "html"):
        shown = run(outline, "--format", form).output
        assert "大千" in shown, form
        assert "大干" in shown, form


def test_one_figure_is_answered_in_full(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = run(outline, "years").stdout
    for words in (
        "“要大干十二年”", "去年全市产值超3200亿元", "seeds/article.txt:3:25", "it reads “大千”",
        "“大干”", "误识", "12 years", "晚报", "outline.yaml",
    ):  # fmt: skip
        assert words in answer, words
    monkeypatch.chdir(outline.parents[1])
    derived = run("share").stdout
    assert "first-tranche / fund" in derived
    assert "first-tranche: 2亿元" in derived
    assert "fund: 10亿元" in derived
    assert "demo.pptx" in derived
    assert "used to derive    share" in run("fund").stdout
    assert [row["id"] for row in json.loads(run("fund", "--format", "json").stdout)] == ["fund"]


@pytest.mark.parametrize(
    ("asked", "hint"),
    [("outptu", "output (超3200亿元)"), ("3200亿", "output (超3200亿元)"), ("企业", "firms"),
     ("zzzz", "`briefgen trace` lists them all")],
)  # fmt: skip
def test_an_unknown_figure_gets_the_nearest(outline: Path, asked: str, hint: str) -> None:
    done = run(outline, asked)
    assert done.exit_code == 2
    assert hint in done.stderr
    assert "Traceback" not in done.output


def test_a_missing_outline_is_no_figure(tmp_path: Path) -> None:
    done = run(tmp_path / "none.yaml")
    assert done.exit_code == 2
    assert "no such file" in done.stderr


@pytest.mark.parametrize(
    ("terminal", "columns"), [("", 100), ("100", 100), ("200", 100), ("64", 64)]
)
@pytest.mark.slow
def test_the_table_fits_the_terminal_without_colour(
    outline: Path, monkeypatch: pytest.MonkeyPatch, terminal: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", terminal)
    long = [(ROOT / "content/outline.yaml",)] if terminal in ("64", "200") else []
    for arguments in ((outline,), (outline, "years"), *long):
        text = run(*arguments).stdout
        assert "\033" not in text
        assert max(cells(line) for line in text.splitlines()) <= columns
        assert not re.search(r"^\s*[，。、；：？！”’）》]", text, re.MULTILINE)
    last = " ".join(run(outline).stdout.splitlines()[-2:])
    assert (
        "7 figures: 6 quoted, all found in their sources; 1 derived; 1 erratum in 2 places" in last
    )


def test_control_characters_of_a_source_do_not_reach_the_terminal(outline: Path) -> None:
    source = outline.parents[1] / "seeds/article.txt"
    text = source.read_text("utf-8").replace("十二年。", "十二年\033[2J\u202e。")
    source.write_text(text.replace("首期投入", "\x07首期投入"), "utf-8")
    answer = run(outline, "output")
    assert answer.exit_code == 0, answer.output
    assert "\033" not in answer.stdout
    assert "\u202e" not in answer.stdout
    page = run(outline, "--format", "html").stdout
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", page)


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(outline: Path) -> None:
    data = run(outline, "--format", "csv").stdout_bytes
    assert data.startswith(b"\xef\xbb\xbfid,")
    assert data.count(b"\r\n") == 8
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    by_id = {row["id"]: row for row in table}
    assert by_id["growth"]["quote"] == "'=1+1 今年增长5%"
    assert by_id["output"]["value"] == "320000000000"
    assert "demo.pptx:3" in by_id["output"]["used_in"].split()
    assert by_id["years"]["errata"] == "大千 → 大干 (“千”是“干”的误识)"
    for row in table:
        assert not any(value.lstrip()[:1] in ("=", "+", "@", "＝") for value in row.values())


@pytest.mark.slow
def test_written_files_take_their_form_from_the_ending(outline: Path, tmp_path: Path) -> None:
    for ending, start in (
        ("html", "<!DOCTYPE html>"), ("csv", "\ufeffid,"), ("json", "[\n"), ("txt", "output"),
    ):  # fmt: skip
        file = tmp_path / f"made/trail.{ending}"
        done = run(outline, "-o", file)
        assert done.exit_code == 0, done.output
        text = file.read_text("utf-8")
        assert text.startswith(start)
        assert "\033" not in text


class Page(HTMLParser):
    """What a browser makes of the page: ids, links, and the words of each line of the source."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.lines: dict[int, str] = {}
        self.lit: dict[str, str] = {}
        self.struck: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.style = self.policy = ""
        self.feed(html)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(given)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        if tag not in ("meta", "link", "br"):
            self._open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if "style" in tags:
            self.style += data
        if "ins" in tags:
            return
        for tag, given in self._open:
            if "data-n" in given and tag == "p":
                line = int(given["data-n"])
                self.lines[line] = self.lines.get(line, "") + data
                if tags[-1] == "del":
                    self.struck.append(data)
            for name in given.get("class", "").split():
                if name.startswith("q-"):
                    self.lit[name[2:]] = self.lit.get(name[2:], "") + data


def test_the_page_shows_the_source_as_it_is_with_every_quote_lit(outline: Path) -> None:
    page = Page(run(outline, "--format", "html").stdout)
    written = {n: line for n, line in enumerate(ARTICLE.split("\n"), 1) if line}
    assert page.lines == written
    assert page.struck == ["大千", "大千"]
    assert page.lit == {
        "output": "去年全市产值超3200亿元，拥有1.3万家企业",
        "firms": "超3200亿元，拥有1.3万家企业，要大千",
        "years": "要大千十二年",
        "first-tranche": "首期投入2亿元，总规模10亿元",
        "fund": "总规模10亿元",
        "growth": "=1+1 今年增长5%",
    }


@pytest.mark.slow
def test_every_link_of_the_page_leads_somewhere_in_it(outline: Path) -> None:
    for path in (outline, ROOT / "content/outline.yaml"):
        page = Page(run(path, "--format", "html").stdout)
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links} <= set(page.ids)
        assert all(link.startswith("#") for link in page.links)
        figures = {id[2:] for id in page.ids if id.startswith("f-")}
        quoted = {id[2:] for id in page.ids if id.startswith("q-")}
        assert quoted <= figures
        # Each quote is led to from its figure, and its figure from the number behind it.
        assert {f"#q-{id}" for id in quoted} | {f"#f-{id}" for id in quoted} <= set(page.links)


@pytest.mark.slow
def test_the_page_shows_a_figure_in_the_readers_language_and_in_the_other(outline: Path) -> None:
    def shown(*arguments: str | Path) -> list[tuple[str, ...]]:
        page = run(*arguments, "--format", "html").stdout
        card = r'class="value">([^<]*)<.*?class="also" lang="([^"]*)">([^<]*)<'
        return re.findall(card, page, re.DOTALL)

    assert shown(outline, "output", "-a", "base") == [("超3200亿元", "en", "over RMB 320 billion")]
    english = shown(ROOT / "content/outline.yaml", "twelve-years", "-a", "overseas")
    assert english == [("12 years", "zh-Hans", "12年")]


def test_the_page_is_complete_in_itself_and_runs_nothing(outline: Path) -> None:
    html = run(outline, "--format", "html").stdout
    page = Page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "form", "base", "object", "i"}
    assert not any(name.startswith("on") or name in ("src", "style") for name in page.attributes)
    assert "url(" not in page.style
    assert "@import" not in page.style
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert page.policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in page.policy
    assert "示例 &lt;i&gt;&amp;&quot;quoted&quot;&lt;/i&gt;" in html
    assert "&lt;b&gt;再造&lt;/b&gt;" in html


def test_the_page_counts_and_names_pages_and_reasons(outline: Path) -> None:
    html = run(outline, "--format", "html", "-a", "base").stdout
    words = re.sub(r"<[^>]+>", "", html.partition("<body>")[2])
    assert "7 个数字" in words
    assert "6 个引自原文，全部找到原句" in words
    assert "1 项误字更正（2 处）" in words
    assert "“千”是“干”的误识" in words
    assert "demo.pptx 第 1、2、3、4 页" in words
    assert 'lang="zh-Hans"' in html
    assert html == run(outline, "--format", "html", "-a", "base").stdout


def test_one_figures_page_shows_what_it_is_derived_from(outline: Path) -> None:
    page = Page(run(outline, "share", "--format", "html").stdout)
    assert {id for id in page.ids if id[:2] == "f-"} == {"f-share", "f-first-tranche", "f-fund"}
    assert set(page.lit) == {"first-tranche", "fund"}


@pytest.mark.slow
def test_every_figure_of_the_reference_is_found(tmp_path: Path) -> None:
    told = rows(ROOT / "content/outline.yaml")
    lines = (ROOT / "seeds/guangzhou-six.txt").read_text("utf-8").split("\n")
    quoted = [row for row in told.values() if row["quote"]]
    assert len(quoted) > 40
    for row in quoted:
        first = lines[row["line"] - 1][row["column"] - 1]  # type: ignore[operator]
        assert first == row["quote"][0]  # type: ignore[index]
    assert sum("大千十二年" in str(row["errata"]) for row in told.values()) >= 1
