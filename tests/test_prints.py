"""What becomes of every kind, theme, style and audience, part by part and page by page, as hashes.

Expected scenes (`test_scene.py`) are read; these are too many to be read. A changed hash says that
a slide or a page has changed, by its name; whether it should have, pictures tell. Rewrite them with
`pytest tests/test_prints.py --update`, and look at what the difference names. Nothing in them
depends on the machine: streams are compared unpacked, and pictures are left out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from variants import VARIANTS, of_topics, varied

from briefgen.brief.model import Language
from briefgen.build import BASE, Request, load
from briefgen.formats import FORMATS, composed
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.request import Printing
from briefgen.scene.dump import dump
from briefgen.scene.scene import Scene

ROOT = Path(__file__).parents[1]
PRINTS = Path(__file__).parent / "cases" / "prints"
GALLERY, SHIPPED = ROOT / "assets" / "gallery" / "outline.yaml", ROOT / "content" / "outline.yaml"
THEMES = ("lingnan", "pearl-river", "print-mono", "neutral")
AUDIENCES = (BASE, "cadre", "citizen", "enterprise", "investor", "overseas")
# What is printed of the shipped content, and how.
PAGES = {
    "brief": ("brief", Printing()),
    "brief-across": ("brief", Printing(orientation="landscape")),
    "poster": ("brief", Printing(paper="a3", orientation="landscape", press=True)),
    "article": ("brief", Printing(style="article")),
    "article-across": ("brief", Printing(style="article", orientation="landscape")),
    "long": ("long", Printing()),
    "notes": ("handout", Printing(handout="notes")),
    "six": ("handout", Printing(handout="6")),
}
STREAM = re.compile(rb"<<(?P<of>[^\0]{0,2000}?)>>\s*stream\r?\n(?P<data>.*?)\r?\nendstream", re.S)
# Where an object stands, and how long it is packed, is zlib's matter; so is a hash over it.
PLACES = re.compile(
    rb"/Length \d+|/ID \[[^]]*\]|\bxref\b.*?\btrailer\b|startxref\s+\d+|/(?:CheckSum|Size) \S+",
    re.S,
)


def files(outline: Path, audience: str, theme: str, form: str, printing: Printing) -> bytes:
    loaded = load(Request(outline, (audience,), theme=theme))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    problems = Problems()
    brief = printing.of(loaded.briefs[audience])
    scene = composed(brief, loaded.themes[audience], form, problems)
    assert not any(p.severity == "error" for p in problems), "\n".join(map(str, problems))
    (data,) = FORMATS[form].render(scene, "x").values()
    return data


def in_zip(data: bytes, above: str = "") -> Iterator[tuple[str, bytes]]:
    """The parts of a package, and of the packages in it, but for pictures."""
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                yield from in_zip(package.read(name), f"{above}{name}/")
            elif "/media/" not in name:
                yield above + name, package.read(name)


def in_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The streams of a document in their order, unpacked, and all that is around them."""
    around, end = [], 0
    for number, found in enumerate(STREAM.finditer(data), 1):
        around.append(data[end : found.start("data")])
        end = found.end("data")
        if b"/DCTDecode" not in found["of"]:
            packed = b"/FlateDecode" in found["of"]
            yield (
                f"stream {number}",
                zlib.decompress(found["data"]) if packed else found["data"],
            )
    yield "objects", PLACES.sub(b"", b"".join([*around, data[end:]]))


def in_scene(scene: Scene, problems: Problems) -> Iterator[tuple[str, bytes]]:
    """The pages of a scene as they are dumped, and what is wrong with it."""
    head, *pages = re.split(r"^(?=page )", dump(scene), flags=re.M)
    yield "scene", head.encode()
    for number, page in enumerate(pages, 1):
        yield f"page {number} {page.split()[1]}", page.encode()
    yield "problems", "\n".join(sorted(map(str, problems))).replace(str(ROOT), "").encode()


def held(name: str, parts: Iterator[tuple[str, bytes]], update: bool) -> None:
    got = "".join([f"{part} {sha256(data).hexdigest()[:12]}\n" for part, data in parts])
    expected = PRINTS / f"{name}.txt"
    if update:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(got, "utf-8")
    assert got == expected.read_text("utf-8")


@pytest.mark.parametrize("theme", THEMES)
def test_every_kind_in_every_theme(theme: str, update: bool) -> None:
    deck = files(GALLERY, BASE, theme, "deck", Printing())
    held(f"gallery-{theme}", in_zip(deck), update)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_deck_of_every_audience(audience: str, update: bool) -> None:
    deck = files(SHIPPED, audience, "", "deck", Printing())
    held(f"deck-{audience or 'base'}", in_zip(deck), update)


@pytest.mark.parametrize("audience", [BASE, "overseas"])
@pytest.mark.parametrize("how", PAGES)
def test_what_is_printed(how: str, audience: str, update: bool) -> None:
    form, printing = PAGES[how]
    page = files(SHIPPED, audience, "", form, printing)
    held(f"{how}-{audience or 'base'}", in_pdf(page), update)


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_in_every_theme(theme: str, update: bool) -> None:
    page = files(SHIPPED, "citizen", theme, "brief", Printing())
    held(f"page-{theme}", in_pdf(page), update)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_other_lengths_of_every_kind(variant: str, language: Language, update: bool) -> None:
    loaded = load(Request(GALLERY, (BASE,)))
    brief = varied(loaded.briefs[BASE], VARIANTS[variant])
    problems = Problems()
    scene = composed(replace(brief, language=language), loaded.themes[BASE], "deck", problems)
    held(f"kinds-{variant}-{language}", in_scene(scene, problems), update)


@pytest.mark.parametrize(
    "how", ["brief", "brief-across", "poster", "article", "article-across", "long"]
)
@pytest.mark.parametrize("variant", VARIANTS)
def test_other_lengths_of_the_page(variant: str, how: str, update: bool) -> None:
    form, printing = PAGES[how]
    loaded = load(Request(SHIPPED, ("citizen",)))
    brief = varied(loaded.briefs["citizen"], VARIANTS[variant])
    problems = Problems()
    scene = composed(printing.of(brief), loaded.themes["citizen"], form, problems)
    held(f"{how}-{variant}", in_scene(scene, problems), update)


@pytest.mark.parametrize("how", [how for how in PAGES if PAGES[how][0] != "handout"])
@pytest.mark.parametrize("count", range(1, 6))
def test_fewer_topics_on_the_page(count: int, how: str, update: bool) -> None:
    form, printing = PAGES[how]
    loaded = load(Request(SHIPPED, ("investor",)))
    brief = of_topics(loaded.briefs["investor"], count)
    problems = Problems()
    scene = composed(printing.of(brief), loaded.themes["investor"], form, problems)
    held(f"{how}-{count}-topics", in_scene(scene, problems), update)
