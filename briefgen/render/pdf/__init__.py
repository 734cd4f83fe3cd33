"""Turn a scene into a PDF: embedded faces, tagged content, the same bytes for the same scene.

Only the drawn face of the scene is used. Lengths are points from here on (12,700 EMU), with the
origin at the bottom left.

    truetype   a face → the part of it that a document uses
    fonts      characters → codes of an embedded font
    objects    values and pages → objects of the document
    reportlab_private   what reportlab keeps to itself
    structure  what is drawn → a tree of headings, paragraphs, figures
    pen        positions and tokens → coordinates and inks
    text, shapes, images, links   one kind of mark each
    blocks     text boxes → tagged paragraphs and lists
    page       items in order
    inks, press      the four inks, the bleed and the crop marks of a press
    attachments      files that ride along
    metadata, profile   what the document says of itself and its colours
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from briefgen.geometry import in_pt
from briefgen.render.pdf.attachments import attach
from briefgen.render.pdf.fonts import Fonts
from briefgen.render.pdf.metadata import (
    Information,
    identity,
    output_intent,
    packet,
    printing_condition,
)
from briefgen.render.pdf.objects import Sheets, Value, dictionary, string
from briefgen.render.pdf.page import draw_page
from briefgen.render.pdf.pen import Pen
from briefgen.render.pdf.structure import Structure
from briefgen.scene.items import Group, Page
from briefgen.scene.scene import Scene, Section
from briefgen.scene.walk import extent


def render(scene: Scene) -> bytes:
    """The scene as a PDF 1.7 file: PDF/UA-1, and PDF/A-2u (PDF/A-3u where files are attached).

    A scene for a press (with a bleed) is in CMYK and claims PDF/UA-1 alone: PDF/A wants a profile
    of the press in the file, and which one that is, only the press knows. It may have no pictures.
    A character that the face lacks shows as the missing-glyph box and copies as itself; a link
    that leads nowhere is left out. Raises MachineError where a font file cannot be read.
    """
    press = bool(scene.bleed)
    margin = _margin(scene)
    paper = in_pt(scene.width + 2 * margin), in_pt(scene.height + 2 * margin)
    sheets = Sheets(*paper, scene.meta.language)
    structure = Structure(sheets)
    fonts = Fonts(scene.theme.print_face.base)
    # A hidden slide is not shown to an audience, nor in what is handed to it.
    shown = [page for page in scene.pages if not page.hidden] or list(scene.pages)
    stops = {page.id: _stops(page) for page in shown}
    upon = any(stops.values())
    ids = frozenset(chain(stops, (stop.anchor for found in stops.values() for stop in found)))
    pen = _pen(scene, sheets, structure, fonts, ids)
    sections = {id: section for section in scene.sections for id in section.pages}
    contents: list[str] = []
    current: Section | None = None
    for page in shown:
        structure.begin_page()
        part = structure.document
        if len(shown) > 1 or upon:
            for id, title, top in _places(page, stops[page.id], upon, scene):
                section = sections.get(id)
                if section and section is not current:
                    sheets.bookmark(f"section {id}", section.title, 0, top)
                sheets.bookmark(id, title, 1 if section else 0, top)
                current = section
            if not upon:
                part = structure.element("Sect", part, T=string(page.title or page.id))
        decor = scene.layout(page.layout).decor if scene.layouts else ()
        draw_page(pen, page, decor, part, scene.mark)
        boxes: dict[str, Value] = {}
        if press:
            from briefgen.render.pdf.press import draw_marks, sheet_boxes

            draw_marks(pen, scene.bleed)
            boxes = sheet_boxes(scene)
        contents.append(sheets.drawn())
        sheets.show(boxes)
    structure.finish()
    for font in fonts.used():
        sheets.add_font(font)
    sheets.complete_catalogue(
        {
            "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
            "Metadata": packet(scene.meta, _part(scene)),
            "OutputIntents": printing_condition() if press else output_intent(),
        }
    )
    attach(sheets, scene.attachments, scene.meta.date)
    contents += [each.data.hex() for each in scene.attachments]
    return sheets.finish(Information(scene.meta), identity(scene.meta, contents))


def _margin(scene: Scene) -> int:
    """What stands around a sheet for a press (EMU)."""
    if not scene.bleed:
        return 0
    from briefgen.render.pdf.press import MARGIN  # few pages go to one

    return MARGIN


def _pen(
    scene: Scene, sheets: Sheets, structure: Structure, fonts: Fonts, ids: frozenset[str]
) -> Pen:
    """What draws the pages of a scene, on which `ids` can be led to."""
    press = bool(scene.bleed)
    return Pen(
        sheets=sheets,
        structure=structure,
        fonts=fonts,
        theme=scene.theme,
        width=scene.width,
        height=scene.height,
        pages=ids,
        language=scene.meta.language,
        press=press,
        margin=_margin(scene),
    )


def _places(
    page: Page, stops: Sequence[Group], upon: bool, scene: Scene
) -> list[tuple[str, str, float]]:
    """What bookmarks lead to on a page: id, title, and height above its foot in points. Where
    pages stand `upon` pages, to those alone."""
    if upon:
        tongue = scene.meta.language
        tops = (in_pt(scene.height - extent(stop).y) for stop in stops)
        return [(s.anchor, s.name.told(tongue), top) for s, top in zip(stops, tops, strict=True)]
    return [(page.id, page.title or page.id, in_pt(scene.height))]


def _stops(page: Page) -> list[Group]:
    """The pages upon a page: slides on a handout."""
    return [item for item in page.items if isinstance(item, Group) and item.anchor]


def _part(scene: Scene) -> int:
    """The part of ISO 19005 that the file conforms to, or 0."""
    if scene.bleed:
        return 0
    return 3 if scene.attachments else 2
