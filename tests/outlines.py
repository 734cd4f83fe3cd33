"""Small projects on disk, and the ways from their files to briefs."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from briefgen.brief.model import Brief
from briefgen.kinds import kinds
from briefgen.outline.load import Project
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, Sequence
from briefgen.outline.reading.read import read
from briefgen.problems import Problem, Problems

ARTICLE = "去年全市产值超3200亿元，拥有1.3万家企业。\n首期投入2亿元，总规模10亿元。\n"

OUTLINE = """\
brief:
  slug: demo
  title: {zh: 示例, en: Demo}
  date: 2024-02
sources:
  article: {file: seeds/article.txt, title: 报道}
figures:
  output:
    value: 3200亿元
    qualifier: 超
    kind: actual
    label: {zh: 产值, en: Output}
    quote: 去年全市产值超3200亿元
  firms:
    value: 1.3万家
    kind: stock
    label: {zh: 企业, en: Firms}
    quote: 拥有1.3万家企业
"""

TOPICS = """\
topics:
  - id: first
    name: 创新
    effort: 全力创新
    goal: 创新澎湃
    summary: 全市产值{output}。
    measures:
      - {head: 成轴, text: 打造创新轴。}
    figures: [output]
  - id: second
    name: 实体
    effort: 全力实干
    goal: 实体雄厚
    summary: 拥有{firms}企业。
    measures:
      - {head: 做强, text: 做强实体。}
    figures: [firms]
"""

DECK = """\
deck:
  - {id: cover, kind: cover}
  - {id: part, kind: section, title: 第一部分}
  - {id: numbers, kind: kpi, title: '产值{output}', figures: [output, firms]}
  - {id: one, kind: topic, topic: first, title: 创新成轴}
  - {id: two, kind: topic, topic: second, title: 做强实体}
  - {id: end, kind: closing, title: 谢谢}
"""


def project(folder: Path, outline: str = OUTLINE + TOPICS, **audiences: str) -> Path:
    """Write a project with this outline and these audiences; the outline's path."""
    for name in ("content/audiences", "seeds"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "seeds/article.txt").write_text(ARTICLE, encoding="utf-8")
    path = folder / "content/outline.yaml"
    path.write_text(dedent(outline), encoding="utf-8")
    for name, text in audiences.items():
        file = folder / f"content/audiences/{name}.yaml"
        file.write_text(dedent(text), encoding="utf-8")
    return path


def made_in(folder: Path) -> dict[str, bytes]:
    """The files that stand in a folder by name, sorted, without the record of what was written."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def brief(folder: Path, outline: str = OUTLINE + TOPICS, audience: str = "") -> Brief:
    """The brief of a sound outline."""
    made, found = loaded(project(folder, outline), audience)
    assert made is not None, "\n".join(map(str, found))
    return made


def loaded(outline: Path, audience: str = "") -> tuple[Brief | None, list[Problem]]:
    """What comes of an outline on disk: the brief, and the problems in order."""
    problems = Problems()
    made = Project.read(outline, problems).brief(audience, kinds(), problems)
    return made and made.brief, list(problems)


def found_in(folder: Path, outline: str) -> list[str]:
    """The problems of an outline as a person reads them."""
    return [str(problem) for problem in loaded(project(folder, outline))[1]]


def nodes(text: str, file: str = "outline.yaml") -> Mapping:
    """The nodes of sound YAML."""
    problems = Problems()
    node = read(dedent(text).encode(), file, problems)
    assert isinstance(node, Mapping)
    assert not list(problems)
    return node


def plain(node: Node | None) -> object:
    """Nodes as dicts, lists and strings, to be compared."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()} if node else None
