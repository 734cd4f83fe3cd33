"""Turn the search for garbage into one that a process of a second can afford.

Frozen values hardly ever stand in a cycle, so a build leaves next to none that only the collector
(`gc`) finds; with its own thresholds it took a tenth of a build, and as much at its end.
"""

from __future__ import annotations

import gc

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


def no_more() -> None:
    """Do not look through what is there now: it goes with the process."""
    gc.freeze()
