"""Turn paragraphs into DrawingML text: runs with faces and language, spacing, real bullets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from briefgen.colours import Token
from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.render.pptx.look import (
    EACH_SIGN,
    EXTENSION_B,
    PRESETS,
    Look,
    attribute,
    points,
    text,
)
from briefgen.render.pptx.sheet import Sheet
from briefgen.scene.items import Anchor, Geometry
from briefgen.scene.placeholders import LayoutSlot, Tier
from briefgen.typography.linebreak import closed, glued
from briefgen.typography.markers import Marker, Numbering, Scheme
from briefgen.typography.text import Align, Line, Paragraph, Run, Style

ALIGN: dict[Align, str] = {"left": "l", "center": "ctr", "right": "r", "justify": "just"}
ANCHOR: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
# Lines end by the East Asian rules, words do not break, and no punctuation hangs beyond the box
# (ECMA-376 Part 1, 21.1.2.2.7).
BREAKING = 'eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'

# The numbering of its own (ECMA-376 Part 1, 20.1.10.61) by which an application draws a scheme as
# it is meant, the face it takes from the theme, and the last number for which that holds:
# `circleNumDbPlain` goes on with plain numbers after ⑩. There is none with 、 or with （）:
# `ea1ChsPeriod` and `ea1JpnChsDbPeriod` are 一. and 一．, which LibreOffice draws as 壹. and 1.
_NATIVE: dict[Scheme, tuple[str, str, int]] = {
    "1.": ("arabicPeriod", "+mj-lt", 9999),
    "1)": ("arabicParenR", "+mj-lt", 9999),
    "(1)": ("arabicParenBoth", "+mj-lt", 9999),
    "①": ("circleNumDbPlain", "+mj-ea", 10),
}
# The least pitch of lines in faces of templates, in percent of single spacing.
_HOUSED = 94
# What a field is known by; the same on every slide, as in PowerPoint.
_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def style(tag: str, words: str, look: Look, own: Style, base: Style | None, link: str = "") -> str:
    """The properties of a run (`a:rPr`, `a:endParaRPr`): what differs from `base`.

    The face is the theme's, unless no face of a theme has the characters.
    """
    size = "" if base and base.size == own.size else f' sz="{points(own.size)}"'
    bold = "" if own.bold == (base.bold if base else False) else f' b="{own.bold:d}"'
    apart = f' spc="{points(own.spacing)}"' if own.spacing else ""
    marked = ' i="1"' * own.slanted + (f' baseline="{own.rise * 100}"' if own.rise else "")
    fill = "" if base and base.colour == own.colour else look.fill(own.colour)
    return (
        f'<{tag} {look.languages(words)}{size}{bold}{marked}{apart} dirty="0">{fill}'
        f"{look.own_faces(words, base is not None)}{link}</{tag}>"
    )


def pitch(leading: int, size: int, exact: bool, single: float, lowest: int = 0) -> str:
    """The line pitch of text of `size` (EMU; 0: single spacing).

    As a percentage it grows with the text when that is enlarged. Applications take it of the face's
    own `single` spacing (in em; ECMA-376 Part 1, 21.1.2.2.5). It is no less than `lowest` percent.
    """
    if exact and leading:
        return f'<a:lnSpc><a:spcPts val="{points(leading)}"/></a:lnSpc>'
    share = round(leading / size / single * 100) if leading and size else 100
    share = max(share, lowest)
    return f'<a:lnSpc><a:spcPct val="{share * 1000}"/></a:lnSpc>'


def bullet(marker: Marker | None, colour: Token, look: Look, start: int = 1) -> str:
    """A real bullet: a character, or a number that PowerPoint counts on from `start`.

    None where there is no marker, or a number that no application counts (`start` is 0).
    """
    if marker is None or (isinstance(marker, Numbering) and not (start and _last(marker))):
        return "<a:buNone/>"
    tint = f"<a:buClr>{look.colours[colour]}</a:buClr>"
    if isinstance(marker, Numbering):
        scheme, face, _ = _NATIVE[marker.scheme]
        at = f' startAt="{start}"' if start > 1 else ""
        return f'{tint}<a:buFont typeface="{face}"/><a:buAutoNum type="{scheme}"{at}/>'
    # In many Chinese faces the round bullet is as wide as a hanzi.
    face = "Arial" if marker.char == "•" else attribute(look.theme.deck_face)
    return f'{tint}<a:buFont typeface="{face}"/><a:buChar char="{attribute(marker.char)}"/>'


def _last(marker: Numbering) -> int:
    """The last number that an application writes as this scheme does (0: none)."""
    return _NATIVE[marker.scheme][2] if marker.scheme in _NATIVE else 0


class _Placed(NamedTuple):
    """A paragraph in its text: the level in a placeholder that it inherits from; whether it is the
    first, and the last: its space there does not count, for applications ignore it; the number from
    which its list is counted (0: none); whether its pitch is exact."""

    look: Look
    housed: bool
    par: Paragraph
    level: Tier | None
    ends: tuple[bool, bool]
    start: int
    exact: bool


def paragraphs(
    sheet: Sheet,
    pars: Sequence[Paragraph],
    lines: Sequence[Line] = (),
    base: LayoutSlot | None = None,
    link: str = "",
    field: bool = False,
    exact: bool = False,
) -> str:
    """The `a:p` elements of a text.

    `base` is the layout's placeholder that the text inherits from; `link` goes on all runs that
    have none; with `field` the text is the slide's number. `exact` is for text without a
    placeholder that has no room for taller lines.
    """
    out: list[str] = []
    starts = counted(pars)
    last = len(pars) - 1
    title = base is not None and base.slot.role == "title"
    for index, par in enumerate(pars):
        ends = index == 0, index == last
        own = base.tier(par.level) if base and not base.written else None
        placed = _Placed(sheet.look, sheet.deck.housed, par, own, ends, starts[index], exact)
        # Only a title's breaks are part of its design; those of other text are left to the
        # application, so that it goes on flowing when somebody changes a word.
        kept = (par.keep_breaks and title) or any("\n" in run.text for run in par.runs)
        if not (kept or link or field or any(run.link for run in par.runs)):
            out.append(_plain(placed))
            continue
        cuts = (
            _cuts(par, [line for line in lines if line.paragraph == index], title)
            if kept
            else set()
        )
        parts = pieces(par, cuts) if kept else _glued(par.runs, sheet.look)
        runs = chain(in_words(par, starts[index]), parts)
        content = _runs(sheet.look, runs, own.style if own else None, sheet, link, field)
        out.append(f"<a:p>{_opening(placed)}{content}{_closing(sheet.look, par, own)}</a:p>")
    return "".join(out) or f"<a:p>{_end(sheet.look)}</a:p>"


# Decks of several audiences have slides in common, and so most of their paragraphs.
@lru_cache(maxsize=2048)
def _plain(placed: _Placed) -> str:
    """A paragraph without links, whose lines an application breaks."""
    look, par, level = placed.look, placed.par, placed.level
    runs = chain(in_words(par, placed.start), _glued(par.runs, look))
    content = _runs(look, runs, level.style if level else None)
    return f"<a:p>{_opening(placed)}{content}{_closing(look, par, level)}</a:p>"


def _opening(placed: _Placed) -> str:
    """The properties of a paragraph, of which those are left out that its level in a placeholder
    has."""
    return _differences(placed, placed.level) if placed.level else _properties(placed)


def _properties(placed: _Placed) -> str:
    """The properties of a paragraph that inherits nothing."""
    look, par = placed.look, placed.par
    first, last = placed.ends
    # In a face that is not known, lines that are closer lose their upper ends to what is above.
    lowest = _HOUSED if placed.housed else 0
    spaced = pitch(par.leading, _size(par), placed.exact, look.single, lowest)
    deep = f'lvl="{par.level}" ' if par.level else ""
    return (
        f'<a:pPr marL="{par.margin}" {deep}indent="{-par.hanging}" algn="{ALIGN[par.align]}" '
        f"{BREAKING}>{spaced}{space('spcBef', 0 if first else par.before)}"
        f"{space('spcAft', 0 if last else par.after)}"
        f"{bullet(par.marker, par.marker_colour, look, placed.start)}</a:pPr>"
    )


def _differences(placed: _Placed, base: Tier) -> str:
    """The properties in which a paragraph differs from its level in the placeholder."""
    look, par = placed.look, placed.par
    first, last = placed.ends
    attributes = f' lvl="{par.level}"' if par.level else ""
    if (par.margin, par.hanging) != (base.margin, base.indent):
        attributes += f' marL="{par.margin}" indent="{-par.hanging}"'
    if par.align != base.align:
        attributes += f' algn="{ALIGN[par.align]}"'
    inner = ""
    if (par.leading, _size(par)) != (base.leading, base.style.size):
        inner += pitch(par.leading, _size(par), placed.exact, look.single)
    inner += "" if first or par.before == base.before else space("spcBef", par.before)
    inner += "" if last or par.after == base.after else space("spcAft", par.after)
    if _unlike(par.marker, base.marker, placed.start):
        inner += bullet(par.marker, par.marker_colour, look, placed.start)
    return f"<a:pPr{attributes}>{inner}</a:pPr>" if attributes or inner else ""


def _unlike(own: Marker | None, base: Marker | None, start: int) -> bool:
    """Whether the marker has to be written: it is not the level's, or is not counted on from it."""
    if isinstance(own, Numbering) and isinstance(base, Numbering):
        return own.scheme != base.scheme or (_last(base) > 0 and start != base.number)
    return own != base


