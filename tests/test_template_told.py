"""Whether each line of the doctor's report leads to one thing in PowerPoint: boxes, names."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import templates
from pptx import Presentation
from tellings import assert_told
from templates import changed
from test_template_carried import cm, two_masters
from test_template_followed import LAYOUT, below, codes, examined, shape, without_titles
from test_template_places import opened
from test_template_worn import sampled

from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.template.called import added_name, box, short
from briefgen.template.doctor import diagnose
from briefgen.template.doctor_text import as_text
from briefgen.template.evidence import weighed
from briefgen.template.inked import ink_instead
from briefgen.template.model import Role
from briefgen.template.names import named


def test_boxes_that_say_the_same_are_told_by_their_place(tmp_path: Path) -> None:
    template = opened(templates.zipped(templates.files()), tmp_path)
    two = template.board("two")
    left, right = (box(two, each) for each in sorted(two.bodies, key=lambda one: one.rect.x))
    words = "“Click to edit Master text styles”"
    assert left.told("en") == f"{words} (the left one of the two)"
    assert right.told("zh").endswith("（两个里右边那个）")
    upper, lower = two.bodies
    lower = replace(lower, rect=replace(upper.rect, y=upper.rect.bottom + 1))
    above = replace(two, holders=(upper, lower))
    assert "the lower one" in box(above, lower).told("en")
    third = replace(lower, rect=replace(lower.rect, y=lower.rect.bottom + 1))
    three = replace(two, holders=(upper, lower, third))
    assert "no. 3 from the top of the 3" in box(three, third).told("en")
    assert box(above, replace(upper, prompt="Add points here")).told("en") == "“Add points here”"
    silent = box(above, replace(upper, prompt=" \n"))
    assert "Selection Pane shows that name" in silent.told("en")


def test_a_name_that_is_taken_gets_a_letter_and_a_reason(tmp_path: Path) -> None:
    template = opened(templates.zipped(templates.files()), tmp_path)
    assert added_name(template, "closing").told("en") == "“Closing”"
    told = added_name(template, "picture").told("en")
    assert told == ("“Picture with Caption B” (a layout is called “Picture with Caption” already)")


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("章节封面", {"section"}),
        ("Chapter cover", {"section"}),
        ("封面页", {"cover"}),
        ("2_Divider", {"section"}),
    ],
)
def test_the_cover_of_a_chapter_begins_a_section(name: str, roles: set[Role]) -> None:
    assert set(named(name)) == roles


def test_a_box_on_which_several_things_stand_is_told_once(tmp_path: Path) -> None:
    marks = {"Seal": (7_900_000, 1_600_000, 700_000, 500_000)}
    marks["Stamp"] = (457_200, 5_600_000, 900_000, 500_000)
    shapes = [shape(*each, name=name) for name, each in marks.items()]
    data = changed(LAYOUT.format(2), lambda text: below(text, *shapes))
    told = assert_told("template-in-the-way", examined(data, tmp_path).problems)
    assert told.message.startswith("“Seal”, “Stamp” stand on")
    (place,) = cm(told.hint)
    for x, y, w, h in marks.values():
        across = place["x"] < x + w and x < place["x"] + place["w"]
        assert not (across and place["y"] < y + h and y < place["y"] + place["h"])


@pytest.mark.slow
def test_where_samples_carry_the_look_nothing_has_to_be_added(tmp_path: Path) -> None:
    report = examined(sampled(), tmp_path)
    told = [each for each in report.problems if each.code == "template-worn"]
    assert len(told) == 1
    assert not codes(report) & {"template-role-missing", "template-master-untitled"}
    # A copy of a layout that PowerPoint does not show would be none.
    hints = [each.hint for each in report.problems]
    assert not [each for each in hints if "Duplicate Layout" in each and "sample slide" in each]
    added = next(each for each in hints if "Insert Layout" in each)
    assert added.index("View → Normal; on slide") < added.index("click the new layout")


@pytest.mark.slow
def test_the_table_says_what_serves_even_where_nothing_is_meant_for_it(tmp_path: Path) -> None:
    parts = templates.files()
    for name in map(LAYOUT.format, range(1, 12)):
        parts[name] = without_titles(parts[name].decode()).encode()
    report = examined(templates.zipped(parts), tmp_path)
    lines = as_text(report, "en").splitlines()
    table = lines[lines.index("Which layout serves as what (or else):") + 1 :]
    rows = [each.split("  ")[1].strip() for each in table[: table.index("")]]
    assert [each for each in rows if each]
    assert len(rows) >= 9


def test_a_colour_is_told_where_the_own_one_would_not_read(tmp_path: Path) -> None:
    template = opened(templates.zipped(templates.files()), tmp_path)
    board = template.board("title-only")
    assert board.title
    white = ink_instead(template, board, replace(board.title, colour="FFFFFF"))
    assert white is not None
    assert "theme colour" in white.told("en")
    assert ink_instead(template, board, replace(board.title, colour="202020")) is None
    assert ink_instead(template, board, replace(board.title, colour="")) is None


def test_a_layout_of_most_slides_does_not_close(tmp_path: Path) -> None:
    def closing(last: int) -> bool:
        made = Presentation(str(templates.DEFAULT))
        for number in (5, 5, 5, 5, 5, last):
            made.slides.add_slide(made.slide_layouts[number])
        data = BytesIO()
        made.save(data)
        template = opened(data.getvalue(), tmp_path)
        found = weighed(template.held, "closing")
        return any(
            board.used and 6 in board.used for board in (template.held.boards[n] for n in found)
        )

    assert closing(2)
    assert not closing(5)


@pytest.mark.slow
def test_layouts_of_several_masters_are_told_by_the_names_of_those(tmp_path: Path) -> None:
    template = opened(two_masters(), tmp_path)
    alike = [each for each in template.held.boards if each.name == "Blank"]
    names = [each.name for each in template.held.masters]
    assert len(alike) == 2
    assert len(set(names)) == 2
    for board in alike:
        assert names[board.master] in short(template, board).told("en")


@pytest.mark.slow
def test_a_master_without_layouts_for_content_is_not_chosen(tmp_path: Path) -> None:
    data = two_masters()
    made = Presentation(BytesIO(data))
    keep = made.slide_masters[0]
    for layout in list(keep.slide_layouts):
        if layout.name not in ("Title Slide", "Section Header"):
            keep.slide_layouts.remove(layout)
    for _ in range(6):
        made.slides.add_slide(keep.slide_layouts[0])
    out = BytesIO()
    made.save(out)
    template = opened(out.getvalue(), tmp_path)
    assert template.cast.master == 1
    # The house's cover and sections stay those that its slides show.
    held, found = template.held, template.cast.found
    assert held.boards[found["cover"].board].master == 0
    report = diagnose(template, Problems())
    assert_told("template-masters", report.problems)
