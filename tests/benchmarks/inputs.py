"""Turn one invented content into what every tool that is compared reads: the same slides and texts.

`slides(count)` and `page()` are plain data. `outline(…)` is them as an outline of briefgen, and
`write(folder, …)` writes the files that each tool reads.
"""

from __future__ import annotations

import copy
import csv
import json
import random
from pathlib import Path
from typing import Any

TITLE, SUBTITLE = "临江市公共图书馆年报", "把书送到离人最近的地方"
AUTHOR, DATE = "临江市图书馆联盟", "2031-02"
LEAD = (
    "全市的阅览室这一年开得更晚、走得更近：社区有书架，车站有书柜，学校与公共馆共用一份书目。"
    "新的一年要把人手、经费和书，放到读者最多的地方去。"
)
# Name, what is done, a sentence for the page, and what is said of it on its slide.
TOPICS = (
    (
        "夜间开放",
        "把门开到读者下班以后",
        "中心馆和六个区馆夜间照常借还，自习座位提前预约，闭馆前有人巡馆，末班车前送最后一批读者离开。",
        (
            "中心馆与区馆统一开放时间，节假日不闭馆",
            "自习座位在手机上预约，迟到的座位自动放出",
            "夜间值班由馆员与志愿者搭班，安全由物业负责",
        ),
    ),
    (
        "社区书架",
        "让书走进楼栋和院子",
        "居民楼的门厅里有了书架，由楼长照看，图书每月轮换一次，旧书回到中心馆登记，新书从采购目录里挑。",
        (
            "门厅、活动室、物业前台都可以设书架",
            "每个书架由一位楼长照看，每月轮换图书",
            "借还只看自觉，丢失的图书由联盟补足",
        ),
    ),
    (
        "馆校合作",
        "公共馆与学校共用书目",
        "学生在学校的图书室就能借到公共馆的书，寒暑假学校图书室向附近居民开放，书目和借书证都是同一套。",
        (
            "学校图书室接入全市书目，学生证就是借书证",
            "寒暑假开放学校图书室，由家长委员会协助管理",
            "老师带来的书单，由公共馆优先采购",
        ),
    ),
    (
        "无障碍阅读",
        "让每个人都读得到",
        "大字本、有声书和手语讲解成了各馆的常备，盲文图书送书上门，视障读者可以由志愿者陪同到馆阅读。",
        (
            "大字本、有声书、盲文图书进入每个区馆",
            "讲座同步手语讲解，录像配上字幕",
            "行动不便的读者，由快递免费送书取书",
        ),
    ),
    (
        "地方文献",
        "把本地的记忆留下来",
        "老照片、族谱、地方报纸完成整理，扫描后向全市公开，口述历史由青年志愿者逐户登门采录并校对入库。",
        (
            "老照片和地方报纸扫描上网，注明来源",
            "口述历史由青年志愿者登门采录",
            "族谱、契约等原件由专业库房保管",
        ),
    ),
    (
        "读者议事",
        "请读者决定买什么书",
        "每季度开一次读者会，采购清单先公示再下单，投诉当场登记、限期答复，办不到的也要把原因说清楚。",
        (
            "采购清单公示，读者可以加荐、可以反对",
            "每季度一次读者会，会议记录上网",
            "投诉当场登记，限期答复，逾期公开",
        ),
    ),
)
# Label, value, unit: what the page shows large.
FIGURES = (
    ("到馆读者", "386", "万人次"),
    ("外借图书", "512", "万册"),
    ("新增书架", "238", "个"),
    ("夜间开放", "1460", "小时"),
    ("合作学校", "97", "所"),
    ("送书上门", "8300", "次"),
    ("读者活动", "1250", "场"),
    ("志愿者", "3640", "人"),
)
CHARTS = (
    (
        "各区馆到馆人次",
        "bar",
        "万人次",
        ("江北", "江南", "开发区", "古城", "新港", "西山"),
        (96, 88, 64, 57, 45, 36),
    ),
    ("图书外借逐年增加", "column", "万册", ("前年", "去年", "今年"), (401, 466, 512)),
    (
        "经费投向",
        "bar",
        "万元",
        ("购书", "人员", "场地", "数字化", "活动"),
        (980, 760, 410, 330, 190),
    ),
)
EVENTS = (
    ("1月", "夜间开放在中心馆试行"),
    ("4月", "第一批社区书架上墙"),
    ("7月", "学校图书室暑期开放"),
    ("10月", "地方文献网站上线"),
    ("12月", "读者会评议全年采购"),
)
NOTES = "先讲读者看得见的变化，再讲做法。数字都能在年报的附表里查到，问到细节时请翻到最后一页。"


