"""Turn written numbers into exact decimals, and decimals into written numbers.

Chinese numerals and scales (三万亿, 1.3万, 百万, 两百零五), digits with separators and in
full-width forms, and the English scale words. Scales are those of GB/T 15835: 万 10⁴, 亿 10⁸.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

from briefgen.patterns import pattern
from briefgen.record import Record

# Traditional and simplified forms, only of the characters that numbers, units and qualifiers use.
_HANS = "万亿亩个级约过计划预于达仅辆条项种类顷吨岁两点强间场"
_HANT = "萬億畝個級約過計劃預於達僅輛條項種類頃噸歲兩點強間場"
_HANS += "栋户处层时钟争拟少连续钱业师员厘余们艘届则镑岛"
_HANT += "棟戶處層時鐘爭擬少連續錢業師員釐餘們艘屆則鎊島"
_HANS += (
    "减压亏损负几数来涨长为国区张页轮双对组单课门颗纳标准电币欧净产号会线环节热东圆韩卢铢兰调缩实"
)
_HANT += (
    "減壓虧損負幾數來漲長為國區張頁輪雙對組單課門顆納標準電幣歐淨產號會線環節熱東圓韓盧銖蘭調縮實"
)
_HANS += (
    "际从总优盏块栏枪针剂盘乡县厂园库桥发队团这确将规扩载摄兹贝马岗学车话还经济财贸进额资贷货轻笔"
)
_HANT += (
    "際從總優盞塊欄槍針劑盤鄉縣廠園庫橋發隊團這確將規擴載攝茲貝馬崗學車話還經濟財貿進額資貸貨輕筆"
)
_HANS += "档览统别价蚀贬让头册样柜镇机顶顿馆频亚仑当满测内径变现迈"
_HANT += "檔覽統別價蝕貶讓頭冊樣櫃鎮機頂頓館頻亞侖當滿測內徑變現邁"
_TO_HANT = str.maketrans(_HANS, _HANT)
# Those of the words around a number, which are read alone, and never written from here.
_READ_HANS = (
    "头册样床镇顶顿馆满测变现内径动缓弹亚销较贫转后云报稳跃获夺联阶网陆础赶迈关历创传邮编码机许当游纪"
    "选坚纲义务贯拥专楼图见脚粮诊疗医闭群尽随药设备险储养营终认访记绩农红铁补债汇税购证风顺检验试举办赛"
    "质运输铺鸡猪鸭鱼锅灯筑台台周"
    "诉监决议录据开应厅温体与讲账词问题为继儿里里钟构订顾况结远执军领维寿润签邻识胜难书虚态跻"
    "撑众众费观丝乐护龙鸣坛恶摇战须伟严权筹奋斗钢灾临轴卫卫术贡献辽积买卖麦参链劳虽显谋织带拨"
    "兴释缮审盖帮训评脱湾边围劲独纯槛罚谓称誉击骤伙颈岩换杀状苍厕该丰广布并家尽净征户柜"
)
_READ_HANT = (
    "頭冊樣牀鎮頂頓館滿測變現內徑動緩彈亞銷較貧轉後雲報穩躍獲奪聯階網陸礎趕邁關歷創傳郵編碼機許當遊紀"
    "選堅綱義務貫擁專樓圖見腳糧診療醫閉羣盡隨藥設備險儲養營終認訪記績農紅鐵補債匯稅購證風順檢驗試舉辦賽"
    "質運輸鋪雞豬鴨魚鍋燈築臺檯週"
    "訴監決議錄據開應廳溫體與講賬詞問題爲繼兒裏裡鍾構訂顧況結遠執軍領維壽潤籤鄰識勝難書虛態躋"
    "撐衆眾費觀絲樂護龍鳴壇惡搖戰須偉嚴權籌奮鬥鋼災臨軸衛衞術貢獻遼積買賣麥參鏈勞雖顯謀織帶撥"
    "興釋繕審蓋幫訓評脫灣邊圍勁獨純檻罰謂稱譽擊驟夥頸巖換殺狀蒼廁該豐廣佈併傢儘凈徵戶櫃"
)
# Full-width forms (U+FF01–FF5E) stand 0xFEE0 above ASCII. The comma ， is left alone: in running
# text it ends a clause and does not group digits.
_PLAIN: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
_PLAIN |= str.maketrans(_HANT + _READ_HANT + "隻佔", _HANS + _READ_HANS + "只占") | {
    0x3000: 0x20,
    0xFE30: ord(":"),
    0xFE55: ord(":"),
    0x3007: ord("零"),
    0x00A0: 0x20,
}

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
# So many significant digits stay exact when multiplied by any scale in decimal's 28 digits.
_MAX_DIGITS = 20

# Thousands by commas, or as India groups them (12,34,567). No group begins with 0: 0,125 is a
# decimal comma, or a slip.
ARABIC = r"(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d?(?:,\d\d)+,\d{3}|\d+(?:\.\d+)?)"
# 千 may begin a unit of its own: 千瓦, 千米, 千克, 千伏.
_THOUSAND = r"千(?!瓦)(?!米)(?!克)(?!伏)"
# 兆 is 10¹² in Taiwan and Japan where money is counted, and elsewhere the mega of a unit.
_TRILLION = r"兆(?=\d{1,4}亿|[美日欧韩港]?元|新台币|日圆|韩圆)"
SCALES = rf"(?:[十百万亿]|{_THOUSAND}|{_TRILLION})"
CHINESE = rf"(?:[零一二两三四五六七八九点十百万亿]|{_THOUSAND})+"
NUMBER = rf"(?:{ARABIC}{SCALES}*(?:\d+[百千万])*|{CHINESE})"

ENGLISH_SCALES = {
    "trillion": Decimal(10**12),
    "billion": Decimal(10**9),
    "million": Decimal(10**6),
}
_ENGLISH_WORDS = ENGLISH_SCALES | {
    "crore": Decimal(10**7),
    "lakh": Decimal(10**5),
    "thousand": Decimal(1000),
    "hundred": Decimal(100),
    "tn": Decimal(10**12),
    "bn": Decimal(10**9),
    "mn": Decimal(10**6),
}
# Letters that are a scale behind a sum of money alone: £31.5m; elsewhere m is a metre.
MONEY_SCALES = {"m": "million", "k": "thousand", "b": "billion", "t": "trillion"}
ENGLISH = rf"{ARABIC}(?:\s*(?:{'|'.join(_ENGLISH_WORDS)})\b)?"
CHINESE_SCALES = {"万亿": Decimal(10**12), "亿": Decimal(10**8), "万": Decimal(10**4)}


class Numeral(Record):
    """A number as written: `digits` before its `scale`, worth `value`.

    `places` is the count of decimals shown, `magnitude` what the scale is worth. A scale that
    stands alone (百, 百万) is itself the digits.
    """

    value: Decimal
    digits: str
    scale: str = ""
    magnitude: Decimal = Decimal(1)
    places: int = 0


_LONG = 100_000


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """`text` with half-width digits and letters and simplified scales; as long as before."""
    if len(text) > _LONG and not any(chr(code) in text for code in _PLAIN):
        return text  # a source is not kept twice
    return text.translate(_PLAIN)


def traditional(text: str, language: str = "zh-Hant", counts: bool = True) -> str:
    """A number, unit or qualifier in traditional characters; nothing else is converted.

    只 that counts animals is 隻, and stays where it does not (`counts`); Hong Kong and Macau write
    厘米, where Taiwan has 釐.
    """
    if counts and text.endswith("只"):
        text = text[:-1] + "隻"
    converted = text.translate(_TO_HANT)
    return converted.replace("釐", "厘") if language in ("zh-HK", "zh-MO") else converted


# A number of twenty digits may count trillions.
_EXACT = Context(prec=80)


def tidy(value: Decimal) -> Decimal:
    """`value` without the zeros that a multiplication left behind its point."""
    whole = value == value.to_integral_value()
    return value.quantize(Decimal(1), context=_EXACT) if whole else value.normalize()


def grouped(value: Decimal, places: int | None = None) -> str:
    """`value` with thousands separators; `places` decimals, or as many as it has."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN, _EXACT)
    return f"{value:,f}"


