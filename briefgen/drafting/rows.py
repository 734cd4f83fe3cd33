"""Turn the rows of a table into those that a slide shows: one of heads, the main ones of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.accounts import unsplit
from briefgen.drafting.cards import Card, Value, listed
from briefgen.drafting.casing import cased
from briefgen.patterns import pattern
from briefgen.record import replace

# Rows of a table that has one slide, and columns of a head of two rows together.
_MOST, _HEAD = 9, 44
_NUMBER = pattern(
    r"[(（]?[-−+]?(?:[A-Z]{2})?[$€£¥]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?%?[)）]?"
)
_YEAR = pattern(r"(?:19|20)\d\d\s?年?")
_SUM = pattern(
    r"(?:[^:]*: )?(?:Total|Net|Gross|Basic|Diluted)\b|Income (?:from|[Bb]efore)"
    r"|(?:Sales|Revenue)s?\b|[总總合小][计計额額值]|.{0,12}[总總合小][计計额額值]"
)
# What a row is of, where its name says that alone.
_OF_GROUP = pattern(r"Basic|Diluted|Other|Current|Non-?current|Domestic|International|Total")
_GLUED = pattern(r"(?<=\d),(?=(?:19|20)\d\d\b)")


def headed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows of a table, the first two as one where both are heads; names in capitals in title
    case, and none for a row of nothing but a name in the stead of its numbers."""
    made = [[_GLUED.sub(", ", cell) for cell in row] for row in rows]
    while len(made) > 3 and _is_head(made[1]) and not any(map(_counts, made[0])):
        pairs = zip(_spread(made[0]), made[1], strict=True)
        both = [" ".join(filter(None, (above, below))) for above, below in pairs]
        if max(map(cells, both)) > _HEAD:
            break
        made = [both, *made[2:]]
    return unsplit([[_cased(row[0]), *row[1:]] if row else row for row in made])


def _cased(name: str) -> str:
    """A name in capitals, or one that begins so, in title case."""
    head, comma, rest = name.partition(", ")
    alone = head.isupper() and len(head) > 4 and " " not in head
    return (head.capitalize() if alone else cased(head)) + comma + rest


def _is_head(row: Sequence[str]) -> bool:
    """Whether a row behind the first says more of the columns: no name, and no numbers."""
    return not row[0].strip() and any(row[1:]) and not any(map(_counts, row[1:]))


def _counts(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell)


def _spread(row: Sequence[str]) -> list[str]:
    """A row of heads in which those that go on from the left are said again."""
    made: list[str] = []
    for cell in row:
        made.append(made[-1] if cell == "<" and made else "" if cell in ("<", "^", "—") else cell)
    return made


def main_rows(card: Card) -> Card:
    """A table of more than a slide with its main rows alone, in their order: those that are sums or
    in capitals, and the first. Its notes say all rows."""
    plain = card.plain or card
    rows = _grouped(listed(plain.fields, "rows"))
    if card.kind != "table" or card.pages < 2 or len(rows) <= _MOST:
        return card
    full = [at for at, row in enumerate(rows) if _is_full(row)]
    ranked = sorted(full, key=lambda at: (not _SUM.match(_name(rows[at])), at))
    kept = [rows[at] for at in sorted(ranked[:_MOST])]
    if len(kept) < 3:
        return card
    fields: dict[str, Value] = {**plain.fields, "rows": kept}
    if note := card.fields.get("note"):
        fields["note"] = note
    return replace(card, fields=fields, pages=1, files=(), notes=plain.notes, plain=None)


def _grouped(rows: Sequence[Value]) -> list[Value]:
    """The rows, those of a word alone behind what they are of: Earnings per Share: Basic."""
    made: list[Value] = []
    group = ""
    for row in rows:
        if isinstance(row, str | Mapping):
            continue
        name = _name(row)
        if not any(str(cell) for cell in list(row)[1:]):
            group = name.rstrip(":：")
        elif group and _OF_GROUP.fullmatch(name):
            made.append([f"{group}: {name}", *list(row)[1:]])
        else:
            made.append(row)
    return made


def _name(row: Value) -> str:
    return str(next(iter(row), "")) if not isinstance(row, str) else row


def _is_full(row: Value) -> bool:
    """Whether a row has a name, and something in each of its cells."""
    return not isinstance(row, str) and all(str(cell).strip() not in ("", "^", "<") for cell in row)
