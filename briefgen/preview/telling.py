"""Turn what is shown into JSON for the page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from briefgen.facts.quantity import display
from briefgen.kinds import called
from briefgen.messages.entry import TONGUES
from briefgen.parts.movement import TIMED
from briefgen.parts.trail import HEAD
from briefgen.preview.places import lines_of, notes_of, page_of, quoted
from briefgen.preview.session import Content, Session, Shown
from briefgen.problems import Problem, Problems, plain
from briefgen.scene.items import Page
from briefgen.scene.scene import Scene
from briefgen.theme.load import theme_names
from briefgen.theme.model import Theme
from briefgen.typography.fonts import FontFile

# Of a line of a file that is told with an error no more characters than these.
_LONGEST = 200


def state(
    shown: Shown, known: Collection[str], follow: int | None, root: Path
) -> dict[str, object]:
    """What a view shows; of drawings those whose keys are not `known`. `follow` is the slide that
    was just written at; files are named as seen from `root`."""
    content = shown.content
    drawings = (*shown.slides, *shown.sheets)
    return {
        "kind": "state",
        "complete": shown.complete,
        "number": shown.number,
        "view": {"audience": shown.view.audience, "theme": shown.view.theme},
        "stale": shown.stale,
        "follow": follow,
        "problems": [*_found(shown), *_printed(shown)],
        "excerpt": _excerpt(shown, root),
        "stages": {
            "read": shown.stages.read,
            "compose": shown.stages.compose,
            "draw": shown.stages.draw,
            "printed": shown.stages.printed,
        },
        "slides": _slides(content) if content else [],
        "sheets": [each.key for each in shown.sheets],
        "about": _about(content) if content else None,
        "drawings": {each.key: each.svg for each in drawings if each.key not in known},
    }


def choices(session: Session) -> dict[str, object]:
    """The audiences and themes that there are to switch to; themes with their names."""
    themes = theme_names(Problems(), session.outline.parent / "themes")
    return {"kind": "choices", "audiences": list(session.audiences), "themes": themes}


def _excerpt(shown: Shown, root: Path) -> list[tuple[int, str]]:
    """Of what is not shown: the line of the first error as it stands in its file, and those beside
    it, with their numbers; nothing where there is no such line."""
    first = next((each.mark for each in shown.found if each.severity == "error"), None)
    if not shown.stale or first is None or not first.line:
        return []
    path = (root / first.file).resolve()
    if not path.is_relative_to(root.resolve()):
        return []
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    if first.line > len(lines):
        return []
    begin = max(first.line - 2, 0)
    return [
        (number, line[:_LONGEST])
        for number, line in enumerate(lines[begin : first.line + 1], begin + 1)
    ]


def _found(shown: Shown) -> list[dict[str, object]]:
    """The problems of the outline and of its slides: each with the words that it is about, and
    the slide on which they stand."""
    said = told(shown.found)
    words = quoted(shown.content) if shown.content and said else {}
    lines = lines_of(shown.slides) if said else {}
    for problem, entry in zip(shown.found, said, strict=True):
        mark = problem.mark
        entry["quote"] = words.get(mark, "")
        entry["page"] = page_of(lines, mark.file, mark.line)
    return said


def _printed(shown: Shown) -> list[dict[str, object]]:
    """The problems of the printed page, each with the words that it is about."""
    if shown.stale or shown.printed is None:
        return []
    words = quoted(shown.content) if shown.content and shown.printed.problems else {}
    said = told(shown.printed.problems)
    for problem, entry in zip(shown.printed.problems, said, strict=True):
        entry["quote"] = words.get(problem.mark, "")
        entry["sheet"] = True
    return said


def told(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Problems, each in both languages."""
    return [
        {
            "code": each.code,
            "severity": each.severity,
            "file": each.mark.file,
            "line": each.mark.line,
            "column": each.mark.column,
            "said": {tongue: plain(each.sentence(tongue)) for tongue in TONGUES},
            "hint": {tongue: plain(each.advice(tongue)) for tongue in TONGUES},
        }
        for each in problems
    ]


