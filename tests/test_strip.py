"""The leading figures of a printed page stand side by side, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import composed
from outlines import loaded, project

from briefgen.scene.items import Rule
from briefgen.scene.walk import walk

AMOUNTS = ("USD 44.2 million", "RMB 75,180", "USD 293.6 million", "USD 838.5 million")

# So many words that the page is set in a usual size.
WORDS = ", ".join(
    f"{{zh: 第{n}件事要办好，办实，办成群众满意的事, en: The company operates stores in {n} places "
    "and invests in its distribution}"
    for n in "一二三四"
)


def outline(language: str) -> str:
    figures = "".join(
        f'  f{n}: {{value: "{amount}", label: {{zh: 第{n}项, en: Figure {n}}}, kind: actual, '
        f'source: article, quote: "{amount}"}}\n'
        for n, amount in enumerate(AMOUNTS)
    )
    return (
        f"brief: {{slug: strip, title: {{zh: 四项, en: Four}}, language: {language}}}\n"
        "sources:\n  article: {file: seeds/article.txt, title: A}\n"
        f"figures:\n{figures}"
        "topics:\n"
        f"  - {{id: t1, name: {{zh: 甲, en: First}}, measures: [{WORDS}]}}\n"
        f"  - {{id: t2, name: {{zh: 乙, en: Second}}, measures: [{WORDS}]}}\n"
        "page: {style: article, figures: [f0, f1, f2, f3]}\n"
    )


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_four_figures_stand_two_by_two(tmp_path: Path, language: str) -> None:
    path = project(tmp_path, outline(language))
    (tmp_path / "seeds/article.txt").write_text(". ".join(AMOUNTS), encoding="utf-8")
    read, found = loaded(path, "")
    assert read, "\n".join(map(str, found))
    scene, problems = composed(read, "brief")
    assert [str(each) for each in problems if each.severity == "error"] == []
    rules = [
        item
        for page in scene.pages
        for item in walk(page.items)
        if isinstance(item, Rule) and item.name.kind == "heading-rule" and item.name.of[:1] == "f"
    ]
    assert len({rule.x1 for rule in rules}) == len({rule.y1 for rule in rules}) == 2
    assert len(rules) == len(AMOUNTS)
