"""Turn the parts of a template into an inventory: every master, layout, placeholder and decoration.

python-pptx opens the file and follows placeholders from a layout to its master; what it has no
words for (colour maps, grounds, hidden shapes, turned groups) is read from the markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from briefgen.geometry import Rect
from briefgen.machine.reasons import as_said
from briefgen.problems import UnfitError
from briefgen.record import replace
from briefgen.template.clean import A, P, kept
from briefgen.template.decor import decorations
from briefgen.template.emf import drawn
from briefgen.template.model import (
    FURNITURE,
    Board,
    Fonts,
    Holder,
    HolderKind,
    Inventory,
    Master,
    Paint,
)
from briefgen.template.paints import colour, paint, scheme_of
from briefgen.template.parts import Part, Taken, parsed, zipped
from briefgen.template.styles import anchor, insets, levels
from briefgen.template.tabled import tabled

# What placeholders are for, by their type (ECMA-376 Part 1, 19.7.10); without one it is content.
_KINDS: Mapping[str, HolderKind] = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "body": "text",
    "obj": "content",
    "pic": "picture",
    "clipArt": "picture",
    "chart": "chart",
    "tbl": "table",
    "dgm": "diagram",
    "media": "media",
    "dt": "date",
    "ftr": "footer",
    "sldNum": "number",
}
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff")
_DRAWINGS = ("image/x-emf", "image/emf")
_SLIDES = 400
_SAMPLED = (".slide+xml", "drawingml.chart+xml")
_NAMED = re.compile(rb'schemeClr val="(accent[1-6])"')
# What parts lead to, by the end of their content type.
_NEEDED = {".slideMaster+xml": "theme", ".slideLayout+xml": "slideMaster"}


def inventory(taken: Taken, before: Inventory | None = None) -> Inventory:
    """All that a template holds; of layouts that it had `before`, what was read of them then.
    Raises UnfitError where a part that is needed is damaged."""
    from pptx import Presentation  # 150 ms: only those who use a template pay

    _whole(taken)
    try:
        deck = Presentation(BytesIO(zipped(taken)))
        masters = list(deck.slide_masters)
        layouts = [(n, each) for n, top in enumerate(masters) for each in top.slide_layouts]
        size = int(deck.slide_width or 0), int(deck.slide_height or 0)
        used, words, sampled = _samples(deck)
    except (UnfitError, MemoryError):
        raise
    except Exception as problem:  # a damaged part may fail anywhere in the library
        raise UnfitError("template-damaged", part=as_said(str(problem))) from None
    if not masters:
        raise UnfitError("template-no-master")
    if size[0] <= 0 or size[1] <= 0:
        raise UnfitError("template-damaged", part="ppt/presentation.xml")
    try:
        labels = _labels([str(each.name) for _, each in layouts])
        themes = [_theme(taken, taken.parts[str(each.part.partname)]) for each in masters]
        heads = [_master(each, n, themes[n], layouts) for n, each in enumerate(masters)]
        known = {each.part: each for each in before.boards} if before else {}
        boards = tuple(
            _board(taken, each, label, number, used, size, themes[number][1], known)
            for (number, each), label in zip(layouts, labels, strict=True)
        )
    except (UnfitError, MemoryError):
        raise
    except Exception as problem:  # what a part lacks is asked for by its name
        raise UnfitError("template-damaged", part=as_said(str(problem))) from None
    pictures = {
        name: taken.parts[name].data for name in kept(taken) if taken.parts[name].kind in _PICTURES
    }
    drawings = {
        name: found
        for name in kept(taken)
        if taken.parts[name].kind in _DRAWINGS and (found := drawn(taken.parts[name].data))
    }
    return Inventory(
        width=size[0],
        height=size[1],
        masters=tuple(heads),
        boards=boards,
        words=tuple(words),
        sampled=sampled,
        accents=_accents(taken),
        tabled=tabled(taken),
        pictures=pictures,
        drawings=drawings,
        embedded=tuple(
            each.get("typeface", "")
            for each in deck.part._element.iter(f"{P}font")
            if each.get("typeface")
        ),
    )


def _samples(deck: Any) -> tuple[dict[str, list[int]], list[str], Counter[str]]:
    """On which layout (by its part) each sample slide stands, what each says, and the colours that
    they name."""
    used: dict[str, list[int]] = {}
    colours: Counter[str] = Counter()
    words: list[str] = []
    for number, slide in enumerate(list(deck.slides)[:_SLIDES], 1):
        used.setdefault(str(slide.slide_layout.part.partname), []).append(number)
        said = (each.text for each in slide._element.iter(f"{A}t") if each.text)
        words.append(" ".join(said))
        colours.update(each.get("val", "").upper() for each in slide._element.iter(f"{A}srgbClr"))
    return used, words, colours


def _accents(taken: Taken) -> Counter[str]:
    """How often sample slides and charts name each accent of their themes."""
    found: Counter[str] = Counter()
    for part in taken.parts.values():
        if part.kind.endswith(_SAMPLED):
            found.update(each.decode() for each in _NAMED.findall(part.data))
    return found


def _labels(names: list[str]) -> list[str]:
    """Names by which layouts are told apart: the second of a name is “name #2”."""
    met: Counter[str] = Counter()
    labels = []
    for name in names:
        plain = legible(name) or "?"
        met[plain] += 1
        labels.append(plain if met[plain] == 1 else f"{plain} #{met[plain]}")
    return labels


