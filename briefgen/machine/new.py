"""Turn an empty folder into a project: a small one to begin with, the reference, or a draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefgen.machine.assets import shipped
from briefgen.machine.files import write_all
from briefgen.messages.entry import Tongue
from briefgen.problems import MachineError

Files = Mapping[str, bytes]
_ABOUT = ("README.md", "REFERENCE.md")


def free(folder: Path) -> None:
    """Raise MachineError where a folder holds something already, or is none."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MachineError.of("folder-not-empty", folder=str(folder))


def new(folder: Path, files: Files) -> tuple[Path, ...]:
    """Make `folder`, which must not exist or be empty, a project of these files, by their paths.

    Returns the files made. Raises MachineError where the folder holds something already.
    """
    free(folder)
    made = {folder / path: data for path, data in files.items()}
    made[folder / ".gitignore"] = b"/out/\n.briefgen/\n"
    write_all(made)
    (folder / "out").mkdir(exist_ok=True)
    return tuple(made)


def reference() -> dict[str, bytes]:
    """The files of the reference content."""
    content = _under(shipped("content"), "content/")
    # What is written about the content is no part of it.
    content = {path: data for path, data in content.items() if not path.endswith(_ABOUT)}
    return content | _under(shipped("seeds"), "seeds/")


def small(tongue: Tongue) -> dict[str, bytes]:
    """The files of a small project in a language, with examples of every kind of slide."""
    assets = shipped("assets")
    return _under(assets / "start" / tongue) | examples(tongue)


def examples(tongue: Tongue) -> dict[str, bytes]:
    """The examples of every kind of slide as an outline of its own, in `examples/`."""
    gallery = shipped("assets") / "gallery"
    files = _under(gallery, "examples/")
    if tongue == "en":
        pictures = {path: data for path, data in files.items() if path.endswith(".jpg")}
        files = _under(gallery / "en", "examples/") | pictures
    files = {path: data for path, data in files.items() if not path.startswith("examples/en/")}
    files["examples/examples.yaml"] = files.pop("examples/outline.yaml")
    return files


def _under(folder: Path, prefix: str = "") -> dict[str, bytes]:
    """The files under a folder by their paths in it."""
    return {
        prefix + path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts[-3:])
    }
