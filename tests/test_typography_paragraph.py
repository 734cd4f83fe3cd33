"""Set text as a reader sees it: which lines, how wide, where they stand."""

from __future__ import annotations

import subprocess
import sys
from typing import Literal

import pytest

from briefgen.geometry import Rect, mm, pt
from briefgen.typography.fonts import load_fonts
from briefgen.typography.markers import Bullet
from briefgen.typography.paragraph import place, set_text
from briefgen.typography.text import Align, Line, Paragraph, Run, SetText, Style

FONTS = load_fonts()
EM = pt(18)
STYLE = Style(EM)
Medium = Literal["deck", "print"]


def setting(
    text: str,
    ems: float,
    medium: Medium = "print",
    *,
    title: bool = False,
    align: Align = "left",
    language: str = "zh-Hans",
    lexicon: tuple[str, ...] = (),
    style: Style = STYLE,
) -> SetText:
    paragraph = Paragraph((Run(text, style),), pt(27), align, keep_breaks=title)
    return set_text(
        [paragraph], round(ems * EM), FONTS, medium=medium, language=language, lexicon=lexicon
    )


def texts(text: SetText) -> list[str]:
    return [line.text for line in text.lines]


def ems(line: Line) -> float:
    return round(line.width / EM, 2)


def test_a_line_is_filled_and_a_last_hanzi_is_not_left_alone() -> None:
    assert texts(setting("一二三四五六七八九十甲", 10)) == ["一二三四五六七八九", "十甲"]
    assert texts(setting("一二三四五六七八九甲乙丙。", 10)) == ["一二三四五六七八九甲", "乙丙。"]


def test_whole_paragraph_is_weighed_not_line_by_line() -> None:
    # Greedy filling would leave 甲 alone behind two full lines; one line of three gives way.
    lines = texts(setting("一二三四五六一二三四五六甲", 6))
    assert [len(line) for line in lines] in ([6, 5, 2], [5, 6, 2])


def test_atoms_stay_whole_until_the_line_is_too_narrow() -> None:
    text = "今年投资超3200亿元"
    for width in (7, 8, 9):
        assert texts(setting(text, width)) == ["今年投资", "超3200亿元"]
    assert texts(setting(text, 4)) == ["今年投资", "超3200", "亿元"]
    assert texts(setting("Incomprehensibility", 3))[0] == "Incom"


def test_a_figure_run_is_one_atom() -> None:
    runs = (
        Run("全市经营主体", STYLE),
        Run("翻两番以上", Style(EM, True), figure="growth"),
        Run("。", STYLE),
    )
    for medium in ("deck", "print"):
        made = set_text([Paragraph(runs, pt(27))], 9 * EM, FONTS, medium=medium)
        assert texts(made) == ["全市经营主体", "翻两番以上。"]
        assert [span.figure for span in made.lines[1].spans] == ["growth", ""]


def test_adjacent_and_line_edge_marks_lose_their_blank_half_in_print() -> None:
    (line,) = setting("“好。”（一）、《书》", 20).lines
    # “ at the start, 。 before ”, ” before （, ） before 、, 、 before 《 and 》 at the end
    assert ems(line) == 11 - 6 * 0.5
    assert line.spans[0].x == -EM // 2
    (line,) = setting("“好。”（一）、《书》", 20, "deck").lines
    assert ems(line) == 11
    assert line.spans[0].adjust == ()


def test_a_mark_at_the_end_of_the_line_makes_room_for_itself() -> None:
    # Each a word of its own, so that a line may end after any.
    assert texts(setting("猫狗猪羊牛马鸡鸭鹅，猫狗猪", 9.5))[0] == "猫狗猪羊牛马鸡鸭鹅，"
    assert texts(setting("猫狗猪羊牛马鸡鸭鹅，猫狗猪", 9.4))[0] == "猫狗猪羊牛马鸡鸭"


