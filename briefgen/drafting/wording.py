"""Turn running text into what stands on a slide: its sentences, its clauses, a title.

Nothing is put into other words: a title is a heading, or the clause that a paragraph begins with; a
point is a sentence, or its first clauses. What is cut off stands whole in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.asides import GREETING, SENT, said_of
from briefgen.drafting.casing import cased
from briefgen.drafting.intros import introduced
from briefgen.drafting.lines import bare
from briefgen.drafting.results import result_in
from briefgen.drafting.verbs import ASIDE, HANGS, IN, OPENING, SUM, TWICE, VERB, is_clause
from briefgen.patterns import pattern

TITLE = 68  # columns at most: 34 hanzi; letters take half of one
LINE = 56  # of one line, which is read before one of two
# A title made of a clause has so many at least.
CLAUSE = 14
_HEAD = 8  # of a whole sentence that is the head of others
# Columns of a point: two lines. A sentence that cannot end earlier may be so much longer.
POINT = 150
_LONGER = 1.75

_SENTENCE = pattern(
    r"[^。！？!?\n]*?(?:[。！？]+[”’」』）)]*|[!?]+[\"”’)]*(?=\s|$)|\n|$"
    r"|(?<=[A-Za-z\d)%\]”\"])(?<!\b[A-Z])(?<!\bNo)(?<!\bFig)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bvs)"
    r"(?<!\ba\.m)(?<!\bp\.m)(?<!\be\.g)(?<!\bi\.e)(?<!\bal)(?<!\betc)(?<!\bSt)(?<!\bInc)(?<!\bLtd)(?<!\bCo)"
    r"\.[\"”’)]*(?=\s+[A-Z\d\"“(]|\s*$))"
)
# A number that tells something; a year, a date and the number of a part do not.
TELLS = pattern(
    r"\d[\d,.]*\s?(?:[%％]|(?![年月日届次屆季期号號])[\u4e00-\u9fff]|per ?cent\b"
    r"|(?:million|billion|thousand)\b|[a-z]{3,}s\b)|[$€£¥]\d"
    r"|\b(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|HKD|AUD|CAD|SGD|NOK|SEK|DKK) ?\d"
)
# Where a sentence may end early: at a semicolon, a colon, a comma that groups no digits, a dash.
_BREAK = pattern(
    r"；|[;:](?=\s)|：|，|,(?=\s)(?!\s(?:(?:19|20)\d\d|Inc|Ltd|LLC|Jr)\b)|\s[–—]\s|——| \(|（"
)
# Where the words before are a title by themselves in English: a clause there begins with much else.
_STRONG = pattern(r"[;:](?=\s)|\s[–—]\s")
# Where an English clause that has its verb may end too.
_WEAK = pattern(
    r"(?<=percent) to (?=\$)|(?<=%) to (?=\$)| (?:compared|from|for|even|if|because|while|when"
    r"|where|which|although|including|with|in|by|on|at|after"
    r"|before|until|unless|through|during|under|without|within|as a result)\b"
)
_LEADING = pattern(
    r"^(?:(?:——|—|[-–•·●▪■◆]\s*)+|[(（][一二三四五六七八九十\d]{1,3}\s?[)）]\s*(?=[^\s]{2}))"
)
# …; and: what leads to the next item of a list.
_LAST = pattern(r"[;,]\s*(?:and|or)$|[；，]?(?:以及|并|和)$")
# 是：地区生产总值…: what leads to the rest stands in the title.
_LED_TO = pattern(r"^(?:[是为為]|[^。：:]{0,44}(?:目[标標]|任[务務])(?:[是为為]|如下))[：:]")
_TRAIL = "，,；;：:、—– （("


def spoken(text: str) -> str:
    """A text without where it was sent from, who had the word, and what was done meanwhile."""
    return said_of(SENT.sub("", text))


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with what ends it; nobody is greeted on a slide, and where a
    report was sent from is none of its words. One that was broken off is none, nor one that says
    where to read more."""
    spoke = _ADDRESS.sub(_READ, spoken(text))
    found = (match[0].strip() for match in _SENTENCE.finditer(spoke))
    kept = (each for each in found if each and _READ not in each)
    return [each for each in kept if not GREETING.fullmatch(each) and not _broken(each)]


