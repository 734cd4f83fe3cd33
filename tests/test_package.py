"""What is uploaded: the wheel holds what a build needs alone, the source what the tests need."""

from __future__ import annotations

import email
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from outlines import made_in

from briefgen import __version__

ROOT = Path(__file__).resolve().parents[1]
NAME = f"briefgen-{__version__}"
# What comes along in the wheel beside the modules, below `briefgen/data/`.
SHIPPED = (
    "assets/fonts",
    "assets/gallery",
    "assets/icons",
    "assets/preview",
    "assets/skill",
    "assets/start",
    "assets/themes",
    "assets/trace.css",
    "assets/words",
    "content",
    "seeds",
)
SOURCES = (
    ".github",
    ".pre-commit-config.yaml",
    "LICENSE",
    "README.md",
    "assets",
    "briefgen",
    "content",
    "pyproject.toml",
    "seeds",
    "tests",
)
LICENSES = (
    "LICENSE",
    "assets/fonts/OFL.txt",
    "assets/fonts/OFL-carlito.txt",
    "assets/fonts/OFL-symbols.txt",
    "assets/icons/LICENSE.txt",
    "assets/words/LICENSE.txt",
)

pytestmark = pytest.mark.slow


def files(places: Iterable[str]) -> set[str]:
    """The files at or below some places of the checkout, without what runs leave behind."""
    found = (
        path
        for place in places
        for path in ((ROOT / place).rglob("*") if (ROOT / place).is_dir() else (ROOT / place,))
    )
    return {
        path.relative_to(ROOT).as_posix()
        for path in found
        if path.is_file() and not {"__pycache__", ".hypothesis"} & set(path.parts)
    }


def python(*arguments: str, at: Path, **environment: str) -> str:
    """What Python says to these arguments in a folder; fails where it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=at,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source package and, made of that one, the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    python("-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), at=folder)
    return folder


@pytest.fixture(scope="module")
def source(built: Path) -> Path:
    """The source package, unpacked."""
    with tarfile.open(built / f"{NAME}.tar.gz") as packed:
        # The first releases of Python 3.11 have no filters yet.
        packed.extraction_filter = getattr(tarfile, "data_filter", lambda member, path: member)
        packed.extractall(built)
    return built / NAME


def test_the_wheel_holds_modules_assets_and_licences_alone(built: Path) -> None:
    with zipfile.ZipFile(built / f"{NAME}-py3-none-any.whl") as wheel:
        held = set(wheel.namelist())
        told = email.message_from_bytes(wheel.read(f"{NAME}.dist-info/METADATA"))
        points = wheel.read(f"{NAME}.dist-info/entry_points.txt").decode()
    about = {name for name in held if name.startswith(f"{NAME}.dist-info/")}
    assert held - about == files(["briefgen"]) | {
        f"briefgen/data/{name}" for name in files(SHIPPED)
    }
    assert about == {
        f"{NAME}.dist-info/{name}"
        for name in (
            "METADATA",
            "RECORD",
            "WHEEL",
            "entry_points.txt",
            *(f"licenses/{license}" for license in LICENSES),
        )
    }
    assert (told["Name"], told["Version"]) == ("briefgen", __version__)
    assert set(told.get_all("License-File")) == set(LICENSES)
    assert "briefgen = briefgen.__main__:main" in points


def test_the_source_package_holds_what_is_needed_to_carry_on(source: Path) -> None:
    held = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    assert held == files(SOURCES) | {".gitignore", "PKG-INFO"}


def test_the_tests_run_from_the_source_package(source: Path) -> None:
    told = python(
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/test_pages.py",
        at=source,
        PYTHONPATH=str(source),
        PYTHONDONTWRITEBYTECODE="1",
    )
    assert " passed" in told


def test_what_was_installed_builds_a_new_project_elsewhere(built: Path, tmp_path: Path) -> None:
    site, project = tmp_path / "site", tmp_path / "mybrief"
    wheel = str(built / f"{NAME}-py3-none-any.whl")
    install = ("-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", str(site))
    python(*install, wheel, at=tmp_path)
    used = {"PYTHONPATH": str(site), "at": tmp_path}
    where = python("-c", "import briefgen; print(briefgen.__file__)", **used).strip()
    assert Path(where).is_relative_to(site)
    for asked in ("skill", "schema", "explain overflow", "kinds", "icons"):
        assert python("-m", "briefgen", *asked.split(), **used)
    python("-m", "briefgen", "new", str(project), "--reference", **used)
    python("-m", "briefgen", "build", "-a", "base", "-a", "overseas", **{**used, "at": project})
    made = set(made_in(project / "out"))
    stems = ("guangzhou-six", "guangzhou-six-overseas")
    assert made == {f"{stem}{ending}" for stem in stems for ending in (".pptx", ".pdf")}
