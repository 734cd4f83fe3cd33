"""A logo on covers, slides and pages: where it stands, what it is there, and what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from outlines import OUTLINE, TOPICS, loaded, project
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from briefgen.build import Request, build, check
from briefgen.formats import composed as composed_in
from briefgen.geometry import Rect
from briefgen.problems import Problems
from briefgen.request import Printing
from briefgen.scene.items import Drawing, Group, Item, Picture, Shape, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.stamp import apart
from briefgen.scene.walk import extent
from briefgen.theme.load import load_theme

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">
  <defs>
    <linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/>
    </linearGradient>
    <linearGradient id="fade"><stop stop-color="#f00"/><stop offset="1" stop-opacity="0"/>
    </linearGradient>
    <radialGradient id="r"><stop stop-color="#fff"/><stop offset="1" stop-color="#060"/>
    </radialGradient>
  </defs>
  <path fill="#c00" d="M0 0h30v40h-30zM10 10v20h10v-20z"/>
  <rect x="35" width="20" height="18" fill="url(#g)"/>
  <rect x="35" y="22" width="20" height="18" fill="url(#fade)"/>
  <circle cx="70" cy="10" r="8" fill="url(#r)" opacity=".8"/>
  <path d="M62 30h16" stroke="navy" stroke-width="3" stroke-linecap="round"/>
</svg>
"""
DECK = """\
deck:
  - {id: cover, kind: cover}
  - {id: part, kind: section, title: 第一部分}
  - {id: one, kind: summary, title: 一, points: [{head: 甲, text: 乙}, {head: 丙, text: 丁}]}
  - id: two
    kind: compare
    title: 二
    left: {head: 甲, points: [乙]}
    right: {head: 丙, points: [丁]}
  - {id: end, kind: closing, title: 谢谢}
"""


def outline(folder: Path, logo: str, deck: str = DECK, more: str = "") -> Path:
    text = OUTLINE.replace("  slug: demo\n", f"  slug: demo\n  logo: {logo}\n{more}")
    path = project(folder, text + TOPICS + deck)
    (folder / "logo.svg").write_text(SVG, "utf-8")
    Image.new("RGB", (300, 200), (0, 90, 0)).save(folder / "logo.png")
    Image.new("RGB", (300, 200)).save(folder / "logo.jpg")
    return path


def scene(path: Path, form: str = "deck") -> Scene:
    brief, found = loaded(path)
    assert brief is not None, found
    theme = load_theme(brief.theme, brief.mark, Problems())
    assert theme is not None
    return composed_in(brief, theme.in_language("zh-Hans"), form, Problems())


def logos(items: tuple[Item, ...]) -> list[Rect]:
    return [
        item.rect
        for item in items
        if isinstance(item, Drawing | Picture) and item.name.kind == "logo"
    ]


def written(path: Path, folder: Path, *formats: str) -> list[Path]:
    request = Request(path, ("base",), formats=formats, out=folder / "out", verify=True)
    return [each for each in build(request).written if each.suffix != ".json"]


@pytest.mark.parametrize("logo", ["logo.svg", "logo.png"])
def test_every_slide_has_it_by_its_layout(tmp_path: Path, logo: str) -> None:
    made = scene(outline(tmp_path, logo))
    decor = {layout.id: logos(layout.decor) for layout in made.layouts}
    for page in made.pages:
        (rect,) = decor[page.layout]
        assert 0 < rect.x < rect.right < made.width
        assert 0 < rect.y < rect.bottom < made.height
        ratio = 2 if logo.endswith("svg") else 1.5
        assert abs(rect.w / rect.h - ratio) < 0.01
        said = [line for item in page.items if isinstance(item, TextBox) for line in item.lines]
        for line in said:
            size = max(span.style.size for span in line.spans)
            assert apart(rect, Rect(line.x, line.baseline - size, line.width, size))
    plain = {decor[page.layout][0] for page in made.pages if page.id in ("one", "two")}
    assert len(plain) == 1


