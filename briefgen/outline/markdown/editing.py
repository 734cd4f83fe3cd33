"""Turn a new slide into the Markdown document with it, and nothing else changed."""

from __future__ import annotations

from briefgen.outline.editing import parsed
from briefgen.outline.markdown.read import Fields, document, read_markdown
from briefgen.outline.markdown.to_markdown import to_markdown
from briefgen.outline.reading import nodes
from briefgen.outline.reading.decode import decode
from briefgen.outline.reading.nodes import Mapping, Scalar, same
from briefgen.problems import ContentError, Mark, Problem, Problems


def added_slide(data: bytes, file: str, given: str, after: str, fields: Fields) -> bytes:
    """The document with a slide at its end, or behind the slide of an id; the slide is given as
    Markdown, or as the YAML that an outline would have. Raises ContentError where it cannot be
    read there."""
    text = decode(data, file, Problems())
    before = read_markdown(data, file, fields, Problems())
    if text is None or before is None:
        raise ContentError([Problem.of("edit-nothing-there", Mark(file))])
    wanted = given if given.lstrip().startswith("#") else _as_markdown(given, fields)
    found = document(text, file, Problems())
    parts = found.parts if found else ()
    lines, at = text.split("\n"), len(text.split("\n"))
    if after:
        slides = _slides(before)
        named = (n for n, slide in enumerate(slides) if _id(slide) == after)
        place = next(named, None)
        if place is None:
            raise ContentError(
                [Problem.of("unknown-id", Mark(file), part="deck", id=after, offer="")]
            )
        behind = parts[place + 1 : place + 2]
        at = behind[0].heading.mark.line - 1 if behind else at
    head = "\n".join(lines[:at]).rstrip("\n")
    rest = "\n".join(lines[at:]).strip("\n")
    made = "\n\n".join(filter(None, (head, wanted.strip("\n"), rest))) + "\n"
    now = read_markdown(made.encode(), file, fields, Problems())
    old = _slides(before)
    new = _slides(now) if now else []
    kept = [each for each in new if any(same(each, one) for one in old)]
    if len(new) != len(old) + 1 or len(kept) < len(old):
        raise ContentError([Problem.of("edit-changes-more", Mark(file))])
    ends = "\r\n" if b"\r\n" in data else "\n"
    return made.replace("\n", ends).encode()


def _as_markdown(given: str, fields: Fields) -> str:
    """A slide in YAML as Markdown."""
    node = parsed(given)
    if not isinstance(node, Mapping):
        raise ContentError([Problem.of("edit-changes-more", node.mark)])
    inner = "\n".join(f"    {line}" for line in given.strip("\n").split("\n"))
    problems = Problems()
    outline = "deck:\n  - " + inner.lstrip() + "\n"
    made = to_markdown(outline.encode(), "slide.yaml", fields, problems)
    if made is None:
        raise ContentError(problems)
    return made.partition("---\n\n---\n")[2] or made.partition("---\n---\n")[2]


def _slides(outline: Mapping) -> list[Mapping]:
    deck = outline.get("deck")
    items = deck.items if isinstance(deck, nodes.Sequence) else ()
    return [item for item in items if isinstance(item, Mapping)]


def _id(slide: Mapping) -> str:
    found = slide.get("id")
    return found.text if isinstance(found, Scalar) else ""
