"""What becomes of every kind, theme, style and audience, part by part and page by page, as hashes.

Expected scenes (`test_scene.py`) are read; these are too many to be read. A changed hash says that
a slide or a page has changed, by its name; whether it should have, pictures tell. Rewrite them with
`pytest tests/test_prints.py --update`, and look at what the difference names. Nothing in them
depends on the machine: streams are compared unpacked, and pictures are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from odd_slides import odd_slides
from outlines import project
from plots import KINDS, plots
from prints import held, in_markdown, in_pdf, in_scene, in_zip, mostly_slow
from tabled import tabled
from test_graphics import COUNTS, graphic, outline, read
from variants import COUNTS as SO_MANY
from variants import LENGTHS, VARIANTS, dressed, mixture, of_sections, of_topics, varied

from briefgen.brief.graphic import Form
from briefgen.brief.model import Handout, Language, PageStyle
from briefgen.build import BASE, Loaded, Request, load
from briefgen.formats import FORMATS, composed
from briefgen.geometry import Size
from briefgen.problems import NOWHERE, Problems
from briefgen.record import replace
from briefgen.request import Printing
from briefgen.theme.load import load_theme

ROOT = Path(__file__).parents[1]
GALLERY, SHIPPED = ROOT / "assets" / "gallery" / "outline.yaml", ROOT / "content" / "outline.yaml"
CHARTS = ROOT / "tests" / "cases" / "charts" / "outline.yaml"
THEMES = ("lingnan", "pearl-river", "print-mono", "neutral")
AUDIENCES = (BASE, "cadre", "citizen", "enterprise", "investor", "overseas")
# As old projectors, sheets and phones have them.
SIZES = (Size(9_144_000, 6_858_000), Size(7_560_000, 10_692_000), Size(6_858_000, 12_192_000))
VARIED = mostly_slow(
    VARIANTS, "far-too-long", "short", "of-1", "of-3", "of-5", "much", "bare", "full"
)
# What is printed of the shipped content, and how.
PAGES = {
    "brief": ("brief", Printing()),
    "brief-across": ("brief", Printing(orientation="landscape")),
    "poster": ("brief", Printing(paper="a3", orientation="landscape", press=True)),
    "article": ("brief", Printing(style="article")),
    "article-across": ("brief", Printing(style="article", orientation="landscape")),
    "long": ("long", Printing()),
    "notes": ("handout", Printing(handout="notes")),
    "six": ("handout", Printing(handout="6")),
}


@cache
def shipped(outline: Path, audience: str, theme: str = "") -> Loaded:
    """An outline that no test writes to, read once."""
    return load(Request(outline, (audience,), theme=theme))


def files(
    outline: Path, audience: str, theme: str, form: str, printing: Printing, *, silent: bool = False
) -> bytes:
    """A file with nothing wrong; where it is to be `silent`, nothing is warned of either."""
    loaded = shipped(outline, audience, theme)
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    problems = Problems(loaded.problems if silent else ())
    brief = printing.of(loaded.briefs[audience])
    scene = composed(brief, loaded.themes[audience], form, problems)
    told = ("error", "warning") if silent else ("error",)
    assert not any(p.severity in told for p in problems), "\n".join(map(str, problems))
    (data,) = FORMATS[form].render(scene, "x").values()
    return data


@pytest.mark.parametrize("theme", mostly_slow(THEMES, "lingnan"))
def test_every_kind_in_every_theme(theme: str, update: bool) -> None:
    deck = files(GALLERY, BASE, theme, "deck", Printing(), silent=True)
    held(f"gallery-{theme}", in_zip(deck), update)


@pytest.mark.parametrize("audience", mostly_slow(AUDIENCES, BASE, "overseas"))
def test_the_deck_of_every_audience(audience: str, update: bool) -> None:
    deck = files(SHIPPED, audience, "", "deck", Printing())
    held(f"deck-{audience or 'base'}", in_zip(deck), update)


@pytest.mark.slow
@pytest.mark.parametrize("audience", [BASE, "overseas", "cadre"])
@pytest.mark.parametrize("how", PAGES)
def test_what_is_printed(how: str, audience: str, update: bool) -> None:
    form, printing = PAGES[how]
    page = files(SHIPPED, audience, "", form, printing)
    held(f"{how}-{audience or 'base'}", in_pdf(page), update)


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_in_every_theme(theme: str, update: bool) -> None:
    page = files(SHIPPED, "citizen", theme, "brief", Printing())
    held(f"page-{theme}", in_pdf(page), update)


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIED)
def test_other_lengths_of_every_kind(variant: str, update: bool) -> None:
    number = list(VARIANTS).index(variant)
    language: Language = "en" if number % 2 else "zh-Hans"
    loaded = shipped(GALLERY, BASE, THEMES[number % 3])
    brief = varied(loaded.briefs[BASE], VARIANTS[variant])
    problems = Problems()
    scene = composed(replace(brief, language=language), loaded.themes[BASE], "deck", problems)
    held(f"kinds-{variant}", in_scene(scene, problems), update)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(8))
def test_mixtures_of_every_kind(number: int, update: bool) -> None:
    """Of a slide some fields are long, others short or left out; of its lists each has its own
    length."""
    loaded = shipped(GALLERY, BASE, THEMES[number % 4])
    brief = varied(loaded.briefs[BASE], mixture(number, "full", *LENGTHS, *SO_MANY))
    problems = Problems()
    language: Language = "en" if number % 2 else "zh-Hans"
    scene = composed(replace(brief, language=language), loaded.themes[BASE], "deck", problems)
    held(f"mixed-{number}", in_scene(scene, problems), update)


@pytest.mark.slow
@pytest.mark.parametrize(
    "how", ["brief", "brief-across", "poster", "article", "article-across", "long"]
)
def test_mixtures_of_the_page(how: str, update: bool) -> None:
    form, printing = PAGES[how]

    def pages() -> Iterator[tuple[str, bytes]]:
        for number, who in enumerate(("citizen", "investor", BASE, "overseas", "cadre") * 3):
            loaded = shipped(SHIPPED, who)
            problems = Problems()
            brief = varied(loaded.briefs[who], mixture(number, *LENGTHS, *SO_MANY))
            scene = composed(printing.of(brief), loaded.themes[who], form, problems)
            for part, data in in_scene(scene, problems):
                yield f"{number} {who} {part}", data

    held(f"mixed-{how}", pages(), update)


@pytest.mark.slow
@pytest.mark.parametrize("style", get_args(PageStyle))
def test_pages_of_few_parts(style: PageStyle, update: bool) -> None:
    """One part or two of a page alone, which have it for themselves."""
    parts = ("figures", "topics", "chart", "timeline", "targets")
    few = [*combinations(parts, 1), *combinations(parts, 2)]
    loaded = [shipped(SHIPPED, who) for who in ("cadre", "overseas")]

    def pages() -> Iterator[tuple[str, bytes]]:
        for number, kept in enumerate(few):
            at = number % 2
            brief = loaded[at].briefs[("cadre", "overseas")[at]]
            none = {part: () for part in parts if part not in kept}
            bare = none if number % 3 else {**none, "headline": None, "lead": None, "note": None}
            page = replace(brief.page, style=style, **bare)
            brief = of_topics(replace(brief, page=page), 1 + number % 3)
            theme = loaded[at].themes[("cadre", "overseas")[at]]
            for across in ("portrait", "landscape"):
                problems = Problems()
                told = varied(brief, VARIANTS["as-it-is" if across == "portrait" else "short"])
                printed = Printing(orientation=across, style=style).of(told)
                scene = composed(printed, theme, "brief", problems)
                for part, data in in_scene(scene, problems):
                    yield f"{' '.join(kept)} {across} {part}", data

    held(f"few-{style}", pages(), update)


@pytest.mark.slow
@pytest.mark.parametrize("count", mostly_slow(range(14), 0, 6, 9))
def test_decks_of_so_many_sections(count: int, update: bool) -> None:
    loaded = shipped(GALLERY, BASE, THEMES[count % 4])
    problems = Problems()
    brief = of_sections(loaded.briefs[BASE], count)
    scene = composed(brief, loaded.themes[BASE], "deck", problems)
    held(f"sections-{count}", in_scene(scene, problems), update)


@pytest.mark.slow
@pytest.mark.parametrize(
    "how", ["brief", "brief-across", "poster", "article", "article-across", "long"]
)
@pytest.mark.parametrize("variant", [each for each in VARIED if "full" not in each.values[0]])
def test_other_lengths_of_the_page(variant: str, how: str, update: bool) -> None:
    form, printing = PAGES[how]
    loaded = shipped(SHIPPED, "citizen")
    brief = varied(loaded.briefs["citizen"], VARIANTS[variant])
    problems = Problems()
    scene = composed(printing.of(brief), loaded.themes["citizen"], form, problems)
    held(f"{how}-{variant}", in_scene(scene, problems), update)


@pytest.mark.slow
@pytest.mark.parametrize("number", mostly_slow(range(3), 0))
def test_decks_with_all_that_is_not_words(number: int, update: bool) -> None:
    loaded = shipped(GALLERY, BASE, THEMES[number])
    brief = replace(
        dressed(loaded.briefs[BASE], number),
        language=("zh-Hans", "zh-Hant", "en")[number],
        size=SIZES[number],
    )
    for form, printing in (
        ("deck", Printing()),
        ("handout", Printing(handout=("notes", "3", "2")[number])),
    ):
        problems = Problems()
        scene = composed(printing.of(brief), loaded.themes[BASE], form, problems)
        held(f"dressed-{number}-{form}", in_scene(scene, problems), update)
        (data,) = FORMATS[form].render(scene, "x").values()
        parts = in_zip(data) if form == "deck" else in_pdf(data)
        held(f"dressed-{number}-{form}-file", parts, update)
        if form == "deck":
            (text,) = FORMATS["md"].render(scene, "x").values()
            held(f"dressed-{number}-md", in_markdown(text), update)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_charts_of_odd_data(kind: str, language: str, update: bool, tmp_path: Path) -> None:
    loaded = load(Request(project(tmp_path, plots(kind, language)), (BASE,)))
    problems = Problems()
    scene = composed(loaded.briefs[BASE], loaded.themes[BASE], "deck", problems)
    held(f"plots-{kind}-{language}", in_scene(scene, problems), update)
    if language != "en":
        (deck,) = FORMATS["deck"].render(scene, "x").values()
        held(f"plots-{kind}-deck", in_zip(deck), update)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_drawn_slides_of_every_length(language: Language, update: bool, tmp_path: Path) -> None:
    loaded = load(Request(project(tmp_path, odd_slides()), (BASE,)))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    problems = Problems()
    brief = replace(loaded.briefs[BASE], language=language)
    scene = composed(brief, loaded.themes[BASE], "deck", problems)
    held(f"drawn-{language}", in_scene(scene, problems), update)
    notes = composed(
        Printing(handout="notes").of(brief), loaded.themes[BASE], "handout", Problems()
    )
    held(f"drawn-notes-{language}", in_scene(notes, ()), update)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_tables_of_all_sizes(language: str, update: bool, tmp_path: Path) -> None:
    loaded = load(Request(project(tmp_path, tabled(language)), (BASE,)))
    problems = Problems()
    scene = composed(loaded.briefs[BASE], loaded.themes[BASE], "deck", problems)
    held(f"tables-{language}", in_scene(scene, problems), update)
    if language != "en":
        (deck,) = FORMATS["deck"].render(scene, "x").values()
        held("tables-deck", in_zip(deck), update)
        sheets = composed(loaded.briefs[BASE], loaded.themes[BASE], "handout", Problems())
        (print_,) = FORMATS["handout"].render(sheets, "x").values()
        held("tables-handout", in_pdf(print_), update)
    (text,) = FORMATS["md"].render(scene, "x").values()
    held(f"tables-md-{language}", in_markdown(text), update)


@pytest.mark.slow
@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("form", COUNTS)
def test_graphics_of_every_length(form: Form, english: bool, update: bool, tmp_path: Path) -> None:
    made = [graphic(form, count, english) for count in COUNTS[form]]
    brief = read(tmp_path, outline(made, english))
    theme = load_theme("pearl-river" if english else "lingnan", NOWHERE, Problems())
    assert theme is not None
    language = "en" if english else "zh"
    for how in ("deck", "brief"):
        problems = Problems()
        scene = composed(brief, theme, how, problems)
        held(f"graphics-{form}-{language}-{how}", in_scene(scene, problems), update)


@pytest.mark.parametrize("how", ["slides", "2", "4"])
@pytest.mark.parametrize("variant", mostly_slow(["short", "far-too-long"], "far-too-long"))
def test_handouts_of_other_lengths(variant: str, how: Handout, update: bool) -> None:
    loaded = shipped(CHARTS, BASE)
    brief = Printing(handout=how, paper="letter").of(varied(loaded.briefs[BASE], VARIANTS[variant]))
    problems = Problems()
    scene = composed(brief, loaded.themes[BASE], "handout", problems)
    held(f"handout-{how}-{variant}", in_scene(scene, problems), update)


@pytest.mark.slow
@pytest.mark.parametrize("how", [how for how in PAGES if PAGES[how][0] != "handout"])
@pytest.mark.parametrize("count", range(1, 6))
def test_fewer_topics_on_the_page(count: int, how: str, update: bool) -> None:
    form, printing = PAGES[how]
    loaded = shipped(SHIPPED, "investor")
    brief = of_topics(loaded.briefs["investor"], count)
    problems = Problems()
    scene = composed(printing.of(brief), loaded.themes["investor"], form, problems)
    held(f"{how}-{count}-topics", in_scene(scene, problems), update)
