"""Whether the doctor tells the look that stands on sample slides alone, and what goes with it: a
title clear of the logo, masters changed in the lock, boxes that do not overlap, what follows."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
import templates
from pptx import Presentation
from tellings import assert_told
from templates import changed
from test_template_followed import (
    EMU,
    LAYOUT,
    below,
    codes,
    examined,
    shape,
    with_cover_picture,
    without_titles,
)

from briefgen.problems import Problems
from briefgen.template.doctor_text import as_text
from briefgen.template.read import open_template

LOOK = (
    shape(0, 0, 9_144_000, 6_858_000, "0B2A5B", "Deep ground"),
    shape(500_000, 500_000, 1_800_000, 500_000, "FFFFFF", "Logo plate"),
)


def drawn_on_slides(*, others: int = 0) -> dict[str, bytes]:
    """A deck whose look stands on its three slides, and not on `others` more."""
    deck = Presentation(str(templates.DEFAULT))
    for _ in range(3 + others):
        deck.slides.add_slide(deck.slide_layouts[6])
    made = BytesIO()
    deck.save(made)
    parts = templates.files_of(made.getvalue())
    for number in range(1, 4):
        name = f"ppt/slides/slide{number}.xml"
        tree = f"{''.join(LOOK)}</p:spTree>"
        parts[name] = parts[name].decode().replace("</p:spTree>", tree).encode()
    return parts


def pasted(parts: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {**parts, name: below(parts[name].decode(), *LOOK).encode()}


@pytest.mark.slow
def test_a_look_that_slides_alone_have_is_the_first_line_until_it_is_on_the_master(
    tmp_path: Path,
) -> None:
    parts = drawn_on_slides()
    report = examined(templates.zipped(parts), tmp_path)
    assert report.verdict == "changes"
    told = assert_told("template-look", report.problems)
    assert "click “Deep ground”, “Logo plate” (hold Ctrl)" in told.hint
    assert "click the master “Office Theme” on the left" in told.hint
    assert "保持选中" in told.advice("zh")
    line = next(each for each in as_text(report, "en").splitlines() if each.startswith("  1. "))
    assert "stand on sample slides alone" in line
    # Another mend, or a layout of its own that has the look, does not make it go away.
    for name in (LAYOUT.format(7), LAYOUT.format(6)):
        again = examined(templates.zipped(pasted(parts, name)), tmp_path)
        assert "template-look" in codes(again)
    done = examined(templates.zipped(pasted(parts, templates.MASTER)), tmp_path)
    assert "template-look" not in codes(done)
    # Where one layout alone lacks it, it is for that: on the master others would have it twice.
    most = parts
    for number in range(2, 12):
        most = pasted(most, LAYOUT.format(number))
    told = assert_told("template-look", examined(templates.zipped(most), tmp_path).problems)
    assert "click “Title Slide” on the left" in told.hint
    # The layout for blank slides, which are rare, may stay white where all else has the look.
    for number in (*range(1, 7), *range(8, 12)):
        parts = pasted(parts, LAYOUT.format(number))
    assert "template-look" not in codes(examined(templates.zipped(parts), tmp_path))


def test_what_few_slides_show_is_their_own(tmp_path: Path) -> None:
    report = examined(templates.zipped(drawn_on_slides(others=4)), tmp_path)
    assert "template-look" not in codes(report)


def cm(text: str) -> list[dict[str, float]]:
    """The places that a hint tells, in EMU."""
    found = re.findall(
        r"height ([\d.]+) cm, width ([\d.]+) cm; Position: horizontal ([\d.]+) cm, "
        r"vertical ([\d.]+) cm",
        text,
    )
    names = ("h", "w", "x", "y")
    return [dict(zip(names, (float(one) * EMU for one in each), strict=True)) for each in found]


@pytest.mark.slow
def test_a_title_on_a_logo_is_told_a_place_once_on_the_master_where_it_is_clear(
    tmp_path: Path,
) -> None:
    logo = shape(500_000, 500_000, 2_400_000, 600_000, "C00000", "Logo")
    report = examined(changed(templates.MASTER, lambda text: below(text, logo)), tmp_path)
    told = assert_told("template-title-hidden", report.problems)
    assert "its layouts follow" in told.hint
    (place,) = cm(told.hint)

    def moved(text: str) -> str:
        at = (
            f'<a:off x="{place["x"]:.0f}" y="{place["y"]:.0f}"/>'
            f'<a:ext cx="{place["w"]:.0f}" cy="{place["h"]:.0f}"/>'
        )
        found = r'(<p:ph type="title".*?)<a:off [^>]*/>\s*<a:ext [^>]*/>'
        return below(re.sub(found, rf"\g<1>{at}", text, count=1, flags=re.S), logo)

    after = examined(changed(templates.MASTER, moved), tmp_path)
    assert "template-title-hidden" not in codes(after)


@pytest.mark.slow
def test_a_master_without_a_title_is_told_number_and_place_with_the_tick(tmp_path: Path) -> None:
    parts = drawn_on_slides()
    for name in (templates.MASTER, *map(LAYOUT.format, range(1, 12))):
        text = without_titles(parts[name].decode())
        text = re.sub(r"<p:sp>(?:(?!</p:sp>).)*?type=\"sldNum\".*?</p:sp>", "", text, flags=re.S)
        parts[name] = text.encode()
    parts = pasted(parts, templates.MASTER)
    told = assert_told(
        "template-master-untitled", examined(templates.zipped(parts), tmp_path).problems
    )
    assert "tick Title and Slide number" in told.hint
    (place,) = cm(told.hint)
    assert place["y"] >= 1_000_000


def test_a_page_of_content_on_the_covers_layout_is_no_cover(tmp_path: Path) -> None:
    deck = Presentation(BytesIO(with_cover_picture()))
    deck.slides.add_slide(deck.slide_layouts[1])
    order = deck.slides._sldIdLst
    order.append(order[0])
    for _ in range(2):
        deck.slides.add_slide(deck.slide_layouts[1])
    made = BytesIO()
    deck.save(made)
    assert "template-sample-art" not in codes(examined(made.getvalue(), tmp_path))


def two_masters() -> bytes:
    """The template of python-pptx, and its master with all layouts once more as “Second”."""
    parts = templates.files()
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    types = parts[templates.TYPES].decode()
    for number in range(1, 12):
        name, new = LAYOUT.format(number), LAYOUT.format(number + 20)
        parts[new] = parts[name]
        old = f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"
        parts[old.replace(f"t{number}.", f"t{number + 20}.")] = parts[old].replace(
            b"slideMaster1", b"slideMaster2"
        )
        kind = re.search(rf'<Override [^>]*/{name}"[^>]*/>|<Override [^>]*{name}[^>]*/>', types)
        assert kind
        types = types.replace(kind[0], kind[0] + kind[0].replace(f"t{number}.", f"t{number + 20}."))
    master = parts[templates.MASTER].decode()
    ids = iter(range(2_147_484_000, 2_147_484_100))
    parts["ppt/slideMasters/slideMaster2.xml"] = re.sub(
        r'(<p:sldLayoutId )id="\d+"', lambda found: f'{found[1]}id="{next(ids)}"', master
    ).encode()
    parts["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = re.sub(
        rb"slideLayout(\d+)\.xml",
        lambda found: f"slideLayout{int(found[1]) + 20}.xml".encode(),
        parts[rels].replace(b"theme1.xml", b"theme9.xml"),
    )
    parts["ppt/theme/theme9.xml"] = parts["ppt/theme/theme1.xml"].replace(
        b'name="Office Theme"', b'name="Second"', 1
    )
    for old, new in (("slideMaster1", "slideMaster2"), ("theme1", "theme9")):
        kind = re.search(rf"<Override [^>]*{old}\.xml[^>]*/>", types)
        assert kind
        types = types.replace(kind[0], kind[0] + kind[0].replace(old, new))
    parts[templates.TYPES] = types.encode()
    main = parts[templates.PRESENTATION].decode()
    parts[templates.PRESENTATION] = main.replace(
        "</p:sldMasterIdLst>", '<p:sldMasterId id="2147484500" r:id="rId99"/></p:sldMasterIdLst>'
    ).encode()
    listed = "ppt/_rels/presentation.xml.rels"
    more = (
        f'<Relationship Id="rId99" Type="{templates.OFFICE}/slideMaster" '
        'Target="slideMasters/slideMaster2.xml"/></Relationships>'
    )
    parts[listed] = parts[listed].replace(b"</Relationships>", more.encode())
    return templates.zipped(parts)


@pytest.mark.slow
def test_a_master_changed_in_the_lock_brings_its_layouts_but_for_those_chosen_by_hand(
    tmp_path: Path,
) -> None:
    from test_template import ran

    path, lock = tmp_path / "house.pptx", tmp_path / "template.lock.yaml"
    path.write_bytes(two_masters())
    assert ran(str(path), "--lock").exit_code == 0
    text = lock.read_text()
    other = text.replace('master: "Office Theme"', 'master: "Second"')
    assert other != text

    def cast() -> dict[str, int]:
        template = open_template(path, Problems())
        assert template
        return {
            role: template.held.boards[found.board].master
            for role, found in template.cast.found.items()
        }

    assert set(cast().values()) == {0}
    lock.write_text(other)
    assert set(cast().values()) == {1}
    lock.write_text(other.replace('section: "Section Header"', 'section: "Title Only"'))
    assert {role for role, master in cast().items() if master == 0} == {"section"}
    # Written again, it stays so.
    assert ran(str(path), "--lock").exit_code == 0
    assert {role for role, master in cast().items() if master == 0} == {"section"}


@pytest.mark.slow
def test_the_colour_of_the_ground_is_none_for_marks_and_accents_told_read_once_changed(
    tmp_path: Path,
) -> None:
    ground = (
        '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="516482"/></a:solidFill><a:effectLst/>'
        "</p:bgPr></p:bg>"
    )
    parts = templates.files()
    text = re.sub(r"<p:bg>.*?</p:bg>", ground, parts[templates.MASTER].decode(), flags=re.S)
    parts[templates.MASTER] = text.encode()
    report = examined(templates.zipped(parts), tmp_path)
    assert "template-colour" not in codes(report)
    told = assert_told("template-accent", report.problems)
    assert "#4F81BD" in told.message
    assert "too dark" in told.message
    theme = parts["ppt/theme/theme1.xml"].decode()
    for number, colour in re.findall(r"Accent (\d) Hex ([0-9A-F]{6})", told.hint):
        assert re.search(rf"Accent {number} Hex {colour} \(older versions: Red \d", told.hint)
        theme = re.sub(
            rf"<a:accent{number}>.*?</a:accent{number}>",
            f'<a:accent{number}><a:srgbClr val="{colour}"/></a:accent{number}>',
            theme,
            flags=re.S,
        )
    parts["ppt/theme/theme1.xml"] = theme.encode()
    assert "template-accent" not in codes(examined(templates.zipped(parts), tmp_path))


@pytest.mark.slow
def test_a_layout_that_shows_the_house_is_copied_for_a_new_one(tmp_path: Path) -> None:
    def without(number: int, *marks: str) -> str:
        parts = templates.files()
        name = LAYOUT.format(number)
        for each in (6, 7):
            text = parts[LAYOUT.format(each)].decode()
            parts[LAYOUT.format(each)] = re.sub(r' type="\w+" preserve', " preserve", text).encode()
        parts[name] = below(parts[name].decode(), *marks).encode()
        rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
        gone = re.search(rb"<Relationship [^>]*slideLayout3\.xml[^>]*/>", parts[rels])
        assert gone
        parts[rels] = parts[rels].replace(gone[0], b"")
        report = examined(templates.zipped(parts), tmp_path)
        return assert_told("template-role-missing", report.problems).hint

    bar = shape(0, 6_300_000, 9_144_000, 200_000)
    assert "Insert Layout" in without(2)
    hint = without(2, bar)
    assert "right-click “Title and Content” on the left → Duplicate Layout" in hint
    assert "click the edge of the title" in hint


def test_what_need_not_be_done_is_not_counted(tmp_path: Path) -> None:
    logo = shape(6_000_000, 3_600_000, 2_700_000, 2_700_000, "C00000", "Seal")
    report = examined(changed(templates.MASTER, lambda text: below(text, logo)), tmp_path)
    told = [each for each in report.problems if each.code == "template-room-drawing"]
    assert all(each.severity == "note" for each in told)
    text = as_text(report, "zh")
    changes = [each for each in report.problems if each.severity != "note"]
    if changes:
        assert f"改 {len(changes)} 处" in text
    assert not re.search(r"#\d+ |深浅变体|得分|按 lock 文件", text)
