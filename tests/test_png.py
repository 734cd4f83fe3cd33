"""The PNG pages: their number, size, content and repeatability."""

from __future__ import annotations

from io import BytesIO

from pdf_scenes import PALETTE, scene, simple
from PIL import Image

from briefgen.geometry import Rect, mm
from briefgen.render import pdf, png
from briefgen.scene.items import Page, Shape
from briefgen.scene.names import called


def test_each_page_is_a_picture_of_its_size_and_content() -> None:
    bar = Shape(called("条"), Rect(0, 0, mm(210), mm(30)), fill="primary")
    made = pdf.render(
        scene(
            pages=(
                Page(id="a", layout="", title="甲", items=(bar, simple("甲", 60))),
                Page(id="b", layout="", title="乙", items=(simple("乙", 60),)),
            )
        )
    )
    pictures = [Image.open(BytesIO(data)) for data in png.rasters(made, dpi=72)]
    assert [picture.size for picture in pictures] == [(596, 842), (596, 842)]
    assert all(picture.mode == "RGB" for picture in pictures)
    colours = [tuple(int(PALETTE["primary"][at : at + 2], 16) for at in (0, 2, 4)), (255,) * 3]
    assert [picture.getpixel((300, 40)) for picture in pictures] == colours


def test_the_resolution_is_chosen_and_written_into_the_file() -> None:
    made = pdf.render(scene(simple("甲")))
    (data,) = png.rasters(made)
    picture = Image.open(BytesIO(data))
    assert picture.size == (1191, 1684)
    assert round(picture.info["dpi"][0]) == 144


def test_the_same_page_gives_the_same_bytes() -> None:
    made = pdf.render(scene(simple("甲")))
    assert png.rasters(made) == png.rasters(made)
