"""Turn the ids that an outline names into problems, where they name nothing."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as ByName

from briefgen.brief.model import Topic
from briefgen.brief.placeholders import Fault, Placeholder, pieces
from briefgen.facts.figures import Source
from briefgen.outline.language import NAMES, Target
from briefgen.outline.ledger import untranslated
from briefgen.outline.nearest import HINTS, nearest
from briefgen.outline.reading.nodes import Mapping, Node, Scalar
from briefgen.outline.written import FigureForm
from briefgen.problems import Mark, Phrase, Problems, phrase


def unique_topics(topics: Iterable[Topic], problems: Problems) -> None:
    first: dict[str, Mark] = {}
    for topic in topics:
        if topic.id in first:
            things, line = phrase("topics"), first[topic.id].line
            problems.add("duplicate-id", topic.mark, things=things, id=topic.id, line=line)
        first.setdefault(topic.id, topic.mark)


def check_references(
    outline: Mapping, given: tuple[Source, ...], to: Target, withheld: ByName[str, Phrase]
) -> dict[str, Mark]:
    """Every id that is named must exist. The figures named, with the first place of each.

    What exists is taken from the nodes, so that an item with another problem still counts.
    """
    known = {
        "figure": keys(outline.get("figures")),
        "topic": listed_ids(outline.get("topics")),
        "source": keys(outline.get("sources")) or [source.id for source in given],
    }
    used: dict[str, Mark] = {}
    figures = frozenset(known["figure"])
    # What is near to an unknown id, which is looked for a number of times at the most.
    near: dict[tuple[str, str], Phrase | str] = {}

    def check(kind: str, id: str, mark: Mark) -> None:
        if kind == "figure":
            used.setdefault(id, mark)
        if id not in known[kind] and id in withheld and kind != "source":
            example = f"{{figure: {id}, only: […]}}" if kind == "figure" else "only: […]"
            thing, who = phrase(kind), withheld[id]
            to.add("restricted-reference", mark, thing=thing, id=id, who=who, example=example)
        elif id not in known[kind]:
            if (kind, id) not in near:
                near[kind, id] = nearest(id, known[kind]) if len(near) < HINTS else ""
            offer = near[kind, id] or ("" if known[kind] else phrase(f"no-{kind}s"))
            to.add(f"unknown-{kind}", mark, id=id, offer=offer)

    for kind, ref in to.references:
        check(kind, ref.id, ref.mark)
    for text in to.texts:
        for piece in pieces(str(text)):
            if isinstance(piece, Placeholder):
                if not to.row or piece.id not in to.row.cells or piece.id in figures:
                    check("figure", piece.id, text.mark)
            elif isinstance(piece, Fault):
                to.add(piece.code, text.mark, **dict(piece.parts))
    return used


def check_translated(used: ByName[str, Mark], ledger: ByName[str, FigureForm], to: Target) -> None:
    """A figure that is shown needs its label in the audience's language."""
    for id in used:
        form = ledger.get(id)
        mark = untranslated(form, to.language) if form else None
        if mark is not None:
            key = "zh" if to.language == "zh-Hans" else to.language
            language = NAMES[to.language]
            to.add("figure-untranslated", mark, id=id, language=language, key=key)


def keys(node: Node | None) -> list[str]:
    return list(node.entries) if isinstance(node, Mapping) else []


def listed_ids(node: Node | None) -> list[str]:
    """The ids of the items of a list, such as the slides of a deck."""
    items = getattr(node, "items", ())
    found = (item.get("id") for item in items if isinstance(item, Mapping))
    return [id.text for id in found if isinstance(id, Scalar)]
