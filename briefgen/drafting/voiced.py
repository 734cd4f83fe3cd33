"""Turn a paragraph in which somebody speaks into a slide of their words, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value
from briefgen.drafting.verbs import whole_clause
from briefgen.drafting.wording import claims_in, fitting, sentences
from briefgen.patterns import pattern
from briefgen.record import Record, replace

# Columns of the words of a slide, and of whose they are; which share of a paragraph is spoken.
_WORDS, _WHO, _SHARE = range(30, 241), range(4, 121), 0.55
_SAID = r"(?:said|says|stated|states|continued|added|commented|noted|explained|concluded|remarked)"
# Rainer M. Blair, President, stated, “…”; “…,” said Jane Roe, Chair. “…”; 局长李明表示：“……”
_BEFORE = pattern(rf"(?P<who>[A-Z][^“”\"]+?),? {_SAID}[,:]?\s*$")
_BEHIND = pattern(
    rf"\s*(?:{_SAID} (?P<then>[A-Z][^“”\"]+?)|(?P<name>[A-Z][^“”\"]+?) {_SAID})[.,:]?\s*$"
)
_CHINESE = pattern(
    r"(?P<who>[^，。“”]{2,30})(?:表示|[说說]|指出|[称稱]|[强強][调調]|介[绍紹])[，：:]?\s*$"
)
_SPOKEN = pattern(r"[“\"]([^“”\"]+)[”\"]")


class Voiced(Record):
    """What somebody says, in whole sentences, and who it is."""

    words: str
    who: str


def voiced_in(text: str) -> Voiced | None:
    """Who speaks in a paragraph, and what they say; None where most of it is told by the writer.

    >>> voiced_in('“We sold more in every town than ever before,” said Ann Roe, Chair.')
    Voiced(words='We sold more in every town than ever before', who='Ann Roe, Chair')
    """
    parts = _SPOKEN.split(text)
    spoken, told = parts[1::2], parts[::2]
    if not spoken or sum(map(cells, spoken)) < _SHARE * cells(text):
        return None
    before = (_CHINESE if has_hanzi(text) else _BEFORE).match(told[0])
    behind = None if before or len(told) < 2 else _BEHIND.match(told[1])
    who = before["who"] if before else behind and (behind["then"] or behind["name"])
    if not who or cells(who.strip()) not in _WHO:
        return None
    words = _most(max(spoken, key=cells))
    return Voiced(words, who.strip(" ,.")) if words else None


def _most(spoken: str) -> str:
    """The sentences that stand together and say the most in so many columns; "" for none."""
    ends = [0]
    for sentence in sentences(spoken):
        at = spoken.find(sentence, ends[-1])
        if at >= 0:
            ends.append(at + len(sentence))
    runs = (spoken[a:b].strip() for at, a in enumerate(ends) for b in ends[at + 1 :])
    fit = [run.rstrip(",，") for run in runs if cells(run) in _WORDS]
    return max(fit, key=cells, default="")


def voiced(card: Card, headed: bool = False) -> Card:
    """A slide of one paragraph as a quotation where it is one; it stays what it was in the rest.
    One that is `headed` is called by its heading."""
    text = card.passage or card.notes
    found = voiced_in(text) if "\n" not in text else None
    if found is None:
        return card
    fields = {"text": found.words, "attribution": found.who}
    # What its heading calls it says more than the name that stands below the words anyway.
    named = headed and card.title not in text
    return replace(
        card,
        kind="quote",
        # Who speaks stands below the words: no title says it twice.
        title=card.title if named else "",
        fields=fields,
        notes=card.notes or text,
        passage="",
        plain=card,
    )


def together(cards: Sequence[Card], few: bool = False) -> Iterator[Card]:
    """The slides, quotations that follow each other as one: a card for each who speaks. Of those
    that are too long for that a draft of `few` slides has the first."""
    run: list[Card] = []
    for card in (*cards, None):
        if card and card.kind == "quote" and len(run) < _VOICES.stop - 1:
            run.append(card)
            continue
        both = _both(run) if len(run) in _VOICES else None
        yield from [both] if both else run[:1] if few else run
        run = [card] if card and card.kind == "quote" else []
        if card and card.kind != "quote":
            yield card


# Who can speak on one slide, and columns of their words.
_VOICES, _EACH = range(2, 4), 190


def _both(cards: Sequence[Card]) -> Card | None:
    """Quotations as cards, under what the first of them says that can be a title."""
    # Ann Roe, Chair, and Roe are one.
    whose = {str(each.fields["attribution"]).split(",")[0].split(" ")[-1] for each in cards}
    if len(whose) < len(cards):
        return None
    said = [str(each.fields["text"]) for each in cards]
    chinese = has_hanzi(said[0])
    room = _EACH * 2 // 3 if chinese else _EACH
    words = [fitting(each, room) for each in said]
    claims = (claim for each in words for claim in claims_in(each, _TITLE[chinese]))
    title = next((each for each in claims if whole_clause(each)), "")
    if not title or any(cells(each) > room for each in words):
        return None
    made: list[Value] = [
        {"head": str(card.fields["attribution"]), "text": f"“{each}”"}
        for card, each in zip(cards, words, strict=True)
    ]
    return Card(
        kind="cards",
        title=f"“{title}”",
        fields={"cards": made},
        notes="\n".join(filter(None, (each.notes for each in cards))),
        blocks=tuple(block for each in cards for block in each.blocks),
        settled=True,
    )


_TITLE = {False: 66, True: 50}
