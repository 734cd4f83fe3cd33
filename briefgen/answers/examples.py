"""Turn the shipped outlines into examples: of every slide kind, every part, every field."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal, get_args, get_origin

from briefgen.answers.gallery import outline as gallery
from briefgen.brief.hints import INSIDE, Known, Length, Pattern, named_by
from briefgen.brief.model import Ref, Text, Word
from briefgen.kinds import kinds
from briefgen.machine.assets import shipped
from briefgen.outline.convert import Field, fields_of, unwrapped
from briefgen.outline.load import Project
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Mapping, Node, Scalar
from briefgen.patterns import pattern
from briefgen.problems import Problems
from briefgen.record import is_record

# An audience's file that says a little of everything.
_AUDIENCE = """\
name: {zh: 海外, en: Overseas}
language: en
region: gb
lead: [gdp, firms]
deck:
  drop: [agenda]
  set:
    cover: {subtitle: For readers abroad}
  order: [cover, summary]
  add:
    - {after: summary, slide: {id: more, kind: bullets, title: One more thing, points: [One, Two]}}
topics: {keep: [innovation]}
figures: {set: {gdp: {label: {en: GDP}}}}
"""
# A printed page with every field that it may have, each in few words.
_PAGE = """\
style: picture
headline: 产值{gdp}，再上台阶
lead: 去年产值{gdp}。
figures: [gdp, firms]
topics: [innovation]
chart: {figures: [gdp, goal], title: 产值居首, note: 不相加。, highlight: gdp}
timeline:
  title: 往后看
  events: [{when: 2024年, what: "产值{gdp}", key: yes}, {when: 2030年, what: "{goal}", target: yes}]
targets: {figures: [goal, rail], title: 目标}
note: 数字均引自报道。
url: https://example.org
paper: a4
orientation: portrait
columns: 2
chart_share: 40%
text: 10.5
handout: slides
handout_sections: yes
footnotes: {1: 规上企业。}
"""
# Fields that mean the same in whatever kind has them.
_ALIKE = ("data", "subtitle", "claim", "note", "notes", "annotate", "highlight")
# Values of fields that no outline that is shipped has.
_SAID = {
    "header": ["去处", "投资"],
    "rows": [["基础设施", "120亿元"], ["产业", "80亿元"], ["民生", "60亿元"]],
    "labels": ["基础设施", "产业"],
    "unit": "亿元",
    "layout": "Title and Content",
    "footnotes": {"1": "规上企业。"},
}
# By the forms that words must have.
_FORMS = ("2024-02-21", "1.5", "50% 30%", "https://example.org", "2", "40%", "10.5", "16:9")


_NUMBER = pattern(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?")


@cache
def _outlines() -> tuple[Mapping, ...]:
    """The shipped outlines' nodes, what they include too."""
    paths = (gallery(), shipped("content") / "outline.yaml")
    read = (Project.read(path, Problems(), kinds()).nodes for path in paths)
    return tuple(each for each in read if each is not None)


@cache
def _slides() -> tuple[Mapping, ...]:
    found: list[Mapping] = []
    for outline in _outlines():
        deck = outline.get("deck")
        if isinstance(deck, nodes.Sequence):
            found += [item for item in deck.items if isinstance(item, Mapping)]
    return tuple(found)


def slide(kind: str) -> Mapping | None:
    """A slide of a kind, as an outline that is shipped has it; None for a kind of a package."""
    for each in _slides():
        named = each.get("kind")
        if isinstance(named, Scalar) and named.text == kind:
            return each
    return None


def audience() -> str:
    """An audience's file as YAML."""
    return _AUDIENCE


def part(name: str) -> Node | None:
    """A part of an outline, with one of its entries where it has several."""
    if name == "page":
        return nodes_of(_PAGE)
    for outline in _outlines():
        found = outline.get(name)
        if isinstance(found, Mapping) and name in ("sources", "figures", "units"):
            key, entry = next(iter(found.entries.items()))
            return Mapping({key: entry}, found.mark)
        if isinstance(found, nodes.Sequence) and found.items:
            return nodes.Sequence(found.items[:1], found.mark)
        if found is not None:
            return found
    return None


def nodes_of(text: str) -> Node:
    """The nodes of sound YAML."""
    from briefgen.outline.reading.read import read

    found = read(text.encode(), "", Problems())
    assert found is not None
    return found


def plain(node: Node) -> Any:
    """What a node says, as JSON has it."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        return _number(text) if node.plain and _NUMBER.fullmatch(text) else text
    if isinstance(node, nodes.Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def _number(text: str) -> int | float | str:
    """A number, where JSON writes it as it is written."""
    value = float(text) if "." in text else int(text)
    return value if str(value) == text else text


def field(owner: str, each: Field) -> Any:
    """A value of a field of a kind, or of a part: one that is shipped, else one that fits."""
    of_its_own = get_origin(unwrapped(each.hint)) is Literal
    elsewhere = _slides() if each.name in _ALIKE and not of_its_own else ()
    for found in (*_with(owner), *elsewhere):
        value = found.get(each.name)
        if value is not None:
            return plain(value)
    return _SAID.get(each.name) or sample(each.hint, each.rules)


def _with(owner: str) -> list[Mapping]:
    """The shipped values of a kind or a part, in which its fields may stand."""
    own = [s for s in _slides() if isinstance(k := s.get("kind"), Scalar) and k.text == owner]
    for outline in _outlines():
        found = outline.get(owner)
        if isinstance(found, Mapping):
            entries = [entry.value for entry in found.entries.values()]
            own += [found, *(each for each in entries if isinstance(each, Mapping))]
        elif isinstance(found, nodes.Sequence):
            own += [each for each in found.items if isinstance(each, Mapping)]
    return own


def sample(hint: Any, rules: tuple[object, ...] = ()) -> Any:
    """A value that a field of this type may have."""
    hint = unwrapped(hint)
    if get_origin(hint) is tuple:
        length = next((rule for rule in rules if isinstance(rule, Length)), None)
        return [sample(get_args(hint)[0])] * max(1, length.least if length else 1)
    if get_origin(hint) is Literal:
        return str(get_args(hint)[0])
    if hint is Text:
        return "一句话"
    if hint is Ref or named_by(rules):
        return {"topic": "innovation", "source": "bulletin"}.get(named_by(rules) or "", "gdp")
    if hint is bool:
        return "yes"
    if hint is int:
        return 2
    if is_record(hint) and hint is not Word:
        return {f.name: sample(f.hint, f.rules) for f in fields_of(hint) if f.required}
    return _word(rules) if hint in (str, Word) else {"zh": "一句话"}


def _word(rules: tuple[object, ...]) -> str:
    for rule in rules:
        if isinstance(rule, Known):
            return min(rule.names())
        if rule == INSIDE:
            return "images/riverside.jpg"
        if isinstance(rule, Pattern):
            return next((word for word in _FORMS if re.fullmatch(rule.regex, word)), "one")
    return "one"