def _broken(sentence: str) -> bool:
    return sentence.endswith(("……", "......", "...")) and cells(sentence) > CLAUSE


# Where something can be read: no words of a slide.
_ADDRESS = pattern(r"(?:https?://|www\.)[^\s，。；）)]*")
# What stands for it meanwhile.
_READ = "\ue000"


# Nothing that stands farther behind in a sentence is in a title or a point; characters behind a
# colon that tell nothing.
_FAR, _AFTER_COLON = 400, 14


def _prefixes(text: str, breaks: re.Pattern[str] = _BREAK) -> Iterator[str]:
    """What a text says up to each place where it may end, longest first."""
    ends = [match.start() for match in breaks.finditer(text[:_FAR])]
    for end in reversed(ends):
        prefix = text[:end].rstrip(_TRAIL + " ")
        # Behind a colon something has to be told.
        if _FROM.search(prefix) and _TO.search(text, end):
            # from 184.7 million, during 2023, to 268.2: what it came to is told with it.
            continue
        if _AND.match(text, end) and not is_clause(prefix.rpartition(", ")[2]):
            # growth, margins, and discipline: a list is told whole.
            continue
        if ASIDE.match(text, end) or (SUM.search(prefix) and IN.match(text, end)):
            # The assets (of all kinds) reached …, $4 million in losses: what follows belongs to it.
            continue
        dashes = len(_DASH.findall(prefix)), len(_DASH.findall(text))
        if dashes[0] % 2 or (dashes[0] == 0 and dashes[1] == 2 and _DASH.match(text, end)):
            # – and so on –: what stands between dashes, or hangs on it.
            continue
        if _INCLUDES.search(prefix) and _ITEM.match(text, end):
            # including A, B: a list of which the rest is cut off looks whole.
            continue
        if _LIST.match(text, end) or (_OPEN.search(prefix) and _CLOSES.match(text, end)):
            continue
        if balanced(prefix) and ": " not in prefix[-_AFTER_COLON:]:
            yield prefix


_FROM = pattern(r"\bfrom (?:(?:US)?\$ ?)?\d(?:(?!\bto\b)[^;])*$")
_TO = pattern(r"\bto\b")
_AND = pattern(r",\s(?:and|or)\s")
# Infor, Amazon, and Costco: a list is told whole.
_LIST = pattern(r",\s(?:[\w’'&-]+ ){0,3}[\w’'&-]+(?:, (?:and|or)\b|,? (?:and|or) [\w’'&-]+[,.;])")
_INCLUDES = pattern(r"(?:\b(?:including|such as|consisting of)\b|包括|(?<=[，（])如)[^;；:：]*$")
# , brokered deposits, …: a further one of a list, and not how much all of it is.
_ITEM = pattern(
    r"[,，](?!\s?(?:(?:by|for|to|from|with|at|in|up|down|which|who|compared|an?|but|while|as)\b"
    r"|\w+ing\b))"
)
_DASH = pattern(r"\s[–—]\s")
# 是我省深入贯彻……，开创新局面的关键时期: what is only said to be something behind a comma.
_OPEN = pattern(r"[是为為][^，。；：的]{4,}(?:的[^，。；：]{4,})?$")
_CLOSES = pattern(r"，[^。；]*的[^，。；的]{2,8}(?:[，。；]|$)")


def balanced(text: str) -> bool:
    """Whether brackets and quotation marks are closed where they were opened."""
    pairs = (
        ("（", "）"),
        ("(", ")"),
        ("“", "”"),
        ("《", "》"),
        ("「", "」"),
        ("[", "]"),
        ("{", "}"),
    )
    return all(text.count(a) == text.count(b) for a, b in pairs) and text.count('"') % 2 == 0


