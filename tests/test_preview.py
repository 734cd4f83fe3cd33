"""The preview: who may ask, what a page is told, and how little of it where little has changed."""

from __future__ import annotations

import gc
import io
import json
import re
import shutil
import socket
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from previews import Page, Served, served
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from briefgen.cli import briefgen
from briefgen.messages.preview import UI
from briefgen.preview.places import Spot, page_at, written
from briefgen.preview.session import Session, View
from briefgen.preview.watch import Watch
from briefgen.problems import MachineError
from briefgen.scene.walk import texts

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "tests" / "cases" / "reference"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview")
    for part in ("content", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Served]:
    with served(project / "content" / "outline.yaml") as running:
        yield running


def keys(state: dict[str, Any]) -> list[str]:
    return [each["key"] for each in state["slides"]]


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
        page.state(lambda state: state["complete"] and keys(state) == before)


def rewritten(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


# ---- who may ask


def test_the_page_is_there_below_its_token(server: Served) -> None:
    answer = server.ask()
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert len(server.token) >= 20


@pytest.mark.parametrize("path", ["/", "/live", "/x/", "/favicon.ico", "//", "/x/live"])
def test_without_the_token_there_is_nothing(server: Served, path: str) -> None:
    assert server.ask(path).status == 404


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil:{port}", "0.0.0.0:{port}", ""],
)
def test_another_name_for_this_machine_is_refused(server: Served, host: str) -> None:
    assert server.ask(Host=host.format(port=server.port)).status == 421


def test_two_names_are_refused(server: Served) -> None:
    assert server.ask(X=f"y\r\nHost: {server.host}").status == 421


def refused_at(server: Served, path: str, origin: str | None) -> int:
    """With which status a page's connection is refused."""
    own = Origin(origin) if origin else None
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://{server.host}/{server.token}/{path}", origin=own)
    status: int = refused.value.response.status_code
    return status


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_other_pages_get_nothing(server: Served, origin: str) -> None:
    assert server.ask(Origin=origin).status == 403
    with (
        pytest.raises(InvalidStatus),
        connect(
            f"ws://{server.host}/{server.token}/live",
            origin=origin,  # type: ignore[arg-type]
        ),
    ):
        pass


def test_a_connection_without_an_origin_is_refused(server: Served) -> None:
    assert refused_at(server, "live", None) == 403


def test_a_connection_to_another_path_is_refused(server: Served) -> None:
    with (
        pytest.raises(InvalidStatus),
        connect(
            f"ws://{server.host}/{server.token}/other",
            origin=f"http://{server.host}",  # type: ignore[arg-type]
        ),
    ):
        pass


def test_only_this_machine_is_listened_to(server: Served) -> None:
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        own = "127.0.0.2"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((own, server.port), 2).close()


