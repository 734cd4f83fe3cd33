"""Turn a scene's size, sections and description into the presentation part and its properties."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from briefgen.render.pptx.look import SPACES, A, Look, attribute, text
from briefgen.render.pptx.master import default_levels
from briefgen.render.pptx.notes import sheet_of
from briefgen.render.pptx.table import STYLE
from briefgen.scene.scene import Meta, Scene

_FIRST_SLIDE = 256
_SCREEN = (9_144_000, 6_858_000)
# What no line may start with, and what none may end with (CLREQ 3.1.2; the sets that Office has
# for Simplified Chinese).
_NOT_FIRST = "!),.:;?]}¨·ˇˉ―‖’”…∶、。〃々〉》」』】〕〗！＂＇），．：；？］｀｜｝～￠％‰℃"
_NOT_LAST = "([{·‘“〈《「『【〔〖（．［｛￡￥"
_MEDIUM_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


def presentation(
    scene: Scene,
    look: Look,
    masters: Sequence[tuple[int, str]],
    slides: Sequence[str],
    notes_master: str,
) -> str:
    """The XML of the presentation part (19.2.1.26); the rest are relationship ids."""
    own = f'<a:defPPr><a:defRPr lang="{look.language}"/></a:defPPr>{default_levels(look)}'
    defaults = f"<p:defaultTextStyle>{own}</p:defaultTextStyle>"
    if scene.house and scene.house.defaults:
        defaults = scene.house.defaults
    noted = (
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
        if notes_master
        else ""
    )
    listed = "".join(
        f'<p:sldId id="{number}" r:id="{id}"/>' for number, id in enumerate(slides, _FIRST_SLIDE)
    )
    if listed:
        listed = f"<p:sldIdLst>{listed}</p:sldIdLst>"
    notes = sheet_of(look)
    language = look.language if look.language.startswith("zh") else "zh-CN"
    return (
        f'<p:presentation {SPACES} autoCompressPictures="0"><p:sldMasterIdLst>'
        + "".join(f'<p:sldMasterId id="{number}" r:id="{id}"/>' for number, id in masters)
        + f"</p:sldMasterIdLst>{noted}"
        f"{listed}"
        f'<p:sldSz cx="{scene.width}" cy="{scene.height}"{_kind(scene)}/>'
        f'<p:notesSz cx="{notes[0]}" cy="{notes[1]}"/>'
        f'<p:kinsoku lang="{language}" invalStChars="{attribute(_NOT_FIRST)}" '
        f'invalEndChars="{attribute(_NOT_LAST)}"/>'
        f"{defaults}{_sections(scene)}</p:presentation>"
    )


def _kind(scene: Scene) -> str:
    """What slides of 10 by 7.5 inches are called (19.7.18); others have no name of their own."""
    return ' type="screen4x3"' if (scene.width, scene.height) == _SCREEN else ""


def _sections(scene: Scene) -> str:
    """The named parts of the deck ([MS-PPTX] 2.6.1): every slide in exactly one of them."""
    if not scene.sections:
        return ""
    home = {id: index for index, part in enumerate(scene.sections) for id in part.pages}
    ids: list[list[int]] = [[] for _ in scene.sections]
    current = 0
    for number, page in enumerate(scene.pages, _FIRST_SLIDE):
        current = home.get(page.id, current)
        ids[current].append(number)
    sections = ""
    for index, part in enumerate(scene.sections):
        listed = "".join(f'<p14:sldId id="{id}"/>' for id in ids[index])
        sections += (
            f'<p14:section name="{attribute(part.title)}" id="{_guid(index, part.title)}">'
            f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
        )
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{sections}</p14:sectionLst></p:ext></p:extLst>"
    )


def _guid(index: int, title: str) -> str:
    """An id for a section: the same for the same deck."""
    digits = sha256(f"{index} {title}".encode(errors="replace")).hexdigest().upper()
    return f"{{{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}}}"


PRESENTATION_PROPERTIES = f"<p:presentationPr {SPACES}/>"
VIEW_PROPERTIES = (
    f'<p:viewPr {SPACES}><p:normalViewPr><p:restoredLeft sz="15620"/>'
    '<p:restoredTop sz="84660"/></p:normalViewPr><p:gridSpacing cx="101600" cy="101600"/>'
    "</p:viewPr>"
)


def table_styles(own: bytes = b"") -> str:
    """The style that the deck's tables name; tables that a person adds get a plain one, or what a
    template's `own` styles say."""
    sides = "".join(
        f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>"
        for side in ("left", "right", "top", "bottom", "insideH", "insideV")
    )
    plain = (
        f'<a:tblStyle xmlns:a="{A}" styleId="{STYLE}" styleName="No Style, No Grid"><a:wholeTbl>'
        '<a:tcTxStyle><a:fontRef idx="minor"><a:scrgbClr r="0" g="0" b="0"/></a:fontRef>'
        '<a:schemeClr val="tx1"/></a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{sides}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle>"
        "</a:wholeTbl></a:tblStyle>"
    )
    text = own.decode("utf-8-sig", "replace").rpartition("?>")[2].strip()
    head, tag, tail = text.rpartition("</a:tblStyleLst>")
    if tag:
        return text if STYLE in text else f"{head}{plain}{tag}{tail}"
    plain = plain.replace(f' xmlns:a="{A}"', "", 1)
    return f'<a:tblStyleLst xmlns:a="{A}" def="{_MEDIUM_STYLE}">{plain}</a:tblStyleLst>'


def core_properties(meta: Meta, language: str) -> str:
    """What the file says of itself (ECMA-376 Part 2, 8.3); dated by the content, not the clock."""
    dated = ""
    if meta.date:
        # A year or a month stands for its first day; what follows a date is a time.
        day = "-".join([*meta.date[:10].split("-"), "01", "01"][:3])
        dated = "".join(
            f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{text(day)}T00:00:00Z</dcterms:{tag}>'
            for tag in ("created", "modified")
        )
    author = text(meta.author)
    status = (
        f"<cp:contentStatus>{text(meta.status[:255])}</cp:contentStatus>" if meta.status else ""
    )
    return (
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(meta.title[:255])}</dc:title><dc:subject>{text(meta.subject[:255])}"
        f"</dc:subject><dc:creator>{author}</dc:creator>"
        f"<cp:keywords>{text('; '.join(meta.keywords)[:255])}</cp:keywords>"
        f"{status}<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"{dated}<dc:language>{language}</dc:language></cp:coreProperties>"
    )


def app_properties(scene: Scene) -> str:
    """What made the file, and how many slides it has (ECMA-376 Part 1, 22.2)."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'<Properties xmlns="{space}"><TotalTime>0</TotalTime><Application>briefgen</Application>'
        f"<Slides>{len(scene.pages)}</Slides>"
        f"<Notes>{sum(bool(page.notes) for page in scene.pages)}</Notes>"
        f"<HiddenSlides>{sum(page.hidden for page in scene.pages)}</HiddenSlides></Properties>"
    )
