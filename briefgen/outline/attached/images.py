"""Turn the image files that slides name into images that are safe to show, or say what is wrong.

What goes into the outputs is never the file as it came: it was read whole, turned upright, brought
to eight bits a channel of sRGB without what cameras write beside it, and of an animation it is the
first frame. Both outputs get the same bytes. Reading one takes at most half a gigabyte: what has
more pixels than anybody sees is made smaller, in strips or while it is decoded.
"""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from briefgen.brief.model import Brief, Checked, Image
from briefgen.brief.roles import each_in
from briefgen.machine import reads
from briefgen.machine.paths import resolved
from briefgen.machine.reasons import as_said, reason
from briefgen.problems import Problems, UnfitError
from briefgen.record import State, field

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
# A photograph in JPEG can be decoded at an eighth of its size without holding the whole.
MAX_BYTES_JPEG = 100_000_000
MAX_PIXELS_JPEG = 200_000_000
# The coefficients of a progressive JPEG are held all at once, two bytes each (T.81, G.1).
_MOST_HELD = 300_000_000
# As many pixels as a page of A3 has in print, when an image is written anew.
_ENOUGH = 18_000_000
_STRIP = 512
# The tag of Exif (CIPA DC-008, 4.6.4) that says which side is up.
_ORIENTATION = 0x0112
# No EPS (which runs a program), no SVG (whose entities reach other files).
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")
_PLAIN = ("RGB", "L")
# Whose pixels can be mixed as they are.
_MIXED = ("RGB", "L", "RGBA", "CMYK", "LAB")
_JPEG = b"\xff\xd8\xff"


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

    def forget(self, most: int) -> None:
        """Let go of what is known where it is of more files than that."""
        if len(self._known) > most:
            self._known.clear()

    def _checked(self, file: str) -> Checked | ImageError:
        if file not in self._known:
            try:
                self._known[file] = read_image(self.root, file)
            except ImageError as problem:
                self._known[file] = problem
        return self._known[file]


def read_image(root: Path, file: str) -> Checked:
    """The image in `file` (a path below `root`), upright and sound. Raises ImageError."""
    return checked(read_bytes(root, file))


def checked(data: bytes) -> Checked:
    """An image upright and sound. Raises ImageError."""
    # Pillow takes some milliseconds to import, and most outlines have no images.
    import PIL.Image
    from PIL import UnidentifiedImageError

    bound = PIL.Image.MAX_IMAGE_PIXELS
    try:
        # The bounds here are lower, but for photographs.
        PIL.Image.MAX_IMAGE_PIXELS = None
        with warnings.catch_warnings():
            # Of what is too large or damaged there are errors of our own.
            warnings.simplefilter("ignore")
            with PIL.Image.open(BytesIO(data), formats=_FORMATS) as image:
                _small_enough(image)
                kind = image.format
                image.verify()
            with PIL.Image.open(BytesIO(data), formats=_FORMATS) as image:
                whole = not _draft(image)
                image.load()
                return _upright(image, data, kind == "JPEG", whole)
    except UnidentifiedImageError:
        raise ImageError("image-format") from None
    except (ImageError, MemoryError):
        raise
    except Exception as problem:  # a damaged file may fail anywhere in the library
        raise ImageError("image-damaged", why=as_said(str(problem))) from None
    finally:
        PIL.Image.MAX_IMAGE_PIXELS = bound


