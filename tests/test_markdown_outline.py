"""An outline in Markdown: the same slides, problems at their places, and there and back again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st
from outlines import DECK, OUTLINE, TOPICS, project

from briefgen.answers.convert import convert
from briefgen.answers.edit import rewritten, scalar_at
from briefgen.answers.gallery import outline as gallery
from briefgen.build import build, check, load
from briefgen.cli import briefgen
from briefgen.kinds import kinds
from briefgen.outline.load import read_nodes
from briefgen.outline.markdown.read import fields_by, read_markdown
from briefgen.outline.markdown.to_yaml import to_yaml
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, Sequence, scalars
from briefgen.problems import ContentError, Mark, Problem, Problems
from briefgen.request import Request

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "content" / "outline.yaml"
STRANGERS = sorted((Path(__file__).parent / "strangers").glob("*.md"))
HEAD = OUTLINE + TOPICS


def document(folder: Path, slides: str, head: str = HEAD) -> Path:
    """A project whose outline is Markdown."""
    path = project(folder, HEAD).with_name("deck.md")
    path.with_name("outline.yaml").unlink()
    path.write_text(f"---\n{head}---\n\n{slides}", "utf-8")
    return path


def slides(path: Path, problems: Problems | None = None) -> list[Mapping]:
    """The slides of an outline, as nodes."""
    read = read_nodes(path, path.name, kinds(), Problems() if problems is None else problems)
    deck = read.get("deck") if read else None
    assert isinstance(deck, Sequence)
    return [item for item in deck.items if isinstance(item, Mapping)]


def plain(node: Node) -> object:
    """What a node says, without places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def told(path: Path) -> list[str]:
    return [str(problem) for problem in check(Request(path))]


def one(tmp_path: Path, text: str) -> dict[str, object]:
    """The fields of the only slide of a document."""
    (slide,) = slides(document(tmp_path, text))
    said = plain(slide)
    assert isinstance(said, dict)
    return said


def test_blocks_stand_in_the_fields_of_the_kind(tmp_path: Path) -> None:
    said = one(
        tmp_path,
        "## 三件事 {kind=summary #three minutes=2}\n\n"
        "1. **甲**：产值{output}\n2. **乙**\n\n   企业{firms}\n   - 小\n   - 大\n3. 丙\n\n"
        "*全年口径。*\n\n"
        "<!--\n第一行\n第二行\n-->\n",
    )
    assert said == {
        "kind": "summary",
        "id": "three",
        "minutes": "2",
        "title": "三件事",
        "points": [
            {"head": "甲", "text": "产值{output}"},
            {"head": "乙", "text": "企业{firms}", "points": ["小", "大"]},
            "丙",
        ],
        "note": "全年口径。",
        "notes": "第一行\n第二行",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# 第一部分\n", "section"),
        ("## 表\n\n| a | b |\n| - | - |\n| c | d |\n", "table"),
        ("## 数\n\n- {output}\n- {firms}\n", "kpi"),
        ("## 点\n\n- 甲\n- 乙\n", "bullets"),
        ("## 证\n\n- **甲**：一\n- **乙**：二\n", "summary"),
        ("## 话\n\n> 去年全市产值\n", "quote"),
        ("## 文\n\n一段话。\n\n又一段。\n", "text"),
        ("## 图\n\n![江](a.png)\n", "image"),
    ],
)
def test_a_slide_without_a_kind_takes_that_of_what_it_holds(
    tmp_path: Path, text: str, kind: str
) -> None:
    head = HEAD + "  - {id: x, name: 甲}\n"
    (slide,) = slides(document(tmp_path, f"## 封面 {{kind=cover}}\n\n{text}", head))[1:]
    assert slide.get("kind") == slide.entries["kind"].value
    assert plain(slide.entries["kind"].value) == kind


