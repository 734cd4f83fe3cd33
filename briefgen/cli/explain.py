"""Turn the code of a problem into what it means, with an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent

import click

from briefgen.chinese.hanzi import cells
from briefgen.cli.group import briefgen
from briefgen.cli.options import JSON
from briefgen.cli.say import print_json, refuse, said, tongue
from briefgen.messages import catalogue, known, phrases
from briefgen.messages.entry import Message, Severity, Tongue, Words
from briefgen.problems import Phrase, phrase


@briefgen.command("explain")
@click.argument("code", required=False)
@click.option(
    "--sentences", is_flag=True, help="With the sentence of each code, and in JSON all of it."
)
@JSON
def explain_command(code: str | None, sentences: bool, as_json: bool) -> None:
    """Say what the CODE of a problem means, with an example; without one, list all codes.

    A problem's code stands in square brackets at the end of its line.
    """
    # A slide kind of another package brings its messages along when it is loaded.
    if code is None or code.strip("[]") not in catalogue():
        from briefgen.kinds import kinds

        list(kinds())
    spoken, messages = tongue(), known()
    if code is None:
        _all(messages, spoken, sentences, as_json)
        return
    code = code.strip("[]")
    if code not in messages:
        refuse("unknown-code", code=code, offer=_offer(code, messages))
    if as_json:
        print_json(_row(code, messages[code], spoken))
    else:
        click.echo("\n".join(_told(code, messages[code], spoken)))


def _all(messages: Mapping[str, Message], spoken: Tongue, sentences: bool, as_json: bool) -> None:
    """List the codes by their severity, or each with its sentence."""
    of: dict[Severity, list[str]] = {}
    for name, each in messages.items():
        of.setdefault(each.severity, []).append(name)
    if as_json:
        every = [_row(name, each, spoken) for name, each in messages.items()]
        print_json(every if sentences else of, compact=not sentences)
    elif sentences:
        width = max(map(len, messages))
        for name, each in messages.items():
            severity = phrases()[each.severity].told(spoken, {})
            kind = severity + " " * (8 - cells(severity))
            click.echo(f"{name:<{width}} {kind}{_shown(each.sentence, spoken)}")
    else:
        for kind, names in of.items():
            click.echo(f"{phrases()[kind].told(spoken, {})}: {' '.join(names)}")


def _row(code: str, message: Message, spoken: Tongue) -> dict[str, str]:
    return {
        "code": code,
        "severity": message.severity,
        "message": _shown(message.sentence, spoken),
        "hint": _shown(message.hint, spoken),
        "means": message.means.told(spoken, {}),
        "wrong": message.wrong,
        "right": message.right,
    }


def _told(code: str, message: Message, spoken: Tongue) -> Iterator[str]:
    """The lines about a code: its sentence, then each of its parts under a head."""
    from briefgen.answers.terminal import wrapped

    yield said("explain-head", code=code, severity=phrase(message.severity))
    yield from wrapped(_shown(message.sentence, spoken), 2)
    row = _row(code, message, spoken)
    for key in ("hint", "means", "wrong", "right"):
        if row[key]:
            yield ""
            yield said(f"explain-{key}")
            example = key in ("wrong", "right")
            yield from [indent(row[key].rstrip(), "  ")] if example else wrapped(row[key], 2)


def _shown(words: Words, spoken: Tongue) -> str:
    """Words with the names of their parts, ‹so›, in place of them."""
    return words.told(spoken, {name: f"‹{name}›" for name in words.names})


def _offer(code: str, messages: Iterable[str]) -> Phrase:
    """The code that was probably meant, or how to find all."""
    from briefgen.outline.nearest import nearest

    offer = nearest(code, messages)
    if isinstance(offer, Phrase) and offer.key == "did-you-mean":
        return offer
    return phrase("explain-lists-codes")
