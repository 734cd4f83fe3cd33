"""Turn a part of a whole into its share of it: as the ledger states it, else worked out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.facts.quantity import Quantity, display
from briefgen.facts.worked import is_open, share
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import known
from briefgen.parts.context import Context
from briefgen.parts.derived import shared_out
from briefgen.record import Record

# A stated share agrees with the parts where it differs by no more than both may be rounded by.
_ROUNDED = Decimal("0.1")


class Share(Record):
    """What share of the whole a part is, in words, the id of that figure, and whether it was worked
    out."""

    words: str
    figure: str
    worked: bool = True

    @property
    def number(self) -> str:
        """The words as they stand behind what says that they are a share: 约占92.1%."""
        return self.words.removeprefix("约")


def share_of(ctx: Context, scale: Scale, values: Values, s: int) -> Share | None:
    """A part's share of the whole; None where it cannot be told, or where the part is given as a
    share of a hundred percent."""
    given = values.points[-1][0].quantity
    if given and given.unit == "%" and given.value == 100:
        return None
    value, whole = scale.values[s][0], scale.values[len(values.series) - 1][0]
    if not (value and whole and known(values, s) and known(values, len(values.series) - 1)):
        return None
    part, total = values.points[s][0], values.points[-1][0]
    if stated := _stated(ctx, part.figure, value * 100 / whole):
        return Share(str(ctx.shown(stated)), stated, worked=False)
    vague = any(each.quantity and is_open(each.quantity) for each in (part, total))
    own = part.figure if part.figure in ctx.brief.figures else f"({part.figure})"
    figure = shared_out(ctx, f"{own} / {total.figure}") if part.figure and total.figure else ""
    made: Quantity = share(value, whole, vague=vague)
    return Share(str(display(made, ctx.brief.tag)), figure)


# Of so many parts and more the line above says that their shares are worked out.
_SEVERAL = 3


def worked_out(ctx: Context, values: Values) -> tuple[str, ...]:
    """What the line above says of the shares of several parts, which are all worked out; of few
    each says so itself."""
    scale = scaled(ctx, values)
    if scale is None or not says_once(shares_of(ctx, scale, values)):
        return ()
    return (ctx.say("占比为推算", "shares derived"),)


def shares_of(ctx: Context, scale: Scale, values: Values) -> tuple[Share | None, ...]:
    """The share of each part, the whole itself left out."""
    return tuple([share_of(ctx, scale, values, s) for s in range(len(values.series) - 1)])


def says_once(shares: Sequence[Share | None]) -> bool:
    """Whether several parts have shares, all of which are worked out."""
    return len(shares) >= _SEVERAL and all(each and each.worked for each in shares)


def share_said(share: Share) -> str:
    """A share in Chinese, with what says that it is one: 占40%, 约占92.1%."""
    return f"约占{share.number}" if share.number != share.words else f"占{share.words}"


def _stated(ctx: Context, part: str, exact: Decimal) -> str:
    """The id of the figure that states how many percent a part is: of its name and time."""
    if part not in ctx.brief.figures:
        return ""
    name, period = str(ctx.label(part)).lower(), ctx.period(part)
    for id, figure in ctx.brief.figures.items():
        own = figure.quantity
        if own.unit != "%" or own.value is None or figure.kind == "derived":
            continue
        near = abs(own.value - exact) <= _ROUNDED
        if near and name in str(ctx.label(id)).lower() and ctx.period(id) == period:
            return id
    return ""
