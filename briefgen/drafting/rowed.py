"""Turn points into rows: of each the clause that leads as its head, what follows as its text.

A page of equal sentences is read from the first word to the last; one of heads at a glance. Where a
sentence cannot be parted so, its slide keeps its points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed
from briefgen.drafting.clauses import weighs
from briefgen.drafting.intros import introduced
from briefgen.drafting.verbs import whole_clause
from briefgen.drafting.wording import COUNTED, TELLS, behind, leads, point, sentences
from briefgen.patterns import pattern
from briefgen.record import Record, replace

# Columns of a head, of the text behind it, and of a sentence that is a head by itself.
_HEAD, _TEXT, _ALONE = range(8, 45), range(8, 131), 40
# English takes more of them.
_ENGLISH = 7 / 4
# Rows of a slide, cards of one, and columns of the words of a card.
_ROWS, _CARDS, _CARD = range(3, 6), range(3, 5), 120
# Lines that rows have on one slide, and columns of a line of their text.
_LINES, _LINE_OF_TEXT = 11, 76
# Columns of what stands below a statement, and of the least that says something there.
_BELOW, _LEFT = 110, 12
# Columns of all numbered points of a slide, and of one of them.
_TOGETHER, _LINE = 300, 48
_BREAK = pattern(r"[，；：]|[;:,] ")
# 其中, 同比增长8%: what belongs to the clause before it.
_HANGS = pattern(
    r"(?:其中|同比|环比|比上年|增[长長]|下降|[较較]|[占佔]|但|而|并|並|也|[还還]|[则則])", 2
)
# up 8%, a decrease of, and …: what can stand below an English head.
_BEHIND = pattern(
    r"(?:an? [\d.$]|(?:up|down|compared|representing|reflecting|driven|primarily)\b"
    r"|(?:and|but|while) (?:[^\s,]+ ){3}[^,]+$)"
)
_SPEAKS = pattern(
    r"(?:^|，).{0,6}(?:[强強][调調]|指出|提出|[认認][为為]|表示|介[绍紹]|[显顯]示)(?:$|，)"
    r"|^(?:具[体體](?:而言|[来來][说說看])|初步[核测測]算|[进進]一步看|[总總]的?[来來]?看|同期|此外|同[时時])$"
)
# 进一步看，: what joins a sentence to the one before.
_FURTHER = pattern(r"^(?:[进進]一步看|同期|此外|同[时時]|其中)，")
_JOINS = pattern(r"(?:and|but|while) ")


class Row(Record):
    """A head and what it means; the latter "" where the head is all."""

    head: str
    text: str

    @property
    def fields(self) -> dict[str, Value]:
        return {"head": self.head, "text": self.text} if self.text else {"head": self.head}


def row_of(sentence: str) -> Row | None:
    """The row that a sentence makes; None where it cannot be parted.

    >>> row_of("房屋新开工面积48240万平方米，同比增长11.1%，其中住宅增长17.5%。")
    Row(head='房屋新开工面积48240万平方米', text='同比增长11.1%，其中住宅增长17.5%')
    """
    said = _FURTHER.sub("", COUNTED.sub("", point(sentence)))
    if said.endswith(("…", "：", ":")) or said.startswith("其中"):
        return None
    for match in _BREAK.finditer(said):
        head, rest = said[: match.start()].strip(), said[match.end() :].strip()
        if _is_head(head) and _is_text(head, rest):
            return Row(head, _behind(rest))
    short = cells(said) <= _room(said, _ALONE) and cells(said) in _long(said, _HEAD)
    return Row(said, "") if short else None


def _is_head(head: str) -> bool:
    if cells(head) not in _long(head, _HEAD) or leads(head) or head.count("“") != head.count("”"):
        return False
    if _SPEAKS.search(head):
        # 大会强调, 具体而言: who says the rest is no head of it.
        return False
    paired = all(head.count(a) == head.count(b) for a, b in ("()", "（）", "《》"))
    return paired and not head.endswith(("、", "的", "和")) and whole_clause(head)


def _is_text(head: str, rest: str) -> bool:
    if cells(rest) not in _long(rest, _TEXT):
        return False
    # What tells how a number grew stands with it, or below it; nothing else hangs on a head.
    if has_hanzi(head):
        return not _HANGS.match(rest) or bool(TELLS.search(head))
    return bool(_BEHIND.match(rest))


def _behind(rest: str) -> str:
    rest = _JOINS.sub("", rest, count=1) if _JOINS.match(rest) else rest
    return rest if has_hanzi(rest) else rest[:1].upper() + rest[1:]


def _long(words: str, room: range) -> range:
    return room if has_hanzi(words) else range(room.start, round(room.stop * _ENGLISH))


def _room(words: str, room: int) -> int:
    return room if has_hanzi(words) else round(room * _ENGLISH)


def rowed(card: Card, lines: Sequence[str]) -> Iterator[Card]:
    """A slide of points, a text or rows as rows and, if they are few and short, as cards."""
    rows = _rows(card, lines)
    notes = card.notes or "\n".join(lines)
    if stated := _stated(card):
        yield replace(stated, notes=notes)
    if len(rows) not in _ROWS or sum(not row.text for row in rows) * 2 > len(rows):
        yield from _plainly(card, notes)
        return
    fields: dict[str, Value] = {"points": [row.fields for row in rows]}
    if card.kind != "summary" or len(rows) < len(listed(card.fields, "points")):
        yield replace(card, kind="summary", fields=fields, notes=notes, plain=card)
    kept = rows if len(rows) in _CARDS else _telling(rows)
    if all(row.text and cells(row.head + row.text) <= _room(row.head, _CARD) for row in kept):
        fields = {"cards": [row.fields for row in kept]}
        yield replace(card, kind="cards", fields=fields, notes=notes, plain=card)


def _stated(card: Card) -> Card | None:
    """A slide whose title is a sentence, with one or two points, as that sentence set large with
    what they say below it."""
    points = [each for each in listed(card.fields, "points") if isinstance(each, str)]
    points = [each for each in points if not introduced(each)]
    text = card.fields.get("text", "")
    if card.kind == "text" and isinstance(text, str) and len(sentences(text)) == 1:
        points = [point(text)]
    claim = card.title.removeprefix(card.topic).lstrip("：: ")
    below = [behind(claim, each) for each in points if each not in card.title]
    if any(claim in each for each in points[1:]):
        # What is left of a sentence hangs on its own claim alone.
        return None
    if any(0 < cells(each) < _room(each, _LEFT) for each in below):
        # A few words that are left of a sentence say nothing.
        return None
    below = [each for each in below if each]
    short = sum(map(cells, below)) <= _room(card.title, _BELOW)
    if card.kind == "summary" or not card.topic or len(below) not in (1, 2) or not short:
        return None
    return replace(card, kind="statement", fields={"text": below}, plain=card)


def _plainly(card: Card, notes: str) -> Iterator[Card]:
    """A slide of points that cannot be parted as numbered rows, if all are short."""
    points = [each for each in listed(card.fields, "points") if isinstance(each, str)]
    whole = len(points) == len(listed(card.fields, "points")) and "lead" not in card.fields
    if card.kind != "bullets" or not whole or len(points) not in _ROWS:
        return
    if sum(map(cells, points)) > _room(points[0], _TOGETHER):
        return
    if any(cells(each) > _room(each, _LINE) for each in points):
        # Sentences of two lines are no rows: set as heads each of them would be as loud as all.
        return
    yield replace(card, kind="summary", fields={"points": points}, notes=notes, plain=card)


def _rows(card: Card, lines: Sequence[str]) -> list[Row]:
    """The rows of a slide: those that it has, or those of its sentences."""
    if card.kind == "summary":
        made = [point for point in listed(card.fields, "points") if isinstance(point, Mapping)]
        return _fitting(
            [Row(str(each["head"]), str(each.get("text", ""))) for each in made], card.title
        )
    points = [each for each in listed(card.fields, "points") if isinstance(each, str)]
    said = points or [each for line in lines for each in sentences(line)]
    # What the title says stands there.
    said = [each for each in said if point(each) not in card.title]
    said = [each for each in said if not each.endswith(("？", "?"))]
    found = [row_of(each) for each in said]
    whole = sum(row is not None for row in found[: _ROWS.stop])
    most = min(len(said), _ROWS.stop)
    if whole + (most > _ROWS.start) < most:
        return []
    return _fitting(_weightiest([row for row in found if row], card.title), card.title)


def _weightiest(rows: Sequence[Row], title: str) -> list[Row]:
    """So many rows as a slide has, in their order: that of which the title tells, then those whose
    numbers weigh the most."""
    ranked = sorted(
        range(len(rows)),
        key=lambda at: (not _tells_of(rows[at], title), -weighs(rows[at].head + rows[at].text), at),
    )
    return [rows[at] for at in sorted(ranked[: _ROWS.stop - 1])]


def _tells_of(row: Row, title: str) -> bool:
    """Whether a row has a number of a title."""
    told = {*_DIGITS.findall(title)}
    return bool(told & {*_DIGITS.findall(row.head + row.text)})


_DIGITS = pattern(r"\d+(?:[.,]\d+)*")


def _fitting(rows: Sequence[Row], title: str) -> list[Row]:
    """The rows that one slide has room for: those that tell least are left out."""
    kept = list(rows)
    while len(kept) > _ROWS.start and _is_much(kept):
        # What the title tells stays.
        ranks = [
            (_tells_of(row, title), weighs(row.head + row.text), -len(row.text), -at)
            for at, row in enumerate(kept)
        ]
        del kept[min(range(len(kept)), key=ranks.__getitem__)]
    return kept


def _is_much(rows: Sequence[Row]) -> bool:
    """Whether rows are too much for one slide: of five none has room for a text of two lines."""
    tall = len(rows) == _ROWS.stop - 1 and any(_lines_of(row) > _TALL for row in rows)
    return tall or sum(map(_lines_of, rows)) > _LINES


_TALL = 2


def _lines_of(row: Row) -> int:
    return 1 + -(-cells(row.text) // _LINE_OF_TEXT)


def _telling(rows: Sequence[Row]) -> list[Row]:
    """So many rows as there are cards at most, those without a number left out first."""
    ranked = sorted(rows, key=lambda row: (not TELLS.search(row.head + row.text), not row.text))
    kept = ranked[: _CARDS.stop - 1]
    return [row for row in rows if row in kept]
