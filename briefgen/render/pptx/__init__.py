"""Turn a scene into a PowerPoint presentation.

    opc           names of parts, types of contents and relationships
    package       parts and relationships → the zip
    look          tokens → colours, lines, faces
    sheet         names and links of a page → ids and relationships
    text          paragraphs → DrawingML text
    shapes        items → elements of a slide (with table, chart and its workbook)
    theme  master  mark  slide  notes  presentation → the parts

All of it is written as text, without a library: nearly every element needs attributes that none
writes (faces for every script, languages, line-breaking rules). A template's parts come along as
they are (housed).
"""

from __future__ import annotations

from briefgen.render.pptx import presentation as writing
from briefgen.render.pptx.look import look
from briefgen.render.pptx.mark import on_notes
from briefgen.render.pptx.master import MASTER_ID, furniture, layout, master
from briefgen.render.pptx.notes import AFTER_NOTES, notes_master, notes_slide, sheet_of
from briefgen.render.pptx.opc import CT, RT
from briefgen.render.pptx.package import Package, Part, fill
from briefgen.render.pptx.sheet import Deck, Sheet, in_reading_order
from briefgen.render.pptx.slide import slide
from briefgen.render.pptx.theme import theme
from briefgen.scene.placeholders import Layout
from briefgen.scene.scene import Scene, Stamp
from briefgen.scene.stamp import once_more


def render(scene: Scene) -> bytes:
    """The bytes of a .pptx; the same scene always gives the same bytes."""
    package = Package()
    own = look(scene.theme, scene.meta.language, scene.scale)
    deck = Deck(package, own, housed=scene.house is not None)
    main = package.add("/ppt/presentation.xml", CT.PRESENTATION)
    package.relate(main, RT.DOCUMENT)
    if scene.house:
        from briefgen.render.pptx.housed import house_parts

        layouts, masters = house_parts(package, main, scene.house)
    else:
        top, layouts, styles = _master(deck, scene)
        masters = [(MASTER_ID, main.relate_to(top, RT.SLIDE_MASTER))]
        main.relate_to(styles, RT.THEME)
    slides = [
        package.add(f"/ppt/slides/slide{number}.xml", CT.SLIDE)
        for number in range(1, len(scene.pages) + 1)
    ]
    deck.slides.update((page.id, part) for page, part in zip(scene.pages, slides, strict=True))
    at_slides = [main.relate_to(part, RT.SLIDE) for part in slides]
    _slides(deck, scene, slides, layouts)
    noted = _notes(deck, scene, slides)
    at_notes = main.relate_to(noted, RT.NOTES_MASTER) if noted else ""
    fill(main, writing.presentation(scene, deck.look, masters, at_slides, at_notes))
    _properties(deck, scene, main)
    return package.to_bytes()


def _master(deck: Deck, scene: Scene) -> tuple[Part, dict[str, Part], Part]:
    """The slide master, the layouts by id, and the theme."""
    package = deck.package
    top = package.add("/ppt/slideMasters/slideMaster1.xml", CT.SLIDE_MASTER)
    words = furniture(scene)
    parts: dict[str, Part] = {}
    for number, item in enumerate(scene.layouts, 1):
        part = package.add(f"/ppt/slideLayouts/slideLayout{number}.xml", CT.SLIDE_LAYOUT)
        part.relate_to(top, RT.SLIDE_MASTER)
        fill(part, layout(Sheet(deck, part, item.decor, item), item, words, scene.mark))
        parts[item.id] = part
    listed = [top.relate_to(part, RT.SLIDE_LAYOUT) for part in parts.values()]
    fill(top, master(Sheet(deck, top), scene, listed))
    styles = package.add("/ppt/theme/theme1.xml", CT.THEME, theme(deck.look))
    top.relate_to(styles, RT.THEME)
    return top, parts, styles


def _slides(deck: Deck, scene: Scene, parts: list[Part], layouts: dict[str, Part]) -> None:
    known: dict[str, Layout] = {item.id: item for item in scene.layouts}
    for number, (page, part) in enumerate(zip(scene.pages, parts, strict=True), 1):
        part.relate_to(layouts[page.layout], RT.SLIDE_LAYOUT)
        items = in_reading_order(page.items) + once_more(scene.mark, page.items)
        on = known[page.layout]
        behind: Stamp | None = None
        if scene.house and scene.mark:
            # A template's masters stay as they are.
            items = (*in_reading_order(page.items), scene.mark.line)
            behind = scene.mark
        sheet = Sheet(deck, part, items, on, number)
        fill(part, slide(sheet, page, items, on.ground, scene.transition, behind))


def _notes(deck: Deck, scene: Scene, slides: list[Part]) -> Part | None:
    """The notes of every page that has some; their master, if any has."""
    package = deck.package
    top = None
    for number, (page, part) in enumerate(zip(scene.pages, slides, strict=True), 1):
        if not page.notes:
            continue
        if top is None:
            top = package.add("/ppt/notesMasters/notesMaster1.xml", CT.NOTES_MASTER)
            mark = on_notes(Sheet(deck, top, first=AFTER_NOTES), scene.mark, sheet_of(deck.look)[0])
            fill(top, notes_master(deck.look, scene.width, scene.height, mark))
            styles = package.add("/ppt/theme/theme2.xml", CT.THEME, theme(deck.look))
            top.relate_to(styles, RT.THEME)
        notes = package.add(f"/ppt/notesSlides/notesSlide{number}.xml", CT.NOTES_SLIDE)
        notes.relate_to(top, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        fill(notes, notes_slide(Sheet(deck, notes), page))
        part.relate_to(notes, RT.NOTES_SLIDE)
    return top


def _properties(deck: Deck, scene: Scene, main: Part) -> None:
    """The small parts: how it is shown, table styles, what the file says of itself."""
    package, language = deck.package, deck.look.language
    for name, content_type, kind, content in (
        (
            "presProps",
            CT.PRESENTATION_PROPERTIES,
            RT.PRESENTATION_PROPERTIES,
            writing.PRESENTATION_PROPERTIES,
        ),
        ("viewProps", CT.VIEW_PROPERTIES, RT.VIEW_PROPERTIES, writing.VIEW_PROPERTIES),
        ("tableStyles", CT.TABLE_STYLES, RT.TABLE_STYLES, _table_styles(scene)),
    ):
        main.relate_to(package.add(f"/ppt/{name}.xml", content_type, content), kind)
    core = writing.core_properties(scene.meta, language)
    for name, content_type, kind, content in (
        ("core", CT.CORE_PROPERTIES, RT.CORE_PROPERTIES, core),
        ("app", CT.EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, writing.app_properties(scene)),
    ):
        package.relate(package.add(f"/docProps/{name}.xml", content_type, content), kind)


def _table_styles(scene: Scene) -> str:
    if scene.house is None:
        return writing.table_styles()
    from briefgen.render.pptx.housed import own_styles

    return writing.table_styles(own_styles(scene.house))
