"""Turn a name that does not exist into the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from briefgen.problems import Phrase, phrase
from briefgen.record import replace

_MOST = 14
# From so much in common on, two names are spelt alike.
_ALIKE = 0.7
# What is called otherwise here: a known name, and what people write for it. The first that is known
# where the name is asked for counts.
_MEANT = """
bar: bar-chart barchart bar_chart chart column-chart
column: column-chart columns columnchart histogram
trend: line line-chart linechart line_chart time-series
pie: pie-chart piechart
donut: donut-chart doughnut ring ring-chart
scatter: scatter-plot scatterplot bubble
waterfall: bridge-chart
stacked: stacked-bar stacked-column
bullets: list bullet-list bulleted bullet-points content points
summary: key-points takeaways executive-summary conclusion
process: steps flow flowchart workflow chevrons procedure
timeline: milestones history schedule events
roadmap: plan phases
actions: todo to-do tasks next-steps action-items
agenda: toc contents table-of-contents outline
section: divider chapter part separator
cover: title-slide front title-page
closing: end thanks thank-you thankyou ending final q-and-a qa
kpi: kpis metrics numbers stats statistics dashboard indicators
big-number: number bignumber hero highlight-number
compare: comparison versus vs pros-cons before-after
two-column: two-columns columns-2 split
matrix: swot quadrant quadrants grid
image: photo picture img figure-image
quote: quotation citation blockquote
text: paragraph paragraphs body prose
org: org-chart orgchart organisation organization hierarchy tree
gantt: gantt-chart
schematic: diagram network-diagram
sources: references bibliography
points: items bullets bullet list content lines entries
text: content body description desc details paragraph sentence
head: heading title name label header
title: heading headline header name
notes: speaker speaker-notes speaker_notes speakernotes comment comments script
when: date time year
what: event text description
subtitle: sub-title sub_title tagline
alt: description caption alt-text alt_text
file: path src source url
figure: number value metric
laptop: computer notebook pc
monitor: computer screen display desktop
globe: web internet world website
mail: email e-mail letter envelope
users: team group persons
people: person crowd population
map-pin: location pin place marker
clock: time hour watch
calendar: date day month
file-text: document doc page paper
lightbulb: bulb light lamp
shield: security safe safety protection
sprout: plant seedling agriculture
trees: tree forest
leaf: green environment eco ecology nature
zap: energy electricity power lightning
route: road path way
trending-up: up increase rise arrow-up
arrow-right: arrow next
plane: airplane aircraft flight
sailboat: boat
flask: lab laboratory chemistry
flask-conical: science experiment
bot: robot
brain: ai artificial-intelligence mind
cpu: chip processor semiconductor
search: magnifier magnifying-glass find
settings: gear cog cogs
wrench: tool tools repair
scale: justice balance
pill: medicine drug
heart-pulse: health
stethoscope: doctor medical
utensils: food restaurant
store: shop market retail
landmark: bank government
message-circle: chat talk speech comment
factory: industry plant manufacturing
"""


@cache
def _meant() -> dict[str, tuple[str, ...]]:
    """Known names by what people write for them."""
    found: dict[str, list[str]] = {}
    for line in _MEANT.strip().split("\n"):
        known, _, written = line.partition(":")
        for word in written.split():
            found.setdefault(word, []).append(known)
    return {word: tuple(names) for word, names in found.items()}


def closest(name: str, known: Iterable[str]) -> str:
    """The known name that means the same as `name`, or is spelt like it; "" where none does."""
    # difflib takes some milliseconds to import, and most outlines have no mistakes.
    from difflib import get_close_matches

    names = list(known)
    spelt = next(iter(get_close_matches(name, names, n=1, cutoff=_ALIKE)), "")
    meant = (each for each in _meant().get(name.lower(), ()) if each in names)
    return next(meant, spelt)


def nearest(name: str, known: Iterable[str]) -> Phrase | str:
    """A hint: the known name that was meant by `name`, else the known names, else "".

    >>> str(nearest("titel", ["title", "notes"])), str(nearest("items", ["minutes", "points"]))
    ('did you mean “title”?', 'did you mean “points”?')
    """
    names = tuple(known)
    if close := closest(name, names):
        return replace(phrase("did-you-mean", name=close), choices=names)
    if not names:
        return ""
    key = "there-are-many" if len(names) > _MOST else "there-are"
    return replace(phrase(key, names=names[:_MOST]), choices=names)
