"""Turn ledger figures into what a picture page shows of them: value, mark, label; and say where
each of them stands, so that none is large twice and none is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import get_args

from briefgen.brief.heads import says
from briefgen.brief.model import Event, Segment, Text, Topic, words
from briefgen.colours import Token
from briefgen.facts.quantity import in_form
from briefgen.geometry import Rect
from briefgen.pages.onepager.block import text_box
from briefgen.pages.onepager.shown import leading, shown_topics
from briefgen.pages.picture.halves import halved
from briefgen.pages.picture.measure import height_of, on_one_line
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import Role, Scale
from briefgen.parts.context import Context
from briefgen.parts.kpi import numeral
from briefgen.parts.status import Status, beside, status, status_mark, statuses, statuses_of
from briefgen.parts.text import para
from briefgen.patterns import pattern
from briefgen.record import Record, replace
from briefgen.scene.items import Group, Item, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.paragraph import first_baseline
from briefgen.typography.text import Paragraph

# Digits and what stands beside them, by how large: the unit is 0.8 of the digits.
_SIZES: dict[Role, tuple[Role, Role]] = {
    "figure": ("figure", "headline"),
    "headline": ("headline", "headline"),
    "head": ("head", "text"),
}
# The most figures that stand for themselves.
_MOST = 8
# From the largest to the least.
LADDER: tuple[Role, ...] = ("figure", "headline", "head")


def value(
    ctx: Context, id: str, scale: Scale, role: Role, colour: Token = "ink", *, plain: bool = False
) -> Paragraph:
    """A figure on one line: its digits large, its unit at 0.8 of them, its qualifier as text unless
    it is `plain`."""
    return ctx.once(_value, id, scale, role, colour, plain)


def _value(
    ctx: Context, id: str, scale: Scale, role: Role, colour: Token, plain: bool
) -> Paragraph:
    digits, unit = (scale.step(each) for each in _SIZES[role])
    little = scale.step("text")
    made = numeral(ctx, id, digits, little, colour=colour, minor="ink2", plain=plain)
    return _sized(made, digits.size, little.size, unit.size)


@lru_cache(maxsize=1024)
def _sized(made: Paragraph, digits: int, little: int, unit: int) -> Paragraph:
    """The same in the sizes of the page, and not those that are next to them in half points."""
    own = {digits: digits, little: little}
    sized = [replace(r.style, size=own.get(r.style.size, unit)) for r in made.runs]
    runs = tuple([replace(r, style=style) for r, style in zip(made.runs, sized, strict=True)])
    return replace(made, runs=runs)


def fitting(
    ctx: Context,
    ids: Sequence[str],
    scale: Scale,
    width: int,
    colour: Token = "ink",
    most: Role = LADDER[0],
) -> list[Paragraph]:
    """The values of figures at the largest role, `most` or below it, at which each stays on one
    line of a width."""
    role = max(most, fitting_role(ctx, ids, scale, width), key=LADDER.index)
    return [value(ctx, id, scale, role, colour) for id in ids]


def fitting_role(ctx: Context, ids: Sequence[str], scale: Scale, width: int) -> Role:
    """The largest role at which each of the figures stays on one line of a width; else the
    least."""
    for role in LADDER:
        if all(on_one_line(ctx, value(ctx, id, scale, role), width) for id in ids):
            return role
    return LADDER[-1]


class Caption(Record):
    """What a figure is: its mark, and behind it the words of its label, on so many lines."""

    id: str
    words: Paragraph
    width: int
    height: int

    def narrow(self, ctx: Context) -> bool:
        """Whether a word of the label is wider than there is room for it."""
        inner = self.width - marked(self.words.runs[0].style.size)
        if ctx.chinese:
            return False
        run = self.words.runs[0]
        each = (replace(run, text=word) for word in run.text.split())
        return any(not on_one_line(ctx, replace(self.words, runs=(r,)), inner) for r in each)

    def draw(self, ctx: Context, x: int, y: int) -> tuple[Item, ...]:
        """The mark and the label, from a place (EMU)."""
        size = self.words.runs[0].style.size
        left = marked(size)
        area = Rect(x + left, y, self.width - left, self.height)
        box = text_box(ctx, Name("text", of=self.id), area, (self.words,))
        mark = status_mark(ctx, status(ctx.figure(self.id)), beside(x, box.lines[0].baseline, size))
        return (mark, box)


def marked(size: int) -> int:
    """How far behind the left edge of its mark a label begins (EMU)."""
    return beside(0, 0, size).w + size * 35 // 100


def caption(
    ctx: Context, id: str, step: Step, width: int, words: Text | str | None = None
) -> Caption:
    """The caption of a figure in a width; `words` instead of the ledger's label."""
    return ctx.once(_caption, id, step, width, words if words is not None and str(words) else None)


