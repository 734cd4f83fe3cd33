"""What is wrong with the data files that slides name."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_KEEP_SMALL = Words(
    "keep what the slides show in a file of its own", "请把页面要用的内容另存为一个小文件"
)
_SMALL_TABLE = Words(
    "What a slide shows comes from a small table; more than this is a database, and would be read "
    "for every build.",
    "一页能展示的只是一张小表；再大就是数据库了，每次生成都要读一遍。",
)
_INSIDE = Words(
    "Only files of the project are read, and never through a link out of it: an outline that "
    "somebody sends cannot reach anything else on the machine.",
    "只读项目里的文件，也不跟着链接到项目之外：别人发来的提纲碰不到电脑上的其他文件。",
)
_BY_NAME = Words(
    "Columns and rows are named by the words that stand in the file: columns by the first row, "
    "rows by the first of the named columns.",
    "列和行用文件里的文字来指：列看第一行的表头，行看所选第一列的文字。",
)
_HEADINGS = Words(
    "Headings stand in the first row that holds those of `columns`; what is above is a title. "
    "Where they are not found so, `header_row` says which row it is. A heading over several "
    "columns goes before theirs: 产值 2023年.",
    "表头是含有 columns 各名称的第一行，它上面的算标题。找不到时用 header_row 写明在第几行。"
    "跨几列的表头写在各列的前面：产值 2023年。",
)
_SEEN = Words(
    "A workbook is read as somebody sees it who opens it: in the digits and dates that its number "
    "formats show, without what is hidden.",
    "工作簿按打开时看到的样子来读：数字和日期按单元格格式，隐藏的不读。",
)
_UNITS = Words(
    "A number without its unit is no statement. It stands in a heading's brackets, in the cells, "
    "in `unit`, or in a line such as 单位：亿元 above the headings.",
    "没有单位的数说明不了什么。单位写在列名的括号里、单元格里、unit 里，"
    "或表头上方的“单位：亿元”里。",
)
_DECIMALS = Words(
    "In many countries a comma stands before decimals: 1,250 may be one and a quarter there. "
    "A group of thousands has three digits, and none begins with 0.",
    "许多国家用逗号作小数点，1,250 可能是一又四分之一。千位分节每节三位，首节不以 0 开头。",
)

MESSAGES: Mapping[str, Message] = {
    "data-unreadable": Message(
        severity="error",
        sentence=Words("{file} cannot be read: {why}", "读不了 {file}：{why}"),
        hint=Words("give the path of a file of this project", "请写本项目里一个文件的路径"),
        means=_INSIDE,
        wrong="data: {file: data/gone.csv, columns: [区, 产值]}",
        right="data: {file: data/output.csv, columns: [区, 产值]}",
    ),
    "data-format": Message(
        severity="error",
        sentence=Words("{file} is neither CSV nor XLSX", "{file} 既不是 CSV，也不是 XLSX"),
        hint=Words("save it as .xlsx, or as CSV in UTF-8", "请另存为 .xlsx，或 UTF-8 编码的 CSV"),
        means=Words(
            "Tables are read from CSV (.csv, .tsv, .txt) and XLSX; the ending of the name says "
            "which it is.",
            "表格只读 CSV（.csv、.tsv、.txt）和 XLSX，凭文件名的结尾分辨。",
        ),
        wrong="data: {file: data/output.ods, columns: [区, 产值]}",
        right="data: {file: data/output.csv, columns: [区, 产值]}",
    ),
    "data-too-large": Message(
        severity="error",
        sentence=Words(
            "{file} has {size} MB; a data file may have {most} MB",
            "{file} 有 {size} MB，而数据文件不能超过 {most} MB",
        ),
        hint=_KEEP_SMALL,
        means=_SMALL_TABLE,
    ),
    "data-too-many-rows": Message(
        severity="error",
        sentence=Words("{file} has more than {most} rows", "{file} 超过 {most} 行"),
        hint=_KEEP_SMALL,
        means=_SMALL_TABLE,
    ),
    "data-too-many-columns": Message(
        severity="error",
        sentence=Words("{file} has more than {most} columns", "{file} 超过 {most} 列"),
        hint=_KEEP_SMALL,
        means=_SMALL_TABLE,
    ),
    "data-no-rows": Message(
        severity="error",
        sentence=Words("{file} has no rows under a row of headings", "{file} 的表头下面没有数据行"),
        hint=Words("name the columns in the first row", "第一行写列名，数据从第二行写起"),
        means=_BY_NAME,
        wrong="天河,7000亿元",
        right="区,产值\n天河,7000亿元",
    ),
    "no-header-row": Message(
        severity="error",
        sentence=Words(
            "{file} has nothing in row {row}, where the headings are to stand",
            "{file} 的第 {row} 行是空的，而表头应在这一行",
        ),
        hint=Words("count its rows from 1, blank ones too", "从 1 数起，空行也算"),
        means=_HEADINGS,
        wrong="data: {file: data/output.csv, columns: [区, 产值], header_row: 9}",
        right="data: {file: data/output.csv, columns: [区, 产值], header_row: 1}",
    ),
    "data-unit": Message(
        severity="error",
        sentence=Words("“{unit}” is not a unit", "“{unit}”不是单位"),
        hint=Words("write 亿元, 家, % …", "请写“亿元”“家”“%”等"),
        means=Words(
            "`unit` of a data file is the unit of values that name none, as a number would be "
            "followed by it.",
            "数据文件的 unit 是没有写单位的数值所用的单位，写法与紧跟在数字后面时一样。",
        ),
        wrong="data: {file: data/output.csv, columns: [区, 产值], unit: 很多}",
        right="data: {file: data/output.csv, columns: [区, 产值], unit: 亿元}",
    ),
    "row-short": Message(
        severity="warning",
        sentence=Words(
            "the row “{name}” of {file} has {cells} cells, where {columns} are wanted: the last "
            "are taken for empty",
            "{file} 的“{name}”一行只有 {cells} 格，应有 {columns} 格：缺的按空白处理",
        ),
        hint=Words(
            "if a cell in the middle is missing, put it in; for one without a value write -",
            "如果中间漏了一格，请补上；没有数值的格子写“-”",
        ),
        means=Words(
            "In a CSV file every row has as many cells as the headings. One that has fewer may "
            "have lost a cell in its middle, and then its values stand under the wrong headings.",
            "CSV 文件每行的格数应与标题相同。少了一格，可能是中间漏写，后面的数值就会错列。",
        ),
    ),
    "unknown-column": Message(
        severity="error",
        sentence=Words("{file} has no column “{name}”", "{file} 里没有“{name}”这一列"),
        hint=Words(
            "{offer}; headings are looked for in row {row}, another one is header_row: 2",
            "{offer} 表头是在第 {row} 行找的；在别的行，就写 header_row: 2 这样的行号",
        ),
        means=_HEADINGS,
        wrong="data: {file: data/output.csv, columns: [区, 产业]}",
        right="data: {file: data/output.csv, columns: [区, 产值]}",
    ),
    "unknown-row": Message(
        severity="error",
        sentence=Words("{file} has no row “{name}”", "{file} 里没有“{name}”这一行"),
        hint=Words("{offer}", "{offer}"),
        means=_BY_NAME,
        wrong="data: {file: data/output.csv, columns: [区, 产值], rows: [天和]}",
        right="data: {file: data/output.csv, columns: [区, 产值], rows: [天河]}",
    ),
    "column-twice": Message(
        severity="error",
        sentence=Words(
            "{file} has {count} columns called “{name}”", "{file} 里有 {count} 列都叫“{name}”"
        ),
        hint=Words("give each column a heading of its own", "请给每一列起不同的列名"),
        means=_BY_NAME,
        wrong="区,产值,产值\n天河,7000亿元,6800亿元",
        right="区,产值,上年产值\n天河,7000亿元,6800亿元",
    ),
    "row-twice": Message(
        severity="error",
        sentence=Words("{count} rows are called “{name}”", "有 {count} 行都叫“{name}”"),
        hint=Words(
            "name each row in the column “{column}”", "请在“{column}”一列给每一行起不同的名称"
        ),
        means=_BY_NAME,
        wrong="区,产值\n天河,7000亿元\n天河,6800亿元",
        right="区,产值\n天河,7000亿元\n越秀,6800亿元",
    ),
    "row-without-name": Message(
        severity="error",
        sentence=Words("this row has no name", "这一行没有名称"),
        hint=Words("name each row in the column “{column}”", "请在“{column}”一列写上它的名称"),
        means=_BY_NAME,
        wrong="区,产值\n天河,7000亿元\n,6800亿元",
        right="区,产值\n天河,7000亿元\n越秀,6800亿元",
    ),
    "bad-csv": Message(
        severity="error",
        sentence=Words(
            "a quotation mark is not closed, or stands within a field",
            "英文引号没有收尾，或出现在字段中间",
        ),
        hint=Words(
            'write a field that holds quotes as "…", each quote in it twice',
            '含英文引号的字段整个写成 "…"，里面的引号各写两个',
        ),
        means=Words(
            "In CSV (RFC 4180) a field in double quotes may hold commas and line ends; a quote in "
            "it is written twice.",
            "按 CSV 的规定（RFC 4180），双引号里的字段可以含逗号和换行，其中的引号要写两个。",
        ),
        wrong='区,产值\n"天河"区,7000亿元',
        right='区,产值\n"""天河""区",7000亿元\n天河区,7000亿元',
    ),
    "bad-workbook": Message(
        severity="error",
        sentence=Words("{file} {why}", "{file} {why}"),
        hint=Words(
            "open it in Excel or WPS and save it as .xlsx without a password or macros",
            "请用 Excel 或 WPS 打开，另存为不带密码、不带宏的 .xlsx",
        ),
        means=Words(
            "Of a workbook the stored values are read, and nothing in it is run. One that is "
            "locked, damaged, or holds what no table needs is not opened.",
            "工作簿只读存好的值，里面的东西一概不运行。加密的、损坏的、带有表格用不着的内容的，都不打开。",
        ),
    ),
    "unknown-sheet": Message(
        severity="error",
        sentence=Words("{file} has no sheet “{sheet}”", "{file} 里没有工作表“{sheet}”"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "`sheet` names a sheet of the workbook as its tab does; without it the first is read.",
            "sheet 写工作表标签上的名称；不写就读第一张。",
        ),
        wrong="data: {file: data/output.xlsx, sheet: 三, columns: [区, 产值]}",
        right="data: {file: data/output.xlsx, sheet: 表, columns: [区, 产值]}",
    ),
    "hidden-sheet": Message(
        severity="error",
        sentence=Words(
            "the sheet “{sheet}” of {file} is hidden", "{file} 的工作表“{sheet}”是隐藏的"
        ),
        hint=Words(
            "show it in the workbook, or name another", "请在工作簿里取消隐藏，或改用别的表"
        ),
        means=_SEEN,
    ),
    "hidden-column": Message(
        severity="error",
        sentence=Words(
            "the column “{name}” of {file} is hidden", "{file} 的“{name}”这一列是隐藏的"
        ),
        hint=Words(
            "show it in the workbook, or leave it out", "请在工作簿里取消隐藏，或不用这一列"
        ),
        means=_SEEN,
    ),
    "hidden-row": Message(
        severity="error",
        sentence=Words("the row “{name}” of {file} is hidden", "{file} 的“{name}”这一行是隐藏的"),
        hint=Words(
            "show it in the workbook, or leave it out", "请在工作簿里取消隐藏，或不用这一行"
        ),
        means=_SEEN,
    ),
    "data-hidden": Message(
        severity="warning",
        sentence=Words(
            "of {file} is left out what is hidden: {what}", "{file} 里隐藏的没有读：{what}"
        ),
        means=_SEEN,
    ),
    "read-as-gb18030": Message(
        severity="note",
        sentence=Words("{file} is read as GB 18030", "{file} 按 GB 18030 编码读取"),
        means=Words(
            "Tables in UTF-8 are read as that. One that is none, and is Chinese text in GB 18030 "
            "without a fault, as Excel on Chinese Windows saves CSV, is read as that.",
            "表格按 UTF-8 读；不是 UTF-8、而完全符合 GB 18030 的中文，就按 GB 18030 读，"
            "中文 Windows 上 Excel 存的 CSV 就是这样。",
        ),
    ),
    "decimal-or-thousands": Message(
        severity="error",
        sentence=Words(
            "the comma in “{words}” may stand before decimals or part thousands",
            "“{words}”里的逗号可能是小数点，也可能是千位分节",
        ),
        hint=Words(
            'say so: data: {{decimal: ","}}, or "."; else write it without a comma',
            '请写明 data: {{decimal: ","}} 或 "."；或改成不带逗号的写法',
        ),
        means=_DECIMALS,
        wrong="区;产值\n天河;1,250\n越秀;0,5",
        right="区;产值\n天河;1.250\n越秀;0.5",
    ),
    "no-decimal-comma": Message(
        severity="error",
        sentence=Words(
            "“{words}” is no number with a decimal comma", "“{words}”不是用逗号作小数点的数"
        ),
        hint=Words(
            'write it as in 1.234,5, or leave out decimal: ","',
            '请写成 1.234,5，或去掉 decimal: ","',
        ),
        means=_DECIMALS,
    ),
    "unit-above": Message(
        severity="note",
        sentence=Words(
            "“{unit}”, which stands above the headings of {file}, is the unit of {names}",
            "{file} 表头上方写的单位“{unit}”用于：{names}",
        ),
        means=_UNITS,
    ),
    "no-unit-above": Message(
        severity="warning",
        sentence=Words(
            "“{unit}”, which stands above the headings, is not one unit; {names} have none",
            "表头上方写的“{unit}”不是一个单位，这几列没有单位：{names}",
        ),
        hint=Words(
            "write each column's unit behind its heading: 产值（亿元）",
            "请把各列的单位写在列名后面：产值（亿元）",
        ),
        means=_UNITS,
    ),
    "heading-unit": Message(
        severity="warning",
        sentence=Words(
            "“{unit}” in the heading “{heading}” is not a unit that is known; the heading is shown "
            "as it is written",
            "表头“{heading}”里的“{unit}”不是已知的单位，表头照原样显示",
        ),
        hint=Words("write 亿元, 家, % …", "请写“亿元”“家”“%”等"),
        means=_UNITS,
    ),
    "formula-unsaved": Message(
        severity="warning",
        sentence=Words(
            "the formula in {cell} has no stored value, so that nothing is shown for it",
            "{cell} 的公式没有存下结果，所以显示为空",
        ),
        hint=Words("save the file in Excel or WPS", "请用 Excel 或 WPS 打开并保存这个文件"),
        means=_SEEN,
    ),
    "cell-error": Message(
        severity="error",
        sentence=Words("{cell} shows the error {words}", "{cell} 显示的是错误值 {words}"),
        hint=Words("mend its formula", "请改正公式"),
        means=_SEEN,
    ),
    "many-decimals": Message(
        severity="warning",
        sentence=Words(
            "{cell} is shown with all its digits: {words}", "{cell} 的小数位全部显示出来：{words}"
        ),
        hint=Words(
            "give the cell a number format that shows as many as are wanted",
            "请在表格里设定单元格的小数位数",
        ),
        means=_SEEN,
    ),
}

