"""Turn an outline with restrictions into what one audience may see, and what it may not.

    only: [cadre]        this is for these audiences and for no other
    not: [overseas]      this is for every audience but these, and those that extend them

Either may stand in any mapping of the outline: a slide, a block, a point, a figure. A text or an
id is restricted as `{text: …, only: […]}`, `{figure: id, not: […]}`. `base` is the outline itself.
What an audience may not see is taken out of its outline, and kept apart, to be searched for in the
finished files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as ByName
from functools import cache

from briefgen.brief.model import Secret, Text
from briefgen.brief.roles import innermost
from briefgen.facts.quantity import Quantity, QuantityError, read
from briefgen.outline.convert import fields_of, stands_alone
from briefgen.outline.language import LANGUAGES
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, what
from briefgen.outline.written import OutlineForm
from briefgen.problems import Phrase, Problems, phrase
from briefgen.record import Record, State, field, is_record, replace

RULES = ("only", "not")
# What a text or an id is called where it stands in a mapping for the sake of its restriction.
_WRAPPERS = ({"text"}, {"figure"}, {"topic"})


class Reader(Record):
    """Who reads: an audience ("base" for the outline itself), those that it extends, and every
    name that there is."""

    name: str
    extends: tuple[str, ...]
    known: tuple[str, ...]


class Restricted(State):
    """What is left of an outline, the secrets that were taken out of it, and the ids that are
    gone by part, each with who may see it."""

    nodes: Mapping
    secrets: list[Secret] = field(default_factory=list)
    ids: dict[str, dict[str, Phrase]] = field(default_factory=dict)

    def then(self, later: Restricted) -> Restricted:
        """What is left after `later` too, and all that was taken out."""
        parts = {*self.ids, *later.ids}
        ids = {part: self.ids.get(part, {}) | later.ids.get(part, {}) for part in parts}
        return Restricted(later.nodes, [*self.secrets, *later.secrets], ids)


def restrict(
    outline: Mapping,
    reader: Reader,
    classes: Callable[[], tuple[type, ...]],
    problems: Problems,
    plain: dict[int, Node],
) -> Restricted:
    """The outline as `reader` may see it.

    `classes` gives the records of the slide kinds' fields: they say which values are words.
    `plain` holds parts in which nothing is restricted, by their id: they are looked through once.
    A restriction that names no known audience, or nobody, is a problem at its place.
    """
    work = _Work(reader, classes, problems, Restricted(outline))
    entries: dict[str, Entry] = {}
    for part, entry in outline.entries.items():
        left: Node | None = plain.get(id(entry.value))
        if left is None:
            work.ruled = False
            left = work.walk(entry.value, (part,))
            if not work.ruled:
                plain[id(entry.value)] = entry.value
        if left is not None:
            entries[part] = entry if left is entry.value else Entry(entry.key, left)
    if any(entries.get(part) is not entry for part, entry in outline.entries.items()):
        work.found.nodes = replace(outline, entries=entries)
    return work.found


class _Work(State):
    reader: Reader
    classes: Callable[[], tuple[type, ...]]
    problems: Problems
    found: Restricted
    # Whether anything was restricted, for whomever.
    ruled: bool = False

    def walk(self, node: Node, path: tuple[str, ...]) -> Node | None:
        """What is left of a node; the node itself where nothing is taken out; None if all is."""
        if isinstance(node, Scalar):
            return node
        if isinstance(node, Sequence):
            items = [self.walk(item, path) for item in node.items]
            if all(new is old for new, old in zip(items, node.items, strict=True)):
                return node
            return Sequence(tuple(item for item in items if item is not None), node.mark)
        rules = [rule for rule in RULES if _is_rule(node, rule)]
        self.ruled = self.ruled or bool(rules)
        if rules and not self._may_see(node, rules):
            self._withhold(node, path, _said(node, rules))
            return None
        entries: dict[str, Entry] = {}
        for key, entry in node.entries.items():
            if key not in rules:
                left = self.walk(entry.value, (*path, key))
                if left is not None:
                    entries[key] = entry if left is entry.value else Entry(entry.key, left)
        if rules and entries.keys() in _WRAPPERS:
            return next(iter(entries.values())).value
        if all(entries.get(key) is entry for key, entry in node.entries.items()):
            return node
        return replace(node, entries=entries)

    def _may_see(self, node: Mapping, rules: list[str]) -> bool:
        if len(rules) == 2:
            self.problems.add("only-and-not", node.key_mark("not"))
        sees = True
        for rule in rules:
            names = self._names(node.entries[rule].value)
            if rule == "only":
                sees = sees and self.reader.name in names
            else:
                sees = sees and names.isdisjoint((self.reader.name, *self.reader.extends))
        return sees

    def _names(self, node: Node) -> frozenset[str]:
        written = node.items if isinstance(node, Sequence) else (node,)
        if not written:
            self.problems.add("restriction", node.mark)
        known = self.reader.known
        for each in written:
            if not isinstance(each, Scalar):
                self.problems.add("not-an-audience", each.mark, what=what(each), names=known)
            elif each.text not in known:
                offer = nearest(each.text, known)
                self.problems.add("no-audience", each.mark, name=each.text, offer=offer)
        return frozenset(each.text for each in written if isinstance(each, Scalar))

    def _withhold(self, node: Mapping, path: tuple[str, ...], who: Phrase) -> None:
        id = node.get("id")
        known = path[1] if path[0] == "figures" and len(path) == 2 else ""
        known = id.text if isinstance(id, Scalar) and len(path) == 1 else known
        if known:
            self.found.ids.setdefault(path[0], {})[known] = who
        if path[0] == "figures" and len(path) == 2:
            quantity = _quantity(node)
            if quantity:
                self.found.secrets.append(Secret("", node.mark, who, quantity, known))
        # What is the value of a figure is no words, whatever a slide calls by that name.
        keys = _text_keys(self.classes()) - ({"value"} if path[0] == "figures" else set())
        for key, scalar in _scalars(node, path[-1]):
            if key in keys:
                self.found.secrets.append(Secret(scalar.text.strip(), scalar.mark, who))


def _is_rule(node: Mapping, key: str) -> bool:
    """Whether a key restricts: a figure or a source may itself be called `only`."""
    entry = node.entries.get(key)
    return entry is not None and not isinstance(entry.value, Mapping)


def _said(node: Mapping, rules: list[str]) -> Phrase:
    names = tuple(
        each.text
        for rule in rules
        for each in getattr(node.entries[rule].value, "items", (node.entries[rule].value,))
        if isinstance(each, Scalar)
    )
    return phrase("only-for", names=names) if rules[0] == "only" else phrase("not-for", names=names)


def _scalars(node: Node, key: str) -> Iterator[tuple[str, Scalar]]:
    """Every scalar below a node with the key that says what it is: languages do not."""
    if isinstance(node, Scalar):
        yield key, node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item, key)
    else:
        for name, entry in node.entries.items():
            if name not in RULES:
                yield from _scalars(entry.value, name if _is_item(node) else key)


def _is_item(node: Mapping) -> bool:
    """Whether a mapping is more than a text with its languages, shorter wording and restriction,
    or footnotes by their numbers."""
    others = node.entries.keys() - {*LANGUAGES, *RULES, "text", "short"}
    return not all(key.isdigit() for key in others)


def _quantity(node: Mapping) -> Quantity | None:
    """The quantity of a figure that is taken out, if it is one."""
    words = {
        key: found.text.strip()
        for key in ("value", "unit", "qualifier")
        if isinstance(found := node.get(key), Scalar)
    }
    value, unit = words.get("value", ""), words.get("unit", "")
    try:
        written = value if value.endswith(unit) else value + unit
        return read(written, words.get("qualifier", ""), opaque=True)
    except QuantityError:
        return None


@cache
def _text_keys(classes: tuple[type, ...]) -> frozenset[str]:
    """The names of all fields that hold words, in the outline and in the slides."""
    found = {"quote"}
    pending: list[type] = [OutlineForm, *classes]
    seen: set[type] = set()
    while pending:
        cls = pending.pop()
        if cls in seen:
            continue
        seen.add(cls)
        for each in fields_of(cls):
            hint = innermost(each.hint)
            if hint is Text or hint == ByName[str, str]:
                found.add(each.name)
            elif is_record(hint) and isinstance(hint, type):
                pending.append(hint)
                # A record that is written as its one text has that text under its own key.
                if (first := stands_alone(hint)) and first.hint is Text:
                    found.add(each.name)
    return frozenset(found)