def numeral(text: str) -> Numeral | None:
    """The number that `text` (plain, nothing around it) writes in Chinese prose, or None."""
    if "兆" in text:
        return _trillions(text)
    match = _SCALED.fullmatch(text)
    if match:
        digits, scale = match.groups()
        magnitude = _scale(scale)
        number = Decimal(digits.replace(",", ""))
        if magnitude is None or len(number.as_tuple().digits) > _MAX_DIGITS:
            return None
        value = tidy(number * magnitude) if scale else number
        return Numeral(value, digits, scale, magnitude, _places(digits))
    if place := _BY_PLACE.fullmatch(text):
        # 一八八一亿: digits by their places, as newspapers of Taiwan write them.
        digits = "".join(str(_DIGITS.get(char, 0)) for char in place[1])
        return numeral(digits + place[2])
    value_or_none = _compound(text) if len(text) <= _MAX_DIGITS else None
    if value_or_none is None:
        return None
    if _SHORT.search(text) or len(_SIGNIFICANT.findall(text)) > _IN_WORDS:
        return _in_digits(value_or_none)
    for scale, magnitude in CHINESE_SCALES.items():
        digits = text.removesuffix(scale)
        # Only plain digits are split from their scale: 三万亿 is 三 + 万亿, 百万 stays whole.
        if digits != text and digits and not set(digits) & (_TENS.keys() | {"万", "亿"}):
            places = len(digits.partition("点")[2])
            return Numeral(value_or_none, digits, scale, magnitude, places)
    return Numeral(value_or_none, text)


