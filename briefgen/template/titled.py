"""Turn words that stand where a title should into places for one, on layouts that have none.

People draw covers with plain text boxes, on the layout ("Title goes here") or on a sample slide, or
name a layout a cover and give it places for content alone. What is written there is meant to be
replaced, so that our copy of such a layout has a title in that place, looking as the words do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Literal

from briefgen.geometry import Rect
from briefgen.patterns import pattern
from briefgen.record import Record, replace
from briefgen.template.clean import A, P, R, written
from briefgen.template.names import named
from briefgen.template.parts import Part, Taken, parsed

How = Literal["prompt", "place", "sample"]
# Words that ask for others, by the first line of a box: for a title, and for what stands below it.
_TITLE = pattern(
    r"^\W*(?:(?:click|tap)\b.{0,24}\btitle|(?:presentation |main |your |insert |deck )?title\b"
    r"|(?:请|請)?(?:单击|點擊|点击|按一下|双击|输入|輸入|添加|编辑|填写|在此).{0,10}[标標][题題]"
    r"|主?[标標][题題]\W*$)"
)
_SUBTITLE = pattern(
    r"^\W*(?:(?:click|tap)\b.{0,24}\bsub-?title|(?:presentation |your |insert )?sub-?title\b"
    r"|(?:请|請)?(?:单击|點擊|点击|按一下|双击|输入|輸入|添加|编辑|填写|在此).{0,10}副[标標][题題]"
    r"|副[标標][题題]\W*$)"
)
_OPENINGS = ("cover", "section", "closing")
_FEET = ("dt", "ftr", "sldNum")
# How large text is of which nothing is said, in hundredths of a point.
_USUAL = 1800


class Lent(Record):
    """A layout that got a title: its part, what its place was before, and what that is called."""

    part: str
    how: How
    name: str
    slide: int = 0


def titled(taken: Taken) -> tuple[Taken, tuple[Lent, ...]]:
    """The parts with titles on layouts whose words stand in something else, and which those are."""
    parts = dict(taken.parts)
    sheets = {n: p for n, p in parts.items() if p.kind.endswith(".slideLayout+xml")}
    roots = {name: parsed(part.data, name) for name, part in sheets.items()}
    house = any(_kinds(root) & {"title", "ctrTitle"} for root in roots.values())
    # Where none has a title the master is to be mended first.
    samples = dict(_samples(taken)) if house else {}
    found = []
    for name, root in roots.items():
        if _kinds(root) & {"title", "ctrTitle"}:
            continue
        lent = _prompted(root, name) or (_retyped(root, name) if house else None)
        lent = lent or _from_sample(root, name, samples.get(name), parts)
        if lent:
            parts[name] = replace(parts[name], data=written(root))
            found.append(lent)
    return (replace(taken, parts=parts), tuple(found)) if found else (taken, ())


def _kinds(root: Any) -> set[str]:
    return {each.get("type", "obj") for each in root.iter(f"{P}ph")}


def _opens(root: Any) -> bool:
    """Whether the name of a layout says that it opens something."""
    sheet = root.find(f"{P}cSld")
    says = named(sheet.get("name", "")) if sheet is not None else {}
    return bool(says) and max(says, key=lambda role: says[role]) in _OPENINGS


def _prompted(root: Any, name: str) -> Lent | None:
    """A title from a text box of the layout whose words ask for one, and a subtitle likewise."""
    tree = root.find(f"{P}cSld/{P}spTree")
    shapes = tree.findall(f"{P}sp") if tree is not None else ()
    plain = [each for each in shapes if each.find(f".//{P}ph") is None and _regular(each)]
    title = next((each for each in plain if _TITLE.search(_first(each).lower())), None)
    if title is None:
        return None
    below = next((each for each in plain if _SUBTITLE.search(_first(each).lower())), None)
    called = _called(title)
    into(title, "title")
    if below is not None:
        into(below, "subTitle", _free(root))
    return Lent(name, "prompt", called)


def _retyped(root: Any, name: str) -> Lent | None:
    """A title from the largest place for content of a layout that opens something."""
    places = [
        each
        for each in root.iter(f"{P}sp")
        if (ph := each.find(f"{P}nvSpPr/{P}nvPr/{P}ph")) is not None
        and ph.get("type", "obj") in ("obj", "body", "subTitle")
        and _area(each) > 0
        and _regular(each)
    ]
    if not places or not _opens(root):
        return None
    chosen = max(places, key=lambda each: (bool(_TITLE.search(_first(each).lower())), _area(each)))
    ph = chosen.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    for key in ("idx", "sz"):
        ph.attrib.pop(key, None)
    ph.set("type", "title")
    place = _box(chosen)
    below = [_box(each).y for each in places if each is not chosen and place.crosses(_box(each))]
    if under := [y for y in below if y > place.y]:
        # What stands in its lower part is clear of it.
        chosen.find(f"{P}spPr/{A}xfrm/{A}ext").set("cy", str(min(under) - place.y))
    return Lent(name, "place", _called(chosen))


def _from_sample(
    root: Any, name: str, sample: tuple[int, str, bool] | None, parts: Mapping[str, Part]
) -> Lent | None:
    """A title, and what stands below it, where a sample slide has its words in text boxes: on a
    layout that has no places, and opens something."""
    if sample is None or _kinds(root) - set(_FEET) or not (sample[2] or _opens(root)):
        return None
    number, part, _ = sample
    slide = parsed(parts[part].data, part)
    tree, own = slide.find(f"{P}cSld/{P}spTree"), root.find(f"{P}cSld/{P}spTree")
    if tree is None or own is None or _kinds(slide) - set(_FEET):
        return None
    title, below = _spoken(tree)
    if title is None:
        return None
    called = _called(title)
    ids = [_number(each, "id") for each in root.iter(f"{P}cNvPr")]
    for at, (shape, kind) in enumerate(((title, "title"), (below, "subTitle")), 1):
        if shape is None:
            continue
        made = deepcopy(shape)
        made.find(f"{P}nvSpPr/{P}cNvPr").set("id", str(max(ids, default=1) + at))
        into(made, kind, _free(root) if kind == "subTitle" else 0)
        own.append(made)
    return Lent(name, "sample", called, number)


def _spoken(tree: Any) -> tuple[Any, Any]:
    """The largest words of a slide, and the next ones below them; none where they are put on
    something that the layout has not: without it they would stand anywhere."""
    boxes = [each for each in tree.findall(f"{P}sp") if _usable(each)]
    title = max(boxes, key=lambda each: (_size(each), -_box(each).y), default=None)
    if title is None:
        return None, None
    place = _box(title)
    drawn = [each for tag in ("pic", "grpSp") for each in tree.findall(f"{P}{tag}")]
    others = (*drawn, *(each for each in tree.findall(f"{P}sp") if not _first(each)))
    if any(place.crosses(_box(each)) for each in others):
        return None, None
    under = [each for each in boxes if each is not title and _box(each).y >= place.y]
    under = [each for each in under if 3 * _box(each).w > place.w]
    return title, min(under, key=lambda each: _box(each).y, default=None)


def _usable(shape: Any) -> bool:
    """Whether a shape of a sample slide has words of its own in a plain box that stands upright."""
    own = shape.find(f"{P}spPr/{A}xfrm")
    shown = [each for tag in ("spPr", "txBody") for each in shape.findall(f"{P}{tag}")]
    leads = any(key.startswith(R) for top in shown for each in top.iter() for key in each.attrib)
    straight = own is not None and own.get("rot", "0") in ("0", "")
    body = shape.find(f"{P}txBody/{A}bodyPr")
    lying = body is not None and body.get("vert", "horz") == "horz"
    plain = _regular(shape) and straight and lying and not leads
    return plain and bool(_first(shape).strip()) and _area(shape) > 0


def _regular(shape: Any) -> bool:
    """Whether a shape has all that a text box has."""
    named = f"{P}nvSpPr/{P}"
    wanted = (f"{named}cNvPr", f"{named}cNvSpPr", f"{named}nvPr", f"{P}txBody")
    return all(shape.find(each) is not None for each in wanted)


def matching(holders: Sequence[Any], ph: Any) -> Any:
    """The placeholder of a layout that one of a slide follows; None where there is none."""
    title = ("title", "ctrTitle")
    for each in holders:
        own = each.find(f".//{P}ph")
        kinds = own.get("type", "obj"), ph.get("type", "obj")
        if all(kind in title for kind in kinds) or (
            own.get("idx", "0") == ph.get("idx", "0") and not any(kind in title for kind in kinds)
        ):
            return each
    return None


def into(shape: Any, kind: str, index: int = 0, size: int = 0) -> None:
    """Make a text box a placeholder that looks as its first words do (19.3.1.36), or is of another
    size."""
    sheet = shape.find(f"{P}nvSpPr/{P}nvPr")
    plain = sheet.find(f"{P}ph") is None
    for each in list(sheet):
        sheet.remove(each)
    sheet.attrib.pop("userDrawn", None)
    at = f' idx="{index}"' if index else ""
    space = f'xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"'
    sheet.append(parsed(f'<p:ph {space} type="{kind}"{at}/>'.encode(), ""))
    shape.find(f"{P}nvSpPr/{P}cNvSpPr").attrib.pop("txBox", None)
    shape.find(f"{P}nvSpPr/{P}cNvPr").set("name", "Title" if kind == "title" else "Subtitle")
    body = shape.find(f"{P}txBody")
    run, paragraph = body.find(f".//{A}rPr"), body.find(f"{A}p/{A}pPr")
    level = parsed(f'<a:lvl1pPr {space} marL="0" indent="0"><a:buNone/></a:lvl1pPr>'.encode(), "")
    if plain:
        # Of a text box nothing need be said for its words to begin at the left.
        level.set("algn", "l")
    before = body.find(f"{A}lstStyle/{A}lvl1pPr")
    old = before.find(f"{A}defRPr") if before is not None else None
    for source in (before, paragraph):
        if source is not None and source.get("algn"):
            level.set("algn", source.get("algn"))
    size, bold = size or _size(shape), ""
    looks = parsed(f'<a:defRPr {space} sz="{size}"/>'.encode(), "")
    for source in (old, run):
        bold = bold if source is None else source.get("b", bold)
        fill = source.find(f"{A}solidFill") if source is not None else None
        if fill is not None:
            for each in looks.findall(f"{A}solidFill"):
                looks.remove(each)
            looks.append(deepcopy(fill))
    looks.set("b", bold or "0")
    face = "mj" if kind == "title" else "mn"
    for tag in ("latin", "ea"):
        named_face = f'<a:{tag} {space} typeface="+{face}-{"lt" if tag == "latin" else "ea"}"/>'
        looks.append(parsed(named_face.encode(), ""))
    level.append(looks)
    styles = body.find(f"{A}lstStyle")
    if styles is None:
        styles = parsed(f"<a:lstStyle {space}/>".encode(), "")
        body.insert(1, styles)
    for each in list(styles):
        styles.remove(each)
    styles.append(level)


def _samples(taken: Taken) -> Iterator[tuple[str, tuple[int, str, bool]]]:
    """The first sample slide of each layout: its number, its part, and whether it is the first of
    the deck."""
    main = taken.parts[taken.main]
    listed = parsed(main.data, main.name).findall(f"{P}sldIdLst/{P}sldId")
    seen: set[str] = set()
    for number, each in enumerate(listed, 1):
        part = taken.parts.get(main.target(each.get(f"{R}id", "")))
        layout = next(iter(part.targets("slideLayout")), "") if part else ""
        if part and layout and layout not in seen:
            seen.add(layout)
            yield layout, (number, part.name, number == 1)


def _free(root: Any) -> int:
    """An index that no placeholder of a layout has."""
    taken = {_number(each, "idx") for each in root.iter(f"{P}ph")}
    return next(n for n in range(1, 10_000) if n not in taken)


def _first(shape: Any) -> str:
    """The first line of a shape's words."""
    paragraph = next(
        (each for each in shape.iter(f"{A}p") if each.find(f".//{A}t") is not None), ()
    )
    said: list[str] = []
    for each in paragraph:
        if each.tag == f"{A}br" and said:
            break
        said += [text.text or "" for text in each.iter(f"{A}t")]
    return "".join(said)


