"""Turn a scene into pictures made of text and paths, one for each page.

Only the drawn face of the scene is used, as for the print; lengths are points. Text is text: it is
found, read aloud, selected, and sharp at any size, in the faces that the scene was set in.

    pen        positions and tokens → coordinates and colours
    text, shapes, drawing   one kind of mark each
    page       items in order
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

from briefgen.geometry import Rect
from briefgen.render.svg.page import draw_page
from briefgen.render.svg.pen import Pen, attribute, number, shipped_families
from briefgen.scene.items import Page, Picture
from briefgen.scene.scene import Scene
from briefgen.typography.fonts import shipped_face

# Text as it was set: nothing is kerned, joined or hinted.
STYLE = (
    "text{white-space:pre;font-kerning:none;font-variant-ligatures:none;"
    "font-feature-settings:'kern' 0,'palt' 0,'halt' 0,'chws' 0;text-rendering:geometricPrecision}"
)
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def render(scene: Scene) -> tuple[bytes, ...]:
    """A picture of each page that is shown, which needs no other file but the faces."""
    shown = [page for page in scene.pages if not page.hidden] or list(scene.pages)
    style = f"<style>{STYLE}</style>"
    return tuple(HEAD + picture(scene, page, style=style).encode() + b"\n" for page in shown)


def inline(image: Picture) -> str:
    """The bytes of a picture as an address of their own (RFC 2397)."""
    return f"data:{image.media_type};base64,{b64encode(image.data).decode()}"


def picture(
    scene: Scene,
    page: Page,
    *,
    href: Callable[[Picture], str] = inline,
    style: str = "",
    prefix: str = "",
) -> str:
    """One page as an `svg` element. `style` stands before what is drawn; `prefix` begins the ids
    in it, so that several may stand in one document."""
    base = scene.theme.print_face.base
    pen = Pen(
        theme=scene.theme,
        prefix=prefix or f"x-{page.id}",
        href=href,
        pages=frozenset(each.id for each in scene.pages),
        language=scene.meta.language,
        bases=(shipped_face(base, False), shipped_face(base, True)),
        families=shipped_families(),
    )
    size = Rect(0, 0, scene.width, scene.height)
    decor = scene.layout(page.layout).decor if scene.layouts else ()
    draw_page(pen, page, size, decor, scene.mark)
    width, height = number(size.w), number(size.h)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
    head += f' width="{width}" height="{height}" xml:space="preserve" role="group"'
    head += attribute("lang", scene.meta.language) + attribute("aria-label", page.title)
    return f"{head}>{style}{''.join(pen.parts)}</svg>"
