"""Turn the numbers that a source states into ledger entries, ready to be pasted and named."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable

from briefgen.facts import qualifiers
from briefgen.facts.figures import Kind
from briefgen.facts.inventory import Stated
from briefgen.facts.numerals import plain
from briefgen.facts.units import is_counter
from briefgen.patterns import pattern

_TARGET = pattern(r"力争|争取|目标|到20\d\d年")
_PLAN = pattern(r"计划|预计|预期|有望|将|拟|新增|规划")
_STOPS = "。！？；，："
_SHORTEST_QUOTE = 10


def yaml_entries(found: Iterable[Stated], source: str = "", taken: Iterable[str] = ()) -> str:
    """Ledger entries in YAML for `found`, ready to paste under `figures:` and to be named.

    Ids are `line-N` by the line in the source (with a number where a line states several, or the
    id is `taken`); labels are the words beside the number, to be improved; `source` is written
    where given.
    """
    items = list(found)
    lines = [item.place.line for item in items]
    used = set(taken)
    entries = []
    for item in items:
        base = f"line-{item.place.line}"
        numbered = (f"{base}-{number}" for number in itertools.count(1))
        id = base if lines.count(item.place.line) == 1 and base not in used else ""
        id = id or next(each for each in numbered if each not in used)
        used.add(id)
        keys = {
            "value": item.quantity.written,
            "qualifier": item.quantity.qualifier,
            "kind": _kind(item),
            "label": _label(item),
            "source": source,
            "quote": item.place.sentence and quote(item),
        }
        entries.append(f"{id}:\n")
        entries += (f"  {key}: {_scalar(value)}\n" for key, value in keys.items() if value)
    return "".join(entries)


def quote(item: Stated) -> str:
    """The sentence if it is short, else its clauses around the number, as the source reads."""
    sentence = item.place.sentence
    if len(sentence) <= 40:
        return sentence
    at = _position(item)
    if at < 0:
        return sentence
    start = max(sentence.rfind(mark, 0, at) for mark in _STOPS) + 1
    ends = [m.start() for m in re.finditer(f"[{_STOPS}]", sentence) if m.start() > at]
    # A date that opens a sentence says little alone: the next clause says what happened.
    end = next((end for end in ends if end - start >= _SHORTEST_QUOTE), len(sentence))
    return sentence[start:end].strip()


def _kind(item: Stated) -> Kind:
    words = quote(item)
    lead = words[: max(0, plain(words).find(item.text))] + item.quantity.qualifier
    if _TARGET.search(lead):
        return "target"
    return "plan" if _PLAN.search(lead) else "actual"


def _label(item: Stated) -> str:
    """Up to twelve characters beside the number: what is counted, or what has the value."""
    behind = re.sub(r"^的|^\W+|[\d\W].*", "", item.behind)[:12]
    before = re.sub(r".*[\d\W](?=\w)|\W", "", item.before)[-12:]
    if is_counter(item.quantity.unit):
        return behind or before or "（待写）"
    return before or behind or "（待写）"


def _position(item: Stated) -> int:
    """Where the number stands in its sentence; -1 where white space keeps it from being found."""
    sentence = plain(item.place.sentence)
    near = item.before[-4:] + "".join(qualifiers.chinese(item.quantity.qualifier)[:1]) + item.text
    at = sentence.find(plain(near))
    return at if at >= 0 else sentence.find(item.text)


def _scalar(text: str) -> str:
    """A YAML scalar: plain where that is safe, else double quoted (JSON's form is YAML's)."""
    safe = re.fullmatch(r"\w[\w.，、。；（）“”《》％%·]*", text)
    if safe and not re.fullmatch(r"[\d._xob]+|y|n|yes|no|true|false|on|off|null", text, re.I):
        return text
    return json.dumps(text, ensure_ascii=False)