def _size(shape: Any) -> int:
    """How large a shape's first words are, in hundredths of a point."""
    body = shape.find(f"{P}txBody")
    for path in (f".//{A}rPr", f"{A}lstStyle/{A}lvl1pPr/{A}defRPr"):
        for each in body.findall(path):
            if each.get("sz", "").isdecimal():
                return int(each.get("sz"))
    return _USUAL


def _box(shape: Any) -> Rect:
    """The place of a shape that says so itself; an empty one of others."""
    own = "grpSpPr" if shape.tag == f"{P}grpSp" else "spPr"
    off, ext = shape.find(f"{P}{own}/{A}xfrm/{A}off"), shape.find(f"{P}{own}/{A}xfrm/{A}ext")
    if off is None or ext is None:
        return Rect(0, 0, 0, 0)
    return Rect(_number(off, "x"), _number(off, "y"), _number(ext, "cx"), _number(ext, "cy"))


def _number(element: Any, name: str) -> int:
    """A whole number that markup says; 0 where it is none."""
    said = element.get(name, "")
    return int(said) if said.removeprefix("-").isdecimal() else 0


def _area(shape: Any) -> int:
    return _box(shape).w * _box(shape).h


def _called(shape: Any) -> str:
    found = shape.find(f"{P}nvSpPr/{P}cNvPr")
    return found.get("name", "") if found is not None else ""
