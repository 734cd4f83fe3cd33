"""Turn an outline in YAML into the Markdown document that says the same.

Each field is written in the form that Markdown has for it, and read again: where something else
would be read, it stays as it was written, in the slide's block of YAML. So comments stay too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import get_args

from briefgen.brief.model import Ref, Text
from briefgen.outline.convert import Field, unwrapped
from briefgen.outline.language import LANGUAGES
from briefgen.outline.markdown.fields import Places, inner, places, shape
from briefgen.outline.markdown.read import REMARK, Fields, document, read_markdown, slide
from briefgen.outline.markdown.sources import SlideSource, outline_source
from briefgen.outline.reading import nodes
from briefgen.outline.reading.decode import decode
from briefgen.outline.reading.nodes import Mapping, Node, Scalar
from briefgen.outline.reading.read import read
from briefgen.outline.written import SlideForm
from briefgen.patterns import pattern
from briefgen.problems import Problems
from briefgen.record import is_record

# A backslash that a reader of Markdown would take for one before a sign; not the text's own.
_BACKSLASH = pattern(r"\\(?=[!\"$%&'()+,\-./:;=>?\\^{|}]|$)", re.MULTILINE)
_BLOCK = pattern(r"^(?=[-+](?:\s|$)|>|\|)|^(\d{1,9})(?=[.)](?:\s|$))", re.MULTILINE)
_HYPHENS = pattern("-(?=-)")
# Fields of every slide that stand in a place of their own.
_PLACED = ("kind", "id", "title", "notes")


class UnsaidError(Exception):
    """Markdown has no form for something."""


def to_markdown(data: bytes, file: str, fields: Fields, problems: Problems) -> str | None:
    """The document that says what an outline in YAML does; None, with problems, where none can.

    What Markdown cannot say is told at its line.
    """
    outline = read(data, file, problems)
    text = decode(data, file, Problems())
    if not isinstance(outline, Mapping) or text is None or problems.fatal:
        if outline is not None and not isinstance(outline, Mapping):
            problems.add("file-not-a-mapping", outline.mark)
        return None
    source = outline_source(text, outline)
    if isinstance(source, Scalar | nodes.Sequence | Mapping):
        problems.add("md-cannot-say", source.mark, field=nodes.what(source))
        return None
    if outline.get("deck") is None and outline.get("include") is not None:
        problems.add("md-deck-elsewhere", outline.key_mark("include"))
        return None
    parts = ["\n".join(("---", *_trimmed(source.head), "---"))]
    for each in source.slides:
        parts += _remarks(each.comments)
        made = _slide(each, fields)
        if made is None:
            problems.add("md-cannot-say", each.node.mark, field=nodes.what(each.node))
        else:
            parts.append(made)
    parts += _remarks(source.comments)
    made_text = "\n\n".join(parts) + "\n"
    if not problems.fatal:
        _check(made_text, outline, fields, problems)
    return None if problems.fatal else made_text


def _check(made: str, outline: Mapping, fields: Fields, problems: Problems) -> None:
    """Tell each part that would be read otherwise."""
    again = read_markdown(made.encode(), outline.mark.file, fields, Problems())
    for key, entry in outline.entries.items():
        other = again.entries.get(key) if again else None
        if other is None or not alike(entry.value, other.value):
            problems.add("md-cannot-say", entry.key, field=key)


def _trimmed(lines: tuple[str, ...]) -> list[str]:
    text = "\n".join(lines).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", text).split("\n") if text else []


def _remarks(comments: tuple[str, ...]) -> Iterator[str]:
    """Comments of YAML as comments that the speaker does not say."""
    if comments:
        said = hyphens_apart("\n".join(comments))
        yield f"<!--\n{said}\n-->" if "\n" in said else f"<!-- {said} -->"


def _slide(source: SlideSource, fields: Fields) -> str | None:
    """A slide as Markdown; None where it would be read otherwise in whatever form."""
    kind = source.node.get("kind")
    own = fields(kind.text) if isinstance(kind, Scalar) else None
    kept = {each.key for each in source.fields if each.noted or own is None}
    for _ in range(len(source.fields) + 1):
        made, refused = _written(source, own, kept)
        wrong = refused or _wrong(made, source.node, fields)
        if not wrong:
            return made
        more = wrong - kept
        kept |= more or {each.key for each in source.fields}
        if not more and wrong:
            break
    made, _ = _written(source, own, kept)
    return None if _wrong(made, source.node, fields) else made


def _wrong(made: str, wanted: Mapping, fields: Fields) -> set[str]:
    """The fields that would be read otherwise; all where it would be no slide."""
    problems = Problems()
    read_again = document(made, wanted.mark.file, problems)
    if read_again is None or len(read_again.parts) != 1:
        return set(wanted.entries)
    got = slide(read_again.parts[0], fields, problems)
    wrong = {
        key
        for key, entry in wanted.entries.items()
        if key not in got.entries or not alike(entry.value, got.entries[key].value)
    }
    if not wrong and (len(problems) or got.entries.keys() - wanted.entries.keys()):
        # Something became more than it was: what has a form of its own is tried without it.
        return set(wanted.entries) - {"kind", "id"}
    return wrong


def alike(one: Node, other: Node) -> bool:
    """Whether two nodes say the same, of the forms that a value may be written in."""
    one, other = _plainest(one), _plainest(other)
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text.strip() == other.text.strip()
    if isinstance(one, nodes.Sequence) and isinstance(other, nodes.Sequence):
        return len(one.items) == len(other.items) and all(map(alike, one.items, other.items))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.entries.keys() == other.entries.keys() and all(
            alike(entry.value, other.entries[key].value) for key, entry in one.entries.items()
        )
    return False


def _plainest(node: Node) -> Node:
    """A list of one item as that, a record of one field as its value."""
    if isinstance(node, nodes.Sequence) and len(node.items) == 1:
        return _plainest(node.items[0])
    if isinstance(node, Mapping) and len(node.entries) == 1:
        ((key, entry),) = node.entries.items()
        if key not in LANGUAGES and isinstance(entry.value, Scalar):
            return entry.value
    return node


def _written(source: SlideSource, own: type | None, kept: Collection[str]) -> tuple[str, set[str]]:
    """A slide with the fields of `kept` in its YAML; and the fields that have no other form."""
    refused: set[str] = set()
    section = isinstance(kind := source.node.get("kind"), Scalar) and kind.text == "section"
    given, body = [], dict[str, list[str]]()
    known = places(SlideForm, own) if own else Places()
    form = _Form(places(own) if own else Places(), kept)
    for each in source.fields:
        if each.key in kept:
            continue
        try:
            if each.key == "title":
                body["title"] = [line(each.value)]
            elif each.key == "notes":
                body["notes"] = [_notes(each.value)]
            elif each.key in known and shape(known[each.key]) in ("word", "ref"):
                given.append((each.key, _attribute(each.key, each.value)))
            elif each.key in form.fields:
                body[each.key] = form.field(form.fields[each.key], each.value, source.node)
            else:
                raise UnsaidError
        except UnsaidError:
            refused.add(each.key)
    order = sorted(given, key=lambda pair: _PLACED.index(pair[0]) if pair[0] in _PLACED else 9)
    braces = f"{{{' '.join(said for _, said in order)}}}" if order else ""
    title = body.pop("title", [""])[0]
    notes = body.pop("notes", [])
    yaml = [each.written for each in source.fields if each.key in kept]
    fence = ["```yaml\n" + "\n".join(yaml) + "\n```"] if yaml else []
    heading = " ".join(filter(None, ("#" if section else "##", title, braces)))
    return "\n\n".join((heading, *fence, *form.ordered(body), *notes)), refused


class _Form:
    """How the fields of a kind are written as blocks."""

    def __init__(self, fields: Places, kept: Collection[str] = ()) -> None:
        self.fields = fields
        self.kept = kept

    def ordered(self, body: dict[str, list[str]]) -> Iterator[str]:
        """Blocks in the order in which they are read as the same; of lists that follow each other
        the second has another sign, by which the two stay apart."""
        fields = self.fields
        first = [each.name for each in (fields.plain, fields.quoted, fields.picture) if each]
        last = [each.name for each in (*fields.sides,) if each]
        last = ["note", *last] if last else ["note"]
        middle = [name for name in body if name not in (*first, *last)]
        before = ""
        for name in (*first, *middle, *last):
            for block in body.get(name, ()):
                signed = block
                if block.startswith("- ") and before.startswith("- "):
                    signed = re.sub(r"^- ", "* ", block, flags=re.MULTILINE)
                yield signed
                before = signed

    def field(self, field: Field, value: Node, slide: Mapping) -> list[str]:
        """The blocks of a field. Raises UnsaidError where Markdown has none for it."""
        fields, kind = self.fields, shape(field)
        if field == fields.rows or (field.name == "header" and fields.rows):
            return [_table(slide)] if field == fields.rows else []
        if field.name == "note":
            return [f"*{line(value)}*"]
        if field in (fields.plain, fields.quoted, fields.strong) and kind in ("text", "texts"):
            return self._words(field, value, slide)
        if field.name == "attribution" and fields.quoted:
            return []
        if field == fields.points or field == fields.refs:
            return [_listing(field, value)]
        if field in fields.sides and isinstance(value, Mapping):
            return list(_side(field, value))
        if field == fields.table and isinstance(value, Mapping):
            if value.entries.keys() - {"header", "rows"}:
                raise UnsaidError
            return [_table(value)]
        if field == fields.picture:
            return [_picture(value)]
        if field == fields.pictures and isinstance(value, nodes.Sequence):
            return [_picture(each) for each in value.items]
        raise UnsaidError

    def _words(self, field: Field, value: Node, slide: Mapping) -> list[str]:
        several = value.items if isinstance(value, nodes.Sequence) else (value,)
        said = [line(each) for each in several]
        if field == self.fields.quoted:
            by = slide.get("attribution") if "attribution" not in self.kept else None
            return ["\n>\n".join(f"> {each}" for each in (*said, *((line(by),) if by else ())))]
        return said if field == self.fields.plain else [f"**{each}**" for each in said]


def _side(field: Field, value: Mapping) -> Iterator[str]:
    """A side of a comparison: its head as a heading, below it what it holds."""
    own = _Form(places(inner(field)))
    head = value.get("head")
    yield f"### {line(head)}" if head else "###"
    for key, entry in value.entries.items():
        if key == "head":
            continue
        if key not in own.fields:
            raise UnsaidError
        yield from own.field(own.fields[key], entry.value, value)


def _listing(field: Field, value: Node, level: int = 0) -> str:
    """A list, its items one below the other."""
    (hint, *_) = get_args(unwrapped(field.hint))
    held = unwrapped(hint)
    items = value.items if isinstance(value, nodes.Sequence) else (value,)
    if not items:
        raise UnsaidError
    return "\n".join(_item(each, held, level) for each in items)


def _item(node: Node, held: type, level: int) -> str:
    """An item of a list, with the lists that stand below it."""
    margin = "  " * level
    if isinstance(node, Scalar):
        figures = held is Ref or (
            is_record(held)
            and held is not Text
            and shape(next(iter(places(held).values()))) == "ref"
        )
        return f"{margin}- {{{node.text}}}" if figures else f"{margin}- {line(node)}"
    if not isinstance(node, Mapping) or not is_record(held) or held in (Text, Ref):
        raise UnsaidError
    fields = places(held)
    texts = () if shape(next(iter(fields.values()))) == "ref" else fields.texts[:2]
    words: list[str] = []
    given: list[str] = []
    below: list[str] = []
    for name, entry in node.entries.items():
        field = fields.get(name)
        kind = shape(field) if field else "else"
        if field is None or not entry.value:
            raise UnsaidError
        if field in texts:
            words.append(line(entry.value))
        elif kind == "ref" and field.required and isinstance(entry.value, Scalar):
            words.append(f"{{{entry.value.text}}}")
        elif kind in ("word", "ref", "text"):
            given.append(_attribute(name, entry.value))
        elif field == fields.points:
            below.append(_listing(field, entry.value, level + 1))
        else:
            raise UnsaidError
    if not words:
        raise UnsaidError
    said = words[0]
    if len(words) > 1:
        between = (
            "" if words[1][:1] in ":：" else "：" if re.search(r"[^\x00-\x7f]", said) else ": "
        )
        said = f"**{said}**{between}{words[1]}"
    braces = f" {{{' '.join(given)}}}" if given else ""
    return "\n".join((f"{margin}- {said}{braces}", *below))


def _table(slide: Mapping) -> str:
    rows, header = slide.get("rows"), slide.get("header")
    if not isinstance(rows, nodes.Sequence) or not rows.items:
        raise UnsaidError
    listed = [_cells(row) for row in rows.items]
    top = _cells(header) if header is not None else [""] * max(map(len, listed))
    made = [top, ["---"] * len(top), *listed]
    return "\n".join(f"| {' | '.join(row)} |" for row in made)


def _cells(row: Node) -> list[str]:
    if not isinstance(row, nodes.Sequence) or not row.items:
        raise UnsaidError
    return [cell(each) for each in row.items]


def _picture(value: Node) -> str:
    if isinstance(value, Scalar):
        return f"![]({value.text})"
    if not isinstance(value, Mapping):
        raise UnsaidError
    said = {key: entry.value for key, entry in value.entries.items()}
    path, alt, caption = (said.pop(key, None) for key in ("file", "alt", "caption"))
    if not isinstance(path, Scalar) or re.search(r'[\s()<>"]', path.text):
        raise UnsaidError
    title = f' "{line(caption)}"' if caption is not None else ""
    given = " ".join(_attribute(key, each) for key, each in said.items())
    words = line(alt) if alt is not None else ""
    return f"![{words}]({path.text}{title})" + (f"{{{given}}}" if given else "")


def _attribute(key: str, value: Node) -> str:
    if not isinstance(value, Scalar) or re.search(r'["\n{}]', value.text) or not value.text.strip():
        raise UnsaidError
    if key == "id":
        return f"#{value.text}"
    return f'{key}="{value.text}"' if re.search(r"\s", value.text) else f"{key}={value.text}"


def line(value: Node, table: bool = False) -> str:
    """A text in one line, so that its document reads it as it is."""
    if not isinstance(value, Scalar) or value.folded:
        raise UnsaidError
    words = value.text.strip()
    if not words or ("\n" in words and not table):
        raise UnsaidError
    made = _BACKSLASH.sub(r"\\\\", words)
    if table:
        return made.replace("|", "\\|").replace("\n", "<br>")
    return _BLOCK.sub(lambda found: f"{found[1]}\\" if found[1] else "\\", made)


def cell(value: Node) -> str:
    """A text in a cell of a table."""
    return line(value, table=True)


def hyphens_apart(words: str) -> str:
    """Words as a comment may hold them, which two hyphens would end."""
    return _HYPHENS.sub(r"-\\", words.replace("\\", "\\\\"))


def _notes(value: Node) -> str:
    """What the speaker says, in the comment that ends a slide."""
    if not isinstance(value, Scalar) or value.folded or value.text.lstrip().startswith(REMARK):
        raise UnsaidError
    said = hyphens_apart(value.text.strip())
    return f"<!--\n{said}\n-->"