PHRASES: Mapping[str, Words] = {
    "hidden-sheets": Words("the sheets before it: {names}", "它前面的工作表 {names}"),
    "hidden-rows": Words("{count:row|rows} {rows} of {sheet}", "工作表 {sheet} 的第 {rows} 行"),
    "hidden-columns": Words("columns {columns} of {sheet}", "工作表 {sheet} 的 {columns} 列"),
    "has-a-password": Words(
        "has a password, or is an old .xls file", "设有密码，或是旧式的 .xls 文件"
    ),
    "holds-more-columns": Words(
        "holds words in more than {most} columns", "在 {most} 列以外还有内容"
    ),
    "merges-cells-twice": Words(
        "has merged cells that lie over each other in row {row}", "第 {row} 行的合并单元格互相重叠"
    ),
    "unpacks-to-more": Words("unpacks to more than {most} MB", "解压后超过 {most} MB"),
    "holds-too-much": Words(
        "holds a part with more than {most} elements, or one that is longer than any cell",
        "有一个部件超过 {most} 个元素，或某个元素长得不像单元格",
    ),
    "holds-macros": Words("holds macros", "带有宏"),
    "has-a-doctype": Words(
        "has a document type declaration, which no workbook needs",
        "带有文档类型声明，而工作簿用不着它",
    ),
    "no-workbook": Words("is not a workbook, or is damaged", "不是工作簿，或已损坏"),
    "unreadable-workbook": Words(
        "cannot be read as a workbook: {why}", "不能当作工作簿读取（{why}）"
    ),
}