def test_on_a_dark_ground_it_has_a_white_one(tmp_path: Path) -> None:
    made = scene(outline(tmp_path, "logo.svg"))
    plates = {
        page.id: [
            item
            for item in made.layout(page.layout).decor
            if isinstance(item, Shape) and item.name.kind == "logo-ground"
        ]
        for page in made.pages
    }
    assert [plate.fill for plate in plates["cover"]] == ["white"]
    assert plates["one"] == []


def test_a_photograph_behind_a_cover_does_not_hide_it(tmp_path: Path) -> None:
    deck = DECK.replace("kind: cover}", "kind: cover, image: {file: logo.jpg, alt: 楼}, fit: full}")
    made = scene(outline(tmp_path, "logo.svg", deck))
    assert len(logos(made.pages[0].items)) == 1
    assert not logos(made.pages[2].items)


def test_a_drawing_stays_one_in_the_deck(tmp_path: Path) -> None:
    (deck,) = written(outline(tmp_path, "logo.svg"), tmp_path, "deck")
    layout = Presentation(str(deck)).slides[2].slide_layout
    (group,) = (shape for shape in layout.shapes if shape.name.startswith("标志"))
    assert len(group.shapes) == 5
    assert not [shape for shape in layout.shapes if shape.shape_type == 13]
    xml = group._element.xml
    for said in ('val="CC0000"', "a:gradFill", '<a:path path="circle">', 'cap="rnd"', "a:alpha"):
        assert said in xml, said


@pytest.mark.slow
def test_a_drawing_stays_one_in_prints(tmp_path: Path) -> None:
    page, handout = sorted(
        written(outline(tmp_path, "logo.svg"), tmp_path, "brief", "handout"),
        key=lambda each: len(each.name),
    )
    reader = PdfReader(io.BytesIO(handout.read_bytes()))
    forms = {
        name: form.get_object()
        for sheet in reader.pages
        for name, form in (sheet["/Resources"].get("/XObject") or {}).items()
    }
    assert {form["/Subtype"] for form in forms.values()} == {"/Form"}
    assert len({form.indirect_reference for form in forms.values()}) == 1
    printed = PdfReader(io.BytesIO(page.read_bytes()))
    told = [
        found["/Alt"]
        for number in range(1, len(printed.xref[0]) + 1)
        if isinstance(found := printed.get_object(number), dict) and found.get("/S") == "/Figure"
    ]
    assert "标志" in told


def colours(handout: Path, rect: Rect, spots: dict[str, tuple[float, float]]) -> dict[str, tuple]:
    """The colours of a printed slide at spots of the logo (in its own units)."""
    sheet = pypdfium2.PdfDocument(handout)[2]
    image = sheet.render(scale=6).to_pil().convert("RGB")
    scale = 6 / 12700
    found = {}
    for name, (x, y) in spots.items():
        at = (rect.x + x * rect.w / 80) * scale, (rect.y + y * rect.h / 40) * scale
        found[name] = image.getpixel((round(at[0]), round(at[1])))
    return found


def test_its_colours_are_those_of_the_file(tmp_path: Path) -> None:
    path = outline(tmp_path, "logo.svg")
    made = scene(path)
    (rect,) = logos(made.layout(made.pages[2].layout).decor)
    (handout,) = written(path, tmp_path, "handout")
    spots = {
        "red": (3, 20), "hole": (15, 20), "start": (36, 9), "end": (54, 9), "faded": (54, 31),
        "rim": (70, 17), "line": (70, 30), "middle": (70, 10),
    }  # fmt: skip
    wanted = {
        "red": (204, 0, 0), "hole": (255, 255, 255), "start": (242, 0, 13), "end": (13, 0, 242),
        "faded": (243, 242, 242), "rim": (76, 146, 76), "line": (0, 0, 128),
        "middle": (255, 255, 255),
    }  # fmt: skip
    found = colours(handout, rect, spots)
    for name, colour in wanted.items():
        assert all(abs(a - b) <= 26 for a, b in zip(found[name], colour, strict=True)), (
            name,
            found,
        )


