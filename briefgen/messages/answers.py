"""The words of answers about the content: trace, diff, figures, audiences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefgen.messages.entry import Tongue, Words

ANSWERS: Mapping[str, Words] = {
    # What is known of a figure.
    "what-it-is": Words("what it is", "是什么"),
    "in-language": Words("in {language}", "{language} 写法"),
    "exact-value": Words("exact value", "准确值"),
    "qualifier": Words("qualifier", "限定词"),
    "derived-from": Words("derived from", "推算自"),
    "quote": Words("quote", "原句摘录"),
    "sentence": Words("sentence", "所在句"),
    "place": Words("place", "位置"),
    "source": Words("source", "来源"),
    "own-data": Words("own data", "自有数据"),
    "erratum": Words("erratum", "勘误"),
    "used-to-derive": Words("used to derive", "用来推算"),
    "in-the-ledger": Words("in the ledger", "台账位置"),
    "shown-in": Words("shown in", "显示在"),
    "no-output": Words("no output", "没有成品用到"),
    "not-shown": Words("not shown", "未显示"),
    "page": Words("p. {number}", "第 {number} 页"),
    "erratum-is": Words("erratum: “{damaged}” → “{corrected}”", "勘误：“{damaged}”→“{corrected}”"),
    "it-reads": Words(
        "it reads “{damaged}”, corrected to “{corrected}”",
        "原文作“{damaged}”，更正为“{corrected}”",
    ),
    "because": Words(" ({reason})", "（{reason}）"),
    "figures-quoted": Words(
        "{count} {count:figure|figures}: {found} quoted, all found in their sources",
        "共 {count} 个数字：{found} 个有原句，均在来源中找到",
    ),
    "figures-derived": Words("{count} derived", "{count} 个为推算"),
    "figures-own": Words("{count} of your own data", "{count} 个为自有数据"),
    "numbers-let-off": Words(
        "{count} {count:number|numbers} typed by hand not checked", "{count} 个手写的数字未核对"
    ),
    "errata-in": Words(
        "{count} {count:erratum|errata} in {places} {places:place|places}",
        "{count} 条勘误，涉及 {places} 处",
    ),
    "between": Words("; ", "；"),
    # Sorts of statements.
    "kind-actual": Words("actual", "已实现"),
    "kind-stock": Words("stock", "存量"),
    "kind-plan": Words("plan", "计划"),
    "kind-target": Words("target", "目标"),
    "kind-derived": Words("derived", "推算"),
    # What of a figure differs.
    "key-display": Words("display", "写法"),
    "key-value": Words("value", "值"),
    "key-unit": Words("unit", "单位"),
    "key-qualifier": Words("qualifier", "限定词"),
    "key-kind": Words("kind", "类别"),
    "key-label": Words("label", "名称"),
    "key-period": Words("period", "时期"),
    "key-scope": Words("scope", "范围"),
    "key-quote": Words("quote", "原句"),
    "key-formula": Words("formula", "算式"),
    "key-source": Words("source", "来源"),
    "was": Words("{key} was: {value}", "{key}原为：{value}"),
    "now": Words("{blank} now: {value}", "{blank}现为：{value}"),
    "shown-there": Words("shown in {place}", "显示在 {place}"),
    "was-shown-there": Words("was shown in {place}", "原显示在 {place}"),
    "shown-nowhere": Words("shown nowhere", "没有显示"),
    "was-shown-nowhere": Words("was shown nowhere", "原来没有显示"),
    "none-differs": Words(
        "no figure differs between {old} and {new}", "{old} 与 {new} 之间没有数字不同"
    ),
    "differ": Words("between {old} and {new}: {counts}", "{old} 与 {new} 之间：{counts}"),
    "count-added": Words("{count} added", "增加 {count} 个"),
    "count-removed": Words("{count} removed", "删去 {count} 个"),
    "count-changed": Words("{count} changed", "改动 {count} 个"),
    "working-tree": Words("the working tree", "当前文件"),
    # Tables of numbers.
    "head-place": Words("place", "位置"),
    "head-number": Words("number", "数字"),
    "head-figures": Words("figures", "台账条目"),
    "head-sentence": Words("sentence", "原句"),
    "head-numeral": Words("numeral", "数目字"),
    "head-left-out": Words("left out as", "略去，因为是"),
    "no-figure": Words("— none —", "—— 无 ——"),
    # A kind of slides.
    "to-copy": Words("To copy:", "写法（可以照抄）："),
    "fields": Words("Fields:", "字段："),
    # The matrix of audiences.
    "marks": Words("● deck  ○ printed page  ◉ both", "● 演示文稿  ○ 单页  ◉ 两者都有"),
    "row-name": Words("name", "名称"),
    "row-language": Words("language", "语言"),
    "row-theme": Words("theme", "主题"),
    "row-withheld": Words("withheld", "隐去条数"),
    "slides": Words("slides", "各页"),
    "topics": Words("topics", "专题"),
    "figures": Words("figures", "数字"),
}


def answer(key: str, tongue: Tongue, /, **parts: Any) -> str:
    """Words of an answer in a language, with their named parts."""
    return ANSWERS[key].told(tongue, parts)
