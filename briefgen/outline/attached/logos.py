"""Turn the file of a logo into a picture or a drawing that every output can show."""

from __future__ import annotations

from pathlib import Path

from briefgen.brief.model import Checked, Logo
from briefgen.outline.attached.images import ImageError, read_bytes, read_image
from briefgen.problems import Mark, Problems
from briefgen.vector import Vector

_PNG = b"\x89PNG\r\n\x1a\n"
_MARKUP = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")


def read_logo(root: Path, logo: Logo, problems: Problems) -> Checked | Vector | None:
    """The logo in a file below `root`: a PNG as a checked picture, an SVG as a drawing. None, with
    problems, where it is neither, or holds what is not drawn, which is told with its line."""
    try:
        data = read_bytes(root, logo.file)
        if data.startswith(_PNG):
            return read_image(root, logo.file)
        if not data.lstrip().startswith(_MARKUP):
            raise ImageError("logo-format")
    except ImageError as error:
        error.tell(problems, logo.file_mark, file=logo.file)
        return None
    # Few outlines have a logo, and fewer one that is drawn.
    from briefgen.outline.attached.svg.read import read_svg
    from briefgen.outline.attached.svg.tree import SvgError

    try:
        return read_svg(data)
    except SvgError as found:
        problems.add(found.code, Mark(logo.file, found.line, 1), **found.parts)
        return None
