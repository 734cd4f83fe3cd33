"""Turn what an outline says of its languages into how its words are written for a reader."""

from __future__ import annotations

from collections.abc import Mapping as ByName
from typing import get_args

from briefgen.brief.english import Country, English
from briefgen.brief.hant import Region, Traditional
from briefgen.brief.model import Language
from briefgen.outline.language import NAMES, Target, language_named
from briefgen.outline.parts import part
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, what
from briefgen.problems import Problems, phrase


def language_of(node: Node | None, default: Language, problems: Problems) -> Language:
    """The language that a `language` value names."""
    if node is None:
        return default
    found = language_named(node.text) if isinstance(node, Scalar) else None
    if found is None:
        problems.add("unknown-language", node.mark, found=what(node))
    return found or default


def main_language(outline: Mapping, problems: Problems) -> Language:
    """The language of an outline's plain strings."""
    brief = outline.get("brief")
    node = brief.get("language") if isinstance(brief, Mapping) else None
    return language_of(node, "zh-Hans", problems)


def traditional(outline: Mapping, problems: Problems) -> Traditional:
    """How the outline wants simplified words converted."""
    to = Target(problems=problems)
    words = {key: node.text for key in _CHOICES if (node := _of_brief(outline, key))}
    terms: dict[str, str] = part(outline, "traditional", to) or {}
    known: tuple[Region, ...] = get_args(Region)
    # A region that there is not is told where the brief is read.
    region: Region = next((each for each in known if each == words.get("region")), "hk")
    return Traditional(region, words.get("quotes") != "curly", tuple(terms.items()))


def english(outline: Mapping) -> English | None:
    """How the outline wants English written: as it stands, where no country of it is named."""
    region = _of_brief(outline, "region")
    known: tuple[Country, ...] = get_args(Country)
    country = next((each for each in known if region and each == region.text), None)
    return English(country) if country else None


def _of_brief(outline: Mapping, key: str) -> Scalar | None:
    brief = outline.get("brief")
    node = brief.get(key) if isinstance(brief, Mapping) else None
    return node if isinstance(node, Scalar) else None


# The choices that only one language takes.
_CHOICES: ByName[str, tuple[tuple[Language, tuple[str, ...]], ...]] = {
    "region": (("zh-Hant", get_args(Region)), ("en", get_args(Country))),
    "quotes": (("zh-Hant", ("corner", "curly")),),
}


def check_choices(outline: Mapping, files: ByName[str, Language], problems: Problems) -> None:
    """A choice that an audience makes must be one of its language; the outline's own may be for
    whichever of its audiences reads that."""
    for key, choices in _CHOICES.items():
        node = _of_brief(outline, key)
        if node is None or node.mark.file not in files:
            continue
        language = files[node.mark.file]
        fitting = [choice for whose, known in choices if whose == language for choice in known]
        if node.text not in fitting and any(node.text in known for _, known in choices):
            offer = phrase("write-choice", choices=tuple(fitting))
            problems.add(
                "choice-of-other-language",
                node.mark,
                key=key,
                value=node.text,
                language=NAMES[language],
                offer=offer if fitting else phrase("remove-choice"),
            )


def second_language(outline: Mapping, language: Language, main: Language) -> Language | None:
    """The second language of a bilingual deck: the outline's own beside English, else English."""
    node = _of_brief(outline, "bilingual")
    if node is None or node.text not in ("yes", "true"):
        return None
    if language != "en":
        return "en"
    return main if main != "en" else "zh-Hans"
