"""Outlines of chance that say what they hold: texts, cells, values, notes and links, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

# Words of two hanzi, none of which is a number, a unit or a qualifier.
_FIRST = "山江湖海林桥街园港湾岛塔楼亭渡坊巷堤泉溪"
_SECOND = "风云雨雪霞光影声色香石木竹松梅兰菊荷柳桂"
HEAD = """\
brief: {slug: chance, title: 一份演示, language: zh-Hans}
"""


@dataclass
class Said:
    """What one slide has to say: `texts` in order; the rows of its table; the values of its chart,
    by category and series; notes; links by their words."""

    title: str
    texts: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    series: dict[str, list[Decimal]] = field(default_factory=dict)
    categories: list[str] = field(default_factory=list)
    notes: str = ""
    links: dict[str, str] = field(default_factory=dict)


@dataclass
class Chance:
    """Words that come once alone, values, and addresses, drawn from one seed."""

    random: Random
    used: set[str] = field(default_factory=set)

    def words(self, count: int) -> str:
        while True:
            made = "".join(
                self.random.choice(_FIRST) + self.random.choice(_SECOND) for _ in range(count)
            )
            if not any(made in other or other in made for other in self.used):
                self.used.add(made)
                return made

    def value(self) -> Decimal:
        return Decimal(self.random.randint(10, 99_999)).scaleb(-self.random.choice((0, 1, 2)))

    def link(self) -> str:
        return f"https://www.example.org/{self.random.randrange(10**9)}?a=1&b=2"


def _bullets(chance: Chance) -> tuple[list[str], Said]:
    said = Said(chance.words(4))
    points = []
    for _ in range(chance.random.randint(2, 5)):
        words = chance.words(chance.random.randint(2, 6))
        said.texts.append(words)
        points.append(words)
    if chance.random.random() < 0.5:
        shown, address = chance.words(2), chance.link()
        said.links[shown] = address
        said.texts.append(shown)
        points.append(f"[{shown}]({address})")
    return ["kind: bullets", f"points: {points!r}"], said


def _text(chance: Chance) -> tuple[list[str], Said]:
    said = Said(chance.words(4), [chance.words(chance.random.randint(5, 20))])
    return ["kind: text", f"text: {said.texts[0]!r}"], said


def _table(chance: Chance) -> tuple[list[str], Said]:
    columns, rows = chance.random.randint(2, 5), chance.random.randint(1, 6)
    said = Said(chance.words(4))
    said.cells = [[chance.words(2) for _ in range(columns)] for _ in range(rows + 1)]
    fields = ["kind: table", f"header: {said.cells[0]!r}", f"rows: {said.cells[1:]!r}"]
    return fields, said


def _columns(chance: Chance) -> tuple[list[str], Said]:
    kind = chance.random.choice(("column", "bar", "trend", "grouped"))
    count, most = (2, 3) if kind == "grouped" else (1, 6)
    said = Said(chance.words(4))
    said.categories = [chance.words(1) for _ in range(chance.random.randint(3, most))]
    said.series = {chance.words(2): [chance.value() for _ in said.categories] for _ in range(count)}
    rows = [
        [name, *(str(values[at]) for values in said.series.values())]
        for at, name in enumerate(said.categories)
    ]
    header = [chance.words(1), *said.series]
    return [f"kind: {kind}", f"header: {header!r}", f"rows: {rows!r}"], said


def _columns_two(chance: Chance) -> tuple[list[str], Said]:
    said = Said(chance.words(4))
    sides = []
    for name in ("left", "right"):
        head, points = (
            chance.words(2),
            [chance.words(3) for _ in range(chance.random.randint(2, 4))],
        )
        said.texts += [head, *points]
        sides.append(f"{name}: {{head: {head}, points: {points!r}}}")
    return ["kind: two-column", *sides], said


def _section(chance: Chance) -> tuple[list[str], Said]:
    said = Said(chance.words(3), [chance.words(5)])
    return ["kind: section", f"lead: {said.texts[0]}"], said


_KINDS: tuple[Callable[[Chance], tuple[list[str], Said]], ...] = (
    _bullets, _text, _table, _columns, _columns_two, _section,
)  # fmt: skip


def outline(seed: int, slides: int) -> tuple[str, list[Said]]:
    """An outline in YAML with so many slides, and what each of them has to say."""
    chance = Chance(Random(seed))
    lines, expected = [HEAD, "deck:"], []
    for number in range(slides):
        fields, said = chance.random.choice(_KINDS)(chance)
        if chance.random.random() < 0.6:
            said.notes = chance.words(chance.random.randint(4, 12))
            fields.append(f"notes: {said.notes}")
        lines.append(f"  - id: s{number}")
        lines += [f"    {each}" for each in (f"title: {said.title}", *fields)]
        expected.append(said)
    return "\n".join(lines) + "\n", expected
