"""Turn titles that tell a number without its period into titles that say of when it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed, without
from briefgen.drafting.figures import Numbers
from briefgen.drafting.moments import has_period, has_year, periods_in, within
from briefgen.drafting.passages import heads as heads_list
from briefgen.drafting.tree import Heading, Paragraph, words_of
from briefgen.drafting.verbs import is_clause
from briefgen.drafting.wording import TELLS, TITLE, sentences
from briefgen.patterns import pattern
from briefgen.record import replace

_ENGLISH = 84
_TABLES = ("section", "quote", "image")


def timed(cards: Sequence[Card], numbers: Numbers | None = None) -> Iterator[Card]:
    """The slides, with the period before a title that tells a number and names none, where the
    words that it is from name one."""
    taken = {card.title for card in cards}
    for card in cards:
        if card.closes and numbers:
            card = _rows_of_years(card, numbers)
        found = "" if card.kind in _TABLES else _dated(card, numbers) or _timed(card)
        found = _shorter(found)
        if found and found not in taken:
            taken.add(found)
            plain = replace(card.plain, title=found) if card.plain else None
            yield replace(card, title=found, plain=plain)
        else:
            yield card


_ABOVE = pattern(r"[，、](?:高于|低于|快于|高出)全[国國省市][^，。；]*$")
# Columns from which on a Chinese title has two lines.
_TWO_LINES = 60


def _shorter(title: str) -> str:
    """A Chinese title of one line, where its last clause makes it two."""
    # 高于全国0.4个百分点: what it is compared with is not shown.
    title = _ABOVE.sub("", title)
    before, comma, _ = title.rpartition("，")
    long = has_hanzi(title) and cells(title) > _TWO_LINES and "；" not in title
    return before if long and comma and TELLS.search(before) else title


_LISTS = ("bullets", "summary")


def unbroken(card: Card) -> Card:
    """A slide without the points that could only be cut, where enough whole ones are left."""
    points = listed(card.fields, "points")
    kept = [each for each in points if not (isinstance(each, str) and each.endswith("…"))]
    if card.kind not in _LISTS or len(kept) == len(points) or len(kept) < 2:
        return card
    return without(card, "points", kept, [each for each in points if each not in kept])


def _dated(card: Card, numbers: Numbers | None) -> str:
    """A Chinese title with the year that its figure is of."""
    if not numbers or not has_hanzi(card.title) or has_year(card.title):
        return ""
    topic, joint, claim = card.title.rpartition("：")
    if card.closes and "；" in claim:
        both = [_of_year(each, numbers) for each in claim.split("；")]
        said = topic + joint + "；".join(sorted(both))
        # One with its year says more than two that are of other years.
        first = topic + joint + both[0]
        return said if cells(said) <= TITLE else first if both[0] != claim.split("；")[0] else ""
    drafts = list(numbers.in_sentence(claim, _LABEL)) if TELLS.search(claim) else []
    years = {draft.period for draft in drafts}
    if len(years) != 1 or not _OF_YEAR.fullmatch(year := years.pop()):
        return ""
    aims = all(draft.kind == "target" for draft in drafts) and not _AIMS.search(card.title)
    # Behind a colon a year stands badly: before what it is about it says of when both are.
    mark = "目标：" if aims and not topic else ""
    plain = mark + _WHOLE.sub("", claim)
    said = topic + joint + year + plain if card.closes else year + topic + joint + plain
    return said if cells(said) <= TITLE else ""


def _rows_of_years(card: Card, numbers: Numbers) -> Card:
    """The last slide, its rows with the years that their figures are of."""
    rows: list[Value] = []
    for point in listed(card.fields, "points"):
        if isinstance(point, str):
            rows.append(point if has_year(point) else _of_year(point, numbers))
        elif isinstance(point, Mapping):
            text = str(point.get("text", ""))
            rows.append({**point, "text": text if has_year(text) else _of_year(text, numbers)})
    return replace(card, fields={**card.fields, "points": rows})


def _of_year(claim: str, numbers: Numbers) -> str:
    """A claim behind the year of its figures, where they have one."""
    years = {draft.period for draft in numbers.in_sentence(claim, _LABEL)}
    year = next(iter(years), "") if len(years) == 1 else ""
    return (year if _OF_YEAR.fullmatch(year) else "") + _WHOLE.sub("", claim)


_LABEL = 44
_OF_YEAR = pattern(r"20\d\d年|[过過]去五年|“?十[一二三四五六]五”?(?:[时時]期|期[间間])")
# 全年, 一年来: the year that is told of.
_WHOLE = pattern(r"^(?:一年来，?|全年|去年|今年|过去一年，?)")
_AIMS = pattern(r"目标|力争|预期|计划|确保|争取|任务|到20")


def sentences_with(card: Card) -> Iterator[str]:
    """The sentence that a title is of."""
    words = " ".join(map(words_of, card.blocks))
    return (each for each in sentences(words) if card.title[:40] in each)


def _timed(card: Card) -> str:
    """The title with its period; "" where it needs none, or none is known."""
    if not TELLS.search(card.title) or has_period(card.title) or has_hanzi(card.title):
        return ""
    heads = [
        block.text
        for block in card.blocks
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and heads_list(block.text))
    ]
    for text in (*heads, *sentences_with(card)):
        for name, _ in periods_in(text):
            forms = _placed(card.title, name), f"{name}: {card.title}"
            return next((said for said in forms if cells(said) <= _ENGLISH), "")
    return ""


def _placed(title: str, period: str) -> str:
    """An English title with its period: behind a sentence, before what compares or is none.

    >>> _placed("Net income was $2 million", "Q2 2025")
    'Net income was $2 million in Q2 2025'
    """
    if is_clause(title) and not _COMPARES.search(title):
        return f"{title} {within(period)}"
    return f"{period}: {title}"


# up 5% from $2 million: of when that is a period behind it would say.
_COMPARES = pattern(r"[;:]|\b(?:from|compared|versus|than|prior|after|before|since|by \d{4})\b")
