"""Turn slides that are all called by one heading into slides that are told apart by their titles.

The first keeps the heading; another is called by the clause that it begins with, or by what its
first sentence is about, and by the heading with a number where it has neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, listed
from briefgen.drafting.clauses import refers, telling_clause
from briefgen.drafting.tree import Paragraph
from briefgen.drafting.verbs import whole_clause
from briefgen.drafting.wording import (
    CLAUSE,
    LINE,
    TELLS,
    TITLE,
    claims_in,
    led_title,
    point,
    sentences,
    subject,
)
from briefgen.patterns import pattern
from briefgen.record import replace

# Columns of an English sentence that is a title in one line, and in two.
_ENGLISH = (66, 84)
# And of a sentence that is all of a slide.
_STATED = 150
# So many points are left at least.
_LEAST = 2


def told_apart(cards: Sequence[Card], subject: str, numbered: bool = True) -> Iterator[Card]:
    """The slides, none called as another is. `subject` is the title of the whole: a slide that is
    called so has its own words instead, where they make a title. One that only a number could tell
    from another is left out unless they may be `numbered`."""
    called: Counter[str] = Counter()
    opened: set[str] = set()
    for card in cards:
        name = card.title
        if card.kind == "quote" and not name:
            yield card
            continue
        if card.kind == "section":
            opened.add(name)
        elif called[name]:
            name = _own(card, called)
            if not name and not numbered and card.kind != "table":
                continue
            if not name and (said := _sentence(card)):
                card, name = replace(card, kind="statement", fields={}), said
            name = name or _counted(card.title, called[card.title])
        elif name in opened or name == subject:
            own = _own(card, called, whole=True)
            own = own or (_own(card, called) if name in opened else "")
            if not own and (own := _sentence(card)):
                card = replace(card, kind="statement", fields={})
            name = own or name
        if card.kind != "section":
            called[name] += 1
            # What is told apart by its number counts for the next number.
            called[card.title] += name.startswith(card.title) and name != card.title
        yield _renamed(card, name)


def _own(card: Card, called: Counter[str], whole: bool = False) -> str:
    """The title that a slide's own words make, if they must a `whole` clause or sentence; "" for
    none."""
    if card.kind == "table":
        return ""
    if found := next((each for each in _led(card, whole) if each and not called[each]), ""):
        return found
    points = [each for each in listed(card.fields, "points") if isinstance(each, str)]
    said = [each for words in (*points, card.passage, *_texts(card)) for each in sentences(words)]
    if whole and any(TELLS.search(each) for each in said):
        # What tells a number is called by that.
        return ""
    rooms = (LINE,) if has_hanzi(card.title) else _ENGLISH
    found = _entire(said, rooms, called)
    if found or whole:
        return found
    claims = (claim for most in rooms for each in points for claim in claims_in(each, most))
    told = (telling_clause(each, LINE) for each in sentences(card.passage))
    return next((each for each in (*told, *claims) if each and not called[each]), "")


def _led(card: Card, whole: bool) -> Iterator[str]:
    """What the paragraphs of a slide begin with, or are about."""
    for block in card.blocks:
        if isinstance(block, Paragraph):
            found = led_title(block.text) or ("" if whole else subject(block.text))
            # Net profit of EUR 6.9m: what it did stands behind that.
            if not TELLS.search(found) or whole_clause(found):
                yield found


def _entire(said: Sequence[str], rooms: Sequence[int], called: Counter[str]) -> str:
    """The first whole sentence that is a title in one line, else in two; "" for none. One that goes
    on from another comes last."""
    lines = sorted((_opened(point(each)) for each in said), key=refers)
    fit = (each for most in rooms for each in lines if CLAUSE <= cells(each) <= most)
    return next((each for each in fit if not called[each]), "")


def _opened(said: str) -> str:
    """A sentence without the word that joins it to the one before."""
    bare = _JOINS.sub("", said)
    return bare if bare == said else bare[:1].upper() + bare[1:]


_JOINS = pattern(r"(?:So|And|But|Besides|Moreover|Furthermore|Finally|Also),? ")


def _sentence(card: Card) -> str:
    """The one sentence that a slide shows, which can be its title set large; "" for more."""
    text = card.fields.get("text", "")
    if card.kind != "text" or card.files or not isinstance(text, str) or cells(text) > _STATED:
        return ""
    said = point(text)
    return said if len(sentences(text)) == 1 and said in claims_in(text, _STATED) else ""


def _texts(card: Card) -> list[str]:
    said = card.fields.get("text", "")
    return [said] if isinstance(said, str) else [each for each in said if isinstance(each, str)]


def _counted(name: str, before: int) -> str:
    """A title that is used again, with its number."""
    number = f"（{before + 1}）" if has_hanzi(name) else f" ({before + 1})"
    room = TITLE // (2 if has_hanzi(name) else 1) - len(number)
    return name[:room].rstrip() + number


def unnumbered(cards: Sequence[Card]) -> Iterator[Card]:
    """The slides, a table's title without its number where no other slide is called so any more."""
    titles = {card.title for card in cards}
    for card in cards:
        bare = _NUMBERED.sub("", card.title) if card.kind == "table" else card.title
        yield _renamed(card, card.title if bare in titles else bare)


_NUMBERED = pattern(r"（\d{1,2}）$| \(\d{1,2}\)$")


def _renamed(card: Card, name: str) -> Card:
    if name == card.title:
        return card
    plain = replace(card.plain, title=name) if card.plain else None
    points = listed(card.fields, "points")
    rest = [each for each in points if not (isinstance(each, str) and _opened(point(each)) == name)]
    if card.kind == "bullets" and _LEAST <= len(rest) < len(points):
        # What the title says whole is no point below it.
        card = replace(card, fields={**card.fields, "points": rest}, notes=card.notes or name)
    return replace(card, title=name, plain=plain)
