"""Measure a whole build against a plain script, side by side in one run.

    python tests/benchmarks/bench_build.py [--runs 7] [--fonts REGULAR.ttf BOLD.ttf]

Prints whole-process seconds (medians) and their ratio pair by pair, the seconds of each stage,
the peak memory, a second build in the same process, and how the time grows with the deck. The
plain script may be given the full faces with --fonts, as it would use them; without, it gets the
smaller ones that ship with briefgen.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUTLINE = ROOT / "content" / "outline.yaml"


def timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak(command: list[str]) -> float:
    """Peak memory of the largest process of a command, in MB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    out = subprocess.run(
        [sys.executable, "-c", code, *command], check=True, capture_output=True, text=True
    )
    return int(out.stdout) / (1024 if sys.platform != "darwin" else 1024**2)


def stages() -> None:
    from briefgen.build import BASE, Request, load, make_one
    from briefgen.machine.files import write_all
    from briefgen.request import Job

    for label in ("first build in a process", "second build in the same process"):
        start = time.perf_counter()
        loaded = load(Request(OUTLINE, (BASE,)))
        marks = [("read, overlay, validate, resolve", time.perf_counter() - start)]
        files: dict[Path, bytes] = {}
        for form in ("deck", "brief"):
            begun = time.perf_counter()
            made = make_one(Job(loaded.briefs[BASE], loaded.themes[BASE], form))
            marks.append((f"compose and render the {form}", time.perf_counter() - begun))
            files.update({Path(tempfile.gettempdir()) / n: d for n, d in made.files.items()})
        begun = time.perf_counter()
        write_all(files)
        marks.append(("write", time.perf_counter() - begun))
        print(f"\n{label}: {(time.perf_counter() - start) * 1000:.0f} ms (one process)")
        for name, seconds in marks:
            print(f"  {name:<36}{seconds * 1000:7.1f} ms")


def growth() -> None:
    from briefgen.build import BASE, Request, load, make_one
    from briefgen.record import replace
    from briefgen.request import Job

    loaded = load(Request(OUTLINE, (BASE,)))
    brief, theme = loaded.briefs[BASE], loaded.themes[BASE]
    plain = [s for s in brief.deck if s.kind not in ("agenda", "sources", "section")]
    print("\ndeck, growing")
    for count in (25, 100, 500):
        slides = tuple(replace(plain[i % len(plain)], id=f"slide-{i}") for i in range(count))
        start = time.perf_counter()
        made = make_one(Job(replace(brief, deck=slides), theme, "deck"))
        seconds = time.perf_counter() - start
        each = seconds / made.pages * 1000
        print(f"  {made.pages:4d} slides {seconds:6.2f} s  {each:5.1f} ms a slide")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=7)
    shipped = [ROOT / "assets" / "fonts" / f"NotoSansSC-{w}.ttf" for w in ("Regular", "Bold")]
    options.add_argument("--fonts", nargs=2, default=[str(path) for path in shipped])
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours = [
            sys.executable,
            "-m",
            "briefgen.cli",
            "build",
            str(OUTLINE),
            "-a",
            "base",
            "-o",
            folder,
        ]
        plain = [
            sys.executable, str(HERE / "plain.py"), str(OUTLINE), *chosen.fonts,
            os.path.join(folder, "plain.pptx"), os.path.join(folder, "plain.pdf"),
        ]  # fmt: skip
        timed(ours), timed(plain)
        pairs = [(timed(ours), timed(plain)) for _ in range(chosen.runs)]
        mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        print(f"whole process, median of {chosen.runs}, {os.cpu_count()} cores")
        print(f"  briefgen build      {mine:6.3f} s   {peak(ours):5.0f} MB")
        print(f"  plain script        {theirs:6.3f} s   {peak(plain):5.0f} MB")
        print(f"  ratio               {ratio:6.2f}")
    stages()
    growth()
    peaked = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak of this process: {peaked:.0f} MB")


if __name__ == "__main__":
    main()
