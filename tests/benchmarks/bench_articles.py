"""Measure reading on the real articles of tests/articles, whose texts are kept elsewhere.

    python tests/benchmarks/bench_articles.py TEXTS [NAME …] [--wrong] [--drafts N] [--planted]

TEXTS is the folder with NAME.txt for each table. Prints how many of the table's readings are found
by value, how many are right in value, sign, unit and qualifier, and how many that are drafted have
the right kind. A word that limits a number (累计, on a diluted basis) may be part of its qualifier,
or of the label that always stands beside it; the share with it in the qualifier is told too.

--wrong lists each reading that is not right; --drafts N writes every N-th draft with its sentence,
for somebody to judge as noise or not, and its label as usable or not. --planted counts how many of
wrong entries, planted among the drafts, a check names.
"""

import argparse
import csv
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from briefgen.chinese.units import CURRENCIES as CURRENCIES_OF
from briefgen.facts import directions, qualifiers
from briefgen.facts.drafts import Draft, drafted
from briefgen.facts.english_units import ENGLISH_NOUNS
from briefgen.facts.entries import looked_at
from briefgen.facts.figures import Source
from briefgen.facts.forms import Portion, Quantity, QuantityError, Range, Ratio
from briefgen.facts.inventory import Stated, inventory
from briefgen.facts.ledger import check
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import read, written_as
from briefgen.facts.sources import SourceText, prepare
from briefgen.facts.units import CALENDAR, unit_of
from briefgen.problems import Mark, Problems
from briefgen.record import Record, replace

TABLES = Path(__file__).resolve().parents[1] / "articles"
# What 元 and $ are in an article, and when it was published.
CURRENCIES = {
    "en_strattec_q4_2026": "USD",
    "hk_budget_2013": "HKD",
    "en_buckle_q3_2024": "USD",
    "en_bellring_q3_2026": "USD",
    "hk_property_2020": "HKD",
    "en_karat_q2_2026": "USD",
}
DATES = {
    "en_buckle_q3_2024": "2024-11-22",
    "en_bellring_q3_2026": "2026-08-04",
    "hk_property_2020": "2020-02-19",
    "bulletin_health_2024": "2025-06",
    "bulletin_hefei_2024": "2025-03-28",
    "plan_env_12th_fyp": "2011-12-15",
    "speech_jilin_2026": "2026-01-27",
    "news_auto_2011": "2011-06-20",
    "en_strattec_q4_2026": "2026-08-25",
    "hk_budget_2013": "2013-02-27",
    "bulletin_nanjing_2024": "2025-04",
    "bulletin_dongguan_2023": "2024-04-12",
    "en_karat_q2_2026": "2026-08-06",
    "hk_child_obesity_2013": "2013-02-27",
}
# What a draft says of what the table tells apart.
KINDS = {
    "actual": {"actual", "stock"},
    "stock": {"actual", "stock"},
    "share": {"actual", "stock"},
    "asking": {"actual", "stock"},
    "target": {"target"},
    "plan": {"plan", "target"},
    "guidance": {"plan", "target"},
    "forecast": {"plan", "target"},
    "standard": {"plan", "target", "actual"},
}
# Words that a reader may add to what the table names: they limit nothing.
SILENT = frozenset("达 达到 分别 均 都 共 共计 总计 合计 一共 reached reaching each".split()) | {
    "a total of"
}
MODAL = frozenset(n.lower() for n, word in qualifiers.WORDS.items() if word.sense == "modal")


class Article(Record):
    """An article with its table, what is found in it, and what is drafted of it."""

    name: str
    text: SourceText
    rows: tuple[dict[str, str], ...]
    stated: tuple[Stated, ...]
    drafts: tuple[Draft, ...]


class Row(Record):
    """A reading of the table beside what the reader makes of it: the best of its quote."""

    row: dict[str, str]
    valued: bool
    right: bool
    held: bool
    kind: bool | None
    got: str


def articles(folder: Path, names: list[str]) -> Iterator[Article]:
    for table in sorted(TABLES.glob("*.tsv")):
        if names and table.stem not in names:
            continue
        name = table.stem
        raw = (folder / f"{name}.txt").read_bytes()
        given = Source(
            id="s", file=f"seeds/{name}.txt", title={}, publisher={}, date=DATES[name],
            currency=CURRENCIES.get(name, ""),
        )  # fmt: skip
        text = prepare(given, raw.decode("utf-8"), Problems())
        with table.open(encoding="utf-8") as lines:
            rows = tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        stated = inventory(text)
        made = [replace(each, source="s") for each in drafted(stated, text, given)]
        drafts = looked_at(made, {"s": given}, {given.file: raw})
        yield Article(name, text, rows, stated, tuple(drafts))


