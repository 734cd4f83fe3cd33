"""Turn a scene into a PDF: embedded faces, tagged content, the same bytes for the same scene.

Only the drawn face of the scene is used. Lengths are points from here on (12,700 EMU), with the
origin at the bottom left.

    truetype   a face → the part of it that a document uses
    fonts      characters → codes of an embedded font
    objects    what reportlab's document lacks
    structure  what is drawn → a tree of headings, paragraphs, figures
    pen        positions and tokens → coordinates and inks
    text, shapes, images, links   one kind of mark each
    blocks     text boxes → tagged paragraphs and lists
    page       items in order
    metadata, profile   what the document says of itself and its colours
"""

from __future__ import annotations

from briefgen.geometry import in_pt
from briefgen.render.pdf.fonts import Fonts
from briefgen.render.pdf.metadata import Information, identity, output_intent, packet
from briefgen.render.pdf.objects import Sheets, dictionary, string
from briefgen.render.pdf.page import draw_page
from briefgen.render.pdf.pen import Pen
from briefgen.render.pdf.structure import Structure
from briefgen.scene.items import Scene, Section


def render(scene: Scene) -> bytes:
    """The scene as a PDF 1.7 file: PDF/UA-1 and PDF/A-2b.

    A character that the face lacks shows as the missing-glyph box and copies as itself; a link
    that leads nowhere is left out. Raises MachineError where a font file cannot be read.
    """
    sheets = Sheets(in_pt(scene.width), in_pt(scene.height), scene.meta.language)
    structure = Structure(sheets)
    fonts = Fonts(scene.theme.print_face)
    # A hidden slide is not shown to an audience, nor in what is handed to it.
    shown = [page for page in scene.pages if not page.hidden] or list(scene.pages)
    ids = frozenset(page.id for page in shown)
    pen = Pen(sheets, structure, fonts, scene.theme, scene.width, scene.height, ids)
    sections = {id: section for section in scene.sections for id in section.pages}
    contents: list[str] = []
    current: Section | None = None
    for page in shown:
        structure.begin_page()
        part = structure.document
        if len(shown) > 1:
            section = sections.get(page.id)
            if section and section is not current:
                sheets.bookmark(f"section {page.id}", section.title, 0)
            sheets.bookmark(page.id, page.title or page.id, 1 if section else 0)
            current = section
            part = structure.element("Sect", part, T=string(page.title or page.id))
        decor = scene.layout(page.layout).decor if scene.layouts else ()
        draw_page(pen, page, decor, part)
        contents.append(sheets.getCurrentPageContent())
        sheets.showPage()
    structure.finish()
    for font in fonts.used():
        sheets.add_font(font)
    sheets.complete_catalogue(
        {
            "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
            "Metadata": packet(scene.meta),
            "OutputIntents": output_intent(),
        }
    )
    return sheets.finish(Information(scene.meta), identity(scene.meta, contents))
