"""A plain script for the same job: python-pptx and reportlab as their tutorials teach them.

    python plain.py OUTLINE REGULAR.ttf BOLD.ttf OUT.pptx OUT.pdf

It reads the same YAML, and writes as many slides, notes, charts and tables as the outline has,
with the default template and platypus. It checks nothing: no fitting, no rules of Chinese line
breaking, no ledger, no layouts, no tags.
"""

import re
import sys
from pathlib import Path
from typing import Any

import yaml
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm, Pt
from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

FACE = "Noto Sans SC"


def read(path: Path) -> dict[str, Any]:
    data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    for name in data.pop("include", []):
        data.update(yaml.load((path.parent / name).read_text("utf-8"), yaml.CSafeLoader))
    return dict(data)


def words(value: Any, data: dict[str, Any]) -> str:
    """The Chinese wording, with the figures written in."""
    if isinstance(value, dict):
        value = value.get("text") or value.get("zh") or next(iter(value.values()))
        return words(value, data)

    def figure(found: re.Match[str]) -> str:
        entry = data["figures"].get(found[1])
        return f"{entry.get('qualifier', '')}{entry['value']}" if entry else found[0]

    return re.sub(r"\{([a-z0-9-]+)(?::\w+)?\}", figure, str(value))


def strings(value: Any, data: dict[str, Any]) -> list[str]:
    if isinstance(value, dict):
        if {"zh", "text"} & value.keys():
            return [words(value, data)]
        return [s for v in value.values() for s in strings(v, data)]
    if isinstance(value, list):
        return [s for v in value for s in strings(v, data)]
    return [words(value, data)]


def number(value: str) -> float:
    found = re.search(r"[\d.]+", str(value))
    return float(found[0]) if found else 1.0


def text(slide: Any, x: float, y: float, w: float, h: float, lines: list[str], size: int) -> None:
    frame = slide.shapes.add_textbox(Cm(x), Cm(y), Cm(w), Cm(h)).text_frame
    frame.word_wrap = True
    for i, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size, run.font.name = line, Pt(size), FACE


def deck(data: dict[str, Any], out: str) -> None:
    show = Presentation()
    show.slide_width, show.slide_height = Cm(33.867), Cm(19.05)
    topics = {topic["id"]: topic for topic in data["topics"]}
    for entry in data["deck"]:
        slide = show.slides.add_slide(show.slide_layouts[5])
        slide.shapes.title.text_frame.text = words(entry.get("title", data["brief"]["title"]), data)
        rest = {k: v for k, v in entry.items() if k not in ("id", "kind", "title", "notes")}
        if entry["kind"] in ("bar", "part-whole"):
            chart = CategoryChartData()
            ids = entry.get("figures") if entry["kind"] == "bar" else entry["parts"]
            chart.categories = [words(data["figures"][i]["label"], data) for i in ids]
            chart.add_series("", [number(data["figures"][i]["value"]) for i in ids])
            made = slide.shapes.add_chart(
                XL_CHART_TYPE.BAR_CLUSTERED, Cm(2), Cm(4), Cm(20), Cm(12), chart
            ).chart
            made.plots[0].has_data_labels = True
        elif entry["kind"] in ("table", "topics", "agenda"):
            rows = entry.get("rows") or [[t["effort"], t["goal"]] for t in data["topics"]]
            grid = slide.shapes.add_table(
                len(rows), len(rows[0]), Cm(2), Cm(4), Cm(30), Cm(12)
            ).table
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    grid.cell(i, j).text = words(cell, data)
        elif entry["kind"] == "topic":
            topic = topics[entry["topic"]]
            for i, measure in enumerate(topic["measures"]):
                text(slide, 2, 4 + 4 * i, 18, 3, strings(measure, data)[1:], 18)
            for i, id in enumerate(topic["figures"]):
                lines = [words(f"{{{id}}}", data), words(data["figures"][id]["label"], data)]
                text(slide, 22, 4 + 4 * i, 10, 3, lines, 30)
        else:
            for i, line in enumerate(strings(rest, data)):
                text(slide, 2, 4 + i, 28, 1, [line], 18)
        notes = words(
            entry.get("notes") or topics.get(entry.get("topic"), {}).get("notes", " "), data
        )
        slide.notes_slide.notes_text_frame.text = notes
    show.save(out)


def page(data: dict[str, Any], regular: str, bold: str, out: str) -> None:
    pdfmetrics.registerFont(TTFont("R", regular))
    pdfmetrics.registerFont(TTFont("B", bold))

    def style(size: float, font: str = "R") -> ParagraphStyle:
        return ParagraphStyle(f"{font}{size}", fontName=font, fontSize=size, leading=size * 1.4,
                              wordWrap="CJK")  # fmt: skip

    w = A4[0] - 32 * mm
    spec = data["page"]
    cells = [
        Paragraph(
            f'<font name="B" size="16">{words(f"{{{i}}}", data)}</font><br/>'
            f"{words(data['figures'][i]['label'], data)}",
            style(9),
        )
        for i in spec["figures"]
    ]
    blocks = [
        [
            Paragraph(words(t["goal"], data), style(12, "B")),
            Paragraph(words(t["summary"], data), style(9)),
        ]
        for t in data["topics"]
    ]
    drawing = Drawing(w, 100)
    bars = HorizontalBarChart()
    bars.x, bars.y, bars.width, bars.height = 65, 5, w - 110, 90
    bars.data = [[number(data["figures"][i]["value"]) for i in spec["chart"]["figures"]]]
    bars.categoryAxis.categoryNames = [
        words(data["figures"][i]["label"], data) for i in spec["chart"]["figures"]
    ]
    bars.categoryAxis.labels.fontName = bars.valueAxis.labels.fontName = "R"
    drawing.add(bars)
    flow = [
        Paragraph(words(data["brief"]["title"], data), style(24, "B")),
        Paragraph(words(spec["lead"], data), style(10)),
        Table([cells], colWidths=[w / len(cells)] * len(cells)),
        Table([blocks[i : i + 3] for i in range(0, len(blocks), 3)], colWidths=[w / 3] * 3),
        drawing,
        *(Paragraph(s, style(9)) for s in strings(spec["timeline"], data)),
        Spacer(1, 4),
        Paragraph(
            "来源：" + words(next(iter(data["sources"].values()))["title"], data), style(7.5)
        ),
    ]
    SimpleDocTemplate(out, pagesize=A4, leftMargin=16 * mm, rightMargin=16 * mm).build(flow)


if __name__ == "__main__":
    outline, regular, bold, pptx, pdf = sys.argv[1:]
    content = read(Path(outline))
    deck(content, pptx)
    page(content, regular, bold, pdf)
