"""Turn finished files into what in them is not as it was meant.

Each file is opened again by libraries that had no part in writing it. What they find is held
against the scene, passage by passage and in order (`compare`), and against the brief, whose texts
have to stand on the pages that they are for (`promised`): nothing may be missing, changed, doubled,
or out of its order. A text, such as Markdown, has no pages to be told apart: the words of the brief
are searched for in the whole of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from itertools import zip_longest

from briefgen.brief.model import Brief
from briefgen.checks.compare import THE_FILE, THE_SLIDE, Difference, differences
from briefgen.checks.decoded import text_of
from briefgen.checks.meant import deck, printed
from briefgen.checks.promised import bare, out_of_order, promises
from briefgen.machine.reasons import as_said
from briefgen.patterns import pattern
from briefgen.problems import NOWHERE, Mark, Part, Phrase, Problems, phrase
from briefgen.render.readback import Leaf, Readback
from briefgen.scene.scene import Scene

# How much of a long text is told on each side of where it differs.
_SIDE = 24
_TAG = pattern(r"<[^<>]*>")
# What Markdown marks words with: where they lead, and how they look.
_MARKS = pattern(r"(?<=\])\((?:<[^<>\s]*>|[^()\s]*)\)|</?(?:sub|sup|em|strong)>")


def verify(
    files: Mapping[str, bytes],
    brief: Brief,
    scene: Scene,
    problems: Problems,
    *,
    notes: bool = True,
) -> None:
    """Read the files of a scene back, and add an error for each thing that is not as meant.

    Decks, PDFs and texts are read; `notes` says whether the speaker's stand in these texts. A file
    that cannot be opened is an error as well, one of another form a warning.
    """
    for number in out_of_order(brief, scene):
        problems.add("verify-order", scene.pages[number - 1].mark, number=number)
    for name, data in files.items():
        if data.startswith(b"%PDF") or name.endswith(".pptx"):
            if found := _read(name, data, problems):
                _compare(name, found, brief, scene, problems)
        elif (text := text_of(data)) is not None:
            _search(name, text, brief, scene, problems, notes)
        else:
            problems.add("verify-not-read", NOWHERE, file=name)


def _read(name: str, data: bytes, problems: Problems) -> Readback | None:
    """What a deck or a PDF holds. Whatever a reader stumbles over is a fault of the file."""
    try:
        if data.startswith(b"%PDF"):
            from briefgen.render.pdf.readback import read as read_print

            return read_print(data)
        from briefgen.render.pptx.readback import read as read_deck

        return read_deck(data)
    except Exception as error:
        problems.add("verify-unreadable", NOWHERE, file=name, why=as_said(error))
    return None


def _compare(name: str, found: Readback, brief: Brief, scene: Scene, problems: Problems) -> None:
    expected = printed(scene) if found.print else deck(scene)
    shown = [page for page in scene.pages if not (found.print and page.hidden)] or scene.pages
    for one in differences(expected, found):
        mark = shown[one.page - 1].mark if one.page <= len(shown) else NOWHERE
        page = phrase("place-page" if found.print else "place-slide", number=one.page)
        _tell(one, name, page, mark, problems)
    for promise in promises(brief, scene, found.print):
        if not promise.kept(found):
            words, on = _around(promise.wordings[0]), promise.pages
            pages = phrase("on-pages", pages=on) if on else ""
            problems.add("verify-promise", promise.mark, file=name, words=words, pages=pages)


def _search(
    name: str, text: str, brief: Brief, scene: Scene, problems: Problems, notes: bool
) -> None:
    """Look in a text for the words of the brief: with the speaker's notes all, without them those
    that stand on slides which are shown. Its marks may be any, tags among them."""
    read = (text, unescape(_TAG.sub("", text)), _MARKS.sub("", text))
    said = "\n".join(map(bare, read))
    shown = deck(scene)
    if not notes:
        shown = Readback(tuple(map(_without_notes, shown.pages)))
    for promise in promises(brief, scene, print=False):
        if not promise.stands_in(said) and (notes or promise.kept(shown)):
            words = _around(promise.wordings[0])
            problems.add("verify-promise", promise.mark, file=name, words=words, pages="")


def _without_notes(leaf: Leaf) -> Leaf:
    said = (each for each in leaf.passages if each.kind != "note")
    return Leaf(() if leaf.hidden else tuple(said), leaf.hidden)


def _tell(one: Difference, file: str, page: Phrase, mark: Mark, problems: Problems) -> None:
    """Tell a difference: what it is, what was expected, what was found, and where."""
    passage = one.expected or one.found
    assert passage
    parts: dict[str, Part] = {"file": file, "page": page}
    if one.fault == "misplaced" and one.found:
        problems.add("verify-misplaced", mark, **parts, other=one.found.words)
        return
    if passage.place == THE_FILE:
        problems.add("verify-page-missing" if one.expected else "verify-page-extra", mark, **parts)
        return
    if passage.place == THE_SLIDE:
        hidden = passage.words == "hidden"
        problems.add("verify-hidden" if hidden else "verify-shown", mark, **parts)
        return
    parts |= {"what": phrase(f"kind-{passage.kind}"), "place": passage.place}
    if one.fault == "changed" and one.expected and one.found:
        expected, found = one.expected.words, one.found.words
        at = next((n for n, (a, b) in enumerate(zip_longest(expected, found)) if a != b), 0)
        parts |= {"expected": _around(expected, at), "found": _around(found, at)}
        problems.add("verify-changed", mark, **parts)
    else:
        fault = one.fault if one.fault in ("missing", "doubled", "moved") else "unexpected"
        problems.add(f"verify-{fault}", mark, **parts, words=_around(passage.words))


def _around(words: str, around: int = 0) -> str:
    """Words to be quoted; long ones cut to what stands around a place in them."""
    start = max(0, around - _SIDE)
    end = start + 2 * _SIDE
    before, after = "…" * (start > 0), "…" * (end < len(words))
    return f"{before}{words[start:end]}{after}"
