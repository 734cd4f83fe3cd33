"""What the text strings of a PDF are made of."""

from __future__ import annotations

import codecs

from reportlab.pdfbase import pdfmetrics  # noqa: F401 - it registers the codec

from briefgen.render.pdf.encoding import encoded

# Control characters and a soft hyphen, which the encoding has no place for.
UNDEFINED = frozenset("\x7f\x9f\xad")


def theirs(text: str) -> bytes:
    """A text string as reportlab's own codec has it."""
    try:
        return text.encode("pdfdoc")
    except UnicodeEncodeError:
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")


def test_every_character_is_written_as_the_standard_says() -> None:
    chars = (chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)
    assert not [each for each in chars if each not in UNDEFINED and encoded(each) != theirs(each)]


def test_one_character_decides_for_the_whole_text() -> None:
    assert encoded("City’s “plan” – 5 €") == b"City\x90s \x8dplan\x8e \x85 5 \xa0"
    assert encoded("增长5%") == codecs.BOM_UTF16_BE + "增长5%".encode("utf-16-be")
    assert encoded("𝄞") == b"\xfe\xff\xd8\x34\xdd\x1e"
