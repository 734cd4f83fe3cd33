"""Turn a layout into a small picture of what it shows by itself: its ground and its decorations.

The picture is for sampling which colours lie where text will stand, and for the doctor's report;
shapes are boxes and ellipses, and of pictures the pixels are shown.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from briefgen.geometry import Rect
from briefgen.template.model import Board, Decor, Paint
from briefgen.theme.vision import contrast

if TYPE_CHECKING:
    from PIL.Image import Image

# How wide the picture is from which grounds are sampled, and the most pixels of one in a template.
SAMPLED = 192
_MOST_PIXELS = 60_000_000
_UNKNOWN = "C8C8C8"
_FEW = 8
# A picture is looked at in so many columns; one that shows in no more than this share of its place
# is cut out.
_COLUMNS, _CUT, _FOOT = 60, 0.8, 16
_ALL = range(_COLUMNS)
# A rule in one goes over more than this share of so many columns, and no more of so many rows.
_RULED, _ACROSS, _THIN, _ROWS = 0.4, 240, 8, 120
# Colours beside each other that differ by no more run into one another.
_STEPPED = 1.12
# How much of a page is covered is counted in so many cells across and down.
_GRID = 60
# Which share of the pixels of a place may be worse than the contrast that is said of it: a line
# that crosses it, the edge of a shape.
_WORST = 0.05


def painted(
    board: Board,
    pictures: Mapping[str, bytes],
    page: tuple[int, int],
    width: int,
    *,
    guessed: bool = True,
) -> Image:
    """What a layout shows on a page of `page` (EMU), `width` pixels wide. Pictures that are not
    read here are grey, or with `guessed` false left out: of most drawings little is filled."""
    from PIL import Image, ImageDraw

    scale = width / page[0]
    image = Image.new("RGB", (width, max(1, round(page[1] * scale))), "#FFFFFF")
    ground = Decor(name="", rect=Rect(0, 0, *page), paint=board.ground)
    filled = (
        Decor(name=each.name, rect=each.rect, paint=each.paint)
        for each in board.holders
        if each.paint is not None
    )
    for each in (ground, *board.decor, *filled):
        name = each.paint.picture if each.paint else ""
        if name and name not in pictures and not guessed and each is not ground:
            continue
        if each.paint is not None and each.paint.alpha > 0:
            _lay(image, each, each.paint, scale, pictures)
        if each.outline:
            draw = ImageDraw.Draw(image)
            draw.rectangle(_pixels(each.rect, scale), outline=f"#{each.outline}")
    return image


def _pixels(rect: Rect, scale: float) -> tuple[int, int, int, int]:
    left, top = round(rect.x * scale), round(rect.y * scale)
    right = max(left, round(rect.right * scale) - 1)
    return left, top, right, max(top, round(rect.bottom * scale) - 1)


def stencil(decor: Decor, size: tuple[int, int], fill: int = 255) -> Image:
    """What a decoration fills of its place, in so many pixels."""
    from PIL import Image, ImageChops, ImageDraw

    mask = Image.new("L", size, 0)
    if decor.path:
        # A part of a form within another is a hole in it.
        for line in decor.path:
            piece = Image.new("L", size, 0)
            points = [(x * (size[0] - 1), y * (size[1] - 1)) for x, y in line]
            ImageDraw.Draw(piece).polygon(points, fill=255)
            mask = ImageChops.difference(mask, piece)
        return mask.point(lambda value: fill if value > 127 else 0)
    draw = ImageDraw.Draw(mask)
    shape = draw.ellipse if decor.round else draw.rectangle
    shape((0, 0, size[0] - 1, size[1] - 1), fill=fill)
    return mask


def _lay(
    image: Image, decor: Decor, paint: Paint, scale: float, pictures: Mapping[str, bytes]
) -> None:
    """Lay a decoration on the picture."""
    from PIL import ImageChops

    left, top, right, bottom = _pixels(decor.rect, scale)
    size = min(right - left + 1, 8 * image.width), min(bottom - top + 1, 8 * image.height)
    mask = stencil(decor, size, round(255 * min(1.0, paint.alpha)))
    piece = _picture(pictures[paint.picture], size) if paint.picture in pictures else None
    if piece is None:
        piece = _run((_UNKNOWN,) if paint.picture else paint.colours, size)
    else:
        mask = ImageChops.multiply(mask, piece.getchannel("A"))
        piece = piece.convert("RGB")
        if len(paint.colours) == 2:
            from PIL import ImageOps

            low, high = (f"#{each}" for each in paint.colours)
            piece = ImageOps.colorize(piece.convert("L"), low, high)
    image.paste(piece, (left, top), mask)


def _run(colours: tuple[str, ...], size: tuple[int, int]) -> Image:
    """A colour, or several that run into one another from top to bottom."""
    from PIL import Image

    if len(colours) < 2:
        return Image.new("RGB", size, f"#{colours[0] if colours else _UNKNOWN}")
    strip = Image.new("RGB", (1, len(colours)))
    for at, each in enumerate(colours):
        strip.putpixel((0, at), tuple(int(each[n : n + 2], 16) for n in (0, 2, 4)))
    return strip.resize(size, Image.Resampling.BILINEAR)


@lru_cache(maxsize=64)
def _picture(data: bytes, size: tuple[int, int]) -> Image | None:
    """A picture of the template in a size; None where it is of a format that is not read here."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP", "TIFF")) as image:
                if image.width * image.height > _MOST_PIXELS:
                    return None
                image.draft("RGB", size)
                image.thumbnail((4 * size[0], 4 * size[1]), Image.Resampling.BOX)
                return image.convert("RGBA").resize(size, Image.Resampling.BOX)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError):
        return None
    except Image.DecompressionBombError:
        return None


