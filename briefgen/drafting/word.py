"""Turn a Word document into blocks: its body as it is read, with changes accepted.

Read from the markup itself (ECMA-376 Part 1, 17), since text stands also in content controls,
insertions, text boxes and fields. Headers and footers are parts of their own and are not asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from briefgen.chinese.hanzi import cells
from briefgen.drafting.lines import heading_of, item_of, led, levelled
from briefgen.drafting.markup import (
    Related,
    child,
    children,
    every,
    flag,
    get,
    name,
    parse,
    part_of,
    relations,
)
from briefgen.drafting.office import Files, unpack
from briefgen.drafting.tree import (
    Aside,
    Block,
    Document,
    Grid,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Spot,
)
from briefgen.drafting.word_styles import Look, Styles, styles_of
from briefgen.patterns import pattern
from briefgen.problems import Problem, UnfitError
from briefgen.record import State, field

_LONGEST_HEADING, _LONGEST_TITLE = 76, 100
_SPACE = pattern(r"[ \t\u3000\xa0]+")
# Deletions, what was moved away, and the codes of fields are not read.
_UNREAD = ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "txbxContent", "Fallback")
_END = tuple("。；;，,！!？?：:、.")


def read_word(data: bytes) -> Document:
    """A .docx or .docm file. Raises UnfitError where it cannot be read."""
    files = unpack(data)
    main = part_of(files, relations(files, ""), "officeDocument")
    if not main:
        raise UnfitError("draft-not-office")
    body = child(parse(files[main]), "body")
    if body is None:
        raise UnfitError("draft-not-office")
    related = relations(files, main)
    styles = styles_of(files, related)
    reading = _Reading(
        files=files,
        related=related,
        styles=styles,
        notes=_notes(files, related),
        headed=any(styles.look(each).level for each in every(body, "p")),
    )
    reading.read(body)
    blocks = reading.done()
    title, blocks = _titled(reading.title, blocks)
    macros = any(each.lower().endswith("vbaproject.bin") for each in files)
    told = (Problem.of("draft-macros"),) if macros else ()
    if not any(isinstance(each, Heading) for each in blocks):
        blocks = _by_looks(blocks)
    return Document(
        title=title,
        subtitle=reading.subtitle,
        blocks=levelled(blocks),
        told=told,
    )


def _notes(files: Files, related: Mapping[str, Related]) -> dict[str, str]:
    """Foot- and endnotes by kind and id."""
    found: dict[str, str] = {}
    for kind, element in (("footnotes", "footnote"), ("endnotes", "endnote")):
        part = part_of(files, related, kind)
        for each in children(parse(files[part]), element) if part else ():
            if not get(each, "type"):
                words = " ".join(_words(p) for p in every(each, "p"))
                found[element + get(each, "id")] = _SPACE.sub(" ", words).strip()
    return found


def _words(element: Element) -> str:
    """The text of a paragraph or run, in its order."""
    said: list[str] = []
    for each in element:
        kind = name(each)
        if kind in _UNREAD or (kind == "r" and flag(child(each, "rPr"), "vanish")):
            continue
        if kind == "t":
            said.append(each.text or "")
        elif kind in ("tab", "ptab"):
            said.append(" ")
        elif kind in ("br", "cr"):
            said.append("\n" if get(each, "type") != "page" else "")
        elif kind == "noBreakHyphen":
            said.append("-")
        else:
            said.append(_words(each))
    return "".join(said)


def _lead(paragraph: Element) -> str:
    """The bold words at the beginning of a paragraph that goes on without."""
    said: list[str] = []
    for run in children(paragraph, "r", "hyperlink", "ins"):
        words = _words(run)
        if words.strip() and not flag(child(run, "rPr"), "b"):
            return "".join(said).strip()
        said.append(words)
    return ""


class _Reading(State):
    """A document while it is read."""

    files: Files
    related: Mapping[str, Related]
    styles: Styles
    notes: Mapping[str, str]
    # Whether headings are styled: then numbered lines are headings below these.
    headed: bool = False
    title: str = ""
    subtitle: str = ""
    _blocks: list[Block] = field(default_factory=list)
    _items: list[Item] = field(default_factory=list)
    _numbered: bool = False
    _count: int = 0
    _seen: set[str] = field(default_factory=set)

    def read(self, body: Element) -> None:
        for each in body:
            kind = name(each)
            if kind == "p":
                self._paragraph(each)
            elif kind == "tbl":
                self._table(each)
            elif kind == "sdt":
                gallery = child(each, "sdtPr", "docPartObj", "docPartGallery")
                if gallery is None or "Contents" not in get(gallery, "val"):
                    content = child(each, "sdtContent")
                    self.read(content if content is not None else each)
            elif kind in ("ins", "moveTo", "customXml", "smartTag"):
                self.read(each)

    def done(self) -> list[Block]:
        self._end_list()
        return self._blocks

    @property
    def _spot(self) -> Spot:
        return Spot("paragraph", self._count)

    def _add(self, block: Block) -> None:
        self._end_list()
        self._blocks.append(block)

    def _end_list(self) -> None:
        if self._items:
            self._blocks.append(Listing(tuple(self._items), self._numbered, self._spot))
            self._items = []

    def _paragraph(self, element: Element) -> None:
        self._count += 1
        look = self.styles.look(element)
        words = _words(element)
        lines = [_SPACE.sub(" ", line).strip() for line in words.split("\n")]
        text = "\n".join(filter(None, lines))
        if text and look.role != "contents":
            self._text(element, text, look)
        self._drawn(element)
        for each in every(element, "footnoteReference", "endnoteReference"):
            said = self.notes.get(name(each).removesuffix("Reference") + get(each, "id"), "")
            if said:
                self._add(Aside(said, self._spot))

    def _text(self, element: Element, text: str, look: Look) -> None:
        flat = text.replace("\n", " ")
        if look.role == "title" and not self.title:
            self.title = flat
        elif look.role == "subtitle" and not self.subtitle:
            self.subtitle = flat
        elif look.level and cells(flat) <= 2 * _LONGEST_TITLE:
            self._add(Heading(flat, look.level, self._spot))
        elif look.role == "caption" and self._caption(flat):
            pass
        elif look.listed:
            if self._items and self._numbered != look.numbered:
                self._end_list()
            self._numbered = look.numbered
            self._items.append(Item(flat, look.depth))
        else:
            for line in text.split("\n"):
                self._line(element, line)

    def _line(self, element: Element, line: str) -> None:
        found, lead = heading_of(line), led(line)
        if found and cells(line) <= _LONGEST_HEADING:
            # A level below those of the styles, where there are any.
            self._add(Heading(line, found[0] + (10 if self.headed else 0), self._spot))
        elif lead:
            self._add(Heading(lead[1], lead[0] + (10 if self.headed else 0), self._spot))
            self._blocks.append(Paragraph(lead[2], self._spot))
        elif (item := item_of(line)) and len(line) < 200:
            if self._items and self._numbered != item[0]:
                self._end_list()
            self._numbered = item[0]
            self._items.append(Item(item[1]))
        else:
            self._end_list()
            self._blocks.append(Paragraph(line, self._spot, _lead(element)))

    def _caption(self, text: str) -> bool:
        """Give a caption to the picture or table before it, if there is one without."""
        last = self._blocks[-1] if self._blocks and not self._items else None
        if isinstance(last, Picture) and not last.caption:
            self._blocks[-1] = Picture(last.data, last.ending, last.spot, last.alt, text)
            return True
        return False

    def _drawn(self, element: Element) -> None:
        """The pictures and text boxes that are anchored in a paragraph, each once."""
        for each in element.iter():
            kind = name(each)
            if kind in ("blip", "imagedata"):
                self._picture(element, get(each, "embed") or get(each, "id"))
            elif kind == "txbxContent":
                words = " ".join(_words(p).strip() for p in every(each, "p"))
                if words.strip() and words not in self._seen:
                    self._seen.add(words)
                    self.read(each)

    def _picture(self, element: Element, id: str) -> None:
        related = self.related.get(id)
        if related is None or (related.part and related.part not in self.files):
            return
        described = next((get(each, "descr") for each in every(element, "docPr")), "")
        ending = related.part.rpartition(".")[2].lower()
        data = self.files.get(related.part, b"")
        picture = Picture(data, ending, self._spot, _SPACE.sub(" ", described.strip()))
        if not self._blocks or self._blocks[-1] != picture:
            self._add(picture)

    def _table(self, element: Element) -> None:
        self._count += 1
        rows = _rows(element)
        filled = [row for row in rows if any(cell.strip("<^ \n") for cell in row)]
        if not filled:
            for each in every(element, "blip", "imagedata"):
                self._picture(element, get(each, "embed") or get(each, "id"))
            return
        caption = ""
        last = self._blocks[-1] if self._blocks and not self._items else None
        if isinstance(last, Paragraph) and _TABLE_CAPTION.match(last.text) and len(last.text) < 60:
            caption = last.text
            self._blocks.pop()
        if max(map(len, filled)) == 1:
            for row in filled:
                for line in row[0].split("\n"):
                    self._add(Paragraph(line, self._spot))
        else:
            self._add(Grid(tuple(map(tuple, filled)), self._spot, caption))
        for each in every(element, "blip", "imagedata"):
            self._picture(element, get(each, "embed") or get(each, "id"))


_TABLE_CAPTION = pattern(r"(?:表|附表|Table|TABLE)\s*[\d一二三四五六七八九十]*")


# A cell that is said to span more columns spans what is there.
_MOST_SPANNED = 60


def _rows(table: Element) -> list[list[str]]:
    """The cells of a table, those of spans marked; rows as long as the longest."""
    rows: list[list[str]] = []
    for tr in every_row(table):
        row: list[str] = []
        before = child(tr, "trPr", "gridBefore")
        row += [""] * (
            min(int(get(before, "val") or 0), _MOST_SPANNED) if before is not None else 0
        )
        for tc in cells_of(tr):
            properties = child(tc, "tcPr")
            span = child(properties, "gridSpan")
            merge = child(properties, "vMerge")
            words = "\n".join(filter(None, (_cell(p) for p in every(tc, "p"))))
            if merge is not None and get(merge, "val") != "restart" and rows:
                words = "^"
            count = int(get(span, "val") or 1) if span is not None else 1
            row += [words, *["<"] * (min(count, _MOST_SPANNED) - 1)]
        rows.append(row)
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _cell(paragraph: Element) -> str:
    return _SPACE.sub(" ", _words(paragraph).replace("\n", " ")).strip()


def every_row(table: Element) -> Iterator[Element]:
    """The rows of a table, those in content controls too."""
    for each in table:
        if name(each) == "tr":
            yield each
        elif name(each) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from every_row(each)


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row, those in content controls too."""
    for each in row:
        if name(each) == "tc":
            yield each
        elif name(each) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from cells_of(each)


