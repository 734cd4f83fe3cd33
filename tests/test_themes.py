"""Themes: what is wrong with a palette is said when it is loaded."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from outlines import OUTLINE, TOPICS, project

from briefgen.build import Request, build
from briefgen.machine.assets import shipped
from briefgen.problems import NOWHERE, Mark, Problems
from briefgen.render.pptx.look import look
from briefgen.theme import load as loading
from briefgen.theme.model import Theme
from briefgen.theme.shades import shade
from briefgen.theme.vision import confusions, contrast

THEMES = tuple(sorted(path.stem for path in (shipped("assets") / "themes").glob("*.yaml")))


def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: str, new: str) -> list[str]:
    """What is said of the first theme with one line of it changed."""
    folder = tmp_path / "assets" / "themes"
    folder.mkdir(parents=True)
    text = (shipped("assets") / "themes" / "lingnan.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "mine.yaml").write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(loading, "shipped", lambda name: tmp_path / name)
    loading._load.cache_clear()
    problems = Problems()
    assert loading.load_theme("mine", NOWHERE, problems) is None
    loading._load.cache_clear()
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_loads_without_a_word(name: str) -> None:
    problems = Problems()
    assert loading.load_theme(name, NOWHERE, problems)
    assert not list(problems)


@pytest.mark.parametrize("name", THEMES)
def test_surfaces_are_seen_on_white_and_bars_stand_out(name: str) -> None:
    theme = loading.load_theme(name, NOWHERE, Problems())
    assert theme
    assert contrast(theme.hex("surface"), "FFFFFF") >= 1.15
    assert contrast(theme.hex("surface2"), theme.hex("surface")) > 1.05
    assert contrast(theme.hex("line"), "FFFFFF") > contrast(theme.hex("surface2"), "FFFFFF")
    assert contrast(theme.hex("muted"), "FFFFFF") >= 3
    for text, ground in (("ink", "muted"), ("on-cover", "cover2"), ("on-cover2", "cover2")):
        assert contrast(theme.hex(text), theme.hex(ground)) >= 4.5  # type: ignore[arg-type]


@pytest.mark.parametrize("name", THEMES)
def test_line_and_second_surface_go_with_the_colours_of_the_presentation(name: str) -> None:
    theme = loading.load_theme(name, NOWHERE, Problems())
    assert theme
    colours = look(theme, "zh-Hans").colours
    for token, mod in (("surface2", 95_000), ("line", 88_000)):
        said = colours[token]  # type: ignore[index]
        assert said == f'<a:schemeClr val="bg2"><a:lumMod val="{mod}"/></a:schemeClr>'
    assert colours["cover"].startswith("<a:schemeClr ")


# What PowerPoint shows for the variants of its own themes: darker, and lighter by 40 %.
@pytest.mark.parametrize(
    ("colour", "mod", "off", "shown"),
    [
        ("4472C4", 75_000, 0, "2F5597"),
        ("4472C4", 60_000, 40_000, "8FAADC"),
        ("ED7D31", 75_000, 0, "C55A11"),
        ("FFFFFF", 95_000, 0, "F2F2F2"),
    ],
)
def test_luminance_is_modified_as_office_does(colour: str, mod: int, off: int, shown: str) -> None:
    assert shade(colour, mod, off) == shown


def test_a_colour_may_follow_another(tmp_path: Path) -> None:
    text = OWN.replace("on-dark: C9F0D2", "on-dark: C9F0D2, line: primary 40% + 50%, lattice: ink2")
    theme, said = loaded(tmp_path, text)
    assert isinstance(theme, Theme)
    assert said == []
    assert theme.hex("line") == shade("0A6E31", 40_000, 50_000)
    assert theme.hex("lattice") == theme.hex("ink2")
    assert "lumOff" in look(theme, "zh-Hans").colours["line"]


@pytest.mark.parametrize("value", ["line 90%", "primary 90", "nothing 90%", "primary 90% - 5%"])
def test_a_colour_follows_one_that_the_theme_gives_and_no_other(tmp_path: Path, value: str) -> None:
    theme, said = loaded(tmp_path, OWN.replace("palette: {", f"palette: {{surface2: {value}, "))
    assert theme is None
    assert "is not a colour" in said[0]


def test_a_theme_of_former_days_still_loads(tmp_path: Path) -> None:
    text = OWN.replace("on-dark: C9F0D2", "on-dark: C9F0D2, line: CBD8E4, surface2: DCE9F4")
    theme, said = loaded(tmp_path, text + "motif: gables\n")
    assert isinstance(theme, Theme)
    assert said == []
    assert (theme.motif, theme.hex("line")) == ("window", "CBD8E4")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("pair", "who"),
    [
        (("C00000", "5A7000"), "deuteranopia"),  # red and green of one lightness
        (("7A4A00", "5A5A00"), "protanopia"),
        (("0B4F8A", "0B5A4A"), "tritanopia"),
        (("A8161C", "2E5F5C"), "greyscale"),
    ],
)
def test_colours_that_some_readers_mix_up_are_found(pair: tuple[str, str], who: str) -> None:
    assert who in [name for _, _, name in confusions(pair)]


def test_series_that_look_alike_are_refused_at_their_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = told(monkeypatch, tmp_path, "chart2: B8801A", "chart2: 9A2A30")
    assert any("chart1 and chart2 look alike: greyscale" in line for line in found)
    assert all(line.startswith("assets/themes/mine.yaml:") for line in found)


def test_text_that_cannot_be_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = told(monkeypatch, tmp_path, "ink2: 6B544C", "ink2: B0A8A0")
    assert any("ink2 on white has a contrast of 2." in line for line in found)


def test_running_text_is_justified_or_ragged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = told(monkeypatch, tmp_path, "running-text: justified", "running-text: centred")
    assert found == [
        "assets/themes/mine.yaml:4:1: error: running text is not set “centred” "
        "(hint: write justified or ragged)"
    ]


OWN = """\
extends: pearl-river
name: {zh: 我司, en: Ours}
palette: {primary: 0A6E31, primary-dark: 064D22, on-dark: C9F0D2}
"""


def loaded(folder: Path, text: str) -> tuple[object, list[str]]:
    """A theme of a project's own, and what was said of it."""
    own = folder / "content" / "themes"
    own.mkdir(parents=True)
    (own / "ours.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    theme = loading.load_theme("ours", NOWHERE, problems, own)
    return theme, [str(problem) for problem in problems]


def test_a_project_has_themes_of_its_own(tmp_path: Path) -> None:
    theme, said = loaded(tmp_path, OWN)
    assert isinstance(theme, Theme)
    assert said == []
    shipped_one = loading.load_theme("pearl-river", NOWHERE, Problems())
    assert shipped_one
    assert theme.hex("primary") == "0A6E31"
    assert theme.hex("ink") == shipped_one.hex("ink")
    assert (theme.motif, theme.deck_face) == (shipped_one.motif, shipped_one.deck_face)


def listed(own: Path) -> tuple[dict[str, str], list[str]]:
    """The themes that are listed beside the shipped ones, and what is said of the others."""
    problems = Problems()
    names = loading.theme_names(problems, own)
    assert set(THEMES) <= set(names)
    return {id: name for id, name in names.items() if id not in THEMES}, list(map(str, problems))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (OWN, "我司 · Ours"),
        # What it shows is not looked at, nor whether its text can be read.
        (OWN.replace("0A6E31", "9FD8A0"), "我司 · Ours"),
        (OWN.replace("name: {zh: 我司, en: Ours}\n", ""), "珠江 · Pearl River"),
    ],
)
def test_themes_are_listed_by_their_names(tmp_path: Path, text: str, name: str) -> None:
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    assert listed(tmp_path) == ({"ours": name}, [])


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("ours.yaml", "[no, theme]", "ours.yaml:1:1: error: the file must be a mapping"),
        ("ours.yaml", "name: {", "ours.yaml:1:8: error: this is not YAML"),
        ("ours.yaml", "", "ours.yaml:1:1: error: the file is empty"),
        ("ours.yaml", "extends: perl-river", "ours.yaml:1:10: error: “perl-river” is no shipped"),
        ("Our.yaml", OWN, "Our.yaml: error: there is no theme “Our” (hint: there are: lin"),
    ],
)
def test_what_is_no_theme_is_told_and_not_listed(
    tmp_path: Path, file: str, text: str, told: str
) -> None:
    own = tmp_path / "content" / "themes"
    own.mkdir(parents=True)
    (own / file).write_text(text, encoding="utf-8")
    names, (said,) = listed(own)
    assert names == {}
    assert said.startswith(f"content/themes/{told}")