def test_tables_figures_pictures_sides_and_yaml_are_read(tmp_path: Path) -> None:
    path = document(
        tmp_path,
        "## 图表 {kind=bar}\n\n```yaml\nhighlight: output # 重点\n```\n\n"
        "- {output}\n- {firms}\n\n* 其一\n* 其二\n\n**看大的**\n\n"
        "## 格子\n\n| 甲 | 乙 |\n| --- | :-: |\n| a\\|b | 一<br>二 |\n\n"
        '## 画 {kind=image}\n\n![江](a.png "岸"){credit="图 甲"}\n![桥](b.png)\n\n'
        "## 两边 {kind=compare}\n\n### 左\n\n- 一\n\n### 右\n\n- 二\n",
    )
    bar, table, image, sides = map(plain, slides(path))
    assert bar == {
        "kind": "bar",
        "highlight": "output",
        "title": "图表",
        "figures": ["output", "firms"],
        "points": ["其一", "其二"],
        "claim": "看大的",
    }
    assert isinstance(table, dict)
    assert table["header"] == ["甲", "乙"]
    assert table["rows"] == [["a|b", "一\n二"]]
    assert isinstance(image, dict)
    assert image["images"] == [
        {"file": "a.png", "alt": "江", "caption": "岸", "credit": "图 甲"},
        {"file": "b.png", "alt": "桥"},
    ]
    assert isinstance(sides, dict)
    assert sides["left"] == {"head": "左", "points": ["一"]}
    assert sides["right"] == {"head": "右", "points": ["二"]}


def test_every_text_knows_the_line_and_column_it_stands_at() -> None:
    for path in STRANGERS:
        lines = path.read_text("utf-8").split("\n")
        for slide in slides(path):
            for scalar in scalars(slide):
                at = lines[scalar.mark.line - 1][scalar.mark.column - 1 :]
                first = scalar.raw.split("\n")[0]
                # A kind that nobody wrote stands at its heading.
                assert at.startswith((first, "#")), (path.name, scalar)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("## 甲 {kind=bullets wide}\n\n- 一\n", "md-attribute", (0, 20)),
        ("前言\n\n## 甲\n\n- 一\n", "md-before-slides", (0, 1)),
        ("## 甲 {kind=agenda}\n\n一段话\n", "md-no-place", (2, 1)),
        ("## 甲 {kind=kpi}\n\n| a |\n| - |\n| b |\n", "md-no-place", (2, 1)),
        ("## 甲\n\n- 一\n\n```python\nx\n```\n", "md-code", (4, 1)),
        ("## 甲\n\n- 一\n\n<!-- 没完\n", "md-comment-open", (4, 1)),
        ("## 甲\n\n- 一\n\n```yaml\nnote: 甲\n", "md-fence-open", (4, 1)),
        ("## 甲\n\n- 一\n\n```yaml\n- a\n```\n", "md-yaml-no-keys", (5, 1)),
        ("## 甲\n\n- 一\n\n```yaml\npoints: [二]\n```\n", "duplicate-key", (2, 1)),
        ("## 甲\n\n- 一\n\n```yaml\nnote: [\n```\n", "yaml-no-comma", (0, 0)),
        ("## 甲\n\n> - 一\n", "md-in-quote", (2, 3)),
        ("## 甲 {kind=bulets}\n\n- 一\n", "unknown-kind", (0, 12)),
        ("## 甲 {kind=bullets}\n\n- 一 {size=2}\n", "unknown-key", (2, 6)),
        ("## 甲\n\n- 占{nothing}\n", "unknown-figure-id", (0, 0)),
        ("## 甲\n\n- 值\n- 999亿元\n", "untraced-number", (3, 3)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    tmp_path: Path, text: str, code: str, place: tuple[int, int]
) -> None:
    path = document(tmp_path, text)
    first = path.read_text("utf-8").split("\n").index(text.split("\n")[0]) + 1
    found = {problem.code: problem for problem in check(Request(path))}
    if place == (0, 0):
        assert any(problem.mark.line > first for problem in found.values())
    else:
        line, column = place
        assert code in found, list(found)
        assert found[code].mark == Mark("content/deck.md", first + line, column)


def test_head_matter_that_does_not_end_is_told(tmp_path: Path) -> None:
    path = document(tmp_path, "")
    path.write_text("---\nbrief: {slug: a, title: 甲}\n\n## 乙\n", "utf-8")
    assert [problem.code for problem in check(Request(path))] == ["md-head-open"]


def test_head_matter_as_other_programs_have_it_is_the_brief(tmp_path: Path) -> None:
    path = document(tmp_path, "", "")
    path.write_text("---\ntitle: 甲\nauthor: 乙\n---\n\n## 丙\n\n- 丁\n", "utf-8")
    brief = load(Request(path)).briefs["base"]
    assert (str(brief.title), str(brief.author), brief.slug) == ("甲", "乙", "deck")


def test_a_first_heading_is_the_title_where_there_is_none(tmp_path: Path) -> None:
    path = document(tmp_path, "", "")
    path.write_text("# 甲\n\n## 丙\n\n- 丁\n", "utf-8")
    brief = load(Request(path)).briefs["base"]
    assert str(brief.title) == "甲"
    assert [slide.kind for slide in brief.deck] == ["cover", "bullets"]


