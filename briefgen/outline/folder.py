"""Turn the folder of a project into what it is called, and the files of its audiences."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from briefgen.brief.hints import FILENAME, MOST_NAME, RESERVED, name_length
from briefgen.machine.paths import files_of, resolved
from briefgen.patterns import form, pattern

# The name by which the outline itself is asked for, beside its audiences.
BASE = "base"

# What no file is called after.
_UNFIT = pattern(r"[^a-z0-9\u3400-\u4dbf\u4e00-\u9fff]+")


def audience_names(outline: Path) -> tuple[str, ...]:
    """The audiences of an outline: the names of `audiences/*.yaml` beside it, sorted."""
    return audiences_of(audience_files(outline))


def audiences_of(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names of files that an audience can have, sorted."""
    return tuple(sorted(filter(is_audience, names)))


def audience_files(outline: Path) -> dict[str, Path]:
    """The files of an outline's audiences by name; `.yml` is an ending too."""
    folder = outline.parent / "audiences"
    return {
        normalize("NFC", path.stem): path
        for ending in (".yml", ".yaml")
        for path in files_of(folder, ending)
    }


def is_audience(name: str) -> bool:
    fit = form(FILENAME.regex).fullmatch(name) and name_length(name) <= MOST_NAME
    return bool(fit) and name != BASE and name not in RESERVED


def leads_out(path: Path, root: Path) -> bool:
    try:
        return not resolved(path).is_relative_to(root)
    except OSError:
        return False  # a link to itself, which is told when it is read


def called(root: Path) -> str:
    """What a project's files are called where its outline does not say it: as its folder.

    >>> called(Path("/home/Work Report 2031")), called(Path("/home/年度 汇报"))
    ('work-report-2031', '年度-汇报')
    """
    name = _UNFIT.sub("-", normalize("NFC", root.name).lower())[: MOST_NAME // 2].strip("-")
    return name if name and name not in RESERVED else "brief"


def project_root(outline: Path) -> Path:
    """The project's folder, with links resolved."""
    folder = outline.resolve().parent
    return folder.parent if folder.name == "content" else folder
