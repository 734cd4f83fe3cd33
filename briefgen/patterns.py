"""Turn the source of a regular expression into a pattern that is there when it is first used.

Compiling those of a build takes 50 ms, a seventh of it; loading what they compile to takes one. So
that is kept as Python keeps what modules compile to: in `__pycache__`, for one version of Python,
and only where Python itself would write there. Whatever cannot be read or written is compiled as
ever, and a pattern is the same either way. What libraries compile while they are imported, by the
same sources in every run, is kept too (`kept_too`): only the command line asks for that, which is
alone in its process. So are the type hints of records (`expression`), which take a hundredth.

`re` has no public way to what it compiles to. What is used that its documentation does not promise:

    _sre.compile      a pattern of its code: what `re.compile` itself ends with
    re._parser.parse  the source of a pattern as a tree, with its groups
    re._compiler._code  the code of such a tree
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib import import_module
from itertools import accumulate
from types import CodeType
from typing import TYPE_CHECKING, Any, AnyStr
from zlib import crc32

_SRE: Any = sys.modules.get("_sre")
_compile = re.compile
_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
# What a pattern's source and flags compile to: its flags, its code as four-byte words, how many
# groups it has, their numbers by name, their names by number.
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
# A source and its flags.
_Key = tuple[str | bytes, int]
# Stands for the flags of what is an expression of Python, and no pattern.
_EXPRESSION = -1
# How many bytes the length of a file's head takes.
_HEAD = 4
# More than there are in the program: a file that has grown larger than that begins anew.
_MOST = 2000
# What may go wrong with a file that is damaged, of another Python, or not there.
_WRONG = (
    OSError,
    ValueError,
    TypeError,
    EOFError,
    ImportError,
    AttributeError,
    RuntimeError,
    LookupError,
)


class _Kept:
    """What earlier processes compiled, each looked up in their file when it is first used; and what
    is new."""

    def __init__(self) -> None:
        self.file: _File | None = None
        self.new: dict[_Key, None] = {}

    def of(self, source: str | bytes, flags: int) -> re.Pattern[Any] | None:
        key = source, int(flags)
        code = self._found(key)
        if isinstance(code, tuple):
            with suppress(*_WRONG):
                return _made(source, code)
        self.new[key] = None
        return None

    def expression(self, source: str) -> CodeType:
        key = source, _EXPRESSION
        code = self._found(key)
        if not isinstance(code, CodeType):
            self.new[key] = None
            code = _expression(source)
        return code

    def _found(self, key: _Key) -> _Code | CodeType | None:
        if self.file is None:
            self.file = _opened()
        return self.file.code(key)


class _File:
    """Codes in the bytes of a file, and where each begins and how long it is, by a sum of its key;
    it also holds what other commands use. (A map of it would keep one more file open.)"""

    def __init__(self, data: bytes, places: Mapping[int, tuple[int, int]]) -> None:
        self.data, self.places = data, places

    def code(self, key: _Key) -> _Code | CodeType | None:
        """What a key compiles to; None where that is not there, or another's by chance."""
        with suppress(*_WRONG):
            own, code = marshal.loads(self.bytes_at(_sum(key)))
            if own == key:
                found: _Code | CodeType = code
                return found
        return None

    def bytes_at(self, sum: int) -> bytes:
        """Raises KeyError where there is nothing."""
        start, length = self.places[sum]
        return self.data[start : start + length]


def _sum(key: _Key) -> int:
    source, flags = key
    return crc32(
        source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source,
        flags & 0xFFFFFFFF,
    )


def _file() -> str:
    """Where compiled patterns are kept. Raises OSError where Python keeps nothing."""
    own = __spec__.cached if __spec__ else None
    if not own:
        raise OSError
    return own.removesuffix("pyc") + "patterns"


