"""Turn what is given, for what, and what is told beside a number, into its English label.

$4.2 billion in aid has been approved for flood recovery: Aid approved for flood recovery. The item
of a list is said with its head, and what another number is compared with by the label of that.
"""

from __future__ import annotations

from briefgen.facts.english_changes import CUT_CHANGE
from briefgen.facts.inventory import Stated
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


def given(lead: str, behind: str, after: str, item: Stated, earlier: str) -> str:
    """The label of a number by what is given or told around it, "" where nothing is; `behind` goes
    to the next number, `after` to the end of the sentence."""
    money = unit_of(item.quantity.unit).kind == "money"
    base = CUT_CHANGE.sub("", earlier)
    if moved := _moved(lead, item, earlier, base):
        return moved
    shared = item.quantity.unit == "%" or item.quantity.form == "fraction"
    if shared and (part := _makes_up(lead, after, base)):
        return part
    if earlier and (_THEN.search(lead) or _VERSUS.fullmatch(lead)):
        return base
    more = _MORE.match(behind) if earlier and item.quantity.unit == "%" else None
    if more and _ALONE.search(lead):
        return f"{base} {'decrease' if more['less'] else 'growth'}"
    if earlier and money and _TOTALLING.fullmatch(lead):
        return f"{base}, total"
    if (head := _HEAD.fullmatch(lead)) or (head := _IN_LIST.match(earlier)):
        return _of_head(head["head"], lead, behind, after, item)
    return _for_what(lead, after) if money else ""


def _moved(lead: str, item: Stated, earlier: str, base: str) -> str:
    """What moved by so much, is there now, or is said once more in another unit."""
    if share := _SHARE_MOVED.search(lead):
        return f"{share['noun']} {'decrease' if _FELL.search(lead) else 'increase'}"
    if base and _NOW_AT.search(lead):
        return base
    if _OR_SO_MANY.search(lead) and earlier != base:
        fell = "decrease" if item.quantity.direction else "increase"
        return f"{base} {'growth' if item.quantity.unit == '%' else fell}"
    return ""


def _makes_up(lead: str, after: str, base: str) -> str:
    """What makes up so much of what: women make up 42% of the staff."""
    makes, whole = _MAKES_UP.search(lead), _WHOLE.match(after)
    if whole and (has := _HAS.search(lead)):
        return f"Share of {whole['whole']} {_LEADS.sub('', has['who'])} {has['verb']}"
    if not makes or not whole:
        return ""
    who = _CLAUSES.split(_BRACKETS.sub("", lead[: makes.start()]))[-1]
    who = who.rpartition(" and ")[2] if _VERB.search(who) else who
    who = _LEADS.sub("", who).strip(" ,")
    who = who or base
    fits = who and len(who.split()) <= _ROOM and not _DIGIT.search(who)
    return f"{who} as share of {whole['whole']}" if fits else ""


def _of_head(head: str, lead: str, behind: str, after: str, item: Stated) -> str:
    """What an item of a list gives: Florida: more than $213 million for 71,000 survivors."""
    if head.count("(") != head.count(")"):
        return ""
    first = _HEAD.fullmatch(lead)
    if first and unit_of(item.quantity.unit).kind == "money":
        what, whom = _IN_WHAT.match(after), _FOR_WHOM.match(after)
        said = what["what"] if what else whom["link"] + whom["whom"] if whom else ""
        return f"{head}, {said}" if said else head
    noun = _NOUN.match(behind)
    plainly = not item.quantity.unit or unit_of(item.quantity.unit).kind in ("counter", "opaque")
    return f"{head}, {noun['noun']}" if plainly and noun and (first or _FOR.fullmatch(lead)) else ""


def _for_what(lead: str, after: str) -> str:
    """What a sum was given for, or in what."""
    passive = _PASSIVE.match(after)
    if passive and _STARTS.search(lead):
        return f"{passive['what']} {passive['done']}{_room(passive['rest'])}"
    if spent := _SPENT.search(lead):
        return spent["noun"]
    done = _DONE.search(lead)
    if done is None:
        return _part(lead, after)
    if what := _IN_WHAT.match(after):
        if done["done"] in ("invested", "invest", "investing"):
            return f"Invested in {what['what']}{_room(what['rest'])}"
        return f"{what['what']} {_past(done['done'])}{_room(what['rest'])}"
    aim = _room(after)
    return f"{_past(done['done'])}{aim}" if len(aim.split()) > 1 else ""


