"""Turn a trail into one web page: the figures on one side, the sentences they stand on beside them.

The page needs nothing else: no network, no script, no other file. Links and `:target` do the work,
and its content security policy lets in only the style it carries (CSP Level 3, hash source).
"""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise

from briefgen.answers.trace import Damage, Entry, Trail
from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.figures import Erratum, Source
from briefgen.formats import FORMATS
from briefgen.machine.assets import shipped
from briefgen.parts.context import in_language

_KINDS = {
    "actual": ("已实现", "actual"),
    "target": ("目标", "target"),
    "plan": ("计划", "plan"),
    "stock": ("现有", "stock"),
    "derived": ("推算", "derived"),
}
Span = tuple[int, int]
Say = Callable[[str, str], str]


def as_page(trail: Trail) -> str:
    """The page, in the language of the trail's brief.

    Figures are numbered in the order of their sentences, so that the numbers run through the
    source like notes; derived figures come last.
    """
    language = trail.brief.language

    def say(chinese: str, english: str) -> str:
        return english if language == "en" else chinese

    order = sorted(trail.entries.values(), key=lambda entry: _rank(entry, trail))
    numbers = {entry.figure.id: number for number, entry in enumerate(order, 1)}
    spans = {
        source.id: _spans(source, trail)
        for source in trail.brief.sources
        if source.id in trail.texts
    }
    style = _style(trail)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = say(
        f"{trail.brief.title} · 数字出处", f"{trail.brief.title} · Where the figures come from"
    )
    cards = "\n".join(_card(entry, trail, numbers, say) for entry in order)
    texts = "\n".join(
        _source(source, trail, spans[source.id], numbers, say)
        for source in trail.brief.sources
        if source.id in spans
    )
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{_text(title)}</title>
<style>{style}</style>
</head>
<body>
<header class="top">
<h1>{_text(str(trail.brief.title))}<small>{say("数字出处", "Where the figures come from")}</small></h1>
<p>{_counts(trail, say)}</p>
</header>
<main>
<section class="figures" tabindex="0" aria-label="{say("数字", "Figures")}">
<h2>{say("数字", "Figures")}</h2>
{cards}
</section>
<section class="sources" tabindex="0" aria-label="{say("原文", "Sources")}">
{texts}
</section>
</main>
</body>
</html>
"""  # noqa: E501


def _rank(entry: Entry, trail: Trail) -> tuple[int, Span]:
    ids = [source.id for source in trail.brief.sources]
    return (ids.index(entry.source.id) if entry.source else len(ids), entry.span)


def _spans(source: Source, trail: Trail) -> dict[str, Span]:
    """Where each figure's quote stands; damaged words at its ends belong to it whole."""
    spans = {}
    for id, entry in trail.entries.items():
        if entry.source and entry.source.id == source.id:
            start, end = entry.span
            for damage in trail.damages[source.id]:
                if damage.start < end and damage.end > start:
                    start, end = min(start, damage.start), max(end, damage.end)
            spans[id] = (start, end)
    return spans


def _counts(trail: Trail, say: Say) -> str:
    """What the page holds: figures and whether all are found, errata, files."""
    entries = trail.entries.values()
    found = sum(entry.place is not None for entry in entries)
    own = sum(entry.source is not None and not entry.place for entry in entries)
    derived, off = len(entries) - found - own, trail.brief.let_off
    errata = sum(len(source.errata) for source in trail.brief.sources)
    places = sum(map(len, trail.damages.values()))
    told = [
        say(f"<b>{len(entries)}</b> 个数字", f"<b>{len(entries)}</b> figures"),
        say(f"<b>{found}</b> 个引自原文，全部找到原句", f"<b>{found}</b> quoted, all found"),
    ]
    if own:
        told.append(say(f"<b>{own}</b> 个为本单位数据", f"<b>{own}</b> of our own data"))
    if off:
        told.append(say(f"<b>{off}</b> 个手写未核对", f"<b>{off}</b> typed by hand, not checked"))
    if derived:
        told.append(say(f"<b>{derived}</b> 个推算", f"<b>{derived}</b> derived"))
    noun = "erratum" if errata == 1 else "errata"
    told.append(
        say(
            f"<b>{errata}</b> 项误字更正（{places} 处）",
            f"<b>{errata}</b> {noun} ({places} {'place' if places == 1 else 'places'})",
        )
        if errata
        else say("原文无更正", "no errata")
    )
    return "<span>" + "</span><span>".join(told) + "</span>"


