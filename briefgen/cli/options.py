"""Turn the arguments that commands share into a request."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.say import refuse
from briefgen.formats import FORMATS, USUAL

if TYPE_CHECKING:
    from briefgen.request import Request

# Where a project's outline stands, the first that is there.
DEFAULT = Path("content/outline.yaml")
_OTHERS = ("content/deck.md", "content/outline.md", "outline.yaml", "deck.md")


def outline_of(given: Path | None) -> Path:
    """The outline to work on: the one named, or the project's own."""
    folder = given or Path()
    path = _within(folder) if folder.is_dir() else folder
    if given is None and not path.is_file():
        refuse("no-outline-here", path=str(DEFAULT))
    if not path.is_file():
        refuse("no-outline-file", path=str(path))
    return path


def _within(folder: Path) -> Path:
    """The outline of a project's folder."""
    names = (DEFAULT, *_OTHERS)
    return next((folder / name for name in names if (folder / name).is_file()), folder / DEFAULT)


def request_for(outline: Path | None, **options: Any) -> Request:
    from briefgen.outline.load import BASE, audience_names
    from briefgen.outline.nearest import nearest
    from briefgen.request import Request

    path = outline_of(outline)
    known = (BASE, *audience_names(path))
    for name in options.get("audiences", ()):
        if name not in known:
            refuse("no-audience", name=name, offer=nearest(name, known))
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
OVERWRITE = click.option(
    "--overwrite",
    is_flag=True,
    help="Replace files that were edited, and keep those as NAME.edited-1.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def size_asked(context: click.Context, option: click.Parameter, given: str | None) -> str | None:
    """The size that is asked for, where it is one."""
    from briefgen.brief.hints import SIZE
    from briefgen.brief.size import size_of

    if given and not re.fullmatch(SIZE.regex, given):
        refuse("bad-form", found=given, form=SIZE.words)
    if given and size_of(given) is None:
        refuse("bad-size", found=given)
    return given


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
