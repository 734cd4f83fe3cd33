"""Turn a name that does not exist into the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], label: str = "known") -> str:
    """A hint: the known name most like `name`, else the known names, else "".

    >>> nearest("titel", ["title", "notes"])
    'did you mean “title”?'
    """
    # difflib takes some milliseconds to import, and most outlines have no mistakes.
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    if not names:
        return ""
    listed = ", ".join(names[:14])
    return f"{label}: {listed}{', …' if len(names) > 14 else ''}"
