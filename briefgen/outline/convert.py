"""Turn nodes into records, as their type hints say.

A field's hint decides how its value is read: `str`, `int`, `bool` (yes, no, true, false),
`Decimal`, `Literal[…]`, `Text`, `Ref`, `X | None`, `tuple[X, ...]`, `Mapping[str, str]` (a text by
language), `Mapping[str, X]` (records by id), a record, and `Annotated[…, rules]` of these.
Every problem is collected at its place, and conversion goes on with what is left, so that later
checks find their problems in the same run: what is made is only to be used if none is an error.

Conventions: a field `mark: Mark` receives the place of the mapping, any other `NAME_mark: Mark`
that of NAME's value. A `Ref` names a figure, if no note (`Names`) says otherwise.

A record whose first field is a `Ref`, a `Text` or the path of a file (`INSIDE`), and whose others
all have defaults, may be written as that id, text or path alone: `先立后破` for `{head: 先立后破}`.
So may one whose fields are noted as `Alone`, as their words or their list.
A mapping with any key of the record is the record; one without, such as `{zh: …, en: …}`, is the
text in one of its forms. Of a list that may have one item, and whose items are texts or may be
written so, that item may be written alone.
"""

from __future__ import annotations

import types
from collections import abc
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from briefgen.brief.hints import (
    INSIDE,
    SLUG,
    Alone,
    Dated,
    Doc,
    Known,
    Length,
    Pattern,
    Terms,
    named_by,
)
from briefgen.brief.model import Ref, Text, Word
from briefgen.brief.roles import check_roles, innermost, notes_of
from briefgen.outline import scalars
from briefgen.outline.language import (
    Target,
    by_language,
    by_name,
    dated,
    is_text,
    long_text,
    says_nothing,
    text,
)
from briefgen.outline.listed import items_of, rules_within, told_blank, unwidened
from briefgen.outline.nearest import likeliest, nearest
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, is_blank, is_empty, what
from briefgen.patterns import form
from briefgen.problems import Mark, phrase
from briefgen.record import Record, defaults, is_record, replace

T = TypeVar("T")
_BY_LANGUAGE = abc.Mapping[str, str]
# None means that nothing could be made of the node, and that this has been reported.
Reader: TypeAlias = Callable[[Node, Target], Any]


class Field(Record):
    """A field of a record as an author sees it."""

    name: str
    hint: Any
    required: bool
    doc: str
    rules: tuple[object, ...]

    def __str__(self) -> str:
        said = spoken(self.hint)
        said += "".join(f", {rule} of them" for rule in self.rules if isinstance(rule, Length))
        said += "" if self.required else ", optional"
        return f"{self.name:<12} {said}{': ' if self.doc else ''}{self.doc}"


def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields that an author may write, in the order of their declaration."""
    return _fields(cls)


@cache
def _fields(cls: type) -> tuple[Field, ...]:
    given = defaults(cls)
    found = []
    for name, noted in notes_of(cls).items():
        if noted.hint is not Mark:
            doc = noted.first(Doc)
            required = name not in given
            found.append(Field(name, noted.hint, required, doc.text if doc else "", noted.notes))
    return tuple(found)


def spoken(hint: Any) -> str:
    """A type hint in an author's words: “texts”, “figure id”, “head, text” …"""
    hint = unwrapped(hint)
    if get_origin(hint) is tuple:
        return f"list of ({spoken(get_args(hint)[0])})"
    if get_origin(hint) is Literal:
        return " | ".join(get_args(hint))
    if get_origin(hint) is abc.Mapping:
        return "text" if get_args(hint)[1] is str else f"by id: ({spoken(get_args(hint)[1])})"
    names = {
        Text: "text",
        Ref: "id",
        str: "word",
        Word: "word",
        bool: "yes or no",
        int: "whole number",
        Decimal: "number",
    }
    if hint in names:
        return names[hint]
    return ", ".join(each.name + ("" if each.required else "?") for each in fields_of(hint))


def convert(cls: type[T], node: Node, to: Target) -> T | None:
    """`node` as an instance of the record; None where it cannot be one."""
    made = convert_together((cls,), node, to)
    return None if made is None else made[0]


def convert_as(hint: Any, node: Node, to: Target, name: str, rules: Sequence[object]) -> Any:
    """`node` as a value of any type that a field may have; None where it cannot be one."""
    return _reader(hint, name, tuple(rules))(node, to)


