"""Turn an outline and the files it includes into one mapping of parts."""

from __future__ import annotations

from pathlib import Path

from briefgen.brief.hints import INSIDE
from briefgen.machine.paths import resolved
from briefgen.machine.reasons import reason
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, Sequence, what
from briefgen.outline.reading.read import AS_THEY_ARE, Held, read_file
from briefgen.patterns import form
from briefgen.problems import Problems


def include(
    outline: Mapping, folder: Path, root: Path, problems: Problems, held: Held = AS_THEY_ARE
) -> Mapping | None:
    """The outline with the parts of its included files; None where one cannot be read.

    The files stand in `folder`, beside the outline or below; paths that leave it, by `..`, as an
    absolute path or through a symbolic link, are refused. Marks show paths relative to `root`.
    """
    listed = outline.get("include")
    if listed is None:
        return outline.without("include")
    if not isinstance(listed, Sequence):
        problems.add("include-not-a-list", listed.mark, what=what(listed))
        return None
    merged = outline.without("include")
    complete = True
    seen: set[Path] = set()
    for each in listed.items:
        path = _inside(each, folder, problems)
        if path is None:
            complete = False
        elif path in seen:
            problems.add("duplicate-include", each.mark, file=path.name)
        else:
            seen.add(path)
            parts = _read(each, path, root, problems, held)
            complete = complete and parts is not None
            merged = _joined(merged, parts, problems) if parts else merged
    return merged if complete else None


def _inside(node: Node, folder: Path, problems: Problems) -> Path | None:
    """The file that an item of `include` names, if it is one of the outline's folder."""
    written = node.text if isinstance(node, Scalar) else ""
    path = folder / written
    try:
        inside = form(INSIDE.regex).fullmatch(written) and resolved(path).is_relative_to(
            folder.resolve()
        )
    except OSError as error:
        _unreadable(node, written, error, problems)
        return None
    if not inside:
        problems.add("outside", node.mark, what=what(node))
        return None
    return path


def _read(node: Node, path: Path, root: Path, problems: Problems, held: Held) -> Mapping | None:
    file = shown(path, root)
    if path not in held and path.exists() and not path.is_file():
        problems.add("not-a-file", node.mark, file=file)
        return None
    try:
        return read_file(path, file, problems, held)
    except OSError as error:
        _unreadable(node, file, error, problems)
        return None


def _unreadable(node: Node, file: str, error: OSError, problems: Problems) -> None:
    problems.add("include-unreadable", node.mark, file=file, why=reason(error))


def _joined(outline: Mapping, parts: Mapping, problems: Problems) -> Mapping:
    for key, entry in parts.entries.items():
        if key == "include":
            problems.add("nested-include", entry.key)
        elif key in outline.entries:
            one, other = outline.entries[key].key.file, entry.key.file
            problems.add("duplicate-part", entry.key, part=key, one=one, other=other)
        else:
            outline = outline.with_entry(key, entry)
    return outline


def shown(path: Path, root: Path) -> str:
    """A path as it is shown in messages: relative to the project, with slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
