"""Turn sentences that begin with a date each into a timeline."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card
from briefgen.drafting.wording import point
from briefgen.patterns import pattern
from briefgen.record import replace

# Events of a timeline, and columns of one.
_EVENTS, _EVENT = range(3, 7), 76
_DATED = pattern(
    r"(?:(?:到|至)?(?P<when>(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?|底|初)?)[，,]?"
    r"|(?:In|On|By) (?P<then>(?:[A-Z][a-z]+ (?:\d{1,2}, )?)?(?:19|20)\d\d),? )(?P<what>.+)"
)
_YEAR = pattern(r"\d{4}")


def timeline_of(card: Card, said: Sequence[str], notes: str) -> Card | None:
    """Sentences that begin with a date each, as events in their order."""
    events: list[tuple[int, dict[str, str]]] = []
    for sentence in said:
        if match := _DATED.fullmatch(point(sentence)):
            when = match["when"] or match["then"]
            what = point(match["what"], _EVENT)
            what = what if has_hanzi(what) else what[:1].upper() + what[1:]
            year = _YEAR.search(when)
            if year and cells(what) <= _EVENT + 8 and not what.endswith("…"):
                events.append((int(year[0]), {"when": when, "what": what}))
    years = [year for year, _ in events]
    if len(events) not in _EVENTS or years != sorted(years) or len(set(years)) < len(_EVENTS) - 2:
        return None
    return replace(
        card,
        kind="timeline",
        fields={"events": [event for _, event in events]},
        notes=notes,
        plain=card,
    )
