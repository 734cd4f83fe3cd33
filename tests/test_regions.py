"""English of a country: its dates, quotation marks, sheet and language tag."""

import io
import zipfile
from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, loaded, project
from pypdf import PdfReader

from briefgen.brief.english import English
from briefgen.build import Request, build, make_one
from briefgen.build import load as load_all
from briefgen.facts.quantity import display, read
from briefgen.request import Job, Printing

FLIGHT = """\
  flight:
    value: 2023年12月28日
    kind: actual
    label: {en: Flight}
    quote: 首飞于2023年12月28日
    translation: {en: The flight took place on 28 December 2023}
"""
ABROAD = """\
brief: {slug: demo, title: A “new start”, language: en%s}
sources: {article: {file: seeds/article.txt, title: The “second start-up”, publisher: The Paper}}
figures:
"""
SLIDES = """\
deck:
  - {id: cover, kind: cover}
  - {id: day, kind: big-number, title: "It flew on {flight}", figure: flight}
  - {id: sources, kind: sources, title: Sources}
page: {lead: "It flew on {flight}, the city’s “first ‘real’ step”.", figures: [flight]}
"""


def outline(region: str = "") -> str:
    return ABROAD % (f", region: {region}" if region else "") + FLIGHT + SLIDES


def made(folder: Path, region: str = "", printing: Printing | None = None) -> tuple[str, PdfReader]:
    """The words of the deck with its notes, and the printed page."""
    path = project(folder, outline(region))
    (folder / "seeds/article.txt").write_text("首飞于2023年12月28日。", "utf-8")
    report = build(Request(path, strict=True, printing=printing or Printing()))
    words = ""
    with zipfile.ZipFile(folder / "out/demo.pptx") as deck:
        for name in deck.namelist():
            if name.startswith(("ppt/slides/", "ppt/notesSlides/")):
                words += deck.read(name).decode()
    assert [problem for problem in report.problems if problem.severity != "note"] == []
    return words, PdfReader(folder / "out/demo.pdf")


@pytest.mark.parametrize(
    ("written", "british", "american"),
    [
        ("a “second start-up”, now", "a ‘second start-up’, now", "a “second start-up,” now"),
        ("‘one’ and “two ‘three’”", "‘one’ and ‘two “three”’", "“one” and “two ‘three’”"),
        ("the firms’ own ‘idea’", "the firms’ own ‘idea’", "the firms’ own “idea”"),
        ("‘the firms’ land’ isn’t", "‘the firms’ land’ isn’t", "“the firms’ land” isn’t"),
        ("the ‘jobs’ of today", "the ‘jobs’ of today", "the “jobs” of today"),
        ("an unclosed “quote", "an unclosed “quote", "an unclosed “quote"),
        ("on 3 May 2024", "on 3 May 2024", "on May 3, 2024"),
        ("on May 3, 2024", "on 3 May 2024", "on May 3, 2024"),
        ("in May 2024, {day}", "in May 2024, {day}", "in May 2024, {day}"),
        ("“1.5”.5 and ’90s", "‘1.5’.5 and ’90s", "“1.5”.5 and ’90s"),
    ],
)
def test_each_country_writes_its_own_way(written: str, british: str, american: str) -> None:
    assert English("gb")(written) == british
    assert English("us")(written) == american
    assert English("us")(british) == american


def test_figures_follow_the_country() -> None:
    day = read("2023年12月28日")
    assert str(display(day, "en")) == str(display(day, "en-GB")) == "28 December 2023"
    assert str(display(day, "en-US")) == "December 28, 2023"
    assert str(display(read("12月28日"), "en-US")) == "December 28"
    assert str(display(read("2023年4月"), "en-US")) == "April 2023"
    assert read("December 28, 2023").value == day.value


@pytest.mark.slow
def test_an_american_reads_american(tmp_path: Path) -> None:
    deck, page = made(tmp_path, "us")
    assert page.pages[0].mediabox[2:] == [612, 792]
    shown = " ".join(page.pages[0].extract_text().split())
    for words in (deck, shown):
        assert "December 28, 2023" in words
        assert "28 December" not in words
    assert "first ‘real’ step.”" in shown
    assert "“The ‘second start-up’”" in shown
    assert "“The flight took place on December 28, 2023”" in deck
    assert 'lang="en-US"' in deck
    assert page.trailer["/Root"]["/Lang"] == "en-US"
    with zipfile.ZipFile(tmp_path / "out/demo.pptx") as opened:
        assert 'notesSz cx="7772400" cy="10058400"' in opened.read("ppt/presentation.xml").decode()


