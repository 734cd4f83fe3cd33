"""Turn an outline and its audiences into a matrix: which slide, topic and figure goes to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from briefgen.brief.model import Brief
from briefgen.brief.roles import references
from briefgen.build import load, stop_at_errors
from briefgen.facts.quantity import display
from briefgen.formats import FORMATS, USUAL, composed
from briefgen.messages.answers import answer
from briefgen.messages.entry import Tongue
from briefgen.pages.shared import Shared
from briefgen.pages.storyline import storyline
from briefgen.problems import Problems, plain
from briefgen.record import Record
from briefgen.report import Loaded
from briefgen.request import Request
from briefgen.scene.scene import Scene

if TYPE_CHECKING:
    from rich.table import Table

Part = Literal["slide", "topic", "figure"]
# The files of an audience that a figure can stand in: "d" the deck, "p" the printed page.
_MARKS = {name: "d" if FORMATS[name].counts == "slides" else "p" for name in USUAL}


class Column(Record, kw_only=True):
    """An audience, and how it is addressed."""

    name: str
    title: str
    language: str
    theme: str
    extends: tuple[str, ...]
    minutes: str
    withheld: int


class Row(Record):
    """A slide, topic or figure, and where each audience meets it: "d" in the deck, "p" on the
    printed page, "dp" in both; absent from `seen` where it does not."""

    part: Part
    id: str
    words: str
    seen: Mapping[str, str]


class Matrix(Record):
    """The audiences, the outline itself first, and the rows: slides, topics, figures."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    # What was found while the pages were composed.
    problems: Problems


def audiences(request: Request) -> Matrix:
    """The matrix of the audiences asked for. Raises ContentError where the content has errors."""
    loaded = load(request)
    stop_at_errors(loaded.problems, request.strict)
    shared = Shared()
    shown = {
        name: {
            mark: _shown(composed(brief, loaded.themes[name], format, loaded.problems, shared))
            for format, mark in _MARKS.items()
        }
        for name, brief in loaded.briefs.items()
    }
    columns = tuple(_column(name, brief, loaded) for name, brief in loaded.briefs.items())
    briefs = loaded.briefs
    rows = (*_slides(briefs), *_topics(briefs), *_figures(briefs, shown))
    return Matrix(columns, rows, loaded.problems)


def _shown(scene: Scene) -> tuple[str, ...]:
    """The figures that the pages of one output show."""
    pages = (page for page in scene.pages if not page.hidden)
    return tuple(dict.fromkeys(figure for page in pages for figure in page.figures))


def _column(name: str, brief: Brief, loaded: Loaded) -> Column:
    return Column(
        name=name,
        title=str(brief.audience_name) or name,
        language=brief.tag,
        theme=brief.theme,
        extends=loaded.reads[name].files[:-1],
        minutes=str(brief.occasion.minutes or ""),
        withheld=len(brief.withheld),
    )


def _slides(briefs: Mapping[str, Brief]) -> Iterable[Row]:
    """The slides in the order of the outline's deck, each added one after the one it follows."""
    words: dict[str, str] = {}
    seen: dict[str, dict[str, str]] = {}
    order: list[str] = []
    for name, brief in briefs.items():
        before = ""
        for slide in brief.deck or storyline(brief):
            if slide.id not in seen:
                order.insert(order.index(before) + 1 if before else 0, slide.id)
            seen.setdefault(slide.id, {})[name] = "d"
            if not words.get(slide.id):
                words[slide.id] = str(slide.title) or slide.kind
            before = slide.id
    return [Row("slide", id, words[id], seen[id]) for id in order]


def _topics(briefs: Mapping[str, Brief]) -> Iterable[Row]:
    rows: dict[str, tuple[str, dict[str, str]]] = {}
    for name, brief in briefs.items():
        page = {ref.id for ref in brief.page.topics} or {topic.id for topic in brief.topics}
        slides = brief.deck or storyline(brief)
        all_of_them = any(slide.kind == "topics" for slide in slides)
        named = (ref for slide in slides for ref in references(slide.fields))
        deck = {ref.id for thing, ref in named if thing == "topic"}
        for topic in brief.topics:
            where = ("d" if all_of_them or topic.id in deck else "") + (
                "p" if topic.id in page else ""
            )
            _, seen = rows.setdefault(topic.id, (str(topic.name), {}))
            if where:
                seen[name] = where
    return [Row("topic", id, words, seen) for id, (words, seen) in rows.items()]


def _figures(
    briefs: Mapping[str, Brief], shown: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> Iterable[Row]:
    """The figures in the ledger's order, those that nobody meets too."""
    rows: dict[str, tuple[str, dict[str, str]]] = {}
    for name, brief in briefs.items():
        for id, figure in brief.figures.items():
            label = figure.label.get(brief.language) or next(iter(figure.label.values()), "")
            words = f"{label} {display(figure.quantity, brief.tag)}"
            _, seen = rows.setdefault(id, (words, {}))
            where = "".join(key for key, ids in shown[name].items() if id in ids)
            if where:
                seen[name] = where
    return [Row("figure", id, words, seen) for id, (words, seen) in rows.items()]


def as_dict(matrix: Matrix) -> dict[str, object]:
    """The matrix as it goes into JSON."""
    formats = {mark: name for name, mark in _MARKS.items()}
    return {
        "audiences": [
            {
                "name": each.name,
                "title": each.title,
                "language": each.language,
                "theme": each.theme,
                "extends": list(each.extends),
                "minutes": each.minutes,
                "withheld": each.withheld,
            }
            for each in matrix.columns
        ],
        **{
            f"{part}s": [
                {
                    "id": row.id,
                    "words": row.words,
                    "seen": {
                        name: [formats[mark] for mark in where] for name, where in row.seen.items()
                    },
                }
                for row in matrix.rows
                if row.part == part
            ]
            for part in ("slide", "topic", "figure")
        },
    }


def as_table(matrix: Matrix, tongue: Tongue) -> Table:
    """The matrix as a table for the terminal, a column for each audience."""
    from rich.table import Table
    from rich.text import Text

    marks = {"d": "●", "p": "○", "dp": "◉"}
    table = Table(box=None, pad_edge=False, caption=answer("marks", tongue))
    table.add_column("", no_wrap=True)
    table.add_column("", overflow="ellipsis", no_wrap=True, max_width=40)
    for column in matrix.columns:
        table.add_column(Text(plain(column.name)), justify="center", no_wrap=True)
    said = (
        ("", "row-name", [each.title for each in matrix.columns]),
        ("", "row-language", [each.language for each in matrix.columns]),
        ("", "row-theme", [each.theme for each in matrix.columns]),
        ("", "row-withheld", [str(each.withheld or "") for each in matrix.columns]),
    )
    for first, label, cells in said:
        table.add_row(first, answer(label, tongue), *(Text(plain(cell)) for cell in cells))
    before = ""
    for row in matrix.rows:
        if row.part != before:
            table.add_section()
            table.add_row(f"[bold]{answer(f'{row.part}s', tongue)}[/bold]")
        before = row.part
        cells = [marks.get(row.seen.get(each.name, ""), "·") for each in matrix.columns]
        table.add_row(Text(plain(row.id)), Text(plain(row.words)), *cells)
    return table
