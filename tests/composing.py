"""Outlines and briefs into composed scenes, in one call."""

from __future__ import annotations

from pathlib import Path

from briefgen import formats
from briefgen.brief.model import Brief
from briefgen.build import BASE, Request, load
from briefgen.problems import NOWHERE, Problem, Problems
from briefgen.scene.scene import Scene
from briefgen.theme.load import load_theme
from briefgen.theme.model import Theme


def composed(
    brief: Brief, form: str = "deck", theme: Theme | None = None
) -> tuple[Scene, list[Problem]]:
    """The scene of a brief in a format, and what was found in composing it; in 岭南 if unthemed."""
    theme = theme or load_theme("lingnan", NOWHERE, Problems())
    assert theme is not None
    problems = Problems()
    return formats.composed(brief, theme, form, problems), list(problems)


def sound(outline: Path, form: str = "deck", audience: str = BASE) -> Scene:
    """The scene of an outline on disk for one audience, where nothing is wrong with either."""
    loaded = load(Request(outline, (audience,)))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    scene, problems = composed(loaded.briefs[audience], form, loaded.themes[audience])
    assert not any(p.severity == "error" for p in problems), "\n".join(map(str, problems))
    return scene
