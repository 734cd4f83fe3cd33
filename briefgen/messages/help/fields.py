"""What the fields of an outline are for, in Chinese, by what they say in English; those of kinds
stand apart."""

from __future__ import annotations

from collections.abc import Mapping

# What may be written.
TYPES: Mapping[str, str] = {
    "list of": "列表",
    "by id:": "按 id 写",
    "yes or no": "yes 或 no",
    "whole number": "整数",
    "number": "数",
    "text": "文字",
    "word": "词",
}

OUTLINE_FIELDS: Mapping[str, str] = {
    # brief/model.py
    "Whether each measure follows the one before.": "各项举措是否一步接一步。",
    # brief/graphic.py
    "What it is called, in up to 8 characters of Chinese.": "名称，中文最多 8 个字。",
    "A few words on it.": "一句简短的说明。",
    "Its figure; with share, progress and units it is drawn.": (
        "它的数字；share、progress、units 会把它画出来。"
    ),
    "With progress: the figure that is aimed at.": "progress 用：目标数字。",
    "With icons: the name of one; see assets/icons.": "icons 用：图标名，见 assets/icons。",
    "With compass: where it lies.": "compass 用：在哪个方向。",
    "With ribbon: whether it lies ahead.": "ribbon 用：是否尚未到来。",
    "axis: beads on a line. steps: tiers in the order given. rings: one in the other, from the "
    "outermost. compass: directions from a centre. ribbon: a road to a date. share: percentages as "
    "squares of 100. progress: bars up to targets. units: one square for so much. icons: a picture "
    "for each.": (
        "axis：一条线上的节点。steps：按所写顺序的台阶。rings：由外到内的同心圆。"
        "compass：从中心指向各方。ribbon：通向某个日期的路。share：百格图表示百分比。"
        "progress：朝目标推进的条。units：一格代表多少。icons：每项一个图标。"
    ),
    "{text, note, figure, target, icon, to, ahead}": (
        "{text, note, figure, target, icon, to, ahead}"
    ),
    "Further points: figures, named as in the ledger.": "更多要点：数字的 id，名称按台账。",
    "With axis: what its two ends are called.": "axis 用：两端各叫什么。",
    "With axis: a figure that says how long it is.": "axis 用：表示长度的数字。",
    "With compass: what it starts from.": "compass 用：中心是什么。",
    "What is drawn, in a few words.": "图的标题，几个字。",
    "What it leaves out, in one line.": "图中没有表示的内容，一行。",
    # brief/model.py
    "For all text: Noto Sans SC, fonts/Rare.ttf.": "全部文字的字体：Noto Sans SC、fonts/Rare.ttf。",
    "Before them for letters and digits, and in English.": "字母、数字和英文优先用的字体。",
    "The figure's id.": "数字的 id。",
    "A label here, instead of the ledger's.": "此处的名称，代替台账里的。",
    "A few words below it.": "下方一句简短的说明。",
    "A few words.": "几个字。",
    "What it means, in a sentence.": "一句话说明它的意思。",
    "Its path in the project: PNG, JPEG, GIF, WebP or TIFF.": (
        "项目内的路径：PNG、JPEG、GIF、WebP 或 TIFF。"
    ),
    "What it shows, in a sentence; for those who cannot see it.": (
        "一句话说明画面内容，供看不见的人听读。"
    ),
    "Whose it is; shown below it.": "图片归属，显示在图下。",
    "What must stay when it is cropped: right and down, such as 50% 30%.": (
        "裁切时必须保留的位置：向右、向下，如 50% 30%。"
    ),
    "Its path in the project: PNG, or SVG, which stays a drawing.": (
        "项目内的路径：PNG，或保持矢量的 SVG。"
    ),
    "Whose it is; else the organisation's.": "标志归属；不写则为本单位。",
    "Its path in the project, such as data/output.csv.": "项目内的路径，如 data/output.csv。",
    "Their headings as in the file, all if absent; the first names rows.": (
        "按文件里的列标题；不写则取全部；第一列是行名。"
    ),
    "The sheet of an XLSX file; the first one if absent.": "XLSX 的工作表；不写则取第一张。",
    "Only these, by name, in order.": "只取这些行，按名称和顺序。",
    "Of bare numbers, where no heading says it in brackets.": (
        "列标题的括号里没写单位时，这些数的单位。"
    ),
    "The row of the headings, from 1, where they are not found by themselves.": (
        "列标题在第几行（从 1 数），自动找不到时写。"
    ),
    "What stands before decimals, where a file may mean either.": (
        "小数点用什么符号，文件两可时写。"
    ),
    "A few words: 讨论稿, 第2稿, Draft.": "几个字：讨论稿、第2稿、Draft。",
    "Whether they stand large behind the text as well.": "是否同时以大字斜置于正文之后。",
    "Its name, in 2 to 8 characters of Chinese.": "名称，中文 2 到 8 个字。",
    "What is done.": "做什么。",
    "What it leads to.": "达到什么目标。",
    "One sentence for the printed page.": "印在单页上的一句话。",
    "How it is done.": "怎么做。",
    "The most important first.": "最重要的写在最前。",
    "What is drawn of it; see the kind graphic.": "它的图，见 graphic 页型。",
    "What the speaker says.": "讲稿（备注）。",
    "The name of an icon; see assets/icons.": "图标名，见 assets/icons。",
    "The date, as it is to be read; or 2024-02-21.": "日期，按想显示的样子写；或 2024-02-21。",
    "What happens then.": "那时发生什么。",
    "Whether it lies ahead; else its figures say so, if all are aims or plans.": (
        "是否尚未到来（目标）；不写则看其中的数字，全是目标或计划的即是。"
    ),
    "Whether it stands out among the others.": "是否突出显示。",
    # outline/written.py
    "The name of the files made, without their endings; the project's if absent.": (
        "生成文件的名称，不含扩展名；不写则用项目文件夹的名称。"
    ),
    "The title of the cover and of the printed page.": "封面和单页的标题。",
    "Shown on the cover.": "显示在封面上。",
    "ISO 8601: 2024, 2024-02 or 2024-02-21.": "按 ISO 8601：2024、2024-02 或 2024-02-21。",
    "The date in other words.": "日期的其他写法。",
    "The language of plain strings: zh-Hans, zh-Hant or en.": (
        "正文所用语言：zh-Hans、zh-Hant 或 en。"
    ),
    "The name of a theme; see `briefgen themes`.": "主题名，见 `briefgen themes`。",
    "A .pptx or .potx that decks stand on; see `briefgen template FILE`.": (
        "演示文稿套用的 .pptx 或 .potx，见 `briefgen template FILE`。"
    ),
    "A few words at the foot of each slide.": "每页页脚的几个字。",
    "What this version is called among the audiences'.": "本版本在各受众版本中叫什么。",
    "What every slide and page is marked as: 讨论稿; or {text, across: yes}.": (
        "每页的标记：讨论稿；或 {text, across: yes}。"
    ),
    "A PNG or SVG, on cover, slides and page: its path, or {file, alt}.": (
        "封面、各页和单页上的 PNG 或 SVG：路径，或 {file, alt}。"
    ),
    "How long the talk may take.": "讲多少分钟。",
    "Whose wording traditional Chinese follows; whose dates, quotes and paper English.": (
        "繁体中文按哪里的用语；英文按哪里的日期、引号和纸张。"
    ),
    "What quotes become in traditional Chinese: 「」 or “”.": "繁体中文的引号：「」或“”。",
    "Whether slide titles have a line in another language.": "标题下是否加一行另一种语言。",
    "How the deck goes from slide to slide.": "换页方式。",
    "The faces of prints; the theme's if absent.": "印刷品的字体；不写则用主题的。",
    "Its path in the project, such as seeds/report.txt; none for your own numbers.": (
        "项目内的路径，如 seeds/report.txt；自己的数字不用写。"
    ),
    "Numbers typed by hand: off (counted alone), note, warn, or strict (errors).": (
        "手写的数字：off（只计数）、note（提示）、warn（警告）、strict（错误）。"
    ),
    "Why its numbers typed by hand are not checked: 现场估算，会后核实.": (
        "这一页手写的数字为什么不核对：现场估算，会后核实。"
    ),
    "Its title.": "标题。",
    "What 元 and $ are in it, where not RMB: HKD, TWD, USD …": (
        "文中的元和 $ 若不是人民币，是什么：HKD、TWD、USD……"
    ),
    "Damaged words, and what they were.": "损坏的字词及其原文。",
    "Number, scale and unit as the source writes them: 1.3万家.": (
        "数、量级、单位，按来源写法：1.3万家。"
    ),
    "actual (it was so), stock (so many there are), plan (it is decided), target (it is aimed at), "
    "derived (by a formula).": (
        "actual（已经如此）、stock（现有这么多）、plan（已定的计划）、target（争取的目标）、"
        "derived（由算式推算）。"
    ),
    "What it counts, in 4 to 12 characters of Chinese.": "数的是什么，中文 4 到 12 个字。",
    "The unit, where the value leaves it out.": "值里没写单位时的单位。",
    "As in the quote: 超, 约, 力争, 不低于 …": "与原句一致：超、约、力争、不低于……",
    "A source's id; may be left out where there is one.": "来源的 id；只有一个来源时可不写。",
    "The sentence, word for word; none if its source has no file.": (
        "原句，一字不差；来源没有文件时不写。"
    ),
    "Whether somebody has looked at its reading: “no” in a draft.": (
        "读法是否有人核对过；草稿中为 no。"
    ),
    "Words of the quote beside the number, where it has several.": (
        "原句里有几个数时，这个数旁边的字词。"
    ),
    "The quote in other languages.": "原句的其他语言译文。",
    "Of a derived figure: + - * / ( ) over figures' ids.": (
        "推算数字：用 id 和 + - * / ( ) 写成算式。"
    ),
    "The id of the whole that this is a part of.": "它所属总数的 id。",
    "The kind of slide; see `briefgen kinds`.": "页型，见 `briefgen kinds`。",
    "By which audiences change it; made from the kind if absent.": (
        "供受众文件引用；不写则由页型名生成。"
    ),
    "What the slide says, as a sentence.": "这一页的结论，写成一句话。",
    "Whether it is left out of the show.": "放映时是否跳过。",
    "How long the speaker takes for it.": "这一页讲几分钟。",
    "Whether its items come in one by one, at clicks.": "各项是否单击后逐条出现。",
    "The topic it belongs to, whose pane is lit at its head.": "所属专题，页头对应的窗格会点亮。",
    "What stands at its foot, by number: texts say [^1].": "页脚的脚注，按编号；正文里写 [^1]。",
    "The layout of the template that it stands on, where its kind is not to say.": (
        "用模板的哪个版式；不写则由页型决定。"
    ),
    "Figures of one unit.": "同一单位的数字。",
    "The figure that stands out; the first if absent.": "突出显示的数字；不写则为第一个。",
    "A picture that is understood at a glance, or articles.": "一图读懂，或文章式。",
    "What the page says, as a sentence of up to 28 characters of Chinese.": (
        "单页的结论，一句话，中文最多 28 个字。"
    ),
    "Up to 110 characters of Chinese; in pictures, where there is room.": (
        "中文最多 110 个字；一图读懂里有空位才放。"
    ),
    "The strip of leading figures; what stands elsewhere on the page is not repeated.": (
        "页首的数字；页面别处已有的不再重复。"
    ),
    "In pictures, where there is room.": "一图读懂的页面里，放得下才有。",
    "Topics' ids, in order.": "专题的 id，按顺序。",
    "Definitions, in one line.": "口径，一行。",
    "An address for more; printed as a QR code too.": "更多信息的网址，同时印成二维码。",
    "The sheet; a3 is folded to A4. If absent, the reader's: a4 or letter.": (
        "纸张；a3 对折成 A4。不写则按读者所在地：a4 或 letter。"
    ),
    "Columns of the topics; as fits if absent.": "专题分几栏；不写则自动。",
    "How much of its band the chart takes.": "图表占所在横栏的多少。",
    "The least size of running text.": "正文的最小字号。",
    "Slides on each sheet of the handout.": "讲义每页放几张。",
    "Whether handouts of six have cover, section slides and closing too.": (
        "每页六张的讲义是否也放封面、章节页和结束页。"
    ),
    "How large they are: 16:9, 16:10, 4:3, a4, a4 upright, or 25.4cm x 19.05cm.": (
        "页面大小：16:9、16:10、4:3、a4、a4 upright，或 25.4cm x 19.05cm。"
    ),
    "How it is said.": "怎么说。",
    "What it means, in words that stand beside its first use.": "释义，写在首次出现处旁边。",
    "Files beside this one.": "与本文件放在一起的其他文件。",
    "Texts, by id.": "来源文本，按 id。",
    "The ledger, by id.": "数字台账，按 id。",
    "The content itself.": "内容本身。",
    "The slides; made from the topics if absent.": "各页；不写则由专题生成。",
    "Terms in traditional Chinese: 软件: 軟件.": "繁体用语：软件: 軟件。",
    "Terms to be explained at first use.": "首次出现时要解释的术语。",
    "Units of its own: 标准盒: {en: standard boxes}.": "自定单位：标准盒: {en: standard boxes}。",
    "Terms that no title is broken in.": "标题换行时不拆开的词。",
    "Names whose number words are no figures.": "含数字但不是数字的名称。",
}
