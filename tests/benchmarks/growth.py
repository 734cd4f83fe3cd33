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
from openpyxl.utils import get_column_letter
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.parts.slide import SlideLayoutPart
from reportlab.pdfgen import canvas

HEAD = "brief: {slug: g, title: 试验, language: zh-Hans}\n"
COVER = "deck: [{kind: cover}]\n"
# What the file is called that a project is drafted from, that rows are merged from, that a deck
# stands on.
DRAFT, TABLE, TEMPLATE = "draft", "table", "template"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OPC, _WORD = "http://schemas.openxmlformats.org/package/2006", "word/document.xml"
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


def wide(size: int) -> Files:
    """A workbook of this many columns that nobody sees, beside the two that are shown."""
    book, written = Workbook(), io.BytesIO()
    sheet = book.active
    for row in (["区", "数"], *([f"第{n}区", n + 0.5] for n in range(1, 20))):
        sheet.append([*row, *(f"{row[0]}{n}" for n in range(size))])
    for n in range(size):
        sheet.column_dimensions[get_column_letter(n + 3)].hidden = True
    book.save(written)
    return {**rows(0, "d.xlsx"), "d.xlsx": written.getvalue()}


def merge_table(size: int, cell: int = 1, columns: int = 1) -> Files:
    """A table to be merged, of this many rows, each of so many cells of so many characters."""
    each = ",".join(["字" * cell] * columns)
    head = ",".join(f"列{n}" for n in range(columns))
    return {f"{TABLE}.csv": f"区,{head}\n" + "".join(f"第{n}区,{each}\n" for n in range(size))}


def merge_book(size: int) -> Files:
    """A workbook to be merged, of this many rows."""
    return {f"{TABLE}.xlsx": workbook(size)["d.xlsx"]}


def layouts(size: int) -> Files:
    """A template of this many layouts."""
    made, written = Presentation(), io.BytesIO()
    master = made.slide_master
    first = master.slide_layouts[1]
    for n in range(size):
        name = PackURI(f"/ppt/slideLayouts/slideLayout{100 + n}.xml")
        part = SlideLayoutPart.load(
            name, first.part.content_type, first.part.package, first.part.blob
        )
        part.relate_to(master.part, RT.SLIDE_MASTER)
        listed = master.element.get_or_add_sldLayoutIdLst()._add_sldLayoutId()
        listed.rId = master.part.relate_to(part, RT.SLIDE_LAYOUT)
    made.save(written)
    return {f"{TEMPLATE}.pptx": written.getvalue()}


def draft(text: str | bytes, ending: str = "txt") -> Files:
    """A text that a project is drafted from."""
    return {f"{DRAFT}.{ending}": text}


def word(size: int) -> Files:
    """A report of this many paragraphs in Word."""
    return draft(
        _packed(_WORD, f"<w:document {_W}><w:body>{_said(size)}</w:body></w:document>"), "docx"
    )


def _said(size: int) -> str:
    each = "<w:p><w:r><w:t>第{0}区全年投资{1}.{2}亿元，新增企业{1}家。</w:t></w:r></w:p>"
    return "".join(each.format(n, n * 7 + 3, n % 9) for n in range(size))


def _packed(name: str, content: str) -> bytes:
    """A file of Word with this as its document."""
    written = io.BytesIO()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        f'<Types xmlns="{_OPC}/content-types"><Override PartName="/{name}" ContentType="{kind}"/>'
    )
    ends = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", f'{types}{ends}relationships+xml"/></Types>')
        link = f'<Relationship Id="r" Type="{of}" Target="{name}"/>'
        made.writestr(
            "_rels/.rels", f'<Relationships xmlns="{_OPC}/relationships">{link}</Relationships>'
        )
        made.writestr(name, content)
    return written.getvalue()


def headed(size: int) -> Files:
    """A Markdown file of as many headings as paragraphs."""
    said = "{3} 第{0}节\n\n第{0}区全年投资{1}.{2}亿元，新增企业{1}家。"
    each = (said.format(n, n * 7 + 3, n % 9, "#" * (2 + n % 3)) for n in range(size))
    return draft("\n\n".join(("# 2023年工作报告", *each)), "md")


def pages(size: int) -> Files:
    """A PDF of this many pages."""
    written = io.BytesIO()
    made = canvas.Canvas(written)
    for n in range(size):
        for line in range(20):
            said = (
                f"In unit {n} the investment of line {line} reached {n + 3}.{line} million dollars."
            )
            made.drawString(72, 760 - 20 * line, said)
        made.showPage()
    made.save()
    return draft(written.getvalue(), "pdf")


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
    "columns that are hidden": (20, wide),
    "merge, rows": (1_000, merge_table),
    "merge, long cells": (20, lambda n: merge_table(20, cell=100 * n)),
    "merge, wide rows": (25, lambda n: merge_table(200, columns=n)),
    "merge, an endless line": (100_000, lambda n: {f"{TABLE}.csv": "区," + "字" * n}),
    "merge, blank lines": (100_000, lambda n: {f"{TABLE}.csv": "区,数\n" + "\n" * n}),
    "merge, rows of a workbook": (500, merge_book),
    "layouts of a template": (10, layouts),
    "draft, a report": (50, report),
    "draft, a report in Word": (50, word),
    "draft, headings": (50, headed),
    "draft, pages of a PDF": (10, pages),
    "draft, one word without an end": (20_000, lambda n: draft("字" * n)),
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

def peak():
    # Linux counts into ru_maxrss what began the process: its own peak stands elsewhere.
    try:
        return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
    except (OSError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""
_CHECKED = """
from briefgen.build import check
from briefgen.request import Request
before, least = resource.getrusage(resource.RUSAGE_SELF), peak()
check(Request(path))
"""
_DRAFTED = """
from briefgen.drafting.project import drafted, made
from briefgen.drafting.read import read_document
before, least = resource.getrusage(resource.RUSAGE_SELF), peak()
draft = drafted(read_document(path), path.name)
made(draft, draft.plan.cards)
"""
_MERGED = """
from briefgen.merging.table import open_table
from briefgen.problems import ContentError
before, least = resource.getrusage(resource.RUSAGE_SELF), peak()
try:
    for row, share in open_table(path, path.name, "").rows():
        pass
except ContentError as error:
    # Tables of one record are refused, and are to be soon.
    assert all(each.code.startswith("merge-") for each in error.problems)
"""
_STOOD = """
from briefgen.problems import Problems
from briefgen.template.doctor import diagnose
from briefgen.template.read import open_template
before, least = resource.getrusage(resource.RUSAGE_SELF), peak()
found = Problems()
diagnose(open_template(path, found), found)
"""
_RUNS = {DRAFT: _DRAFTED, TABLE: _MERGED, TEMPLATE: _STOOD}
_TAIL = """
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print((peak() - least) / 1024)
"""


def measured(files: Files) -> tuple[float, float]:
    """CPU seconds and megabytes of a check of this project, or of its draft."""
    first, *_ = files
    run = _RUNS.get(Path(first).stem, _CHECKED)
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
