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
    "there-are": Words("there are: {names}", "可用的有：{names}"),
    "there-are-many": Words("there are: {names}, …", "可用的有：{names}……"),
    "nothing": Words("nothing", "空白"),
    "a-list": Words("a list", "一个列表"),
    "a-mapping": Words("a mapping (`key: value`)", "一组“键: 值”"),
    "quoted": Words("“{text}”", "“{text}”"),
}
