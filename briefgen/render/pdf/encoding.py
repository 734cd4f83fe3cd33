"""Turn text into the bytes of a text string: PDFDocEncoding where that has all its characters,
else UTF-16BE with its mark (ISO 32000-1, 7.9.2.2; the encoding is in D.2).

reportlab has a codec for it, which loads the widths of all standard faces first; none of them is in
our files.
"""

from __future__ import annotations

import codecs

# What stands at 0x18, 0x80 and 0xa0; all else is where Latin-1 has it.
_ACCENTS, _SIGNS, _EURO = "˘ˇˆ˙˝˛˚˜", "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", "€"
# What PDFDocEncoding has no character for, of those that Latin-1 has.
_NONE = (*range(0x18, 0x20), 0x7F, *range(0x80, 0xA1), 0xAD)
_UNKNOWN = "\uffff"
_CODES: dict[int, str] = dict.fromkeys(_NONE, _UNKNOWN)
for _first, _chars in ((0x18, _ACCENTS), (0x80, _SIGNS), (0xA0, _EURO)):
    _CODES |= {ord(char): chr(code) for code, char in enumerate(_chars, _first)}


def in_document_encoding(text: str) -> bytes:
    """The text in PDFDocEncoding. Raises UnicodeEncodeError where it has a character that is not in
    there."""
    if text.isascii() and text.isprintable():
        return text.encode("ascii")
    return text.translate(_CODES).encode("latin-1")


def encoded(text: str) -> bytes:
    """The bytes of a text string."""
    try:
        return in_document_encoding(text)
    except UnicodeEncodeError:
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
