"""Topics of any content: a name is enough, and what is not said stands nowhere."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from composing import composed
from faults import faults, texts
from outlines import OUTLINE, brief

from briefgen.scene.items import Page, Table
from briefgen.scene.walk import walk

FIELDS = {
    "effort": "effort: 渠道下沉",
    "goal": "goal: 县县有网点",
    "summary": "summary: 渠道下沉，老客户复购。",
    "measures": "measures: [{head: 渠道, text: 下沉到县域}, 老客户复购]",
    "figures": "figures: [output]",
}
SETS = [
    tuple(field for field, has in zip(FIELDS, said, strict=True) if has)
    for said in product((False, True), repeat=len(FIELDS))
]


def outline(*topics: tuple[str, ...], style: str = "picture") -> str:
    made = ""
    for n, fields in enumerate(topics):
        said = ", ".join((f"id: t{n}", f"name: 主题{n}", *(FIELDS[each] for each in fields)))
        made += f"  - {{{said}}}\n"
    return OUTLINE + f"topics:\n{made}page: {{style: {style}}}\n"


def words(page: Page) -> str:
    said = [paragraph.text for text in texts(page) for paragraph in text.paragraphs]
    return "\n".join(said)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["deck", "brief", "long", "article"])
@pytest.mark.parametrize("fields", SETS)
def test_a_topic_of_any_fields_is_set(tmp_path: Path, fields: tuple[str, ...], form: str) -> None:
    style = "article" if form == "article" else "picture"
    read = brief(tmp_path, outline(fields, ("goal",), (), style=style))
    scene, problems = composed(read, "brief" if form == "article" else form)
    assert [str(each) for each in problems if each.severity == "error"] == []
    assert [fault.what for fault in faults(scene)] == []
    said = "".join(map(words, scene.pages))
    assert "→ \n" not in said
    assert "：\n" not in said
    for name in ("主题0", "主题1", "主题2"):
        assert name in said


def test_columns_of_topics_that_would_be_empty_are_left_out(tmp_path: Path) -> None:
    def heads(name: str, *topics: tuple[str, ...]) -> list[str]:
        scene, _ = composed(brief(tmp_path / name, outline(*topics)))
        (page,) = [page for page in scene.pages if page.id == "topics"]
        (table,) = [item for item in walk(page.items) if isinstance(item, Table)]
        return ["".join(p.text for p in cell.paragraphs) for cell in table.cells[0]]

    assert heads("all", ("effort", "goal", "figures"), ()) == ["举措", "目标", "标志性数字", ""]
    assert heads("goals", ("goal",), ()) == ["专题", "目标"]
    assert heads("figures", ("figures", "effort"), ()) == ["举措", "标志性数字", ""]
    assert heads("names", (), ("summary",)) == ["专题"]


def test_a_topic_with_nothing_but_its_name_has_no_slide_by_itself(tmp_path: Path) -> None:
    scene, _ = composed(brief(tmp_path, outline(("measures",), (), ("goal",))))
    ids = [page.id for page in scene.pages]
    assert "topic-t0" in ids
    assert "topic-t1" not in ids
    assert "topic-t2" in ids
    (goal,) = [page for page in scene.pages if page.id == "topic-t2"]
    assert words(goal).count("县县有网点") == 1
