"""The scene as text: the main net. Each folder of `cases/` holds an outline and what becomes of it.

Rewrite the expected dumps with `pytest tests/test_scene.py --update`, and read the difference.
`reference` is the shipped content as it once was: to edit `content/` changes no dump.
"""

from pathlib import Path

import pytest
from composing import sound

from briefgen.build import Request, check
from briefgen.scene.dump import dump

CASES = Path(__file__).parent / "cases"
SHIPPED = Path(__file__).parents[1] / "content" / "outline.yaml"
OUTLINES = {
    path.relative_to(CASES).parts[0]: path for path in sorted(CASES.glob("**/outline.yaml"))
}


@pytest.mark.parametrize("form", ["deck", "brief"])
@pytest.mark.parametrize("case", OUTLINES)
def test_scene(case: str, form: str, update: bool) -> None:
    got = dump(sound(OUTLINES[case], form))
    expected = CASES / case / f"{form}.txt"
    if update:
        expected.write_text(got, "utf-8")
    assert got == expected.read_text("utf-8")


def test_the_shipped_content_is_clean() -> None:
    found = check(Request(SHIPPED, formats=("deck", "brief", "handout")))
    assert [str(problem) for problem in found if problem.severity != "note"] == []
