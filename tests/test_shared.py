"""What audiences have in common is composed once, and nobody can tell."""

from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, project

from briefgen.build import Report, Request, build
from briefgen.pages import shared

BASE = OUTLINE + TOPICS + DECK
AUDIENCES = {
    "one": "brief: {subtitle: 给第一组}",
    "two": "brief: {subtitle: 给第二组}",
    "three": "deck: {set: {one: {title: 另一句话}}}",
    "four": "brief: {footer: 另一页脚}",
    "five": "deck: {drop: [part]}",
    "six": "theme: pearl-river",
    "seven": "figures: {set: {output: {label: {zh: 总产值}}}}",
    "eight": "language: zh-Hant",
}


def files(report: Report) -> dict[str, bytes]:
    return {name: data for one in report.made for name, data in one.files.items()}


@pytest.mark.slow
def test_decks_are_the_same_bytes_as_when_built_alone(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, **AUDIENCES)
    together = files(build(Request(path, formats=("deck",), jobs=1)))
    assert len(together) == len(AUDIENCES) + 1
    for name in ("base", *AUDIENCES):
        for file, data in files(build(Request(path, (name,), formats=("deck",), jobs=1))).items():
            assert together[file] == data, file


def test_common_slides_are_composed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project(tmp_path, BASE, one=AUDIENCES["one"], two=AUDIENCES["two"])
    composed: list[str] = []
    real = shared.kinds()["kpi"].compose
    kind = shared.replace(
        shared.kinds()["kpi"],
        compose=lambda fields, slide, ctx: composed.append(slide.id) or real(fields, slide, ctx),
    )
    known = dict(shared.kinds()) | {"kpi": kind}
    monkeypatch.setattr(shared, "kinds", lambda: known)
    build(Request(path, formats=("deck",), jobs=1))
    assert composed == ["numbers"]


def test_what_is_found_in_a_common_slide_is_told_to_each(tmp_path: Path) -> None:
    """What a slide had to be fitted with stands among the findings of every audience."""
    long = "；".join(["全市产值{output}，拥有{firms}企业"] * 18)
    text = BASE.replace("text: 打造创新轴。", f"text: '{long}。'")
    path = project(tmp_path, text, one=AUDIENCES["one"], two=AUDIENCES["two"])
    found = [one.problems for one in build(Request(path, formats=("deck",), jobs=1)).made]
    assert [problem.code for problem in found[0]] == ["fitted"]
    assert found[0] == found[1] == found[2]
