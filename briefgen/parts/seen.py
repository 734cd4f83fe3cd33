"""Turn an image that a slide names into how it is seen there: described, and in which place."""

from __future__ import annotations

from typing import Literal, TypeVar

from briefgen.brief.model import Image, Text, words
from briefgen.parts.context import Context
from briefgen.record import replace

# How a photograph is shown.
Fit = Literal["panes", "half", "full"]
Shown = TypeVar("Shown", bound=Image)


def fitted(image: Image | None, fit: Fit, panes: bool) -> Fit | Literal[""]:
    """How a photograph is shown, where there are `panes` or none; "" without one."""
    if image is None:
        return ""
    return "half" if fit == "panes" and not panes else fit


def described(ctx: Context, image: Shown, said: Text) -> Shown:
    """The image, with these words where nothing says what it shows; a note tells of that."""
    if str(image.alt):
        return image
    ctx.problems.add("image-undescribed", image.mark, file=image.file)
    return replace(image, alt=words(str(said) or image.file, image.mark))
