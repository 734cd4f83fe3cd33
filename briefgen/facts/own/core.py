"""Turn a clause into its words with the number cut out: 觅得约350公顷土地 is 觅得土地."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.facts.clause_subject import BRACKETS, CLAUSE, TIME, any_of
from briefgen.facts.inventory import Stated
from briefgen.facts.label_lists import SHORT
from briefgen.facts.labels_behind import counts, noun_behind
from briefgen.facts.own.deeds import DO, DO_LAST, LONGEST, OBJECT, VERBS
from briefgen.patterns import pattern


def together(behind: str, after: str) -> str:
    """The words behind a number of a list whose last member says what becomes of all: 105艘船与6个
    商户受惠."""
    joint = len(behind) <= OBJECT and after[len(behind) : len(behind) + 1] != "，"
    all_of = _ALL_OF.match(after) if joint and behind.endswith(("与", "和", "及", "、")) else None
    return f"{behind[:-1]}{all_of['done']}" if all_of else behind


def led(words: str) -> str:
    """Words without what only leads to them."""
    while (cut := _HEAD.sub("", words, count=1)) != words:
        words = cut
    return words


def until(behind: str, run: Sequence[Stated], at: int) -> str:
    """The words behind a number to the end of its clause, or the next number."""
    if at + 1 < len(run):
        behind = behind[: max(0, run[at + 1].place.start - run[at].place.end)]
    own = CLAUSE.split(behind)[0].strip("。 ")
    if own == behind and at + 1 < len(run) and DO_LAST.search(own):
        # 预留两亿元在五年内推展十项设施: what is done stands behind the next number.
        return own + noun_behind(run[at + 1])
    return own


def cut_out(own: str, behind: str, item: Stated, earlier: str) -> str:
    """A clause with its number cut out, without the words that only lead to it."""
    head = BRACKETS.sub("", TIME.sub("", own)).replace('"', "").strip()
    head = _TAIL.sub("", led(head))
    if _JOINT.fullmatch(own):
        # 涉及60公顷用地及200公顷海域: the verb is that of all.
        done = _VERB.match(earlier)
        head = done[0] if done else ""
    tail = TIME.sub("", BRACKETS.sub("", behind)).replace('"', "").lstrip("的")
    tail = _END.sub("", _PAST.sub("", tail))
    if counts(item) and len(tail) > OBJECT:
        first = of = _CHOICE.split(tail)[0]
        if CLAUSE_BEHIND.match(tail):
            of = tail.rpartition("的")[2]
        first = of if 1 < len(of) <= SHORT + 2 else first
        tail = first if SHORT < len(first) <= OBJECT else noun_behind(item)
    elif len(tail) > OBJECT and "的" in tail:
        tail = tail.rpartition("的")[2]
    head = "" if tail and tail in head else head
    if len(head) + len(tail) > LONGEST:
        of = head.rpartition("的")[2]
        does = [*DO.finditer(head)]
        head = of if SHORT < len(of) < OBJECT else head[does[-1].start() :] if does else ""
    made = MODAL.sub("", head + tail)
    fits = 2 < len(made) <= LONGEST and not _UNREAD.search(made)
    return made if fits else ""


_VERB = pattern(rf"涉及|{any_of(VERBS)}")
_JOINT = pattern(r"[^，]{0,8}(?:以?及|和|与|、|另有?)(?:约|近|逾|超过|共)*")
_CHOICE = pattern(r"或|由|以便|以及|，|(?<=[^，]{4})[获将会可能在](?![得展员])")
CLAUSE_BEHIND = pattern(
    r"(?:涉及|领取|[有无]|照顾|符合|合资格|[为供]|位于|属|来自|从事|与"
    r"|受).*的"
)
_UNREAD = pattern(r"[,;，；。:：#]|(?:可能|预计|估计|将会|只有|由)$")
_ALL_OF = pattern(r"[^，。;]{0,40}?(?P<done>受惠|受影响|获批|获资助)(?=[，。;]|$)")
_HEAD = pattern(
    r"^(?:[^\w\"]+|[一二三四五六七八九十]+是|此外|另外|同时|因此|所以|而且|当中|其中|包括"
    r"|以及|及|和|与|而(?!家)|但|并|亦|也|又|则"
    r"|便|就如|如|若计及|若(?!干)|至于|再(?!生)|先(?!导|进)|预计|估计|预期|预料|料|可望|有望"
    r"|我们|我(?=[会将已在于再])|(?:政府|当局|港府)?用其中|会?分为?$"
    r"|视乎[^，]{0,6}(?=每|额|增)"
    rf"|(?:政府|当局|局方|港府)(?=会|将|已|再|拟|预|计划|建议|用|{any_of(VERBS)})"
    r"|[^，]{0,8}包括(?=[^，]{2})|[他她]们?(?:又|亦|再)?(?:指出?|说|表示|称|认为)"
    r"|[^，的]{2,8}?(?:又|亦|再|并|也|续)?(?:说|表示|指出|认为|透露|宣布|提到)(?=[^，]{2})"
    r"|计划(?=[向于在将以拨])|(?:将会?|会(?![展员议计])|已经?|可以?(?![再持])|拟|令|使|让"
    r"|为(?!期)|有(?![效机关限色轨线])|起|于(?!是)"
    r"|在(?=[^，]{1,8}(?:设立|提供|增设|兴建))))"
)
_TAIL = pattern(
    r"(?:约|近|逾|接近|超过|超|合共|共有?|总共|达到?|至|到|为|了|的|最多|至少|不少于|不多于"
    r"|多达|高达|仅|只有|另有|有|每年"
    r"|估计|预计|大约|已|最终|以|[^\w])+$"
)
MODAL = pattern(
    r"(?<=[^，]{2})(?:预计|估计|已?将会|将(?!军)|会(?=[启推提增设惠])|每年(?=$)|仅(?=[建完]))"
)
_PAST = pattern(r"^(?:多|或?以[上下]|左右)(?:的)?")
_END = pattern(
    r"(?:(?:扩展|扩大|增加|增|提升|提高|减少|减|升|降)[至到].*|每年|等|的|及|和|与|、|以|约|近|共|\W)+$"
)