def compared(article: Article, row: dict[str, str]) -> Row:
    places = article.text.find(row["quote"])
    inside = [
        (item, draft)
        for place in places[:1]
        for item in article.stated
        if place.start <= item.place.start and item.place.end <= place.end
        for draft in [next((d for d in article.drafts if d.stated == item), None)]
    ]
    best = Row(row, False, False, False, None, "not found")
    best = replace(best, got=" | ".join(f"{i.quantity.value} {i.text}" for i, _ in inside))
    for item, draft in inside:
        quantity = draft.quantity if draft else item.quantity
        if not _same_value(row, quantity, item.text):
            continue
        wanted = {plain(word).lower() for word in row["qualifier"].split("；") if word}
        got = {plain(word).lower() for word in qualifiers.split(quantity.qualifier) or ()}
        label = plain(draft.label if draft else "").lower()
        unit = _same_unit(row, quantity, label, article.text.currency)
        # What is a target by its kind may say so.
        silent = SILENT | (MODAL if "target" in KINDS[row["kind"]] else frozenset())
        extra = {w for w in got - wanted - silent if not any(w in each for each in wanted)}
        lost = {w for w in wanted - got if not any(w in each or each in w for each in got)}
        held = unit and not lost and not extra
        right = unit and not extra and all(word in label for word in lost)
        kind = draft.kind in KINDS[row["kind"]] if draft else None
        shown = f"{quantity.value} {quantity.unit} q={quantity.qualifier} [{item.text}]"
        made = Row(row, True, right, held, kind, shown)
        if not best.valued or _rank(made) > _rank(best):
            best = made
    return best


def _rank(row: Row) -> tuple[bool, bool, bool]:
    return row.right, row.held, bool(row.kind)


def _same_value(row: dict[str, str], quantity: Quantity, text: str) -> bool:
    """Whether a quantity is what the table writes, in the table's own base unit."""
    wanted, form = row["value"], row["form"]
    written = written_as(quantity)
    if form == "range" and isinstance(written, Range):
        sign = directions.sign(quantity.direction)
        ends = sorted((written.low.value * sign, written.high.value * sign))
        return ends == [Decimal(end) for end in wanted.split("..")]
    if form == "ratio" and isinstance(written, Ratio):
        return [t.value for t in written.terms] == [Decimal(t) for t in wanted.split(":")]
    above, _, below = wanted.partition("/")
    if form == "fraction" and quantity.unit.startswith("/"):
        # 14.3/10万 is 14.3 of the unit /10万.
        worth = quantity.unit[1:].translate({ord("万"): "0000", ord("千"): "000"})
        return (str(quantity.value), worth) == (above, below)
    if form == "fraction" and isinstance(written, Portion):
        return written.part * directions.sign(quantity.direction) == Fraction(above) / int(below)
    if form == "inexact":
        # 千余家 may be held as 1000 with 余: it says the same.
        return plain(wanted) in plain(quantity.qualifier + text)
    if form == "date":
        return quantity.unit in CALENDAR and str(quantity.value) == wanted
    if form in ("range", "ratio", "fraction") or quantity.value is None:
        return False
    kinds = {"number", "fraction"} if form == "number" else {form}
    factor = unit_of(row["unit"]).factor if form == "number" else 1
    value = Decimal(wanted) * (_ENGLISH_TIMES.get(row["unit"], factor))
    return quantity.form in kinds and quantity.value == value


_ENGLISH_TIMES = {"hours": 60}
_ENGLISH_UNITS = {"US$": "美元", "US$/share": "美元/股", "hours": "分钟"}


def _same_unit(row: dict[str, str], quantity: Quantity, label: str, currency: str) -> bool:
    """Whether a unit is that of the table; 个 and no unit at all count alike, and what English
    counts may be said by the label. 元 is what its source counts in."""
    if row["form"] in ("ratio", "fraction", "rank", "multiple"):
        return True
    if row["form"] == "date":
        return True
    name = plain(row["unit"])
    if name == quantity.unit or (not quantity.unit and name and name in label):
        return True
    name = _ENGLISH_UNITS.get(name) or ENGLISH_NOUNS.get(name) or name
    if name.partition("/")[0] == "元" and currency in CURRENCIES_OF:
        name = CURRENCIES_OF[currency] + name.removeprefix("元")
    wanted, got = unit_of(name), unit_of(quantity.unit)
    if wanted.base == got.base or _in_english(name) == quantity.unit:
        return True
    return {wanted.base, got.base} <= {"", "个"}


def _in_english(name: str) -> str:
    """The unit that an English word names: square feet are 平方英尺."""
    try:
        return read(f"2 {name}").unit
    except QuantityError:
        return name


def planted(article: Article) -> Iterator[tuple[str, Draft, Quantity]]:
    """Wrong readings of the drafts that are sure: sign, unit, scale, qualifier, a neighbour's."""
    sure = [each for each in article.drafts if each.whole and each.why is None]
    for number, draft in enumerate(sure):
        quantity = draft.quantity
        if quantity.value is None or quantity.form != "number":
            continue
        others = [
            other.quantity
            for other in article.drafts
            if other.stated.place.sentence == draft.stated.place.sentence
            and other.quantity.unit == quantity.unit
            and other.quantity.form == quantity.form
            and other.quantity.value != quantity.value
        ]
        ways = ("sign", "unit", "scale", "neighbour", "qualifier")
        for way in (ways[(number + step) % len(ways)] for step in range(len(ways))):
            if wrong := _wrong(way, quantity, others):
                yield way, draft, wrong
                break


