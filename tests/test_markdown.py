"""The Markdown document: it reads back as what the slides say, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from outlines import DECK, OUTLINE, TOPICS, project
from rows import every
from scenes import META, THEME, chart, para

from briefgen.answers.gallery import outline as gallery
from briefgen.build import Request, load, make_one
from briefgen.checks.leaks import search
from briefgen.formats import composed
from briefgen.geometry import Rect, pt
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.render.markdown import render
from briefgen.request import Job
from briefgen.scene.canvas import WIDE
from briefgen.scene.items import Cell, Chart, Group, Item, Page, Slot, Table, TextBox
from briefgen.scene.layouts import NOTE_INDEX
from briefgen.scene.names import Name
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk
from briefgen.typography.markers import Bullet, Numbering
from briefgen.typography.text import Paragraph, Run, Style

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
RECT = Rect(0, 0, pt(100), pt(100))
# What would be markup, what is near it, and what is in neither.
NASTY = st.text(
    st.sampled_from("\\`*_[]<>(){}#+-=.!|~$&;:\"'/@^ \t1a9x中，“”。：\u3000\u00a0é😀")
    | st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")),
    max_size=14,
)
EXAMPLES = (
    "# 1", "1. a", "1)", "- a", "-", "---", "- - -", "===", "+ a", "> a", "```", "~~~", "a  ",
    "&amp;", "&#35;", "AT&T;", "<b>", "<!-- x -->", "[a](b)", "![a](b)", "[a]: b", "**a**", "_a_",
    "a|b", "\\|", "a\\", ":-", ":-:", "-:", "|-|", "{kind=x #y}", "{gdp}", "$1 and $2", "10~20",
    "!", "http://a_b_c", "“引”", "*", "-1%", "https://a.b/c?d=(e)", "</td>", "a<br>b",
)  # fmt: skip


def box(name: Name, *paragraphs: Paragraph, slot: Slot | None = None) -> TextBox:
    return TextBox(name=name, rect=RECT, paragraphs=paragraphs, lines=(), slot=slot)


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(tuple(Cell(paragraphs=(para(text),), lines=()) for text in row) for row in rows)
    return Table(
        name=Name("table"),
        rect=RECT,
        columns=(1,) * len(rows[0]),
        heights=(1,) * len(rows),
        cells=cells,
        alt="表",
    )


def document(*items: Item, title: str = "标题", notes: tuple[str, ...] = (), **more: object) -> str:
    page = Page(
        id="one", layout="title-only", title=title, items=items, notes=notes, kind="table", **more
    )  # type: ignore[arg-type]
    return render(
        Scene(width=WIDE.width, height=WIDE.height, pages=(page,), theme=THEME, meta=META)
    ).decode()


def tokens(text: str) -> list[Token]:
    """The document as a reader of CommonMark with GitHub's tables sees it, front matter apart."""
    front, _, body = text.split("---\n", 2)
    assert front == ""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)


def plain(token: Token) -> str:
    """The words of inline content; a `<br>` of a cell and a line's end as line ends."""
    made = ""
    for child in token.children or ():
        assert child.type not in ("code_inline", "s_open", "html_inline") or child.content == "<br>"
        if child.type in ("softbreak", "hardbreak", "html_inline"):
            made += "\n"
        else:
            made += child.content
    return made


def read(text: str) -> list[tuple[str, str]]:
    """Every text of the document with the innermost block that it stands in."""
    found: list[tuple[str, str]] = []
    within: list[str] = []
    for token in tokens(text):
        if token.nesting == 1:
            within.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            within.pop()
        elif token.type == "inline":
            blocks = [each for each in within if each != "paragraph" and not each.startswith("t")]
            cell = within[-1] if within[-1] in ("th", "td") else ""
            found.append((cell or (blocks[-1] if blocks else "paragraph"), plain(token)))
        else:
            found.append((token.type, token.content))
    return found


def heading(text: str) -> str:
    return re.sub(r" ?\{kind=table #one\}$", "", text)


def lines_of(words: str) -> str:
    """The words as a document has them: no white space at the ends of a line."""
    return "\n".join(filter(None, (part.strip() for part in words.splitlines())))


@pytest.mark.slow
@given(NASTY, NASTY, NASTY, NASTY, NASTY)
def test_all_words_read_back(title: str, point: str, said: str, quoted: str, cell: str) -> None:
    check(title, point, said, quoted, cell)


@every("words", EXAMPLES)
def test_marks_read_back(words: str) -> None:
    check(words, words, words, words, words)


