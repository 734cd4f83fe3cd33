"""Measure line breaking: a newspaper article at forty widths, by this engine and by others.

    python tests/benchmarks/bench_breaking.py [--widths 40]

Sets every paragraph and heading of the shipped article as ragged-right text in the shipped face
with briefgen, with reportlab's `wordWrap="CJK"`, and with WeasyPrint and Typst where they are
installed (`pip install weasyprint typst`). One proofreader counts in all of them what CLREQ and
UAX #14 forbid. Prints one table: milliseconds for the article at one width, and violations.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

from violations import Violations, together, violations  # noqa: E402

FONT = ROOT / "assets" / "fonts" / "NotoSansSC-Regular.ttf"
SIZE = 10.5
Set = list[list[str]]
# Sets the paragraphs to a width in points, and times itself: its lines, and the seconds.
Engine = Callable[[list[str], float], tuple[Set, float]]


def briefgen() -> Engine:
    from briefgen.geometry import pt
    from briefgen.typography.fonts import load_fonts
    from briefgen.typography.paragraph import set_text
    from briefgen.typography.text import Paragraph, Run, Style

    fonts, style = load_fonts(), Style(pt(SIZE))

    def set_(texts: list[str], width: float) -> tuple[Set, float]:
        start = time.perf_counter()
        made = [
            set_text([Paragraph((Run(text, style),), pt(16))], pt(width), fonts, medium="print")
            for text in texts
        ]
        seconds = time.perf_counter() - start
        return [[line.text for line in text.lines] for text in made], seconds

    return set_


def reportlab() -> Engine:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph

    pdfmetrics.registerFont(TTFont("Face", FONT))
    style = ParagraphStyle("cjk", fontName="Face", fontSize=SIZE, leading=16, wordWrap="CJK")

    def words(line: object) -> str:
        # A line is (space left, words) where one font runs through, else it holds fragments.
        plain = line[1] if isinstance(line, tuple) else None
        if plain is None:
            return "".join(word.text for word in line.words)  # type: ignore[attr-defined]
        return "".join(plain) if isinstance(plain, list) else str(plain)

    def set_(texts: list[str], width: float) -> tuple[Set, float]:
        start = time.perf_counter()
        made = [Paragraph(text, style) for text in texts]
        for paragraph in made:
            paragraph.wrap(width, 10**6)
        seconds = time.perf_counter() - start
        return [[words(line) for line in paragraph.blPara.lines] for paragraph in made], seconds

    return set_


def weasyprint() -> Engine:
    from weasyprint import CSS, HTML
    from weasyprint.formatting_structure.boxes import LineBox, TextBox
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    face = f"@font-face {{ font-family: Face; src: url({FONT.as_uri()}) }}"

    def set_(texts: list[str], width: float) -> tuple[Set, float]:
        body = "".join(f"<p>{text}</p>" for text in texts)
        css = (
            f"@page {{ size: {width}pt 60000pt; margin: 0 }} body {{ margin: 0 }}"
            f"p {{ margin: 0; font: {SIZE}pt/16pt Face; line-break: strict }} {face}"
        )
        start = time.perf_counter()
        sheet = CSS(string=css, font_config=fonts)
        page = HTML(string=f"<html lang=zh-Hans><body>{body}").render(
            font_config=fonts, stylesheets=[sheet]
        )
        seconds = time.perf_counter() - start
        made: Set = []
        for box in page.pages[0]._page_box.descendants():
            if box.element_tag == "p" and not isinstance(box, LineBox | TextBox):
                made.append([])
            elif isinstance(box, LineBox):
                inside = box.descendants()
                made[-1].append("".join(t.text for t in inside if isinstance(t, TextBox)))
        return made, seconds

    return set_


def typst() -> Engine:
    import pypdfium2
    import typst

    def set_(texts: list[str], width: float) -> tuple[Set, float]:
        body = "#pagebreak()".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in texts)
        source = (
            f"#set page(width: {width}pt, height: auto, margin: 0pt)\n"
            f'#set text(font: "Noto Sans SC", size: {SIZE}pt, lang: "zh", region: "cn")\n'
            f'#set par(linebreaks: "optimized")\n{body}'
        )
        start = time.perf_counter()
        pdf = typst.compile(source.encode(), font_paths=[FONT.parent], ignore_system_fonts=True)
        seconds = time.perf_counter() - start
        with pypdfium2.PdfDocument(pdf) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
        return [re.split(r"\r?\n", page.strip()) for page in pages], seconds

    return set_


ENGINES = {
    "briefgen": briefgen,
    "reportlab CJK": reportlab,
    "WeasyPrint": weasyprint,
    "Typst": typst,
}
PACKAGES = {"WeasyPrint": "weasyprint", "Typst": "typst"}


def solid(lines: list[str]) -> str:
    return re.sub(r"\s", "", "".join(lines))


def told_apart(text: str, lines: list[str]) -> list[str]:
    """The text cut where the lines end; a reader of files may add or drop white space in them."""
    ends = dict(enumerate((m.end() for m in re.finditer(r"\S", text)), start=1))
    made, count, at = [], 0, 0
    for line in lines[:-1]:
        count += len(solid([line]))
        made.append(text[at : ends.get(count, at)])
        at = ends.get(count, at)
    return [*made, text[at:]]


def measured(
    engine: Engine, texts: list[str], widths: list[float]
) -> tuple[list[float], int, Violations]:
    """The seconds at each width, the number of lines, and what is wrong in them."""
    seconds, found, count = [], [], 0
    for width in widths:
        made, taken = engine(texts, width)
        seconds.append(taken)
        for text, lines in zip(texts, made, strict=True):
            assert solid(lines) == solid([text]), f"text was lost: {lines}"
            found.append(violations(told_apart(text, lines)))
            count += len(lines)
    return seconds, count, together(found)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--widths", type=int, default=40)
    steps = options.parse_args().widths
    article = (ROOT / "seeds" / "guangzhou-six.txt").read_text("utf-8")
    texts = [line.strip("# ") for line in article.splitlines() if line.strip()]
    widths = [SIZE * (8 + n) for n in range(steps)]
    print(f"{len(texts)} paragraphs, {sum(map(len, texts))} characters, {steps} widths")
    names = tuple(Violations().counts())
    heads = "".join(f"{name:>11}" for name in names)
    print(f"{'':14}{'first ms':>9}{'later ms':>9}{'lines':>8}{heads}")
    for name, make in ENGINES.items():
        try:
            engine = make()
        except (ImportError, OSError) as why:
            print(f"{name:14}not measured: {why} (pip install {PACKAGES.get(name, name)})")
            continue
        seconds, lines, found = measured(engine, texts, widths)
        later = sum(seconds[1:]) / max(1, len(seconds) - 1)
        counts = "".join(f"{count:11}" for count in found.counts().values())
        print(f"{name:14}{seconds[0] * 1000:9.1f}{later * 1000:9.1f}{lines:8}{counts}")


if __name__ == "__main__":
    main()
