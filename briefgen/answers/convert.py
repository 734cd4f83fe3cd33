"""Turn an outline into the other form that it may be written in: YAML, Markdown."""

from __future__ import annotations

from pathlib import Path

from briefgen.kinds import kinds
from briefgen.machine.reasons import reason
from briefgen.outline.folder import project_root
from briefgen.outline.markdown.read import fields_by, is_markdown
from briefgen.outline.markdown.to_markdown import to_markdown
from briefgen.outline.markdown.to_yaml import to_yaml
from briefgen.outline.reading.include import shown
from briefgen.outline.reading.read import read_bytes
from briefgen.problems import ContentError, MachineError, Problems


def convert(outline: Path) -> str:
    """An outline in Markdown as YAML, any other as Markdown, with every comment.

    Raises ContentError with what is wrong with it, and with each place that the other form cannot
    say; MachineError where it cannot be read.
    """
    problems = Problems()
    file = shown(outline.resolve(), project_root(outline))
    try:
        data = read_bytes(outline, file, problems)
    except OSError as error:
        why = reason(error)
        raise MachineError.of("cannot-read", path=str(outline), why=why) from error
    turn = to_yaml if is_markdown(outline) else to_markdown
    made = None if data is None else turn(data, file, fields_by(kinds()), problems)
    if made is None:
        raise ContentError(problems)
    return made
