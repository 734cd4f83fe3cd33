"""Turn what stands where a list is wanted into its items.

Some lists were typed with the signs of a Chinese keyboard, and are read as what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_origin

from briefgen.brief.hints import Cells, Names
from briefgen.brief.model import Text
from briefgen.outline.language import Target, says_nothing
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, Sequence, is_empty, what
from briefgen.patterns import pattern
from briefgen.record import replace

_BRACKETS = pattern(r"[【［〔](.*)[】］〕]", re.DOTALL)
# Items that are typed in brackets are no longer than this.
_PART = 10
_STOPS = ("。", "！", "？", "；", "……")
_COMMAS = pattern(r"\s*[，、]\s*")


def unwidened(node: Node, ids: bool, to: Target) -> Node | None:
    """A list of ids with full-width commas or brackets (【a，b】, [a，b]) as the list that it is,
    since no id has such a sign; None where words stand in such brackets, which is told. So is a
    single item of a list in brackets with such commas. Any other node as it stands."""
    if not ids:
        if _is_widened(node):
            to.add("wide-brackets", node.mark, found=what(node))
            return None
        if lone := _lone_item(node):
            to.add("wide-commas", lone.mark, found=what(lone))
        return node
    if isinstance(node, Scalar) and (match := _BRACKETS.fullmatch(node.text.strip())):
        return Sequence(_split(replace(node, text=match[1])), node.mark)
    if isinstance(node, Sequence) and any(_has_commas(each) for each in node.items):
        items = [_split(each) if isinstance(each, Scalar) else (each,) for each in node.items]
        return Sequence(tuple(item for each in items for item in each), node.mark)
    return node


def _is_widened(node: Node) -> bool:
    """Whether words stand in full-width brackets with commas, as a list would."""
    match = _BRACKETS.fullmatch(node.text.strip()) if isinstance(node, Scalar) else None
    return bool(match and _COMMAS.search(match[1]))


def _lone_item(node: Node) -> Scalar | None:
    """The only item of a list in brackets, where full-width commas in it may be meant to part it;
    a text in quotation marks is one on purpose, and a sentence, with its full stop or of long
    parts, is one text."""
    if not isinstance(node, Sequence) or len(node.items) != 1:
        return None
    (item,) = node.items
    in_brackets = item.mark.line == node.mark.line and item.mark.column == node.mark.column + 1
    if not (in_brackets and isinstance(item, Scalar) and item.plain and "，" in item.text):
        return None
    long = any(len(part) > _PART for part in item.text.split("，"))
    return None if long or item.text.rstrip().endswith(_STOPS) else item


def _has_commas(node: Node) -> bool:
    return isinstance(node, Scalar) and bool(_COMMAS.search(node.text))


def _split(node: Scalar) -> tuple[Node, ...]:
    words = (word.strip() for word in _COMMAS.split(node.text.replace(",", "，")))
    return tuple(replace(node, text=word) for word in words if word)


def rules_within(hint: Any, rules: tuple[object, ...]) -> tuple[object, ...]:
    """The rules of a list, of items of a type, that its items have as well: what they name, and
    that lists in it are rows of cells."""
    cells = (Cells(),) if get_origin(hint) is tuple else ()
    return (*(rule for rule in rules if isinstance(rule, Names)), *cells)


def told_blank(item: Any, first: Any, rules: tuple[object, ...]) -> bool:
    """Whether blank items of a list are told: texts that are no cells, and records whose `first`
    field is a text."""
    return (item is Text and Cells() not in rules) or first is Text


def items_of(
    node: Sequence, item: Callable[[Node, Target], Any], of_texts: bool, to: Target
) -> list[Any]:
    """What `item` makes of the items of a list; empty ones are told."""
    made = []
    for each in node.items:
        # {} is a record of which nothing is given, and no text: what it lacks, its kind says.
        written = isinstance(each, Scalar) or (isinstance(each, Mapping) and bool(each.entries))
        if is_empty(each) or (of_texts and written and says_nothing(each)):
            to.add("empty-item", each.mark)
        elif (value := item(each, to)) is not None:
            made.append(value)
    return made
