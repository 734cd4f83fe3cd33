"""Turn the doctor's report into a picture: each layout as it is seen, its places, room for content.

Titles are framed in red, texts in blue, pictures in green, footers in grey; where content may stand
is tinted.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from briefgen.geometry import Rect
from briefgen.machine.assets import shipped
from briefgen.messages import phrases
from briefgen.messages.entry import Tongue
from briefgen.template.doctor import Line, Report
from briefgen.template.model import HolderKind
from briefgen.template.raster import painted

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

_WIDTH, _ACROSS, _GAP, _CAPTION = 480, 3, 24, 56
# The most layouts that a picture shows; those that serve come first.
_MOST = 36
_PAPER, _INK, _QUIET = "#FFFFFF", "#222222", "#666666"
_AREA, _EDGE = (60, 170, 90, 70), (30, 130, 60, 255)
_FRAMES: dict[HolderKind, tuple[int, int, int, int]] = {
    "title": (200, 30, 30, 255),
    "subtitle": (130, 60, 170, 255),
    "text": (30, 90, 200, 255),
    "content": (30, 90, 200, 255),
    "picture": (20, 140, 90, 255),
}
_OTHER = (128, 128, 128, 255)


def as_png(report: Report, tongue: Tongue) -> bytes:
    """The picture as a PNG."""
    from PIL import Image, ImageDraw

    lines = sorted(report.lines, key=lambda line: (not line.area.w, not line.roles))[:_MOST]
    page = report.template.page
    tall = round(_WIDTH * page[1] / page[0])
    rows = -(-len(lines) // _ACROSS)
    size = (
        _ACROSS * (_WIDTH + _GAP) + _GAP,
        rows * (tall + _CAPTION + _GAP) + _GAP,
    )
    sheet = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(sheet)
    large, small = _face(20), _face(15)
    for number, line in enumerate(lines):
        x = _GAP + number % _ACROSS * (_WIDTH + _GAP)
        y = _GAP + number // _ACROSS * (tall + _CAPTION + _GAP)
        sheet.paste(_layout(report, line), (x, y))
        draw.rectangle((x - 1, y - 1, x + _WIDTH, y + tall), outline=_QUIET)
        draw.text((x, y + tall + 4), _cut(line.board.label, large), _INK, large)
        roles = ", ".join(phrases()[f"role-{role}"].told(tongue, {}) for role in line.roles)
        draw.text((x, y + tall + 30), roles, _QUIET, small)
    buffer = BytesIO()
    sheet.save(buffer, "PNG")
    return buffer.getvalue()


def _face(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(shipped("assets") / "fonts" / "NotoSansSC-Regular.ttf"), size)


def _cut(text: str, face: FreeTypeFont) -> str:
    while text and face.getlength(text) > _WIDTH:
        text = text[:-2].rstrip("…") + "…" if len(text) > 2 else ""
    return text


def _layout(report: Report, line: Line) -> Image:
    from PIL import ImageDraw

    template = report.template
    image = painted(line.board, template.held.seen, template.page, _WIDTH)
    draw = ImageDraw.Draw(image, "RGBA")
    scale = _WIDTH / template.page[0]
    if line.area.w:
        draw.rectangle(_box(line.area, scale), fill=_AREA, outline=_EDGE, width=2)
    for holder in line.board.holders:
        colour = _FRAMES.get(holder.kind, _OTHER)
        draw.rectangle(_box(holder.rect, scale), outline=colour)
    return image


def _box(rect: Rect, scale: float) -> tuple[int, int, int, int]:
    left, top = round(rect.x * scale), round(rect.y * scale)
    right, bottom = round(rect.right * scale) - 1, round(rect.bottom * scale) - 1
    return left, top, max(left, right), max(top, bottom)
