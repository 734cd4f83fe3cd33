"""SVG: what is read becomes lines, curves and paints; what is not drawn is refused by line."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageColor
from rows import every

from briefgen.outline.attached.svg.paths import path_of
from briefgen.outline.attached.svg.read import read_svg
from briefgen.outline.attached.svg.rings import clipped, even_odd
from briefgen.outline.attached.svg.tree import SvgError
from briefgen.vector import Linear, Part, Path, Pencil, Radial, Solid, Vector, box, extent

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawn(inner: str, head: str = 'viewBox="0 0 100 50"') -> Vector:
    return read_svg(f"{HEAD} {head}>\n{inner}\n</svg>".encode())


def one(inner: str) -> Part:
    (part,) = drawn(inner).parts
    return part


def near(found: tuple[float, ...], wanted: tuple[float, ...], by: float = 0.01) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


# Shapes and paths


@every(
    ("element", "bounds"),
    [
        ('<rect x="10" y="5" width="20" height="10"/>', (10, 5, 30, 15)),
        ('<rect x="10%" y="10%" width="50%" height="50%" rx="4"/>', (10, 5, 60, 30)),
        ('<circle cx="50" cy="25" r="10"/>', (40, 15, 60, 35)),
        ('<ellipse cx="50" cy="25" rx="20" ry="10"/>', (30, 15, 70, 35)),
        ('<polygon points="0,0 10,0 5,10"/>', (0, 0, 10, 10)),
        ('<path d="M10 10h10v10h-10z"/>', (10, 10, 20, 20)),
        ('<path d="M10 10 20 10 20 20z"/>', (10, 10, 20, 20)),
        ('<path d="M10 30a10 10 0 0 1 20 0z"/>', (10, 20, 30, 30)),
        ('<path d="M10 30a10 10 0 1020 0z"/>', (10, 30, 30, 40)),
        ('<path d="M0 10q10-20 20 0z"/>', (0, 0, 20, 10)),
        ('<path d="M0 10q5 -10 10 0t10 0z"/>', (0, 5, 20, 15)),
        ('<path d="M0 20C0 5 20 5 20 20z"/>', (0, 8.75, 20, 20)),
        ('<path d="m1e1.5l10-.5.5 1z"/>', (10, 0, 20.5, 1)),
    ],
)
def test_shapes_are_where_they_were_drawn(element: str, bounds: tuple[float, ...]) -> None:
    part = one(element)
    assert near(extent(part.path), bounds), extent(part.path)
    assert part.fill == Solid("000000")
    assert part.pencil is None


@pytest.mark.parametrize(
    ("transform", "point"),
    [
        ("translate(5 6)", (15, 16)),
        ("translate(5)", (15, 10)),
        ("scale(2)", (20, 20)),
        ("scale(2,.5)", (20, 5)),
        ("rotate(90)", (-10, 10)),
        ("rotate(90 10 10)", (10, 10)),
        ("matrix(1 0 0 1 3 4)", (13, 14)),
        ("translate(10,0) scale(2)", (30, 20)),
        ("skewX(45)", (20, 10)),
    ],
)
def test_transforms_move_what_is_drawn(transform: str, point: tuple[float, float]) -> None:
    part = one(
        f'<g transform="translate(30,20)"><path transform="{transform}" d="M10 10h1v1z"/></g>'
    )
    ((_, ((x, y),)), *_) = part.path
    assert near((x - 30, y - 20), point)


def test_the_corner_of_the_view_is_the_drawings(tmp_path: object) -> None:
    made = drawn('<rect x="-5" y="-5" width="10" height="10"/>', 'viewBox="-10 -10 40 20"')
    assert (made.width, made.height) == (40, 20)
    assert near(box(made.parts[0].path), (5, 5, 15, 15))
    made = drawn('<rect width="10" height="10"/>', 'width="1in" height="48px"')
    assert (made.width, made.height) == (96, 48)


def test_use_draws_again_what_stands_elsewhere() -> None:
    inner = (
        '<defs><g id="pair"><circle id="dot" r="2"/></g></defs>'
        '<use xlink:href="#pair" x="10" y="10" fill="red"/>'
        '<use href="#dot" transform="scale(2)" x="9"/>'
    )
    first, second = drawn(inner).parts
    assert near(extent(first.path), (8, 8, 12, 12))
    assert first.fill == Solid("FF0000")
    assert near(extent(second.path), (14, 0, 22, 4))


# Paints


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("#f80", "FF8800"),
        ("#Ff8800", "FF8800"),
        ("rgb(255, 136, 0)", "FF8800"),
        ("rgb(100%,0%,0%)", "FF0000"),
        ("rebeccapurple", "663399"),
        ("CurrentColor", "008000"),
    ],
)
def test_colours_are_read(said: str, colour: str) -> None:
    assert one(f'<g color="green"><rect width="9" height="9" fill="{said}"/></g>').fill == Solid(
        colour
    )


def test_a_name_of_a_colour_means_the_same_each_time() -> None:
    """Looking a name up changes Pillow's own table of them."""
    ImageColor.getrgb("teal")
    parts = drawn('<rect width="9" height="9" fill="teal"/>' * 2).parts
    assert [part.fill for part in parts] == [Solid("008080")] * 2


