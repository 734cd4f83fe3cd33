"""Turn the numbers of a source into ledger entries, and into `{id}` where a slide says them.

A number becomes an entry only where its reading is sure, and `{id}` only where the figure is
written as the source writes it; everything else stays the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.clauses import weighs
from briefgen.drafting.ids import shortened
from briefgen.drafting.whole_labels import says_whole, shared
from briefgen.facts.drafts import Draft, drafted
from briefgen.facts.entries import as_yaml, looked_at
from briefgen.facts.figures import Source
from briefgen.facts.inventory import MOST_NUMBERS, stated_in
from briefgen.facts.quantity import Form, in_form
from briefgen.facts.sources import SourceText, matching_form, prepare
from briefgen.problems import Problems
from briefgen.record import Record, State, field, replace

_FORMS: tuple[Form, ...] = ("", "number")
# Of a figure that stands alone the label has so many columns at most.
_LABEL = 30
# A number without a unit has so many digits at least: fewer only count parts and places.
_BARE = 3
_WORD = 5
# A label that is words alone: no brackets of notes, no numbers that were part of its subject.
_CLEAR = re.compile(r"[^\[\]{}<>*|#$\d][^\[\]{}<>*|#$]+")
# What has a meaning in the words of an outline (see `brief/marks.py`).
# What a page says otherwise than its source may, and how that may write it.
_WAYS = {
    "%": r"(?:[%％]|per ?cent\b)",
    **dict.fromkeys(("USD", "US$"), r"(?:USD|US\$|\$)"),
    **dict.fromkeys(("港元", "新台幣", "澳門元"), r"(?:港|新[台臺][币幣]|澳[门門])? ?元"),
}
_OTHERWISE = re.compile(r"港元|新台幣|澳門元|%|USD|US\$|(?<![\d.,])\d+(?:,\d{3})*(?![\d.,])")
_INSIDE = re.compile(r"\d[,.]\Z")
_DOLLAR = re.compile(r"(?<![A-Za-z])\$(?=\d)")
_SIGNS = re.compile(r"[*^~`\[\]<#_]|@(?=\w)")


class Sure(Record):
    """A number that was read surely: its entry, where it stands in the text, and its form there."""

    draft: Draft
    start: int
    end: int
    form: Form
    # Whether its label says all that the clause around it does.
    whole: bool = True


class Numbers(State):
    """The sure numbers of a text, and which of them slides have used; `told` counts those that
    stayed the source's own words."""

    text: str
    sure: Sequence[Sure]
    told: int
    # Whose dollars bare ones are: a draft writes all of them in one way.
    dollars: str = "$"
    used: dict[str, Draft] = field(default_factory=dict)
    _cursor: int = 0

    def written(self, words: str) -> str:
        """Words of the source as an outline has them: signs escaped, sure numbers as `{id}`."""
        return "\n".join(map(self._line, words.split("\n")))

    def _line(self, words: str) -> str:
        bare = words.removesuffix("……").removesuffix(" …")
        at = self._find(bare)
        if at < 0:
            return self._pieces(words)
        made: list[str] = []
        last = at
        for each in self.within(at, at + len(bare)):
            made.append(self.plain(self.text[last : each.start]))
            colon = f":{each.form}" if each.form else ""
            made.append(f"{{{each.draft.id}{colon}}}")
            self.used[each.draft.id] = each.draft
            last = each.end
        made.append(self.plain(self.text[last : at + len(bare)]))
        return "".join(made) + words[len(bare) :]

    def _pieces(self, words: str) -> str:
        """Words that do not stand in the text as they are, but for what stands before a colon."""
        if (tail := _TAIL.search(words)) and self._find(words[: tail.start()]) >= 0:
            return self._line(words[: tail.start()]) + self.plain(tail[0])
        for joint in ("：", ": "):
            before, found, behind = words.partition(joint)
            if found and self._find(behind) >= 0:
                return self.plain(before) + joint + self._line(behind)
        return self.plain(words)

    def plain(self, words: str) -> str:
        """Words with their signs escaped, and dollars as all of the draft has them."""
        return escaped(_DOLLAR.sub(self.dollars, words))

    def cell(self, words: str) -> str:
        """Words of a cell, which holds no figures but its own."""
        return self.plain(" ".join(words.split()))

    def _find(self, words: str) -> int:
        if len(words) < 2:
            return -1
        at = self.text.find(words, self._cursor)
        if at < 0:
            return self.text.find(words)
        if len(words) > 12:
            self._cursor = at
        return at

    def within(self, start: int, end: int) -> Iterator[Sure]:
        """The sure numbers that stand between two places."""
        last = start
        for each in self.sure:
            if last <= each.start and each.end <= end:
                yield each
                last = each.end

    def in_sentence(self, sentence: str, most: int = _LABEL) -> Iterator[Draft]:
        """The figures of a sentence that can stand alone: with a label of so many columns at most,
        each label once."""
        at = self.text.find(sentence)
        seen: set[str] = set()
        for each in self.within(at, at + len(sentence)) if at >= 0 else ():
            alone = each.whole and _stands_alone(each.draft.label, most)
            # 平均压减时间58%、材料52%: a share of one word is of something else.
            alone = alone and (each.draft.quantity.unit != "%" or cells(each.draft.label) > _WORD)
            if alone and each.draft.label not in seen:
                seen.add(each.draft.label)
                yield each.draft

    def leading(self, sentence: str) -> Draft | None:
        """The figure of a sentence that weighs the most, the first of several; None without one."""
        at = self.text.find(sentence)
        drafts = [each.draft for each in self.within(at, at + len(sentence))] if at >= 0 else []
        told = [each for each in drafts if each.quantity.unit]
        return max(told, key=lambda each: weighs(each.stated.text), default=None)

    def use(self, drafts: Iterable[Draft]) -> list[str]:
        """The ids of figures that a page shows; they stand in the ledger."""
        shown = {draft.id: draft for draft in drafts}
        self.used.update(shown)
        return list(shown)

    def use_ids(self, ids: Iterable[str]) -> None:
        """Figures that a slide shows stand in the ledger."""
        known = {each.draft.id: each.draft for each in self.sure}
        self.used.update((id, known[id]) for id in ids if id in known)

    def entries(self) -> str:
        """The entries of the figures that were used, in YAML."""
        order = {each.draft.id: number for number, each in enumerate(self.sure)}
        return as_yaml(sorted(self.used.values(), key=lambda draft: order[draft.id]))


