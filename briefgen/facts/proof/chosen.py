"""Turn looked-at drafts into those that a draft of a ledger has, and those that it leaves out.

Of every five entries at most one is marked: those that say the most of their number. What is less
sure than these is left out, since a person finds it sooner in the text than behind a wrong name.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.facts.drafts import Draft
from briefgen.problems import Phrase

# One mark for so many entries without, and so many in any text.
_FOR_EACH, _ANYWHERE = 4, 2
# What is in doubt, the least first: which of two numbers a figure is (what a check says), when it
# was, whether it is so; what it counts.
_DOUBTS = (
    "draft-list",
    "draft-compared",
    "draft-kind",
    "draft-unproved",
    "draft-runs",
    "draft-vague",
)


def chosen(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The drafts that stand in a ledger, and those that are left out, each in order."""
    doubtful = [each for each in drafts if each.why is not None and each.whole]
    most = max(sum(each.why is None for each in drafts) // _FOR_EACH, _ANYWHERE)
    likely = sorted(doubtful, key=_doubt)[:most]
    kept = {each.id for each in drafts if each.why is None and each.whole} | {
        each.id for each in likely
    }
    return (
        [each for each in drafts if each.id in kept],
        [each for each in drafts if each.id not in kept],
    )


def _doubt(draft: Draft) -> int:
    """How much of a draft is in doubt."""
    key = draft.why.key if isinstance(draft.why, Phrase) else ""
    return _DOUBTS.index(key) + 1 if key in _DOUBTS else 0