@pytest.mark.parametrize(
    "path",
    [
        "../content/outline.yaml",
        "%2e%2e/content/outline.yaml",
        "faces/../../../../etc/passwd",
        "faces/%2e%2e%2f%2e%2e%2fpyproject.toml",
        "media/../../etc/passwd",
        "face/..",
        "download/../../x",
        "download/deck?audience=../../x",
        "download/exe",
        "content/outline.yaml",
        "preview.css%00",
    ],
)
def test_no_path_leads_out_of_the_table(server: Served, path: str) -> None:
    assert server.ask(path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_nothing_is_written_by_a_request(server: Served, method: str) -> None:
    assert server.ask(method=method).status >= 400


def test_every_answer_forbids_scripts_of_others(server: Served) -> None:
    for path in ("", "page.js", "preview.css", "nothing", "/"):
        headers = server.ask(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_no_script_or_style_stands_in_the_page(server: Served) -> None:
    page = server.ask().body.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert " on" not in "".join(page.split("data-"))[: page.index("<body>")]
    assert page.count("<script") == page.count('<script type="module" src="')


def test_nothing_comes_from_the_network() -> None:
    for path in sorted((ROOT / "assets" / "preview").iterdir()):
        text = path.read_text("utf-8").replace("http://www.w3.org/", "")
        assert "http:" not in text.replace('"http:"', ""), path
        assert "https:" not in text, path


def test_every_word_of_the_page_is_in_the_catalogue() -> None:
    used: set[str] = set()
    for path in sorted((ROOT / "assets" / "preview").iterdir()):
        text = path.read_text("utf-8")
        used |= set(re.findall(r'data-(?:w|a-w|t-w)="([\w-]+)"', text))
        used |= set(re.findall(r'\bw\("([\w-]+)"', text))
    assert used <= UI.keys()
    assert all(each.en and each.zh for each in UI.values())


def test_faces_are_served_and_kept(server: Served) -> None:
    css = server.ask("faces.css").body.decode()
    assert css.count("@font-face") >= 6
    answer = server.ask("faces/NotoSansSC-Regular.ttf")
    assert answer.body[:4] == b"\0\1\0\0"
    assert "max-age" in answer.headers["cache-control"]


def test_connections_that_say_nothing_stop_nobody(server: Served) -> None:
    silent = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(100)]
    try:
        start = time.perf_counter()
        assert server.ask().status == 200
        assert time.perf_counter() - start < 5
    finally:
        for each in silent:
            each.close()


def test_what_cannot_be_read_ends_the_connection_alone(server: Served) -> None:
    for said in ("[", "[]", "{}", '{"do":"nothing"}', '{"do":"where","page":-1}', "[" * 99999):
        with server.page() as page:
            page.state()
            page.line.send(said)
            with pytest.raises(ConnectionClosed):
                page.hear("answer")
    assert server.ask().status == 200


# ---- what a page is told


def test_a_page_is_told_every_slide_with_its_drawing(server: Served) -> None:
    with server.page() as page:
        choices, state = page.hear("choices"), page.state()
    assert "base" in choices["audiences"]
    assert "lingnan" in choices["themes"]
    assert len(state["slides"]) > 20
    assert {each["key"] for each in state["slides"]} | {*state["sheets"]} <= page.drawings.keys()
    assert all(each["file"] == "content/outline.yaml" for each in state["slides"])
    assert state["slides"][0]["title"] == state["about"]["title"]


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


def test_another_audience_and_theme_are_shown(server: Served) -> None:
    with server.page() as page:
        base = page.state()
        page.send(do="view", audience="citizen", theme="print-mono")
        other = page.state(lambda state: state["view"]["audience"] == "citizen")
        assert other["view"] == {"audience": "citizen", "theme": "print-mono"}
        assert other["about"]["theme"] == "print-mono"
        assert len(other["slides"]) != len(base["slides"])


def test_a_hundred_pages_are_told_of_one_change(server: Served, outline: Path) -> None:
    with ThreadPoolExecutor(100) as many:
        pages = [server.page() for _ in range(100)]
        opened: list[Page] = [each.__enter__() for each in pages]
        try:
            list(many.map(lambda page: page.state(), opened))
            rewritten(outline, "大干十二年、再造新广州", "大干十二年，再造新广州")
            told = list(many.map(lambda page: page.hear(), opened))
            assert len({state["number"] for state in told}) <= 2
        finally:
            for each in pages:
                each.__exit__(None, None, None)


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
    source = (CASE / "seeds" / "guangzhou-six.txt").read_text("utf-8")
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


def test_what_has_errors_is_not_downloaded(server: Served, outline: Path) -> None:
    rewritten(outline, "kind: agenda", "kind: agendum")
    assert server.ask("download/deck").status == 409


# ---- what it is made of


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    folder = tmp_path_factory.mktemp("session")
    for part in ("content", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    made = Session.of(folder / "content" / "outline.yaml")
    made.show(View())
    made.complete(View())
    return made


def test_what_is_written_on_slides_is_found_in_the_file(session: Session) -> None:
    """Of the texts of the slides nearly all lead to the line that holds their words."""
    content = session.shown[View()].content
    assert content is not None
    lines = session.outline.read_text("utf-8").splitlines()
    found = missed = 0
    for drawn in content.slides:
        slide = next((each for each in content.brief.deck if each.mark == drawn.page.mark), None)
        if slide is None or slide.kind in ("sources", "agenda", "section", "cover"):
            continue
        for number, text in enumerate(texts(drawn.page.items)):
            for at, paragraph in enumerate(text.paragraphs):
                origin = written(content, drawn.page, Spot(number, at))
                if origin.text is None or origin.mark.file != "content/outline.yaml":
                    continue
                plain = [run.text for run in paragraph.runs if not run.figure and len(run.text) > 3]
                line = lines[origin.mark.line - 1]
                near = "".join(lines[origin.mark.line - 1 : origin.mark.line + 3])
                hit = not plain or any(each[:4] in line or each[:4] in near for each in plain)
                found, missed = found + hit, missed + (not hit)
    assert found > 60
    assert missed <= found // 50


def test_the_title_of_a_slide_is_its_own(session: Session) -> None:
    content = session.shown[View()].content
    assert content is not None
    for drawn in content.slides[5:9]:
        slide = next(each for each in content.brief.deck if each.mark == drawn.page.mark)
        said = ["".join(p.text for p in each.paragraphs) for each in texts(drawn.page.items)]
        origin = written(content, drawn.page, Spot(said.index(str(slide.title))))
        assert origin.text == slide.title


def test_a_line_of_a_topic_leads_to_the_slide_that_shows_it(session: Session) -> None:
    shown = session.shown[View()]
    at = page_at(shown.slides, "content/topics.yaml", 30)
    assert at is not None
    assert shown.slides[at].page.kind in ("topic", "topics", "section", "cards", "graphic")


def test_a_fault_of_a_kind_does_not_end_the_preview(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("briefgen.preview.session.composed", fails)
    shown = session.show(View())
    assert shown.stale
    assert shown.slides
    assert "program-fault" in [each.code for each in shown.problems]
    monkeypatch.undo()
    assert not session.show(View()).stale


def test_files_that_change_appear_and_go_are_seen(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for hidden in ("out", ".git", "node_modules"):
        (tmp_path / hidden).mkdir()
    file = tmp_path / "content" / "outline.yaml"
    file.write_text("a: b\n")
    watch = Watch(tmp_path)
    assert watch.look() == frozenset()
    assert watch.look() == frozenset()
    file.write_text("a: c, longer\n")
    assert watch.look() == {file}
    other = tmp_path / "content" / "new.csv"
    other.write_text("x")
    (tmp_path / "out" / "a.pptx").write_text("x")
    (tmp_path / ".git" / "index").write_text("x")
    assert watch.look() == {other}
    moved = tmp_path / "content" / "moved"
    moved.write_text("a: d, longer\n")
    moved.replace(file)
    assert file in watch.look()
    other.unlink()
    assert watch.look() == {other}


def test_a_port_that_is_taken_is_told(project: Path, server: Served) -> None:
    outline = str(project / "content" / "outline.yaml")
    arguments = ["preview", outline, "--no-open", "--port", str(server.port)]
    done = CliRunner().invoke(briefgen, arguments)
    assert isinstance(done.exception, MachineError)
    assert [each.code for each in done.exception.problems] == ["no-free-port"]


def test_a_memory_of_many_changes_stays_bounded(session: Session) -> None:
    whole = session.outline.read_text("utf-8")

    def objects(changes: int) -> int:
        for count in range(changes):
            words = "再造新广州" + "啊" * (count % 3)
            session.outline.write_text(whole.replace("再造新广州", words, 1), "utf-8")
            session.show(View())
        gc.collect()
        return len(gc.get_objects())

    try:
        before = objects(6)
        assert objects(12) < before * 1.05
    finally:
        session.outline.write_text(whole, "utf-8")


def test_the_words_of_the_page_are_there_in_both_languages(server: Served) -> None:
    words = json.loads(server.ask("words.json").body)
    assert words["slides"] == {"en": "Slides", "zh": "幻灯片"}
