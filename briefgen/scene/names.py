"""Turn what an item, a layout or a prompt is into its name, in the language of its file.

Whoever composes says of what kind a thing is, which of them it is, and what it belongs to. The
selection pane, the layout menu and the tags of a file tell that in the file's language, and
whatever is done with things of a kind or of a number (what clicks bring in, what connectors stick
to, what a document makes of a slide) goes by these values, never by words.
"""

from __future__ import annotations

from functools import lru_cache

from briefgen.record import Record
from briefgen.scene.things import THINGS, Named, Thing


class Name(Record, cache_hash=True):
    """The name of a thing: its `kind`, its `number` among those of its kind (from 1; 0: there is
    one), and what it is `of`: words of the content, such as a category, or another name.

    Things of one `number` on a slide belong together: one click brings them in, and one entry of a
    document's list tells them. `within` is the number of what a thing stands in, for kinds whose
    words say it. What is `called` by words of the content alone has no others.

    The kinds of the house are `things.THINGS`. A plug-in brings its own with its words in the three
    languages, once for all its names:

        GAUGE = Named(zh="表盘", hant="錶盤", en="Gauge")
        Name(GAUGE, 2)

    Raises ValueError for a kind that is neither.

    >>> Name("point", 2).told("en"), Name("upright-bar", of="天河").told("zh-HK")
    ('Point 2', '柱 天河')
    """

    kind: Thing | Named
    number: int = 0
    of: str | Name = ""
    within: int = 0

    def __post_init__(self) -> None:
        if self.kind not in THINGS and not isinstance(self.kind, Named):
            raise ValueError(f"there is no kind of thing “{self.kind}”")

    def told(self, language: str) -> str:
        """The name in the language of a tag (BCP 47)."""
        return _told(self, language)


@lru_cache(maxsize=4096)
def _told(name: Name, language: str) -> str:
    named = name.kind if isinstance(name.kind, Named) else THINGS[name.kind]
    words = named.told(language)
    of = name.of.told(language) if isinstance(name.of, Name) else name.of
    if "{" in words:
        said = words.replace("{within}", str(name.within)).replace("{of}", of)
        of = "" if "{of}" in words else of
        words = said
    return " ".join(filter(None, (words, str(name.number or ""), of)))


def called(words: object) -> Name:
    """The name of what is called by words of the content alone, such as a topic or a slide."""
    return Name("called", of=str(words))
