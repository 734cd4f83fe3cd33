"""Many rows of one kind as one test, which names every row that fails.

A test costs some milliseconds before anything is checked; where a row takes less, thousands of them
are mostly that.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

# So many rows that fail are shown whole, the others by name.
SHOWN = 5


def every(
    names: str | tuple[str, ...],
    rows: Iterable[Any],
    ids: Callable[[Any], str] | Iterable[str] | None = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As `pytest.mark.parametrize`, in one test: for rows that need no fixture of their own."""
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    values = list(rows)
    assert values
    given = list(map(ids or repr, values)) if callable(ids) or ids is None else list(ids)
    named = list(zip(given, values, strict=True))

    def made(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def over_all(*arguments: Any, **fixtures: Any) -> None:
            failed: list[tuple[str, Exception]] = []
            for name, row in named:
                try:
                    told = dict(zip(keys, row if len(keys) > 1 else (row,), strict=True))
                    test(*arguments, **told, **fixtures)
                except Exception as error:
                    error.add_note(f"row: {name}")
                    failed.append((name, error))
            if failed:
                lost = ", ".join(name for name, _ in failed)
                shown = [error for _, error in failed[:SHOWN]]
                raise ExceptionGroup(f"{len(failed)} of {len(named)} rows fail: {lost}", shown)

        whole = inspect.signature(test)
        rest = [each for name, each in whole.parameters.items() if name not in keys]
        over_all.__signature__ = whole.replace(parameters=rest)
        return over_all

    return made
