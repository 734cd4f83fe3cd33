"""What the doctor finds in templates: roles, room, colours, faces; the lock; how it is told."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
import templates
from click.testing import CliRunner, Result
from PIL import Image
from tellings import assert_told
from templates import A, P, changed

from briefgen.cli import briefgen
from briefgen.problems import Problems
from briefgen.template.area import safe_area
from briefgen.template.called import added_name
from briefgen.template.doctor import Report, diagnose
from briefgen.template.doctor_picture import as_png
from briefgen.template.doctor_text import as_text
from briefgen.template.faces import filling
from briefgen.template.model import ROLES
from briefgen.template.names import named
from briefgen.template.raster import least
from briefgen.template.read import Template, open_template
from briefgen.template.tokens import palette
from briefgen.theme.vision import contrast

LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"


def opened(data: bytes, folder: Path, name: str = "house.pptx") -> Template:
    path, problems = folder / name, Problems()
    path.write_bytes(data)
    template = open_template(path, problems)
    assert template is not None, list(problems)
    return template


def examined(data: bytes, folder: Path) -> Report:
    return diagnose(opened(data, folder), Problems())


def shape(x: int, y: int, w: int, h: int, more: str = "", name: str = "Logo") -> str:
    """A red rectangle of a master or layout."""
    return (
        f'<p:sp {P} {A}><p:nvSpPr><p:cNvPr id="90" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="C00000"/>'
        f"</a:solidFill></p:spPr>{more}</p:sp>"
    )


def with_shape(part: str, drawn: str) -> bytes:
    return changed(part, lambda text: text.replace("</p:spTree>", f"{drawn}</p:spTree>"))


def test_the_layouts_of_office_serve_as_what_they_are_named_after(tmp_path: Path) -> None:
    template = opened(templates.DEFAULT.read_bytes(), tmp_path)
    assert {role: template.board(role).label for role in ROLES} == {
        "cover": "Title Slide",
        "agenda": "Title Only",
        "section": "Section Header",
        "content": "Title and Content",
        "two": "Two Content",
        "title-only": "Title Only",
        "picture": "Picture with Caption",
        "blank": "Blank",
        "closing": "Title Slide",
    }


def test_a_new_layout_has_a_name_of_its_own_that_is_read_as_its_role(tmp_path: Path) -> None:
    template = opened(templates.zipped(templates.files()), tmp_path)
    names = [each.name for each in template.held.boards]
    for role in ROLES:
        for tongue in ("en", "zh"):
            name = added_name(template, role).told(tongue)
            found = named(name)
            assert name not in names
            assert found[role] == max(found.values()), name


@pytest.mark.parametrize(
    ("english", "chinese", "role"),
    [
        ("Title Slide", "标题幻灯片", "cover"),
        ("Section Header", "节标题", "section"),
        ("Title and Content", "标题和内容", "content"),
        ("Two Content", "两栏内容", "two"),
        ("Title Only", "仅标题", "title-only"),
        ("Picture with Caption", "图片与标题", "picture"),
        ("Blank", "空白", "blank"),
    ],
)
def test_names_speak_for_roles_in_many_languages(english: str, chinese: str, role: str) -> None:
    assert named(english) == named(chinese) == named(f"1_{english}") != {}
    assert list(named(english)) == [role]


def nameless() -> bytes:
    """The default template, its layouts without types and with names that say nothing."""
    parts = templates.files()
    for number in range(1, 12):
        name = LAYOUT.format(number)
        text = re.sub(r' type="\w+" preserve', " preserve", parts[name].decode(), count=1)
        parts[name] = re.sub(r'(<p:cSld name=)"[^"]*"', rf'\1"版式{number}"', text).encode()
    return templates.zipped(parts)


def test_roles_are_found_where_names_and_types_say_nothing(tmp_path: Path) -> None:
    template = opened(nameless(), tmp_path)
    found = {
        role: template.board(role).label for role in ("cover", "content", "title-only", "blank")
    }
    assert found == {"cover": "版式1", "content": "版式2", "title-only": "版式6", "blank": "版式7"}
    assert template.board("two").label == "版式4"
    assert template.board("picture").label == "版式9"


@pytest.mark.slow
def test_sample_slides_say_what_their_layouts_are_for(tmp_path: Path) -> None:
    from pptx import Presentation

    deck = Presentation(BytesIO(nameless()))
    for number, title in ((2, "年度报告"), (7, "目录"), (1, "进展"), (1, "成效"), (2, "谢谢")):
        deck.slides.add_slide(deck.slide_layouts[number]).shapes.title.text = title
    made = BytesIO()
    deck.save(made)
    template = opened(made.getvalue(), tmp_path)
    assert template.held.boards[2].used == (1, 5)
    assert template.board("agenda").label == "版式8"
    assert template.board("closing").label == "版式3"
    assert assert_told("template-samples", examined(made.getvalue(), tmp_path).problems)


def test_the_second_of_a_name_is_told_from_the_first(tmp_path: Path) -> None:
    data = changed(LAYOUT.format(6), lambda text: text.replace('"Title Only"', '"Blank"'))
    labels = [board.label for board in opened(data, tmp_path).held.boards]
    assert labels[5:7] == ["Blank", "Blank #2"]


def test_room_for_content_lies_between_title_and_footer(tmp_path: Path) -> None:
    template = opened(templates.DEFAULT.read_bytes(), tmp_path)
    board = template.board("title-only")
    area = template.area(board)
    assert board.title is not None
    assert area.y >= board.title.rect.bottom
    assert all(area.bottom <= each.rect.y for each in board.places("date", "footer", "number"))
    assert area.w > 0.85 * template.held.width


@pytest.mark.slow
def test_room_for_content_keeps_clear_of_a_logo_and_a_bar(tmp_path: Path) -> None:
    w, h = 9_144_000, 6_858_000
    logo = shape(w - 1_500_000, h - 2_000_000, 1_100_000, 800_000)
    bar = shape(0, 1_700_000, w, 250_000, name="Bar")
    template = opened(with_shape(templates.MASTER, logo + bar), tmp_path)
    board = template.board("title-only")
    area = template.area(board)
    for each in board.decor:
        across = min(area.right, each.rect.right) - max(area.x, each.rect.x)
        down = min(area.bottom, each.rect.bottom) - max(area.y, each.rect.y)
        assert across <= 0 or down <= 0 or across * down < area.w * area.h / 200
    assert area.w * area.h > 0.35 * w * h
    told = [each for each in diagnose(template, Problems()).problems if "Logo" in each.message]
    assert assert_told("template-in-the-way", told).hint.startswith("View → Slide Master")


def test_a_decoration_that_a_layout_does_not_show_takes_no_room(tmp_path: Path) -> None:
    w, h = 9_144_000, 6_858_000
    parts = {**templates.files(), templates.MASTER: b""}
    data = with_shape(templates.MASTER, shape(0, h // 2, w, h // 2))
    (tmp_path / "a.pptx").write_bytes(data)
    parts = templates.files(tmp_path / "a.pptx")
    name = LAYOUT.format(6)
    parts[name] = parts[name].replace(b"<p:sldLayout ", b'<p:sldLayout showMasterSp="0" ', 1)
    template = opened(templates.zipped(parts), tmp_path)
    shown, hidden = template.held.boards[4], template.held.boards[5]
    assert shown.decor
    assert not hidden.decor
    assert safe_area(template.held, hidden).h > h // 2


def test_members_of_a_group_stand_where_the_group_puts_them(tmp_path: Path) -> None:
    group = (
        f'<p:grpSp {P} {A}><p:nvGrpSpPr><p:cNvPr id="91" name="g"/><p:cNvGrpSpPr/><p:nvPr/>'
        '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="1000" y="2000"/><a:ext cx="4000" cy="4000"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="2000" cy="2000"/></a:xfrm></p:grpSpPr>'
        f"{shape(500, 500, 100, 200)}</p:grpSp>"
    )
    (decor,) = opened(with_shape(LAYOUT.format(7), group), tmp_path).held.boards[6].decor
    assert (decor.rect.x, decor.rect.y, decor.rect.w, decor.rect.h) == (2000, 3000, 200, 400)


def test_a_hidden_shape_is_no_decoration(tmp_path: Path) -> None:
    hidden = shape(0, 0, 900, 900).replace('name="Logo"', 'name="think-cell" hidden="1"')
    assert not opened(with_shape(templates.MASTER, hidden), tmp_path).held.boards[6].decor


SCHEME = {
    "bg1": "FFFFFF", "tx1": "1A1A1A", "bg2": "EEEEEE", "tx2": "1F497D", "dk1": "1A1A1A",
    "lt1": "FFFFFF", "dk2": "1F497D", "lt2": "EEEEEE", "accent1": "F6C142", "accent2": "C0504D",
    "accent3": "9BBB59", "accent4": "8064A2", "accent5": "4BACC6", "accent6": "F79646",
    "hlink": "0000FF", "folHlink": "800080",
}  # fmt: skip


@pytest.mark.parametrize(
    "ground", ["FFFFFF", "1A1A1A", "1F497D", "F6C142", "7F7F7F", "EEEEEE", "C0504D"]
)
def test_text_and_charts_read_on_any_ground(ground: str) -> None:
    found = palette(SCHEME, (ground,))
    for token in ("ink", "ink2", "primary", "accent-text"):
        least_wanted = 4.5 if ground != "7F7F7F" else 3.9
        assert contrast(found.colours[token], ground) >= least_wanted, token
    for token in ("chart1", "chart2", "chart3", "chart4"):
        assert contrast(found.colours[token], ground) >= 3, token
    assert len({found.colours[token] for token in ("chart1", "chart2", "chart3", "chart4")}) == 4
    assert all(each.slot in SCHEME for each in found.shades.values())


@pytest.mark.slow
def test_a_faint_accent_is_told_with_what_to_click(tmp_path: Path) -> None:
    data = changed(
        "ppt/theme/theme1.xml",
        lambda text: re.sub(
            r"<a:accent1>.*?</a:accent1>",
            '<a:accent1><a:srgbClr val="FFE680"/></a:accent1>',
            text,
            flags=re.S,
        ),
    )
    report = examined(data, tmp_path)
    told = next(each for each in report.problems if each.code == "template-accent")
    assert "FFE680" in told.message
    assert "Customize Colors" in told.hint
    assert "着色 1 十六进制填 " in told.advice("zh")
    instead = report.accents[0].instead.seen(report.template.board("content").scheme)
    assert contrast(instead, "FFFFFF") >= 3
    assert f"Accent 1 Hex {instead}" in told.hint


def test_colours_are_those_of_a_layout_that_maps_them_otherwise(tmp_path: Path) -> None:
    mapping = (
        f'<p:clrMapOvr><a:overrideClrMapping {A} bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" '
        'accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
        'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>'
    )
    name = LAYOUT.format(6)
    data = changed(
        name, lambda text: re.sub(r"<p:clrMapOvr>.*</p:clrMapOvr>", mapping, text, flags=re.S)
    )
    template = opened(data, tmp_path)
    board = template.board("title-only")
    assert template.grounds(board, template.area(board))[0] == "000000"
    assert template.palette(board).colours["ink"] == "FFFFFF"


@pytest.mark.slow
def test_a_picture_as_ground_is_sampled(tmp_path: Path) -> None:
    parts = templates.files()
    name, rels = LAYOUT.format(6), "ppt/slideLayouts/_rels/slideLayout6.xml.rels"
    ground = (
        '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch>'
        "</a:blipFill><a:effectLst/></p:bgPr></p:bg><p:spTree>"
    )
    parts[name] = parts[name].replace(b"<p:spTree>", ground.encode(), 1)
    link = f'<Relationship Id="rId9" Type="{templates.OFFICE}/image" Target="../media/g.png"/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    parts["ppt/media/g.png"] = templates.png("#102040")
    default = b'<Default Extension="png" ContentType="image/png"/><Override'
    parts[templates.TYPES] = parts[templates.TYPES].replace(b"<Override", default, 1)
    template = opened(templates.zipped(parts), tmp_path)
    board = template.held.boards[5]
    assert template.grounds(board, template.area(board))[0] == "102040"
    assert least(template.palette(board).colours["ink"], ("102040",)) >= 4.5
    assert assert_told("template-faint", diagnose(template, Problems()).problems)


@pytest.mark.slow
def test_an_empty_chinese_face_is_filled_and_told_and_a_rare_one_told(tmp_path: Path) -> None:
    data = changed(
        "ppt/theme/theme1.xml",
        lambda text: text.replace('<a:latin typeface="Calibri"/>', '<a:latin typeface="Gotham"/>'),
    )
    report = examined(data, tmp_path)
    assert report.template.faces.major == ("Gotham", "微软雅黑")
    # What Office writes into each theme is kept beside a Latin face with serifs.
    assert filling("Georgia", "宋体") == "宋体"
    assert filling("Arial", "华文中宋") == "华文中宋"
    assert "微软雅黑" in assert_told("template-face-empty", report.problems).message
    assert "Gotham" in assert_told("template-face-rare", report.problems).message


def test_a_master_is_chosen_by_what_its_slides_use(tmp_path: Path) -> None:
    template = opened(templates.DEFAULT.read_bytes(), tmp_path)
    assert template.cast.master == 0
    assert len(template.cast.masters) == 1


def ran(*arguments: str) -> Result:
    return CliRunner().invoke(briefgen, ["template", *arguments])


@pytest.mark.slow
def test_the_report_says_in_both_languages_what_serves_and_what_to_click(tmp_path: Path) -> None:
    path = tmp_path / "house.pptx"
    path.write_bytes(templates.DEFAULT.read_bytes())
    english, chinese = ran(str(path)), ran(str(path), "--lang", "zh")
    assert english.exit_code == chinese.exit_code == 0
    assert "Section Header" in english.output
    assert "4:3" in english.output
    assert "View → Slide Master" in english.output
    assert "封面" in chinese.output
    assert "视图 → 幻灯片母版" in chinese.output
    assert not re.search("[一-鿿]", english.output.replace("微软雅黑", ""))


@pytest.mark.slow
@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_each_finding_is_followed_by_what_to_do(tongue: str, tmp_path: Path) -> None:
    logo = shape(7_000_000, 4_000_000, 1_100_000, 800_000)
    report = examined(with_shape(templates.MASTER, logo), tmp_path)
    lines = as_text(report, tongue).splitlines()  # type: ignore[arg-type]
    numbered = [at for at, line in enumerate(lines) if re.match(r"  \d+\. ", line)]
    idle = {
        "template-left-addin",
        "template-face-empty",
        "template-role-absent",
        "template-samples",
    }
    assert len(numbered) == sum(each.code not in idle for each in report.problems) > 2
    assert all(lines[at + 1].startswith("     → ") for at in numbered)


@pytest.mark.slow
def test_the_report_as_json_has_all_that_the_text_says(tmp_path: Path) -> None:
    path = tmp_path / "house.pptx"
    path.write_bytes(templates.DEFAULT.read_bytes())
    told = json.loads(ran(str(path), "--json").output)
    assert told["verdict"] == "usable"
    assert told["size"] == {"width": 25.4, "height": 19.1, "ratio": "4:3"}
    assert [each["role"] for each in told["roles"]] == list(ROLES)
    area = next(each for each in told["layouts"] if each["name"] == "Title Only")["area"]
    assert area["width"] > 20
    assert told["fonts"]["filled"] == ["微软雅黑"]
    assert all(each["hint"] for each in told["findings"])


@pytest.mark.slow
def test_the_picture_shows_each_layout_with_its_room(tmp_path: Path) -> None:
    path, picture = tmp_path / "house.pptx", tmp_path / "house.png"
    path.write_bytes(templates.DEFAULT.read_bytes())
    assert ran(str(path), "-o", str(picture)).exit_code == 0
    image = Image.open(picture)
    counts = image.convert("RGB").getcolors(1 << 20) or []
    tinted = sum(count for count, (r, g, b) in counts if g > r + 20 and g > b + 10)
    assert tinted > 0.15 * image.width * image.height
    report = examined(path.read_bytes(), tmp_path)
    assert as_png(report, "en") == as_png(report, "en") == picture.read_bytes()


@pytest.mark.slow
def test_the_lock_shows_the_choice_and_changes_it(tmp_path: Path) -> None:
    path, lock = tmp_path / "house.pptx", tmp_path / "template.lock.yaml"
    path.write_bytes(templates.DEFAULT.read_bytes())
    assert ran(str(path), "--lock").exit_code == 0
    text = lock.read_text()
    assert 'cover: "Title Slide"' in text
    lock.write_text(text.replace('section: "Section Header"', "section: Title Only"))
    template = open_template(path, Problems())
    assert template is not None
    assert template.board("section").label == "Title Only"
    assert "as you chose in template.lock.yaml" in ran(str(path)).output
    # Writing it again keeps what somebody chose, and what it says of other templates.
    other = tmp_path / "other.pptx"
    other.write_bytes(path.read_bytes())
    assert ran(str(other), "--lock").exit_code == 0
    assert ran(str(path), "--lock").exit_code == 0
    again = lock.read_text()
    assert 'section: "Title Only"' in again
    assert again.count("sha256:") == 2


def test_a_lock_that_is_wrong_or_older_than_the_template_is_told(tmp_path: Path) -> None:
    path, lock = tmp_path / "house.pptx", tmp_path / "template.lock.yaml"
    path.write_bytes(templates.DEFAULT.read_bytes())
    lock.write_text(
        "house.pptx:\n  sha256: abc\n  roles:\n    cover: Titel Slide\n    covr: Blank\n"
    )
    problems = Problems()
    template = open_template(path, problems)
    assert template is not None
    assert template.board("cover").label == "Title Slide"
    assert assert_told("template-changed", problems).mark.line == 2
    told = assert_told("template-no-layout", problems)
    assert (told.mark.file, told.mark.line) == ("template.lock.yaml", 4)
    assert "Title Slide" in told.hint
    assert "cover" in assert_told("template-lock-role", problems).hint


@pytest.mark.slow
def test_templates_without_any_title_or_slide_number_are_used_and_told(tmp_path: Path) -> None:
    parts = templates.files()
    for number in range(1, 12):
        name = LAYOUT.format(number)
        text = parts[name].decode()
        parts[name] = re.sub(r"<p:sp>.*</p:sp>", "", text, flags=re.S).encode()
    report = examined(templates.zipped(parts), tmp_path)
    assert report.verdict == "changes"
    assert "Title" in assert_told("template-no-title", report.problems).hint