def _about(content: Content) -> dict[str, object]:
    brief = content.brief
    most = brief.occasion.minutes
    return {
        "title": str(brief.title),
        "language": brief.tag,
        "minutes": float(most) if most is not None else None,
        "figures": {
            id: str(display(figure.quantity, brief.tag)) for id, figure in brief.figures.items()
        },
        "faces": {path.stem: face_path(path) for path in own_faces(content.theme)},
        "theme": content.theme.id,
        "ratio": round(content.deck.width / content.deck.height, 4),
        "proved": _proved(content),
        "traced": _traced(content),
    }


def _proved(content: Content) -> list[int]:
    """How many of the figures that stand on slides are proved, and how many there are."""
    there = {id for each in content.slides for id in each.page.figures}
    known = content.ledger.proofs.keys() | content.brief.attached.cells.keys()
    return [len(there & known), len(there)]


def _traced(content: Content) -> dict[str, int]:
    """What the figures that stand on slides were found in: how many in a sentence of a source, in a
    row of a data file, how many are computed from others, and how many there are."""
    there = {id for each in content.slides for id in each.page.figures}
    proofs, cells = content.ledger.proofs, content.brief.attached.cells
    rows = there & cells.keys()
    proved = [proofs[id] for id in there - rows if id in proofs]
    sentences = sum(1 for each in proved if each.place)
    return {
        "sentences": sentences,
        "rows": len(rows),
        "computed": sum(1 for each in proved if each.inputs and not each.place),
        "total": len(there),
    }


def own_faces(theme: Theme) -> Iterator[Path]:
    """The project's own font files that texts are shown in."""
    for family in (*theme.print_face.text, *theme.print_face.latin):
        if isinstance(family, FontFile):
            yield family.path


def face_path(path: Path) -> str:
    """Under which path of the site a project's font file is found."""
    return f"face/{sha256(str(path).encode()).hexdigest()[:16]}"


def _slides(content: Content) -> list[dict[str, object]]:
    """An entry for each slide. The minutes of a slide are counted on its first page."""
    sections, minutes = _sections(content.deck), _minutes(content)
    heads = {HEAD[1], content.brief.in_script(HEAD[0])}
    timed = (TIMED[1], content.brief.in_script(TIMED[0]))
    return [
        {
            "key": drawn.key,
            "id": drawn.page.id,
            "title": drawn.page.title,
            "kind": drawn.page.kind,
            "called": _called(drawn.page.kind),
            "section": sections.get(drawn.page.id, ""),
            "hidden": drawn.page.hidden,
            **_notes(drawn.page, heads, timed),
            "noted": notes_of(content, drawn.page).text is not None,
            "figures": list(drawn.page.figures),
            "steps": len(drawn.page.reveals),
            "file": drawn.page.mark.file,
            "line": drawn.page.mark.line,
            "minutes": own,
            "until": until,
        }
        for drawn, own, until in zip(content.slides, minutes, accumulate(minutes), strict=True)
    ]


def _called(kind: str) -> dict[str, str]:
    """What slides of a kind are called, in both languages."""
    return {tongue: called(kind).told(tongue) for tongue in TONGUES}


def _notes(page: Page, heads: Collection[str], timed: tuple[str, ...]) -> dict[str, list[str]]:
    """What the speaker says; how long that takes; and below its heading where the figures come
    from."""
    notes = [note for note in page.notes if note.strip()]
    at = next((index for index, note in enumerate(notes) if note in heads), len(notes))
    return {
        "notes": [note for note in notes[:at] if not note.startswith(timed)],
        "timed": [note for note in notes[:at] if note.startswith(timed)],
        "trail": notes[at:],
    }


def _minutes(content: Content) -> list[float]:
    """How long each page is shown: a slide of several pages on its first."""
    given = {
        slide.mark: float(slide.minutes)
        for slide in content.brief.deck
        if slide.minutes and not slide.hidden
    }
    return [given.pop(drawn.page.mark, 0.0) for drawn in content.slides]


def _sections(scene: Scene) -> dict[str, str]:
    return {id: section.title for section in scene.sections for id in section.pages}
