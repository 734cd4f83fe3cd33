"""Turn what is to be drawn of a topic, or on a slide, into a typed value: a form and its points."""

from __future__ import annotations

from typing import Annotated, Literal

from briefgen.brief.hints import ICON, Doc, Length
from briefgen.brief.wording import Ref, Text
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record

Form = Literal["axis", "steps", "rings", "compass", "ribbon", "share", "progress", "units", "icons"]
Direction = Literal[
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"
]


class GraphicPoint(Record):
    """One thing of a graphic: its name alone, or with a few words and a figure."""

    text: Annotated[Text, Doc("What it is called, in up to 8 characters of Chinese.")]
    note: Annotated[Text | None, Doc("A few words on it.")] = None
    figure: Annotated[
        Ref | None, Doc("Its figure; with share, progress and units it is drawn.")
    ] = None
    target: Annotated[Ref | None, Doc("With progress: the figure that is aimed at.")] = None
    icon: Annotated[str, ICON, Doc("With icons: the name of one; see assets/icons.")] = ""
    to: Annotated[Direction | None, Doc("With compass: where it lies.")] = None
    ahead: Annotated[bool, Doc("With ribbon: whether it lies ahead.")] = False
    mark: Mark = NOWHERE


class Graphic(Record, kw_only=True):
    """What is drawn: a form, its points, and figures that are drawn as they are."""

    form: Annotated[
        Form,
        Doc(
            "axis: beads on a line. steps: tiers in the order given. rings: one in the other, from "
            "the outermost. compass: directions from a centre. ribbon: a road to a date. share: "
            "percentages as squares of 100. progress: bars up to targets. units: one square for "
            "so much. icons: a picture for each."
        ),
    ]
    points: Annotated[
        tuple[GraphicPoint, ...], Length(0, 8), Doc("{text, note, figure, target, icon, to, ahead}")
    ] = ()
    figures: Annotated[
        tuple[Ref, ...], Length(0, 7), Doc("Further points: figures, named as in the ledger.")
    ] = ()
    ends: Annotated[
        tuple[Text, ...], Length(0, 2), Doc("With axis: what its two ends are called.")
    ] = ()
    span: Annotated[Ref | None, Doc("With axis: a figure that says how long it is.")] = None
    centre: Annotated[Text | None, Doc("With compass: what it starts from.")] = None
    title: Annotated[Text | None, Doc("What is drawn, in a few words.")] = None
    note: Annotated[Text | None, Doc("What it leaves out, in one line.")] = None
    mark: Mark = NOWHERE


def figures_of(graphic: Graphic) -> tuple[str, ...]:
    """The ids of the figures that a graphic shows; those within its words do not count."""
    points = graphic.points
    refs = (*(each.figure for each in points), *(each.target for each in points), graphic.span)
    return tuple(ref.id for ref in (*refs, *graphic.figures) if ref)


def signed(graphic: Graphic) -> tuple[str, ...]:
    """The ids of the figures that carry the sign of their status; a target says what it is."""
    if graphic.form == "progress":
        return ()
    span = graphic.span.id if graphic.span else ""
    return tuple(id for id in figures_of(graphic) if id != span)
