"""Turn a finished deck into what somebody makes of it: reset slides, longer texts, more items.

`reset` does what PowerPoint's “Reset” does to a slide: its placeholders lose what they say of their
own place and look, and keep words, levels, emphasis and links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
# What a run keeps when its slide is reset.
_KEPT = {"lang", "altLang", "b", "i", "baseline", "dirty"}
_LINKS = {A + "hlinkClick", A + "hlinkMouseOver"}


def slides(deck: bytes) -> Iterator[tuple[str, etree._Element]]:
    """The slides of a deck: their parts' names and their roots, in order."""
    with ZipFile(BytesIO(deck)) as archive:
        names = [name for name in archive.namelist() if SLIDE.fullmatch(name)]
        for name in sorted(names, key=lambda name: (len(name), name)):
            yield name, etree.fromstring(archive.read(name))


def placeholders(slide: etree._Element) -> Iterator[etree._Element]:
    """The shapes of a slide that stand in a placeholder of its layout."""
    for shape in slide.iter(P + "sp"):
        if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None:
            yield shape


def own(shape: etree._Element, layout: etree._Element | None = None) -> list[str]:
    """What a placeholder says of its own place and look, that a reset takes from it; but for what
    the placeholder of its `layout` says just so."""
    same = {etree.tostring(part) for part in layout.find(P + "spPr")} if layout is not None else ()
    found = [
        f"spPr {_tag(part)}" for part in shape.find(P + "spPr") if etree.tostring(part) not in same
    ]
    body = shape.find(P + "txBody")
    found += [f"bodyPr {name}" for name in body.find(A + "bodyPr").attrib]
    found += [f"lstStyle {_tag(part)}" for part in body.find(A + "lstStyle")]
    for properties in body.iter(A + "pPr"):
        found += [f"pPr {name}" for name in properties.attrib if name != "lvl"]
        found += [f"pPr {_tag(part)}" for part in properties]
    for tag in ("rPr", "endParaRPr"):
        for properties in body.iter(A + tag):
            found += [f"{tag} {name}" for name in properties.attrib if name not in _KEPT]
            found += [f"{tag} {_tag(part)}" for part in properties if part.tag not in _LINKS]
    return found


def _tag(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
