"""Turn the headings of slides into titles that say what the slides say, in the source's own words.

A heading that only names its subject is followed by the clause that its slide has to tell, the
first with a number; where both are too long for a title, that clause stands alone. A heading that
says something itself stays.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import product

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed
from briefgen.drafting.clauses import follows, refers, telling_clauses, weighs
from briefgen.drafting.intros import introduced
from briefgen.drafting.results import DIRECTS, is_result, result_in
from briefgen.drafting.verbs import whole_clause
from briefgen.drafting.wording import LINE, TELLS, TITLE, claims_in, leads, point, sentences
from briefgen.patterns import pattern
from briefgen.record import replace

# A heading of so many columns is long.
_SAYS = 24
_CALLS, _CALL = pattern(r"((?:[这這]五年，|一年[来來]，)?[^，；]{6,})[，；][^，；]{6,}"), 28
# What sums up a whole weighs more.
_HEAVY = 2
# Columns of an English title, which takes two lines.
_ENGLISH = 84
# Columns of an English one that takes one line.
_ENGLISH_LINE = 66
# What is told of a point by the rest of it has so many columns at least; points of a slide.
_REST, _POINTS = 20, 2
_NUMBER = pattern(r"\d")
_VERB = pattern(
    r"\b(?:is|are|was|were|rose|fell|grew|will|has|have|reports?|announces?|raises?"
    r"|(?!(?:[Ee]nded|[Cc]ompared)\b)\w{3,}ed)\b"
)
_KINDS = ("bullets", "text", "summary", "two-column")


def concluded(cards: Sequence[Card]) -> Iterator[Card]:
    """The slides under titles that say what they tell, where their own words make one; none is
    called as another is."""
    taken = {card.title for card in cards}
    for card in cards:
        said = list(_said(card)) if card.kind in _KINDS else []
        found = entitled(card.title, said, taken) or _claimed(card, taken)
        if not found:
            yield card
            continue
        taken.add(found)
        yield _under(card, found)


def entitled(topic: str, said: Sequence[str], taken: Container[str] = ()) -> str:
    """The title that sentences make below a heading; "" where they make none, or the heading says
    something itself.

    >>> entitled("农业", ["全年粮食总产量119.4万吨，比上年增长2.6%。"])
    '全年粮食总产量119.4万吨，比上年增长2.6%'
    >>> entitled("经济实力迈上新台阶", ["地区生产总值突破3万亿元。"])
    '经济实力迈上新台阶：地区生产总值突破3万亿元'
    """
    if _says(topic):
        return ""
    telling = [each for each in said if TELLS.search(each)]
    if introduced(topic):
        return _alone(topic, telling, taken)
    # 充分挖掘内需潜力，推动经济稳定增长: the first of two calls is enough before what is told.
    # What came of them says more.
    if result := result_in(topic):
        return entitled(result, said, taken)
    calls = _CALLS.fullmatch(topic) if has_hanzi(topic) and cells(topic) > _CALL else None
    if calls and not leads(calls[1]) and (found := entitled(calls[1], said, taken)):
        return found if calls[1] in found else ""
    widths = (LINE, TITLE) if has_hanzi(topic) else (_ENGLISH_LINE, _ENGLISH)
    directs = bool(DIRECTS.match(topic))
    # A title of one line is read before one of two, and one whose number weighs something before
    # one that counts a few.
    for least, each in product((3, 2, 1, 0), telling):
        claims = list(claims_in(each, widths[0]))
        inner = telling_clauses(each, widths[0])
        claims = [each for each in (*claims, *inner) if weighs(each) >= least]
        more = (*claims_in(each, widths[1]), *telling_clauses(each, widths[1]))
        longer = (each for each in more if weighs(each) >= least)
        found = _entitled(topic, claims, taken, widths[0], directs)
        if found := found or _entitled(topic, longer, taken, widths[1], directs):
            return found
    if directs or is_result(topic):
        return ""
    return _first(telling[:2], widths, taken)


def _first(telling: Sequence[str], widths: Sequence[int], taken: Container[str]) -> str:
    """The claim of sentences that weighs the most by itself; "" for none."""
    pairs = ((each, most) for each in telling for most in widths)
    alone = [claim for each, most in pairs for claim in claims_in(each, most)]
    alone.sort(key=weighs, reverse=True)
    return next((each for each in alone if TELLS.search(each) and not _repeated(each, taken)), "")


def _alone(topic: str, telling: Sequence[str], taken: Container[str]) -> str:
    """The title below a heading that only leads to the rest: 主要做了以下工作."""
    widths = (LINE,) if has_hanzi(topic) else (_ENGLISH_LINE, _ENGLISH)
    every = (claim for each in telling for most in widths for claim in claims_in(each, most))
    return next((each for each in every if weighs(each) and not _repeated(each, taken)), "")


def _entitled(
    topic: str, claims: Iterable[str], taken: Container[str], most: int, directs: bool
) -> str:
    """The title of so many columns that claims make below a heading; "" for none. Without one that
    `directs` a claim is no title: what is to be done says more than one number of it."""
    joint = "：" if has_hanzi(topic) else ": "
    room = most - cells(topic) - cells(joint)
    # A heading that only names a subject says nothing before a sentence that tells it.
    came = is_result(topic)
    names = not (directs or came or _VERB.search(topic))
    for claim in claims:
        if not TELLS.search(claim):
            continue
        if names and weighs(claim) >= _HEAVY and cells(claim) <= most and _stands(claim):
            if not _repeated(claim, taken):
                return claim
            continue
        repeats = _repeats(topic, claim)
        both = topic + joint + claim
        if cells(claim) <= room and not repeats and not _repeated(both, taken):
            return both
        sums_up = weighs(claim) > _HEAVY
        alone = not directs and not came and (repeats or sums_up or cells(topic) > _SAYS)
        if alone and not _repeated(claim, taken) and cells(claim) <= most:
            return claim
    return ""


def _stands(claim: str) -> bool:
    """Whether a claim names what it is of."""
    return not follows(claim) if has_hanzi(claim) else whole_clause(claim) and not refers(claim)


def _claimed(card: Card, taken: Container[str]) -> str:
    """The first point of a slide that says something by itself, where its heading only names what
    it is about."""
    said = [each for each in listed(card.fields, "points") if isinstance(each, str)]
    if card.kind == "text":
        said = [*_sentences(card.fields.get("text", ""))]
    names = not _VERB.search(card.title) if not has_hanzi(card.title) else _NAMES.search(card.title)
    least = 1 if card.kind == "text" else _POINTS
    if not names or _says(card.title) or len(said) < least or card.title.endswith(("?", "？")):
        return ""
    most = LINE if has_hanzi(card.title) else _ENGLISH
    own = (each for each in said if not refers(each) and not _HANGS.search(each))
    whole = (claim for each in own for claim in (point(each), *claims_in(each, most)))
    fit = (each for each in whole if _SAYS <= cells(each) <= most and each not in taken)
    return next((each for each in fit if whole_clause(each)), "")


# This step also proceeded: what a sentence before it has to tell.
_HANGS = pattern(
    r"\b(?:also|however|therefore|thus|these|this|those|they|it|he|she|I|we|my|our)\b|[这這该該]", 2
)
# 关于2026年工作: what names what is told, and tells nothing.
_NAMES = pattern(
    r"^[关關]于|(?:回[顾顧]|情[况況]|工作|任[务務]|要求|概[况況]|[总總][结結]|展望|[说說]明)$"
)


# 这五年，我们持续扩大开放: how a report praises what it has yet to tell.
_WE = pattern(r"[^，]{0,10}[，]?我[们們]")


def _says(title: str) -> bool:
    """Whether a title says something by itself."""
    if title.endswith("…"):
        return False
    if TELLS.search(title):
        return True
    if _WE.match(title):
        return False
    if has_hanzi(title):
        return False
    return bool(_VERB.search(title)) and bool(_NUMBER.search(_DATES.sub("", title)))


# A date is no number that a title tells.
_DATES = pattern(r"(?:[A-Z][a-z]{2,8} \d{1,2},? )?(?:19|20)\d\d|\d{1,2} [A-Z][a-z]{2,8}\b|Q[1-4]\b")


def _repeats(title: str, claim: str) -> bool:
    """Whether a claim says what the title names."""
    words, said = title.casefold(), claim.casefold()
    if words in said:
        return True
    return said[: len(words) // 2 + 1] in words if not has_hanzi(title) else False


def _said(card: Card) -> Iterator[str]:
    """The sentences that a slide shows, in order."""
    yield from _sentences(card.fields.get("lead", ""))
    yield from _sentences(card.fields.get("text", ""))
    points = listed(card.fields, "points")
    # Of rows that which has the title as its head tells what it is about.
    own = [each for each in points if isinstance(each, Mapping) and each.get("head") == card.title]
    yield from (each for point in own or points for each in _sentences(point))
    if own:
        return
    yield from _sentences(card.passage)


def _sentences(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield from sentences(value)
    elif isinstance(value, Mapping):
        yield from _sentences(value.get("text", ""))
    else:
        yield from (each for one in value if isinstance(one, str) for each in sentences(one))


def _repeated(title: str, taken: Container[str]) -> bool:
    """Whether another slide is called so: by the same words, or by the same beginning and sum."""
    if title in taken:
        return True
    numbers = {*_NUMBERS.findall(title)}
    begins = title[:_SAME] if has_hanzi(title) else title.split(" ")[0]
    others = taken if isinstance(taken, Iterable) else ()
    return any(each.startswith(begins) and numbers & {*_NUMBERS.findall(each)} for each in others)


# The numbers of a title, and how much of its beginning tells what they are of.
_SAME = 6
_NUMBERS = pattern(
    r"\d[\d,.]*(?=\s?(?:%|per ?cent|million|billion|thousand|[MmBb]n?\b|[万亿家个人项元]))"
)


def is_headed(title: str, topic: str) -> bool:
    """Whether a title tells something behind its heading, or the first part of that."""
    head, joint, _ = title.partition("：" if has_hanzi(title) else ": ")
    return bool(joint and topic) and head[-_SAME:] in topic


def _under(card: Card, title: str) -> Card:
    """A slide under another title: a point that the title says whole does not stand below it."""
    notes = card.notes
    if card.title not in title and card.title not in notes:
        notes = "\n".join(filter(None, (card.title, notes)))
    plain = replace(card.plain, title=title, notes=notes) if card.plain else None
    card = replace(card, title=title, notes=notes, plain=plain, topic=card.title)
    points = listed(card.fields, "points")
    # Behind its heading a number is proved by the point that it is from.
    headed = is_headed(title, card.topic)
    kept = [
        each for each in points if headed or not (isinstance(each, str) and _is_said(each, title))
    ]
    if card.kind != "bullets" or len(kept) == len(points) or len(kept) < _POINTS:
        return card
    return replace(card, fields={**card.fields, "points": kept})


def _is_said(point: str, title: str) -> bool:
    """Whether a title says all of a point that is worth saying."""
    claim = next((each for each in claims_in(point, _ENGLISH) if title.endswith(each)), "")
    return bool(claim) and cells(point) - cells(claim) < _REST
