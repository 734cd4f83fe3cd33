"""Turn the author's photograph into the picture of a cover or of a section.

It is seen through the panes of the window, on the half of the slide where no words stand, or behind
them all; always in two colours of the theme, so that any photograph goes with any deck.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from briefgen.brief.model import Checked, Image
from briefgen.geometry import Rect, bounds, pt
from briefgen.parts.context import Context
from briefgen.parts.duotone import Words, duotone
from briefgen.parts.panes import centred
from briefgen.parts.picture import SHARP, cropped, focus, told_blurred
from briefgen.parts.text import Wanted, para, set_box, set_in
from briefgen.record import replace
from briefgen.scene.items import Item, Page, Picture, Slot, TextBox
from briefgen.scene.motifs import Side, places, window
from briefgen.scene.names import Name
from briefgen.scene.walk import walk
from briefgen.theme.model import DECK
from briefgen.theme.shades import shade
from briefgen.theme.vision import luminance
from briefgen.typography.text import Paragraph

# Around set lines, as shares of their size: what letters reach above and below the baseline.
_ASCENT, _DESCENT = 1.0, 0.35
_INSET = pt(6)


def half(ctx: Context, image: Image, place: Rect) -> tuple[Item, ...]:
    """The photograph on one half of the slide, and whose it is."""
    shown = _toned(ctx, image, place)
    picture = _picture(Name("picture"), place, shown, str(image.alt))
    return (picture, *_credit(ctx, image, place))


def through(
    ctx: Context,
    image: Image,
    area: Rect,
    count: int,
    lit: Collection[int] | None = None,
    *,
    side: Side = "left",
) -> tuple[Item, ...]:
    """The photograph seen through the panes that are lit: each shows its part of one picture.

    The first of them has the alternative text.
    """
    area = centred(area, count, side)
    rects = places(area, count, side)
    whole = bounds(list(rects))
    shown = _toned(ctx, image, whole)
    seen: list[Picture | None] = []
    for number, rect in enumerate(rects, 1):
        if lit is not None and number not in lit:
            seen.append(None)
            continue
        alt = "" if any(seen) else str(image.alt)
        part = _picture(Name("picture", number), rect, shown, alt)
        seen.append(replace(part, crop=_part(rect, whole)))
    group = window(ctx.theme, area, count, lit, ground="cover", side=side, seen=seen)
    return (group, *_credit(ctx, image, whole, below=True))


def upon(ctx: Context, image: Image, page: Page) -> Page:
    """A page upon the photograph, which is as quiet as the page's words need it."""
    whole = Rect(0, 0, ctx.canvas.width, ctx.canvas.height)
    plain = [box for box in walk(page.items) if isinstance(box, TextBox)]
    shown = _toned(ctx, image, whole, tuple([each for box in plain for each in _words(ctx, box)]))
    picture = _picture(Name("picture"), whole, shown, str(image.alt))
    # The layout's own decoration lies below the picture.
    decor = ctx.layouts[page.layout].decor
    return replace(page, items=(picture, *decor, *page.items, *_credit(ctx, image, whole)))


def _picture(name: Name, rect: Rect, shown: Checked, alt: str) -> Picture:
    return Picture(name=name, rect=rect, data=shown.data, media_type=shown.media_type, alt=alt)


def _toned(ctx: Context, image: Image, rect: Rect, words: tuple[Words, ...] = ()) -> Checked:
    """What is seen of a photograph in `rect`, in the theme's colours, without needless pixels."""
    source = ctx.brief.attached.images[image.file]
    crop = cropped(source.width, source.height, rect, focus(image))
    seen = max(1, source.width * (1000 - crop[0] - crop[2]) // 1000)
    told_blurred(ctx, image, rect, seen)
    wide = min(seen, round(SHARP * rect.w / pt(72)))
    size = wide, max(1, round(wide * rect.h / rect.w))
    ground = ctx.theme.hex("cover")
    dark, light = ground, ctx.theme.hex("on-cover2")
    if luminance(ground) > luminance(light):
        # On a light ground a pale picture: lines and words upon it are dark.
        return duotone(source, crop, size, (ctx.theme.hex("muted"), ground), ground, words)
    return duotone(source, crop, size, (shade(dark, 55_000), light), ground, words)


def _part(rect: Rect, whole: Rect) -> tuple[int, int, int, int]:
    """What a pane cuts from the picture of the whole window, in thousandths."""
    return (
        round(1000 * (rect.x - whole.x) / whole.w),
        round(1000 * (rect.y - whole.y) / whole.h),
        round(1000 * (whole.right - rect.right) / whole.w),
        round(1000 * (whole.bottom - rect.bottom) / whole.h),
    )


def _words(ctx: Context, box: TextBox) -> Iterable[Words]:
    """The set lines of a box upon the whole slide, with their colours."""
    for line in box.lines:
        for span in line.spans:
            size = span.style.size
            yield Words(
                (
                    span.x / ctx.canvas.width,
                    (line.baseline - _ASCENT * size) / ctx.canvas.height,
                    (span.x + span.width) / ctx.canvas.width,
                    (line.baseline + _DESCENT * size) / ctx.canvas.height,
                ),
                ctx.theme.hex(span.style.colour),
            )


def _credit(ctx: Context, image: Image, place: Rect, *, below: bool = False) -> tuple[TextBox, ...]:
    """Whose photograph it is: on a ground of its own in the corner of its place, or below that."""
    if not image.credit:
        return ()
    credit, step = image.credit, DECK["source"]

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(credit, step, colour="on-cover2", align="right", short=short),)

    wide = max(line.width for line in set_in(ctx, make(0, False), place.w).lines)
    width = min(place.w, round(wide * 1.1) + 2 * _INSET)
    high = round(step.leading * 1.1) + pt(4)
    top = place.bottom + pt(4) if below else place.bottom - high
    return (
        set_box(
            ctx,
            Wanted(
                Name("credit"),
                Rect(place.right - width, top, width, high),
                make,
                slot=Slot("body", 18),
                anchor="middle",
                insets=(0, 0, 0, 0) if below else (_INSET, 0, _INSET, 0),
                fill="" if below else "cover",
                lines=1,
                mark=credit.mark,
            ),
        ),
    )
