"""Tables as nobody would choose them for an example: of few cells and of many, with all that may be
asked of one, in turn."""

from __future__ import annotations

HEAD = "brief: {slug: tables, title: Tables, date: 2024-02, language: %s}\ndeck:\n"
WORDS = ("规划编制", "完成前期工作", "已经开工建设，年内建成投用", "科技局", "2024年6月", "—")
ENGLISH = (
    "Plan",
    "Early work",
    "Under way, open within the year",
    "Science",
    "June 2024",
    "–",
)
LONG = ("各区各部门要把责任落实到人，把任务分解到季度，每月一报、每季一评、年底交账，", 3)
LONG_ENGLISH = ("Every district names who does it and reports by the month, by the quarter ", 3)
# Rows, columns.
SIZES = ((1, 2), (3, 3), (5, 8), (9, 4), (15, 6), (22, 5), (40, 3), (7, 14))
# What stands in the columns after the first, in turn.
COLUMNS = ("words", "number", "share", "mixed", "word", "money", "none")
MORE = (
    "",
    "bold: ['2'], coloured: ['3'], ",
    "bold: [], note: 口径不含农村。, ",
    "coloured: ['1', '2'], rows_per_slide: 6, ",
    "total: yes, ",
    "widths: yes, bold: ['1', '2'], ",
)


def _cell(column: str, row: int, chinese: bool) -> str:
    words = WORDS if chinese else ENGLISH
    long, times = LONG if chinese else LONG_ENGLISH
    match column:
        case "number":
            return f"'{(row * 7919 + 31) % 100000:,}'"
        case "share":
            return f"{(row * 37) % 1000 / 10 - 20:.1f}%"
        case "money":
            return f"{row * 3 + 2}亿元" if chinese else f"'RMB {row * 3 + 2} billion'"
        case "mixed":
            return f"'{row}'" if row % 3 else f"'{words[row % 6]}'"
        case "word":
            return f"'{words[0]}'"
        case "none":
            return "''" if row % 2 else "'●'"
        case _:
            return f"'{long * (1 + row % times)}'" if row % 7 == 3 else f"'{words[row % 6]}'"


def _slide(number: int, rows: int, columns: int, chinese: bool) -> str:
    kinds = [COLUMNS[(number + at) % len(COLUMNS)] for at in range(columns - 1)]
    counted = number % 4 == 1
    heads = ["序号" if counted else "事项", *(f"列{at}" for at in range(1, columns))]
    if not chinese:
        heads = ["No." if counted else "Matter", *(f"Column {at}" for at in range(1, columns))]
    lines = []
    for row in range(rows):
        first = f"'{row + 1}'" if counted else f"'{(WORDS if chinese else ENGLISH)[row % 4]}{row}'"
        cells = [first, *(_cell(kind, row, chinese) for kind in kinds)]
        if number % 5 == 2 and columns > 2:
            cells[1] = "^" if row % 3 else cells[1]
            cells[2] = "<" if row % 4 == 2 and not row % 3 else cells[2]
        lines.append(f"[{', '.join(cells)}]")
    if number % 3 == 2:
        last = ["合计" if chinese else "Total", *(f"'{at * 1000}'" for at in range(1, columns))]
        lines.append(f"[{', '.join(last)}]")
    more = MORE[number % len(MORE)]
    total = ", ".join(["合计" if chinese else "All", *(f"'{at}00'" for at in range(1, columns))])
    more = more.replace("total: yes", f"total: [{total}]")
    widths = [2 + at % 3 for at in range(columns)] if columns <= 8 else []
    more = more.replace("widths: yes", f"widths: {widths}")
    head = ", ".join(f"'{head}'" for head in heads)
    id = f"t{number}-{rows}-{columns}"
    return (
        f"- {{id: {id}, kind: table, title: {'表' if chinese else 'Table'}, {more}"
        f"header: [{head}], rows: [{', '.join(lines)}]}}\n"
    )


def tabled(language: str) -> str:
    """An outline with tables of all sizes, each with all that may be asked of it."""
    slides = [
        _slide(number, rows, columns, language != "en")
        for number, (rows, columns) in enumerate(
            size for at in range(len(MORE)) for size in SIZES[at % 2 :: 2]
        )
    ]
    return HEAD % language + "".join(slides)