def point(sentence: str, most: int = POINT) -> str:
    """A sentence as a point: without its full stop, and no longer than two lines where it can be
    ended before.

    >>> point("坚持创新驱动，新质生产力加快培育。")
    '坚持创新驱动，新质生产力加快培育'
    """
    words = cased(_LED_TO.sub("", _LEADING.sub("", sentence.strip()).strip()))
    words = _WHOSE.sub(r"\1: ", words)
    if cells(words) > most + 6:
        fits = cells(words) <= _LONGER * most
        words = (
            next(_clauses(words, most, _BREAK), "")
            or (words if fits else next(_clauses(words, most, _WEAK), ""))
            or _cut(words, most)
        )
    words = _whole_quotes(_LAST.sub("", words))
    return words.rstrip("。；;，,：:、") if has_hanzi(words) else _unstopped(words.rstrip(";, "))


# Mills - Revenue rose: whose a sentence is, before a dash as before a colon.
_WHOSE = pattern(r"^([A-Z][\w&.’]*(?: [A-Z][\w&.’]*){0,3}) [-–—] (?=[A-Z][a-z]+ )")


def _whole_quotes(words: str) -> str:
    """Words without a quotation mark at an end whose other is not among them."""
    if words.count("“") > words.count("”") and words.startswith("“"):
        return words[1:]
    if words.count("”") > words.count("“") and words.rstrip(".").endswith("”"):
        return words.rstrip(".").removesuffix("”")
    return words


def _clauses(words: str, most: int, breaks: re.Pattern[str]) -> Iterator[str]:
    """What a sentence says up to each place where it may end as a whole clause, longest first."""
    for said in _prefixes(words, breaks):
        if 2 * CLAUSE <= cells(said) <= most and (has_hanzi(said) or is_clause(said)):
            yield said


# 全年全市, In addition, 其中: what a title does not begin with.
_FILLER = pattern(
    r"^(?:其中[，：]?|(?:经|經)?初步[核统統][算计計]，|同[时時][，]|此外[，]|[总總]体[看来][，]"
    r"|同期，|[数數統统][据據計计][显顯]示，|(?:具[体體])?分?[领領]域[来來]?看，"
    r"|[\u4e00-\u9fff]{2,4}介[绍紹]，(?:[初][步][^，]{2,4}，)?(?=[^。]*\d)"
    r"|[据據](?:悉|介[绍紹]|了解)，|[据據][^，]{2,8}[统統][计計]，|按[^，]{2,10}分，|分[^，]{2,8}看，"
    r"|我们[^。]{0,40}?，(?=[^，]{4,20}(?:增[长長]|达到|突破|下降)\d)"
    r"|[^，。：:]{0,18}(?:包括|目[标標]是|[为為是])[：:]"
    r"|[A-Z].{3,240}? (?:today )?(?:announced|reported)(?: today)? that "
    r"|(?:In addition|Moreover|Furthermore|Also|Meanwhile|And|But|So|Additionally|Further), ?)"
)
# for the quarter ended November 2, 2024: the day is on the cover.
_ENDED = pattern(
    r",? (?<!months )(?<!year )(?:ended|ending) [A-Z][a-z]+ \d{1,2}, \d{4}(?!,? and \d),?"
    r"|(?<=[a-z])\s?\((?:NYSE|Nasdaq|NASDAQ): ?\w+\)"
)
# the nine months ended September 30, 2024: the month is enough.
_DAY = pattern(r"((?:months|year) end(?:ed|ing) [A-Z][a-z]+) \d{1,2},? (?=\d{4})")


