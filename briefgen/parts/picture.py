"""Turn an image into a picture that fills its frame, cropped around what matters."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Literal, TypeVar

from briefgen.brief.model import Checked, Image
from briefgen.geometry import EMU_PER_PT, Rect
from briefgen.parts.context import Context
from briefgen.scene.items import Picture, Slot
from briefgen.scene.names import Name

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

Shown = TypeVar("Shown", bound=Image)

# Pixels to the inch: what a projector or office printer shows, and below which it looks blurred.
SHARP, _BLURRED = 220, 72
_INCH = 72 * EMU_PER_PT
# Scaling by less than this is not worth another encoding.
_WORTH = 1.25


def picture(
    ctx: Context, image: Image, name: Name, rect: Rect, slot: Slot | None = None
) -> Picture:
    """The image in `rect`, cropped to its form so that the focus stays, with no needless pixels.

    An image that would be blurred at this size is a warning.
    """
    source = ctx.brief.attached.images[image.file]
    crop = cropped(source.width, source.height, rect, focus(image))
    seen = max(1, source.width * (1000 - crop[0] - crop[2]) // 1000)
    inches = rect.w / _INCH
    told_blurred(ctx, image, rect, seen)
    if ctx.theme.colourless:
        source = greyed(source)
    if seen > SHARP * inches * _WORTH:
        source = scaled(source, SHARP * inches / seen)
    return Picture(
        name=name,
        rect=rect,
        data=source.data,
        media_type=source.media_type,
        alt=str(image.alt),
        crop=crop,
        slot=slot,
    )


def told_blurred(ctx: Context, image: Image, rect: Rect, seen: int) -> None:
    """Warn where `seen` pixels are too few for the width of `rect`."""
    source, inches = ctx.brief.attached.images[image.file], rect.w / _INCH
    if seen < _BLURRED * inches:
        ctx.problems.add(
            "blurred",
            image.file_mark,
            file=image.file,
            inches=f"{inches:.1f}",
            pixels=seen,
            wanted=round(SHARP * inches * source.width / seen),
        )


def focus(image: Image) -> tuple[int, int]:
    """The point that must stay, in percent from the left and from the top."""
    across, down = image.focus.split()
    return int(across.rstrip("%")), int(down.rstrip("%"))


def cropped(
    width: int, height: int, rect: Rect, focus: tuple[int, int]
) -> tuple[int, int, int, int]:
    """What to cut from left, top, right and bottom, in thousandths, to fill `rect`.

    The point of interest comes as near to the middle as the image's edges let it; of the narrowest
    image a thousandth is left.
    """
    wide, high = width * rect.h, height * rect.w
    if wide > high:
        spare = 1000 - max(1, round(1000 * high / wide))
        left = min(max(focus[0] * 10 - (1000 - spare) // 2, 0), spare)
        return left, 0, spare - left, 0
    spare = 1000 - max(1, round(1000 * wide / high))
    top = min(max(focus[1] * 10 - (1000 - spare) // 2, 0), spare)
    return 0, top, 0, spare - top


@lru_cache(maxsize=16)
def greyed(image: Checked) -> Checked:
    """The image in greys, as all is in a theme without colour."""
    import PIL.Image

    with PIL.Image.open(BytesIO(image.data)) as pixels:
        grey = pixels.convert("LA" if pixels.has_transparency_data else "L")
    return _encoded(grey.convert("RGBA") if grey.mode == "LA" else grey, image.media_type)


@lru_cache(maxsize=16)
def scaled(image: Checked, factor: float) -> Checked:
    """The image in `factor` of its size."""
    import PIL.Image

    with PIL.Image.open(BytesIO(image.data)) as pixels:
        size = max(1, round(image.width * factor)), max(1, round(image.height * factor))
        small = pixels.resize(size, PIL.Image.Resampling.LANCZOS)
    return _encoded(small, image.media_type)


def _encoded(pixels: Pixels, media_type: Literal["image/png", "image/jpeg"]) -> Checked:
    out = BytesIO()
    if media_type == "image/jpeg":
        pixels.save(out, "JPEG", quality=88)
    else:
        pixels.save(out, "PNG")
    return Checked(out.getvalue(), media_type, *pixels.size)
