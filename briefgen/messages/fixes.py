"""What is said while content is checked again and again, and of what is mended in it."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

MESSAGES: Mapping[str, Message] = {
    "options-apart": Message(
        severity="error",
        sentence=Words("{one} and {other} do not go together", "{one} 和 {other} 不能同时写"),
        hint=Words("leave one of them out", "两个选项留一个"),
        means=Words(
            "A check is told in one form; one that goes on is told as text, and mends nothing.",
            "检查结果只用一种形式输出；--watch 持续检查时只输出文字，也不改文件。",
        ),
        wrong="briefgen check --json --format github",
        right="briefgen check --format github",
    ),
}

PHRASES: Mapping[str, Words] = {
    "watching": Words("Watching {path}; Ctrl+C ends it", "保存后会再次检查 {path}；按 Ctrl+C 结束"),
    "checking-again": Words("{files:and} changed:", "{files} 有改动："),
}
