"""Where lines may break: the examples of the rules, read as a typesetter would mark them."""

from __future__ import annotations

from rows import every

from briefgen.chinese.qualifiers import QUALIFIERS
from briefgen.chinese.units import UNITS
from briefgen.typography.linebreak import breaks
from briefgen.typography.segment import inside_terms, word_ends


def marked(text: str, figures: tuple[tuple[int, int], ...] = ()) -> str:
    """The text with a stroke at each break that splits neither atom nor word."""
    ends = breaks(text, figures).atoms
    starts = (0, *ends[:-1]) if ends else ()
    return "|".join(text[a:b] for a, b in zip(starts, ends, strict=True))


@every(
    ("text", "wanted"),
    [
        # prohibited starts and ends
        ("你好，世界。", "你|好，|世|界。"),
        ("（一）《报》“新”", "（一）|《报》|“新”"),
        ("广州——中国……好", "广|州——|中|国……|好"),
        ("习·近", "习·|近"),
        ("好 ，对", "好 ，|对"),
        ("“ 好 ”吗", "“ 好 ”|吗"),
        ("！？”）。", "！？”）。"),
        # numbers with qualifier and unit
        ("达到超3200亿元吗", "达到超3200亿元|吗"),
        ("新增1.3万家企业", "新|增1.3万家|企|业"),
        ("到2035年2月21日", "到|2035年|2月21日"),
        ("约12万平方米，不低于6%。", "约12万平方米，|不低于6%。"),
        ("长100公里的6.0版", "长|100公里|的|6.0版"),
        ("用4年零8个月，十二年", "用|4年零8个月，|十二年"),
        ("共4年零8个月，超RMB 3 trillion", "共4年零8个月，|超RMB 3 trillion"),
        ("百分之五或10%—15%", "百分之五|或|10%—15%"),
        ("3000多亿元、20余万人次", "3000多亿元、|20余万人次"),
        ("第一次、第3届", "第一次、|第3届"),
        ("时速350公里/小时", "时|速|350公里/小时"),
        ("建10号线、3号楼", "建|10号线、|3号楼"),
        # Latin
        ("the 13 lines open in 2020 and later", "the |13 lines |open |in |2020 |and |later"),
        ("与RMB 3 trillion与", "与|RMB 3 trillion|与"),
        ("A·B", "A·|B"),
        ("at RMB 3 trillion now", "at |RMB 3 trillion |now"),
        ("some 320 billion yuan, 3.5 per cent", "some |320 billion yuan, |3.5 per cent"),
        ("high-tech e-commerce COVID-19", "high-|tech |e-commerce |COVID-19"),
        ("Guangzhou’s “new” (big) U.S. plan", "Guangzhou’s |“new” |(big) |U.S. |plan"),
        ("no\u00a0break soft\u00adhyphen", "no\u00a0break |soft\u00ad|hyphen"),
        ("用5G和AI", "用|5G|和|AI"),
        ("零下-5℃", "零|下|-5℃"),
        # what is more than one code point stays one character
        ("e\u0301字", "e\u0301|字"),
        ("  缩进", "  缩|进"),
        ("   ", "   "),
        ("", ""),
    ],
)
def test_breaks(text: str, wanted: str) -> None:
    assert marked(text) == wanted


def test_a_figure_is_one_atom_with_the_marks_that_cling_to_it() -> None:
    text = "实现翻两番以上（注）"
    assert marked(text, ((2, 7),)) == "实|现|翻两番以上|（注）"


def test_short_titles_and_quotations_are_terms() -> None:
    text = "《广州日报》“二次创业”《一个非常长的书名不会成为整体》"
    assert [text[a:b] for a, b in breaks(text).terms] == ["《广州日报》", "“二次创业”"]


def test_weaker_levels_open_up_one_after_the_other() -> None:
    text = "超3200亿元，"
    pieces, weakness = breaks(text).inside(0, len(text))
    assert (pieces, weakness) == ((1, 5, 6, 8), 1)
    word, weakness = breaks("abc，").inside(0, 4)
    assert (word, weakness) == ((1, 2, 4), 2)
    assert breaks("——").inside(0, 2) == ((1, 2), 3)


def test_words_and_protected_terms() -> None:
    assert {2, 4} <= word_ends("推动科技创新")
    text = "建设高新技术企业与新技术"
    assert inside_terms(text, ("高新技术企业", "新")) == {3, 4, 5, 6, 7}


@every("unit", [name for name in UNITS if name and name != "$"])  # which stands before
def test_a_unit_of_figures_stays_with_its_number(unit: str) -> None:
    for number in ("12", "3.5万"):
        # Of letters, only those that stand apart are a unit for certain.
        after = "，" if unit.isascii() or unit.endswith("²") else "的"
        atoms = marked(f"的{number}{unit}{after}").split("|")
        assert f"{number}{unit}" in {atom.removesuffix("，") for atom in atoms}


@every(
    "word",
    [
        word.text
        for word in QUALIFIERS
        if word.position == "before" and word.sense != "modal" and len(word.text) > 1
    ],
)
def test_a_qualifier_of_figures_stays_with_its_number(word: str) -> None:
    assert f"|{word}12亿元|" in marked(f"的{word}12亿元的")
