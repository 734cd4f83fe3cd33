"""Turn bytes into what a reader of outlines, numbers or sources says of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml
from outlines import ARTICLE, DECK, OUTLINE, TOPICS

from briefgen.build import checked, load, make_one
from briefgen.facts.decoding import decode
from briefgen.facts.figures import Source
from briefgen.facts.formula import FormulaError, evaluate
from briefgen.facts.inventory import inventory
from briefgen.facts.quantity import QuantityError, display, read
from briefgen.facts.sources import prepare
from briefgen.outline.attached.sheets import read_table
from briefgen.problems import Mark, Problem, Problems
from briefgen.request import Request
from briefgen.theme import load as loading
from fuzz import change

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "assets" / "gallery"
# The name, without its ending, of a file that a refusal names in its sentence.
GIVEN = "given"
HEAD = "brief: {slug: g, title: 试验, language: zh-Hans}\n"


class Target(NamedTuple):
    """A reader: what good input is, how it is changed, and what is done with it in a folder of its
    own. It gives the problems that it tells."""

    seeds: Callable[[], Sequence[Any]]
    changed: Callable[[Random, Any, Sequence[Any]], bytes]
    read: Callable[[bytes, Path], Iterable[Problem]]
    # What stands in the folder beside the input.
    room: Callable[[Path], object] = lambda folder: None
    # Whether a refusal stands at a place of a file, and whether that place is a line.
    placed: bool = True
    lines: bool = True


def loaded(text: bytes | str, pages: bool = False) -> Any:
    """A tree of YAML, all of its scalars as they are written."""
    return yaml.load(text, yaml.CBaseLoader)


def dumped(chance: Random, tree: Any) -> bytes:
    flow = chance.choice((None, False, True))
    said = yaml.dump(
        tree,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        default_flow_style=flow,
        sort_keys=False,
        width=chance.choice((60, 200)),
    )
    return said.encode("utf-8", "surrogatepass")


def outline_changed(chance: Random, seed: Any, others: Sequence[Any]) -> bytes:
    """An outline changed as a tree, as a text, or as bytes."""
    how = chance.random()
    if how < 0.6:
        return dumped(chance, change.tree(chance, seed, others))
    written = dumped(chance, seed)
    if how < 0.85:
        said = change.text(
            chance, written.decode(), (dumped(chance, chance.choice(others)).decode(),)
        )
        return said.encode("utf-8", "surrogatepass")
    return change.data(chance, written, (dumped(chance, chance.choice(others)),))


@cache
def outlines() -> tuple[Any, ...]:
    """A small project, and one of each slide of the gallery."""
    small = [loaded(OUTLINE + TOPICS + DECK), loaded(OUTLINE + TOPICS)]
    whole = loaded((GALLERY / "outline.yaml").read_text("utf-8"))
    rest = {key: value for key, value in whole.items() if key not in ("deck", "page", "topics")}
    rest["figures"] = dict(list(rest.get("figures", {}).items())[:12])
    slides = []
    for slide in whole["deck"]:
        said = yaml.dump(slide, Dumper=yaml.CSafeDumper, allow_unicode=True)
        needed = {id for id in whole.get("figures", {}) if id in said}
        figures = {id: whole["figures"][id] for id in needed}
        topics = {"topics": whole["topics"][:2]} if slide["kind"] in ("topic", "topics") else {}
        known = figures if not topics else whole["figures"]
        slides.append({**rest, "figures": known, **topics, "deck": [slide]})
    return (*small, *slides)


def outline_room(folder: Path) -> None:
    shutil.copytree(
        GALLERY, folder, ignore=lambda at, names: ["en", "outline.yaml"], dirs_exist_ok=True
    )
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seeds" / "article.txt").write_text(ARTICLE, "utf-8")


def read_outline(data: bytes, folder: Path) -> Iterable[Problem]:
    path = folder / "outline.yaml"
    path.write_bytes(data)
    return load(Request(path, ("base",))).problems


def read_markdown(data: bytes, folder: Path) -> Iterable[Problem]:
    path = folder / "outline.md"
    path.write_bytes(data)
    return load(Request(path, ("base",))).problems


def text_changed(chance: Random, seed: str, others: Sequence[str]) -> bytes:
    if chance.random() < 0.75:
        return change.text(chance, seed, others).encode("utf-8", "surrogatepass")
    return change.data(chance, seed.encode(), [each.encode() for each in others])


@cache
def markdowns() -> tuple[str, ...]:
    strange = (each.read_text("utf-8") for each in (ROOT / "tests" / "strangers").glob("*.md"))
    parts = [part for text in sorted(strange) for part in text.split("\n\n") if part.strip()]
    groups = ["\n\n".join(parts[at : at + 5]) for at in range(0, len(parts), 5)]
    own = (
        "---\nslug: a\nlanguage: zh-Hans\n---\n\n# 题目\n\n"
        "## 一页 {#a kind=bullets}\n\n- 一点\n  - 再一点\n\n"
    )
    table = (
        "## 一张表\n\n| 年 | 产值 |\n|---|---|\n| 2020年 | 3.5亿元 |\n\n"
        "![江岸](p.png)\n\n> 引文\n\n1. 先\n2. 后\n"
    )
    return (own + table, own, *(own + group for group in groups[:30]))


AUDIENCES = (
    "name: {zh: 干部, en: Officials}\ntheme: print-mono\n"
    "brief: {subtitle: 干部版, footer: 干部版}\n"
    "deck:\n  keep: [cover]\n  set: {cover: {notes: 同志们好。}}\n",
    "deck:\n  order: [cover]\n  add:\n    - after: cover\n"
    "      slide: {id: more, kind: text, title: 又一页, text: '有{firms}。'}\n"
    "topics: {set: {first: {name: 新, figures: [firms]}}, drop: [second]}\n",
    "language: zh-Hant\nlead: [output, firms]\n",
    "page: {style: article}\nminutes: 12\nmark: 讨论稿\n",
)


@cache
def audiences() -> tuple[Any, ...]:
    return tuple(map(loaded, AUDIENCES))


def audience_room(folder: Path) -> None:
    outline_room(folder)
    (folder / "outline.yaml").write_text(OUTLINE + TOPICS + DECK, "utf-8")
    (folder / "audiences").mkdir()


def read_audience(data: bytes, folder: Path) -> Iterable[Problem]:
    (folder / "audiences" / "a.yaml").write_bytes(data)
    return load(Request(folder / "outline.yaml", ("a",))).problems


@cache
def themes() -> tuple[Any, ...]:
    own = sorted((ROOT / "assets" / "themes").glob("*.yaml"))
    return tuple(loaded(each.read_text("utf-8")) for each in own)


def read_theme(data: bytes, folder: Path) -> Iterable[Problem]:
    (folder / "ours.yaml").write_bytes(data)
    problems = Problems()
    loading._load.cache_clear()
    theme = loading.load_theme("ours", Mark("outline.yaml", 1, 1), problems, folder)
    if theme:
        theme.in_language("en")
    return problems


@cache
def tables() -> tuple[str, ...]:
    own = sorted((GALLERY / "data").glob("*.csv"))
    return (
        *(each.read_text("utf-8") for each in own),
        "单位：亿元\n年份;产值;增速\n2020年;1.234,5;3,1%\n2021年;2.345,6;-2,0%\n",
        'name,"a ""b"", c",d\n"x\ny",3%,\n',
        "项\t数\n甲\t1,234\n乙\t5.6万人\n",
    )


def read_csv(data: bytes, folder: Path) -> Iterable[Problem]:
    read_table.cache_clear()
    return read_table(data, "data/a.csv", "", Mark("outline.yaml", 1, 1))[1]


@cache
def sources() -> tuple[str, ...]:
    found = []
    for file in sorted((ROOT / "seeds").glob("*.txt")):
        found += [line for line in file.read_text("utf-8").splitlines() if len(line) > 20]
    more = "\n".join(each for each in markdowns()[2:6])
    english = (
        "Output rose 3.2% to $5.1bn in 2023, up from $4.9 billion; two-thirds of 1,300 firms.\n",
        "The plan covers 2021-2025, with 12 projects (RMB 3 trillion), half of them by Q3 2024.\n",
    )
    return (*found, more, *english, ARTICLE)


def read_source(data: bytes, folder: Path) -> Iterable[Problem]:
    problems = Problems()
    source = Source(
        id="a", file="seeds/a.txt", title={}, publisher={}, date="", mark=Mark("o.yaml", 1, 1)
    )
    decoded = decode(data, source, problems)
    if decoded is not None:
        prepared = prepare(source, decoded.text, problems, decoded.stand_ins)
        for each in inventory(prepared):
            assert each.place.line > 0
    return problems


@cache
def quantities() -> tuple[str, ...]:
    known = loaded((ROOT / "content" / "figures.yaml").read_text("utf-8"))["figures"]
    own = [f"{each.get('qualifier', '')}{each['value']}" for each in known.values()]
    return (
        *own,
        "RMB 3 trillion",
        "down 4.6%",
        "3%—4%",
        "三分之一",
        "4年零8个月",
        "1:3",
        "twenty-five",
        "$5.1bn",
        "2024年2月29日",
        "3,200亿元",
        "一千零五十万",
        "half a million",
        "12.5个百分点",
        "20 km²",
        "30 t CO2e",
        "−4.6%",
        "2021-2025",
        "Q3 2024",
        "1.3万家以上",
    )


def read_quantity(data: bytes, folder: Path) -> Iterable[Problem]:
    text = data.decode("utf-8", "replace")
    for qualifier, currency, opaque in (("", "", False), ("超", "USD", True)):
        try:
            found = read(text, qualifier, currency, opaque)
        except QuantityError as error:
            yield Problem(error.code, tuple(error.parts.items()), Mark("a.yaml", 1, 1))
            continue
        for tag in ("zh-Hans-CN", "zh-Hant-HK", "en-GB"):
            display(found, tag)  # type: ignore[arg-type]


FORMULAS = (
    "a - b",
    "a / b",
    "(a + b) / 2",
    "(b / a) ^ (1 / 5) - 1",
    "a * 3 - -b",
    "c / d * 100",
    "((a))",
    "y - z",
    "a + b + c + d",
    "1 - b / a",
    "a ^ 2 / b ^ 0.5",
)


@cache
def _known() -> dict[str, Any]:
    values = {
        "a": "3200亿元",
        "b": "2.5万亿元",
        "c": "30%",
        "d": "4个百分点",
        "y": "2035年",
        "z": "2024年",
    }
    return {id: read(value) for id, value in values.items()}


def read_formula(data: bytes, folder: Path) -> Iterable[Problem]:
    try:
        evaluate(data.decode("utf-8", "replace"), _known())
    except FormulaError as error:
        yield Problem(
            error.code, tuple({**error.parts, "figure": "a"}.items()), Mark("a.yaml", 1, 1)
        )


def read_whole(data: bytes, folder: Path) -> Iterable[Problem]:
    """The whole way, from the outline to the bytes of its files."""
    path = folder / "outline.yaml"
    path.write_bytes(data)
    formats = (("deck",), ("deck", "brief"), ("deck", "handout"), ("deck", "md", "svg"))
    request = Request(path, ("base",), formats=formats[len(data) % 4], verify=len(data) % 3 == 0)
    seen = checked(request)
    found = list(seen.problems)
    if not seen.problems.fatal:
        for name, brief in seen.briefs.items():
            for format in request.formats:
                job = request.job(brief, seen.themes[name], format, seen.houses[name])
                found += make_one(job).problems
    return found


@cache
def charted() -> tuple[tuple[int, str, str, str], ...]:
    """The slides of the gallery that show a file of data: number, outline, name, and its words."""
    found = []
    for outline in outlines()[2:]:
        said = yaml.dump(outline, Dumper=yaml.CSafeDumper, allow_unicode=True)
        for name in sorted(set(re.findall(r"data/\w+\.csv", said))):
            found.append((len(found), said, name, (GALLERY / name).read_text("utf-8")))
    return tuple(found)


def data_changed(chance: Random, seed: Any, others: Sequence[Any]) -> bytes:
    words = text_changed(chance, seed[3], [each[3] for each in others])
    return b"%d\n%s" % (seed[0], words)


def read_charted(data: bytes, folder: Path) -> Iterable[Problem]:
    """The way from a file of data, behind the number of its slide, to the slide's place on it."""
    number, _, words = data.partition(b"\n")
    place = int(number[:4]) if number.isdigit() else 0
    _, outline, name, _ = charted()[place % len(charted())]
    (folder / name).write_bytes(words)
    return read_whole(outline.encode(), folder)


TARGETS: dict[str, Target] = {
    "yaml": Target(outlines, outline_changed, read_outline, outline_room),
    "markdown": Target(markdowns, text_changed, read_markdown, outline_room),
    "audience": Target(audiences, outline_changed, read_audience, audience_room),
    "theme": Target(themes, outline_changed, read_theme),
    "csv": Target(tables, text_changed, read_csv),
    "source": Target(sources, text_changed, read_source),
    "quantity": Target(quantities, text_changed, read_quantity),
    "formula": Target(lambda: FORMULAS, text_changed, read_formula),
    "data": Target(charted, data_changed, read_charted, outline_room),
    "whole": Target(outlines, outline_changed, read_whole, outline_room),
}