def _titled(title: str, blocks: list[Block]) -> tuple[str, list[Block]]:
    """The title: as styled, else the one heading of the highest level, else a short first line."""
    if title:
        return title, blocks
    heads = [each for each in blocks if isinstance(each, Heading)]
    top = min((each.level for each in heads), default=0)
    first = next((i for i, each in enumerate(blocks) if not isinstance(each, Picture)), None)
    if first is None:
        return "", blocks
    block = blocks[first]
    alone = [each for each in heads if each.level == top]
    if isinstance(block, Heading) and len(alone) == 1 and block is alone[0] and len(heads) > 2:
        return block.text, [*blocks[:first], *blocks[first + 1 :]]
    short = isinstance(block, Paragraph) and cells(block.text) <= _LONGEST_TITLE
    if isinstance(block, Paragraph) and short and not block.text.endswith(("。", "；", ".", "，")):
        return block.text, [*blocks[:first], *blocks[first + 1 :]]
    return "", blocks


def _by_looks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document without headings: bold or standing-out short paragraphs are some."""
    made: list[Block] = []
    for at, block in enumerate(blocks):
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        if (
            isinstance(block, Paragraph)
            and cells(block.text) <= _LONGEST_HEADING
            and not block.text.endswith(_END)
            and isinstance(behind, Paragraph | Listing | Grid)
            and (block.head == "" and (not isinstance(behind, Paragraph) or len(behind.text) > 60))
        ):
            made.append(Heading(block.text, 1, block.spot))
        else:
            made.append(block)
    return made
