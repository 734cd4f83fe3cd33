"""What a page of the preview is told, and what it asks: only what has changed, and no more."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from previews import ROOT, Page, Served, copied, keys, rewritten, served
from pypdf import PdfReader
from websockets.exceptions import ConnectionClosed

SOURCE = ROOT / "seeds" / "guangzhou-six.txt"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("preview")).parents[1]


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Served]:
    with served(project / "content" / "outline.yaml") as running:
        yield running


@pytest.fixture
def outline(project: Path, server: Served) -> Iterator[Path]:
    """The outline, which is as it was afterwards, and shown so."""
    path = project / "content" / "outline.yaml"
    whole = path.read_bytes()
    with server.page() as page:
        before = keys(page.state())
    yield path
    path.write_bytes(whole)
    with server.page() as page:
        page.state(lambda now: now["complete"] and not now["stale"] and keys(now) == before)


def test_a_page_is_told_every_slide_with_its_drawing(server: Served) -> None:
    with server.page() as page:
        choices, state = page.hear("choices"), page.state()
    assert "base" in choices["audiences"]
    assert "lingnan" in choices["themes"]
    assert len(state["slides"]) > 20
    assert {each["key"] for each in state["slides"]} | {*state["sheets"]} <= page.drawings.keys()
    assert all(each["file"] == "content/outline.yaml" for each in state["slides"])
    assert state["slides"][0]["title"] == state["about"]["title"]


@pytest.mark.slow
def test_only_what_has_changed_is_drawn_and_sent(server: Served, outline: Path) -> None:
    with server.page() as page:
        before = page.state()
        rewritten(outline, "地区生产总值{gdp-2023}", "地区生产总值是{gdp-2023}")
        after = page.state(lambda state: state["number"] > before["number"])
    changed = [
        index
        for index, (a, b) in enumerate(zip(before["slides"], after["slides"], strict=True))
        if a["key"] != b["key"]
    ]
    assert len(changed) < 4
    assert len(after["drawings"]) <= len(changed) + len(after["sheets"])
    assert after["follow"] in changed


@pytest.mark.slow
def test_what_is_saved_in_two_steps_is_followed_to_what_is_new(
    server: Served, outline: Path
) -> None:
    words = outline.read_text("utf-8").replace("地区生产总值{gdp-2023}", "地区生产总值是{gdp-2023}")
    with server.page() as page:
        before = page.state()
        # Half a file, as an editor leaves it that writes on the spot.
        outline.write_text(words[: len(words) // 3] + "\n  - {", "utf-8")
        page.state(lambda state: state["stale"])
        outline.write_text(words, "utf-8")
        after = page.state(lambda state: not state["stale"])
    pairs = enumerate(zip(before["slides"], after["slides"], strict=True))
    assert after["follow"] in {at for at, (a, b) in pairs if a["key"] != b["key"]}


@pytest.mark.slow
def test_under_an_error_the_last_picture_stays(server: Served, outline: Path) -> None:
    with server.page() as page:
        before = page.state()
        rewritten(outline, "kind: agenda", "kind: agendum")
        broken = page.state(lambda state: state["stale"])
        assert keys(broken) == keys(before)
        (error,) = (each for each in broken["problems"] if each["severity"] == "error")
        assert (error["code"], error["file"]) == ("unknown-kind", "content/outline.yaml")
        assert "agendum" in error["said"]["zh"]
        assert "agendum" in error["said"]["en"]
        rewritten(outline, "kind: agendum", "kind: agenda")
        assert page.state(lambda state: not state["stale"])["drawings"] == {}


@pytest.mark.slow
def test_an_outline_with_errors_from_the_start_is_shown_once_they_are_gone(tmp_path: Path) -> None:
    path = copied(tmp_path)
    rewritten(path, "kind: agenda", "kind: agendum")
    with served(path) as running, running.page() as page:
        state = page.state()
        assert (state["slides"], state["stale"]) == ([], True)
        assert state["problems"]
        assert page.ask("where", page=0, what="title") == {}
        rewritten(path, "kind: agendum", "kind: agenda")
        assert len(page.state(lambda state: not state["stale"])["slides"]) > 20
        moved = path.with_name("elsewhere.yaml")
        path.rename(moved)
        gone = page.state(lambda state: state["stale"])
        assert [each["code"] for each in gone["problems"]] == ["cannot-read"]
        assert gone["slides"]
        moved.rename(path)
        assert page.state(lambda state: not state["stale"])


def test_a_file_that_is_emptied_before_it_is_written_tells_no_error(
    server: Served, outline: Path
) -> None:
    with server.page() as page:
        before = page.state()
        text = outline.read_text("utf-8").replace("大干十二年", "苦干十二年", 1)
        outline.write_text("")
        time.sleep(0.03)
        outline.write_text(text, "utf-8")
        told = page.hear()
        assert told["number"] > before["number"]
        assert not told["stale"]


def test_another_audience_and_theme_are_shown(server: Served) -> None:
    with server.page() as page:
        base = page.state()
        page.send(do="view", audience="citizen", theme="print-mono")
        other = page.state(lambda state: state["view"]["audience"] == "citizen")
        assert other["view"] == {"audience": "citizen", "theme": "print-mono"}
        assert other["about"]["theme"] == "print-mono"
        assert len(other["slides"]) != len(base["slides"])


@pytest.mark.slow
def test_a_hundred_pages_are_told_of_one_change(server: Served, outline: Path) -> None:
    with ThreadPoolExecutor(100) as many:
        pages = [server.page() for _ in range(100)]
        opened: list[Page] = [each.__enter__() for each in pages]
        try:
            (before, *_) = [keys(state) for state in many.map(lambda page: page.state(), opened)]
            rewritten(outline, "subtitle: 大干十二年，再造", "subtitle: 大干十二年、再造")
            told = many.map(lambda page: page.state(lambda now: keys(now) != before), opened)
            assert len({tuple(keys(state)) for state in told}) == 1
        finally:
            for each in pages:
                each.__exit__(None, None, None)


@pytest.mark.slow
def test_a_page_that_reads_nothing_keeps_no_other_waiting(server: Served, outline: Path) -> None:
    with server.page() as _, server.page() as page:
        page.state()
        for count in range(1, 5):
            rewritten(outline, "再造新广州", "再造新广州啊")
            page.state(lambda state: state["follow"] is not None or state["complete"])
            assert count


# ---- what it asks


def figure_slide(state: dict[str, Any]) -> int:
    return next(at for at, each in enumerate(state["slides"]) if each["kind"] == "kpi")


def test_a_figure_leads_to_its_words_in_their_paragraph(server: Served) -> None:
    with server.page() as page:
        page.state()
        said = page.ask("trace", figure="gdp-2023")
    quote = said["quote"]
    source = SOURCE.read_text("utf-8")
    assert quote["words"] == "经济总量迈上新台阶，地区生产总值突破3万亿元"
    assert quote["before"].endswith("经过大家共同努力，")
    line = source.splitlines()[quote["mark"][1] - 1]
    assert line[quote["mark"][2] - 1 :].startswith(quote["words"][:6])
    assert quote["open"].endswith(f"guangzhou-six.txt:{quote['mark'][1]}:{quote['mark'][2]}")


def test_an_unknown_figure_is_nothing(server: Served) -> None:
    with server.page() as page:
        page.state()
        assert page.ask("trace", figure="../x") == {}


def test_a_line_leads_to_its_slide_and_a_slide_to_its_line(server: Served, outline: Path) -> None:
    lines = outline.read_text("utf-8").splitlines()
    with server.page() as page:
        state = page.state()
        for wanted in (0, 4, 9, 15):
            line = state["slides"][wanted]["line"]
            for file in ("content/outline.yaml", str(outline), "outline.yaml"):
                assert page.ask("at", file=file, line=line) == {"page": wanted}
            assert lines[line - 1].lstrip().startswith("- ")
        assert page.ask("at", file="/etc/passwd", line=3) == {"page": None}


def test_an_editor_is_opened_only_in_the_project(server: Served, outline: Path) -> None:
    with server.page() as page:
        page.state()
        inside = page.ask("open", file="content/outline.yaml", line=7, column=3)
        assert inside["open"] == f"vscode://file{outline}:7:3"
        assert page.ask("open", file="../../etc/passwd", line=7, column=3)["open"] == ""


def test_an_edit_goes_into_the_file_and_back(server: Served, outline: Path) -> None:
    before = outline.read_bytes()
    with server.page() as page:
        state = page.state()
        at = figure_slide(state)
        found = page.ask("where", page=at, what="title")
        words = found["words"] + "（改）"
        place = {key: found[key] for key in ("file", "line", "column", "hash")}
        assert page.ask("edit", words=words, **place)["done"]
        shown = page.state(lambda state: "（改）" in state["slides"][at]["title"])
        assert shown["follow"] == at
        changed = outline.read_text("utf-8")
        assert sum("（改）" in line for line in changed.splitlines()) == 1
        assert page.ask("undo")["file"] == "content/outline.yaml"
        assert outline.read_bytes() == before


@pytest.mark.slow
def test_a_slide_is_rewritten_as_yaml_and_what_is_undone_is_done_again(
    server: Served, outline: Path
) -> None:
    before = outline.read_bytes()
    with server.page() as page:
        state = page.state()
        at = figure_slide(state)
        found = page.ask("text", page=at)
        assert found["words"].split("\n")[0].startswith("id: ")
        place = {key: found[key] for key in ("file", "line", "hash")}
        words = found["words"] + "\nminutes: 2"
        assert page.ask("rewrite", words=words, **place)["done"]
        shown = page.state(lambda state: state["slides"][at]["minutes"] == 2)
        assert shown["slides"][at]["id"] == state["slides"][at]["id"]
        after = outline.read_bytes()
        assert len(after.splitlines()) == len(before.splitlines()) + 1
        assert page.ask("undo")["done"]
        assert outline.read_bytes() == before
        assert page.ask("redo")["done"]
        assert outline.read_bytes() == after
        again = page.ask("redo")
        assert [each["code"] for each in again["problems"]] == ["nothing-to-redo"]


@pytest.mark.slow
@pytest.mark.parametrize("words", ["id: [", "- a\n- b", "id: x\n}", "%TAG"])
def test_yaml_that_is_no_slide_is_refused(server: Served, outline: Path, words: str) -> None:
    before = outline.read_bytes()
    with server.page() as page:
        found = page.ask("text", page=figure_slide(page.state()))
        place = {key: found[key] for key in ("file", "line", "hash")}
        said = page.ask("rewrite", words=words, **place)
        long = page.ask("rewrite", words="长" * 100_001, **place)
    assert [each["code"] for each in long["problems"]] == ["text-too-long"]
    assert said["problems"]
    assert outline.read_bytes() == before


def test_a_slide_of_a_file_that_has_changed_is_not_rewritten(server: Served, outline: Path) -> None:
    with server.page() as page:
        found = page.ask("text", page=figure_slide(page.state()))
        outline.write_bytes(other := outline.read_bytes() + b"# behind its back\n")
        place = {key: found[key] for key in ("file", "line", "hash")}
        said = page.ask("rewrite", words=found["words"], **place)
        assert [each["code"] for each in said["problems"]] == ["changed-meanwhile"]
    assert outline.read_bytes() == other


def test_an_edit_of_a_file_that_has_changed_is_refused(server: Served, outline: Path) -> None:
    with server.page() as page:
        state = page.state()
        found = page.ask("where", page=figure_slide(state), what="title")
        outline.write_bytes(other := outline.read_bytes() + b"# behind its back\n")
        place = {key: found[key] for key in ("file", "line", "column", "hash")}
        refused = page.ask("edit", words="新的", **place)
        assert [each["code"] for each in refused["problems"]] == ["changed-meanwhile"]
        assert outline.read_bytes() == other


@pytest.mark.parametrize(
    "file", ["../outside.yaml", "/etc/hosts.yaml", "content/../../outside.yaml"]
)
def test_no_edit_leaves_the_project(server: Served, project: Path, file: str) -> None:
    outside = project.parent / "outside.yaml"
    outside.write_text("title: mine\n")
    with server.page() as page:
        page.state()
        said = page.ask("edit", file=file, line=1, column=8, words="theirs", hash="")
        assert [each["code"] for each in said["problems"]] in (["write-outside"], ["cannot-read"])
    assert outside.read_text() == "title: mine\n"


def test_a_source_is_not_edited(server: Served) -> None:
    with server.page() as page:
        page.state()
        page.send(
            do="edit", n=1, file="seeds/guangzhou-six.txt", line=1, column=1, words="", hash=""
        )
        with pytest.raises(ConnectionClosed):
            page.hear("answer")


@pytest.mark.slow
@pytest.mark.parametrize(("format", "begin"), [("deck", b"PK"), ("brief", b"%PDF"), ("md", b"---")])
def test_files_are_built_for_download(server: Served, format: str, begin: bytes) -> None:
    answer = server.ask(f"download/{format}?audience=citizen&theme=")
    assert answer.status == 200
    assert answer.body.startswith(begin) or format == "md"
    name = answer.headers["content-disposition"]
    assert name.startswith("attachment; filename*=UTF-8''guangzhou-six-citizen.")


def test_several_files_are_downloaded_as_one(server: Served) -> None:
    answer = server.ask("download/svg?audience=citizen")
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        names = archive.namelist()
    assert names[0] == "guangzhou-six-citizen-01.svg"


def test_slides_are_downloaded_as_a_pdf_with_one_on_each_page(server: Served) -> None:
    answer = server.ask("download/slides?audience=citizen")
    assert answer.headers["content-disposition"].endswith("guangzhou-six-citizen-slides.pdf")
    with server.page() as page:
        page.state()
        page.send(do="view", audience="citizen", theme="")
        state = page.state(lambda state: state["view"]["audience"] == "citizen")
    pages = PdfReader(io.BytesIO(answer.body)).pages
    assert len(pages) == sum(not each["hidden"] for each in state["slides"])
    assert pages[0].mediabox.width > pages[0].mediabox.height


def test_problems_are_told_with_their_words_and_where_they_stand(server: Served) -> None:
    with server.page() as page:
        state = page.state()
    fitted = [each for each in state["problems"] if each["code"] == "fitted"]
    assert fitted
    assert all(state["slides"][each["page"]] for each in fitted)
    assert all(each["quote"] for each in fitted)
    of_sheet = {each["code"] for each in state["problems"] if "sheet" in each}
    assert of_sheet == {"copyfit", "figures-elsewhere"}
    count, total = state["about"]["proved"]
    assert count == total > 40


def test_a_text_is_told_with_the_name_and_the_room_of_its_box(server: Served) -> None:
    with server.page() as page:
        state = page.state()
        at = figure_slide(state)
        title = page.ask("where", page=at, what="title")
        every = [page.ask("where", page=at, text=text) for text in range(4)]
        said = next(each for each in every if each.get("words") == title["words"])
        notes = page.ask("where", page=at, what="notes")
    assert said["called"]["zh"] == "标题"
    assert said["called"]["en"] == "Title"
    assert 20 < said["holds"] < 200
    assert title["holds"] == said["holds"]
    assert "holds" not in notes


def test_what_never_was_without_errors_is_not_downloaded(tmp_path: Path) -> None:
    path = copied(tmp_path)
    rewritten(path, "kind: agenda", "kind: agendum")
    with served(path) as running, running.page() as page:
        page.state()
        assert running.ask("download/deck").status == 409


@pytest.mark.slow
def test_what_is_shown_instead_of_errors_is_downloaded_and_named_so(
    server: Served, outline: Path
) -> None:
    with server.page() as page:
        page.state()
        rewritten(outline, "kind: agenda", "kind: agendum")
        page.state(lambda state: state["stale"])
        md, archive = server.ask("download/md"), server.ask("download/svg")
    assert md.status == archive.status == 200
    assert "一个目标、六条路径" in md.body.decode()
    assert md.headers["content-disposition"].endswith("guangzhou-six-last-good.md")
    assert archive.headers["content-disposition"].endswith("-last-good.zip")


@pytest.mark.slow
def test_the_faulty_line_is_told_with_those_beside_it(server: Served, outline: Path) -> None:
    with server.page() as page:
        assert page.state()["excerpt"] == []
        rewritten(outline, "kind: agenda", "kind: agendum")
        told = page.state(lambda state: state["stale"])["excerpt"]
    lines = outline.read_text("utf-8").splitlines()
    at = next(index for index, line in enumerate(lines, 1) if "agendum" in line)
    assert told == [[number, lines[number - 1]] for number in (at - 1, at, at + 1)]
