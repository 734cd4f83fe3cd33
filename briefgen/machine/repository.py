"""Turn questions about a git repository into git's answers, without running anything of its own.

A repository's configuration, attributes and hooks name programs, and whoever packed the folder
wrote them: it may say that what is missing is fetched by a command (gitremote-helpers(7), `ext::`).
So only commands that read objects are called, whatever could start a program is set to nothing
(git-config(1); what stands on the command line comes before any file), no protocol at all is
allowed, and a repository is found only as `.git`, never as a bare folder within a clone.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from briefgen.machine.reasons import as_said
from briefgen.problems import BriefgenError, phrase
from briefgen.record import Record

# What git may take from its surroundings: where it is installed, how far it looks for a
# repository, and the user's own configuration, which says what is trusted (safe.directory).
_KEPT = (
    "GIT_EXEC_PATH",
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_KEY_",
    "GIT_CONFIG_VALUE_",
)
_SURROUNDINGS = {
    # No protocol has this name. It overrides protocol.*.allow of every file (git(1)).
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "GIT_EDITOR": ":",
    "GIT_SEQUENCE_EDITOR": ":",
    "GIT_PAGER": "cat",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C",
}
_SETTINGS = {
    "safe.bareRepository": "explicit",
    "protocol.allow": "never",
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.askPass": "",
    "core.gitProxy": "",
    "core.sshCommand": "",
    "core.alternateRefsCommand": "",
    "credential.helper": "",
    "diff.external": "",
    "log.showSignature": "false",
    "maintenance.auto": "false",
    "gc.auto": "0",
}
# What git says most often where it answers nothing.
_REFUSALS = {
    "not a git repository": "no-repository",
    "dubious ownership": "strange-repository",
    "repository extension": "newer-repository",
    "repo version": "newer-repository",
    "not a git command": "older-git",
    "unknown option": "older-git",
    "bad config": "bad-git-config",
    "bad numeric config": "bad-git-config",
    "bad boolean config": "bad-git-config",
    "unable to read config": "bad-git-config",
    "Permission denied": "no-permission",
    "unable to access": "no-permission",
    "cannot change to": "no-such-file",
    "invalid gitfile": "damaged-repository",
    "loose object": "damaged-repository",
    "bad object": "damaged-repository",
    "bad tree": "damaged-repository",
    "object file": "damaged-repository",
    "packfile": "damaged-repository",
    "corrupt": "damaged-repository",
    "not a valid object": "damaged-repository",
    "not a tree object": "damaged-repository",
    "inflate:": "damaged-repository",
    "unable to read": "damaged-repository",
    "out of memory": "git-out-of-memory",
    "Out of memory": "git-out-of-memory",
    "No space left": "disk-full",
    "Too many open files": "too-many-open-files",
}
# Longer than any answer takes; a configuration may include a pipe that nobody writes to.
_SECONDS = 60
# Paths asked for at once: a command line has an end (on Windows after 32,767 characters).
_AT_ONCE = 80


class NoRevisionError(BriefgenError):
    """A revision that cannot be read: there is no git, no repository, or no such revision."""


class Blob(Record):
    """A regular file of a commit: its path from the top, its content's id, its size in bytes."""

    path: PurePosixPath
    id: str
    size: int


class Commit(Record):
    """A commit of the repository whose working tree begins at `top`."""

    top: Path
    id: str

    @classmethod
    def named(cls, revision: str, folder: Path) -> Commit:
        """The commit that `revision` names in the repository around `folder`.

        Raises NoRevisionError where there is no repository, or no such revision in it.
        """
        answer = _git(folder, "rev-parse", "--show-toplevel")
        top = Path(os.fsdecode(answer.rstrip(b"\n"))).resolve()
        try:
            asked = f"{revision}^{{commit}}"
            id = _git(top, "rev-parse", "--verify", "--end-of-options", asked).decode().strip()
        except NoRevisionError as error:
            raise NoRevisionError.of("no-revision", revision=revision, folder=str(top)) from error
        return cls(top, id)

    def files(self, paths: Iterable[PurePosixPath]) -> Iterator[Blob]:
        """The regular files among `paths`; links and submodules are none, and folders have none.

        Raises NoRevisionError where a file's content is not in the repository.
        """
        asked = [str(path) for path in dict.fromkeys(paths)]
        for start in range(0, len(asked), _AT_ONCE):
            yield from self._listed(*asked[start : start + _AT_ONCE])

    def within(self, folder: PurePosixPath) -> Iterator[Blob]:
        """The regular files that stand in a folder, without those of its folders."""
        return self._listed(f"{folder}/")

    def read(self, blob: Blob) -> bytes:
        """The content of a file as it was committed: no filter is run."""
        return _git(self.top, "cat-file", "blob", blob.id)

    def _listed(self, *paths: str) -> Iterator[Blob]:
        answer = _git(self.top, "ls-tree", "-z", "-l", "--full-tree", self.id, "--", *paths)
        for line in filter(None, answer.split(b"\0")):
            about, _, name = line.partition(b"\t")
            mode, _, id, size = about.decode().split()
            if not mode.startswith("100"):  # 100644 and 100755 are files (git-fast-import, M)
                continue
            path = PurePosixPath(os.fsdecode(name))
            if not size.isdigit():
                raise NoRevisionError.of("revision-incomplete", what=str(path))
            yield Blob(path, id, int(size))


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers in `folder`. Raises NoRevisionError, in git's own words if it fails."""
    settings = (part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}"))
    command = [_program(), "-C", str(folder), "--no-pager", "--literal-pathspecs", *settings]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith(_KEPT)}
    try:
        done = subprocess.run(
            [*command, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**kept, **_SURROUNDINGS},
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise NoRevisionError.of("git-too-slow", seconds=_SECONDS) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        if "promisor" in said or "transport '" in said:
            raise NoRevisionError.of("revision-incomplete", what=phrase("what-was-asked-for"))
        for words, known in _REFUSALS.items():
            if words in said:
                raise NoRevisionError.of("git-refuses", said=phrase(known))
        last = " ".join(said.rpartition("fatal: ")[2].split())
        raise NoRevisionError.of("git-refuses", said=as_said(last) if last else phrase("no-words"))
    return done.stdout


def _program() -> str:
    """The git of the system: one of the folder that is being read would be a stranger's."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and os.access(folder / name, os.X_OK):
            return str(folder / name)
    raise NoRevisionError.of("no-git")
