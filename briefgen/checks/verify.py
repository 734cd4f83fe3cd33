"""Turn finished files into what in them is not as it was meant.

Each file is opened again by libraries that had no part in writing it. What they find is held
against the scene, passage by passage and in order (`compare`), and against the brief, whose texts
have to stand on the pages that they are for (`promised`): nothing may be missing, changed, doubled,
or out of its order.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from briefgen.brief.model import Brief
from briefgen.checks.compare import Difference, differences
from briefgen.checks.meant import deck, printed
from briefgen.checks.promised import out_of_order, promises
from briefgen.problems import NOWHERE, Mark, Problems
from briefgen.render.readback import Kind, Readback
from briefgen.scene.items import Scene

_WHAT: Mapping[Kind, str] = {
    "text": "text",
    "cell": "table cell",
    "series": "chart series",
    "point": "chart value",
    "workbook": "workbook cell",
    "note": "speaker's note",
    "alt": "alternative text",
    "link": "link",
    "picture": "picture",
    "bookmark": "bookmark",
}
_HINT = "nothing is written; the content is not at fault: please report it with the outline"
# How much of a long text is told on each side of where it differs.
_AROUND = 24


def verify(files: Mapping[str, bytes], brief: Brief, scene: Scene, problems: Problems) -> None:
    """Read the files of a scene back, and add an error for each thing that is not as meant.

    Decks and PDFs are read, pictures are not. A file that cannot be opened is an error as well.
    """
    for number in out_of_order(brief, scene):
        page = scene.pages[number - 1]
        _error(problems, f"page {number} stands after one of a later slide", page.mark)
    for name, data in files.items():
        if found := _read(name, data, problems):
            _compare(name, found, brief, scene, problems)


def _read(name: str, data: bytes, problems: Problems) -> Readback | None:
    """What a deck or a PDF holds. Whatever a reader stumbles over is a fault of the file."""
    try:
        if data.startswith(b"%PDF"):
            from briefgen.render.pdf.readback import read as read_print

            return read_print(data)
        if data.startswith(b"PK"):
            from briefgen.render.pptx.readback import read as read_deck

            return read_deck(data)
    except Exception as error:
        _error(problems, f"{name} cannot be read back: {type(error).__name__}: {error}", NOWHERE)
    return None


def _compare(name: str, found: Readback, brief: Brief, scene: Scene, problems: Problems) -> None:
    expected = printed(scene) if found.print else deck(scene)
    shown = [page for page in scene.pages if not (found.print and page.hidden)] or scene.pages
    for one in differences(expected, found):
        mark = shown[one.page - 1].mark if one.page <= len(shown) else NOWHERE
        page = f"{'page' if found.print else 'slide'} {one.page}"
        _error(problems, f"{name}, {page}: {_told(one)}", mark)
    for promise in promises(brief, scene, found.print):
        if not promise.kept(found):
            pages = ", ".join(map(str, promise.pages)) or "none"
            said = f"{_quoted(promise.wordings[0])} of the outline is missing (page {pages})"
            _error(problems, f"{name}: {said}", promise.mark)


def _error(problems: Problems, message: str, mark: Mark) -> None:
    problems.error("unverified", message, mark, _HINT)


def _told(one: Difference) -> str:
    """A difference in words: what it is, what was expected, what was found, and where."""
    passage = one.expected or one.found
    assert passage
    what = f"{_WHAT[passage.kind]} in {passage.place}"
    if one.fault == "changed" and one.expected and one.found:
        expected, found = one.expected.words, one.found.words
        at = next((n for n, (a, b) in enumerate(zip_longest(expected, found)) if a != b), 0)
        return f"expected {_quoted(expected, at)}, found {_quoted(found, at)} ({what})"
    if one.fault == "misplaced" and one.found:
        return f"it shows what {one.found.words} should"
    said = _quoted(passage.words)
    fault = {
        "missing": "is missing",
        "doubled": "is there once too often",
        "moved": "is out of its order",
    }.get(one.fault, "was not expected")
    return f"{said} {fault} ({what})"


def _quoted(words: str, around: int = 0) -> str:
    """Words in quotation marks; long ones cut to what stands around a place in them."""
    start = max(0, around - _AROUND)
    end = start + 2 * _AROUND
    before, after = "…" * (start > 0), "…" * (end < len(words))
    return f"“{before}{words[start:end]}{after}”"
