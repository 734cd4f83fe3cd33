"""Turn the English clause around a number into the few words that say what it counts."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from briefgen.facts import directions
from briefgen.facts.english_asides import (
    aside,
    counted_there,
    moved,
    says_nothing,
    since,
    subject_apart,
    with_origin,
)
from briefgen.facts.english_changes import (
    A_RATE,
    CUT_CHANGE,
    POINTS,
    WHO,
    came_to_a_rate,
    changed_by,
    moved_by,
)
from briefgen.facts.english_finished import each_of_two, finished, is_change
from briefgen.facts.english_nouns import MOVED, leads_to
from briefgen.facts.english_units import ENGLISH_NOUNS
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.own.english import all_in_clause_words
from briefgen.facts.own.english_last import last_words
from briefgen.facts.own.english_whole import whole_english
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import Record, replace

_BEHIND = pattern(r"(?:-| )?(?P<noun>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2})")
_AFTER = frozenset(
    "globally worldwide while with due "
    "to in of for at on by from and or were was are is as with across per over under during this "
    "reported recorded earned posted achieved it they we he she i that which who than since "
    "after before following will have has had the "
    "a an into up down "
    "higher lower year-on-year compared through respectively".split()
)


class _Clause(Record):
    """What the words around a number say: those before it back to the number before, the noun and
    the words that lead from that to it, and what stands behind it ("" where nothing does)."""

    lead: str
    noun: str
    fillers: list[str]
    # What is counted; what changed by so much; what went up or down.
    behind: str
    changed: str
    move: str

    @property
    def alone(self) -> bool:
        """Whether nothing behind the number says what it is."""
        return not (self.behind or self.changed or self.move)

    @property
    def bare(self) -> bool:
        """Whether nothing beside the number says what it is."""
        return self.alone and not self.noun


def english_labels(text: SourceText, run: Sequence[Stated], told: str = "") -> list[Label]:
    """Labels of the numbers of one English sentence; `told` is the last of its paragraph."""
    made: list[Label] = []
    growth: Label | None = None
    compared = named_there = False
    said: dict[str, Label] = {}
    levels: dict[str, Label] = {}
    subject, last = "", text.bounds(run[0].place.start, run[0].place.end)[0]
    for item in run:
        clause = _clause(text, item, last, first=not made)
        again = bool(made) and bool(_OR.fullmatch(clause.lead))
        goes_on = compared and again and made[-1] in said.values()
        compared = _compares(text, last, item, clause, goes_on)
        last = item.place.end
        # Compared with net income of $0.5m, or $0.04 per share: the same said again.
        same = _of_its_own(_base(made[-1]), clause, item) if named_there and again else None
        before = _grown_too(item, clause, growth) or (
            _was(item, clause, said, levels) if compared else None
        )
        if carried := _since(subject, item) or same or before:
            made.append(carried)
        elif clause.alone and again and (is_change(made[-1]) or came_to_a_rate(text, item)):
            made.append(_again(subject, item))
            said[item.quantity.unit] = made[-1]
        elif clause.move:
            made.append(Label(_sentence_case(clause.move)))
        else:
            own = _own(clause, subject)
            made.append(_of_its_own(own, clause, item))
            named_there = compared and bool(clause.noun)
            if not aside(_BRACKETED.sub("", clause.lead)):
                subject = moved_by(own, clause.lead, clause.fillers)
                _keep(said, levels, item, made[-1])
                grown = made[-1].text.endswith(" growth") and not clause.behind
                growth = made[-1] if grown else None
    made = finished(text, run, all_in_clause_words(text, run, made))
    made = each_of_two(text, run, whole_english(text, run, made, told))
    return last_words(text, run, made)


def _clause(text: SourceText, item: Stated, last: int, *, first: bool) -> _Clause:
    """The words around a number, from where the one before it ended; the `first` of a sentence may
    have its subject farther off."""
    lead = _lead(text, item, last)
    noun, fillers = leads_to(lead)
    noun = noun or subject_apart(text, item, -1 if first else last)
    change = _CHANGE_IN.match(item.behind)
    return _Clause(
        lead=lead,
        noun=noun,
        fillers=fillers,
        behind=counted_there(lead, item) or _behind(item, fillers, noun),
        changed=change["noun"] if change else "",
        move=moved(lead, item),
    )


def _grown_too(item: Stated, clause: _Clause, growth: Label | None) -> Label | None:
    """The growth that a rate alone says once more: revenue grew 37% year-over-year, 40% in constant
    currency."""
    rate = clause.bare and item.quantity.unit == "%" and set(clause.fillers) <= {"and"}
    return growth if rate else None


def _was(
    item: Stated, clause: _Clause, said: dict[str, Label], levels: dict[str, Label]
) -> Label | None:
    """What a number alone is that another is compared with: $5m, or 7% of sales, up $1m, compared
    to $4m, or 6% is what it was, and no change."""
    unit = _diluted(item, said) or item.quantity.unit
    if not clause.bare or unit not in said:
        return None
    label = levels.get(unit, said[unit])
    # A decrease of $1m compared with $6m; a ratio that rose 13 % from 64 %: what it was.
    level = unit not in ("%", *POINTS) or A_RATE.search(label.text)
    return replace(label, text=CUT_CHANGE.sub("", label.text)) if level else label


def _of_its_own(own: str, clause: _Clause, item: Stated) -> Label:
    """The label of a number that its own clause, or the subject before, says the noun of."""
    per = _PER.match(item.behind) if own else None
    told = (
        clause.behind
        or (f"{_base(Label(own))} per {per['way']} share" if per else "")
        or changed_by(own, clause.lead, clause.fillers, item)
        or _told(own, clause.fillers, item)
    )
    label = f"{own} growth" if clause.changed else told
    label = _sentence_case(with_origin(label, clause.lead, item))
    return Label(label, vague=says_nothing(label))


def _own(clause: _Clause, subject: str) -> str:
    """What a clause says that its number is of, or what the sentence is about."""
    own = clause.changed or clause.behind or _named(clause.noun) or subject
    return f"{subject} {own}" if subject and _MOVE_ALONE.fullmatch(own) else own


def _named(noun: str) -> str:
    """A noun before a number, unless it is none: down as a share of sales but up $1m; per basic."""
    first = noun.partition(" ")[0].lower()
    return "" if first in MOVED or first == "per" else noun


def _since(subject: str, item: Stated) -> Label | None:
    """The change since another time that a number is of its sentence's subject, or None."""
    change = since(subject, item) if subject else ""
    return Label(_sentence_case(change)) if change else None


