"""Turn a place where a number begins into the quantity that stands there, with its parts.

The number is read with its scale, the unit that follows, and what it ranges to. 元 is read behind a
bare 亿 only; a unit of one character is none where a longer word begins with it (项目, 支撑).
"""

from __future__ import annotations

import re

from briefgen.chinese.compounds import NOT_BEFORE
from briefgen.chinese.hanzi import LETTER
from briefgen.chinese.units import DIGIT_COUNTERS
from briefgen.facts.calendar import YEAR
from briefgen.facts.forms import QuantityError
from briefgen.facts.found import Found, Span, number_spans, parts_of, tight
from briefgen.facts.numbers import BARE_MONEY
from briefgen.facts.numerals import CHINESE
from briefgen.facts.of_each import divided, negative, of_a_share, weighed
from briefgen.facts.quantity import read
from briefgen.facts.scan_chinese import (
    MONEY_BEFORE,
    NUMBER,
    is_rank,
)
from briefgen.facts.scan_english import (
    ACCOUNT,
    AND,
    CONVERTED,
    COUNTED,
    DOLLARS,
    PAID,
    TO,
)
from briefgen.facts.spoken import counts, in_digits
from briefgen.facts.spread import counted, moved
from briefgen.facts.unit_before import (
    counts_before,
    price_before,
    unit_before,
)
from briefgen.facts.units import english_unit, per, starting
from briefgen.patterns import pattern
from briefgen.record import State


