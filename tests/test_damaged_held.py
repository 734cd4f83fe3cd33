"""What is told of an outline that is damaged, line by line, as hashes: each line is left out, given
twice, pushed in, or has its keys or its values changed. Of the messages themselves other tests
know; this holds that none comes, goes or moves unseen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from outlines import ARTICLE, DECK, OUTLINE, TOPICS, project
from prints import held

from briefgen.answers.changes import Change, changes
from briefgen.build import BASE, Request, load
from briefgen.problems import ContentError

CASES = Path(__file__).parent / "cases"
_KEY = re.compile(r"([\w-]+):(?= |$)")
_VALUE = re.compile(r"(?<=: )[^{}\[\],]+")
_NUMBER = re.compile(r"\d+")


def _values(other: str) -> Callable[[str], str]:
    return lambda line: _VALUE.sub(other, line)


# The bytes of pictures, which go by who packs them; what has no words for itself.
LEFT_OUT = re.compile(r"data=b'(?:[^'\\]++|\\.)*+'|<[^<>]* at 0x\w+>")
DAMAGES: dict[str, Callable[[str], str]] = {
    "absent": lambda line: "",
    "twice": lambda line: line + line,
    "further-in": lambda line: " " + line,
    "key": lambda line: _KEY.sub(lambda key: f"{key[1][1:]}{key[1][0]}:", line),
    "other-key": lambda line: _KEY.sub("kind:", line, count=1),
    "empty": _values("''"),
    "null": _values("~"),
    "number": _values("12.5"),
    "share": _values("超40%"),
    "list": _values("[甲, 乙]"),
    "map": _values("{zh: 甲, en: A}"),
    "figure": _values("'{nobody}，另有3亿元'"),
    "long": lambda line: _VALUE.sub(lambda value: value[0].strip("'\" \n") * 12, line),
    "digits": lambda line: _NUMBER.sub(lambda number: str(int(number[0]) + 1), line),
    "open": lambda line: line.replace("}", "", 1).replace("'", '"', 1),
    "marks": _values("'**甲~[^9]'"),
    "wide": lambda line: line.replace(": ", "： ", 1).replace("{", "｛").replace("}", "｝"),
    "stated": _values("拥有1.3万家企业，产值超3200亿元"),
}
# Projects whose other files are damaged: an audience's, a theme's, a table's, a source's.
AUDIENCE = """\
name: {zh: 干部, en: Staff}
extends: all
theme: print-mono
minutes: 12
brief:
  title: 给干部看的
  footer: 内部
deck:
  drop: [end]
  order: [cover, numbers, part, one]
  set:
    numbers:
      title: 先看{output}
      notes: {text: 只对干部说, only: [cadre]}
    one: {title: 干部的标题, hidden: yes}
  add:
    - after: part
      slide: {id: more, kind: bullets, title: 还有, points: [一条, 两条]}
topics:
  set:
    first:
      effort: 干部的努力
      measures:
        - {head: 甲, text: 乙。}
figures:
  set:
    output: {label: {zh: 总产值, en: All output}}
page:
  headline: 干部的一页
  figures: [output, {figure: firms, only: [cadre]}]
  topics: [first]
"""
THEME = """\
name: {zh: 自有, en: Our own}
motif: waves
running-text: ragged
faces: {deck: Microsoft YaHei, print: Noto Sans SC}
hatched: [chart2]
palette:
  primary: 0B4F8A
  primary-dark: 083760
  accent: D06A10
  muted: 7F93A6
  window1: primary
  window2: primary-dark 150%
  surface: E6EFF7
"""
TABLE = """\
说明：本表为初步数据,,,
区,工业（亿元）,增速（%）,备注
天河,820.5,6.2%,
白云,"1,640",-0.8%,约数
黄埔,2400,-,*
合计,4860.5,,
注：不含农村,,,
"""
SLIDE = """\
deck:
  - id: chart
    kind: grouped
    title: 产值
    data: {file: data/d.csv, columns: [区, 工业, 增速], rows: [天河, 白云]}
  - {id: table, kind: table, title: 表, data: {file: data/d.csv, columns: [区, 备注, 工业]}}
