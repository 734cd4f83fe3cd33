"""Turn the file of a template into all that is known of it: parts, inventory, choices, colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from briefgen.geometry import Rect
from briefgen.machine.remembered import digest
from briefgen.problems import Mark, Problems, UnfitError
from briefgen.record import Record
from briefgen.template.area import safe_area
from briefgen.template.clean import cleaned
from briefgen.template.derived import Worn
from briefgen.template.dressed import dressed, recast
from briefgen.template.faces import Faces, faces
from briefgen.template.inventory import inventory
from briefgen.template.lock import Lock, applied, read_lock
from briefgen.template.model import Board, Holder, Inventory, Role
from briefgen.template.parts import Taken, take
from briefgen.template.raster import SAMPLED, colours_under, counted, painted
from briefgen.template.roles import Cast, cast, serving
from briefgen.template.scan import read_template, scan
from briefgen.template.shown import with_colour
from briefgen.template.titled import Lent, titled
from briefgen.template.tokens import Palette, coloured, palette

# The words of a title cover so much of a slide: one part of this many.
_WORDS = 60
# Titles that are nearer to each other than this part of a slide's height are meant to be at one
# place.
_JUMP = 10
# A layout that is made leaves at least so much of a slide as room for content.
_ROOM = 0.25


class Template(Record, kw_only=True):
    """A template that can be used: its parts, what it holds, what serves as what."""

    file: str
    data: bytes
    taken: Taken
    held: Inventory
    cast: Cast
    faces: Faces
    lock: Lock | None = None
    # Layouts that got a title from words that are no place for one.
    lent: tuple[Lent, ...] = ()
    # Layouts that were made of sample slides.
    worn: tuple[Worn, ...] = ()

    @property
    def page(self) -> tuple[int, int]:
        return self.held.width, self.held.height

    @property
    def sampled(self) -> Worn | None:
        """What the layout for content was made of, where it was made of a sample slide."""
        found = self.cast.found.get("content")
        part = self.held.boards[found.board].part if found else ""
        return next((each for each in self.worn if each.part == part), None)

    @property
    def titled(self) -> bool:
        """Whether any layout has a place for a title."""
        return any(board.title for board in self.held.boards)

    def board(self, role: Role) -> Board:
        """The layout on which slides of a role are composed. Titles do not jump from slide to
        slide: what stands on a title alone has it where content has."""
        found = serving(self.held, self.cast.found, role)
        model = self.cast.found.get("content")
        if role == "title-only" and found and model and not found.said:
            one, other = self.held.boards[found.board].title, self.held.boards[model.board].title
            if one and other and 0 < _apart(one.rect, other.rect) < self.held.height // _JUMP:
                found = model
        return self.held.boards[found.board if found else 0]

    @property
    def model(self) -> Board | None:
        """The layout whose places for content are trusted."""
        found = self.cast.found.get("content") or self.cast.found.get("two")
        return self.held.boards[found.board] if found else None

    def area(self, board: Board) -> Rect:
        """The largest place for content on a layout."""
        model = self.model
        return safe_area(
            self.held, board, model if model and model.master == board.master else None
        )

    def grounds(self, board: Board, place: Rect) -> tuple[str, ...]:
        """The colours that lie under a place of a layout, the most frequent first."""
        image = painted(board, self.held.seen, self.page, SAMPLED, guessed=False)
        return colours_under(image, place, self.page)

    def under(self, board: Board, holder: Holder) -> tuple[str, ...]:
        """The colours that lie under the text of a placeholder: its own fill, or what it covers."""
        return self.grounds(board, holder.rect)

    def palette(self, board: Board) -> Palette:
        """The tokens on a layout, by what lies under the room for its content."""
        under = self.grounds(board, self.area(board))
        held = self.held
        return palette(board.scheme, under, self.seen(), held.accents, held.tabled)

    def seen(self) -> Mapping[str, int]:
        """How many pixels of each colour the layouts show that most slides stand on, with the
        words of their titles."""
        found: Counter[str] = Counter()
        for role in ("title-only", "content", "cover"):
            board = self.board(role)
            image = painted(board, self.held.seen, self.page, SAMPLED)
            found.update({colour: count for count, colour in counted(image)})
            if board.title and board.title.colour and coloured(board.title.colour):
                found[board.title.colour] += image.width * image.height // _WORDS
        return found


def open_template(path: Path, problems: Problems, shown: str = "") -> Template | None:
    """The template in a file; None, with problems, where it cannot be used.

    `shown` is its path as it is told.
    """
    mark = Mark(shown or path.name)
    try:
        data = read_template(path)
        taken, lent = titled(cleaned(take(scan(data))))
        held = inventory(taken)
    except UnfitError as unfit:
        unfit.tell(problems, mark, file=mark.file)
        return None
    lock = read_lock(path, problems)
    if lock and lock.hash and lock.hash != digest(data):
        problems.add("template-changed", lock.mark, file=path.name)
    chosen = cast(held)
    worn: tuple[Worn, ...] = ()
    try:
        if held.words and (lock is None or lock.samples):
            before = applied(held, chosen, lock, Problems())
            chosen, held, taken, worn = _dressed(taken, held, before, lock)
    except UnfitError as unfit:
        unfit.tell(problems, mark, file=mark.file)
        return None
    chosen = applied(held, chosen, lock, problems)
    own = [held.boards[each.board] for each in chosen.found.values()] if worn else []
    held = with_colour(held, chosen.master, own)
    return Template(
        file=path.name,
        data=data,
        taken=taken,
        held=held,
        cast=chosen,
        faces=faces(held, held.masters[chosen.master].fonts),
        lock=lock,
        lent=lent,
        worn=worn,
    )


def _dressed(
    taken: Taken, held: Inventory, before: Cast, lock: Lock | None
) -> tuple[Cast, Inventory, Taken, tuple[Worn, ...]]:
    """What serves as what, with layouts made of sample slides; without those for content where they
    leave no room for it, since what stands there is what somebody had drawn."""
    for content in (True, False):
        made, worn = dressed(taken, held, before, lock, content=content)
        if not worn:
            break
        now = inventory(made, held)
        chosen = recast(before, held, now, worn)
        board = now.boards[chosen.found["content"].board] if "content" in chosen.found else None
        if not content or board is None or board.part not in {each.part for each in worn}:
            return chosen, now, made, worn
        area = safe_area(now, board, board)
        if area.w * area.h >= _ROOM * now.width * now.height:
            return chosen, now, made, worn
    return before, held, taken, ()


def _apart(one: Rect, other: Rect) -> int:
    return abs(one.x - other.x) + abs(one.y - other.y)


def in_cm(emu: int) -> float:
    """EMU to centimetres, as PowerPoint shows them."""
    return round(emu / 360_000, 1)


def ratio(page: tuple[int, int]) -> str:
    """The proportions of a page by the name that PowerPoint has for them, else as a number.

    >>> ratio((12192000, 6858000)), ratio((9144000, 6858000)), ratio((3000, 2000))
    ('16:9', '4:3', '1.50:1')
    """
    known: Mapping[str, float] = {"16:9": 16 / 9, "4:3": 4 / 3, "16:10": 1.6, "A4": 297 / 210}
    share = page[0] / page[1]
    near = next((name for name, each in known.items() if abs(each - share) < 0.012), "")
    return near or f"{share:.2f}:1"
