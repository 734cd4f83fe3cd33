"""Turn the bytes of a file into clean text, or say what is wrong with them and where.

What no output could show, or what would show something else than what is printed, is refused
here, once, so that nothing later has to think of it.
"""

from __future__ import annotations

import re
from unicodedata import name

from briefgen.chinese.forms import ordinary
from briefgen.chinese.hanzi import count_hanzi
from briefgen.patterns import pattern
from briefgen.problems import Mark, Part, Problems, phrase

MAX_BYTES = 4_000_000

# Not XML characters (XML 1.0, 2.2), or controls; noncharacters (Unicode 23.7); private use; U+FFFD,
# which stands where another program lost a character; line ends that most editors do not show.
# U+FEFF is a byte order mark in the middle of a text.
_REFUSED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffd-\uffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff"
    + "".join(f"{chr((n << 16) + 0xFFFE)}{chr((n << 16) + 0xFFFF)}" for n in range(1, 15))
)
# Explicit directional embeddings, overrides and isolates (UAX #9, 2): text reads otherwise than it
# is stored.
_BIDI = "\u202a-\u202e\u2066-\u2069"
_SUSPECT = pattern(f"[{_REFUSED}{_BIDI}]")


def decode(data: bytes, file: str, problems: Problems) -> str | None:
    """The text of a UTF-8 file with line ends as `\\n`; None, with a problem, where it is not one.

    A byte order mark is accepted. `file` is the name for marks. Characters that are refused are
    reported and replaced, so that the rest can still be checked.
    """
    if len(data) > MAX_BYTES:
        problems.add("too-large", Mark(file), most=MAX_BYTES // 10**6)
        return None
    wide = _utf16(data)
    try:
        text = data.decode("utf-8-sig") if not wide else ""
    except UnicodeDecodeError as error:
        # What it was decoded from begins behind a byte order mark.
        whole, at = error.object, error.start
        before = whole[:at]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        mark = Mark(file, line, column)
        if looks := _looks_like(data):
            _not_utf8(looks, mark, problems)
        else:
            problems.add("damaged-byte", mark, byte=f"{whole[at]:02X}")
        return None
    if wide:
        _not_utf8(wide, Mark(file, 1, 1), problems)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return check_characters(text, Mark(file, 1, 1), problems)


def decode_table(data: bytes, file: str, problems: Problems) -> str | None:
    """The text of a CSV file: as `decode`, and in GB 18030 too, which Chinese Windows writes where
    nobody asks for UTF-8. That is told, since no text says by itself what it is written in."""
    looks = "" if _utf16(data) or _is_utf8(data) else _looks_like(data)
    if not looks.startswith("GB"):
        return decode(data, file, problems)
    problems.add("read-as-gb18030", Mark(file, 1, 1), file=file)
    text = data.decode("gb18030").replace("\r\n", "\n").replace("\r", "\n")
    return check_characters(text, Mark(file, 1, 1), problems)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def check_characters(text: str, start: Mark, problems: Problems) -> str:
    """`text` in ordinary characters, with what is refused replaced by U+FFFD; each kind of
    character is reported once.

    `start` is where the text's first character stands. A text of one line that was written with
    escapes is reported at its start.
    """
    text = ordinary(text)
    if not _SUSPECT.search(text):
        return text
    places: dict[str, list[int]] = {}
    for match in _SUSPECT.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    for character, found in places.items():
        line = text.count("\n", 0, found[0])
        column = found[0] - (text.rfind("\n", 0, found[0]) + 1)
        mark = Mark(start.file, start.line + line, column + (start.column if not line else 1))
        _report(character, len(found), mark, problems)
    return re.sub(f"[{_REFUSED}]", "\ufffd", text)


def _report(character: str, count: int, mark: Mark, problems: Problems) -> None:
    code = ord(character)
    shown: Part = f"U+{code:04X}"
    if count > 1:
        shown = phrase("times", character=shown, count=count)
    if re.match(f"[{_BIDI}]", character):
        problems.add("bidi", mark, shown=shown, name=name(character, "").lower())
    elif 0xE000 <= code <= 0xF8FF or 0xF0000 <= code <= 0x10FFFD:
        problems.add("private-use", mark, shown=shown)
    elif code == 0xFFFD:
        problems.add("lost-character", mark, shown=shown)
    else:
        problems.add("control-character", mark, shown=shown)


def _utf16(data: bytes) -> str:
    """UTF-16's name where the bytes are that: by their mark, or by where their zeros stand; or that
    of UTF-32, by its mark."""
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "UTF-32"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd > len(head) // 16:
        return "UTF-16LE" if odd > even else "UTF-16BE"
    return ""


def _looks_like(data: bytes) -> str:
    """The encoding that Chinese text in these bytes is probably in, or ""."""
    # A legacy text decodes as its own encoding without a fault. GB 2312 allows the fewest second
    # bytes, so it is asked first. Of the others that one is meant in which the characters are more
    # often those of everyday use, which both have a range for.
    found = []
    for codec, shown, common in (
        ("gb2312", "GBK", "gb2312"),
        ("gb18030", "GB 18030", "gb2312"),
        ("big5", "Big5", "big5"),
    ):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if count_hanzi(text) < 2:
            continue
        if codec == "gb2312":
            return shown
        found.append((_everyday(text, common), shown))
    return max(found, key=lambda each: each[0])[1] if found else ""


def _everyday(text: str, codec: str) -> float:
    """The share of the hanzi of a text that stand in the everyday part of a code: the first level
    of Big5 (A440–C67E) or of GB 2312 (B0A1–D7FA)."""
    last = b"\xc6\x7e" if codec == "big5" else b"\xd7\xfa"
    hanzi = [each for each in text if count_hanzi(each)]
    codes = [each.encode(codec, "ignore") for each in hanzi]
    return sum(bool(code) and code <= last for code in codes) / len(hanzi)


def _not_utf8(encoding: str, mark: Mark, problems: Problems) -> None:
    codec = encoding.replace(" ", "")  # as iconv has it
    new = "new." + mark.file.rpartition(".")[2]
    problems.add("not-utf-8", mark, encoding=encoding, codec=codec, file=mark.file, new=new)
