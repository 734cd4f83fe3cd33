"""Turn one outline into a native PowerPoint deck and a one-page printable brief.

    import briefgen

    briefgen.check("content/outline.yaml")      findings, each with its place, its measure, its fix
    briefgen.build("content/outline.yaml")      files, as the command makes them
    briefgen.trace("content/outline.yaml")      where every number comes from
    briefgen.load("content/outline.yaml")       the slides, to be looked at in a notebook

What stands in `__all__` is kept from version to version; it is loaded when it is first used, so
that importing briefgen costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefgen.library import (
        BriefgenError,
        Built,
        ContentError,
        Finding,
        Fix,
        MachineError,
        Outline,
        Slide,
        Traced,
        build,
        check,
        convert,
        load,
        trace,
    )

__version__ = "0.1.0"
__all__ = [
    "BriefgenError",
    "Built",
    "ContentError",
    "Finding",
    "Fix",
    "MachineError",
    "Outline",
    "Slide",
    "Traced",
    "__version__",
    "build",
    "check",
    "convert",
    "load",
    "trace",
]


class _Making(ModuleType):
    """The module `briefgen.build`, which may be called as the function of that name."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return import_module("briefgen.library").build(*arguments, **named)

    @property
    def __signature__(self) -> Any:
        from inspect import signature

        return signature(import_module("briefgen.library").build)


class _Package(ModuleType):
    """The package: what it exports is looked for when it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module("briefgen.library"), name)

    def __setattr__(self, name: str, value: object) -> None:
        # A module that is imported stands under its name; this one in the function's place.
        if name == "build" and isinstance(value, ModuleType):
            value.__class__ = _Making
        super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
