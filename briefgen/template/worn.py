"""Turn sample slides that open something into what layouts for covers, sections, closings are.

A cover is the first slide; a closing the last ones, if they say thanks; a section has a number and
a title, and little beside. What such a slide shows is its look, but for what belongs to words that
have no place in decks; where it says something words of decks stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from briefgen.geometry import Rect, bounds
from briefgen.record import Record, replace
from briefgen.template.clean import A, P
from briefgen.template.evidence import AGENDA, THANKS
from briefgen.template.model import Board, Decor, Inventory, Role
from briefgen.template.names import named
from briefgen.template.parts import Taken
from briefgen.template.raster import covered
from briefgen.template.views import Said, View

# A look covers so much of a slide that its layout does not.
_MUCH = 0.1
# What says more than so many characters opens nothing; a section says less, in so many boxes.
_FEW, _SHORT, _BOXES = 150, 80, 6
# What opens something does not have its title in this share of the page.
_TOP = 0.2
# Below these shares of the page's sides, and of all of it, a shape goes with the words beside it.
_WIDE, _TALL, _PLATE = 0.45, 0.35, 0.08
# By an edge of the page is what stands within this share of its height.
_EDGE = 0.25
# How near it is to them, in shares of the page's height.
_NEAR = 0.02
# Of the page's width, the place of words below a title has at least so much.
_LINE = 0.25
# So many slides from the end one may close.
_LAST = 3
OPENINGS: tuple[Role, ...] = ("cover", "section", "closing")
Kind = Literal["title", "subTitle", "ordinal"]


class Place(Record):
    """Where words of a sample slide stand, for what."""

    kind: Kind
    said: Said


class Outfit(Record, kw_only=True):
    """What the layout for a role is made of: a sample slide, the layout to begin with, the numbers
    of the slide's shapes that it takes, whether its ground too; where words stand (no places: as
    the layout has them); whether there is to be a place for content, or two; where shapes stand
    that are not where the slide has them."""

    role: Role
    view: View
    base: Board
    shapes: frozenset[int]
    grounded: bool
    places: tuple[Place, ...] = ()
    columns: int = 0
    moved: Mapping[int, Rect] = {}
    # Those of the shapes that keep their words, which are the house's.
    spoken: frozenset[int] = frozenset()


def openings(
    taken: Taken, held: Inventory, shown: Sequence[View], roles: Sequence[Role]
) -> Iterator[Outfit]:
    """The outfits of those of these roles that open something, and whose look stands on sample
    slides alone."""
    page = held.width, held.height
    said = {_flat(each.words) for board in held.boards for each in board.decor} - {""}
    for role, view in chosen(shown, page).items():
        if role in roles and (found := _outfit(taken, role, _silent(view, said), page)):
            yield replace(found, view=view, **_spoken(view, found, said))


def _silent(view: View, said: AbstractSet[str]) -> View:
    """A slide without the words that layouts say: a motto is the house's, not the slide's."""
    return replace(view, said=tuple(e for e in view.said if _flat(e.words) not in said))


def _spoken(view: View, found: Outfit, said: AbstractSet[str]) -> dict[str, frozenset[int]]:
    """The shapes of an outfit with those that say what layouts say, which keep their words."""
    there = {_flat(each.words) for each in view.board.decor}
    spoken = frozenset(
        number
        for number, each in enumerate(view.root.find(f"{P}cSld/{P}spTree"))
        if each.tag == f"{P}sp"
        and each.find(f".//{P}ph") is None
        and _flat("".join(text.text or "" for text in each.iter(f"{A}t"))) in said - there
    )
    return {"shapes": found.shapes | spoken, "spoken": spoken}


def _flat(words: str) -> str:
    return "".join(words.split())


def chosen(shown: Sequence[View], page: tuple[int, int]) -> dict[Role, View]:
    """The sample slides that a cover, a section and a closing are like."""
    found: dict[Role, View] = {}
    first = next((each for each in shown if each.number == 1), None)
    if first and _opens(first) and not _headed(first, page):
        found["cover"] = first
    last = shown[-1].number if shown else 0
    rest = [each for each in shown if each.number > 1]
    ends = [each for each in reversed(rest) if last - each.number < _LAST and _opens(each)]
    closing = next((each for each in ends if _thanks(each)), None)
    if closing is None and ends and ends[0].number == last and ends[0].length < _SHORT:
        closing = ends[0] if ends[0].ground else None
    if closing:
        found["closing"] = closing
    others = [each for each in rest if each is not closing]
    if sections := sectioned(others, page):
        found["section"] = sections[0]
    return found


def sectioned(shown: Sequence[View], page: tuple[int, int]) -> list[View]:
    """The slides that begin a section, those with most evidence first."""
    alike = Counter(each.board.part for each in shown if _little(each))
    apart = _apart(shown)
    found: list[tuple[float, View]] = []
    for each in shown:
        if not _little(each) or _thanks(each):
            continue
        words = [one for one in each.said if not one.ordinal]
        numbers = len(each.said) - len(words) + sum(one.numbered for one in words)
        score = 2.0 if numbers == 1 else 0.0
        score += 1.0 if named(each.board.name).get("section", 0.0) else 0.0
        score += 1.0 if alike[each.board.part] > 1 and len(words) == 1 else 0.0
        score += 2.0 if each.board.part in apart and each.number > 1 and len(words) == 1 else 0.0
        several = numbers > 1 or agenda(each)
        if score >= 2 and words and not several and len(words) <= _BOXES:
            found.append((score, each))
    return [each for _, each in sorted(found, key=lambda one: (-one[0], one[1].number))]


def _apart(shown: Sequence[View]) -> set[str]:
    """The layouts of another ground than most slides have, on which no more than a line stands."""
    grounds = Counter(each.board.ground for each in shown).most_common(1)
    full = {each.board.part for each in shown if not _little(each) or len(each.said) > 1}
    own = {each.board.part for each in shown if each.board.ground != grounds[0][0]}
    return own - full


def _little(view: View) -> bool:
    return _opens(view) and view.length <= _SHORT


def _opens(view: View) -> bool:
    """Whether a slide may open something: it says something, and not much."""
    return bool(view.said) and not view.framed and view.length <= _FEW


def _headed(view: View, page: tuple[int, int]) -> bool:
    """Whether a slide has its title at the top, and something below it: that is content."""
    title = _titled(view.said)
    if title is None or 2 * title.rect.y + title.rect.h > 2 * _TOP * page[1]:
        return False
    below = [each for each in view.said if each.rect.y >= title.rect.bottom]
    pictured = any(
        each.kind == "picture" and each.rect.y >= title.rect.bottom for _, each in view.decor
    )
    return bool(below) or pictured


def agenda(view: View) -> bool:
    """Whether a slide lists the parts of a deck."""
    said = " ".join(each.words for each in view.said[:4]).lower()
    return bool(AGENDA.search(said)) and sum(each.ordinal for each in view.said) != 1


def _thanks(view: View) -> bool:
    return any(THANKS.search(each.words.lower()) for each in view.said)


def _outfit(taken: Taken, role: Role, view: View, page: tuple[int, int]) -> Outfit | None:
    places = tuple(_places(view, role, page))
    if not places:
        return None
    used = [each.said.rect for each in places]
    unused = [each.rect for each in view.said if not any(_holds(one, each.rect) for one in used)]
    shapes: dict[int, list[Decor]] = {}
    # What its layout shows too need not be taken.
    there = {view.key(taken, each, page) for each in view.board.decor}
    for number, each in view.decor:
        if view.key(taken, each, page) not in there:
            shapes.setdefault(number, []).append(each)
    kept = {
        number: [one for one in pieces if _drawn(one)]
        for number, pieces in shapes.items()
        if any(_drawn(one) for one in pieces)
        and not all(_plate(one, used, unused, page) for one in pieces if _drawn(one))
    }
    pieces = [one for own in kept.values() for one in own]
    if not (view.ground or _bare(view, role, places) or _much(pieces, used, page)):
        return None
    return Outfit(
        role=role,
        view=view,
        base=view.board,
        shapes=frozenset(kept),
        grounded=bool(view.ground),
        places=places,
    )


def _bare(view: View, role: Role, places: Sequence[Place]) -> bool:
    """Whether the layout of a slide has a look, and no place for a title; or one for a section into
    whose place nobody writes."""
    unused = role == "section" and not any(each.said.type for each in places)
    open_ = view.board.title is None or unused
    return open_ and any(each.own for each in view.board.decor)


def _much(pieces: Sequence[Decor], used: Sequence[Rect], page: tuple[int, int]) -> bool:
    """Whether pieces are a look: they cover much of the page, or have a logo among them."""
    return any(_logo(one, used, page) for one in pieces) or covered(pieces, page) >= _MUCH


def _logo(each: Decor, used: Sequence[Rect], page: tuple[int, int]) -> bool:
    """Whether a piece is a picture by the upper or the lower edge, clear of the words: the mark of
    a house, however small."""
    rect, edge = each.rect, round(_EDGE * page[1])
    outside = rect.bottom <= edge or rect.y >= page[1] - edge
    return each.kind == "picture" and outside and not any(rect.crosses(one) for one in used)


def _drawn(each: Decor) -> bool:
    """Whether a piece is seen even without its words."""
    return each.kind != "frame" and (
        bool(each.outline) or (each.paint is not None and each.paint.alpha > 0)
    )


def _plate(
    each: Decor, used: Sequence[Rect], unused: Sequence[Rect], page: tuple[int, int]
) -> bool:
    """Whether a small piece belongs to words that have no place in decks."""
    rect, pad = each.rect, round(_NEAR * page[1])
    small = rect.w < _WIDE * page[0] and rect.h < _TALL * page[1]
    if not small or rect.w * rect.h > _PLATE * page[0] * page[1]:
        return False
    near = rect.inset(-pad, -pad, -pad, -pad)
    beside = any(_amid(one, near) or _amid(rect, one) for one in unused)
    return beside and not any(rect.crosses(one) for one in used)


def _holds(outer: Rect, inner: Rect) -> bool:
    across = outer.x <= inner.x and inner.right <= outer.right
    return across and outer.y <= inner.y and inner.bottom <= outer.bottom


def _amid(one: Rect, other: Rect) -> bool:
    """Whether the middle of something is within another."""
    x, y = one.x + one.w // 2, one.y + one.h // 2
    return other.x <= x <= other.right and other.y <= y <= other.bottom


def _places(view: View, role: Role, page: tuple[int, int]) -> Iterator[Place]:
    """The largest words, which are the title; the number of a section; what stands below it."""
    section = role == "section"
    ordinals = [each for each in view.said if section and each.ordinal]
    words = [each for each in view.said if each not in ordinals]
    if ordinals:
        # Beside a number a heading may be repeated on each such slide.
        words = [each for each in words if not AGENDA.search(each.words.lower())] or words
    title = _titled(words)
    if title is None:
        return
    yield Place("title", title)
    yield from (Place("ordinal", each) for each in ordinals[:1])
    rest = [each for each in words if not _holds(title.rect, each.rect)]
    below = [each for each in rest if _under(each, title, page)]
    # On sections some say in smaller words above what the title says.
    above = [e for e in rest if _wide(e, title, page) and not e.rect.crosses(title.rect)]
    lines = below or above[:1] if section else below
    before = title
    for each in sorted(lines, key=lambda one: one.rect.y)[: 1 if section else 2]:
        if not each.rect.crosses(before.rect) or each.rect.y > before.rect.y:
            yield Place("subTitle", each)
            before = each


def _titled(words: Sequence[Said]) -> Said | None:
    """The largest words, or those in a place for a title; all of them where they are in several
    boxes."""
    titles = [each for each in words if each.type in ("title", "ctrTitle")]
    title = max(titles or words, key=lambda each: (each.size, -each.rect.y), default=None)
    if title is None:
        return None
    beside = [each.rect for each in words if _of_a_piece(each, title)]
    if len(beside) < 2:
        return title
    centred = max(each.x for each in beside) - min(each.x for each in beside) > title.rect.h
    return replace(title, rect=bounds(beside), centred=centred)


def _of_a_piece(each: Said, title: Said) -> bool:
    """Whether words are a line of a title that somebody wrote in several boxes."""
    level = each.rect.x < title.rect.right and each.rect.right > title.rect.x
    return not each.type and not title.type and level and 10 * each.size >= 9 * title.size


def _under(each: Said, title: Said, page: tuple[int, int]) -> bool:
    """Whether words stand below a title, and have the width of a line."""
    lower = each.rect.y >= title.rect.y + title.rect.h // 2
    return lower and _wide(each, title, page)


def _wide(each: Said, title: Said, page: tuple[int, int]) -> bool:
    """Whether smaller words have the width of a line, and stand above or below a title."""
    wide = each.rect.w >= _LINE * page[0] or 3 * each.rect.w >= 2 * title.rect.w
    level = each.rect.x < title.rect.right and each.rect.right > title.rect.x
    return wide and level and each.size <= title.size
