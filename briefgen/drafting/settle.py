"""Turn a draft into one that has no error: what a check refuses is made plainer, slide by slide.

Each round checks the whole outline as its author would. A slide with an error takes the plainer
form that it has, and in the end stands as a few words with all of its text in the notes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from briefgen.build import check
from briefgen.drafting.cards import Card
from briefgen.drafting.drawn import cut
from briefgen.drafting.project import Draft, Made, made
from briefgen.drafting.tree import words_of
from briefgen.drafting.wording import fitting
from briefgen.outline.folder import BASE
from briefgen.patterns import pattern
from briefgen.problems import Problem
from briefgen.record import replace
from briefgen.request import Request

_ROUNDS = 6


def settled(draft: Draft) -> Made:
    """The files of a draft whose check has no error."""
    cards: Sequence[Card] = draft.plan.cards
    refused: frozenset[str] = frozenset()
    result = made(draft, cards)
    with tempfile.TemporaryDirectory(prefix="briefgen-") as folder:
        for _ in range(_ROUNDS):
            errors = _errors(result, Path(folder))
            if not errors:
                break
            # Without a figure that is told of, slides may take other forms.
            alone = all(problem.mark.file.endswith("figures.yaml") for problem in errors)
            cards = cards if alone else _plainer(result, errors)
            refused |= _refused(result, errors)
            if any(_is_title(result, problem) for problem in errors):
                # A title stands whole without figures beside it before it is cut.
                draft = replace(draft, leads=False, shortened=not draft.leads)
            if any(_is_page(result, problem) for problem in errors):
                draft = replace(draft, paged=False)
            result = made(draft, cards, refused)
    return result


def _errors(result: Made, folder: Path) -> list[Problem]:
    # Of a long source only what was used is checked: all quotes stand in it.
    for path, data in {**result.files, **result.covered}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    found = check(Request(folder / "content" / "outline.yaml", (BASE,)))
    return [problem for problem in found if _counts(problem)]


def _counts(problem: Problem) -> bool:
    """Whether a draft may not have a problem: an error, or a figure that is told of."""
    told = problem.severity == "warning" and problem.mark.file.endswith("figures.yaml")
    return told or problem.severity == "error"


def _plainer(result: Made, errors: Sequence[Problem]) -> list[Card]:
    """The slides, those with errors in a plainer form; a figure that is refused is not used."""
    wrong = {
        number
        for number, (start, end) in enumerate(result.places)
        for problem in errors
        if problem.mark.file.endswith("outline.yaml") and start <= problem.mark.line <= end
    }
    return [_plain(card) if at in wrong else card for at, card in enumerate(result.cards)]


def _refused(result: Made, errors: Sequence[Problem]) -> frozenset[str]:
    """The entries of the ledger that errors stand in."""
    lines = result.files.get("content/figures.yaml", b"").decode().split("\n")
    found: set[str] = set()
    for problem in errors:
        if problem.mark.file.endswith("figures.yaml"):
            above = (line for line in reversed(lines[: problem.mark.line]) if _ENTRY.match(line))
            found.add(next(above, "").strip(" :"))
    return frozenset(found)


def _is_title(result: Made, problem: Problem) -> bool:
    """Whether a problem is that of the outline's own lines, above its slides."""
    first = result.places[0][0] if result.places else 1_000_000
    return problem.mark.file.endswith("outline.yaml") and problem.mark.line < first


def _is_page(result: Made, problem: Problem) -> bool:
    """Whether a problem is that of the topics and the page, behind the slides."""
    return problem.mark.file.endswith("outline.yaml") and problem.mark.line >= result.page


_ENTRY = pattern(r"  [\w-]+:$")


def _plain(card: Card) -> Card:
    if card.plain:
        return replace(card.plain, blocks=card.blocks, settled=True)
    whole = "\n".join(filter(None, map(words_of, card.blocks))) or card.notes
    # Of its paragraphs that which says the most in whole sentences.
    head, *behind = whole.split("\n")
    said = max((fitting(line, 120) for line in behind or [head]), key=len)
    if card.kind == "text" or not said:
        name = cut(card.title, 40)
        return Card(kind="section", title=name, fields={}, notes=whole, blocks=card.blocks)
    fields = {"text": said}
    return Card(kind="text", title=card.title, fields=fields, notes=whole, blocks=card.blocks)
