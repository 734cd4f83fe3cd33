"""A preview that is served in this process, and a page that talks with it: for its tests."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from briefgen.preview.server import run
from briefgen.preview.session import View
from briefgen.preview.talk import Editor

# What is waited for comes; how long that takes is the machine's business.
PATIENCE = 300
ROOT = Path(__file__).resolve().parents[1]


class Answer(NamedTuple):
    """What came back for a request: status, headers in lower case, body."""

    status: int
    headers: dict[str, str]
    body: bytes


class Served(NamedTuple):
    """A preview that is running at this address."""

    address: str

    @property
    def port(self) -> int:
        port = urlsplit(self.address).port
        assert port is not None
        return port

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def token(self) -> str:
        return urlsplit(self.address).path.strip("/")

    def ask(self, path: str = "", method: str = "GET", **headers: str) -> Answer:
        """The answer to a request for a path below the token, or for one that begins with `/`."""
        target = path if path.startswith("/") else f"/{self.token}/{path}"
        lines = {
            "Host": self.host,
            **{key.replace("_", "-"): each for key, each in headers.items()},
        }
        head = "".join(f"{key}: {each}\r\n" for key, each in lines.items() if each)
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as line:
            line.sendall(f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode())
            whole = b"".join(iter(lambda: line.recv(1 << 16), b""))
        if not whole:
            return Answer(0, {}, b"")  # the connection was ended without a word
        top, _, body = whole.partition(b"\r\n\r\n")
        first, *rest = top.decode("latin-1").split("\r\n")
        pairs = (each.partition(": ") for each in rest)
        return Answer(int(first.split()[1]), {key.lower(): each for key, _, each in pairs}, body)

    @contextmanager
    def page(self) -> Iterator[Page]:
        """A page that is open, and what it has been told."""
        address = f"ws://{self.host}/{self.token}/live"
        with connect(
            address, origin=Origin(f"http://{self.host}"), max_size=None, ping_interval=None
        ) as line:
            yield Page(line)


class Page:
    """A page's side of the talk."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.count = 0
        self.drawings: dict[str, str] = {}

    def hear(self, kind: str = "state") -> dict[str, Any]:
        """What is told next of a kind."""
        while True:
            said: dict[str, Any] = json.loads(self.line.recv(PATIENCE))
            self.drawings |= said.get("drawings", {})
            if said["kind"] == kind:
                return said

    def state(self, wanted: Any = lambda state: state["complete"]) -> dict[str, Any]:
        """The next state that is as wanted."""
        while True:
            said = self.hear()
            if wanted(said):
                return said

    def ask(self, do: str, **parts: object) -> dict[str, Any]:
        self.count += 1
        self.line.send(json.dumps({"do": do, "n": self.count, **parts}))
        while True:
            said = self.hear("answer")
            if said["to"] == self.count:
                answer: dict[str, Any] = said["said"]
                return answer

    def send(self, **parts: object) -> None:
        self.line.send(json.dumps(parts))


@contextmanager
def served(outline: Path) -> Iterator[Served]:
    """A preview of an outline, until the block ends."""
    ready = threading.Event()
    told: list[Any] = []

    def serve() -> None:
        async def whole() -> None:
            task = asyncio.current_task()
            loop = asyncio.get_running_loop()
            assert task is not None
            end = task.cancel

            def heard(address: str) -> None:
                told.extend((address, lambda: loop.call_soon_threadsafe(end)))
                ready.set()

            with suppress(asyncio.CancelledError):
                await run(outline, View(), Editor(), 0, heard)

        asyncio.run(whole())
        ready.set()

    thread = threading.Thread(target=serve)
    thread.start()
    assert ready.wait(PATIENCE)
    address, end = told
    try:
        yield Served(address)
    finally:
        end()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def copied(folder: Path) -> Path:
    """The reference outline with its sources in a folder of its own; the outline's path."""
    for part in ("content", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    return folder / "content" / "outline.yaml"


def keys(state: dict[str, Any]) -> list[str]:
    """By what the drawings of the slides are known."""
    return [each["key"] for each in state["slides"]]


def rewritten(path: Path, old: str, new: str) -> None:
    """Write other words into a file, where these stand first."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
