"""Turn a scene of slides into a Markdown document: a handout that reads by itself.

`#` is a section, `##` a slide, each with its kind and id as attributes: `{kind=kpi #year}`. Points
are lists, charts and tables are tables, pictures stand as their alternative texts, a slide's note
closes it in emphasis, and what the speaker says stands in a comment. A slide that goes on on
further pages is one again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefgen.render.markdown.blocks import Words, joined, written
from briefgen.render.markdown.slide import blocks, is_above_title, remarks
from briefgen.render.markdown.text import comment, escaped
from briefgen.scene.items import Item, Page, TextBox
from briefgen.scene.scene import Scene


def render(scene: Scene) -> bytes:
    """The document in UTF-8; the same scene gives the same bytes."""
    parts = [_matter(scene)]
    if scene.mark:
        parts.append(f"**{escaped(scene.mark.words)}**")
    for _, pages in groupby(scene.pages, lambda page: page.id.partition("--")[0]):
        parts += _slide(list(pages))
    return ("\n\n".join(parts) + "\n").encode()


def _matter(scene: Scene) -> str:
    """The front matter, as YAML."""
    meta = scene.meta
    said = {
        "title": meta.title,
        "subtitle": meta.subject,
        "author": meta.author,
        "date": meta.date,
        "language": meta.language,
        "audience": scene.audience,
        "status": meta.status,
    }
    lines = (f"{key}: {_scalar(value)}" for key, value in said.items() if value)
    return "\n".join(("---", *lines, "---"))


def _scalar(value: str) -> str:
    """A text of YAML in double quotes (YAML 1.2.2, 7.3.1)."""
    made = re.sub(r'["\\]', r"\\\g<0>", value)
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in made) + '"'


def _slide(pages: Sequence[Page]) -> Iterator[str]:
    """A slide, with all pages that it takes: heading, content, note, speaker's notes."""
    first = pages[0]
    mark = "#" if first.kind == "section" else "##"
    attributes = (f"kind={first.kind}", f"#{first.id}", "hidden=yes")
    there = (first.kind, first.id, first.hidden)
    said = " ".join(each for each, is_there in zip(attributes, there, strict=True) if is_there)
    title = " ".join(escaped(_title(first, len(pages))).split())
    yield f"{mark} {title} {{{said}}}" if title else f"{mark} {{{said}}}"
    yield from written(joined(block for page in pages for block in blocks(_own(page, first))))
    notes = dict.fromkeys(note for page in pages for note in remarks(page.items))
    if notes:
        yield from written([Words(tuple(f"*{note}*" for note in notes))])
    spoken = list(first.notes)
    spoken += [note for page in pages[1:] for note in page.notes if note not in first.notes]
    if told := comment(spoken):
        yield told


def _own(page: Page, first: Page) -> Sequence[Item]:
    """The items of a page; of a further one, without what the first says above its title too."""
    above = {_words(item) for item in first.items if is_above_title(item)}
    again = (is_above_title(item) and _words(item) in above for item in page.items)
    return [item for item, said in zip(page.items, again, strict=True) if page is first or not said]


def _words(item: Item) -> str:
    return "\n".join(p.text for p in item.paragraphs) if isinstance(item, TextBox) else ""


def _title(page: Page, pages: int) -> str:
    """The title of a slide; that of the first of several pages without their number."""
    return re.sub(rf"\s*[（(]1/{pages}[）)]$", "", page.title) if pages > 1 else page.title
