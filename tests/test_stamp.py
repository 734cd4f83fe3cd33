"""What a version is marked as: 讨论稿 on every slide, page, print and picture, and nowhere else."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from math import hypot
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from composing import sound
from lxml import etree
from outlines import DECK, OUTLINE, TOPICS, found_in, loaded, made_in, project
from pptx import Presentation
from pypdf import PdfReader

from briefgen.build import Request, build
from briefgen.checks.compare import differences
from briefgen.checks.meant import deck as meant
from briefgen.cli import briefgen
from briefgen.formats import FORMATS
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.stamp import stamped
from briefgen.problems import NOWHERE, Problems
from briefgen.record import replace
from briefgen.render.pptx import render as render_deck
from briefgen.render.pptx.readback import read
from briefgen.scene.items import Shape, TextBox
from briefgen.scene.names import Name
from briefgen.scene.stamp import apart
from briefgen.scene.walk import walk
from briefgen.theme.load import PAIRS, load_theme, theme_ids
from briefgen.theme.model import Theme
from briefgen.theme.tint import quiet_share
from briefgen.theme.vision import blended, contrast
from briefgen.typography.fonts import load_fonts

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ACROSS = "{text: {zh: 讨论稿, en: Draft}, across: yes}"


def marked(written: str, content: str = OUTLINE + TOPICS + DECK) -> str:
    """An outline with this after `mark:`."""
    return content.replace("  slug: demo\n", f"  slug: demo\n  mark: {written}\n")


def ran(outline: Path, *options: str) -> Result:
    command = ["build", str(outline), "-j", "1", *options]
    return CliRunner().invoke(briefgen, command, catch_exceptions=False)


def built(folder: Path, written: str, *options: str) -> dict[str, bytes]:
    """What is made of the base of an outline that is marked so."""
    done = ran(project(folder, marked(written)), "-a", "base", *options)
    assert done.exit_code == 0, done.stderr
    return made_in(folder / "out")


def parts(deck: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(deck)) as package:
        names = (n for n in package.namelist() if n.endswith((".xml", ".rels")))
        return {name: package.read(name).decode() for name in names}


def theme(id: str) -> Theme:
    found = load_theme(id, NOWHERE, Problems())
    assert found is not None
    return found


def test_a_deck_has_the_mark_once_in_its_master_and_on_no_slide(tmp_path: Path) -> None:
    deck = built(tmp_path, "讨论稿")["demo.pptx"]
    where = [name for name, xml in parts(deck).items() if "讨论稿" in xml]
    masters = ["slideMasters/slideMaster1.xml", "notesMasters/notesMaster1.xml"]
    assert where == [*(f"ppt/{name}" for name in masters), "docProps/core.xml"]
    shown = Presentation(BytesIO(deck))
    (shape,) = (s for s in shown.slide_master.shapes if s.name == "稿件标记")
    assert (shape.text_frame.text, shape.is_placeholder) == ("讨论稿", False)
    assert all(
        layout.element.get("showMasterSp", "1") == "1"
        for layout in shown.slide_master.slide_layouts
    )


def test_taking_one_shape_off_the_master_unmarks_every_slide(tmp_path: Path) -> None:
    deck = Presentation(BytesIO(built(tmp_path, ACROSS)["demo.pptx"]))
    for shape in list(deck.slide_master.shapes):
        if shape.name.startswith("稿件"):
            shape.element.getparent().remove(shape.element)
    saved = BytesIO()
    deck.save(saved)
    sheets = {n: xml for n, xml in parts(saved.getvalue()).items() if "/slide" in n}
    assert not [name for name, xml in sheets.items() if "讨论稿" in xml]


def test_the_properties_of_a_deck_say_it(tmp_path: Path) -> None:
    deck = Presentation(BytesIO(built(tmp_path, "讨论稿")["demo.pptx"]))
    assert deck.core_properties.content_status == "讨论稿"
    assert deck.core_properties.keywords.startswith("讨论稿; ")


@pytest.mark.parametrize("options", [(), ("--handout", "notes"), ("--handout", "6")])
def test_every_printed_page_and_the_properties_of_a_pdf_say_it(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    made = built(tmp_path, "讨论稿", "-f", "brief", "-f", "handout", *options)
    for name in ("demo.pdf", "demo-handout.pdf"):
        reader = PdfReader(BytesIO(made[name]))
        assert all("讨论稿" in page.extract_text() for page in reader.pages)
        assert reader.metadata is not None
        assert reader.metadata["/Keywords"].startswith("讨论稿")
        assert b"<xmp:Label>\xe8\xae\xa8\xe8\xae\xba\xe7\xa8\xbf</xmp:Label>" in made[name]


def test_who_hears_a_print_does_not_hear_the_mark_on_each_page(tmp_path: Path) -> None:
    page = PdfReader(BytesIO(built(tmp_path, ACROSS, "-f", "brief")["demo.pdf"])).pages[0]
    content = page.get_contents()
    assert content is not None
    drawn = content.get_data().decode("latin-1")
    watermark = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"
    assert drawn.count(watermark) == 2
    across, line = (piece.partition("EMC")[0] for piece in drawn.split(watermark)[1:])
    assert "Tj" not in across  # outlines, that nobody finds or copies
    assert " c\n" in across
    assert "Tj" in line


@pytest.mark.slow
def test_a_picture_shows_it(tmp_path: Path) -> None:
    plain = built(tmp_path / "plain", "''", "-f", "png")
    shown = built(tmp_path / "marked", "讨论稿", "-f", "png")
    assert plain.keys() == shown.keys()
    assert all(plain[name] != shown[name] for name in plain)


def test_a_document_in_markdown_says_it_at_its_head(tmp_path: Path) -> None:
    lines = built(tmp_path, "'第2稿*'", "-f", "md")["demo.md"].decode().splitlines()
    assert 'status: "第2稿*"' in lines[: lines.index("---", 1)]
    assert lines[lines.index("---", 1) + 2] == r"**第2稿\***"


def test_without_a_mark_nothing_of_it_is_anywhere(tmp_path: Path) -> None:
    for written in ("''", "", "'  '"):
        made = built(tmp_path, written, "-f", "deck", "-f", "brief", "-f", "md")
        assert not any("稿件标记" in xml for xml in parts(made["demo.pptx"]).values())
        assert b"xmp:Label" not in made["demo.pdf"]
        assert b"/Watermark" not in made["demo.pdf"]
        assert b"status:" not in made["demo.md"]


# ── whose it is ─────────────────────────────────────────


@pytest.mark.slow
def test_each_audience_has_its_own_mark_and_nobody_elses(tmp_path: Path) -> None:
    outline = project(
        tmp_path,
        marked("讨论稿"),
        cadre="brief: {mark: {text: 内部送审, across: yes}}\n",
        citizen="brief:\n  mark:\n",
    )
    done = ran(outline, "-f", "deck", "-f", "brief", "-f", "md", "--attach", "--verify")
    assert done.exit_code == 0, done.stderr
    mine = {"demo": "讨论稿", "demo-cadre": "内部送审", "demo-citizen": ""}
    for name, data in made_in(tmp_path / "out").items():
        said = data.decode("latin-1")
        if name.endswith(".pptx"):
            said = "".join(parts(data).values())
        elif name.endswith(".pdf"):
            reader = PdfReader(BytesIO(data))
            said = reader.pages[0].extract_text() + str(reader.metadata)
            said += json.dumps({k: v[0].decode() for k, v in reader.attachments.items()})
            said = said.encode().decode("unicode_escape", "replace") + said
        else:
            said = data.decode()
        own = mine[name.partition(".")[0]]
        others = {word for word in mine.values() if word and word != own}
        assert own in said, name
        assert not [word for word in others if word in said], name


def test_the_command_line_wins_and_keeps_how_it_is_shown(tmp_path: Path) -> None:
    outline = project(tmp_path, marked(ACROSS), plain="brief: {mark: 送审稿}\n")
    for given, expected in (("定稿", "定稿"), (None, "讨论稿")):
        report = build(Request(outline, ("base", "plain"), ("md",), jobs=1, mark=given))
        said = [next(iter(one.files.values())).decode() for one in report.made]
        assert f"**{expected}**" in said[0]
        assert ("**定稿**" if given else "**送审稿**") in said[1]
    ran(outline, "-a", "base", "-f", "deck", "--mark", "定稿")
    master = parts(made_in(tmp_path / "out")["demo.pptx"])["ppt/slideMasters/slideMaster1.xml"]
    assert master.count("<a:t>定稿</a:t>") == 2  # the line, and across


def test_an_empty_mark_on_the_command_line_removes_it(tmp_path: Path) -> None:
    outline = project(tmp_path, marked("讨论稿"))
    assert ran(outline, "-a", "base", "-f", "md", "--mark", "").exit_code == 0
    assert "讨论稿" not in made_in(tmp_path / "out")["demo.md"].decode()


def test_words_are_those_of_the_audiences_language(tmp_path: Path) -> None:
    outline = project(
        tmp_path,
        marked("{zh: 讨论稿, en: Draft}", "brief: {slug: demo}\n"),
    )
    text = marked("{zh: 讨论稿, en: Draft}", OUTLINE).replace("title: 报道", "title: {en: Report}")
    text += "deck:\n  - {id: end, kind: closing, title: {zh: 谢谢, en: Thanks}}\n"
    outline = project(
        tmp_path, text, overseas="language: en\n", hongkong="language: zh-Hant\nregion: hk\n"
    )
    for audience, words in (("", "讨论稿"), ("overseas", "Draft"), ("hongkong", "討論稿")):
        brief, problems = loaded(outline, audience)
        assert brief is not None, "\n".join(map(str, problems))
        assert brief.stamp is not None
        assert str(brief.stamp.text) == words
    hongkong = build(Request(outline, ("hongkong",), ("md",), jobs=1, mark="讨论稿"))
    assert "**討論稿**" in next(iter(hongkong.made[0].files.values())).decode()


def test_who_reads_english_is_not_given_a_chinese_mark_unasked(tmp_path: Path) -> None:
    text = marked("讨论稿", OUTLINE).replace("title: 报道", "title: {en: Report}")
    text += "deck:\n  - {id: end, kind: closing, title: {zh: 谢谢, en: Thanks}}\n"
    outline = project(tmp_path, text, overseas="language: en\n")
    assert any(each.code == "missing-translation" for each in loaded(outline, "overseas")[1])
    outline = project(tmp_path, text.replace("  mark: 讨论稿\n", ""), overseas="language: en\n")
    told = ran(outline, "-a", "overseas", "-f", "md", "--mark", "讨论稿").stderr
    assert told.startswith("--mark: warning: “讨论稿” is left in Chinese")


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", ["第2稿", "2024年2月送审稿", "V2.1", "3.0版（12月）", "增长20%稿"]
)
def test_digits_of_a_mark_are_no_figures(tmp_path: Path, words: str) -> None:
    assert found_in(tmp_path, marked(words)) == []
    done = ran(project(tmp_path, marked(words)), "-a", "base", "--strict", "--verify")
    assert done.exit_code == 0, done.stderr
    done = ran(project(tmp_path), "-a", "base", "--strict", "--mark", words)
    assert "untraced" not in done.stderr
    assert done.exit_code == 0


def test_a_mark_that_no_face_has_is_told_at_its_place(tmp_path: Path) -> None:
    outline = project(tmp_path, marked("讨论稿🙂"))
    done = ran(outline, "-a", "base")
    assert done.exit_code == 1
    assert "content/outline.yaml:3:9: error" in done.stderr
    assert "[missing-glyph]" in done.stderr


def test_a_mark_that_is_too_long_for_a_line_is_told_at_its_place(tmp_path: Path) -> None:
    done = ran(project(tmp_path, marked("讨论稿" * 40)), "-a", "base", "-f", "deck")
    assert done.exit_code == 1
    assert "content/outline.yaml:3:9: error: Status mark: about" in done.stderr


def test_unknown_keys_of_a_mark_are_told(tmp_path: Path) -> None:
    (told,) = found_in(tmp_path, marked("{text: 讨论稿, acros: yes}"))
    assert "“acros”" in told
    assert "“across”" in told


# ── how it looks ────────────────────────────────────────


@pytest.mark.parametrize("form", ["deck", "brief", "handout"])
@pytest.mark.parametrize("id", theme_ids())
def test_the_line_stands_where_no_page_has_words(tmp_path: Path, form: str, id: str) -> None:
    outline = project(tmp_path, marked(ACROSS).replace("date: 2024-02", f"theme: {id}"))
    scene = sound(outline, form)
    assert scene.mark is not None
    at = scene.mark.line.rect
    assert 0 < at.x < at.right < scene.width
    assert 0 < at.y < at.bottom < scene.height
    for page in scene.pages:
        for item in walk(page.items):
            if isinstance(item, TextBox):
                for line in item.lines:
                    size = max((span.style.size for span in line.spans), default=0)
                    top = line.baseline - size
                    words = replace(at, x=line.x, y=top, w=line.width, h=size)
                    assert apart(at, words), (page.id, line.text)


def test_the_line_is_as_far_from_the_edge_as_printers_reach(tmp_path: Path) -> None:
    for form, far in (("deck", pt(4)), ("brief", mm(5.2))):
        scene = sound(project(tmp_path / form, marked("讨论稿")), form)
        assert scene.mark is not None
        at = scene.mark.line.rect
        assert far in (at.y, scene.height - at.bottom)


def test_where_the_middle_above_is_taken_it_stands_elsewhere(tmp_path: Path) -> None:
    scene = sound(project(tmp_path, marked("讨论稿")))
    brief, _ = loaded(project(tmp_path, marked("讨论稿")))
    assert scene.mark is not None
    assert brief is not None
    first = scene.mark.line
    taken = replace(scene.pages[0], items=(*scene.pages[0].items, first))
    crowded = replace(scene, pages=(taken, *scene.pages[1:]), mark=None)
    fonts = load_fonts(scene.theme.print_face)
    again = stamped(crowded, brief, scene.theme, fonts, Problems())
    assert again.mark is not None
    assert apart(again.mark.line.rect, first.rect)


@pytest.mark.parametrize("where", ["slide", "layout"])
def test_what_hides_the_line_has_it_above_itself(tmp_path: Path, where: str) -> None:
    scene = sound(project(tmp_path, marked("讨论稿")))
    ground = Shape(Name("ground"), Rect(0, 0, scene.width, scene.height), fill="primary")
    if where == "slide":
        page = replace(scene.pages[0], items=(ground, *scene.pages[0].items))
        scene = replace(scene, pages=(page, *scene.pages[1:]))
    else:
        under = scene.layout(scene.pages[0].layout)
        over = replace(under, decor=(ground,))
        layouts = tuple(over if each is under else each for each in scene.layouts)
        scene = replace(scene, layouts=layouts)
    deck = Presentation(BytesIO(render_deck(scene)))
    first = deck.slides[0] if where == "slide" else deck.slides[0].slide_layout
    names = [shape.name for shape in first.shapes]
    assert names.index("稿件标记") > names.index("底")
    others = [slide for slide in deck.slides if slide.slide_id != deck.slides[0].slide_id]
    assert not [s for each in others for s in each.shapes if s.name.startswith("稿件标记")]
    assert list(differences(meant(scene), read(render_deck(scene)))) == []


@pytest.mark.parametrize("id", theme_ids())
def test_words_across_leave_every_text_its_contrast(tmp_path: Path, id: str) -> None:
    outline = project(tmp_path, marked(ACROSS).replace("date: 2024-02", f"theme: {id}"))
    for form in ("deck", "brief"):
        scene = sound(outline, form)
        scene = replace(scene, theme=theme(id))
        assert scene.mark is not None
        assert scene.mark.across is not None
        share = scene.mark.across.share
        assert share > 50
        over = scene.theme.hex(scene.mark.across.colour)
        for text, ground, least in PAIRS:
            if ground in {page.ground for page in scene.pages}:
                below = blended(over, scene.theme.hex(ground), share)
                assert contrast(scene.theme.hex(text), below) >= least, (text, ground)
        on_white = blended(over, "FFFFFF", share)
        assert sum(int(on_white[at : at + 2], 16) for at in (0, 2, 4)) / 3 >= 255 * 0.935


def test_a_theme_at_the_limit_has_its_words_across_lighter_or_none() -> None:
    plain = theme("lingnan")
    usual = quiet_share(plain, "muted", {"white"})
    near = replace(plain, palette={**plain.palette, "accent-text": "727272"})
    at_it = replace(plain, palette={**plain.palette, "accent-text": "767676"})
    less = quiet_share(near, "muted", {"white"})
    assert 0 < less < usual
    assert contrast("727272", blended(plain.hex("muted"), "FFFFFF", less)) >= 4.5
    assert contrast("727272", blended(plain.hex("muted"), "FFFFFF", usual)) < 4.5
    assert quiet_share(at_it, "muted", {"white"}) < 20


def test_what_is_printed_across_is_what_the_deck_has(tmp_path: Path) -> None:
    outline = project(tmp_path, marked(ACROSS))
    scene = sound(outline)
    assert scene.mark is not None
    across = scene.mark.across
    assert across is not None
    points = [point for move in across.path for point in move.points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert 0 <= min(xs) < max(xs) <= scene.width
    assert 0 <= min(ys) < max(ys) <= scene.height
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    away = hypot(middle[0] - scene.width / 2, middle[1] - scene.height / 2)
    assert away < scene.height / 50
    master = parts(built(tmp_path, ACROSS)["demo.pptx"])["ppt/slideMasters/slideMaster1.xml"]
    tree = etree.fromstring(master.encode())
    (alpha,) = tree.iter(f"{A}alpha")
    assert int(alpha.get("val")) == 100 * across.share
    (turned,) = (each for each in tree.iter(f"{A}xfrm") if each.get("rot"))
    assert int(turned.get("rot")) == 360 * 60_000 + round(across.turn * 60_000)
    assert 0.5 < -across.turn / 45 < 1


def test_words_across_are_seen_and_quiet(tmp_path: Path) -> None:
    """Many pixels of a slide differ from those without the words, and each only a little."""

    def pixels(name: str, written: str) -> bytes:
        scene = sound(project(tmp_path / name, marked(written)), "handout")
        (data,) = FORMATS["handout"].render(scene, "x").values()
        number = next(at for at, page in enumerate(scene.pages) if page.kind == "topic")
        return pypdfium2.PdfDocument(data)[number].render(scale=1).to_pil().convert("L").tobytes()

    both = zip(pixels("a", ACROSS), pixels("b", "讨论稿"), strict=True)
    darker = [old - new for new, old in both if new != old]
    assert len(darker) > 960 * 540 / 50
    assert 0 < min(darker) <= max(darker) <= 17


def test_a_press_prints_it_in_one_light_tint(tmp_path: Path) -> None:
    made = built(tmp_path, ACROSS, "-f", "brief", "--press")
    page = PdfReader(BytesIO(made["demo-press.pdf"])).pages[0]
    content = page.get_contents()
    assert content is not None
    drawn = content.get_data().decode("latin-1")
    inks = drawn.split("/Watermark>> BDC")[1].partition(" k\n")[0].split()[-4:]
    assert sum(map(float, inks)) < 0.2
    assert " rg" not in drawn


@pytest.mark.slow
@pytest.mark.parametrize("style", ["2", "3", "4", "6", "notes"])
def test_small_slides_have_the_words_across_and_their_sheet_the_line(
    tmp_path: Path, style: str
) -> None:
    outline = marked(ACROSS) + f"page: {{handout: {style!r}, handout_sections: yes}}\n"
    scene = sound(project(tmp_path, outline), "handout")
    assert scene.mark is not None
    assert scene.mark.across is None
    small = [
        item.tint.ground
        for page in scene.pages
        for item in walk(page.items)
        if isinstance(item, Shape) and item.tint
    ]
    slides = sound(project(tmp_path / "deck", marked(ACROSS))).pages
    assert small == [slide.ground for slide in slides]


@pytest.mark.slow
def test_two_builds_of_a_marked_outline_give_the_same_bytes(tmp_path: Path) -> None:
    formats = ("-f", "deck", "-f", "brief", "-f", "handout", "-f", "md", "--handout", "6")
    one, two = (built(tmp_path / name, ACROSS, *formats) for name in ("one", "two"))
    assert one == two
