"""Each character of a text is found again where it stands in its file, however it was written."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.brief.places import blanked, finder
from briefgen.outline.language import Target, text
from briefgen.outline.reading.nodes import Mapping, Sequence
from briefgen.outline.reading.read import read
from briefgen.problems import Problems

WORDS = st.lists(
    st.text("广州新增用地万亩12,3.5%abc'\"\\:#-–—“”。，（）", min_size=1, max_size=9),
    min_size=1, max_size=9,
).map(" ".join)  # fmt: skip


def found(file: str, node: object, language: str = "zh-Hans") -> None:
    """Check every visible character of a text node against the file that it was read from."""
    lines = file.split("\n")
    made = text(node, Target(problems=Problems()))
    place = finder(made)
    for at, char in enumerate(blanked(made)):
        if char.isspace():
            continue
        mark = place(at, char)
        written = lines[mark.line - 1][mark.column - 1 :]
        assert written.startswith((char, "\\", "''" if char == "'" else char))


@pytest.mark.slow
@given(WORDS, st.sampled_from([None, "'", '"', "|", ">"]), st.integers(20, 80))
def test_every_style_of_scalar(words: str, style: str | None, width: int) -> None:
    file = yaml.safe_dump(
        {"a": {"b": [words, words]}}, allow_unicode=True, default_style=style, width=width
    )
    node = read(file.encode(), "a.yaml", Problems())
    assert isinstance(node, Mapping)
    inner = node.get("a")
    assert isinstance(inner, Mapping)
    items = inner.get("b")
    assert isinstance(items, Sequence)
    for item in items.items:
        found(file, item)


@pytest.mark.parametrize(
    "file",
    [
        "a: 一季度 {gdp} 增长 5.2%\n",
        "a: >-   # folded\n  一季度\n  {gdp}\n\n  增长 5.2%\n",
        'a: "一季度\\u3000{gdp: number}\\\n   增长\\x205.2%"\n',
        "a: '一季度 ''{gdp}''\n\n  增长 {{5.2%}}'\n",
        "a: |+\n    一季度\n      {gdp}\n    增长 5.2%\n\n",
    ],
)
def test_a_number_behind_a_figure(file: str) -> None:
    from briefgen.brief.model import Segment
    from briefgen.record import replace

    node = read(file.encode(), "a.yaml", Problems())
    assert isinstance(node, Mapping)
    entry = node.get("a")
    assert entry is not None
    made = text(entry, Target(problems=Problems()))
    assert made is not None
    before, _, after = str(made).partition("{gdp")
    behind = after.partition("}")[2].replace("{{", "{").replace("}}", "}")
    resolved = replace(made, segments=(Segment(before), Segment("3万亿元", "gdp"), Segment(behind)))
    mark = finder(resolved)(blanked(resolved).index("5.2%"), "5.2%")
    assert file.split("\n")[mark.line - 1][mark.column - 1 :].startswith("5.2%")


def test_words_that_were_converted_are_found_by_themselves() -> None:
    from briefgen.brief.model import Segment, Text
    from briefgen.problems import Mark

    made = Text(
        (Segment("On 28 December 2023, 7 of 7"),),
        Mark("a", 3, 5),
        None,
        "On December 28, 2023, 7 of 7",
    )
    place = finder(made)
    assert place(str(made).index("7"), "7") == Mark("a", 3, 5 + 22)
    assert place(str(made).rindex("7"), "7") == Mark("a", 3, 5 + 27)
