"""Turn a theme's tokens into DrawingML: colours, lines and faces, ready to be put into XML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefgen.chinese.hanzi import HANZI, RARE_HANZI
from briefgen.colours import TOKENS, Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.patterns import pattern
from briefgen.record import Record, replace
from briefgen.render.outlines import outline
from briefgen.scene.items import Geometry, Move, Stroke
from briefgen.scene.room import LATIN, YAHEI
from briefgen.theme.model import SCHEME, Derived, Theme

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
# The Latin face of decks in English: on every machine with Office. They are planned with a face
# of its widths.
LATIN_FACE = "Calibri"

# Hanzi of CJK Extension B, for which applications have to change the face, and the one of Windows
# that has them all. Other rare hanzi are left to the application's own choice.
EXTENSION_B = pattern("([\U00020000-\U0002a6df]+)")
EXTENSION_FACES = "".join(f'<a:{each} typeface="SimSun-ExtB"/>' for each in ("latin", "ea", "cs"))
# Signs that stand for a status, and a template's face for them: an application would take the one
# of what stands beside them, in which they may be of another size.
SIGNS = frozenset("●○△◇")
EACH_SIGN = pattern("([●○△◇])")
SIGN_FACES = "".join(f'<a:{each} typeface="+mn-ea"/>' for each in ("latin", "ea", "cs"))

# Characters that XML gives a meaning, or cannot hold (XML 1.0, 2.2), and what Office would read
# as the escape of a character (ECMA-376 Part 1, 22.9.2.19).
_SPECIAL = pattern(r"[&<>\"\n\t\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "\t"}
_ENTITY_IN_TEXT = _ENTITY | {"_": "_x005F_", "\n": " "}
_ENTITY_IN_ATTRIBUTE = _ENTITY | {"_": "_", "\n": "&#10;", "\t": "&#9;"}

# Within slides, the colour scheme is seen through the master's colour map.
_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}

# Hanzi, and the full-width forms and punctuation that come with them.
_EAST_ASIAN = pattern(f"[\u2e80-\u303f{HANZI}{RARE_HANZI}\uff00-\uffef]")

HAIRLINE = pt(0.75)

# The presets of DrawingML (ECMA-376 Part 1, 20.1.10.56) and the value of their one adjustment, in
# 1/100,000 of the shorter side: corners smaller than the preset's, which look like a button.
# Arrows are freeforms: not every application knows where in their presets the text stands, and in
# one that does not, words lie over the notch.
PRESETS: Mapping[Geometry, tuple[str, int]] = {
    "rect": ("rect", 0),
    "round": ("roundRect", 8_000),
    "pill": ("roundRect", 50_000),
    "ellipse": ("ellipse", 0),
}
# A move of a path, by what DrawingML calls it (ECMA-376 Part 1, 20.1.9.15).
STEPS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}


@lru_cache(maxsize=4096)
def text(value: str) -> str:
    """A text as the content of an element; characters that XML cannot hold are left out."""
    return _SPECIAL.sub(lambda found: _ENTITY_IN_TEXT.get(found[0], ""), value)


def lines(value: str) -> str:
    """A text as the content of an element that keeps its line ends."""
    return "\n".join(map(text, value.split("\n")))


@lru_cache(maxsize=4096)
def attribute(value: str) -> str:
    """A text as the value of an attribute."""
    return _SPECIAL.sub(lambda found: _ENTITY_IN_ATTRIBUTE.get(found[0], ""), value)


def points(emu: int) -> int:
    """EMU to hundredths of a point, in which sizes and spacing are given."""
    return round(emu / 127)


def office_language(tag: str) -> str:
    """The language tag that Office uses for a language (BCP 47): zh-Hans becomes zh-CN."""
    known = {"zh": "zh-CN", "zh-hans": "zh-CN", "zh-hant": "zh-TW", "en": "en-GB", "": "zh-CN"}
    return known.get(tag.lower(), tag)


class Look(Record, eq=False):
    """A theme as it is written: the XML of each colour token and of the face; the language; and how
    much larger than usual all is that has no size of its own in the scene.

    Each is equal to itself alone: what was written in it is remembered by it. `look` gives the same
    one for the same theme, language and scale.
    """

    theme: Theme
    language: str
    colours: Mapping[Token, str]
    faces: str
    scale: float = 1

    @property
    def single(self) -> float:
        """The single spacing of the face that most text is set in, in em."""
        return YAHEI if self.language.startswith("zh") else LATIN

    def fill(self, token: Fill) -> str:
        """A solid fill, or none for no token."""
        return f"<a:solidFill>{self.colours[token]}</a:solidFill>" if token else "<a:noFill/>"

    def own_faces(self, words: str, placed: bool = False) -> str:
        """The faces of words that do not have the theme's, or another one of it ("": they do).
        Words that are `placed` have the style of a layout, to which an application resets them."""
        if words.isascii():
            return ""
        if EXTENSION_B.fullmatch(words):
            return EXTENSION_FACES
        # Only a template's theme says what is made of its colours. In a Latin face signs are of
        # another size each.
        apart = self.theme.scheme or not (placed or self.language.startswith("zh"))
        return SIGN_FACES if apart and words.strip() in SIGNS else ""

    def seen_through(self, token: Token, share: int) -> str:
        """A solid fill of which `share` thousandths show, on whatever is below (20.1.2.3.1)."""
        alpha = f'<a:alpha val="{100 * share}"/>'
        opened, tag = self.colours[token].removesuffix("/>"), self.colours[token][1:].split()[0]
        return f"<a:solidFill>{opened}>{alpha}</{tag}></a:solidFill>"

    def line(self, stroke: Stroke | None, tag: str = "a:ln", end: str = "") -> str:
        """An outline, or none. `end` is the XML of the line's end."""
        if stroke is None:
            return f"<{tag}><a:noFill/></{tag}>"
        dash = '<a:prstDash val="dash"/>' if stroke.dashed else ""
        cap, join = (' cap="rnd"', "<a:round/>") if stroke.round else ("", "")
        paint = self.fill(stroke.colour)
        return f'<{tag} w="{stroke.width}"{cap}>{paint}{dash}{join}{end}</{tag}>'

    def long(self, length: int) -> int:
        """A length of the usual size at this one's (EMU)."""
        return round(length * self.scale)

    def drawn(self, stroke: Stroke | None, end: str = "") -> str:
        """An outline that is given as wide as at the usual size."""
        if stroke is not None:
            stroke = replace(stroke, width=self.long(stroke.width))
        return self.line(stroke, end=end)

    def languages(self, words: str) -> str:
        """The attributes that say in which language words are (`lang`, `altLang`).

        In a Chinese deck everything is Chinese, so that digits and quotes are set in its face;
        in another, what has hanzi.
        """
        if self.language.startswith("zh"):
            return f'lang="{self.language}" altLang="en-US"'
        if _EAST_ASIAN.search(words):
            return f'lang="zh-CN" altLang="{self.language}"'
        return f'lang="{self.language}" altLang="zh-CN"'