@lru_cache(maxsize=64)
def drawn_spans(data: bytes) -> tuple[tuple[float, float], ...]:
    """From where to where of its width (in shares) a picture shows something; all of it where it
    lets little through: it is a bar then, to be written on, and no skyline that is cut out."""
    image = _picture(data, (_COLUMNS, _COLUMNS))
    if image is None:
        return ()
    shown = image.getchannel("A")
    columns = shown.resize((_COLUMNS, 1)).tobytes()
    rows = [shown.crop((0, y, _COLUMNS, y + 1)).tobytes() for y in range(_COLUMNS)]
    faded = all(max(row[at] for row in rows) - min(row[at] for row in rows) < _FOOT for at in _ALL)
    if faded or sum(shown.tobytes()) > _CUT * 255 * _COLUMNS**2:
        return ()
    # A line along its foot is a ground, on which something stands.
    filled = [at for at, value in enumerate(columns) if value > _FOOT]
    found: list[tuple[int, int]] = []
    for at in filled:
        if found and found[-1][1] == at:
            found[-1] = found[-1][0], at + 1
        else:
            found.append((at, at + 1))
    return tuple((start / _COLUMNS, end / _COLUMNS) for start, end in found)


@lru_cache(maxsize=64)
def drawn_rules(data: bytes) -> tuple[tuple[float, float], ...]:
    """From where to where of its height (in shares) a picture that is cut out has a rule: a thin
    line over most of its width, with nothing above and below it."""
    image = _picture(data, (_ACROSS, _ROWS))
    if image is None:
        return ()
    shown = image.getchannel("A").tobytes()
    rows = [shown[at * _ACROSS : (at + 1) * _ACROSS] for at in range(_ROWS)]
    drawn = [sum(value > _FOOT for value in row) > _RULED * _ACROSS for row in rows]
    runs = [(key, len(list(each))) for key, each in groupby(drawn)]
    ends = list(accumulate((count for _, count in runs), initial=0))
    return tuple(
        (start / _ROWS, end / _ROWS)
        for (key, count), (start, end) in zip(runs, pairwise(ends), strict=True)
        if key and count <= _THIN and start > 0 and end < _ROWS
    )


def running(piece: Image) -> bool:
    """Whether colours run into one another in a piece from side to side, with no edge in it."""
    piece = piece.convert("RGB")
    row, step = piece.resize((piece.width, 1)).tobytes(), 3 * piece.width
    seen = [row[at : at + 3].hex().upper() for at in range(0, step, 3)]
    if any(contrast(one, other) > _STEPPED for one, other in pairwise(seen)):
        return False
    whole = piece.tobytes()
    return all(
        contrast(each.hex().upper(), seen[x]) <= _STEPPED
        for x in range(piece.width)
        for each in {whole[at : at + 3] for at in range(3 * x, len(whole), step)}
    )


def grounds_under(image: Image, rect: Rect, page: tuple[int, int]) -> tuple[str, ...]:
    """The same in few colours: of a photograph or a gradient no single one is frequent."""
    piece = cut(image, rect, page)
    return colours_under(in_few(piece, _FEW).convert("RGB"), Rect(0, 0, *page), page)


def cut(image: Image, rect: Rect, page: tuple[int, int]) -> Image:
    """What lies in a place; one white pixel where that is outside of the page."""
    from PIL import Image

    left, top, right, bottom = _pixels(rect, image.width / page[0])
    box = max(0, left), max(0, top), min(image.width, right + 1), min(image.height, bottom + 1)
    if box[2] <= box[0] or box[3] <= box[1]:
        return Image.new("RGB", (1, 1), "#FFFFFF")
    return image.crop(box)


def colours_under(image: Image, rect: Rect, page: tuple[int, int]) -> tuple[str, ...]:
    """The colours that lie in a place, the most frequent first."""
    found = counted(cut(image, rect, page))
    total = sum(count for count, _ in found)
    listed: list[str] = []
    seen = 0
    for count, colour in found:
        listed.append(colour)
        seen += count
        if seen >= total * (1 - _WORST):
            break
    return tuple(listed)


def counted(image: Image) -> list[tuple[int, str]]:
    """The colours of a picture with how many pixels have each, the most frequent first."""
    whole = image.convert("RGB")
    found = whole.getcolors(whole.width * whole.height) or []
    return sorted(
        ((count, bytes(each).hex().upper()) for count, each in found if isinstance(each, tuple)),
        key=lambda each: (-each[0], each[1]),
    )


def in_few(image: Image, most: int) -> Image:
    """A picture in so many colours at most; as it is where it has no more."""
    return image if image.getcolors(most) else image.quantize(most)


def least(colour: str, grounds: tuple[str, ...]) -> float:
    """The least contrast of a colour with what lies under it."""
    return min(contrast(colour, each) for each in grounds)


def covered(shown: Sequence[Decor], page: tuple[int, int]) -> float:
    """Which share of the page is covered."""
    taken = bytearray(_GRID * _GRID)
    for each in shown:
        left, top = round(each.rect.x * _GRID / page[0]), round(each.rect.y * _GRID / page[1])
        w = max(1, min(2 * _GRID, round(each.rect.w * _GRID / page[0])))
        h = max(1, min(2 * _GRID, round(each.rect.h * _GRID / page[1])))
        filled = stencil(each, (w, h)).tobytes()
        for y in range(max(0, top), min(_GRID, top + h)):
            for x in range(max(0, left), min(_GRID, left + w)):
                if filled[(y - top) * w + x - left]:
                    taken[y * _GRID + x] = 1
    return sum(taken) / len(taken)
