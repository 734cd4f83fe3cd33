"""Text that a presentation program wraps by itself: numbers stay whole there too."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.geometry import pt
from briefgen.typography.fonts import load_fonts
from briefgen.typography.linebreak import breaks
from briefgen.typography.paragraph import set_text
from briefgen.typography.text import Paragraph, Run, Style

SIZE = pt(16)
FONTS = load_fonts()
PIECES = st.sampled_from(
    (
        "全市共开工 319个 项目，总投资 超3200亿元 。 增速均超 20% ， 推动科技 4年零8个月 "
        "“新气象” EH216 与 大力发展 1.3万家 高新技术企业"
    ).split()
)


def _set(text: str, width: int) -> Paragraph:
    paragraph = Paragraph((Run(text, Style(SIZE)),), pt(24))
    return set_text((paragraph,), width, FONTS, medium="deck").paragraphs[0]


def _wrapped(text: str, width: int, latin: float, boundary: float) -> list[int]:
    """Where a program wraps: as late as it can, its Latin `latin` times as wide as our face's,
    with `boundary` em where Chinese meets Latin."""
    points = breaks(text).pieces
    ends, start = [], 0

    def used(a: int, b: int) -> float:
        total = 0.0
        for i in range(a, b):
            western = text[i].isascii()
            total += FONTS.regular.advance(text[i]) * (latin if western else 1) * SIZE / 1000
            if i + 1 < b and western != text[i + 1].isascii():
                total += boundary * SIZE
        return total

    while used(start, len(text)) > width:
        fitting = [p for p in points if p > start and used(start, p) <= width]
        if not fitting:
            break
        start = fitting[-1]
        ends.append(start)
    return ends


@settings(max_examples=300)
@given(
    st.lists(PIECES, min_size=3, max_size=14).map("".join),
    st.integers(9, 30),
    st.one_of(
        st.tuples(st.floats(1.0, 1.17), st.just(0.0)),  # a wide face
        st.tuples(st.floats(1.0, 1.05), st.floats(0.0, 0.23)),  # and one that spaces scripts apart
    ),
)
@pytest.mark.slow
def test_what_is_left_to_the_program_is_not_wrapped_badly(
    text: str, ems: int, face: tuple[float, float]
) -> None:
    latin, boundary = face
    width = ems * SIZE
    if _set(text, width).pinned:
        return
    atoms = set(breaks(text).atoms)
    ends = _wrapped(text, width, latin, boundary)
    assert [end for end in ends if end not in atoms] == []
    if ends:
        assert len(text[ends[-1] :].rstrip("。，”%")) != 1


def test_a_number_at_a_line_end_is_pinned() -> None:
    assert _set(
        "一辆整车在智能生态工厂下线，用时仅4年零8个月，成为最快破百万辆的品牌。", 17 * SIZE
    ).pinned


def test_text_without_numbers_flows_freely() -> None:
    text = "推动科技与产业双向奔赴，城市与大学相互赋能，打通科研成果从样品到产品的转化通道。"
    assert not _set(text, 21 * SIZE + SIZE // 2).pinned


def test_one_line_needs_no_pin() -> None:
    assert not _set("总投资超3200亿元", 20 * SIZE).pinned
