"""What a reader copies and finds: the PDFs of the reference say what their pages show.

White space aside, every paragraph, cell and label of a page comes out of its PDF as the same
characters, whoever reads it; the words are found by searching for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from string import ascii_letters, digits

import pypdfium2
import pytest
from composing import sound
from faces import make_face
from pdf_scenes import scene as scene_of
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pypdf import PdfReader

from briefgen.geometry import Rect, mm, pt
from briefgen.render.pdf import render
from briefgen.scene.items import Chart, Group, Item, Page, Table, TextBox
from briefgen.scene.names import called
from briefgen.scene.scene import Scene
from briefgen.typography.fonts import Faces, FontFile, Fonts, load_fonts
from briefgen.typography.paragraph import place, set_text
from briefgen.typography.text import Line, Paragraph, Run, Style

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
# Characters that look like hanzi and are none: a search for the hanzi does not find them
# (CJK Radicals Supplement, Kangxi Radicals, CJK Compatibility Ideographs).
LOOKALIKES = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")


def by_pypdf(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def by_pdfium(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def by_pdfminer(pdf: bytes) -> list[str]:
    # Without layout analysis, which would put the page's boxes into an order of its own.
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    pages = []
    for page in PDFPage.get_pages(BytesIO(pdf)):
        interpreter.process_page(page)
        found = device.get_result()
        pages.append("".join(item.get_text() for item in found if isinstance(item, LTChar)))
    return pages


READERS = (by_pypdf, by_pdfium, by_pdfminer)


@cache
def reference(form: str) -> tuple[Scene, bytes]:
    made = sound(REFERENCE, form)
    return made, render(made)


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def said(items: tuple[Item, ...]) -> Iterator[str]:
    """The paragraphs of every text box, table cell and chart label, white space aside."""
    for item in items:
        if isinstance(item, TextBox):
            yield from (solid(paragraph.text) for paragraph in item.paragraphs)
        elif isinstance(item, Table):
            cells = [cell for row in item.cells for cell in row]
            yield from (solid(p.text) for cell in cells for p in cell.paragraphs)
        elif isinstance(item, Group):
            yield from said(item.items)
        elif isinstance(item, Chart):
            yield from said(item.drawn)


@pytest.mark.slow
@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("form", ["brief", "handout"])
def test_every_text_comes_out_as_it_was_set(form: str, read: Callable[[bytes], list[str]]) -> None:
    made, pdf = reference(form)
    pages = read(pdf)
    assert len(pages) == len(made.pages)
    count = 0
    for page, extracted in zip(made.pages, pages, strict=True):
        text = solid(extracted)
        missing = [words for words in said(page.items) if words not in text]
        assert missing == [], f"{page.id}: {text}"
        assert LOOKALIKES.search(text) is None, page.id
        count += len(list(said(page.items)))
    assert count > 40


def found(pdf: bytes, words: str) -> int:
    """How often a reader's search finds the words."""
    count = 0
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            search = page.get_textpage().search(words, match_case=True)
            while search.get_next():
                count += 1
    return count


def shown(page: Page, words: str) -> int:
    return sum(text.count(words) for text in said(page.items))


@pytest.mark.slow
@pytest.mark.parametrize("words", ["广", "人", "行", "示", "一", "高", "3200亿元", "六个新广州"])
def test_a_search_finds_every_place(words: str) -> None:
    count = 0
    for form in ("brief", "handout"):
        made, pdf = reference(form)
        expected = sum(shown(page, words) for page in made.pages)
        assert found(pdf, words) == expected
        count += expected
    assert count > 0


ONE_FACE = "元素𬭎与𬬭在广州（𬬭、𬭎）的“一”次RMB 3 trillion实验，共3200亿元——含𬭎量5%。"
# 㐂 㚢 𠂇 𢦏 ☑ ✔ ⚙ are each in another face than the words around them.
FACES = "王㐂、李㚢（𠂇街𢦏）说：“☑办完✔了RMB 3 trillion”，⚙共3200亿元——含𬭎量5%。"


@pytest.mark.slow
@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", [ONE_FACE, FACES])
def test_rare_characters_come_out_as_themselves(
    text: str, bold: bool, read: Callable[[bytes], list[str]]
) -> None:
    """𬭎 𬬭 𠂇 𢦏 lie beyond the Basic Multilingual Plane; the 8105 standard hanzi have such."""
    pdf = justified(text, load_fonts(), bold)
    assert solid("".join(read(pdf))) == solid(text)
    # (PDFium's search knows no character beyond the Basic Multilingual Plane.)
    searched = {char for char in text if char <= "\uffff"} - {" "}
    assert {char: found(pdf, char) for char in searched} == {c: text.count(c) for c in searched}


@pytest.mark.parametrize("read", READERS)
def test_two_scripts_in_two_faces_come_out_in_order(
    read: Callable[[bytes], list[str]], tmp_path: Path
) -> None:
    latin = dict.fromkeys(ascii_letters + digits + " %.", 620) | {" ": 280, "%": 900}
    file = FontFile(make_face(tmp_path / "Latin.ttf", latin), bold=False)
    fonts = load_fonts(Faces(latin=(file,)))
    assert solid("".join(read(justified(FACES, fonts)))) == solid(FACES)


def justified(text: str, fonts: Fonts, bold: bool = False) -> bytes:
    """A PDF of the text in a narrow column."""
    paragraph = Paragraph((Run(text, Style(pt(10.5), bold)),), pt(16), "justify")
    rect = Rect(mm(20), mm(20), mm(48), mm(60))
    made = set_text([paragraph], rect.w, fonts, medium="print")
    lines: tuple[Line, ...] = place(made, rect, (0, 0, 0, 0), "top")
    assert len(lines) > 2
    return render(
        scene_of(TextBox(name=called("文字"), rect=rect, paragraphs=(paragraph,), lines=lines))
    )
