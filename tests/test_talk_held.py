"""What the preview answers to a page, and what stands below its token, as hashes: every text of
every slide is asked for its place, and each request of a table for its file. What is right of it
other tests say; this holds that none of it changes unseen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from outlines import DECK, OUTLINE, TOPICS, project
from prints import held
from stray import picture
from websockets.datastructures import Headers
from websockets.http11 import Request

from briefgen.formats import FORMATS
from briefgen.machine.remembered import digest
from briefgen.preview.files import Reply, Site
from briefgen.preview.session import Session, Shown, View
from briefgen.preview.talk import Editor, answer
from briefgen.scene.walk import texts

MORE = """\
  - {id: seen, kind: image, title: 江边, image: {file: images/a.png, alt: 江}}
  - id: said
    kind: bullets
    title: 产值{output}，又一页
    notes: |
      先说产值。
      再说{firms}。
    points:
      - '加重的**产值**{output}'
      - >
        折起来的
        一行
      - {text: 带小点, points: [甲, 乙]}
"""
EDITORS = (Editor(), Editor(""), Editor("edit:{path}?{line},{column}&{line}"))
PATHS = (
    "", "presenter", "preview.css", "page.js", "faces.css", "words.json", "nothing", "media/",
    "face/", "media/nothing", "face/nothing.ttf", "../outline.yaml", "download/", "download/deck",
    "download/deck?audience=all&theme=print-mono", "download/deck?audience=nobody",
    "download/brief?theme=nothing", "download/slides", "download/word",
    *(f"download/{each}?audience=base" for each in FORMATS),
)  # fmt: skip
HOST, ORIGIN = ("Host", "127.0.0.1:8000"), ("Origin", "http://127.0.0.1:8000")
SOCKET = ("Upgrade", "WebSocket")
ASKED: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("/token/", (HOST,)),
    ("/token/", (HOST, ORIGIN)),
    ("/token/", (("Host", "localhost:8000"), ("Origin", "http://localhost:8000"))),
    ("/token/", (("Host", "localhost:8000"), ORIGIN)),
    ("/token/", (("Host", "127.0.0.1:80"),)),
    ("/token/", (HOST, HOST)),
    ("/token/", (HOST, ORIGIN, ORIGIN)),
    ("/token/", ()),
    ("/token/live", (HOST, SOCKET)),
    ("/token/live", (HOST, ORIGIN, SOCKET)),
    ("/token/live", (HOST, ORIGIN)),
    ("/token/other", (HOST, SOCKET)),
    ("/other/", (HOST,)),
    ("/", (HOST,)),
    ("", (HOST,)),
    ("/token", (HOST,)),
    ("/tokens/", (HOST,)),
    ("/token/download/deck", (HOST,)),
    ("/token/downloads", (HOST,)),
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = project(tmp_path, OUTLINE + TOPICS + DECK + MORE, all="name: 全体\n")
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(picture(width=640, height=400))
    made = Session.of(path)
    assert made.show(View()).content is not None
    made.complete(View())
    return made


def questions(shown: Shown, data: bytes) -> Iterator[dict[str, object]]:
    """All that may be asked of what is shown, and what may not."""
    for sheet, pages in ((False, shown.slides), (True, shown.sheets)):
        for number, drawn in enumerate(pages):
            here = {"page": number, "sheet": sheet}
            yield from ({"do": "where", **here, "what": what} for what in ("notes", "title"))
            yield {"do": "text", **here}
            for at, text in enumerate(texts(drawn.page.items)):
                for paragraph in range(len(text.paragraphs) + 1):
                    for offset in (0, 4):
                        spot = {"text": at, "paragraph": paragraph, "offset": offset}
                        yield {"do": "where", **here, **spot}
    for line in range(1, data.count(b"\n") + 2):
        yield from ({"do": "at", "file": file, "line": line} for file in FILES[:2])
    yield from ({"do": "trace", "figure": id} for id in ("output", "firms", "nobody"))
    for file in FILES:
        yield from ({"do": "open", "file": file, "line": at, "column": at} for at in (0, 1, 7))
    now = digest(data)
    line = data[: data.index("先说".encode())].count(b"\n")
    place = {"file": FILES[0], "line": line, "column": 12}
    slide = {**place, "line": line - 3, "words": "id: b\nkind: closing\ntitle: 完\n"}
    yield from (
        {"do": "where", "page": -1},
        {"do": "where", "page": "1"},
        {"do": "where", "page": 99},
        {"do": "text", "page": 99},
        {"do": "sing"},
        {"do": "edit", **place, "words": "别的。\n又一行", "hash": "old"},
        {"do": "edit", **place, "words": "别" * 100_001, "hash": now},
        {"do": "edit", **place, "file": FILES[2], "words": "别", "hash": now},
        {"do": "edit", **place, "words": "别的。\n又一行", "hash": now},
        {"do": "undo"},
        {"do": "redo"},
        {"do": "undo"},
        {"do": "undo"},
        {"do": "rewrite", **place, "words": "", "hash": now},
        {"do": "rewrite", **place, "words": "别" * 100_001, "hash": now},
        {"do": "rewrite", **place, "words": "别" * 100_000, "hash": "old"},
        {"do": "edit", **place, "words": "别" * 100_000, "hash": "old"},
        {"do": "rewrite", **place, "words": "id: b", "hash": "old"},
        {"do": "rewrite", **place, "file": FILES[2], "words": "id: b", "hash": now},
        {"do": "rewrite", **place, "words": "id: b\nkind: end\n", "hash": now},
        {"do": "rewrite", **slide, "hash": now},
    )


FILES = ("content/outline.yaml", "outline.yaml", "seeds/article.txt", "../outside.yaml")


def talked(session: Session, editor: Editor) -> Iterator[tuple[str, bytes]]:
    """What is answered, and what the outline says where it has changed."""
    shown, data = session.shown[View()], session.outline.read_bytes()
    for number, asked in enumerate(questions(shown, data)):
        if asked["do"] == "where" and editor is not EDITORS[0]:
            continue  # the addresses of one are enough
        try:
            said = json.dumps(answer(session, editor, shown, asked), ensure_ascii=False)
        except (KeyError, TypeError, ValueError) as error:
            said = type(error).__name__
        now = session.outline.read_bytes()
        told = said.replace(session.root.as_posix(), "") + (now.decode() if now != data else "")
        yield f"{number} {asked['do']}", told.encode()


@pytest.mark.parametrize("editor", EDITORS, ids=("usual", "none", "own"))
def test_what_a_page_is_answered(session: Session, editor: Editor, update: bool) -> None:
    held(f"talk-{EDITORS.index(editor)}", talked(session, editor), update)


def replied(reply: Reply) -> bytes:
    """A reply but for the bytes that are packed, and those of the page's own files."""
    response, names = reply.response(), []
    if reply.media_type == "application/zip":
        from io import BytesIO

        names = ZipFile(BytesIO(reply.body)).namelist()
    said = reply.body if reply.name.endswith(".md") else b""
    packed = ("Content-Length",) if reply.body else ()
    headers = [each for each in response.headers.raw_items() if each[0] not in packed]
    head = (response.status_code, response.reason_phrase, headers, names, bool(reply.body))
    return repr(head).encode() + said


def below(session: Session) -> Iterator[tuple[str, bytes]]:
    site = Site(session, "token", 8000)
    for path in PATHS:
        yield path or "page", replied(site.reply(f"/token/{path}"))
    for number, name in enumerate(session.media):
        yield f"picture {number}", replied(site.reply(f"/token/media/{name}"))
    for face in site.faces:
        yield face, replied(site.reply(f"/token/{face}"))
    yield "faces", site.pages["faces.css"][0]
    for number, (path, headers) in enumerate(ASKED):
        request = Request(path, Headers(headers))
        refused = site.refused(request)
        told = (refused and replied(refused), site.is_socket(request), site.is_work(request))
        yield f"request {number}", repr(told).encode()
    session.outline.write_text(OUTLINE + TOPICS + DECK.replace("kind: kpi", "kind: none"), "utf-8")
    for path in PATHS:
        if path.startswith("download/"):
            yield f"old {path}", replied(site.reply(f"/token/{path}"))


def test_what_stands_below_the_token(session: Session, update: bool) -> None:
    held("talk-files", below(session), update)
