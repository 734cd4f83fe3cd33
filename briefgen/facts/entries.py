"""Turn drafts into ledger entries in YAML, each marked where a check would doubt it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.directions import WORDS
from briefgen.facts.drafts import Draft
from briefgen.facts.figures import Source
from briefgen.facts.ledger import check
from briefgen.messages.entry import Tongue
from briefgen.problems import Mark, Phrase, Problem, Problems
from briefgen.record import replace


def looked_at(
    drafts: list[Draft], sources: Mapping[str, Source], data: Mapping[str, bytes]
) -> list[Draft]:
    """The drafts as a check finds them: what it doubts is not sure, what it refuses not whole.

    `data` are the bytes of the sources' files.
    """
    figures = {
        each.id: replace(each.figure, mark=Mark("draft", number), sure=None)
        for number, each in enumerate(drafts, 1)
        if each.whole
    }
    problems = Problems()
    check(figures, sources.values(), lambda file: data[file], problems)
    told: dict[int, Problem] = {}
    for problem in problems:
        if problem.mark.file == "draft":
            known = told.get(problem.mark.line)
            if known is None or known.severity == "warning":
                told[problem.mark.line] = problem
    return [
        replace(
            each,
            why=each.why or told.get(number),
            whole=each.whole and (number not in told or told[number].severity == "warning"),
        )
        for number, each in enumerate(drafts, 1)
    ]


def as_yaml(drafts: Iterable[Draft], tongue: Tongue = "en") -> str:
    """Entries in YAML, to stand under `figures:`. One that is doubtful has `sure: no` and the
    reason; one that needs a person first is commented out."""
    entries = []
    for draft in drafts:
        keys = {
            "value": _value(draft),
            "qualifier": draft.quantity.qualifier,
            "kind": draft.kind,
            "label": draft.label,
            "period": draft.period,
            "source": draft.source,
            "quote": draft.quote,
        }
        lines = [f"{draft.id}:\n"]
        lines += (f"  {key}: {_scalar(value)}\n" for key, value in keys.items() if value)
        if draft.why:
            lines.append(f"  sure: no  # {_reason(draft.why, tongue)}\n")
        entries += lines if draft.whole else [f"# {line}" for line in lines]
    return "".join(entries)


def _value(draft: Draft) -> str:
    """The value with its direction, in the language that it is written in: 下降5%, down 5%."""
    direction = draft.quantity.direction
    if direction and not has_hanzi(draft.quantity.written + draft.quote):
        direction = WORDS[direction].english
    return direction + draft.quantity.written


def _reason(why: Problem | Phrase, tongue: Tongue) -> str:
    said = why.sentence(tongue) if isinstance(why, Problem) else why.told(tongue)
    return " ".join(said.split())


def _scalar(text: str) -> str:
    """A YAML scalar: plain where that is safe, else double quoted (JSON's form is YAML's)."""
    safe = re.fullmatch(r"\w[\w.，、。；（）“”《》％%·]*", text)
    if safe and not re.fullmatch(r"[\d._xob]+|y|n|yes|no|true|false|on|off|null", text, re.I):
        return text
    return json.dumps(text, ensure_ascii=False)
