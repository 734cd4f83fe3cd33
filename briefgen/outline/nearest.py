"""Turn a name that does not exist into the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.problems import Phrase, phrase

_MOST = 14


def closest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, "" where none is like it."""
    # difflib takes some milliseconds to import, and most outlines have no mistakes.
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def nearest(name: str, known: Iterable[str]) -> Phrase | str:
    """A hint: the known name most like `name`, else the known names, else "".

    >>> str(nearest("titel", ["title", "notes"]))
    'did you mean “title”?'
    """
    names = list(known)
    if close := closest(name, names):
        return phrase("did-you-mean", name=close)
    if not names:
        return ""
    return phrase(
        "there-are-many" if len(names) > _MOST else "there-are", names=tuple(names[:_MOST])
    )
