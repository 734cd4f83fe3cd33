"""A small deck, built by hand, that holds every type of item: for the tests of the renderers."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from decimal import Decimal

from briefgen.geometry import Rect, pt
from briefgen.scene.canvas import WIDE
from briefgen.scene.items import (
    Anchor,
    Cell,
    Chart,
    Group,
    Item,
    Move,
    Page,
    Picture,
    Rule,
    Series,
    Shape,
    Slot,
    Stroke,
    Table,
    TextBox,
)
from briefgen.scene.layouts import box, deck_layouts
from briefgen.scene.names import Name, called
from briefgen.scene.placeholders import Layout
from briefgen.scene.scene import Meta, Scene, Section
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Faces, load_fonts
from briefgen.typography.markers import Bullet, Numbering
from briefgen.typography.paragraph import place, set_text
from briefgen.typography.text import Paragraph, Run, Style

FACE = "Microsoft YaHei"
PALETTE = {
    "white": "FFFFFF",
    "ink": "2A1A17",
    "ink2": "6B544C",
    "primary": "A8161C",
    "primary-dark": "7A0E14",
    "surface": "FBF6EE",
    "surface2": "F3E7D3",
    "accent": "C9993F",
    "accent-text": "8A5F0F",
    "on-dark": "F5DFA8",
    "line": "E3D3BC",
    "muted": "B9ABA0",
    "chart1": "A8161C",
    "chart2": "B8801A",
    "chart3": "14336B",
    "chart4": "2E7D7A",
}
THEME = Theme(
    id="test",
    name={"zh": "岭南", "en": "Lingnan"},
    palette=PALETTE,
    deck_face=FACE,
    print_face=Faces(),
    motif="window",
)
META = Meta(
    title="六个新广州 & <再造>",
    author="羊城晚报",
    subject="要点",
    date="2024-02",
    language="zh-Hans",
    keywords=("创新动能", "城市"),
)


def para(
    *pieces: str | Run, size: float = 18, leading: float = 0, bold: bool = False,
    colour: str = "ink", **more: object,
) -> Paragraph:  # fmt: skip
    """A paragraph; plain strings are set in the style given."""
    style = Style(pt(size), bold, colour)
    runs = tuple(Run(p, style) if isinstance(p, str) else p for p in pieces)
    return Paragraph(runs, pt(leading or round(size * 1.5)), **more)  # type: ignore[arg-type]


def text_box(
    name: str | Name, rect: Rect, *paragraphs: Paragraph, slot: Slot | None = None,
    anchor: Anchor = "top", insets: tuple[int, int, int, int] = (0, 0, 0, 0), **more: object,
) -> TextBox:  # fmt: skip
    """A text box with its lines set as the deck's composing sets them."""
    text = set_text(paragraphs, rect.w - insets[0] - insets[2], load_fonts(), medium="deck")
    lines = place(text, rect, insets, anchor)
    return TextBox(
        name=name if isinstance(name, Name) else called(name),
        rect=rect,
        paragraphs=paragraphs,
        lines=lines,
        slot=slot,
        anchor=anchor,
        insets=insets,
        **more,
    )  # type: ignore[arg-type]


def filled(layout: Layout, role: str, words: str, index: int | None = None) -> TextBox:
    """A placeholder of `layout` filled in its own style."""
    at = next(
        s for s in layout.slots if s.slot.role == role and (index is None or s.slot.index == index)
    )
    paragraph = Paragraph(
        (Run(words, at.style),), at.leading, at.align, keep_breaks=role == "title"
    )
    return text_box(at.name, at.rect, paragraph, slot=at.slot, anchor=at.anchor)


