"""Turn bytes into what becomes of what others fill in: translations, rows of a table."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from outlines import DECK, OUTLINE, TOPICS

from briefgen.answers import translate
from briefgen.merging.merge import merge
from briefgen.merging.run import Order
from briefgen.outline.reading.read import read
from briefgen.problems import Problem, Problems
from briefgen.request import Request
from fuzz.targets import Target, loaded, outline_changed, outline_room, text_changed

_LISTS = (
    "- zh: 示例\n  en: Demo\n- zh: 产值{output}\n  en: 'Output: {output}'\n"
    "- zh: 第一部分\n  en: Part one\n- zh: 谢谢\n  en: Thank you\n",
    "- {zh: 创新成轴, en: 'An axis, at last'}\n- {zh: 报道, en: \"The “Report”: #1\"}\n",
)
_ROWS = (
    "城市,产值,说明\n广州,3200亿元,第一名\n深圳,3300亿元,又一句。\n",
    '城市,产值,说明\n"甲, ""乙""",5.5%,"两行\n的字"\n丙,,{城市}\n',
    "城市;产值;说明\n东莞;1.234,5;**粗**\n",
)
_PLACE = (
    DECK.replace("{id: cover, kind: cover}", "{id: cover, kind: cover, title: '{城市}'}")
    + "  - {id: row, kind: text, title: '{城市}怎么样', text: '{说明}，产值{产值}。'}\n"
)


@cache
def lists() -> tuple[Any, ...]:
    return tuple(map(loaded, _LISTS))


def list_room(folder: Path) -> None:
    outline_room(folder)
    (folder / "audiences").mkdir()
    (folder / "audiences" / "abroad.yaml").write_text("language: en\n", "utf-8")


def read_list(data: bytes, folder: Path) -> Iterable[Problem]:
    """What is wrong with a list that was filled in. What it says is in the outline afterwards,
    which can be read as before."""
    path, problems = folder / "outline.yaml", Problems()
    path.write_text(OUTLINE + TOPICS + DECK, "utf-8")
    texts = translate.missing(path, "abroad")
    known = translate.filled(data, "translate-abroad.yaml", texts.key, problems)
    if problems.fatal:
        return problems
    count = translate.merge(texts, known)
    left = translate.missing(path, "abroad")
    assert len(left.texts) <= len(texts.texts)
    assert bool(count) == (path.read_text("utf-8") != OUTLINE + TOPICS + DECK)
    after = Problems()
    assert read(path.read_bytes(), "outline.yaml", after) is not None
    assert not after.fatal
    shutil.rmtree(folder / ".briefgen", ignore_errors=True)
    return problems


def row_room(folder: Path) -> None:
    outline_room(folder)
    (folder / "outline.yaml").write_text(OUTLINE + TOPICS + _PLACE, "utf-8")


def read_rows(data: bytes, folder: Path) -> Iterable[Problem]:
    """What is wrong with a table, and with its rows; each of its files stands in the folder."""
    out = folder / "made"
    (folder / "rows.csv").write_bytes(data)
    request = Request(folder / "outline.yaml", formats=("md",), jobs=1, out=out)
    try:
        done = merge(Order(request=request, table=folder / "rows.csv", name="{城市}"))
        found = [*done.problems, *done.failures]
        assert not any(each.code == "program-fault" for each in found)
        assert all(path.resolve().is_relative_to(out) for path in out.rglob("*"))
        return found
    finally:
        shutil.rmtree(out, ignore_errors=True)


RETURNED: dict[str, Target] = {
    "translation": Target(lists, outline_changed, read_list, list_room),
    "rows": Target(lambda: _ROWS, text_changed, read_rows, row_room),
}
