"""Turn a document into the files of a project: outline, ledger, source, pictures, what is left."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefgen.brief.wording import Language
from briefgen.checks.glyphs import unset
from briefgen.chinese.hanzi import cells, count_hanzi, has_hanzi
from briefgen.chinese.pinyin import pinyin
from briefgen.drafting.cards import Card
from briefgen.drafting.casing import cased
from briefgen.drafting.currency import currency_of
from briefgen.drafting.drawn import cut
from briefgen.drafting.figures import Numbers, escaped, numbers_of
from briefgen.drafting.page import page_of
from briefgen.drafting.plan import MOST_SLIDES, Plan, plan
from briefgen.drafting.proved import proved
from briefgen.drafting.shown import shown
from briefgen.drafting.timed import timed, unbroken
from briefgen.drafting.tree import Document, Heading, Picture, as_text, words_of
from briefgen.drafting.untold import unrepeated
from briefgen.drafting.wording import title as title_of
from briefgen.drafting.write import notes_of, scalar, slide
from briefgen.facts.figures import Source
from briefgen.problems import NOWHERE, Phrase, Problem, Problems, UnfitError, phrase
from briefgen.record import Record
from briefgen.theme.load import load_theme
from briefgen.typography.fonts import load_fonts

_LEFT = "content/left-out.md"
_THEME = "neutral"
# Characters of a subtitle; a longer one stands whole in the notes.
_SUBTITLE = 60
# [Speech]: what a document is, before what it is called.
_FORM = re.compile(r"^\[[A-Za-z\u4e00-\u9fff]{2,12}\]\s*")
# What parts a title in two.
_PARTS = re.compile(r"[:;] ")
_GIVEN = re.compile(r"(?:19|20)\d\d年\d+月\d+日在[^，。；]{4,40}?会议上")
# Columns of a title that says all on a cover.
_LONG = 80
# Characters of what stands behind the colon of a title, as a subtitle.
_REST = 90
# Columns of a source at the foot of slides.
_SOURCE = 76
_CONTENTS: Mapping[Language, str] = {"en": "Contents", "zh-Hans": "目录", "zh-Hant": "目錄"}


class Made(Record, kw_only=True):
    """The files of a draft by their paths in the project, and what to say of it."""

    files: Mapping[str, bytes]
    # The source's file, with what the slides were made from alone.
    covered: Mapping[str, bytes]
    # The first and last line of each slide in the outline, by its place among `cards`.
    places: tuple[tuple[int, int], ...]
    # The first line of its topics and page.
    page: int
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    slides: int
    figures: int
    doubtful: int
    tables: int
    pictures: int


class Draft(Record, kw_only=True):
    """A document with its plan, before it is written."""

    document: Document
    plan: Plan
    name: str
    language: Language
    # Characters that no face has: they stand in the source alone.
    unset: frozenset[str]
    # Whether its title was too long for a cover.
    shortened: bool = False
    # Whether its page is made from its slides, and whether figures lead that and the cover.
    paged: bool = True
    leads: bool = True

    @property
    def title(self) -> str:
        """The title: the document's, else its name."""
        whole = _FORM.sub("", cased(self.document.title)) or Path(self.name).stem
        return title_of(whole) if self.shortened or self._is_long else whole

    @property
    def _is_long(self) -> bool:
        """Whether a title has two parts, of which one is enough for a cover."""
        before, *rest = _PARTS.split(self.document.title, maxsplit=1)
        return bool(rest) and cells(self.document.title) > _LONG and cells(before) <= _REST

    @property
    def subtitle(self) -> str:
        """The subtitle: the document's, else what stands behind the colon of a long title."""
        rest = "".join(_PARTS.split(self.document.title)[1:2])
        short = (self.shortened or self._is_long) and len(rest) <= _REST
        return self.document.subtitle or (rest if short else "") or self._given

    @property
    def _given(self) -> str:
        """When and where a report was given, as the line below its title says it."""
        lines = (block.text.strip("-—― 　") for block in self.plan.front)
        found = (match[0] for each in lines if (match := _GIVEN.match(each)))
        return next(found, "")


