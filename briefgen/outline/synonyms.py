"""Turn what people call a slide kind, a key or a choice into the name that it has in an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

# The name in an outline, and what people write for it: in other programs' words, and in Chinese.
_CALLED: Mapping[str, str] = {
    # Kinds.
    "cover": "封面 首页 标题页 title-page title-slide front",
    "agenda": "目录 提纲 议程 内容 toc contents table-of-contents outline",
    "section": "章节 过渡页 分隔页 节 篇章 divider chapter header-slide part separator",
    "summary": "小结 总结 摘要 结论 概要 takeaways conclusion key-points executive-summary",
    "bullets": (
        "要点 要点页 列表 清单 条目 list bullet-list points-list bulleted bullet-points "
        "content points"
    ),
    "text": (
        "正文 文字 段落 文本 内容 paragraphs paragraph body content prose description "
        "desc details sentence"
    ),
    "image": "图片 照片 配图 图像 picture photo img figure-image pic",
    "two-column": "两栏 双栏 分栏 左右 columns-2 two-columns split",
    "org": (
        "组织架构 组织结构 架构图 机构图 orgchart org-chart hierarchy tree organisation "
        "organization"
    ),
    "matrix": "矩阵 四象限 swot quadrant quadrants grid",
    "layers": "分层图 层次图 技术架构 系统架构 架构 stack architecture tiers layered layer",
    "pyramid": "金字塔",
    "cycle": "循环 环形 闭环 loop ring",
    "gantt": "甘特图 进度表 工期 schedule gantt-chart",
    "combo": "组合图 双轴图 柱线图",
    "scatter": "散点图 气泡图 bubble scatter-plot",
    "pie": "饼图 piechart pie-chart 占比图",
    "donut": "环图 圆环图 doughnut donut-chart ring ring-chart",
    "bar": "条形图 柱形图 横条图 bar-chart barchart 排名 chart column-chart",
    "column": "柱状图 柱图 column-chart histogram 直方图 columns",
    "trend": "折线图 曲线图 趋势图 趋势 走势 line line-chart linechart chart curve time-series",
    "area": "面积图 area-chart",
    "grouped": "分组柱状图 簇状图 clustered clustered-bar",
    "stacked": "堆积图 堆叠图 stack stacked-bar stacked-column",
    "waterfall": "瀑布图 bridge-chart",
    "table": "表格 表 一览表 grid",
    "timeline": "时间轴 时间线 大事记 历程 milestones history schedule events",
    "roadmap": "路线图 规划图 plan phases",
    "process": "流程 流程图 步骤 步骤图 flow flowchart steps workflow chevrons procedure",
    "compare": "对比 比较 对照 comparison versus vs pros-cons before-after",
    "change": "变化 前后对比 before-after",
    "kpi": "指标 关键指标 数字 数据 metrics numbers statistics stats kpis dashboard indicators",
    "big-number": "大数字 大字 bignumber hero-number number hero highlight-number",
    "cards": "卡片 card",
    "case": "案例 实例 case-study",
    "actions": (
        "任务 行动 下一步 待办 举措表 action todo next-steps tasks-list tasks action-items"
    ),
    "quote": "引文 原句 引用 金句 原文 出处 quotation citation blockquote sentence",
    "statement": (
        "一句话 大字 口号 big-text big-statement title-only message slogan only-title blank"
    ),
    "schematic": "示意图 关系图 结构图 diagram network smartart network-diagram",
    "topics": "主题 专题",
    "sources": "来源 出处 参考 参考文献 附录 references bibliography appendix",
    "closing": (
        "结束 结尾 结束页 致谢 谢谢 封底 尾页 thanks thank-you end ending the-end final "
        "q&a qa q-and-a"
    ),
    # Keys.
    "brief": "简报 文档 document meta metadata presentation",
    "deck": "幻灯片 页面 ppt",
    "figures": "数字 数据 台账 指标 数值 numbers data-figures",
    "page": "单页 简报页 一页",
    "audience": "受众",
    "title": "标题 题目 名称 题 heading headline name header",
    "subtitle": "副标题 副题 sub-title subheading tagline",
    "organisation": "单位 机构 组织 部门 organization org company",
    "author": "作者 撰稿 报告人 汇报人 by",
    "date": "日期 时间 年月日",
    "language": "语言 语种 lang",
    "theme": "主题 模板 风格 皮肤 style",
    "footer": "页脚",
    "slug": "文件名 filename file-name",
    "file": "文件 路径 path src filename source url",
    "publisher": "发布者 发布单位 出版者 媒体 来源单位",
    "kind": "类型 种类 版式 类别 type layout",
    "id": "编号 标识 key",
    "points": "要点 条目 列表 内容 items bullets list content bullet lines entries",
    "head": "小标题 头 要点 heading title label name header",
    "header": "表头 列名 列 columns headers cols",
    "rows": "行 数据 表格 values data cells",
    "notes": "备注 讲稿 演讲稿 讲解 note speaker-notes script speaker comment comments",
    "note": "注 说明 备注 remark comment",
    "lead": "导语 引言 引导语 intro introduction",
    "value": "数值 值 数 number amount",
    "unit": "单位 units",
    "label": "标签 名称 指标 name",
    "qualifier": "限定词 修饰",
    "period": "时期 期间 年份 时间 year",
    "scope": "口径 范围",
    "source": "来源 出处 src",
    "formula": "算式 公式",
    "events": "事件 节点 items",
    "when": "时间 日期 date time year",
    "what": "事件 内容 事项 event text description",
    "left": "左 左栏 左边 左侧",
    "right": "右 右栏 右边 右侧",
    "steps": "步骤 环节 items",
    "claim": "结论 观点 主张",
    "images": "图片 照片 pictures photos",
    "facts": "事实 数据",
    "tasks": "任务 事项 items",
    "top": "顶层 最上",
    "lines": "行 文字 text",
    "contact": "联系人 联系方式",
    "hidden": "隐藏 hide",
    "minutes": "分钟 时长 用时 duration",
    "measures": "举措 措施",
    "effort": "全力 做法",
    "goal": "目标 target",
    "icon": "图标",
    "alt": "图注 替代文字 说明 description caption alt-text",
    "names": "专名 名称",
    "include": "包含 引入",
    "unchecked": "不核对 免核对",
    "footnotes": "脚注 注释",
    # What an audience does to a part.
    "drop": "remove delete without 删除 去掉 不要",
    "keep": "only retain 保留 只留",
    "set": "change modify update edit replace 修改 改 替换",
    "order": "sort sequence 顺序 排序",
    "add": "insert append new 增加 新增 添加",
    # Choices of a figure's kind.
    "actual": "实际 完成 已完成 实绩 现状 done result",
    "target": "目标 目标值 预期 goal",
    "plan": "计划 规划 拟 planned",
    "stock": "现有 存量 累计 existing total",
    "derived": "推算 计算 测算 computed calculated",
    # Icons.
    "figure": "number value metric",
    "laptop": "computer notebook pc",
    "monitor": "computer screen display desktop",
    "globe": "web internet world website",
    "mail": "email letter envelope",
    "users": "team group persons",
    "people": "person crowd population",
    "map-pin": "location pin place marker",
    "clock": "time hour watch",
    "calendar": "date day month",
    "file-text": "document doc page paper",
    "lightbulb": "bulb light lamp",
    "shield": "security safe safety protection",
    "sprout": "plant seedling agriculture",
    "trees": "tree forest",
    "leaf": "green environment eco ecology nature",
    "zap": "energy electricity power lightning",
    "route": "road path way",
    "trending-up": "up increase rise arrow-up",
    "arrow-right": "arrow next",
    "plane": "airplane aircraft flight",
    "sailboat": "boat",
    "flask": "lab laboratory chemistry",
    "flask-conical": "science experiment",
    "bot": "robot",
    "brain": "ai artificial-intelligence mind",
    "cpu": "chip processor semiconductor",
    "search": "magnifier magnifying-glass find",
    "settings": "gear cog cogs",
    "wrench": "tool tools repair",
    "scale": "justice balance",
    "pill": "medicine drug",
    "heart-pulse": "health",
    "stethoscope": "doctor medical",
    "utensils": "food restaurant",
    "store": "shop market retail",
    "landmark": "bank government",
    "message-circle": "chat talk speech comment",
    "factory": "industry plant manufacturing",
}


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """The names in an outline by what people call them."""
    found: dict[str, list[str]] = {}
    for name, called in _CALLED.items():
        for word in called.split():
            found.setdefault(_plain(word), []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "").replace("_", "").replace(" ", "")


def meant(word: str, known: Iterable[str]) -> str:
    """Which of the known names a word stands for; "" where it is none that people use for one.

    >>> meant("目录", ["cover", "agenda"]), meant("Columns", ["header", "rows"])
    ('agenda', 'header')
    """
    there = set(known)
    return next((name for name in _called(word) if name in there), "")


def _called(word: str) -> Iterator[str]:
    plain = _plain(word)
    # 柱状图页 is a 柱状图.
    for each in (plain, plain.removesuffix("页"), plain.removesuffix("图") + "图"):
        yield from _names().get(each, ())
