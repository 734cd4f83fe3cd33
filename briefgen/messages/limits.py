"""What is wrong with a value that is longer, or in other signs, than a program can take."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

MESSAGES: Mapping[str, Message] = {
    "other-digits": Message(
        severity="error",
        sentence=Words(
            "“{found}” is written in other digits than 0–9", "“{found}”用的不是数字 0–9"
        ),
        hint=Words("write {mend}", "改为 {mend}"),
        means=Words(
            "Ids, dates and settings are written with the digits 0–9 alone; full-width digits and "
            "those of other scripts look alike, and are others to every program.",
            "编号、日期和设置只用数字 0–9；全角数字和其他文字的数字看着相似，对程序却是别的字符。",
        ),
        wrong="brief: {date: ２０２４}",
        right="brief: {date: 2024}",
    ),
    "name-too-long": Message(
        severity="error",
        sentence=Words("“{name}” is too long for the name of a file", "“{name}”作文件名太长"),
        hint=Words(
            "write at most {most} letters, or {most} divided by two hanzi",
            "最多 {most} 个字母，或其一半的汉字",
        ),
        means=Words(
            "Files are called after the outline and the audience together, and a system has an end "
            "for the length of a name.",
            "文件名由提纲和受众的名称合成，而系统对文件名的长度有上限。",
        ),
    ),
    "source-too-many-numbers": Message(
        severity="error",
        sentence=Words(
            "the source {file} states more than {most} numbers; they end at its line {line}",
            "来源 {file} 里的数字超过 {most} 个，读到第 {line} 行为止",
        ),
        hint=Words(
            "keep the parts that the brief is about; put a table into a CSV file, which slides "
            "show with “data:”",
            "只留下汇报要用的部分；表格存成 CSV 文件，用 data: 引用",
        ),
        means=Words(
            "Each number is listed with its sentence. A source with so many is a table or a "
            "yearbook; checking and building are not concerned, only their list is.",
            "每个数字都连同所在的句子列出。数字这么多的来源多半是表格或年鉴；"
            "检查和生成不受影响，只是列不出来。",
        ),
    ),
    "text-too-long": Message(
        severity="error",
        sentence=Words(
            "this text has {length} characters; one may have {most}",
            "这段文字有 {length} 字，最多 {most} 字",
        ),
        hint=Words("split it, or put it into the notes", "拆开来写，或放进讲稿"),
        means=Words(
            "No page holds so many characters. What a speaker says (`notes`) may be "
            "five times as long.",
            "一页放不下这么多字。讲稿（notes）可以有五倍之长。",
        ),
    ),
}
PHRASES: Mapping[str, Words] = {}