def test_an_eighth_of_an_em_between_scripts_in_print_only() -> None:
    (line,) = setting("用5G和AI。", 20).lines
    assert line.spans[0].adjust == (EM // 8, 0, EM // 8, EM // 8, 0, 0, -EM // 2)
    (deck,) = setting("用5G和AI。", 20, "deck").lines
    assert deck.spans[0].adjust == ()
    # No space is left over where the line breaks between the scripts.
    first = setting("一二三四五六GDP", 7).lines[0]
    assert (first.text, ems(first)) == ("一二三四五六", 6)


def test_latin_text_has_latin_quotes_in_both_media() -> None:
    for medium in ("deck", "print"):
        (line,) = setting("Guangzhou’s “new” start", 30, medium, language="en").lines
        assert line.width < 0.62 * EM * len(line.text)
        (line,) = setting("广州“新”年", 30, "deck").lines
        assert ems(line) == 6
        plain = sum(FONTS.regular.measure("McDonalds")) / 1000
        (line,) = setting("McDonald’s", 30, medium).lines
        assert 0.2 < line.width / EM - plain < 0.35


def test_spaces_hang_at_the_end_of_a_line() -> None:
    made = setting("one two three four", 5, language="en")
    assert all(line.width <= 5 * EM for line in made.lines)
    assert made.lines[0].text.endswith(" ")
    assert "".join(texts(made)) == "one two three four"


def test_soft_hyphens_show_only_where_the_line_breaks() -> None:
    text = "infra\u00adstructure"
    (whole,) = setting(text, 20, language="en").lines
    assert whole.width == FONTS.regular.width("infrastructure") * EM // 1000
    first, _ = setting(text, 5, language="en").lines
    assert first.text == "infra\u00ad"
    assert first.width == FONTS.regular.width("infra-") * EM // 1000


def test_a_line_feed_ends_the_line() -> None:
    assert texts(setting("广州\n\n再造", 20)) == ["广州\n", "\n", "再造"]
    assert texts(setting("广州\n", 20)) == ["广州\n"]


def test_justified_lines_end_at_the_edge_except_the_last() -> None:
    text = "大会强调，要全力强化科技引领、人才赋能，共建创新动能澎湃的新广州，到2035年GDP翻番。"
    made = setting(text, 13, align="justify")
    assert all(line.width == 13 * EM for line in made.lines[:-1])
    assert made.lines[-1].width < 13 * EM
    for line in made.lines:
        assert line.spans[-1].x + line.spans[-1].width == line.width


def test_justification_opens_no_word_dash_or_quotation() -> None:
    text = "Guangzhou’s “second start”: RMB 3 trillion GDP in high-tech areas by the year 2035"
    made = setting(text, 26, align="justify", language="en")
    assert made.lines[0].width == 26 * EM
    ragged = setting(text, 26, language="en")
    for stretched, plain in zip(made.lines, ragged.lines, strict=True):
        before, after = plain.spans[0], stretched.spans[0]
        changed = {
            char
            for char, a, b in zip(
                plain.text,
                before.adjust or (0,) * len(plain.text),
                after.adjust or (0,) * len(plain.text),
                strict=True,
            )
            if a != b
        }
        assert changed <= {" "}


def test_a_line_too_loose_to_justify_is_left_ragged() -> None:
    made = setting("好吧 Donaudampfschiffahrtsgesellschaft", 18, align="justify")
    assert ems(made.lines[0]) == 2


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        (
            "全力强化科技引领、人才赋能，共建创新动能澎湃的新广州",
            16,
            ["全力强化科技引领、人才赋能，", "共建创新动能澎湃的新广州"],
        ),
        (
            "广州以“二次创业”奋进姿态全力干出高质量发展新气象",
            16,
            ["广州以“二次创业”奋进姿态", "全力干出高质量发展新气象"],
        ),
        ("推动科技创新与产业创新深度融合", 14, ["推动科技创新", "与产业创新深度融合"]),
    ],
)
def test_titles_are_balanced_and_break_between_words(
    text: str, width: int, lines: list[str]
) -> None:
    assert texts(setting(text, width, "deck", title=True)) == lines


def test_a_title_does_not_break_in_a_protected_term() -> None:
    text = "加快培育专精特新企业集聚发展"
    without = texts(setting(text, 10, title=True))
    protected = ("".join(without)[len(without[0]) - 2 : len(without[0]) + 2],)
    again = texts(setting(text, 10, title=True, lexicon=protected))
    assert len(again) == 2
    assert any(protected[0] in line for line in again)