def png(width: int, height: int, colour: tuple[int, int, int] = (168, 22, 28)) -> bytes:
    """A PNG in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(colour) * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def chart(
    rect: Rect, categories: Sequence[str] = ("基础设施", "城市更新", "工业投资"),
    values: Sequence[Decimal | None] = (Decimal("2600.50"), Decimal("8.2"), Decimal(1800)),
    kind: str = "bar", **more: object,
) -> Chart:  # fmt: skip
    """A bar chart with nothing drawn: its native face."""
    plot = rect.inset(pt(100), pt(4), pt(100), pt(4))
    colours = ("primary", *["muted"] * (len(values) - 1))
    made = {
        "series": (Series(name="2024年", values=tuple(values), colours=colours),),
        "number_format": '#,##0.0"亿元"',
        "high": max((v for v in values if v is not None), default=Decimal(1)),
        **more,
    }
    return Chart(
        name=called("投资额"), rect=rect, plot=plot, kind=kind, categories=tuple(categories),  # type: ignore[arg-type]
        unit="单位：亿元", low=Decimal(0), gap=70, label_size=pt(16), category_size=pt(14),
        alt="条形图：基础设施2600.5亿元最高", drawn=(), **made,  # type: ignore[arg-type]
    )  # fmt: skip


def stacked(rect: Rect) -> Chart:
    """A whole and its two parts in one bar; the rest has no figure of its own."""
    parts = (("首期", "3.5", "primary", "first"), ("其余", "11.5", "surface2", ""))
    series = tuple(
        Series(name=name, values=(Decimal(value),), colours=(colour,), figures=(id,))
        for name, value, colour, id in parts
    )
    return Chart(
        name=called("基金构成"),
        rect=rect,
        plot=rect.inset(0, rect.h // 4, 0, rect.h // 4),
        kind="stacked",
        categories=("基金",),
        series=series,
        number_format='0.0"亿元"',
        unit="亿元",
        low=Decimal(0),
        high=Decimal(15),
        gap=100,
        label_size=pt(16),
        category_size=pt(16),
        alt="堆积条形图：15亿元基金中，首期3.5亿元",
        drawn=(),
    )


def table(rect: Rect) -> Table:
    """A header and two rows of two columns."""
    rows = (("区", "目标"), ("天河区", "7000亿元"), ("白云区", "引进86个项目"))
    insets = (pt(8), pt(5), pt(8), pt(5))
    height, width = rect.h // len(rows), rect.w // 2
    cells = []
    for number, row in enumerate(rows):
        made = []
        for column, words in enumerate(row):
            area = Rect(rect.x + column * width, rect.y + number * height, width, height)
            paragraph = para(words, size=16, bold=not number, colour="ink" if number else "white")
            text = set_text((paragraph,), width - pt(16), load_fonts(), medium="deck")
            lines = place(text, area, insets, "middle")
            made.append(
                Cell(
                    paragraphs=(paragraph,),
                    lines=lines,
                    fill="" if number else "primary",
                    insets=insets,
                )
            )
        cells.append(tuple(made))
    return Table(
        name=called("各区目标"),
        rect=Rect(rect.x, rect.y, 2 * width, 3 * height),
        columns=(width,) * 2,
        heights=(height,) * 3,
        cells=tuple(cells),
        alt="表格：各区目标",
        rule=Stroke("line", pt(0.75)),
        rule_head=Stroke("primary", pt(1.5)),
    )


def deck(
    *extra: Page, pages: tuple[Page, ...] = (), meta: Meta = META, theme: Theme = THEME,
    sections: tuple[Section, ...] | None = None,
) -> Scene:  # fmt: skip
    """The sample deck, with `extra` pages at its end; or a deck of just these `pages`."""
    made = pages or (*_pages(theme), *extra)
    named = (Section("开篇", ("cover", "text")), Section("数据", ("data", "shapes")))
    chosen = (() if pages else named) if sections is None else sections
    return Scene(
        width=WIDE.width,
        height=WIDE.height,
        pages=made,
        theme=theme,
        meta=meta,
        layouts=deck_layouts(),
        sections=chosen,
    )


def content_page(id: str, *items: Item, title: str = "标题说出一个结论", **more: object) -> Page:
    """A page on the layout with a title and one body."""
    layout = next(each for each in deck_layouts() if each.id == "content")
    furniture = (
        filled(layout, "footer", "六个新广州"),
        filled(layout, "date", "2024年2月"),
        filled(layout, "number", "0"),
    )
    head = filled(layout, "title", title)
    return Page(id=id, layout="content", title=title, items=(head, *items, *furniture), **more)  # type: ignore[arg-type]


def _pages(theme: Theme) -> tuple[Page, ...]:
    cover = next(each for each in deck_layouts() if each.id == "cover")
    title = "六个新广州：大干十二年，再造新广州"
    return (
        Page(
            id="cover",
            layout="cover",
            title=title,
            items=(
                filled(cover, "title", title),
                filled(cover, "subtitle", "政府工作报告要点"),
                filled(cover, "body", "广州市 2024年2月", 2),
            ),
            notes=("先说结论。", "【数据出处】"),
            ground="cover",
        ),
        content_page("text", *_text(), title="项目建设提速，三大领域投资最多"),
        content_page(
            "data",
            chart(box(48, 132, 540, 150)),
            stacked(box(48, 300, 540, 100)),
            table(box(620, 132, 292, 150)),
            Picture(
                name=called("现场"),
                rect=box(620, 300, 100, 100),
                data=png(300, 200),
                media_type="image/png",
                alt="红色块",
                crop=(167, 0, 167, 0),
            ),
            Picture(
                name=called("现场"),
                rect=box(740, 300, 100, 100),
                data=png(300, 200),
                media_type="image/png",
                alt="红色块",
                crop=(167, 0, 167, 0),
            ),
            title="2600亿元基建领衔",
            notes=("数据来自政府工作报告。",),
        ),
        content_page(
            "shapes", *_drawn(), title="三脉三轴三核（示意）", hidden=True, ground="surface"
        ),
    )


def _text() -> tuple[Item, ...]:
    red = Style(pt(18), True, "primary")
    link = Run("原文", Style(pt(18), False, "accent-text"), link="https://example.com/a b?q=广州")
    body = text_box(
        "正文", box(48, 128, 700, 328),
        para("一季度开工", Run("319个", red, "projects"), "项目，总投资", Run("超3200亿元", red),
             "，见", link, "。"),
        para("第一，先立后破。", marker=Bullet(), margin=pt(20), indent=pt(20), before=pt(6)),
        para("甲", marker=Numbering("1.", 1), margin=pt(20), indent=pt(20)),
        para("乙", marker=Numbering("1.", 2), margin=pt(20), indent=pt(20), after=pt(4)),
        para("致：", Run("作者", Style(pt(18)), link="mailto:a@example.com"), "；",
             Run("危险", Style(pt(18)), link="javascript:alert(1)")),
        slot=Slot("body", 1),
    )  # fmt: skip
    note = text_box(
        "注", box(48, 468, 864, 18), para("注：口径与出处", size=12, leading=16, colour="ink2"),
        slot=Slot("body", 21),
    )  # fmt: skip
    button = text_box(
        "返回", box(780, 420, 120, 32), para("回到封面", size=14, colour="white", align="center"),
        anchor="middle", insets=(pt(4),) * 4, geometry="round", fill="primary", link="page:cover",
    )  # fmt: skip
    return body, note, button


def _drawn() -> tuple[Item, ...]:
    path = (
        Move("M", ((pt(500), pt(360)),)),
        Move("C", ((pt(520), pt(300)), (pt(580), pt(300)), (pt(600), pt(360)))),
        Move("Z"),
    )
    spot = text_box(
        "核心", box(720, 330, 120, 60), para("核心区", size=16, align="center", colour="white"),
        anchor="middle", geometry="ellipse", fill="primary-dark",
    )  # fmt: skip
    return (
        text_box(
            "说明", box(48, 128, 864, 60), para("三条轴线连接三个核心。"), slot=Slot("body", 1)
        ),
        Rule(
            called("连线"),
            pt(160),
            pt(260),
            pt(400),
            pt(220),
            Stroke("primary", pt(2)),
            arrow=True,
            glue=(called("甲地"), 6, called("乙地"), 1),
        ),
        Shape(
            called("甲地"), box(120, 240, 40, 40), geometry="ellipse", fill="primary", alt="甲地"
        ),
        Shape(
            called("乙地"),
            box(400, 200, 40, 40),
            geometry="round",
            fill="white",
            stroke=Stroke("primary", pt(2), dashed=True),
            alt="乙地",
            link="page:text",
        ),
        Shape(called("山"), box(500, 300, 100, 60), path=path, fill="surface2"),
        Group(
            called("组合"),
            (
                Shape(called("底"), box(700, 200, 180, 90), geometry="chevron", fill="accent"),
                text_box(
                    "组内文字", box(740, 230, 100, 30), para("先行", size=16), slot=Slot("body", 1)
                ),
            ),
        ),
        spot,
    )
