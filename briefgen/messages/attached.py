"""What is wrong with the data files and images that slides name."""

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
_IMAGE_SIZE = Words(
    "Images are read whole and put into every output. Beyond this size nobody sees a difference, "
    "and files get too large to send.",
    "图片整张读入，并放进每一份成品。再大也看不出差别，只会让文件大得发不出去。",
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
    "data-no-rows": Message(
        severity="error",
        sentence=Words("{file} has no rows under a row of headings", "{file} 的表头下面没有数据行"),
        hint=Words("name the columns in the first row", "第一行写列名，数据从第二行写起"),
        means=_BY_NAME,
        wrong="天河,7000亿元",
        right="区,产值\n天河,7000亿元",
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
    "unknown-column": Message(
        severity="error",
        sentence=Words("{file} has no column “{name}”", "{file} 里没有“{name}”这一列"),
        hint=Words("{offer}", "{offer}"),
        means=_BY_NAME,
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
    "image-outside": Message(
        severity="error",
        sentence=Words("{file} lies outside the project", "{file} 在项目之外"),
        hint=Words("copy it into the project", "请把它复制到项目里"),
        means=_INSIDE,
    ),
    "image-missing": Message(
        severity="error",
        sentence=Words("{file} is not there", "没有 {file} 这个文件"),
        hint=Words("put it into {folder}/, or mend its path", "请把它放进 {folder}/，或改正路径"),
        means=Words(
            "Paths of images are relative to the project's folder.",
            "图片的路径从项目文件夹写起。",
        ),
        wrong="image: {file: foto.jpg, alt: 江边的楼}",
        right="image: {file: photo.jpg, alt: 江边的楼}",
    ),
    "image-not-a-file": Message(
        severity="error",
        sentence=Words("{file} is not a file", "{file} 不是文件"),
        hint=Words("name an image file of the project", "请指定项目里的一个图片文件"),
        means=Words(
            "A folder, a pipe or a device cannot be read as an image.",
            "文件夹、管道、设备不能当作图片来读。",
        ),
        wrong="image: {file: photos, alt: 江边的楼}",
        right="image: {file: photos/river.jpg, alt: 江边的楼}",
    ),
    "image-unreadable": Message(
        severity="error",
        sentence=Words("{file} cannot be read: {why}", "读不了 {file}：{why}"),
        hint=Words("mend its permissions", "请改正它的读取权限"),
        means=Words(
            "The file is there, but the system does not let briefgen read it.",
            "文件存在，但系统不让 briefgen 读取。",
        ),
    ),
    "image-format": Message(
        severity="error",
        sentence=Words("{file} is no image that briefgen reads", "{file} 不是 briefgen 能读的图片"),
        hint=Words("save it as PNG or JPEG", "请另存为 PNG 或 JPEG"),
        means=Words(
            "PNG, JPEG, GIF, WebP, TIFF and BMP are read. EPS runs programs and SVG reaches other "
            "files, so neither is.",
            "可读 PNG、JPEG、GIF、WebP、TIFF、BMP。EPS 会运行程序，SVG 会读别的文件，所以都不读。",
        ),
        wrong="image: {file: drawing.svg, alt: 江边的楼}",
        right="image: {file: drawing.png, alt: 江边的楼}",
    ),
    "image-damaged": Message(
        severity="error",
        sentence=Words("{file} is damaged ({why})", "{file} 已损坏"),
        hint=Words("save it again as PNG or JPEG", "请重新存为 PNG 或 JPEG"),
        means=Words(
            "The file begins as an image does, but cannot be read to its end: most often it was "
            "cut off while it was copied or sent.",
            "文件开头像图片，却读不到底，多半是复制或传送时断了。",
        ),
    ),
    "image-too-large": Message(
        severity="error",
        sentence=Words("{file} has {size} MB", "{file} 有 {size} MB"),
        hint=Words("make it smaller than {most} MB", "请压到 {most} MB 以内"),
        means=_IMAGE_SIZE,
    ),
    "image-too-many-pixels": Message(
        severity="error",
        sentence=Words("{file} has more than {most} million pixels", "{file} 超过 {most}00 万像素"),
        hint=Words("make it smaller; 3000 × 2000 is ample", "请缩小；3000 × 2000 已经足够"),
        means=_IMAGE_SIZE,
    ),
}

PHRASES: Mapping[str, Words] = {
    "has-a-password": Words(
        "has a password, or is an old .xls file", "设有密码，或是旧式的 .xls 文件"
    ),
    "unpacks-to-more": Words("unpacks to more than {most} MB", "解压后超过 {most} MB"),
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
