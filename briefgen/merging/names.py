"""Turn a pattern and a row into the name of its files, which leads nowhere but into the folder."""

from __future__ import annotations

from unicodedata import normalize

from briefgen.brief.row import COLUMN, Row
from briefgen.chinese.seen import is_blank, without_unseen
from briefgen.outline.reading.nodes import shorten
from briefgen.patterns import pattern
from briefgen.problems import ContentError, Mark, Problem, UnfitError
from briefgen.record import Record

# What some system does not allow in a name, or takes for a way to another folder.
_UNFIT = pattern(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)))
)
# A name has 255 bytes on most systems; an ending and a temporary's own need some.
_MOST = 180
# A path has 1,024 bytes on macOS, of which the folder that it is in needs some.
_MOST_WHOLE = 720


def checked_pattern(written: str, columns: tuple[str, ...]) -> str:
    """A pattern as it is asked for, in which every column is known and no folder leads out. Raises
    ContentError."""
    given = normalize("NFC", written.strip())
    for name in (match[1].strip() for match in COLUMN.finditer(given)):
        if name not in columns and name != "line":
            raise ContentError.of("merge-name-column", name=name, columns=columns)
    bare = COLUMN.sub("x", given)
    for part in bare.split("/"):
        if not _fits(part):
            raise ContentError.of("merge-name-pattern", pattern=written)
    return given


def name_of(given: str, row: Row) -> str:
    """The name of a row's files, without their endings. Raises UnfitError where the row gives none
    that is fit to be one."""
    said = []
    for part in given.split("/"):
        pieces = COLUMN.split(part)
        for at in range(1, len(pieces), 2):
            column = pieces[at].strip()
            text = row.cells[column].text if column in row.cells else str(row.line)
            text = without_unseen(normalize("NFC", text)).strip()
            if unfit := _UNFIT.search(text):
                said_ = {"column": column, "sign": unfit[0], "words": shorten(text)}
                raise UnfitError("merge-name-character", **said_)
            if is_blank(text):
                raise UnfitError("merge-name-empty", column=column)
            pieces[at] = text
        made = "".join(pieces)
        if len(made.encode()) > _MOST:
            raise UnfitError("merge-name-long", name=shorten(made), most=_MOST)
        if not _fits(made):
            raise UnfitError("merge-name-unfit", name=made)
        said.append(made)
    whole = "/".join(said)
    if len(whole.encode()) > _MOST_WHOLE:
        raise UnfitError("merge-name-long", name=shorten(whole), most=_MOST_WHOLE)
    return whole


def _fits(part: str) -> bool:
    """Whether every system takes this for the name of a file, and of nothing else."""
    return not is_blank(part) and not (
        _UNFIT.search(part)
        or part[0] in ". "
        or part[-1] in ". "
        or part.partition(".")[0].lower() in _DEVICES
    )


class Selection(Record):
    """Which rows are wanted: of certain lines, and with certain cells by column."""

    lines: tuple[tuple[int, int], ...] = ()
    cells: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def takes(self, row: Row) -> bool:
        """Whether a row is wanted."""
        if not self.takes_line(row.line):
            return False
        return all(row.cells[name].text in wanted for name, wanted in self.cells)

    def takes_line(self, line: int) -> bool:
        """Whether a row that stands there may be wanted."""
        return not self.lines or any(first <= line <= last for first, last in self.lines)


_LINES = pattern(r"(\d+)(?:\s*[-–~]\s*(\d+))?")


def selection(given: tuple[str, ...], columns: tuple[str, ...]) -> Selection:
    """What `--select` asks for: `column=words`, or lines such as `2-10,15`. Several of one column
    are alternatives. Raises ContentError."""
    lines: list[tuple[int, int]] = []
    cells: dict[str, tuple[str, ...]] = {}
    for each in given:
        name, equals, words = each.partition("=")
        if equals:
            if name.strip() not in columns:
                raise ContentError.of("merge-select-column", name=name.strip(), columns=columns)
            cells[name.strip()] = (*cells.get(name.strip(), ()), " ".join(words.split()))
            continue
        for part in each.replace("，", ",").split(","):
            match = _LINES.fullmatch(part.strip())
            if match is None:
                raise ContentError.of("merge-select", given=each)
            lines.append((int(match[1]), int(match[2] or match[1])))
    return Selection(tuple(lines), tuple(cells.items()))


def unnamed(row: Row, error: UnfitError) -> Problem:
    """What is told of a row without a name, at the cell that is to blame."""
    column = str(error.parts.get("column", ""))
    mark = row.cells[column].mark if column in row.cells else Mark(row.file, row.line, 1)
    return Problem.of(error.code, mark, **error.parts)
