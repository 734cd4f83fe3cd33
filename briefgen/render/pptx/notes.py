"""Turn the speaker's notes of a page into a notes slide, and make the master they stand on."""

from __future__ import annotations

from functools import partial

from briefgen.render.pptx.look import SPACES, Look, text
from briefgen.render.pptx.master import COLOUR_MAP
from briefgen.render.pptx.shapes import tree
from briefgen.render.pptx.sheet import Sheet
from briefgen.render.pptx.text import BREAKING, style
from briefgen.scene.items import Page
from briefgen.scene.names import Name
from briefgen.typography.text import Run, Style

# The first id of a shape that stands on a sheet beside these two.
AFTER_NOTES = 4
# Upright sheets (ECMA-376 Part 1, 19.2.1.23), EMU: A4, and Letter for the United States.
_A4, _LETTER = (7_560_000, 10_692_000), (7_772_400, 10_058_400)
# The slide stands above, the notes below.
_MARGIN, _TOP, _GAP = 720_000, 720_000, 360_000
_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="{name}"/><p:cNvSpPr>'
    '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg"{index}/></p:nvPr></p:nvSpPr><p:spPr>{form}</p:spPr></p:sp>'
)
_BODY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
    '</p:cNvSpPr><p:nvPr><p:ph type="body"{size} idx="{index}"/></p:nvPr></p:nvSpPr>'
    "<p:spPr>{form}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{content}</p:txBody></p:sp>"
)


def sheet_of(look: Look) -> tuple[int, int]:
    """Width and height of the notes pages, by the language's country."""
    return _LETTER if look.language == "en-US" else _A4


def _names(look: Look) -> tuple[str, str]:
    return Name("slide-image").told(look.language), Name("notes").told(look.language)


def notes_master(look: Look, width: int, height: int, more: str = "") -> str:
    """The XML of the notes master, for slides of `width` by `height` (EMU); `more` are further
    shapes of it."""
    image, body = _names(look)
    sheet_width, sheet_height = sheet_of(look)
    wide = sheet_width - 2 * _MARGIN
    high = min(wide * height // width, sheet_height // 2)
    across = high * width // height
    lower = _TOP + high + _GAP

    def form(x: int, y: int, w: int, h: int, line: str = "") -> str:
        return (
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}'
        )

    line = f'<a:noFill/><a:ln w="12700">{look.fill("ink")}</a:ln>'
    picture = _IMAGE.format(
        name=image,
        index=' idx="2"',
        form=form((sheet_width - across) // 2, _TOP, across, high, line),
    )
    asked = f"<a:p><a:r><a:rPr {look.languages(body)}/><a:t>{body}</a:t></a:r></a:p>"
    words = _BODY.format(
        name=body,
        size=' sz="quarter"',
        index=3,
        content=asked,
        form=form(_MARGIN, lower, wide, sheet_height - _TOP - lower),
    )
    faces = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    levels = "".join(
        f'<a:lvl{n}pPr marL="{228600 * (n - 1)}" algn="l" {BREAKING}>'
        '<a:spcBef><a:spcPts val="400"/></a:spcBef>'
        f'<a:defRPr sz="1200">{look.fill("ink")}{faces}</a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f"<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr>{look.fill('white')}<a:effectLst/>"
        f"</p:bgPr></p:bg>{tree(picture + words + more)}</p:cSld>{COLOUR_MAP}"
        f"<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def notes_slide(sheet: Sheet, page: Page) -> str:
    """The XML of a page's notes, a paragraph each."""
    look = sheet.look
    image, body = _names(look)
    content = "".join(
        f'<a:p><a:r><a:rPr {look.languages(note)} dirty="0"/><a:t>{text(note)}</a:t></a:r></a:p>'
        if note
        else "<a:p/>"
        for note in page.notes
    )
    if page.spoken:
        content = "".join(
            f"<a:p>{''.join(map(partial(_run, sheet), r))}</a:p>" for r in page.spoken
        )
    shapes = _IMAGE.format(name=image, index="", form="") + _BODY.format(
        name=body, size="", index=1, form="", content=content
    )
    return (
        f"<p:notes {SPACES}><p:cSld>{tree(shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _run(sheet: Sheet, run: Run) -> str:
    """A run of notes, in the size and colour of their master."""
    plain = Style(run.style.size, False, run.style.colour)
    link = sheet.link(run.link, words=True) if run.link else ""
    own = style("a:rPr", run.text, sheet.look, run.style, plain, link)
    return f"<a:r>{own}<a:t>{text(run.text)}</a:t></a:r>"
