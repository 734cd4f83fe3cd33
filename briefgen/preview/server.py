"""Turn connections of this machine into pages that show an outline, each change as it comes.

Only this machine is listened to, only by its own name, and only pages that know the token in the
address are answered: neither another machine nor a page of the web that is open in the same
browser reads or writes anything (names are checked, so that none can be made to mean this machine;
origins, since browsers let any page open a socket).
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from briefgen.preview.files import Reply, Site
from briefgen.preview.places import page_at
from briefgen.preview.session import Session, Shown, View, forget
from briefgen.preview.talk import Editor, answer, as_seen
from briefgen.preview.telling import choices, state
from briefgen.preview.watch import Watch
from briefgen.record import State, field

HOST = "127.0.0.1"
# More tabs than anybody has; the longest message of one; how long a request may take to come.
_MOST, _LONGEST, _PATIENCE = 250, 1_000_000, 30
# An editor that empties a file before it writes it is given this long before errors are told.
_SETTLING = 0.08
# How often files are looked at while no page is open (seconds).
_IDLE = 0.5
# How long pages are given to hear that it is over (seconds).
_FAREWELL = 0.5
_POLICY = "close it and open it again"


# By outline its lines.
Outlines = Mapping[Path, list[str]]


class Client(State, eq=False):
    """A page that is open: what it looks at, the drawings it has, and that something is new."""

    socket: ServerConnection
    view: View = View()
    known: set[str] = field(default_factory=set)
    told: int = 0
    choices: int = -1
    follow: int | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)


class Preview(State, kw_only=True):
    """A preview that is under way. What takes time is done one after the other in `worker`. `lines`
    are those of the outlines as they were seen last, `read` as they were when all could be read."""

    session: Session
    site: Site
    editor: Editor
    watch: Watch
    lines: Outlines = field(default_factory=dict)
    read: Outlines = field(default_factory=dict)
    clients: list[Client] = field(default_factory=list)
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    chosen: int = 0
    # When files were last seen to have changed: told to pages, which measure how late they are.
    seen: float = 0.0

    async def build(self, view: View) -> Shown:
        """What a view shows of the files as they are now, its printed pages to follow."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.worker, self.session.show, view)

    async def complete(self, view: View) -> None:
        """Have the printed pages of a view follow, and tell those who look at it."""
        loop = asyncio.get_running_loop()
        if await loop.run_in_executor(self.worker, self.session.complete, view):
            self.tell(view)

    def tell(self, view: View, follow: int | None = None) -> None:
        """Let those who look at a view know that it is another one."""
        for client in self.clients:
            if client.view == view:
                client.follow = follow if follow is not None else client.follow
                client.news.set()


async def run(
    outline: Path, view: View, editor: Editor, port: int, ready: Callable[[str], None]
) -> None:
    """Serve until it is cancelled; `ready` hears the address. Raises OSError where the port is
    another's."""
    session = Session.of(outline)
    token = token_urlsafe(16)
    site = Site(session, token)
    preview = Preview(session=session, site=site, editor=editor, watch=Watch(session.root))
    logging.getLogger("websockets").setLevel(logging.CRITICAL)
    preview.watch.look()
    preview.lines = preview.read = _lines_of(map(Path, preview.watch.seen))
    await preview.build(view)
    await preview.complete(view)

    async def talk(socket: ServerConnection) -> None:
        await _talk(preview, socket, view)

    async def respond(socket: ServerConnection, request: Request) -> Response | None:
        return await _respond(preview, socket, request)

    server = await serve(
        talk,
        HOST,
        port,
        process_request=respond,
        open_timeout=_PATIENCE,
        max_size=_LONGEST,
        compression=None,
        # Nobody is between: a page that is gone is heard of at once, and one that is busy, or on a
        # machine that is, is not taken for gone.
        ping_interval=None,
        server_header=None,
    )
    try:
        site.port = _port(server)
        ready(f"http://{HOST}:{site.port}/{token}/")
        await _follow(preview)
    finally:
        preview.worker.shutdown(wait=False, cancel_futures=True)
        server.close()
        # Those who never said what they want are not waited for.
        with suppress(TimeoutError):
            await asyncio.wait_for(server.wait_closed(), _FAREWELL)


def _port(server: Server) -> int:
    port: int = next(iter(server.sockets)).getsockname()[1]
    return port


async def _respond(preview: Preview, socket: ServerConnection, request: Request) -> Response | None:
    """The answer to a request that asks for a file; None for a page's connection, which is let
    in."""
    site = preview.site
    refused = site.refused(request)
    if refused:
        return refused.response()
    if site.is_socket(request):
        return None if len(preview.clients) < _MOST else Reply(503).response()
    loop = asyncio.get_running_loop()
    reply = await loop.run_in_executor(
        preview.worker if site.is_work(request) else None, site.reply, request.path
    )
    return reply.response()


