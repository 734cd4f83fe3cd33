"""Turn items into the same items elsewhere, larger or smaller: a slide on a handout, or all of a
deck whose slides are not as large as the canvas that they were composed on."""

from __future__ import annotations

from briefgen.geometry import Rect
from briefgen.record import Record, replace
from briefgen.scene.items import (
    Cell,
    Chart,
    Drawing,
    Group,
    Item,
    Move,
    Picture,
    Rule,
    Series,
    Shape,
    Stroke,
    Table,
    TextBox,
)
from briefgen.scene.placeholders import Layout, LayoutSlot
from briefgen.scene.scene import Guides, Scene, Stamp
from briefgen.typography.text import Line, Paragraph, Run, Span, Style


class Scale(Record):
    """How places change: by `factor`, then so far to the right and down (EMU)."""

    factor: float
    dx: int = 0
    dy: int = 0

    def item(self, item: Item) -> Item:
        """The item with both its faces at this scale."""
        match item:
            case TextBox():
                return replace(
                    item,
                    rect=self.rect(item.rect),
                    paragraphs=tuple(self._paragraph(each) for each in item.paragraphs),
                    lines=tuple(self._line(line) for line in item.lines),
                    insets=self._insets(item.insets),
                    stroke=self._stroke(item.stroke),
                )
            case Shape():
                return replace(
                    item,
                    rect=self.rect(item.rect),
                    path=tuple(self._move(move) for move in item.path),
                    stroke=self._stroke(item.stroke),
                )
            case Rule():
                x1, y1, x2, y2 = *self._at(item.x1, item.y1), *self._at(item.x2, item.y2)
                stroke = self._stroke(item.stroke) or item.stroke
                return replace(item, x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke)
            case Chart():
                return replace(
                    item,
                    rect=self.rect(item.rect),
                    plot=self.rect(item.plot),
                    label_size=self._long(item.label_size),
                    category_size=self._long(item.category_size),
                    heading_size=self._long(item.heading_size),
                    tick_size=self._long(item.tick_size),
                    series=tuple(self._series(each) for each in item.series),
                    drawn=tuple(self.item(part) for part in item.drawn),
                )
            case Table():
                return self._table(item)
            case Picture() | Drawing():
                return replace(item, rect=self.rect(item.rect))
            case Group():
                return replace(item, items=tuple(self.item(each) for each in item.items))

    def rect(self, rect: Rect) -> Rect:
        """The rectangle at this scale; its far edges stay where their neighbours' begin."""
        x, y = self._at(rect.x, rect.y)
        right, bottom = self._at(rect.right, rect.bottom)
        return Rect(x, y, right - x, bottom - y)

    def layout(self, layout: Layout) -> Layout:
        """The layout at this scale."""
        return replace(
            layout,
            slots=tuple(self._slot(slot) for slot in layout.slots),
            decor=tuple(self.item(item) for item in layout.decor),
        )

    def stamp(self, stamp: Stamp) -> Stamp:
        """What all pages are marked as, at this scale."""
        line, across = self.item(stamp.line), stamp.across
        assert isinstance(line, TextBox)
        if across:
            across = replace(
                across,
                rect=self.rect(across.rect),
                text=self._paragraph(across.text),
                path=tuple(self._move(move) for move in across.path),
            )
        return Stamp(line=line, across=across)

    def _slot(self, slot: LayoutSlot) -> LayoutSlot:
        return replace(
            slot,
            rect=self.rect(slot.rect),
            tiers=tuple(
                replace(
                    tier,
                    style=self._style(tier.style),
                    leading=self._long(tier.leading),
                    before=self._long(tier.before),
                    after=self._long(tier.after),
                    margin=self._long(tier.margin),
                    indent=self._long(tier.indent),
                )
                for tier in slot.tiers
            ),
            insets=self._insets(slot.insets),
            stroke=self._stroke(slot.stroke),
        )

    def _series(self, series: Series) -> Series:
        return replace(
            series,
            nudges=tuple(self._long(nudge) for nudge in series.nudges),
            shift=self._long(series.shift),
            label_size=self._long(series.label_size),
        )

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            rect=self.rect(table.rect),
            columns=tuple(self._long(width) for width in table.columns),
            heights=tuple(self._long(height) for height in table.heights),
            cells=tuple(tuple(self._cell(cell) for cell in row) for row in table.cells),
            rule=self._stroke(table.rule),
            rule_head=self._stroke(table.rule_head),
            rule_top=self._stroke(table.rule_top),
            rule_total=self._stroke(table.rule_total),
        )

    def _cell(self, cell: Cell) -> Cell:
        return replace(
            cell,
            paragraphs=tuple(self._paragraph(each) for each in cell.paragraphs),
            lines=tuple(self._line(line) for line in cell.lines),
            insets=self._insets(cell.insets),
        )

    def _long(self, length: int) -> int:
        return round(length * self.factor)

    def _at(self, x: int, y: int) -> tuple[int, int]:
        return self._long(x) + self.dx, self._long(y) + self.dy

    def _insets(self, insets: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        left, top, right, bottom = insets
        return self._long(left), self._long(top), self._long(right), self._long(bottom)

    def _stroke(self, stroke: Stroke | None) -> Stroke | None:
        return replace(stroke, width=self._long(stroke.width)) if stroke else None

    def _move(self, move: Move) -> Move:
        return replace(move, points=tuple(self._at(*point) for point in move.points))

    def _style(self, style: Style) -> Style:
        size, spacing = self._long(style.size), self._long(style.spacing)
        return replace(style, size=size, spacing=spacing)

    def _run(self, run: Run) -> Run:
        return replace(run, style=self._style(run.style))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return replace(
            paragraph,
            runs=tuple(self._run(run) for run in paragraph.runs),
            leading=self._long(paragraph.leading),
            before=self._long(paragraph.before),
            after=self._long(paragraph.after),
            margin=self._long(paragraph.margin),
            out=self._long(paragraph.out),
            indent=self._long(paragraph.indent),
        )

    def _span(self, span: Span) -> Span:
        return replace(
            span,
            style=self._style(span.style),
            x=self._long(span.x) + self.dx,
            width=self._long(span.width),
            adjust=tuple(self._long(extra) for extra in span.adjust),
        )

    def _line(self, line: Line) -> Line:
        x, baseline = self._at(line.x, line.baseline)
        return replace(
            line,
            spans=tuple(self._span(span) for span in line.spans),
            x=x,
            baseline=baseline,
            width=self._long(line.width),
            marker=self._span(line.marker) if line.marker else None,
        )


def resized(scene: Scene) -> Scene:
    """The scene of a deck at the size of its slides, which is `scale` times its canvas."""
    scale = Scale(scene.scale)
    width, height = scene.size.width, scene.size.height
    return replace(
        scene,
        width=width,
        height=height,
        pages=tuple(
            replace(page, items=tuple(scale.item(item) for item in page.items))
            for page in scene.pages
        ),
        layouts=tuple(scale.layout(layout) for layout in scene.layouts),
        guides=Guides(
            tuple(round(at * scene.scale) for at in scene.guides.across),
            tuple(round(at * scene.scale) for at in scene.guides.down),
        ),
        mark=scale.stamp(scene.mark) if scene.mark else None,
    )
