"""Turn the arguments that commands share into a request."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.say import refuse
from briefgen.formats import FORMATS, USUAL
from briefgen.machine.paths import outline_in
from briefgen.problems import Phrase, phrase

if TYPE_CHECKING:
    from briefgen.request import Request


def outline_of(given: Path | None) -> Path:
    """The outline to work on: the one named, or the project's own."""
    if given is None:
        # Whoever stands in a folder of the project means the project.
        here = Path.cwd()
        for folder in (here, *list(here.parents)[:_UPWARDS]):
            if (found := outline_in(folder)).is_file():
                return Path(os.path.relpath(found))
        refuse("no-outline-here", path=str(outline_in(Path())))
    found = outline_in(given)
    if not found.is_file():
        refuse("no-outline-file", path=str(found))
    return found


# So many folders above the one where a command is called are looked into.
_UPWARDS = 3


def request_for(outline: Path | None, **options: Any) -> Request:
    from briefgen.outline.folder import BASE, audience_names
    from briefgen.outline.nearest import nearest
    from briefgen.request import Request

    path = outline_of(outline)
    known = (BASE, *audience_names(path))
    for name in options.get("audiences", ()):
        if name not in known:
            offer = nearest(name, known)
            if isinstance(offer, Phrase) and offer.key != "did-you-mean":
                offer = phrase("new-audience", offer=offer, name=name)
            refuse("no-audience", name=name, offer=offer)
    return Request(path, **options)


OUTLINE = click.argument("outline", required=False, type=click.Path(path_type=Path))
AUDIENCE = click.option(
    "-a",
    "--audience",
    "audiences",
    multiple=True,
    metavar="NAME",
    help="Only this audience (may be given again); 'base' is the outline itself.",
)
STRICT = click.option("--strict", is_flag=True, help="Warnings count as errors.")
ALL = click.option("--all", "every", is_flag=True, help="Tell every problem in a line of its own.")
OVERWRITE = click.option(
    "--overwrite",
    is_flag=True,
    help="Replace files that were edited, and keep those as NAME.edited-1.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
THEME = click.option("--theme", default="", metavar="NAME", help="Use this theme for everything.")
TEMPLATE = click.option(
    "--template",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Decks stand on this .pptx or .potx; see 'briefgen template FILE'.",
)
JOBS = click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes at once.")
VERIFY = click.option(
    "--verify",
    is_flag=True,
    help="Read the finished files back; write nothing unless they hold what was meant.",
)


def size_asked(context: click.Context, option: click.Parameter, given: str | None) -> str | None:
    """The size that is asked for, where it is one."""
    from briefgen.brief.hints import SIZE
    from briefgen.brief.size import size_of

    if given and not re.fullmatch(SIZE.regex, given):
        refuse("bad-form", found=given, form=SIZE.words)
    if given and size_of(given) is None:
        refuse("bad-size", found=given)
    return given


SIZE = click.option(
    "--size",
    metavar="SIZE",
    callback=size_asked,
    help="How large slides are: 16:9, 16:10, 4:3, a4, 'a4 upright', or '25.4cm x 19.05cm'.",
)


def in_words(context: click.Context, option: click.Parameter, given: str | None) -> str | None:
    """What is to be set, or written, as any text of the content: bytes that are no text in the
    system's encoding are read as UTF-8, if they are that."""
    if not given or not re.search("[\ud800-\udfff]", given):
        return given
    try:
        return given.encode("utf-8", "surrogateescape").decode()
    except UnicodeError:
        refuse("option-unfit", what=option.opts[0], said=phrase("no-utf-8"))


def out_option(what: str, about: str) -> Callable[[Any], Any]:
    """An option that takes where to write: into a folder, for "DIR", else the file itself."""
    folder = what == "DIR"
    kind = click.Path(path_type=Path, file_okay=not folder, dir_okay=folder)
    return click.option("-o", "--out", type=kind, metavar=what, help=about)


def formats_option(*names: str) -> Callable[[Any], Any]:
    """An option that takes formats of the table: its names, then what it is for."""
    *flags, about = names
    return click.option(
        *flags,
        "formats",
        multiple=True,
        type=click.Choice(list(FORMATS)),
        help=f"{about} (default: {' and '.join(USUAL)}).",
    )
