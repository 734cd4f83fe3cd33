"""Turn new words for a text into the Markdown document with those words in it, and nothing else
changed.

As with YAML (`outline/writing.py`): only the characters of the one text are replaced, and the
document is read again; where anything else would be read otherwise, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.outline.markdown.read import Fields, read_markdown
from briefgen.outline.markdown.to_markdown import UnsaidError, cell, hyphens_apart, line
from briefgen.outline.reading.decode import decode
from briefgen.outline.reading.nodes import Mapping, Scalar, same, scalars
from briefgen.outline.writing import Found, replaced, rewritten
from briefgen.problems import ContentError, Mark, Problem, Problems

# How a scalar of YAML begins whose style is seen by it.
_STYLES = ("|", ">", "'", '"')


def text_at(data: bytes, mark: Mark, fields: Fields) -> Found:
    """The text that begins at a place in a document. Raises ContentError where none does."""
    _, _, text, node = _opened(data, mark, fields)
    start = _offset(text, mark)
    return Found(start, start + len(node.raw), _style(node), node.text)


def rewritten_text(data: bytes, mark: Mark, words: str, fields: Fields) -> bytes:
    """The document with `words` as what the text at `mark` says. Raises ContentError where there is
    no text, or the words cannot be written without changing something else."""
    whole, tree, text, node = _opened(data, mark, fields)
    words = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    if words == node.text.strip():
        return data
    start = _offset(text, mark)
    wanted = replaced(tree, mark, words)
    before = Problems()
    read_markdown(data, mark.file, fields, before)
    for made in _candidates(text, start, node, words, mark):
        after = Problems()
        now = read_markdown(made.encode(), mark.file, fields, after)
        fits = now is not None and wanted is not None and same(wanted, now)
        if fits and after.errors <= before.errors:
            return _as_before(made, whole, data)
    raise ContentError([Problem.of("edit-changes-more", mark)])


def _opened(data: bytes, mark: Mark, fields: Fields) -> tuple[str, Mapping, str, Scalar]:
    """The file's characters, its nodes, its text as marks count it, and the scalar at a place."""
    tree = read_markdown(data, mark.file, fields, Problems())
    text = decode(data, mark.file, Problems())
    found = scalars(tree) if tree else ()
    node = next((each for each in found if each.mark == mark and each.raw), None)
    if tree is None or text is None or node is None:
        raise ContentError([Problem.of("edit-nothing-there", mark)])
    whole = data.decode("utf-8-sig")
    start = _offset(text, mark)
    if len(whole.replace("\r\n", "\n").replace("\r", "\n")) != len(text) or not text.startswith(
        node.raw, start
    ):
        raise ContentError([Problem.of("edit-uncounted", mark)])
    return whole, tree, text, node


def _offset(text: str, mark: Mark) -> int:
    """Where a place is among the characters of a text."""
    at = 0
    for _ in range(mark.line - 1):
        at = text.index("\n", at) + 1
    return at + mark.column - 1


def _style(node: Scalar) -> str:
    return node.raw[0] if node.raw[0] in _STYLES and node.raw != node.text else ""


def _candidates(text: str, start: int, node: Scalar, words: str, mark: Mark) -> Iterator[str]:
    """The document with the words written in each way that may be read as them."""
    before, after = text[:start], text[start + len(node.raw) :]
    said = [Scalar(each, mark) for each in words.split("\n")]
    margin = " " * (mark.column - 1)
    try:
        for between in ("\\\n", f"\\\n{margin}"):
            yield before + between.join(map(line, said)) + after
        yield before + cell(Scalar(words, mark)) + after
    except UnsaidError:
        pass
    yield before + hyphens_apart(words) + after
    yield from _in_yaml(text, mark, words)


def _in_yaml(text: str, mark: Mark, words: str) -> Iterator[str]:
    """The same where the words stand in the head matter, or in a block of YAML."""
    lines = text.split("\n")
    at = mark.line - 1
    start = next((n for n in range(at, -1, -1) if _is_fence(lines[n])), None)
    end = next((n for n in range(at + 1, len(lines)) if _is_fence(lines[n])), None)
    if start is None or end is None:
        return
    # Empty lines above leave all places as they are.
    alone = "\n" * (start + 1) + "\n".join(lines[start + 1 : end]) + "\n"
    try:
        made = rewritten(alone.encode(), mark, words).decode()
    except ContentError:
        return
    yield "\n".join(lines[: start + 1]) + "\n" + made[start + 1 :] + "\n".join(lines[end:])


def _is_fence(line: str) -> bool:
    return line.rstrip() in ("---", "...") or line.lstrip().startswith(("```", "~~~"))


def _as_before(made: str, whole: str, data: bytes) -> bytes:
    """The text with the line ends and the mark that the file had."""
    if "\r\n" in whole:
        made = made.replace("\n", "\r\n")
    elif "\r" in whole:
        made = made.replace("\n", "\r")
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + made.encode()
