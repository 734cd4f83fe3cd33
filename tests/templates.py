"""Templates for tests: the one that comes with python-pptx, and what can be done to it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pptx

DEFAULT = Path(pptx.__file__).parent / "templates" / "default.pptx"
MASTER = "ppt/slideMasters/slideMaster1.xml"
PRESENTATION = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def files(path: Path = DEFAULT) -> dict[str, bytes]:
    """The files of a template by their names."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_of(data: bytes) -> dict[str, bytes]:
    """The files of a template that is not on disk."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def changed(name: str, change: Callable[[str], str]) -> bytes:
    """The default template with one of its parts changed."""
    parts = files()
    text = parts[name].decode()
    after = change(text)
    assert after != text
    return zipped({**parts, name: after.encode()})


def related(part: str, kind: str, target: str, mode: str = "", data: bytes = b"") -> bytes:
    """The default template with a relationship more, and the part that it leads to."""
    parts = files()
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    more = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", more.encode() + b"</Relationships>")
    if data:
        parts[f"ppt/{target.lstrip('./')}"] = data
    return zipped(parts)


# Twelve files that somebody may send. What becomes of each: a code, or "" where it is used.
def bomb() -> bytes:
    return zipped({**files(), "ppt/media/image9.png": bytes(60_000_000)})


def doctype() -> bytes:
    return changed(MASTER, lambda text: text.replace("<p:sldMaster", "<!DOCTYPE x><p:sldMaster", 1))


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def flagged() -> bytes:
    """Each entry says that it is encrypted (APPNOTE 4.4.4, bit 0)."""
    data = bytearray(zipped(files()))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(signature, place + 4)
    return bytes(data)


def macros() -> bytes:
    parts = files()
    parts[TYPES] = parts[TYPES].replace(
        b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    )
    rels = "ppt/_rels/presentation.xml.rels"
    more = (
        '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/'
        'vbaProject" Target="vbaProject.bin"/></Relationships>'
    )
    parts[rels] = parts[rels].replace(b"</Relationships>", more.encode())
    parts["ppt/vbaProject.bin"] = b"Attribute VB_Name"
    return zipped(parts)


def twice() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files().items():
            archive.writestr(name, data)
        archive.writestr(MASTER.upper(), b"<p:sldMaster/>")
    return buffer.getvalue()


def without_layouts() -> bytes:
    return changed(MASTER, lambda text: re.sub(r"<p:sldLayoutId [^>]*/>", "", text))


def without_master() -> bytes:
    parts = files()
    rels = "ppt/_rels/presentation.xml.rels"
    parts[rels] = re.sub(rb"<Relationship [^>]*slideMaster[^>]*/>", b"", parts[rels])
    return zipped(parts)


def without_theme() -> bytes:
    return zipped({name: data for name, data in files().items() if "/theme/" not in name})


def layout_alone() -> bytes:
    """A layout that does not say which master it belongs to."""
    parts = files()
    rels = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    parts[rels] = re.sub(rb"<Relationship [^>]*slideMaster[^>]*/>", b"", parts[rels])
    return zipped(parts)


def cyclic() -> bytes:
    """A layout that leads to another as its image, which leads back."""
    parts = files()
    for one, other in ((1, 2), (2, 1)):
        rels = f"ppt/slideLayouts/_rels/slideLayout{one}.xml.rels"
        more = (
            f'<Relationship Id="rId77" Type="{OFFICE}/image" Target="slideLayout{other}.xml"/>'
            "</Relationships>"
        )
        parts[rels] = parts[rels].replace(b"</Relationships>", more.encode())
    return zipped(parts)


def many() -> bytes:
    more = {f"ppt/media/image{number}.png": b"" for number in range(10_000)}
    return zipped({**files(), **more})


def utf16() -> bytes:
    parts = files()
    return zipped(
        {
            name: data.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16")
            if name.endswith((".xml", ".rels"))
            else data
            for name, data in parts.items()
        }
    )


def with_object() -> bytes:
    """A layout with an embedded object that shows a picture of itself."""
    parts = files()
    layout = "ppt/slideLayouts/slideLayout7.xml"
    rels = "ppt/slideLayouts/_rels/slideLayout7.xml.rels"
    more = (
        f'<Relationship Id="rId8" Type="{OFFICE}/oleObject" Target="../embeddings/o.bin"/>'
        f'<Relationship Id="rId9" Type="{OFFICE}/image" Target="../media/seen.png"/>'
        "</Relationships>"
    )
    parts[rels] = parts[rels].replace(b"</Relationships>", more.encode())
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="40" name="Object"/><p:cNvGraphicFramePr/>'
        '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/>'
        '</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/'
        '2006/ole"><p:oleObj progId="Excel.Sheet.12" r:id="rId8"><p:embed/><p:pic><p:nvPicPr>'
        '<p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip '
        'r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></p:spPr></p:pic></p:oleObj></a:graphicData></a:graphic>"
        "</p:graphicFrame></p:spTree>"
    )
    parts[layout] = parts[layout].replace(b"</p:spTree>", frame.encode())
    parts["ppt/embeddings/o.bin"] = b"\xd0\xcf\x11\xe0"
    parts["ppt/media/seen.png"] = png()
    parts[TYPES] = parts[TYPES].replace(
        b"<Override",
        b'<Default Extension="bin" ContentType="application/x"/>'
        b'<Default Extension="png" ContentType="image/png"/><Override',
        1,
    )
    return zipped(parts)


def truncated() -> bytes:
    return zipped(files())[:-4000]


def leads_out() -> bytes:
    return zipped({**files(), "../../evil.xml": b"<x/>"})


def large() -> bytes:
    """A directory that claims more than there is: 64 parts of 90 MB."""
    data = bytearray(zipped({**files(), "ppt/media/a.png": b"a" * 900_000}))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 120_000_000)
    return bytes(data)


def expands() -> bytes:
    """A directory that claims four parts of 90 MB."""
    more = {f"ppt/media/{name}.png": b"a" * 900 for name in "abcd"}
    data = bytearray(zipped({**files(), **more}))
    for name in more:
        at = data.rfind(name.encode()) - 46
        struct.pack_into("<I", data, at + 24, 90_000_000)
    return bytes(data)


def png(colour: str = "#C00000", size: tuple[int, int] = (8, 8)) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    return buffer.getvalue()