@pytest.mark.parametrize("form", ["brief", "long"])
def test_the_printed_page_has_it_where_nothing_is(tmp_path: Path, form: str) -> None:
    made = scene(outline(tmp_path, "logo.png"), form)
    front = made.pages[0]
    (rect,) = logos(front.items)
    for item in front.items:
        if isinstance(item, Picture) or (isinstance(item, Shape) and extent(item).w >= made.width):
            continue
        if isinstance(item, TextBox):
            for line in item.lines:
                size = max(span.style.size for span in line.spans)
                assert apart(rect, Rect(line.x, line.baseline - size, line.width, size))
        elif isinstance(item, Group):
            assert all(apart(rect, extent(member)) for member in item.items)


def test_a_press_sheet_separates_its_colours(tmp_path: Path) -> None:
    request = Request(
        outline(tmp_path, "logo.svg"),
        ("base",),
        formats=("brief",),
        out=tmp_path / "out",
        printing=Printing(press=True),
    )
    (page,) = build(request).written
    reader = PdfReader(io.BytesIO(page.read_bytes()))
    (form,) = (
        each.get_object()
        for each in reader.pages[0]["/Resources"]["/XObject"].values()
        if each.get_object()["/Subtype"] == "/Form"
    )
    said = form.get_data().decode()
    assert " k\n" in said
    assert " rg\n" not in said


def test_it_is_said_in_words_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    path = outline(tmp_path, "{file: logo.svg, alt: 市徽}")
    (deck,) = written(path, tmp_path, "deck")
    with zipfile.ZipFile(deck) as package:
        said = b"".join(package.read(n) for n in package.namelist() if "slideLayout" in n).decode()
    assert 'descr="市徽"' in said
    path = outline(tmp_path, "logo.svg", more="  organisation: {zh: 市统计局, en: Office}\n")
    (layout, *_) = [each for each in scene(path).layouts if logos(each.decor)]
    (sign,) = [item for item in layout.decor if isinstance(item, Drawing)]
    assert sign.alt == "市统计局标志"


@pytest.mark.slow
def test_the_same_outline_gives_the_same_bytes(tmp_path: Path) -> None:
    path = outline(tmp_path, "logo.svg")
    first = [each.read_bytes() for each in written(path, tmp_path / "a", "deck", "handout")]
    again = [each.read_bytes() for each in written(path, tmp_path / "b", "deck", "handout")]
    assert first == again


@pytest.mark.parametrize(
    ("logo", "message"),
    [
        ("logo.jpg", "content/outline.yaml:3:9: error: logo.jpg is neither PNG nor SVG"),
        ("none.svg", "content/outline.yaml:3:9: error: none.svg is not there"),
        ("../logo.svg", "content/outline.yaml:3:9: error"),
        ("bad.svg", "bad.svg:12:1: error: “<text>” of the SVG file is not drawn"),
        ("cut.svg", "cut.svg:1:1: error: the SVG file is damaged"),
    ],
)
def test_what_is_no_logo_is_told_at_its_place(tmp_path: Path, logo: str, message: str) -> None:
    path = outline(tmp_path, logo)
    lines = SVG.splitlines()
    lines.insert(11, '  <text x="3" y="4">广州</text>')
    (tmp_path / "bad.svg").write_text("\n".join(lines), "utf-8")
    (tmp_path / "cut.svg").write_text(SVG.splitlines()[0][:40], "utf-8")
    found = [str(each) for each in check(Request(path, ("base",), formats=("deck",)))]
    assert any(message in each for each in found), found


@pytest.mark.slow
def test_without_one_nothing_is_read(tmp_path: Path) -> None:
    import subprocess
    import sys

    path = project(tmp_path, OUTLINE + TOPICS + DECK)
    code = (
        "import sys; from pathlib import Path; from briefgen.build import Request, build\n"
        "build(Request(Path(sys.argv[1]), ('base',), formats=('deck',), jobs=1))\n"
        "print([m for m in sys.modules if 'svg' in m or m == 'briefgen.pages.logo'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