def convert_together(
    classes: tuple[type, ...], node: Node, to: Target, given: abc.Mapping[str, Any] | None = None
) -> tuple[Any, ...] | None:
    """One mapping that holds the fields of several records, as an instance of each.

    Values of `given` are taken as they are, and may not be written. None where a required value is
    missing.
    """
    given = given or {}
    if len(classes) == 1 and (first := _alone(classes[0], node)):
        value = _reader(first.hint, first.name, first.rules)(node, to)
        marks = {name: node.mark for name, of in _marks(classes[0]) if of in ("", first.name)}
        return None if value is None else (classes[0](**{first.name: value}, **marks),)
    if not isinstance(node, Mapping):
        from briefgen.outline import forms  # as everywhere here: few outlines have mistakes

        fields = [f for c in classes for f in fields_of(c) if f.name not in given]
        right = forms.written(forms.as_record(fields, node), phrase("as-keys"))
        keys = tuple(f.name for f in fields)
        to.add("not-a-mapping", node.mark, found=what(node), keys=keys, right=right)
        return None
    mended = _known_keys(classes, node, to, given)
    if mended is None:
        return None
    made = tuple([_one(cls, mended, to, given) for cls in classes])
    return None if any(one is None for one in made) else made


def _known_keys(
    classes: tuple[type, ...], node: Mapping, to: Target, given: abc.Mapping[str, Any]
) -> Mapping | None:
    """A mapping that can be read; None where it is a pair for what has keys of its own. Keys that
    nothing knows become problems, and are read as what they seem to mean."""
    names = [f.name for c in classes for f in fields_of(c) if f.name not in given]
    if node.entries.keys() <= set(names):
        return node
    from briefgen.outline import forms

    if len(classes) == 1 and not given and (form := forms.as_pair(fields_of(classes[0]), node)):
        ((key, entry),) = node.entries.items()
        to.add("pair-for-keys", entry.key, key=key, form=form)
        return None
    mended = node
    for key, entry in node.entries.items():
        if key not in names:
            to.add("unknown-key", entry.key, key=key, offer=nearest(key, names))
            likely = likeliest(key, names)
            if likely and likely not in mended.entries:
                mended = mended.with_entry(likely, entry)
    return mended


def _one(cls: type, node: Mapping, to: Target, given: abc.Mapping[str, Any]) -> Any:
    values: dict[str, Any] = {}
    sound = True
    for each, hint, reader in _plan(cls):
        if each.name in given:
            values[each.name] = given[each.name]
            continue
        entry, value = node.entries.get(each.name), None
        if entry and not (empty := _is_nothing(entry.value, hint)):
            value = reader(entry.value, to)
            # The cells of a row may leave no words.
            empty = bool(to.row) and value == {} and hint == _BY_LANGUAGE
        if entry is None or empty:
            if each.required:
                mark = entry.key if entry else given.get("mark", node.mark)
                about = phrase("about", doc=each.doc) if each.doc else ""
                to.add("empty" if entry else "missing", mark, key=each.name, about=about)
                sound = False
            continue
        if value is not None:
            values[each.name] = value
        elif each.required:
            sound = False
    if not sound:
        return None
    for name, source in _marks(cls):
        entry = node.entries.get(source) if source else None
        values[name] = entry.value.mark if entry else given.get("mark", node.mark)
    return cls(**values)


def _is_nothing(node: Node, hint: Any) -> bool:
    """Whether a field was left empty: nothing after the colon, or no words for a text."""
    if hint is str:
        return is_blank(node)
    return is_empty(node) or (hint in (Text, _BY_LANGUAGE) and says_nothing(node))


def check_readable(cls: type, within: tuple[type, ...] = ()) -> None:
    """Raise TypeError where a field of a record, or of the records in it, cannot be read.

    `within` are the records that this one is a part of: none may be a part of itself.
    """
    if cls in within:
        raise TypeError(f"{cls.__name__} is a part of itself")
    check_roles(cls)
    for each, *_ in _plan(cls):
        inner = innermost(each.hint)
        if is_record(inner) and inner not in (Text, Ref, Word):
            check_readable(inner, (*within, cls))


@cache
def _plan(cls: type) -> tuple[tuple[Field, Any, Reader], ...]:
    """The fields that an author may write, each with its bare type and what reads it."""
    fields = fields_of(cls)
    return tuple((f, unwrapped(f.hint), _reader(f.hint, f.name, f.rules)) for f in fields)


@cache
def _marks(cls: type) -> tuple[tuple[str, str], ...]:
    """The fields that receive places: (field, the key whose value's place it is, "" for all)."""
    return tuple(
        (name, name.removesuffix("mark").rstrip("_"))
        for name, noted in notes_of(cls).items()
        if noted.hint is Mark
    )


@cache
def stands_alone(cls: type) -> Field | None:
    """The field, an id, a text or a path, that may stand for the whole record."""
    first, *others = fields_of(cls) or (None,)
    if first and first.required and not any(f.required for f in others):
        return first if first.hint in (Ref, Text) or INSIDE in first.rules else None
    return noted_alone(cls, "words")


def noted_alone(cls: type, what: Literal["words", "list"]) -> Field | None:
    """The field that is noted to stand for the whole record, where that is words or a list."""
    found = next((each for each in fields_of(cls) if Alone(what) in each.rules), None)
    return found and replace(found, hint=unwrapped(found.hint))