def test_a_theme_without_a_name_is_listed_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("motif: waves\n", encoding="utf-8")
    names, (said,) = listed(tmp_path)
    assert names == {"ours": ""}
    assert "a theme needs `name`, a mapping" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN.replace("0A6E31", "9FD8A0"), "content/themes/ours.yaml:3:11: error: primary on white"),
        (OWN.replace("pearl-river", "perl-river"), "1:10: error: “perl-river” is no shipped theme"),
        (OWN.replace("palette:", "colours:"), "3:1: error: a theme has no “colours”"),
        (OWN.replace("pearl-river", "[a, b]"), "1:10: error: a list is no shipped theme"),
        (OWN.replace("primary-dark", "primry-dark"), "3:28: error: no token “primry-dark”"),
        (OWN.replace("0A6E31", "green"), "3:20: error: “green” is not a colour"),
        (OWN + "motif: stars\n", "4:1: error: no motif “stars”"),
        (OWN.replace("palette: {", "palette: [] # {"), "a theme needs `palette`, a mapping"),
        (OWN.replace("extends: pearl-river\n", ""), "the palette lacks `ink`"),
        (OWN.replace("extends: pearl-river\n", ""), "a theme needs `faces`, a mapping"),
        (OWN.replace("extends: pearl-river", "faces: {latin: []}"), "`faces` needs `deck`"),
        (OWN.replace("extends: pearl-river", "faces: {deck: 黑体}"), "`faces` needs `print`"),
        ("[no, theme]", "content/themes/ours.yaml:1:1: error: the file must be a mapping"),
    ],
)
def test_what_is_wrong_with_it_is_told_at_its_line(tmp_path: Path, text: str, told: str) -> None:
    theme, said = loaded(tmp_path, text)
    assert theme is None
    assert any(told in line for line in said), said


