"""Turn a few shapes into the pictures of the gallery: a waterfront at dusk, the campus up the river
by day, and the stalls down the river by night.

python make_waterfront.py     writes assets/gallery/*.jpg, always the same bytes
"""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT, SHORE = 1800, 1200, 800
# The smaller pictures.
WIDE, HIGH, BANK = 900, 600, 430
_AWNINGS = ((176, 58, 46), (232, 200, 140), (46, 110, 112), (214, 140, 60))


def sky(height: int) -> Image.Image:
    """Dusk, from deep blue above to orange at the horizon."""
    above, below = (38, 58, 96), (244, 190, 130)
    column = Image.new("RGB", (1, height))
    for y in range(height):
        share = (y / height) ** 1.4
        column.putpixel(
            (0, y), tuple(round(a + (b - a) * share) for a, b in zip(above, below, strict=True))
        )
    return column.resize((WIDTH, height))


def towers(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    """Two rows of towers on the shore, the nearer one darker, with lit windows."""
    for row, (colour, low, high) in enumerate((((96, 92, 112), 160, 430), ((38, 42, 60), 80, 560))):
        x = -20
        while x < WIDTH:
            width = chance.randrange(60, 130)
            top = SHORE - chance.randrange(low, high)
            draw.rectangle((x, top, x + width, SHORE), fill=colour)
            if row:
                for wx in range(x + 10, x + width - 12, 18):
                    for wy in range(top + 14, SHORE - 14, 24):
                        if chance.random() < 0.45:
                            draw.rectangle((wx, wy, wx + 8, wy + 11), fill=(248, 214, 140))
            x += width + chance.randrange(4, 40)


def campus() -> Image.Image:
    """Low halls with gables among round trees, hills behind them, and the river before them."""
    picture = Image.new("RGB", (WIDE, HIGH), (206, 224, 232))
    draw = ImageDraw.Draw(picture)
    for x, y, colour in ((-120, 210, (160, 186, 180)), (330, 170, (140, 170, 164))):
        draw.ellipse((x, y, x + 760, y + 620), fill=colour)
    for x, width, top in ((60, 230, 300), (330, 240, 240), (610, 230, 310)):
        draw.polygon(
            ((x - 16, top), (x + width // 2, top - 64), (x + width + 16, top)), fill=(150, 76, 60)
        )
        draw.rectangle((x, top, x + width, BANK), fill=(240, 230, 212))
        for wx in range(x + 22, x + width - 30, 46):
            for wy in range(top + 24, BANK - 40, 56):
                draw.rectangle((wx, wy, wx + 22, wy + 32), fill=(86, 120, 138))
    for x in range(0, WIDE, 76):
        draw.rectangle((x + 32, BANK - 40, x + 40, BANK), fill=(96, 78, 62))
        draw.ellipse((x, BANK - 100, x + 72, BANK - 28), fill=(74, 126, 92))
    draw.rectangle((0, BANK, WIDE, HIGH), fill=(112, 158, 176))
    draw.rectangle((0, BANK, WIDE, BANK + 14), fill=(222, 212, 192))
    for y in range(BANK + 44, HIGH, 30):
        draw.line((60 + y % 70, y, WIDE - 60 - y % 90, y), fill=(150, 188, 202), width=3)
    return picture


def stalls() -> Image.Image:
    """A row of stalls under striped awnings, lanterns above them, and their light on the ground."""
    picture = Image.new("RGB", (WIDE, HIGH), (30, 34, 58))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, BANK, WIDE, HIGH), fill=(70, 60, 66))
    draw.line((0, 120, WIDE // 2, 170, WIDE, 120), fill=(96, 92, 108), width=4)
    for x in range(75, WIDE, 150):
        y = 130 + (40 - abs(x - WIDE // 2) // 11)
        draw.ellipse((x - 24, y, x + 24, y + 56), fill=(240, 150, 70))
    for number, x in enumerate(range(30, WIDE - 200, 215)):
        draw.rectangle((x, 300, x + 190, BANK + 40), fill=(250, 224, 164))
        draw.rectangle((x, 380, x + 190, BANK + 40), fill=(120, 84, 62))
        colour = _AWNINGS[number % len(_AWNINGS)]
        for strip in range(6):
            left = x - 10 + strip * 35
            draw.rectangle(
                (left, 262, left + 35, 322), fill=(248, 240, 224) if strip % 2 else colour
            )
        draw.polygon(((x, 476), (x + 190, 476), (x + 230, 560), (x - 40, 560)), fill=(112, 92, 78))
    return picture


def waterfront() -> Image.Image:
    """Towers on a shore, and what the water shows of them."""
    chance = random.Random(7)
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    picture.paste(sky(SHORE), (0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((1240, 520, 1400, 680), fill=(252, 226, 170))
    towers(draw, chance)
    water = picture.crop((0, 2 * SHORE - HEIGHT, WIDTH, SHORE)).transpose(
        Image.Transpose.FLIP_TOP_BOTTOM
    )
    shade = Image.new("RGB", water.size, (30, 48, 74))
    picture.paste(Image.blend(water, shade, 0.55), (0, SHORE))
    draw = ImageDraw.Draw(picture)
    for y in range(SHORE + 8, HEIGHT, 9):
        for _ in range(9):
            x, length = chance.randrange(WIDTH), chance.randrange(30, 200)
            draw.line((x, y, x + length, y), fill=(66, 84, 110), width=2)
    return picture


def main() -> None:
    folder = Path(__file__).resolve().parents[1] / "gallery"
    for name, made in (("waterfront", waterfront), ("campus", campus), ("stalls", stalls)):
        made().save(folder / f"{name}.jpg", quality=82, optimize=True)


if __name__ == "__main__":
    main()