async def _talk(preview: Preview, socket: ServerConnection, view: View) -> None:
    """Talk with a page until it goes: tell it what is new, answer what it asks."""
    client = Client(socket, view)
    preview.clients.append(client)
    client.news.set()
    telling = asyncio.create_task(_tell(preview, client))
    try:
        async for message in socket:
            await _hear(preview, client, message)
    except ConnectionClosed:
        pass
    finally:
        preview.clients.remove(client)
        telling.cancel()


async def _tell(preview: Preview, client: Client) -> None:
    """Send what is new, the last of it only: a page that is slow waits for nobody else."""
    with suppress(ConnectionClosed, asyncio.CancelledError):
        while True:
            await client.news.wait()
            client.news.clear()
            if client.choices != preview.chosen:
                client.choices = preview.chosen
                await client.socket.send(_json(choices(preview.session)))
            view = client.view
            shown = preview.session.shown.get(view) or await preview.build(view)
            # Where it is written may be known after what is written was told for another reason.
            if shown.number == client.told and client.follow is None:
                continue
            client.told, follow, client.follow = shown.number, client.follow, None
            clock = {"seen": 1000 * preview.seen, "sent": 1000 * time.time()}
            said = {**state(shown, client.known, follow, preview.session.root), "clock": clock}
            client.known = {each.key for each in (*shown.slides, *shown.sheets)}
            await client.socket.send(_json(said))
            if not shown.complete:
                await preview.complete(view)


async def _hear(preview: Preview, client: Client, message: str | bytes) -> None:
    """Answer a message of a page. One that cannot be read ends the connection."""
    try:
        asked = json.loads(message)
        if asked["do"] == "view":
            wanted = View(str(asked["audience"]), str(asked["theme"]))
            if wanted.audience in preview.session.audiences:
                client.view, client.told = wanted, 0
                client.news.set()
            return
        shown = preview.session.shown.get(client.view)
        if shown is None:
            return
        loop = asyncio.get_running_loop()
        said = await loop.run_in_executor(
            preview.worker, answer, preview.session, preview.editor, shown, asked
        )
    except (ValueError, KeyError, TypeError, OSError, RecursionError):
        await client.socket.close(1008, _POLICY)
        return
    await client.socket.send(_json({"kind": "answer", "to": asked.get("n"), "said": said}))


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


async def _follow(preview: Preview) -> None:
    """Build anew whenever files change, for every view that is looked at."""
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(preview.watch.pause if preview.clients else _IDLE)
        changed = await loop.run_in_executor(None, preview.watch.look)
        if changed:
            await _renew(preview, changed)


async def _renew(preview: Preview, changed: frozenset[Path]) -> None:
    preview.seen = time.time()
    forget(changed)
    if any(path.parent.name in ("audiences", "themes") for path in changed):
        preview.chosen += 1
    seen, new = preview.lines, _lines_of(changed)
    preview.lines = {**seen, **new}
    looked_at = dict.fromkeys(client.view for client in reversed(preview.clients))
    for view in set(preview.session.shown) - looked_at.keys():
        del preview.session.shown[view]
    stale = False
    for view in looked_at:
        shown = await preview.build(view)
        if shown.stale:
            await asyncio.sleep(_SETTLING)
            again = await asyncio.get_running_loop().run_in_executor(None, preview.watch.look)
            if again:
                await _renew(preview, changed | again)
                return
        # Of a save in several steps the first may leave half a file.
        place = _written_at(preview, seen if shown.stale else preview.read, new)
        follow = page_at(shown.slides, *place) if place else None
        if shown.changed and (follow is None or not place):
            follow = shown.changed[0]
        preview.tell(view, follow)
        await preview.complete(view)
        stale |= shown.stale
    if not stale:
        preview.read = preview.lines


def _written_at(preview: Preview, before: Outlines, now: Outlines) -> tuple[str, int] | None:
    """The first line that is another now, of the first of these files that has one."""
    for path, new in now.items():
        old = before.get(path)
        if old is not None and old != new:
            pairs = enumerate(zip(old, new, strict=False), 1)
            line = next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)) + 1)
            return as_seen(preview.session, str(path)), line
    return None


def _lines_of(paths: Iterable[Path]) -> Outlines:
    """The lines of outlines, so that it is known where they are written at."""
    found = {}
    for path in paths:
        if path.suffix in (".yaml", ".yml", ".md"):
            with suppress(OSError, UnicodeDecodeError):
                found[path] = path.read_text("utf-8").split("\n")
    return found