def test_a_briton_reads_british(tmp_path: Path) -> None:
    deck, page = made(tmp_path, "gb")
    assert round(float(page.pages[0].mediabox.height)) == 842
    shown = " ".join(page.pages[0].extract_text().split())
    assert "28 December 2023" in shown
    assert "‘first “real” step’." in shown
    assert "‘The flight took place on 28 December 2023’" in deck
    assert 'lang="en-GB"' in deck


def test_no_country_leaves_words_alone(tmp_path: Path) -> None:
    _, page = made(tmp_path)
    shown = " ".join(page.pages[0].extract_text().split())
    assert "“first ‘real’ step”." in shown
    assert "28 December 2023" in shown
    assert round(float(page.pages[0].mediabox.height)) == 842


@pytest.mark.parametrize("asked", ["outline", "command line"])
def test_a_stated_paper_wins(tmp_path: Path, asked: str) -> None:
    path = project(tmp_path, outline("us").replace("page: {", "page: {paper: a4, "))
    if asked == "command line":
        path.write_text(outline("us"), "utf-8")
    printing = Printing(paper="a4") if asked == "command line" else Printing()
    (tmp_path / "seeds/article.txt").write_text("首飞于2023年12月28日。", "utf-8")
    found = load_all(Request(path, printing=printing))
    (brief,), (theme,) = found.briefs.values(), found.themes.values()
    page = PdfReader(io.BytesIO(make_one(Job(brief, theme, "brief")).files["demo.pdf"])).pages[0]
    assert round(float(page.mediabox.height)) == 842


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        ("language: en\nregion: hk", "“region: hk” is not for readers of English (hint: write gb"),
        ("language: zh-Hant\nregion: us", "not for readers of traditional Chinese"),
        ("region: gb", "“region: gb” is not for readers of simplified Chinese"),
        ("language: en\nquotes: curly", "“quotes: curly” is not for readers of English"),
        ("language: en\nregion: uk", "“uk” is not one of the choices"),
    ],
)
def test_a_region_of_another_language_is_an_error(tmp_path: Path, audience: str, said: str) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK, x=audience)
    found = [str(problem) for problem in loaded(path, "x")[1]]
    assert any("audiences/x.yaml:" in each and said in each for each in found), found


def test_a_region_of_the_outline_is_for_those_it_fits(tmp_path: Path) -> None:
    text = (OUTLINE + TOPICS + DECK).replace("slug: demo", "slug: demo\n  region: tw")
    path = project(tmp_path, text, hant="language: zh-Hant", same="name: 同")
    for audience, tag in (("hant", "zh-TW"), ("same", "zh-Hans")):
        brief, found = loaded(path, audience)
        assert brief, found
        assert brief.tag == tag


def test_words_of_the_outline_reach_the_qualifiers_of_figures(tmp_path: Path) -> None:
    text = """\
brief: {slug: demo, title: 台帐, language: zh-Hant}
traditional: {约: 大約}
sources: {article: {file: seeds/article.txt, title: 报道, publisher: 报}}
figures:
  cats: {value: 20只, qualifier: 约, kind: actual, label: 猫, quote: 猫约20只}
  rise: {value: 1.4%, qualifier: 只, kind: actual, label: 增速, quote: 全年只增长1.4%}
deck:
  - {id: cover, kind: cover}
  - {id: cats, kind: big-number, title: "猫", figure: cats}
  - {id: rise, kind: big-number, title: "增速", figure: rise}
"""
    path = project(tmp_path, text)
    (tmp_path / "seeds/article.txt").write_text("猫约20只，全年只增长1.4%。", "utf-8")
    brief = load_all(Request(path)).briefs["base"]
    said = [str(display(figure.quantity, brief.tag)) for figure in brief.figures.values()]
    assert said == ["大約20隻", "只1.4%"]