def test_styles_go_before_classes_and_these_before_attributes() -> None:
    inner = (
        "<style>/* c */ .a,.b{fill:#010101;stroke:none} .b{fill:#020202}</style>"
        '<rect width="9" height="9" fill="red"/>'
        '<rect width="9" height="9" class="a" fill="red"/>'
        '<rect width="9" height="9" class="a b" fill="red"/>'
        '<rect width="9" height="9" class="b" style="fill:#030303 !important; font-size:3px"/>'
    )
    assert [part.fill for part in drawn(inner).parts] == [
        Solid("FF0000"), Solid("010101"), Solid("020202"), Solid("030303"),
    ]  # fmt: skip


def test_opacities_are_shares_of_each_other() -> None:
    inner = (
        '<g opacity=".5"><rect width="9" height="9" fill-opacity="50%" fill="#ff000080"/></g>'
        '<rect x="20" y="2" width="9" height="9" fill="none" stroke="red" stroke-opacity=".25"'
        ' opacity=".5"/>'
    )
    first, second = drawn(inner).parts
    assert isinstance(first.fill, Solid)
    assert math.isclose(first.fill.alpha, 0.125, abs_tol=0.001)
    assert second.pencil is not None
    assert second.pencil.paint.alpha == 0.125


def test_lines_keep_their_form_and_grow_with_their_group() -> None:
    part = one(
        '<g transform="scale(2)" stroke="red" stroke-width="2" stroke-linecap="round"'
        ' stroke-linejoin="bevel" stroke-dasharray="3,1" fill="none"><path d="M5 5h10v10"/></g>'
    )
    assert part.pencil == Pencil(Solid("FF0000"), 4.0, "round", "bevel", 4.0, (6.0, 2.0))
    assert part.fill is None


