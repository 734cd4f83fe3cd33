"""Measure how time and memory grow with what is read: each thing at doubling sizes.

    python tests/benchmarks/growth.py [--only NAME] [--most 2.9] [--bytes 10]

Prints, for each thing (a check of a project, or the draft of one), CPU seconds (and the peak of
memory) at four sizes, by how much the last doubling multiplied the time (what grows with its size
gives 2), and how many bytes of memory each byte more of the project took. With `--most` it fails
where the time grows more, with `--bytes` where a source of words takes more; that alone needs the
first and the third size only. Each size is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook

HEAD = "brief: {slug: g, title: 试验, language: zh-Hans}\n"
COVER = "deck: [{kind: cover}]\n"
# What the file is called that a project is drafted from.
DRAFT = "draft"
SOURCE = "sources:\n  s: {file: seeds/s.txt, title: 原文}\n"
COMMAS = "the growth of rural income, of trade and of water, went on.\n"
Files = dict[str, str | bytes]


def slides(text: Callable[[int], str], count: int) -> str:
    each = (
        f"  - {{id: s{n}, kind: text, title: 这一页说一件事, text: '{text(n)}'}}\n"
        for n in range(count)
    )
    return "deck:\n" + "".join(each)


def warned(source: Callable[[int], str], size: int) -> Files:
    """Twenty numbers typed by hand, against a source of this size."""
    deck = slides(lambda n: f"投资{7 * n + 1}.{n % 9}亿元。", 20)
    return {"outline.yaml": HEAD + SOURCE + deck, "seeds/s.txt": source(size)}


def one(text: str) -> Files:
    slide = f"{{id: a, kind: text, title: 一页, text: '{text}'}}"
    return {"outline.yaml": f"{HEAD}deck:\n  - {slide}\n"}


def ledger(size: int) -> Files:
    entries = "".join(
        f"  f-{n}: {{value: {n + 1}家, kind: actual, label: 企业, quote: 第{n}类企业{n + 1}家}}\n"
        for n in range(size)
    )
    deck = slides(lambda n: f"有{{f-{n}}}。", size // 4)
    quoted = "".join(f"第{n}类企业{n + 1}家。" for n in range(size))
    return {"outline.yaml": f"{HEAD}{SOURCE}figures:\n{entries}{deck}", "seeds/s.txt": quoted}


def wrong_ids(size: int) -> Files:
    files = ledger(size)
    return {**files, "outline.yaml": str(files["outline.yaml"]).replace("有{f-", "有{g-")}


def notes(size: int) -> Files:
    slide = f"{{id: a, kind: text, title: 一页, text: 字, notes: '{'讲一句话，' * size}'}}"
    return {"outline.yaml": f"{HEAD}deck:\n  - {slide}\n"}


def unknown(size: int) -> Files:
    return {"outline.yaml": HEAD + "".join(f"k{n}: 1\n" for n in range(size))}


def audiences(size: int) -> Files:
    own = {f"audiences/a{n}.yaml": f"brief: {{subtitle: 给第{n}个人}}\n" for n in range(size)}
    return {**one("一句话。"), **own}


def terms(size: int) -> Files:
    """Names, terms and glossary of an outline that says them."""
    names = "".join(f"  - 第{n}区\n" for n in range(size))
    known = "".join(f"  - {{term: 办法{n}号}}\n" for n in range(size))
    deck = slides(lambda n: f"第{n}区照办法{n}号办。", 40)
    return {
        "outline.yaml": f"{HEAD}names:\n{names}lexicon:\n{names}glossary:\n{known}{deck}",
    }


def derived(size: int) -> Files:
    """Figures each of which is worked out of the one before."""
    first = "  f-0: {value: 9家, kind: actual, label: 企业, quote: 企业9家}\n"
    rest = "".join(
        f"  f-{n}: {{value: 9家, kind: derived, label: 企业, formula: f-{n - 1} * 1}}\n"
        for n in range(1, size)
    )
    deck = slides(lambda n: f"有{{f-{n}}}。", size)
    known: Files = {"seeds/s.txt": "企业9家。"}
    return {"outline.yaml": f"{HEAD}{SOURCE}figures:\n{first}{rest}{deck}", **known}


def sources(size: int) -> Files:
    listed = "".join(f"  s{n}: {{file: seeds/{n}.txt, title: 原文{n}}}\n" for n in range(size))
    files: Files = {f"seeds/{n}.txt": f"第{n}区有{n + 3}家企业。" for n in range(size)}
    deck = slides(lambda n: f"投资{7 * n + 1}.{n % 9}亿元。", 20)
    return {"outline.yaml": f"{HEAD}sources:\n{listed}{deck}", **files}


def rows(size: int, file: str = "d.csv") -> Files:
    """A table of data, of which a slide shows one row."""
    data = f"{{file: {file}, columns: [区, 数], rows: [第1区]}}"
    slide = f"{{id: a, kind: bar, title: 一页, data: {data}}}"
    table = "区,数\n" + "".join(f"第{n}区,{n}.5\n" for n in range(size))
    return {"outline.yaml": f"{HEAD}deck:\n  - {slide}\n", file: table}


def workbook(size: int, more: str = "") -> Files:
    """A workbook of this many rows, of which a slide shows one; `more` is put behind its cells."""
    book, written, changed = Workbook(), io.BytesIO(), io.BytesIO()
    book.active.append(["区", "数"])
    for n in range(size):
        book.active.append([f"第{n}区", n + 0.5])
    book.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if more and name == "xl/worksheets/sheet1.xml":
                part = part.replace(b"</sheetData>", b"</sheetData>" + more.encode())
            new.writestr(name, part)
    return {**rows(0, "d.xlsx"), "d.xlsx": changed.getvalue()}


def merged(size: int) -> Files:
    """A workbook that merges as many ranges, of which one is said again and again."""
    ranges = "".join(f'<mergeCell ref="A{2 + n % 2}:B{3 + n % 2}"/>' for n in range(size))
    return workbook(20, f"<mergeCells>{ranges}</mergeCells>")


def draft(text: str, ending: str = "txt") -> Files:
    """A text that a project is drafted from."""
    return {f"{DRAFT}.{ending}": text}


def report(size: int) -> Files:
    """A report of this many paragraphs, with a heading before every tenth."""
    said = "第{0}区全年投资{1}.{2}亿元，增长{2}.5%，新增企业{1}家，建成{0}个公园。"
    each = (
        f"{f'第{n}部分' + chr(10) if n % 10 == 0 else ''}{said.format(n, n * 7 + 3, n % 9)}"
        for n in range(size)
    )
    return draft("\n\n".join(("2023年工作报告", *each)))


def release(size: int) -> Files:
    """A release of this many paragraphs in English."""
    said = "Revenue of unit {0} was ${1}.{2} million in 2023, up {2}.5% from 2022, with {1} stores."
    each = (said.format(n, n + 3, n % 9) for n in range(size))
    return draft("\n\n".join(("Results of 2023", *each)))


def tabled(size: int) -> Files:
    """A Markdown file with a table of this many rows."""
    lines = (f"| 第{n}区 | {n + 3}.{n % 9} | {n % 30}% |" for n in range(size))
    head = ("# 各区投资", "", "| 区 | 亿元 | 增长 |", "|---|---|---|")
    return draft("\n".join((*head, *lines)), "md")


def one_emoji(size: int) -> str:
    return "plain words here. " * (size // 18) + "\U0001f600"


def sentence(size: int) -> str:
    return "，".join(f"项目{n}投资{n + 3}.{n % 9}亿元" for n in range(size)) + "。"


def english(size: int) -> str:
    return ", ".join(f"project {n} got {n + 3}.{n % 9} million" for n in range(size)) + "."


def spaced(size: int) -> str:
    return " ".join(str(37 * n) for n in range(size))


def dense(size: int) -> str:
    """Numbers and little else: bare ones, sums, shares, and years."""
    each = "{0} {1} {1}.5 第{0}区{0}.3亿元，{1}% 202{2}年 "
    return "".join(each.format(37 * n, n, n % 10) for n in range(size // 40))


# What is measured: its name, the first of four sizes, and the project of a size.
THINGS: Mapping[str, tuple[int, Callable[[int], Files]]] = {
    "warnings": (500, lambda n: {"outline.yaml": HEAD + slides(lambda k: f"投{k}.5亿元。", n)}),
    "unknown keys": (4000, unknown),
    "numbers in one sentence": (500, lambda n: warned(sentence, n)),
    "numbers in one English sentence": (500, lambda n: warned(english, n)),
    "numbers without any mark": (500, lambda n: warned(spaced, n)),
    "source, words alone": (50_000, lambda n: warned(lambda k: "没有数的一句话。" * (k // 8), n)),
    "source, ASCII": (500_000, lambda n: warned(lambda k: "plain words here. " * (k // 18), n)),
    "source, ASCII and commas": (500_000, lambda n: warned(lambda k: COMMAS * (k // 60), n)),
    "source, ASCII and an emoji": (500_000, lambda n: warned(one_emoji, n)),
    "source, numbers": (100_000, lambda n: warned(dense, n)),
    "digits in a text": (1_000, lambda n: one("1" * n)),
    "numerals in a text": (1_000, lambda n: one("五" * n)),
    "dates in a text": (200, lambda n: one("2020年" * n)),
    "ranges in a text": (500, lambda n: one("1-" * n)),
    "figures of the ledger": (250, ledger),
    "wrong ids": (250, wrong_ids),
    "audiences": (50, audiences),
    "names and terms": (500, terms),
    "a chain of formulas": (100, derived),
    "sources": (50, sources),
    "rows of a table": (500, rows),
    "rows of a workbook": (500, workbook),
    "merged cells of a workbook": (1_000, merged),
    "draft, a report": (50, report),
    "draft, a release in English": (50, release),
    "draft, one endless line": (250, lambda n: draft(sentence(n))),
    "draft, one endless English line": (250, lambda n: draft(english(n))),
    "draft, a table": (50, tabled),
    "a title": (1_000, lambda n: {"outline.yaml": HEAD.replace("试验", "试验" * (n // 2)) + COVER}),
    "slides": (100, lambda n: {"outline.yaml": HEAD + slides(lambda k: "一句话。", n)}),
    "notes": (1_000, notes),
}

_HEAD = """
import resource, sys
from pathlib import Path
path = Path(sys.argv[1])
"""
_CHECKED = """
from briefgen.build import check
from briefgen.request import Request
before = resource.getrusage(resource.RUSAGE_SELF)
check(Request(path))
"""
_DRAFTED = """
from briefgen.drafting.project import drafted, made
from briefgen.drafting.read import read_document
before = resource.getrusage(resource.RUSAGE_SELF)
draft = drafted(read_document(path), path.name)
made(draft, draft.plan.cards)
"""
_TAIL = """
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print((after.ru_maxrss - before.ru_maxrss) / 1024)
"""


def measured(files: Files) -> tuple[float, float]:
    """CPU seconds and megabytes of a check of this project, or of its draft."""
    first, *_ = files
    run = _DRAFTED if first.startswith(f"{DRAFT}.") else _CHECKED
    with tempfile.TemporaryDirectory() as folder:
        for name, given in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(given if isinstance(given, bytes) else given.encode())
        script = f"{_HEAD}{run}{_TAIL}"
        command = [sys.executable, "-c", script, str(Path(folder) / first)]
        root = str(Path(__file__).parents[2])
        environment = {**os.environ, "PYTHONPATH": root}
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def _bytes(given: str | bytes) -> int:
    return len(given if isinstance(given, bytes) else given.encode())


def each_byte(made: Callable[[int], Files], sizes: list[int], megabytes: list[float]) -> float:
    """The bytes of memory that each byte of a project took, between the first and last size."""
    first, last = (sum(map(_bytes, made(sizes[n]).values())) for n in (0, -1))
    return (megabytes[-1] - megabytes[0]) * 2**20 / (last - first)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--only", action="append", choices=list(THINGS))
    asked.add_argument("--most", type=float)
    asked.add_argument("--bytes", type=float)
    given = asked.parse_args()
    steep = 0
    print(f"{'what':32} {'sizes':>24}  CPU seconds (MB)")
    for name in given.only or THINGS:
        first, made = THINGS[name]
        steps = (0, 1) if given.bytes and not given.most else range(4)
        sizes = [first * 2**step for step in steps]
        found = [measured(made(size)) for size in sizes]
        shown = " ".join(f"{seconds:6.2f} ({megabytes:3.0f})" for seconds, megabytes in found)
        growth = found[-1][0] / max(found[-2][0], 0.05)
        taken = each_byte(made, sizes, [megabytes for _, megabytes in found])
        words = name.startswith("source, ")
        steep += bool(given.most and growth > given.most)
        steep += bool(given.bytes and words and taken > given.bytes)
        span = f"{sizes[0]:,} – {sizes[-1]:,}"
        print(f"{name:32} {span:>24} {shown}  × {growth:.1f}  {taken:5.1f} B/B", flush=True)
    return int(bool(steep))


if __name__ == "__main__":
    sys.exit(main())
