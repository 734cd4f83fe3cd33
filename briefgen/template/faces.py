"""Turn the faces of a theme into what readers will see: which they have, which they lack.

The faces that are listed come with Windows or macOS, or with Office for either (Microsoft's lists
of fonts of Windows 11 and of Office); a machine with WPS has their Chinese ones as a rule.
"""

from __future__ import annotations

from briefgen.record import Record
from briefgen.template.model import Fonts, Inventory

# Named in Chinese and in English alike.
_COMMON = frozenset(
    name.lower()
    for name in """
    Arial|Arial Black|Arial Narrow|Bahnschrift|Calibri|Calibri Light|Cambria|Cambria Math
    Candara|Candara Light|Comic Sans MS|Consolas|Constantia|Corbel|Corbel Light|Courier New
    Ebrima|Franklin Gothic Medium|Franklin Gothic Book|Franklin Gothic Demi
    Franklin Gothic Heavy|Gabriola|Gadugi|Georgia|Impact|Ink Free|Lucida Console
    Lucida Sans Unicode|Lucida Sans|Malgun Gothic|Meiryo|Meiryo UI|MS Gothic|MS PGothic
    MS Mincho|MS PMincho|MS UI Gothic|Yu Gothic|Yu Gothic UI|Yu Gothic Light|Yu Mincho
    Palatino Linotype|Segoe UI|Segoe UI Light|Segoe UI Semibold|Segoe UI Semilight
    Segoe UI Black|Segoe Print|Segoe Script|Sitka Text|Sylfaen|Symbol|Tahoma|Times New Roman
    Trebuchet MS|Verdana|Webdings|Wingdings|Wingdings 2|Wingdings 3|Aptos|Aptos Display
    Aptos Light|Aptos Narrow|Aptos SemiBold|Aptos Black|Tenorite|Bierstadt|Grandview|Seaford
    Skeena|Grandview Display|Calisto MT|Gill Sans MT|Gill Sans MT Condensed
    Garamond|Century Gothic|Century Schoolbook
    Century|Bookman Old Style|Book Antiqua|Rockwell|Rockwell Condensed|Rockwell Light
    Tw Cen MT|Tw Cen MT Condensed|Perpetua|Baskerville Old Face|Bodoni MT|Elephant
    Goudy Old Style|Lucida Bright|Lucida Fax|Lucida Handwriting|Maiandra GD
    MS Reference Sans Serif|Avenir Next LT Pro|Avenir Next LT Pro Light|Sagona Book
    Sagona ExtraLight|Walbaum Display|Univers|Univers Condensed|Helvetica|Helvetica Neue
    Avenir|Futura|Didot|Optima|Geneva|Menlo|Monaco|Copperplate|Microsoft YaHei
    Microsoft YaHei UI|Microsoft YaHei Light|SimSun|NSimSun|SimHei|KaiTi|FangSong
    KaiTi_GB2312|FangSong_GB2312|DengXian|DengXian Light|YouYuan|LiSu|STXihei|STKaiti|STSong
    STFangsong|STZhongsong|STXinwei|STXingkai|STHupo|STCaiyun|STLiti|FZShuTi|FZYaoTi
    Microsoft JhengHei|Microsoft JhengHei UI|Microsoft JhengHei Light|MingLiU|PMingLiU
    DFKai-SB|PingFang SC|PingFang TC|Heiti SC|Songti SC|Kaiti SC|Hiragino Sans
    Hiragino Sans GB|Batang|Gulim|Dotum|Apple SD Gothic Neo|微软雅黑|微软雅黑 Light|宋体
    新宋体|黑体|楷体|仿宋|楷体_GB2312|仿宋_GB2312|等线|等线 Light|幼圆|隶书|华文细黑|华文楷体
    华文宋体|华文仿宋|华文中宋|华文新魏|华文行楷|华文琥珀|华文彩云|华文隶书|方正舒体|方正姚体
    微軟正黑體|微軟正黑體 Light|新細明體|細明體|標楷體|苹方|冬青黑体|ＭＳ ゴシック
    ＭＳ Ｐゴシック|ＭＳ 明朝|ＭＳ Ｐ明朝|メイリオ|游ゴシック|游ゴシック Light|游明朝
    맑은 고딕|굴림|돋움|바탕
    """.replace("\n", "|").split("|")
    for name in (name.strip(),)
    if name
)
# What fills an East Asian face that a theme leaves empty and says nothing of for Chinese either.
FALLBACK = "微软雅黑"
# What Office wrote into each new theme for Chinese, whatever face that has for Latin, and the Latin
# faces with serifs that it goes with.
_STOCK = ("宋体", "SimSun")
_SERIFS = frozenset(
    name.lower()
    for name in """
    Times New Roman|Times|Cambria|Georgia|Garamond|EB Garamond|Book Antiqua|Palatino Linotype
    Palatino|Bookman Old Style|Century|Century Schoolbook|Constantia|Baskerville Old Face
    Bodoni MT|Californian FB|Calisto MT|Didot|Goudy Old Style|Lucida Bright|Perpetua|Rockwell
    Sitka Text|Sylfaen|Merriweather|Playfair Display|Lora|PT Serif|Noto Serif|Source Serif Pro
    """.replace("\n", "|").split("|")
    for name in (name.strip(),)
    if name
)


class Faces(Record, kw_only=True):
    """The faces of headings and of running text, latin and Chinese, as they are in our copy.

    `filled` are those that the theme left empty; `rare` those that readers may well lack.
    """

    major: tuple[str, str]
    minor: tuple[str, str]
    filled: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()


def filling(latin: str, hans: str) -> str:
    """The Chinese face where a theme leaves it empty: what it says for Chinese. Serifs that are
    nobody's choice do not go with a Latin face without any."""
    return FALLBACK if not hans or (hans in _STOCK and latin.lower() not in _SERIFS) else hans


def faces(held: Inventory, fonts: Fonts) -> Faces:
    """What the faces of a theme become in our copy."""
    filled: list[str] = []
    pairs = []
    for latin, asian, hans in (fonts.major, fonts.minor):
        if not asian:
            asian = filling(latin, hans)
            filled.append(asian)
        pairs.append((latin, asian))
    named = dict.fromkeys(face for pair in pairs for face in pair if face)
    rare = tuple(
        face for face in named if face.lower() not in _COMMON and face not in held.embedded
    )
    return Faces(major=pairs[0], minor=pairs[1], filled=tuple(dict.fromkeys(filled)), rare=rare)
