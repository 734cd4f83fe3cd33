"""Turn images of a slide into pictures in their frames: filling them, or whole within them."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Annotated, Literal

from briefgen.brief.hints import Doc
from briefgen.brief.model import Image, Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.growing import set_clean
from briefgen.parts.picture import cropped, focus, picture
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.canvas import GUTTER, column
from briefgen.scene.items import Item, Picture, Slot
from briefgen.scene.names import Name
from briefgen.scene.room import TALLER
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Align, Paragraph

# Whether an image fills its frame, and loses its edges, or is shown whole.
Fit = Literal["cover", "contain"]

# Frames may be as high as their room, or have the form of a photograph or of a screen.
_RATIOS = (3 / 4, 9 / 16)
# A place is wide from this form on; the forms of a picture alone there: of a screen, of
# photographs, upright.
_WIDE, _FORMS = 1.9, (16 / 9, 3 / 2, 4 / 3, 1, 3 / 4)
# A share that is cut off and not worth a word, of a photograph and of a drawing, in thousandths.
_LITTLE, _NOTHING = 200, 10
# The gap between a picture and its caption; a caption of so many lines is long; the most lines.
_GAP, _LINES, _MOST_LINES = pt(10), 4, 6
# Pictures side by side; another arrangement is taken where they are so much larger in it.
_MOST, _CLEARLY = 4, 1.15
# Of the width of a cell a picture has so much beside its caption, in hundredths.
_BESIDE = 62
_STEPS = tuple(DECK[name] for name in ("body", "dense", "small"))
# A picture alone has its caption beside it, large, where that has so much of the width at least, in
# hundredths, and stands so far from it.
_ASIDE, _APART = 25, pt(28)
_LARGE = tuple(DECK[name] for name in ("lead", "head", "body", "dense"))


class Placed(Image):
    """An image with its caption, and how it fills its frame."""

    caption: Annotated[Text | None, Doc("What stands below it.")] = None
    fit: Annotated[
        Fit | None,
        Doc("cover: it fills its frame; contain: all of it is shown; else what cuts little."),
    ] = None


def placed(ctx: Context, image: Placed, number: int, frame: Rect, slot: Slot) -> Picture:
    """The picture in its frame. A drawing (PNG) of which anything would be cut off is shown whole,
    and so is a photograph of which more than a fifth would be, unless its author wants it to fill
    its frame, which is told.

    A picture that is shown whole stands by itself, in no placeholder: its own form would give the
    layout another one for each picture.
    """
    name = Name("picture", number)
    lost = _lost(ctx, image, frame)
    drawn = ctx.brief.attached.images[image.file].media_type == "image/png"
    bearable = _NOTHING if drawn else _LITTLE
    if image.fit == "contain" or (image.fit is None and lost > bearable):
        return picture(ctx, image, name, whole(ctx, image, frame))
    made = picture(ctx, image, name, frame, slot)
    if lost > _LITTLE:
        ctx.problems.add("image-cropped", image.file_mark, file=image.file, share=lost // 10)
    return made


def _lost(ctx: Context, image: Image, frame: Rect) -> int:
    """How much of an image is cut off where it fills a frame, in thousandths."""
    source = ctx.brief.attached.images[image.file]
    left, top, right, bottom = cropped(source.width, source.height, frame, focus(image))
    return 1000 - (1000 - left - right) * (1000 - top - bottom) // 1000


def whole(ctx: Context, image: Image, frame: Rect) -> Rect:
    """The largest place of the image's own form in a frame, in its middle."""
    source = ctx.brief.attached.images[image.file]
    wide = min(frame.w, frame.h * source.width // source.height)
    high = min(frame.h, frame.w * source.height // source.width)
    return Rect(frame.x + (frame.w - wide) // 2, frame.y + (frame.h - high) // 2, wide, high)


def gallery(ctx: Context, images: Sequence[Placed], area: Rect, first: int = 1) -> tuple[Item, ...]:
    """Images side by side in frames of one form, each with its caption and whose it is; in the
    placeholders from this index on: of four pictures, then of their captions. Captions have as many
    lines as they need, and pictures what is left."""
    count = len(images)
    if count == 1 and area.w > _WIDE * area.h:
        return _alone(ctx, images[0], area, first)
    steps = _STEPS[: 2 if count < 3 else 3]
    if count == _MOST and (squared := _squared(ctx, images, area, first)):
        return squared
    # A line more is better than smaller words; many lines are not.
    large = [(steps[:1], lines) for lines in range(1, _LINES)]
    for tried, lines in (*large, *((steps, lines) for lines in range(2, _MOST_LINES))):
        found = Problems()
        made = _side_by_side(replace(ctx, problems=found), images, area, first, tried, lines)
        if not any(problem.code == "overflow" for problem in found):
            ctx.problems.extend(found)
            return made
    return _side_by_side(ctx, images, area, first, _STEPS, _MOST_LINES)


def _side_by_side(
    ctx: Context,
    images: Sequence[Placed],
    area: Rect,
    first: int,
    steps: Sequence[Step],
    lines: int,
) -> tuple[Item, ...]:
    """The pictures and their captions, for which there is room for so many lines."""
    below = _below(images, steps[0], lines)
    frames = _frames(ctx, images, area, below)
    numbered = list(enumerate(zip(images, frames, strict=True), first))
    shown = [placed(ctx, image, n, at, Slot("picture", n)) for n, (image, at) in numbered]
    if below:
        shown = _on_lines(shown, frames)
    # A caption begins where its picture does, and is as wide as that one's frame lets it be.
    wanted = [
        _caption(image, n, _under(made.rect, at, below), steps)
        for made, (n, (image, at)) in zip(shown, numbered, strict=True)
        if image.caption or image.credit
    ]
    return (*shown, *set_boxes(ctx, wanted, len(steps)))


def _squared(ctx: Context, images: Sequence[Placed], area: Rect, first: int) -> tuple[Item, ...]:
    """Four pictures in a square, each with its caption beside it; nothing where they are not seen
    clearly larger so than in a row, or their captions have no room there."""
    if ctx.canvas.narrow or not all(image.caption for image in images):
        return ()
    cells = [cell for row in area.rows(2, GUTTER) for cell in row.columns(2, GUTTER)]
    most = [replace(cell, w=cell.w * _BESIDE // 100) for cell in cells]
    shown = [whole(ctx, *each) for each in zip(images, most, strict=True)]
    # All are as wide as the widest, so that captions begin on one line.
    wide = max(at.w for at in shown)
    frames = [replace(cell, w=wide) for cell in cells]
    row = _frames(ctx, images, area, _below(images, _STEPS[0], 1))
    if _seen(ctx, images, frames) < _seen(ctx, images, row) * _CLEARLY:
        return ()
    found = Problems()
    trial = replace(ctx, problems=found)
    numbered = list(enumerate(zip(images, frames, cells, strict=True), first))
    wanted = [
        replace(
            _caption(image, n, cell.inset(wide + GUTTER, 0, 0, 0), _STEPS),
            anchor="middle",
        )
        for n, (image, _, cell) in numbered
    ]
    captions = set_clean(trial, wanted, len(_STEPS), among=2)
    if found.fatal:
        return ()
    pictures = [placed(ctx, image, n, at, Slot("picture", n)) for n, (image, at, _) in numbered]
    ctx.problems.extend(found)
    return (*pictures, *captions)


def _on_lines(pictures: Sequence[Picture], frames: Sequence[Rect]) -> list[Picture]:
    """The pictures of a row on one line, from which their captions hang; several begin where their
    frames do."""
    lines: dict[tuple[int, int], int] = {}
    for made, frame in zip(pictures, frames, strict=True):
        row = (frame.y, frame.bottom)
        lines[row] = max(made.rect.bottom, lines.get(row, 0))
    moved = []
    for made, frame in zip(pictures, frames, strict=True):
        x = made.rect.x if len(frames) == 1 else frame.x
        rect = replace(made.rect, x=x, y=lines[frame.y, frame.bottom] - made.rect.h)
        moved.append(made if made.rect == frame else replace(made, rect=rect))
    return moved


def _under(picture: Rect, frame: Rect, below: int) -> Rect:
    """The place of a caption, in the frame's width where its picture is narrow."""
    x = picture.x if picture.w * 2 > frame.w else frame.x
    return Rect(x, picture.bottom + _GAP, frame.right - x, below - _GAP)


def _frames(ctx: Context, images: Sequence[Placed], area: Rect, below: int) -> list[Rect]:
    """A frame for each picture, `below` which its caption stands: in a row, all of one form; or,
    where pictures of their own forms are seen larger so, in one of the other arrangements."""
    cells = _cells(ctx, len(images), area)
    high = _height(ctx, images, cells[0].w, cells[0].h - below)
    down = (cells[0].h - high - below) // 2
    best = [Rect(at.x, at.y + down, at.w, high) for at in cells]
    if ctx.canvas.narrow or all(
        _lost(ctx, *each) <= _LITTLE for each in zip(images, best, strict=True)
    ):
        return best
    seen = _seen(ctx, images, best)
    for others in _arranged(ctx, images, area, below):
        frames = [replace(at, h=at.h - below) for at in others]
        if _seen(ctx, images, frames) > seen * _CLEARLY:
            best, seen = frames, _seen(ctx, images, frames)
    return best


def largest(ctx: Context, image: Placed, places: Sequence[Rect]) -> int:
    """The number (from 0) of the place in which a picture is seen largest; the first, where no
    other shows it clearly larger."""
    sizes = [at.w * at.h for at in (whole(ctx, image, place) for place in places)]
    most = max(range(len(sizes)), key=lambda n: sizes[n])
    return most if sizes[most] > sizes[0] * _CLEARLY else 0


def _arranged(
    ctx: Context, images: Sequence[Image], area: Rect, below: int
) -> list[tuple[Rect, ...]]:
    """Other arrangements than a row: below each other, a large one beside two, a square."""
    count = len(images)
    upper, lower = area.rows(2, GUTTER)
    if count == 2:
        return [(upper, lower)]
    if count == _MOST:
        return [tuple(cell for row in (upper, lower) for cell in row.columns(2, GUTTER))]
    if count != 3:
        return []
    beside = [(first, 12 - first) for first in (4, 5, 6, 7, 8)]
    return [
        (column(0, first, area), *_stacked(ctx, images[1:], column(first, rest, area), below))
        for first, rest in beside
    ]


def _stacked(ctx: Context, images: Sequence[Image], area: Rect, below: int) -> tuple[Rect, ...]:
    """Cells for two pictures below each other, as high as these need to be equally wide."""
    sources = [ctx.brief.attached.images[image.file] for image in images]
    first, second = (area.w * each.height // each.width for each in sources)
    room = area.h - 2 * below - GUTTER
    share = max(room // 4, min(room * first // (first + second), room * 3 // 4))
    upper = area.inset(0, 0, 0, area.h - share - below)
    return upper, area.inset(0, share + below + GUTTER, 0, 0)


def _seen(ctx: Context, images: Sequence[Image], frames: Sequence[Rect]) -> float:
    """How large pictures are that are shown whole, at their geometric mean: those side by side are
    of one rank, so that a large one does not make up for a small one."""
    shown = [whole(ctx, *each) for each in zip(images, frames, strict=True)]
    return prod(float(at.w * at.h) for at in shown) ** (1 / len(shown))


def _cells(ctx: Context, count: int, area: Rect) -> tuple[Rect, ...]:
    """A place for each picture: columns; on a narrow canvas rows, or two rows of two."""
    if ctx.canvas.narrow and count == _MOST:
        return tuple(cell for row in area.rows(2, GUTTER) for cell in row.columns(2, GUTTER))
    return ctx.canvas.equal(area, count, GUTTER)


def _alone(ctx: Context, image: Placed, area: Rect, first: int) -> tuple[Item, ...]:
    """A picture on a wide place: over all of it where its form allows; else as high as that is, in
    its middle, with its caption below it."""
    said = bool(image.caption or image.credit)
    if image.caption and (made := _with_words(ctx, image, area, first)):
        return made
    steps = _STEPS[:2]
    below = _below([image], steps[0], 1)
    wide = replace(area, h=area.h - below)
    high = [replace(wide, w=round(wide.h * form)) for form in _FORMS]
    frame = min((wide, *high), key=lambda at: _cut(ctx, image, at.w, at.h))
    if frame is not wide:
        frame = replace(frame, x=area.x + (area.w - frame.w) // 2)
    shown = placed(ctx, image, first, frame, Slot("picture", first))
    if shown.rect != frame:
        # What is shown whole needs no form.
        shown = replace(shown, rect=whole(ctx, image, wide))
    if not said:
        return (shown,)
    place = Rect(area.x, shown.rect.bottom + _GAP, area.w, below - _GAP)
    want = _caption(image, first, place, steps, "left" if frame is wide else "center")
    return (shown, *set_boxes(ctx, [want], 2))


def _with_words(ctx: Context, image: Placed, area: Rect, first: int) -> tuple[Item, ...]:
    """A picture at the left of a wide place, as high as that is, with its caption large beside it;
    nothing where the picture leaves no room for that, or is seen clearly larger above it."""
    high = [replace(area, w=round(area.h * form)) for form in _FORMS]
    frame = min(high, key=lambda at: _cut(ctx, image, at.w, at.h))
    shown = placed(replace(ctx, problems=Problems()), image, first, frame, Slot("picture", first))
    wide = shown.rect.w + _APART
    place = area.inset(wide, 0, 0, 0)
    if ctx.canvas.narrow or place.w < area.w * _ASIDE // 100 or shown.rect.h < area.h:
        return ()
    found = Problems()
    want = replace(_caption(image, first, place, _LARGE), anchor="middle")
    boxes = set_clean(replace(ctx, problems=found), [want], len(_LARGE), among=2)
    if found.fatal:
        return ()
    rect = replace(shown.rect, x=area.x)
    if shown.rect == frame:
        shown = placed(ctx, image, first, frame, Slot("picture", first))
    return (replace(shown, rect=rect), *boxes)


def _below(images: Sequence[Placed], step: Step, lines: int) -> int:
    """How much captions of so many lines and credits take below pictures, gap included."""
    lines *= any(image.caption for image in images)
    credit = DECK["source"].leading * any(image.credit for image in images)
    high = round((lines * step.leading + credit) * TALLER)
    return high + _GAP if high else 0


def _caption(
    image: Placed, number: int, place: Rect, steps: Sequence[Step], align: Align = "left"
) -> Wanted:
    """What stands below a picture: its caption, and whose it is."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        made = []
        if image.caption:
            step = steps[level]
            made.append(para(image.caption, step, strong="ink", short=short, align=align))
        if image.credit:
            credit = para(image.credit, DECK["source"], colour="ink2", short=short, level=1)
            made.append(replace(credit, align=align))
        return tuple(made)

    said = image.caption or image.credit
    mark = said.mark if said else image.mark
    slot = Slot("body", number + _MOST)
    return Wanted(Name("caption", number), place, make, slot=slot, mark=mark)


def _height(ctx: Context, images: Sequence[Placed], width: int, most: int) -> int:
    """How high frames are: as the room, or as photographs are, whichever cuts least."""
    heights = [most, *(high for ratio in _RATIOS if (high := round(width * ratio)) < most)]
    return min(heights, key=lambda high: max(_cut(ctx, image, width, high) for image in images))


def _cut(ctx: Context, image: Image, width: int, height: int) -> float:
    """The share of an image that is cut off, or of its frame that is left empty."""
    source = ctx.brief.attached.images[image.file]
    fit = source.width * height / (source.height * width)
    return 1 - min(fit, 1 / fit)
