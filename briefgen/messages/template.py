"""What is wrong with the file of a template, and with what its lock says."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_STRANGER = Words(
    "A template is a zip that somebody made: how many parts it has, how large they become and "
    "where "
    "their names lead is judged before anything of it is used.",
    "模板是别人做的压缩包：先看有多少部件、展开后有多大、名称指向哪里，然后才用。",
)
_SAVE_AGAIN = Words(
    "open it in PowerPoint and save it under a new name: File → Save As → PowerPoint Template "
    "(.potx)",
    "请用 PowerPoint 打开后另存：文件 → 另存为 → PowerPoint 模板（.potx）",
)
_NAME_ONE = Words(
    "name a file that PowerPoint saved: File → Save As → PowerPoint Template (.potx) or "
    "Presentation (.pptx)",
    "请指定 PowerPoint 存出来的文件：文件 → 另存为 → PowerPoint 模板（.potx）或演示文稿（.pptx）",
)
_LOCK = Words(
    "template.lock.yaml beside the template says which layout serves as what; what is written "
    "there "
    "comes before what briefgen finds by itself.",
    "模板旁的 template.lock.yaml 写明哪个版式用作什么；里面写的优先于自动判断的。",
)


def _error(sentence: Words, hint: Words, means: Words = _STRANGER) -> Message:
    return Message(severity="error", sentence=sentence, hint=hint, means=means)


MESSAGES: Mapping[str, Message] = {
    "template-missing": _error(
        Words("there is no template {file}", "没有模板 {file}"),
        Words(
            "check the spelling; in Explorer hold Shift, right-click the file → Copy as path, and "
            "paste that",
            "请核对文件名；在资源管理器里按住 Shift 右键点文件 → 复制为路径，再粘贴过来",
        ),
    ),
    "template-not-a-file": _error(
        Words("{file} is not a file", "{file} 不是文件"),
        Words(
            "name the file itself, which ends in .pptx or .potx",
            "请指定文件本身，它以 .pptx 或 .potx 结尾",
        ),
    ),
    "template-unreadable": _error(
        Words("{file} cannot be read: {why}", "读不了 {file}：{why}"),
        Words("mend its permissions", "请改正它的读取权限"),
    ),
    "template-too-large": _error(
        Words("{file} is larger than {most} MB", "{file} 超过 {most} MB"),
        Words(
            "open it in PowerPoint; click the first slide on the left, Ctrl+A, Delete; click any "
            "picture, Picture Format → Compress Pictures → untick Apply only to this picture → "
            "E-mail (96 ppi) → OK; save",
            "请用 PowerPoint 打开：在左侧点第一页，按 Ctrl+A 再按 Delete 删去示例页；点任一张图片，"
            "图片格式 → 压缩图片 → 取消勾选“仅应用于此图片” → 电子邮件(96 ppi) → 确定；保存",
        ),
    ),
    "template-no-deck": _error(
        Words("{file} is no PowerPoint file", "{file} 不是 PowerPoint 文件"),
        _NAME_ONE,
    ),
    "template-empty": _error(
        Words("{file} is empty (0 bytes)", "{file} 是空文件（0 字节）"),
        Words("copy or download it again", "请重新复制或下载"),
    ),
    "template-word": _error(
        Words(
            "{file} is a Word document; only its name ends as PowerPoint's do",
            "{file} 是 Word 文档，只改了后缀",
        ),
        _NAME_ONE,
    ),
    "template-sheet": _error(
        Words(
            "{file} is an Excel workbook; only its name ends as PowerPoint's do",
            "{file} 是 Excel 工作簿，只改了后缀",
        ),
        _NAME_ONE,
    ),
    "template-old": _error(
        Words("{file} is in the old format (.ppt, .pot)", "{file} 是旧格式（.ppt、.pot）"),
        _SAVE_AGAIN,
    ),
    "template-encrypted": _error(
        Words("{file} is protected by a password", "{file} 有密码保护"),
        Words(
            "open it in PowerPoint, File → Info → Protect Presentation → Encrypt with Password, "
            "empty the box, and save",
            "请用 PowerPoint 打开：文件 → 信息 → 保护演示文稿 → 用密码进行加密，清空密码后保存",
        ),
    ),
    "template-truncated": _error(
        Words("{file} is cut off: its end is missing", "{file} 不完整：结尾缺失"),
        Words("copy or download it again", "请重新复制或下载"),
    ),
    "template-damaged": _error(
        Words("{file} is damaged: {part}", "{file} 已损坏：{part}"),
        Words(
            "open it in PowerPoint, which offers to repair it, and save it under a new name: "
            "File → "
            "Save As",
            "请用 PowerPoint 打开并按提示修复，再另存：文件 → 另存为",
        ),
    ),
    "template-many-parts": _error(
        Words(
            "{file} has {count} parts, more than {most}", "{file} 有 {count} 个部件，多于 {most} 个"
        ),
        Words(
            "open it in PowerPoint; click the first slide on the left, Ctrl+A, Delete; View → "
            "Slide Master, on the left right-click each layout that nobody uses → Delete Layout; "
            "save",
            "请用 PowerPoint 打开：在左侧点第一页，按 Ctrl+A 再按 Delete 删去示例页；"
            "视图 → 幻灯片母版，在左侧右键点没用的版式 → 删除版式；保存",
        ),
    ),
    "template-expands": _error(
        Words("{file} expands to more than {most} MB", "{file} 展开后超过 {most} MB"),
        _SAVE_AGAIN,
    ),
    "template-large-part": _error(
        Words("{part} in {file} is larger than {most} MB", "{file} 里的 {part} 超过 {most} MB"),
        Words(
            "media is a picture, a film or a sound, embeddings an object of another program: find "
            "the large one in PowerPoint and delete it, or make pictures smaller: Picture Format "
            "→ Compress Pictures → E-mail (96 ppi) → OK; save",
            "media 是图片、影片或声音，embeddings 是其他程序的对象：请在 PowerPoint 里找到最大的"
            "那个删去，图片也可以压小：图片格式 → 压缩图片 → 电子邮件(96 ppi) → 确定；保存",
        ),
    ),
    "template-bomb": _error(
        Words(
            "{part} in {file} is packed more than {most} times: no program packs so",
            "{file} 里的 {part} 压缩超过 {most} 倍：没有软件这样保存",
        ),
        _SAVE_AGAIN,
    ),
    "template-leads-out": _error(
        Words(
            "{part} in {file} is a name that leads out of it", "{file} 里的名称 {part} 指向文件之外"
        ),
        _SAVE_AGAIN,
    ),
    "template-twice": _error(
        Words("{part} is twice in {file}", "{file} 里 {part} 出现了两次"),
        _SAVE_AGAIN,
    ),
    "template-doctype": _error(
        Words(
            "{part} in {file} declares a document type, which no Office file has",
            "{file} 里的 {part} 有文档类型声明（DOCTYPE），Office 文件没有这个",
        ),
        _SAVE_AGAIN,
    ),
    "template-no-master": _error(
        Words("{file} has no slide master", "{file} 没有幻灯片母版"),
        Words(
            "open it by File → Open in PowerPoint; View → Slide Master → Insert Slide Master → "
            "Slide Master → Close Master View; File → Save; then have this report made again",
            "请在 PowerPoint 里用 文件 → 打开 打开它（不要双击）；视图 → 幻灯片母版 → "
            "插入幻灯片母版 → 关闭母版视图；文件 → 保存；然后重新出一份报告",
        ),
    ),
    "template-no-layouts": _error(
        Words("{file} has no layouts", "{file} 没有版式"),
        Words(
            "open it by File → Open in PowerPoint; View → Slide Master → Insert Layout (one is "
            "enough) → Slide Master → Close Master View; File → Save; then have this report made "
            "again",
            "请在 PowerPoint 里用 文件 → 打开 打开它（不要双击）；视图 → 幻灯片母版 → 插入版式"
            "（一个就够）→ 关闭母版视图；文件 → 保存；然后重新出一份报告",
        ),
    ),
    "template-changed": Message(
        severity="warning",
        sentence=Words(
            "{file} has changed since template.lock.yaml was written",
            "{file} 在写好 template.lock.yaml 之后改过",
        ),
        hint=Words(
            "look at the choices, then briefgen template {file} --lock",
            "请看一遍选择，再运行 briefgen template {file} --lock",
        ),
        means=_LOCK,
    ),
    "template-outside": _error(
        Words("{file} lies outside the project", "{file} 在项目之外"),
        Words(
            "copy it into the project, or name it on the command line: --template {file}",
            "请把它复制到项目里，或在命令行指定：--template {file}",
        ),
        Words(
            "Only files of the project are read, and never through a link out of it.",
            "只读项目里的文件，不跟着链接到项目之外。",
        ),
    ),
    "template-no-room": Message(
        severity="warning",
        sentence=Words(
            "the template’s layout for {layout} has no room for a picture or figures; they are "
            "left out",
            "模板的{layout}版式放不下图片或数字，已略去",
        ),
        hint=Words(
            "put them on a slide of their own, or make room: View → Slide Master",
            "请另用一页放，或在视图 → 幻灯片母版里腾出空处",
        ),
        means=Words(
            "Covers, sections and closings have the places that the template gives them.",
            "封面、章节页和封底只用模板给的位置。",
        ),
    ),
    "template-no-picture": _error(
        Words("the template has no picture {name}", "模板里没有图片 {name}"),
        Words("{offer}", "{offer}"),
        _LOCK,
    ),
    "template-lock-unreadable": _error(
        Words("template.lock.yaml cannot be read: {why}", "读不了 template.lock.yaml：{why}"),
        Words("mend its permissions", "请改正它的读取权限"),
        _LOCK,
    ),
    "template-lock-role": _error(
        Words("layouts do not serve as “{role}”", "没有“{role}”这种用途"),
        Words("{offer}", "{offer}"),
        _LOCK,
    ),
    "template-no-layout": _error(
        Words("the template has no layout “{name}”", "模板里没有版式“{name}”"),
        Words("{offer}", "{offer}"),
        Words(
            "Layouts go by the names that Slide Master shows; the second of a name is “name #2”.",
            "版式用幻灯片母版里显示的名称；重名的第二个写作“名称 #2”。",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {}
