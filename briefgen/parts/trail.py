"""Turn the figures of a page into the lines that say where each comes from."""

from __future__ import annotations

from collections.abc import Iterable

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
        return f"{shown}：“{figure.quote}”" + (f"（{publisher}）" if publisher else "")
    return f"{shown}: “{figure.quote}”" + (f" ({publisher})" if publisher else "")


def trail(ctx: Context, ids: Iterable[str]) -> tuple[str, ...]:
    """The speaker's evidence for a page: a heading and a line for each figure."""
    lines = tuple(source_line(ctx, id) for id in ids)
    return (ctx.say("【数据出处】", "[Sources of the figures]"), *lines) if lines else ()
