"""Turn an empty folder into a project: the reference outline, its source, room for the output."""

from __future__ import annotations

from pathlib import Path

from briefgen.machine.assets import shipped
from briefgen.machine.files import write_all
from briefgen.problems import MachineError


def new(folder: Path) -> tuple[Path, ...]:
    """Copy the reference content into `folder`, which must not exist or be empty.

    Returns the files made. Raises MachineError where the folder holds something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MachineError.of("folder-not-empty", folder=str(folder))
    files = {
        folder / part / path.relative_to(shipped(part)): path.read_bytes()
        for part in ("content", "seeds")
        for path in sorted(shipped(part).rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    files[folder / ".gitignore"] = b"/out/\n.briefgen/\n"
    write_all(files)
    (folder / "out").mkdir(exist_ok=True)
    return tuple(files)