def read_bytes(root: Path, file: str) -> bytes:
    """The bytes of a file below `root`. Raises ImageError."""
    try:
        path = resolved(root / file)
        if not path.is_relative_to(root.resolve()):
            raise ImageError("image-outside")
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise ImageError("image-not-a-file")
        with path.open("rb") as opened:
            most = MAX_BYTES_JPEG if opened.read(len(_JPEG)) == _JPEG else MAX_BYTES
        if found.st_size > most:
            size = f"{found.st_size / 1_000_000:.0f}"
            raise ImageError("image-too-large", size=size, most=most // 1_000_000)
        return reads.read(path)
    except FileNotFoundError:
        raise ImageError("image-missing", folder=root.name) from None
    except OSError as problem:
        raise ImageError("image-unreadable", why=reason(problem)) from None


def _small_enough(image: Pixels) -> None:
    pixels = image.width * image.height
    most = MAX_PIXELS_JPEG if image.format == "JPEG" else MAX_PIXELS
    if pixels > most:
        raise ImageError("image-too-many-pixels", most=most // 1_000_000)
    if image.info.get("progressive") and sum(_held(image)) > _MOST_HELD:
        raise ImageError("image-progressive", pixels=pixels // 1_000_000)


def _held(image: Pixels) -> Iterator[int]:
    """The bytes of the coefficients of each component of a JPEG, by its sampling."""
    layers: Sequence[tuple[int, int, int, int]] = getattr(image, "layer", ())
    across = max((h for _, h, _, _ in layers), default=1)
    down = max((v for _, _, v, _ in layers), default=1)
    for _, h, v, _ in layers:
        yield 2 * image.width * image.height * h * v // (across * down)


def _draft(image: Pixels) -> bool:
    """Have a large photograph decoded at a half, a quarter or an eighth; whether that is so."""
    factor = 1
    while image.width * image.height > MAX_PIXELS * factor**2:
        factor *= 2
    if factor == 1 or image.format != "JPEG":
        return False
    # Of the sizes that a decoder can make it takes the one that is not smaller than is asked for.
    image.draft(None, (image.width // factor, image.height // factor))
    return True


def _upright(image: Pixels, data: bytes, photograph: bool, whole: bool) -> Checked:
    """The first frame as it is to be seen; the bytes of a JPEG that needs no change."""
    from PIL import Image, ImageOps

    bare = not ({"exif", "xmp", "icc_profile", "photoshop"} & image.info.keys())
    small = whole and len(data) <= MAX_BYTES
    if photograph and bare and small and image.mode in _PLAIN:
        from briefgen.outline.attached.jpeg import picture_alone

        if alone := picture_alone(data):
            return Checked(alone, "image/jpeg", image.width, image.height)
    profile, turn = image.info.get("icc_profile"), Image.Exif()
    turn[_ORIENTATION] = image.getexif().get(_ORIENTATION, 1)
    reduced = _reduced(image)
    if profile:
        reduced = _in_srgb(reduced, profile)
    plain = _eight_bits(reduced)
    # What was reduced has forgotten which side is up.
    plain.info["exif"] = turn.tobytes()
    plain = ImageOps.exif_transpose(plain)
    out = BytesIO()
    plain.info.clear()
    if photograph:
        plain.save(out, "JPEG", quality=95)
    else:
        plain.save(out, "PNG")
    media: Literal["image/jpeg", "image/png"] = "image/jpeg" if photograph else "image/png"
    return Checked(out.getvalue(), media, plain.width, plain.height)


def _reduced(image: Pixels) -> Pixels:
    """An image with no more pixels than are enough, made strip by strip."""
    from PIL import Image

    factor = 1
    while image.width * image.height > _ENOUGH * factor**2:
        factor += 1
    if factor == 1:
        return image
    # Pixels of a palette and of one or sixteen bits are mixed in colours of eight.
    first = _eight_bits(image.crop((0, 0, 1, 1))).mode if image.mode not in _MIXED else image.mode
    size = (-(-image.width // factor), -(-image.height // factor))
    small = Image.new(first, size)
    for top in range(0, image.height, _STRIP * factor):
        strip = image.crop((0, top, image.width, min(top + _STRIP * factor, image.height)))
        strip = strip if image.mode in _MIXED else _eight_bits(strip)
        small.paste(strip.reduce(factor), (0, top // factor))
    return small


def _in_srgb(image: Pixels, profile: bytes) -> Pixels:
    """The image in sRGB, from the colours that its ICC profile means. One that no reader
    understands, or is another kind of image's, goes for none, as browsers do (PNG, 4.2.2.4)."""
    from PIL import ImageCms

    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(meant):
            return image
        if image.mode not in ("RGB", "RGBA", "L", "CMYK", "LAB"):
            image = _eight_bits(image)
        mode = image.mode if image.mode == "RGBA" else "RGB"
        made = ImageCms.profileToProfile(
            image, meant, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return made or image


def _eight_bits(image: Pixels) -> Pixels:
    """RGB or grey of eight bits, or RGB with transparency."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):
        # Sixteen bits: Pillow would clip instead of scaling.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image if image.mode in _PLAIN else image.convert("L" if image.mode == "1" else "RGB")
