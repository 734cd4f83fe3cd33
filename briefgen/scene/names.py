"""Turn the name of an item, a layout or a prompt into the language of its file.

Whoever composes names things in simplified Chinese, after what they are (要点 2, 柱 天河区); the
selection pane, the layout menu and the tags of a file in another language say the same in that one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefgen.patterns import pattern

# What a thing is called in traditional Chinese, and in English.
_NAMES: Mapping[str, tuple[str, str]] = {
    # Layouts
    "封面": ("封面", "Cover"),
    "目录": ("目錄", "Contents"),
    "目录（两栏）": ("目錄（兩欄）", "Contents (two columns)"),
    "章节": ("章節", "Section"),
    "标题与正文": ("標題與正文", "Title and text"),
    "两栏": ("兩欄", "Two columns"),
    "三栏": ("三欄", "Three columns"),
    "四栏": ("四欄", "Four columns"),
    "六格": ("六格", "Six cells"),
    "逐条": ("逐條", "Rows"),
    "逐条（两栏）": ("逐條（兩欄）", "Rows (two columns)"),
    "图与说明": ("圖與説明", "Chart and text"),
    "路线图": ("路線圖", "Roadmap"),
    "图文案例": ("圖文案例", "Case"),
    "仅标题": ("僅標題", "Title only"),
    "金句": ("金句", "Quotation"),
    "封底": ("封底", "Closing"),
    # Placeholders and their prompts
    "标题": ("標題", "Title"),
    "标题：写一个结论": ("標題：寫一個結論", "Title: state a conclusion"),
    "副标题": ("副標題", "Subtitle"),
    "第二语言的标题": ("第二語言的標題", "Title in the second language"),
    "正文": ("正文", "Text"),
    "单位与日期": ("單位與日期", "Organisation and date"),
    "章节标题": ("章節標題", "Section title"),
    "章节序号": ("章節序號", "Section number"),
    "章节名": ("章節名", "Section name"),
    "导语": ("導語", "Lead"),
    "结语": ("結語", "Closing lines"),
    "引文": ("引文", "Quoted words"),
    "出处": ("出處", "Source"),
    "图片": ("圖片", "Picture"),
    "图片来源": ("圖片來源", "Picture credit"),
    "注": ("註", "Note"),
    "注：口径与出处": ("註：口徑與出處", "Note: definitions and sources"),
    "页脚": ("頁腳", "Footer"),
    "日期": ("日期", "Date"),
    "页码": ("頁碼", "Slide number"),
    "备注": ("備忘稿", "Notes"),
    "幻灯片图像": ("投影片影像", "Slide image"),
    # Decoration
    "页签": ("頁籤", "Tab"),
    "标题线": ("標題線", "Title rule"),
    "章节色块": ("章節色塊", "Section panel"),
    "目录色块": ("目錄色塊", "Contents panel"),
    "山墙": ("山牆", "Gable"),
    "山墙线": ("山牆線", "Gable line"),
    "水面": ("水面", "Water"),
    "水光": ("水光", "Ripple"),
    "分隔线": ("分隔線", "Divider"),
    "引文线": ("引文線", "Quotation rule"),
    "卡片线": ("卡片線", "Card rule"),
    "页脚线": ("頁腳線", "Footer rule"),
    "刊头": ("刊頭", "Masthead"),
    "刊头线": ("刊頭線", "Masthead rule"),
    "书写线": ("書寫線", "Ruled line"),
    "备注线": ("備忘線", "Notes rule"),
    "幻灯片底": ("投影片底", "Slide ground"),
    "幻灯片框": ("投影片框", "Slide frame"),
    "线": ("線", "Rule"),
    "色块": ("色塊", "Swatch"),
    "图标": ("圖示", "Icon"),
    "专题图标": ("專題圖示", "Topic icon"),
    "二维码": ("二維碼", "QR code"),
    "二维码底": ("二維碼底", "QR code ground"),
    "进度": ("進度", "Progress"),
    "进度段": ("進度段", "Progress step"),
    # Content
    "序号": ("序號", "Number"),
    "要点": ("要點", "Point"),
    "数字": ("數字", "Figure"),
    "说明": ("説明", "Text"),
    "来源": ("來源", "Source"),
    "卡片": ("卡片", "Card"),
    "栏头": ("欄頭", "Column head"),
    "栏目": ("欄目", "Column"),
    "举措": ("舉措", "Effort"),
    "举措要点": ("舉措要點", "Measures"),
    "目标": ("目標", "Goal"),
    "总用时": ("總用時", "Total minutes"),
    "用时": ("用時", "Minutes"),
    "步骤": ("步驟", "Step"),
    "阶段": ("階段", "Phase"),
    "任务": ("任務", "task"),
    "示意": ("示意", "Schematic"),
    "连线": ("連線", "Link"),
    "连线说明": ("連線説明", "Link text"),
    "节点": ("節點", "Node"),
    "时间": ("時間", "Date"),
    "时间线": ("時間線", "Timeline"),
    "事件": ("事件", "Event"),
    "时间轴": ("時間軸", "Timeline"),
    "时间轴（目标）": ("時間軸（目標）", "Timeline (target)"),
    # Charts, as they are drawn
    "图表": ("圖表", "Chart"),
    "图注": ("圖註", "Chart note"),
    "轴": ("軸", "Axis"),
    "垂线": ("垂線", "Drop line"),
    "格线": ("格線", "Grid line"),
    "刻度": ("刻度", "Tick"),
    "单位": ("單位", "Unit"),
    "整体": ("整體", "Whole"),
    "合计": ("合計", "Total"),
    "类": ("類", "Category"),
    "值": ("值", "Value"),
    "条": ("條", "Bar"),
    "柱": ("柱", "Column"),
    "段": ("段", "Segment"),
    "段名": ("段名", "Segment name"),
    "弧": ("弧", "Arc"),
    "面": ("面", "Area"),
    "点": ("點", "Dot"),
    "前": ("前", "Before"),
    "后": ("後", "After"),
    "线条名": ("線條名", "Line name"),
}
_PIECES = pattern(r"(\d+)")


@lru_cache(maxsize=4096)
def in_language(name: str, language: str) -> str:
    """`name` in the language of a tag (BCP 47). What names no kind of thing stays as it is.

    >>> in_language("要点 2", "en"), in_language("要点 2", "zh-HK"), in_language("柱 天河", "en")
    ('Point 2', '要點 2', 'Column 天河')
    """
    tag = language.lower()
    if not tag.startswith("en") and not tag.startswith(("zh-hant", "zh-hk", "zh-mo", "zh-tw")):
        return name
    english = tag.startswith("en")
    head, space, rest = name.partition(" ")
    pieces = [piece for piece in _PIECES.split(head) if piece]
    if not all(piece in _NAMES or piece.isdecimal() for piece in pieces):
        return name
    said = [_NAMES[piece][english] if piece in _NAMES else piece for piece in pieces]
    return (" " if english else "").join(said) + space + rest