def test_audiences_change_what_stands_in_markdown(tmp_path: Path) -> None:
    path = document(tmp_path, "## 甲 {#one}\n\n- 一\n\n## 乙 {#two only=guest}\n\n- 二\n")
    path.with_name("audiences").joinpath("guest.yaml").write_text(
        "name: 客人\ndeck:\n  set:\n    one: {title: 丙}\n", "utf-8"
    )
    briefs = load(Request(path)).briefs
    assert [str(slide.title) for slide in briefs["guest"].deck] == ["丙", "乙"]
    assert [str(slide.title) for slide in briefs["base"].deck] == ["甲"]


def copied(outline: Path, folder: Path) -> Path:
    """A project in a folder of its own."""
    root = outline.parent.parent if outline.parent.name == "content" else outline.parent
    pictures = [path.name for path in root.glob("*.jpg")]
    for name in ("content", "seeds", "data", "source.txt", *pictures):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.is_file():
            folder.mkdir(exist_ok=True)
            shutil.copy(source, folder / name)
    target = folder / outline.relative_to(root)
    shutil.copy(outline, target)
    return target


def files(outline: Path, out: Path) -> dict[str, bytes]:
    """What is built of an outline, for itself and an audience of another language."""
    others = ("overseas",) if (outline.parent / "audiences" / "overseas.yaml").exists() else ()
    wanted = ("base", *others)
    report = build(Request(outline, wanted, out=out, formats=("deck", "md"), jobs=1))
    return {path.name: path.read_bytes() for path in report.written}


@pytest.mark.slow
@pytest.mark.parametrize(
    "outline", [REFERENCE, gallery(), *STRANGERS], ids=lambda p: p.parent.name + p.stem
)
def test_what_goes_there_and_back_builds_the_same_bytes(outline: Path, tmp_path: Path) -> None:
    here = copied(outline, tmp_path / "project")
    there = here.with_name("there" + (".md" if here.suffix == ".yaml" else ".yaml"))
    back = here.with_name("back" + here.suffix)
    there.write_text(convert(here), "utf-8")
    back.write_text(convert(there), "utf-8")
    made = files(here, tmp_path / "one")
    assert made
    for number, other in enumerate((there, back)):
        if "slug" not in outline.read_text("utf-8"):
            break
        assert files(other, tmp_path / f"more{number}") == made


@pytest.mark.slow
@pytest.mark.parametrize("outline", [REFERENCE, gallery()], ids=["reference", "gallery"])
def test_the_same_is_found_at_the_same_words(outline: Path, tmp_path: Path) -> None:
    here = copied(outline, tmp_path / "project")
    text = here.read_text("utf-8")
    for number, words in enumerate(("均为", "老码头改造后", "活动在黄埔区举办", "讲完", "拥有")):
        text = text.replace(words, f"{words}99{number}亿元", 1)
    here.write_text(text, "utf-8")
    there = here.with_name("there.md")
    there.write_text(convert(here), "utf-8")
    yaml, markdown = list(check(Request(here))), list(check(Request(there)))
    assert yaml
    assert list(places(yaml, here)) == list(places(markdown, there))


def places(problems: list[Problem], outline: Path) -> list[tuple[str, str]]:
    """What is told, and the characters at its place; sorted, since slides stand in other lines."""
    root = outline.parent.parent if outline.parent.name == "content" else outline.parent

    def words(mark: Mark) -> str:
        line = (root / mark.file).read_text("utf-8").split("\n")[mark.line - 1]
        return line[mark.column - 1 :].lstrip("\"'")[:4]

    return sorted((each.message, words(each.mark)) for each in problems if each.mark.line)


def test_comments_stay_there_and_back(tmp_path: Path) -> None:
    deck = (
        "# 开头的话\n" + OUTLINE + "# 关于题目\n" + TOPICS + "deck:\n"
        "  # 第一张\n  - {id: cover, kind: cover}\n\n  # 第二张\n  # 还是第二张 -- 真的\n"
        "  - id: list\n    kind: bullets # 列表\n    title: 甲\n"
        "    points:\n      - 一 # 重要\n      - 二\n"
        "  # 末尾\n# 名称\nnames: [一, 二] # 两个\n"
    )
    here = project(tmp_path, deck)
    there = here.with_name("deck.md")
    there.write_text(convert(here), "utf-8")
    back = convert(there)
    comments = [
        "# 开头的话",
        "# 关于题目",
        "# 第一张",
        "# 第二张",
        "# 还是第二张 -- 真的",
        "# 列表",
        "# 重要",
        "# 末尾",
        "# 名称",
        "# 两个",
    ]
    for comment in comments:
        assert comment in back, comment
        assert comment.replace("--", "-\\-") in there.read_text("utf-8"), comment


