"""Lists of the Markdown document: what stands below what is what the levels of a box say."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scenes import para
from test_markdown import box, document, tokens

from briefgen.record import Record
from briefgen.scene.names import Name
from briefgen.typography.markers import Bullet, Marker, Numbering
from briefgen.typography.text import Paragraph

# A paragraph of a list: its level, and its number (0: a bullet, None: no marker).
Said = tuple[int, int | None]
SAID = st.lists(st.tuples(st.integers(0, 3), st.sampled_from((None, 0, 1, 2, 3, 9, 10, 11))))


class Place(Record):
    """Where words stand: below which item's first words, and their own item's number if they are
    its first (0: a bullet, None: they are no item's first)."""

    words: str
    below: str = ""
    number: int | None = None


def paragraphs(said: Sequence[Said], box: int = 1) -> list[Paragraph]:
    """Paragraphs whose words tell one from another, in all boxes."""

    def marker(number: int | None) -> Marker | None:
        return None if number is None else Numbering("一、", number) if number else Bullet()

    return [
        para(f"词{box}之{at}", marker=marker(number), level=level)
        for at, (level, number) in enumerate(said)
    ]


def meant(said: Sequence[Said], box: int = 1) -> list[Place]:
    """Below the nearest item of a lower level that nothing as low has ended since."""
    places = []
    for at, (_, number) in enumerate(said):
        above = [
            before
            for before in range(at)
            if said[before][1] is not None
            and said[before][0] < min(each[0] for each in said[before + 1 : at + 1])
        ]
        below = f"词{box}之{above[-1]}" if above else ""
        places.append(Place(f"词{box}之{at}", below, number))
    return places


def found(text: str) -> list[Place]:
    """The same of a document, as a reader of CommonMark numbers it."""
    places: list[Place] = []
    items: list[str] = []
    lists: list[int | None] = []
    for token in tokens(text):
        match token.type:
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1) - 1)
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                items.append("")
                lists[-1] = None if lists[-1] is None else lists[-1] + 1
            case "list_item_close":
                items.pop()
            case "inline" if "词" in token.content:
                for words in token.content.splitlines():
                    if items and not items[-1]:
                        items[-1] = words
                        above = next(filter(None, reversed(items[:-1])), "")
                        places.append(Place(words, above, lists[-1] or 0))
                    else:
                        places.append(Place(words, next(filter(None, reversed(items)), "")))
    return places


@given(SAID)
@example([(0, 1), (1, None), (1, 0), (2, 0), (0, 2), (1, None), (0, 3)])
@example([(0, 0), (1, 3), (1, 4), (1, 0), (1, None), (1, 3), (0, None), (0, 0)])
@example([(0, 1), (1, None), (1, 3), (2, 0), (1, 1), (0, 1)])
@example([(2, None), (1, 0), (3, 0), (2, 0), (2, None), (0, None), (1, None)])
def test_the_tree_of_lists_is_the_tree_of_levels(said: list[Said]) -> None:
    assert found(document(box(Name("text"), *paragraphs(said)))) == meant(said)


@pytest.mark.slow
@given(st.lists(SAID.filter(bool), min_size=1, max_size=4))
@example([[(0, None), (0, 0), (1, 0), (0, None)], [(0, None), (1, None), (0, 0)]])
@example([[(0, 0), (1, 0)], [(1, 0), (0, None)]])
@example([[(0, 1), (1, None), (1, 0)], [(0, 2)], [(0, 3), (1, 1)]])
def test_a_box_for_each_point_keeps_the_order_of_its_words_and_their_levels(
    boxes: list[list[Said]],
) -> None:
    expected: list[Place] = []
    for number, said in enumerate(boxes, 1):
        places = meant(said, number)
        if said[0][1] is None:
            head = places[0].words
            rest = (Place(each.words, each.below or head, each.number) for each in places[1:])
            places = [Place(head, "", 0), *rest]
        expected += places
    made = [box(Name("point", at), *paragraphs(said, at)) for at, said in enumerate(boxes, 1)]
    assert found(document(*made)) == expected


def test_an_entry_of_which_only_the_number_is_said_has_its_points_below_itself() -> None:
    boxes = []
    for number in (1, 2):
        boxes.append(box(Name("ordinal", number), para(f"{number:02d}")))
        boxes.append(box(Name("card", number), *paragraphs([(0, 0), (0, 0)], number)))
    text = document(*boxes)
    assert "1. - 词1之0\n   - 词1之1\n2. - 词2之0\n   - 词2之1\n" in text
    assert [each.words for each in found(text)] == ["词1之0", "词1之1", "词2之0", "词2之1"]


def test_a_text_below_a_point_stands_in_it_and_the_list_goes_on() -> None:
    said = [(0, 1), (1, None), (1, 0), (1, 0), (0, 2), (1, 1), (1, 2)]
    assert document(box(Name("text"), *paragraphs(said))).endswith(
        """
1. 词1之0

   词1之1
   - 词1之2
   - 词1之3
2. 词1之4
   1. 词1之5
   2. 词1之6
"""
    )
