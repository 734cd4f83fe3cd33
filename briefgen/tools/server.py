"""Turn the tools of a project into a server of the Model Context Protocol, on standard streams."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import Image, MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from briefgen import __version__
from briefgen.answers.findings import as_dicts, bare
from briefgen.problems import BriefgenError, ContentError, Problem
from briefgen.tools import desk as tools
from briefgen.tools.desk import Desk

INSTRUCTIONS = """\
One outline becomes a PowerPoint deck and a printed page; every number is proven by its source.
1 start (empty folder), source (the text), add sources; 2 figures drafts the ledger: add to figures
what you use; 3 kinds, then add slides to deck: numbers as {figure-id}, never typed; titles are
conclusions; 4 check until no error or warning: set `fix`, or cut to `allowed`; 5 preview, build."""


def serve(folder: Path) -> None:
    """Serve the project in a folder until the other side is gone."""
    server(folder).run("stdio")


def server(folder: Path) -> MCPServer:
    """The server of a project's tools."""
    made = MCPServer("briefgen", version=__version__, instructions=INSTRUCTIONS, log_level="ERROR")
    for tool in _tools(Desk(folder.resolve())):
        made.add_tool(_told(tool), structured_output=False)
    return made


def _told(tool: Callable[..., Any]) -> Callable[..., Any]:
    """A tool whose answer is one line of JSON, and whose problems are told as findings."""

    @wraps(tool)
    def answer(*arguments: Any, **named: Any) -> Any:
        try:
            _whole_characters((*arguments, *named.values()))
            found = tool(*arguments, **named)
        except BriefgenError as error:
            told = [
                {key: each[key] for key in ("code", "message", "hint", "choices") if each[key]}
                for each in as_dicts(bare(error.problems), every=True)
            ]
            raise ToolError(_line({"problems": told})) from error
        return found if isinstance(found, str | Image) else _line(found)

    return answer


def _whole_characters(values: Iterable[Any]) -> None:
    """Raise ContentError for a text with half a character, which JSON can write (RFC 8259, 8.2)."""
    for value in values:
        if half := isinstance(value, str) and _HALF.search(value):
            raise ContentError([Problem.of("control-character", shown=f"U+{ord(half[0]):04X}")])


_HALF = re.compile("[\ud800-\udfff]")


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _tools(desk: Desk) -> tuple[Callable[..., Any], ...]:
    def outline(path: str = "") -> Any:
        """Read the outline: all in brief, or the YAML at a path such as deck.cover, figures.gdp,
        deck[1].points, audiences/english:deck."""
        return desk.contents(path)

    def write(path: str, value: str) -> Any:
        """Write a text at a path (deck.cover.title, page.headline); for a list or mapping give
        YAML; "" takes it out. Tells how many errors there are then."""
        return desk.write(path, value)

    def add(yaml: str, part: str = "deck", after: str = "") -> Any:
        """Add a slide (YAML: kind, id, title …) at the end or after the slide of an id; or to
        another part: entries of figures and sources, items of topics, names, glossary."""
        return desk.add(part, yaml, after)

    def start(slug: str, title: str, language: str = "zh-Hans") -> Any:
        """Begin an outline in an empty folder; the slug names the files made."""
        return desk.start(slug, title, language)

    def source(name: str, text: str) -> Any:
        """Put a source's text into seeds/NAME.txt; then add {NAME: {file, title}} to sources."""
        return desk.source(name, text)

    def audience(name: str, yaml: str) -> Any:
        """Write audiences/NAME.yaml, a version for other readers; see kinds("audience")."""
        return desk.audience(name, yaml)

    def kinds(name: str = "") -> Any:
        """The slide kinds, each in a line; or all of one kind with an example; what every "slide"
        has; a part of the outline (brief, figures, topics, page …), or "audience"."""
        return tools.about(name)

    def check(audience: str = "", notes: bool = False) -> Any:
        """What is wrong, with path, measured, allowed, fix (what takes the place of `found`)."""
        return desk.check(audience, notes)

    def preview(slide: str, audience: str = "base") -> Any:
        """A picture of a slide, by its id or number."""
        return Image(data=desk.preview(slide, audience), format="png")

    def trace(figure: str = "", audience: str = "base") -> Any:
        """Where figures come from: the sentence, its place, the slides that show them."""
        return desk.trace(figure, audience)

    def figures(source: str = "") -> Any:
        """Drafts of ledger entries (YAML) for the numbers that the sources state."""
        return desk.figures(source)

    def build(audiences: list[str] | None = None, formats: list[str] | None = None) -> Any:
        """Make the files in out/: deck and brief, or other formats (pdf pages, png, md)."""
        return desk.build(audiences or [], formats or [])

    def undo() -> Any:
        """Take back the last write."""
        return desk.undo()

    reading = (outline, kinds, check, preview, trace, figures)
    return (*reading, start, source, add, write, audience, build, undo)
