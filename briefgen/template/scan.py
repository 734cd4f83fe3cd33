"""Turn the bytes of a stranger's presentation into the files in it, or say why none is read.

A template is a zip from somebody. What its directory claims is judged before anything is unpacked,
and what is unpacked is counted against the claim; so a file of some kilobytes cannot become
gigabytes. Markup comes out as UTF-8, whichever encoding it had (ECMA-376 Part 2, 6.2.5 allows
UTF-8 and UTF-16), and a document type is refused: the standard has none, and it could name other
files (Part 2, 6.2.5).
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from briefgen.machine import reads
from briefgen.machine.reasons import as_said, reason
from briefgen.patterns import pattern
from briefgen.problems import UnfitError

MOST_ENTRIES = 5_000
MOST_BYTES = 300_000_000
MOST_BYTES_A_PART = 100_000_000
MOST_RATIO = 200
# What is too small to be worth blowing up: an empty picture may well be packed a thousandfold.
_SMALL = 1_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED, _OLD = "EncryptedPackage".encode("utf-16-le"), "PowerPoint Doc".encode("utf-16-le")
# The end of a zip's directory (APPNOTE 4.3.16): its signature, its length without a comment.
_END, _END_SIZE, _COMMENT = b"PK\x05\x06", 22, 65_535
_MARKUP = (".xml", ".rels", ".vml")
_WIDE = {
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
_DECLARED = pattern(r"^\s*<\?xml[^>]*\?>")

Files = Mapping[str, bytes]


def read_template(path: Path) -> bytes:
    """The bytes of a template's file. Raises UnfitError where that is not to be read."""
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise UnfitError("template-not-a-file")
        if found.st_size > MOST_BYTES:
            raise UnfitError("template-too-large", most=MOST_BYTES // 1_000_000)
        return reads.read(path)
    except FileNotFoundError:
        raise UnfitError("template-missing") from None
    except OSError as problem:
        raise UnfitError("template-unreadable", why=reason(problem)) from None


def scan(data: bytes) -> Files:
    """The files of a presentation by their names in the zip, in its order.

    Raises UnfitError where it is none, is encrypted or damaged, holds a name twice or one that
    leads out of it, a document type, or more than is ever needed.
    """
    if data.startswith(_OLE):
        encrypted = _ENCRYPTED in data
        old = _OLD in data
        raise UnfitError(
            "template-encrypted" if encrypted else "template-old" if old else "template-no-deck"
        )
    if not data:
        raise UnfitError("template-empty")
    if not data.startswith(b"PK"):
        raise UnfitError("template-no-deck")
    if (count := _entries(data)) > MOST_ENTRIES:
        raise UnfitError("template-many-parts", count=count, most=MOST_ENTRIES)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _judge(entries)
            files: dict[str, bytes] = {}
            for entry in entries:
                files[entry.filename] = _plain(entry.filename, archive.read(entry))
    except (UnfitError, MemoryError):
        raise
    except Exception as problem:  # a damaged zip may fail anywhere in the library
        raise UnfitError("template-damaged", part=as_said(str(problem))) from None
    return files


def _entries(data: bytes) -> int:
    """How many files the end of a zip's directory claims. Raises UnfitError where it has no end."""
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - _COMMENT))
    if at < 0 or len(data) - at < _END_SIZE:
        raise UnfitError("template-truncated")
    (count,) = struct.unpack_from("<H", data, at + 10)
    return int(count)


def _judge(entries: Sequence[ZipInfo]) -> None:
    """Refuse what the directory claims, before anything is unpacked."""
    if len(entries) > MOST_ENTRIES:
        raise UnfitError("template-many-parts", count=len(entries), most=MOST_ENTRIES)
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise UnfitError("template-expands", most=MOST_BYTES // 1_000_000)
    known: set[str] = set()
    for entry in entries:
        name = entry.filename
        if entry.flag_bits & 0x1:
            raise UnfitError("template-encrypted")
        if entry.file_size > MOST_BYTES_A_PART:
            raise UnfitError("template-large-part", part=name, most=MOST_BYTES_A_PART // 1_000_000)
        if entry.file_size > max(_SMALL, MOST_RATIO * entry.compress_size):
            raise UnfitError("template-bomb", part=name, most=MOST_RATIO)
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise UnfitError("template-leads-out", part=name)
        # Names of parts are the same whatever the case of their letters (Part 2, 6.2.2.3).
        if name.lower() in known:
            raise UnfitError("template-twice", part=name)
        known.add(name.lower())


def _plain(name: str, data: bytes) -> bytes:
    """A file as it is; markup as UTF-8. Raises UnfitError where that has a document type."""
    if not name.lower().endswith(_MARKUP):
        return data
    if encoding := _WIDE.get(data[:2]):
        try:
            text = data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise UnfitError("template-damaged", part=name) from None
        data = _DECLARED.sub("", text).encode()
    if b"<!DOCTYPE" in data:
        raise UnfitError("template-doctype", part=name)
    return data
