"""What becomes of many files when projects are drafted from them, file by file, as hashes.

That headings, tables, pictures and words come out right, other tests say of small files; this holds
that nothing of larger ones comes out otherwise unseen: of decks and pages that are made here, of
documents, and of articles in several layouts and encodings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from prints import held
from stray import docx, para
from test_prints import GALLERY, PAGES, ROOT, SHIPPED, files
from test_quantities_held import articles

from briefgen.cli import briefgen
from briefgen.drafting import project
from briefgen.drafting.read import read_document
from briefgen.outline.folder import BASE
from briefgen.problems import BriefgenError, UnfitError
from briefgen.request import Printing

pytestmark = pytest.mark.slow

DECKS = {"gallery": (GALLERY, BASE), "base": (SHIPPED, BASE), "overseas": (SHIPPED, "overseas")}
TEXTS = {
    "article.txt": "seeds/guangzhou-six.txt",
    "readme.md": "README.md",
    "reference.md": "content/REFERENCE.md",
    "economy.md": "tests/strangers/economy.md",
    "moon.md": "tests/strangers/moon.md",
    "rights.md": "tests/strangers/rights.md",
}
# A line for each mark with which a line of a report can begin, and each way to end it.
MARKS = (
    "一、回顾 （一）经济 1. 产业 （1）链条 ①主机 第一章总则 第一条为了发展。 一是稳投资。 "
    "二要促消费。 ——题注 • 圆点 - 短线 · 间隔 2025年 3月5日 附件1 表1各区产值 图2走势 注：初步数 "
    "来源：统计局 Chapter 1 Section 2.3 (a) first i. second A. third"
).split()


def drafted(folder: Path, name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of a project but pictures and the source, and what is said of it."""
    file, project = folder / name, folder / "project"
    file.write_bytes(data)
    asked = ["new", str(project), "--from", str(file), "--lang", "en"]
    done = CliRunner().invoke(briefgen, asked, catch_exceptions=False)
    yield "said", done.output.replace(str(folder), "").encode()
    for path in sorted(project.rglob("*")):
        if path.is_file() and path.suffix in (".yaml", ".csv"):
            for number, part in enumerate(re.split(rb"^(?=  - )", path.read_bytes(), flags=re.M)):
                yield f"{path.relative_to(project).as_posix()} {number}", part


@pytest.mark.parametrize("which", DECKS)
def test_a_deck(which: str, tmp_path: Path, update: bool) -> None:
    outline, audience = DECKS[which]
    deck = files(outline, audience, "", "deck", Printing())
    held(f"draft-deck-{which}", drafted(tmp_path, "deck.pptx", deck), update)


@pytest.mark.parametrize(
    ("how", "audience"),
    [
        *(("brief", each) for each in (BASE, "overseas")),
        ("article", BASE),
        ("article-across", "overseas"),
        ("notes", "overseas"),
        ("six", BASE),
    ],
)
def test_a_printed_page(how: str, audience: str, tmp_path: Path, update: bool) -> None:
    form, printing = PAGES[how]
    page = files(SHIPPED, audience, "", form, printing)
    held(f"draft-{how}-{audience or 'base'}", drafted(tmp_path, "page.pdf", page), update)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text(name: str, tmp_path: Path, update: bool) -> None:
    data = (ROOT / TEXTS[name]).read_bytes()
    held(f"draft-{name.replace('.', '-')}", drafted(tmp_path, name, data), update)


def _lines(number: int) -> list[str]:
    """Lines of a report, each mark before a short and before a long one, some of it indented."""
    article = (ROOT / TEXTS["article.txt"]).read_text("utf-8").split()
    made: list[str] = []
    for at, mark in enumerate(MARKS):
        words = article[(at * 7 + number) % len(article)]
        made += [f"{mark}{words[: 6 + at % 9]}", f"{'　　' * (at % 2)}{words}", mark]
    return made


@pytest.mark.parametrize("number", range(4))
def test_lines_of_every_sort(number: int, tmp_path: Path, update: bool) -> None:
    lines = _lines(number)
    # Once as they are, once broken as a mail is, once apart, once with cells.
    how = (
        "\n".join,
        lambda lines: "\r\n".join(re.sub(r"(.{38})", r"\1\r\n", line) for line in lines),
        "\n\n".join,
        lambda lines: "\n".join(re.sub(r"[，、]", "\t", line) for line in lines),
    )[number]
    data = how(lines).encode("gb18030" if number % 2 else "utf-8")
    held(f"draft-lines-{number}", drafted(tmp_path, "report.txt", data), update)


