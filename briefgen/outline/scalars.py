"""Turn scalar nodes into words, numbers, choices and references, or say what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from briefgen.brief.dates import iso_date, spoken_date
from briefgen.brief.hints import (
    DATE,
    FILENAME,
    INSIDE,
    MOST_NAME,
    RESERVED,
    SIZE,
    SLUG,
    Known,
    Pattern,
    Thing,
    name_length,
)
from briefgen.brief.model import Ref, Word
from briefgen.brief.size import size_of
from briefgen.outline.language import Target
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, shorten, what
from briefgen.patterns import form, pattern
from briefgen.problems import phrase

T = TypeVar("T")

INTEGER = pattern(r"-?(?:0|[1-9][0-9]{0,8})")
DECIMAL = pattern(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?")
_BOOLEANS = {"yes": True, "true": True, "no": False, "false": False, "是": True, "否": False}


def choice(choices: tuple[str, ...]) -> Callable[[Node, Target], str | None]:
    """A reader of one of these words."""

    def read(node: Node, to: Target) -> str | None:
        found = _characters(node, to)
        same = {"true": "yes", "false": "no"}.get(found or "")
        found = same if same in choices else found
        if found is None or found in choices:
            return found
        # 目标 and A4 leave no doubt about what is meant.
        if sure := next((each for each in choices if each.lower() == found.lower()), ""):
            return sure
        if not found.isascii():
            from briefgen.outline.synonyms import meant  # most outlines have no mistakes

            if said := meant(found, choices):
                return said
        to.add("bad-choice", node.mark, found=shorten(found), offer=nearest(found, choices))
        return None

    return read


def word(pattern: Pattern | None, names: Thing | None) -> Callable[[Node, Target], str | None]:
    """A reader of characters that match `pattern`; of an id it notes what it refers to."""

    def read(node: Node, to: Target) -> str | None:
        found = _characters(node, to)
        if found is None:
            return None
        if pattern and pattern is not INSIDE and found != (mended := _with_digits(found)):
            to.add("other-digits", node.mark, found=shorten(found), mend=shorten(mended))
            return None
        if pattern is DATE:
            found = iso_date(found)
        if pattern in (SLUG, FILENAME) and name_length(found) > MOST_NAME:
            to.add("name-too-long", node.mark, name=shorten(found), most=MOST_NAME)
            return None
        if pattern and not form(pattern.regex).fullmatch(found):
            to.add("bad-form", node.mark, found=shorten(found), form=pattern.words)
            return None
        if pattern is DATE and not _is_date(found):
            to.add("bad-date", node.mark, date=found)
            return None
        if pattern is SIZE and size_of(found) is None:
            to.add("bad-size", node.mark, found=shorten(found))
            return None
        if pattern in (SLUG, FILENAME) and found in RESERVED:
            to.add("reserved-name", node.mark, name=found)
            return None
        if names:
            to.references.append((names, Ref(found, node.mark)))
        return found

    return read


def marked(node: Node, to: Target) -> Word | None:
    """Characters with their place."""
    found = _characters(node, to)
    return None if found is None else Word(found, node.mark)


def known(rule: Known) -> Callable[[Node, Target], str | None]:
    """A reader of one of the names that `rule` knows."""

    def read(node: Node, to: Target) -> str | None:
        found = _characters(node, to)
        if found is None:
            return None
        names = list(rule.names())
        if found not in names:
            to.add(rule.code, node.mark, name=shorten(found), offer=nearest(found, names))
            return None
        return found

    return read


def _with_digits(written: str) -> str:
    """Characters with the digits 0–9 in the stead of other scripts', and of full-width ones."""
    if written.isascii():
        return written
    return "".join(str(int(each)) if each.isdecimal() else each for each in written)


def _is_date(written: str) -> bool:
    try:
        spoken_date(written, "en")
    except ValueError:
        return False
    return True


def reference(kind: Thing) -> Callable[[Node, Target], Ref | None]:
    """A reader of an id of such a thing, which notes the reference."""

    def read(node: Node, to: Target) -> Ref | None:
        if not isinstance(node, Scalar):
            to.add("not-an-id", node.mark, thing=phrase(kind), found=what(node))
            return None
        ref = Ref(to.said(node).strip(), node.mark)
        to.references.append((kind, ref))
        return ref

    return read


def terms(node: Node, to: Target) -> dict[str, str] | None:
    """Words and what takes their place: `软件: 軟件`."""
    if not isinstance(node, Mapping):
        to.add("not-terms", node.mark, found=what(node))
        return None
    found = {key: _characters(entry.value, to) for key, entry in node.entries.items()}
    return {key: words for key, words in found.items() if words}


def boolean(node: Node, to: Target) -> bool | None:
    """Yes or no, true or false: by the field's type, never by how YAML takes the word."""
    found = _BOOLEANS.get(to.said(node)) if isinstance(node, Scalar) else None
    if found is None:
        to.add("not-yes-or-no", node.mark, found=what(node))
    return found


def number(
    form: re.Pattern[str], kind: Callable[[str], T], code: str
) -> Callable[[Node, Target], T | None]:
    """A reader of a number that is written exactly in this form; `code` is told of all else."""

    def read(node: Node, to: Target) -> T | None:
        if isinstance(node, Scalar) and form.fullmatch(said := to.said(node)):
            return kind(said)
        to.add(code, node.mark, found=what(node))
        return None

    return read


def _characters(node: Node, to: Target) -> str | None:
    if isinstance(node, Scalar):
        return to.said(node).strip()
    to.add("not-a-word", node.mark, found=what(node))
    return None
