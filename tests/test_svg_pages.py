"""Pages as SVG: the words as words, where the print has them, in the faces of the print."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from pdf_scenes import scene as printed
from scenes import META, THEME, chart, para, png, text_box

from briefgen.geometry import Rect, pt
from briefgen.record import replace
from briefgen.render import svg
from briefgen.scene.canvas import WIDE
from briefgen.scene.items import (
    Cell,
    Drawing,
    Group,
    Item,
    Page,
    Picture,
    Rule,
    Shape,
    Stroke,
    Table,
    Tint,
)
from briefgen.scene.names import Name, called
from briefgen.scene.scene import Scene
from briefgen.scene.walk import texts
from briefgen.typography.fonts import load_fonts
from briefgen.typography.paragraph import set_text
from briefgen.typography.text import Run, Style
from briefgen.vector import Linear, Part, Pencil, Radial, Solid, Stop, Vector

SVG = "{http://www.w3.org/2000/svg}"
AREA = Rect(pt(50), pt(60), pt(400), pt(100))
CORNERS = (("M", ((0.0, 0.0),)), ("L", ((8.0, 0.0),)), ("L", ((8.0, 8.0),)), ("Z", ()))


def deck(*items: Item) -> Scene:
    pages = (
        Page(id="a", layout="", title="甲 & <乙>", items=items),
        Page(id="b", layout="", title="b", items=()),
    )
    return Scene(width=WIDE.width, height=WIDE.height, pages=pages, theme=THEME, meta=META)


def drawn(*items: Item) -> ElementTree.Element:
    """The first page, parsed."""
    return ElementTree.fromstring(svg.render(deck(*items))[0])


def words(element: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in element.iter(f"{SVG}text")]


def test_a_page_is_as_large_as_the_slide_and_says_its_title() -> None:
    root = drawn()
    assert (root.get("viewBox"), root.get("aria-label")) == ("0 0 960 540", "甲 & <乙>")
    assert root.get("lang") == "zh-Hans"


def test_every_character_is_there_as_it_was_written() -> None:
    said = "全市“十四五”时期GDP增长5%，<b>&amp;</b>与𠮷野家co\u00adoperate"
    assert words(drawn(text_box("box", AREA, para(said))))[0] == said.replace("\u00ad", "")


def test_a_paragraph_is_one_text_over_all_its_lines() -> None:
    box = text_box("box", Rect(0, 0, pt(100), pt(400)), para("城市更新" * 12), para("第二段"))
    root = drawn(box)
    first, second = root.iter(f"{SVG}text")
    assert len({span.get("y") for span in first}) == len(box.lines) - 1
    assert (first.get("data-p"), second.get("data-p")) == ("0", "1")


def test_characters_stand_where_the_print_has_them() -> None:
    said = para("增长，（5%）GDP“好”", size=20)
    set_lines = set_text((said,), AREA.w, load_fonts(), medium="print").lines
    box = replace(text_box("box", AREA, said), lines=set_lines)
    spans = [span for line in box.lines for span in line.spans]
    assert any(span.adjust for span in spans)
    shown = list(drawn(box).iter(f"{SVG}tspan"))
    for span, tspan in zip(spans, shown, strict=True):
        places = [float(each) for each in (tspan.get("x") or "").split()]
        assert places[0] == pytest.approx(span.x / 12700, abs=0.01)
        if span.adjust:
            assert len(places) == len(span.text)
            advance = places[-1] - places[0]
            last = span.width / 12700 - advance
            assert 0 < last <= 20.01


def test_a_heading_is_one_to_those_who_hear_the_page() -> None:
    heading = text_box("title", AREA, para("标题"), heading="h1")
    (text,) = drawn(heading).iter(f"{SVG}text")
    assert (text.get("role"), text.get("aria-level")) == ("heading", "1")


def test_figures_and_links_are_marked_and_dangerous_addresses_are_none() -> None:
    style = Style(pt(18))
    runs = (
        Run("5%", style, figure="gdp"),
        Run("见下页", style, link="page:b"),
        Run("网站", style, link='https://a.cn/?x=1&y="2'),
        Run("坏", style, link="javascript:alert(1)"),
    )
    root = drawn(text_box("box", AREA, para(*runs)))
    assert [each.text for each in root.iter() if each.get("data-figure") == "gdp"] == ["5%"]
    links = list(root.iter(f"{SVG}a"))
    assert [each.get("href") for each in links] == ["#b", 'https://a.cn/?x=1&y="2']
    assert [each.get("rel") for each in links] == [None, "noopener noreferrer"]


def test_texts_are_numbered_as_the_scene_gives_them() -> None:
    cell = Cell(paragraphs=(para("格"),), lines=text_box("c", AREA, para("格")).lines)
    table = Table(
        name=Name("table"),
        rect=AREA,
        columns=(pt(100), pt(100)),
        heights=(pt(20),),
        cells=((cell, cell),),
        alt="表",
    )
    label, inside = text_box("label", AREA, para("标")), (text_box("in", AREA, para("图")),)
    items = (
        text_box("one", AREA, para("一")),
        Group(Name("point", 1), (label, replace(chart(AREA), drawn=inside))),
        table,
        text_box("last", AREA, para("末")),
    )
    said = {
        int(each.get("data-t") or 0): "".join(each.itertext())
        for each in drawn(*items).iter()
        if each.get("data-t")
    }
    expected = ["".join(paragraph.text for paragraph in text.paragraphs) for text in texts(items)]
    assert [said[number] for number in range(len(expected))] == expected


def test_what_is_described_is_an_image_and_decoration_is_passed_over() -> None:
    bar = Shape(called("条"), AREA, fill="primary", alt="一条")
    root = drawn(bar, Shape(called("线"), AREA, fill="line"))
    (image,) = (each for each in root.iter() if each.get("role") == "img")
    assert image.get("aria-label") == "一条"
    assert sum(each.get("aria-hidden") == "true" for each in root) == 2


def test_colours_tints_patterns_and_strokes_are_those_of_the_theme() -> None:
    root = drawn(
        Shape(called("a"), AREA, "round", fill="primary", stroke=Stroke("ink", pt(2), True)),
        Shape(called("b"), AREA, fill="primary", tint=Tint("white", 500)),
        Shape(called("c"), AREA, fill="primary", pattern="hatched"),
        Rule(called("d"), 0, 0, pt(100), 0, Stroke("ink", pt(1)), arrow=True),
    )
    paths = list(root.iter(f"{SVG}path"))
    assert (paths[0].get("fill"), paths[0].get("stroke-dasharray")) == ("#A8161C", "8 6")
    assert paths[1].get("fill") == "#D48A8E"
    assert any((each.get("clip-path") or "").startswith("url(#") for each in paths)
    assert paths[-1].get("fill") == "#2A1A17"


def test_a_picture_carries_its_bytes_and_shows_what_is_not_cropped() -> None:
    image = Picture(
        name=called("图"),
        rect=AREA,
        data=png(8, 4),
        media_type="image/png",
        alt="江",
        crop=(250, 0, 250, 500),
    )
    root = drawn(image)
    window = next(each for each in root.iter(f"{SVG}svg") if each is not root)
    assert window.get("viewBox") == "0.25 0 0.5 0.5"
    (shown,) = root.iter(f"{SVG}image")
    assert (shown.get("href") or "").startswith("data:image/png;base64,iVBOR")


def test_an_emblem_keeps_its_colours_and_gradients() -> None:
    stops = (Stop(0, "FF0000"), Stop(1, "0000FF", 0.5))
    parts = (
        Part(CORNERS, Linear((0, 0), (8, 8), stops)),
        Part(CORNERS, Radial((4, 4), 4, (4, 4), stops, (2, 0, 0, 1, 0, 0))),
        Part(CORNERS, Solid("00FF00", 0.5), Pencil(Solid("123456"), 1.5, dashes=(2, 1))),
    )
    emblem = Drawing(name=called("徽"), rect=AREA, vector=Vector(8, 8, parts), alt="徽章")
    root = drawn(emblem)
    fills = [each.get("fill") or "" for each in root.iter(f"{SVG}path")]
    gradients = (root.iter(f"{SVG}{kind}Gradient") for kind in ("linear", "radial"))
    ids = [each.get("id") for kind in gradients for each in kind]
    assert fills == [f"url(#{ids[0]})", f"url(#{ids[1]})", "#00FF00"]
    assert len(set(ids)) == 2


def test_two_pages_may_stand_in_one_document() -> None:
    hatched = Shape(called("c"), AREA, fill="primary", pattern="hatched")
    scene = deck(hatched)
    drawings = (svg.picture(scene, scene.pages[0], prefix=prefix) for prefix in ("a", "b"))
    first, second = (
        {each.get("id") for each in ElementTree.fromstring(drawing).iter()} - {None}
        for drawing in drawings
    )
    assert first
    assert not first & second


def test_hidden_slides_are_not_handed_out() -> None:
    scene = deck()
    hidden = Page(id="h", layout="", title="h", items=(), hidden=True)
    assert len(svg.render(deck())) == 2
    pages = (*scene.pages, hidden)
    whole = Scene(width=WIDE.width, height=WIDE.height, pages=pages, theme=THEME, meta=META)
    assert len(svg.render(whole)) == 2


def test_the_same_scene_gives_the_same_bytes() -> None:
    box = text_box("box", AREA, para("同样的字节"))
    assert svg.render(deck(box, chart(AREA, values=(Decimal(1), Decimal(2), Decimal(3))))) == (
        svg.render(deck(box, chart(AREA, values=(Decimal(1), Decimal(2), Decimal(3)))))
    )


def test_a_printed_page_is_drawn_as_well() -> None:
    (page,) = svg.render(printed(text_box("box", AREA, para("印出来"))))
    assert "印出来" in "".join(words(ElementTree.fromstring(page)))