@pytest.mark.parametrize("id", ["lingnam", "../themes/lingnan", "Lingnan", ""])
def test_a_theme_that_is_not_there_is_told_where_it_was_asked_for(id: str) -> None:
    problems = Problems()
    assert loading.load_theme(id, Mark("content/outline.yaml", 3, 10), problems) is None
    (said,) = map(str, problems)
    assert said.startswith(f"content/outline.yaml:3:10: error: there is no theme “{id}”")


def test_a_folder_is_no_theme(tmp_path: Path) -> None:
    own = tmp_path / "content" / "themes"
    (own / "ours.yaml").mkdir(parents=True)
    problems = Problems()
    assert loading.load_theme("ours", NOWHERE, problems, own) is None
    (said,) = map(str, problems)
    assert said.startswith("content/themes/ours.yaml: error: content/themes/ours.yaml is not a re")


def test_a_theme_does_not_lead_out_of_the_project(tmp_path: Path) -> None:
    own = tmp_path / "content" / "themes"
    own.mkdir(parents=True)
    (tmp_path / "elsewhere.yaml").write_text(OWN, encoding="utf-8")
    (own / "ours.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    problems = Problems()
    assert loading.load_theme("ours", NOWHERE, problems, own) is None
    assert "leads out of the project" in str(next(iter(problems)))


@pytest.mark.parametrize("to", ["ours.yaml", "gone.yaml"])
def test_a_theme_that_is_a_link_to_nothing_is_told_at_its_place(tmp_path: Path, to: str) -> None:
    own = tmp_path / "themes"
    own.mkdir()
    (own / "ours.yaml").symlink_to(own / to)
    problems = Problems()
    assert loading.load_theme("ours", NOWHERE, problems, own) is None
    (problem,) = problems
    assert problem.code == "theme-unreadable"
    assert str(problem).startswith("themes/ours.yaml: error: ")


def test_an_audience_in_the_projects_own_colours(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS, ours="name: 我们\ntheme: ours\n")
    (path.parent / "themes").mkdir()
    (path.parent / "themes" / "ours.yaml").write_text(OWN, encoding="utf-8")
    report = build(Request(path, ("ours",), formats=("deck",)))
    assert [str(p) for p in report.problems if p.severity == "error"] == []
    with ZipFile(tmp_path / "out" / "demo-ours.pptx") as deck:
        assert b'val="0A6E31"' in deck.read("ppt/theme/theme1.xml")


def test_a_theme_hatches_colours_that_there_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (problem,) = told(monkeypatch, tmp_path, "palette:", "hatched: [chart9]\npalette:")
    assert "“chart9”" in problem


def test_the_theme_in_greys_hatches_its_second_series() -> None:
    problems = Problems()
    mono = loading.load_theme("print-mono", NOWHERE, problems)
    assert mono
    assert mono.hatched == {"chart2"}
