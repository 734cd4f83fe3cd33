"""Turn good input into input that is nearly good: bytes, words, trees, packages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

# What somebody types, pastes, or sends in bad faith.
WORDS = (
    "",
    " ",
    "\n",
    "\t",
    "0",
    "-1",
    "1",
    "7",
    "65536",
    "4294967295",
    "-2147483649",
    "1e9",
    "1e400",
    "NaN",
    "inf",
    "0x1F",
    "017",
    "1_000",
    "12:30",
    "no",
    "true",
    "null",
    "~",
    "３",
    "٣",
    "⅓",
    "①",
    "万",
    "亿",
    "十",
    "百",
    "千",
    "%",
    "‰",
    "个百分点",
    "亿元",
    "年",
    "月",
    "日",
    "约",
    "超",
    "至",
    "—",
    "～",
    "–",
    "-",
    "+",
    "/",
    "、",
    "，",
    ",",
    ".",
    ";",
    "。",
    "；",
    "：",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "{",
    "}",
    "{{",
    "}}",
    "{a}",
    "{a:number}",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "&",
    "&amp;",
    "*",
    "**",
    "_",
    "`",
    "#",
    "|",
    "\\",
    "'",
    '"',
    "@",
    "!",
    "?",
    ":",
    ": ",
    "- ",
    "---",
    "...",
    "%%",
    "\x00",
    "\x07",
    "\x1b[31m",
    "\u200b",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ufffd",
    "\uffff",
    "\u2028",
    "e\u0301",
    "ﬁ",
    "㎡",
    "℃",
    "Ⅻ",
    "〇",
    "零",
    "两",
    "𠮷",
    "👩‍👩‍👧",
    "🇨🇳",
    "ﷺ",
    "שלום",
    "नमस्ते",
    "http://a.b",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "../../etc/passwd",
    "/dev/zero",
    "CON",
    "a.",
    "..",
    "C:\\x",
    "=1+1",
    "three hundred",
    "a dozen",
    "half",
    "two-thirds",
    "2035年",
    "2024-02-30",
    "2024",
    "Q3",
    "13月",
    "twenty-first",
    "$5bn",
    "€1.2m",
    "3:1",
    "1/0",
    "x" * 300,
    "九" * 60,
    "9" * 60,
    "1," * 40,
    "(" * 50,
    "汉" * 400,
)
_TOKEN = re.compile(r"\d+|[a-zA-Z]+|[\u4e00-\u9fff]+|\s+|.", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (
    b"0",
    b"1",
    b"-1",
    b"2",
    b"255",
    b"65535",
    b"65536",
    b"2147483647",
    b"4294967296",
    b"-32769",
    b"99999999999999999999",
    b"1e9",
    b"0.0001",
    b"NaN",
)


def data(chance: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Bytes with a few changed, lost, doubled, or taken from another input."""
    out = bytearray(content)
    for _ in range(1 + min(int(chance.expovariate(0.4)), 12)):
        at = chance.randrange(len(out) + 1)
        end = min(len(out), at + int(chance.expovariate(0.06)) + 1)
        match chance.randrange(8):
            case 0 | 1 if at < len(out):
                out[at] ^= 1 << chance.randrange(8)
            case 2 if at < len(out):
                out[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, 0x20, 0x0A, chance.randrange(256)))
            case 3:
                del out[at:end]
            case 4:
                out[at:at] = out[at:end] * chance.choice((1, 2, 30))
            case 5:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                out[at:end] = other[start : start + end - at]
            case 6:
                out[at:at] = chance.choice(WORDS).encode("utf-8", "surrogatepass")
            case _:
                numbers = list(_NUMBER.finditer(out, max(0, at - 200), at + 200))
                if numbers:
                    found = chance.choice(numbers)
                    out[found.start() : found.end()] = chance.choice(_NUMBERS)
    return bytes(out)


