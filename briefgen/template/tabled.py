"""Turn the tables of sample slides into the accent that fills their heads, where one does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.template.clean import A
from briefgen.template.parts import Taken, parsed

_SLIDE, _STYLES = ".slide+xml", ".tableStyles+xml"


def tabled(taken: Taken) -> str:
    """The accent of the head of most tables on sample slides; "" where most have none."""
    heads = Counter(_heads(taken))
    accent, count = heads.most_common(1)[0] if heads else ("", 0)
    return accent if 2 * count > sum(heads.values()) else ""


def _heads(taken: Taken) -> Iterator[str]:
    """The accent of each table's head: what most of its cells have themselves, or its style
    (ECMA-376 Part 1, 20.1.4.2.27) has for the first row; "" for none."""
    styles: Mapping[str, str] | None = None
    for part in taken.parts.values():
        if not part.kind.endswith(_SLIDE) or b"tbl>" not in part.data:
            continue
        for table in parsed(part.data, part.name).iter(f"{A}tbl"):
            styles = _styles(taken) if styles is None else styles
            yield _own(table) or _styled(table, styles)


def _own(table: Any) -> str:
    row = table.find(f"{A}tr")
    cells = row.findall(f"{A}tc") if row is not None else []
    fills = Counter(_accent(each.find(f"{A}tcPr")) for each in cells)
    accent, count = fills.most_common(1)[0] if fills else ("", 0)
    return accent if 2 * count > len(cells) else ""


def _styled(table: Any, styles: Mapping[str, str]) -> str:
    looks = table.find(f"{A}tblPr")
    if looks is None or looks.get("firstRow", "0") not in ("1", "true"):
        return ""
    return styles.get(looks.findtext(f"{A}tableStyleId") or "", "")


def _styles(taken: Taken) -> Mapping[str, str]:
    """The accent of the first row of each style of tables."""
    return {
        style.get("styleId", ""): _accent(style.find(f"{A}firstRow/{A}tcStyle/{A}fill"))
        for part in taken.parts.values()
        if part.kind.endswith(_STYLES)
        for style in parsed(part.data, part.name).iter(f"{A}tblStyle")
    }


def _accent(filled: Any) -> str:
    colour = filled.find(f"{A}solidFill/{A}schemeClr") if filled is not None else None
    name = "" if colour is None else colour.get("val", "")
    return name if name.startswith("accent") else ""
