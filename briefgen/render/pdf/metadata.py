"""Turn what a document says of itself into its information, its XMP packet and its identifier."""

from __future__ import annotations

from hashlib import sha256

from briefgen.patterns import pattern
from briefgen.render.pdf.objects import Document, Stream, Value, array, dictionary, name, string
from briefgen.render.pdf.profile import srgb
from briefgen.render.pdf.reportlab_private import pdfdoc
from briefgen.scene.scene import Meta

PRODUCER = "briefgen"
_DATE = pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# PDF/A knows only the schemas it lists; one more, PDF/UA's, has to be described (ISO 19005-2,
# 6.6.2.3.3).
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{archive}<pdfuaid:part>1</pdfuaid:part>
{properties}
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


_ARCHIVE = """<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
"""


class Information(pdfdoc.PDFInfo):
    """The information dictionary (ISO 32000-1, 14.3.3), agreeing with the XMP packet."""

    def __init__(self, meta: Meta) -> None:
        super().__init__()
        self._meta = meta

    def format(self, document: Document) -> bytes:
        meta = self._meta
        texts = {
            "Title": meta.title,
            "Author": meta.author,
            "Subject": meta.subject,
            "Keywords": ", ".join(meta.keywords),
            "Creator": PRODUCER,
            "Producer": PRODUCER,
        }
        date = full_date(meta.date)
        if date:
            stamp = f"D:{date.replace('-', '')}000000Z"
            texts |= {"CreationDate": stamp, "ModDate": stamp}
        entries = {key: string(text) for key, text in texts.items() if text}
        return bytes(dictionary(entries).format(document))


def packet(meta: Meta, part: int) -> Stream:
    """The XMP packet (ISO 16684-1) of the document; `part` is that of ISO 19005, 0 for none.

    The level is U: all text is embedded with its Unicode values.
    """
    properties = [
        _alternatives("dc:title", meta.title),
        _listed("dc:creator", "Seq", (meta.author,) if meta.author else ()),
        _alternatives("dc:description", meta.subject),
        _listed("dc:language", "Bag", (meta.language,)),
        _simple("pdf:Keywords", ", ".join(meta.keywords)),
        _simple("pdf:Producer", PRODUCER),
        _simple("xmp:CreatorTool", PRODUCER),
        _simple("xmp:Label", meta.status),
    ]
    date = full_date(meta.date)
    if date:
        stamp = f"{date}T00:00:00Z"
        properties += [_simple("xmp:CreateDate", stamp), _simple("xmp:ModifyDate", stamp)]
    archive = _ARCHIVE.format(part=part) if part else ""
    text = _PACKET.format(properties="\n".join(filter(None, properties)), archive=archive)
    return Stream(
        text.encode("utf-8"),
        {"Type": name("Metadata"), "Subtype": name("XML")},
        compress=False,
    )


def output_intent() -> Value:
    """The colours of the document are those of sRGB (ISO 19005-2, 6.2.3)."""
    profile = Stream(srgb(), {"N": 3, "Alternate": name("DeviceRGB")})
    return array(
        [
            dictionary(
                {
                    "Type": name("OutputIntent"),
                    "S": name("GTS_PDFA1"),
                    "OutputConditionIdentifier": string("sRGB IEC61966-2.1"),
                    "Info": string("sRGB IEC61966-2.1"),
                    "RegistryName": string("http://www.color.org"),
                    "DestOutputProfile": profile,
                }
            )
        ]
    )


def printing_condition() -> Value:
    """What the inks of a press file are meant for (ISO 15930-7, 6.2): the registered condition of
    sheetfed offset on coated paper, ISO 12647-2, by its name."""
    return array(
        [
            dictionary(
                {
                    "Type": name("OutputIntent"),
                    "S": name("GTS_PDFX"),
                    "OutputConditionIdentifier": string("FOGRA39"),
                    "OutputCondition": string("Offset, coated paper (ISO 12647-2)"),
                    "RegistryName": string("http://www.color.org"),
                    "Info": string("Separated without a profile; see the printer's own condition"),
                }
            )
        ]
    )


def identity(meta: Meta, pages: list[str]) -> bytes:
    """Sixteen bytes that are the same for the same document (ISO 32000-1, 14.4)."""
    return sha256("\0".join([repr(meta), *pages]).encode("utf-8")).digest()[:16]


def full_date(date: str) -> str:
    """A year, or year and month, as its first day; nothing for what is not a date of ISO 8601."""
    found = _DATE.fullmatch(date)
    return "-".join((found[1], found[2] or "01", found[3] or "01")) if found else ""


def _simple(tag: str, text: str) -> str:
    return f"<{tag}>{_escape(text)}</{tag}>" if text else ""


def _alternatives(tag: str, text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{_escape(text)}</rdf:li>'
    return f"<{tag}><rdf:Alt>{item}</rdf:Alt></{tag}>" if text else ""


def _listed(tag: str, container: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{_escape(text)}</rdf:li>" for text in texts if text)
    return f"<{tag}><rdf:{container}>{items}</rdf:{container}></{tag}>" if items else ""


def _escape(text: str) -> str:
    # The standard library's function would load urllib, http and ssl for this.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
