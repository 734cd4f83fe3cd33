"""What an assistant's tools cannot do."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

MESSAGES: Mapping[str, Message] = {
    "unknown-path": Message(
        severity="error",
        sentence=Words("nothing stands at “{path}”", "“{path}”处没有内容"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A path names keys, and slides by their ids or numbers from 0: deck.cover.title, "
            "deck[1].points[0].text, audiences/english:name.",
            "路径由键名组成，幻灯片写 id 或从 0 起的序号：deck.cover.title、"
            "deck[1].points[0].text、audiences/english:name。",
        ),
        wrong="deck.cover.titel",
        right="deck.cover.title",
    ),
    "no-mcp": Message(
        severity="error",
        sentence=Words("the package mcp is not installed", "没有安装 mcp 这个包"),
        hint=Words("pip install 'briefgen[mcp]'", "pip install 'briefgen[mcp]'"),
        means=Words(
            "`briefgen mcp` talks with assistants through the official package of that protocol, "
            "which is an extra.",
            "briefgen mcp 通过官方的 mcp 包与助手程序对话，这个包要另外安装。",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {}
