"""Turn the last words into the closing slide, which mirrors the cover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import ADDRESS, MAIL, PHONE, Alone, Doc, Length
from briefgen.brief.model import Image, Segment, Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed, slot
from briefgen.parts.panes import pane_window, panes
from briefgen.parts.seen import described
from briefgen.parts.stage import CLOSING, imprint, rule_across, staged
from briefgen.parts.text import Wanted, down, lines_in, para, set_box
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Shape, Slot
from briefgen.scene.names import Name
from briefgen.scene.placeholders import LayoutSlot
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# The least side of the code's symbol.
_CODE = pt(84)
# So few lines are larger where each stays one.
_FEW = 3
# The placeholder of whom to ask, behind those of lines and address.
_CONTACT_AT = 3


class Contact(Record):
    """Whom to ask, and how."""

    name: Annotated[Text | None, Alone("words"), Doc("A person or an office.")] = None
    phone: Annotated[str, PHONE, Doc("A telephone number, or several.")] = ""
    mail: Annotated[str, MAIL, Doc("An address for mail.")] = ""
    address: Annotated[Text | None, Doc("Where it is.")] = None
    mark: Mark = NOWHERE


class Closing(Record):
    """The last slide: the call as its title, up to eight lines below, whom to ask, an address with
    its code."""

    lines: Annotated[tuple[Text, ...], Length(0, 8), Doc("Thanks, what to do now.")] = ()
    contact: Annotated[
        Contact | None, Doc("Whom to ask: {name, phone, mail, address}, any of them.")
    ] = None
    url: Annotated[str, ADDRESS, Doc("An address for more; shown as a QR code too.")] = ""
    image: Annotated[
        Image | None, Doc("A picture at the right, in its own colours: {file, alt, credit, focus}.")
    ] = None


def compose(fields: Closing, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    contact = _contact(ctx, fields.contact) if fields.contact else ()
    if fields.contact and not contact:
        ctx.problems.add("contact-empty", fields.contact.mark)
    if ctx.house:
        from briefgen.parts.opening import imprint_words, opening  # few decks have a template

        said = imprint_words(ctx) if not fields.url else words(fields.url)
        lines = [*fields.lines, *contact, *([said] if str(said) else [])]
        image = described(ctx, fields.image, slide.title) if fields.image else None
        return (opening(ctx, slide, "closing", slide.title, lines, image=image),)
    # Lines and contact stand side by side, where the window is otherwise; beside a picture below
    # each other.
    both = bool(fields.lines and contact)
    shown = None if both or fields.image else panes(ctx)
    own = ctx.canvas.stages
    width = own.text.w if shown or fields.image else own.alone
    stage = staged(ctx, "closing", slide.title, own.text.x, own.text.y, width, CLOSING)
    items: list[Item] = []
    if fields.image:
        items += _picture(ctx, described(ctx, fields.image, slide.title), own.window)
    if shown:
        items.append(pane_window(ctx, own.window, shown, side=own.side, named=False))
    top = stage.bottom + pt(4)
    place = Rect(own.text.x, top, width, own.rule - pt(8) - top)
    upper, lower = _halves(ctx, place, bool(fields.image)) if both else (place, place)
    body = slot(stage.layout, "body", 1)
    if fields.lines:
        items.append(_lines(ctx, fields.lines, replace(body, rect=upper)))
    if fields.contact and contact:
        named = bool(fields.contact.name)
        at = LayoutSlot(
            slot=Slot("body", _CONTACT_AT),
            name=Name("contact"),
            rect=lower,
            tiers=body.tiers,
        )
        items.append(_ways(ctx, contact, named, at))
    last = _address(ctx, fields.url) if fields.url else imprint(ctx, stage.layout)
    # The rule ends before what stands on its line.
    codes = [item.rect for item in last if isinstance(item, Shape) and item.rect.y <= own.rule]
    right = min([own.text.x + width, *(at.x - pt(24) for at in codes)])
    if last:
        items.append(rule_across(own.text.x, right, own.rule))
    items += last
    return (framed(stage.ctx, slide, "closing", items, lines=stage.lines),)


def _picture(ctx: Context, image: Image, window: Rect) -> tuple[Item, ...]:
    """All of a picture in the window's place, on white where something shows through it."""
    from briefgen.parts.picture import picture  # few closing slides have one
    from briefgen.parts.placed import whole

    own = whole(ctx, image, window)
    made = picture(ctx, image, Name("picture"), own)
    drawn = ctx.brief.attached.images[image.file].media_type == "image/png"
    return (Shape(Name("ground"), own, fill="white"), made) if drawn else (made,)