def drafted(document: Document, name: str, most: int = MOST_SLIDES) -> Draft:
    """The draft of a document, of at most so many slides; `name` is that of its file. Raises
    UnfitError without words."""
    if not any(words_of(block).strip() for block in document.blocks) and not document.title:
        raise UnfitError("draft-no-words")
    language = language_of(document)
    text = document.title + document.subtitle + as_text(document.blocks)
    lost = _unset_in(text, language)
    letters = sum(character.isalpha() for character in text)
    if 5 * sum(character in lost for character in text if character.isalpha()) > letters:
        raise UnfitError("draft-unset-script")
    return Draft(
        unset=lost,
        document=document,
        plan=plan(document, document.title or Path(name).stem, most),
        name=name,
        language=language,
    )


def language_of(document: Document) -> Language:
    """The language of a document: Chinese where a good part of its letters are hanzi."""
    text = document.title + "".join(words_of(block) for block in document.blocks)[:60_000]
    hanzi = count_hanzi(text)
    if hanzi * 6 < sum(character.isalpha() for character in text):
        return "en"
    from opencc import OpenCC

    simple = OpenCC("t2s").convert(text)
    changed = sum(a != b for a, b in zip(text, simple, strict=False))
    return "zh-Hant" if len(simple) == len(text) and changed * 12 > hanzi else "zh-Hans"


def _unset_in(text: str, language: Language) -> frozenset[str]:
    """The characters of a text that cannot be set in a draft."""
    theme = load_theme(_THEME, NOWHERE, Problems())
    assert theme is not None
    return unset(text, load_fonts(theme.in_language(language).print_face))


def made(draft: Draft, cards: Sequence[Card], refused: frozenset[str] = frozenset()) -> Made:
    """The files of a draft with these slides, and without the figures that were refused."""
    document = draft.document
    stem = Path(draft.name).stem
    file = f"seeds/{_file(stem)}.txt"
    source = Source(
        id="source",
        file=file,
        title={draft.language: document.title or stem},
        publisher={},
        date=document.date if re.fullmatch(r"\d{4}(-\d\d){0,2}", document.date) else "",
        currency=currency_of(document, draft.language),
    )
    named = f"# {document.title}\n\n" if document.title else ""
    text = named + as_text(document.blocks)
    used = {id(block) for card in cards for block in card.blocks}
    covered = as_text([block for block in document.blocks if id(block) in used])
    numbers = numbers_of(covered, text, source, draft.language, refused)
    cards = list(shown(cards, numbers, draft.language))
    cards = list(timed(list(proved(list(map(unbroken, cards)))), numbers))
    cards = list(map(unrepeated, cards))
    lines, places = _outline(draft, cards, numbers, file)
    page = len(lines) + 1
    lines += page_of(cards, numbers, draft.leads) if draft.paged else ()
    outline = ("\n".join(lines) + "\n").translate({ord(each): None for each in draft.unset})
    files: dict[str, bytes] = {"content/outline.yaml": outline.encode()}
    if numbers.used:
        head = _said(draft, phrase("draft-head-ledger"))
        entries = "".join(f"  {line}\n" for line in numbers.entries().splitlines())
        files["content/figures.yaml"] = f"{head}\nfigures:\n{entries}".encode()
    files[file] = text.encode()
    files |= {each.path: each.data for card in cards for each in card.files}
    left, problems = _left(draft, cards)
    if left:
        files[_LEFT] = left.encode()
    return Made(
        files=files,
        covered={file: (named + covered).encode()},
        places=tuple(places),
        page=page,
        cards=tuple(cards),
        problems=(*document.told, *problems),
        slides=len(cards) + 1 + draft.plan.agenda,
        figures=len(numbers.used),
        doubtful=numbers.told,
        tables=sum(card.kind == "table" for card in cards),
        pictures=sum(path.startswith("images/") for path in files),
    )


def _file(stem: str) -> str:
    """A file's name without what some systems do not have in names."""
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.") or "source"


def slug_of(stem: str) -> str:
    """A name for output files: letters, digits and hyphens."""
    words = re.findall(r"[\u4e00-\u9fff]|[A-Za-z\d]+", stem)
    said = " ".join(pinyin(word) if has_hanzi(word) else word.lower() for word in words)
    return re.sub(r"[^a-z0-9]+", "-", said).strip("-")[:40].strip("-") or "draft"


