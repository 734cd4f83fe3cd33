"""Turn sentences into the points that a slide shows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.clauses import refers, telling_clauses, told, weighs
from briefgen.drafting.intros import introduced
from briefgen.drafting.joined import POINTS
from briefgen.drafting.verbs import whole_clause
from briefgen.drafting.wording import TELLS, leads, point
from briefgen.patterns import pattern

# Lines of points on a slide, columns of one, and points that stay whatever lines they take.
_LINES, _LINE, _LEAST = 8, 96, 4
# Columns of a clause that is a point by itself.
_CLAUSE = 76
_FOLLOWS = pattern(r"习近平|習近平|党的二十|马克思|“两个确立”|中央经济工作会议|指导思想")


def points_of(said: Sequence[str]) -> list[str]:
    """The points that sentences make: those that say something by themselves, as many as a slide
    shows."""
    telling = [each for each in said if not (introduced(each) or leads(point(each)))]
    # What refers to the sentence before says nothing by itself.
    alone = list(_alone(telling))
    telling = alone if len(alone) >= 2 else telling
    # What every report says of whom it follows stands in the notes, where others say enough.
    saying = [each for each in telling if TELLS.search(told(each)) or not _FOLLOWS.search(each)]
    telling = saying if len(saying) > 2 else telling
    every = [short for each in telling if len(short := told(each)) > 1]
    # What can only be cut within a clause stands in the notes, where others say enough.
    entire = [each for each in every if not each.endswith("…")]
    shown = entire if len(entire) >= 2 else every
    return on_one(in_clauses(shown, telling))


def in_clauses(shown: Sequence[str], said: Sequence[str]) -> Sequence[str]:
    """The points that a few long sentences make, or what their clauses tell at a glance."""
    told_ = (clause for each in said for clause in telling_clauses(each, _CLAUSE))
    clauses = [each for each in told_ if weighs(each)]
    few = len(shown) < _LEAST <= len(clauses) and sum(map(cells, shown)) > _LEAST * _CLAUSE // 3
    return clauses if few else shown


def _alone(said: Sequence[str]) -> Iterator[str]:
    """The sentences that say something by themselves, or go on from the one before with an
    amount."""
    last = False
    for each in said:
        whole = not refers(each)
        if whole or (last and _GOES_ON.match(each) and weighs(each) >= _HEAVY):
            yield each
        last = whole


_GOES_ON, _HEAVY = pattern(r"(?:It|They|He|She) "), 2


def on_one(points: Sequence[str]) -> list[str]:
    """So many points as a slide shows in a size that is easily read: those that tell no number are
    left out first, from the last, then those whose numbers weigh least."""
    kept = set(range(len(points)))
    lines = [-(-cells(each) // _LINE) for each in points]
    total = sum(lines)
    for at in sorted(kept, key=lambda at: (*_worth(points[at]), -at)):
        if len(kept) <= POINTS and (len(kept) <= _LEAST or total <= _LINES):
            break
        kept.remove(at)
        total -= lines[at]
    return [points[at] for at in sorted(kept)]


def _worth(said: str) -> tuple[bool, int]:
    return bool(TELLS.search(said)), weighs(said)


def tells_something(text: str) -> bool:
    """Whether a paragraph says something: Overview, and a name alone, do not."""
    leads_on = text.rstrip().endswith((":", "："))
    return not leads_on and (whole_clause(text) or bool(TELLS.search(text)))
