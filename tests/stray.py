"""Files as strangers send them: Word, PowerPoint and PDF files made by hand, sound and not."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Base"/><w:basedOn w:val="H2"/></w:style>
</w:styles>"""


@cache
def picture(colour: str = "navy", width: int = 640, height: int = 400) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def para(text: str, style: str = "") -> str:
    own = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{own}<w:r><w:t>{text}</w:t></w:r></w:p>"


def related(*parts: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{each}</Relationships>'


def docx(body: str, head: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with this body; its relations are r1 styles, r2 footnotes, r3 a picture."""
    names = f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:a="urn:a" xmlns:wp="urn:wp"'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": related(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": related(
                ("styles", "styles.xml"),
                ("footnotes", "footnotes.xml"),
                ("image", "media/image1.png"),
            ),
            "word/styles.xml": STYLES,
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">'
            f"{para('初步核算数')}</w:footnote></w:footnotes>",
            "word/media/image1.png": picture(),
            "word/header1.xml": f'<w:hdr xmlns:w="{W}">{para("内部资料")}</w:hdr>',
            "word/document.xml": f"{head}<w:document {names}><w:body>{body}</w:body></w:document>",
            **(more or {}),
        }
    )


def pdf(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF of one page whose content stream is packed as given."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + rows
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def bomb(megabytes: int, line: bytes = b" " * 100) -> bytes:
    """So many megabytes of one line, packed."""
    packer = zlib.compressobj(9)
    piece = line * (1_000_000 // len(line))
    return b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()
