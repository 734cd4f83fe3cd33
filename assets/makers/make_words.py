"""Turn jieba's dictionary and its model of unknown words into one table that is read in place.

    pip download --no-deps --no-binary :all: jieba==0.42.1 && tar xzf jieba-0.42.1.tar.gz
    python make_words.py jieba-0.42.1

writes words.bin, as briefgen/typography/words.py reads it. All numbers are big-endian. First how
many entries there are of 1, 2 … 16 characters, and how many characters the model knows (seventeen
of 32 bits). Then for each length its entries, sorted, in UTF-16, and what each costs; pairs that
only begin longer words are entries too. After the pairs' costs comes for each which lengths of
longer words begin with it, as bits. At last the characters of the model, sorted, and what each
costs as the begin, the middle and the end of a word, and as a word alone.

A cost is the negative logarithm of a probability in units of 1/3000 (16 bits; the highest one:
never seen). LICENSE.txt is that of jieba's repository.
"""

from __future__ import annotations

import ast
import math
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

WORDS = Path(__file__).resolve().parents[1] / "words"
LONGEST = 16
UNIT, NEVER = 3000, 65_535
STATES = "BMES"


def cost(logarithm: float) -> int:
    return min(NEVER, round(-logarithm * UNIT))


def dictionary(path: Path) -> dict[str, int]:
    """What each word costs."""
    counts: dict[str, int] = {}
    for line in path.read_text("utf-8").splitlines():
        word, count, _ = line.rsplit(" ", 2)
        counts[word] = int(count)
    total = math.log(sum(counts.values()))
    return {word: cost(math.log(count or 1) - total) for word, count in counts.items()}


def longer(words: Iterable[str]) -> dict[str, int]:
    """Which lengths of words begin with a pair of characters."""
    found: dict[str, int] = {}
    for word in words:
        if len(word) > 2:
            found[word[:2]] = found.get(word[:2], 0) | 1 << (len(word) - 1)
    return found


def emissions(path: Path) -> dict[str, list[int]]:
    """What each character costs in each state of the model."""
    table = ast.literal_eval(path.read_text("utf-8").partition("P=")[2])
    known = sorted({char for state in STATES for char in table[state]})
    return {
        char: [cost(table[state][char]) if char in table[state] else NEVER for state in STATES]
        for char in known
    }


def numbers(values: Iterable[int]) -> bytes:
    listed = list(values)
    return struct.pack(f">{len(listed)}H", *listed)


def texts(values: Iterable[str]) -> bytes:
    return "".join(values).encode("utf-16-be")


def main(package: Path) -> None:
    costs = dictionary(package / "jieba" / "dict.txt")
    begun = longer(costs)
    model = emissions(package / "jieba" / "finalseg" / "prob_emit.py")
    entries = sorted({*costs, *begun})
    groups = [[each for each in entries if len(each) == n] for n in range(1, LONGEST + 1)]
    assert sum(map(len, groups)) == len(entries)
    packed = [struct.pack(f">{LONGEST + 1}I", *map(len, groups), len(model))]
    for length, group in enumerate(groups, 1):
        packed += [texts(group), numbers(costs.get(each, NEVER) for each in group)]
        if length == 2:
            packed.append(numbers(begun.get(each, 0) for each in group))
    packed += [texts(model), numbers(one for each in model.values() for one in each)]
    (WORDS / "words.bin").write_bytes(b"".join(packed))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
