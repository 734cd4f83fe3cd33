"""Scenes, decks and pages into hashes of their parts, and these held against what they were.

Nothing in them depends on the machine: streams are compared unpacked, and pictures are left out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from briefgen.problems import Problem
from briefgen.record import replace
from briefgen.scene.scene import Scene

ROOT = str(Path(__file__).parents[1])
PRINTS = Path(__file__).parent / "cases" / "prints"
STREAM = re.compile(rb"<<(?P<of>[^\0]{0,2000}?)>>\s*stream\r?\n(?P<data>.*?)\r?\nendstream", re.S)
# Where in an outline something was written; and the bytes of pictures, which go by who packs them.
# Each begins with letters of its own: what begins so is found many times as fast.
LEFT_OUT = (
    re.compile(r"Mark\([^()]*\)"),
    re.compile(r"""data=b(?:'(?:[^'\\]++|\\.)*+'|"(?:[^"\\]++|\\.)*+")"""),
)
# Where an object stands, and how long it is packed, is zlib's matter; so is a hash over it.
PLACES = re.compile(
    rb"/Length \d+|/ID \[[^]]*\]|\bxref\b.*?\btrailer\b|startxref\s+\d+|/(?:CheckSum|Size) \S+",
    re.S,
)
# ReportLab calls a picture after its bytes.
NAMED = re.compile(rb"(?<=/FormXob\.)[0-9a-f]+")


def mostly_slow(values: Iterable[object], *fast: object) -> list[Any]:
    """Parameters of which only some are tried between two edits."""
    return [pytest.param(each, marks=() if each in fast else pytest.mark.slow) for each in values]


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
            said = zlib.decompress(found["data"]) if packed else found["data"]
            yield f"stream {number}", NAMED.sub(b"", said)
    yield "objects", NAMED.sub(b"", PLACES.sub(b"", b"".join([*around, data[end:]])))


def in_markdown(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The slides of a document."""
    for number, slide in enumerate(re.split(rb"^(?=## )", data, flags=re.M)):
        yield f"slide {number}", slide


def in_scene(scene: Scene, problems: Iterable[Problem]) -> Iterator[tuple[str, bytes]]:
    """The pages of a scene with all that is known of their items, but for the places in the outline
    that they come from; and what is wrong with it."""
    yield "scene", _all(replace(scene, pages=()))
    for number, page in enumerate(scene.pages, 1):
        yield f"page {number} {page.id}", _all(page)
    told = "\n".join(sorted([f"{each.told('en')} {each.advice('zh')}" for each in problems]))
    yield "problems", told.replace(ROOT, "").encode()


def _all(value: object) -> bytes:
    """All that is known of a value but places in the outline, pictures, and where faces are."""
    told = repr(value).replace(ROOT, "")
    for left_out in LEFT_OUT:
        told = left_out.sub("", told)
    return told.encode()


def held(name: str, parts: Iterator[tuple[str, bytes]], update: bool) -> None:
    """Fails with the names of the parts that are not what they were."""
    got = "".join([f"{part} {sha256(data).hexdigest()[:12]}\n" for part, data in parts])
    assert got
    expected = PRINTS / f"{name}.txt"
    if update:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(got, "utf-8")
    were = expected.read_text("utf-8").splitlines()
    assert [line for line in got.splitlines() if line not in were] == []
    assert got.splitlines() == were
