"""Turn a trail, or one figure of it, into the form that was asked for."""

from __future__ import annotations

import json

from briefgen.answers.trace import Trail, as_csv, as_rows, only
from briefgen.answers.trace_page import as_page
from briefgen.answers.trace_text import as_answer, as_table
from briefgen.messages.entry import Tongue


def tell(trail: Trail, figure: str | None, form: str, tongue: Tongue = "en") -> str:
    """The trail as table (in `tongue`), json, csv or html, ready to be printed or written.

    With a figure's id, which the trail has, it is told alone; the page shows what it is derived
    from as well.
    """
    if form == "table":
        return (as_answer(trail, figure, tongue) if figure else as_table(trail, tongue)) + "\n"
    if form == "html":
        return as_page(only(trail, figure) if figure else trail)
    asked = [trail.entries[figure]] if figure else trail.entries.values()
    rows = as_rows(asked, trail.brief.language)
    if form == "csv":
        return as_csv(rows)
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
