"""Turn a name that does not exist into the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.outline.synonyms import meant
from briefgen.problems import Phrase, phrase

_MOST = 14
# A name that has this share of another's characters is a slip of it.
_SURE = 0.75


def closest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known name most like `name`, "" where none is like it (a share of its characters)."""
    # difflib takes some milliseconds to import, and most outlines have no mistakes.
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(known), n=1, cutoff=cutoff)), "")


def likeliest(name: str, known: Iterable[str]) -> str:
    """The known name that `name` surely is meant for; "" where it is none."""
    names = list(known)
    return meant(name, names) or closest(name, names, _SURE)


def nearest(name: str, known: Iterable[str], *, whole: bool = False) -> Phrase | str:
    """A hint: the known name that `name` stands for or is most like, else the known names (all of
    them, if `whole`), else "".

    >>> str(nearest("titel", ["title", "notes"]))
    'did you mean “title”?'
    """
    names = list(known)
    if close := meant(name, names) or closest(name, names):
        return phrase("did-you-mean", name=close)
    if not names:
        return ""
    if whole or len(names) <= _MOST:
        return phrase("there-are", names=tuple(names))
    return phrase("there-are-many", names=tuple(names[:_MOST]))
