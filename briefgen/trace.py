"""Turn the ledger into the answer to “where does this number come from?”"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

from briefgen.build import Request, load, stop_at_errors
from briefgen.facts.quantity import display
from briefgen.formats import FORMATS
from briefgen.outline.model import Brief
from briefgen.problems import Problems
from briefgen.theme.model import Theme
from briefgen.typography.fonts import load_fonts

if TYPE_CHECKING:
    from rich.table import Table


class Row(TypedDict):
    """One figure: what it is, the sentence it stands on, and where it is shown."""

    id: str
    value: str
    unit: str
    display: str
    qualifier: str
    kind: str
    label: str
    quote: str
    formula: str
    source: str
    line: int
    column: int
    used_in: list[str]


def trace(request: Request) -> list[Row]:
    """A row for each figure of the first audience asked for, in the ledger's order.

    `value` is an exact decimal in the base unit; `line` and `column` are places in the source
    (0 for a derived figure). Raises ContentError where the content has errors.
    """
    loaded = load(request)
    stop_at_errors(loaded.problems, request.strict)
    name = next(iter(loaded.briefs))
    brief = loaded.briefs[name]
    ledger = loaded.project.prove(brief.figures, brief.sources, Problems())
    shown = _shown(brief, loaded.themes[name])
    rows: list[Row] = []
    for id, figure in brief.figures.items():
        proof = ledger.proofs.get(id)
        place = proof.place if proof else None
        rows.append(
            {
                "id": id,
                "value": format(figure.quantity.value, "f"),
                "unit": figure.quantity.unit,
                "display": str(display(figure.quantity, brief.language)),
                "qualifier": figure.quantity.qualifier,
                "kind": figure.kind,
                "label": figure.label.get(brief.language, ""),
                "quote": figure.quote,
                "formula": figure.formula,
                "source": place.file if place else "",
                "line": place.line if place else 0,
                "column": place.column if place else 0,
                "used_in": shown.get(id, []),
            }
        )
    return rows


def _shown(brief: Brief, theme: Theme) -> dict[str, list[str]]:
    """Where each figure is shown: `deck:ID` for a slide, `brief` for the printed page."""
    shown: dict[str, list[str]] = {}
    for form in ("deck", "brief"):
        scene = FORMATS[form].compose(brief, theme, load_fonts(theme.print_face), Problems())
        for page in scene.pages:
            for id in page.figures:
                shown.setdefault(id, []).append(f"{form}:{page.id}" if form == "deck" else form)
    return shown


def as_csv(rows: Sequence[Row]) -> str:
    """The rows as CSV with a byte-order mark, which a spreadsheet needs to read Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = list(Row.__annotations__)
    writer.writerow(columns)
    for row in rows:
        values = dict(row, used_in=" ".join(row["used_in"]))
        writer.writerow([_inert(values[column]) for column in columns])
    return "\ufeff" + out.getvalue()


def _inert(value: object) -> object:
    """Text that a spreadsheet would take for a formula, kept from being one."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
        return "'" + value
    return value


def as_table(rows: Sequence[Row]) -> Table:
    """The rows as a table for the terminal."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("figure", "reads", "label", "stands on", "place", "shown in"):
        table.add_column(column, overflow="fold")
    for row in rows:
        ground = f"“{row['quote']}”" if row["quote"] else f"= {row['formula']}"
        place = f"{row['source']}:{row['line']}:{row['column']}" if row["line"] else ""
        shown = " ".join(row["used_in"])
        table.add_row(row["id"], row["display"], row["label"], ground, place, shown)
    return table
