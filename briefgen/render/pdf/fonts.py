"""Turn the characters of a document into codes, and its faces into embedded fonts.

Each face in use becomes one composite font (ISO 32000-1, 9.7): two-byte codes in the order of
first use, a code for each character even where two share a glyph, and a ToUnicode map in UTF-16,
so that copying and searching give the very characters of the text, those beyond the Basic
Multilingual Plane included.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from briefgen.patterns import pattern
from briefgen.render.pdf.objects import Document, Stream, array, dictionary, name, string
from briefgen.render.pdf.reportlab_private import add_to_fonts, refer
from briefgen.render.pdf.truetype import Glyph, subset, widths
from briefgen.typography.fonts import shipped_face
from briefgen.typography.text import Span
from briefgen.typography.truetype import TrueType, open_face

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_BLOCK = 100  # entries that one bfchar block may hold (Adobe Technical Note 5014)
_STRANGE = pattern(r"[^0-9A-Za-z-]")
_SYMBOLIC = 4  # font descriptor flag 3 (9.8.2)


# A character, what is added to its advance, and how far left its outline is moved (1/1000 em).
Coded: TypeAlias = tuple[str, int, int]


class Font:
    """One face in one document; it remembers the characters it was asked to show."""

    def __init__(self, resource: str, face: TrueType) -> None:
        self.resource = resource
        self.bold = face.bold
        self._face = face
        self._codes: dict[Coded, str] = {}
        self._glyphs = [Glyph(0)]

    def codes(self, shown: Sequence[Coded]) -> str:
        """The codes that show characters, as they are written in a string of a page.

        Space that is part of a glyph's own advance is no gap, so no reader takes it for a space
        between words. Code 0, the missing glyph, is never given out: a character that the face
        lacks still copies as itself. A soft hyphen looks like a hyphen.
        """
        codes = self._codes
        for each in shown:
            if each not in codes:
                char, extra, shift = each
                codes[each] = f"{len(self._glyphs):04X}"
                id = self._face.glyph("-" if char == "\u00ad" else char)
                self._glyphs.append(Glyph(id, extra, shift))
        return "".join(map(codes.__getitem__, shown))

    def addObjects(self, document: Document) -> None:  # noqa: N802 - reportlab's name
        """Write the font into the document, now that all of its characters are known."""
        face = self._face
        # What a file is called may be anything; a name of PostScript is not (9.8.1).
        base = f"{self._tag()}+{_STRANGE.sub('', face.name) or 'Face'}"
        descriptor = dictionary(
            {
                "Type": name("FontDescriptor"),
                "FontName": name(base),
                "Flags": _SYMBOLIC,
                "FontBBox": array(list(face.bbox)),
                "ItalicAngle": 0,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.cap_height,
                # No face says how thick its stems are; this is the usual guess from the weight.
                "StemV": 50 + (face.weight // 65) ** 2,
                "FontFile2": refer(document, self._file()),
            }
        )
        descendant = dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("CIDFontType2"),
                "BaseFont": name(base),
                "CIDSystemInfo": dictionary(
                    {
                        "Registry": string("Adobe"),
                        "Ordering": string("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": refer(document, descriptor),
                "CIDToGIDMap": name("Identity"),
                "DW": 1000,
                "W": array([0, array(widths(face, self._glyphs))]),
            }
        )
        font = dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("Type0"),
                "BaseFont": name(base),
                "Encoding": name("Identity-H"),
                "DescendantFonts": array([refer(document, descendant)]),
                "ToUnicode": refer(document, Stream(self._to_unicode().encode("ascii"))),
            }
        )
        add_to_fonts(document, self.resource, font)

    def _file(self) -> Stream:
        data = subset(self._face, self._glyphs)
        return Stream(data, {"Length1": len(data)})

    def _tag(self) -> str:
        """Six letters that differ where the characters differ (9.6.4)."""
        digest = sha256(repr(list(self._codes)).encode("utf-8")).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _to_unicode(self) -> str:
        pairs = [
            f"<{code}> <{char.encode('utf-16-be').hex().upper()}>"
            for (char, _, _), code in self._codes.items()
        ]
        blocks = [pairs[at : at + _BLOCK] for at in range(0, len(pairs), _BLOCK)]
        written = (
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
        )
        return _CMAP_HEAD + "".join(written) + _CMAP_FOOT


class Fonts:
    """The faces in one document: the base family's two weights, and others that spans name.

    Each is loaded when first used.
    """

    def __init__(self, base: str) -> None:
        self._files = {bold: shipped_face(base, bold) for bold in (False, True)}
        self._used: dict[Path, Font] = {}

    def face(self, span: Span) -> TrueType:
        """The face that shows a span. Raises MachineError where its file cannot be read."""
        return open_face(span.face or self._files[span.style.bold])

    def of(self, span: Span) -> Font:
        """The font that shows a span. Raises MachineError where its file cannot be read."""
        path = span.face or self._files[span.style.bold]
        if path not in self._used:
            weights = {file: f"F{bold + 1}" for bold, file in self._files.items()}
            resource = weights.get(path) or f"F{len(self._used) + 3}"
            self._used[path] = Font(resource, open_face(path))
        return self._used[path]

    def used(self) -> tuple[Font, ...]:
        """The fonts that showed something, in the order of first use."""
        return tuple(self._used.values())