def _stands_alone(label: str, most: int) -> bool:
    """Whether a label names something by itself: a subject with its verb does not."""
    room = most if has_hanzi(label) else most * 7 // 5
    named = 4 <= cells(label) <= room and not _NO_NAME.search(label)
    named = named and (has_hanzi(label) or " " in label)
    return named and not _UNFINISHED.search(label)


# in Q3 2024: of when a title is, behind words of the source.
_TAIL = re.compile(r" (?:in|on) (?:the )?[A-Za-z\d ]{2,28}\d{4}$")
# 我預測整體通脹率, 均浓度: whose it is, or the end of a word.
_NO_NAME = re.compile(
    r"^[左右上下内內]?、|^[万萬亿億]+元?(?:[台臺]?[阶階]|大[关關]|以上)|[我你她們们該该此]|(?<!其)他|[都會会將]|^(?:均|涉及|累计|公司|其(?!他)|[对對]|[带帶][动動])"
    r"|一直|[进進]一步|^(?:to|from|of|in|at|by|for|these|this|those|such"
    r"|increased|decreased|it|its|our|we|percentage of|total of)\b",
    re.I,
)
# 整體通脹率從, 粮食综合生产能力迈上: what its verb, or a word that leads to more, ends.
_UNFINISHED = re.compile(
    r"(?:[从從達达為为的至到在了和及与與由将共约約近高低]|一直|一定|[迈邁]上|[预預]期|多出|高出|提高|提升|收取|"
    r" (?:of|for|in|by|from|to|was|were|is|the|a|and|increase|decrease))$"
)


_PAST = re.compile(r"(?:[过過]去|[这這]|近)[一二三四五六七八九十两兩]年|[一二三四五]年[来來]")
# 四季度 is 第四季 where traditional characters are written.
_QUARTER = re.compile(r"(?<!第)([一二三四])季度")


def escaped(words: str) -> str:
    """Words as an outline has them, where no sign has a meaning."""
    return _SIGNS.sub(lambda sign: "\\" + sign[0], words).replace("{", "{{").replace("}", "}}")


