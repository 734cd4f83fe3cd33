"""What the doctor says of a template, and what to click in PowerPoint."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.doctor_added import ROLES
from briefgen.messages.doctor_places import advice
from briefgen.messages.entry import Message, Words

_PART_OF = Words(
    "What runs or leads out of the file does not travel into a deck: macros, ActiveX, objects of "
    "other programs, data of add-ins, links to files. Links to web pages stay.",
    "会运行或指向文件之外的内容不带进演示文稿：宏、ActiveX、其他程序的对象、加载项数据、"
    "文件链接。网页链接保留。",
)
_LOCK = Words(
    "template.lock.yaml beside the template says which layout serves as what; what is written "
    "there "
    "comes before what briefgen finds by itself.",
    "模板旁的 template.lock.yaml 写明哪个版式用作什么；里面写的优先于自动判断的。",
)
_FACES = Words(
    "A deck names faces; they have to be on the machine that shows it. A face that is not there is "
    "replaced, and lines then break otherwise.",
    "演示文稿只写字体名称，播放的电脑上要有这些字体；没有就会被替换，换行也会变。",
)


MESSAGES: Mapping[str, Message] = {
    "template-face-rare": advice(
        "warning",
        Words(
            "the font “{face}” comes with neither Windows nor Office; who lacks it sees another",
            "字体“{face}”不随 Windows 或 Office 提供；没装的人看到的是别的字体",
        ),
        Words(
            "View → Slide Master → {first}Fonts → Customize Fonts → {fields} → Save; or, to keep "
            "“{face}”, have that font installed on each machine that shows decks, and change "
            "nothing here",
            "视图 → 幻灯片母版 → {first}字体 → 自定义字体 → {fields} → 保存；"
            "若要保留“{face}”，请在播放的电脑上都装好这种字体，这里就不用改",
        ),
        _FACES,
    ),
    "template-face-empty": advice(
        "note",
        Words(
            "the theme names no Chinese font; decks get {faces} in their own copy",
            "主题没有指定中文字体；生成的演示文稿里填{faces}",
        ),
        Words(
            "nothing to do; to choose another: View → Slide Master → Fonts → Customize Fonts → "
            "Heading font (Asian), Body font (Asian)",
            "不用处理；要换：视图 → 幻灯片母版 → 字体 → 自定义字体 → "
            "标题字体(中文)、正文字体(中文)",
        ),
        _FACES,
    ),
    "template-left-macros": advice(
        "note",
        Words("macros stay behind", "宏不带走"),
        Words(
            "nothing to do; to be rid of them: File → Save As → PowerPoint Template (.potx)",
            "不用处理；要去掉：文件 → 另存为 → PowerPoint 模板（.potx）",
        ),
        _PART_OF,
    ),
    "template-left-control": advice(
        "note",
        Words(
            "{count} ActiveX {count:control stays|controls stay} behind; on {where}",
            "{count} 个 ActiveX 控件不带走；在{where}上",
        ),
        Words(
            "if it was to be seen, put a picture in its place: View → Slide Master → Insert → "
            "Pictures",
            "若需要显示，请换成图片：视图 → 幻灯片母版 → 插入 → 图片",
        ),
        _PART_OF,
    ),
    "template-left-object": advice(
        "note",
        Words(
            "{count} embedded {count:object stays|objects stay} behind; what is seen of them "
            "becomes a picture; on {where}",
            "{count} 个嵌入对象不带走，看得见的部分留作图片；在{where}上",
        ),
        Words(
            "nothing to do; to be rid of them: View → Slide Master, do this for each of {where}: "
            "click it on the left, click the object, press Delete",
            "不用处理；要去掉：视图 → 幻灯片母版，在左侧依次点{where}（每个都照做），"
            "选中对象按 Delete",
        ),
        _PART_OF,
    ),
    "template-left-outside": advice(
        "note",
        Words(
            "{count} {count:link to a file or action stays|links to files or actions stay} "
            "behind; on {where}",
            "{count} 个指向文件或动作的链接不带走；在{where}上",
        ),
        Words(
            "if a linked picture is missing: File → Info → Edit Links to Files → Break Link, and "
            "save",
            "若缺了链接的图片：文件 → 信息 → 编辑指向文件的链接 → 断开链接，然后保存",
        ),
        _PART_OF,
    ),
    "template-left-addin": advice(
        "note",
        Words(
            "{count} {count:part of an add-in stays|parts of add-ins stay} behind",
            "{count} 处加载项数据不带走",
        ),
        Words("nothing to do", "不用处理"),
        _PART_OF,
    ),
    "template-samples": advice(
        "note",
        Words(
            "{count} sample {count:slide stays|slides stay} behind: they show what layouts are "
            "used for",
            "{count} 张示例页不带走，只用来判断版式的用途",
        ),
        Words("nothing to do", "不用处理"),
        ROLES,
    ),
    "template-masters": advice(
        "note",
        Words(
            "of {count} masters {master} is used{also}; all stay in the deck",
            "共 {count} 个母版，用的是{master}{also}；其余也留在文件里",
        ),
        Words(
            "nothing to do; to use another ({others}): run briefgen template {file} --lock, open "
            "template.lock.yaml beside it in Notepad, write its name between the quotation marks "
            "after master: and change nothing else, save: all kinds of pages then stand on its "
            "layouts, but for those that you chose yourself",
            "不用处理；要用别的（{others}）：运行 briefgen template {file} --lock，"
            "用记事本打开旁边的 template.lock.yaml，只把 master: 后面引号里的名字改成它，保存："
            "各类页面就都改用它的版式（你自己改过的那几类除外）",
        ),
        _LOCK,
    ),
}

PHRASES: Mapping[str, Words] = {
    "field-major-latin": Words("Heading font (Latin)", "标题字体(西文)"),
    "field-major-asian": Words("Heading font (Asian)", "标题字体(中文)"),
    "field-minor-latin": Words("Body font (Latin)", "正文字体(西文)"),
    "field-minor-asian": Words("Body font (Asian)", "正文字体(中文)"),
    "field-latin": Words("{fields:and}: choose Arial", "{fields:and}选 Arial"),
    "field-asian": Words(
        "{fields:and}: choose Microsoft YaHei (微软雅黑; nothing to do where there is no such "
        "field)",
        "{fields:and}选 微软雅黑",
    ),
    "masters-also": Words("; {roles:and}: {master}", "，{roles:and}用{master}"),
    "masters-alone": Words("", ""),
    "role-cover": Words("cover", "封面"),
    "role-agenda": Words("contents", "目录"),
    "role-section": Words("section", "章节"),
    "role-content": Words("title and content", "标题和内容"),
    "role-two": Words("two columns", "两栏"),
    "role-title-only": Words("title only", "仅标题"),
    "role-picture": Words("picture and text", "图片与文字"),
    "role-blank": Words("blank", "空白"),
    "role-closing": Words("closing", "封底"),
    # Placeholders.
    "holder-title": Words("title", "标题"),
    "holder-subtitle": Words("subtitle", "副标题"),
    "holder-text": Words("text", "文字"),
    "holder-content": Words("content", "内容"),
    "holder-picture": Words("picture", "图片"),
    "holder-chart": Words("chart", "图表"),
    "holder-table": Words("table", "表格"),
    "holder-diagram": Words("SmartArt", "SmartArt"),
    "holder-media": Words("media", "媒体"),
    "holder-footer": Words("footer", "页脚"),
    "holder-date": Words("date", "日期"),
    "holder-number": Words("slide number", "页码"),
    # The report.
    "verdict-usable": Words("usable", "可用"),
    "verdict-changes": Words("usable; better after the changes below", "可用；按下面改一改更好"),
    "verdict-refuse": Words("cannot be used", "不能用"),
    "doctor-verdict": Words("{file}: {verdict}", "{file}：{verdict}"),
    "doctor-size": Words(
        "{width} × {height} cm ({ratio}); {masters} {masters:master|masters}, {layouts} "
        "{layouts:layout|layouts}, {slides} sample {slides:slide|slides}",
        "{width} × {height} 厘米（{ratio}）；{masters} 个母版、{layouts} 个版式、{slides} 张示例页",
    ),
    "doctor-made": Words(
        "; {count} more {count:layout is|layouts are} made of sample slides, and not to be found "
        "in PowerPoint’s Slide Master view",
        "；另有 {count} 个版式取自示例页，在 PowerPoint 的母版视图里找不到",
    ),
    "doctor-roles": Words("Which layout serves as what (or else):", "哪个版式用作什么（次选）："),
    "doctor-instead": Words("– (uses: {layout})", "–（用：{layout}）"),
    "doctor-none": Words(
        "  (–: the template has no layout that suits; the one in brackets serves, nothing to do "
        "but what is listed below)",
        "  （–：模板没有适合的版式，用括号里的代替；下面没提到就不用处理）",
    ),
    "doctor-said": Words("as you chose in template.lock.yaml", "你在 template.lock.yaml 里选的"),
    "doctor-near": Words("or {layout}, much like it", "也很像：{layout}"),
    "doctor-next": Words("or {layout}", "次选：{layout}"),
    "doctor-room": Words(
        "Room for content, and its place from the left and the top:",
        "可放内容的区域，及距左、距上：",
    ),
    "doctor-large": Words("{width} × {height} cm", "{width} × {height} 厘米"),
    "doctor-again": Words(
        "When it is done: Slide Master → Close Master View, File → Save, and send the file back to "
        "whoever gave you this report, who checks it (or run briefgen template {file} yourself).",
        "改完：幻灯片母版 → 关闭母版视图，文件 → 保存，再把文件发回给提供这份报告的人检查"
        "（或自己运行 briefgen template {file}）。",
    ),
    "doctor-from": Words("at {left}, {top} cm", "距左 {left}、距上 {top} 厘米"),
    "doctor-look": Words("Fonts and colours:", "字体和颜色："),
    "doctor-headings": Words("headings", "标题字体"),
    "doctor-text": Words("text", "正文字体"),
    "doctor-accents": Words(
        "accents 1–6, and their contrast to the slide (3:1 is enough)",
        "着色 1–6 及其与页面底色的对比（3:1 够用）",
    ),
    "doctor-replaced": Words("in decks {colour}", "生成时用 {colour}"),
    "doctor-layouts": Words(
        "Layouts, their placeholders, and the sample slides on them:",
        "各版式的占位符，以及用到它的示例页：",
    ),
    "doctor-used": Words("used on {count:slide|slides} {slides}", "第 {slides} 页"),
    "doctor-filled": Words(
        "{faces} (the Chinese font is filled in: the theme names none)",
        "{faces}（主题没有指定中文字体，生成时补上）",
    ),
    "doctor-open": Words(
        "First open the file: in PowerPoint File → Open → Browse → {file} (a double click opens an "
        "unnamed copy instead).",
        "先打开文件：在 PowerPoint 里用 文件 → 打开 → 浏览，选 {file}"
        "（不要双击，双击打开的是未命名的副本）。",
    ),
    "doctor-hover": Words(
        "(Slide Master shows small pictures on the left: a large one for each master, its layouts "
        "below it; hold the pointer on one to see its name. Positions are from the top left "
        "corner.)",
        "（幻灯片母版视图左侧是缩略图：大的是母版，下面小的是它的版式；鼠标停在上面看名字。"
        "位置都从左上角算。）",
    ),
    "doctor-first": Words(
        "(Do only no. 1 now and save, then send the file back to whoever gave you this report for "
        "a new one, or run briefgen template {file}. The others only show what may come: wait for "
        "the new report.)",
        "（现在只做第 1 处并保存，再把文件发回给提供这份报告的人，请他重新出一份（或自己运行 "
        "briefgen template {file}）。后面几处只是预告，等新报告再做。）",
    ),
    "doctor-order": Words(
        "(Do them in this order: the others need no. 1.)", "（按顺序做：后面几处要先做第 1 处。）"
    ),
    "doctor-decks": Words(
        "(“Decks” are the presentations that briefgen makes on this template. It does not touch "
        "the template: the changes below you make yourself.)",
        "（“生成的演示文稿”指 briefgen 用这个模板做出来的 PPT。它不改模板：下面要改的由你来改。）",
    ),
    "doctor-changes": Words(
        "{count} {count:thing|things} to change in PowerPoint:", "在 PowerPoint 里改 {count} 处："
    ),
    "doctor-notes": Words("For your information:", "供参考："),
    "doctor-refused": Words("{file}: cannot be used", "{file}：不能用"),
    "lock-written": Words(
        "{path} written: change a name there to change a choice",
        "已写出 {path}：改里面的版式名称就改变选择",
    ),
}
