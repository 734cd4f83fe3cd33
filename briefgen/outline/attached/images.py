"""Turn the image files that slides name into images that are safe to show, or say what is wrong.

What goes into the outputs is never the file as it came: it was read whole, turned upright, brought
to eight bits a channel without what cameras write beside it, and of an animation it is the first
frame. Both outputs get the same bytes.
"""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from briefgen.brief.model import Brief, Checked, Image
from briefgen.brief.roles import each_in
from briefgen.machine.paths import resolved
from briefgen.machine.reasons import reason
from briefgen.problems import Problems, UnfitError
from briefgen.record import State, field

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
# No EPS (which runs a program), no SVG (whose entities reach other files).
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")
_PLAIN = ("RGB", "L")


class ImageError(UnfitError):
    """An image cannot be used."""


class Images(State):
    """The images of a project, each file read once."""

    root: Path
    _known: dict[str, Checked | ImageError] = field(default_factory=dict)

    def of(self, brief: Brief, problems: Problems) -> Mapping[str, Checked]:
        """The images that the slides of a brief name, by their paths; problems at their places."""
        found: dict[str, Checked] = {}
        for slide in brief.deck:
            for image in each_in(slide.fields, Image):
                checked = self._checked(image.file)
                if isinstance(checked, ImageError):
                    checked.tell(problems, image.file_mark, file=image.file)
                else:
                    found[image.file] = checked
        return found

    def _checked(self, file: str) -> Checked | ImageError:
        if file not in self._known:
            try:
                self._known[file] = read_image(self.root, file)
            except ImageError as problem:
                self._known[file] = problem
        return self._known[file]


def read_image(root: Path, file: str) -> Checked:
    """The image in `file` (a path below `root`), upright and sound. Raises ImageError."""
    data = _bytes(root, file)
    # Pillow takes some milliseconds to import, and most outlines have no images.
    import PIL.Image
    from PIL import UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Of what is too large or damaged there are errors of our own.
            warnings.simplefilter("ignore")
            with PIL.Image.open(BytesIO(data), formats=_FORMATS) as image:
                _small_enough(image.width, image.height)
                kind = image.format
                image.verify()
            with PIL.Image.open(BytesIO(data), formats=_FORMATS) as image:
                image.load()
                return _upright(image, data, kind == "JPEG")
    except UnidentifiedImageError:
        raise ImageError("image-format") from None
    except PIL.Image.DecompressionBombError:
        raise _too_many() from None
    except (ImageError, MemoryError):
        raise
    except Exception as problem:  # a damaged file may fail anywhere in the library
        raise ImageError("image-damaged", why=str(problem)) from None


def _bytes(root: Path, file: str) -> bytes:
    try:
        path = resolved(root / file)
        if not path.is_relative_to(root.resolve()):
            raise ImageError("image-outside")
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise ImageError("image-not-a-file")
        if found.st_size > MAX_BYTES:
            size = f"{found.st_size / 1_000_000:.0f}"
            raise ImageError("image-too-large", size=size, most=MAX_BYTES // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError:
        raise ImageError("image-missing", folder=root.name) from None
    except OSError as problem:
        raise ImageError("image-unreadable", why=reason(problem)) from None


def _small_enough(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise _too_many()


def _too_many() -> ImageError:
    return ImageError("image-too-many-pixels", most=MAX_PIXELS // 1_000_000)


def _upright(image: Pixels, data: bytes, photograph: bool) -> Checked:
    """The first frame as it is to be seen; the bytes of the file itself where nothing changes."""
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(image)
    bare = not ({"exif", "xmp", "icc_profile", "photoshop"} & image.info.keys())
    if photograph and bare and image.mode in _PLAIN:
        return Checked(data, "image/jpeg", image.width, image.height)
    plain = _eight_bits(turned)
    out = BytesIO()
    if photograph:
        plain.save(out, "JPEG", quality=95)
    else:
        plain.info.clear()
        plain.save(out, "PNG")
    media: Literal["image/jpeg", "image/png"] = "image/jpeg" if photograph else "image/png"
    return Checked(out.getvalue(), media, plain.width, plain.height)


def _eight_bits(image: Pixels) -> Pixels:
    """RGB or grey of eight bits, or RGB with transparency."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):
        # Sixteen bits: Pillow would clip instead of scaling.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image if image.mode in _PLAIN else image.convert("L" if image.mode == "1" else "RGB")