def text(chance: Random, content: str, others: Sequence[str]) -> str:
    """A text with words changed, lost, doubled, moved, or taken from another."""
    words = _TOKEN.findall(content) or [""]
    for _ in range(1 + min(int(chance.expovariate(0.4)), 10)):
        at = chance.randrange(len(words) + 1)
        match chance.randrange(6):
            case 0:
                words.insert(at, chance.choice(WORDS))
            case 1:
                words[at : at + 1] = [chance.choice(WORDS)]
            case 2:
                del words[at : at + chance.randrange(1, 6)]
            case 3:
                words[at:at] = words[at : at + chance.randrange(1, 6)] * chance.choice(
                    (1, 1, 3, 20)
                )
            case 4:
                taken = _TOKEN.findall(chance.choice(others)) or [""]
                start = chance.randrange(len(taken))
                words[at:at] = taken[start : start + chance.randrange(1, 9)]
            case _:
                chance.shuffle(words[at : at + 6])
                words[at:at] = [words[chance.randrange(len(words))]] if words else []
    return "".join(words)


def tree(chance: Random, root: Any, others: Sequence[Any]) -> Any:
    """A tree of lists and mappings with some of its nodes exchanged, lost, wrapped or odd."""
    root = _copied(root)
    for _ in range(1 + min(int(chance.expovariate(0.5)), 8)):
        places = list(_places(root))
        if not places:
            return chance.choice(WORDS)
        parent, key = chance.choice(places)
        match chance.randrange(9):
            case 0:
                del parent[key]
            case 1 | 2:
                parent[key] = chance.choice(WORDS)
            case 3 if isinstance(parent[key], str):
                parent[key] = text(chance, parent[key], (chance.choice(WORDS), parent[key]))
            case 4:
                parent[key] = [parent[key]] if chance.random() < 0.5 else {"text": parent[key]}
            case 5:
                other, name = chance.choice(places)
                parent[key] = _copied(other[name]) if name in _keys(other) else []
            case 6:
                away = list(_places(chance.choice(others)))
                if away:
                    other, name = chance.choice(away)
                    parent[key] = _copied(other[name])
                    if isinstance(parent, dict) and isinstance(name, str):
                        parent[name] = _copied(other[name])
            case 7 if isinstance(parent, list):
                parent[key:key] = [_copied(parent[key])] * chance.choice((1, 2, 9))
            case _:
                parent[key] = {} if chance.random() < 0.5 else []
    return root


def by_key(roots: Sequence[Any]) -> dict[Any, list[Any]]:
    """What stands under each key of some trees; the fields of a slide under its kind besides."""
    found: dict[Any, list[Any]] = {}
    for root in roots:
        for parent, key in _places(root):
            found.setdefault(key, []).append(parent[key])
        for one in (root, *(parent[key] for parent, key in _places(root))):
            if isinstance(one, dict) and isinstance(one.get("kind"), str):
                found.setdefault(("kind", one["kind"]), []).append(one)
    return found


