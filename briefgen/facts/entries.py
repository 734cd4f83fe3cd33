"""Turn the numbers that a source states into ledger entries, ready to be pasted and named."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Mapping

from briefgen.facts.drafts import UNNAMED, Draft, kinds, labels, quote
from briefgen.facts.figures import Source
from briefgen.facts.inventory import Stated
from briefgen.facts.ledger import check
from briefgen.facts.sources import SourceText
from briefgen.problems import Mark, Problems
from briefgen.record import replace


def drafted(
    found: Iterable[Stated], text: SourceText, source: str = "", taken: Iterable[str] = ()
) -> list[Draft]:
    """Drafts of entries for `found`, in order.

    Ids are `line-N` by the line in the source (with a number where a line states several, or the
    id is `taken`); `source` is given where entries have to name it.
    """
    items = list(found)
    lines = [item.place.line for item in items]
    used = set(taken)
    made = []
    for item, kind, label in zip(items, kinds(text, items), labels(items), strict=True):
        base = f"line-{item.place.line}"
        numbered = (f"{base}-{number}" for number in itertools.count(1))
        id = base if lines.count(item.place.line) == 1 and base not in used else ""
        id = id or next(each for each in numbered if each not in used)
        used.add(id)
        made.append(
            Draft(
                id=id,
                stated=item,
                label=label,
                kind=kind,
                quote=quote(text, item),
                source=source,
                whole=label != UNNAMED,
            )
        )
    return made


def looked_at(
    drafts: list[Draft], sources: Mapping[str, Source], data: Mapping[str, bytes]
) -> list[Draft]:
    """The drafts as a check finds them: what it doubts is not sure, what it refuses not whole.

    `data` are the bytes of the sources' files.
    """
    figures = {
        each.id: replace(each.figure, mark=Mark("draft", number))
        for number, each in enumerate(drafts, 1)
        if each.whole
    }
    problems = Problems()
    check(figures, sources.values(), lambda file: data[file], problems)
    told = {(p.mark.line, p.severity) for p in problems if p.mark.file == "draft"}
    return [
        replace(
            each,
            sure=(number, "warning") not in told,
            whole=each.whole and (number, "error") not in told,
        )
        for number, each in enumerate(drafts, 1)
    ]


def as_yaml(drafts: Iterable[Draft]) -> str:
    """Entries in YAML, to stand under `figures:`; one that needs a person first is commented out,
    and one that is doubtful has `sure: no`."""
    entries = []
    for draft in drafts:
        quantity = draft.stated.quantity
        keys = {
            "value": quantity.direction + quantity.written,
            "qualifier": quantity.qualifier,
            "kind": draft.kind,
            "label": draft.label,
            "source": draft.source,
            "quote": draft.quote,
        }
        lines = [f"{draft.id}:\n"]
        lines += (f"  {key}: {_scalar(value)}\n" for key, value in keys.items() if value)
        lines += [] if draft.sure else ["  sure: no\n"]
        entries += lines if draft.whole else [f"# {line}" for line in lines]
    return "".join(entries)


def _scalar(text: str) -> str:
    """A YAML scalar: plain where that is safe, else double quoted (JSON's form is YAML's)."""
    safe = re.fullmatch(r"\w[\w.，、。；（）“”《》％%·]*", text)
    if safe and not re.fullmatch(r"[\d._xob]+|y|n|yes|no|true|false|on|off|null", text, re.I):
        return text
    return json.dumps(text, ensure_ascii=False)