def _base(label: Label) -> str:
    """What a label is of, without what it says of each share."""
    return _CUT_EACH.sub("", label.text)


_CUT_EACH = pattern(r" per (?:[a-z]+ )*share$")


def _lead(text: SourceText, item: Stated, last: int) -> str:
    """The words of a clause before a number, back to the number that ended at `last`."""
    begin, _ = text.clause(item.place.start, item.place.end)
    words = text.matching[last : item.place.start] if last > begin else ""
    if (end := words.find(")")) >= 0 > words.find("(", 0, end):
        # The employment rate (of those aged 16 to 64) was: what stands before the brackets.
        opened = text.matching.rfind("(", begin, last)
        before = text.matching[begin:opened] if opened > begin else ""
        if before and not _DIGIT.search(before):
            return before + words[end + 1 :]
    if text.matching.startswith(_NET, begin):  # Interest expense, net was
        begin, _ = text.clause(max(0, begin - 2), max(1, begin - 1))
    return text.matching[max(last, begin) : item.place.start]


def _compares(text: SourceText, last: int, item: Stated, clause: _Clause, goes_on: bool) -> bool:
    """Whether a number is what another is compared with, or says so in another unit."""
    begun = clause.fillers == ["from"] and not clause.noun
    return goes_on or begun or bool(_COMPARED.search(text.matching, last, item.place.start))


def _again(subject: str, item: Stated) -> Label:
    """What a change is that is said again in another unit: up 4.2%, or $22.9 million."""
    word = "growth" if item.quantity.unit == "%" else _change(item)
    return Label(_sentence_case(f"{subject} {word}"))


def _keep(said: dict[str, Label], levels: dict[str, Label], item: Stated, label: Label) -> None:
    """Keeps what was said in a unit, for what it is compared with."""
    diluted, unit = _diluted(item), item.quantity.unit
    if not diluted or unit not in said:
        said[unit] = label
    said |= {diluted: label} if diluted else {}
    levels |= {} if is_change(label) else {diluted or unit: label}