def _outline(
    draft: Draft, cards: Sequence[Card], numbers: Numbers, file: str
) -> tuple[list[str], list[tuple[int, int]]]:
    """The lines of the outline, and where in it each slide stands."""
    document = draft.document
    body: list[str] = []
    places: list[tuple[int, int]] = []
    for number, card in enumerate(cards, 1):
        start = len(body)
        body += ["", *slide(card, f"s{number:02}", numbers)]
        places.append((start, len(body)))
    title = draft.title
    lines = [*_said(draft, phrase("draft-head", name=draft.name)).split("\n"), ""]
    if numbers.used:
        lines += ["include: [figures.yaml]", ""]
    lines += ["brief:", f"  slug: {slug_of(Path(draft.name).stem)}"]
    lines.append(f"  title: {scalar(numbers.plain(title))}")
    if draft.subtitle:
        lines.append(f"  subtitle: {scalar(numbers.plain(cut(draft.subtitle, 2 * _SUBTITLE)))}")
    if document.office:
        lines.append(f"  organisation: {scalar(escaped(document.office))}")
    if document.day:
        lines.append(f"  date: {document.day}")
    lines.append(f"  footer: {scalar(numbers.plain(_source(draft)))}")
    lines += [f"  language: {draft.language}", f"  theme: {_THEME}", "  ledger: off", ""]
    lines += ["sources:", "  source:", f"    file: {file}", f"    title: {scalar(_name(title))}"]
    if currency := currency_of(document, draft.language):
        lines.append(f"    currency: {currency}")
    lines.append("")
    lines += ["deck:", "  - id: cover", "    kind: cover"]
    spoken = [block.text for block in draft.plan.front]
    if len(draft.subtitle) > _SUBTITLE:
        spoken.insert(0, draft.subtitle)
    if title != (_FORM.sub("", cased(document.title)) or title):
        spoken.insert(0, document.title)
    if spoken:
        lines += notes_of(numbers.written("\n".join(spoken)))
    if draft.plan.agenda:
        agenda = _CONTENTS[draft.language]
        lines += ["", "  - id: agenda", "    kind: agenda", f"    title: {agenda}"]
    at = len(lines)
    lines += body
    return lines, [(start + at + 1, end + at) for start, end in places]


def _source(draft: Draft) -> str:
    """What all slides are from, for the foot of each."""
    title, office = _ended(draft.title, _SOURCE), draft.document.office
    if draft.language == "en":
        return ", ".join(filter(None, (f"Source: {title}", office)))
    mark = "來源" if draft.language == "zh-Hant" else "来源"
    return f"{mark}：" + "，".join(filter(None, (office, f"《{title}》")))


def _ended(title: str, most: int) -> str:
    """A title in so many columns: up to where it may end, never with an omission mark."""
    if cells(title) <= most:
        return title
    ends = [match.start() for match in _MAY_END.finditer(title)]
    fit = (title[:end] for end in reversed(ends) if 16 <= cells(title[:end]) <= most)
    return next(fit, "") or cut(title, most).rstrip("…")


_MAY_END = re.compile(r"[:;,，：；—–] ?| (?:and|as|with|for|while|by|to|In|And|As|With|For) ")


def _name(title: str) -> str:
    return title.replace("{", "{{").replace("}", "}}")


def _left(draft: Draft, cards: Sequence[Card]) -> tuple[str, list[Problem]]:
    """The text of what is left out, and what to say of it."""
    kept = {id(block) for card in cards for block in card.blocks}
    kept |= {id(block) for block in draft.plan.front}
    every = [block for block in draft.document.blocks if id(block) not in kept]
    rest = [block for block in every if not isinstance(block, Picture)]
    pictures = [block for block in every if isinstance(block, Picture)]
    problems: list[Problem] = []
    parts: list[str] = []
    if words := as_text(rest).strip():
        parts.append(words)
        heads = sum(isinstance(block, Heading) for block in rest)
        problems.append(
            Problem.of(
                "draft-left-out",
                file=_LEFT,
                headings=heads,
                words=len(words),
                slides=len(cards) + 1 + draft.plan.agenda,
            )
        )
    if pictures:
        for each in pictures:
            told = phrase(f"draft-at-{each.spot.unit}", number=each.spot.number)
            ending = each.ending or "?"
            parts.append(f"![{each.alt or each.caption}]({_said(draft, told)}, {ending})")
        problems.append(Problem.of("draft-pictures-left", count=len(pictures), file=_LEFT))
    if not parts:
        return "", problems
    return _said(draft, phrase("draft-head-left", name=draft.name)) + "\n\n" + "\n".join(
        parts
    ) + "\n", problems


def _said(draft: Draft, words: Phrase) -> str:
    return words.told("en" if draft.language == "en" else "zh")