LINEAR = (
    '<linearGradient id="a"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient>'
    '<linearGradient id="b" xlink:href="#a" {}/>'
    '<rect x="10" y="10" width="40" height="20" fill="url(#b)"/>'
)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("", (10, 10), (50, 10)),
        ('x2="0" y2="1"', (10, 10), (10, 30)),
        ('gradientUnits="userSpaceOnUse" x1="20" x2="30"', (20, 0), (30, 0)),
        ('gradientTransform="rotate(90)"', (10, 10), (10, 30)),
        # Colours stay the same across the direction in which they change, skewed as they may be.
        ('x2="1" y2="1"', (10, 10), (26, 42)),
    ],
)
def test_linear_gradients(said: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    fill = one(LINEAR.format(said)).fill
    assert isinstance(fill, Linear)
    assert near(fill.start, start)
    assert near(fill.end, end)
    assert [(stop.at, stop.colour) for stop in fill.stops] == [(0, "FF0000"), (1, "000000")]


def test_radial_gradients() -> None:
    fill = one(
        '<radialGradient id="r" cx=".25" fx=".5"><stop stop-color="#fff"/><stop offset="50%"'
        ' stop-opacity="0"/></radialGradient><circle cx="50" cy="25" r="20" fill="url(#r)"/>'
    ).fill
    assert isinstance(fill, Radial)
    assert (fill.centre, fill.radius, fill.focus) == ((0.25, 0.5), 0.5, (0.5, 0.5))
    assert fill.matrix == (40, 0, 0, 40, 30, 5)
    assert fill.stops[1].alpha == 0


# Clips and holes


def area(path: Path) -> float:
    """The area that is filled by the even-odd rule, counted on a grid."""
    from briefgen.outline.attached.svg.rings import _holds, flat, rings

    polygons = [flat(ring) for ring in rings(path)]
    found = 0
    for x in range(200):
        for y in range(100):
            point = (x / 2 + 0.25, y / 2 + 0.25)
            found += sum(_holds(polygon, point) for polygon in polygons) % 2
    return found / 4


def test_what_is_clipped_is_cut_at_the_rectangle() -> None:
    inner = (
        '<clipPath id="c"><rect x="40" y="0" width="10" height="50"/></clipPath>'
        '<g clip-path="url(#c)"><circle cx="50" cy="25" r="20"/><rect x="42" width="4" height="5"/>'
        '<rect x="90" width="5" height="5"/></g>'
    )
    first, second = drawn(inner).parts
    assert near(box(first.path), (40, 5, 50, 45), 0.2)
    assert abs(area(first.path) - (math.pi * 400 / 2 - 245.7)) < 10
    assert near(box(second.path), (42, 0, 46, 5))


def test_the_edge_of_the_view_clips_too() -> None:
    part = one('<circle cx="0" cy="25" r="20"/>')
    assert near(box(part.path), (0, 5, 20, 45), 0.2)


HOLES = {
    # Ring in a ring, the other way round or not; by both rules.
    "hole": ("M0 0h40v40h-40zM10 10v20h20v-20z", "nonzero", 1600 - 400),
    "none": ("M0 0h40v40h-40zM10 10h20v20h-20z", "nonzero", 1600),
    "odd": ("M0 0h40v40h-40zM10 10h20v20h-20z", "evenodd", 1600 - 400),
    "island": ("M0 0h40v40h-40zM10 10v20h20v-20zM15 15h10v10h-10z", "nonzero", 1600 - 400 + 100),
    "apart": ("M0 0h10v10h-10zM20 0v10h10v-10z", "nonzero", 200),
}


@pytest.mark.parametrize("name", HOLES)
def test_holes_are_holes_by_the_rule_that_is_said(name: str) -> None:
    d, rule, wanted = HOLES[name]
    assert area(one(f'<path d="{d}" fill-rule="{rule}"/>').path) == wanted


@pytest.mark.slow
@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 30),
            st.integers(0, 15),
            st.integers(4, 60),
            st.integers(4, 30),
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_made_of_a_path_is_filled_as_it_was(
    boxes: list[tuple[int, int, int, int, bool]],
) -> None:
    """Rectangles in whichever direction: by winding numbers, on a grid of points."""
    d = "".join(
        f"M{x} {y}h{w}v{h}h{-w}z" if way else f"M{x} {y}v{h}h{w}v{-h}z" for x, y, w, h, way in boxes
    )
    made = even_odd(path_of(d, 1))
    if made is None:
        return
    wanted = sum(
        sum((1 if way else -1) for x, y, w, h, way in boxes if x < px < x + w and y < py < y + h)
        != 0
        for px in [n / 2 + 0.25 for n in range(200)]
        for py in [n / 2 + 0.25 for n in range(100)]
    )
    assert area(made) == wanted / 4


def test_a_rectangle_clips_as_it_does_on_paper() -> None:
    star = path_of("M50 0L60 40L100 40L70 50L60 50L50 20L40 50L30 50L0 40L40 40z", 1)
    cut = clipped(star, (20, 10, 80, 45))
    grid = [(n / 2 + 0.25, m / 2 + 0.25) for n in range(200) for m in range(100)]
    from briefgen.outline.attached.svg.rings import _holds, flat, rings

    (whole,) = (flat(ring) for ring in rings(star))
    inside = sum(20 < x < 80 and 10 < y < 45 and _holds(whole, (x, y)) for x, y in grid)
    assert abs(area(cut) - inside / 4) < 2


# What is refused


REFUSED = {
    "text": ('<text x="1" y="9">广州</text>', "<text>"),
    "image": ('<image href="a.png" width="9" height="9"/>', "<image>"),
    "filter": ('<rect width="9" height="9" filter="url(#f)"/>', "filter"),
    "mask": ('<rect width="9" height="9" style="mask:url(#m)"/>', "mask"),
    "pattern": ('<pattern id="p"/><rect width="9" height="9" fill="url(#p)"/>', "<pattern>"),
    "symbol": ('<symbol id="s"><rect width="9" height="9"/></symbol><use href="#s"/>', "<symbol>"),
    "marker": ('<path d="M0 0h9v9z" marker-end="url(#m)"/>', "marker-end"),
    "script": ("<script>alert(1)</script>", "<script>"),
    "animation": ('<rect width="9" height="9"><animate/></rect>', "<animate>"),
    "handler": ('<rect width="9" height="9" onclick="x()"/>', "onclick"),
    "selector": ("<style>rect{fill:red}</style>", "rect"),
    "import": ("<style>@import url(a.css);</style>", "@import"),
    "blend": ('<g style="mix-blend-mode:multiply"/>', "mix-blend-mode"),
    "spread": (LINEAR.format('spreadMethod="reflect"'), "spreadMethod=reflect"),
    "round clip": (
        '<clipPath id="c"><circle r="9"/></clipPath><g clip-path="url(#c)"/>',
        "<clipPath><circle>",
    ),
    "turned clip": (
        '<clipPath id="c"><rect width="9" height="9" transform="rotate(9)"/></clipPath>'
        '<g clip-path="url(#c)"/>',
        "<clipPath><rect>",
    ),
    "overlapping opacity": (
        '<g opacity=".5"><circle cx="9" cy="9" r="9"/><circle cx="12" cy="9" r="9"/></g>',
        "opacity",
    ),
    "skewed line": (
        '<path d="M9 9h9" stroke="red" transform="scale(2 1)"/>',
        "stroke, transform",
    ),
    "graded line": (
        LINEAR.format("") + '<path d="M9 9h9" stroke="url(#a)"/>',
        "stroke: url(…)",
    ),
    "nested svg": ("<svg/>", "<svg>"),
}


