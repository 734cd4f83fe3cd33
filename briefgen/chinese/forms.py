"""Turn characters that only look like others into those: radicals into hanzi, letters and their
accents into letters with accents.

Text that was copied from a PDF often holds them. They are drawn as if nothing were the matter, and
no search finds them; a quote that holds them is found in no source.
"""

from __future__ import annotations

from unicodedata import is_normalized, normalize

from briefgen.patterns import pattern

# What the radicals from U+2E80 stand for (Unicode, EquivalentUnifiedIdeograph.txt); two stand for
# none. Those of Kangxi, from U+2F00, have a compatibility decomposition of their own.
_SUPPLEMENT = (
    "⺀厂乛乚乙亻冂\U00020628刀刂卜㔾小小兀尣尢\U00021bc2巳幺彑彐忄心扌攵⺚旡日"
    "月歺母民氵氺灬爫爫丬牛犭王\U00024d14目示礻\U00025ad7糹纟罓罒㓁冗\U0002626b羊\U0002634c\U0002634b耂"
    "肀聿肉\U00026951艹艹艹虎衤覀西见角\U000278b2讠贝\U00027fb7车辶辶辶邑钅長镸长门\U00028e0f阝"
    "雨青韦页风飞食\U0002967f飠饣\U00029810马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_RADICALS = {0x2E80 + i: hanzi for i, hanzi in enumerate(_SUPPLEMENT)} | {
    code: normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}
_RADICAL = pattern("[\u2e80-\u2fd5]")


def ordinary(text: str) -> str:
    """A text in Unicode's form C (UAX #15), its radicals written as the hanzi they look like.

    >>> ordinary("\u2f2d\u4e1c"), ordinary("caf\u0065\u0301") == "caf\u00e9"
    ('山东', True)
    """
    if not text.isascii() and not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return text.translate(_RADICALS) if _RADICAL.search(text) else text
