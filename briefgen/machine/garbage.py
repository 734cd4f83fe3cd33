"""Turn the search for garbage into one that a process of a second can afford.

Frozen values hardly ever stand in a cycle, so a build leaves next to none that only the collector
(`gc`) finds; with its own thresholds it took a tenth of a build, and as much at its end.
"""

from __future__ import annotations

import gc
import sys
from functools import _lru_cache_wrapper

# After how many new objects it is looked for (Python: 700, later 2,000): more than a deck of thirty
# slides and its page make, for six audiences.
_OBJECTS = 250_000


def seldom() -> None:
    """Look for garbage seldom from now on, in processes forked from this one too."""
    gc.set_threshold(_OBJECTS)


def shared() -> None:
    """What is in memory now is looked at no more, so that a fork's copy of it stays shared."""
    gc.collect()
    gc.freeze()


def young() -> None:
    """Take away what was made lately and is in use no more: a document's parts name each other."""
    gc.collect(0)


def forget() -> None:
    """Empty the package's larger caches where much is in them: a process that goes through any
    number of texts keeps a bounded part of what it worked out for them."""
    for name, module in list(sys.modules.items()):
        if name.startswith("briefgen."):
            for each in list(vars(module).values()):
                if isinstance(each, _lru_cache_wrapper):
                    info = each.cache_info()
                    if (info.maxsize or 0) >= _LARGE and info.currsize >= _MUCH:
                        each.cache_clear()


# How much a cache may hold that is emptied, and how much it then has in it.
_LARGE, _MUCH = 1_024, 256


def no_more() -> None:
    """Do not look through what is there now: it goes with the process."""
    gc.freeze()
