"""Turn two records, what was meant and what was read back, into their differences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal
from unicodedata import normalize

from briefgen.checks.leaks import plain
from briefgen.checks.meant import address
from briefgen.patterns import pattern
from briefgen.record import Record
from briefgen.render.readback import Leaf, Passage, Readback
from briefgen.typography.fonts import INVISIBLE

# "misplaced" is a whole page that stands where another should.
Fault = Literal["missing", "changed", "doubled", "moved", "unexpected", "misplaced"]
# Shown to nobody, or what XML cannot hold (XML 1.0, 2.2); line feeds part words.
_UNSEEN = pattern(
    "[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
    + "".join(sorted(INVISIBLE - {"\n", "\r"}))
    + "]"
)
_SPACE = pattern(r"\s+")
_MARKS = pattern("[\u0300-\u036f\u1dc0-\u1dff]")
# ﬀ to ﬆ, which words copied from a PDF hold.
_JOINED = pattern("[\ufb00-\ufb06]")
# A line break of a deck, as python-pptx tells it.
_BREAK = "\v"
# A hyphen at the end of a line as pdfium tells it, and as it is held against the words meant: it
# may be theirs, or one that shows only where a word is broken.
_HYPHEN, _EITHER = "\x02", "\ufdd0"
# The fewest characters by which words in a print are known again amid others.
_KNOWN = 4
# Where something stands that is no words of a page: a page as a whole, and whether it is hidden.
THE_FILE, THE_SLIDE = "the file", "the slide"

Key = tuple[str, str]


class Difference(Record):
    """What is not as meant: on which page (from 1), the passage meant and the one found."""

    fault: Fault
    page: int
    expected: Passage | None = None
    found: Passage | None = None


def differences(expected: Readback, found: Readback) -> Iterator[Difference]:
    """Everything in which a file is not as it was meant, page by page."""
    most = len(found.pages)
    for number in range(most + 1, len(expected.pages) + 1):
        yield Difference("missing", number, _page(number))
    keys = [_keys(leaf) for leaf in expected.pages]
    for number, got in enumerate(found.pages, 1):
        if number > len(expected.pages):
            yield Difference("unexpected", number, None, _page(number))
            continue
        want = expected.pages[number - 1]
        if expected.print:
            got = _gathered(got, want)
        own = _keys(got)
        if own != keys[number - 1] and own in keys:
            yield Difference("misplaced", number, _page(number), _page(keys.index(own) + 1))
        else:
            yield from _on_page(number, want, got, expected.print)


def _page(number: int) -> Passage:
    return Passage("text", THE_FILE, f"page {number}")


def _keys(leaf: Leaf) -> list[Key]:
    return [_key(passage) for passage in leaf.passages]


def _key(passage: Passage) -> Key:
    """What a passage is known by, however it is set: its kind, and its words without their case,
    spaces and punctuation."""
    if passage.kind == "link":
        return passage.kind, address(passage.words)
    # A deck breaks a line anywhere, so that numbers part at a break.
    known = plain(passage.words).replace("\x1f", "")
    return passage.kind, known or squeezed(passage.words)


def _on_page(number: int, want: Leaf, got: Leaf, print: bool) -> Iterator[Difference]:
    """The differences of one page: of its passages in their order, and of its being hidden."""
    if want.hidden != got.hidden and not print:
        state = ("shown", "hidden")
        meant, found = (Passage("text", THE_SLIDE, state[leaf.hidden]) for leaf in (want, got))
        yield Difference("changed", number, meant, found)
    before, after = _keys(want), _keys(got)
    blocks: list[tuple[list[Passage], list[Passage]]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        pair = want.passages[a:b], got.passages[c:d]
        if tag != "equal":
            blocks.append((list(pair[0]), list(pair[1])))
            continue
        for one, other in zip(*pair, strict=True):
            if not same(one, other, print):
                yield Difference("changed", number, one, other)
    yield from _moved(number, blocks)
    for lost, extra in blocks:
        yield from _paired(number, lost, extra, set(before))


def _moved(number: int, blocks: list[tuple[list[Passage], list[Passage]]]) -> Iterator[Difference]:
    """What is missing in one place and stands in another; it is taken out of `blocks`."""
    lost = Counter(_key(passage) for block in blocks for passage in block[0])
    extra = Counter(_key(passage) for block in blocks for passage in block[1])
    common = lost & extra
    for side in (0, 1):
        left = Counter(common)
        for block in blocks:
            for passage in tuple(block[side]):
                if left[_key(passage)]:
                    left[_key(passage)] -= 1
                    block[side].remove(passage)
                    if side == 0:
                        yield Difference("moved", number, passage)


def _paired(
    number: int, lost: list[Passage], extra: list[Passage], known: set[Key]
) -> Iterator[Difference]:
    """What stands in another's place was changed; the rest is missing, or one too many."""
    for passage in lost:
        other = next((each for each in extra if each.kind == passage.kind), None)
        if other:
            extra.remove(other)
            yield Difference("changed", number, passage, other)
        else:
            yield Difference("missing", number, passage)
    for passage in extra:
        again: Fault = "doubled" if _key(passage) in known else "unexpected"
        yield Difference(again, number, None, passage)


