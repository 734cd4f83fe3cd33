"""Turn bytes into what the preview's server, or that of an assistant's tools, answers to them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

from outlines import DECK, OUTLINE, TOPICS

from briefgen.problems import Problem
from fuzz import change
from fuzz.targets import Target, outline_room


@cache
def asked() -> tuple[Any, ...]:
    """What the preview's page asks, and paths of the server."""
    here = {"file": "outline.yaml", "line": 3, "column": 10}
    before = (OUTLINE + TOPICS + DECK).partition("{id: two")[0]
    slide = {"file": "outline.yaml", "line": before.count("\n") + 1}
    return (
        {"do": "where", "page": 0, "text": 0, "paragraph": 0, "offset": 0, "what": "text"},
        {"do": "where", "page": 1, "what": "notes", "sheet": True},
        {"do": "where", "page": 1, "what": "title"},
        {"do": "edit", **here, "words": "新的", "hash": "HASH"},
        {"do": "text", "page": 1},
        {"do": "rewrite", **slide, "words": "id: text\nkind: text\ntitle: 新\n", "hash": "HASH"},
        {"do": "undo"},
        {"do": "redo"},
        {"do": "trace", "figure": "output"},
        {"do": "open", **here},
        {"do": "at", **here},
        {"path": "/TOKEN/"},
        {"path": "/TOKEN/page.css"},
        {"path": "/TOKEN/media/a.png"},
        {"path": "/TOKEN/face/a.ttf"},
        {"path": "/TOKEN/download/deck?audience=base&theme="},
        {
            "path": "/TOKEN/live",
            "Upgrade": "websocket",
            "Host": "127.0.0.1:0",
            "Origin": "http://127.0.0.1:0",
        },
    )


def json_changed(chance: Random, seed: Any, others: Sequence[Any]) -> bytes:
    changed = change.tree(chance, seed, others)
    if isinstance(changed, dict) and chance.random() < 0.3:
        key = chance.choice(list(changed) or ["do"])
        changed[key] = chance.choice((-1, 2**40, 10**30, True, None, 1.5, [], {}, "\ud800", 0))
    said = json.dumps(changed, ensure_ascii=chance.random() < 0.5)
    return said.encode("utf-8", "surrogatepass")


def preview_room(folder: Path) -> None:
    outline_room(folder)
    (folder / "outline.yaml").write_text(OUTLINE + TOPICS + DECK, "utf-8")


_KEPT: dict[str, Any] = {}


def read_asked(data: bytes, folder: Path) -> Iterable[Problem]:
    """A message of a page, or a request; those that the server ends the connection for are told as
    nothing."""
    from websockets.datastructures import Headers
    from websockets.http11 import Request

    from briefgen.machine.remembered import digest
    from briefgen.preview.files import Site
    from briefgen.preview.session import Session, View
    from briefgen.preview.talk import Editor, answer

    if not _KEPT:
        session = Session.of(folder / "outline.yaml")
        _KEPT.update(session=session, site=Site(session, "TOKEN"))
        _KEPT["shown"] = session.show(View("base", ""))
        _KEPT["text"] = (folder / "outline.yaml").read_bytes()
    session, site, text = _KEPT["session"], _KEPT["site"], _KEPT["text"]
    try:
        said = json.loads(data.replace(b"HASH", digest(text).encode()))
        if "path" in said:
            host = str(said.get("Host", "127.0.0.1:0"))
            if not host.isprintable() or not host.isascii():
                return ()  # no library lets it in
            headers = Headers(
                Host=host,
                Origin=quote(
                    str(said.get("Origin", f"http://{host}")), safe="/:", errors="replace"
                ),
            )
            target = quote(str(said["path"]), safe="/?&=%:", errors="replace")
            request = Request(target, headers)
            if site.refused(request) is None and not site.is_work(request):
                site.reply(request.path).response()
            return ()
        told = answer(session, Editor(), _KEPT["shown"], said)
        json.dumps(told).encode()
    except (ValueError, KeyError, TypeError, OSError, RecursionError):
        # What the server ends a connection for.
        return ()
    finally:
        if (folder / "outline.yaml").read_bytes() != text:
            (folder / "outline.yaml").write_bytes(text)
            shutil.rmtree(folder / ".briefgen", ignore_errors=True)
    return ()


@cache
def calls() -> tuple[Any, ...]:
    """What an assistant asks for."""
    return (
        {"tool": "contents", "path": "deck"},
        {"tool": "contents", "path": "deck.cover.kind"},
        {"tool": "contents", "path": "topics[0].name"},
        {"tool": "contents", "path": ""},
        {"tool": "write", "path": "deck.cover.title", "value": "新题"},
        {"tool": "write", "path": "figures.output.value", "value": "3300亿元"},
        {
            "tool": "add",
            "part": "deck",
            "yaml": "{id: new, kind: text, title: 新, text: 字}",
            "after": "cover",
        },
        {"tool": "add", "part": "figures", "yaml": "a: {value: 3家}"},
        {"tool": "audience", "name": "b", "yaml": "brief: {title: 别的}"},
        {"tool": "source", "name": "other", "text": "企业3家。"},
        {"tool": "start", "slug": "x", "title": "题"},
        {"tool": "check", "audience": "base"},
        {"tool": "trace", "figure": "output"},
        {"tool": "figures", "source": "article"},
        {"tool": "undo"},
    )


def read_call(data: bytes, folder: Path) -> Iterable[Problem]:
    from mcp.server.mcpserver.exceptions import ToolError

    from briefgen.tools.desk import Desk
    from briefgen.tools.server import _told

    text = (OUTLINE + TOPICS + DECK).encode()
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return ()  # its library lets in nothing else
    if not isinstance(said, dict):
        return ()
    named = {str(key): str(value) for key, value in said.items() if key != "tool"}
    tool = str(said.get("tool"))
    known = {each["tool"]: set(each) - {"tool"} for each in calls()}
    if tool not in known or not set(named) <= known[tool]:
        return ()
    try:
        answer = _told(getattr(Desk(folder), tool))(**named)
        answer.encode()
    except ToolError as error:
        told = json.loads(str(error))["problems"]
        assert told
        assert all(each["code"] and each["message"] for each in told)
    except TypeError as error:
        if "argument" not in str(error):
            raise
    finally:
        if (folder / "outline.yaml").read_bytes() != text:
            (folder / "outline.yaml").write_bytes(text)
        for name in ("audiences", ".briefgen"):
            shutil.rmtree(folder / name, ignore_errors=True)
    return ()


SERVERS: dict[str, Target] = {
    "preview": Target(asked, json_changed, read_asked, preview_room, placed=False, lines=False),
    "mcp": Target(calls, json_changed, read_call, preview_room, placed=False, lines=False),
}
