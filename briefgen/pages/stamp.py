"""Turn what a brief is marked as (讨论稿) into the mark of a scene's pages.

It is one for all of them: a quiet line in the margin, where no page has words, and where it is
asked for the same words large behind the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import atan2, cos, degrees, hypot, radians, sin

from briefgen.brief.model import Brief, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, mm, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_box, set_in
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.items import Group, Item, Move, Op, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.scene.scene import Across, Scene, Stamp
from briefgen.scene.stamp import apart
from briefgen.scene.walk import extent, walk
from briefgen.theme.model import Step, Theme, step
from briefgen.theme.tint import quiet_share
from briefgen.typography.fonts import Fonts
from briefgen.typography.glyphs import outline
from briefgen.typography.text import Line, Paragraph
from briefgen.typography.truetype import open_face

# The line: its size on slides, on sheets and on a long picture for phones, what stands around its
# words, and how much wider than they its place is (percent, and half an em), since the reader's own
# face may be wider.
_SLIDE, _SHEET, _LONG_PICTURE = step(12, 16), step(9, 10.5), step(20, 24)
_PAD, _SPARE = 6, 120
# Where it stands: so far from the edge of a slide and of a sheet, which printers leave white.
_EDGE, _MARGIN = pt(4), mm(5.2)
# The words that run across: the share of the diagonal that they take, and of the shorter side that
# they are high, at the most (percent).
_LONG, _HIGH = 62, 26
_COLOUR: Token = "muted"
# Wider than any line.
_ENDLESS = mm(100_000)
# How far a line of text reaches above and below its baseline, in thousandths of its size.
_ABOVE, _BELOW = 880, 120


def stamped(scene: Scene, brief: Brief, theme: Theme, fonts: Fonts, problems: Problems) -> Scene:
    """The scene with the brief's mark on its pages and in what its files say of themselves.

    What is too long to stand on one line is a problem.
    """
    if brief.stamp is None:
        return scene
    deck = bool(scene.layouts)
    ctx = Context(
        brief=brief,
        theme=theme,
        fonts=fonts.planned(brief.language.startswith("zh")) if deck else fonts,
        medium="deck" if deck else "print",
        problems=problems,
        layouts={},
    )
    line = _line(ctx, scene, brief.stamp.text)
    words = line.paragraphs[0].text
    # Slides on a sheet are marked each for itself.
    upon = any(isinstance(item, Group) and item.anchor for p in scene.pages for item in p.items)
    across = _across(ctx, scene, words) if brief.stamp.across and not upon else None
    meta = replace(scene.meta, status=words, keywords=(words, *scene.meta.keywords))
    return replace(scene, meta=meta, mark=Stamp(line=line, across=across))


def _line(ctx: Context, scene: Scene, text: Text) -> TextBox:
    """The words on one line in a frame of their own, which can be read on any ground."""
    size = _SLIDE if scene.layouts else _SHEET
    size = _LONG_PICTURE if any(page.id == "long" for page in scene.pages) else size

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        words = str(text.short if short and text.short else text)
        return (para(" ".join(words.split()), size, colour="ink2", align="center", short=short),)

    pad, widest = pt(_PAD), scene.width - 2 * _edge(scene)
    (set_line,) = set_in(ctx, make(0, False), _ENDLESS).lines
    width = min(set_line.width * _SPARE // 100 + size.size // 2 + 2 * pad, widest)
    at = _place(scene, Rect(0, 0, width, size.leading))
    return set_box(
        ctx,
        Wanted(
            Name("mark"),
            at,
            make,
            anchor="middle",
            insets=(pad, 0, pad, 0),
            fill="white",
            stroke=Stroke("line", pt(0.75)),
            lines=1,
            mark=text.mark,
        ),
    )


def _edge(scene: Scene) -> int:
    return _EDGE if scene.layouts else _MARGIN


def _place(scene: Scene, size: Rect) -> Rect:
    """Where the line stands: in the middle above, else below, else at the right above; the first of
    these at which no page has words."""
    edge = _edge(scene)
    middle, right = (scene.width - size.w) // 2, scene.width - edge - size.w
    top, bottom = edge, scene.height - edge - size.h
    places = [
        Rect(x, y, size.w, size.h) for x, y in ((middle, top), (middle, bottom), (right, top))
    ]
    said = [rect for page in scene.pages for rect in _words(page.items)]
    return next((at for at in places if all(apart(at, rect) for rect in said)), places[0])


def _words(items: Iterable[Item]) -> Iterator[Rect]:
    """Where the words of items stand, and what else is to be read."""
    for item in walk(items):
        if isinstance(item, TextBox):
            yield from map(_area, item.lines)
        elif getattr(item, "alt", "") and not isinstance(item, Group):
            yield extent(item)


def _area(line: Line) -> Rect:
    size = max((span.style.size for span in line.spans), default=0)
    top = line.baseline - size * _ABOVE // 1000
    return Rect(line.x, top, line.width, size * (_ABOVE + _BELOW) // 1000)


def _across(ctx: Context, scene: Scene, words: str) -> Across | None:
    """The words from the lower left to the upper right; None where they could not be seen."""
    grounds = {page.ground for page in scene.pages}
    share = quiet_share(ctx.theme, _COLOUR, grounds)
    chain = ctx.fonts.face(True, not ctx.chinese)
    em = max(1, chain.width(words))
    if not share:
        return None
    w, h = scene.width, scene.height
    size = min(int(hypot(w, h)) * _LONG // 100 * 1000 // em, min(w, h) * _HIGH // 100)
    long, high = em * size // 1000, size * 4 // 3
    rect = Rect((w - long) // 2, (h - high) // 2, long, high)
    turn = -degrees(atan2(h, w))
    return Across(
        name=Name("mark-across"),
        rect=rect,
        turn=turn,
        text=para(words, Step(size, high), bold=True, colour=_COLOUR, align="center"),
        path=tuple(_path(ctx, words, size, rect, turn)),
        colour=_COLOUR,
        share=share,
    )


def _path(ctx: Context, words: str, size: int, rect: Rect, turn: float) -> Iterator[Move]:
    """The outlines of words in the middle of a rectangle, turned around its centre."""
    chain = ctx.fonts.face(True, not ctx.chinese)
    along, across = cos(radians(turn)), sin(radians(turn))
    centre_x, centre_y = rect.x + rect.w / 2, rect.y + rect.h / 2
    # The middle of a hanzi is 0.38 em above the baseline.
    x, baseline = rect.x, centre_y + size * (_ABOVE - _BELOW) / 2000
    steps: dict[str, Op] = {"M": "M", "L": "L", "C": "C"}
    for char in words:
        face = open_face((chain.shows(char) or chain.base).path)
        for op, points in outline(face, face.glyph(char)):
            placed = (
                (
                    x + px * size / face.units - centre_x,
                    baseline - py * size / face.units - centre_y,
                )
                for px, py in points
            )
            turned = (
                (
                    round(centre_x + px * along - py * across),
                    round(centre_y + px * across + py * along),
                )
                for px, py in placed
            )
            yield Move(steps[op], tuple(turned))
        x += chain.advance(char) * size // 1000
