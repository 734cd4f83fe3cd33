"""Turn the headings of a source into its parts: what each is about, and of which time.

A heading says what a part of a report is about: what was done (工作回顾), what is aimed at (工作
安排), what is planned (规划), and of which year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.figures import Kind
from briefgen.facts.numerals import plain
from briefgen.facts.periods import DAY, TIMES, named, period_of
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern
from briefgen.record import Record

_HEADING = pattern(
    r"(?m)^[#\s]*(?P<words>[^\n。；，]{2,40}|(?![^\n]*[%$£€])[A-Z][!-~ ]{2,90}[A-Za-z\d)])\s*$"
    r"|(?P<said>主要预期目标是|预期目标为|主要目标是)|^\s*(?P<opened>(?:19|20)\d\d年)(?=[是，,])"
)
_FORMS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (pattern(r"回顾|完成情况|工作总结|主要成绩|成就|[Hh]ighlights|[Rr]esults|[Rr]eview"), "actual"),
    (
        pattern(
            r"工作安排|重点工作|主要目标|预期目标|工作任务|总体要求|目标任务|工作要点|[Tt]argets?\b"
        ),
        "target",
    ),
    (
        pattern(
            r"(?:规划|规劃|規劃)(?![师師局署部院委会會员員])|远景|展望|思路|(?:工作|实施|行动)(?:方案|计划)"
            r"|(?:财政|財政|收支)(?:预算|預算)(?!执行|執行)"
            r"|预算(?:案|安排|草案)|預算(?:案|安排|草案)|预测|預測|[Oo]utlook|[Gg]uidance|[Pp]lans?\b|Estimates\b"
        ),
        "plan",
    ),
)


class Section(Record):
    """A part of a source: where it begins, its kind and period, and how deep its heading stands."""

    start: int
    kind: Kind | None
    year: int
    period: str
    level: int = 0


def sections(text: SourceText, year: int) -> Iterator[Section]:
    """The parts of a text, in order; `year` is that of the source.

    A part ends where a heading of its level follows, or one above it: （二）免疫规划 is no plan for
    what stands behind （三）. The last of a report's great parts goes on.
    """
    last = Section(0, None, year, "")
    open_ = [last]
    yield last
    many = len(_NEWS.findall(text.text)) > _GREAT_PARTS
    for match in _HEADING.finditer(text.text):
        if match["opened"] and (last.period or last.kind != "actual"):
            continue  # the first year of a review that names none itself
        words = match["words"] or match["said"] or match["opened"]
        flat, level = plain(words), _level(match[0], many)
        kind = next((kind for form, kind in _FORMS if _says(form, flat)), None)
        said = _dating(text, match, words, kind)
        own = named(said) if said and not said["span"] else 0
        over, last = _up_to(level, open_, last)
        # A review is not of the year that its report is named by.
        period = period_of(said, own or last.year) if said else last.period * (kind != "actual")
        if kind or said:
            last = Section(match.start(), kind or last.kind, own or last.year, period, level)
            open_ = [*open_, last] if level else [last]
            yield last
        elif over:
            yield Section(match.start(), last.kind, last.year, last.period, level)


def _dating(
    text: SourceText, match: re.Match[str], words: str, kind: Kind | None
) -> re.Match[str] | None:
    """The word of time of a heading that tells of when its part is; None where none does."""
    said = TIMES.search(words)
    if said is None:
        return None
    # What a chart or table beside the text shows of many years dates no sentence.
    if said["years"] and (kind is None or _SHOWN.search(plain(words))):
        return None
    # The day that a speech was given on is no period; nor is this year that of all below a
    # headline: 全县今年新建泵站二十座.
    headline = said["relative"] and not text.text[: match.start()].strip()
    return None if DAY.match(words, said.end()) or headline else said


def _says(form: re.Pattern[str], flat: str) -> bool:
    """Whether a heading says what its part is: 2026年工作安排; not a headline that only speaks of
    such a thing (评分较预算案当日回落)."""
    flat = _ASIDE.sub("", flat)
    found = form.search(flat)
    if not has_hanzi(flat):
        return found is not None and not _REACHED.search(flat)
    if found is None or len(flat) <= _HEADLINE:
        return found is not None
    last = [*form.finditer(flat)][-1]
    opens = found.start() <= _NEAR and flat[found.end() : found.end() + 1] in tuple(
        "：:】》」” 　$"
    )
    return opens or len(flat) - last.end() <= _NEAR // 2


# （2025—2027年）, （征求意见稿）: of when, or of what form.
_ASIDE = pattern(r"(?:[（(][^（()）]{0,20}[）)]|\s)+$")
_HEADLINE, _NEAR = 18, 8
# Recycling beats its targets: a headline of what was done.
_REACHED = pattern(
    r"(?i)\b(?:beat|exceed|surpass|meet|met|hit|miss|pass|top|achiev|above|ahead of)\w*\b"
    r".*\b(?:targets?|plans?|guidance|outlook|estimates?)\b"
)
# Of so many headings of the highest level none is a part of a report: each opens a news item.
_NEWS, _GREAT_PARTS = pattern(r"(?m)^# "), 8
_SHOWN = pattern(r"^\W*[图圖表]\s*\d|及其(?:增长|增長|占比|比重|构成)|[增长]速度?$|情况[图圖表]?$")


def _up_to(level: int, open_: list[Section], last: Section) -> tuple[bool, Section]:
    """Whether a heading of a level ends the last part, and the one that it stands in then; of the
    open ones those that it ends are no more."""
    if not (level > 1 or (level and open_[-1].level > level)):
        return False, last
    while len(open_) > 1 and open_[-1].level >= level:
        open_.pop()
    return last.level >= level, open_[-1]


def _level(line: str, many: bool) -> int:
    """How deep a heading stands: 1 for 一、 and #, 2 for （一） and ##, and for # where there are
    `many`; 0 where it does not say."""
    line = line.strip()
    if marks := _MARKS.match(line):
        return len(marks[0]) + many
    return next((level for level, form in enumerate(_NUMBERED, 1) if form.match(line)), 0)


_MARKS = pattern("#+")
_NUMBERED = (
    pattern(r"第?[一二三四五六七八九十]+[、章节 ]"),
    pattern(r"[（(][一二三四五六七八九十]+[）)]"),
    pattern(r"\d{1,2}[.．、](?!\d)"),
    pattern(r"[（(]\d{1,2}[）)]"),
)
