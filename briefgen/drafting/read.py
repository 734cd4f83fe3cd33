"""Turn a file into a document, by its format."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefgen.drafting.tidy import tidied
from briefgen.drafting.tree import Document
from briefgen.machine.reasons import reason
from briefgen.problems import MachineError, UnfitError

ENDINGS = (".txt", ".md", ".docx", ".pptx", ".pdf")
MOST_BYTES = 200_000_000
_ALSO = {".markdown": ".md", ".text": ".txt", ".docm": ".docx", ".pptm": ".pptx", ".dotx": ".docx"}
_OLD = (".doc", ".ppt", ".wps", ".dps", ".rtf", ".odt", ".odp", ".pages", ".key", ".ceb", ".ofd")


def read_document(path: Path) -> Document:
    """What a file says. Raises MachineError where it cannot be read, or is none of the formats."""
    data = _bytes(path)
    ending = path.suffix.lower()
    ending = _ALSO.get(ending, ending)
    try:
        return tidied(_read(path, data, ending))
    except UnfitError as problem:
        raise MachineError.of(problem.code, file=path.name, **problem.parts) from None
    except RecursionError:
        raise MachineError.of("draft-damaged", file=path.name, why="size") from None


def _bytes(path: Path) -> bytes:
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise MachineError.of("draft-no-file", file=str(path))
        if found.st_size > MOST_BYTES:
            raise MachineError.of("draft-too-large", file=path.name, most=MOST_BYTES // 10**6)
        return path.read_bytes()
    except FileNotFoundError:
        raise MachineError.of("draft-no-file", file=str(path)) from None
    except OSError as problem:
        raise MachineError.of("draft-unreadable", file=str(path), why=reason(problem)) from None


def _read(path: Path, data: bytes, ending: str) -> Document:
    if not data.strip():
        raise UnfitError("draft-empty")
    match ending:
        case ".docx":
            from briefgen.drafting.word import read_word

            return read_word(data)
        case ".pptx":
            from briefgen.drafting.presentation import read_presentation

            return read_presentation(data)
        case ".pdf":
            from briefgen.drafting.pdf import read_pdf

            return read_pdf(data)
        case ".md":
            from briefgen.drafting.markdown import beside, read_markdown

            return read_markdown(data, beside(path))
        case ".txt":
            from briefgen.drafting.plain import read_plain

            return read_plain(data)
    code = "draft-other-program" if ending in _OLD else "draft-unknown-format"
    raise UnfitError(code, endings=ENDINGS)
