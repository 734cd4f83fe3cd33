"""Turn a few rectangles into the picture of the gallery: a waterfront at dusk.

python make_waterfront.py     writes assets/gallery/waterfront.jpg, always the same bytes
"""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT, SHORE = 1800, 1200, 800


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


def main() -> None:
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
    picture.save(
        Path(__file__).resolve().parents[1] / "gallery" / "waterfront.jpg",
        quality=82,
        optimize=True,
    )


if __name__ == "__main__":
    main()
