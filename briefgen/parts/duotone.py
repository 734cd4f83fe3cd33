"""Turn a photograph into one in two colours, and make it quiet where words stand upon it.

Only the pixels that words stand on decide how quiet: they are measured, and mixed with the ground
until the words reach their contrast (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from briefgen.brief.model import Checked
from briefgen.record import Record
from briefgen.theme.vision import contrast, luminance

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

# The contrast that words need.
_WANTED = 4.5
# How far the picture is mixed with the ground away from the words, as a share of how far it is
# there; how far beside the words it is as at them, and over how much it comes back (as shares of
# its width).
_ELSEWHERE, _AROUND, _FADE = 0.25, 0.02, 0.3
# Words that begin farther right, such as the slide's number, have a quiet spot of their own.
_APART = 0.7
_STEPS = 40
# The luminance that is as far from black as from white.
_MIDDLE = 0.18
_QUALITY = 88


class Words(Record):
    """Words upon a picture: where they stand (left, top, right, bottom, as shares of its sides) and
    their colour (six hex digits)."""

    place: tuple[float, float, float, float]
    colour: str


@lru_cache(maxsize=16)
def duotone(
    image: Checked,
    crop: tuple[int, int, int, int],
    size: tuple[int, int],
    tones: tuple[str, str],
    ground: str = "",
    words: tuple[Words, ...] = (),
) -> Checked:
    """The part of an image that `crop` leaves (thousandths cut from left, top, right and bottom),
    in `size` (pixels), from the dark to the light of two `tones`.

    With `words` it is mixed with `ground`, so far that all of them can be read. The same image
    gives the same bytes.
    """
    from PIL import ImageOps

    grey = _grey(image, crop, size)
    dark, light = (f"#{tone}" for tone in tones)
    shown = ImageOps.colorize(grey, dark, light)
    data = _readable(shown, ground, words) if words else _encoded(shown)
    return Checked(data, "image/jpeg", *size)


@lru_cache(maxsize=8)
def _grey(image: Checked, crop: tuple[int, int, int, int], size: tuple[int, int]) -> Pixels:
    """The part of an image in grey, from all of black to all of white: once for all pages that show
    it, each under words of its own."""
    import PIL.Image
    from PIL import ImageOps

    with PIL.Image.open(BytesIO(image.data)) as pixels:
        grey = _opaque(pixels).convert("L")
    left, top, right, bottom = crop
    box = (
        image.width * left / 1000,
        image.height * top / 1000,
        image.width * (1000 - right) / 1000,
        image.height * (1000 - bottom) / 1000,
    )
    grey = grey.resize(size, PIL.Image.Resampling.LANCZOS, box=box)
    return ImageOps.autocontrast(grey, cutoff=1)


def _encoded(shown: Pixels) -> bytes:
    out = BytesIO()
    shown.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return out.getvalue()


def _readable(shown: Pixels, ground: str, words: Sequence[Words]) -> bytes:
    """The picture as quiet as its words need it, measured again as it was encoded: JPEG adds a
    little of its own around edges."""
    import PIL.Image

    data, under = b"", _under(shown, words)
    for step in range(_STEPS + 1):
        share = step / _STEPS
        if step < _STEPS and not _read(under, ground, share):
            continue
        data = _encoded(_quiet(shown, ground, words, share))
        with PIL.Image.open(BytesIO(data)) as seen:
            if _read(_under(seen, words), ground, 0):
                break
    return data


def _opaque(pixels: Pixels) -> Pixels:
    """The image on white, where it has transparent parts."""
    import PIL.Image

    if not pixels.has_transparency_data:
        return pixels.convert("RGB")
    full = pixels.convert("RGBA")
    white = PIL.Image.new("RGBA", full.size, "white")
    return PIL.Image.alpha_composite(white, full).convert("RGB")


def _quiet(shown: Pixels, ground: str, words: Sequence[Words], share: float) -> Pixels:
    """The picture with this share of the ground at the words, and with less elsewhere."""
    import PIL.Image
    from PIL import ImageChops, ImageDraw, ImageFilter

    width, height = shown.size
    # From the left to where the words end it is as quiet as they need it; then it comes back.
    left = [each for each in words if each.place[0] < _APART]
    end = max((each.place[2] + _AROUND for each in left), default=0.0)
    full, rest = 255 * share, 255 * share * _ELSEWHERE
    row = PIL.Image.new("L", (width, 1))
    for x in range(width):
        past = min(1.0, max(0.0, (x / width - end) / _FADE))
        row.putpixel((x, 0), round(full + (rest - full) * past * past * (3 - 2 * past)))
    mask = row.resize((width, height))
    spots = PIL.Image.new("L", (width, height))
    reach = round(width * _AROUND)
    for each in words:
        if each not in left:
            x1, y1, x2, y2 = _box(each, shown.size)
            place = (x1 - 2 * reach, y1 - 2 * reach, x2 + 2 * reach, y2 + 2 * reach)
            ImageDraw.Draw(spots).rectangle(place, fill=round(full))
    # A box blur reaches no farther than its radius: at the words the mask stays what it was.
    mask = ImageChops.lighter(mask, spots.filter(ImageFilter.BoxBlur(reach)))
    plain = PIL.Image.new("RGB", shown.size, f"#{ground}")
    return PIL.Image.composite(plain, shown, mask)


def _under(shown: Pixels, words: Sequence[Words]) -> tuple[tuple[str, str], ...]:
    """The colour of each of the words, and the one below them that is nearest to it."""
    return tuple([(each.colour, _worst(shown, each)) for each in words])


def _read(under: Iterable[tuple[str, str]], ground: str, share: float) -> bool:
    """Whether words can be read on what is under them, mixed with so much of the ground."""
    return all(contrast(colour, _mixed(worst, ground, share)) >= _WANTED for colour, worst in under)


def _worst(shown: Pixels, words: Words) -> str:
    """The colour below words that is nearest to them: the extremes of red, green and blue."""
    box = _box(words, shown.size)
    lighter = luminance(words.colour) > _MIDDLE
    bands = shown.crop(box).split()
    return "".join(f"{band.getextrema()[lighter]:02X}" for band in bands)


def _box(words: Words, size: tuple[int, int]) -> tuple[int, int, int, int]:
    (left, top, right, bottom), (width, height) = words.place, size
    x, y = max(0, int(left * width)), max(0, int(top * height))
    return (
        x,
        y,
        max(x + 1, min(width, int(right * width) + 1)),
        max(y + 1, min(height, int(bottom * height) + 1)),
    )


def _mixed(colour: str, ground: str, share: float) -> str:
    parts = (
        round(int(colour[at : at + 2], 16) * (1 - share) + int(ground[at : at + 2], 16) * share)
        for at in (0, 2, 4)
    )
    return "".join(f"{part:02X}" for part in parts)
