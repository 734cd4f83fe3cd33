"""Turn `briefgen` into the command that all others belong to."""

from __future__ import annotations

import click

from briefgen import __version__
from briefgen.cli.commands import Commands
from briefgen.cli.say import Run

# The module of each command: importing all takes a fiftieth of a small build.
_ROOMS = {
    "audiences": "ask",
    "build": "make",
    "check": "check",
    "convert": "convert",
    "diff": "ask",
    "explain": "explain",
    "figures": "ask",
    "icons": "show",
    "kinds": "show",
    "mcp": "assist",
    "merge": "merge",
    "new": "start",
    "preview": "live",
    "schema": "show",
    "skill": "assist",
    "template": "template",
    "themes": "show",
    "trace": "ask",
    "translate": "translate",
    "undo": "live",
}


@click.group(
    cls=Commands,
    rooms={name: f"briefgen.cli.{room}" for name, room in _ROOMS.items()},
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="briefgen", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of whatever ends the run.")
@click.pass_context
def briefgen(ctx: click.Context, debug: bool) -> None:
    """One YAML outline becomes a PowerPoint deck and a one-page printed brief.

    \b
    Start here:
      briefgen new mybrief      make a small project to change (--from FILE drafts one)
      cd mybrief
      briefgen build            decks and briefs for every audience, into out/
      briefgen check            what is wrong with the content, and where
      briefgen explain CODE     what a problem means, with an example
      briefgen trace            where every number comes from
      briefgen figures          what numbers the sources state, and which are not in the ledger
    """
    ctx.ensure_object(Run).debug |= debug
