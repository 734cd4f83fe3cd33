"""Measure how long it takes from saving a file to the picture in the browser, stage by stage.

    python tests/benchmarks/bench_preview.py [--runs 50]

The reference outline is edited, one title after the other, while Chromium shows it (needs
playwright and chromium). Printed are the median and the worst of all runs, then the median of each
stage: until the file is seen, read, composed, drawn and sent, and in the page until it has come, is
taken in, and is painted. Whoever has the machine to themselves should see a median of at most 150
ms, and no run above 400.
"""

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from previews import copied

# The page says what it knows of a change when it has been painted: in the frame after the next.
WATCH = """() => {
  window.seen = [];
  const note = () => {
    const { number, clock } = document.documentElement.dataset;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      window.seen.push({ number: Number(number), painted: Date.now(), ...JSON.parse(clock) });
    }));
  };
  const change = new MutationObserver(note);
  change.observe(document.documentElement, { attributeFilter: ["data-number"] });
}"""
# The first change that was seen on disk after a moment.
FIRST = "start => window.seen.find((each) => each.seen >= start) ?? null"
STAGES = ("seen", "read", "composed", "drawn", "sent", "come", "taken in", "painted")


def stages(start: float, seen: dict[str, float]) -> tuple[float, ...]:
    """How long each stage took, in milliseconds."""
    built = seen["read"] + seen["compose"] + seen["draw"]
    return (
        seen["seen"] - start,
        seen["read"],
        seen["compose"],
        seen["draw"],
        seen["sent"] - seen["seen"] - built,
        seen["came"] - seen["sent"],
        seen["drawn"] - seen["came"],
        seen["painted"] - seen["drawn"],
    )


def measure(page: Page, outline: Path, runs: int) -> list[tuple[float, tuple[float, ...]]]:
    whole = outline.read_text("utf-8")
    titles = list(re.finditer(r'^    title: (?![|>"]).*$', whole, re.MULTILINE))
    found = []
    for run in range(runs):
        end = titles[run % len(titles)].end()
        start = 1000 * time.time()
        outline.write_text(whole[:end] + "改" * (1 + run % 3) + whole[end:], "utf-8")
        while not (seen := page.evaluate(FIRST, start)):
            time.sleep(0.02)
        found.append((seen["painted"] - start, stages(start, seen)))
        time.sleep(0.3)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=50)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        outline = copied(Path(folder))
        command = [sys.executable, "-m", "briefgen", "preview", str(outline), "--no-open"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(server.stdout.readline().strip())
            page.wait_for_selector("#frame svg")
            page.wait_for_timeout(1500)
            page.evaluate(WATCH)
            found = measure(page, outline, runs)
            browser.close()
            server.terminate()
    whole = [each for each, _ in found]
    print(f"{runs} runs: median {statistics.median(whole):.0f} ms, worst {max(whole):.0f} ms")
    for name, times in zip(STAGES, zip(*(each for _, each in found), strict=True), strict=True):
        print(f"  {name:9} {statistics.median(times):6.1f}")
    print(json.dumps([round(each) for each in whole]))


if __name__ == "__main__":
    main()
