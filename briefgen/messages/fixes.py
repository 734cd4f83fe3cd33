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
    "fix-withdrawn": Message(
        severity="warning",
        sentence=Words(
            "“{before}” was not changed to “{after}”: more would be another, or wrong",
            "“{before}”没有改成“{after}”：改了以后，别处会变，或者多出错误",
        ),
        hint=Words("change it by hand, and check again", "请手工修改，再检查一遍"),
        means=Words(
            "After each change the outline is read again. Where any other text would say something "
            "else, or something more would be wrong, the change is taken back.",
            "每改一处都重新读一遍提纲。如果别的文字因此变了，或者多出新的问题，这处修改就撤回。",
        ),
    ),
    "half-width-mark": Message(
        severity="note",
        sentence=Words(
            "“{written}” is half-width between hanzi", "汉字之间用了半角标点“{written}”"
        ),
        hint=Words(
            "write “{meant}”; `briefgen check --fix` does",
            "改为全角“{meant}”；briefgen check --fix 可以自动改",
        ),
        many=Words(
            "{count} marks are half-width between hanzi: {first}",
            "有{count}处汉字之间用了半角标点：{first}",
        ),
        item="written",
        means=Words(
            "Between hanzi stand full-width marks, which are as wide as a hanzi; a half-width one "
            "sticks to its neighbours (GB/T 15834).",
            "汉字之间用全角标点，占一个字的位置；半角标点会和前后的字挤在一起（GB/T 15834）。",
        ),
        wrong="deck: [{kind: bullets, title: '稳中有进,成效明显', points: [扎实推进]}]",
        right="deck: [{kind: bullets, title: '稳中有进，成效明显', points: [扎实推进]}]",
    ),
    "full-width-letters": Message(
        severity="note",
        sentence=Words("“{written}” is full-width", "“{written}”是全角字符"),
        hint=Words(
            "write “{meant}”; `briefgen check --fix` does",
            "改为半角“{meant}”；briefgen check --fix 可以自动改",
        ),
        many=Words(
            "{count} numbers or words are full-width: {first}",
            "有{count}处数字或字母是全角：{first}",
        ),
        item="written",
        means=Words(
            "Digits and Latin letters are half-width in print: full-width ones stand apart like "
            "hanzi, and nobody finds them by searching.",
            "阿拉伯数字和拉丁字母用半角：全角的像汉字一样一个个分开，搜索也找不到。",
        ),
        wrong="deck: [{kind: bullets, title: 抓好５Ｇ建设, points: [扎实推进]}]",
        right="deck: [{kind: bullets, title: 抓好5G建设, points: [扎实推进]}]",
    ),
    "space-between-hanzi": Message(
        severity="note",
        sentence=Words("there is a space between two hanzi", "两个汉字之间有空格"),
        hint=Words(
            "take it out; `briefgen check --fix` does", "删去空格；briefgen check --fix 可以自动改"
        ),
        means=Words(
            "Chinese has no spaces between words; one that was left in tears a line open.",
            "中文词与词之间不空格；留着空格，排出来会裂开一道缝。",
        ),
        wrong="deck: [{kind: bullets, title: 扎实 推进, points: [稳步提升]}]",
        right="deck: [{kind: bullets, title: 扎实推进, points: [稳步提升]}]",
    ),
    "zero-in-year": Message(
        severity="note",
        sentence=Words("the year “{written}” has another zero", "年份“{written}”里的零写法不对"),
        hint=Words(
            "write “{meant}”; `briefgen check --fix` does",
            "改为“{meant}”；briefgen check --fix 可以自动改",
        ),
        means=Words(
            "In a year that is written in hanzi zero is 〇, neither 零 nor the sign ○ "
            "(GB/T 15835).",
            "用汉字书写年份时，零写成“〇”，不写“零”，也不用符号“○”（GB/T 15835）。",
        ),
        wrong="deck: [{kind: bullets, title: 二零二四年重点工作, points: [扎实推进]}]",
        right="deck: [{kind: bullets, title: 二〇二四年重点工作, points: [扎实推进]}]",
    ),
}

PHRASES: Mapping[str, Words] = {
    "watching": Words("Watching {path}; Ctrl+C ends it", "保存后会再次检查 {path}；按 Ctrl+C 结束"),
    "fixed-one": Words("{place}: {before} → {after}", "{place}: {before} → {after}"),
    "fixed-some": Words(
        "{count} {count:change|changes} in {files:and}; `briefgen undo` takes them back, a file at "
        "a time",
        "在 {files} 里改了 {count} 处；briefgen undo 可以撤回，一次一个文件",
    ),
    "fixed-nothing": Words("nothing to mend", "没有可以自动改的地方"),
    "fix-by-hand": Words(
        "{count} {count:place|places} cannot be written into by the program: mend {count:it|them} "
        "by hand",
        "有 {count} 处程序写不进去，请手工修改",
    ),
    "checking-again": Words("{files:and} changed:", "{files} 有改动："),
}