def may_be_one(hint: Any, length: Length | None) -> bool:
    """Whether one text may stand for a list of such items."""
    if length and length.least > 1:
        return False
    hint = unwrapped(hint)
    alone = is_record(hint) and hint not in (Ref, Word, Text) and stands_alone(hint)
    return hint is Text or bool(alone and alone.hint is not Ref)


def _alone(cls: type, node: Node) -> Field | None:
    """The field that `node` is written for where it stands for the whole record."""
    if isinstance(node, nodes.Sequence):
        return noted_alone(cls, "list")
    first = stands_alone(cls)
    if first is None or isinstance(node, Scalar):
        return first
    if first.hint is not Text or not isinstance(node, Mapping) or not is_text(node):
        return None
    return None if any(each.name in node.entries for each in fields_of(cls)) else first


def unwrapped(hint: Any) -> Any:
    """The hint without `| None` and without its rules."""
    if isinstance(hint, type):  # most are, and have neither
        return hint
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return hint


@cache
def _reader(hint: Any, name: str, rules: tuple[object, ...]) -> Reader:
    """The function that reads a value of this type in a field of this name."""
    if get_origin(hint) is Annotated:
        hint, *noted = get_args(hint)
        rules = (*rules, *noted)
    hint = unwrapped(hint)
    names = named_by(rules)
    if get_origin(hint) is tuple:
        return _list_reader(get_args(hint)[0], name, rules)
    if get_origin(hint) is abc.Mapping:
        return scalars.terms if Terms() in rules else _by_key_reader(get_args(hint)[1])
    if get_origin(hint) is Literal:
        return scalars.choice(get_args(hint))
    if hint is Text:
        return long_text if name == "notes" else dated if Dated() in rules else text
    if hint is Ref:
        return scalars.reference(names or "figure")
    if hint is Word:
        return scalars.marked
    if hint is str:
        if known := next((rule for rule in rules if isinstance(rule, Known)), None):
            return scalars.known(known)
        pattern = next((rule for rule in rules if isinstance(rule, Pattern)), None)
        return scalars.word(pattern, names)
    if hint is bool:
        return scalars.boolean
    if hint is int:
        return scalars.number(scalars.INTEGER, int, "not-a-whole-number")
    if hint is Decimal:
        return scalars.number(scalars.DECIMAL, Decimal, "not-a-number")
    if is_record(hint):
        return lambda node, to: convert(hint, node, to)
    raise TypeError(f"no way to read {hint} for the field {name}")


def _list_reader(hint: Any, name: str, rules: tuple[object, ...]) -> Reader:
    item = _reader(hint, name, rules_within(hint, rules))
    length = next((rule for rule in rules if isinstance(rule, Length)), None)
    one = may_be_one(hint, length)
    bare = unwrapped(hint)
    own = fields_of(bare) if is_record(bare) and bare not in (Text, Ref, Word) else ()
    first = stands_alone(bare) if own else None
    brief = not own or first is not None

    ids = bare in (Ref, Word) or bool(first and first.hint is Ref)

    def read(given: Node, to: Target) -> tuple[Any, ...] | None:
        node = unwidened(given, ids, to)
        if node is None:
            return None
        if one and isinstance(node, Scalar):
            if is_blank(node):
                to.add("empty-item", node.mark)
                return None
            alone = item(node, to)
            return None if alone is None else (alone,)
        if not isinstance(node, nodes.Sequence):
            from briefgen.outline import forms

            right = forms.written(forms.as_list(own, node, brief), phrase("as-a-list"))
            to.add("not-a-list", node.mark, found=what(node), right=right)
            return None
        made = items_of(node, item, told_blank(bare, first and first.hint, rules), to)
        count = len(node.items)
        if length and not length.least <= count <= length.most:
            code = "too-few-items" if count < length.least else "too-many-items"
            to.add(code, node.mark, count=count, fit=str(length))
        return tuple(made)

    return read


def _by_key_reader(of: Any) -> Reader:
    if get_origin(of) is abc.Mapping:
        return by_name
    return by_language if of is str else _by_id_reader(of)


def _by_id_reader(cls: type) -> Reader:
    has_id = any(each.name == "id" for each in fields_of(cls))

    def read(node: Node, to: Target) -> dict[str, Any] | None:
        if not isinstance(node, Mapping):
            to.add("not-by-id", node.mark, found=what(node))
            return None
        made: dict[str, Any] = {}
        for key, entry in node.entries.items():
            if not form(SLUG.regex).fullmatch(key):
                to.add("bad-id", entry.key, key=key, form=SLUG.words)
            given: dict[str, Any] = {"id": key, "mark": entry.key} if has_id else {}
            one = convert_together((cls,), entry.value, to, given)
            if one is not None:
                made[key] = one[0]
        return made

    return read