def _diluted(item: Stated, known: Container[str] | None = None) -> str:
    """What is said of a sum per share alone, where that is `known`: $0.89 per share ($0.88 per
    share on a diluted basis)."""
    if basic := _BASIC.search(item.text + item.behind[:_NEAR]):
        return basic[0] if known is None or basic[0] in known else ""
    match = _DILUTED.match(item.behind) if item.quantity.unit.endswith("/股") else None
    said = match[0].strip() if match else ""
    return said if known is None or said in known else ""


def _change(item: Stated) -> str:
    return "decrease" if directions.sign(item.quantity.direction) < 0 else "increase"


_DIGIT = pattern(r"\d")
_COMPARED = pattern(
    r"\b(?:compared|against)\b|\b(?:versus|vs)\b(?! (?:the )?prior year )|\bthan (?:for|in|at)\b"
    r"|\b(?:higher|lower) than $"
)
_NEAR, _BRACKETED = 15, pattern(r"\([^()]*\)")
_OR = pattern(r"\W*or (?:(?:about|around|approximately|nearly|over|roughly|some) )?")
# A 5.9% sequential increase: of what the sentence is about.
_MOVE_ALONE = pattern(
    r"(?:sequential|year-o(?:n|ver)-year|quarter-o(?:n|ver)-quarter|annual|quarterly|organic"
    r"|further)? ?"
    r"(?:increase|decrease|decline|growth|improvement|rise|fall|drop|reduction)"
)
_NET = (
    "general and adm",
    " general and adm",
    "general， and adm",
    " general， and adm",
    "net ",
    " net ",
    "Inc",
    " Inc",
    "LLC",
    " LLC",
    "Ltd",
    " Ltd",
    "L.P",
    " L.P",
)
# A 10.1% increase in volume: what changed stands behind.
_CHANGE_IN = pattern(
    r" (?:[a-z]+-[a-z]+ |year-over-year |sequential )?"
    r"(?:increase|decrease|growth|decline|rise|fall|drop|reduction) in "
    r"(?P<noun>(?:(?:the )?number of )?[a-z][a-z/-]*(?: (?!and\b|for\b|to\b|as\b|due\b|or\b"
    r"|from\b)[a-z-]+)?"
    r"(?: (?:expenses?|sales|rate|costs|income|revenues?|factors?|ratios?|customers|numbers"
    r"|volumes|prices))?)"
)
# Repurchased $79.0 million of common stock.
_DONE_WITH = pattern(
    r"\b(?P<done>repurchased|issued|sold|repaid|redeemed|retired|borrowed|bought)"
    r"(?: approximately| about| nearly| over)? ?$"
)
_RATE = pattern(
    r" (?P<noun>returns? on (?:average )?(?:common |tangible )*(?:equity|assets|capital)"
    r"|(?:[a-z-]+ ){0,2}(?:margin|rate|yield|premium|coupon|stake|retention|growth))\b"
)
# $5.9 million of provision: what a sum is, where only such a word leads to it.
_SUM_OF = pattern(
    r"(?: and [$€£¥][\d.,，]+(?: [mb]illion)?)? (?:of|in) (?:[\d.]+% )?(?P<noun>(?!the\b"
    r"|its\b)[a-z][a-z-]*(?: [a-z-]+){0,3})"
)
# Costs associated with the centre, impairments and store closures: as far as it is one thing.
_JOINED_ON = pattern(
    r" (?:associated|related|relating|attributable|with|to|for|from|that|which|the|in|on|and|due"
    r"|as|of (?:the|its))(?: .*)?$"
)
_LEADS_ON = frozenset("included including includes recorded incurred had has with and".split())
_SHARE_OF = pattern(
    r" of (?:(?:the|its|our|their|[A-Za-z]+[\"’']s|Group|overall) )*"
    r"(?P<noun>(?:total |net |gross |average |outstanding )*[a-z]+)"
)


