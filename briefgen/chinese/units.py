"""Turn the name of a unit into its base unit, its factor, and how English says it.

Counters (家, 个, 名 …) say in Chinese what kind of thing is counted; English leaves most of them
out. Areas in 亩 become hectares: 1 亩 = 1/15 ha (国务院 1984, 法定计量单位); 斤 and 公斤 are 0.5 kg
and 1 kg. A unit with a divisor (元/吨) is made of its two parts in `facts/units.py`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from briefgen.record import Record

UnitKind = Literal["counter", "money", "share", "measure", "time", "rank", "opaque"]


class Unit(Record):
    """`factor` of the unit `base`. English says `before` in front of the number and `english`
    behind it; `metric` is what one of it is worth in the unit that English names."""

    base: str
    kind: UnitKind
    english: str = ""
    factor: int = 1
    metric: Fraction = Fraction(1)
    before: str = ""


# Counters that running text may also have behind numerals (三家), and those that count only behind
# digits there: 百度, 万科 and 三校 are names.
_PLAIN_COUNTERS = (
    "个 家 名 条 项 人 位 人次 户 座 所 台 辆 架 艘 套 件 种 类 次 款 间 栋 场 批 支 只 处 片 幢 "
    "宗 笔 份 部 张 颗 株 棵 头 册 篇 届 层 口 班 列 班次 单 组 对 样 枚 门 站 车次 "
    "柜次 "
    "架次 床位 课时 村 镇 区 起 艘次 亩次 辆次 例次 户次 件次 台套 台次 场次 家次 列次 篇次 项次 "
    "人口 岗位 学位 车位 工位 泊位 机位 席位 剂次 针次 瓶 箱 床 盏"
)
_DIGIT_COUNTERS = (
    "票 轮 期 羽 尾 匹 根 块 栏 堂 双 副 幅 趟 盒 桶 袋 罐 粒 滴 本 扇 顶 顿 封 段 节 餐 集 队 团 "
    "排 名次 席 枪 例 级 剂 针 孔 眼 井 国 县 市 省 街 乡 校 院 馆 店 厂 港 园 库 桥 分 步 股 伙 "
    # How often each is used: 外借1219万册次.
    "册次 票次 箱次 单次 桌次 课次 节次 款次 站次 队次 校次 馆次 客次 航次 卷次 餐次 宗次 份次 "
    "条次 套次 组次 店次 床次 批次 轮次 期次 座位 标段 频道"
)
_MONEY = {
    "元": ("RMB", "元 元人民币 圆 人民币 块钱"),
    "美元": ("USD", "美元 美金"),
    "港元": ("HKD", "港元 港币 港圆 元港币"),
    "澳门元": ("MOP", "澳门元 澳门币 葡币 元澳门币"),
    "新台币": ("TWD", "新台币 台币 新台币元 元新台币 元台币"),
    "欧元": ("EUR", "欧元"),
    "英镑": ("GBP", "英镑 英磅"),
    "日元": ("JPY", "日元 日圆 円"),
    "韩元": ("KRW", "韩元 韩圆 韩币"),
    "卢布": ("RUB", "卢布"),
    "卢比": ("INR", "卢比 印度卢比"),
    "新加坡元": ("SGD", "新加坡元 新元 坡币"),
    "加元": ("CAD", "加元"),
    "澳元": ("AUD", "澳元 澳大利亚元"),
    "瑞士法郎": ("CHF", "瑞士法郎"),
    "泰铢": ("THB", "泰铢"),
    "林吉特": ("MYR", "林吉特 马币"),
}
CURRENCIES = {code: name for name, (code, _) in _MONEY.items()} | {"CNY": "元"}

DIGIT_COUNTERS = frozenset(_DIGIT_COUNTERS.split())
UNITS: dict[str, Unit] = {
    name: Unit(name, "counter") for name in (*_PLAIN_COUNTERS.split(), *_DIGIT_COUNTERS.split())
}
UNITS |= {
    name: Unit(base, "money", before=f"{code} ")
    for base, (code, names) in _MONEY.items()
    for name in names.split()
}
# Dollars of a country that nobody names are kept as they are written.
UNITS["$"] = Unit("$", "money", before="$")
# base, its English, and the names that mean the same.
_MEASURES = """
%: %: ％
‰: ‰:
个百分点: percentage points:
个千分点: per mille points:
个基点: basis points: 基点 点子 BP bp
公顷: hectares: ha
平方米: m²: m² 平米
平方公里: km²: km² 平方千米
立方米: m³: m³ 立方
平方英尺: sq ft: 平方呎 方呎 平方尺
公里: km: km 千米
海里: nautical miles:
米: m: 公尺
厘米: cm: cm 公分
毫米: mm: mm
微米: μm: μm
纳米: nm: nm
吨: tonnes: 公吨
吨标准煤: tonnes of standard coal:
蒸吨: tonnes of steam an hour:
公斤: kg: kg 千克
克: g:
毫克: mg: mg
微克: μg: μg
升: litres:
加仑: gallons:
磅: lb:
盎司: ounces: oz
克拉: carats:
英亩: acres:
英里: miles:
英尺: feet:
英寸: inches:
蒲式耳: bushels:
毫升: ml: ml mL
千瓦时: kWh: kWh 度电
兆瓦时: MWh: MWh
吉瓦时: GWh: GWh
太瓦时: TWh: TWh
千瓦: kW: kW
兆瓦: MW: MW
吉瓦: GW: GW
瓦: W:
千伏: kV: kV
千伏安: kVA: kVA
伏: V:
马力: horsepower:
赫兹: Hz: Hz
兆赫: MHz: MHz
吉赫: GHz: GHz
分贝: dB: dB
℃: °C: 摄氏度 °C
度: degrees:
岁: years of age: 周岁
标准箱: TEU: 标箱 个标准箱 TEU
标准立方米: standard m³: 标方
桶油当量: barrels of oil equivalent:
吨公里: tonne-kilometres:
人公里: passenger-kilometres:
载重吨: deadweight tonnes:
总吨: gross tons:
人天: person-days: 人日
人年: person-years:
比特: bits: bit
字节: bytes:
KB: KB:
MB: MB:
GB: GB:
TB: TB:
PB: PB:
EB: EB:
Mbps: Mbps:
Gbps: Gbps:
FLOPS: FLOPS:
PFLOPS: PFLOPS:
EFLOPS: EFLOPS:
量子比特: qubits:
股: shares:
点: points:
晚: nights:
页: pages:
便士: pence:
美分: cents:
港仙: HK cents:
"""
for _line in _MEASURES.strip().splitlines():
    _name, _english, _same = (part.strip() for part in _line.split(":"))
    _behind = _english if _english in ("%", "‰") else f" {_english}"
    _kind: UnitKind = (
        "share" if _name in ("%", "‰", "个百分点", "个千分点", "个基点") else "measure"
    )
    for _each in (_name, *_same.split()):
        UNITS[_each] = Unit(_name, _kind, _behind)
UNITS |= {
    "成": Unit("%", "share", "%", 10),
    "倍": Unit("倍", "share", " times"),
    "强": Unit("强", "rank", before="top "),
    "级": Unit("级", "measure", before="level "),
    "亩": Unit("亩", "measure", " hectares", 1, Fraction(1, 15)),
    "斤": Unit("斤", "measure", " kg", 1, Fraction(1, 2)),
    "个月": Unit("个月", "time", " months"),
    "年": Unit("个月", "time", " years", 12),
    "周年": Unit("个月", "time", " years", 12),
    "季": Unit("个月", "time", " quarters", 3),
    "个季度": Unit("个月", "time", " quarters", 3),
    "天": Unit("天", "time", " days"),
    "日": Unit("天", "time", " days"),
    "个工作日": Unit("个工作日", "time", " working days"),
    "工作日": Unit("个工作日", "time", " working days"),
    "周": Unit("天", "time", " weeks", 7),
    "个星期": Unit("天", "time", " weeks", 7),
    "小时": Unit("分钟", "time", " hours", 60),
    "个小时": Unit("分钟", "time", " hours", 60),
    "分钟": Unit("分钟", "time", " minutes"),
    "秒": Unit("秒", "time", " seconds"),
    "毫秒": Unit("毫秒", "time", " ms"),
    # A foot, or in Hong Kong a square foot: what is meant is not said.
    "呎": Unit("呎", "opaque", " 呎"),
    # Of interest, a hundredth in Hong Kong and a thousandth elsewhere.
    "厘": Unit("厘", "opaque", " 厘"),
    "": Unit("", "counter"),
}
