"""Turn what leads to what into the ways that lead back to where they begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

# Of a larger circle no way is looked for: it would be longer than anybody reads.
_MOST = 40
Leads = Mapping[str, Sequence[str]]


def circles(leads: Leads) -> dict[str, tuple[str, ...]]:
    """For each id that can be reached from itself the way back to it, from the id to the id.

    >>> circles({"a": ["b"], "b": ["a", "c"], "c": []})
    {'b': ('b', 'a', 'b'), 'a': ('a', 'b', 'a')}
    """
    return {id: _way(id, leads, part) for part in _parts(leads) for id in part}


def _way(id: str, leads: Leads, part: Sequence[str]) -> tuple[str, ...]:
    if len(part) > _MOST:
        return (id, "…", id)
    ways: list[tuple[str, ...]] = [(id,)]
    seen: set[str] = set()
    for way in ways:
        for other in leads[way[-1]]:
            if other == id:
                return (*way, id)
            if other in part and other not in seen:
                seen.add(other)
                ways.append((*way, other))
    raise AssertionError(id)


def _parts(leads: Leads) -> Iterator[list[str]]:
    """The ids that lead to each other, by Tarjan's algorithm, without its recursion."""
    numbers, lowest = dict[str, int](), dict[str, int]()
    stack, open_ids = list[str](), set[str]()

    def met(id: str) -> tuple[str, Iterator[str]]:
        numbers[id] = lowest[id] = len(numbers)
        stack.append(id)
        open_ids.add(id)
        return id, iter(leads[id])

    for root in leads:
        way = [] if root in numbers else [met(root)]
        while way:
            id, rest = way[-1]
            for other in rest:
                if other in leads and other not in numbers:
                    way.append(met(other))
                    break
                if other in open_ids:
                    lowest[id] = min(lowest[id], numbers[other])
            else:
                way.pop()
                if way:
                    lowest[way[-1][0]] = min(lowest[way[-1][0]], lowest[id])
                if lowest[id] == numbers[id]:
                    part = [stack.pop()]
                    while part[-1] != id:
                        part.append(stack.pop())
                    open_ids.difference_update(part)
                    if len(part) > 1 or id in leads[id]:
                        yield part
