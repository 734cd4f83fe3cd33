"""Turn a kind of chart into the form that a native one has (ECMA-376 Part 1, 21.2.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefgen.record import Record
from briefgen.scene.items import ChartKind, Place


class Form(Record, kw_only=True):
    """What native charts of one kind have in common, whatever they show.

    `tag` is the element of the series; over a `ground` they are drawn twice, first as areas.
    Without `axes` the chart is a ring; with them values go `upright` or to the right, and the axis
    of categories is drawn as a line where `base`. `label` is where labels stand unless the scene
    says so. With `drops` a line falls from each category to its axis; what is `joined` are points
    with a line between those of one category, and no other.
    """

    tag: Literal["barChart", "lineChart", "doughnutChart", "scatterChart"]
    grouping: Literal["standard", "clustered", "stacked", "percentStacked"] = "standard"
    ground: bool = False
    axes: bool = True
    upright: bool = True
    base: bool = True
    label: Place = "end"
    drops: bool = False
    joined: bool = False


FORMS: Mapping[ChartKind, Form] = {
    "bar": Form(tag="barChart", grouping="clustered", upright=False),
    "column": Form(tag="barChart", grouping="clustered"),
    # The one bar of a whole is as long as the plot, whatever its parts become.
    "stacked": Form(
        tag="barChart", grouping="percentStacked", upright=False, base=False, label="center"
    ),
    "stack": Form(tag="barChart", grouping="stacked"),
    "combo": Form(tag="barChart", grouping="clustered"),
    "line": Form(tag="lineChart"),
    "area": Form(tag="lineChart", ground=True),
    "slope": Form(tag="lineChart", drops=True),
    "scatter": Form(tag="scatterChart", axes=False, label="right"),
    "donut": Form(tag="doughnutChart", axes=False),
    "bullet": Form(tag="barChart", grouping="clustered", upright=False),
    "pairs": Form(tag="lineChart", joined=True),
    "small-columns": Form(tag="barChart", grouping="clustered"),
    "small-lines": Form(tag="lineChart"),
    "spark": Form(tag="lineChart", base=False),
}