def _caption(ctx: Context, id: str, step: Step, width: int, words: Text | str | None) -> Caption:
    said = ctx.label(id) if words is None else words
    inner = width - marked(step.size)
    made = halved(ctx, para(said, step, colour="ink2", keep=not ctx.chinese), inner)
    return Caption(id, made, width, height_of(ctx, (made,), inner))


def grouped(id: str, items: Iterable[Item]) -> Group:
    """What belongs to a figure, as one thing."""
    return Group(Name("figure", of=id), tuple(items))


# Last words of English that want what follows them; and those of Chinese, as characters.
_WANTING = frozenset(
    "a about above an and are as at be been below between but by each every for from had has have "
    "hit hits in into is its just least most near nearly no of on only onto or our over reach "
    "reached reaches reaching some than that the their then these this those through to total "
    "totalled totals toward towards under until up upon was were where which who will with".split()
)
_WANTING_HANZI = tuple("到至为為由从從在于於比及和与與的将將以共近约約超达達")
_COLONS, _OF = " \u3000:：", " of"
_STOPS = tuple(",，、;；(（-–—/")


def valued(ctx: Context, event: Event) -> tuple[str, Text | None]:
    """The figure with which an event's words begin or end, and the other words; "" where there is
    none, since words around a figure do not stand without it, nor do such as lead to it."""
    segments = [segment for segment in event.what.segments if segment.text.strip()]
    if len(segments) == 1 and _large(ctx, segments[0]):
        return segments[0].figure, None
    for own, rest, hangs in (
        (segments[-1:], segments[:-1], _leads),
        (segments[:1], segments[1:], _follows),
    ):
        if own and _large(ctx, own[0]) and len(rest) == 1 and not rest[0].figure:
            # A network of 90 km: of is no word of its own.
            left = rest[0].text.strip(_COLONS).removesuffix(_OF)
            # Of several clauses the figure ends or begins one, and none stands without it.
            if (
                left
                and not hangs(left)
                and _labels(rest[0].text, left)
                and not any(mark in left for mark in _CLAUSES)
            ):
                return own[0].figure, Text((replace(rest[0], text=left),), event.what.mark)
    return "", None


_CLAUSES = "，；,;"


# Verbs that state a number; what ends words that may be a verb, but for such that end as nouns.
_VERBS = frozenset(
    "adds added builds built carries carried completes completed covers covered does done employs "
    "employed exceeds exceeded finishes finished gains gained gets got handles handled has invests "
    "invested makes made opens opened passes passed planned plans planted plants receives received "
    "saves saved serves served spends spent takes took tops topped".split()
)
_VERBAL, _NOUNS = ("ed", "s"), tuple("ss us is ers ors ies ons nts ships".split())
_VERBS_HANZI = tuple(
    "完成 突破 实现 實現 超过 超過 拥有 擁有 建成 种植 種植 吸引 接待 运送 運送 处理 處理".split()
)
# Of these each is said of what stands before it, and is nothing alone.
_ALONE_HANZI = frozenset(
    "增长 增長 增加 新增 减少 減少 下降 上升 提高 提升 投入 覆盖 覆蓋 位列 排名".split()
)


def _labels(words: str, label: str) -> bool:
    """Whether words say what a figure is: a colon says so, else they are a noun."""
    if words.strip() != label and any(mark in words for mark in ":："):
        return True
    each = label.casefold().split()
    if not label.isascii() and not any("a" <= letter <= "z" for letter in each[0]):
        return not label.endswith(_VERBS_HANZI) and label not in _ALONE_HANZI
    if each[-1] in _VERBS or (each[0] in _VERBS and each[0].endswith("s")):
        return False
    verbal = each[0].endswith(_VERBAL) and not each[0].endswith(_NOUNS)
    return len(each) > 1 or not verbal


def _leads(words: str) -> bool:
    """Whether words lead to what follows and do not stand without it: a start-up in, 压缩到."""
    last = words.rsplit(" ", 1)[-1].lower()
    return last in _WANTING or words.endswith((*_STOPS, *_WANTING_HANZI))


def _follows(words: str) -> bool:
    """Whether words only go on with what stands before them: done by farms."""
    return words.startswith(_STOPS) or words.split()[0] in _VERBS


def is_plain(ctx: Context, event: Event, id: str) -> bool:
    """Whether an event's words have a figure as number and unit alone."""
    said = next(segment.text for segment in event.what.segments if segment.figure == id)
    bare = in_form(ctx.figure(id).quantity, ctx.brief.tag, "number")
    return said == bare != str(ctx.shown(id))


