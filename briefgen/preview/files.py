"""Turn requests into files: the page's own, faces, pictures of the project, what is downloaded.

Every path that there is stands in a table; none is put together from what is asked for.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from functools import cached_property
from hmac import compare_digest
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from websockets.datastructures import Headers
from websockets.http11 import Request, Response

from briefgen.build import load, make_one
from briefgen.formats import FORMATS
from briefgen.machine.assets import shipped
from briefgen.messages.preview import UI
from briefgen.preview.session import Session, View
from briefgen.preview.telling import face_path, own_faces
from briefgen.record import Record, State
from briefgen.render.svg import STYLE
from briefgen.render.svg.pen import shipped_families
from briefgen.request import Printing

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".zip": "application/zip",
}
# What the name of a file ends with that is made of the last version without errors.
_OLD = "-last-good"
# What a page may do: show what this server gives it, and run the scripts that stand in files.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Reply(Record):
    """What is answered: a status, and a file with its type; `name` is what it is saved as. What is
    `kept` is the same as long as the server runs."""

    status: int = 200
    body: bytes = b""
    media_type: str = "text/plain; charset=utf-8"
    name: str = ""
    kept: bool = False
    host: str = ""

    def response(self) -> Response:
        status = HTTPStatus(self.status)
        body = self.body or (b"" if self.status == 200 else f"{status.phrase}\n".encode())
        headers = Headers(
            {
                "Content-Type": self.media_type,
                "Content-Length": str(len(body)),
                "Connection": "close",
                "Cache-Control": "private, max-age=86400" if self.kept else "no-store",
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer",
                "Cross-Origin-Resource-Policy": "same-origin",
                "Cross-Origin-Opener-Policy": "same-origin",
                "Content-Security-Policy": _POLICY.format(host=self.host or "127.0.0.1"),
            }
        )
        if self.name:
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(self.name)}"
        return Response(status.value, status.phrase, headers, body)


class Site(State, dict=True):
    """All that can be asked for, below the token."""

    session: Session
    token: str
    port: int = 0

    @property
    def hosts(self) -> tuple[str, ...]:
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    def refused(self, request: Request) -> Reply | None:
        """What is answered to who may not ask: by another name, from another page, without the
        token; None to who may."""
        hosts, origins = (request.headers.get_all(name) for name in ("Host", "Origin"))
        if len(hosts) != 1 or hosts[0] not in self.hosts:
            return Reply(421)
        if len(origins) > 1 or (origins and origins[0] != f"http://{hosts[0]}"):
            return Reply(403)
        if self.is_socket(request) and not origins:
            return Reply(403)
        # Early versions of the library refuse other methods themselves, and do not say which it is.
        if getattr(request, "method", "GET") != "GET":
            return Reply(405)
        first = urlsplit(request.path).path.split("/")[1:2]
        if not first or not compare_digest(first[0].encode(), self.token.encode()):
            return Reply(404)
        return None

    def is_socket(self, request: Request) -> bool:
        """Whether a request opens the connection of a page."""
        upgrade = request.headers.get("Upgrade", "").lower() == "websocket"
        return upgrade and urlsplit(request.path).path == f"/{self.token}/live"

    def is_work(self, request: Request) -> bool:
        """Whether a request asks for something that has to be built."""
        return request.path.startswith(f"/{self.token}/download/")

    def reply(self, target: str) -> Reply:
        """The answer to a request for a path below the token."""
        parts = urlsplit(target)
        path = parts.path.removeprefix(f"/{self.token}/")
        host = self.hosts[0]
        if path in self.pages:
            body, media_type = self.pages[path]
            return Reply(200, body, media_type, host=host)
        if path in self.faces:
            return Reply(200, self.faces[path].read_bytes(), _TYPES[".ttf"], kept=True, host=host)
        if path.startswith("face/") and (file := self._own_faces().get(path)):
            return Reply(200, file.read_bytes(), _TYPES[".ttf"], host=host)
        if path.startswith("media/") and (found := self.session.media.get(path[6:])):
            return Reply(200, found[1], found[0], kept=True, host=host)
        if path.startswith("download/"):
            return self._download(path[9:], parse_qs(parts.query))
        return Reply(404)

    @cached_property
    def pages(self) -> Mapping[str, tuple[bytes, str]]:
        """The page and its parts, by path."""
        folder = shipped("assets") / "preview"
        files = {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}
        found = {
            "" if name == "index.html" else name: (path.read_bytes(), _TYPES[path.suffix])
            for name, path in files.items()
        }
        index = found[""]
        found["presenter"] = index
        found["faces.css"] = self._faces_css().encode(), _TYPES[".css"]
        words = {key: {"en": each.en, "zh": each.zh} for key, each in UI.items()}
        found["words.json"] = json.dumps(words, ensure_ascii=False).encode(), _TYPES[".json"]
        return found

    @cached_property
    def faces(self) -> Mapping[str, Path]:
        """The files of the shipped faces, by path."""
        return {f"faces/{path.name}": path for path in shipped_families()}

    def _own_faces(self) -> Mapping[str, Path]:
        """The font files of the project that something is shown in, by path."""
        shown = (each.content for each in self.session.shown.values() if each.content)
        return {face_path(file): file for content in shown for file in own_faces(content.theme)}

    def _faces_css(self) -> str:
        rules = [
            f'@font-face{{font-family:"{family}";font-weight:{700 if bold else 400};'
            f'src:url("faces/{path.name}");font-display:block}}'
            for path, (family, bold) in shipped_families().items()
            if path.stem.endswith("Bold") or not bold
        ]
        return "\n".join((*rules, f".picture {STYLE}"))

    def _download(self, format: str, query: Mapping[str, list[str]]) -> Reply:
        """A file that is built for whoever asks for it; several as an archive of them."""
        # Slides as PDF are a handout with one on each sheet, whatever the outline prints.
        one_each = format == "slides"
        format = "handout" if one_each else format
        if format not in FORMATS:
            return Reply(404)
        audience, theme = (query.get(key, [""])[0] for key in ("audience", "theme"))
        view = View(audience or "base", theme)
        if view.audience not in self.session.audiences:
            return Reply(404)
        loaded = load(self.session.request(view, formats=(format,)))
        brief, own = loaded.briefs.get(view.audience), loaded.themes.get(view.audience)
        old = loaded.problems.fatal or brief is None or own is None
        if old:
            # What is shown instead of an outline with errors is what can be had of it.
            shown = self.session.shown.get(view)
            brief, own = (
                (shown.content.brief, shown.content.theme)
                if shown and shown.content
                else (None, None)
            )
        if brief is None or own is None:
            return Reply(409)
        brief = Printing(handout="slides").of(brief) if one_each else brief
        made = make_one(self.session.request(view).job(brief, own, format))
        if not made.files:
            return Reply(409)
        if len(made.files) == 1:
            ((name, body),) = made.files.items()
            name = name.replace("-handout.", "-slides.") if one_each else name
            stem, dot, ending = name.rpartition(".")
            name = f"{stem}{_OLD}{dot}{ending}" if old else name
            return Reply(200, body, _TYPES[Path(name).suffix], name)
        name = f"{brief.slug}-{format}{_OLD if old else ''}.zip"
        return Reply(200, _archive(made.files), _TYPES[".zip"], name)


def _archive(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()
