"""Turn a template into the house that a deck is composed in and stands on.

What a deck must have and the template has not (a title on a layout, a Chinese face) is put into our
copy of its parts. Where there is little room for content type is smaller, and there is a house with
smaller type still, for decks whose texts do not fit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, Size, pt
from briefgen.record import replace
from briefgen.scene.canvas import Canvas, canvas_of, scale_of
from briefgen.scene.house import House
from briefgen.template.area import clear_area
from briefgen.template.clean import P, R, written
from briefgen.template.evidence import lists
from briefgen.template.frames import (
    SERVES,
    Scale,
    Site,
    frame,
    inks,
    named_frame,
    numbers,
    ordered,
    plain_ink,
    title_colour,
)
from briefgen.template.mended import mended
from briefgen.template.model import ORDINAL, Role
from briefgen.template.parts import parsed
from briefgen.template.places import floor, list_area
from briefgen.template.raster import least
from briefgen.template.reach import sides
from briefgen.template.read import Template
from briefgen.template.themed import themed
from briefgen.template.tokens import TEXT
from briefgen.theme.model import Theme

# Of the body of the usual canvas, this is enough for kinds to be as they are; type is made smaller
# for less, down to the factor.
_ENOUGH, _LEAST = pt(864) * pt(350), 0.8
# How much smaller type is in the houses for what does not fit.
_DENSER = (1.0, 0.88, 0.78, 0.7)
# What is kept free above the number of a slide that stands in the room for content.
_OVER = pt(4)
# Below this share of the page's height is its foot.
_FOOT = 0.85
_OPENINGS: tuple[Role, ...] = ("cover", "section", "closing")


def house(template: Template, theme: Theme, asked: Collection[str] = ()) -> House:
    """The house of a template; what the template says nothing of is the theme's. `asked` are the
    layouts that slides ask for by their names."""
    parts, boards = mended(template)
    shown = replace(template, held=replace(template.held, boards=boards))
    plainest = shown.board("title-only")
    own = themed(shown, theme)
    wanted = [board for board in boards if board.label in asked]
    serving = {shown.board(role).part: shown.board(role) for role in SERVES.values()}
    colours = inks(shown, own, (*serving.values(), *wanted))
    numbered = numbers(shown, own, (*serving.values(), *wanted))
    area = _above(shown.area(plainest), numbered.get(plainest.part))
    clear = {id: clear_area(shown.held, shown.board(SERVES[id])) for id in _OPENINGS}
    rooms = _rooms(shown, clear)
    floors = _floors(shown)
    reaches = _reaches(shown)
    main = shown.taken.parts[shown.taken.main]
    root = parsed(main.data, main.name)
    sheets = {id: shown.board(role).part for id, role in SERVES.items()}
    sheets |= {f"layout:{board.label}": board.part for board in wanted}
    plain = _plain(shown, own, colours, clear, rooms)
    meant = {found.board for role in _OPENINGS if (found := shown.cast.found.get(role))}
    lent = frozenset(id for id in _OPENINGS if boards.index(shown.board(id)) not in meant)
    body = shown.board("content")
    linked = least(body.scheme["hlink"], shown.grounds(body, shown.area(body))[:3]) >= TEXT
    defaults = _markup(root, "defaultTextStyle")
    ordinals = [e.prompt for e in shown.board("section").holders if e.name == ORDINAL]
    made: House | None = None
    usual = _scale(shown, area)
    # The smallest type is 12 pt, where slides have room for what stands on them then.
    scales = dict.fromkeys((max(1.0, usual), *(usual * share for share in _DENSER)))
    for factor in reversed(scales):
        scale = Scale(factor)
        canvas = _canvas(shown, scale, area)
        site = Site(template=shown, scale=scale, canvas=canvas, inks=colours, numbers=numbered)
        frames = [frame(site, id) for id in SERVES]
        frames += [named_frame(site, board, f"layout:{board.label}") for board in wanted]
        made = House(
            parts=parts,
            masters=tuple(_masters(root, shown)),
            styles=next(iter(main.targets("tableStyles")), ""),
            defaults=defaults if "+mn-ea" in defaults else "",
            canvas=canvas,
            layouts=tuple(frames),
            sheets=sheets,
            named={board.label: f"layout:{board.label}" for board in wanted},
            theme=own,
            rooms={id: scale.rect(rect) for id, rect in rooms.items()},
            floors={key: scale.long(y) for key, y in floors.items()},
            reaches={key: (scale.long(x), scale.long(end)) for key, (x, end) in reaches.items()},
            ordinal="".join(ordinals[:1]),
            plain=plain,
            linked=linked,
            listed="section" not in shown.cast.found and lists(shown.held) > 1,
            tabled=bool(shown.held.tabled),
            lent=lent,
            denser=made,
        )
    assert made is not None
    return made


def _plain(
    template: Template,
    theme: Theme,
    inks: Mapping[tuple[str, str, int], Fill],
    clear: Mapping[Role, Rect],
    rooms: Mapping[str, Rect],
) -> dict[str, Token]:
    """The token of plain text on covers, sections and closings: where they are clear, and on the
    ground of their titles."""
    found: dict[str, Token] = {}
    for id, rect in clear.items():
        board = template.board(SERVES[id])
        title = title_colour(board, theme, inks)
        within = f"{id}:within"
        for name, place in ((id, rect), (within, rooms.get(within, rect))):
            found[name] = plain_ink(theme, template.grounds(board, place)[:3], title)
    return found


def _above(area: Rect, number: tuple[Rect, Token] | None) -> Rect:
    """The room for content, which ends above the number of a slide that stands in its corner."""
    inside = number is not None and area.bottom > number[0].y > area.y
    return replace(area, h=number[0].y - _OVER - area.y) if number and inside else area


def _rooms(template: Template, clear: Mapping[Role, Rect]) -> dict[str, Rect]:
    """The room for a list of contents, and that on covers, sections and closings: `clear` of their
    places, and below their titles."""
    found = {"agenda": list_area(template, template.board("agenda"))}
    for id in _OPENINGS:
        found[id] = clear[id]
        top = _under(template, id)
        board = template.board(SERVES[id])
        found[f"{id}:below"] = clear_area(template.held, board, top, lines=True)
        if board.title:
            # What is left below a title of the ground that it stands on.
            low, rect = floor(template, board, board.title), board.title.rect
            high = low - rect.bottom if low < _FOOT * template.page[1] else 0
            found[f"{id}:within"] = Rect(rect.x, rect.bottom, rect.w, max(0, high))
    return found


def _under(template: Template, id: str) -> int:
    """Where what is below the title of a cover, a section or a closing begins: where the ground
    that the title stands on ends, if it does."""
    board = template.board(SERVES[id])
    if board.title is None:
        return 0
    end = floor(template, board, board.title)
    return max(board.title.rect.bottom, end if end < _FOOT * template.page[1] else 0)


def _floors(template: Template) -> dict[tuple[str, int], int]:
    """How far down words may go that begin in the places of a cover, a section or a closing."""
    return {
        (id, number): floor(template, template.board(SERVES[id]), holder)
        for id in _OPENINGS
        for number, holder in enumerate(ordered(template.board(SERVES[id]), cover=id == "cover"), 1)
    }


def _reaches(template: Template) -> dict[tuple[str, int], tuple[int, int]]:
    """From where to where lines may go in the places of a cover, a section or a closing."""
    return {
        (id, number): sides(template, template.board(SERVES[id]), holder)
        for id in _OPENINGS
        for number, holder in enumerate(ordered(template.board(SERVES[id]), cover=id == "cover"), 1)
    }


def _masters(root: Any, template: Template) -> Iterator[tuple[int, str]]:
    main = template.taken.parts[template.taken.main]
    for each in root.iter(f"{P}sldMasterId"):
        if target := main.target(each.get(f"{R}id", "")):
            yield int(each.get("id", "0")), target


def _markup(root: Any, tag: str) -> str:
    found = root.find(f"{P}{tag}")
    if found is None:
        return ""
    text: str = written(found).decode()
    return text.partition("?>")[2].strip()


def _scale(template: Template, area: Rect) -> float:
    """How much larger the template's slides are than the canvas."""
    factor = scale_of(Size(*template.page))
    room = area.w * area.h / factor**2
    return float(factor * max(_LEAST, min(1.0, (room / _ENOUGH) ** 0.5)))


def _canvas(template: Template, scale: Scale, area: Rect) -> Canvas:
    """The canvas whose body is the room for content on the layout for titles only."""
    plain = canvas_of(Size(*template.page))
    board = template.board("title-only")
    body = scale.rect(area)
    note = Rect(body.x, body.bottom - pt(20), body.w, pt(20))
    title = scale.rect(board.title.rect) if board.title else replace(body, h=pt(60))
    foot = {each.kind: scale.rect(each.rect) for each in board.holders}
    below = Rect(body.x, body.bottom + pt(4), body.w, pt(20))
    w, h = scale.long(template.page[0]), scale.long(template.page[1])
    return replace(
        plain,
        width=w,
        height=h,
        factor=scale.factor,
        margin=body.x,
        narrow=body.w < body.h * 1.05,
        title_lines=2,
        note_lines=1,
        track=Rect(body.x, body.y, body.w, pt(20)),
        title=title,
        body=body,
        # Rows of tables are higher in some faces.
        noted=replace(body, h=body.h - pt(34)),
        note=note,
        footer=foot.get("footer", below),
        date=foot.get("date", below),
        number=foot.get("number", below),
    )
