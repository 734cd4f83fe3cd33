"""Turn a scene into the records that its files should have: the deck's, and the print's.

Only what the scene says is used, never what a renderer wrote: two who agree on a mistake would find
none. Places are names of items, told in the file's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from hashlib import sha1
from itertools import groupby
from urllib.parse import unquote, urlsplit

from briefgen.record import replace
from briefgen.render.pptx.sheet import in_reading_order
from briefgen.render.pptx.text import counted, in_words
from briefgen.render.readback import Kind, Leaf, Passage, Readback
from briefgen.scene.items import Chart, Drawing, Group, Item, Page, Picture, Shape, Table, TextBox
from briefgen.scene.links import is_address, page_of
from briefgen.scene.percents import in_fractions
from briefgen.scene.scene import Scene, Section
from briefgen.scene.stamp import once_more
from briefgen.scene.walk import walk
from briefgen.typography.text import Line, Paragraph, Run, Style

# Pages by their id, and by the anchors of pages upon pages: their numbers, from 1.
Numbers = dict[str, int]


def deck(scene: Scene) -> Readback:
    """The record of the scene as a deck: all slides, native charts and tables, notes."""
    numbers = {page.id: number for number, page in enumerate(scene.pages, 1)}
    pages = enumerate(scene.pages, 1)
    return Readback(tuple(_slide(scene, page, number, numbers) for number, page in pages))


def _slide(scene: Scene, page: Page, number: int, numbers: Numbers) -> Leaf:
    language = scene.meta.language
    # A deck's slide numbers count by themselves.
    items = (
        replace(item, paragraphs=(Paragraph((Run(str(number), Style(0)),), 0),))
        if isinstance(item, TextBox) and item.slot and item.slot.role == "number"
        else item
        for item in (*in_reading_order(page.items), *once_more(scene.mark, page.items))
    )
    said = list(_below(scene, page))
    said += [each for item in items for each in _native(item, numbers, language)]
    said += [Passage("note", "speaker's notes", note) for note in page.notes]
    for runs in page.spoken:
        said += _links("speaker's notes", Paragraph(runs, 0), "", numbers)
    return Leaf(tuple(said), page.hidden)


def _below(scene: Scene, page: Page) -> Iterator[Passage]:
    """What a slide shows of its master and of its layout: what it is marked as."""
    if (mark := scene.mark) is None:
        return
    if mark.across:
        yield Passage("text", mark.across.name.told(scene.meta.language), mark.words)
    layout = scene.layout(page.layout).decor if scene.layouts else ()
    for item in (mark.line, *once_more(mark, layout)):
        yield from _native(item, {}, scene.meta.language)


def _native(item: Item, numbers: Numbers, language: str) -> Iterator[Passage]:
    """What an item says in a deck."""
    name, alt = item.name.told(language), getattr(item, "alt", "")
    if isinstance(item, Group) and not item.items:
        return
    if alt:
        yield Passage("alt", name, alt)
    match item:
        case TextBox() | Shape() if target := leads_to(item.link, numbers):
            yield Passage("link", name, target)
    match item:
        case TextBox():
            for paragraph, words in zip(item.paragraphs, _written(item.paragraphs), strict=True):
                if paragraph.text.strip():
                    yield Passage("text", name, words)
                yield from _links(name, paragraph, "", numbers)
        case Table():
            yield from _cells(name, item, numbers)
        case Chart():
            yield from _chart(name, item)
        case Picture():
            yield Passage("picture", name, sha1(item.data, usedforsecurity=False).hexdigest())
        case Group():
            for member in item.items:
                yield from _native(member, numbers, language)


def _written(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The words of paragraphs, with the numbers that a deck's list writes among them."""
    for paragraph, start in zip(paragraphs, counted(paragraphs), strict=True):
        yield "".join(run.text for run in in_words(paragraph, start)) + paragraph.text