def _halves(ctx: Context, place: Rect, below: bool) -> tuple[Rect, Rect]:
    """Where lines stand, and beside them or `below` whom to ask."""
    own = ctx.canvas.stages
    if ctx.canvas.narrow or below:
        upper, lower = place.rows(2, pt(16))
        return upper, lower
    return replace(place, w=own.text.w), replace(place, x=own.window.x, w=own.window.w)


def _lines(ctx: Context, lines: Sequence[Text], at: LayoutSlot) -> Item:
    # Few lines that stay whole are larger.
    large = tuple(para(line, DECK["lead"]) for line in lines)
    few = len(lines) <= _FEW and lines_in(ctx, large, at.rect.w) <= len(lines)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step, gap = down("lead" if few else "head", level), pt((6, 6, 4, 2)[level])
        return tuple(
            para(line, step, colour="on-cover2", short=short, before=gap) for line in lines
        )

    return set_box(ctx, Wanted(at.name, at.rect, make, slot=at.slot, mark=lines[0].mark), 4)


def _ways(ctx: Context, said: Sequence[Text], named: bool, at: LayoutSlot) -> Item:
    """Whom to ask, bold where it is `named`, and the ways to it."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        name = [para(said[0], down("head", level), bold=True, colour="on-cover", short=short)]
        ways = [
            para(way, down("body", level), colour="on-cover2", short=short, before=pt(6), level=1)
            for way in said[named:]
        ]
        return (*name[: int(named)], *ways)

    return set_box(ctx, Wanted(at.name, at.rect, make, slot=at.slot, mark=said[0].mark), 3)


def _contact(ctx: Context, contact: Contact) -> tuple[Text, ...]:
    """What there is of a contact: its name first, then telephone, mail and address by name."""
    ways = (
        (ctx.say("电话", "Phone"), contact.phone),
        (ctx.say("邮箱", "Mail"), contact.mail),
        (ctx.say("地址", "Address"), contact.address),
    )
    named = [
        Text((Segment(what + ctx.say("　", "  ")), *_segments(said)), contact.mark)
        for what, said in ways
        if said and str(said)
    ]
    return (*((contact.name,) if contact.name else ()), *named)


def _segments(said: Text | str) -> tuple[Segment, ...]:
    return said.segments if isinstance(said, Text) else (Segment(said),)


def _address(ctx: Context, url: str) -> tuple[Item, ...]:
    """The address below the rule, and its code below the window's place."""
    from briefgen.parts.qr import qr_code  # few have an address

    alt = ctx.say(f"二维码：{url}", f"QR code: {url}")
    own = ctx.canvas.stages
    code = qr_code(url, own.window.right, 0, alt, _CODE)
    code = qr_code(url, own.window.right, own.end - code.rect.h, alt, _CODE)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        # The code is the link: applications show linked words in the theme's colour for links,
        # which cannot be read on a dark ground.
        return (para(url, DECK["caption"], colour="on-cover2"),)

    right = code.rect.x - pt(16)
    place = Rect(own.text.x, own.foot, right - own.text.x, own.end - own.foot)
    words = set_box(ctx, Wanted(Name("text"), place, make, slot=Slot("body", 2)))
    return (
        words,
        Shape(Name("qr-ground"), code.rect, fill="white"),
        code,
    )


KIND = Kind(
    name="closing",
    fields=Closing,
    compose=compose,
    shared=False,
    called=Named("封底", "封底", "Closing"),
)
