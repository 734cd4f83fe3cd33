"""Turn a project's files into those that changed since they were last looked at.

Files are looked at, again and again, instead of being told of by the system: it is the same on
every system and every kind of disk, sees a file that is replaced as well as one that is written,
and costs less than 1/20 of a processor, since the pauses are as long as twenty looks.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from briefgen.record import Record, State, field

# Folders in which nothing of an outline stands; hidden ones are passed over as well.
_PASSED = frozenset({"out", "node_modules", "__pycache__", "venv", "build", "dist"})
# More files than any outline has, and deeper than any stands.
_MOST, _DEEPEST = 4000, 6
_LEAST, _SHARE = 0.02, 20
# A save may be several changes, of one file or of some: it is over when nothing changes so long.
_SETTLING = 0.08


class _Seen(Record):
    """By what a file is known to be as it was."""

    changed: int
    size: int
    inode: int


class Watch(State):
    """The files of a project as they were seen last."""

    root: Path
    seen: dict[str, _Seen] = field(default_factory=dict)
    pause: float = _LEAST

    def look(self) -> frozenset[Path]:
        """The files that are new, gone or changed since the last look; none at the first."""
        start = time.thread_time()
        now = dict(_files(str(self.root), 0))
        first = not self.seen
        before, self.seen = self.seen, now
        self.pause = max(_LEAST, _SHARE * (time.thread_time() - start))
        if first:
            return frozenset()
        touched = {path for path, seen in now.items() if before.get(path) != seen}
        return frozenset(map(Path, touched | (before.keys() - now.keys())))


def settled(watch: Watch) -> frozenset[Path]:
    """Wait until files have changed, and no more do; those that did."""
    while not (changed := watch.look()):
        time.sleep(max(watch.pause, _SETTLING))
    while True:
        time.sleep(_SETTLING)
        more = watch.look()
        if not more:
            return changed
        changed |= more


def _files(folder: str, depth: int) -> Iterator[tuple[str, _Seen]]:
    count = 0
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or count > _MOST:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _PASSED and depth < _DEEPEST:
                    for found in _files(entry.path, depth + 1):
                        count += 1
                        yield found
            else:
                about = entry.stat()
                count += 1
                yield entry.path, _Seen(about.st_mtime_ns, about.st_size, about.st_ino)
        except OSError:
            continue  # it went while it was looked at
