"""Turn many problems into few lines: one for each slide and cause, with the first three of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from briefgen.messages import message, phrases
from briefgen.messages import phrase as phrase_of
from briefgen.messages.entry import Tongue
from briefgen.problems import Blocks, Mark, Part, Phrase, Problem, phrase
from briefgen.record import Record, replace

# So many of a kind are named.
_NAMED = 3


class Group(Record):
    """Problems of one cause in one slide or part, in the order of their places."""

    problems: tuple[Problem, ...]
    block: Phrase | None = None

    @property
    def first(self) -> Problem:
        return self.problems[0]

    def told(self, tongue: Tongue, seen: Mark) -> str:
        """The line that says all of them: the place of the first, as it is `seen` from here, and
        what they have in common."""
        first, count = replace(self.first, mark=seen), len(self.problems)
        if count == 1:
            return first.told(tongue)
        many = message(first.code)
        if many.many.en:
            said = many.many.told(tongue, {"count": count, "first": self._named(many.item)})
        else:
            said = first.sentence(tongue)
        where = self.block or ""
        lines = tuple(dict.fromkeys(each.mark.line for each in self.problems))
        key = "one-line" if len(lines) == 1 else "lines"
        key = key if len(lines) <= _NAMED else "lines-and-more"
        at = phrase_of(key).told(tongue, {"lines": lines[:_NAMED]})
        key = "many-of-them" if many.many.en else "more-of-them"
        parts = {"said": said, "block": where, "count": count, "at": at}
        return first.told(tongue, phrase_of(key).told(tongue, parts), self._hint(tongue))

    def _named(self, item: str) -> Part:
        """What the first of them are about."""
        named = tuple(dict.fromkeys(dict(each.parts)[item] for each in self.problems))
        return phrase("first-of", names=named[:_NAMED]) if len(named) > _NAMED else named

    def _hint(self, tongue: Tongue) -> str:
        """What to do about all of them: the first hints, or what is said of several."""
        cause = _cause(self.first)
        if cause and (several := phrases().get(f"{cause}-several")):
            return several.told(tongue, {})
        hints = dict.fromkeys(each.advice(tongue) for each in self.problems)
        first = list(filter(None, hints))[:_NAMED]
        return ("；" if tongue == "zh" else "; ").join(first)


def grouped(problems: Iterable[Problem], blocks: Blocks) -> Iterator[Group]:
    """Problems in the order of the first of each group. An error is told with others only where
    its message has words for several: each may have to be mended in a way of its own."""
    # The slide or part that a problem's place lies in is the last that begins before it.
    groups: dict[object, list[Problem]] = {}
    found: dict[object, Phrase | None] = {}
    first: dict[object, Phrase | None] = {}
    places = {file: [place for place, _ in known] for file, known in blocks.items()}
    for number, each in enumerate(problems):
        at = bisect_right(places.get(each.mark.file, ()), (each.mark.line, each.mark.column))
        block = blocks[each.mark.file][at - 1][1] if at else None
        alike = block is not None and (each.severity != "error" or bool(message(each.code).many.en))
        # What is said of one thing in several slides is said once, at the first.
        again = _what(each) if alike else None
        block = first.setdefault((each.code, each.mark.file, again), block) if again else block
        key: object = (
            (each.mark.file, block, each.code, each.severity, _cause(each)) if alike else number
        )
        groups.setdefault(key, []).append(each)
        found[key] = block
    for key, own in groups.items():
        yield Group(tuple(own), found[key])


def _what(problem: Problem) -> Part | None:
    """What a problem is about, where several of its kind are told by that."""
    item = message(problem.code).item
    return dict(problem.parts).get(item) if item else None


def _cause(problem: Problem) -> str:
    """What tells apart problems of one code: what there is to do about them."""
    parts = dict(problem.parts)
    offer = parts.get("offer") or parts.get("mend")
    return offer.key if isinstance(offer, Phrase) else ""