def _card(entry: Entry, trail: Trail, numbers: Mapping[str, int], say: Say) -> str:
    """One figure: what it reads and is, its sentence, its errata or formula, its pages."""
    figure, place, language = entry.figure, entry.place, trail.brief.language
    kind = say(*_KINDS[figure.kind])
    said = [
        in_language(words, language)
        for words in (figure.label, figure.period or {}, figure.scope or {})
    ]
    lines = [
        f'<h3><span class="no">{numbers[figure.id]}</span>'
        f'<span class="value">{_text(entry.display)}</span>'
        f'<span class="kind {figure.kind}">{kind}</span></h3>',
        f'<p class="label">{_dotted(said)} <code>{_text(figure.id)}</code></p>',
    ]
    other = "zh-Hans" if language == "en" else "en"
    lines.append(f'<p class="also" lang="{other}">{_text(entry.displays[other])}</p>')
    if place:
        lines.append(
            f'<p class="quote" lang="{_language(figure.quote)}"><a href="#q-{figure.id}">'
            f"“{_text(figure.quote)}”</a></p>"
        )
        where = say(
            f"{place.file} 第{place.line}行第{place.column}列",
            f"{place.file}, line {place.line}, column {place.column}",
        )
        lines.append(f'<p class="where">{_text(where)}</p>')
    elif entry.source:
        named = in_language(entry.source.title, language)
        lines.append(f'<p class="where">{say("本单位数据", "Our own data")} {_text(named)}</p>')
    if figure.formula:
        lines.append(
            f'<p class="formula">{say("算式", "Formula")} <code>{_text(figure.formula)}</code></p>'
        )
        for id in entry.inputs:
            used = trail.entries[id]
            label = in_language(used.figure.label, language)
            lines.append(
                f'<p class="input"><a href="#f-{id}">{_text(f"{label} {used.display}")}</a> '
                f"<code>{_text(id)}</code></p>"
            )
    for erratum in entry.errata:
        lines.append(f'<p class="erratum">{say("误字更正", "Erratum")} {_mended(erratum)}</p>')
    lines.append(_uses(entry, say))
    return f'<article id="f-{figure.id}">\n' + "\n".join(lines) + "\n</article>"


def _uses(entry: Entry, say: Say) -> str:
    """The files that show a figure, each with its pages."""
    files = []
    for file, of in groupby(entry.uses, lambda use: use.file):
        uses = list(of)
        chips = [
            f'<span class="page" title="{_text(use.title)} ({_text(", ".join(use.blocks))})">'
            f"{use.page}</span>"
            for use in uses
        ]
        numbers = say("第 ", "p. ") + say("、", ", ").join(chips) + say(" 页", "")
        files.append(
            f"<li>{_text(file)} {'' if FORMATS[uses[0].output].one_page else numbers}</li>"
        )
    if not files:
        return f'<p class="uses none">{say("未在成品中使用", "Shown in no output")}</p>'
    return f'<ul class="uses" aria-label="{say("出现在", "Shown in")}">{"".join(files)}</ul>'


def _source(
    source: Source, trail: Trail, spans: Mapping[str, Span], numbers: Mapping[str, int], say: Say
) -> str:
    """One source: its name, its errata, and its text line by line with quotes and errata marked."""
    language = trail.brief.language
    text, damages = trail.texts[source.id], trail.damages[source.id]
    names = (source.publisher, source.author or {})
    by = [in_language(each, language) for each in names] + [source.date]
    head = [
        f"<h2>{_text(in_language(source.title, language))}</h2>",
        f'<p class="by">{_dotted(by)} <code>{_text(source.file)}</code></p>',
    ]
    for erratum in source.errata:
        at = [damage for damage in damages if damage.erratum == erratum]
        links = " ".join(
            f'<a href="#{_anchor(source, text.written, damage)}">'
            f"{bisect_right(text.lines, damage.start)}</a>"
            for damage in at
        )
        head.append(
            f'<p class="erratum">{_mended(erratum)} <span class="lines">'
            f"{say(f'第 {links} 行', f'lines {links}')}</span></p>"
        )
    cuts = sorted(
        {at for span in spans.values() for at in span}
        | {at for damage in damages for at in (damage.start, damage.end)}
    )
    body = []
    start = 0
    for number, line in enumerate(text.written.split("\n"), 1):
        end = start + len(line)
        if line.strip():
            kind = ' class="head"' if line.lstrip().startswith("#") else ""
            stop = end - line.endswith("\r")
            marked = "".join(_marked((start, stop), cuts, source, trail, spans, numbers))
            body.append(f'<p{kind} data-n="{number}">{marked}</p>')
        start = end + 1
    lines = "\n".join(body)
    return (
        f'<article class="source">\n{"".join(head)}\n'
        f'<div class="text" lang="{_language(text.written)}">\n{lines}\n</div>\n</article>'
    )


