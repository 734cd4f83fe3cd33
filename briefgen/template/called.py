"""Turn layouts, masters, text boxes and colours into what PowerPoint calls them.

Two layouts of one name look the same in PowerPoint, so they are told by their place under their
master; a text box is known by the words in it; a colour is one of the theme's, or its hex digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from briefgen import messages
from briefgen.geometry import Rect
from briefgen.problems import Phrase, phrase
from briefgen.template.model import Board, Holder, Role
from briefgen.template.raster import least
from briefgen.template.read import Template
from briefgen.template.tokens import distance

# The colours of a theme that text may have, as the palette shows them.
_SLOTS = ("bg1", "tx1", "bg2", "tx2", *(f"accent{n}" for n in range(1, 7)))
_PLAIN = ("000000", "FFFFFF")
# What names that are taken get behind them.
_LETTERS = "BCDEFGHIJKLMNOPQRSTUVWXYZ"
# So many characters of what a text box says are enough to know it.
_WORDS = 40


def layout(template: Template, board: Board) -> Phrase:
    """A layout by its name, and by its place where others have the same."""
    name = board.label.rpartition(" #")[0] if _again(template, board) else board.label
    if sum(each.name == board.name for each in template.held.boards) < 2:
        return phrase("layout-named", name=name)
    of, number = master(template, board.master), place(template, board)
    return phrase("layout-nth", name=name, master=of, number=number)


def _again(template: Template, board: Board) -> bool:
    """Whether a layout's label has a number that its name has not."""
    first = next(each for each in template.held.boards if each.name == board.name)
    return first is not board and " #" in board.label


def place(template: Template, board: Board) -> int:
    """Which layout under its master it is, counted from 1."""
    boards = template.held.boards
    own = [boards[n].part for n in template.held.masters[board.master].boards]
    return own.index(board.part) + 1


def master(template: Template, number: int) -> Phrase:
    """A master by its name, or by its place where others have the same."""
    masters = template.held.masters
    name = masters[number].name
    if sum(each.name == name for each in masters) > 1:
        return phrase("master-nth", number=number + 1)
    return phrase("master-named", name=name)


def added_name(template: Template, role: Role) -> Phrase:
    """What a new layout for a role is called: with a letter where a layout has that name already
    (a number would be read as one of columns), and why."""
    key = f"name-{role}"
    words = messages.phrase(key)
    names = {board.name.strip().casefold() for board in template.held.boards}
    taken = names & {words.en.casefold(), words.zh}
    if not taken:
        return phrase("name-plain", name=phrase(key))
    free = (x for x in _LETTERS if not names & {f"{each} {x}".casefold() for each in taken})
    letter = next(free, _LETTERS[-1])
    return phrase("name-another", name=phrase(key), letter=letter)


def spot(rect: Rect) -> Phrase:
    """A place and its size in centimetres, as PowerPoint takes them."""
    named = {"left": rect.x, "top": rect.y, "width": rect.w, "height": rect.h}
    return phrase("spot", **{key: fine(each) for key, each in named.items()})


def fine(emu: int) -> str:
    """EMU to centimetres with two decimals.

    >>> fine(1_234_567)
    '3.43'
    """
    return f"{round(emu / 360_000, 2):g}"


def short(template: Template, board: Board) -> Phrase:
    """A layout in a table: its name, its master's place where other masters have one of that name,
    and its own where its master has two."""
    name = board.label.rpartition(" #")[0] if _again(template, board) else board.label
    alike = [each for each in template.held.boards if each.name == board.name]
    if len(alike) < 2:
        return phrase("layout-short", name=name)
    number, of = place(template, board), master(template, board.master)
    if len(template.held.masters) < 2:
        return phrase("layout-short-nth", name=name, number=number)
    if sum(each.master == board.master for each in alike) < 2:
        return phrase("layout-short-of", name=name, master=of)
    return phrase("layout-short-both", name=name, master=of, number=number)


def rgb(colour: str) -> Phrase:
    """A colour in hex digits, and in red, green and blue for dialogs without a field for those."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return phrase("colour-numbers", colour=colour, red=red, green=green, blue=blue)


def box(board: Board, holder: Holder) -> Phrase:
    """A text box of a layout by what it says, in a few words; by its name where it says nothing,
    and by its place where others say the same."""
    said = _words(holder)
    if not said:
        return phrase("box-named", words=holder.name)
    alike = [e.rect for e in board.holders if _words(e).casefold() == said.casefold()]
    if len(alike) < 2:
        return phrase("box-says", words=said)
    level = max(each.y for each in alike) < min(each.bottom for each in alike)
    stacked = len({each.y for each in alike}) == len(alike)
    if not (level or stacked):
        return phrase("box-named", words=holder.name)
    alike.sort(key=lambda each: each.x if level else each.y)
    number = alike.index(holder.rect) + 1
    if len(alike) == 2:
        place = ("left", "right") if level else ("upper", "lower")
        return phrase(f"box-{place[number - 1]}", words=said)
    return phrase("box-level" if level else "box-nth", words=said, number=number, count=len(alike))


def _words(holder: Holder) -> str:
    return " ".join(holder.prompt.split("\n", 1)[0].split())[:_WORDS]


def reads_any(board: Board, grounds: tuple[str, ...], wanted: float) -> bool:
    """Whether any colour of the theme, or black or white, reads on all of these grounds."""
    known = (*(board.scheme[slot] for slot in _SLOTS), *_PLAIN)
    return any(least(each, grounds) >= wanted for each in known)


def ink(board: Board, own: str, grounds: tuple[str, ...], wanted: float) -> tuple[str, str]:
    """A colour that reads on these grounds, and the slot that it has ("": none): the theme's that
    is most like the present one, or else black or white. Accents are for what is to stand out, and
    taken last."""
    able = [slot for slot in _SLOTS if least(board.scheme[slot], grounds) >= wanted]
    if not able and not reads_any(board, grounds, wanted):
        # Nothing reads on all of them: what reads on most of it.
        grounds = grounds[:1]
        able = [slot for slot in _SLOTS if least(board.scheme[slot], grounds) >= wanted]
    able = [slot for slot in able if not slot.startswith("accent")] or able
    if able:
        slot = min(able, key=lambda each: distance(board.scheme[each], own or "000000"))
        return slot, board.scheme[slot]
    return "", max(_PLAIN, key=lambda each: least(each, grounds))


def colour(board: Board, own: str, grounds: tuple[str, ...], wanted: float) -> Phrase:
    """What to click for a colour that reads on these grounds."""
    slot, seen = ink(board, own, grounds, wanted)
    if not slot:
        return phrase("colour-hex", colour=rgb(seen))
    number = slot.removeprefix("accent")
    named = phrase("slot-accent", number=number) if number != slot else phrase(f"slot-{slot}")
    return phrase("colour-slot", slot=named, colour=seen)


def in_turn(steps: Sequence[Phrase]) -> Phrase:
    """One step, or one thing, after the other."""
    return reduce(lambda first, then: phrase("in-turn", first=first, then=then), steps)


def as_ratio(share: float) -> str:
    """A contrast with one decimal, never more than it is.

    >>> as_ratio(2.96)
    '2.9'
    """
    return f"{int(share * 10) / 10:.1f}"