def _part(lead: str, after: str) -> str:
    """What a part of a sum is for: which includes $16 million in aid for schools and $4 million for
    roads."""
    if not (_INCLUDES.search(lead) or _AND.search(lead)):
        return ""
    if what := _IN_WHAT.match(after):
        return f"{what['what']}{_room(what['rest'])}"
    aim = _room(after)
    return aim.removeprefix(" for the ").removeprefix(" for ") if aim.startswith(" for ") else ""


def _past(done: str) -> str:
    """A verb as it is said of what was given."""
    return done.removesuffix("ing").removesuffix("ed").removesuffix("e") + "ed"


def _room(rest: str) -> str:
    """What follows as far as a label has room, without other numbers and whom these count."""
    words = _WHOM.sub("", rest)
    words = _STOP.split(words)[0].rstrip()
    if len(cut := words.split(" ")) > _ROOM:
        words = _TORN.sub("", " ".join(cut[:_ROOM]))
    return _LAST.sub("", words) if _AIM.match(words) else ""


_ROOM = 11
_DIGIT = pattern(r"\d")
_BRACKETS = pattern(r"\([^()]*\) ?")
_VERB = pattern(r"\b(?:is|are|was|were|has|have|had|[a-z]+ed|rose|fell|grew)\b.* and ")
_CLAUSES = pattern(r"[,;:(]|\b(?:while|but|that|which|with|where|as) (?=[^,]+$)|\bwhose ")
_LEADS = pattern(
    r"^\W*(?:(?:the|in|of|it|they|this|these|also|now|currently|and|alone)\b ?)*(?i:the )?"
)
_TORN = pattern(r" (?:on|of|in|at|for|to|by|with|from|across)(?: [\w’'.-]+){0,3}$")
_ABOUT = (
    r"(?:(?:about|around|nearly|over|more than|almost|up to|approximately|some|roughly|an?"
    r"|additional|another|further|total of|at least|an? (?:estimated|additional|total of)) )*"
)
_THEN = pattern(
    rf"(?:^|, ?)\W*(?:(?:up|down) from|(?:nearly |almost |more than |about )?(?:double|triple|twice"
    rf"|half) the) {_ABOUT}$"
)
_ALONE = pattern(r"(?:^|, )\W*$")
_MORE = pattern(r" (?:more|higher|greater|(?P<less>fewer|less|lower)) than\b")
_TOTALLING = pattern(rf".{{0,24}}\b(?:totall?ing|worth|valued at) {_ABOUT}")
_HEAD = pattern(
    rf"\W*(?P<head>[A-Z][\w.&’'-]*(?: (?:&|\(?[A-Za-z])[\w.&’')-]*){{0,6}}): (?i:{_ABOUT})"
)
_IN_LIST = pattern(r"(?P<head>[A-Z][\w.&’' -]{2,40}), (?:for |to |[a-z]+$)")
_FOR = pattern(rf" (?:for|to) {_ABOUT}")
_FOR_WHOM = pattern(
    rf" (?P<link>(?:for|to) )(?:{_ABOUT}[\d,]+ )?(?P<whom>[a-z]+(?: [a-z]+){{0,3}}?)"
    r"(?=\s*(?:[,.;–•A-Z-]|$))"
)
_NOUN = pattern(
    r" (?P<noun>[a-z][a-z-]+(?: [a-z-]+){0,3}?)"
    r"(?=[,.;)]|\s*(?:[–•A-Z-]|$)| (?:in|of|for|to|with)\b)"
)
_VERBS = (
    r"provided?|approved?|awarded|invest(?:ed|ing)?|allocated?|announced|pledged|raised|delivered"
    r"|committed|secured|offered|distributed|received|earmarked|donated|granted|unlocked|obligated"
    r"|disbursed|contributed|directed"
)
_DONE = pattern(rf"\b(?P<done>{_VERBS}) {_ABOUT}$")
_MAKES_UP = pattern(
    r"\b(?:(?:now |still |also |alone |currently )?(?:mak(?:e|es|ing) up|made up"
    r"|account(?:s|ed|ing)? for"
    r"|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|compris(?:e|es|ed|ing)))"
    rf" {_ABOUT}(?:just |only |less than |fewer than )?$"
)
_WHOLE = pattern(
    r" of (?:(?:the|our|its|their|all|those|more than|over|about|nearly|some) )*"
    r"(?:[\d.,]+ (?:million |billion )?)?"
    r"(?P<whole>[A-Za-z][\w’'-]*(?: (?!(?:in|for|to|from|and|or|by|at|on|with|that|which|who|via"
    r"|were|through|was|is|are|has|have|had|during|compared|up|down|as)\b)[\w’'-]+){0,3})"
)
_HAS = pattern(
    r"(?P<who>(?:\b[Tt]he |\b[A-Z])[\w’'-]*(?: [\w’'-]+){0,3}?) "
    r"(?:(?:directly|indirectly|or|and|now|also|already) )*"
    r"(?P<verb>controls?|owns?|holds?|provides?|supplies|covers?|employs?|produces?|generates?"
    rf"|receives?|spends?|controlled|owned|held|covered|employed|produced|generated) {_ABOUT}$"
)
_VERSUS = pattern(r" (?:in [\w ]{4,16}? )?(?:vs\.?|versus) ?")
_SPENT = pattern(
    r"\b(?P<noun>(?:funding|spending|investment|support|budget|subsidies|aid) (?:for|on|in|to)"
    rf" [a-z]+(?: [a-z]+){{0,4}}) (?:from|to|by) {_ABOUT}$"
)
# The share of adults who worry has gone up 8 points, now sitting at 46 percent.
_SHARE_MOVED = pattern(
    r"\b(?P<noun>(?:share|proportion|percentage) of [^,;.()\d]{5,110}?) "
    r"(?:ha[sd] |have )?(?:also )?(?:gone (?:up|down)|climbed|risen|rose|increased|grown|grew"
    rf"|jumped|fallen|fell|dropped|declined|decreased)(?: by)? {_ABOUT}$"
)
_FELL = pattern(r"\b(?:down|fallen|fell|dropped|declined|decreased)(?: by)? [a-z ]*$")
_NOW_AT = pattern(r",? (?:now )?(?:sitting|standing) at $")
# Declined by 2 percent (or 1,344 people) in 2014 and by 11 percent since 2007.
_OR_SO_MANY = pattern(rf"^\W*\(or {_ABOUT}$|\band by {_ABOUT}$")
_INCLUDES = pattern(rf"\b(?:includ(?:es|ed|ing)|compris(?:es|ed|ing)) {_ABOUT}$")
_AND = pattern(rf" (?:in|for) [^,;.$£€]{{3,60}} and {_ABOUT}$")
_STARTS = pattern(rf"(?:^|[,;:])\W*(?i:{_ABOUT})$")
_WHAT = (
    r"(?P<what>[a-z][a-z-]*(?: (?!(?:for|to|from|through|has|have|is|was|were|that|which|across"
    r"|and|in|during|with|by|over|this|last)\b)[a-z-]+){0,5})"
)
_REST = r"(?P<rest>(?: (?:for|to|across|through|from) [^,.;()]*)?)"
_IN_WHAT = pattern(rf" (?:in|of) (?:the )?{_WHAT}{_REST}")
_PASSIVE = pattern(
    rf" (?:in|of) {_WHAT} (?:has|have|had|was|were|will)(?: already)? (?:been|be)? ?"
    rf"(?P<done>{_VERBS}){_REST}"
)
_AIM = pattern(r" (?:for|to|towards?|across|through|from) [A-Za-z]")
_WHOM = pattern(
    r" (?:to|for|across) (?:more than |over |about )?(?:[\d,]+|two|three|four|five|six|ten)"
    r" [a-z]+(?: [a-z]+)?(?= to| for| across|$)"
)
_STOP = pattern(
    r"[,.;()]| [\d$€£]| (?:which|that|as|while|because|and (?:will|has|is|was)|who|including)\b"
)
_LAST = pattern(r"(?: (?:and|or|the|of|in|to|for|with|a|an|more|than|over|from|its|by))+$")