"""
THEMED = OUTLINE.replace("slug: demo", "slug: demo\n  theme: own") + TOPICS
SOURCE = ARTICLE + "另有3000家在建，同比增长5%。\n" * 2
FILES = {
    "audience": (OUTLINE + TOPICS + DECK, "content/audiences/cadre.yaml", AUDIENCE),
    "theme": (THEMED, "content/themes/own.yaml", THEME),
    "table": (OUTLINE + SLIDE, "data/d.csv", TABLE),
    "source": (OUTLINE + TOPICS, "seeds/article.txt", SOURCE),
}
# The larger ones take longer to read, so that not all is done to them.
DONE = {
    "minimal": tuple(DAMAGES),
    "kinds": tuple(DAMAGES),
    "movement": tuple(DAMAGES),
    "ordinary": ("absent", "key", "empty"),
    "charts": ("list",),
}


def told(path: Path, audiences: tuple[str, ...]) -> str:
    """Every problem of an outline, in both languages, and what would mend it; and what it says,
    where there is none."""
    mends: tuple[Change, ...] = ()
    try:
        loaded = load(Request(path, audiences))
        found = list(loaded.problems)
        mends = changes(loaded) if found else ()
    except ContentError as error:
        found = list(error.problems)
    lines = sorted([f"{each.told('en')}\n{each.told('zh')}" for each in found])
    if not any(each.severity == "error" for each in found):
        lines += [LEFT_OUT.sub("", repr((loaded.briefs, loaded.themes)))]
    lines += map(repr, mends)
    folder = path.parent.parent if path.parent.name == "content" else path.parent
    return "\n".join(lines).replace(str(folder), "")


def damaged(
    outline: Path, file: Path, damage: str, audiences: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """What is told of an outline where every other line of a file is damaged: a line in half of the
    ways, and in each of them its neighbour is not."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    first = [*DAMAGES].index(damage) % 2
    for number, line in list(enumerate(lines))[first::2]:
        new = DAMAGES[damage](line)
        if new != line:
            text = "".join([*lines[:number], new, *lines[number + 1 :]])
            file.write_text(text, "utf-8")
            yield f"line {number + 1}", told(outline, audiences).encode()


def copied(case: str, folder: Path) -> Path:
    source = CASES / case / "outline.yaml"
    for file in source.parent.rglob("*"):
        if (file.is_file() and file.suffix != ".txt") or file.name == "source.txt":
            other = folder / file.relative_to(source.parent)
            other.parent.mkdir(parents=True, exist_ok=True)
            other.write_bytes(file.read_bytes())
    return folder / "outline.yaml"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("case", "damage"),
    [
        pytest.param(
            case, damage, marks=() if case == "minimal" or damage == "map" else pytest.mark.slow
        )
        for case, damages in DONE.items()
        for damage in damages
    ],
)
def test_what_is_told_of_each_damaged_line(
    case: str, damage: str, update: bool, tmp_path: Path
) -> None:
    # Without a name of its own a project is called as its folder is.
    outline = copied(case, tmp_path / "project")
    held(f"damaged-{case}-{damage}", damaged(outline, outline, damage, (BASE,)), update)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "damage"),
    [
        (what, damage)
        for what, (_, _, text) in FILES.items()
        for damage, change in DAMAGES.items()
        if any(change(line) != line for line in text.splitlines(keepends=True))
    ],
)
def test_what_is_told_of_other_damaged_files(
    what: str, damage: str, update: bool, tmp_path: Path
) -> None:
    outline, name, text = FILES[what]
    tmp_path = tmp_path / "project"
    path = project(tmp_path, outline, all="name: {zh: 全体, en: All}\ndeck: {drop: [two]}\n")
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    audiences = ("cadre",) if what == "audience" else (BASE,)
    held(f"damaged-{what}-{damage}", damaged(path, file, damage, audiences), update)
