"""What forms of quantities may begin with, held against their patterns."""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from briefgen.facts.beginnings import HANZI
from briefgen.facts.scan import forms
from tests.rows import every

op: Any = import_module("re._constants")
parser: Any = import_module("re._parser")

LETTERS = "".join(map(chr, (*range(65, 91), *range(97, 123))))
SIGNS = "".join(sign for sign in map(chr, range(33, 123)) if not sign.isalnum()) + "−€£¥₩₹₽฿〔"
CLASSES = {"a": LETTERS, "0": "0123456789", "$": SIGNS, "中": HANZI}
CATEGORIES = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": str.isidentifier}


def _is_in(items: Iterable[tuple[Any, Any]], char: str) -> bool:
    found, negated = False, False
    for kind, value in items:
        if kind is op.NEGATE:
            negated = True
        elif kind is op.LITERAL:
            found |= chr(value) == char
        elif kind is op.RANGE:
            found |= value[0] <= ord(char) <= value[1]
        else:
            name = str(value).removeprefix("CATEGORY_")
            is_one = CATEGORIES[name.removeprefix("NOT_")]("x" + char if "WORD" in name else char)
            found |= is_one != name.startswith("NOT_")
    return found != negated


def _begins(tree: Iterable[tuple[Any, Any]], char: str, folded: bool = False) -> tuple[bool, bool]:
    """Whether what a tree of `re` finds may begin with a character, and whether it may be empty."""
    for kind, value in tree:
        if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        found, empty = False, False
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN):
            items = value if kind is op.IN else [(op.LITERAL, value)]
            cases = {char, char.lower(), char.upper()} if folded else {char}
            found = any(_is_in(items, case) for case in cases) != (kind is op.NOT_LITERAL)
        elif kind is op.SUBPATTERN:
            found, empty = _begins(value[-1], char, folded or bool(value[1] & re.IGNORECASE))
        elif kind is op.BRANCH:
            ways = [_begins(way, char, folded) for way in value[1]]
            found, empty = (any(each) for each in zip(*ways, strict=True))
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            found, empty = _begins(value[-1], char, folded)
            empty = empty or not value[0]
        else:
            raise AssertionError(f"{kind} is not known here")
        if found or not empty:
            return found, empty
    return False, True


@every("name, begins, form", forms(taiwan=True))
def test_a_form_says_what_it_may_begin_with(name: str, begins: str, form: str) -> None:
    """It is only tried there: no less than its pattern may, and no more, for that would cost time
    at each place of a text."""
    tree = parser.parse(form)
    may = {key for key, chars in CLASSES.items() if any(any(_begins(tree, c)) for c in chars)}
    assert may == set(begins), name
