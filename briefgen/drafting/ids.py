"""Turn the ids of figures into ids that are short to read and to type in an outline."""

from __future__ import annotations

from collections.abc import Iterable

# Letters of an id, but for the number that tells it from another.
LONGEST = 24


def shortened(ids: Iterable[str]) -> dict[str, str]:
    """For each id a shorter one, none twice: its first words, its last one, its period.

    >>> shortened(["quanshi-diqu-shengchanzongzhi-zengsu", "siwanglv-2024"]).values()
    dict_values(['quanshi-diqu-zengsu', 'siwanglv-2024'])
    """
    every = list(ids)
    # An id that is short already stays, whichever come before it.
    taken = {each for each in every if len(each) <= LONGEST}
    made: dict[str, str] = {}
    for each in every:
        if len(each) <= LONGEST:
            made[each] = each
            continue
        short = plain = _short(each)
        number = 2
        while short in taken:
            short = f"{plain}-{number}"
            number += 1
        taken.add(short)
        made[each] = short
    return made


def _short(id: str) -> str:
    words = id.split("-")
    period: list[str] = []
    # A number of one digit tells it from another of the same name.
    while len(words) > 1 and words[-1][0].isdigit():
        word = words.pop()
        period = [word, *period] if len(word) > 1 or period else period
    room = LONGEST - sum(len(word) + 1 for word in period)
    last = words.pop()[:room]
    kept: list[str] = []
    for word in words:
        if len("-".join((*kept, word, last))) > room:
            break
        kept.append(word)
    return "-".join((*kept, last, *period))
