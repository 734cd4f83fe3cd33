"""Turn the doctor's report into lines that can be followed, or into data for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefgen.chinese.hanzi import cells
from briefgen.geometry import Rect
from briefgen.messages import phrases
from briefgen.messages.entry import Tongue
from briefgen.problems import Part, Problem
from briefgen.template.called import as_ratio, master, place, short
from briefgen.template.doctor import Report
from briefgen.template.lock import is_made
from briefgen.template.model import Board, Role
from briefgen.template.read import Template, in_cm, ratio
from briefgen.template.shown import SLOT
from briefgen.template.tokens import Accent

# What has to be mended before the rest can be.
_FIRST = (
    "template-look",
    "template-master-untitled",
    "template-master-unnumbered",
    "template-no-title",
    "template-sample-art",
    "template-role-missing",
    "template-untitled",
)
# Of these first ones the others come after, as they are told; after the rest of them other numbers
# may change.
_NEEDED = ("template-master-untitled", "template-master-unnumbered")
_BEFORE = ("template-look", *_NEEDED, "template-no-title", "template-sample-art")
# Nothing is to be done about these: they are in the tables above, and in the data.
_IDLE = ("template-left-addin", "template-face-empty", "template-role-absent", "template-samples")
# What came next is much like what serves, where it has so much of its score.
_NEAR = 0.8


def as_text(report: Report, tongue: Tongue) -> str:
    """The report as lines in a language."""
    return "\n".join(_lines(report, tongue))


def _say(key: str, tongue: Tongue, **parts: Part) -> str:
    return phrases()[key].told(tongue, parts)


def _lines(report: Report, tongue: Tongue) -> Iterator[str]:
    template = report.template
    held = template.held
    verdict = _say(f"verdict-{report.verdict}", tongue)
    yield _say("doctor-verdict", tongue, file=template.file, verdict=verdict)
    made = sum(is_made(each.label) for each in held.boards)
    size = _say(
        "doctor-size",
        tongue,
        width=f"{in_cm(held.width):g}",
        height=f"{in_cm(held.height):g}",
        ratio=ratio(template.page),
        masters=len(held.masters),
        layouts=len(held.boards) - made,
        slides=len(held.words),
    )
    yield size + (_say("doctor-made", tongue, count=made) if made else "")
    yield _say("doctor-decks", tongue)
    yield from ("", _say("doctor-roles", tongue))
    yield from _table(list(_roles(report, tongue)))
    if not all(own for _, _, own in report.served):
        yield _say("doctor-none", tongue)
    yield from ("", _say("doctor-room", tongue))
    yield from _table(list(_rooms(report, tongue)))
    yield from ("", _say("doctor-look", tongue))
    yield from _look(report, tongue)
    yield from ("", _say("doctor-layouts", tongue))
    yield from _table(list(_layouts(report, tongue)))
    changes = [each for each in report.problems if each.severity != "note"]
    changes.sort(key=lambda each: _FIRST.index(each.code) if each.code in _FIRST else 99)
    notes = [each for each in report.problems if each.severity == "note" and each.code not in _IDLE]
    if changes:
        if template.file.lower().endswith((".potx", ".potm")):
            yield from ("", _say("doctor-open", tongue, file=template.file))
        yield from ("", _say("doctor-changes", tongue, count=len(changes)))
        if any("template-face" not in each.code for each in changes):
            yield _say("doctor-hover", tongue)
        if len(changes) > 1 and changes[0].code in _BEFORE:
            first = "doctor-order" if changes[0].code in _NEEDED else "doctor-first"
            yield _say(first, tongue, file=template.file)
        yield from _findings(changes, tongue)
        yield _say("doctor-again", tongue, file=template.file)
    if notes:
        yield from ("", _say("doctor-notes", tongue))
        yield from _findings(notes, tongue)


def _findings(problems: Sequence[Problem], tongue: Tongue) -> Iterator[str]:
    for number, each in enumerate(problems, 1):
        yield f"  {number}. {each.sentence(tongue)}"
        if hint := each.advice(tongue):
            yield f"     → {hint}"


def _roles(report: Report, tongue: Tongue) -> Iterator[tuple[str, ...]]:
    template = report.template
    boards = template.held.boards
    for role, found, own in report.served:
        named = _say(f"role-{role}", tongue)
        board = boards[found.board] if found else template.board(role)
        label = short(template, board).told(tongue)
        if found is None or not own:
            yield named, _say("doctor-instead", tongue, layout=label), ""
            continue
        others = ""
        if found.said:
            others = _say("doctor-said", tongue)
        elif found.next:
            number, score = found.next[0]
            near = "doctor-near" if score >= _NEAR * found.score else "doctor-next"
            others = _say(near, tongue, layout=short(template, boards[number]))
        yield named, label, others


def _rooms(report: Report, tongue: Tongue) -> Iterator[tuple[str, ...]]:
    w, h = report.template.page
    for line in report.lines:
        if line.area.w:
            share = round(100 * line.area.w * line.area.h / (w * h))
            wide, high = in_cm(line.area.w), in_cm(line.area.h)
            size = _say("doctor-large", tongue, width=f"{wide:g}", height=f"{high:g}")
            place = _say(
                "doctor-from", tongue, left=f"{in_cm(line.area.x):g}", top=f"{in_cm(line.area.y):g}"
            )
            yield short(report.template, line.board).told(tongue), size, f"{share} %", place


def _look(report: Report, tongue: Tongue) -> Iterator[str]:
    faces = report.template.faces
    for key, pair in (("doctor-headings", faces.major), ("doctor-text", faces.minor)):
        named = " / ".join(filter(None, pair))
        if pair[1] in faces.filled:
            named = _say("doctor-filled", tongue, faces=named)
        yield f"  {_say(key, tongue)}: {named}"
    accents = "  ".join(_accent(report, each, tongue) for each in report.accents)
    yield f"  {_say('doctor-accents', tongue)}: {accents}"


def _accent(report: Report, accent: Accent, tongue: Tongue) -> str:
    """An accent as PowerPoint's dialog shows it, and what stands for it in decks."""
    held = report.template.held
    read = f"{accent.colour} {as_ratio(accent.contrast)}:1"
    if not held.colour or accent.slot != SLOT:
        return read
    return f"{held.plain} ({_say('doctor-replaced', tongue, colour=read)})"


