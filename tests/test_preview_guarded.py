"""Who may ask the preview for anything, and what they can do to it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from previews import PATIENCE, ROOT, Served, copied, served
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from briefgen.cli import briefgen
from briefgen.messages.preview import UI
from briefgen.problems import MachineError


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(copied(tmp_path_factory.mktemp("preview"))) as running:
        yield running


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
    own = "127.0.0.2"
    with contextlib.suppress(OSError), socket.socket(type=socket.SOCK_DGRAM) as outward:
        outward.connect(("192.0.2.1", 9))  # an address of examples; nothing is sent
        own = outward.getsockname()[0]
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
    # Before its version 17, websockets answers some methods by ending the connection.
    assert not 0 < server.ask(method=method).status < 400


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
        used |= set(re.findall(r'data-(?:w|a-w|t-w|p-w)="([\w-]+)"', text))
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


def test_the_words_of_the_page_are_there_in_both_languages(server: Served) -> None:
    words = json.loads(server.ask("words.json").body)
    assert words["notes"] == {"en": "Notes", "zh": "备注"}


@pytest.mark.slow
def test_a_port_that_is_taken_is_told(server: Served) -> None:
    outline = str(ROOT / "content" / "outline.yaml")
    arguments = ["preview", outline, "--no-open", "--port", str(server.port)]
    done = CliRunner().invoke(briefgen, arguments)
    assert isinstance(done.exception, MachineError)
    assert [each.code for each in done.exception.problems] == ["no-free-port"]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are another thing on Windows")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_it_ends_quietly_whoever_is_connected(number: int, code: int) -> None:
    outline = str(ROOT / "content" / "outline.yaml")
    command = [sys.executable, "-m", "briefgen", "preview", outline, "--no-open"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        try:
            assert running.stdout is not None
            address = Served(running.stdout.readline().decode().strip())
            with socket.create_connection(("127.0.0.1", address.port)), address.page() as page:
                page.state()
                running.send_signal(number)
                _, told = running.communicate(timeout=PATIENCE)
        finally:
            running.kill()
    assert running.returncode == code
    assert told.decode().count("\n") == 1
