"""Turn a template's parts into those of a deck: its masters, layouts and themes as they are.

They keep their names and the ids of their relationships, which their markup names; what the deck
adds gets other names where a template has one already.
"""

from __future__ import annotations

from briefgen.render.pptx.opc import RT
from briefgen.render.pptx.package import Package, Part
from briefgen.scene.house import House


def house_parts(
    package: Package, main: Part, house: House
) -> tuple[dict[str, Part], list[tuple[int, str]]]:
    """The layout parts by the ids of frames, and the masters' ids with their relationships."""
    parts: dict[str, Part] = {}
    for own in house.parts:
        if own.name == house.styles:
            continue
        part = package.add(own.name, own.kind, own.data)
        part.fixed = tuple((each.id, each.kind, each.target, each.external) for each in own.links)
        parts[own.name] = part
    masters = [
        (number, main.relate_to(parts[name], RT.SLIDE_MASTER)) for number, name in house.masters
    ]
    first = next(own for own in house.parts if own.name == house.masters[0][1])
    theme = next(each.target for each in first.links if each.kind.endswith("/theme"))
    main.relate_to(parts[theme], RT.THEME)
    return {id: parts[name] for id, name in house.sheets.items()}, masters


def own_styles(house: House) -> bytes:
    """The table styles of a template."""
    return next((own.data for own in house.parts if own.name == house.styles), b"")