def numbers_of(
    text: str, whole: str, source: Source, language: str, refused: frozenset[str] = frozenset()
) -> Numbers:
    """The sure numbers of a text, which is part of a `whole`, without those refused. `source` is
    what that will be known as."""
    read = prepare(source, text, Problems())
    # Of a text without end the later numbers stay as they are written.
    stated = tuple(islice(stated_in(read), MOST_NUMBERS))
    drafts = drafted(stated, read, source, proving=True)
    found = looked_at(drafts, {source.id: source}, {source.file: text.encode()})
    short = shortened(draft.id for draft in found)
    known = [replace(draft, id=short[draft.id]) for draft in found]
    if language == "zh-Hant":
        known = [replace(each, period=_QUARTER.sub(r"第\1季", each.period)) for each in known]
    # What was in years that are over is no target, whatever stands beside it.
    known = [
        replace(each, kind="actual") if each.kind == "target" and _PAST.match(each.period) else each
        for each in known
    ]
    known = [_come(each, read, whole) for each in known]
    sure: list[Sure] = []
    squeezed = matching_form(whole)
    for draft in known:
        clear = draft.why is None and draft.whole and draft.id not in refused
        clear = clear and not _shares(_clause_of(draft, read))
        clear = clear and matching_form(draft.quote) in squeezed
        clear = clear and bool(_CLEAR.fullmatch(draft.label))
        digits = sum(map(str.isdigit, draft.stated.text))
        clear = clear and digits >= (1 if draft.quantity.unit else _BARE)
        placed = _placed(draft, read, language) if clear else None
        if placed:
            sure.append(placed)
    sure.sort(key=lambda each: each.start)
    dollars = "US$" if source.currency == "USD" else "$"
    return Numbers(text, sure, len(known) - len(sure), dollars)


def _clause_of(draft: Draft, text: SourceText) -> str:
    """The clause that a number stands in, with those that 、 joins to it."""
    at = text.offsets[draft.stated.place.start]
    start = max(text.text.rfind(mark, 0, at) for mark in "，。；\n") + 1
    end = _CLAUSE_END.search(text.text, at)
    return text.text[start : end.start() if end else len(text.text)]


_CLAUSE_END = re.compile(r"[，。；\n]|$")


def _shares(clause: str) -> bool:
    """Whether the things of a clause share the end of the last, nobody can tell how much of it.

    >>> _shares("磨坊、面粉、磨坊技改投资分别增长9%、13%、6%")
    True
    """
    match = _EACH_OF.match(clause)
    items = re.split("[、和与與及]", match[1]) if match else []
    return any(len(each) > 1 and items[-1].startswith(each) for each in items[:-1])


_EACH_OF = re.compile(r"(.*?)分[别別]")


def _come(draft: Draft, text: SourceText, whole: str) -> Draft:
    """A figure of a year that was over when a report was written, which is none that it aims at."""
    written = _YEAR.search(whole.partition("\n")[0])
    own = _YEAR.match(draft.period)
    over = draft.kind == "target" and written and own and own[0] < written[0]
    if not over or _AIM.search(_clause_of(draft, text)):
        return draft
    return replace(draft, kind="actual")


_YEAR, _AIM = re.compile(r"20\d\d(?=年)"), re.compile("目[标標]|力[争爭]")


def _placed(draft: Draft, text: SourceText, language: str) -> Sure | None:
    """Where a number stands as its figure is written; None where it is written otherwise."""
    place = draft.stated.place
    start, end = text.offsets[place.start], text.offsets[place.end - 1] + 1
    for form in _FORMS:
        said = "".join(in_form(draft.quantity, language, form).split())
        spaced = re.compile(" ?".join(_as_written(said)))
        window = max(0, start - len(said) - 2)
        for match in spaced.finditer(text.text, window, end + len(said) + 2):
            if _INSIDE.search(text.text, 0, match.start()):
                # 683,858 of No. 6,683,858.
                continue
            if match.start() <= start and end <= match.end():
                at = match.start(), match.end()
                named = replace(draft, label=shared(draft, text.text, start))
                return Sure(named, *at, form, says_whole(named, text.text, *at))
    return None


def _as_written(said: str) -> Iterator[str]:
    """The pattern of what a page says, as a source may write the same: 5 percent for 5%, $128.0
    million for USD 128 million, 600元 for 600港元 where it counts in these."""
    last = 0
    for match in _OTHERWISE.finditer(said):
        yield from map(re.escape, said[last : match.start()])
        yield _WAYS.get(match[0]) or rf"{' ?'.join(map(re.escape, match[0]))}(?:\.0+)?"
        last = match.end()
    yield from map(re.escape, said[last:])