def _trillions(text: str) -> Numeral | None:
    """2兆7191亿: shown as 2.7191万亿."""
    head, _, tail = text.partition("兆")
    high, low = numeral(head), numeral(tail) if tail else None
    if high is None or (tail and (low is None or low.value >= CHINESE_SCALES["万亿"])):
        return None
    return _in_digits(tidy(high.value * CHINESE_SCALES["万亿"] + (low.value if low else 0)))


def _in_digits(value: Decimal) -> Numeral:
    """A number that is shown in digits whatever it is written in: 2.5万 for 两万五."""
    digits, scale = write_chinese(value)
    return Numeral(value, digits, scale, CHINESE_SCALES.get(scale, Decimal(1)), _places(digits))


# The digit behind a scale that counts the next lower step (1万5), and the numerals that are digits;
# a number of more of them is written in Arabic ones (GB/T 15835, 4.1.2).
_BY_PLACE = pattern(r"([一二三四五六七八九][零一二三四五六七八九]{2,4})(万亿|亿|万)")
_SCALED, _IN_TENS = pattern(rf"({ARABIC})({SCALES}*)"), pattern(rf"({ARABIC})([十百千]?)")
_SCALE = pattern(r"([十百千]?)(万?)(亿?)")
_SHORT = pattern(r"[万亿][\d一二三四五六七八九]$")
_SIGNIFICANT = pattern(r"[一二三四五六七八九两]")
_IN_WORDS = 2


def english_numeral(text: str) -> Numeral | None:
    """The number that `text` writes in English (13,000; 1.65 million), or None."""
    match = re.fullmatch(rf"({ARABIC}|\.\d+)\s*([a-z]*)", text.lower())
    if not match or (match[2] and match[2] not in _ENGLISH_WORDS):
        return None
    number = Decimal(match[1].replace(",", ""))
    if len(number.as_tuple().digits) > _MAX_DIGITS:
        return None
    magnitude = _ENGLISH_WORDS.get(match[2], Decimal(1))
    value = tidy(number * magnitude) if match[2] else number
    return Numeral(value, match[1], match[2], magnitude, _places(match[1]))


