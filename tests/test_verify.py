"""Finished files held against what was meant: sound ones pass, and no damage goes unnoticed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pdf_scenes
import pytest
import scenes
import yaml
from outlines import DECK, OUTLINE, TOPICS, brief, project
from tellings import assert_told

from briefgen.answers.gallery import outline as gallery
from briefgen.brief.model import Brief
from briefgen.build import Request, build, load
from briefgen.checks.compare import differences
from briefgen.checks.meant import deck, printed
from briefgen.checks.verify import verify
from briefgen.cli import main
from briefgen.formats import FORMATS
from briefgen.formats import composed as composed_scene
from briefgen.problems import ContentError, Problems
from briefgen.record import replace
from briefgen.render import pptx
from briefgen.render.markdown import render as render_markdown
from briefgen.render.pdf import readback as pdf_readback
from briefgen.render.pdf import render as render_pdf
from briefgen.render.pptx import readback as pptx_readback
from briefgen.render.pptx import render as render_deck
from briefgen.scene.items import Chart, Group, Item, Table, TextBox
from briefgen.scene.names import Name, called
from briefgen.scene.scene import Scene
from briefgen.typography.text import Line

Damage = Callable[[bytes], bytes]
REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def damaged(name: str, pattern: str, by: str | Callable[[re.Match[str]], str]) -> Damage:
    """What changes one place of one part of a package (`a.xlsx!b.xml` lies in a package in it)."""
    outer, _, inner = name.partition("!")

    def damage(data: bytes) -> bytes:
        files = parts(data)
        if inner:
            files[outer] = damaged(inner, pattern, by)(files[outer])
            return packed(files)
        changed, count = re.subn(pattern, by, files[outer].decode(), count=1, flags=re.DOTALL)
        assert count == 1, f"{pattern} is not in {outer}"
        return packed(files | {outer: changed.encode()})

    return damage


@cache
def sample() -> bytes:
    return render_deck(scenes.deck())


def told(data: bytes, scene: Scene) -> list[tuple[str, int, str, str]]:
    """The differences of a file: what, on which page, the words meant and those found."""
    if data.startswith(b"%PDF"):
        found = differences(printed(scene), pdf_readback.read(data))
    else:
        found = differences(deck(scene), pptx_readback.read(data))
    return [
        (
            one.fault,
            one.page,
            one.expected.words if one.expected else "",
            one.found.words if one.found else "",
        )
        for one in found
    ]


SLIDE = "ppt/slides/slide{}.xml".format
NOTES = "数据来自政府工作报告。"
LINKS = "ppt/slides/_rels/slide{}.xml.rels".format


SWAPPED = damaged(
    "ppt/presentation.xml",
    r'(<p:sldId id="257" r:id=")(\w+)("/><p:sldId id="258" r:id=")(\w+)',
    r"\1\4\3\2",
)


def test_a_sound_deck_has_no_differences() -> None:
    assert told(sample(), scenes.deck()) == []


def test_a_sound_print_has_no_differences() -> None:
    scene = scenes.deck()
    assert told(render_pdf(scene), scene) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (
            damaged(SLIDE(2), "第一，先立后破。", "第一，先破后立。"),
            [("changed", 2, "第一，先立后破。", "第一，先破后立。")],
        ),
        (
            damaged(SLIDE(2), "第一，先立后破。", "第一,先立后破。"),
            [("changed", 2, "第一，先立后破。", "第一,先立后破。")],
        ),
        (
            damaged(SLIDE(3), "2600亿元基建领衔", "2600亿元 基建领衔"),
            [("changed", 3, "2600亿元基建领衔", "2600亿元 基建领衔")],
        ),
        (
            damaged(SLIDE(3), "<a:t>7000亿元</a:t>", "<a:t></a:t>"),
            [("changed", 3, "7000亿元", "")],
        ),
        (
            damaged(SLIDE(3), r"<a:tc>(?:(?!<a:tc>).)*7000亿元.*?</a:tc>", ""),
            [("missing", 3, "7000亿元", "")],
        ),
        (
            damaged("ppt/charts/chart1.xml", "<c:v>8.2</c:v>", "<c:v>8.3</c:v>"),
            [("changed", 3, "城市更新: 8.2", "城市更新: 8.3")],
        ),
        (
            damaged("ppt/charts/chart1.xml", "<c:v>工业投资</c:v>", "<c:v>农业投资</c:v>"),
            [("changed", 3, "工业投资: 1800", "农业投资: 1800")],
        ),
        (
            damaged("ppt/charts/chart2.xml", "<c:v>首期</c:v>", "<c:v>末期</c:v>"),
            [("changed", 3, "首期", "末期")],
        ),
        (
            damaged(
                "ppt/embeddings/workbook1.xlsx!xl/worksheets/sheet1.xml",
                "<v>8.2</v>",
                "<v>8.199</v>",
            ),
            [("changed", 3, "8.2", "8.199")],
        ),
        (
            damaged(
                "ppt/embeddings/workbook1.xlsx!xl/worksheets/sheet1.xml", ">城市更新<", ">城市<"
            ),
            [("changed", 3, "城市更新", "城市")],
        ),
        (
            damaged("ppt/notesSlides/notesSlide3.xml", r"<a:p>.*</a:p>", "<a:p/>"),
            [("changed", 3, NOTES, "")],
        ),
        (
            damaged(LINKS(3), r'<Relationship [^>]*notesSlide3[^>]*>', ""),
            [("missing", 3, NOTES, "")],
        ),
        (
            damaged(LINKS(2), "example.com/a", "example.com/b"),
            [("changed", 2, "https://example.com/a b?q=广州", "https://example.com/b%20b?q=%E5%B9%BF%E5%B7%9E")],
        ),
        (
            damaged(LINKS(2), '"slide1.xml"', '"slide3.xml"'),
            [("changed", 2, "page 1", "page 3")],
        ),
        (
            damaged(SLIDE(3), 'descr="红色块"', 'descr="蓝色块"'),
            [("changed", 3, "红色块", "蓝色块")],
        ),
        (
            damaged(SLIDE(3), 'descr="红色块"', ""),
            [("missing", 3, "红色块", "")],
        ),
        (
            damaged(SLIDE(2), r"(<a:p>(?:(?!<a:p>).)*先立后破.*?</a:p>)", r"\1\1"),
            [("doubled", 2, "", "第一，先立后破。")],
        ),
        (
            damaged(SLIDE(2), r"<a:p>(?:(?!<a:p>).)*先立后破.*?</a:p>", ""),
            [("missing", 2, "第一，先立后破。", "")],
        ),
        (
            damaged(SLIDE(2), r"(<a:t>甲</a:t>.*)<a:t>乙</a:t>", r"\1<a:t>丙</a:t>"),
            [("changed", 2, "乙", "丙")],
        ),
        (
            damaged(SLIDE(4), ' show="0"', ""),
            [("changed", 4, "hidden", "shown")],
        ),
        (
            damaged("ppt/presentation.xml", r'<p:sldId id="259"[^>]*/>', ""),
            [("missing", 4, "page 4", "")],
        ),
    ],
)  # fmt: skip
def test_damage_to_a_deck_is_told(
    damage: Damage, expected: list[tuple[str, int, str, str]]
) -> None:
    assert told(damage(sample()), scenes.deck()) == expected


def test_two_swapped_texts_are_told() -> None:
    swap = damaged(SLIDE(2), "<a:t>甲</a:t>(.*)<a:t>乙</a:t>", r"<a:t>乙</a:t>\1<a:t>甲</a:t>")
    assert [one[:2] for one in told(swap(sample()), scenes.deck())] == [("moved", 2)]


def test_two_swapped_slides_are_told() -> None:
    assert told(SWAPPED(sample()), scenes.deck()) == [
        ("misplaced", 2, "page 2", "page 3"),
        ("misplaced", 3, "page 3", "page 2"),
        ("changed", 4, "page 2", "page 3"),  # a link to the first of them
    ]


def test_a_slide_too_many_is_told() -> None:
    scene = scenes.deck()
    longer = render_deck(scenes.deck(scenes.content_page("more")))
    assert ("unexpected", 5, "", "page 5") in told(longer, scene)


# Prints: what a file lacks is made by drawing less than was meant.


def without(name: Name, items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(
        replace(item, items=without(name, item.items)) if isinstance(item, Group) else item
        for item in items
        if item.name != name
    )


def changed(scene: Scene, at: int, change: Callable[[tuple[Item, ...]], tuple[Item, ...]]) -> Scene:
    pages = list(scene.pages)
    pages[at] = replace(pages[at], items=change(pages[at].items))
    return replace(scene, pages=tuple(pages))


def test_a_text_missing_in_a_print_is_told() -> None:
    scene = scenes.deck()
    drawn = changed(scene, 1, lambda items: without(called("注"), items))
    assert told(render_pdf(drawn), scene) == [("missing", 2, "注：口径与出处", "")]


def test_a_changed_character_in_a_print_is_told() -> None:
    scene = pdf_scenes.scene(pdf_scenes.simple("大干十二年"), pdf_scenes.simple("再造新广州", 50))
    drawn = pdf_scenes.scene(pdf_scenes.simple("大干十三年"), pdf_scenes.simple("再造新广州", 50))
    assert told(render_pdf(drawn), scene) == [("changed", 1, "大干十二年", "大干十三年")]


def test_texts_out_of_order_in_a_print_are_told() -> None:
    first, last = pdf_scenes.simple("大干十二年"), pdf_scenes.simple("再造新广州", 50)
    found = told(render_pdf(pdf_scenes.scene(last, first)), pdf_scenes.scene(first, last))
    assert [one[:2] for one in found] == [("moved", 1)]


def test_a_text_twice_in_a_print_is_told() -> None:
    text = pdf_scenes.simple("大干十二年")
    drawn = pdf_scenes.scene(text, pdf_scenes.simple("大干十二年", 50))
    assert told(render_pdf(drawn), pdf_scenes.scene(text)) == [("doubled", 1, "", "大干十二年")]


def test_a_table_cell_missing_in_a_print_is_told() -> None:
    def emptied(items: tuple[Item, ...]) -> tuple[Item, ...]:
        def empty(table: Table) -> Table:
            head, (name, cell), *rest = table.cells
            return replace(table, cells=(head, (name, replace(cell, lines=())), *rest))

        return tuple(empty(item) if isinstance(item, Table) else item for item in items)

    scene = scenes.deck()
    assert told(render_pdf(changed(scene, 2, emptied)), scene) == [("missing", 3, "7000亿元", "")]


def test_links_alternatives_and_bookmarks_of_a_print_are_held_against_what_was_meant() -> None:
    scene = scenes.deck()
    data = render_pdf(scene)
    for said, instead in (
        (b"mailto:a@example.com", b"mailto:b@example.com"),
        (b"https://example.com/a", b"https://example.com/b"),
    ):
        assert data.count(said) == 1
        found = told(data.replace(said, instead), scene)
        assert [one[:2] for one in found] == [("changed", 2)]
    pages = [replace(page, title=f"{page.title}。") for page in scene.pages]
    found = told(render_pdf(replace(scene, pages=tuple(pages))), scene)
    assert [one[:2] for one in found] == [("changed", number) for number in (1, 2, 3)]
    described = changed(
        scene,
        2,
        lambda items: tuple(
            replace(item, alt="") if isinstance(item, Chart) else item for item in items
        ),
    )
    found = told(render_pdf(described), scene)
    assert [one[:2] for one in found] == [("missing", 3), ("missing", 3)]


# The brief: what the scene itself got wrong.


@cache
def loaded(outline: Path, audience: str = "base") -> tuple[Brief, Any]:
    made = load(Request(outline, (audience,)))
    (one,), (theme,) = made.briefs.values(), made.themes.values()
    return one, theme


def composed(outline: Path, format: str) -> tuple[Brief, Scene]:
    one, theme = loaded(outline)
    scene = composed_scene(one, theme, format, Problems())
    return one, scene


def problems_of(read: Brief, scene: Scene, format: str) -> list[str]:
    problems = Problems()
    verify(FORMATS[format].render(scene, "x"), read, scene, problems)
    assert all(problem.code.startswith("verify-") for problem in problems)
    return [problem.message for problem in problems]


def reworded(scene: Scene, old: str, new: str) -> Scene:
    """A scene in which both faces of a text say something else."""

    def line(one: Line) -> Line:
        return replace(
            one, spans=tuple(replace(s, text=s.text.replace(old, new)) for s in one.spans)
        )

    def item(one: Item) -> Item:
        if isinstance(one, Group):
            return replace(one, items=tuple(map(item, one.items)))
        if not isinstance(one, TextBox):
            return one
        paragraphs = tuple(
            replace(each, runs=tuple(replace(r, text=r.text.replace(old, new)) for r in each.runs))
            for each in one.paragraphs
        )
        return replace(one, paragraphs=paragraphs, lines=tuple(map(line, one.lines)))

    return replace(
        scene, pages=tuple(replace(p, items=tuple(map(item, p.items))) for p in scene.pages)
    )


@pytest.mark.slow
def test_words_that_the_scene_changed_are_told_by_the_outline(tmp_path: Path) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS + DECK)
    read, scene = composed(outline, "deck")
    assert problems_of(read, scene, "deck") == []
    assert (
        problems_of(read, reworded(scene, "打造创新轴", "打造创新"), "deck") == []
    )  # a topic's own
    found = problems_of(read, reworded(scene, "做强实体", "做大实体"), "deck")
    assert found == ["x.pptx: “做强实体” of the outline is missing (page 5)"]


def test_slides_that_the_scene_put_out_of_order_are_told(tmp_path: Path) -> None:
    read, scene = composed(project(tmp_path, OUTLINE + TOPICS + DECK), "deck")
    pages = list(scene.pages)
    pages[3], pages[4] = pages[4], pages[3]
    found = problems_of(read, replace(scene, pages=tuple(pages)), "deck")
    assert "page 5 stands after one of a later slide" in found


def test_a_slide_that_the_scene_left_out_is_told(tmp_path: Path) -> None:
    read, scene = composed(project(tmp_path, OUTLINE + TOPICS + DECK), "deck")
    found = problems_of(read, replace(scene, pages=scene.pages[:-1]), "deck")
    assert found == ["x.pptx: “谢谢” of the outline is missing"]


def test_what_the_brief_page_lacks_is_told(tmp_path: Path) -> None:
    page = "page: {style: article, lead: 示例的导语。, figures: [output, firms]}\n"
    read, scene = composed(project(tmp_path, OUTLINE + TOPICS + page), "brief")
    assert problems_of(read, scene, "brief") == []
    found = problems_of(read, reworded(scene, "导语", "标题"), "brief")
    assert found == ["x.pdf: “示例的导语。” of the outline is missing (page 1)"]


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    read = brief(tmp_path)
    for name, data in (("x.pptx", sample()[:2000]), ("x.pdf", b"%PDF-1.7\n")):
        problems = Problems()
        verify({name: data}, read, scenes.deck(), problems)
        assert any(f"{name} cannot be read back" in problem.message for problem in problems)


# Texts: the words of the brief, wherever they stand.


@pytest.mark.slow
@pytest.mark.parametrize("outline", [REFERENCE, gallery()], ids=["reference", "gallery"])
def test_a_markdown_document_says_all_that_the_brief_does(outline: Path) -> None:
    read, scene = composed(outline, "md")
    assert problems_of(read, scene, "md") == []


def texts_told(data: bytes, read: Brief, scene: Scene, notes: bool = True) -> list[str]:
    problems = Problems()
    verify({"x.txt": data}, read, scene, problems, notes=notes)
    return [problem.message for problem in problems]


def test_words_that_a_text_lacks_are_told(tmp_path: Path) -> None:
    said = DECK.replace("title: 谢谢}", "title: '谢谢 [1] * 2', notes: '讲到这里 a--b 为止'}")
    read, scene = composed(project(tmp_path, OUTLINE + TOPICS + said), "md")
    (text,) = FORMATS["md"].render(scene, "x").values()
    assert texts_told(text, read, scene) == []
    assert texts_told(text.decode().encode("utf-16"), read, scene) == []
    for missing in ("做强实体", "讲到这里 a-\\-b 为止", r"谢谢 \[1\] \* 2"):
        assert missing in text.decode()
        (problem,) = texts_told(text.replace(missing.encode(), b""), read, scene)
        plain = missing.replace("\\", "")
        assert problem == f"x.txt: “{plain}” of the outline is missing"


def test_a_text_without_notes_need_not_say_them_nor_what_is_hidden(tmp_path: Path) -> None:
    said = DECK.replace("title: 谢谢}", "title: 谢谢, hidden: yes, notes: 讲到这里为止}")
    read, scene = composed(project(tmp_path, OUTLINE + TOPICS + said), "md")
    pages = tuple(replace(page, notes=()) for page in scene.pages if not page.hidden)
    text = render_markdown(replace(scene, pages=pages))
    assert texts_told(text, read, scene, notes=False) == []
    assert len(texts_told(text, read, scene)) == 2
    lost = text.replace("做强实体".encode(), b"")
    assert texts_told(lost, read, scene, notes=False) == [
        "x.txt: “做强实体” of the outline is missing"
    ]


def test_words_between_the_tags_of_a_text_are_known_again(tmp_path: Path) -> None:
    read, scene = composed(project(tmp_path, OUTLINE + TOPICS + DECK), "md")
    text = FORMATS["md"].render(scene, "x")["x.md"].replace("做强".encode(), "做<b>强</b>".encode())
    assert texts_told(text, read, scene) == []


@pytest.mark.parametrize(
    "data", [b"\x00\x01\xff\xfe", b"PK\x03\x04\x14\x00", "做强实体".encode("gb18030")]
)
def test_a_file_of_another_form_is_told_as_not_verified(tmp_path: Path, data: bytes) -> None:
    read, scene = composed(project(tmp_path, OUTLINE + TOPICS + DECK), "md")
    problems = Problems()
    verify({"x.odt": data}, read, scene, problems)
    assert assert_told("verify-not-read", problems).severity == "warning"
    assert len(problems) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "damage"),
    [
        ("verify-changed", damaged(SLIDE(2), "第一，先立后破。", "第一，先破后立。")),
        ("verify-missing", damaged(SLIDE(3), 'descr="红色块"', "")),
        ("verify-doubled", damaged(SLIDE(2), r"(<a:p>(?:(?!<a:p>).)*先立后破.*?</a:p>)", r"\1\1")),
        ("verify-moved", damaged(SLIDE(2), "(<a:t>)甲(</a:t>.*<a:t>)乙", r"\1乙\2甲")),
        ("verify-misplaced", SWAPPED),
        ("verify-promise", damaged(SLIDE(2), "第一，先立后破。", "第一，先破后立。")),
        ("verify-unreadable", lambda data: data[:2000]),
        (
            "verify-unexpected",
            damaged(SLIDE(2), "(先立后破.*?</a:p>)", r"\1<a:p><a:r><a:t>多话</a:t></a:r></a:p>"),
        ),
        ("verify-page-extra", lambda _: render_deck(scenes.deck(scenes.content_page("more")))),
        ("verify-page-missing", damaged("ppt/presentation.xml", r'<p:sldId id="259"[^>]*/>', "")),
        ("verify-hidden", damaged(SLIDE(4), ' show="0"', "")),
        ("verify-shown", damaged(SLIDE(3), "<p:sld ", '<p:sld show="0" ')),
    ],
)
def test_each_fault_of_a_file_is_told_in_both_languages(
    tmp_path: Path, code: str, damage: Damage
) -> None:
    problems = Problems()
    verify({"x.pptx": damage(sample())}, brief(tmp_path), scenes.deck(), problems)
    assert_told(code, problems)


# All that is built


@pytest.mark.slow
@pytest.mark.parametrize("format", ["deck", "brief", "handout"])
def test_every_kind_is_verified(format: str) -> None:
    read, scene = composed(gallery(), format)
    assert problems_of(read, scene, format) == []


@pytest.mark.slow
@pytest.mark.parametrize("style", ["3", "notes"])
def test_handouts_are_verified(style: str) -> None:
    read, theme = loaded(gallery())
    read = replace(read, page=replace(read.page, handout=cast(Any, style)))
    scene = composed_scene(read, theme, "handout", Problems())
    assert problems_of(read, scene, "handout") == []


@pytest.mark.slow
def test_the_reference_files_are_verified(tmp_path: Path) -> None:
    outline = Path(__file__).parents[1] / "content/outline.yaml"
    report = build(Request(outline, out=tmp_path, verify=True))
    assert len(report.written) == 12


@pytest.mark.slow
def test_nothing_is_written_unless_it_is_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS + DECK)
    whole = pptx.render
    wrong = damaged(SLIDE(4), "<a:t>[^<]+</a:t>", "<a:t>错</a:t>")
    monkeypatch.setattr(pptx, "render", lambda scene: wrong(whole(scene)))
    request = Request(outline, formats=("deck",), out=tmp_path / "out", jobs=1)
    with pytest.raises(ContentError) as caught:
        build(replace(request, verify=True))
    assert_told("verify-changed", caught.value)
    assert not (tmp_path / "out").exists()
    asked = ["build", str(outline), "-f", "deck", "-o", str(tmp_path / "out"), "-j", "1"]
    with pytest.raises(SystemExit) as stopped:
        main([*asked, "--verify"])
    assert stopped.value.code == 1
    assert "expected “创新成轴”, found “错”" in capsys.readouterr().err
    assert build(request).written  # who does not ask for it gets what there is


# What readers tell otherwise than it was written: hyphens at the ends of lines, letters that are
# joined, and breaks within what has no blank.
JOINED = ("co\u00adope\u00adration-", "oﬃce-ﬂow")
ODD = ("a-", "-", *JOINED, "8" * 70, f"{'y' * 75} 34 56", "5-", "全\u034b-")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_odd_words_are_read_back_as_they_are(tmp_path: Path, language: str) -> None:
    rows = [[*ODD[3:6]], [*ODD[:3]], ["x", "\u3000", "y"]]
    sides = {side: {"head": side, "points": ["x", "y"]} for side in ("left", "right")}
    slides: list[object] = [
        {"id": "t", "kind": "table", "title": "-", "header": [*ODD[:3]], "rows": rows},
        {"id": "b", "kind": "bullets", "title": "a-", "points": list(ODD), "notes": ODD[2]},
        {"id": "c", "kind": "compare", "title": "x", **sides},
        *({"id": f"s{n}", "kind": "text", "title": f"x{each}", "text": each, "unchecked": "odd"}
          for n, each in enumerate(ODD)),
    ]  # fmt: skip
    brief = {"slug": "odd", "title": "Odd", "language": language}
    path = tmp_path / "outline.yaml"
    path.write_text(yaml.safe_dump({"brief": brief, "deck": slides}, allow_unicode=True), "utf-8")
    asked = Request(path, ("base",), formats=("deck", "handout"), out=tmp_path, verify=True)
    assert len(build(asked).written) == 2
