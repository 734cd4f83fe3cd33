"""Measure reading: the share of the numbers of sentences that is read right, and how fast.

    python tests/benchmarks/bench_readings.py [FILE …]

Reads the sentences of `tests/corpus/`, or of files of the same form (see its README), and prints a
table: of each sort, how many numbers were read right in value, sign, unit and qualifier, how many
were missed, and how many were read where there are none; then each that differs. Last, the CPU
seconds that texts of 10,000 to 40,000 characters take to be read, drafted, and checked as drafted.
"""

import sys
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import readings  # noqa: E402

LENGTHS = (10_000, 20_000, 40_000)


def compared(wanted: tuple[str, ...], got: tuple[str, ...]) -> tuple[int, int, int]:
    """Numbers that are right, those that are wrong or missed, and those that are too many."""
    blocks = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    right = sum(block.size for block in blocks)
    return right, len(wanted) - right, max(0, len(got) - len(wanted))


def main() -> None:
    files = [Path(each) for each in sys.argv[1:]] or None
    found = list(readings.sentences(files))
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for sentence in found:
        got = readings.read(sentence.words)
        counts = compared(sentence.readings, got)
        for at, count in enumerate(counts):
            rows[sentence.row][at] += count
        if got != sentence.readings:
            print(f"{sentence.place}  {sentence.words}")
            print(f"    by hand  {' | '.join(sentence.readings) or '-'}")
            print(f"    read     {' | '.join(got) or '-'}")
    print(f"{'sort':24} {'right':>6} {'wrong':>6} {'extra':>6} {'share':>7}")
    total = [sum(column) for column in zip(*rows.values(), strict=True)]
    for row, (right, wrong, extra) in [*rows.items(), ("all", total)]:
        share = right / (right + wrong) if right + wrong else 1
        print(f"{row:24} {right:6} {wrong:6} {extra:6} {share:7.1%}")
    for length in LENGTHS:
        times = "  ".join(f"{name} {spent:.2f} s" for name, spent in readings.timed(length).items())
        print(f"{length:,} characters: {times}")


if __name__ == "__main__":
    main()