def test_what_markdown_cannot_say_ends_with_its_line(tmp_path: Path) -> None:
    here = project(tmp_path, OUTLINE + "deck: [{kind: cover}, {kind: agenda, title: 目录}]\n")
    with pytest.raises(ContentError) as stop:
        convert(here)
    (problem,) = stop.value.problems
    line = (
        here.read_text("utf-8")
        .split("\n")
        .index("deck: [{kind: cover}, {kind: agenda, title: 目录}]")
        + 1
    )
    assert (problem.code, problem.mark.line) == ("md-cannot-say", line)
    result = CliRunner().invoke(briefgen, ["convert", str(here)])
    assert result.exit_code == 1
    assert f"content/outline.yaml:{line}:7" in result.stderr


def test_a_deck_in_another_file_is_told(tmp_path: Path) -> None:
    here = project(tmp_path, "include: [slides.yaml]\n" + OUTLINE)
    here.with_name("slides.yaml").write_text(DECK, "utf-8")
    with pytest.raises(ContentError) as stop:
        convert(here)
    assert [problem.code for problem in stop.value.problems] == ["md-deck-elsewhere"]


def test_the_command_writes_where_it_is_told(tmp_path: Path) -> None:
    here = project(tmp_path, OUTLINE + TOPICS + DECK)
    out = tmp_path / "deck.md"
    result = CliRunner().invoke(briefgen, ["convert", str(here), "-o", str(out)])
    assert result.exit_code == 0, result.stderr
    assert "## 产值{output} {kind=kpi #numbers}" in out.read_text("utf-8")
    again = CliRunner().invoke(briefgen, ["convert", str(out)])
    assert again.exit_code == 0
    assert "kind: kpi" in again.stdout


def edits() -> Iterator[tuple[str, str, str]]:
    yield "第一句话", "- 新的一句话", "\\- 新的一句话"
    yield "格", "甲|乙", "甲\\|乙"
    yield "讲稿", "新讲稿\n第二行 -- 完", "新讲稿\n第二行 -\\- 完"
    yield "附注", "新附注: 是", '"新附注: 是"'
    yield "示例报道", "新报道", "新报道"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_text_is_rewritten_and_nothing_else(tmp_path: Path, ends: str) -> None:
    head = HEAD.replace("title: 报道", "title: 示例报道")
    path = document(
        tmp_path,
        "## 甲\n\n- 二季度\n\n## 乙 {kind=text}\n\n```yaml\nnote: 附注 # 留着\n```\n\n第一句话\n\n"
        "## 丙\n\n| a | b |\n| --- | --- |\n| 格 | d |\n\n<!--\n讲稿\n-->\n",
        head,
    )
    text = path.read_text("utf-8").replace("\n", ends)
    data = text.encode()
    for old, new, written in edits():
        node = next(
            scalar
            for scalar in scalars(read_all(path))
            if scalar.text == old and scalar.raw.strip() in (old, f'"{old}"')
        )
        assert scalar_at(data, node.mark).value == old
        made = rewritten(data, node.mark, new).decode()
        assert made == text.replace(old, written.replace("\n", ends), 1)


def read_all(path: Path) -> Mapping:
    found = read_nodes(path, "content/deck.md", kinds(), Problems())
    assert found is not None
    return found


def test_what_would_change_more_is_not_written(tmp_path: Path) -> None:
    path = document(tmp_path, "## 甲\n\n- 一\n")
    mark = next(each.mark for each in scalars(read_all(path)) if each.text == "一")
    with pytest.raises(ContentError):
        rewritten(path.read_bytes(), mark, "一 {icon=map}")
    with pytest.raises(ContentError):
        scalar_at(path.read_bytes(), Mark("content/deck.md", mark.line, 1))


