"""The scene as text: the main net. Each folder of `cases/` holds an outline and what becomes of it.

Rewrite the expected dumps with `pytest tests/test_scene.py --update`, and read the difference.
"""

from pathlib import Path

import pytest

from briefgen.build import BASE, Request, load
from briefgen.formats import composed
from briefgen.problems import Problems
from briefgen.scene.dump import dump

CASES = Path(__file__).parent / "cases"
REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
OUTLINES = {
    **{path.parent.name: path for path in sorted(CASES.glob("*/outline.yaml"))},
    "reference": REFERENCE,
}


def _compose(outline: Path, audience: str, form: str) -> str:
    loaded = load(Request(outline, (audience,)))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    brief, theme = loaded.briefs[audience], loaded.themes[audience]
    problems = Problems()
    scene = composed(brief, theme, form, problems)
    assert not problems.fatal, "\n".join(map(str, problems))
    return dump(scene)


@pytest.mark.parametrize("form", ["deck", "brief"])
@pytest.mark.parametrize("case", OUTLINES)
def test_scene(case: str, form: str, update: bool) -> None:
    got = _compose(OUTLINES[case], BASE, form)
    expected = CASES / case / f"{form}.txt"
    if update:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(got, "utf-8")
    assert got == expected.read_text("utf-8")
