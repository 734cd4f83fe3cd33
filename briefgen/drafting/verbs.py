"""Turn English words into whether they say something by themselves: by a verb of their own."""

from __future__ import annotations

from briefgen.chinese.hanzi import has_hanzi
from briefgen.patterns import pattern

# English clauses that say nothing by themselves begin so; one that does has a verb.
OPENING = pattern(
    r"(?:Due|If|When|While|As|For|In|To|Although|Because|Since|After|Before|With|By|At|On|Of|From"
    r"|Under|During|Through|Despite|Unlike|Given|However|Although|Though|Today|First|Second|Finally)\b"
    r"|[A-Z][a-z]+(?:ed|ing) (?:by|in|on|to|with|the)\b"
)
VERB = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|can|must|should|may|does|do|did|rose|fell|grew|made"
    r"|went|came|became|led|won|held|gave|took|remains?|shows?|includes?|spread|continues?|makes?"
    r"|takes?|needs?|means?|gives?|yields?|helps?|brings?|expects|anticipates|represents?|reflects?"
    r"|operates?|employs?|provides?|serves?|announces|delivers"
    r"|(?!(?:compared|based|related|unaudited|[Ee]nded|adjusted|diluted|combined|owned)\b)\w{3,}ed)\b"
)


def is_clause(said: str) -> bool:
    """Whether English words have a verb; where they begin with what only says when or why, one
    behind it."""
    _, colon, tail = said.rpartition(": ")
    if colon and OPENING.match(tail):
        # Trials: As reported in May, …: what stands behind a head has to say something.
        return is_clause(tail)
    behind = said.partition(", ")[2] if OPENING.match(said) else said
    told = any(match.end() < len(behind) for match in VERB.finditer(behind))
    return told and not HANGS.search(said)


def whole_clause(said: str) -> bool:
    """Whether words say something by themselves: English ones by a verb of their own."""
    return has_hanzi(said) or is_clause(said)


# Words that a title does not end with.
HANGS = pattern(
    r"(?:^|\s)(?:that|which|who|what|it|we|they|he|she|these|those|this|to|and|or|as|is|are|was|were|be|been|not"
    r"|has|have|had|will|can|may|must|should|by|of|in|for|the|a|an|even|also|currently|compared"
    r"|based|due|subject|pursuant|according|relating|related|regarding|concerning|receive|include"
    r"|provide|acquire|achieve|deliver|generate|support|reflect|represent|make|use"
    r"|their|its|our|your|respective|other|such|various|faster|better|more|most|each|both|between"
    r"|including|beginning|primarily|low|high|new|than|up|down|approximately|about|with|from|on|at|[a-z]+ly"
    r"|an? (?:US)?\$[\d,.]+(?: million| billion)?"
    r"|(?:been|is|are|was|were|be) [a-z]+ing|to be [a-z]+ed"
    r"|an? (?:[^ ]+ ){0,4}(?:increase|decrease|improvement))$"
)

# A sum, what it is of, and brackets in the midst of a clause: no place to end before.
SUM = pattern(r"[$€£¥]\s?\d[\d,.]*(?: (?:million|billion|thousand))?$")
IN = pattern(
    r" (?:in|of) (?!(?:the |our |fiscal )*(?:first|second|third|fourth|full|year|quarter|[A-Z\d]))"
)
ASIDE = pattern(r"\s?[(（][^()（）]*[)）](?=\s?[a-z\u4e00-\u9fff])")
# Operating Expenses: Total operating expenses were …: a head that its sentence says again.
TWICE = pattern(r"^([A-Z][\w &/-]{3,40}): (?=[^.]{0,60}?\1)", 2)