def check(title: str, point: str, said: str, quoted: str, cell: str) -> None:
    text = document(
        box(
            Name("column", 1),
            para("首", bold=True),
            para(point, marker=Bullet()),
            para("末", marker=Bullet()),
        ),
        box(Name("text"), para(said), para("行", bold=True)),
        box(Name("quoted"), para(quoted)),
        table(("头", cell), (cell, "尾")),
        box(Name("note"), para(said), slot=Slot("body", NOTE_INDEX)),
        title=title,
    )
    found = read(text)
    assert (found[0][0], heading(found[0][1])) == ("heading", " ".join(title.split()))
    expected = [
        ("list_item", "首"),
        *([("list_item", lines_of(point))] if lines_of(point) else []),
        ("list_item", "末"),
        ("paragraph", lines_of(said + "\n行")),
        *([("blockquote", lines_of(quoted))] if lines_of(quoted) else []),
        ("th", "头"),
        ("th", lines_of(cell)),
        ("td", lines_of(cell)),
        ("td", "尾"),
        *([("paragraph", lines_of(said))] if lines_of(said) else []),
    ]
    assert found[1:] == expected


@given(NASTY, NASTY)
@example("a", "-->")
@example("--!>", "---")
@example("\\-", "-\\-")
@example("->", "-")
def test_notes_are_one_comment_and_read_back(first: str, second: str) -> None:
    notes = tuple(note for note in (first, second) if note.strip())
    found = read(document(notes=notes))
    if not notes:
        assert len(found) == 1
        return
    ((kind, comment),) = found[1:]
    assert kind == "html_block"
    inside = comment.strip().removeprefix("<!--").removesuffix("-->")
    assert "--" not in inside
    assert re.sub(r"\\([\\-])", r"\1", inside) == "\n" + "\n".join(notes) + "\n"


def test_links_lead_to_slides_and_addresses() -> None:
    style = Style(pt(18))
    address = "https://example.org/a_(b)"
    runs = (Run("见 ", style), Run("第*二*页", style, link="page:two"), Run(" 或", style))
    text = document(
        box(Name("text"), Paragraph(runs, 1), Paragraph((Run(address, style, link=address),), 1)),
        box(Name("body"), Paragraph((Run("这里!", style), Run("甲", style, link=address)), 1)),
    )
    found = [
        child.attrs["href"]
        for token in tokens(text)
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert found == ["#two", address, address]
    assert [words for _, words in read(text)][1:] == ["见 第*二*页 或", address, "这里!甲"]


def test_a_chart_is_a_table_of_its_labels() -> None:
    made = chart(RECT, values=(None, *chart(RECT).series[0].values[1:]))
    (series,) = made.series
    series = replace(series, formats=("General", '"超"0.0"亿元"', '#,##0"亿元"'))
    assert read(document(replace(made, series=(series,))))[1:] == [
        ("th", ""), ("th", "2024年"),
        ("td", "基础设施"), ("td", "-"),
        ("td", "城市更新"), ("td", "超8.2亿元"),
        ("td", "工业投资"), ("td", "1,800亿元"),
    ]  # fmt: skip


def test_front_matter_is_yaml_whatever_the_title_is() -> None:
    title = 'a: "b" \\ # — \u2028 😀'
    scene = Scene(
        width=WIDE.width,
        height=WIDE.height,
        pages=(),
        theme=THEME,
        meta=replace(META, title=title),
        audience="干部",
    )
    matter = yaml.safe_load(render(scene).decode().split("---\n")[1])
    assert matter == {
        "title": title, "subtitle": META.subject, "author": META.author, "date": META.date,
        "language": META.language, "audience": "干部",
    }  # fmt: skip


@cache
def slides(audience: str) -> Scene:
    outline, name = (gallery(), "base") if audience == "gallery" else (REFERENCE, audience)
    loaded = load(Request(outline, (name,)))
    return composed(loaded.briefs[name], loaded.themes[name], "deck", Problems())


def words_of(page: Page) -> Iterator[str]:
    """What a slide says outside its furniture and the drawings of its charts."""
    for item in walk(page.items):
        if isinstance(item, TextBox):
            role = item.slot.role if item.slot else ""
            labels = item.name.kind in ("segment-name", "value", "unit")
            if (
                role in ("footer", "date", "number", "title")
                or labels
                or item.name.kind in ("pane-name", "pages")
                or item.name == Name("section-name")
            ):
                continue
            yield from (paragraph.text for paragraph in item.paragraphs)
        elif isinstance(item, Table):
            yield from (p.text for row in item.cells for cell in row for p in cell.paragraphs)
        elif isinstance(item, Chart):
            yield from item.categories


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["base", "citizen", "overseas", "gallery"])
def test_nothing_that_a_slide_says_is_lost(audience: str) -> None:
    scene = slides(audience)
    said = "\n".join(words for _, words in read(render(scene).decode()))
    for page in scene.pages:
        for words in words_of(page):
            known = words.strip().isdecimal() or words.strip() in said
            assert known or not words.strip(), (page.id, words)


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["base", "overseas", "gallery"])
def test_headings_are_the_slides_with_kind_and_id(audience: str) -> None:
    scene = slides(audience)
    heads = [t for t in tokens(render(scene).decode()) if t.type == "heading_open"]
    ids = list(dict.fromkeys(page.id.partition("--")[0] for page in scene.pages))
    kinds = {page.id: page.kind for page in scene.pages}
    assert all(kinds.values())
    assert [t.tag for t in heads] == ["h1" if kinds[id] == "section" else "h2" for id in ids]
    said = [words for kind, words in read(render(scene).decode()) if kind == "heading"]
    for id, words in zip(ids, said, strict=True):
        assert words.endswith(f" {{kind={kinds[id]} #{id}}}")
        assert not re.search(r"[（(]\d/\d[）)]", words)


