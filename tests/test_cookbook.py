"""The cookbook: every kind with its words, its picture and lines that build."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from briefgen.kinds import kinds

ROOT = Path(__file__).resolve().parents[1]
COOKBOOK = ROOT / "content" / "README.md"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    path = ROOT / "assets" / "makers" / "make_cookbook.py"
    spec = importlib.util.spec_from_file_location("make_cookbook", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_cookbook_says_what_help_and_gallery_say(maker: ModuleType) -> None:
    assert COOKBOOK.read_text("utf-8") == maker.text()


def test_every_kind_has_its_place_in_the_cookbook(maker: ModuleType) -> None:
    listed = [name for names in maker.GROUPS.values() for name in names]
    assert sorted(listed) == sorted(kinds())


def test_every_picture_of_the_cookbook_is_there() -> None:
    shown = re.findall(r'src="\.\./([^"]+)"', COOKBOOK.read_text("utf-8"))
    assert len(shown) == len(kinds())
    assert all((ROOT / path).stat().st_size > 2000 for path in shown)


def test_every_kind_has_lines_to_copy() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", COOKBOOK.read_text("utf-8"), re.DOTALL)
    assert len(blocks) == len(kinds())
    assert all("kind: " in block for block in blocks)
