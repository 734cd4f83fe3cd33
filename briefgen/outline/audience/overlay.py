"""Turn an outline and an audience's file into that audience's outline, node by node.

The file says only what differs; whatever it brings in keeps its own place for messages. By part:

    extends                another audience's name: what this one changes, that has changed before
    name, theme, template, region, quotes, bilingual, minutes
                           replace those of `brief`
    brief, page, slides    merged into the outline's, key by key
    lead                   replaces `page.figures`
    deck, topics, figures  change items by id, with these verbs, one after the other:
      drop: [ids]          or keep: [ids], which drops the rest
      set: {id: {…}}       merged into the item
      order: [ids]         these, in this order; what is not named keeps
                           following its former predecessor; a closing slide
                           that is not named stays at the end
      add: [{before: id, slide: {…}}]
                           `before` or `after` another item, else at the end; the item is a
                           `slide`, `topic` or `figure`. One that `order` names stands there.

Merging is deep for mappings; anything else is replaced, lists too. A key with nothing after its
colon removes the outline's value. A slide whose `kind` is set to another is replaced as a whole.
Dropping a topic also drops its slides, and its place on the page, where the outline has them.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as ByName
from types import MappingProxyType

from briefgen.brief.roles import subject_key
from briefgen.outline.audience.merge import merge, tell_idle
from briefgen.outline.audience.verbs import change, ids
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    is_empty,
    same,
    what,
)
from briefgen.outline.slides import SlideKind
from briefgen.problems import Phrase, Problems

# The parts whose items are changed by id, and what one item is called in `add`.
ITEMS = {"topics": "topic", "figures": "figure", "deck": "slide"}
_OWN = ("name", "theme", "template", "region", "quotes", "bilingual", "minutes")
KEYS = ("extends", "language", *_OWN, "brief", "lead", *ITEMS, "page", "slides")
# What an audience says at the top of its file, and what it cannot change because file names hang
# on it.
_AT_TOP = ("language", "theme", "name")
_NEVER = "slug"


def overlay(
    outline: Mapping,
    audience: Mapping,
    kinds: ByName[str, SlideKind],
    problems: Problems,
    withheld: ByName[str, ByName[str, Phrase]] = MappingProxyType({}),
) -> Mapping:
    """The outline as `audience` changes it. Neither is changed itself.

    `kinds` tell which topic a slide is about. `withheld` are the ids that this audience may not see
    by part, each with whom it is for.
    """
    for key, entry in audience.entries.items():
        if key not in KEYS:
            problems.add("unknown-key", entry.key, key=key, offer=nearest(key, KEYS))
    topics = ids(outline, "topics")
    # The same words in another language are no repetition.
    line_by_line = audience.get("language") is None
    for part, noun in ITEMS.items():
        if (verbs := audience.get(part)) is not None:
            outline = change(
                outline, part, noun, verbs, problems, withheld.get(part, {}), line_by_line
            )
    gone = set(topics) - set(ids(outline, "topics"))
    if gone:
        outline = without_topics(outline, gone, kinds, audience.mark.file)
    outline = _brief(outline, audience, problems, line_by_line)
    outline = _page(outline, audience, problems, line_by_line)
    own = _own(audience, "slides", problems)
    return _merged(outline, "slides", own, problems, line_by_line)


def without_topics(
    outline: Mapping, gone: Collection[str], kinds: ByName[str, SlideKind], own: str = ""
) -> Mapping:
    """The outline without what it says of topics that are gone; what the file `own` says stays."""

    def about(node: Node | None) -> bool:
        return isinstance(node, Scalar) and node.text in gone and node.mark.file != own

    deck, page = outline.get("deck"), outline.get("page")
    if isinstance(deck, Sequence):
        left = (slide for slide in deck.items if not about(_subject(slide, kinds)))
        kept = tuple(
            slide.without("about")
            if isinstance(slide, Mapping) and about(slide.get("about"))
            else slide
            for slide in left
        )
        outline = _replaced(outline, "deck", Sequence(kept, deck.mark))
    if isinstance(page, Mapping) and isinstance(topics := page.get("topics"), Sequence):
        stay = Sequence(tuple(t for t in topics.items if not about(t)), topics.mark)
        outline = _replaced(outline, "page", _replaced(page, "topics", stay))
    return outline


def _subject(slide: Node, kinds: ByName[str, SlideKind]) -> Node | None:
    """What a slide says that it is about, where its kind has such a field."""
    name = slide.get("kind") if isinstance(slide, Mapping) else None
    kind = kinds.get(name.text) if isinstance(name, Scalar) else None
    key = subject_key(kind.fields) if kind else ""
    return slide.get(key) if key and isinstance(slide, Mapping) else None


def _replaced(node: Mapping, key: str, value: Node) -> Mapping:
    return node.with_entry(key, Entry(node.key_mark(key), value))


def _brief(outline: Mapping, audience: Mapping, problems: Problems, line_by_line: bool) -> Mapping:
    own = audience.get("brief")
    changes: dict[str, Entry] = {}
    if isinstance(own, Mapping):
        for key, entry in own.entries.items():
            if key in _AT_TOP:
                problems.add("brief-key-at-top", entry.key, key=key)
            elif key == _NEVER:
                problems.add("outlines-own-key", entry.key, key=key)
            else:
                changes[key] = entry
    elif own is not None:
        problems.add("part-not-a-mapping", own.mark, part="brief", what=what(own))
    changes |= {k: audience.entries[k] for k in _OWN if audience.get(k) is not None}
    return _merged(
        outline, "brief", Mapping(changes, audience.key_mark("brief")), problems, line_by_line
    )


def _page(outline: Mapping, audience: Mapping, problems: Problems, line_by_line: bool) -> Mapping:
    changes = dict(_own(audience, "page", problems).entries)
    if (lead := audience.entries.get("lead")) and not is_empty(lead.value):
        if "figures" in changes:
            problems.add("lead-and-figures", changes["figures"].key)
        changes["figures"] = lead
    return _merged(
        outline, "page", Mapping(changes, audience.key_mark("page")), problems, line_by_line
    )


def _own(audience: Mapping, part: str, problems: Problems) -> Mapping:
    """What an audience's file says of a part."""
    own = audience.get(part)
    if isinstance(own, Mapping):
        return own
    if own is not None:
        problems.add("part-not-a-mapping", own.mark, part=part, what=what(own))
    return Mapping({}, audience.key_mark(part))


def _merged(
    outline: Mapping, part: str, own: Mapping, problems: Problems, line_by_line: bool
) -> Mapping:
    """The outline with `own` merged into one of its parts, which may not be there yet."""
    if not own.entries:
        return outline
    base = outline.get(part)
    if base is None:
        kept = {key: entry for key, entry in own.entries.items() if not is_empty(entry.value)}
        return outline.with_entry(part, Entry(own.mark, Mapping(kept, own.mark)))
    merged = merge(base, own)
    if line_by_line:
        tell_idle(base, own, problems)
    elif same(base, merged):
        problems.add("no-effect-part", own.mark, part=part)
    return _replaced(outline, part, merged)