def _of_what(item: Stated, fillers: list[str], noun: str) -> str:
    """What a rate, a sum or a weight is of, where only such words lead to it: 77.5% gross margin,
    $5.9 million of provision."""
    if item.quantity.unit == "%" and (rate := _RATE.match(item.behind)):
        return rate["noun"]
    paid = unit_of(item.quantity.unit).kind == "money"
    leads = noun.endswith("ing") and " " not in noun
    leads = leads or bool(fillers and fillers[-1] in _LEADS_ON)
    leads = leads or (noun.lower() in WHO and bool({"reported", "held"} & {*fillers}))
    weighed = unit_of(item.quantity.unit).kind == "measure" and not (noun or fillers)
    if (weighed or (paid and (leads or not noun))) and (what := _SUM_OF.match(item.behind)):
        done = _DONE_WITH.search(item.before)
        return _JOINED_ON.sub("", what["noun"]) + (f" {done['done']}" if done else "")
    return ""


def _behind(item: Stated, fillers: list[str], noun: str) -> str:
    """The noun behind a number, where it is what is counted: 2,300 customers, a $2m contract, 77.5%
    gross margin."""
    if said := _of_what(item, fillers, noun):
        return said
    match = _BEHIND.match(item.behind)
    if not match:
        return ""
    words = match["noun"].split()
    stop = next((at for at, word in enumerate(words) if word in _AFTER), len(words))
    words = words[:stop]
    if not words or words[0] in MOVED or words[0] in ("expected", "forecast", "projected"):
        return ""
    counts = unit_of(item.quantity.unit).kind == "counter" and item.quantity.form == "number"
    counted = next((at for at, word in enumerate(words, 1) if word in ENGLISH_NOUNS), 0)
    words = words[:counted] if counted else words
    plural = words[-1].endswith("s") or bool(counted)
    of_an_article = bool({"a", "an", "the"} & {*fillers[-1:], *fillers[-2:-1]})
    of_an_article = of_an_article and fillers[-1] in ("a", "an", "the", "pre-tax", "one-time")
    return " ".join(words) if (counts and plural) or of_an_article else ""


def _told(subject: str, fillers: Sequence[str], item: Stated) -> str:
    behind = [word.rstrip(".,;，") for word in item.behind.split(maxsplit=1)[:1]]
    if subject and {"improvement", "improvements"} & {*fillers}:
        return f"{subject} improvement"
    if subject and item.quantity.unit.endswith("/股"):
        if _CUT_SHARE.search(subject):
            return f"{subject} share"
        return subject.removesuffix(" attributable") + _per_share(subject, item)
    moved = bool(MOVED & {*fillers, *behind}) or bool(item.quantity.direction)
    # Revenue rose by 21% and profit by 101%: the verb is said once.
    by = fillers[-1:] == ["by"]
    moved = moved or (by and (item.quantity.unit == "%" or fillers[-2:-1] == ["and"]))
    moved = moved and item.quantity.direction not in ("亏损", "逆差", "赤字")
    came_to = bool({"to", "at", "from"} & {*fillers[-2:]}) and fillers[-1:] != ["by"]
    share = _SHARE_OF.match(item.behind) if item.quantity.unit == "%" and not moved else None
    if share and subject.endswith(("margin", "rate", "percentage")):
        return subject
    if share and subject and share["noun"] not in subject.lower():
        return f"{subject} as share of {share['noun']}"
    if not subject or not moved or came_to:
        return subject
    if item.quantity.unit == "%":
        return subject if subject.endswith(("growth", "rate")) else f"{subject} growth"
    return f"{subject} {_change(item)}"


def _per_share(subject: str, item: Stated) -> str:
    """What a label says of a sum per share: of all, or of those that there might be."""
    each = "" if _SHARE.search(subject) else " per share"
    if basic := _BASIC.search(item.text):
        return each.replace("share", f"{basic[0]} share")
    if diluted := _DILUTED.match(item.behind):
        return each + diluted[0].rstrip()
    return each.replace("share", "diluted share") if "diluted" in item.text else each


_BASIC = pattern(r"(?<=per )basic(?! and diluted)")
_PER = pattern(r" per (?P<way>basic|diluted) and")
_SHARE = pattern(r"\b(?:per (?:common |ordinary )?share|EPS|per diluted share|dividends?)\b")
_CUT_SHARE = pattern(r" per(?: fully| diluted| basic| common| ordinary| average)*$")
_DILUTED = pattern(r" on an? \w+ basis")


def _sentence_case(words: str) -> str:
    words = words.removesuffix(" attributable")
    return re.sub(r"^[a-z]", lambda match: match[0].upper(), words)