def _large(ctx: Context, segment: Segment) -> bool:
    return bool(segment.figure) and not is_date(ctx, segment.figure)


def is_date(ctx: Context, id: str) -> bool:
    """Whether a figure is a date (facts.calendar)."""
    return ctx.figure(id).quantity.unit.startswith("年")


def bare(ctx: Context, id: str) -> bool:
    """Whether a figure says little without the sentence that it is from: a date, the time until
    one, or what was worked out."""
    figure = ctx.figure(id)
    until = figure.quantity.unit == "个月" and figure.kind in ("plan", "target")
    return is_date(ctx, id) or until or figure.kind == "derived"


def further(ctx: Context, plan: Plan, topic: Topic) -> tuple[str, ...]:
    """The figures of a topic behind its first that neither chart nor targets show."""
    page = ctx.brief.page
    elsewhere = {ref.id for ref in page.targets}
    if plan.shows("chart"):
        elsewhere |= {ref.id for ref in page.chart}
    return tuple(ref.id for ref in topic.figures[1:] if ref.id not in elsewhere)


def others(ctx: Context, plan: Plan) -> tuple[str, ...]:
    """The leading figures of the page, and those of a lead that is not shown, which stand nowhere
    else on it, not in its texts either. Dates are none: alone they say nothing; nor does what only
    the lead makes sense of."""
    return ctx.once(_others, plan)


def _others(ctx: Context, plan: Plan) -> tuple[str, ...]:
    page = ctx.brief.page
    said = [ref.id for ref in leading(ctx)]
    if page.lead and not plan.shows("lead"):
        said += [id for id in page.lead.figures if not bare(ctx, id)]
    placed = {ref.id for ref in page.targets}
    for topic in shown_topics(ctx):
        placed |= {*topic.name.figures, *(ref.id for ref in topic.figures)}
    if plan.shows("timeline"):
        for event in page.timeline:
            placed |= {*event.when.figures, *event.what.figures}
    if plan.shows("chart"):
        placed |= {ref.id for ref in page.chart}
    if plan.shows("texts"):
        placed |= {id for topic in shown_topics(ctx) for id in topic.summary.figures}
    listed = (each for topic in shown_topics(ctx) for each in plan.lists(topic))
    placed |= {id for each in listed for id in (*each.head.figures, *each.text.figures)}
    placed |= set(page.headline.figures) if page.headline else set()
    found = (id for id in said if id not in placed and not is_date(ctx, id))
    return tuple(dict.fromkeys(found))[:_MOST]


def sat(
    ctx: Context, name: Name, words: Paragraph, x: int, width: int, baseline: int, line: int = 0
) -> TextBox:
    """A paragraph in a box whose line number `line` (from 0; -1: the last) stands on a baseline."""
    height = height_of(ctx, (words,), width)
    above = line if line >= 0 else height // words.leading + line
    top = baseline - first_baseline(words) - above * words.leading
    return text_box(ctx, name, Rect(x, top, width, height), (words,))


def titled(ctx: Context) -> bool:
    """Whether the title of the targets says what all of them are, so that they need no mark."""
    page = ctx.brief.page
    found = statuses(ctx, (ref.id for ref in page.targets))
    title = str(page.targets_title or ctx.say("目标与任务", "Targets"))
    return len(found) == 1 and (
        (found[0] == "target" and says(title, "target"))
        or (found[0] == "plan" and says(title, "plan"))
    )


def marks(ctx: Context, plan: Plan) -> tuple[Status, ...]:
    """The marks that stand on the page, in the order of their key."""
    ids = [] if titled(ctx) else [ref.id for ref in ctx.brief.page.targets]
    for topic in shown_topics(ctx):
        ids += [ref.id for ref in topic.figures[:1]]
        ids += further(ctx, plan, topic)
    ids += others(ctx, plan) if plan.shows("strip") else ()
    found: set[Status] = set(statuses(ctx, ids))
    if plan.shows("timeline"):
        passed = set(statuses_of(ctx, ctx.brief.page.timeline))
        # Where nothing else is marked, and nothing lies ahead, events are but events.
        found |= passed if found or passed - {"achieved"} else set()
    return tuple(each for each in get_args(Status) if each in found)


def dated(ctx: Context, id: str) -> Text:
    """What a figure is, with its period in front where its label does not name it."""
    period, label = ctx.since(id), ctx.label(id)
    years = pattern(r"\d{4}").findall(period)
    if not period or any(each in str(label) for each in (period, *years)):
        return label
    return words(ctx.dated(id, str(label)), label.mark)
