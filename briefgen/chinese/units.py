"""Turn the name of a unit into its base unit, its factor, and how English says it.

Counters (家, 个, 名 …) say in Chinese what kind of thing is counted; English leaves them out.
Areas in 亩 become hectares: 1 亩 = 1/15 ha (国务院 1984, 法定计量单位).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from briefgen.record import Record

UnitKind = Literal["counter", "money", "share", "measure", "time", "rank"]


class Unit(Record):
    """`factor` of the unit `base`. `english` goes behind the number, or before it for money
    and ranks; `metric` is what one of it is worth in the unit that English names."""

    base: str
    kind: UnitKind
    english: str = ""
    factor: int = 1
    metric: Fraction = Fraction(1)


_COUNTERS = (
    "个 家 名 条 项 人 位 人次 户 座 所 台 辆 架 艘 套 件 种 类 次 款 间 栋 场 批 支 只 处 片 幢 "
    "宗 笔 份 部 张 颗 株 棵 头 册 篇 届 层 口 班 列 班次 标箱 单 组 对 样 枚 门 站 车次 "
    "架次 床位 课时 村 镇 区 起"
)

UNITS: dict[str, Unit] = {name: Unit(name, "counter") for name in _COUNTERS.split()}
UNITS |= {
    "元": Unit("元", "money", "RMB "),
    "元人民币": Unit("元", "money", "RMB "),
    "美元": Unit("美元", "money", "USD "),
    "港元": Unit("港元", "money", "HKD "),
    "港币": Unit("港元", "money", "HKD "),
    "澳门元": Unit("澳门元", "money", "MOP "),
    "欧元": Unit("欧元", "money", "EUR "),
    "英镑": Unit("英镑", "money", "GBP "),
    "日元": Unit("日元", "money", "JPY "),
    "%": Unit("%", "share", "%"),
    "成": Unit("%", "share", "%", 10),
    "‰": Unit("‰", "share", "‰"),
    "个百分点": Unit("个百分点", "share", " percentage points"),
    "倍": Unit("倍", "share", " times"),
    "强": Unit("强", "rank", "top "),
    "亩": Unit("亩", "measure", " hectares", 1, Fraction(1, 15)),
    "公顷": Unit("公顷", "measure", " hectares"),
    "平方米": Unit("平方米", "measure", " m²"),
    "平方公里": Unit("平方公里", "measure", " km²"),
    "平方千米": Unit("平方公里", "measure", " km²"),
    "立方米": Unit("立方米", "measure", " m³"),
    "公里": Unit("公里", "measure", " km"),
    "千米": Unit("公里", "measure", " km"),
    "海里": Unit("海里", "measure", " nautical miles"),
    "米": Unit("米", "measure", " m"),
    "厘米": Unit("厘米", "measure", " cm"),
    "毫米": Unit("毫米", "measure", " mm"),
    "微米": Unit("微米", "measure", " μm"),
    "纳米": Unit("纳米", "measure", " nm"),
    "吨": Unit("吨", "measure", " tonnes"),
    "吨标准煤": Unit("吨标准煤", "measure", " tonnes of standard coal"),
    "公斤": Unit("公斤", "measure", " kg"),
    "千克": Unit("公斤", "measure", " kg"),
    "克": Unit("克", "measure", " g"),
    "升": Unit("升", "measure", " litres"),
    "千瓦时": Unit("千瓦时", "measure", " kWh"),
    "度电": Unit("千瓦时", "measure", " kWh"),
    "千瓦": Unit("千瓦", "measure", " kW"),
    "兆瓦": Unit("兆瓦", "measure", " MW"),
    "吉瓦": Unit("吉瓦", "measure", " GW"),
    "瓦": Unit("瓦", "measure", " W"),
    "℃": Unit("℃", "measure", " °C"),
    "摄氏度": Unit("℃", "measure", " °C"),
    "公里/小时": Unit("公里/小时", "measure", " km/h"),
    "微克/立方米": Unit("微克/立方米", "measure", " μg/m³"),
    "元/平方米": Unit("元/平方米", "measure", " RMB per m²"),
    "个月": Unit("个月", "time", " months"),
    "年": Unit("个月", "time", " years", 12),
    "天": Unit("天", "time", " days"),
    "日": Unit("天", "time", " days"),
    "周": Unit("天", "time", " weeks", 7),
    "小时": Unit("分钟", "time", " hours", 60),
    "分钟": Unit("分钟", "time", " minutes"),
    "秒": Unit("秒", "time", " seconds"),
    "岁": Unit("岁", "measure", " years of age"),
    "km": Unit("公里", "measure", " km"),
    "km²": Unit("平方公里", "measure", " km²"),
    "m²": Unit("平方米", "measure", " m²"),
    "": Unit("", "counter"),
}