def _opened() -> _File:
    """The file of earlier processes: the length of its head, the head (the version of Python, and
    where each code is behind it), the codes. An empty one if it is none, or of another Python."""
    with suppress(*_WRONG), open(_file(), "rb") as file:
        data = file.read()
        start = _HEAD + int.from_bytes(data[:_HEAD], "little")
        version, places = marshal.loads(data[_HEAD:start])
        if version == sys.version and isinstance(places, dict):
            return _File(data, {key: (start + at, length) for key, (at, length) in places.items()})
    return _File(b"", {})


def _written(codes: Mapping[int, bytes]) -> bytes:
    """The content of a file of codes."""
    ends = list(accumulate(map(len, codes.values()), initial=0))
    places = {sum: (at, len(codes[sum])) for sum, at in zip(codes, ends, strict=False)}
    head = marshal.dumps((sys.version, places))
    return b"".join((len(head).to_bytes(_HEAD, "little"), head, *codes.values()))


def _made(source: str | bytes, code: _Code) -> re.Pattern[Any]:
    flags, words, groups, numbers, names = code
    listed = memoryview(words).cast("I").tolist()
    made: re.Pattern[Any] = _SRE.compile(source, flags, listed, groups, numbers, names)
    return made


def _expression(source: str | bytes) -> CodeType:
    return compile(source, "<kept>", "eval")


def _code(source: str | bytes, flags: int) -> _Code | CodeType:
    if flags == _EXPRESSION:
        return _expression(source)
    tree: Any = import_module("re._parser").parse(source, flags)
    words = import_module("re._compiler")._code(tree, flags)
    numbers: Mapping[str, int] = tree.state.groupdict
    names: list[str | None] = [None] * tree.state.groups
    for name, number in numbers.items():
        names[number] = name
    packed = import_module("array").array("I", words).tobytes()
    return flags | tree.state.flags, packed, tree.state.groups - 1, dict(numbers), tuple(names)


_KEPT = _Kept()


def keep() -> None:
    """Keep what was compiled since; to be called at the end of a process."""
    if not _KEPT.new or sys.dont_write_bytecode:
        return
    with suppress(*_WRONG):
        old = _KEPT.file or _opened()
        codes = {sum: old.bytes_at(sum) for sum in old.places} if len(old.places) < _MOST else {}
        codes.update((_sum(key), marshal.dumps((key, _code(*key)))) for key in _KEPT.new)
        _KEPT.new.clear()
        # Others may read or write it at this moment.
        path, own = _file(), f"{_file()}.{os.getpid()}"
        with open(own, "wb") as file:
            file.write(_written(codes))
        try:
            os.replace(own, path)
        except OSError:
            os.unlink(own)  # another process reads it


def forked() -> None:
    """Leave what was compiled so far to the process that this one was forked from, which keeps it
    itself; to be called at the beginning of a process."""
    _KEPT.new.clear()


def compiled(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern now (see `re.compile`), of a source that every run has: none made of content."""
    if not isinstance(source, str | bytes):
        return _compile(source, flags)  # a pattern already
    return _KEPT.of(source, flags) or _compile(source, flags)


def expression(source: str) -> CodeType:
    """The code of an expression of Python, kept like that of patterns: of a source that runs have
    in common."""
    return _KEPT.expression(source)


@lru_cache(maxsize=64)
def form(source: str) -> re.Pattern[str]:
    """What a text is held against whose form is given as such a source; the same for the same."""
    return compiled(source)


@contextmanager
def kept_too() -> Iterator[None]:
    """What a library compiles while it is imported within is kept as the program's own is."""
    vars(re)["compile"] = compiled
    try:
        yield
    finally:
        vars(re)["compile"] = _compile


class _Pattern:
    """Stands for a pattern; it takes on the methods of what it compiles to."""

    def __init__(self, source: str | bytes, flags: int = 0) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> object:
        # Only asked for what is not there yet: afterwards the methods are the compiled pattern's.
        made = _KEPT.of(self.pattern, self.flags) or _compile(self.pattern, self.flags)
        vars(self).update((method, getattr(made, method)) for method in _METHODS)
        return getattr(made, name)


if TYPE_CHECKING:

    def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """A regular expression that is compiled when it is first used (see `re.compile`)."""

else:
    pattern = _Pattern
