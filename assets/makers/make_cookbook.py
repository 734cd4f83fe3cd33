"""Make the cookbook, content/README.md: each kind of slide with a picture and its YAML to copy.

    python assets/makers/make_cookbook.py

Words are those of the help in Chinese, lines those of the gallery; a test holds the text to them.
Pictures are the gallery's pages as our own renderer draws them, and a sheet of all for the README.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from textwrap import indent

from PIL import Image

from briefgen.answers.gallery import outline
from briefgen.answers.kinds_told import to_copy
from briefgen.build import Request, load
from briefgen.formats import composed
from briefgen.kinds import kinds
from briefgen.messages.help import KINDS
from briefgen.problems import Problems
from briefgen.render.png import render as png

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "assets" / "pictures"
COOKBOOK = ROOT / "content" / "README.md"
THEME, WIDTH, COLOURS = "neutral", 560, 96
ACROSS, SMALL, GAP = 6, 240, 10

HEAD = """\
# 菜谱：每种页型一张图、一段可以照抄的写法

下面的内容是虚构的“滨江新区”，每段 YAML 都可以直接放进 `deck:` 下面，改成自己的话。
`data:` 后面是项目里的 CSV 或 Excel 文件，`{编号}` 引用台账 `figures:` 里的数字；
图表也可以不用文件，直接写 `header:` 和 `rows:`。
`briefgen new 文件夹` 建的项目里有 `examples/examples.yaml`，就是这一份，连同数据。

同样的内容在终端里看：`briefgen kinds 页型名`。能写的全部在 [REFERENCE](REFERENCE.md)（英文）。
"""

# How kinds are listed: what people look for together.
GROUPS = {
    "开头和结尾": ("cover", "agenda", "section", "closing"),
    "文字": (
        "bullets", "text", "statement", "two-column", "compare", "cards", "summary", "quote",
        "actions",
    ),
    "数字": ("kpi", "big-number", "table", "sources"),
    "图表": (
        "bar", "column", "grouped", "stacked", "combo", "trend", "area", "pie", "donut",
        "part-whole", "waterfall", "change", "dumbbell", "bullet", "multiples", "scatter",
    ),
    "过程和关系": (
        "timeline", "process", "cycle", "roadmap", "gantt", "org", "layers", "matrix",
        "pyramid", "schematic", "graphic",
    ),
    "图片": ("image", "case"),
    "专题": ("topics", "topic"),
}  # fmt: skip


def text() -> str:
    """The cookbook, in Markdown."""
    parts = [HEAD]
    for group, names in GROUPS.items():
        parts.append(f"## {group}\n")
        for name in names:
            kind = KINDS[name]
            # As deep as in a project, to be pasted below `deck:`.
            lines = indent(to_copy(name, "zh"), "  ")
            parts.append(
                f"### {kind.name} `{name}`\n\n{kind.purpose}\n\n"
                f'<img src="../assets/pictures/kinds/{name}.png" width="{WIDTH}" '
                f'alt="{kind.name}">\n\n```yaml\n{lines}\n```\n'
            )
    return "\n".join(parts)


def pages() -> dict[str, Image.Image]:
    """A page of each kind, the one whose lines are shown."""
    loaded = load(Request(outline(), ("base",), theme=THEME))
    scene = composed(loaded.briefs["base"], loaded.themes["base"], "deck", Problems())
    ids = [page.id for page in scene.pages]
    drawn = png(scene, 110)
    found: dict[str, Image.Image] = {}
    for name in kinds():
        written = re.search(r"\bid: ([\w-]+)", to_copy(name, "zh"))
        of_kind = (slide.id for slide in loaded.briefs["base"].deck if slide.kind == name)
        id = written[1] if written else next(of_kind)
        number = next(n for n, each in enumerate(ids) if each == id or each.startswith(f"{id}-"))
        found[name] = Image.open(BytesIO(drawn[number])).convert("RGB")
    return found


def small(image: Image.Image, width: int) -> Image.Image:
    high = round(image.height * width / image.width)
    return image.resize((width, high), Image.Resampling.LANCZOS)


def saved(image: Image.Image, path: Path) -> None:
    few = image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def sheet(images: list[Image.Image]) -> Image.Image:
    """All pages on one sheet, row by row."""
    thumbs = [small(image, SMALL) for image in images]
    high = thumbs[0].height
    rows = -(-len(thumbs) // ACROSS)
    whole = Image.new("RGB", (ACROSS * (SMALL + GAP) + GAP, rows * (high + GAP) + GAP), "#d9d9d9")
    for number, thumb in enumerate(thumbs):
        x, y = number % ACROSS, number // ACROSS
        whole.paste(thumb, (GAP + x * (SMALL + GAP), GAP + y * (high + GAP)))
    return whole


def main() -> None:
    COOKBOOK.write_text(text(), "utf-8")
    made = pages()
    (PICTURES / "kinds").mkdir(exist_ok=True)
    for name, image in made.items():
        saved(small(image, WIDTH), PICTURES / "kinds" / f"{name}.png")
    saved(
        sheet([made[name] for names in GROUPS.values() for name in names]), PICTURES / "kinds.png"
    )


if __name__ == "__main__":
    main()
