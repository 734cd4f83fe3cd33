"""Where text of a template stands in decks: where it reads, in the house's colours and sizes."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import templates
from outlines import OUTLINE, TOPICS, project
from pptx import Presentation
from pptx.dml.color import RGBColor
from tellings import assert_told
from templates import A, P

from briefgen.build import Request, build
from briefgen.problems import Problems
from briefgen.template.added import drawn
from briefgen.template.doctor import diagnose
from briefgen.template.mended import mended
from briefgen.template.model import Board, Holder
from briefgen.template.raster import least
from briefgen.template.read import Template, open_template
from briefgen.template.tokens import MARK, palette

LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"
SAMPLE = """
deck:
  - {kind: cover}
  - {kind: section, title: 第一部分, lead: 一句话}
  - {kind: bullets, id: points, title: 三点, points: [先做第一件, 再做第二件, 后做第三件]}
"""
# Where the default template has its number.
NUMBER = (6_553_200, 6_356_350, 2_133_600, 365_125)


def opened(data: bytes, folder: Path) -> Template:
    path, problems = folder / "house.pptx", Problems()
    path.write_bytes(data)
    template = open_template(path, problems)
    assert template is not None, list(problems)
    return template


def deck(data: bytes, folder: Path, content: str = SAMPLE) -> Any:
    footed = OUTLINE.replace("  slug: demo\n", "  slug: demo\n  footer: 某单位\n")
    outline = project(folder, footed + TOPICS + content)
    path = folder / "house.pptx"
    path.write_bytes(data)
    return Presentation(build(Request(outline, ("base",), ("deck",), template=path)).written[0])


def block(x: int, y: int, w: int, h: int, colour: str = "C00000") -> str:
    return (
        f'<p:sp {P} {A}><p:nvSpPr><p:cNvPr id="90" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/>'
        "</a:solidFill></p:spPr></p:sp>"
    )


def on_master(*drawn: str) -> bytes:
    """The default template with shapes on its master, below its placeholders."""
    return templates.changed(
        templates.MASTER,
        lambda text: text.replace("</p:grpSpPr>", "</p:grpSpPr>" + "".join(drawn), 1),
    )


def holder(board: Board, kind: str) -> Holder | None:
    return next((each for each in board.holders if each.kind == kind), None)


def in_deck(template: Template, role: Any) -> Board:
    label = template.board(role).label
    return next(board for board in mended(template)[1] if board.label == label)


@pytest.mark.slow
def test_a_number_on_a_pattern_is_moved_to_a_free_place_beside_it(tmp_path: Path) -> None:
    x, y = 8_200_000, 6_200_000
    stripes = [block(x + n * 40_000, y, 20_000, 600_000, "202020") for n in range(10)]
    template = opened(on_master(*stripes), tmp_path)
    number = holder(in_deck(template, "title-only"), "number")
    assert number is not None
    # Its words, that is: what it keeps free at its sides may.
    assert number.rect.right - number.insets[2] <= x
    assert abs(number.rect.y - NUMBER[1]) < 300_000
    told = diagnose(template, Problems()).problems
    assert "Slide Master" in assert_told("template-foot-moved", told).hint
    slide = deck(on_master(*stripes), tmp_path / "deck").slides[2]
    own = next(each for each in slide.placeholders if each.placeholder_format.idx == 12)
    assert own.left == number.rect.x


@pytest.mark.slow
def test_what_is_turned_at_the_edge_is_left_out_and_told(tmp_path: Path) -> None:
    data = templates.changed(
        LAYOUT.format(1),
        lambda text: re.sub(
            r'(<p:ph type="ftr".*?<p:spPr)/>',
            r'\1><a:xfrm rot="5400000"><a:off x="6000000" y="3000000"/>'
            r'<a:ext cx="2895600" cy="365125"/></a:xfrm></p:spPr>',
            text,
            count=1,
            flags=re.S,
        ),
    )
    template = opened(data, tmp_path)
    assert holder(in_deck(template, "cover"), "footer") is None
    assert_told("template-foot-out", diagnose(template, Problems()).problems)


@pytest.mark.slow
def test_a_title_across_the_edge_of_a_band_stands_in_it(tmp_path: Path) -> None:
    template = opened(on_master(block(0, 0, 9_144_000, 900_000, "4B2E83")), tmp_path)
    title = holder(in_deck(template, "title-only"), "title")
    assert title is not None
    assert title.rect.bottom <= 930_000
    assert title.anchor == "middle"
    assert_told("template-title-banded", diagnose(template, Problems()).problems)


@pytest.mark.slow
def test_a_title_too_short_is_wider_and_a_number_that_juts_out_stands_on_the_slide(
    tmp_path: Path,
) -> None:
    data = templates.changed(
        templates.MASTER,
        lambda text: text.replace(
            '<a:off x="457200" y="274638"/><a:ext cx="8229600" cy="1143000"/>',
            '<a:off x="3072000" y="274638"/><a:ext cx="3000000" cy="600000"/>',
        ).replace('<a:off x="6553200" y="6356350"/>', '<a:off x="6553200" y="6550000"/>'),
    )
    template = opened(data, tmp_path)
    board = in_deck(template, "title-only")
    title, number = holder(board, "title"), holder(board, "number")
    assert title is not None
    assert number is not None
    # It is centred, and stays so.
    assert title.rect.w > 6_000_000
    assert abs(title.rect.x + title.rect.w // 2 - 4_572_000) < 10
    assert number.rect.bottom <= template.page[1]
    found = diagnose(template, Problems()).problems
    assert_told("template-title-short", found)
    told = assert_told("template-foot-moved", found)
    assert told.message.startswith("slide number: beyond the edge of the slide")
    # One that is merely too narrow for three digits is widened, and nothing is said of it.
    narrow = templates.changed(
        templates.MASTER,
        lambda text: text.replace(
            '<a:ext cx="2133600" cy="365125"/>', '<a:ext cx="213360" cy="365125"/>'
        ),
    )
    template = opened(narrow, tmp_path)
    number = holder(in_deck(template, "title-only"), "number")
    assert number is not None
    assert number.rect.w > 213_360
    assert "template-foot-moved" not in {
        each.code for each in diagnose(template, Problems()).problems
    }


@pytest.mark.slow
def test_a_title_on_one_ground_stays_where_it_is(tmp_path: Path) -> None:
    template = opened(templates.DEFAULT.read_bytes(), tmp_path)
    assert mended(template)[1] == template.held.boards


@pytest.mark.slow
def test_grey_subtitles_of_a_template_stay_grey(tmp_path: Path) -> None:
    slide = deck(templates.DEFAULT.read_bytes(), tmp_path).slides[1]
    lead = next(
        each
        for each in slide.placeholders
        if each.has_text_frame and "一句话" in each.text_frame.text
    )
    assert not list(lead._element.iter("{*}solidFill"))


def titled_on(band: str, colour: str) -> bytes:
    """The default template with a band behind its titles, which have a colour and cast a shadow."""
    shadow = '<a:effectLst><a:outerShdw blurRad="50800"><a:srgbClr val="000000"/></a:outerShdw>'
    parts = templates.files()
    master = parts[templates.MASTER].decode()
    drawn = block(0, 0, 9_144_000, 1_500_000, band)
    master = master.replace("</p:grpSpPr>", "</p:grpSpPr>" + drawn, 1)
    at = master.index("</p:spPr>", master.index('<p:ph type="title"/>'))
    master = f"{master[:at]}{shadow}</a:effectLst>{master[at:]}"
    start = master.index("<p:titleStyle>")
    head, style = master[:start], master[start:]
    style = style.replace('<a:schemeClr val="tx1"/>', f'<a:schemeClr val="{colour}"/>', 1)
    return templates.zipped({**parts, templates.MASTER: (head + style).encode()})


@pytest.mark.slow
def test_titles_have_a_colour_of_the_theme_that_reads_on_their_ground(tmp_path: Path) -> None:
    # White stays where it reads, as large text has to.
    title = deck(titled_on("2E8B8B", "bg1"), tmp_path / "reads").slides[2].shapes.title
    assert not list(title._element.iter("{*}solidFill"))
    # Where it does not, titles are dark, and do not cast the shadow that white has.
    slide = deck(titled_on("1AC6BE", "bg1"), tmp_path / "dark").slides[2]
    assert {each.get("val") for each in slide.shapes.title._element.iter("{*}schemeClr")} == {"tx1"}
    seen = slide.slide_layout.placeholders[0]._element.find(".//{*}outerShdw/{*}srgbClr/{*}alpha")
    assert seen.get("val") == "0"
    template = opened(titled_on("1AC6BE", "bg1"), tmp_path)
    told = assert_told("template-faint", diagnose(template, Problems()).problems)
    assert told.hint.endswith("Shadow → No Shadow")
    # An accent stays the same, darker.
    slide = deck(titled_on("FFFFFF", "accent3"), tmp_path / "accent").slides[2]
    assert not list(slide.shapes.title._element.iter("{*}solidFill"))
    own = slide.slide_layout.placeholders[0]._element.find(".//{*}lvl1pPr/{*}defRPr/{*}solidFill")
    assert own[0].get("val") == "accent3"
    assert int(own[0][0].get("val")) < 100_000


@pytest.mark.slow
def test_bullets_that_do_not_show_have_the_colour_of_text(tmp_path: Path) -> None:
    def faint(master: str) -> str:
        start = master.index("<a:lvl2pPr", master.index("<p:bodyStyle>"))
        at = master.index("<a:buFont", start)
        return f'{master[:at]}<a:buClr><a:srgbClr val="DDDDDD"/></a:buClr>{master[at:]}'

    data = templates.changed(templates.MASTER, faint)
    layout = deck(data, tmp_path).slides[2].slide_layout
    body = layout.placeholders[1]._element
    assert [each.getparent().tag[-7:] for each in body.iter("{*}buClr")] == ["lvl2pPr"]
    assert body.find(".//{*}buClr")[0].get("val") == "tx1"


@pytest.mark.slow
def test_the_colour_of_a_houses_bars_is_its_first_accent(tmp_path: Path) -> None:
    data = on_master(block(0, 6_500_000, 9_144_000, 358_000, "5A238C"))
    template = opened(data, tmp_path)
    assert template.held.colour == "5A238C"
    assert "5A238C" in assert_told("template-colour", diagnose(template, Problems()).problems).hint
    # One that does not read on the whole of a ground is advised darker.
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{colour}"/></a:gs>'
        for at, colour in ((0, "FFFFFF"), (100_000, "E9E9E9"))
    )
    ground = f"<p:bg><p:bgPr><a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill></p:bgPr></p:bg>"
    bar = block(0, 6_500_000, 9_144_000, 358_000, "46A53B")
    shaded = templates.changed(
        templates.MASTER,
        lambda text: re.sub(
            "<p:bg>.*?</p:bg>", ground, text.replace("</p:grpSpPr>", f"</p:grpSpPr>{bar}", 1)
        ),
    )
    pale = opened(shaded, tmp_path)
    grounds = pale.palette(pale.board("title-only")).grounds
    assert pale.held.colour == "46A53B"
    hint = assert_told("template-colour", diagnose(pale, Problems()).problems).hint
    advised = re.search(r"Hex (\w{6})", hint)
    assert advised
    assert least("46A53B", grounds) < MARK <= least(advised[1], grounds)
    made = deck(data, tmp_path / "deck")
    theme = made.slide_masters[0].part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    assert b'<a:accent1><a:srgbClr val="5A238C"/></a:accent1>' in theme.blob


@pytest.mark.slow
def test_empty_layouts_take_the_colour_of_the_samples_and_are_told(tmp_path: Path) -> None:
    made = Presentation(templates.DEFAULT)
    slide = made.slides.add_slide(made.slide_layouts[6])
    bar = slide.shapes.add_shape(1, 0, 0, 9_144_000, 900_000)
    bar.fill.solid()
    bar.fill.fore_color.rgb = RGBColor(0x4E, 0xA1, 0xFF)
    data = BytesIO()
    made.save(data)
    parts = templates.files_of(data.getvalue())
    for number in range(1, 12):
        name = LAYOUT.format(number)
        parts[name] = re.sub(r"<p:sp>.*</p:sp>", "", parts[name].decode(), flags=re.S).encode()
    template = opened(templates.zipped(parts), tmp_path)
    assert template.held.colour == "4EA1FF"
    told = assert_told("template-bare", diagnose(template, Problems()).problems)
    assert "Slide Master" in told.hint


@pytest.mark.slow
def test_without_a_place_for_it_the_number_is_a_field_at_the_foot(tmp_path: Path) -> None:
    parts = templates.files()
    for number in range(1, 12):
        name = LAYOUT.format(number)
        text = re.sub(
            r'<p:sp>(?:(?!</p:sp>).)*type="sldNum".*?</p:sp>', "", parts[name].decode(), flags=re.S
        )
        parts[name] = text.encode()
    slides = deck(templates.zipped(parts), tmp_path).slides
    fields = [list(slide.shapes._spTree.iter("{*}fld")) for slide in slides]
    assert [len(each) for each in fields] == [0, 0, 1]
    assert fields[2][0].get("type") == "slidenum"
    assert fields[2][0].findtext("{*}t") == "3"


@pytest.mark.slow
def test_a_title_of_no_size_is_larger_than_the_text_below_it(tmp_path: Path) -> None:
    parts = templates.files()
    master = re.sub(r' sz="\d+"', "", parts[templates.MASTER].decode())
    parts[templates.MASTER] = master.encode()
    for number in range(1, 12):
        name = LAYOUT.format(number)
        parts[name] = re.sub(r' sz="\d+"', "", parts[name].decode()).encode()
    template = opened(templates.zipped(parts), tmp_path)
    for role in ("cover", "content"):
        board = in_deck(template, role)
        assert board.title is not None
        assert all(2 * board.title.size >= 3 * each.size for each in board.bodies)


@pytest.mark.slow
@pytest.mark.parametrize("indent", [' marL="457200"', ' marL="457200" indent="-457200"'])
def test_titles_begin_where_the_templates_do(tmp_path: Path, indent: str) -> None:
    data = templates.changed(
        templates.MASTER,
        lambda text: text.replace(
            '<p:titleStyle><a:lvl1pPr algn="ctr"',
            f'<p:titleStyle><a:lvl1pPr{indent} algn="ctr"',
        ),
    )
    title = deck(data, tmp_path).slides[2].shapes.title
    own = title.text_frame.paragraphs[0]._p.pPr
    margin = None if own is None else own.get("marL")
    assert margin == ("0" if "indent" in indent else None)


@pytest.mark.slow
def test_a_long_quotation_has_the_room_below_a_low_place(tmp_path: Path) -> None:
    said = "去年全市产值超3200亿元，拥有1.3万家企业。"
    data = templates.changed(
        LAYOUT.format(2),
        lambda text: re.sub(
            r'(<p:ph idx="1"/>.*?<p:spPr)/>',
            r'\1><a:xfrm><a:off x="457200" y="1600200"/><a:ext cx="4000000" cy="400000"/>'
            r"</a:xfrm></p:spPr>",
            text,
            count=1,
            flags=re.S,
        ),
    )
    quoted = f"  - {{kind: quote, id: said, title: 原话, text: {said}, source: article}}\n"
    slide = deck(data, tmp_path, SAMPLE + quoted).slides[3]
    assert any(said == each.text_frame.text for each in slide.shapes if each.has_text_frame)


@pytest.mark.slow
def test_two_columns_end_above_what_follows_from_them_in_one_size(tmp_path: Path) -> None:
    long = "一句说得很长的话，在一栏里要占好几行，所以字号要小一些才放得下"
    sides = f"""  - kind: compare
    id: both
    title: 两边
    left: {{head: 甲, points: [短, 短短, 短短短]}}
    right: {{head: 乙, points: [{long}, {long}二, {long}三, {long}四]}}
    conclusion: 所以选乙