def legible(name: str) -> str:
    """A name on one line, without characters that show nothing."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())


def _whole(taken: Taken) -> None:
    """That layouts lead to their masters, and these to their themes. Raises UnfitError."""
    for part in taken.parts.values():
        wanted = next((word for kind, word in _NEEDED.items() if part.kind.endswith(kind)), "")
        if wanted and not part.targets(wanted):
            raise UnfitError("template-damaged", part=part.name.lstrip("/"))


def _theme(taken: Taken, part: Part) -> tuple[str, Any]:
    """The theme of a master: its part, and its markup."""
    name = next(iter(part.targets("theme")), "")
    return name, parsed(taken.parts[name].data, name) if name else None


def _master(
    master: Any, number: int, styled: tuple[str, Any], layouts: list[tuple[int, Any]]
) -> Master:
    name = str(master.part.partname)
    at, theme = styled
    called = theme.get("name", "") if theme is not None else ""
    return Master(
        part=name,
        name=legible(called) or f"{number + 1}",
        theme=at,
        scheme=scheme_of(theme, master._element.find(f"{P}clrMap")),
        fonts=Fonts(_faces(theme, "major"), _faces(theme, "minor")),
        boards=tuple(n for n, (of, _) in enumerate(layouts) if of == number),
        title=next(
            (
                Rect(int(each.left), int(each.top), int(each.width), int(each.height))
                for each in master.placeholders
                if each.element.ph.get("type") == "title" and each.width and each.height
            ),
            None,
        ),
        kinds=frozenset(
            kind
            for each in master.placeholders
            if (kind := _KINDS.get(str(each.element.ph.get("type", "obj"))))
        ),
    )


def _faces(theme: Any, which: str) -> tuple[str, str, str]:
    """The latin and the East Asian face of headings or text, and that of simplified Chinese."""
    fonts = theme.find(f".//{A}fontScheme/{A}{which}Font") if theme is not None else None
    if fonts is None:
        return "", "", ""
    found = {each.tag.rpartition("}")[2]: each.get("typeface", "") for each in fonts}
    hans = next((each.get("typeface", "") for each in fonts if each.get("script") == "Hans"), "")
    return found.get("latin", ""), found.get("ea", ""), hans


def _board(
    taken: Taken,
    layout: Any,
    label: str,
    number: int,
    used: Mapping[str, list[int]],
    size: tuple[int, int],
    theme: Any,
    known: Mapping[str, Board],
) -> Board:
    name = str(layout.part.partname)
    if name in known:
        return replace(known[name], label=label)
    master = layout.slide_master
    top = str(master.part.partname)
    override = layout._element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    mapping = override if override is not None else master._element.find(f"{P}clrMap")
    overriding = _overriding(taken, taken.parts[name])
    scheme = scheme_of(theme if overriding is None else overriding, mapping)
    shown = layout._element.get("showMasterSp", "1") not in ("0", "false")
    decor = []
    if shown:
        decor += decorations(master._element, scheme, theme, taken.parts[top], size, own=False)
    decor += decorations(layout._element, scheme, theme, taken.parts[name], size, own=True)
    return Board(
        part=name,
        name=str(layout.name),
        label=label,
        type=layout._element.get("type", ""),
        master=number,
        holders=tuple(_holders(taken, layout, master, scheme)),
        decor=tuple(decor),
        ground=_ground(taken, layout, master, scheme, theme),
        scheme=scheme,
        used=tuple(used.get(name, ())),
    )


def _overriding(taken: Taken, part: Part) -> Any:
    """What a layout has instead of its master's theme (14.2.8), where it has colours of its own."""
    for name in part.targets("themeOverride"):
        root = parsed(taken.parts[name].data, name)
        if root.find(f".//{A}clrScheme") is not None:
            return root
    return None


