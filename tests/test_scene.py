"""The scene as text: the main net. Each folder of `cases/` holds an outline and what becomes of it.

Rewrite the expected dumps with `pytest tests/test_scene.py --update`, and read the difference.
`reference` is the shipped content as it once was: to edit `content/` changes no dump.
"""

from pathlib import Path

import pytest
from composing import composed

from briefgen.build import BASE, Request, check, load
from briefgen.request import Printing
from briefgen.scene.dump import dump

CASES = Path(__file__).parent / "cases"
SHIPPED = Path(__file__).parents[1] / "content" / "outline.yaml"
OUTLINES = {
    path.relative_to(CASES).parts[0]: path for path in sorted(CASES.glob("**/outline.yaml"))
}


# What is made of each: the format, and how it is printed.
VIEWS = {
    "deck": ("deck", Printing()),
    "brief": ("brief", Printing()),
    "article": ("brief", Printing(style="article")),
    "press": ("brief", Printing(paper="a3", orientation="landscape", press=True)),
    "article-press": ("brief", Printing(style="article", orientation="landscape", press=True)),
    "long": ("long", Printing()),
    "handout": ("handout", Printing(handout="notes")),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("case", "view"),
    # Handouts carry the slides that the deck shows: one is enough.
    [(c, v) for c in OUTLINES for v in VIEWS if v != "handout" or c == "minimal"],
)
def test_scene(case: str, view: str, update: bool) -> None:
    form, printing = VIEWS[view]
    loaded = load(Request(OUTLINES[case], (BASE,)))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    scene, problems = composed(printing.of(loaded.briefs[BASE]), form, loaded.themes[BASE])
    assert not any(p.severity == "error" for p in problems), "\n".join(map(str, problems))
    got = dump(scene)
    expected = CASES / case / f"{view}.txt"
    if update:
        expected.write_text(got, "utf-8")
    assert got == expected.read_text("utf-8")


@pytest.mark.slow
def test_the_shipped_content_is_clean() -> None:
    found = check(Request(SHIPPED, formats=("deck", "brief", "handout")))
    assert [str(problem) for problem in found if problem.severity != "note"] == []