def base_slides() -> list[dict[str, Any]]:
    """The deck of sixteen slides."""
    figures = [{"label": a, "value": b, "unit": c} for a, b, c in FIGURES]
    made: list[dict[str, Any]] = [
        {"kind": "title", "title": TITLE, "lines": [SUBTITLE, AUTHOR, DATE]},
        {"kind": "bullets", "title": "这一年做了六件事", "bullets": [t[1] for t in TOPICS]},
        {"kind": "figures", "title": "一年的数字", "figures": figures},
    ]
    made += [{"kind": "bullets", "title": t[1], "bullets": list(t[3])} for t in TOPICS]
    made += [
        {
            "kind": "chart",
            "title": c[0],
            "type": c[1],
            "unit": c[2],
            "labels": list(c[3]),
            "values": list(c[4]),
        }
        for c in CHARTS
    ]
    made += [
        {
            "kind": "timeline",
            "title": "一年里的几个日子",
            "events": [list(each) for each in EVENTS],
        },
        {"kind": "quote", "title": "书在哪里，图书馆就在哪里", "by": "一位老读者"},
        {
            "kind": "bullets",
            "title": "数字从哪里来",
            "bullets": ["各馆自动化系统", "联盟年报附表", "第三方读者调查"],
        },
        {"kind": "closing", "title": "欢迎到馆", "lines": ["每天开放到末班车前", AUTHOR]},
    ]
    for slide in made:
        slide["notes"] = NOTES
    return made


def slides(count: int = 16, apart: bool = False, typed: int = 0) -> list[dict[str, Any]]:
    """So many slides: topics' slides are repeated in the middle. `apart`: no two texts or notes are
    equal, their hanzi drawn anew by a seed. `typed`: so many numbers written by hand."""
    made, middle = base_slides(), []
    for number in range(count - len(made)):
        again = copy.deepcopy(made[3 + number % len(TOPICS)])
        again["title"] += f"（{number + 1}）"
        again["bullets"][0] += f"，第{number + 1}项"
        middle.append(again)
    whole = [*made[:9], *middle, *made[9:]]
    for number in range(typed):
        slide = middle[number % len(middle)]
        at = number // len(middle) % len(slide["bullets"])
        slide["bullets"][at] += f"，新增{number * 7 % 9000 + 31}册"
    return (
        [_apart(slide, random.Random(number)) for number, slide in enumerate(whole)]
        if apart
        else whole
    )


def _apart(value: Any, chance: random.Random) -> Any:
    """A slide whose hanzi are others of everyday use."""
    if isinstance(value, dict):
        keep = ("kind", "type", "value", "unit", "values")
        return {k: v if k in keep else _apart(v, chance) for k, v in value.items()}
    if isinstance(value, list):
        return [_apart(each, chance) for each in value]
    if not isinstance(value, str):
        return value
    return "".join(chance.choice(_EVERYDAY) if "一" <= c <= "龥" else c for c in value)


_EVERYDAY = sorted(
    {c for t in TOPICS for part in (t[0], t[1], t[2], *t[3]) for c in part if "一" <= c <= "龥"}
)


def page() -> dict[str, Any]:
    """The printed page."""
    chart = CHARTS[0]
    return {
        "title": TITLE,
        "subtitle": SUBTITLE,
        "date": DATE,
        "lead": LEAD,
        "figures": [{"label": a, "value": b, "unit": c} for a, b, c in FIGURES],
        "topics": [{"name": t[0], "effort": t[1], "text": t[2]} for t in TOPICS],
        "chart": {
            "title": chart[0],
            "unit": chart[2],
            "labels": list(chart[3]),
            "values": list(chart[4]),
        },
        "source": "各馆自动化系统；联盟年报附表",
    }


def rows(count: int, word: bool = False) -> list[dict[str, str]]:
    """A table: title, eight figures, a paragraph and six values of the chart by row; with `word`
    only one word of the title differs."""
    made = []
    for n in range(count):
        chance = random.Random(n)
        row = {
            "编号": f"{n + 1:05}",
            "馆": f"第{n + 1}馆" if word else f"{chance.choice('东南西北中')}片{n + 1}号馆",
        }
        for at, (_, value, _) in enumerate(FIGURES):
            row[f"数{at + 1}"] = value if word else str(int(value) + n * (at + 3) % 997)
        # What a librarian writes: sentences of the same length, in other words.
        said = [TOPICS[chance.randrange(6)][2] for _ in range(2)]
        row["说明"] = LEAD if word else said[0][:40] + "；" + said[1][:40] + f"（{n + 1}号馆）。"
        for at, value in enumerate(CHARTS[0][4]):
            row[f"图{at + 1}"] = str(value if word else value + n * (at + 2) % 89)
        made.append(row)
    return made


