"""Turn a finished PDF into a record of what it holds, with pdfium.

The words of a page come from the objects that show them, in the order of its content, which is
that of reading; a reader's text layer sorts what stands on one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from ctypes import byref, c_int, c_ushort, create_string_buffer
from typing import Any

from briefgen.render.readback import Leaf, Passage, Readback

# Of a page as a whole.
_PAGE = "the page"


def read(data: bytes) -> Readback:
    """What a PDF holds: of every page the words, alternative texts, links and bookmarks.

    Raises pypdfium2.PdfiumError where the file is none.
    """
    import pypdfium2  # 40 ms and a library of its own: only those who read a print back pay

    with pypdfium2.PdfDocument(data) as document:
        marks = list(_bookmarks(document, None))
        pages = []
        for number in range(len(document)):
            with closing(document[number]) as page:
                said = (*_texts(page), *_alternatives(page), *_links(document, page))
            pages.append(Leaf((*said, *(mark for at, mark in marks if at == number))))
        return Readback(tuple(pages), print=True)


def page_texts(data: bytes) -> Iterator[str]:
    """The text of each page as a reader copies it: with the spaces and lines that it makes out."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                yield text.get_text_range()


def _texts(page: Any) -> Iterator[Passage]:
    """The words that each object of a page shows."""
    from pypdfium2 import raw

    with closing(page.get_textpage()) as layer:
        for number in range(raw.FPDFPage_CountObjects(page)):
            item = raw.FPDFPage_GetObject(page, number)
            if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
                yield Passage("text", _PAGE, _string(raw.FPDFTextObj_GetText, item, layer))


def _alternatives(page: Any) -> Iterator[Passage]:
    """The alternative texts in the structure of a page (ISO 32000-1, 14.9.3), in its order."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        stack = [raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in reversed(range(count))]
        while stack:
            element = stack.pop()
            if not element:
                continue  # content, and no element
            if words := _string(raw.FPDF_StructElement_GetAltText, element):
                yield Passage("alt", _PAGE, words)
            count = raw.FPDF_StructElement_CountChildren(element)
            stack += [
                raw.FPDF_StructElement_GetChildAtIndex(element, at) for at in reversed(range(count))
            ]
    finally:
        raw.FPDF_StructTree_Close(tree)


def _links(document: Any, page: Any) -> Iterator[Passage]:
    """Where the links of a page lead (12.5.6.5): an address, or a page by its number."""
    from pypdfium2 import raw

    at, link = c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, byref(at), byref(link)):
        action = raw.FPDFLink_GetAction(link)
        target = raw.FPDFLink_GetDest(document, link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            size = raw.FPDFAction_GetURIPath(document, action, None, 0)
            buffer = create_string_buffer(size)
            raw.FPDFAction_GetURIPath(document, action, buffer, size)
            yield Passage("link", _PAGE, buffer.value.decode("utf-8", "replace"))
        else:
            index = raw.FPDFDest_GetDestPageIndex(document, target) if target else -1
            yield Passage("link", _PAGE, f"page {index + 1}" if index >= 0 else "nowhere")


def _bookmarks(document: Any, parent: Any) -> Iterator[tuple[int, Passage]]:
    """The bookmarks (12.3.3) in their order, each with the index of the page it leads to."""
    from pypdfium2 import raw

    mark = raw.FPDFBookmark_GetFirstChild(document, parent)
    while mark:
        target = raw.FPDFBookmark_GetDest(document, mark)
        index = raw.FPDFDest_GetDestPageIndex(document, target) if target else -1
        yield index, Passage("bookmark", "the bookmarks", _string(raw.FPDFBookmark_GetTitle, mark))
        yield from _bookmarks(document, mark)
        mark = raw.FPDFBookmark_GetNextSibling(document, mark)


def _string(call: Callable[..., int], *of: Any) -> str:
    """A string that pdfium writes into a buffer, in UTF-16 with a zero at its end."""
    size = call(*of, None, 0)
    buffer = (c_ushort * (size // 2))()
    call(*of, buffer, size)
    return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace")
