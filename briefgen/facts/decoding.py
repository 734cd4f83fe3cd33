"""Turn the bytes of a source file into its text.

Texts are written in UTF-8 or UTF-16, or as Chinese Windows writes them; files of other programs are
told by what they begin with.
"""

from __future__ import annotations

from briefgen.chinese.forms import ordinary
from briefgen.chinese.seen import is_blank
from briefgen.facts.figures import Source
from briefgen.facts.stand_ins import AS_WRITTEN, StandIns, stand_ins
from briefgen.problems import Problems, phrase
from briefgen.record import Record


class Decoded(Record):
    """The text of a source as it is held, with the characters that changed places in it."""

    text: str
    stand_ins: StandIns = AS_WRITTEN


def decode(data: bytes, source: Source, problems: Problems) -> Decoded | None:
    """The text of a source file, in ordinary characters, as an outline is read: in UTF-8 (with or
    without a byte order mark), in UTF-16 with one, or in GB 18030, which Chinese Windows writes."""
    file = source.file
    if document := _document(data):
        problems.add("source-document", source.mark, file=file, kind=phrase(document))
        return None
    for codec in _codecs(data):
        held = stand_ins(data) if codec == "utf-8-sig" else AS_WRITTEN
        try:
            text = ordinary(held.decoded(data) if held.swapped else data.decode(codec))
        except UnicodeDecodeError:
            continue
        if codec == "gb18030" and not _is_chinese(text):
            continue
        if is_blank(text):
            problems.add("source-empty", source.mark, file=file)
            return None
        return Decoded(text, held)
    line = 1 + data.count(b"\n", 0, _damaged_at(data))
    problems.add("source-encoding", source.mark, file=file, line=line)
    return None


# What files of other programs begin with.
_DOCUMENTS = (
    (b"PK\x03\x04", "file-of-office"),
    (b"\xd0\xcf\x11\xe0", "file-of-office"),
    (b"%PDF", "file-of-pdf"),
    (b"{\\rtf", "file-of-office"),
)
# The share of characters of everyday use in a Chinese text.
_COMMON = 0.95


def _document(data: bytes) -> str:
    """What a file is that is no text, "" where it is one."""
    return next((what for begins, what in _DOCUMENTS if data.startswith(begins)), "")


def _codecs(data: bytes) -> tuple[str, ...]:
    """What a text may be written in, the likeliest first."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    return ("utf-8-sig", "gb18030")


def _is_chinese(text: str) -> bool:
    """Whether a text that was read as GB 18030 is everyday Chinese."""
    wide = [char for char in text if ord(char) > 0x7F]
    return sum(bool(char.encode("gb2312", "ignore")) for char in wide) > len(wide) * _COMMON


def _damaged_at(data: bytes) -> int:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return problem.start
    return 0