def test_mixed_sizes_share_a_baseline() -> None:
    runs = (Run("3.56", Style(pt(44), True)), Run("万亿元", Style(pt(18))))
    made = set_text([Paragraph(runs, pt(50))], pt(400), FONTS, medium="deck")
    (line,) = made.lines
    assert line.baseline == pt(3) + pt(44) * 88 // 100
    assert line.spans[1].x == line.spans[0].x + line.spans[0].width
    assert line.spans[0].width == FONTS.bold.width("3.56") * pt(44) // 1000
    assert made.height == pt(50)


def test_bold_is_measured_with_the_bold_face() -> None:
    regular, bold = (
        setting("GDP 2035", 30, style=Style(EM, heavy)).lines[0].width for heavy in (False, True)
    )
    assert bold > regular


def test_bullets_hang_and_paragraphs_keep_their_distance() -> None:
    items = [
        Paragraph((Run(text, STYLE),), pt(27), before=pt(6), margin=EM, indent=EM, marker=Bullet())
        for text in ("一二三四五六七八九十", "甲乙")
    ]
    made = set_text(items, 8 * EM, FONTS, medium="deck")
    assert [line.paragraph for line in made.lines] == [0, 0, 1]
    assert [line.marker is not None for line in made.lines] == [True, False, True]
    assert made.lines[0].marker is not None
    assert made.lines[0].marker.x == 0
    assert {line.spans[0].x for line in made.lines} == {EM}
    steps = [b.baseline - a.baseline for a, b in zip(made.lines, made.lines[1:], strict=False)]
    assert steps == [pt(27), pt(33)]
    assert made.height == 3 * pt(27) + pt(6)


def test_alignment_and_anchors() -> None:
    box = Rect(mm(10), mm(20), 10 * EM + mm(4), mm(60))
    insets = (mm(1), mm(2), mm(3), mm(4))
    for align, indent in (("left", 0), ("center", 3 * EM), ("right", 6 * EM)):
        made = setting("一二三四", 10, align=align)
        (line,) = place(made, box, insets, "top")
        assert line.spans[0].x == line.x == box.x + mm(1) + indent
        assert line.baseline == box.y + mm(2) + made.lines[0].baseline
    made = setting("一二三四", 10)
    (middle,), (bottom,) = (place(made, box, insets, where) for where in ("middle", "bottom"))
    room = mm(60) - mm(6) - pt(27)
    assert middle.baseline == box.y + mm(2) + made.lines[0].baseline + room // 2
    assert bottom.baseline == box.y + mm(2) + made.lines[0].baseline + room


def test_an_empty_paragraph_is_an_empty_line() -> None:
    for runs in ((), (Run("", STYLE),)):
        made = set_text([Paragraph(runs, pt(27))], 8 * EM, FONTS, medium="print")
        assert texts(made) == [""]
        assert made.height == pt(27)


def test_heavy_libraries_are_left_alone_until_needed() -> None:
    code = (
        "import sys; from tests.test_typography_paragraph import setting\n"
        "setting('全力强化科技引领、人才赋能，共建创新动能澎湃的新广州', 16, title=True)\n"
        "from briefgen.typography.words import word_cost\n"
        "print([m for m in ('fontTools', 'reportlab', 'pptx') if m in sys.modules],"
        " word_cost.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] 0"


@pytest.mark.parametrize("align", ["left", "justify"])
def test_narrow_lines_of_a_print_end_between_words_and_are_no_more(align: Align) -> None:
    text = "沿江建设滨水步道和休闲公园，周边居民早晚散步健身更加方便"
    deck, printed = texts(setting(text, 13.4, "deck")), texts(setting(text, 13.4, align=align))
    assert deck[0].endswith("休闲公")
    assert printed == ["沿江建设滨水步道和休闲", "公园，周边居民早晚散步健身", "更加方便"]
    # Wide lines are filled.
    wide = setting("".join(text.split("，")) * 3, 27.4, align=align)
    assert len(texts(wide)[0]) == 27
