"""Any slide of any length: every word in its box, or a clear error where it was written."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import pytest
from composing import composed
from faults import TOO_MUCH, faults, tells
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, brief
from stray import picture

from briefgen.brief.model import Brief
from briefgen.checks.verify import verify
from briefgen.problems import Problem, Problems
from briefgen.render.pptx import render
from briefgen.scene.scene import Scene

WORDS = (
    "推动科技与产业双向奔赴 “六个全力” 1.3万家 、 AI算力 Guangzhou 100公里 ； 城中村改造 —— "
    "《报告》 力争1000亿元 ， 打造 ： EH216 的 。"
).split()
FIGURES = ("output", "firms")


def said(most: int) -> st.SearchStrategy[str]:
    """Words one after the other, `most` of them at the most."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=most).map("".join)


def listed(item: st.SearchStrategy[object], least: int, most: int) -> st.SearchStrategy[object]:
    return st.lists(item, min_size=least, max_size=most)


def slide(kind: str, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    made = {"kind": st.just(kind), "title": said(4), **fields}
    return st.fixed_dictionaries(made, optional={"note": said(3)})


def closing(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    made = {"kind": st.just("closing"), "title": said(4)}
    return st.fixed_dictionaries(made, optional=fields)


def tree(levels: int) -> st.SearchStrategy[object]:
    """A unit with units below it."""
    name = said(2)
    if not levels:
        return name
    below = listed(st.one_of(name, tree(levels - 1)), 1, 3)
    return st.fixed_dictionaries({"name": name}, optional={"below": below, "text": name})


def slides(most: int) -> st.SearchStrategy[dict[str, object]]:
    """A slide of one of the kinds that set running text, of texts up to `most` words long."""
    text, name, figure = said(most), said(2), st.sampled_from(FIGURES)
    point = st.fixed_dictionaries({"head": name, "text": text})
    card = st.fixed_dictionaries(
        {"head": name, "text": text}, optional={"figure": figure, "icon": st.just("car")}
    )
    shown = st.one_of(figure, st.fixed_dictionaries({"figure": figure, "label": name}))
    side = st.fixed_dictionaries({"head": name, "points": listed(text, 1, 5)})
    action = st.fixed_dictionaries({"item": text, "owner": name, "due": name})
    event = st.fixed_dictionaries({"when": name, "what": text})
    bar = st.tuples(said(1), st.integers(1, 9999).map(str)).map(list)
    amount = st.integers(1, 9999).map(str)
    deep = st.one_of(text, st.fixed_dictionaries({"text": name, "points": listed(text, 1, 3)}))
    half = st.one_of(
        st.fixed_dictionaries({"points": listed(deep, 1, 5)}, optional={"head": name}),
        st.fixed_dictionaries({"text": listed(text, 1, 3)}, optional={"head": name}),
        st.fixed_dictionaries({"figures": listed(shown, 1, 4)}, optional={"head": name}),
    )
    return st.one_of(
        slide(
            "bullets", points=listed(deep, 1, 14), numbered=st.sampled_from(("no", "yes", "一、"))
        ),
        slide("bullets", points=listed(deep, 1, 8), lead=text),
        slide("text", text=listed(text, 1, 6)),
        slide("text", text=listed(text, 1, 4), figure=shown),
        slide("two-column", left=half, right=half),
        slide("org", top=tree(3)),
        slide(
            "matrix",
            fields=listed(
                st.fixed_dictionaries({"head": name, "points": listed(text, 1, 4)}), 4, 4
            ),
            up=name,
            across=name,
        ),
        slide(
            "gantt",
            periods=st.just(["一季度", "二季度", "三季度", "四季度"]),
            tasks=listed(
                st.fixed_dictionaries(
                    {"name": text, "start": st.sampled_from(("1", "2"))},
                    optional={"until": st.sampled_from(("2", "4")), "text": name},
                ),
                1,
                14,
            ),
        ),
        slide(
            "layers",
            layers=listed(
                st.fixed_dictionaries({"head": name}, optional={"parts": listed(name, 1, 12)}), 2, 6
            ),
        ),
        slide("pyramid", tiers=listed(st.one_of(name, point), 3, 6)),
        slide("cycle", steps=listed(st.one_of(name, point), 3, 6), centre=name),
        slide("summary", points=listed(point, 2, 12)),
        slide("cards", cards=listed(card, 2, 8)),
        slide("kpi", figures=listed(shown, 2, 9)),
        slide("compare", left=side, right=side),
        slide("actions", items=listed(action, 1, 9)),
        slide("timeline", events=listed(event, 2, 14)),
        slide("process", steps=listed(st.one_of(name, point), 2, 7)),
        slide("process", steps=listed(name, 2, 7)),
        slide(
            "image",
            images=listed(
                st.fixed_dictionaries(
                    {"file": st.just("photo.png"), "caption": text}, optional={"credit": name}
                ),
                2,
                4,
            ),
        ),
        slide("text", text=listed(text, 1, 3), image=st.just("photo.png")),
        closing(
            lines=listed(text, 0, 8),
            contact=st.fixed_dictionaries({"name": name, "phone": st.just("020-1234 5678")}),
        ),
        slide("pie", header=st.just(["业", "产值（亿元）"]), rows=listed(bar, 2, 9)),
        slide(
            "part-whole",
            header=st.just(["业", "产值（亿元）"]),
            whole=st.just("合计"),
            rows=listed(bar, 1, 8).map(lambda rows: [*rows, ["合计", "99999"]]),
        ),
        slide(
            "combo",
            header=st.just(["年", "产值（亿元）", "增速（%）"]),
            rows=listed(st.tuples(said(1), amount, amount).map(list), 2, 9),
            points=listed(text, 0, 3),
        ),
        slide(
            "scatter",
            header=st.just(["区", "人口（万人）", "产值（亿元）"]),
            rows=listed(st.tuples(said(1), amount, amount).map(list), 3, 14),
        ),
        slide("big-number", figure=figure, label=name, points=listed(point, 0, 3)),
        slide(
            "bar",
            header=st.just(["区", "产值（亿元）"]),
            rows=listed(bar, 2, 8),
            claim=name,
            points=listed(text, 0, 3),
        ),
        st.integers(2, 5).flatmap(
            lambda columns: slide(
                "table",
                header=listed(name, columns, columns),
                rows=listed(listed(st.one_of(st.just(""), text), columns, columns), 1, 9),
            )
        ),
    )


def deck(made: dict[str, object]) -> tuple[Brief, Scene, list[Problem]]:
    """The brief and the deck of one slide, and what was found in composing it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "photo.png").write_bytes(picture("grey", 1600, 1000))
        outline = OUTLINE + TOPICS + "deck:\n- " + json.dumps(made, ensure_ascii=False) + "\n"
        read = brief(Path(folder), outline)
        return read, *composed(read)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from((2, 6, 20)).flatmap(slides))
@pytest.mark.slow
def test_any_slide_is_sound_or_told(made: dict[str, object]) -> None:
    read, scene, problems = deck(made)
    told = [problem for problem in problems if problem.code in TOO_MUCH]
    silent = [
        fault.what for fault in faults(scene) if not any(tells(problem, fault) for problem in told)
    ]
    assert silent == []
    for problem in told:
        assert re.match(r"content/outline\.yaml:[1-9]\d*:[1-9]\d*: error: ", str(problem))
        assert problem.hint
    data = render(scene)
    assert len(data) > 10_000
    if not any(problem.severity == "error" for problem in problems):
        held = Problems()
        verify({"x.pptx": data}, read, scene, held)
        assert list(held) == []
