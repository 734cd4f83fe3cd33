"""Slides of kinds that are drawn, of every number of things that they hold, all of one sort."""

from __future__ import annotations

from outlines import OUTLINE, TOPICS

FORMS = ("flow", "ring", "hub")


def _nodes(count: int, text: bool) -> str:
    said = ", text: 说明几个字" if text else ""
    nodes = (
        f"{{id: n{at}, name: 环节{at}{said}{', main: yes' * (not at)}}}" for at in range(count)
    )
    return ", ".join(nodes)


def _schematic(form: str, count: int) -> str:
    """A chain, or a hub with all others around it."""
    ends = [(0 if form == "hub" or at % 3 == 2 else at - 1, at) for at in range(1, count)]
    links = ", ".join(
        f"{{start: n{one}, end: n{other}{', label: 供给' * (other % 2)}}}" for one, other in ends
    )
    fields = f"form: {form}, nodes: [{_nodes(count, count % 2 == 0)}], links: [{links}]"
    return f"kind: schematic, title: 关系, {fields}"


def _linked(form: str, count: int) -> str:
    """Each thing with the two behind it and the last with the first, every link with its words."""
    ends = [(one, two) for one in range(count) for two in (one + 1, one + 2) if two < count]
    links = ", ".join(
        f"{{start: n{one}, end: n{two}, label: {'资金' * (1 + (one + two) % 3)}}}"
        for one, two in [*ends, (count - 1, 0)]
    )
    fields = f"form: {form}, nodes: [{_nodes(count, count % 2 == 1)}], links: [{links}]"
    return f"kind: schematic, title: 往来, {fields}"


def _timeline(count: int, ahead: bool) -> str:
    more = ", target: yes" if ahead else ""
    events = ", ".join(
        f"{{when: 20{10 + at}年, what: 第{at}步{', key: yes' * (at == 1)}{more}}}"
        for at in range(count)
    )
    return f"kind: timeline, title: 历程, events: [{events}]"


def _cover(count: int, words: int) -> str:
    figures = ", ".join(
        f"{{figure: {('output', 'firms')[at % 2]}, label: {'很长的说明' * words}}}"
        for at in range(count)
    )
    return f"kind: cover, figures: [{figures}]"


def odd_slides() -> str:
    slides = [_schematic(form, count) for form in FORMS for count in range(2, 7)]
    slides += [_timeline(count, ahead) for count in range(2, 12) for ahead in (False, True)]
    slides += [_cover(count, words) for count in range(1, 4) for words in (1, 4, 9)]
    slides += [_linked(form, count) for form in FORMS for count in range(3, 7)]
    deck = "".join(f"  - {{id: s{at}, {slide}}}\n" for at, slide in enumerate(slides))
    return OUTLINE + TOPICS + "deck:\n" + deck