def test_a_slide_that_goes_on_is_one_with_one_table() -> None:
    scene = slides("base")
    pages = [page for page in scene.pages if page.kind == "sources"]
    assert len(pages) > 1
    text = render(replace(scene, pages=tuple(pages))).decode()
    kinds = [token.type for token in tokens(text)]
    assert kinds.count("table_open") == 1
    tables = [item for page in pages for item in page.items if isinstance(item, Table)]
    assert kinds.count("tr_open") == 1 + sum(len(table.cells) - 1 for table in tables)


def test_steps_and_points_are_numbered_lists() -> None:
    scene = slides("gallery")
    for id in ("summary", "process", "agenda"):
        (page,) = (page for page in scene.pages if page.id == id)
        kinds = [t.type for t in tokens(render(replace(scene, pages=(page,))).decode())]
        assert kinds.count("ordered_list_open") == 1
        assert "bullet_list_open" not in kinds


def test_a_task_of_a_roadmap_is_seen_in_all_its_phases() -> None:
    scene = slides("gallery")
    (page,) = (page for page in scene.pages if page.id == "roadmap")
    found = read(render(replace(scene, pages=(page,))).decode())
    cells = [words for kind, words in found if kind in ("th", "td")]
    assert cells[:4] == ["", "今年", "明年", "后年"]
    assert cells[4:8] == ["轨道", "东延段开工，车站主体同步施工", "→", "东延段通车"]


def test_hidden_slides_say_so() -> None:
    assert "{kind=table #one hidden=yes}" in document(hidden=True)


def test_drawings_stand_in_words() -> None:
    group = Group(
        Name("schematic"), (box(Name("node", 1), para("甲", bold=True)),), "示意图：甲→乙"
    )
    assert read(document(group))[1:] == [("paragraph", "示意图：甲→乙"), ("list_item", "甲")]


def test_the_same_bytes_twice() -> None:
    assert render(slides("base")) == render(slides("base"))


def test_restricted_words_are_found_in_it(tmp_path: Path) -> None:
    secret = "内部测算显示缺口较大，须另行筹措"
    notes = f"notes: {{text: '{secret}', only: [cadre]}}"
    deck = DECK.replace("title: 谢谢}", f"title: 谢谢, {notes}}}")
    path = project(tmp_path, OUTLINE + TOPICS + deck, cadre="name: 干部", public="name: 公众")
    found = load(Request(path, ("public", "cadre")))
    theirs, own = (
        make_one(Job(found.briefs[name], found.themes[name], "md")).files for name in found.briefs
    )
    problems = Problems()
    search(theirs, found.briefs["public"], problems)
    assert not list(problems)
    search(own, found.briefs["public"], problems)
    assert [(problem.code, "demo-cadre.md" in problem.message) for problem in problems] == [
        ("leak", True)
    ]


def test_points_of_a_deeper_level_stand_below_those_they_belong_to() -> None:
    points = [para(str(n), marker=Bullet(), level=level) for n, level in enumerate((0, 1, 2, 1, 0))]
    said = document(box(Name("point"), *points))
    assert [line for line in said.split("\n") if line.lstrip().startswith("-")][-5:] == [
        "- 0",
        "  - 1",
        "    - 2",
        "  - 3",
        "- 4",
    ]


def test_a_numbered_list_is_numbered() -> None:
    points = [para(f"第{n}件", marker=Numbering("一、", n)) for n in (3, 4)]
    assert "3. 第3件\n4. 第4件" in document(box(Name("point"), *points))
