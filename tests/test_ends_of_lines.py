"""What a room sees: bodies that begin on one line, dates and last words that stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from test_few_words import boxes, made

from briefgen.scene.canvas import WIDE
from briefgen.scene.items import Picture, Shape, TextBox
from briefgen.scene.walk import walk
from briefgen.theme.model import DECK
from briefgen.typography.linebreak import closed

PANELS = {
    "text": "text: 把岸线还给市民。",
    "bullets": "points: [{text: 船, points: [晨]}, {text: 桥, points: [夜]}]",
    "process": "steps: [{head: 申请, text: 交材料}, {head: 发证, text: 当日取}]",
    "compare": "left: {head: 旧, points: [泥路]}, right: {head: 新, points: [石桥]}",
    "cards": "cards: [{head: 船, text: 晨出}, {head: 桥, text: 夜明}]",
    "two-column": "left: {head: 人, text: 船工}, right: {head: 物, text: 缆绳}",
}


@pytest.mark.parametrize("kind", PANELS)
def test_panels_of_few_words_begin_where_bodies_do(tmp_path: Path, kind: str) -> None:
    page = made(tmp_path, f"kind: {kind}, title: 河上, {PANELS[kind]}")
    filled = [
        item.rect
        for item in walk(page.items)
        if isinstance(item, Shape | TextBox) and item.fill and item.rect.h < WIDE.height
    ]
    body = [each for each in filled if each.y >= WIDE.title.bottom]
    assert min(each.y for each in body) == WIDE.body.y


def test_a_date_that_stands_out_keeps_its_line_and_is_the_largest_that_does(tmp_path: Path) -> None:
    days = ["2023年5月28日", "2023年6月6日", "2023年10月26日", "2023年12月6日"]
    events = "".join(f"{{when: {day}, what: 首航}}, " for day in days)
    sizes = []
    for last in ("2024年1月1日", "2024年"):
        slide = (
            f"kind: timeline, title: 首次, events: [{events}{{when: {last}, what: 开航, key: yes}}]"
        )
        page = made(tmp_path / last, slide)
        for box in boxes(page, "event"):
            assert [line.paragraph for line in box.lines].count(0) == 1
        sizes.append(boxes(page, "event")[-1].paragraphs[0].runs[0].style.size)
    assert DECK["head"].size <= sizes[0] < sizes[1]


def test_a_picture_alone_has_its_caption_beside_it(tmp_path: Path) -> None:
    Image.new("RGB", (1200, 800), "teal").save(tmp_path / "a.png")
    page = made(tmp_path, "kind: image, title: 河, image: {file: a.png, alt: 河, caption: 一条河}")
    (picture,) = [item for item in walk(page.items) if isinstance(item, Picture)]
    (caption,) = boxes(page, "caption")
    assert (picture.rect.x, picture.rect.h) == (WIDE.body.x, WIDE.body.h)
    assert caption.rect.x > picture.rect.right


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("Most peasants were bound to a lord", "Most peasants were bound to a\u00a0lord"),
        ("Wages rose, in spite of laws", "Wages rose, in spite of\u00a0laws"),
        # A name, and what would leave a gap, break where they may.
        ("Group Finance Director", "Group Finance Director"),
        ("Held back by the extraordinarily heterogeneous", None),
    ],
)
def test_the_last_two_words_stay_together(words: str, bound: str | None) -> None:
    assert closed(words) == (words if bound is None else bound)
