"""Turn new words for a text of an outline into its file with those words, whatever form it has."""

from __future__ import annotations

from briefgen.outline import writing
from briefgen.outline.writing import Found
from briefgen.problems import Mark

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