def _wrong(way: str, quantity: Quantity, others: list[Quantity]) -> Quantity | None:
    if way == "neighbour":
        return others[0] if others else None
    if way == "sign" and quantity.unit in ("%", "个百分点"):
        return _reread(quantity, sign=-1)
    if way == "unit":
        # What is in tonnes already would be planted as it is.
        other = "公里" if unit_of(quantity.unit).base == "吨" else "吨"
        return _reread(quantity, unit=_OTHERS.get(quantity.unit, other))
    if way == "scale":
        return _reread(quantity, factor=10)
    if way == "qualifier":
        # What loses nothing by being left out is no wrong reading.
        said = {plain(word) for word in qualifiers.split(quantity.qualifier) or ()} - SILENT
        return replace(quantity, qualifier="" if said else "超")
    return None


_OTHERS = {"元": "美元", "美元": "元", "%": "个百分点", "个百分点": "%"}


def _reread(
    quantity: Quantity, sign: int = 1, factor: int = 1, unit: str | None = None
) -> Quantity | None:
    if quantity.value is None:
        return None
    name = quantity.unit if unit is None else unit
    try:
        made = read(f"{quantity.value * factor * sign:f}{name}", "", opaque=True)
    except QuantityError:
        return None
    if sign == 1 and quantity.direction:
        made = replace(made, value=quantity.value * factor, direction=quantity.direction)
    return replace(made, qualifier=quantity.qualifier)


def named(article: Article, folder: Path, draft: Draft, wrong: Quantity) -> bool:
    """Whether a check says something of an entry with a wrong quantity among all other drafts."""
    name = article.name
    given = Source(
        id="s", file=f"seeds/{name}.txt", title={}, publisher={}, date=DATES[name],
        currency=CURRENCIES.get(name, ""),
    )  # fmt: skip
    figures = {d.id: d.figure for d in article.drafts if d.whole}
    figures[draft.id] = replace(draft.figure, quantity=wrong, mark=Mark("planted", 1))
    raw = (folder / f"{name}.txt").read_bytes()
    problems = Problems()
    check(figures, [given], lambda _: raw, problems)
    return any(problem.mark.file == "planted" for problem in problems)


def share(part: int, whole: int) -> str:
    return f"{part:4}/{whole:<4}{part / whole if whole else 1:7.1%}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("texts", type=Path)
    asked.add_argument("names", nargs="*")
    asked.add_argument("--wrong", action="store_true")
    asked.add_argument("--drafts", type=int, default=0)
    asked.add_argument("--planted", action="store_true")
    given = asked.parse_args()
    print(f"{'article':22} {'found':>16} {'right':>16} {'in qualifier':>16} {'kind':>16}  sure")
    cases: list[tuple[Article, str, Draft, Quantity]] = []
    for article in articles(given.texts, given.names):
        rows = [compared(article, row) for row in article.rows]
        count = len(rows)
        kinds = [row.kind for row in rows if row.kind is not None]
        sure = sum(each.why is None for each in article.drafts)
        print(
            f"{article.name:22} {share(sum(r.valued for r in rows), count)}"
            f"  {share(sum(r.right for r in rows), count)}"
            f"  {share(sum(r.held for r in rows), count)}  {share(sum(kinds), len(kinds))}"
            f"  {share(sure, len(article.drafts))}"
        )
        for row in rows:
            if given.wrong and not (row.right and row.kind is not False):
                wanted = "\t".join(row.row[key] for key in ("value", "unit", "qualifier", "kind"))
                print(f"  {row.row['line']}: {row.row['quote']}\n      {wanted}\n      {row.got}")
        for draft in article.drafts[:: given.drafts] if given.drafts else ():
            shown = (
                f"{draft.quantity.direction}{draft.quantity.written} q={draft.quantity.qualifier}"
            )
            mark = "?" if draft.why else "" if draft.whole else "#"
            print(f"  {mark}{draft.label}\t{shown}\t{draft.kind} {draft.period}\t{draft.quote}")
        cases += [(article, *case) for case in planted(article)]
    if given.planted:
        picked = cases[:: max(1, len(cases) // PLANTED)][:PLANTED]
        missed = [case for case in picked if not named(case[0], given.texts, *case[2:])]
        print(f"planted: {share(len(picked) - len(missed), len(picked))} named")
        for article, way, draft, wrong in missed:
            print(f"  {article.name} {way}: {wrong.written} for {draft.quote}")


PLANTED = 60

if __name__ == "__main__":
    main()