class Reader(State):
    """One text, whose numbers are read one after the other; the last one ended at `last`."""

    flat: str
    names: tuple[str, ...] = ()
    currency: str = ""
    last: int = -1

    def found(self, kind: str, match: re.Match[str]) -> Found | None:
        start, end = match.span()
        if kind in ("passed", "ordinal", "taiwan_year"):
            return None
        if kind == "number":
            start += self.flat[start] == "+" and self.flat[start + 1 : start + 2].isdecimal()
            found = self.english(start)
            if found and found.quantity.unit:
                found = weighed(self, of_a_share(self, found))
            return negative(self, found or divided(self, self.number(start, end)))
        if kind == "money":
            return negative(self, of_a_share(self, self.english(start, paid=True)))
        if kind == "coins":
            stop = end + len(per(self.flat, end))
            return of_a_share(self, self.made(self.flat[start:stop], start, stop))
        if kind == "account":
            amount = ACCOUNT.match(self.flat, start)
            stop = amount.end() if amount else end
            link = TO.match(self.flat, stop)
            other = link and (
                ACCOUNT.match(self.flat, link.end()) or PAID.match(self.flat, link.end())
            )
            if other:
                last = other.end() + (self.flat[other.end() : other.end() + 1] == "%")
                last += len(per(self.flat, last))
                spread = self.made(self.flat[start:last], start, last)
                if spread and spread.quantity.form == "range":
                    return spread
            stop += len(per(self.flat, stop))
            return of_a_share(self, self.made(self.flat[start:stop], start, stop))
        if kind == "rank" and not is_rank(self.flat, start, end):
            return None
        if kind == "each":
            return self.each(start, end)
        if kind == "inexact":
            return self.inexact(start, end)
        if kind == "year":
            return self.year(start, end)
        if kind == "words":
            return self.words(start, end)
        if self.flat[start:end] == "半":
            return self.made("一半", start, end)
        return self.made(self.flat[start:end], start, end)

    def made(
        self,
        written: str,
        start: int,
        end: int,
        spans: tuple[Span, ...] = (),
        *,
        guessed: bool = False,
        opaque: bool = False,
    ) -> Found | None:
        """What these words are, if they are a quantity."""
        shown = self.flat[start:end]
        left = len(shown) - len(shown.lstrip())
        start, end = start + left, start + len(shown.rstrip())
        try:
            quantity = read(
                tight(written), currency=self.currency, opaque=opaque or bool(self.names)
            )
        except QuantityError:
            return None
        return Found(
            start,
            end,
            self.flat[start:end],
            quantity,
            spans or parts_of(self.flat, start, end),
            guessed,
        )

    def number(self, start: int, end: int) -> Found | None:
        """A number in digits or numerals, with its scale, unit, and what it ranges to."""
        flat = self.flat
        if flat[start] in "-−+" and self.last == start:
            start += 1
        if flat[start] == "+":
            start += 1
        core, stop = _INSIDE.sub("", flat[start:end], count=1), end
        unit = self.unit(start, end)
        stop += len(unit)
        if spread := self.range(start, end, unit):
            return spread
        if not unit and not self.stands_alone(start, end):
            return None
        if not unit and YEAR.fullmatch(core) and _LATIN_BESIDE.search(flat, start - 2, start):
            return None  # (2012: 97.8p) names a year
        guessed = False
        if unit == "元" and (paid := MONEY_BEFORE.search(flat, max(0, start - 4), start)):
            first = Span("unit", paid.start(), paid.end())
            spans = (first, *number_spans(flat, start, end), Span("unit", stop - 1, stop))
            return self.made(flat[paid.start() : stop], paid.start(), stop, spans)
        if not unit and (told := self.told(core, start, end)):
            return told
        if not unit and BARE_MONEY.search(core):
            guessed = bool(_NOUN_BEHIND.match(flat, end) or counts_before(flat, start))
        spans = number_spans(flat, start, end)
        if unit:
            gap = flat[end:stop].find(unit.strip())
            spans += (Span("unit", end + max(0, gap), stop),)
        return self.made(flat[start:stop], start, stop, spans, guessed=guessed)

    def told(self, core: str, start: int, end: int) -> Found | None:
        """A number whose unit stands before it (人次101.5亿, 降价45万), or behind words
        (1.2万贫困人口), or is a noun of its own (570万重量箱)."""
        flat = self.flat
        if said := unit_before(flat, start):
            spans = (said, *number_spans(flat, start, end))
            return self.made(core + flat[said.start : said.end], start, end, spans)
        bare = core.endswith("万") and not _COUNTS_ON.match(flat, end)
        if bare and (price := price_before(flat, start)):
            return self.made(f"{core}元", start, end, (price, *number_spans(flat, start, end)))
        if people := self.people(core, end):
            spans = (*number_spans(flat, start, end), people)
            return self.made(core + flat[people.start : people.end], start, end, spans)
        if core[-1] == "万" and (noun := _COUNTED_NOUN.match(flat, end)):
            # 570万重量箱: what is counted in 万 and named is counted by its name.
            spans = (*number_spans(flat, start, end), Span("unit", end, noun.end()))
            named = self.made(flat[start : noun.end()], start, noun.end(), spans, opaque=True)
            if named:
                return named
        return None

    def people(self, core: str, end: int) -> Span | None:
        """Who is counted by a bare 亿, or by a bare 万 where the word is 人口: 1.2万贫困人口."""
        people = _PEOPLE.match(self.flat, end)
        myriads = core[-1] == "万" and people and people[0].endswith(("人口", "人次"))
        counts = BARE_MONEY.search(core) or myriads
        return Span("unit", people.end() - 2, people.end()) if people and counts else None

    def english(self, start: int, paid: bool = False) -> Found | None:
        """An amount with an English unit, or of money, and what it ranges to; 3% is said in both
        languages, and read as Chinese."""
        flat = self.flat
        amount = (PAID if paid else COUNTED).match(flat, start)
        if not amount:
            return None
        unit = "" if paid else english_unit(flat, amount.end())
        if spread := self.spread(start, amount.end(), unit, paid):
            return spread
        end = amount.end() + len(unit)
        if paid:
            end += len(per(flat, end))
            if flat[start] == "$" and CONVERTED.search(flat, max(0, start - 32), start):
                return self.made(f"US{flat[start:end]}", start, end)
        elif unit in ("%", "‰"):
            return None
        elif not unit and (dollars := DOLLARS.match(flat, end)):
            end = dollars.end() + len(per(flat, dollars.end()))
        elif not unit:
            if not amount[0][-1].isalpha():
                return None
            # 2.4 million standard boxes, where the outline has these.
            named = starting(flat, end + 1, self.names) if flat[end : end + 1] == " " else ""
            end += 1 + len(named) if named in self.names else 0
        return self.made(flat[start:end], start, end)

    def spread(self, start: int, first: int, unit: str, paid: bool) -> Found | None:
        """From an English amount that ends at `first` to another one. Up from 3% to 4%: two."""
        flat = self.flat
        lead = flat[max(0, start - 40) : start].lower().rstrip("+")
        share = unit if unit.strip() in ("%", "‰") else ""
        both = AND.match(flat, first + len(share)) if lead.endswith("between ") else None
        link = both or TO.match(flat, first + len(share))
        # Fell 5 to 9 percent is a range, and up 3% to 5%; up 3% to $4m says by how much, to what.
        changed = _CHANGED.search(lead)
        apart = changed and (paid or (unit and not share) or "from" in changed[0])
        if not link or (unit and not share) or apart:
            return None
        if changed and _WAS.match(flat, link.end()):
            return None
        other = (PAID if paid else COUNTED).match(flat, link.end())
        if not other:
            return None
        behind = per(flat, other.end()) if paid else english_unit(flat, other.end())
        end = other.end() + len(behind)
        said = flat[start:end]
        if not (paid or behind):
            said = counted(flat, start, flat[start:first], other[0], end, bool(both))
        found = self.made(said, start, end) if said else None
        return found if found and found.quantity.form == "range" else None

    def unit(self, start: int, end: int) -> str:
        """The unit behind a number, with a space before it where there is one."""
        flat = self.flat
        gap = " " if flat[end : end + 1] == " " and flat[end - 1].isascii() else ""
        unit = starting(flat, end + len(gap), self.names)
        behind = end + len(gap) + len(unit)
        longer = flat[behind : behind + 1] in tuple(NOT_BEFORE.get(unit, ""))
        if not unit or (longer and not flat.startswith(_PLACED, behind)):
            return ""
        numerals = not flat[start:end].lstrip("-−负+")[:1].isdecimal()
        large = _LARGE.search(flat, start, end)
        counted = large or _CAME_TO.search(flat, max(0, start - 4), start)
        if (numerals and unit in DIGIT_COUNTERS and not counted) or (unit == "级" and large):
            return ""
        if flat.startswith("周年", behind - 1) and unit == "周":
            unit = "周年"
        elif unit == "个" and (more := _MORE_OF.match(flat, behind)):
            unit += more[0]
        return gap + unit

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether a number without a unit is one: digits that are part of no name, or what counts
        in 亿."""
        written = self.flat[start:end]
        if not _CHINESE.fullmatch(written):
            return not _GLUED.match(self.flat, end) or bool(
                _OF_SO_MANY.match(self.flat, end) and not YEAR.fullmatch(written)
            )
        return "亿" in written and written != "亿"

    def range(self, start: int, end: int, unit: str) -> Found | None:
        """From this number to another one, that follows behind a sign or 至."""
        flat = self.flat
        first = end + len(unit)
        link = _TO.match(flat, first)
        varied = flat.find("不等", first, first + _VARIED) >= 0
        if not link:
            return None
        # 由2%至3%上调至3.2%: what it was is a range.
        varied = varied or bool(_THEN.match(flat, link.end()))
        if unit and not varied and _FROM.search(flat, max(0, start - 12), start):
            return None
        other = _OTHER.match(flat, link.end())
        if not other or (
            link[0].strip() in ("至", "到") and moved(flat, start, end, unit, other[0])
        ):
            return None
        behind = self.unit(other.start(), other.end())
        stop = other.end() + len(behind)
        if behind == "成" and flat[stop : stop + 1] in tuple("半一二三四五六七八九"):
            behind, stop = flat[other.end() : stop + 1], stop + 1  # 一成至一成半
        spans = (
            *number_spans(flat, start, end),
            *((Span("unit", end, first),) if unit else ()),
            Span("link", link.start(), link.end()),
            *number_spans(flat, other.start(), other.end()),
            *((Span("unit", other.end(), stop),) if behind else ()),
        )
        made = self.made(flat[start:stop], start, stop, spans)
        counted = bool(unit or behind) or not flat[other.start() : stop].isdecimal()
        return made if made and counted and made.quantity.form == "range" else None

    def each(self, start: int, end: int) -> Found | None:
        """每公斤20元: a number whose divisor stands before it."""
        number = _OTHER.match(self.flat, end)
        unit = self.unit(number.start(), number.end()) if number else ""
        if number is None or not unit:
            return None
        first = Span("unit", start, end)
        if spread := self.range(number.start(), number.end(), unit):
            words = self.flat[start : spread.end]
            if whole := self.made(words, start, spread.end, (first, *spread.spans)):
                return whole
        stop = number.end() + len(unit)
        spans = (
            first,
            *number_spans(self.flat, end, number.end()),
            Span("unit", number.end(), stop),
        )
        found = self.made(self.flat[start:stop], start, stop, spans)
        return found or self.number(number.start(), number.end())

    def year(self, start: int, end: int) -> Found | None:
        """A year that its word alone says to be one: by 2030."""
        word = self.flat.rfind(" ", 0, start - 1) + 1
        spans = (Span("link", word, start - 1), Span("number", start, end))
        return self.made(self.flat[word:end].lower(), start, end, spans)

    def words(self, start: int, end: int) -> Found | None:
        """Three years, five million, four new stores: English number words, which say no more than
        a small number where no unit, scale or noun stands behind them."""
        spoken = self.flat[start:end]
        bare = in_digits(spoken).isdecimal() and not counts(self.flat, start, end)
        return None if bare else self.made(spoken, start, end)

    def inexact(self, start: int, end: int) -> Found | None:
        """十几万人, 数百亿元: counts of which the size alone is known. They need a unit."""
        unit = self.unit(start, end)
        people = None if unit else _PEOPLE.match(self.flat, end)
        if people and len(people[0]) == 2:
            unit = people[0]
        if not unit:
            return None
        spans = (*number_spans(self.flat, start, end), Span("unit", end, end + len(unit)))
        stop = end + len(unit)
        return self.made(self.flat[start:stop], start, stop, spans, opaque=bool(people))


# What changed by so much, or from so much, to so much: two amounts.
_CHANGED = pattern(
    r"\b(?:from(?: [a-z-]+){0,5}|by|up|down|rose|fell|grew|dropped|cut|lower|higher"
    r"|increas\w+|decreas\w+|declin\w+|reduc\w+|improv\w+"
    r"|(?:increase|decrease|decline|reduction|rise|fall|drop)(?: in (?:[a-z]+ ){1,5})? ?of) $"
)
# Decreased 0.50% to 0.62% compared to 1.12%: by so much, to so much.
_WAS = pattern(r"[\d.]+ ?%[^.;；%]{0,60}(?:compared (?:to|with)|from) ")
_LATIN_BESIDE = pattern(r"[A-Za-z(] ?$")
# 重量箱 and the like end in a measure; who is counted by 户 or 人 is no unit.
_COUNTED_NOUN = pattern(
    rf"(?![以之左上多余元级大的到至和与及或不增减升降为占新购售买卖]){LETTER}{{1,3}}"
    r"[箱盒瓶罐袋桶支枚具套片张盏块只册卷匹捆包筒份杯](?=[，。；、)]|$)"
)
# 购买800万新车 counts no money.
_COUNTS_ON = pattern(rf"(?!购|买|成交|售|沽|易手|收购|入股|以|的|左右|上下|及|和|与|至|到){LETTER}")
_TO = pattern(r"(?! -\d)\s?(?:[-–—―~～至到]|——)\s?")
# 两个多月.
_MORE_OF = pattern(r"[多余](?:月|小时|星期|百分点)")
# 2.4亿吨位居第一: no 吨位.
_PLACED = ("位居", "位列", "位于")
_VARIED = 14  # 由5078元至12968元不等: from the one to the other, and not first the one
_FROM = pattern(r"[由从][^，。；]{0,10}$")
_THEN = pattern(
    r"[\d.]+[^\d，。；]{1,4}?(?:[向进進]?一?步?)?(?:修订|修訂|上调|上調|下调|下調|调整|调高|调低|提高|提升|扩大|收窄|升|降|增|减)(?:为|至|到)"
)
_OTHER = pattern(NUMBER)
# 压缩到六步: what something came to is counted, whatever it is.
_CAME_TO = pattern(r"(?:[减增降升缩少简精加并][到至为]|(?:减少|增加|新增|缩减|压减|精简)了?)$")
_LARGE = pattern(r"[万亿]")
# Digits glued to Latin letters or a plus are part of a name: EH216-S, 5G, 1+N.
_CHINESE = pattern(CHINESE)
_GLUED = pattern(r"[A-Za-z+\d]|\.\d|,\d|-[A-Za-z]")
# But a 400-room hotel has so many.
_OF_SO_MANY = pattern(r"-(?!(?:to|and|or|for|plus|odd|by|on|in|of|part|up)\b)[a-z]{3,}(?= [a-z])")
# 元 is read behind a bare 亿 only where what follows is no noun of its own.
_PEOPLE = pattern(
    rf"{LETTER}{{5,8}}?人口|{LETTER}{{0,4}}?(?:人口|人次|群众|居民|农民|用户|网民|消费者|观众|市民|家庭|学生|老人|人民|同胞|儿女|会员|粉丝)"
)
_NOUN_BEHIND = pattern(
    r"(?!元|投资|的|基建|工程|项目|产业|产值|资金|贷款|级|规模|集群|大关|俱乐部|企业|园区|引领|支撑|跟进|以|左右|"
    r"城市更新|工业投资|和|与|及|至|到)(?:[^\W\d_]|/)"
)
_INSIDE = pattern(r"(?<=[\d十百千万亿])[多余]")
