"""What the doctor says of many templates, and what decks on them are, as hashes: titles and numbers
that stand elsewhere, bars, logos and grounds, faces and colours that are missing, layouts of other
names, sample slides. What is right, the other tests of templates say of one thing at a time."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import templates
from outlines import OUTLINE, TOPICS, project
from PIL import Image
from PIL.Image import Resampling
from pptx import Presentation
from prints import held, in_zip
from templates import MASTER, OFFICE, PRESENTATION, TYPES, A, P
from test_template_steps import with_written_cover
from test_template_titled import text
from test_template_worn import sampled

from briefgen.brief.model import Brief
from briefgen.build import BASE, Request, load
from briefgen.formats import FORMATS, composed
from briefgen.problems import Problems
from briefgen.template.doctor import diagnose
from briefgen.template.doctor_text import as_dict, as_text
from briefgen.template.emf import drawn
from briefgen.template.house import house
from briefgen.template.lock import written
from briefgen.template.mended import mended
from briefgen.template.read import open_template
from briefgen.template.themed import printed
from briefgen.template.tokens import palette
from briefgen.theme.model import Theme

pytestmark = pytest.mark.slow

Parts = dict[str, str]
Change = Callable[[Parts], None]
THEME = "ppt/theme/theme1.xml"
W, H = 9_144_000, 6_858_000
CONTENT = """
deck:
  - {kind: cover}
  - {kind: agenda}
  - {kind: section, title: 第一部分, lead: 由此开始}
  - kind: bullets
    id: points
    title: 三点，都在一年里做完
    points: [先做第一件, 再做第二件, 后做第三件]
  - {kind: text, id: prose, title: 两段, text: [第一段文字说明来由。, 第二段文字说明去向。]}
  - {kind: kpi, id: numbers, title: '产值{output}', figures: [output, firms]}
  - kind: two-column
    id: halves
    title: 两栏
    left: {head: 左, points: [甲事]}
    right: {head: 右, points: [丙事]}
  - {kind: table, id: grid, title: 表格, header: [名称, 数量], rows: [[甲, 一], [乙, 二]]}
  - {kind: section, title: 第二部分}
  - {kind: quote, id: said, title: 原话, text: 拥有1.3万家企业, source: article}
  - {kind: topic, id: one, topic: first, title: 创新成轴}
  - {kind: closing, title: 谢谢, lines: [下一步见, 到年底见]}
"""


def layout(number: int) -> str:
    return f"ppt/slideLayouts/slideLayout{number}.xml"


def block(
    x: float, y: float, w: float, h: float, fill: str, name: str = "Bar", rot: int = 0
) -> str:
    """A rectangle; its place in parts of a slide's width and height."""
    turned = f' rot="{rot}"' if rot else ""
    return (
        f'<p:sp {P} {A}><p:nvSpPr><p:cNvPr id="90" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm{turned}><a:off x="{int(x * W)}" y="{int(y * H)}"/>'
        f'<a:ext cx="{int(w * W)}" cy="{int(h * H)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill}</p:spPr></p:sp>"
    )


def grouped(drawn: str, turn: int = 0) -> str:
    """Shapes in a group, which shows them half as large, and at another place."""
    turned = f' rot="{turn}"' if turn else ""
    return (
        f'<p:grpSp {P} {A}><p:nvGrpSpPr><p:cNvPr id="91" name="Group"/><p:cNvGrpSpPr/><p:nvPr/>'
        f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm{turned}><a:off x="{W // 2}" y="0"/>'
        f'<a:ext cx="{W // 2}" cy="{H // 2}"/><a:chOff x="100" y="200"/>'
        f'<a:chExt cx="{W}" cy="{H}"/></a:xfrm></p:grpSpPr>{drawn}</p:grpSp>'
    )


def in_style(drawn: str, fill: int, line: int, colour: str) -> str:
    """A shape whose fill and line are those of the theme's style."""
    named = f'<a:schemeClr val="{colour}"/>'
    style = (
        f'<p:style><a:lnRef idx="{line}">{named}</a:lnRef><a:fillRef idx="{fill}">{named}'
        '</a:fillRef><a:effectRef idx="0"/><a:fontRef idx="minor"/></p:style></p:sp>'
    )
    return drawn.replace("</p:sp>", style)


