"""Turn a name that does not exist into the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.problems import Phrase, phrase

_MOST = 14


def nearest(name: str, known: Iterable[str]) -> Phrase | str:
    """A hint: the known name most like `name`, else the known names, else "".

    >>> str(nearest("titel", ["title", "notes"]))
    'did you mean “title”?'
    """
    # difflib takes some milliseconds to import, and most outlines have no mistakes.
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return phrase("did-you-mean", name=close[0])
    if not names:
        return ""
    return phrase(
        "there-are-many" if len(names) > _MOST else "there-are", names=tuple(names[:_MOST])
    )