@pytest.mark.slow
def test_a_copy_in_markdown_reads_back_as_the_same_slides(tmp_path: Path) -> None:
    """What `-f md` writes has the form that is read: titles, kinds, ids, what the speaker says."""
    made = files(copied(gallery(), tmp_path / "project"), tmp_path / "out")
    copy = tmp_path / "copy.md"
    copy.write_bytes(made["kinds.md"])
    problems = Problems()
    before = load(Request(gallery())).briefs["base"].deck
    again = [plain(each) for each in slides(copy, problems)]
    assert len(again) == len(before)
    codes = {problem.code for problem in problems}
    assert codes <= {"md-no-place", "duplicate-key"}, codes
    for slide, said in zip(before, again, strict=True):
        assert isinstance(said, dict)
        assert (said["id"], said["kind"]) == (slide.id, slide.kind)
        if str(slide.title):
            assert said["title"] == str(slide.title)
        if slide.notes:
            assert str(said["notes"]).startswith(str(slide.notes).split("\n")[0])
    summary = next(said for said in again if isinstance(said, dict) and said["id"] == "summary")
    assert summary["points"][0]["head"] == "创新有底气"


PIECES = [*'#-*>|`{}=<!~[]()"\\:：\n 甲1.', "\n\n## ", "<!--", "-->", "```yaml\n", "{gdp}"]
SIGNS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(SIGNS)
@example("## a {#")
@example("|\n|-|\n")
@example("## a\n- {a=b}\n- \n-\n")
@example("## a {kind=kpi}\n###\n- **a**\n")
def test_any_signs_are_read_or_told(text: str) -> None:
    fields = fields_by(kinds())
    problems = Problems()
    read = read_markdown(text.encode(), "a.md", fields, problems)
    again = Problems()
    if read is not None and not problems.fatal:
        made = to_yaml(text.encode(), "a.md", fields, again)
        assert made is not None or again.fatal


@pytest.mark.slow
@pytest.mark.parametrize(
    "sign", ["- ", "> ", "  - ", "*", "|", "`", "![", "{a=", "<!--", "\\", "# "]
)
def test_long_runs_of_a_sign_are_read_in_time(sign: str) -> None:
    start = time.process_time()
    for text in (sign * 20_000, f"## a\n\n{sign}甲\n" * 2_000, "## a\n\n- " + sign * 20_000):
        read_markdown(text.encode(), "a.md", fields_by(kinds()), Problems())
    assert time.process_time() - start < 6


@pytest.mark.parametrize("path", STRANGERS, ids=lambda path: path.stem)
def test_decks_of_strangers_are_sound(path: Path) -> None:
    assert [line for line in told(path) if "error" in line or "untraced" in line] == []


def test_the_preview_shows_and_edits_a_document(tmp_path: Path) -> None:
    from briefgen.preview.session import Session, View
    from briefgen.preview.talk import Editor, answer

    path = document(
        tmp_path, "## 甲 {kind=bullets #a}\n\n- 一\n- 产值{output}\n\n<!--\n讲稿\n-->\n"
    )
    session = Session.of(path)
    shown = session.show(View())
    assert not shown.problems.fatal
    line = path.read_text("utf-8").split("\n").index("- 一") + 1
    at = answer(session, Editor(), shown, {"do": "at", "file": "content/deck.md", "line": line})
    assert at["page"] == 0
    asked = {"do": "where", "page": 0, "what": "title"}
    title = answer(session, Editor(), shown, asked)
    assert (title["line"], title["column"], title["words"]) == (line - 2, 4, "甲")
    notes = answer(session, Editor(), shown, {**asked, "what": "notes"})
    assert (notes["words"], notes["lines"]) == ("讲稿", False)
    edit = {
        "do": "edit",
        "words": "乙",
        **{key: title[key] for key in ("file", "line", "column", "hash")},
    }
    assert answer(session, Editor(), shown, edit)["done"]
    assert "## 乙 {kind=bullets #a}" in path.read_text("utf-8")
    assert str(session.show(View()).slides[0].page.title) == "乙"
    assert answer(session, Editor(), shown, {"do": "undo"})["done"]
    assert "## 甲 {kind=bullets #a}" in path.read_text("utf-8")


def test_the_document_of_the_readme_is_sound(tmp_path: Path) -> None:
    readme = (ROOT / "content" / "REFERENCE.md").read_text("utf-8")
    text = readme.split("```markdown\n", 1)[1].split("```\n", 1)[0]
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/news.txt").write_text("新区去年地区生产总值800亿元。\n", "utf-8")
    (tmp_path / "content").mkdir()
    path = tmp_path / "content/deck.md"
    path.write_text(text, "utf-8")
    assert [each for each in told(path) if " note: " not in each] == []
    brief = load(Request(path)).briefs["base"]
    assert [slide.kind for slide in brief.deck] == ["section", "summary"]
    assert str(brief.deck[1].notes) == "先讲总量。"
