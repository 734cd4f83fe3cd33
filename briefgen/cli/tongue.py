"""Turn a command line and its surroundings into the language that a run speaks."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import takewhile, zip_longest

from briefgen.messages.entry import TONGUES, Tongue
from briefgen.patterns import pattern

# What says in which language messages are to be, the first that says something (POSIX, XBD 8.2).
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def tongue_of(arguments: Sequence[str], surroundings: Mapping[str, str]) -> Tongue:
    """The language that `--lang` asks for, else BRIEFGEN_LANG, else the system's: Chinese or not.

    A BRIEFGEN_LANG that names neither language is passed over.
    """
    system = next(filter(None, (surroundings.get(name) for name in _LOCALE)), "") or _of_windows()
    asked = _named(surroundings.get("BRIEFGEN_LANG", ""))
    return _option(arguments) or asked or _named(system) or "en"


def _option(arguments: Sequence[str]) -> Tongue | None:
    """What the last `--lang` says. It is looked for before anything is parsed, since what cannot
    be parsed is told in the language as well."""
    given = list(takewhile(lambda argument: argument != "--", arguments))
    asked: Tongue | None = None
    for argument, following in zip_longest(given, given[1:], fillvalue=""):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            said = value if equals else following
            asked = next((tongue for tongue in TONGUES if tongue == said), asked)
    return asked


_PARTS = pattern(r"[-_.@]")


def _named(locale: str) -> Tongue | None:
    """The language of a locale: zh_CN.UTF-8, zh-Hant, en."""
    language = _PARTS.split(locale.lower())[0]
    return next((tongue for tongue in TONGUES if tongue == language), None)


def _of_windows() -> str:
    """The language of Windows' windows, which sets none of these names; "" on other systems."""
    if sys.platform == "win32":
        import ctypes

        # The low ten bits are the language, whatever the region; 4 is LANG_CHINESE (winnt.h).
        language: int = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return "zh" if language == 4 else ""
    return ""
