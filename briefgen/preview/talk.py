"""Turn what a page asks for into its answer, by what is asked: `do`.

Everything that comes from a page is somebody else's words: what is not of the form that is read
here is refused, and no path in it leads out of the project.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from briefgen.answers.edit import EDITED, rewritten, scalar_at, slide_at, slide_rewritten
from briefgen.chinese.seen import is_blank
from briefgen.machine.remembered import digest
from briefgen.machine.rewrite import read_for_writing, redo, rewrite, undo, undoable
from briefgen.preview.evidence import evidence
from briefgen.preview.places import (
    Origin,
    Spot,
    box_of,
    notes_of,
    page_at,
    spot_of,
    title_of,
    written,
)
from briefgen.preview.session import Session, Shown
from briefgen.preview.telling import told
from briefgen.problems import BriefgenError, ContentError, Mark, Problem
from briefgen.record import Record
from briefgen.scene.items import Page

# The endings of outlines whose slides are edited as YAML.
_OUTLINES = (".yaml", ".yml")
# The longest text that is taken from a page.
_LONGEST = 100_000


class Editor(Record):
    """How an editor is called: an address with {path}, {line} and {column}; "" for none."""

    address: str = "vscode://file{path}:{line}:{column}"

    def at(self, session: Session, mark: Mark) -> str:
        """The address that opens a place of the project."""
        path = (session.root / mark.file).resolve().as_posix()
        if not self.address or not mark.line:
            return ""
        path = path if path.startswith("/") else f"/{path}"  # a drive of Windows
        return (
            self.address.replace("{path}", quote(path))
            .replace("{line}", str(mark.line))
            .replace("{column}", str(max(mark.column, 1)))
        )


Asked = Mapping[str, object]
Answer = dict[str, object]


def answer(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    """The answer to a question about what a view shows. Raises KeyError, TypeError or ValueError
    for one that cannot be read."""
    try:
        return _ANSWERS[str(asked["do"])](session, editor, shown, asked)
    except BriefgenError as error:
        return {"problems": told(error.problems)}


def _where(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    """Where something was written that a page of the picture shows."""
    content, page = shown.content, _page(shown, asked)
    if content is None or page is None:
        return {}
    what = asked.get("what", "text")
    if what == "notes":
        return _told(session, editor, notes_of(content, page))
    if what == "title":
        found = title_of(content, page)
        spot = spot_of(page, found.text)
    else:
        spot = Spot(*(_number(asked, key) for key in ("text", "paragraph", "offset")))
        found = written(content, page, spot)
    box = box_of(content, page, spot, found.text)
    said = _told(session, editor, found)
    return {**said, "called": dict(box.called), "holds": box.holds}


def _page(shown: Shown, asked: Asked) -> Page | None:
    drawn = shown.sheets if asked.get("sheet") else shown.slides
    at = _number(asked, "page")
    return drawn[at].page if 0 <= at < len(drawn) else None


def _told(session: Session, editor: Editor, found: Origin) -> Answer:
    """A place, the address that opens it, and of a text that can be edited what it says."""
    mark = found.mark
    said: Answer = {
        "file": mark.file,
        "line": mark.line,
        "column": mark.column,
        "open": editor.at(session, mark),
    }
    if found.text is not None:
        _, data = read_for_writing(session.root, mark.file)
        scalar = scalar_at(data, mark)
        words = scalar.value.rstrip("\n")
        said["words"], said["hash"] = words, digest(data)
        said["lines"] = "\n" in words or scalar.style in ("|", ">")
    return said


def _edit(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    """New words for the text at a place, if the file is still the one whose words were shown."""
    mark = Mark(str(asked["file"]), _number(asked, "line"), _number(asked, "column"))
    words, read = str(asked["words"]), str(asked["hash"])
    _short_enough(words, mark)
    if not mark.file.endswith(EDITED):
        raise ValueError("not an outline")
    _, data = read_for_writing(session.root, mark.file)
    # Of a file that has changed nothing is worked out: it is refused by its hash.
    made = rewritten(data, mark, words) if digest(data) == read else b""
    rewrite(session.root, mark.file, read, made)
    return {"done": True, "file": mark.file, "undo": undoable(session.root) is not None}


def _short_enough(words: str, mark: Mark) -> None:
    """Raise ContentError for words that are longer than any text of an outline."""
    if len(words) > _LONGEST:
        long = Problem.of("text-too-long", mark, length=len(words), most=_LONGEST)
        raise ContentError([long])


def _text(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    """The YAML of a slide, to be edited beside it; nothing where it is not written in YAML."""
    page = _page(shown, asked)
    if page is None or not page.mark.line or not page.mark.file.endswith(_OUTLINES):
        return {}
    _, data = read_for_writing(session.root, page.mark.file)
    words = slide_at(data, page.mark.file, page.mark.line)
    return {
        "file": page.mark.file,
        "line": page.mark.line,
        "words": words,
        "hash": digest(data),
        "open": editor.at(session, page.mark),
    }


def _rewrite(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    """Other YAML for a slide, if the file is still the one whose words were shown."""
    file, line = str(asked["file"]), _number(asked, "line")
    words, read = str(asked["words"]), str(asked["hash"])
    _short_enough(words, Mark(file, line))
    if is_blank(words) or not file.endswith(_OUTLINES):
        raise ValueError("no slide")
    _, data = read_for_writing(session.root, file)
    made = slide_rewritten(data, file, line, words) if digest(data) == read else b""
    rewrite(session.root, file, read, made)
    return {"done": True, "file": file}


def _undo(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    done = undo(session.root)
    return {"done": True, "file": done.file, "undo": undoable(session.root) is not None}


def _redo(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    done = redo(session.root)
    return {"done": True, "file": done.file}


def _trace(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    """What a figure stands on, and the addresses that open its entry and its sentence."""
    said = evidence(shown.content, str(asked["figure"])) if shown.content else None
    if said is None:
        return {}
    said["open"] = _opens(session, editor, said["mark"])
    quoted = said.get("quote")
    if isinstance(quoted, dict):
        quoted["open"] = _opens(session, editor, quoted["mark"])
    return said


def _opens(session: Session, editor: Editor, place: object) -> str:
    file, line, column = place if isinstance(place, list) else ("", 0, 0)
    return editor.at(session, Mark(file, line, column))


def _open(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    """The address that opens a place of the project."""
    mark = Mark(str(asked["file"]), _number(asked, "line"), _number(asked, "column"))
    return {"open": editor.at(session, mark) if _inside(session, mark.file) else ""}


def _at(session: Session, editor: Editor, shown: Shown, asked: Asked) -> Answer:
    """The slide on which stands what is written in a line of a file."""
    return {
        "page": page_at(shown.slides, as_seen(session, str(asked["file"])), _number(asked, "line"))
    }


def as_seen(session: Session, file: str) -> str:
    """A file as marks name it: from the project's root, whether it is given so or as a path."""
    for base in (session.root, session.outline.parent):
        path = (base / file).resolve()
        if path.is_file() and path.is_relative_to(session.root):
            return path.relative_to(session.root).as_posix()
    return file


def _inside(session: Session, file: str) -> bool:
    return (session.root / file).resolve().is_relative_to(session.root)


def _number(asked: Asked, key: str) -> int:
    value = asked.get(key, 0)
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"{key} is no number")
    return value


_ANSWERS: Mapping[str, Callable[[Session, Editor, Shown, Asked], Answer]] = {
    "where": _where,
    "edit": _edit,
    "undo": _undo,
    "redo": _redo,
    "text": _text,
    "rewrite": _rewrite,
    "trace": _trace,
    "open": _open,
    "at": _at,
}