def western_face(theme: Theme, language: str) -> str:
    """The face of Latin text. In Chinese it is the deck's own, for one family looks best; in
    English a Chinese face would draw quotation marks a full em wide."""
    return theme.deck_face if language.startswith("zh") else LATIN_FACE


@lru_cache(maxsize=16)
def look(theme: Theme, language: str, scale: float = 1) -> Look:
    """The look of a theme: tokens of the colour scheme by its names, the others by value.

    A token with the very colour of one in the scheme goes by that one's name, and one that follows
    it by its name with the same modifiers, so that it goes with the theme when that is changed.
    """
    slots = {token: _MAPPED.get(slot, slot) for slot, token in SCHEME.items()}
    by_value = {theme.hex(token): slot for token, slot in reversed(slots.items())}

    def written(token: Token) -> str:
        if token in theme.scheme:
            name, mod, off = theme.scheme[token]
            return _modified(name, Derived(token, mod, off))
        slot, value = slots.get(token), theme.hex(token)
        if follows := theme.follows(token):
            base = slots.get(follows.base) or by_value.get(theme.hex(follows.base))
            if base:
                return _modified(base, follows)
        slot = slot or by_value.get(value)
        return f'<a:schemeClr val="{slot}"/>' if slot else f'<a:srgbClr val="{value}"/>'

    colours = {token: written(token) for token in TOKENS if theme.known(token)}
    chinese, western = attribute(theme.deck_face), attribute(western_face(theme, language))
    named = (("latin", western), ("ea", chinese), ("cs", western))
    faces = "".join(f'<a:{script} typeface="{face}"/>' for script, face in named)
    return Look(theme, office_language(language), colours, faces, scale)


def _modified(slot: str, follows: Derived) -> str:
    """A colour of the scheme with its modifiers, which apply in their order (20.1.2.3.29)."""
    given = (
        ("satMod", follows.sat, 100_000),
        ("lumMod", follows.mod, 100_000),
        ("lumOff", follows.off, 0),
    )
    inner = "".join(f'<a:{tag} val="{val}"/>' for tag, val, plain in given if val != plain)
    if not inner:
        return f'<a:schemeClr val="{slot}"/>'
    return f'<a:schemeClr val="{slot}">{inner}</a:schemeClr>'


def transform(rect: Rect, flips: str = "") -> str:
    """Where a shape stands."""
    return (
        f'<a:xfrm{flips}><a:off x="{rect.x}" y="{rect.y}"/><a:ext cx="{rect.w}" cy="{rect.h}"/>'
        "</a:xfrm>"
    )


def form(geometry: Geometry, rect: Rect) -> str:
    """A preset shape with its adjustment, or the freeform of one that has none here."""
    if geometry not in PRESETS:
        return freeform(outline(geometry, rect), rect)
    name, adjust = PRESETS[geometry]
    guides = f'<a:gd name="adj" fmla="val {adjust}"/>' if adjust else ""
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


@lru_cache(maxsize=256)
def freeform(path: tuple[Move, ...], rect: Rect) -> str:
    """The path in the units of the slide, from the shape's own corner (20.1.9.15); text may stand
    on all of it."""
    steps = []
    for move in path:
        marks = "".join(f'<a:pt x="{x - rect.x}" y="{y - rect.y}"/>' for x, y in move.points)
        steps.append(f"<a:{STEPS[move.op]}>{marks}</a:{STEPS[move.op]}>")
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{rect.w}" h="{rect.h}">{"".join(steps)}</a:path></a:pathLst></a:custGeom>'
    )


def frame(properties: str, rect: Rect, content: str) -> str:
    """A graphic frame: what holds a table or a chart."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{properties}<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm><a:off x="{rect.x}" y="{rect.y}"/><a:ext cx="{rect.w}" cy="{rect.h}"/></p:xfrm>'
        f"<a:graphic>{content}</a:graphic></p:graphicFrame>"
    )
