"""Turn the figures of a page into the lines that say where each comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.outline.attached.used import shown_of
from briefgen.parts.context import Context, in_language
from briefgen.patterns import pattern

# The heading of the evidence among what a speaker reads, in Chinese and English.
HEAD = ("【数据出处】", "[Sources of the figures]")
# The id of a figure in a formula.
_ID = pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def grounds(ctx: Context, ids: Iterable[str]) -> dict[str, list[str]]:
    """The words that figures of the ledger stand on, each once, with the figures in their order.

    A derived figure stands on its formula.
    """
    found: dict[str, list[str]] = {}
    for id in ids:
        found.setdefault(_ground(ctx, id), []).append(id)
    return found


def _ground(ctx: Context, id: str) -> str:
    figure = ctx.figure(id)
    if figure.kind == "derived":
        return _derived(ctx, id)
    return ctx.quoted(id) if figure.quote else own_data(ctx, figure.source)


def own_data(ctx: Context, source: str) -> str:
    """What figures without a sentence stand on: their source's own word."""
    titles = (in_language(s.title, ctx.language) for s in ctx.brief.sources if s.id == source)
    title = next(titles, "")
    return ctx.say(f"本单位数据：{title}", f"own data: {title}")


def _derived(ctx: Context, id: str) -> str:
    """How a figure is derived, in words: 据原文推算，基金首期 ÷ 基金规模."""
    formula = _ID.sub(lambda found: _named(ctx, found[0]), ctx.figure(id).formula)
    for sign, shown in ((" / ", " ÷ "), (" * ", " × "), (" - ", " − ")):
        formula = formula.replace(sign, shown)
    return ctx.say(f"据原文推算，{formula}", f"derived from the source, {formula}")


def _named(ctx: Context, id: str) -> str:
    return str(ctx.label(id)) if id in ctx.brief.figures else id


def source_line(ctx: Context, ground: str, ids: Sequence[str]) -> str:
    """Figures with the words they stand on: 15个、超200亿元：“……”（日报）."""
    shown = ctx.say("、", ", ").join(dict.fromkeys(str(ctx.shown(id)) for id in ids))
    figure = ctx.figure(ids[0])
    source = "" if figure.kind == "derived" else figure.source
    publisher = next(
        (in_language(s.publisher, ctx.language) for s in ctx.brief.sources if s.id == source), ""
    )
    if ctx.chinese:
        return f"{shown}：{ground}" + (f"（{publisher}）" if publisher else "")
    return f"{shown}: {ground}" + (f" ({publisher})" if publisher else "")


def rows_in_words(ctx: Context, rows: str) -> str:
    """Rows of a data file: 第2–6行."""
    return ctx.say(f"第{rows.replace(', ', '、')}行", f"rows {rows}")


def trail(ctx: Context, ids: Iterable[str]) -> tuple[str, ...]:
    """The speaker's evidence for a page: a heading, a line for each sentence that figures of the
    ledger stand on, and one for each data file."""
    ids = tuple(ids)
    between = ctx.say("：", ": ")
    found = shown_of(ctx.brief, ids)
    files = (f"{each.file}{between}{rows_in_words(ctx, each.rows)}" for each in found)
    known = grounds(ctx, (id for id in ids if id in ctx.brief.figures or ctx.is_worked(id)))
    lines = (*(source_line(ctx, ground, stood) for ground, stood in known.items()), *files)
    return (trail_head(ctx), *lines) if lines else ()


def trail_head(ctx: Context) -> str:
    """The heading of the evidence among what a speaker reads."""
    return ctx.say(*HEAD)