def _marked(
    bounds: Span,
    cuts: Sequence[int],
    source: Source,
    trail: Trail,
    spans: Mapping[str, Span],
    numbers: Mapping[str, int],
) -> Iterator[str]:
    """A line of a source, cut wherever a quote or damaged words begin or end.

    Each piece links to a figure that stands on it (of several, the one with the shortest quote);
    behind the last piece of a quote stands the number of its figure.
    """
    text = trail.texts[source.id].written
    points = [bounds[0], *(cut for cut in cuts if bounds[0] < cut < bounds[1]), bounds[1]]
    for start, end in pairwise(points):
        yield from (f'<span id="q-{id}"></span>' for id, span in spans.items() if span[0] == start)
        words = _text(text[start:end])
        damage = next((d for d in trail.damages[source.id] if d.start <= start < d.end), None)
        if damage:
            words = _damaged(source, damage, (start, end), text)
        on = [id for id, span in spans.items() if span[0] <= start and end <= span[1]]
        if on:
            on.sort(key=lambda id: (spans[id][1] - spans[id][0], numbers[id]))
            names = " ".join(f"q-{id}" for id in on)
            yield f'<a class="q {names}" href="#f-{on[0]}">{words}</a>'
        else:
            yield words
        for id in sorted((id for id in on if spans[id][1] == end), key=lambda id: numbers[id]):
            shown = _text(f"{numbers[id]} {trail.entries[id].display}")
            yield (
                f'<a class="n" href="#f-{id}" data-n="{numbers[id]}" title="{shown}" '
                f'aria-label="{shown}"></a>'
            )


def _damaged(source: Source, damage: Damage, piece: Span, text: str) -> str:
    """A piece of damaged words, struck; behind the last of them what they are corrected to."""
    why = _text(damage.erratum.reason)
    at = f' id="{_anchor(source, text, damage)}"' if piece[0] == damage.start else ""
    struck = f'<del{at} title="{why}">{_text(text[slice(*piece)])}</del>'
    if piece[1] < damage.end:
        return struck
    return struck + f'<ins title="{why}">{_text(damage.erratum.corrected)}</ins>'


def _anchor(source: Source, text: str, damage: Damage) -> str:
    """What damaged words are known by in the page: their place, however lines end in the file."""
    return f"e-{source.id}-{damage.start - text.count(chr(13), 0, damage.start)}"


def _mended(erratum: Erratum) -> str:
    """An erratum in words: the damaged ones struck, the corrected ones, and why."""
    why = _text(erratum.reason)
    return (
        f'<del title="{why}">{_text(erratum.damaged)}</del>'
        f'<ins title="{why}">{_text(erratum.corrected)}</ins> <span class="why">{why}</span>'
    )


def _dotted(words: Iterable[str]) -> str:
    return _text(" · ".join(filter(None, words)))


def _text(words: str) -> str:
    """Words as HTML; characters that HTML forbids or that turn the text around are replaced."""
    kept = (
        c if c.isprintable() or c in "\n\u3000\u00a0" else "\ufffd"
        for c in words.replace("\t", " ")
    )
    return escape("".join(kept), quote=True)


def _language(words: str) -> str:
    """The language of words of a source, for the choice of faces and line breaking."""
    return "zh-Hans" if has_hanzi(words) else "en"


def _style(trail: Trail) -> str:
    """The style sheet: the theme's colours, and what is lit when a figure or sentence is chosen."""
    sheet = (shipped("assets") / "trace.css").read_text("utf-8")
    colours = "".join(f"--{token}:#{value};" for token, value in trail.theme.palette.items())
    lit = "".join(
        f":root:has(#f-{id}:target,#q-{id}:target) .q-{id}"
        "{background:var(--primary);color:var(--white)}"
        f":root:has(#q-{id}:target) #f-{id}{{border-color:var(--primary);background:var(--white)}}"
        for id in trail.entries
    )
    return f":root{{{colours}}}{sheet}{lit}"