def same(want: Passage, got: Passage, print: bool) -> bool:
    """Whether words with the same key are the very words.

    Where a deck breaks a line, a space may be left out, and a soft hyphen is shown as a hyphen. A
    print has no spaces of its own.
    """
    if want.kind in ("link", "picture"):
        return True  # they are known by all they are
    if print:
        return squeezed(want.words) == squeezed(got.words)
    meant = _SPACE.sub(" ", _UNSEEN.sub("", want.words.replace(_BREAK, ""))).strip()
    parts = [_SPACE.sub(" ", part) for part in _UNSEEN.sub("", got.words).strip().split(_BREAK)]
    if len(parts) == 1:
        return meant == parts[0]
    lines = [
        re.escape(part.strip()) if at == len(parts) else re.escape(part.strip()).removesuffix(r"\-")
        for at, part in enumerate(parts, 1)
    ]
    return re.fullmatch("-? ?".join(lines), meant) is not None


def squeezed(words: str) -> str:
    """Words as they are read from a print: without white space and what nobody sees, letters joined
    in one character apart, and without marks that belong to no letter: pdfium tells only some."""
    words = _MARKS.sub("", _SPACE.sub("", _UNSEEN.sub("", words)))
    return _JOINED.sub(lambda found: normalize("NFKC", found[0]), words)


def _gathered(leaf: Leaf, want: Leaf) -> Leaf:
    """A page of a print, with its words in the passages that were meant where it has those words.

    What is in between becomes a passage of its own.
    """
    wanted = [each for each in want.passages if each.kind in ("text", "cell")]
    spelled = [squeezed(each.words) for each in wanted]
    read = (each.words.replace(_HYPHEN, _EITHER) for each in leaf.passages if each.kind == "text")
    text = "".join(map(squeezed, read))
    said: list[Passage] = []
    strange, at, next_one = "", 0, 0
    while at < len(text):
        hit = _hit(text, at, spelled, next_one, _KNOWN if strange else 1)
        if hit is None:
            strange += text[at].replace(_EITHER, "")
            at += 1
            continue
        if strange:
            said.append(Passage("text", "the page", strange))
            strange = ""
        said.append(wanted[hit])
        at, next_one = _end(text, at, spelled[hit]), hit + 1
    if strange:
        said.append(Passage("text", "the page", strange))
    seen: set[Passage] = set()
    for each in leaf.passages:
        # A link of several lines is several links.
        if each.kind != "text" and not (each.kind == "link" and each in seen):
            said.append(each)
            seen.add(each)
    return Leaf(tuple(said), want.hidden)


def _hit(text: str, at: int, spelled: Sequence[str], next_one: int, least: int) -> int | None:
    """Which of the words that were meant stand there: those whose turn it is, or others of `least`
    characters."""
    if next_one < len(spelled) and _end(text, at, spelled[next_one]) >= 0:
        return next_one
    order = (*range(next_one, len(spelled)), *range(next_one))
    return next(
        (n for n in order if len(spelled[n]) >= least and _end(text, at, spelled[n]) >= 0), None
    )


def _end(text: str, at: int, words: str) -> int:
    """Where words end that stand at a place of a print; -1 where others stand there."""
    if text.startswith(words, at):
        return at + len(words)
    if text.find(_EITHER, at, at + len(words) + 1) < 0:
        return -1
    for sign in words:
        while text.startswith(_EITHER, at) and sign != "-":
            at += 1
        if text[at : at + 1] not in (sign, _EITHER):
            return -1
        at += 1
    return at
