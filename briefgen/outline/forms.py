"""Turn a value of the wrong form into how it is to be written, with the author's own words in it.

Only what is told as a problem comes here. Every function gives YAML in its flow form, shortened to
be quoted in a message, or "" where the words give no hint of what was meant.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Protocol, get_args, get_origin

from briefgen.brief.model import Ref, Text, Word
from briefgen.brief.roles import innermost
from briefgen.outline.language import LANGUAGES
from briefgen.outline.nearest import closest
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, is_empty, shorten
from briefgen.patterns import pattern
from briefgen.problems import Phrase, phrase
from briefgen.record import is_record

# What is not said again in full: the length of quoted words, the items of a list, what is left out.
_WORDS, _ITEMS, _REST = 16, 3, "…"
# What people part items with in a line.
_PARTED = pattern(r"\s*[；;、]\s*")
# What a plain scalar in a flow collection may not hold, or begin with (YAML 1.2.2, 7.3.3).
_SPECIAL = pattern(r"""^[-?:,\[\]{}#&*!|>'"%@`]|[,\[\]{}]|: |:$| #""")


class Field(Protocol):
    """What has to be known of a record's field."""

    @property
    def name(self) -> str: ...

    @property
    def hint(self) -> Any: ...

    @property
    def required(self) -> bool: ...


def written(form: str, otherwise: Phrase) -> Phrase:
    """The hint that something is written so; where no form is known, another."""
    return phrase("written-so", form=form) if form else otherwise


def as_record(fields: Sequence[Field], node: Node) -> str:
    """Words, or a list, as the mapping of a record's keys that they were meant for.

    `第一件事` for a record of `head` and `text` is `{head: 第一件事, text: …}`.
    """
    if isinstance(node, Mapping) or is_empty(node):
        return ""
    target = _target(fields, isinstance(node, nodes.Sequence))
    if isinstance(node, Scalar):
        # One of the words that a field can be is that.
        options = (f for f in fields if node.text in get_args(_bare(f.hint)))
        target = next(options, target)
    elif target is None and (row := _in_order(fields, node)):
        return row
    if target is None:
        alone = isinstance(node, nodes.Sequence) and len(node.items) == 1
        return _shown(node.items[0]) if alone and isinstance(node, nodes.Sequence) else ""
    said = [
        f"{each.name}: {_shown(node) if each is target else _REST}"
        for each in fields
        if each.required or each is target
    ]
    return "{" + ", ".join(said) + "}"


def _in_order(fields: Sequence[Field], row: nodes.Sequence) -> str:
    """The cells of a row as the values of a record's fields, the required ones first; "" where
    there are not so many, or too few."""
    asked = [each for each in fields if each.required]
    order = [*asked, *(each for each in fields if not each.required)]
    items = row.items
    plain = all(isinstance(item, Scalar) and not is_empty(item) for item in items)
    if not plain or not len(asked) <= len(items) <= len(order) or len(items) < 2:
        return ""
    said = (f"{field.name}: {_shown(item)}" for field, item in zip(order, items, strict=False))
    return "{" + ", ".join(said) + "}"


def as_pair(fields: Sequence[Field], node: Mapping) -> str:
    """`建平台: 共享仪器`, a key of none of these fields, as `{head: 建平台, text: 共享仪器}`; a
    list behind words as what stands below them.

    "" where the key is the record's own, or it does not begin with a text.
    """
    names = {each.name for each in fields}
    if (
        not fields
        or len(node.entries) != 1
        or names & node.entries.keys()
        or fields[0].hint is not Text
    ):
        return ""
    ((key, entry),) = node.entries.items()
    if is_empty(entry.value) or isinstance(entry.value, Mapping) or _is_key(key, names):
        return ""
    listed = isinstance(entry.value, nodes.Sequence)
    second = _target(fields[1:], listed) or (None if listed else _list_of_texts(fields[1:]))
    if second is None:
        return ""
    own = f"[{_shown(entry.value)}]" if not listed and _is_list(second) else _shown(entry.value)
    said = [f"{fields[0].name}: {_plain(key)}", f"{second.name}: {own}"]
    said += [f"{each.name}: {_REST}" for each in fields[1:] if each.required and each != second]
    return "{" + ", ".join(said) + "}"


def _is_key(key: str, names: Collection[str]) -> bool:
    """Whether a key is meant as one: a language, or a name that is misspelt."""
    return key in LANGUAGES or bool(closest(key, names))


def as_list(fields: Sequence[Field], node: Node, brief: bool) -> str:
    """A value alone as the list that is wanted: its parts, where it has several; `fields` are those
    of the items, if they are records, which are `brief` where a text may stand for one."""
    if is_empty(node) or isinstance(node, nodes.Sequence):
        return ""
    if isinstance(node, Mapping):
        return _pairs(fields, node)
    parts = [part for part in _PARTED.split(node.text.strip()) if part]
    items = [Scalar(part, node.mark) for part in parts]
    shown = [_shown(item) if brief else as_record(fields, item) for item in items[:_ITEMS]]
    rest = [_REST] if len(items) > _ITEMS or len(items) == 1 else []
    return f"[{', '.join([*shown, *rest])}]" if all(shown) else ""


def _pairs(fields: Sequence[Field], node: Mapping) -> str:
    """Several keys with values as a list of the same: of rows, or of records."""
    entries = list(node.entries.items())
    if len(entries) > 1 and all(isinstance(entry.value, Scalar) for _, entry in entries):
        alone = [Mapping({key: entry}, node.mark) for key, entry in entries[:_ITEMS]]
        made = [as_pair(fields, each) for each in alone]
        if not fields:
            made = [f"[{_plain(key)}, {_shown(entry.value)}]" for key, entry in entries[:_ITEMS]]
        if all(made):
            return f"[{', '.join([*made, *([_REST] if len(entries) > _ITEMS else [])])}]"
    return f"[{as_pair(fields, node) or _shown(node)}, {_REST}]"


def as_text(node: Node) -> str:
    """A list, or pairs of words, as one text: `甲；乙`, `建平台：共享仪器`."""
    if isinstance(node, nodes.Sequence):
        said = [each.text.strip() for each in node.items if isinstance(each, Scalar)]
        return "；".join(map(_short, said)) if said and len(said) == len(node.items) else ""
    if not isinstance(node, Mapping):
        return ""
    pairs = [
        f"{_short(key)}：{_short(entry.value.text)}"
        for key, entry in node.entries.items()
        if isinstance(entry.value, Scalar) and not is_empty(entry.value)
    ]
    return "；".join(pairs) if pairs and len(pairs) == len(node.entries) else ""


def _target(fields: Sequence[Field], several: bool) -> Field | None:
    """The field that words, or a list of them, were most likely meant for."""

    def fits(each: Field, kinds: tuple[Any, ...]) -> bool:
        inner = innermost(each.hint)
        deep = is_record(inner) and inner not in (Text, Ref, Word)
        return _is_list(each) == several and (inner in kinds or (deep and several))

    asked = [each for each in fields if each.required]
    if not several and not asked and (plain := _list_of_texts(fields)):
        return plain
    for kinds in ((Text,), (Ref, Word), (str,)):
        for group in (asked, fields):
            if found := next((each for each in group if fits(each, kinds)), None):
                return found
    return None if several else _list_of_texts(fields)


def _list_of_texts(fields: Sequence[Field]) -> Field | None:
    """The first field that is a list of texts, of which one may stand alone."""
    return next((f for f in fields if _is_list(f) and innermost(f.hint) is Text), None)


def _is_list(field: Field) -> bool:
    return get_origin(_bare(field.hint)) is tuple


def _bare(hint: Any) -> Any:
    """The hint without `| None`."""
    options = [each for each in get_args(hint) if each is not type(None)]
    return options[0] if type(None) in get_args(hint) else hint


def _shown(node: Node) -> str:
    if isinstance(node, Scalar):
        return _plain(node.text)
    if isinstance(node, nodes.Sequence):
        rest = [_REST] if len(node.items) > _ITEMS else []
        return f"[{', '.join([*map(_shown, node.items[:_ITEMS]), *rest])}]"
    pairs = [f"{key}: {_shown(entry.value)}" for key, entry in node.entries.items()]
    rest = [_REST] if len(pairs) > _ITEMS else []
    return "{" + ", ".join([*pairs[:_ITEMS], *rest]) + "}"


def _short(text: str) -> str:
    return shorten(text, _WORDS)


def _plain(text: str) -> str:
    """Words as a flow collection may hold them: in quotes where they have to be."""
    said = _short(text)
    if not _SPECIAL.search(said):
        return said
    return "'" + said.replace("'", "''") + "'"