def claims_in(sentence: str, most: int) -> Iterator[str]:
    """What a sentence says by itself up to each place where it may end, in so many columns, longest
    first: whole clauses, without what only leads to them.

    >>> next(claims_in("其中，高技术制造业增加值增长13%，比上年快2个百分点。", 34))
    '高技术制造业增加值增长13%'
    """
    words = point(_FILLER.sub("", said_of(sentence)), 4 * most)
    if not has_hanzi(words):
        words = TWICE.sub("", words)
        words = words[:1].upper() + _DAY.sub(r"\1 ", _ENDED.sub("", words[1:]))
        if REFERS.match(words):
            return
    if CLAUSE <= cells(words) <= most and balanced(words) and "……" not in words:
        yield words
    for said in _prefixes(words):
        behind_ = words[len(said) :].lstrip()
        if behind_.startswith(("(", "（")) and not _FORMER.match(behind_):
            # What stands in brackets belongs to the word before it.
            continue
        fits = CLAUSE <= cells(said) <= most and not _LEADS.search(said)
        if fits and (has_hanzi(said) or is_clause(said)):
            yield said
    if not has_hanzi(words):
        yield from (p for p in _prefixes(words, _WEAK) if 28 <= cells(p) <= most and is_clause(p))
        # Following a strong 2024, the town sold …: what only leads to a clause can go.
        led = _LED.match(words)
        rest = words[led.end() :] if led else ""
        if rest and is_clause(rest):
            yield from claims_in(rest[:1].upper() + rest[1:], most)


# (2024: $5 million), （上年同期：…）: what something was before is no part of its name.
_FORMER = pattern(
    r"[(（](?:[^()（）]{0,12}(?:19|20)\d\d|(?:previous|prior) year|上年同期).{0,4}[:：]"
)
_LED = pattern(
    r"(?:Following|After|Despite|Amid|Overall|Additionally|Today|To that end|As expected)"
    r"\b[^,]{0,60}, (?!which|who|and|but|or|with|including)"
)
# The increase was driven by: what only the sentence before tells what it is.
REFERS = pattern(
    r"(?:The (?:increase|decrease|change|growth|decline|improvement)|This|These|Those|It|They|He"
    r"|She|Other increases|Such|That|There)\b|[^,]{0,60}, (?:it|they|he|she|this)\b"
)
# 2025年3月底, 在…中: what only says when or where; 主要目标是: what only leads to the rest.
_LEADS = pattern(
    r"^(?:在|当|當|随着|隨着|面[对對]|[对對][于於]|[为為]了?|到|截至|自|由|[经經][过過]|如果|若|虽然|雖然|除了?|[与與]|根据|根據|按照|[随隨]|以)"
    r"[^，]{0,40}$|，按[^，]{2,12}[计計]算$|(?:是|有|包括|如下|分别|分別|其中|[为為]|和|及|或|的)$|^[^，]{0,12}(?:年|月|日|底|末|[时時]|期|中|后|後|上|下|前|季度|[月年]份|年[来來]|以[来來])$"
)


def leads(words: str) -> bool:
    """Whether words only say when, where or by what, or lead to others.

    >>> leads("按照党中央部署"), leads("按照部署，全面完成任务"), leads("指导思想是")
    (True, False, True)
    """
    return bool(_LEADS.search(words))


def _unstopped(words: str) -> str:
    single = words.count(". ") == 0
    ends = words.endswith(".") and not words.endswith(("..", "Inc.", "Ltd.", "Corp.", "Co."))
    return words[:-1] if single and ends else words


def _cut(text: str, most: int) -> str:
    """A text cut between words, where it has no better place, with an omission mark."""
    kept = ""
    for word in _WORD.findall(text):
        if cells(kept + word) > most - 4:
            break
        kept += word
    kept = kept.rstrip(_TRAIL + " ")
    for end in range(len(kept), max(0, len(kept) - 30), -1):
        if balanced(kept[:end]):
            kept = kept[:end].rstrip(_TRAIL + " ")
            break
    return kept + ("……" if has_hanzi(text) else " …")


def fitting(text: str, most: int) -> str:
    """The first sentences of a text, so many as fit; the first clauses of one that does not."""
    found = sentences(text)
    kept = ""
    for each in found:
        longer = f"{kept} {each}".strip() if not has_hanzi(text) else kept + each
        if cells(longer) > most:
            break
        kept = longer
    return kept or point(found[0] if found else text, most)


_WORD = pattern(r"[\x21-\x7e\xa1-\u024f]+\s*|\s+|.")


