"""Themes: what is wrong with a palette is said when it is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.assets import shipped
from briefgen.problems import NOWHERE, Problems
from briefgen.theme import load as loading
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