def _cells(name: str, table: Table, numbers: Numbers) -> Iterator[Passage]:
    for number, row in enumerate(table.cells, 1):
        for column, cell in enumerate(row, 1):
            place = f"{name}, row {number}, column {column}"
            yield Passage("cell", place, "\n".join(_written(cell.paragraphs)))
            for paragraph in cell.paragraphs:
                yield from _links(place, paragraph, cell.link, numbers)


def _links(place: str, paragraph: Paragraph, own: str, numbers: Numbers) -> Iterator[Passage]:
    """Where a paragraph's runs lead, those without a link where all of it does (`own`)."""
    runs = (run for run in paragraph.runs if run.text)
    for target, _ in groupby(leads_to(run.link or own, numbers) for run in runs):
        if target:
            yield Passage("link", place, target)


def _chart(name: str, item: Chart) -> Iterator[Passage]:
    """The series as the chart keeps them, and the cells of its workbook.

    A ring is one series; of points each is one. An area is drawn twice: its ground, and the line
    over it.
    """
    item = in_fractions(item)
    shown = item.series[:1] if item.kind == "donut" else item.series
    if item.kind == "scatter":
        yield from _spots(name, item)
        shown = ()
    for series in shown * (2 if item.kind == "area" else 1):
        yield Passage("series", name, series.name)
        for category, value in zip(item.labels, series.values, strict=True):
            said = f"{category}: {'' if value is None else exact(value)}"
            yield Passage("point", f"{name}, {series.name}", said)
    heads = [each.name for each in item.series] + [each.heading for each in item.helpers]
    rows: list[Sequence[str]] = [(item.unit, *heads)]
    for index, category in enumerate(item.categories):
        values = [series.values[index] for series in item.series]
        made = [helper.cells[index] for helper in item.helpers]
        rows.append((category, *map(_cell, (*values, *made))))
    for number, row in enumerate(rows, 1):
        for column, words in enumerate(row):
            place = f"{name}, row {number}, column {column + 1} of the workbook"
            yield Passage("workbook", place, words)


def _spots(name: str, item: Chart) -> Iterator[Passage]:
    """The points of a scatter chart: what each is called, and both its measures."""
    across, up = (each.values for each in item.series)
    for category, x, y in zip(item.categories, across, up, strict=True):
        yield Passage("series", name, category)
        said = ": ".join("" if each is None else exact(each) for each in (x, y))
        yield Passage("point", f"{name}, {category}", said)


def _cell(value: Decimal | str | None) -> str:
    """What a cell of a workbook says; its numbers are floating point to whoever reads them."""
    if isinstance(value, Decimal):
        return exact(Decimal(repr(float(value))))
    return value or ""


def exact(value: Decimal) -> str:
    """A value without an exponent or needless zeros."""
    return f"{value.normalize():f}"


def leads_to(target: str, numbers: Numbers) -> str:
    """Where a link of the scene leads: an address, `page 3`, or nowhere ("")."""
    if page := page_of(target):
        return f"page {numbers[page]}" if page in numbers else ""
    return address(target) if is_address(target) else ""


def address(target: str) -> str:
    """An address as it is compared: host in ASCII (RFC 3490), nothing escaped.

    >>> address("https://例子.cn/a%20b"), address("https://xn--fsqu00a.cn/a b")
    ('https://xn--fsqu00a.cn/a b', 'https://xn--fsqu00a.cn/a b')
    """
    plain = unquote(target)
    try:
        parts = urlsplit(plain)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
        return parts._replace(netloc=host).geturl()
    except ValueError:
        return plain


def printed(scene: Scene) -> Readback:
    """The record of the scene as a print: what is drawn on each page that is not hidden."""
    shown = [page for page in scene.pages if not page.hidden] or list(scene.pages)
    numbers: Numbers = {}
    for number, page in enumerate(shown, 1):
        numbers |= dict.fromkeys((page.id, *(stop.anchor for stop in _stops(page))), number)
    marks = _bookmarks(scene, shown)
    return Readback(
        tuple(
            Leaf((*_sheet(scene, page, numbers), *own))
            for page, own in zip(shown, marks, strict=True)
        ),
        print=True,
    )


