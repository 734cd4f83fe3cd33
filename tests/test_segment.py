"""The words of Chinese texts, held against another implementation of the same method."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from briefgen.geometry import pt
from briefgen.typography.fit import Setting
from briefgen.typography.fonts import load_fonts
from briefgen.typography.narrow import narrower
from briefgen.typography.segment import line_ends, within_word, word_ends
from briefgen.typography.text import Paragraph, Run, Style

ROOT = Path(__file__).resolve().parents[1]


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in pairwise([0, *sorted(word_ends(text))])]


def sentences(path: Path) -> list[str]:
    return [each for each in re.split(r"[\n。；]", path.read_text("utf-8")) if each.strip()]


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    [ROOT / "seeds" / "guangzhou-six.txt", *sorted((ROOT / "content").rglob("*.yaml"))],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_words_are_those_that_another_reader_of_the_dictionary_finds(path: Path) -> None:
    for text in sentences(path):
        assert cut(text) == list(rjieba.cut(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("南京市长江大桥", ["南京市", "长江大桥"]),
        ("小明硕士毕业于中国科学院计算所", "小明 硕士 毕业 于 中国科学院 计算所".split()),
        # Names that no dictionary has, by where in words their characters stand.
        ("他来到了网易杭研大厦", "他 来到 了 网易 杭研 大厦".split()),
        ("李小福是创新办主任", "李小福 是 创新 办 主任".split()),
        # Characters that the model has never seen leave those beside them as they would be.
        ("衞星發射", ["衞星", "發射"]),
        ("用python-pptx 1.0写", ["用", "python-pptx", " ", "1.0", "写"]),
        ("5G专网、AI+制造", ["5G", "专网", "、", "AI", "+", "制造"]),
        ("𠮷野家", ["𠮷", "野家"]),
        ("中", ["中"]),
        ("", []),
    ],
)
def test_words_are_found(text: str, words: list[str]) -> None:
    assert cut(text) == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("市中医院东院区启用", ["市", "中医院", "东院区", "启用"]),
        ("副省级城市建成新车站", ["副省级", "城市", "建成", "新车站"]),
        ("医院诊疗量占比提高", ["医院", "诊疗量", "占比", "提高"]),
        ("大湾区医共体稳岗", ["大湾区", "医共体", "稳岗"]),
        ("斯托克市图书馆改建", ["斯托克市", "图书馆", "改建"]),
        ("里士满市政厅改建", ["里士满", "市政厅", "改建"]),
        ("教练塞巴斯蒂安谈训练", ["教练", "塞巴斯蒂安", "谈", "训练"]),
        ("本科罗列基本达到要求", ["本科", "罗列", "基本", "达到", "要求"]),
        ("先挂号、后就诊", ["先", "挂号", "、", "后就诊"]),
        # A word alone, and one before what is no hanzi, stays as it is.
        ("新", ["新"]),
        ("东A座", ["东", "A座"]),
    ],
)
def test_a_line_ends_between_words_that_can_be_parted(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in pairwise([0, *sorted(line_ends(text))])] == parts


@given(st.text(max_size=60))
def test_any_text_is_words_from_end_to_end(text: str) -> None:
    ends = word_ends(text)
    assert "".join(cut(text)) == text
    assert len(text) in ends or not text
    assert all(0 < end <= len(text) for end in ends)


def test_a_text_twice_as_long_takes_twice_as_long() -> None:
    part = "推动制造业高端化智能化绿色化发展"
    word_ends(part)
    spent = []
    for times in (200, 800):
        start = time.process_time()
        word_ends(part * times)
        spent.append(time.process_time() - start)
    assert spent[1] < 12 * spent[0]


def test_a_place_lies_within_a_word_or_not() -> None:
    text = "村卫生室的医生团队"
    found = [at for at in range(1, len(text)) if within_word(text, at)]
    assert set(found) & {1, 5, 7} == set()
    assert set(found) >= {2, 3, 6, 8}


def test_a_narrow_text_is_so_narrow_that_lines_end_with_words() -> None:
    setting = Setting(load_fonts(), "deck")
    runs = (Run("检验检测共享中心统一出报告", Style(pt(20))),)
    paragraph = Paragraph(runs, pt(28))
    # Nine to a line cut 统一; eight end with 中心. Seven would take a line more to be mended.
    width = pt(20) * 9 + pt(4)
    filled = (width - narrower(setting, [paragraph], width)) // pt(20)
    assert paragraph.text[:filled] == "检验检测共享中心"
    assert narrower(setting, [paragraph], pt(20) * 7 + pt(4)) == 0
    assert narrower(setting, [paragraph], pt(20) * 20) == 0
    # With a line more that is mended; and so is what a lone hanzi behind a mark begins.
    longer = Paragraph((Run("检验检测共享中心统一出具报告", Style(pt(20))),), pt(28))
    width = pt(20) * 7 + pt(4)
    assert narrower(setting, [longer], width) == 0
    assert (width - narrower(setting, [longer], width, 1)) // pt(20) == 6
    listed = Paragraph((Run("打印、装订、写封面", Style(pt(20))),), pt(28))
    assert (width - narrower(setting, [listed], width)) // pt(20) == 6
