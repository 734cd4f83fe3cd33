"""Turn a text node into the words of one language.

title: 园区新面貌                            the language of the file
title: {zh: 园区新面貌, en: Parks renewed}    one for each language
title: {text: …, short: …}                  with a shorter wording (each of either form)

Where the audience reads traditional Chinese, simplified words are converted, and where it reads
English a time of the calendar says itself (2027年底前); any other wording that is missing is an
error.
"""

from __future__ import annotations

from collections.abc import Mapping as ByKey

from briefgen.brief.dates import spoken_date
from briefgen.brief.english import English, curly
from briefgen.brief.hant import Traditional
from briefgen.brief.model import Language, Ref, Segment, Text
from briefgen.brief.placeholders import has_braces, is_neutral
from briefgen.brief.resolve import bare, outside_addresses
from briefgen.brief.row import Row
from briefgen.chinese.hanzi import HANZI, RARE_HANZI
from briefgen.facts.calendar import at_head, period_in_english
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import (
    Mapping,
    Node,
    Scalar,
    is_blank,
    is_empty,
    shorten,
    what,
)
from briefgen.patterns import pattern
from briefgen.problems import Mark, Part, Phrase, Problems, phrase
from briefgen.record import Record, State, field, replace

# Characters: no page holds more, and each is set many times over until it fits.
MOST_TEXT, MOST_NOTES = 10_000, 50_000
# A day or a month in figures (ISO 8601).
_DAY = pattern(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
# How long a time of the calendar is at most (2025年11月至12月底之前), and how one ends.
_LONGEST_TIME, _TIMES_END = 17, tuple("年度月份季底末前期日")
# How languages are written in an outline. `zh` is BCP 47's short form for the usual script here.
LANGUAGES: ByKey[str, Language] = {
    "zh": "zh-Hans",
    "zh-Hans": "zh-Hans",
    "zh-Hant": "zh-Hant",
    "en": "en",
}
_ALSO: ByKey[Language, str] = {
    "zh-Hans": "zhcn zhsg zhhans cn chs chinese simplified simplifiedchinese 中文 简体 简体中文 "
    "汉语",
    "zh-Hant": "zhtw zhhk zhmo zhhant tw hk cht traditional traditionalchinese 繁体 繁體 繁体中文 "
    "繁體中文 正體中文",
    "en": "english eng enus engb enuk 英文 英语",
}
_ALSO_NAMED = {word: language for language, words in _ALSO.items() for word in words.split()}


def language_named(written: str) -> Language | None:
    """The language that a word names, also as other programs and people write it.

    >>> language_named("zh_CN"), language_named("English"), language_named("繁体")
    ('zh-Hans', 'en', 'zh-Hant')
    """
    plain = written.strip().lower().replace("-", "").replace("_", "").replace(" ", "")
    return LANGUAGES.get(written.strip()) or _ALSO_NAMED.get(plain)


NAMES: ByKey[str, Phrase] = {
    "zh-Hans": phrase("simplified-chinese"),
    "zh-Hant": phrase("traditional-chinese"),
    "en": phrase("english"),
}
_AUDIENCE_READS = phrase("the-audience-reads")
# How languages are written in an outline.
KEYS = {"zh-Hans": "zh", "zh-Hant": "zh-Hant", "en": "en"}

# Wide characters, and full-width punctuation (the quotes, ellipsis and dash that Chinese shares
# with Latin included). A figure between Chinese words counts as wide.
_WIDE = f"\u2e80-\u2fdf\u3005-\u30ff{HANZI}{RARE_HANZI}{{}}"
_POINTS = "\u3000-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’…—"
# In Chinese a folded line end between wide characters is not a space (CSS Text 3, 4.1.3), nor is
# it beside full-width punctuation (CSS Text 4, 4.3.2).
_FOLD = pattern(f"(?<=[{_WIDE}]) (?=[{_WIDE}])|(?<=[{_POINTS}]) | (?=[{_POINTS}])")


class Kept(Record):
    """What was made of values (which stay, so that no others take their place in memory), with the
    texts and the references in it."""

    of: tuple[object, ...]
    made: object
    texts: list[Text]
    references: list[tuple[str, Ref]]


class Target(State, kw_only=True):
    """What nodes are converted for: the language wanted, and what is found on the way.

    A plain string is in the language of its file: an audience's files may have their own, which
    `files` gives; else `main`. `second` is the language of the titles' second lines, if any.
    `converted` are the places of the words that were converted to traditional Chinese; `kept` what
    was made for other audiences (see `parts.once`).
    """

    problems: Problems
    language: Language = "zh-Hans"
    main: Language = "zh-Hans"
    files: ByKey[str, Language] = field(default_factory=dict)
    second: Language | None = None
    traditional: Traditional | None = None
    english: English | None = None
    references: list[tuple[str, Ref]] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    converted: list[Mark] = field(default_factory=list)
    kept: dict[tuple[object, ...], Kept] = field(default_factory=dict)
    # Who wants a text in this language, in words that the language's name follows.
    reading: Part = _AUDIENCE_READS
    # The row of a table that `{column}` is taken from, and how often it was so far, where that is
    # not left to the finished texts.
    row: Row | None = None
    filled: int = 0
    # What was made with cells of the row, by its id: no other row shares it.
    own: dict[int, object] = field(default_factory=dict)

    def language_of(self, mark: Mark) -> Language:
        """The language that a plain string at `mark` is written in."""
        return self.files.get(mark.file, self.main)

    def words(self, scalar: Scalar, language: str) -> str:
        """The words of a scalar in a language, as the audience's country writes them."""
        said = _words(scalar, language)
        if language != "en":
            return said
        if "'" in said or '"' in said:
            said = outside_addresses(said, curly)
        return outside_addresses(said, self.english) if self.english else said

    def said(self, scalar: Scalar) -> str:
        """The characters of a scalar, with the cells of the row that it names."""
        if self.row is None or "{" not in scalar.text:
            return scalar.text
        self.filled += 1
        return self.row.filled(scalar.text)

    def add(self, code: str, mark: Mark, /, **parts: Part) -> None:
        """Tell a problem of the catalogue, as `Problems.add` does."""
        self.problems.add(code, mark, **parts)


def text(node: Node, to: Target, most: int = MOST_TEXT) -> Text | None:
    """The words for the audience, with the place they stand at; None, with problems, if none."""
    short: Text | None = None
    if isinstance(node, Mapping) and "text" in node.entries:
        _no_other_keys(node, ("text", "short"), to)
        shorter, wording = node.get("short"), node.get("text")
        if wording is None or says_nothing(wording):
            to.add("empty-text", node.key_mark("text"))
            return None
        if shorter is not None:
            found = _pick(shorter, to, required=False)
            short = _as_text(found, to) if found else None
        node = wording
    scalar = _pick(node, to)
    return None if scalar is None else _as_text(scalar, to, short, most)


def long_text(node: Node, to: Target) -> Text | None:
    """What a speaker says, which may be longer than what is shown."""
    return text(node, to, MOST_NOTES)


def dated(node: Node, to: Target) -> Text | None:
    """The words of a time: a day or a month in figures (2024-02-21) as a reader writes it."""
    if to.row and isinstance(node, Scalar):
        node = replace(node, text=to.said(node))
    made = text(node, to)
    if made is None or not _DAY.fullmatch(str(made)):
        return made
    try:
        said = spoken_date(str(made), to.language)
    except ValueError:
        to.add("no-such-day", made.mark, text=str(made))
        return made
    return replace(made, segments=(Segment(said),))


def is_text(node: Node) -> bool:
    """Whether a node is written as a text is: words, a mapping of languages, `{text: …}`; or as
    `{gdp}` without quotes, which is a mapping to YAML and was meant as words."""
    if not isinstance(node, Mapping):
        return isinstance(node, Scalar)
    return bool(node.entries.keys() & {*LANGUAGES, "text"} or _was_placeholder(node))


def says_nothing(node: Node) -> bool:
    """Whether a text has no words in any language: "", {}, {zh: ""}."""
    if not isinstance(node, Mapping):
        return is_blank(node)
    return node.entries.keys() <= LANGUAGES.keys() and all(
        is_blank(entry.value) for entry in node.entries.values()
    )


def second(node: Node, to: Target) -> Text | None:
    """The words of a text for the second language of a bilingual deck."""
    assert to.second
    traditional = to.traditional if to.second == "zh-Hant" else None
    other = replace(to, language=to.second, second=None, traditional=traditional)
    other.reading = phrase("second-lines-are-in")
    made = text(node, other)
    return made and replace(made, language=to.second)


def by_name(node: Node, to: Target) -> dict[str, dict[str, str]] | None:
    """Wordings by language of what is named by words of its own: 标准盒: {en: standard boxes}."""
    if not isinstance(node, Mapping):
        to.add("not-by-id", node.mark, found=what(node))
        return None
    made = {name: by_language(entry.value, to) for name, entry in node.entries.items()}
    return {name: said for name, said in made.items() if said is not None}


def by_language(node: Node, to: Target) -> dict[str, str] | None:
    """The wordings of a text node by language ("zh-Hans", "zh-Hant", "en"); {} where the cells of
    a row leave none."""
    if isinstance(node, Scalar):
        language = to.language_of(node.mark)
        node = _short_enough(node, to)
        words = bare(to.words(_cells(node, to), language), node.mark, language, to.problems)
        if is_neutral(words):
            return dict.fromkeys(NAMES, words) if words else {}
        made: dict[str, str] = {language: words}
    else:
        found = _wordings(node, to)
        if found is None:
            return None
        made = {
            key: bare(
                to.words(_cells(_short_enough(each, to), to), key), each.mark, key, to.problems
            )
            for key, each in found.items()
        }
        made = {key: words for key, words in made.items() if words}
    if to.traditional and "zh-Hans" in made and "zh-Hant" not in made:
        made["zh-Hant"] = to.traditional(made["zh-Hans"])
        to.converted.append(node.mark)
    return made


def _cells(scalar: Scalar, to: Target) -> Scalar:
    """A scalar that becomes bare words with the cells in it, whose braces are none of its own."""
    if to.row is None or "{" not in scalar.text:
        return scalar
    to.filled += 1
    return replace(scalar, text=to.row.filled(scalar.text, doubled=True))


def _as_text(scalar: Scalar, to: Target, short: Text | None = None, most: int = MOST_TEXT) -> Text:
    scalar = _short_enough(scalar, to, most)
    words = to.words(scalar, to.language)
    made = Text((Segment(words),), scalar.mark, short, scalar.raw)
    if has_braces(str(made)):
        to.texts.append(made)
    return made


def _short_enough(scalar: Scalar, to: Target, most: int = MOST_TEXT) -> Scalar:
    """A scalar that is not too long; one that is becomes its beginning, which is soon read."""
    if len(scalar.text) <= most:
        return scalar
    to.add("text-too-long", scalar.mark, length=len(scalar.text), most=most)
    return replace(scalar, text=scalar.text[:24], raw="")


def _words(scalar: Scalar, language: str) -> str:
    """The words of a scalar, without what only its layout in the file brought in."""
    if is_blank(scalar):
        return ""
    stripped = scalar.text.strip()
    return _FOLD.sub("", stripped) if scalar.folded and language != "en" else stripped


def _pick(node: Node, to: Target, required: bool = True) -> Scalar | None:
    """The scalar for the audience's language."""
    if isinstance(node, Scalar):
        if timed := _timed(node, to):
            return timed
        written = to.language_of(node.mark)
        if written == to.language or is_neutral(node.text):
            return node
        if to.traditional and written == "zh-Hans":
            return _traditional(node, to.traditional, to)
        if required:
            state = phrase("in-one-language", language=NAMES[written])
            mend = phrase("write-both", written=KEYS[written], wanted=KEYS[to.language])
            _missing(node.text, node.mark, state, mend, to)
        return None
    found = _wordings(node, to)
    if found is None:
        return None
    wanted = found.get(to.language)
    if wanted is None and (chinese := found.get("zh-Hans")):
        wanted = _timed(chinese, to)
    if wanted is None and to.traditional and "zh-Hans" in found:
        return _traditional(found["zh-Hans"], to.traditional, to)
    if wanted is None and required:
        said = next((each.text for each in found.values()), "")
        mend = phrase("add-wording", wanted=KEYS[to.language])
        _missing(said, node.mark, phrase("no-other-wording"), mend, to)
    return wanted


def _timed(scalar: Scalar, to: Target) -> Scalar | None:
    """A time of the calendar alone (2027年底前, 前三季度), which says itself in English."""
    words = scalar.text.strip()
    if to.language != "en" or len(words) > _LONGEST_TIME or not words.endswith(_TIMES_END):
        return None
    said = period_in_english(words)
    return replace(scalar, text=at_head(said)) if said else None


def _traditional(scalar: Scalar, convert: Traditional, to: Target) -> Scalar:
    """Simplified words converted; their place is noted."""
    to.converted.append(scalar.mark)
    return replace(scalar, text=outside_addresses(scalar.text, convert))


def _missing(words: str, mark: Mark, state: Phrase, mend: Phrase, to: Target) -> None:
    said, language = shorten(words), NAMES[to.language]
    to.add(
        "missing-translation",
        mark,
        words=said,
        state=state,
        mend=mend,
        reader=to.reading,
        language=language,
    )


def _wordings(node: Node, to: Target) -> dict[Language, Scalar] | None:
    """The scalars of a language map by language; None, with a problem, where it is not one."""
    if not isinstance(node, Mapping):
        _not_a_text(node, to)
        return None
    if braces := _was_placeholder(node):
        to.add("unquoted-braces", node.mark, written=braces)
        return None
    if not LANGUAGES.keys() & node.entries.keys():
        from briefgen.outline import forms  # few outlines have mistakes

        if forms.as_text(node):
            _not_a_text(node, to)
            return None
    _no_other_keys(node, tuple(LANGUAGES), to)
    found: dict[Language, Scalar] = {}
    for key, entry in node.entries.items():
        language = LANGUAGES.get(key)
        if language is None or is_blank(entry.value):
            continue
        if not isinstance(entry.value, Scalar):
            _not_a_text(entry.value, to)
        elif language in found:
            to.add("language-twice", entry.key, key=key)
        else:
            found[language] = entry.value
    return found


def _was_placeholder(node: Mapping) -> str:
    """`{gdp}` or `{a}, {b}` without quotes is a flow mapping whose keys have no values."""
    inside = [key for key, entry in node.entries.items() if is_empty(entry.value)]
    first = next(iter(node.entries.values()), None)
    if first and len(inside) == len(node.entries) and first.key != node.mark:
        return "{" + ", ".join(inside) + "}"
    return ""


def _not_a_text(node: Node, to: Target) -> None:
    """Tell that a value is no text, and how it is written as one."""
    from briefgen.outline import forms

    right = forms.written(forms.as_text(node), phrase("as-one-text"))
    to.add("not-a-text", node.mark, found=what(node), right=right)


def _no_other_keys(node: Mapping, known: tuple[str, ...], to: Target) -> None:
    for key, entry in node.entries.items():
        if key not in known:
            to.add("not-a-text-key", entry.key, key=key, offer=nearest(key, known))
