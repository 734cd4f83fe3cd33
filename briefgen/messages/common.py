"""Phrases that messages of several rooms are made of."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

MESSAGES: Mapping[str, Message] = {}

PHRASES: Mapping[str, Words] = {
    "error": Words("error", "错误"),
    "warning": Words("warning", "警告"),
    "note": Words("note", "说明"),
    "did-you-mean": Words("did you mean “{name}”?", "是不是想写“{name}”？"),
    "no-utf-8": Words("its bytes are not UTF-8", "字节不是 UTF-8 编码"),
    "there-are": Words("there are: {names}", "可用的有：{names}"),
    "template-has-no-pictures": Words(
        "its layouts have no picture that can be read; in PowerPoint, right-click the logo → Save "
        "as Picture → PNG, and name the file with logo: in brief:",
        "版式上没有读得了的图片；请在 PowerPoint 里右键点标志 → 另存为图片 → PNG，"
        "再在 brief: 里用 logo: 写上这个文件",
    ),
    "there-are-many": Words("there are: {names}, …", "可用的有：{names}……"),
    "block-slide": Words("the slide “{id}”", "幻灯片“{id}”"),
    "block-topic": Words("the topic “{id}”", "专题“{id}”"),
    "block-part": Words("the part “{name}”", "“{name}”部分"),
    "many-of-them": Words("{block}: {said} ({at})", "{block}：{said}（{at}）"),
    "more-of-them": Words(
        "{said}; {count} of this kind in {block} ({at})",
        "{said}；{block}里同类的有{count}处（{at}）",
    ),
    "one-line": Words("line {lines}", "第{lines}行"),
    "lines": Words("lines {lines}", "第{lines}行"),
    "lines-and-more": Words("lines {lines} …", "第{lines}……行"),
    "first-of": Words("{names} …", "{names}……"),
    "nothing": Words("nothing", "空白"),
    "a-list": Words("a list", "一个列表"),
    "a-mapping": Words("a mapping (`key: value`)", "一组“键: 值”"),
    "quoted": Words("“{text}”", "“{text}”"),
    "the-cell": Words("the cell {cell}", "单元格 {cell} "),
    "this-cell": Words("this cell", "这一格"),
}
