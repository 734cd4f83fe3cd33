"""Turn what a chart works out into a figure: the ledger's own, where it has one."""

from __future__ import annotations

from briefgen.brief.model import Segment, Text
from briefgen.parts.context import Context
from briefgen.problems import NOWHERE


def derived(ctx: Context, *formulas: str) -> str:
    """The id of the derived figure that has one of these formulas, spaces apart; "" for none.

    What a chart says then stands in the appendix of sources with its formula.
    """
    wanted = {"".join(formula.split()) for formula in formulas}
    for id, figure in ctx.brief.figures.items():
        if figure.kind == "derived" and "".join(figure.formula.split()) in wanted:
            return id
    return ""


def shared_out(ctx: Context, formula: str) -> str:
    """The same of a share, or of what parts leave of a whole; the formula itself where no figure
    of the ledger has it: it is listed as worked out then (`Context.figure`)."""
    own = derived(ctx, formula)
    return own or (formula if ctx.is_worked(formula) else "")


def traced(ctx: Context, said: str, figure: str, number: str = "") -> Text | str:
    """Words in which what is shown of a figure, or but its `number`, is that figure's; all of them
    are, where they show it otherwise (RMB 80 bn); as they are without a figure."""
    shown = number or str(ctx.shown(figure)) if figure else ""
    before, found, after = said.partition(shown) if shown else (said, "", "")
    if not found:
        return Text((Segment(said, figure),), NOWHERE) if figure else said
    parts = (Segment(before), Segment(found, figure), Segment(after))
    return Text(tuple(part for part in parts if part.text), NOWHERE)
