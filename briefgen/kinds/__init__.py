"""Turn one slide of the storyline into a page: one module for each kind of slide.

A module of this folder that has a `KIND` is a slide kind; nothing else has to be registered.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from briefgen.kinds.base import Kind


@cache
def kinds() -> Mapping[str, Kind]:
    """Every slide kind by its name, in the order of their names."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    found = (module.KIND for module in modules if hasattr(module, "KIND"))
    return {kind.name: kind for kind in sorted(found, key=lambda kind: kind.name)}
