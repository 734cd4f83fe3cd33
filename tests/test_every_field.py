"""Every field of every kind, given too much, nothing, or what it cannot be: taken, or told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from composing import composed
from faults import TOO_MUCH, faults, tells

from briefgen.answers.gallery import outline
from briefgen.brief.hints import Cells, Known, Names, Pattern
from briefgen.brief.model import Ref, Text, Word
from briefgen.brief.roles import innermost
from briefgen.build import BASE, Loaded, Request, load
from briefgen.kinds import kinds
from briefgen.outline.convert import Field, fields_of
from briefgen.problems import Problem
from briefgen.record import is_record

GALLERY: dict[str, Any] = yaml.load(outline().read_text(encoding="utf-8"), yaml.BaseLoader)
# What no slide of the gallery has.
MORE: list[dict[str, Any]] = yaml.load(
    """
- kind: bar
  title: 合计
  unit: 亿元
  claim: 先干
  highlight: 甲
  header: [区, 投资]
  rows: [[甲, 10], [乙, 20], [丙, 25]]
  annotate: [{callout: 甲, text: 先开工}, {average: all}]
- {kind: agenda, title: 目录, slides: [slide]}
- kind: closing
  title: 谢谢
  lines: [欢迎]
  contact: {name: 张三, phone: 020-1234 5678, mail: a@example.org, address: 江边}
- kind: two-column
  title: 两栏
  note: 均为全年口径。
  left: {head: 一, image: {file: waterfront.jpg, alt: 江面, caption: 江}}
  right: {head: 二, text: [一段话。]}
- {kind: text, title: 一段话, text: [一段话。], figure: {figure: gdp, label: 总量, note: 全年}}
- kind: matrix
  title: 四件事
  note: 注
  up: 上
  across: 右
  fields: [{head: 甲, points: [一]}, {head: 乙}, {head: 丙}, {head: 丁}]
- kind: table
  title: 表
  header: [区, 产值（亿元）]
  rows: [[甲, 10], [乙, 20], [合计, 30]]
  total: yes
  bold: [区]
  coloured: [产值（亿元）]
  rows_per_slide: 5
  note: 注
