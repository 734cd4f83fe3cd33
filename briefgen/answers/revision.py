"""Turn a revision of an outline into a folder with everything that the outline names.

The folder is laid out like the project, so it is read like one. What the repository holds comes
from the revision; what the project keeps outside it has no revisions and is taken as it is on disk
(where only `content/` is versioned, sources and pictures stand beside it).
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from briefgen.kinds import kinds
from briefgen.machine.paths import files_of
from briefgen.machine.repository import Blob, Commit, NoRevisionError
from briefgen.outline.folder import project_root
from briefgen.outline.load import read_nodes
from briefgen.outline.reading.nodes import Mapping, Scalar, Sequence, scalars
from briefgen.problems import Problems
from briefgen.record import State

# The largest file that is read from a project is a font; each reader has a limit of its own.
MAX_FILE = 40_000_000
MAX_FILES, MAX_TOTAL = 1_000, 400_000_000
# Longer than any path of a file that an outline names; texts are not asked for.
_LONGEST = 300


def checked_out(revision: str, outline: Path, folder: Path) -> Path:
    """Write what the outline needs at `revision` into the empty `folder`; its path there.

    Raises NoRevisionError where it cannot be had, with one line that says why.
    """
    outline = outline.resolve()
    commit = Commit.named(revision, outline.parent)
    if not outline.is_relative_to(commit.top):
        top = str(commit.top)
        raise NoRevisionError.of("outline-outside-repository", outline=str(outline), folder=top)
    within = PurePosixPath(outline.relative_to(commit.top).as_posix())
    copy = _Copy(revision, commit, project_root(outline), folder)
    if not copy.files([within]):
        raise NoRevisionError.of("revision-without-outline", revision=revision, file=str(within))
    for name in ("audiences", "themes"):
        copy.write(commit.within(within.parent / name))
    there = copy.place(within)
    parts = [there, *files_of(there.parent / "audiences", ".yaml")]
    copy.files(within.parent / name for name in _included(there))
    parts += (there.parent / name for name in _included(there))
    copy.named(list(dict.fromkeys(name for part in parts for name in _paths(part))))
    return there


class _Copy(State):
    """What is written of a commit: files by their paths in the repository, or in the project."""

    revision: str
    commit: Commit
    root: Path
    folder: Path
    count: int = 0
    total: int = 0

    def place(self, path: PurePosixPath) -> Path:
        """Where a file of the repository is written: as far below as it is below the project, or
        the repository, whichever begins higher."""
        top = self.commit.top
        if top.is_relative_to(self.root):
            return self.folder / top.relative_to(self.root) / path
        return self.folder / path

    def files(self, paths: Iterable[PurePosixPath]) -> int:
        """Write those of these files of the repository that the commit has; how many it has."""
        sound = [path for path in paths if not path.is_absolute() and ".." not in path.parts]
        return self.write(self.commit.files(sound))

    def named(self, names: Iterable[str]) -> None:
        """Write the files of the project that have these names, from wherever they stand."""
        inside: list[PurePosixPath] = []
        for name in names:
            path = self.root / name
            if path.is_relative_to(self.commit.top):
                inside.append(PurePosixPath(path.relative_to(self.commit.top).as_posix()))
            else:
                self._outside(name)
        self.files(inside)

    def write(self, blobs: Iterable[Blob]) -> int:
        written = 0
        for blob in blobs:
            target = self.place(blob.path)
            written += 1
            if target.exists():
                continue
            self._counted(str(blob.path), blob.size)
            self._put(target, self.commit.read(blob))
        return written

    def _outside(self, name: str) -> None:
        """Copy a file of the project that lies outside the repository; no link out is followed."""
        try:
            path = (self.root / name).resolve()
            found = path.stat()
            if not path.is_relative_to(self.root) or not stat.S_ISREG(found.st_mode):
                return
            self._counted(name, found.st_size)
            self._put(self.folder / name, path.read_bytes())
        except (OSError, RuntimeError):  # that it cannot be read is told where it is needed
            return

    def _counted(self, name: str, size: int) -> None:
        """Raise where there is more than a project needs."""
        self.count += 1
        self.total += size
        if size > MAX_FILE:
            raise NoRevisionError.of(
                "revision-file-too-large",
                file=name,
                revision=self.revision,
                size=f"{size / 10**6:.0f}",
                most=MAX_FILE // 10**6,
            )
        if self.count > MAX_FILES or self.total > MAX_TOTAL:
            raise NoRevisionError.of(
                "revision-too-many-files",
                revision=self.revision,
                files=f"{MAX_FILES:,}",
                size=MAX_TOTAL // 10**6,
            )

    def _put(self, target: Path, data: bytes) -> None:
        if not target.resolve().is_relative_to(self.folder.resolve()):
            raise NoRevisionError.of("revision-path-outside", name=target.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _included(outline: Path) -> list[str]:
    """The files that an outline includes; whether they may be is found when it is read."""
    nodes = read_nodes(outline, outline.name, kinds(), Problems())
    listed = nodes.get("include") if nodes else None
    names = listed.items if isinstance(listed, Sequence) else ()
    return [name.text for name in names if isinstance(name, Scalar) and _is_path(name.text)]


def _paths(part: Path) -> Iterator[str]:
    """Every text of a file of the outline that may be the path of a file: sources, data, images,
    fonts, and whatever the fields of a plug-in's kind name."""
    nodes = read_nodes(part, part.name, kinds(), Problems()) if part.is_file() else None
    if isinstance(nodes, Mapping):
        yield from (scalar.text for scalar in scalars(nodes) if _is_path(scalar.text))


def _is_path(text: str) -> bool:
    """Whether a text may be the path of a file of the project; it need not be there."""
    path = PurePosixPath(text)
    return (
        0 < len(text) <= _LONGEST
        and text.isprintable()
        and not path.is_absolute()
        and ".." not in path.parts
        and any(path.parts)
    )