@every("name", REFUSED)
def test_anything_else_is_refused_by_name_and_line(name: str) -> None:
    inner, what = REFUSED[name]
    with pytest.raises(SvgError) as caught:
        drawn(f"\n\n{inner}")
    assert caught.value.code == "svg-not-drawn"
    assert what in str(caught.value.parts["what"])
    assert caught.value.line == 4


@every(
    ("inner", "code"),
    [
        ('<path d="M0 0 L"/>', "svg-bad-value"),
        ('<path d="M0 0h1e999"/>', "svg-bad-value"),
        ('<path d="L1 1"/>', "svg-bad-value"),
        ('<rect width="9em" height="9"/>', "svg-bad-value"),
        ('<rect width="9" height="9" fill="octarine"/>', "svg-bad-value"),
        ('<g transform="turn(9)"/>', "svg-bad-value"),
        ('<use href="other.svg#a"/>', "svg-bad-value"),
        ('<g id="a"><use href="#a"/></g>', "svg-bad-value"),
        ('<rect width="9" height="9"', "svg-damaged"),
        ('<path d="M10 10L40 40H10L40 10z"/>', "svg-path-crosses"),
        ('<circle cx="1" cy="25" r="20" fill="none" stroke="red"/>', "svg-line-cut"),
        ("", "svg-empty"),
    ],
)
def test_what_is_wrong_is_told(inner: str, code: str) -> None:
    with pytest.raises(SvgError) as caught:
        drawn(inner)
    assert caught.value.code == code
    assert caught.value.line >= 1


def test_entities_and_foreign_files_are_refused() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n' + HEAD.encode() + b' viewBox="0 0 9 9"/>'
    for data, code in (
        (bomb, "svg-not-drawn"),
        (b"<html/>", "svg-no-svg"),
        (HEAD.encode() + b"/>", "svg-no-size"),
        (b"<" * 1_000_001, "svg-too-large"),
        (
            HEAD.encode() + b' viewBox="0 0 9 9">' + b"<g>" * 60 + b"</g>" * 60 + b"</svg>",
            "svg-too-large",
        ),
    ):
        with pytest.raises(SvgError) as caught:
            read_svg(data)
        assert caught.value.code == code


def test_what_editors_keep_beside_is_left_alone() -> None:
    inner = (
        '<title>t</title><desc/><metadata><rdf xmlns="urn:x"/></metadata>'
        '<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:zoom="2"><i:g/></i:view>'
        '<rect width="9" height="9" xml:space="preserve" data-name="x" aria-hidden="true"/>'
        '<rect width="9" height="9" display="none"/>'
        '<rect width="9" height="9" visibility="hidden"/>'
    )
    assert len(drawn(inner).parts) == 1


def told(read: Callable[[], object]) -> str:
    """The code of what is refused; "" where nothing is."""
    try:
        read()
    except SvgError as error:
        return error.code
    return ""


@settings(max_examples=200)
@given(st.text(st.sampled_from("MmLlHhVvCcSsQqTtAaZz0123456789 .,-e\n"), max_size=60))
def test_no_path_is_a_crash(d: str) -> None:
    assert told(lambda: path_of(d, 1)) in ("", "svg-bad-value", "svg-too-large")


@settings(max_examples=150)
@given(st.binary(max_size=80))
def test_no_bytes_are_a_crash(data: bytes) -> None:
    for whole in (data, HEAD.encode() + b' viewBox="0 0 9 9">' + data + b"</svg>"):
        assert told(lambda whole=whole: read_svg(whole)).startswith("svg-")
