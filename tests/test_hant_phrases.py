"""Traditional Chinese where OpenCC takes a phrase over the border of two words."""

from __future__ import annotations

import pytest
from rows import every

from briefgen.brief.hant import Traditional

# Simplified, as Hong Kong and as Taiwan write it ("" where both are alike).
PHRASES = (
    ("可是只有他才能完成，百年历史", "可是只有他才能完成，百年歷史", ""),
    (
        "卫星被发射，过境免签，空白发票",
        "衞星被發射，過境免簽，空白發票",
        "衛星被發射，過境免簽，空白發票",
    ),
    ("八万里，中国历代", "八萬里，中國歷代", ""),
    ("免费发卡，心理发展，仲裁制", "免費發卡，心理發展，仲裁制", ""),
    ("控球后卫，观影后，落地签", "控球後衞，觀影後，落地簽", "控球後衛，觀影後，落地簽"),
    ("近千年历史", "近千年歷史", ""),
    ("全国历年数据", "全國歷年數據", "全國歷年資料"),
    ("但凡是只要有人", "但凡是只要有人", ""),
    ("还是只能如此", "還是只能如此", ""),
    ("别只看增速", "別只看增速", ""),
    ("将被发展改革委采用", "將被發展改革委採用", ""),
    ("产品互免签证费", "產品互免簽證費", ""),
    ("空白发言稿", "空白發言稿", ""),
    ("全面续签，网签备案", "全面續簽，網簽備案", ""),
    ("聘任制、会员制", "聘任制、會員制", ""),
    ("五百里、两里外", "五百里、兩里外", ""),
)
# Where the other form is right.
KEPT = (
    ("年历、日历、农历年、校历", "年曆、日曆、農曆年、校曆"),
    ("这是只猫，三只有名的猫", "這是隻貓，三隻有名的貓"),
    ("白发、理发店、理发行业", "白髮、理髮店、理髮行業"),
    ("抽签、标签、竹签", "抽籤、標籤、竹籤"),
    ("研制、监制、制造业", "研製、監製、製造業"),
    ("皇后、以后", "皇后、以後"),
    ("心里、城里、里面", "心裏、城裏、裏面"),
)


@every(("words", "hk", "tw"), PHRASES)
def test_words_keep_their_borders(words: str, hk: str, tw: str) -> None:
    assert Traditional("hk")(words) == hk
    assert Traditional("mo")(words) == hk
    assert Traditional("tw")(words) == (tw or hk)


@pytest.mark.parametrize(("words", "hk"), KEPT)
def test_what_opencc_knows_stays(words: str, hk: str) -> None:
    assert Traditional("hk")(words) == hk


def test_an_outlines_own_terms_go_first() -> None:
    own = Traditional("hk", terms=(("免签", "免签證"),))
    assert own("过境免签") == "過境免签證"
