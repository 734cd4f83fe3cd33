"""Turn the target of a link into what it leads to: a page of the scene, or an address."""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.patterns import pattern

_PAGE = "page:"
_ADDRESS = pattern(r"https?://[^/\s]|mailto:[^@\s]+@[^@\s]|tel:\+?\d", re.IGNORECASE)


def page_of(target: str) -> str:
    """The id of the page that a target names (`page:ID`); "" where it names none."""
    return target.removeprefix(_PAGE) if target.startswith(_PAGE) else ""


@lru_cache(maxsize=1024)
def is_address(target: str) -> bool:
    """Whether a target is an address on the web, of mail or of a telephone: files open no other."""
    return _ADDRESS.match(target) is not None
