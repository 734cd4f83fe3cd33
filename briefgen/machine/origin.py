"""Turn a file that no record knows into whether a build wrote it, and nobody has changed it since.

Whoever saves a deck or a PDF leaves traces: another application's name, the time of the day, a
second identifier. Where there are none, the file is a build's own, and may be replaced; of any
other form of file nothing can be said.
"""

from __future__ import annotations

import re
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
# The identifier of a PDF stays, that of its present state changes (ISO 32000-1, 14.4).
_IDENTIFIERS = re.compile(rb"/ID \[<([0-9a-f]+)><\1>\]")


def untouched(data: bytes) -> bool:
    """Whether a deck or a PDF is as a build wrote it."""
    if data.startswith(b"%PDF"):
        return _print(data)
    return data.startswith(b"PK") and _deck(data)


def _print(data: bytes) -> bool:
    """What is saved over a PDF stands behind it, with a table of its own (7.5.6)."""
    return (
        b"<pdf:Producer>briefgen</pdf:Producer>" in data
        and data.count(b"startxref") == 1
        and data.rstrip().endswith(b"%%EOF")
        and _IDENTIFIERS.search(data) is not None
    )


def _deck(data: bytes) -> bool:
    """Office names itself in the properties (ECMA-376 Part 1, 22.2.2.1); what only passes parts on
    dates them."""
    from zipfile import BadZipFile, ZipFile  # only for a deck that no record knows

    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            return (
                all(each.date_time == _EPOCH and each.create_system == 0 for each in entries)
                and not archive.comment
                and b"<Application>briefgen</Application>" in archive.read("docProps/app.xml")
                and archive.testzip() is None
            )
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