def _size(par: Paragraph) -> int:
    """The size of the largest run: it alone makes a line's height."""
    return max((run.style.size for run in par.runs), default=par.leading * 2 // 3)


def space(tag: str, length: int) -> str:
    """The space above or below a paragraph (`spcBef`, `spcAft`)."""
    return f'<a:{tag}><a:spcPts val="{points(length)}"/></a:{tag}>'


def counted(pars: Sequence[Paragraph]) -> list[int]:
    """For each paragraph, the number from which an application counts its list; 0: it does not.

    It counts a list on after deeper ones, and ends it at what stands on its own level or above
    without being numbered so. It takes a list right behind another of the same scheme and first
    number for the same: the first item of such a list is not left to it.
    """
    starts: list[int] = []
    # Of the list at each level: how it is numbered, its last number, its first.
    lists: dict[int, tuple[Scheme, int, int]] = {}
    for par in pars:
        marker, before = par.marker, lists.get(par.level)
        lists = {level: item for level, item in lists.items() if level < par.level}
        start = 0
        if isinstance(marker, Numbering) and marker.number <= _last(marker):
            start = marker.number
            if before and before[0] == marker.scheme:
                goes_on, same = before[1] + 1 == start, before[2] == start
                start = before[2] if goes_on else 0 if same else start
            if start:
                lists[par.level] = marker.scheme, marker.number, start
        starts.append(start)
    return starts


def in_words(par: Paragraph, start: int) -> Iterator[Run]:
    """The number of a paragraph as words of its own, where no application counts it.

    A character bullet is a single one (21.1.2.4.3), so （一） cannot be that either. What is
    written and the tab behind it hang as a bullet would, and a person can change it as any words.
    """
    if isinstance(par.marker, Numbering) and not start:
        size = par.runs[0].style.size if par.runs else par.leading * 2 // 3
        yield Run(f"{par.marker.text}\t", Style(size, False, par.marker_colour))


def _cuts(par: Paragraph, lines: Sequence[Line], title: bool) -> set[int]:
    """Where the lines of a paragraph end by design: at line feeds, and as planned in a title."""
    whole = par.text
    cuts = {at + 1 for at, char in enumerate(whole) if char == "\n"}
    if par.keep_breaks and title and sum(len(line.text) for line in lines) == len(whole):
        at = 0
        for line in lines:
            at += len(line.text)
            cuts.add(at)
    return cuts - {len(whole)}


def pieces(par: Paragraph, cuts: Iterable[int]) -> Iterator[Run | None]:
    """The runs of a paragraph, cut at these offsets; None is a line break.

    White space before a break is left out: it would move centred and right-aligned lines. A soft
    hyphen there is written as the hyphen it stands for, since not every application shows it.
    """
    ends = sorted(cuts)
    at = 0
    for run in par.runs:
        start = 0
        for end in [e - at for e in ends if at < e <= at + len(run.text)]:
            words = run.text[start:end].rstrip(" \t\n")
            if words.endswith("\u00ad"):
                words = words[:-1] + "-"
            if words:
                yield replace(run, text=words)
            yield None
            start = end
        if start < len(run.text):
            yield replace(run, text=run.text[start:]) if start else run
        at += len(run.text)


def _glued(runs: Sequence[Run], look: Look) -> Iterator[Run]:
    """Runs that an application breaks by itself: it keeps their numbers whole, and of words that
    stand apart the last two, so that none is left alone on a line."""
    apart = not look.language.startswith("zh")
    for index, run in enumerate(runs):
        words = glued(run.text, ((0, len(run.text)),) if run.figure else ())
        if apart and index == len(runs) - 1:
            words = closed(words)
        yield run if words == run.text else replace(run, text=words)


def _runs(
    look: Look,
    runs: Iterable[Run | None],
    inherited: Style | None,
    sheet: Sheet | None = None,
    link: str = "",
    field: bool = False,
) -> str:
    """The runs of a paragraph; `sheet` is what their links, and the slide's number, are of."""
    out: list[str] = []
    previous: Run | None = None
    for run in _by_face(runs, signs=not (inherited or look.language.startswith("zh"))):
        if run is None:
            own = style("a:rPr", previous.text, look, previous.style, inherited) if previous else ""
            out.append(f"<a:br>{own}</a:br>")
            continue
        previous = run
        to = run.link or link
        click = sheet.link(to, words=True) if sheet and to else ""
        own = style("a:rPr", run.text, look, run.style, inherited, click)
        if sheet and field:
            out.append(
                f'<a:fld id="{_FIELD}" type="slidenum">{own}<a:t>{sheet.number}</a:t></a:fld>'
            )
        elif run.text:
            out.append(f"<a:r>{own}<a:t>{text(run.text)}</a:t></a:r>")
    return "".join(out)


def _by_face(runs: Iterable[Run | None], signs: bool) -> Iterator[Run | None]:
    """The runs, cut where the characters need another face than the deck's; so do `signs`."""
    for run in runs:
        apart = None
        if run and not run.text.isascii():
            cuts = (EXTENSION_B, EACH_SIGN) if signs else (EXTENSION_B,)
            apart = next((cut for cut in cuts if cut.search(run.text)), None)
        if run is None or apart is None:
            yield run
        else:
            yield from (replace(run, text=part) for part in apart.split(run.text) if part)


def _closing(look: Look, par: Paragraph, base: Tier | None) -> str:
    """How text goes on that is typed at the paragraph's end."""
    if not par.runs:
        return _end(look, "" if base else f' sz="{points(par.leading * 2 // 3)}"')
    run = par.runs[-1]
    own = replace(run.style, rise=0) if run.style.rise else run.style
    return style("a:endParaRPr", run.text, look, own, base.style if base else None)


def _end(look: Look, size: str = "") -> str:
    return f'<a:endParaRPr {look.languages("")}{size} dirty="0"/>'


def body_properties(
    rect: Rect, insets: tuple[int, int, int, int], anchor: Anchor, geometry: Geometry = "rect"
) -> str:
    """How text stands in its shape: wrapped, at exact margins.

    It fits as it is; when somebody adds words, the application makes it smaller to fit again.

    A preset keeps its text away from its corners and points by itself; the margins leave that
    out, so that the text gets the width that it was set to.
    """
    own = _text_margins(geometry, rect)
    left, top, right, bottom = (max(0, a - b) for a, b in zip(insets, own, strict=True))
    return (
        f'<a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
        f'rtlCol="0" anchor="{ANCHOR[anchor]}"><a:normAutofit/></a:bodyPr>'
    )


def _text_margins(geometry: Geometry, rect: Rect) -> tuple[int, int, int, int]:
    """How far a preset's text rectangle lies inside its box (presetShapeDefinitions.xml)."""
    if geometry not in PRESETS:
        return 0, 0, 0, 0
    adjust = PRESETS[geometry][1] * min(rect.w, rect.h) // 100_000
    if geometry in ("round", "pill"):
        corner = round(adjust * 0.29289)
        return corner, corner, corner, corner
    if geometry == "ellipse":
        across, down = round(rect.w * 0.14645), round(rect.h * 0.14645)
        return across, down, across, down
    return 0, 0, 0, 0
