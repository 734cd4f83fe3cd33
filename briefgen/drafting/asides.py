"""Turn the words of a record into those that were meant to be said: no applause, no heckling.

What an audience did, who had the word and which picture was shown stand in brackets or before a
colon; so does what somebody called from his seat. None of it is said by a slide.
"""

from __future__ import annotations

from briefgen.chinese.hanzi import cells
from briefgen.patterns import pattern

_DONE = (
    r"掌[声聲]|笑[声聲]|鼓掌|起立|[离離]席|退席|入席|横[额額]|橫額|叫[嚷喊]|高[呼喊]|喧[哗嘩]"
    r"|音[乐樂]|歌[声聲]|[Aa]pplause|[Ll]aughter|[Cc]heers|[Cc]heering|[Bb]oos|[Cc]rosstalk"
    r"|[Ii]naudible|[Mm]usic|[Pp]ause|[Ss]tanding"
    r"|APPLAUSE|LAUGHTER"
)
_BRACKETED = pattern(
    rf"\s*(?:[（(](?=[^（()）]*(?:{_DONE}))[^（()）]{{1,40}}[)）]"
    rf"|\[(?=[^\[\]]*(?:{_DONE}))[^\[\]]{{1,40}}\])"
)
# (图四), (Chart 3): what was shown while it was said.
_SHOWN = pattern(
    r"\s*[（(]\s*(?:[见見])?(?:附?[图圖表]|投影片|[Ff]igure|[Cc]hart|[Ss]lide|[Tt]able)\s*"
    r"[\d一二三四五六七八九十]{1,3}\s*[)）]"
)
# 主席：, 財政司司長：, THE PRESIDENT:, Q:
_SPEAKER = pattern(
    r"[^\s，。：:；]{0,10}(?:主席|主持人|司[长長]|局[长長]|部[长長]|[议議][员員]|[记記]者"
    r"|发言人|發言人|[总總]理|[总總][统統])\s*[：:]"
    r"|(?:THE|MR\.?|MRS\.?|MS\.?|DR\.?|MADAM|SPEAKER|PRESIDENT|GOVERNOR|AUDIENCE)"
    r"(?: [A-Z]+\.?){0,4}:"
)
# A call and what the chair says to it are no longer.
_CALL = 60
_NUMBER = pattern(r"\d")


def said_of(text: str) -> str:
    """A text without what an audience did, which picture was shown, and who had the word.

    >>> said_of("Thank you. (Applause.) We grew."), said_of("財政司司長：主席，我動議二讀。(圖四)")
    ('Thank you. We grew.', '主席，我動議二讀。')
    """
    text = _SHOWN.sub("", _BRACKETED.sub("", text))
    speaker = _SPEAKER.match(text)
    return (text[speaker.end() :] if speaker else text).strip()


def called(text: str) -> bool:
    """Whether a paragraph is no part of a speech: what an audience did, or a call from a seat.

    >>> called("(陳偉業議員離席 )"), called("主席：司長，請稍停。"), called("主席：今年增長2%。")
    (True, True, False)
    """
    text = text.strip()
    if not said_of(text):
        return True
    speaker = _SPEAKER.match(text)
    return bool(speaker) and cells(text) <= _CALL and not _NUMBER.search(text)


# Who is greeted or thanked: nothing of it stands on a slide.
GREETING = pattern(
    r"(?:各位|尊敬的|敬爱的|同志们|朋友们|女士们|大家|Dear |Ladies)[^。，；]{0,24}[！：:!,，]?"
    r"|(?:谢谢|謝謝|多[谢謝])[^，；]{0,8}[！。!]?"
    r"|Thank you,? [A-Z][^,;:.]{0,40}\.?"
    r"|(?:Finally, |First, |And )?I(?:[’']m| am) (?:so |very |deeply |also )?(?:grateful|honou?red"
    r"|pleased|delighted|happy|excited|glad|thankful)"
    r" (?:to (?:be|join|see|welcome|congratulate|have)|for (?:the|your|this))\b[^.]{0,160}\.?"
    r"|I also want to thank\b[^.]{0,160}\.?"
    r"|(?:Good (?:morning|afternoon|evening)|Hello|Thank you|Thanks)\b[^,;:]{0,60}"
    r"(?:, everyone)?[.!]?"
    r"|(?:Let me (?:now )?(?:conclude|begin|start|close|turn)|Let(?:'|’)?s (?:now )?(?:move|turn)"
    r"|(?:It is|It(?:'|’)s) (?:a|my) (?:great )?(?:pleasure|honou?r)"
    r"|I (?:am|(?:want|would like) to) (?:thank|grateful|honou?red|pleased|delighted))"
    r"\b[^.]{0,160}\.?"
)
# KEARNEY, NE -- (BUSINESS WIRE) --: where a report was sent from.
SENT = pattern(
    r"^(?=.{0,120}?\b[A-Z]\w+\.? \d{1,2}, \d{4})[A-Z][^$]{3,100}?"
    r"[(\[][A-Za-z ]*(?i:wire)[A-Za-z ]*[)\]]\s*(?:(?:--|[–—-])\s*)?"
    r"(?:[A-Z]\w+\.? \d{1,2}, \d{4}\s*)?(?:(?:--|[–—-])\s*)?|"
    r"^[A-Z][A-Za-z.’' ]{1,24}, ?[A-Z][A-Za-z. ]{1,20}[,.]?\s?(?:--|[–—-])\s?"
    r"[A-Z]\w+\.? \d{1,2}, \d{4}\s*[\[(][A-Z][A-Za-z ]{4,24}[\])]\s*(?:(?:--|[–—-])\s*)?|"
    r"^[A-Z][A-Za-z.’' ]{1,24}, ?[A-Z][A-Za-z. ]{1,20},? [A-Z]\w+ \d{1,2}, \d{4}\s*(?:/[\w-]+/\s*)?"
    r"(?:--|[–—-])+\s*|"
    r"^[A-Z][A-Za-z.’' ]{1,24}(?:, ?[A-Za-z. ]{2,24}?){0,2}(?:[,，] ?[A-Z]\w+\.? \d{1,2}, \d{4})?"
    r"\s*(?:(?:--|[–—])\s*)?\((?:BUSINESS WIRE|GLOBE NEWSWIRE|PRNewswire|Reuters|AP)\)\s*"
    r"(?:(?:--|[–—])\s*)?"
)
