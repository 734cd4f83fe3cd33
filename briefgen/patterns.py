"""Turn the source of a regular expression into a pattern that is compiled when it is first used.

Compiling all that modules define takes a tenth of a build, and what each build uses is a part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, AnyStr

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class _Pattern:
    """Stands for a pattern; it takes on the methods of what it compiles to."""

    def __init__(self, source: str | bytes, flags: int = 0) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> object:
        # Only asked for what is not there yet: afterwards the methods are the compiled pattern's.
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


if TYPE_CHECKING:

    def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """A regular expression that is compiled when it is first used (see `re.compile`)."""

else:
    pattern = _Pattern