"""
    slide = deck(templates.DEFAULT.read_bytes(), tmp_path, SAMPLE + sides).slides[3]
    left, right = (
        next(each for each in slide.placeholders if each.text_frame.text.startswith(words))
        for words in ("短", "一句")
    )
    below = next(each for each in slide.shapes if each.has_text_frame and "选乙" in each.text)
    assert max(each.top + each.height for each in (left, right)) <= below.top
    sizes = [
        {run.font.size or each.text_frame.paragraphs[0].font.size for run in paragraph.runs}
        for each in (left, right)
        for paragraph in each.text_frame.paragraphs
    ]
    assert all(each == sizes[0] for each in sizes)
    parting = next(each for each in slide.shapes if each.width == 0 and each.height)
    assert left.left + left.width <= parting.left <= right.left


@pytest.mark.slow
def test_footers_say_all_of_their_looks(tmp_path: Path) -> None:
    slide = deck(templates.DEFAULT.read_bytes(), tmp_path).slides[2]
    footer = next(each for each in slide.placeholders if each.placeholder_format.idx == 11)
    assert footer.text_frame.paragraphs[0]._p.pPr.get("algn") == "ctr"
    assert all(run.font.size.pt == 12 for run in footer.text_frame.paragraphs[0].runs)


def _grounded(scheme: str, stops: tuple[str, ...]) -> bytes:
    """The default template with accents of one colour, on a ground of these, side by side."""
    parts = templates.files()
    shown = "".join(
        f'<a:gs pos="{round(100_000 * (n + end) / len(stops))}"><a:srgbClr val="{colour}"/></a:gs>'
        for n, colour in enumerate(stops)
        for end in (0, 1)
    )
    ground = f"<p:bg><p:bgPr><a:gradFill><a:gsLst>{shown}</a:gsLst><a:lin ang='0'/></a:gradFill>"
    text = parts[templates.MASTER].decode()
    text = re.sub("<p:bg>.*?</p:bg>", f"{ground}<a:effectLst/></p:bgPr></p:bg>", text)
    parts[templates.MASTER] = text.encode()
    theme = "ppt/theme/theme1.xml"
    text = re.sub(r'(<a:accent\d><a:srgbClr val=")\w+', rf"\g<1>{scheme}", parts[theme].decode())
    return templates.zipped({**parts, theme: text.encode()})


@pytest.mark.slow
def test_accents_that_are_advised_read_where_those_that_are_there_do_not(tmp_path: Path) -> None:
    grounds = ("FFFFFF", "FFF2CC", "D9D9D9", "8C8C8C", "7030A0", "1F3864", "000000")
    steps = ("00", "80", "FF")
    scheme = {"bg1": "FFFFFF", "tx1": "000000", "bg2": "EEECE1", "tx2": "1F497D"}
    scheme |= {"dk1": "000000", "lt1": "FFFFFF"}
    accents = [r + g + b for r in steps for g in steps for b in steps]
    for ground in grounds:
        for first in range(0, len(accents), 6):
            six = (accents * 2)[first : first + 6]
            own = scheme | {f"accent{n}": colour for n, colour in enumerate(six, 1)}
            for each in palette(own, (ground,)).accents:
                assert least(each.instead.seen(own), (ground,)) >= MARK, (each, ground)
    pale = diagnose(opened(_grounded("F2C811", ("FFFFFF",)), tmp_path), Problems()).problems
    for advised in re.findall(r"Hex (\w{6})", assert_told("template-accent", pale).hint):
        assert least(advised, ("FFFFFF",)) >= MARK
    # Nothing reads on white, grey and black alike: no colour is told to be typed.
    mixed = opened(_grounded("F2C811", ("FFFFFF", "777777", "000000")), tmp_path)
    hint = assert_told("template-accent", diagnose(mixed, Problems()).problems).hint
    assert "Hex" not in hint
    assert "a colour that is seen on all of the slide" in hint


def test_the_title_of_a_new_layout_has_room_where_that_of_the_master_is_narrow(
    tmp_path: Path,
) -> None:
    data = templates.changed(
        templates.MASTER,
        lambda text: text.replace('cx="8229600" cy="1143000"', 'cx="1800000" cy="1143000"'),
    )
    template = opened(data, tmp_path)
    for role in ("cover", "section", "closing"):
        wide = re.search(r"width ([\d.]+) cm", drawn(template, role).told("en"))
        assert wide
        assert 2 * float(wide[1]) * 360_000 > template.page[0]
