"""A slide has few sizes of type, and none that is hard to read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from composing import composed

from briefgen.build import BASE, Request, load
from briefgen.geometry import pt
from briefgen.scene.items import Chart, Group, Item, Page, Table, TextBox
from briefgen.scene.layouts import KEY_INDEX, NOTE_INDEX, TRACK_INDEX
from briefgen.scene.scene import Scene
from briefgen.typography.text import Paragraph

ROOT = Path(__file__).resolve().parents[1]
REFERENCE, GALLERY = ROOT / "content/outline.yaml", ROOT / "assets/gallery/outline.yaml"
AUDIENCES = ("base", "cadre", "citizen", "enterprise", "investor", "overseas")
# So many sizes on a slide at the most; none of its text is smaller, but for a table of many rows.
MOST, LEAST, MANY = 4, pt(16), 8
# What tells where something is from, and signs of a status, are no text to be read.
FURNITURE = ("footer", "date", "number", "picture")
SOURCES = ("credit", "note", "pages", "minutes")
SIGNS = frozenset("●○△◇ 　")


@cache
def scene(outline: Path, audience: str) -> Scene:
    loaded = load(Request(outline, (audience,)))
    made, problems = composed(loaded.briefs[audience], "deck", loaded.themes[audience])
    assert not any(each.severity == "error" for each in problems)
    return made


def shown(items: tuple[Item, ...]) -> Iterator[Paragraph]:
    """What is to be read of a slide, but for long tables."""
    for item in items:
        match item:
            case Group():
                yield from shown(item.items)
            case Chart():
                yield from shown(item.drawn)
            case Table() if len(item.cells) <= MANY + 1:
                for row in item.cells:
                    for cell in row:
                        yield from cell.paragraphs
            case TextBox():
                slot = item.slot
                furniture = slot is not None and (
                    slot.role in FURNITURE or slot.index in (KEY_INDEX, NOTE_INDEX, TRACK_INDEX)
                )
                if not furniture and item.name.kind not in SOURCES:
                    # Below what a picture shows stands whose it is.
                    own = item.name.kind == "caption"
                    yield from item.paragraphs[: 1 if own else None]


def sizes(page: Page) -> dict[int, str]:
    """The sizes of a slide (EMU), each with a piece of text; what stands beside the larger digits
    of a numeral is a part of that."""
    found: dict[int, str] = {}
    for paragraph in shown(page.items):
        largest = max((run.style.size for run in paragraph.runs), default=0)
        figures = {run.figure for run in paragraph.runs if run.style.size == largest}
        for run in paragraph.runs:
            beside = run.style.size < largest and run.figure and run.figure in figures
            if not beside and set(run.text) - SIGNS:
                found.setdefault(run.style.size, run.text)
    return found


def few(page: Page) -> bool:
    found = sizes(page)
    return len(found) <= MOST and (page.kind == "sources" or min(found) >= LEAST)


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_slide_of_the_reference_has_few_sizes_and_none_is_small(audience: str) -> None:
    pages = scene(REFERENCE, audience).pages
    assert not [(page.id, sizes(page)) for page in pages if not few(page)]


@pytest.mark.slow
def test_so_has_each_kind_in_the_gallery() -> None:
    pages = scene(GALLERY, BASE).pages
    assert not [(page.id, sizes(page)) for page in pages if not few(page)]
