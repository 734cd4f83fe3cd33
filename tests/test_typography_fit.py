"""Fitting: the largest step of a type scale at which a text fits, and what to say if none does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from briefgen.geometry import pt
from briefgen.record import replace
from briefgen.typography.fit import Fitted, Room, Setting, excess, fit_all, whole
from briefgen.typography.flow import Medium
from briefgen.typography.fonts import load_fonts
from briefgen.typography.paragraph import set_text
from briefgen.typography.text import Align, Paragraph, Run, Style

SETTING = Setting(load_fonts(), "print")
STEPS = ((pt(20), pt(28)), (pt(18), pt(27)), (pt(16), pt(24)))
Step = tuple[int, int]


def fit(
    make: Callable[[Step], tuple[Paragraph, ...]],
    steps: tuple[Step, ...],
    room: Room,
    setting: Setting,
) -> Fitted[Step]:
    return fit_all([(make, room)], steps, setting)[0]


def body(text: str) -> Callable[[Step], tuple[Paragraph, ...]]:
    def make(step: Step) -> tuple[Paragraph, ...]:
        size, leading = step
        return (Paragraph((Run(text, Style(size)),), leading),)

    return make


def test_the_first_step_that_fits_is_taken() -> None:
    text = "一二三四五六七八九十" * 3
    assert fit(body(text), STEPS, Room(pt(200), pt(84)), SETTING).step == STEPS[0]
    assert fit(body(text), STEPS, Room(pt(200), pt(83)), SETTING).step == STEPS[1]
    assert fit(body(text), STEPS, Room(pt(180), pt(80)), SETTING).step == STEPS[2]


def test_the_line_limit_counts() -> None:
    text = "一二三四五六七八九十"
    assert fit(body(text), STEPS, Room(pt(180), pt(300), lines=1), SETTING).step == STEPS[1]


def test_a_step_that_would_split_a_number_does_not_fit() -> None:
    # With its spacing the figure is 6.47 em: 129 pt wide at 20 pt, 116 pt at 18 pt.
    fitted = fit(body("突破3200亿元"), STEPS, Room(pt(118), pt(300)), SETTING)
    assert (fitted.step, len(fitted.text.lines)) == (STEPS[1], 1)
    assert whole(fitted.text, SETTING)


def test_a_figure_too_long_to_be_kept_whole_may_break() -> None:
    words = "at least RMB 1,234.5 billion in 2035"
    style = Style(pt(20))
    paragraph = Paragraph((Run(words, style, "f"),), pt(28))
    fitted = fit(lambda _: (paragraph,), STEPS, Room(pt(200), pt(300)), SETTING)
    assert len(fitted.text.lines) > 1
    assert whole(fitted.text, SETTING)


def test_what_fits_at_no_step_tells_how_much_is_too_much() -> None:
    fitted = fit(body("一二三四五六七八九十" * 5), STEPS, Room(pt(160), pt(72)), SETTING)
    assert fitted.step == STEPS[-1]
    assert not fitted.fits
    assert fitted.excess == 20  # ten to a line, three lines of five


def test_slots_of_one_role_share_a_size() -> None:
    long, short = "一二三四五六七八九十" * 3, "一二三"
    made = fit_all(
        [(body(short), Room(pt(200), pt(90))), (body(long), Room(pt(180), pt(81)))], STEPS, SETTING
    )
    assert [fitted.step for fitted in made] == [STEPS[1], STEPS[1]]
    over = fit_all(
        [(body(short), Room(pt(200), pt(90))), (body(long), Room(pt(180), pt(24)))], STEPS, SETTING
    )
    assert [fitted.fits for fitted in over] == [True, False]


def test_a_text_that_just_fills_its_box_has_no_excess() -> None:
    for size, leading in ((18, 27), (9, 13.5), (44, 50)):
        text = set_text(
            body("一二三四五六七八九十")((pt(size), pt(leading))),
            pt(size) * 5,
            SETTING.fonts,
            medium="print",
        )
        assert excess(text, Room(pt(size) * 5, text.height)) == 0
        assert excess(text, Room(pt(size) * 5, text.height - pt(2))) == 5


def test_lines_that_are_counted_are_as_many_as_those_that_are_set() -> None:
    texts = (
        "",
        "节假日不闭馆",
        "到2030年，全市“15分钟阅读圈”基本建成，外借图书突破512万册；读者议事会每季度开一次。",
        "Libraries open late: 38% more visits in 2031, and “up to 1,460 hours” of night.",
        "先讲读者看得见的变化，\n再讲做法",
    )
    mediums: tuple[Medium, ...] = ("deck", "print")
    aligns: tuple[Align, ...] = ("left", "justify")
    for medium, language, align in product(mediums, ("zh-Hans", "en"), aligns):
        setting = Setting(load_fonts(), medium, language)
        made = [
            replace(each, align=align, before=pt(6), keep_breaks=keep)
            for text in texts
            for each in body(text)((pt(18), pt(27)))
            for keep in (False, True)
        ]
        for width in range(pt(60), pt(700), pt(31)):
            text = setting.set(made, width)
            at = [line.paragraph for line in text.lines]
            counts = setting.rows(made, width)
            assert counts == tuple(at.count(number) for number in range(len(made)))
            assert setting.height(made, width) == text.height
            least = setting.rows_at_least(made, width)
            assert all(few <= count for few, count in zip(least, counts, strict=True))
            if align == "left":
                last = max(n for n, number in enumerate(at) if number == 4)
                assert setting.last_line(made[4], width) == text.lines[last].width


def test_words_more_fill_the_last_line_and_then_lines_below() -> None:
    setting, style = Setting(load_fonts(), "deck"), Style(pt(20))
    made = (Paragraph((Run("一二三四五六七八九十一二三", style),), pt(28)),)
    width = pt(202)  # ten hanzi, and what is kept free
    assert setting.rows(made, width) == (2,)
    assert setting.rows(made, width, Run("长" * 7, style)) == (2,)
    assert setting.rows(made, width, Run("长" * 8, style)) == (3,)
    assert setting.rows_at_least(made, width, Run("长" * 8, style)) == (3,)
    # As many as if they stood there: after one line, after several, in what is free and far below.
    for there in (1, 3, 10, 12, 23):
        (before,) = made = (Paragraph((Run("长" * there, style),), pt(28)),)
        for count in (1, 2, 7, 9, 10, 11, 37):
            added = replace(before, runs=(*before.runs, Run("长" * count, style)))
            more = Run("长" * count, style)
            assert setting.rows(made, width, more) == setting.rows((added,), width), (there, count)
