"""Turn the figures of a page into the lines that say where each comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.outline.data import shown_of
from briefgen.parts.context import Context, in_language


def source_line(ctx: Context, id: str) -> str:
    """One figure with the words it stands on: 突破3万亿元：“……”（羊城晚报）."""
    figure = ctx.figure(id)
    shown = str(ctx.shown(id))
    if figure.kind == "derived":
        terms = ctx.say("据原文推算", "derived from the source")
        return ctx.say(f"{shown}：{terms}，{figure.formula}", f"{shown}: {terms}, {figure.formula}")
    publisher = next(
        (
            in_language(s.publisher, ctx.language)
            for s in ctx.brief.sources
            if s.id == figure.source
        ),
        "",
    )
    if ctx.chinese:
        return f"{shown}：{ctx.quoted(id)}" + (f"（{publisher}）" if publisher else "")
    return f"{shown}: {ctx.quoted(id)}" + (f" ({publisher})" if publisher else "")


def file_rows(ctx: Context, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The data files that values of a page stand in, each once, with their rows in words."""
    for file, rows in shown_of(ctx.brief, ids):
        yield file, ctx.say(f"第{rows.replace(', ', '、')}行", f"rows {rows}")


def trail(ctx: Context, ids: Iterable[str]) -> tuple[str, ...]:
    """The speaker's evidence for a page: a heading, a line for each figure of the ledger, and one
    for each data file."""
    ids = tuple(ids)
    files = (ctx.say(f"{file}：{rows}", f"{file}: {rows}") for file, rows in file_rows(ctx, ids))
    lines = (*(source_line(ctx, id) for id in ids if id in ctx.brief.figures), *files)
    return (ctx.say("【数据出处】", "[Sources of the figures]"), *lines) if lines else ()