def _sheet(scene: Scene, page: Page, numbers: Numbers) -> Iterator[Passage]:
    """What a page says: words in the order in which they are drawn, then alternatives and links."""
    decor = scene.layout(page.layout).decor if scene.layouts else ()
    marked = (scene.mark.line,) if scene.mark else ()
    for item in (*decor, *page.items, *marked):
        yield from _drawn(item, scene.meta.language)
    yield from (Passage("alt", "the page", alt) for alt in _alternatives(page.items))
    found = (target for item in page.items for target in _targets(item, numbers))
    yield from (Passage("link", "the page", target) for target in dict.fromkeys(found))


def _drawn(item: Item, language: str) -> Iterator[Passage]:
    name = item.name.told(language)
    match item:
        case TextBox():
            yield from _lines("text", name, item.lines)
        case Table():
            for number, row in enumerate(item.cells, 1):
                for column, cell in enumerate(row, 1):
                    place = f"{name}, row {number}, column {column}"
                    yield from _lines("cell", place, cell.lines)
        case Chart():
            for part in item.drawn:
                yield from _drawn(part, language)
        case Group():
            for member in item.items:
                yield from _drawn(member, language)


def _lines(kind: Kind, place: str, lines: Iterable[Line]) -> Iterator[Passage]:
    """The lines of a text, those of a paragraph together."""
    for _, group in groupby(lines, key=lambda line: line.paragraph):
        said = [(line.marker.text if line.marker else "", line.text) for line in group]
        # An item that is blank has no dot either.
        if any(text.strip() for _, text in said):
            yield Passage(kind, place, "".join(mark + text for mark, text in said))


def _alternatives(items: Iterable[Item]) -> Iterator[str]:
    """What is drawn is told in words where it has some; a table is told by its own cells."""
    for item in items:
        match item:
            case Chart() | Drawing() | Group() | Picture() | Shape() if item.alt:
                yield item.alt
            case Group():
                yield from _alternatives(item.items)


def _targets(item: Item, numbers: Numbers) -> Iterator[str]:
    """Where the links of an item lead, in the order in which a print has them."""
    match item:
        case Shape() if target := leads_to(item.link, numbers):
            yield target
        case TextBox():
            yield from _of_lines(item.lines, item.link, numbers)
        case Table():
            for row in item.cells:
                for cell in row:
                    yield from _of_lines(cell.lines, cell.link, numbers)
        case Group() if not item.alt:
            for member in item.items:
                yield from _targets(member, numbers)


def _of_lines(lines: Sequence[Line], own: str, numbers: Numbers) -> Iterator[str]:
    """A link of the whole takes the place of those of its first paragraph."""
    first = next((line.paragraph for line in lines if line.text.strip()), 0)
    whole = leads_to(own, numbers)
    if whole:
        yield whole
    for line in lines:
        for span in line.spans:
            target = leads_to(span.link, numbers)
            if target and not (whole and line.paragraph == first):
                yield target


def _stops(page: Page) -> list[Group]:
    """The pages upon a page: slides on a handout."""
    return [item for item in walk(page.items) if isinstance(item, Group) and item.anchor]


def _bookmarks(scene: Scene, shown: Sequence[Page]) -> list[list[Passage]]:
    """The bookmarks of each page: where a section begins its title, then the page's own, or those
    of the pages upon it."""
    home = {id: section for section in scene.sections for id in section.pages}
    upon = any(_stops(page) for page in shown)
    current: Section | None = None
    marks: list[list[Passage]] = []
    for page in shown:
        own = []
        stops = [(stop.anchor, stop.name.told(scene.meta.language)) for stop in _stops(page)]
        for id, title in stops if upon else [(page.id, page.title or page.id)]:
            section = home.get(id)
            if section and section is not current:
                own.append(section.title)
                current = section
            own.append(title)
        marks.append([Passage("bookmark", "the bookmarks", title) for title in own])
    return marks if len(shown) > 1 or upon else [[] for _ in shown]