@pytest.mark.parametrize("number", range(3))
def test_a_word_file(number: int, tmp_path: Path, update: bool) -> None:
    styles = ("", "T", "H1", "H2", "B")
    body = []
    for at, line in enumerate(_lines(number)):
        if at % 17 == 5:
            cells = "".join(f"<w:tc>{para(cell)}</w:tc>" for cell in (line[:4], line[4:9], f"{at}"))
            body.append(f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * (2 + at % 4)}</w:tbl>")
        elif at % 13 == 7:
            listed = f'<w:numPr><w:ilvl w:val="{at % 3}"/><w:numId w:val="{number + 1}"/></w:numPr>'
            body.append(f"<w:p><w:pPr>{listed}</w:pPr><w:r><w:t>{line}</w:t></w:r></w:p>")
        else:
            body.append(para(line, styles[at % 5] if at % 3 == number else ""))
        if at % 29 == 11:
            body.append('<w:p><w:r><w:drawing><a:blip r:embed="r3"/></w:drawing></w:r></w:p>')
    data = docx("".join(body))
    held(f"draft-word-{number}", drafted(tmp_path, "report.docx", data), update)


# How an article is written in each file: as it is, in Markdown, in Word, in cells, and in clauses.
TABLE = '<w:tbl><w:tr>{}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{}</w:tr></w:tbl>'
SPANS = ('<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>", "")


def _in_markdown(lines: list[str]) -> str:
    """Its lines as headings, items, quotations and tables, in turn."""
    table = "| {} | 12 |\n|---|---:|\n| 乙 | 3.5 |"
    marks = ("# {}", "{}", "- {}", "1. {}", "> {}", "**{}**", table, "## {}")
    return "\n\n".join(marks[at % 8].format(line) for at, line in enumerate(lines))


def _in_word(lines: list[str]) -> bytes:
    body = []
    for at, line in enumerate(lines):
        cells = [
            f"<w:tc><w:tcPr>{SPANS[(at + n) % 4]}</w:tcPr>{para(cell)}</w:tc>"
            for n, cell in enumerate((line[:6], line[6:12], "12.5", "3"))
        ]
        if at % 9 == 4:
            body.append(TABLE.format("".join(cells), "".join(cells[1:])))
        body.append(para(line, ("", "H1", "", "H2", "", "T", "B")[at % 7]))
    return docx("".join(body))


def _in_cells(lines: list[str]) -> str:
    return "\n".join(re.sub(r"[，：] ?|, |: ", "\t", line) for line in lines)


def _in_clauses(lines: list[str]) -> str:
    return "\n".join("；".join(lines[at : at + 3]) for at in range(0, len(lines), 3))


WAYS: dict[str, Callable[[list[str]], str | bytes]] = {
    "plain.txt": "\n".join,
    "marked.md": _in_markdown,
    "written.docx": _in_word,
    "cells.txt": _in_cells,
    "clauses.txt": _in_clauses,
}


def planned(folder: Path) -> Iterator[tuple[str, bytes]]:
    """What is read of an article in each way, and the files that are made of it before any of it is
    set and what does not fit is taken back."""
    for number, (name, text) in enumerate(articles()):
        lines = [line for line in text.splitlines() if line.strip()]
        ways = [each for at, each in enumerate(WAYS) if (at + number) % len(WAYS) < 2]
        for way in ways if len(lines) > 4 else ():
            written = WAYS[way](lines)
            (folder / way).write_bytes(written if isinstance(written, bytes) else written.encode())
            try:
                document = read_document(folder / way)
                draft = project.drafted(document, way, 9 if number % 2 else 24)
                made = project.made(draft, draft.plan.cards).files
                told = [(file, data) for file, data in made.items() if "seeds" not in file]
                said = repr((document.blocks, draft.plan, told))
            except (BriefgenError, UnfitError) as error:
                said = str(error)
            yield f"{name} {way}", said.replace(str(folder), "").encode()


def test_articles_in_every_way(tmp_path: Path, update: bool) -> None:
    held("draft-articles", planned(tmp_path), update)