def solid(colour: str, alpha: int = 0) -> str:
    seen = f'<a:alpha val="{alpha}"/>' if alpha else ""
    kind = "srgbClr" if re.fullmatch("[0-9A-F]{6}", colour) else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{colour}">{seen}</a:{kind}></a:solidFill>'


def run(*colours: str) -> str:
    stops = "".join(
        f'<a:gs pos="{at * 100_000 // (len(colours) - 1)}"><a:srgbClr val="{each}"/></a:gs>'
        for at, each in enumerate(colours)
    )
    return f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'


def below(part: str, *drawn: str) -> Change:
    """Shapes under all others of a part."""
    return sub(part, "</p:grpSpPr>", "</p:grpSpPr>" + "".join(drawn))


def sub(part: str, old: str, new: str, count: int = 1) -> Change:
    def change(parts: Parts) -> None:
        after = re.sub(old, lambda _: new, parts[part], count=count, flags=re.S)
        assert after != parts[part], (part, old)
        parts[part] = after

    return change


def ground(part: str, fill: str) -> Change:
    def change(parts: Parts) -> None:
        there = re.sub(r"<p:bg>.*?</p:bg>", "", parts[part], flags=re.S)
        own = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg><p:spTree>"
        parts[part] = there.replace("<p:spTree>", own, 1)

    return change


def moved(part: str, kind: str, x: float, y: float, w: float, h: float) -> Change:
    """A placeholder to another place, in parts of a slide."""
    place = (
        f'<p:spPr><a:xfrm><a:off x="{int(x * W)}" y="{int(y * H)}"/>'
        f'<a:ext cx="{int(w * W)}" cy="{int(h * H)}"/></a:xfrm>'
    )

    def change(parts: Parts) -> None:
        there = rf"(<p:ph [^>]*{kind}[^>]*/></p:nvPr></p:nvSpPr>)" + _OWN
        found = re.search(there, parts[part], re.S)
        assert found, (part, kind)
        end = "</p:spPr>" if found[0].endswith("/>") else ""
        parts[part] = (
            parts[part][: found.start()] + found[1] + place + end + parts[part][found.end() :]
        )

    return change


def without(part: str, *kinds: str) -> Change:
    def change(parts: Parts) -> None:
        for kind in kinds:
            shape = rf"<p:sp>(?:(?!</p:sp>).)*?<p:ph [^>]*{kind}.*?</p:sp>"
            parts[part] = re.sub(shape, "", parts[part], flags=re.S)

    return change


def named(*names: str) -> Change:
    """Layouts under other names, without types of their own."""

    def change(parts: Parts) -> None:
        for number, name in enumerate(names, 1):
            part = re.sub(r' type="\w+"( preserve)', r"\1", parts[layout(number)], count=1)
            parts[layout(number)] = re.sub(r'cSld name="[^"]*"', f'cSld name="{name}"', part)

    return change


def styled(old: str, new: str) -> Change:
    return sub(MASTER, old, new)


def overridden(parts: Parts) -> None:
    """The layout of sections with a theme of its own (ECMA-376-1, 14.2.8)."""
    name = "ppt/theme/themeOverride1.xml"
    (scheme,) = re.findall("<a:clrScheme.*?</a:clrScheme>", parts[THEME], re.S)
    own = scheme.replace("1F497D", "103018").replace("4F81BD", "30A060")
    parts[name] = f"<a:themeOverride {A}>{own}</a:themeOverride>"
    kind = "application/vnd.openxmlformats-officedocument.themeOverride+xml"
    listed = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    parts[TYPES] = parts[TYPES].replace("</Types>", listed)
    link = (
        f'<Relationship Id="rId88" Type="{OFFICE}/themeOverride" '
        'Target="../theme/themeOverride1.xml"/></Relationships>'
    )
    rels = "ppt/slideLayouts/_rels/slideLayout3.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", link)


