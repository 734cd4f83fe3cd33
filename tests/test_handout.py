"""The deck on paper: its slides alone, several on a sheet, and with the speaker's notes."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from composing import composed, sound
from outlines import DECK, OUTLINE, TOPICS, project
from pypdf import PdfReader

from briefgen.brief.model import words
from briefgen.build import BASE, Loaded, Request, load
from briefgen.geometry import Rect, mm, pt
from briefgen.problems import Problem
from briefgen.record import replace
from briefgen.render.pdf import render
from briefgen.scene.items import Group, Rule, TextBox
from briefgen.scene.names import Name
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
STYLES = {"2": 2, "3": 3, "4": 4, "6": 6}


@cache
def reference() -> Loaded:
    return load(Request(REFERENCE, (BASE,)))


@cache
def handed_out(style: str, long_notes: int = 0) -> tuple[Scene, list[Problem]]:
    brief, theme = reference().briefs[BASE], reference().themes[BASE]
    if long_notes:
        text = words("这一段讲稿很长，要接着写到下一张纸上。" * long_notes)
        deck = tuple(replace(slide, notes=text) if slide.notes else slide for slide in brief.deck)
        brief = replace(brief, deck=deck)
    brief = replace(brief, page=replace(brief.page, handout=style))  # type: ignore[arg-type]
    return composed(brief, "handout", theme)


@cache
def printed(style: str) -> PdfReader:
    return PdfReader(BytesIO(render(handed_out(style)[0])))


def slides() -> list[str]:
    return [page.id for page in handed_out("slides")[0].pages if not page.hidden]


def handed(style: str) -> list[str]:
    """The slides that a handout has: six on a sheet do without cover, sections and closing."""
    kinds = {page.id: page.kind for page in handed_out("slides")[0].pages}
    left_out = {"cover", "section", "closing"} if style == "6" else set()
    return [id for id in slides() if kinds[id] not in left_out]


def groups(scene: Scene) -> list[list[Group]]:
    """The slides upon each sheet."""
    return [
        [item for item in page.items if isinstance(item, Group) and item.anchor]
        for page in scene.pages
    ]


def frame(group: Group) -> Rect:
    return group.items[0].rect  # type: ignore[union-attr]


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_every_slide_once_in_order_and_apart(style: str) -> None:
    scene, problems = handed_out(style)
    assert not [p for p in problems if p.severity == "error"]
    found = groups(scene)
    assert [group.anchor for sheet in found for group in sheet] == handed(style)
    assert {len(sheet) for sheet in found[:-1]} == {STYLES[style]}
    paper = Rect(0, 0, scene.width, scene.height).inset(mm(10), mm(10), mm(10), mm(10))
    for page, sheet in zip(scene.pages, found, strict=True):
        areas = [frame(group) for group in sheet]
        for area in areas:
            assert area.x >= paper.x
            assert area.y >= paper.y
            assert area.right <= paper.right
            assert area.bottom <= paper.bottom
            assert abs(area.w * 9 - area.h * 16) <= pt(2) * 16
        for a, b in combinations(areas, 2):
            apart = max(a.x, b.x) >= min(a.right, b.right) or max(a.y, b.y) >= min(
                a.bottom, b.bottom
            )
            assert apart
        ruled = [i for i in page.items if isinstance(i, Rule) and i.name == Name("ruled-line")]
        assert bool(ruled) == (style in ("3", "6"))
        for line in ruled:
            assert line.x2 <= paper.right
            assert not any(
                line.x1 < area.right and line.x2 > area.x and area.y < line.y1 < area.bottom
                for area in areas
            )
        if style == "6":
            assert len(ruled) == 5 * len(areas)  # as many below each slide, to write on
            assert {b.y1 - a.y1 for a, b in pairwise(ruled[:5])} == {pt(18)}


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_a_sheet_says_at_its_head_what_the_deck_is_called_and_which_section_it_shows(
    style: str,
) -> None:
    scene, _ = handed_out(style)
    sections = {id: section.title for section in scene.sections for id in section.pages}
    for page, sheet in zip(scene.pages, groups(scene), strict=True):
        told = [
            "".join(line.text for line in item.lines)
            for item in page.items
            if isinstance(item, TextBox) and item.rect.y == mm(10)
        ]
        names = dict.fromkeys(sections[group.anchor] for group in sheet)
        assert told == [str(reference().briefs[BASE].title), "　".join(names)]


def test_cover_and_sections_are_handed_out_where_they_are_asked_for() -> None:
    brief, theme = reference().briefs[BASE], reference().themes[BASE]
    page = replace(brief.page, handout="6", handout_sections=True)
    scene, _ = composed(replace(brief, page=page), "handout", theme)
    assert [group.anchor for sheet in groups(scene) for group in sheet] == slides()


def test_a_slide_above_its_notes_has_the_width_and_the_upper_edge_of_its_sheet() -> None:
    scene, _ = handed_out("notes")
    found = groups(scene)
    assert [group.anchor for sheet in found for group in sheet] == slides()
    alone = [frame(sheet[0]) for sheet in found if len(sheet) == 1]
    assert len(alone) > 5
    for area in alone:
        assert abs(scene.width - area.right - area.x) <= pt(1)
        assert area.y == mm(10)


def test_two_slides_with_little_to_say_share_a_sheet_of_notes() -> None:
    scene, _ = handed_out("notes")
    shared = [
        (page, sheet)
        for page, sheet in zip(scene.pages, groups(scene), strict=True)
        if len(sheet) > 1
    ]
    assert shared
    for page, sheet in shared:
        assert len(sheet) == 2
        upper, lower = map(frame, sheet)
        assert upper.bottom < lower.y
        notes = [i for i in page.items if isinstance(i, TextBox) and i.name.kind == "notes"]
        for box in notes:
            assert min(box.rect.x, *(line.x for line in box.lines)) > upper.right


def test_sources_stand_in_a_ruled_box_smaller_than_the_speech() -> None:
    scene, _ = handed_out("notes")
    boxes = [i for page in scene.pages for i in page.items if isinstance(i, TextBox)]
    sources = [box for box in boxes if box.name.kind == "sources"]
    speech = [box for box in boxes if box.name.kind == "notes"]
    assert len(sources) > 10
    for box in sources:
        assert box.stroke
        assert "".join(line.text for line in box.lines).startswith("【数据出处】")
        assert {run.style.size for p in box.paragraphs for run in p.runs} == {pt(9)}
        assert all(box.rect.y < line.baseline < box.rect.bottom for line in box.lines)
    said = {run.style.size for box in speech for p in box.paragraphs for run in p.runs}
    assert said <= {pt(12), pt(11)}
    assert not any("【数据出处】" in line.text for box in speech for line in box.lines)


def test_a_sheet_is_ruled_where_there_is_room_to_write() -> None:
    scene, _ = handed_out("notes")
    for page in scene.pages:
        ruled = [i.y1 for i in page.items if isinstance(i, Rule) and i.name == Name("ruled-line")]
        assert not ruled or max(ruled) - min(ruled) >= mm(30)


@pytest.mark.parametrize("style", [*STYLES, "notes"])
def test_what_is_on_a_slide_stays_in_its_frame(style: str) -> None:
    scene, _ = handed_out(style)
    full = handed_out("slides")[0]
    for sheet in groups(scene):
        for group in sheet:
            area = frame(group)
            boxes = [item for item in walk(group.items) if isinstance(item, TextBox)]
            assert boxes
            for box in boxes:
                for line in box.lines:
                    assert line.x >= area.x
                    assert line.baseline <= area.bottom
                    assert line.x + line.width <= area.right + pt(1)
            slide = next(page for page in full.pages if page.id == group.anchor)
            said = [x.text for i in walk(slide.items) if isinstance(i, TextBox) for x in i.lines]
            assert [line.text for box in boxes for line in box.lines] == said


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """The bookmarks: their level, their title, and the page they lead to."""

    def walk_through(entries: Any, level: int) -> list[tuple[int, str, int]]:
        found: list[tuple[int, str, int]] = []
        for entry in entries:
            if isinstance(entry, list):
                found += walk_through(entry, level + 1)
            else:
                number = reader.get_destination_page_number(entry)
                assert number is not None
                found.append((level, str(entry.title), number))
        return found

    return walk_through(reader.outline, 0)


@pytest.mark.parametrize("style", ["slides", *STYLES, "notes"])
@pytest.mark.slow
def test_bookmarks_by_section_lead_to_the_slides(style: str) -> None:
    scene, _ = handed_out(style)
    marks = outline(printed(style))
    shown = handed(style)
    titles = {page.id: page.title or page.id for page in handed_out("slides")[0].pages}
    on = {
        group.anchor: number for number, sheet in enumerate(groups(scene)) for group in sheet
    } or {id: number for number, id in enumerate(slides())}
    assert [(title, page) for level, title, page in marks if level == 1] == [
        (titles[id], on[id]) for id in shown
    ]
    sections = [section.title for section in scene.sections]
    assert len(sections) > 2
    assert [title for level, title, _ in marks if level == 0] == sections


@pytest.mark.slow
@pytest.mark.parametrize("style", ["slides", "4", "notes"])
def test_links_between_slides_work(style: str) -> None:
    reader = printed(style)
    pages = {page.indirect_reference for page in reader.pages}
    targets = []
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get_object()["/A"]
            if action["/S"] == "/GoTo":
                targets.append(action["/D"][0])
    assert len(targets) >= 3
    assert {getattr(target, "indirect_reference", target) for target in targets} <= pages


@pytest.mark.slow
def test_notes_stand_below_their_slide_and_go_on() -> None:
    scene, problems = handed_out("notes", 60)
    assert not [p for p in problems if p.severity == "error"]
    assert len(scene.pages) >= len(slides())
    words_seen = 0
    for page, sheet in zip(scene.pages, groups(scene), strict=True):
        kinds = ("notes", "sources")
        notes = [i for i in page.items if isinstance(i, TextBox) and i.name.kind in kinds]
        for box in notes:
            words_seen += sum(len(line.text) for line in box.lines)
            for line in box.lines:
                assert line.baseline < scene.height - mm(10)
                assert len(sheet) != 1 or line.baseline > frame(sheet[0]).bottom
    full = handed_out("slides", 60)[0]
    spoken = sum(len(note) for page in full.pages if not page.hidden for note in page.notes)
    assert words_seen == spoken


@pytest.mark.slow
def test_sheets_on_which_notes_go_on_say_of_which_slide() -> None:
    scene, _ = handed_out("notes", 60)
    full = handed_out("slides", 60)[0]
    titles = {page.id: page.title or page.id for page in full.pages}
    last, found = "", 0
    for page, sheet in zip(scene.pages, groups(scene), strict=True):
        if sheet:
            last = titles[sheet[0].anchor]
            continue
        head = next(item for item in page.items if isinstance(item, TextBox))
        assert "".join(line.text for line in head.lines) == f"{last}（续）"
        assert {run.style.size for run in head.paragraphs[0].runs} == {pt(10)}
        found += 1
    assert found


def test_hidden_slides_are_not_handed_out() -> None:
    brief, theme = reference().briefs[BASE], reference().themes[BASE]
    deck = (replace(brief.deck[0], hidden=True), *brief.deck[1:])
    brief = replace(brief, deck=deck, page=replace(brief.page, handout="4"))
    scene, _ = composed(brief, "handout", theme)
    anchors = [group.anchor for sheet in groups(scene) for group in sheet]
    assert brief.deck[0].id not in anchors
    assert anchors[0] == brief.deck[1].id


def test_slides_that_all_fit_one_sheet_are_led_to_as_well(tmp_path: Path) -> None:
    written = OUTLINE + TOPICS + DECK + "page: {handout: '6'}\n"
    reader = PdfReader(BytesIO(render(sound(project(tmp_path, written), "handout"))))
    assert len(reader.pages) == 1
    assert "创新成轴" in [title for _, title, _ in outline(reader)]
