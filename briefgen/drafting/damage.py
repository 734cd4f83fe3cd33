"""Turn what a reader stumbled over into what is told of it: the file is damaged."""

from __future__ import annotations

from briefgen.problems import UnfitError

# So much of what a library says of it is told, in characters.
_MOST = 80


def damaged(why: object) -> UnfitError:
    """To be raised; `why` is a word for the reason, or what a library raised."""
    return UnfitError("draft-damaged", why=str(why)[:_MOST])
