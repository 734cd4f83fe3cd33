"""Turn new words for a text of an outline into its file with those words, whatever form it has."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.outline import editing, writing
from briefgen.outline.reading.nodes import Mapping
from briefgen.outline.writing import Found
from briefgen.problems import ContentError, Mark, Problem

# The endings of files in which texts are rewritten.
EDITED = (".yaml", ".yml", ".md", ".markdown")


def scalar_at(data: bytes, mark: Mark) -> Found:
    """The text that begins at a place in a file. Raises ContentError where none does."""
    if not _is_document(mark):
        return writing.scalar_at(data, mark)
    from briefgen.kinds import kinds
    from briefgen.outline.markdown.read import fields_by
    from briefgen.outline.markdown.rewriting import text_at

    return text_at(data, mark, fields_by(kinds()))


def rewritten(data: bytes, mark: Mark, words: str) -> bytes:
    """The file with `words` as what the text at `mark` says, and nothing else changed.

    Raises ContentError where there is no text, or the words cannot be written so.
    """
    if not _is_document(mark):
        return writing.rewritten(data, mark, words)
    from briefgen.kinds import kinds
    from briefgen.outline.markdown.read import fields_by
    from briefgen.outline.markdown.rewriting import rewritten_text

    return rewritten_text(data, mark, words, fields_by(kinds()))


def _is_document(mark: Mark) -> bool:
    return mark.file.endswith(EDITED[2:])


def added(data: bytes, file: str, part: str, given: str, after: str = "") -> bytes:
    """The file with an item at the end of a part, or behind the item of an id, given as YAML; in a
    document a slide alone, given as YAML or Markdown. Raises ContentError where it cannot stand
    there."""
    if not _is_document(Mark(file)):
        return editing.added(data, file, part, given, after)
    from briefgen.kinds import kinds
    from briefgen.outline.markdown.editing import added_slide
    from briefgen.outline.markdown.read import fields_by

    if part != "deck":
        return _in_head(data, file, lambda head: editing.added(head, file, part, given, after))
    return added_slide(data, file, given, after, fields_by(kinds()))


def replaced_at(data: bytes, file: str, path: editing.Path, given: str) -> bytes:
    """The file with another value at a way into it, given as YAML; without it where nothing is
    given. Raises ContentError where the value cannot stand there."""
    if not _is_document(Mark(file)):
        return editing.replaced_at(data, file, path, given)
    if path[0] == "deck":
        raise ContentError([Problem.of("edit-changes-more", Mark(file))])
    return _in_head(data, file, lambda head: editing.replaced_at(head, file, path, given))


def slide_at(data: bytes, file: str, line: int) -> str:
    """The YAML of the slide that begins in a line of an outline. Raises ContentError where none
    does."""
    return editing.slide_at(data, file, line)[1]


def slide_rewritten(data: bytes, file: str, line: int, given: str) -> bytes:
    """The file with other YAML for the slide that begins in a line, and nothing else changed.
    Raises ContentError where none does, or it cannot stand there."""
    index, _ = editing.slide_at(data, file, line)
    if not isinstance(editing.parsed(given), Mapping):
        raise ContentError([Problem.of("edit-changes-more", Mark(file, line))])
    return editing.replaced_at(data, file, ("deck", index), given)


def _in_head(data: bytes, file: str, change: Callable[[bytes], bytes]) -> bytes:
    """A document with its head matter changed."""
    from briefgen.outline.markdown.read import head_end

    lines = data.decode("utf-8-sig").split("\n")
    end = head_end([line.rstrip("\r") for line in lines])
    if end < 1:
        raise ContentError([Problem.of("edit-changes-more", Mark(file))])
    made = change("\n".join(lines[1:end]).encode() + b"\n").decode().rstrip("\n")
    return "\n".join((lines[0], made, *lines[end:])).encode()
