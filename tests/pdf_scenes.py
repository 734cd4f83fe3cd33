"""Small scenes, built by hand, for the tests of the PDF renderer."""

from __future__ import annotations

from briefgen.geometry import Rect, mm, pt
from briefgen.scene.items import Item, Level, Page, TextBox
from briefgen.scene.names import called
from briefgen.scene.placeholders import Layout
from briefgen.scene.scene import Meta, Scene, Section
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Faces, load_fonts
from briefgen.typography.text import Line, Paragraph, Run, Span, Style

WIDTH, HEIGHT = mm(210), mm(297)
PALETTE = {
    "white": "FFFFFF",
    "ink": "2A1A17",
    "ink2": "6B544C",
    "primary": "A8161C",
    "primary-dark": "7A0E14",
    "surface": "FBF6EE",
    "accent": "C9993F",
    "line": "E3D3BC",
    "muted": "B9ABA0",
}
THEME = Theme(
    id="test", name={"en": "Test"}, palette=PALETTE, deck_face="Microsoft YaHei", print_face=Faces()
)
META = Meta(
    title="六个新广州 & <再造>",
    author="羊城晚报",
    subject="要点简报",
    date="2024-02",
    language="zh-CN",
    keywords=("广州", "简报"),
)


def span(text: str, x: int, style: Style, adjust: tuple[int, ...] = (), link: str = "") -> Span:
    advance = load_fonts().face(style.bold).width(text) * style.size // 1000
    return Span(text, style, x, advance + sum(adjust), adjust, link=link)


def line(*pieces: str | tuple[str, Style], x: int, baseline: int, size: float = 10.5) -> Line:
    """A line of pieces one after another; a plain string is regular ink."""
    spans: list[Span] = []
    at = x
    for piece in pieces:
        text, style = (piece, Style(pt(size))) if isinstance(piece, str) else piece
        spans.append(span(text, at, style))
        at += spans[-1].width
    return Line(tuple(spans), x, baseline, at - x)


def text_box(
    *lines: Line, heading: Level = "p", rect: Rect | None = None, fill: str = "", link: str = ""
) -> TextBox:
    """A text box around lines that are set already, a paragraph for each `paragraph` of them."""
    top = min(each.baseline for each in lines) - pt(12)
    rect = rect or Rect(lines[0].x, top, mm(150), lines[-1].baseline + pt(4) - top)
    count = max(each.paragraph for each in lines) + 1
    paragraphs = []
    for index in range(count):
        spans = [one for each in lines if each.paragraph == index for one in each.spans]
        runs = tuple(Run(one.text, one.style, link=one.link) for one in spans)
        paragraphs.append(Paragraph(runs, pt(16)))
    return TextBox(
        name=called("文字"),
        rect=rect,
        paragraphs=tuple(paragraphs),
        lines=lines,
        heading=heading,
        fill=fill,
        link=link,
    )


def simple(text: str, y: float = 30, heading: Level = "p", size: float = 10.5) -> TextBox:
    """One line of text, `y` millimetres from the top."""
    return text_box(line(text, x=mm(20), baseline=mm(y), size=size), heading=heading)


def scene(
    *items: Item,
    pages: tuple[Page, ...] = (),
    layouts: tuple[Layout, ...] = (),
    sections: tuple[Section, ...] = (),
    meta: Meta = META,
) -> Scene:
    """An A4 scene of one page with these items, or of these pages."""
    made = pages or (Page(id="brief", layout="", title="简报", items=items),)
    return Scene(
        width=WIDTH,
        height=HEIGHT,
        pages=made,
        theme=THEME,
        meta=meta,
        layouts=layouts,
        sections=sections,
    )