def wide(parts: Parts) -> None:
    """As slides of 16:9, with all places as wide as these."""
    sub(PRESENTATION, r"<p:sldSz [^>]*/>", '<p:sldSz cx="12192000" cy="6858000"/>')(parts)
    for name in parts:
        if re.match(r"ppt/slide(?:Layout|Master)s/[^/]+\.xml", name):
            parts[name] = re.sub(
                r'(<a:(?:off x|ext cx)=")(\d+)',
                lambda found: found[1] + str(int(found[2]) * 4 // 3),
                parts[name],
            )


OVERRIDE = (
    '<a:overrideClrMapping bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent2" '
    'accent2="accent1" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
    'hlink="hlink" folHlink="folHlink"/>'
)
EVERY = [layout(number) for number in range(1, 12)]
_OWN = r"<p:spPr(?:/>|>(?:<a:xfrm.*?</a:xfrm>)?)"
VARIANTS: dict[str, tuple[Change, ...]] = {
    "bands": (
        below(
            MASTER, block(0, 0, 1, 0.14, solid("204080")), block(0, 0.95, 1, 0.05, solid("accent2"))
        ),
        moved(MASTER, 'type="title"', 0.05, 0.02, 0.7, 0.1),
        styled(
            'val="tx1"/></a:solidFill><a:latin typeface="\\+mj',
            'val="bg1"/></a:solidFill><a:latin typeface="+mj',
        ),
    ),
    "dark": (
        ground(MASTER, solid("101828")),
        sub(MASTER, 'bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"'),
        sub(
            layout(3),
            "<a:masterClrMapping/>",
            OVERRIDE,
        ),
    ),
    "dark-unmapped": (
        ground(MASTER, solid("182030")),
        below(layout(1), block(0, 0.3, 1, 0.4, solid("F0F0F0"))),
    ),
    "runs": (
        ground(MASTER, run("FFFFFF", "B0C4DE")),
        ground(layout(1), run("102040", "3060A0", "FFFFFF")),
        below(layout(3), block(0, 0.5, 1, 0.5, solid("C00000", 40_000))),
        overridden,
    ),
    "logo": (
        below(MASTER, grouped(block(0.5, 0.1, 0.4, 0.2, solid("2040C0"), "Sign"))),
        below(layout(2), in_style(block(0.02, 0.9, 0.2, 0.05, ""), 1, 2, "accent3")),
        below(layout(3), in_style(block(0.02, 0.9, 0.2, 0.05, ""), 0, 1, "accent4")),
        below(layout(4), grouped(block(0.5, 0.5, 0.4, 0.2, solid("20C040")), 5_400_000)),
        below(MASTER, block(0.78, 0.03, 0.2, 0.12, solid("C00000"), "Logo")),
        below(layout(1), block(0.4, 0.3, 0.2, 0.2, solid("C00000"), "Logo 2")),
        styled('algn="ctr"', 'algn="r"'),
    ),
    "side": (
        below(
            MASTER,
            block(0, 0, 0.2, 1, solid("accent1")),
            block(0.2, 0.85, 0.8, 0.02, solid("808080")),
        ),
        styled('algn="ctr"', 'algn="l"'),
        styled('anchor="ctr"', 'anchor="b"'),
    ),
    "turned": (
        below(MASTER, block(0.8, 0.7, 0.3, 0.3, solid("9BBB59"), "Corner", 2_700_000)),
        below(layout(2), block(-0.1, -0.1, 0.3, 0.3, solid("4BACC6"), "Leaf", 1_200_000)),
        moved(MASTER, 'type="sldNum"', 0.85, 0.9, 0.1, 0.05),
    ),
    "low": (
        moved(MASTER, 'type="title"', 0.05, 0.8, 0.9, 0.12),
        moved(MASTER, 'type="body"', 0.05, 0.05, 0.9, 0.7),
        moved(MASTER, 'type="sldNum"', 0.02, 0.02, 0.05, 0.04),
    ),
    "narrow": (
        moved(layout(2), 'idx="1"', 0.05, 0.25, 0.45, 0.6),
        moved(layout(1), 'type="ctrTitle"', 0.5, 0.1, 0.45, 0.15),
        moved(layout(1), 'type="subTitle"', 0.5, 0.26, 0.45, 0.05),
        moved(layout(3), 'type="title"', 0.1, 0.1, 0.3, 0.05),
    ),
    "untitled": (without(MASTER, '"title"'), *(without(each, "itle") for each in EVERY)),
    "unnumbered": (
        without(MASTER, "sldNum", '"dt"', "ftr"),
        *(without(each, "sldNum", '"dt"', "ftr") for each in EVERY),
        below(MASTER, block(0, 0.93, 0.3, 0.07, solid("204080"))),
    ),
    "some-untitled": (
        without(layout(2), '"title"'),
        without(layout(3), '"title"'),
        without(layout(7), "ftr"),
    ),
    "chinese": (
        named(
            "封面页",
            "标题和内容",
            "章节标题",
            "两栏内容",
            "比较",
            "仅标题",
            "空白",
            "图文",
            "图片",
            "封底",
            "目录",
        ),
        wide,
    ),
    "nameless": (named(*("1_自定义版式", "2_自定义版式", "自定义版式") * 3, "x", "y"),),
    "english": (
        named(
            "Cover",
            "Body",
            "Divider",
            "Comparison",
            "Agenda",
            "Chart",
            "Empty",
            "Photo",
            "Quote",
            "Thank you",
            "Team",
        ),
    ),
    "unstyled": (
        styled('<a:buChar char="•"/>', "<a:buNone/>"),
        styled('marL="342900" indent="-342900"', 'marL="0" indent="0"'),
        styled('sz="3200"', 'sz="1400"'),
        styled('sz="4400"', 'sz="1800" b="1"'),
        styled('<a:spcPct val="20000"/>', '<a:spcPts val="1200"/>'),
    ),
    "numbered": (
        styled('<a:buChar char="•"/>', '<a:buAutoNum type="arabicPeriod"/>'),
        styled('sz="4400"', 'sz="6000" spc="600"'),
        styled(
            '<a:spcBef><a:spcPct val="20000"/>',
            '<a:lnSpc><a:spcPct val="150000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/>',
        ),
    ),
    "wingdings": (
        styled(
            '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
            '<a:buFont typeface="Wingdings"/><a:buChar char="&#167;"/>',
        ),
        styled('<a:buFont typeface="Arial"/><a:buChar char="–"/>', "<a:buNone/>"),
    ),
    "faces": (
        sub(
            THEME,
            '<a:latin typeface="Calibri"/><a:ea typeface=""/>',
            '<a:latin typeface="Impact"/><a:ea typeface="方正粗宋简体"/>',
        ),
        sub(THEME, r'(?<=minorFont>)<a:latin typeface="Calibri"/>', '<a:latin typeface=""/>'),
        wide,
    ),
    "pale": (
        *(
            sub(
                THEME,
                f'<a:accent{n}><a:srgbClr val="\\w+"/>',
                f'<a:accent{n}><a:srgbClr val="{each}"/>',
            )
            for n, each in enumerate(
                ("FFF2CC", "FFF2CC", "FFE0E0", "101010", "FFFFFF", "EEEEEE"), 1
            )
        ),
    ),
    "black": (
        *(
            sub(
                THEME,
                f'<a:accent{n}><a:srgbClr val="\\w+"/>',
                f'<a:accent{n}><a:srgbClr val="{each}"/>',
            )
            for n, each in enumerate(
                ("000000", "404040", "808080", "C00000", "000000", "BFBFBF"), 1
            )
        ),
        below(
            MASTER,
            block(0, 0, 1, 0.03, solid("accent1")),
            block(0, 0.03, 0.1, 0.02, solid("accent4")),
        ),
    ),
    "words": (
        below(layout(1), text("某某公司年度报告", (600_000, 400_000, 7_000_000, 700_000), 2400)),
        below(layout(2), text("www.example.org", (300_000, 6_400_000, 2_000_000, 300_000), 900)),
        below(layout(3), text("01", (600_000, 1_000_000, 1_500_000, 900_000), 6000)),
        without(layout(3), '"title"'),
    ),
    "boxed": (
        below(layout(2), block(0.05, 0.25, 0.9, 0.6, solid("F0F0F0"), "Box")),
        below(
            layout(1),
            block(0.1, 0.2, 0.8, 0.25, solid("FFFFFF"), "Plate"),
            block(0.1, 0.45, 0.8, 0.01, solid("C00000")),
        ),
        ground(layout(1), solid("305070")),
    ),
    "high-feet": (
        moved(MASTER, 'type="ftr"', 0.05, 0.87, 0.4, 0.04),
        moved(MASTER, 'type="dt"', 0.5, 0.87, 0.2, 0.04),
        moved(MASTER, 'type="sldNum"', 0.45, 0.94, 0.1, 0.04),
        sub(MASTER, 'sz="1200"', 'sz="700"', 0),
        wide,
    ),
}


def variant(changes: tuple[Change, ...]) -> bytes:
    files = templates.files()
    parts = {n: data.decode() for n, data in files.items() if n.endswith((".xml", ".rels"))}
    for change in changes:
        change(parts)
    return templates.zipped({**files, **{name: text.encode() for name, text in parts.items()}})


def pictured() -> bytes:
    """Grounds that are pictures, one light above and dark below."""
    deck: Any = Presentation(str(templates.DEFAULT))
    image = templates.png("#203050", (64, 48))
    for number, colour in ((0, "#203050"), (1, "#FAFAF0"), (2, "#708090")):
        image = templates.png(colour, (64, 48))
        slide = deck.slides.add_slide(deck.slide_layouts[number])
        slide.shapes.add_picture(BytesIO(image), 0, 0, W, H if number != 1 else H // 2)
        for each in slide.placeholders:
            each.text_frame.text = f"样页{number}"
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


MADE: dict[str, Callable[[], bytes]] = {
    **{name: lambda changes=changes: variant(changes) for name, changes in VARIANTS.items()},
    "samples": sampled,
    "samples-titled": lambda: sampled(5),
    "samples-content": lambda: sampled(1),
    "pictured": pictured,
    "written-cover": lambda: with_written_cover(pasted=False, title=(2.0, 18.0, 2.0, 12.0)),
}


def examined(data: bytes, folder: Path, shared: Path) -> Iterator[tuple[str, bytes]]:
    """What is said of a template, what it is in decks, and a deck on it."""
    path, problems = folder / "house.pptx", Problems()
    path.write_bytes(data)
    template = open_template(path, problems)
    assert template is not None, list(problems)
    report = diagnose(template, problems)
    for tongue in ("en", "zh"):
        yield f"said {tongue}", as_text(report, tongue).encode()
    yield "told", json.dumps(as_dict(report, "en")).encode()
    yield "lock", written(path, b"", template.held, template.cast, "", sampled=True)
    for number, board in enumerate(mended(template)[1]):
        yield f"board {number}", f"{board!r}".encode()
    brief, theme = loaded(shared)
    problems = Problems()
    stood_on = house(template, theme, set())
    scene = composed(brief, printed(template, theme), "deck", problems, None, stood_on)
    (made,) = FORMATS["deck"].render(scene, "x").values()
    yield from ((name, data) for name, data in in_zip(made) if name.startswith("ppt/"))
    yield "problems", "\n".join(sorted(f"{each.told('en')}" for each in problems)).encode()


@cache
def loaded(folder: Path) -> tuple[Brief, Theme]:
    footed = OUTLINE.replace("  slug: demo\n", "  slug: demo\n  footer: 某单位\n")
    read = load(Request(project(folder, footed + TOPICS + CONTENT), (BASE,), ("deck",)))
    return read.briefs[BASE], read.themes[BASE]


def record(kind: int, form: str, *values: int) -> bytes:
    return struct.pack(f"<II{form}", kind, 8 + struct.calcsize(f"<{form}"), *values)


def points(kind: int, *places: int) -> bytes:
    """A record of so many points in 16 bits (MS-EMF 2.3.5.26 and the like)."""
    return record(kind, f"4iI{len(places)}h", 0, 0, 100, 50, len(places) // 2, *places)


# A drawing as Windows has them, with each record that is read.
DRAWING = (
    record(10, "2i", 0, 0), record(9, "2i", 100, 50), record(12, "2i", 2, 1),
    record(11, "2i", 96, 48), record(39, "4I", 1, 0, 0x0000FF, 0), record(37, "I", 1),
    points(86, 2, 2, 30, 2, 30, 20, 2, 20), record(38, "2I2iI", 2, 0, 1, 0, 0xFF8000),
    record(37, "I", 2), record(59, ""), record(27, "2i", 40, 5), record(54, "2i", 70, 5),
    record(54, "2i", 70, 25), points(88, 60, 30, 50, 30, 40, 25), record(61, ""), record(60, ""),
    record(63, "4i", 0, 0, 0, 0), record(95, "10I", 3, 0, 0, 0, 0, 0x10000, 1, 0, 0x00FF00, 0),
    record(37, "I", 3), record(59, ""), record(27, "2i", 5, 40), points(89, 50, 45, 90, 30),
    record(60, ""), record(64, "4i", 0, 0, 0, 0), record(59, ""), record(27, "2i", 80, 5),
    record(54, "2i", 95, 5), record(54, "2i", 95, 20), record(60, ""),
    record(62, "4i", 0, 0, 0, 0), record(91, "4i4I12h", 0, 0, 100, 50, 2, 6, 3, 3,
        5, 25, 15, 25, 10, 35, 20, 25, 30, 25, 25, 35), record(37, "I", 0x80000004),
    points(86, 75, 35, 95, 35, 85, 48), record(40, "I", 1),
)  # fmt: skip


def drawings() -> Iterator[tuple[str, bytes]]:
    """What is seen of a drawing, without each of its records, with it twice, and with its values
    larger and below zero."""

    def seen(records: Sequence[bytes], bounds: tuple[int, ...] = (0, 0, 100, 50)) -> str:
        head = struct.pack("<8i", *bounds, 0, 0, 2600, 1300) + b" EMF" + bytes(60)
        whole = struct.pack("<II", 1, 8 + len(head)) + head + b"".join(records)
        data = drawn(whole + record(14, "3I", 0, 0, 0))
        if data is None:
            return "None"
        # At places, since how edges are drawn is Pillow's matter.
        image = Image.open(BytesIO(data)).resize((25, 12), Resampling.NEAREST)
        return f"{image.size} {image.tobytes().hex()}"

    assert seen(DRAWING) != "None"
    yield "whole", "".join([seen(DRAWING), seen(DRAWING, (-10, 5, 120, 40))]).encode()
    for at, each in enumerate(DRAWING):
        before, after = DRAWING[:at], DRAWING[at + 1 :]
        found = [seen([*before, *after]), seen([*before, each, each, *after])]
        for place in range(8, len(each) - 1, 8):
            value = struct.pack("<h", -3 if place % 16 else 20)
            found.append(seen([*before, each[:place] + value + each[place + 2 :], *after]))
        yield f"record {at}", "\n".join(found).encode()


def test_what_is_seen_of_a_drawing(update: bool) -> None:
    held("template-drawings", drawings(), update)


SLOTS = (
    "bg1", "tx1", "bg2", "tx2", "dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)),
    "hlink", "folHlink",
)  # fmt: skip


def palettes() -> Iterator[tuple[str, bytes]]:
    """What colours are made of schemes, some of them grey, on grounds light and dark."""
    for number in range(160):
        drawn_ = sha256(str(number).encode()).hexdigest().upper()
        colours = [drawn_[at * 3 : at * 3 + 6] for at in range(len(SLOTS))]
        if number % 5 == 4:
            colours = [each[:2] * 3 for each in colours]
        scheme = dict(zip(SLOTS, colours, strict=True))
        light, dark = colours[number % 16][0] * 2, colours[(number + 7) % 16][3] * 2
        if number % 3:
            scheme |= {"bg1": "FFFFFF", "lt1": "FFFFFF", "tx1": "1A1A1A", "dk1": "1A1A1A"}
        grounds = (("FFFFFF",), (f"F{light}0{light}"[:6],), (dark * 3, "FFFFFF"))[number % 3]
        seen = {each: 10 * at for at, each in enumerate(colours[8:14])} if number % 2 else {}
        named = {f"accent{1 + number % 6}": 3} if number % 4 == 1 else {}
        tabled = f"accent{1 + number % 5}" if number % 7 == 2 else ""
        yield f"scheme {number}", repr(palette(scheme, grounds, seen, named, tabled)).encode()


def test_what_colours_are_made_of_a_scheme(update: bool) -> None:
    held("template-palettes", palettes(), update)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("project")


@pytest.mark.parametrize("name", MADE)
def test_what_becomes_of_a_template(name: str, update: bool, tmp_path: Path, shared: Path) -> None:
    held(f"template-{name}", examined(MADE[name](), tmp_path, shared), update)
