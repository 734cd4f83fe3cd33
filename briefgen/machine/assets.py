"""Turn the name of a shipped file into its path, in a checkout and in an installed wheel alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def shipped(folder: str) -> Path:
    """The folder `assets`, `content` or `seeds` that came with this briefgen.

    A wheel carries them in `briefgen/data/`; in a checkout they stand beside the package.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "data" / folder
    return installed if installed.is_dir() else package.parent / folder


@cache
def icon_paths() -> Mapping[str, str]:
    """The icons by name: each a path of M, L, C and Z in a square of 24 x 24 units."""
    text = (shipped("assets") / "icons" / "icons.json").read_text("utf-8")
    icons: dict[str, str] = json.loads(text)["icons"]
    return icons