def likely(chance: Random, root: Any, values: Mapping[Any, list[Any]]) -> Any:
    """A tree with some values exchanged for others of the same key, fields added that slides of a
    kind have, items doubled or left out, and texts made longer: most of it is not refused."""
    root = _copied(root)
    for _ in range(1 + min(int(chance.expovariate(0.4)), 6)):
        places = list(_places(root))
        if not places:
            return root
        parent, key = chance.choice(places)
        one, roll = parent[key], chance.randrange(6)
        kind = str(one.get("kind")) if isinstance(one, dict) else ""
        if ("kind", kind) in values and roll < 4:
            other = chance.choice(values["kind", kind])
            name = chance.choice(list(other))
            one[name] = _copied(other[name])
        elif isinstance(parent, list) and roll < 3:
            parent[key:key] = [_copied(one)] * chance.choice((1, 1, 2, 5))
        elif isinstance(parent, list) and roll == 3:
            del parent[key]
        elif isinstance(one, str) and roll == 4:
            parent[key] = chance.choice((one * chance.choice((2, 4, 12)), one[: len(one) // 2]))
        elif isinstance(key, str) and key in values:
            parent[key] = _copied(chance.choice(values[key]))
    return root


def package(chance: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """A package of Open XML with one or two of its parts changed, lost or exchanged."""
    if chance.random() < 0.2:
        return data(chance, content, others)
    parts = _parts(content)
    away = _parts(chance.choice(others))
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice(list(parts))
        match chance.randrange(10):
            case 0:
                del parts[name]
                if not parts:
                    return b"PK\5\6" + bytes(18)
            case 1:
                parts[name] = chance.choice(list(away.values()))
            case 2:
                parts[name] = data(chance, parts[name], tuple(away.values()))
            case _:
                parts[name] = markup(chance, parts[name], tuple(away.values()))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as made:
        # Of no time: a changed file is the same whenever it is made.
        for name, each in parts.items():
            made.writestr(ZipInfo(name), each)
    return out.getvalue()


_TAG = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'"[^"<>]*"')
_SAID = re.compile(rb">[^<>]+<")


def markup(chance: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """XML whose tags, values and words are changed, so that most of it still can be read."""
    for _ in range(1 + min(int(chance.expovariate(0.5)), 6)):
        word = chance.choice(WORDS).encode("utf-8", "surrogatepass")
        match chance.randrange(7):
            case 0:
                content = _put(chance, _VALUE, content, b'"' + chance.choice(_NUMBERS) + b'"')
            case 1:
                content = _put(chance, _VALUE, content, b'"' + word.replace(b'"', b"") + b'"')
            case 2:
                content = _put(chance, _SAID, content, b">" + word + b"<")
            case 3:
                content = _put(chance, _TAG, content, b"")
            case 4:
                tag = _one(chance, _TAG, chance.choice(others)) or b"<a/>"
                content = _put(chance, _TAG, content, tag)
            case 5:
                content = _doubled(chance, content)
            case _:
                tag = _one(chance, _TAG, content) or b"<a/>"
                content = _put(chance, _TAG, content, tag * chance.choice((2, 2, 200)))
    return content


def _doubled(chance: Random, content: bytes) -> bytes:
    """With a whole element again, or left out."""
    found = _one(chance, _TAG, content)
    name = re.match(rb"<([\w:]+)[^/]*>$", found or b"")
    if not found or not name:
        return content
    start = content.find(found)
    close = b"</" + name[1] + b">"
    end = content.find(close, start)
    if end < 0:
        return content
    whole = content[start : end + len(close)]
    return content[:start] + whole * chance.choice((0, 2, 3, 40)) + content[end + len(close) :]


def _one(chance: Random, what: re.Pattern[bytes], content: bytes) -> bytes | None:
    """Something of this form, from about a place that chance takes."""
    found = what.search(content, chance.randrange(len(content) + 1)) or what.search(content)
    return found[0] if found else None


def _put(chance: Random, what: re.Pattern[bytes], content: bytes, new: bytes) -> bytes:
    found = what.search(content, chance.randrange(len(content) + 1)) or what.search(content)
    return content[: found.start()] + new + content[found.end() :] if found else content


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(content)) as opened:
            return {name: opened.read(name) for name in opened.namelist()} or {"a": b""}
    except (BadZipFile, NotImplementedError, OSError):
        return {"a": content}


def _places(node: Any) -> list[tuple[Any, Any]]:
    """Every place of a tree: what holds it, and by which key."""
    found: list[tuple[Any, Any]] = []
    left = [node]
    while left:
        one = left.pop()
        for key in _keys(one):
            found.append((one, key))
            if isinstance(one[key], dict | list):
                left.append(one[key])
    return found


def _keys(node: Any) -> list[Any]:
    if isinstance(node, Mapping):
        return list(node)
    return list(range(len(node))) if isinstance(node, list) else []


def _copied(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _copied(value) for key, value in node.items()}
    return [_copied(each) for each in node] if isinstance(node, list) else node


Changed = Callable[[Random, bytes, Sequence[bytes]], bytes]
