"""Turn a checked PNG or JPEG into an image object of the document."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import Any

from briefgen.geometry import in_pt
from briefgen.render.pdf.objects import Stream, Value, name, number
from briefgen.render.pdf.pen import Pen
from briefgen.scene.items import Picture


def draw_picture(pen: Pen, picture: Picture) -> None:
    """Draw a picture into its rectangle, without what is cropped; the same bytes embed once."""
    key = sha256(picture.data).hexdigest()[:16]
    resource = pen.sheets.use_image(key, lambda: _image(picture))
    left, top, right, bottom = (share / 1000 for share in picture.crop)
    rect = picture.rect
    x, y = in_pt(rect.x), in_pt(pen.height - rect.bottom)
    width, height = in_pt(rect.w), in_pt(rect.h)
    # The whole image is larger than what is seen of it, by what is cut off.
    whole_width, whole_height = width / (1 - left - right), height / (1 - top - bottom)
    matrix = (whole_width, 0, 0, whole_height, x - left * whole_width, y - bottom * whole_height)
    with pen.saved():
        pen.write(" ".join(map(number, (x, y, width, height))) + " re W n")
        pen.write(" ".join(map(number, matrix)) + f" cm /{resource} Do")


def _image(picture: Picture) -> Stream:
    from PIL import Image  # only documents with pictures pay for loading it

    with Image.open(BytesIO(picture.data)) as image:
        if picture.media_type == "image/jpeg" and image.mode in ("RGB", "L"):
            return _stream(image, picture.data, {"Filter": name("DCTDecode")}, compress=False)
        if not image.has_transparency_data:
            plain = image if image.mode in ("RGB", "L") else image.convert("RGB")
            return _stream(plain, plain.tobytes(), {})
        full = image.convert("RGBA")
        mask = full.getchannel("A")
        colours = full.convert("RGB")
        return _stream(colours, colours.tobytes(), {"SMask": _stream(mask, mask.tobytes(), {})})


def _stream(
    image: Any, content: bytes, entries: dict[str, Value], *, compress: bool = True
) -> Stream:
    return Stream(
        content,
        {
            "Type": name("XObject"),
            "Subtype": name("Image"),
            "Width": image.width,
            "Height": image.height,
            "ColorSpace": name("DeviceGray" if image.mode == "L" else "DeviceRGB"),
            "BitsPerComponent": 8,
        }
        | entries,
        compress=compress,
    )
