"""Turn the reason why the system refused a file into words of the catalogue."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from briefgen.problems import Phrase, phrase

# The system's own words are in one language, or in that of the machine.
_REASONS: Mapping[int, str] = {
    errno.ENOENT: "no-such-file",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EISDIR: "is-a-folder",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "exists-already",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "file-too-long",
    errno.EROFS: "read-only-disk",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ELOOP: "links-in-a-circle",
    errno.EMFILE: "too-many-open-files",
}


# The most of the machine's own words that are told.
LONGEST = 300


def as_said(problem: BaseException | str, most: int = LONGEST) -> Phrase:
    """The machine's own words, told as such: in another language than theirs they are quoted. Of an
    exception they begin with its name."""
    said = " ".join(str(problem).split())[:most]
    if not isinstance(problem, str):
        said = f"{type(problem).__name__}{': ' if said else ''}{said}"
    return phrase("as-said", said=said)


def reason(problem: Exception) -> Phrase | str:
    """Why the system refused; its own words where there are none for that.

    An error that was raised with a Phrase has that for its reason.
    """
    said = problem.args[0] if problem.args else ""
    if isinstance(said, Phrase):
        return said
    if isinstance(problem, OSError):
        key = _REASONS.get(problem.errno or 0)
        said = problem.strerror or str(problem)
        return Phrase(key) if key else as_said(said) if said else ""
    said = str(problem)
    return as_said(said) if said else ""
