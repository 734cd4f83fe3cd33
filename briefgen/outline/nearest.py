"""Turn a misspelt name into a hint: what was meant, or what there is."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.problems import Phrase, phrase
from briefgen.record import replace

_MOST = 14
# Of so many unknown names of a kind it is said what was meant: finding it takes a look at every
# known one, and of a ledger whose names all changed nobody reads more.
HINTS = 20
# From so much in common on, two names are spelt alike; from so much on the one is a slip of the
# other.
_ALIKE, _SURE = 0.65, 0.75


def closest(name: str, known: Iterable[str], alike: float = _ALIKE) -> str:
    """The known name that means the same as `name`, or is spelt like it; "" where none does."""
    # Both take some milliseconds to import, and most outlines have no mistakes.
    from difflib import get_close_matches

    from briefgen.outline.synonyms import meant

    names = list(known)
    spelt = get_close_matches(name, names, n=1, cutoff=alike)
    return meant(name, names) or next(iter(spelt), "")


def likeliest(name: str, known: Iterable[str]) -> str:
    """The known name that `name` surely is meant for; "" where it is none."""
    return closest(name, known, _SURE)


def nearest(name: str, known: Iterable[str], *, whole: bool = False) -> Phrase | str:
    """A hint: the known name that was meant by `name`, else the known names (all of them, if
    `whole`), else "".

    >>> str(nearest("titel", ["title", "notes"])), str(nearest("items", ["minutes", "points"]))
    ('did you mean “title”?', 'did you mean “points”?')
    """
    names = tuple(known)
    if close := closest(name, names):
        return replace(phrase("did-you-mean", name=close), choices=names)
    if not names:
        return ""
    if whole or len(names) <= _MOST:
        return replace(phrase("there-are", names=names), choices=names)
    return replace(phrase("there-are-many", names=names[:_MOST]), choices=names)
