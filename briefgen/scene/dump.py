"""Turn a scene into stable text: what tests compare, and what a person can read.

One line an item: what it is, its name in simplified Chinese, its box in points, what it says.
Positions are rounded to a tenth of a point, so a dump changes when a page visibly does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.geometry import Rect, in_pt
from briefgen.scene.items import (
    Chart,
    Drawing,
    Group,
    Item,
    Page,
    Picture,
    Rule,
    Shape,
    Table,
    TextBox,
)
from briefgen.scene.scene import Scene
from briefgen.typography.text import Line

_LANGUAGE = "zh-Hans"


def dump(scene: Scene) -> str:
    """The whole scene as text."""
    lines = [
        f"scene {_pt(scene.width)} x {_pt(scene.height)} {scene.theme.id} {scene.meta.language}"
    ]
    lines.append(f"title {scene.meta.title}")
    if scene.mark:
        across = f", {scene.mark.across.share} thousandths across" if scene.mark.across else ""
        lines.append(f"mark {scene.mark.words} {_rect(scene.mark.line.rect)}{across}")
    lines += [f"section {s.title}: {' '.join(s.pages)}" for s in scene.sections]
    for page in scene.pages:
        lines += _page(page)
    return "\n".join(lines) + "\n"


def _pt(emu: int) -> str:
    return f"{round(in_pt(emu), 1):g}"


def _rect(rect: Rect) -> str:
    return f"[{_pt(rect.x)} {_pt(rect.y)} {_pt(rect.w)} {_pt(rect.h)}]"


def _page(page: Page) -> Iterator[str]:
    hidden = " hidden" if page.hidden else ""
    yield ""
    yield f"page {page.id} ({page.layout or 'plain'}{hidden}): {page.title}"
    yield from _items(page.items, "  ")
    yield from (f"  note {note}" for note in page.notes)


def _items(items: Iterable[Item], pad: str) -> Iterator[str]:
    for item in items:
        name = item.name.told(_LANGUAGE)
        match item:
            case TextBox():
                slot = f" {item.slot.role}/{item.slot.index}" if item.slot else ""
                fill = f" on {item.fill}" if item.fill else ""
                yield f"{pad}text {name}{slot} {_rect(item.rect)}{fill}"
                yield from _lines(item.lines, pad + "  ")
            case Shape():
                what = f"path of {len(item.path)}" if item.path else item.geometry
                yield f"{pad}shape {name} {what} {_rect(item.rect)} {item.fill or '-'}"
            case Rule():
                ends = " ".join(_pt(v) for v in (item.x1, item.y1, item.x2, item.y2))
                yield f"{pad}rule {name} [{ends}] {item.stroke.colour}"
            case Chart():
                yield f"{pad}chart {item.kind} {name} {_rect(item.rect)} {item.number_format}"
                for series in item.series:
                    values = " ".join(str(value) for value in series.values)
                    yield f"{pad}  series {series.name}: {values} {' '.join(series.colours)}"
                yield f"{pad}  categories {' | '.join(item.categories)}"
                yield from _items(item.drawn, pad + "  ")
            case Table():
                yield f"{pad}table {name} {_rect(item.rect)}"
                for row in item.cells:
                    cells = (" / ".join(line.text for line in cell.lines) for cell in row)
                    yield f"{pad}  row {' | '.join(cells)}"
            case Picture():
                size = f"{len(item.data)} bytes"
                yield f"{pad}picture {name} {_rect(item.rect)} {size}: {item.alt}"
            case Drawing():
                parts = len(item.vector.parts)
                yield f"{pad}drawing {name} {_rect(item.rect)} {parts} parts: {item.alt}"
            case Group():
                yield f"{pad}group {name}"
                yield from _items(item.items, pad + "  ")


def _lines(lines: Iterable[Line], pad: str) -> Iterator[str]:
    for line in lines:
        sizes = sorted({round(in_pt(span.style.size), 1) for span in line.spans})
        size = "/".join(f"{s:g}" for s in sizes)
        mark = f"{line.marker.text} " if line.marker else ""
        yield f"{pad}{_pt(line.x)},{_pt(line.baseline)} {size} {mark}{line.text}"
