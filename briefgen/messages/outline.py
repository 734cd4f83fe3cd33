"""What is wrong with an outline's keys, values and parts."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

MESSAGES: Mapping[str, Message] = {
    "unknown-key": Message(
        severity="error",
        sentence=Words("there is no key “{key}” here", "这里没有“{key}”这个键"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A key was written that this part of the outline does not have; what stands behind it "
            "would have been lost. Keys are spelled exactly, in lower case.",
            "写了这一部分没有的键，它后面的内容会被丢掉，所以报错。键名须逐字相同，用小写。",
        ),
        wrong="brief: {titel: 六个新广州}",
        right="brief: {title: 六个新广州}",
    ),
}

PHRASES: Mapping[str, Words] = {}
