"""Make the README's pictures from the reference outline.

    python assets/makers/make_pictures.py

Each is a page as our own renderer draws it, reduced to a few tens of kilobytes.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image

from briefgen.build import Request, load
from briefgen.formats import composed
from briefgen.problems import Problems
from briefgen.render.png import render as png

ROOT = Path(__file__).resolve().parents[2]
PICTURES_IN = ROOT / "assets" / "pictures"
OUTLINE = ROOT / "content" / "outline.yaml"
# Picture → audience, form, page id, width in pixels.
PICTURES = {
    "cover": ("base", "deck", "cover", 480),
    "topics": ("base", "deck", "six", 480),
    "topic": ("base", "deck", "innovation", 480),
    "chart": ("base", "deck", "three-investments", 480),
    "figures": ("base", "deck", "talent", 480),
    "investor": ("investor", "deck", "pipeline", 480),
    "brief": ("base", "brief", "brief", 640),
    "english": ("overseas", "brief", "brief", 640),
}


def main() -> None:
    loaded = load(Request(OUTLINE))
    for name, (audience, form, page_id, width) in PICTURES.items():
        theme = loaded.themes[audience]
        scene = composed(loaded.briefs[audience], theme, form, Problems())
        number = [page.id for page in scene.pages].index(page_id)
        image = Image.open(BytesIO(png(scene)[number])).convert("RGB")
        small = image.resize(
            (width, round(image.height * width / image.width)), Image.Resampling.LANCZOS
        )
        small.quantize(160, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            PICTURES_IN / f"{name}.png", optimize=True
        )


if __name__ == "__main__":
    main()
