"""Turn the English names of units and of money into the units."""

from __future__ import annotations

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.units import UNITS


def plural(english: str, one: bool) -> str:
    """The English unit, in the singular for exactly one."""
    if not one:
        return english
    if english.endswith("ies"):
        return english[:-3] + "y"
    return english[:-1] if english.endswith("s") and english not in _NO_PLURAL else english


_NO_PLURAL = frozenset({" gross tons", " Gbps", " Mbps", " FLOPS", " PFLOPS", " EFLOPS", " ms"})


# What English puts before and behind a number, back to the unit: for reading. A bare $
# that the source's currency does not tell is a unit of its own.
ENGLISH_MONEY = {
    unit.before.strip(): unit.base for unit in UNITS.values() if unit.kind == "money"
} | {
    "CNY": "元",
    "CN¥": "元",
    "¥": "元",
    "US$": "美元",
    "HK$": "港元",
    "MOP$": "澳门元",
    "NT$": "新台币",
    "€": "欧元",
    "£": "英镑",
    "S$": "新加坡元",
    "C$": "加元",
    "A$": "澳元",
    "₩": "韩元",
    "Rs": "卢比",
    "Rs.": "卢比",
    "₹": "卢比",
    "₽": "卢布",
    "฿": "泰铢",
}
# Money named behind its number.
ENGLISH_CURRENCIES = {
    "yuan": "元",
    "renminbi": "元",
    "RMB": "元",
    "CNY": "元",
    "US dollars": "美元",
    "U.S. dollars": "美元",
    "USD": "美元",
    "Hong Kong dollars": "港元",
    "HKD": "港元",
    "patacas": "澳门元",
    "New Taiwan dollars": "新台币",
    "euros": "欧元",
    "euro": "欧元",
    "EUR": "欧元",
    "pounds": "英镑",
    "pounds sterling": "英镑",
    "GBP": "英镑",
    "yen": "日元",
    "JPY": "日元",
    "won": "韩元",
    "roubles": "卢布",
    "rubles": "卢布",
    "rupees": "卢比",
    "Singapore dollars": "新加坡元",
    "Canadian dollars": "加元",
    "Australian dollars": "澳元",
    "Swiss francs": "瑞士法郎",
    "baht": "泰铢",
    "ringgit": "林吉特",
}
ENGLISH_UNITS: dict[str, str] = {}
for _name, _unit in UNITS.items():
    # What has no name in English (厘) is found where Chinese is read: 20.6厘米 are no 厘.
    if (
        not has_hanzi(_unit.english)
        and _unit.kind not in ("money", "rank", "counter")
        and _unit.metric == 1
    ):
        for _word in {_unit.english.strip(), plural(_unit.english.strip(), True)} - {""}:
            ENGLISH_UNITS.setdefault(_word, _name)
# 2.5 million shares are counted as customers are, by a noun; only $0.89 is per share.
del ENGLISH_UNITS["shares"], ENGLISH_UNITS["share"]
ENGLISH_UNITS |= {
    "percent": "%",
    "per cent": "%",
    "percentage point": "个百分点",
    "pp": "个百分点",
    "bps": "个基点",
    "bp": "个基点",
    "kilometres": "公里",
    "kilometers": "公里",
    "kilometre": "公里",
    "kilometer": "公里",
    "metres": "米",
    "meters": "米",
    "square metres": "平方米",
    "square meters": "平方米",
    "sq m": "平方米",
    "square kilometres": "平方公里",
    "square feet": "平方英尺",
    "square foot": "平方英尺",
    "square kilometers": "平方公里",
    "sq km": "平方公里",
    "cubic metres": "立方米",
    "cubic meters": "立方米",
    "cubic metre": "立方米",
    "cubic meter": "立方米",
    "cu m": "立方米",
    "micrograms": "微克",
    "microgram": "微克",
    "mcg": "微克",
    "milligrams": "毫克",
    "grams": "克",
    "microns": "微米",
    "micrometers": "微米",
    "micrometres": "微米",
    "nanometers": "纳米",
    "nanometres": "纳米",
    "liters": "升",
    "litre": "升",
    "gallon": "加仑",
    "ounce": "盎司",
    "oz": "盎司",
    "t": "吨",
    "foot": "英尺",
    "inch": "英寸",
    "barrels": "桶",
    "bbl": "桶",
    "pound": "磅",
    "lbs": "磅",
    "pts": "个百分点",
    "ppt": "个百分点",
    "ppts": "个百分点",
    "liter": "升",
    "barrel": "桶",
    "square metre": "平方米",
    "square meter": "平方米",
    "square kilometre": "平方公里",
    "square kilometer": "平方公里",
    "kilowatt-hour": "千瓦时",
    "kilogram": "公斤",
    "tonne": "吨",
    "metric ton": "吨",
    "hectare": "公顷",
    "tons": "吨",
    "metric tons": "吨",
    "ton": "吨",
    "kilograms": "公斤",
    "kilowatt-hours": "千瓦时",
    "megawatts": "兆瓦",
    "gigawatts": "吉瓦",
    "kilowatts": "千瓦",
    "p": "便士",
    "P": "便士",
    "pc": "%",
    "jin": "斤",
    "x": "倍",
    "US cents": "美分",
    "US cent": "美分",
    "mu": "亩",
    "minute": "分钟",
    "degrees Celsius": "℃",
    "TEUs": "标准箱",
    "nautical mile": "海里",
    "basis point": "个基点",
    "person-days": "人天",
    "year": "年",
    "annum": "年",
    "month": "个月",
    "day": "天",
    "week": "周",
    "hour": "小时",
    "second": "秒",
}
# A 300-square-foot flat, a 25-basis-point cut.
ENGLISH_UNITS |= {
    name.replace(" ", "-"): unit for name, unit in ENGLISH_UNITS.items() if " " in name
}
# What is weighed in pounds; all else in pounds is money.
_WEIGHED = (
    "cargo freight mail shipments food fish meat beef pork poultry seafood copper lithium uranium "
    "gold silver coffee cotton sugar plastic waste carbon"
)
ENGLISH_UNITS |= {f"pounds of {noun}": "磅" for noun in _WEIGHED.split()}
# Nouns that English counts by, and how Chinese says each.
ENGLISH_NOUNS = {
    "people": "人",
    "persons": "人",
    "residents": "名居民",
    "customers": "名客户",
    "employees": "名员工",
    "users": "名用户",
    "students": "名学生",
    "workers": "名工人",
    "patients": "名患者",
    "members": "名成员",
    "passengers": "人次",
    "visitors": "人次",
    "units": "件",
    "vehicles": "辆",
    "cars": "辆",
    "aircraft": "架",
    "ships": "艘",
    "vessels": "艘",
    "companies": "家公司",
    "enterprises": "家企业",
    "firms": "家企业",
    "businesses": "家企业",
    "stores": "家门店",
    "shops": "家门店",
    "branches": "家分支机构",
    "hospitals": "家医院",
    "schools": "所学校",
    "universities": "所大学",
    "jobs": "个岗位",
    "households": "户",
    "families": "户家庭",
    "homes": "套住房",
    "flats": "套住房",
    "countries": "个国家",
    "cities": "个城市",
    "projects": "个项目",
    "sites": "处",
    "shares": "股",
    "patents": "件专利",
    "orders": "份订单",
    "flights": "班次",
    "rooms": "间",
    "beds": "张床位",
    "transactions": "笔交易",
}
