"""Turn notes on a type hint into what a value must be: its length, its form, what it is for.

    points: Annotated[tuple[Text, ...], Length(1, 5), Doc("What follows from it.")]

The converter, the JSON Schema and the description of slide kinds all read these. What a field is
called says nothing: a field that plays a part in the whole brief is noted so, by `Names`,
`Verbatim`, `Headed`, `Subject` or `Lead` (read by `roles.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from briefgen.machine.assets import icon_paths
from briefgen.problems import Phrase, phrase
from briefgen.record import Record


class Doc(Record):
    """What a field is for, in a sentence."""

    text: str


class Length(Record):
    """How many items a list may have, both ends included."""

    least: int
    most: int

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"


class Cells(Record):
    """The texts of a list are cells of a table: one may be blank."""


class Pattern(Record):
    """What a string must match from end to end, and that in English and in Chinese."""

    regex: str
    en: str
    zh: str

    @property
    def words(self) -> Phrase:
        """The form in words, to be part of a message."""
        return phrase("in-both", en=self.en, zh=self.zh)


class Known(Record):
    """A word that must be one of the names there are of some sort of thing.

    `code` is the problem of the catalogue that is told of any other, with its `name` and `offer`.
    """

    code: str
    names: Callable[[], Iterable[str]]


class Alone(Record):
    """The value may be written for the whole record: where it is words, or where it is a list."""

    what: Literal["words", "list"]


class Dated(Record):
    """The text is a time: 2024-02-21 alone is said as the reader of a language writes it."""


class Terms(Record):
    """A mapping from words to words, and not from languages."""


# What an id may be of.
Thing = Literal["figure", "topic", "source"]


class Names(Record):
    """The id is a topic's or a source's, and must be there. A `Ref` without this is a figure's."""

    what: Thing


def named_by(notes: Iterable[object]) -> Thing | None:
    """What a field's ids are of, where a note on it says so."""
    return next((note.what for note in notes if isinstance(note, Names)), None)


class Verbatim(Record):
    """The words stand so in a source, and are looked for in it: in the one that `source`, another
    field of the record, names (a `str` that `Names("source")`), or in the only one there is."""

    source: str


class Counted(Record):
    """Rows of a table, whose first cells may count them; what does so states no figure."""


class Headed(Record):
    """Rows of a table's cells, whose columns stand under the texts that `heads`, another field of
    the record, holds."""

    heads: str


class Subject(Record):
    """The slide is about this topic (a `Ref` that `Names("topic")`): it goes where the topic goes,
    and where it has no notes, the speaker says the topic's."""


class Lead(Record):
    """The text says what follows: of a section, it stands in the agenda."""


class Says(Record):
    """What the slide says in words: texts, or records of which each says one thing. Where they
    `sum_up`, they say what the whole deck does. They are `ordered` where each follows the one
    before, always or where the field of this name says so."""

    sum_up: bool = False
    ordered: bool | str = False


# Ids become file names, PDF destinations and slide names, so they are kept to what is safe in all
# of them: no path separators, no case that a file system may fold, no spaces.
SLUG = Pattern(
    r"[a-z0-9]+(?:-[a-z0-9]+)*",
    "lower-case letters a–z, digits and single hyphens between them",
    "小写字母 a–z、数字和中间的单个连字符",
)
# What files are called after: hanzi too, which every system keeps as they are.
_NAME = r"[a-z0-9\u3400-\u4dbf\u4e00-\u9fff]+"
FILENAME = Pattern(
    rf"{_NAME}(?:-{_NAME})*",
    "hanzi, lower-case letters a–z, digits and single hyphens between them",
    "汉字、小写字母 a–z、数字和中间的单个连字符",
)
# What files are called after may be so long: a system has 255 bytes for a name, of which the
# outline's, the audience's and the format's are parts.
MOST_NAME = 60


def name_length(name: str) -> int:
    """How long a name is; a character beyond ASCII counts twice.

    >>> name_length("work-report"), name_length("年度汇报")
    (11, 8)
    """
    return len(name) + sum(not character.isascii() for character in name)


# ISO 8601 with reduced precision.
DATE = Pattern(
    r"[12]\d{3}(?:-\d{2}(?:-\d{2})?)?",
    "a year, year-month or date such as 2024-02-21",
    "年份、年月或日期，如 2024、2024-02、2024-02-21",
)
INSIDE = Pattern(
    r"(?![/\\~])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^:\\]+",
    "a path inside the project, such as a/b.txt",
    "项目文件夹里的路径，如 a/b.txt",
)
MINUTES = Pattern(
    r"(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?",
    "a number of minutes such as 2 or 1.5",
    "分钟数，如 2 或 1.5",
)
FOCUS = Pattern(
    r"(?:100|\d{1,2})% (?:100|\d{1,2})%",
    "two percentages, from the left and the top: 50% 30%",
    "两个百分数，先左右、后上下：50% 30%",
)
ADDRESS = Pattern(
    r"https?://[^\s]{3,300}",
    "a web address such as https://www.example.org/more",
    "网址，如 https://www.example.org/more",
)
# Digits in groups, with an extension or several numbers: 020-1234 5678, +86 20 1234 5678 转 8.
PHONE = Pattern(
    r"[+(（]?\d[\d 　()（）+/、,，;；.转ext-]{2,58}",
    "a telephone number such as 020-1234 5678",
    "电话号码，如 020-1234 5678",
)
MAIL = Pattern(
    r"[^\s@<>，；]{1,64}@[^\s@<>，；]{3,190}",
    "an address for mail such as office@example.org",
    "邮箱地址，如 office@example.org",
)
COLUMNS = Pattern(r"[1-3]", "1, 2 or 3", "数字 1、2 或 3")
PERCENT = Pattern(r"(?:[3-6]\d|70)%?", "a share from 30% to 70%", "比例，30% 到 70%")
POINTS = Pattern(
    r"(?:9|1[0-3])(?:\.5)?|14",
    "a size in points from 9 to 14 such as 10.5",
    "字号，9 到 14 磅，如 10.5",
)
_LENGTH = r"\d{1,4}(?:\.\d{1,3})?"
_UNIT = "cm|mm|in|pt|厘米|毫米"
SIZE = Pattern(
    rf"16:9|16:10|4:3|[aA]4(?: upright)?|{_LENGTH} ?(?:{_UNIT})? ?[x×*] ?{_LENGTH} ?(?:{_UNIT})",
    "16:9, 16:10, 4:3, a4, a4 upright, or two lengths such as 25.4cm x 19.05cm",
    "16:9、16:10、4:3、a4、“a4 upright”，或宽乘高，如“25.4cm x 19.05cm”",
)
ICON = Known("unknown-icon", icon_paths)

# Names that Windows keeps for devices, whatever the ending (Microsoft, Naming Files).
RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)}