def _layouts(report: Report, tongue: Tongue) -> Iterator[tuple[str, ...]]:
    masters = report.template.held.masters
    for line in report.lines:
        board = line.board
        roles = ", ".join(_say(f"role-{role}", tongue) for role in line.roles)
        slides = ", ".join(_runs(board.used))
        used = _say("doctor-used", tongue, slides=slides, count=len(board.used)) if slides else ""
        of = ""
        # What was made is in no list of PowerPoint's.
        if len(masters) > 1 and not is_made(board.label):
            called, number = master(report.template, board.master), place(report.template, board)
            of = _say("layout-at", tongue, master=called, number=number)
        name = board.label.rpartition(" #")[0] or board.label
        yield name, of, _holders(board, tongue), roles, used


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in their order, those that follow each other as one range.

    >>> list(_runs((1, 2, 3, 5, 7, 8)))
    ['1–3', '5', '7–8']
    """
    for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        own = [number for _, number in run]
        yield f"{own[0]}–{own[-1]}" if len(own) > 1 else str(own[0])


def _holders(board: Board, tongue: Tongue) -> str:
    kinds: dict[str, int] = {}
    for holder in board.holders:
        kinds[holder.kind] = kinds.get(holder.kind, 0) + 1
    named = (
        _say(f"holder-{kind}", tongue) + (f" ×{count}" if count > 1 else "")
        for kind, count in kinds.items()
        if kind not in ("date", "footer", "number")
    )
    return " + ".join(named) or "–"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (
            cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield f"  {'  '.join(padded)}".rstrip()


def as_dict(report: Report, tongue: Tongue) -> dict[str, object]:
    """The report as data; sentences in a language, lengths in centimetres."""
    template = report.template
    held = template.held
    return {
        "file": template.file,
        "verdict": report.verdict,
        "size": {
            "width": in_cm(held.width),
            "height": in_cm(held.height),
            "ratio": ratio(template.page),
        },
        "masters": [
            {"name": each.name, "chosen": n == template.cast.master, "layouts": len(each.boards)}
            for n, each in enumerate(held.masters)
        ],
        "roles": [_role(template, role, own) for role, _, own in report.served],
        "layouts": [
            {
                "name": line.board.label,
                "master": held.masters[line.board.master].name,
                "roles": list(line.roles),
                "placeholders": [each.kind for each in line.board.holders],
                "slides": list(line.board.used),
                "area": _area(line.area) if line.area.w else None,
            }
            for line in report.lines
        ],
        "fonts": {
            "headings": list(template.faces.major),
            "text": list(template.faces.minor),
            "filled": list(template.faces.filled),
            "rare": list(template.faces.rare),
        },
        "accents": [
            {"slot": each.slot, "colour": each.colour, "contrast": each.contrast}
            for each in report.accents
        ],
        "removed": [
            {"what": each.what, "part": each.part, "target": each.target}
            for each in template.taken.removed
        ],
        "findings": [finding(each, tongue) for each in report.problems],
    }


def finding(problem: Problem, tongue: Tongue) -> dict[str, str]:
    """One finding as data."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.sentence(tongue),
        "hint": problem.advice(tongue),
    }


def _role(template: Template, role: Role, own: bool) -> dict[str, object]:
    boards = template.held.boards
    found = template.cast.found.get(role)
    told: dict[str, object] = {"role": role, "layout": template.board(role).label, "own": own}
    if found:
        told["score"] = found.score
        told["said"] = found.said
        told["next"] = [{"layout": boards[n].label, "score": each} for n, each in found.next]
    return told


def _area(rect: Rect) -> dict[str, float]:
    return {
        "left": in_cm(rect.x),
        "top": in_cm(rect.y),
        "width": in_cm(rect.w),
        "height": in_cm(rect.h),
    }