def _holders(taken: Taken, layout: Any, master: Any, scheme: Mapping[str, str]) -> Iterator[Holder]:
    tops = {str(each.element.ph.get("type", "obj")): each for each in master.placeholders}
    for each in layout.placeholders:
        ph = each.element.ph
        kind = _KINDS.get(ph.get("type", "obj"))
        if kind is None:
            continue
        like = {"title": "title", "date": "dt", "footer": "ftr", "number": "sldNum"}.get(kind)
        above = tops.get(like or "body")
        own = [shape.element for shape in (each, above) if shape is not None]
        place = tuple(_placed(own, part) for part in ("x", "y", "cx", "cy"))
        if None in place or place[2] <= 0 or place[3] <= 0:
            continue
        if kind != "title" and _tilted(own[0]):
            # Words at a slant are an ornament.
            continue
        sources = list(_styles(own, master, kind))
        boxes = [box for one in own if (box := one.find(f"{P}txBody/{A}bodyPr")) is not None]
        yield Holder(
            kind=kind,
            type=ph.get("type", "obj"),
            index=int(ph.get("idx", "0")),
            name=str(each.name),
            rect=Rect(*(int(part) for part in place)),
            prompt=each.text_frame.text.strip()[:200] if each.has_text_frame else "",
            upright=_turned(own)
            or next((turn for box in boxes if (turn := box.get("vert"))), "horz") != "horz",
            turned=_turned(own),
            levels=levels(sources, scheme),
            insets=insets(boxes),
            anchor=anchor(boxes),
            colour=_ink(sources, 1, scheme),
            deeper=tuple(filter(None, (_ink(sources, level, scheme) for level in (2, 3)))),
            paint=_filled(taken, (each, above), scheme),
            own=each.element.find(f"{P}spPr/{A}xfrm") is not None,
        )


def _placed(own: Sequence[Any], part: str) -> Any:
    """What a placeholder's place says, or else that of the one it follows; None where none does."""
    return next((said for each in own if (said := getattr(each, part)) is not None), None)


def _ink(sources: Sequence[Any], level: int, scheme: Mapping[str, str]) -> str:
    """The colour that styles name for a level of text; "" for none."""
    runs = (each.find(f"{A}lvl{level}pPr/{A}defRPr/{A}solidFill") for each in sources)
    fill = next((each for each in runs if each is not None and len(each)), None)
    return "" if fill is None else colour(fill[0], scheme)[0]


def _turned(own: Sequence[Any]) -> bool:
    """Whether a placeholder is turned by about a quarter (20.1.7.6)."""
    for each in own:
        placed = each.find(f"{P}spPr/{A}xfrm")
        if placed is not None:
            turn = int(placed.get("rot", "0")) // 60_000 % 180
            return 45 < turn < 135
    return False


def _tilted(shape: Any) -> bool:
    """Whether a placeholder is turned by neither a quarter nor a half."""
    placed = shape.find(f"{P}spPr/{A}xfrm")
    return placed is not None and 2 < int(placed.get("rot", "0")) / 60_000 % 90 < 88


def _filled(taken: Taken, shapes: tuple[Any, Any], scheme: Mapping[str, str]) -> Paint | None:
    """What fills a placeholder: what it says itself, or else its master's."""
    for each in shapes:
        own = each.element.find(f"{P}spPr") if each is not None else None
        found = None if own is None else paint(own, scheme, taken.parts[str(each.part.partname)])
        if found is not None:
            return found if found.alpha > 0 else None
    return None


def _styles(own: Sequence[Any], master: Any, kind: HolderKind) -> Iterator[Any]:
    """The lists of styles that a placeholder's text follows, from the layout up."""
    for each in own:
        found = each.find(f"{P}txBody/{A}lstStyle")
        if found is not None:
            yield found
    name = "titleStyle" if kind == "title" else "bodyStyle"
    name = "otherStyle" if kind in FURNITURE else name
    found = master._element.find(f"{P}txStyles/{P}{name}")
    if found is not None:
        yield found


def _ground(taken: Taken, layout: Any, master: Any, scheme: Mapping[str, str], theme: Any) -> Paint:
    """What fills a layout: its own ground, or its master's (19.3.1.1 and 19.3.1.3)."""
    for sheet in (layout, master):
        part = taken.parts[str(sheet.part.partname)]
        own = sheet._element.find(f"{P}cSld/{P}bg")
        if own is None or not len(own):
            continue
        if own[0].tag == f"{P}bgPr":
            return paint(own[0], scheme, part) or Paint((scheme["bg1"],))
        standing = colour(own[0][0], scheme)[0] if len(own[0]) else scheme["bg1"]
        return _styled(taken, part, theme, int(own[0].get("idx", "0")), scheme, standing)
    return Paint((scheme["bg1"],))


def _styled(
    taken: Taken, part: Part, theme: Any, number: int, scheme: Mapping[str, str], standing: str
) -> Paint:
    """A ground of the theme's list (20.1.4.1.7), in a colour."""
    fills = theme.find(f".//{A}bgFillStyleLst") if theme is not None else None
    if number < 1001 or fills is None or len(fills) < number - 1000:
        return Paint((standing,))
    wrapper = parsed(b"<x/>", "")
    wrapper.append(deepcopy(fills[number - 1001]))
    at = next(iter(part.targets("theme")), "")
    if not at and (above := next(iter(part.targets("slideMaster")), "")):
        at = next(iter(taken.parts[above].targets("theme")), "")
    return paint(wrapper, scheme, taken.parts[at], standing) or Paint((standing,))
