"""Turn a document into the currency that it counts in, where its own words leave no doubt."""

from __future__ import annotations

from collections import Counter

from briefgen.brief.wording import Language
from briefgen.drafting.tree import Document, words_of
from briefgen.patterns import pattern

# So much of a document is looked at.
_HEAD = 60_000
# Dollars that are others, and what is told where a company of the United States files its accounts.
_BARE, _OTHERS = pattern(r"(?<![A-Za-z])\$\d"), pattern(r"\b(?:HK|NT|A|C|S|MOP|NZ|R)\$")
_UNITED_STATES = pattern(
    r"\b(?:NYSE|Nasdaq|NASDAQ|Form (?:8-K|10-[KQ])|U\.?S\.? dollars?"
    r"|Securities and Exchange Commission|U\.?S\.? GAAP|non-GAAP)\b"
)
_PLACES = {
    "香港": "HKD",
    "港元": "HKD",
    "澳門": "MOP",
    "臺灣": "TWD",
    "台灣": "TWD",
    "新台幣": "TWD",
}
_NAMED = pattern("|".join(_PLACES))
# 元 counts what a text in traditional characters is about, which it names so often at least.
_OFTEN = 3


def currency_of(document: Document, language: Language) -> str:
    """The currency of 元 and $ in a document (ISO 4217), "" where its words leave it open: of the
    United States where only bare dollars stand and its exchanges or filings are named; that of Hong
    Kong, Macau or Taiwan where one of them alone is named in traditional Chinese."""
    text = (document.title + "\n".join(words_of(block) for block in document.blocks))[:_HEAD]
    if language == "en":
        mine = _BARE.search(text) and not _OTHERS.search(text) and _UNITED_STATES.search(text)
        return "USD" if mine else ""
    if language != "zh-Hant" or "人民幣" in text or "人民币" in text:
        return ""
    named = Counter(_PLACES[match[0]] for match in _NAMED.finditer(text))
    return next(iter(named)) if len(named) == 1 and named.total() >= _OFTEN else ""
