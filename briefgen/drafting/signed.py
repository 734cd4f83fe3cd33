"""Turn the lines of a document that no slide should say into what they are: whose it is, its date.

Office and date stand alone on lines at the head of a text, or at its end; or in the running line of
its pages, which recurs. Page numbers are no part of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.asides import called
from briefgen.drafting.tree import Aside, Block, Document, Heading, Listing, Paragraph
from briefgen.facts.calendar import MONTHS
from briefgen.patterns import pattern
from briefgen.record import Record, replace

# Lines at the head and at the end that may name office and date, and how wide they are at most.
_HEAD, _END, _WIDTH = 14, 4, 64
# A line of all pages recurs so often.
_RECURS = 3
_OFFICE = pattern(
    r"[\u4e00-\u9fff（）]{2,24}(?:局|[厅廳]|委[员員][会會]|[办辦]公室|政府|[总總]?[队隊]|部|院|"
    r"[议議]会|立法[会會]|中心|集[团團]|公司|[银銀]行|大[学學])"
)
_LEGISLATURE = pattern(r"立法[会會]|[国國][务務]院")
_COMPANY = pattern(
    r"(?:[A-Z][\w&.'’-]*,? (?:(?:of|and|the|for|&) )?){1,7}"
    r"(?:Inc|Ltd|LLC|plc|PLC|Corporation|Corp|Company|Limited|University|Agency)\.?"
    r"|(?:Department|Ministry|Office|Bureau|University|Bank) (?:of|for) (?:[A-Z]\w+[ ]?){1,5}"
)
_DAY = pattern(
    r"[（(]?\s*(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月"
    r"(?:\s*(?P<day>\d{1,2})\s*日)?\s*[)）]?"
)
_MONTH = "|".join(MONTHS)
_ENGLISH = (
    pattern(rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}}), (?P<year>(?:19|20)\d\d)"),
    pattern(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)"),
)
_BESIDE = pattern(r"\s*[─—–|-]+\s*|\s{2,}")
_PAGE = pattern(
    r"[-—–─]\s*\d{1,4}\s*[-—–─]|第\s*\d{1,4}\s*[页頁](?:\s*[共/].{1,8})?"
    r"|Page \d{1,4}(?: of \d{1,4})?"
)
_DIGITS = pattern(r"\d{1,4}")


class Named(Record):
    """Whose a text is, and of which day (ISO 8601); "" for what a line does not say."""

    office: str = ""
    date: str = ""


def signed(document: Document) -> Document:
    """A document with its office and date, without the lines that say them and page numbers."""
    recurring = _recurring(document.blocks)
    dropped = set(_paged(document.blocks, recurring))
    named: dict[int, Named] = {}
    for line in recurring:
        if (found := named_in(line)) and (found.office or found.date):
            named[-1] = found
    if below := named_in(document.subtitle):
        named[-2] = below
        document = replace(document, subtitle="")
    blocks = [block for at, block in enumerate(document.blocks) if at not in dropped]
    named |= dict(_at_head(blocks))
    if not any(each.date for each in named.values()):
        named |= dict(_at_end(blocks))
    office = next((each.office for each in named.values() if each.office), "")
    date = next((each.date for each in named.values() if each.date), "") or _sent(blocks)
    said = {at for at, each in named.items() if each.office in ("", office)}
    kept = tuple(block for at, block in enumerate(blocks) if at not in said)
    if not kept:
        return document
    return replace(document, blocks=kept, office=office, day=date)


def named_in(line: str) -> Named | None:
    """What a line names that has nothing but an office, a date, or both.

    >>> named_in("立法會  ─  2013年 2月 27日")
    Named(office='立法會', date='2013-02-27')
    """
    line = line.strip()
    if date := _date(line):
        return Named(date=date)
    if _is_office(line):
        return Named(office=" ".join(line.split()))
    parts = _BESIDE.split(line)
    if len(parts) == 2 and _is_office(parts[0]) and (date := _date(parts[1])):
        return Named(office=parts[0], date=date)
    return None


# 图4 2018-2023年…: what a picture was called that the file does not have.
_CAPTION = pattern(r"[图圖]\s*\d{1,2}\s*[:：]?\s*[^。；]{2,60}")


def empty(block: Block) -> bool:
    """Whether a block is a line that says nothing of its text: whose it is, where more of it is to
    be found, that it goes on or ends, what was called or done while it was read."""
    if not isinstance(block, Paragraph):
        return False
    if called(block.text) or _CAPTION.fullmatch(block.text.strip()):
        return True
    named = named_in(block.text)
    return bool(_ROUTINE.fullmatch(block.text.strip())) or bool(named and named.office)


_ROUTINE = pattern(
    r"[^，。]{0,24}(?:主席，)?我?[谨謹]?(?:动议|動議)[一二三][读讀]《[^》]*》。?"
    r"|(?:Financial |Summary )?(?:[Tt]ables?|[Ss]tatements?|[Ss]chedules?)"
    r" (?:[Tt]o )?[Ff]ollows?\.?"
    r"|[-–—(\s]*[Mm]ore[-–—)\s]*|[#*\s]{2,}|(?:FOR IMMEDIATE RELEASE|For Immediate Release)[:.]?"
    r"|(?:Media |Press |Investor |Company )?[Cc]ontacts?(?: [Ii]nformation)?:.{0,120}"
    r"|[^.。]{0,80}\b[\w.+-]+@(?:[\w-]+\.)+\w{2,6}"
    r"|(?:\w+(?: ?[-–:] ?| )){0,3}\b(?:[\w-]+\.)+[a-z]{2,5}"
    r"|The post .{8,160} (?:appeared first|first appeared) on .{2,60}"
    r"|(?:(?:View|Read|See) (?:the )?)?(?:[Oo]riginal|[Ff]ull|[Ss]ource)(?:[ /][Ss]ource)?"
    r" (?:[Pp]ress [Rr]elease|[Cc]ontent|[Vv]ersion|[Aa]rticle|[Rr]elease)\b.{0,60}"
    r"|(?:[\w-]+\.)+(?:com|org|net|io)\b.{0,16}|SOURCE:? [A-Z][^.]{2,60}"
    r"|Exhibit \d+(?:\.\d+)?|\d{1,2}"
    r"|(?:\w+(?: ?[-–:] ?| )){0,3}(?:[^\W\d]{1,20})?\+?\d[\d().\s-]{7,18}\d"
    r"|(?:Featured )?(?:[Pp]hoto|[Ii]mage)s?:? (?:by|from|courtesy of) .{2,80}|Reddit Post"
    r"|(?:Media |Press |Investor |Company )?[Cc]ontact (?:[Dd]etails|[Ii]nformation|[Uu]s).{0,60}"
    r"|(?:Note: ?)?News releases and other information .{0,60} can be (?:accessed|found) .{0,60}"
    r"|[（(](?:此件[^（）]{2,12}|完|本文完)[)）]|[-—–]*\s*(?:END|ENDS|完)\s*[-—–]*"
)


# [6] 双环旅游公路: a note behind a text, of which there are so many at least.
_NOTE, _NOTES = pattern(r"[［\[【〔][注註]?\s?\d{1,3}[］\]】〕]"), 3


def unnoted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text without the notes behind it, and without what a company says of itself
    at the end of its news."""
    lines = [each.text.lstrip() if isinstance(each, Paragraph | Heading) else "" for each in blocks]
    noted = [at for at, line in enumerate(lines) if _NOTE.match(line)]
    end = noted[0] if len(noted) >= _NOTES else len(blocks)
    kept: list[Block] = []
    about = False
    flat = _flattened(blocks[:end])
    for at, block in enumerate(blocks[:end]):
        if at in flat:
            continue
        whole = isinstance(block, Paragraph | Listing | Aside)
        about = (about and whole) or (0 < at >= end // 2 and bool(_ABOUT.match(lines[at])))
        if not about:
            kept.append(block)
    return kept


def _flattened(blocks: Sequence[Block]) -> set[int]:
    """The places of the lines of tables that have lost their columns: short ones in a row, a good
    part of them numbers alone."""
    found = {at for at, block in enumerate(blocks) if _is_cells(block)}
    run: list[int] = []
    for at, block in enumerate((*blocks, None)):
        short = isinstance(block, Paragraph | Heading) and cells(block.text) <= _CELL
        if short and isinstance(block, Paragraph | Heading) and not block.text.endswith(_ENDS):
            run.append(at)
            continue
        texts = [b.text for each in run if isinstance(b := blocks[each], Paragraph | Heading)]
        numbers = sum(bool(_BARE.fullmatch(text.strip())) for text in texts)
        if len(run) >= _LINES and numbers * 4 >= len(run):
            found |= {*run}
        run = []
    return found


def _is_cells(block: Block) -> bool:
    """Whether a paragraph is a table that has lost its columns, or the head of some of them."""
    if not isinstance(block, Paragraph | Heading):
        return False
    numbers = len(_THOUSANDS.findall(block.text))
    many = numbers >= _CELLS and 6 * numbers >= len(block.text.split())
    return many or bool(_COLUMNS.fullmatch(block.text.strip()))


# Numbers of a table in one line; what only heads its columns.
_CELLS, _THOUSANDS = 6, pattern(r"\d{1,3}(?:,\d{3})+|\$ ?\d")
_COLUMNS = pattern(
    r"(?:For the |As of |At |(?:Three|Six|Nine|Twelve) [Mm]onths "
    r"|(?:Fiscal )?(?:[Yy]ear|[Qq]uarter) )"
    r"(?:(?:Three|Six|Nine|Twelve|[Mm]onths|[Yy]ear|[Qq]uarter|[Ee]nded|[Ee]nding|and|[A-Z][a-z]+"
    r"|\d{1,2},?|(?:19|20)\d\d,?|[(]?(?:[Uu]na|A)udited[)]?|[(](?:in )?thousands[^)]*[)]) ?)*,?"
)

# Columns of a line that was a cell, lines of a table, what a sentence ends with, a number alone.
_CELL, _LINES, _ENDS = 120, 8, ("。", ".", "！", "!", "；", ";")
_BARE = pattern(r"[-−–—(（]?\s?[$€£¥]?\s?(?:\d[\d,.]*)?\s?%?[)）]?\s?%?|[$€£¥%—–-]")
# About Harbour Mills Harbour Mills is a miller: what a company says of itself.
_ABOUT = pattern(r"About (?:the )?[A-Z][\w.&’'-]+(?: [\w.&’'()-]+){0,8}?(?:$|[:.]|,? [A-Z])")


# The Company does not reconcile…: what every company says for its lawyers.
_DISCLAIMS = pattern(
    r"(?:do(?:es)? not|unable to|cannot) (?:provide a )?reconcil|[Ss]afe [Hh]arbor"
    r"|[Ff]orward-[Ll]ooking [Ss]tatements? (?:within|are|as|involve|include|can)"
    r"|Private Securities Litigation|undertakes? no (?:obligation|duty)"
    r"|(?:should|are|is) not (?:be )?(?:considered|intended as|a) (?:an? )?"
    r"(?:substitute|alternative) (?:for|to)"
    r"|(?:will|to) (?:host|hold) an? [^.]{0,60}\b(?:call|webcast)\b|[Dd]ial[- ][Ii]n\b"
    r"|^(?:For|To) [^.]{0,80}\b(?:call|webcast|presentation|copy)\b"
    r"[^.]{0,60}(?:visit|access|contact)"
    r"|is a non-GAAP financial measure|[Cc]lick [Hh]ere\b|^Read more\b"
)


def disclaims(text: str) -> bool:
    """Whether a paragraph says what every company says for its lawyers: it stands in the notes."""
    return bool(_DISCLAIMS.search(text))


def apart(line: str) -> bool:
    """Whether a line has nothing but an office, a date, or a page number."""
    line = line.strip()
    numbered = _PAGE.fullmatch(line) or _DIGITS.fullmatch(line)
    return bool(numbered) or named_in(line) is not None


def _is_office(line: str) -> bool:
    if _COMPANY.fullmatch(line):
        return True
    words = line.split()
    return bool(words) and all(_OFFICE.fullmatch(w) or _LEGISLATURE.fullmatch(w) for w in words)


def _date(line: str) -> str:
    """A line that is a date and nothing else, as ISO 8601; "" for any other."""
    if match := _DAY.fullmatch(line):
        month = int(match["month"])
    elif match := next((m for form in _ENGLISH if (m := form.fullmatch(line))), None):
        month = 1 + MONTHS.index(match["month"])
    else:
        return ""
    day = int(match["day"] or 1)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    return f"{match['year']}-{month:02}" + (f"-{day:02}" if match["day"] else "")


def _sent(blocks: Sequence[Block]) -> str:
    """The day on which news were sent, which stands before their first sentence; "" for none."""
    for block in blocks[:_HEAD]:
        if isinstance(block, Paragraph) and (match := _DATELINE.match(block.text)):
            return _date(match["day"])
    return ""


_DATELINE = pattern(
    r"(?:[A-Z][\w.’'/-]*,? ?){0,6}(?:[-–—,(|]\s?)*(?:[A-Z][\w ]{3,24}\)\s?[-–—]\s?)?"
    r"(?P<day>[A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d\d)"
    r"[)]?\s?(?:[-–—/(:|]|(?=[A-Z])[\w /]{3,24}[-–—/(])"
)


def _recurring(blocks: Sequence[Block]) -> list[str]:
    """The lines that stand on all pages: short ones with a date, which recur."""
    short = (b.text for b in blocks if isinstance(b, Paragraph) and cells(b.text) <= _WIDTH)
    counted = Counter(short)
    return [
        line
        for line, count in counted.items()
        if count >= _RECURS and (found := named_in(line)) and found.date
    ]


def _paged(blocks: Sequence[Block], recurring: Sequence[str]) -> Iterator[int]:
    """The places of the running lines, and of page numbers: marked as such, beside a running line,
    or several alone on lines that count up."""
    lines = [block.text.strip() if isinstance(block, Paragraph) else "" for block in blocks]
    alone = [at for at, line in enumerate(lines) if _DIGITS.fullmatch(line)]
    counted = [int(lines[at]) for at in alone]
    up = len(alone) >= _RECURS and counted == sorted(set(counted))
    up = up and not all(1900 <= number <= 2100 for number in counted)
    for at, line in enumerate(lines):
        beside = {lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""}
        numbered = at in alone and (up or not beside.isdisjoint(recurring))
        if line in recurring or _PAGE.fullmatch(line) or numbered:
            yield at


def _at_head(blocks: Sequence[Block]) -> Iterator[tuple[int, Named]]:
    for at, block in enumerate(blocks[:_HEAD]):
        if not isinstance(block, Paragraph) or cells(block.text) > _WIDTH:
            return
        if found := named_in(block.text):
            yield at, found


def _at_end(blocks: Sequence[Block]) -> Iterator[tuple[int, Named]]:
    """Office and date below a text, which sign it together."""
    found: list[tuple[int, Named]] = []
    for at in range(len(blocks) - 1, max(0, len(blocks) - 1 - _END), -1):
        block = blocks[at]
        named = named_in(block.text) if isinstance(block, Paragraph) else None
        if named is None:
            break
        found.append((at, named))
    if any(named.date for _, named in found):
        yield from reversed(found)