def of_row(row: dict[str, str]) -> dict[str, Any]:
    """The page of a row, as other tools read it."""
    made = page()
    made["title"] = f"{row['馆']}年报"
    made["lead"] = row["说明"]
    for at, figure in enumerate(made["figures"]):
        figure["value"] = row[f"数{at + 1}"]
    made["chart"]["values"] = [int(row[f"图{at + 1}"]) for at in range(6)]
    return made


def outline(deck: list[dict[str, Any]] | None, merged: bool = False) -> dict[str, Any]:
    """The slides and the page as an outline of briefgen (JSON is YAML); `merged` by row."""

    def value(column: str, given: str) -> str:
        return f"{{{column}}}" if merged else given

    chart = CHARTS[0]
    figures = {
        f"f{at + 1}": {
            "value": value(f"数{at + 1}", v),
            "unit": unit,
            "kind": "actual",
            "label": label,
            "source": "own",
        }
        for at, (label, v, unit) in enumerate(FIGURES)
    }
    figures |= {
        f"c{at + 1}": {
            "value": value(f"图{at + 1}", str(v)),
            "unit": chart[2],
            "kind": "actual",
            "label": label,
            "source": "own",
        }
        for at, (label, v) in enumerate(zip(chart[3], chart[4], strict=True))
    }
    topics = [
        {
            "id": f"t{at}",
            "name": t[0],
            "effort": t[1],
            "goal": t[0],
            "summary": t[2],
            "measures": [{"head": t[0], "text": m} for m in t[3]],
        }
        for at, t in enumerate(TOPICS)
    ]
    made: dict[str, Any] = {
        "brief": {
            "slug": "bench",
            "title": "{馆}年报" if merged else TITLE,
            "subtitle": SUBTITLE,
            "organisation": AUTHOR,
            "date": DATE,
            "language": "zh-Hans",
            "theme": "lingnan",
            "ledger": "warn",
        },
        "sources": {"own": {"title": "联盟年报附表"}},
        "figures": figures,
        "topics": topics,
        "page": {
            "style": "article",
            "lead": "{说明}" if merged else LEAD,
            "figures": [f"f{n}" for n in range(1, 7)],
            "targets": {"title": "其他数字", "figures": ["f7", "f8"]},
            "chart": {"title": chart[0], "figures": [f"c{n}" for n in range(1, 7)]},
        },
    }
    if deck is not None:
        made["deck"] = [_slide(at, slide) for at, slide in enumerate(deck)]
    return made


def _slide(at: int, slide: dict[str, Any]) -> dict[str, Any]:
    made = {"id": f"s{at}", "title": slide["title"], "notes": slide["notes"]}
    kind = slide["kind"]
    if kind == "title":
        return {**made, "kind": "cover", "subtitle": slide["lines"][0]}
    if kind == "bullets":
        return {**made, "kind": "bullets", "points": slide["bullets"]}
    if kind == "figures":
        cells = [[f["label"], f["value"] + f["unit"]] for f in slide["figures"]]
        return {
            **made,
            "kind": "table",
            "header": ["指标", "数值"],
            "rows": cells,
            "unchecked": "对照用",
        }
    if kind == "chart":
        cells = [[a, str(b)] for a, b in zip(slide["labels"], slide["values"], strict=True)]
        return {
            **made,
            "kind": slide["type"],
            "unit": slide["unit"],
            "header": ["项目", slide["title"]],
            "rows": cells,
            "unchecked": "对照用",
        }
    if kind == "timeline":
        return {
            **made,
            "kind": "timeline",
            "events": [{"when": a, "what": b} for a, b in slide["events"]],
        }
    if kind == "quote":
        return {**made, "kind": "section", "lead": slide["by"]}
    return {**made, "kind": "closing", "lines": slide["lines"]}


def write(folder: Path, deck: list[dict[str, Any]]) -> None:
    """Write what every tool reads of a deck and its page."""
    _json(folder / "slides.json", deck)
    _json(folder / "page.json", page())
    _json(folder / "content" / "outline.yaml", outline(deck))


def write_rows(folder: Path, table: list[dict[str, str]]) -> None:
    """Write what every tool reads of a table."""
    _json(folder / "content" / "outline.yaml", outline(None, merged=True))
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        lines.writeheader()
        lines.writerows(table)
    for row in table:
        _json(folder / "rows" / f"{row['编号']}.json", of_row(row))


def _json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