def write_english(value: Decimal) -> tuple[str, str]:
    """Digits and scale word of `value`: ("1.65", "million"), ("13,000", "").

    A scale word is used where it leaves at most four decimals, so that nothing is rounded.
    """
    for word, magnitude in ENGLISH_SCALES.items():
        if abs(value) >= magnitude:
            scaled = tidy(value / magnitude)
            if decimals(scaled) <= 4:
                return grouped(scaled), word
    return grouped(value), ""


# Below this a number of many digits stays as it is.
_FEW_DIGITS = 1_000_000


def write_chinese(value: Decimal) -> tuple[str, str]:
    """Digits and scale of `value`: ("3", "万亿"), ("2600", "亿"), ("78", "")."""
    for scale, magnitude in CHINESE_SCALES.items():
        if abs(value) >= magnitude:
            scaled = tidy(value / magnitude)
            # 247018元 is no 24.7018万元: nobody reads so short a sum as parts of ten thousand.
            if decimals(scaled) <= (2 if abs(value) < _FEW_DIGITS else 4):
                return f"{scaled:f}", scale
    return f"{value:f}", ""


def decimals(value: Decimal) -> int:
    """How many decimals a value has."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])


def _scale(text: str) -> Decimal | None:
    """What a run of scale characters after digits is worth: 万亿 10¹², 千万 10⁷; None if absurd."""
    match = _SCALE.fullmatch(text)
    if not match:
        return None
    worth = _TENS.get(match[1], 1) * (10**4 if match[2] else 1) * (10**8 if match[3] else 1)
    return Decimal(worth)


def _compound(text: str) -> Decimal | None:
    """The value of a number with several scales (1亿2000万, 三千二百亿, 二百零五, 三点五亿)."""
    for char, magnitude in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.rpartition(char)
        if not found:
            continue
        if char in head or (tail and ("." in head or "点" in head)):
            return None
        high = _compound(head) if head else Decimal(1)
        low = _behind(tail, magnitude)
        if high is None or low is None or low >= magnitude:
            return None
        return tidy(high * magnitude + low)
    match = _IN_TENS.fullmatch(text)
    if match:
        return tidy(Decimal(match[1].replace(",", "")) * _TENS.get(match[2], 1))
    whole, point, fraction = text.partition("点")
    if point:
        below = "".join(str(_DIGITS.get(char, "x")) for char in fraction)
        above = _below_myriad(whole)
        return Decimal(f"{above}.{below}") if above is not None and below.isdecimal() else None
    section = _below_myriad(text)
    return None if section is None else Decimal(section)


def _behind(tail: str, magnitude: int) -> Decimal | None:
    """What stands behind 万 or 亿 is worth: a single digit counts the next lower step (1万5 is
    15,000); several without a scale of their own are ambiguous (1亿2000), but for a whole myriad
    (1万2000, 1万2,000)."""
    if not tail:
        return Decimal(0)
    if len(tail) == 1 and (tail.isdecimal() or tail in _DIGITS) and tail not in "0零":
        return Decimal(_DIGITS.get(tail) or int(tail)) * magnitude / 10
    bare = tail.replace(",", "")
    whole = magnitude == 10**4 and (not bare.isdecimal() or len(bare) == 4)
    if whole or tail[0] in "0零" or "万" in tail:
        return _compound(tail)
    return None


def _below_myriad(text: str) -> int | None:
    """The value of Chinese digits below 10,000 (三千二百, 十二, 两百零五, 百), or None."""
    total, digit, last, gap = 0, None, 10_000, False
    for char in text:
        if char == "零":
            if digit is not None:
                return None
            if len(text) == 1:
                return 0
            gap = True
        elif char in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[char]
        elif char in _TENS and _TENS[char] < last:
            # 十 and a leading 百 or 千 stand for one of themselves: 十二, 百个, 千家.
            if digit is None and total and not (char == "十" and gap):
                return None
            last = _TENS[char]
            total += (1 if digit is None else digit) * last
            digit, gap = None, False
        else:
            return None
    if digit is not None:
        # 三百五 is 350 to some and 305 to nobody: only 三百零五 and 三百五十 are certain.
        if last > 10 and last < 10_000 and not gap:
            return None
        total += digit
    return total if text else None
