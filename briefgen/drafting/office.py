"""Turn the bytes of a stranger's office file into the files in it, or say why it is not read.

It is a zip from somebody. What its directory claims is judged before anything is unpacked, and a
document type is refused: the standard has none, and it could name other files or grow without end
(ECMA-376 Part 2, 6.2.5).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile, ZipInfo

from briefgen.problems import UnfitError

MOST_PARTS = 20_000
MOST_BYTES = 500_000_000
MOST_RATIO = 200
# What is too small to be worth blowing up: an empty picture may well be packed a thousandfold.
_SMALL = 1_000_000
# Parts with markup that are larger than this are not read.
_MOST_MARKUP = 80_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (".xml", ".rels", ".vml")

Files: TypeAlias = Mapping[str, bytes]


def unpack(data: bytes) -> Files:
    """The files of an office document by their names in the zip, in its order.

    Raises UnfitError where it is none, is encrypted or damaged, holds a document type, or more
    than any document needs.
    """
    if data.startswith(_OLE):
        raise UnfitError("draft-encrypted" if _ENCRYPTED in data else "draft-old-office")
    if not data.startswith(b"PK"):
        raise UnfitError("draft-not-office")
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _judge(entries)
            return {each.filename: _sound(each.filename, archive.read(each)) for each in entries}
    except (BadZipFile, zlib.error, EOFError, struct.error, OSError, ValueError) as problem:
        raise UnfitError("draft-damaged", why=str(problem) or "zip") from None
    except (NotImplementedError, RuntimeError):
        raise UnfitError("draft-encrypted") from None


def _judge(entries: Sequence[ZipInfo]) -> None:
    """Refuse what the directory claims, before anything is unpacked."""
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise UnfitError("draft-bomb")
    for entry in entries:
        markup = entry.filename.lower().endswith(_MARKUP)
        if entry.flag_bits & 0x1:
            raise UnfitError("draft-encrypted")
        if entry.file_size > max(_SMALL, MOST_RATIO * entry.compress_size) or (
            markup and entry.file_size > _MOST_MARKUP
        ):
            raise UnfitError("draft-bomb")


def _sound(name: str, data: bytes) -> bytes:
    if name.lower().endswith(_MARKUP) and _declares_type(data):
        raise UnfitError("draft-doctype")
    return data


def _declares_type(data: bytes) -> bool:
    """Whether markup has a document type, in UTF-8 or UTF-16, before its first element."""
    head = data[:4096]
    return any("<!DOCTYPE".encode(form) in head for form in ("utf-8", "utf-16-le", "utf-16-be"))