def title(text: str) -> str:
    """A heading as a slide's title: without its number, of 34 characters at most.

    >>> title("（一）2025年工作回顾")
    '2025年工作回顾'
    """
    words = " ".join(bare(_LEADING.sub("", text.strip())).split()) or text.strip()
    words = cased(words)
    words = words.rstrip("。；;，,：:、–—- ")
    if cells(words) > TITLE:
        words = _AGAINST.sub("", words)
    if cells(words) <= TITLE:
        return words
    fit = (p for p in _prefixes(words) if CLAUSE <= cells(p) <= TITLE)
    comma = words.find(", and ")
    short = words[:comma] if 2 * CLAUSE <= cells(words[: max(comma, 0)]) <= TITLE else ""
    return next(fit, "") or short or _cut(words, TITLE)


# Highlights of the quarter compared to the prior year period: what they are compared with can go.
_AGAINST = pattern(r" [Cc]ompared (?:[Tt]o|[Ww]ith)\b.*$")


def led_title(text: str) -> str:
    """The title that a paragraph has in itself: its first sentence, or clause; "" where that is
    too long or too short to be one."""
    found = sentences(text)
    if not found or introduced(found[0]):
        return ""
    first = _FILLER.sub("", _LEADING.sub("", found[0]).strip()).rstrip("。；;，,：:、")
    first = first if has_hanzi(first) else _unstopped(first)
    first = cased(" ".join(bare(first).split()))
    least = _HEAD if len(found) > 1 and has_hanzi(first) else CLAUSE
    if _SPEAKS.search(first) or COUNTED.match(first):
        return ""
    if (result := result_in(first)) and balanced(result):
        return result
    if least <= cells(first) <= (LINE if has_hanzi(first) else TITLE) and balanced(first):
        return "" if leads(first) else first
    return _led(first)


def _led(first: str) -> str:
    """The first clauses of a sentence as a title; "" where none is one."""
    whole = has_hanzi(first) or not OPENING.match(first)
    breaks = _BREAK if whole else _STRONG
    both = [p for p in _prefixes(first, breaks) if CLAUSE <= cells(p) <= TITLE]
    fit = [p for p in both if (has_hanzi(p) or VERB.search(p)) and not leads(_last(p))]
    entire = [first] if cells(first) <= TITLE and balanced(first) else []
    short = (p for p in (*fit, *entire) if cells(p) <= LINE or not has_hanzi(p))
    return next(short, "") or next(iter((*entire, *fit)), "")


def _last(words: str) -> str:
    """The last clause of words."""
    return words.rpartition("，")[2]


# 四是深化改革: one of several calls is not what they are called.
COUNTED = pattern(r"^[一二三四五六七八九十]{1,2}[是要]\s*(?![^，。]{0,3}[：:])")
# Mr. Banks continued: who has the word.
_SPEAKS = pattern(r"^.{2,60} (?:said|stated|continued|added|commented|noted|concluded)(?:,|:|$)")


def subject(text: str) -> str:
    """What the first sentence of an English text is about: its words before the verb, where they
    can be a title; "" where they cannot, and for Chinese.

    >>> subject("Net sales for the quarter ended 2 May 2024 decreased 3.2 percent to $293.6m.")
    'Net sales for the quarter ended 2 May 2024'
    """
    first = next(iter(sentences(text)), "")
    if has_hanzi(first) or OPENING.match(first) or not first[:1].isupper():
        return ""
    told = [
        _ADVERB.sub("", first[: match.start()].rstrip()) for match in VERB.finditer(first[:_FAR])
    ]
    fit = (p for p in reversed(told) if 2 * CLAUSE <= cells(p) <= TITLE and balanced(p))
    ended = (p for p in fit if not HANGS.search(p) and p[-1:] not in ",-")
    return next((p for p in ended if ": " not in p[-_AFTER_COLON:]), "")


_ADVERB = pattern(r" [a-z]+ly$")


def behind(title: str, sentence: str) -> str:
    """What a sentence says behind the words that are its title; "" where that is nothing."""
    at = sentence.find(title)
    if at < 0:
        return sentence
    return sentence[at + len(title) :].lstrip(_TRAIL + "。. ").strip()
