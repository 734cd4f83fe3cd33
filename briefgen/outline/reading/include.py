"""Turn an outline and the files it includes into one mapping of parts."""

from __future__ import annotations

import re
from pathlib import Path

from briefgen.brief.hints import INSIDE
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, Sequence, what
from briefgen.outline.reading.read import read_file
from briefgen.problems import Problems


def include(outline: Mapping, folder: Path, root: Path, problems: Problems) -> Mapping | None:
    """The outline with the parts of its included files; None where one cannot be read.

    The files stand in `folder`, beside the outline or below; paths that leave it, by `..`, as an
    absolute path or through a symbolic link, are refused. Marks show paths relative to `root`.
    """
    listed = outline.get("include")
    if listed is None:
        return outline.without("include")
    if not isinstance(listed, Sequence):
        problems.error(
            "not-a-list", f"include wants a list of files, not {what(listed)}", listed.mark,
            "write include: [figures.yaml, topics.yaml]",
        )  # fmt: skip
        return None
    merged = outline.without("include")
    complete = True
    seen: set[Path] = set()
    for each in listed.items:
        path = _inside(each, folder, problems)
        if path is None:
            complete = False
        elif path in seen:
            problems.error(
                "duplicate-include", f"{path.name} is included twice", each.mark, "remove one"
            )
        else:
            seen.add(path)
            parts = _read(each, path, root, problems)
            complete = complete and parts is not None
            merged = _joined(merged, parts, problems) if parts else merged
    return merged if complete else None


def _inside(node: Node, folder: Path, problems: Problems) -> Path | None:
    """The file that an item of `include` names, if it is one of the outline's folder."""
    written = node.text if isinstance(node, Scalar) else ""
    path = folder / written
    if not re.fullmatch(INSIDE.regex, written) or not path.resolve().is_relative_to(
        folder.resolve()
    ):
        problems.error(
            "outside", f"{what(node)} does not lead to a file of the outline's folder", node.mark,
            "include files beside the outline, such as topics.yaml",
        )  # fmt: skip
        return None
    return path


def _read(node: Node, path: Path, root: Path, problems: Problems) -> Mapping | None:
    try:
        return read_file(path, shown(path, root), problems)
    except OSError as error:
        problems.error(
            "cannot-read", f"{shown(path, root)} cannot be read: {error.strerror or error}",
            node.mark, "check the name, or remove it from include",
        )  # fmt: skip
        return None


def _joined(outline: Mapping, parts: Mapping, problems: Problems) -> Mapping:
    for key, entry in parts.entries.items():
        if key == "include":
            problems.error(
                "nested-include", "an included file cannot include others", entry.key,
                "list the file in the outline's own include",
            )  # fmt: skip
        elif key in outline.entries:
            other = outline.entries[key].key
            problems.error(
                "duplicate-part", f"“{key}” stands in {other.file} and in {entry.key.file}",
                entry.key, "keep it in one of the two",
            )  # fmt: skip
        else:
            outline = outline.with_entry(key, entry)
    return outline


def shown(path: Path, root: Path) -> str:
    """A path as it is shown in messages: relative to the project, with slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
