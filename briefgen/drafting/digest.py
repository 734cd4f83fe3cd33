"""Turn all that stands below one heading into one slide, where a draft has room for no more.

Of paragraphs that begin with a short sentence these are the heads, each with what its paragraph
tells; of others the sentences that tell the most, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.cards import Card, Value
from briefgen.drafting.clauses import refers
from briefgen.drafting.intros import introduced
from briefgen.drafting.telling import in_clauses, on_one
from briefgen.drafting.tree import Listing, Paragraph, words_of
from briefgen.drafting.wording import TELLS, claims_in, point, sentences
from briefgen.patterns import pattern

# Rows of heads, and points of others; columns of a head, of what stands behind it, of a point.
_ROWS, _POINTS = 5, 5
_HEAD, _TEXT, _POINT = 44, 88, 110
_LEAST = 16
_NUMBER = pattern(r"\d(?:[\d,.]*)")
# 产值突破1300亿元: a sentence whose subject stands in the one before it.
_HANGS = pattern(
    r"(?:其中|产值|產值|增[长長]|下降|同比|达到?|達到?|突破|超[过過]|分[别別]|比上年|[这這]|[该該]|[它他她]们?|these|they|it|this|that|he|she)(?![业業能])",
    2,
)
_HEADED = pattern(r"^[一二三四五六七八九十]{1,2}[是要]\s*")


def digest(cards: Sequence[Card], first: Card) -> Card:
    """The slide that stands for several of one heading, under the title of the `first`; that itself
    where they have too few words of their own."""
    blocks = tuple(block for card in cards for block in card.blocks)
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    items = [item.text for block in blocks if isinstance(block, Listing) for item in block.items]
    notes = "\n".join(map(words_of, blocks))
    fields = _rows(texts) or _points([*texts, *items])
    if not fields:
        return first
    kind = "summary" if isinstance(fields["points"][0], dict) else "bullets"
    passage = "\n".join(texts) if kind == "bullets" else ""
    return Card(
        kind=kind, title=first.title, fields=fields, notes=notes, blocks=blocks, passage=passage
    )


def _rows(texts: Sequence[str]) -> dict[str, Sequence[Value]]:
    """Short first sentences as heads, each with what its paragraph tells: those first that tell a
    number."""
    rows: list[tuple[int, dict[str, Value]]] = []
    for at, text in enumerate(texts):
        said = sentences(text)
        head = point(_HEADED.sub("", said[0])) if said else ""
        if len(said) < 2 or not 8 <= cells(head) <= _HEAD or TELLS.search(head):
            continue
        told = _telling(said[1:], _TEXT)
        rows.append((at, {"head": head, "text": told} if told else {"head": head}))
    if len(rows) < 3 or len(rows) < 0.6 * len(texts):
        return {}
    rows.sort(key=lambda row: not TELLS.search(str(row[1].get("text", ""))))
    return {"points": [row for _, row in sorted(rows[:_ROWS], key=lambda each: each[0])]}


def _telling(said: Sequence[str], most: int) -> str:
    """The clauses of sentences that tell a number, in so many columns; the first of all where none
    does."""
    found = [claim for each in said for claim in claims_in(each, most)]
    numbers = [claim for claim in found if TELLS.search(claim)]
    best = max(numbers, key=lambda claim: len(_NUMBER.findall(claim)), default="")
    return best or next(iter(found), "")


def _points(texts: Sequence[str]) -> dict[str, Sequence[Value]]:
    """The sentences that tell the most, in their order; of each paragraph one first."""
    every: list[tuple[float, int, str]] = []
    whole: dict[int, str] = {}
    place = 0
    for text in texts:
        for number, sentence in enumerate(sentences(text)):
            place += 1
            said = point(_HEADED.sub("", sentence), _POINT)
            hangs = cells(said) < _LEAST or _HANGS.match(said) or said.endswith(("…", "：", ":"))
            hangs = hangs or refers(sentence)
            if introduced(sentence) or hangs:
                continue
            told = min(3, len(TELLS.findall(said)))
            whole[place] = sentence
            every.append((-told - (number == 0) * 0.5 - (place == 1) * 3, place, said))
    kept = sorted(sorted(every)[:_POINTS], key=lambda each: each[1])
    if len(kept) < 2:
        return {}
    points = [said for _, _, said in kept]
    return {"points": [*on_one(in_clauses(points, [whole[at] for _, at, _ in kept]))]}
