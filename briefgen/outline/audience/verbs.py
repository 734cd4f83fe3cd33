"""Turn the items of one part into those that an audience sees: drop, keep, set, order, add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as ByName
from types import MappingProxyType

from briefgen.outline.audience.merge import merge, tell_idle
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, same, what
from briefgen.problems import Mark, Part, Phrase, Problems
from briefgen.record import Record, State, field

VERBS = ("drop", "keep", "set", "order", "add")


class _Added(Record):
    """An item that `add` adds: where it goes is “before” or “after” an anchor; None is the end."""

    id: str
    place: tuple[str, Node] | None
    node: Node


def change(
    outline: Mapping,
    part: str,
    noun: str,
    verbs: Node,
    problems: Problems,
    withheld: ByName[str, Phrase] = MappingProxyType({}),
    line_by_line: bool = True,
) -> Mapping:
    """The outline with one part changed by an audience's verbs; `noun` is what `add` adds.

    `withheld` are the ids that this audience may not see, each with whom it is for. With
    `line_by_line` every line of `set` that changes nothing is told, and not only whole settings.

    The verbs work in the order of `VERBS`, so that what is added stands exactly where it is said.
    """
    if not isinstance(verbs, Mapping):
        problems.add("no-verbs", verbs.mark, part=part, what=what(verbs), verbs=VERBS)
        return outline
    for verb, entry in verbs.entries.items():
        if verb not in VERBS:
            problems.add("unknown-verb", entry.key, verb=verb, offer=nearest(verb, VERBS))
    found = outline.entries.get(part)
    items = Items(
        part, dict(_pairs(found.value) if found else ()), problems, withheld, line_by_line
    )
    _drop(items, verbs)
    if (settings := verbs.get("set")) is not None:
        _set(items, settings)
    added = _additions(items, noun, verbs.get("add"))
    order = verbs.get("order")
    named = _names(order)
    # What `order` names must be there to be ordered; all else goes to its place in that order.
    _insert(items, (each for each in added if each.id in named))
    if order is not None:
        _order(items, order)
    _insert(items, (each for each in added if each.id not in named))
    key, mark = (found.key, found.value.mark) if found else (verbs.mark, verbs.mark)
    whole = found.value if found else None
    return outline.with_entry(part, Entry(key, _joined(part, items, whole, mark)))


def reorder(ids: list[str], order: list[str]) -> list[str]:
    """`ids` so that those of `order` come in that order.

    One that is not named keeps following its former predecessor: each named item takes along the
    unnamed ones behind it. Unnamed ones before the first named stay in front.

    >>> reorder(["a", "b", "c", "d", "e"], ["d", "b"])
    ['a', 'd', 'e', 'b', 'c']
    """
    front: list[str] = []
    runs: dict[str, list[str]] = {id: [] for id in order}
    run = front
    for id in ids:
        run = runs.get(id, run)
        run.append(id)
    return front + [id for named in order for id in runs[named]]


class Items(State):
    """The items of one part by id, in order. Items without an id keep their place under a key
    that no author can write; what is wrong with them is said when they are converted."""

    part: str
    nodes: dict[str, Node]
    problems: Problems
    withheld: ByName[str, Phrase] = field(default_factory=dict)
    # Whether lines of `set` that change nothing are told one by one.
    line_by_line: bool = True

    def known(self, node: Node) -> str | None:
        """The id that `node` writes, if an item has it; a problem if not."""
        if isinstance(node, Scalar) and node.text in self.nodes:
            return node.text
        names = [id for id in self.nodes if not id.startswith("#")]
        if not isinstance(node, Scalar):
            self.add("item-not-an-id", node.mark, part=self.part, what=what(node))
        elif who := self.withheld.get(node.text):
            self.add("restricted-id", node.mark, id=node.text, part=self.part, who=who)
        else:
            offer = nearest(node.text, names)
            self.add("unknown-id", node.mark, part=self.part, id=node.text, offer=offer)
        return None

    def listed(self, verb: str, node: Node) -> list[str]:
        """The ids that a verb lists, each once."""
        if not isinstance(node, Sequence):
            self.add("verb-not-a-list", node.mark, verb=verb, what=what(node))
            return []
        found: dict[str, Mark] = {}
        for each in node.items:
            id = self.known(each)
            if id in found:
                self.add("named-twice", each.mark, verb=verb, id=id, line=found[id].line)
            elif id is not None:
                found[id] = each.mark
        if not node.items and verb != "keep":
            self.no_effect(verb, node.mark)
        return list(found)

    def no_effect(self, verb: str, mark: Mark) -> None:
        self.add("no-effect-verb", mark, verb=verb)

    def add(self, code: str, mark: Mark, /, **parts: Part) -> None:
        """Tell a problem of the catalogue, as `Problems.add` does."""
        self.problems.add(code, mark, **parts)


def _drop(items: Items, verbs: Mapping) -> None:
    drop, keep = verbs.get("drop"), verbs.get("keep")
    if drop is not None and keep is not None:
        items.add("drop-and-keep", verbs.key_mark("keep"))
    elif drop is not None:
        for id in items.listed("drop", drop):
            del items.nodes[id]
    elif keep is not None:
        kept = set(items.listed("keep", keep))
        if kept and kept == set(items.nodes):
            items.no_effect("keep", keep.mark)
        if kept or (isinstance(keep, Sequence) and not keep.items):
            items.nodes = {id: node for id, node in items.nodes.items() if id in kept}


def _set(items: Items, settings: Node) -> None:
    if not isinstance(settings, Mapping):
        items.add("set-not-a-mapping", settings.mark, what=what(settings))
        return
    for id, entry in settings.entries.items():
        if items.known(Scalar(id, entry.key)) is None:
            continue
        base, own = items.nodes[id], entry.value
        if not isinstance(own, Mapping) or not isinstance(base, Mapping):
            items.add("set-wants-keys", own.mark, id=id, what=what(own))
            continue
        if "id" in own.entries:
            items.add("set-id", own.key_mark("id"))
            own = own.without("id")
        new = merge(base, own)
        kinds = [node.get("kind") for node in (base, own)]
        if kinds[0] and kinds[1] and not same(kinds[0], kinds[1]):
            new = Mapping({"id": base.entries["id"], **own.entries}, own.mark)
        if same(base, new):
            items.no_effect("set", entry.key)
        elif items.line_by_line and new.mark is not own.mark:
            tell_idle(base, own, items.problems)
        items.nodes[id] = new


def _order(items: Items, order: Node) -> None:
    named = items.listed("order", order)
    before = list(items.nodes)
    end = _end(items, before, named)
    after = reorder(before[: len(before) - len(end)], named) + end
    if named and after == before:
        items.no_effect("order", order.mark)
    if items.part == "deck":
        _tell_ends(items, before, after, order.mark)
    items.nodes = {id: items.nodes[id] for id in after}


def _end(items: Items, before: list[str], named: list[str]) -> list[str]:
    """The closing slide and what stands behind it, where an order names nothing of that: who puts
    other slides in order leaves the end of the deck at its end."""
    kinds = [_kind(items.nodes[id]) for id in before]
    if items.part != "deck" or "closing" not in kinds:
        return []
    end = before[kinds.index("closing") :]
    return [] if set(end) & set(named) else end


def _tell_ends(items: Items, before: list[str], after: list[str], mark: Mark) -> None:
    """Warn of a deck whose cover is no longer first, or that goes on behind its closing slide."""
    for id in before:
        kind, at = _kind(items.nodes[id]), after.index(id)
        earlier = set(before[: before.index(id)])
        if kind == "cover" and at and not before.index(id):
            items.add("cover-not-first", mark, id=id, first=after[0])
        elif kind == "closing" and (later := [o for o in after[at + 1 :] if o in earlier]):
            items.add("closing-not-last", mark, id=id, later=tuple(later))


def _kind(node: Node) -> str:
    found = node.get("kind") if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) else ""


def _additions(items: Items, noun: str, add: Node | None) -> list[_Added]:
    """What `add` lists, each under an id of its own."""
    if add is None:
        return []
    if not isinstance(add, Sequence):
        items.add("add-not-a-list", add.mark, noun=noun, what=what(add))
        return []
    found: list[_Added] = []
    for each in add.items:
        node = each.get(noun) if isinstance(each, Mapping) else None
        if not isinstance(each, Mapping) or not isinstance(node, Mapping):
            items.add("adds-nothing", each.mark, noun=noun)
            continue
        for key, entry in each.entries.items():
            if key not in ("before", "after", noun):
                offer = nearest(key, ("before", "after", noun))
                items.add("unknown-key", entry.key, key=key, offer=offer)
        places = [(word, at) for word in ("before", "after") if (at := each.get(word)) is not None]
        if len(places) > 1:
            items.add("before-and-after", each.mark)
        id = _id(node)
        if id and (id in items.nodes or any(id == other.id for other in found)):
            mark = node.entries["id"].value.mark
            items.add("id-taken", mark, id=id)
            continue
        place = places[0] if places else None
        found.append(_Added(id or f"#{noun}-{node.mark}", place, node))
    return found


def _insert(items: Items, added: Iterable[_Added]) -> None:
    for each in added:
        ids = list(items.nodes)
        at = len(ids)
        if each.place:
            word, anchor = each.place
            if (id := items.known(anchor)) is not None:
                at = ids.index(id) + (word == "after")
        ids.insert(at, each.id)
        nodes = {**items.nodes, each.id: each.node}
        items.nodes = {id: nodes[id] for id in ids}


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    """The items of a part by id: of a list of mappings, or of a mapping by id."""
    if isinstance(node, Mapping):
        for id, entry in node.entries.items():
            yield id, entry.value
    elif isinstance(node, Sequence):
        seen: set[str] = set()
        for number, item in enumerate(node.items):
            id = _id(item)
            yield (id if id and id not in seen else f"#{number}"), item
            seen.add(id)


def _joined(part: str, items: Items, whole: Node | None, mark: Mark) -> Node:
    """The items as the part writes them: figures as a mapping by id, the others as a list. What is
    told of one that `whole`, the outline's own part, has is told at its place there."""
    if part != "figures":
        return Sequence(tuple(items.nodes.values()), mark)
    entries = {}
    known = whole.entries if isinstance(whole, Mapping) else {}
    for id, node in items.nodes.items():
        bare = node.without("id") if isinstance(node, Mapping) else node
        entries[id] = Entry(known[id].key if id in known else node.mark, bare)
    return Mapping(entries, mark)


def _id(node: Node) -> str:
    found = node.get("id") if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) else ""


def ids(outline: Mapping, part: str) -> list[str]:
    """The ids of a part's items, in order."""
    node = outline.get(part)
    return [id for id, _ in _pairs(node)] if node else []


def _names(order: Node | None) -> set[str]:
    items = order.items if isinstance(order, Sequence) else ()
    return {each.text for each in items if isinstance(each, Scalar)}
