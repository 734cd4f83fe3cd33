"""Plain slides that somebody resets stay as they are; how they grow, `test_editing` knows."""

from __future__ import annotations

from io import BytesIO

import editing
import pytest
from editing import own, placeholders, slides
from pptx import Presentation
from test_editing import plain


@pytest.mark.slow
def test_resetting_a_plain_slide_changes_nothing() -> None:
    opened = Presentation(BytesIO(plain()))
    told = []
    for slide, (name, root) in zip(opened.slides, slides(plain()), strict=True):
        layouts = {p.placeholder_format.idx: p._element for p in slide.slide_layout.placeholders}
        for shape in placeholders(root):
            index = int(editing.holder(shape).get("idx", 0))
            told += [f"{name}: {what}" for what in own(shape, layouts[index])]
    assert told == []