""",
    yaml.BaseLoader,
)
TOPICS = json.dumps(GALLERY.get("topics", []), ensure_ascii=False)
LONG = "推进重点项目建设和营商环境优化，落实三张清单制度，确保任务按期完成" * 12
# Where a value stands in a slide, by keys and by numbers of items.
Path_ = tuple[str | int, ...]
Case = tuple[dict[str, Any], Path_, Field]


def _slides(kind: str) -> Iterator[dict[str, Any]]:
    for number, slide in enumerate((*GALLERY["deck"], *MORE)):
        if slide["kind"] == kind:
            yield {**slide, "id": f"slide-{number}"}


def _places(cls: type, value: Any, at: Path_) -> Iterator[tuple[Path_, Field]]:
    """Each field that may be written in a value, written there or not."""
    if isinstance(value, list):
        if value and isinstance(value[0], dict):
            yield from _places(cls, value[0], (*at, 0))
        return
    if not isinstance(value, dict):
        return
    for field in fields_of(cls):
        yield (*at, field.name), field
        inner = innermost(field.hint)
        if is_record(inner) and inner not in (Text, Ref, Word) and field.name in value:
            yield from _places(inner, value[field.name], (*at, field.name))


def _changed(slide: dict[str, Any], at: Path_, value: object) -> dict[str, Any]:
    made = json.loads(json.dumps(slide))
    *way, last = at
    holder = made
    for key in way:
        holder = holder[key]
    holder[last] = value
    return made


def _is_list(field: Field) -> bool:
    options = [each for each in get_args(field.hint) if each is not type(None)]
    bare = options[0] if type(None) in get_args(field.hint) else field.hint
    return get_origin(bare) is tuple


def _long(field: Field, old: object) -> object:
    """Much more than fits."""
    if _is_list(field):
        item = old[0] if isinstance(old, list) and old else "长"
        return [item] * 60
    return 10**12 if innermost(field.hint) is int else LONG


def _wrong(field: Field) -> Iterator[object]:
    """What the field cannot be."""
    inner = innermost(field.hint)
    yield {"nonsense": "甲", "no": "乙"}
    if not _is_list(field):
        yield [{"nonsense": "甲"}]
    elif inner is Text and Cells() not in field.rules:
        yield ["甲", "\u200b\u3000", "乙"]
    if inner in (int, bool, Ref) or get_origin(inner) is Literal:
        yield "没有这个"
    if any(isinstance(rule, Names | Known | Pattern) for rule in field.rules):
        yield "没有/../这个 "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fields") / "gallery"
    copytree(outline().parent, made)
    return made


def _around(slides: str) -> dict[str, Any]:
    """The gallery without its slides, and without the figures that these have no word of: to prove
    them is most of what it takes to read an outline of three slides."""
    figures = {id: each for id, each in GALLERY["figures"].items() if id in slides + TOPICS}
    return {**GALLERY, "figures": figures, "deck": []}


def _loaded(folder: Path, deck: Sequence[dict[str, Any]]) -> Loaded:
    """An outline of these slides, each on a line of its own, from the second on."""
    path = folder / "one.yaml"
    slides = ",\n".join(json.dumps(slide, ensure_ascii=False) for slide in deck)
    head = json.dumps(_around(slides), ensure_ascii=False).removesuffix("]}")
    path.write_text(f"{head}\n{slides}\n]}}", encoding="utf-8")
    return load(Request(path, (BASE,)))


def _refused(folder: Path, slides: Sequence[dict[str, Any]]) -> list[list[Problem]]:
    """What is told of these slides as errors, where all stand in one deck; behind them what is told
    of none of them. What is wrong in one way may hide what is wrong in another."""
    found: list[list[Problem]] = [[] for _ in (*slides, None)]
    deck = [{**slide, "id": f"slide-{number}"} for number, slide in enumerate(slides)]
    for problem in _loaded(folder, deck).problems:
        at = problem.mark.line - 2 if problem.mark.file == "one.yaml" else -1
        if problem.severity == "error":
            found[at if 0 <= at < len(slides) else -1].append(problem)
    return found


def _told(folder: Path, slide: dict[str, Any]) -> tuple[list[Problem], list[str]]:
    """What is told of a deck with this slide, and what a reader would see go wrong untold."""
    first = {"id": "part", "kind": "section", "title": "一部分"}
    last = {"id": "slide", "kind": "cards", "title": "三件事", "cards": ["甲", "乙"]}
    loaded = _loaded(folder, [first, slide, last])
    told = list(loaded.problems)
    if loaded.problems.fatal:
        return told, []
    scene, found = composed(loaded.briefs[BASE])
    much = [problem for problem in found if problem.code in TOO_MUCH]
    silent = [fault.what for fault in faults(scene) if not any(tells(p, fault) for p in much)]
    return [*told, *found], silent


def _cases(kind: str) -> Iterator[Case]:
    seen: set[Path_] = set()
    for slide in _slides(kind):
        for at, field in _places(kinds()[kind].fields, slide, ()):
            general = tuple(key for key in at if isinstance(key, str))
            if general not in seen:
                seen.add(general)
                yield slide, at, field


def _given(slide: dict[str, Any], at: Path_, field: Field) -> Iterator[tuple[object, bool]]:
    """What a field is given in a slide, and whether it cannot take it."""
    old: Any = slide
    for key in at:
        old = old.get(key) if isinstance(old, dict) else old[key]
    wrong = list(_wrong(field))
    yield from ((value, value in wrong) for value in (*wrong, _long(field, old), "", [], {}))


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(kinds().built_in))
def test_each_field_takes_what_it_is_given_or_says_why_not(kind: str, folder: Path) -> None:
    cases = [
        (slide, at, value, wrong)
        for slide, at, field in _cases(kind)
        for value, wrong in _given(slide, at, field)
    ]
    *refused, elsewhere = _refused(folder, [_changed(*case[:3]) for case in cases])
    unsaid = [f"{each} is told of no slide" for each in elsewhere]
    befores: dict[str, list[str]] = {}
    for (slide, at, value, wrong), errors in zip(cases, refused, strict=True):
        said = f"{at} = {str(value)[:40]!r}"
        if not errors:
            if slide["id"] not in befores:
                befores[slide["id"]] = _told(folder, slide)[1]
            told, silent = _told(folder, _changed(slide, at, value))
            unsaid += [f"{said}: {each}" for each in silent if each not in befores[slide["id"]]]
            errors = [each for each in told if each.severity == "error"]
        if wrong and not errors:
            unsaid.append(f"{said}: taken without a word")
        unsaid += [
            f"{said}: {each} has no place or no hint"
            for each in errors
            if not each.mark.line or each.mark.file != "one.yaml" or not each.hint
        ]
    assert unsaid == []
