"""Turn a stored number and its number format into the words that a spreadsheet shows for them.

Formats are those of ECMA-376 Part 1, 18.8.30 and 18.8.31. What depends on the reader's machine is
told apart from what the file says: the short date (14) is written year first, which nobody reads
the wrong way round, and amounts whose currency is the machine's carry none.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from briefgen.outline.attached.shown_dates import date_words, is_date
from briefgen.patterns import pattern
from briefgen.record import Record

GENERAL = "General"
# What numFmtId stands for without a code of its own: 18.8.30, for all languages and zh-cn.
BUILT_IN: Mapping[int, str] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "#,##0;-#,##0",
    6: "#,##0;-#,##0",
    7: "#,##0.00;-#,##0.00",
    8: "#,##0.00;-#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'),
    **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0;-",
    42: "#,##0;-#,##0;-",
    43: "#,##0.00;-#,##0.00;-",
    44: "#,##0.00;-#,##0.00;-",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
# Characters that a cell in the format General shows of a number, its sign aside.
_GENERAL_WIDTH = 11
# Beyond it a sheet shows zeros for digits that it does not know.
_LARGEST = Decimal(10) ** 15

# Quoted words, escaped characters, the width of a character, a filler; brackets; placeholders.
_TOKEN = pattern(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_(?P<blank>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<exponent>[Ee][+-])|(?P<other>.)"
)
_CONDITION = pattern(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_COLOUR = pattern(
    r"(?i)black|blue|cyan|green|magenta|red|white|yellow|color\s?\d+|[黑蓝绿红白黄]色?|蓝绿色|洋红|颜色\s?\d+"
)
_COMPARE = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


class Token(Record):
    """A piece of a section: `kind` is "literal", "general", "exponent", "bracket", or the
    placeholder or mark itself (0 # ? . , % / @ and letters of dates)."""

    kind: str
    text: str


class _Section(Record):
    """One of the up to four parts of a format; its condition, and whether it has a colour."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    coloured: bool = False


def shown_number(value: Decimal, code: str, from_1904: bool = False) -> str:
    """What a cell shows that stores `value` (of 15 digits) in the format `code`.

    Dates are days from the beginning of 1900, or of 1904. A negative value that its format tells
    by brackets or a colour alone keeps a minus, since words have neither. What would be shown in
    scientific notation is written out with the digits that it shows.
    """
    sections = _sections(code)
    section, signed = _section_for(value, sections)
    if section is None:
        return ""
    if is_date(section.tokens):
        words = date_words(value, section.tokens, from_1904)
        return _general(value) if words is None else words
    if not section.tokens:
        # Nothing is shown by an empty part of several; an empty format is that of no format.
        return "" if len(sections) > 1 else _general(value)
    if abs(value) >= _LARGEST:
        return _general(value)
    words = _number(abs(value), section.tokens)
    if value < 0 and any(digit in "123456789" for digit in words):
        if signed:
            return "-" + words
        if words.strip().startswith("(") and words.strip().endswith(")"):
            return "-" + words.strip()[1:-1]
        if section.coloured and not any(mark in words for mark in "-−△▲"):
            return "-" + words
    return words


def shown_text(words: str, code: str) -> str:
    """What a cell shows that stores words: the fourth part of a format is for them."""
    sections = _sections(code)
    if len(sections) >= 4:
        chosen = sections[3]
    elif any(token.kind == "@" for token in sections[-1].tokens):
        chosen = sections[-1]
    else:
        return words
    return "".join(
        words if token.kind == "@" else token.text if token.kind == "literal" else ""
        for token in chosen.tokens
    )


def _section_for(value: Decimal, sections: Sequence[_Section]) -> tuple[_Section | None, bool]:
    """The part of a format that shows `value`, and whether it has a minus put before it."""
    numbers = sections[:3]
    if any(section.condition for section in numbers):
        for section in numbers:
            if section.condition is None:
                return section, True
            sign, bound = section.condition
            if _COMPARE[sign](value, bound):
                return section, not (sign in ("<", "<=") and bound <= 0)
        return None, False
    if value < 0 and len(numbers) > 1:
        return numbers[1], False
    if value == 0 and len(numbers) > 2:
        return numbers[2], False
    return numbers[0], True


@lru_cache(maxsize=64)
def _sections(code: str) -> tuple[_Section, ...]:
    made: list[_Section] = []
    tokens: list[Token] = []
    condition: tuple[str, Decimal] | None = None
    coloured = False
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            made.append(_Section(tuple(tokens), condition, coloured))
            tokens, condition, coloured = [], None, False
        elif (bracket := match["bracket"]) is not None:
            if found := _CONDITION.fullmatch(bracket):
                condition = found[1], Decimal(found[2])
            elif _COLOUR.fullmatch(bracket):
                coloured = True
            elif bracket.startswith("$"):
                if sign := bracket[1:].partition("-")[0]:
                    tokens.append(Token("literal", sign))
                tokens.append(Token("bracket", bracket))
            else:
                tokens.append(Token("bracket", bracket))
        else:
            tokens.extend(_tokens(match.groupdict()))
    return (*made, _Section(tuple(tokens), condition, coloured))


def _tokens(found: Mapping[str, str | None]) -> list[Token]:
    if found["quoted"] is not None:
        return [Token("literal", found["quoted"])]
    if found["escaped"]:
        return [Token("literal", found["escaped"])]
    if found["general"]:
        return [Token("general", "")]
    if found["exponent"]:
        return [Token("exponent", found["exponent"])]
    other = found["other"]
    if not other:
        return []
    special = other in "0#?.,%/@" or (other.isascii() and other.isalpha())
    return [Token(other if special else "literal", other)]


def _number(value: Decimal, tokens: Sequence[Token]) -> str:
    """A value that is not negative, in one part of a format."""
    kinds = [token.kind for token in tokens]
    for as_it_is in ("general", "@"):
        if as_it_is in kinds:
            return _joined(tokens, as_it_is, _general(value))
    value *= Decimal(100) ** kinds.count("%")
    places = [i for i, kind in enumerate(kinds) if kind in ("0", "#", "?")]
    if not places:
        return "".join(token.text for token in tokens if token.kind in ("literal", "%", "."))
    if "exponent" in kinds:
        return _scientific(value, kinds)
    if "/" in kinds and places[0] < kinds.index("/") < places[-1]:
        return _fraction(value, kinds)
    return _decimal(value, tokens, kinds, places)


def _decimal(
    value: Decimal, tokens: Sequence[Token], kinds: Sequence[str], places: Sequence[int]
) -> str:
    """A number in decimals, its digits at the placeholders."""
    point = kinds.index(".") if "." in kinds else len(kinds)
    whole = [i for i in places if i < point]
    after = [i for i in places if i > point]
    # A comma behind the last digit of either side divides by a thousand.
    for last in {*whole[-1:], *after[-1:]}:
        behind = last + 1
        while behind < len(kinds) and kinds[behind] == ",":
            value /= 1000
            behind += 1
    grouped = any(kind == "," for kind in kinds[whole[0] : whole[-1]]) if whole else False
    digits = f"{value.quantize(Decimal(1).scaleb(-len(after)), ROUND_HALF_UP):f}"
    units, _, decimals = digits.partition(".")
    filled = _whole(units, [kinds[i] for i in whole], grouped)
    ends = _decimals(decimals, [kinds[i] for i in after])
    at = dict(zip(whole, filled, strict=True)) | dict(zip(after, ends, strict=True))
    # A reader of text takes .5 and 5. for slips.
    lead = "" if any(filled) or not any(ends) else units
    out = []
    for i, token in enumerate(tokens):
        if i in at:
            out.append(at[i])
        elif i == point:
            out.append(lead + "." if any(each.strip() for each in ends) else "")
        elif token.kind in ("literal", "%", "/"):
            out.append(token.text)
    return "".join(out)


def _whole(digits: str, kinds: Sequence[str], grouped: bool) -> list[str]:
    """What stands at each placeholder before the point; the first takes all that is left."""
    digits = digits.lstrip("0")
    if grouped:
        wide = max(len(digits), sum(kind == "0" for kind in kinds))
        digits = digits.zfill(wide)
        spelt = f"{int(digits or 0):0{wide + (wide - 1) // 3},}" if digits else ""
        return [spelt, *[""] * (len(kinds) - 1)]
    out: list[str] = []
    for kind in reversed(kinds):
        digits, digit = digits[:-1], digits[-1:]
        out.append(digit or {"0": "0", "?": " "}.get(kind, ""))
    if out:
        out[-1] = digits + out[-1]
    return out[::-1]


def _decimals(digits: str, kinds: Sequence[str]) -> list[str]:
    out: list[str] = []
    left = len(digits.rstrip("0"))
    for i, (digit, kind) in enumerate(zip(digits, kinds, strict=True)):
        needed = i < left or "0" in kinds[i:]
        out.append(digit if needed else " " if kind == "?" else "")
    return out


def _scientific(value: Decimal, kinds: Sequence[str]) -> str:
    shown = kinds[: kinds.index("exponent")]
    point = shown.index(".") if "." in shown else len(shown)
    lead = sum(kind in "0#?" for kind in shown[:point])
    places = sum(kind in "0#?" for kind in shown[point:])
    if not value:
        return "0"
    # The exponent is a multiple of the digits before the point.
    exponent = value.adjusted() - value.adjusted() % max(lead, 1)
    cut = value.scaleb(-exponent).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{cut.scaleb(exponent):f}"


def _fraction(value: Decimal, kinds: Sequence[str]) -> str:
    slash = kinds.index("/")
    fixed = "".join(kind for kind in kinds[slash + 1 :] if kind.isdigit()).strip("0")
    wide = sum(kind in "0#?" for kind in kinds[slash + 1 :])
    exact = Fraction(value)
    if fixed:
        near = Fraction(round(exact * int(fixed)), int(fixed))
    else:
        near = exact.limit_denominator(10**wide - 1)
    whole, rest = divmod(near, 1)
    if not rest:
        return str(whole)
    separate = sum(kind in "0#?" for kind in kinds[:slash]) > wide or "literal" in kinds[:slash]
    if not separate:
        return f"{near.numerator}/{near.denominator}"
    return f"{whole} {rest}" if whole else str(rest)


def _general(value: Decimal) -> str:
    """A number in as many digits as a cell without a format shows, written out."""
    digits = f"{abs(value):f}"
    if "." in digits:
        digits = digits.rstrip("0").removesuffix(".")
    if "." in digits and len(digits) > _GENERAL_WIDTH:
        places = max(_GENERAL_WIDTH - 1 - len(digits.partition(".")[0]), 0)
        # Small numbers are shown in scientific notation with six digits.
        if abs(value) < Decimal("0.0001"):
            places = 5 - value.adjusted()
        digits = f"{abs(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
        digits = digits.rstrip("0").removesuffix(".") if "." in digits else digits
    return ("-" if value < 0 and digits.strip("0.") else "") + digits


def _joined(tokens: Sequence[Token], kind: str, words: str) -> str:
    return "".join(
        words if token.kind == kind else token.text if token.kind in ("literal", "%") else ""
        for token in tokens
    )
