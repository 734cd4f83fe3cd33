"""What is wrong with a table, or with one of its rows, when files are made for each row."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_TABLE = Words(
    "The first row that is not blank names the columns; each row below makes files of its own. CSV "
    "(UTF-8 or GB 18030), XLSX and SQLite are read, a row at a time.",
    "第一个非空行是列名，下面每一行各生成一份文件。"
    "可以读 CSV（UTF-8 或 GB 18030）、XLSX 和 SQLite，逐行读取。",
)
_ROW = Words(
    "One row that cannot be used keeps no other from being made. It stands in failed.csv with its "
    "line, and the next run tries it again.",
    "一行用不了，不影响其他行。它和行号一起记在 failed.csv 里，下次运行会再试。",
)
_NAMED = Words(
    "Files of a row are named by a pattern such as 'notice-{{name}}', in which columns stand in "
    "braces. A name never leads out of the folder, and is fit for every system.",
    "每行的文件按模式命名，如 'notice-{{名称}}'，列名写在花括号里。"
    "文件名不会指向文件夹之外，在任何系统上都能用。",
)
_CHANGE_CELL = Words("change the cell, or the pattern of --name", "请改这一格，或改 --name 的模式")

MESSAGES: Mapping[str, Message] = {
    "merge-format": Message(
        severity="error",
        sentence=Words("{file} is no table that can be read", "{file} 不是能读的表格"),
        hint=Words("save it as CSV, XLSX or SQLite", "请另存为 CSV、XLSX 或 SQLite"),
        means=_TABLE,
        wrong="briefgen merge content/outline.yaml list.xls",
        right="briefgen merge content/outline.yaml list.xlsx",
    ),
    "merge-no-file": Message(
        severity="error",
        sentence=Words("{file} is not a regular file", "{file} 不是普通文件"),
        hint=Words("name a file in CSV, XLSX or SQLite", "请指定 CSV、XLSX 或 SQLite 文件"),
        means=_TABLE,
    ),
    "merge-no-sheets": Message(
        severity="error",
        sentence=Words(
            "{file} is one table, and has no sheet “{sheet}”", "{file} 只有一张表，没有“{sheet}”"
        ),
        hint=Words("leave --sheet out", "请去掉 --sheet"),
        means=_TABLE,
    ),
    "merge-empty": Message(
        severity="error",
        sentence=Words("{file} holds nothing", "{file} 里什么也没有"),
        hint=Words("put the columns' names into its first row", "第一行请写列名"),
        means=_TABLE,
    ),
    "merge-no-rows": Message(
        severity="warning",
        sentence=Words("no row of {file} is to be made", "{file} 里没有要生成的行"),
        hint=Words("look at the table, and at --select", "请看看表格，以及 --select"),
        means=_TABLE,
    ),
    "merge-column-twice": Message(
        severity="error",
        sentence=Words("the column “{name}” is there twice", "“{name}”这一列出现了两次"),
        hint=Words("give one of them another name", "请把其中一列改名"),
        means=Words(
            "A column is named by its heading; two of one name cannot be told apart.",
            "列用列名来指，同名的两列分不清。",
        ),
    ),
    "merge-too-wide": Message(
        severity="error",
        sentence=Words("{file} has more than {most} columns", "{file} 超过了 {most} 列"),
        hint=Words("keep those that are used", "请只留用得到的列"),
        means=_TABLE,
    ),
    "merge-row-long": Message(
        severity="error",
        sentence=Words(
            "the row has {cells} cells, where there are {columns} columns",
            "这一行有 {cells} 格，列只有 {columns} 个",
        ),
        hint=Words(
            'put a cell that holds a comma into quotation marks: "…"',
            '含逗号的格请用英文引号括起来："…"',
        ),
        means=_ROW,
    ),
    "merge-row-short": Message(
        severity="error",
        sentence=Words(
            "the row has {cells} cells, where there are {columns} columns",
            "这一行只有 {cells} 格，列有 {columns} 个",
        ),
        hint=Words("write every cell, empty ones too", "每一格都要写，空的也留位置"),
        means=_ROW,
    ),
    "merge-quote-open": Message(
        severity="error",
        sentence=Words(
            "a quotation mark that opens here is never closed", "这里开始的英文引号没有收尾"
        ),
        hint=Words("close it, or write it twice within a field", "请补上，字段里的引号写两个"),
        means=_ROW,
    ),
    "merge-record-long": Message(
        severity="error",
        sentence=Words(
            "the record that begins here has more than {most} characters",
            "这里开始的一条记录超过 {most} 个字符",
        ),
        hint=Words(
            "end each row with a line end, and leave out the columns that are not used",
            "每行请用换行结束，用不到的列请去掉",
        ),
        means=_ROW,
    ),
    "merge-cell-long": Message(
        severity="error",
        sentence=Words(
            "the cell has {length} characters; one may have {most}",
            "这一格有 {length} 字，最多 {most} 字",
        ),
        hint=Words("shorten it, or leave the column out", "请缩短，或去掉这一列"),
        means=_ROW,
    ),
    "merge-infinite": Message(
        severity="error",
        sentence=Words("“{column}” holds a number without an end", "“{column}”里的数是无穷大"),
        hint=Words("write the number, or leave the cell empty", "请写出数值，或留空"),
        means=_ROW,
    ),
    "merge-utf-16": Message(
        severity="error",
        sentence=Words("{file} is in UTF-16", "{file} 是 UTF-16 编码"),
        hint=Words("save it as “CSV UTF-8”", "请另存为“CSV UTF-8”"),
        means=_TABLE,
    ),
    "merge-encoding": Message(
        severity="error",
        sentence=Words(
            "{file} is neither in UTF-8 nor in GB 18030", "{file} 既不是 UTF-8，也不是 GB 18030"
        ),
        hint=Words("save it as “CSV UTF-8”", "请另存为“CSV UTF-8”"),
        means=_TABLE,
    ),
    "merge-database": Message(
        severity="error",
        sentence=Words(
            "{file} cannot be read as SQLite: {said}", "{file} 不能按 SQLite 读取：{said}"
        ),
        means=_TABLE,
    ),
    "merge-no-table": Message(
        severity="error",
        sentence=Words("{file} has no table “{name}”", "{file} 里没有“{name}”这张表"),
        hint=Words("{offer}", "{offer}"),
        means=_TABLE,
    ),
    "merge-tables": Message(
        severity="error",
        sentence=Words("{file} has several tables: {names}", "{file} 里有几张表：{names}"),
        hint=Words("name one with --sheet", "请用 --sheet 指明一张"),
        means=_TABLE,
        wrong="briefgen merge content/outline.yaml data.sqlite",
        right="briefgen merge content/outline.yaml data.sqlite --sheet districts",
    ),
    "merge-blob": Message(
        severity="error",
        sentence=Words(
            "“{column}” holds bytes, and no words", "“{column}”里是二进制数据，不是文字"
        ),
        hint=Words("select columns of text and numbers", "请只选文字和数字列"),
        means=_ROW,
    ),
    "merge-no-column": Message(
        severity="error",
        sentence=Words(
            "“{name}” is no figure, and no column of {table}",
            "“{name}”既不是数字编号，也不是 {table} 的列",
        ),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "`{{name}}` in an outline that is merged is a figure of its ledger, else a column of "
            "the table. Columns are looked for before the first row is made.",
            "合并用的提纲里，`{{名称}}` 先当数字编号，再当表格的列。生成之前先核对列名。",
        ),
        wrong='title: "{{nmae}}"',
        right='title: "{{name}}"',
    ),
    "merge-no-place": Message(
        severity="warning",
        sentence=Words(
            "no column of {table} is named anywhere: every row gives the same",
            "没有一处用到 {table} 的列：每一行生成的都一样",
        ),
        hint=Words("write a column in braces: {{name}}", "把列名写进花括号：{{名称}}"),
        means=_TABLE,
        wrong="title: Annual report",
        right='title: "{{name}}: annual report"',
    ),
    "row-says-nothing": Message(
        severity="error",
        sentence=Words(
            "the text is empty in row {line}: nothing stands in {columns}",
            "第 {line} 行的这段文字是空的：{columns} 里没有内容",
        ),
        hint=Words(
            "fill the cell, or write words beside the placeholder",
            "请填写这一格，或在花括号旁边写上文字",
        ),
        means=_ROW,
    ),
    "merge-name-column": Message(
        severity="error",
        sentence=Words(
            "--name names “{name}”, which is no column: there are {columns}",
            "--name 里的“{name}”不是列名：有 {columns}",
        ),
        means=_NAMED,
        wrong="briefgen merge content/outline.yaml list.csv --name '{{nmae}}'",
        right="briefgen merge content/outline.yaml list.csv --name '{{name}}'",
    ),
    "merge-name-pattern": Message(
        severity="error",
        sentence=Words(
            "--name '{pattern}' is not fit to name files", "--name '{pattern}' 不能用作文件名"
        ),
        hint=Words(
            "write a name, with folders parted by /: '{{city}}/notice-{{name}}'",
            "写文件名，文件夹用 / 隔开：'{{城市}}/notice-{{名称}}'",
        ),
        means=_NAMED,
        wrong="briefgen merge content/outline.yaml list.csv --name '../{{name}}'",
        right="briefgen merge content/outline.yaml list.csv --name '{{name}}'",
    ),
    "merge-name-character": Message(
        severity="error",
        sentence=Words(
            "“{words}” of “{column}” cannot be in a file's name: it holds “{sign}”",
            "“{column}”的“{words}”不能放进文件名：含有“{sign}”",
        ),
        hint=_CHANGE_CELL,
        means=_NAMED,
    ),
    "merge-name-empty": Message(
        severity="error",
        sentence=Words(
            "“{column}” is empty, and the files are named by it",
            "“{column}”是空的，而文件要用它命名",
        ),
        hint=_CHANGE_CELL,
        means=_NAMED,
    ),
    "merge-name-unfit": Message(
        severity="error",
        sentence=Words(
            "“{name}” is a name that some system does not allow", "“{name}”这个文件名有的系统不允许"
        ),
        hint=_CHANGE_CELL,
        means=_NAMED,
    ),
    "merge-name-long": Message(
        severity="error",
        sentence=Words(
            "“{name}” is longer than {most} bytes, which a file's name may have",
            "“{name}”太长：文件名最多 {most} 字节",
        ),
        hint=_CHANGE_CELL,
        means=_NAMED,
    ),
    "merge-name-twice": Message(
        severity="error",
        sentence=Words(
            "row {line} makes files of the same name: {name}",
            "第 {line} 行已用了同样的文件名：{name}",
        ),
        hint=Words(
            "add a column to the pattern of --name that tells them apart",
            "请在 --name 里加一个能区分的列",
        ),
        means=Words(
            "The first row of a name has it. Names that differ by large and small letters alone "
            "are one file on many systems.",
            "同名时归前一行。只差大小写的名字，在许多系统上是同一个文件。",
        ),
        wrong="briefgen merge content/outline.yaml list.csv --name '{{city}}'",
        right="briefgen merge content/outline.yaml list.csv --name '{{city}}-{{line}}'",
    ),
    "merge-select-column": Message(
        severity="error",
        sentence=Words(
            "--select names “{name}”, which is no column: there are {columns}",
            "--select 里的“{name}”不是列名：有 {columns}",
        ),
        means=_TABLE,
    ),
    "merge-select": Message(
        severity="error",
        sentence=Words("--select '{given}' says no rows", "--select '{given}' 没有说明哪些行"),
        hint=Words("write column=words, or lines: 2-10,15", "写“列名=文字”，或行号：2-10,15"),
        means=_TABLE,
        wrong="briefgen merge content/outline.yaml list.csv --select first",
        right="briefgen merge content/outline.yaml list.csv --select 2-10",
    ),
    "no-dask": Message(
        severity="error",
        sentence=Words(
            "--dask needs Dask, which is not installed", "--dask 需要 Dask，这里没有安装"
        ),
        hint=Words("pip install 'briefgen[dask]'", "pip install 'briefgen[dask]'"),
        means=Words(
            "Rows go to a cluster through Dask, which is an extra.",
            "用集群生成要经过 Dask，它是可选安装的。",
        ),
    ),
    "no-cluster": Message(
        severity="error",
        sentence=Words(
            "no scheduler of Dask answers at {address}: {why}",
            "{address} 没有 Dask 调度器应答：{why}",
        ),
        hint=Words("start one: dask scheduler", "请先启动：dask scheduler"),
        means=Words(
            "--dask takes the address of a scheduler, such as tcp://10.0.0.5:8786. Its workers "
            "need the same briefgen, and the project at the same path.",
            "--dask 后面写调度器地址，如 tcp://10.0.0.5:8786。"
            "各节点要装同样的 briefgen，项目路径也要相同。",
        ),
    ),
}
PHRASES: Mapping[str, Words] = {}
