"""Everything that is read has an end, which is told at its place; the README lists them all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from outlines import OUTLINE, TOPICS, loaded, project
from PIL import Image, PngImagePlugin
from reportlab.pdfgen.canvas import Canvas
from rows import every
from tellings import assert_told
from templates import DEFAULT

from briefgen.answers.revision import MAX_FILE, MAX_FILES, MAX_TOTAL
from briefgen.brief.hints import MOST_NAME
from briefgen.build import MOST_PROCESSES, _workers, build, load
from briefgen.cli.say import MOST_LINES
from briefgen.drafting import pdf_judge
from briefgen.drafting.pdf import MOST_PAGES
from briefgen.drafting.plan import MOST_SLIDES
from briefgen.drafting.read import MOST_BYTES as MOST_DRAFT
from briefgen.drafting.read import read_document
from briefgen.facts.formula import _MAX_DEPTH, MOST, MOST_SIGNS, MOST_TOKENS
from briefgen.facts.inventory import MOST_NUMBERS
from briefgen.machine import repository
from briefgen.machine.parallel import cores
from briefgen.merging import names, table
from briefgen.messages import catalogue
from briefgen.messages.entry import _LONGEST
from briefgen.outline.attached import fonts, images, parts, sheets
from briefgen.outline.attached.images import checked
from briefgen.outline.attached.svg import paths, tree
from briefgen.outline.language import MOST_NOTES, MOST_TEXT
from briefgen.outline.load import MAX_SOURCE, MOST_EXTENDED
from briefgen.outline.nearest import HINTS, nearest
from briefgen.outline.reading import decode, read
from briefgen.pages.shared import Shared
from briefgen.preview import talk
from briefgen.problems import ContentError, MachineError, Problem, Problems
from briefgen.request import Request
from briefgen.template import scan
from briefgen.template.read import open_template

ROOT = Path(__file__).parents[1]
PAGE = "deck:\n  - {{id: a, kind: text, title: 一页, text: {text}, notes: {notes}}}\n"


def codes(folder: Path, outline: str, audience: str = "") -> list[str]:
    return [each.code for each in loaded(project(folder, outline), audience)[1]]


def told(folder: Path, outline: str) -> list[str]:
    return [str(each) for each in loaded(project(folder, outline))[1] if each.severity == "error"]


@pytest.mark.parametrize("field", ["text", "notes"])
def test_a_text_has_an_end_and_what_is_said_a_further_one(tmp_path: Path, field: str) -> None:
    most = {"text": MOST_TEXT, "notes": MOST_NOTES}[field]
    rest = {"text": "字", "notes": "话"}
    fits = PAGE.format(**rest | {field: "长" * most})
    assert "text-too-long" not in codes(tmp_path / "fits", OUTLINE + fits)
    (line,) = told(tmp_path, OUTLINE + PAGE.format(**rest | {field: "长" * (most + 1)}))
    assert re.match(rf"content/outline.yaml:\d+:\d+: error: .* {most + 1} characters", line)


def test_the_ledgers_words_have_an_end_too(tmp_path: Path) -> None:
    outline = OUTLINE.replace("zh: 企业", f"zh: {'业' * (MOST_TEXT + 1)}")
    assert "text-too-long" in codes(tmp_path, outline + TOPICS)


def test_a_name_of_files_has_an_end(tmp_path: Path) -> None:
    longest = "n" * MOST_NAME
    for name, wrong in ((longest, False), (f"{longest}n", True), ("报" * 31, True)):
        text = OUTLINE.replace("slug: demo", f"slug: {name}") + TOPICS
        found = codes(tmp_path / name[:9] / str(wrong), text)
        assert ("name-too-long" in found) is wrong, name


def test_an_audience_whose_name_is_too_long_is_told(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS, **{"x" * (MOST_NAME + 1): "name: 别的\n"})
    found = [each.code for each in load(Request(path)).problems]
    assert "bad-audience-name" in found


@pytest.mark.parametrize(
    ("written", "mend"), [("２０３１-０４", "2031-04"), ("٢٠٣١", "2031"), ("２０３１年", "2031年")]
)
def test_other_digits_are_told_with_those_to_write(tmp_path: Path, written: str, mend: str) -> None:
    outline = OUTLINE.replace("date: 2024-02", f"date: {written}") + TOPICS
    (line,) = told(tmp_path, outline)
    assert line.endswith(f"(hint: write {mend})"), line


@pytest.mark.parametrize("year", ["3024", "0824-05"])
def test_a_year_that_nobody_means_is_told(tmp_path: Path, year: str) -> None:
    outline = OUTLINE.replace("date: 2024-02", f"date: {year}") + TOPICS
    (line,) = told(tmp_path, outline)
    assert year in line
    assert "such as 2024-02-21" in line


def test_numbers_of_the_outline_are_written_in_our_digits(tmp_path: Path) -> None:
    slide = "{id: a, kind: text, title: 一页, text: 字, minutes: 1.٣}"
    (line,) = told(tmp_path, f"{OUTLINE}deck:\n  - {slide}\n")
    assert line.endswith("(hint: write 1.3)")


def test_of_many_unknown_names_the_first_have_a_hint(tmp_path: Path) -> None:
    texts = "".join(f"          {{firns}} {{firns-{n}}}\n" for n in range(HINTS))
    page = f"deck:\n  - id: a\n    kind: text\n    title: 一页\n    text: |\n{texts}"
    found = loaded(project(tmp_path, OUTLINE + page))[1]
    unknown = [each for each in found if each.code == "unknown-figure"]
    assert sum("did you mean" in each.hint for each in unknown) <= HINTS
    assert len(unknown) > HINTS


@pytest.mark.slow
def test_many_lines_end_in_a_count_unless_all_are_asked_for(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + "".join(f"k{n}: 1\n" for n in range(300)))
    command = [sys.executable, "-m", "briefgen", "check", str(path)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    few, all_ = (
        subprocess.run(
            [*command, *more],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            check=False,
            timeout=60,
        ).stderr.splitlines()
        for more in ([], ["--all"])
    )
    # Each has its line of the outline and a mark below it.
    assert sum("unknown-part" in line for line in few) == MOST_LINES
    assert any("--all" in line for line in few[-2:])
    assert sum("unknown-part" in line for line in all_) == 300


def test_what_is_quoted_is_shortened_wherever_it_is_from() -> None:
    problem = Problem.of("unknown-key", key="k" * 5000, offer="")
    for tongue in ("en", "zh"):
        assert len(problem.told(tongue)) < _LONGEST + 120
    assert problem.told("en").count("k") > 150


def test_what_is_quoted_together_is_shortened_together() -> None:
    long = [f"{at:02}{'栏' * 190}" for at in range(13)]
    for tongue in ("en", "zh"):
        problem = Problem.of("unknown-key", key="k", offer=nearest("k", [*long, "short"]))
        said = problem.told(tongue)
        assert len(said) < 1000
        # Each is cut to what it is known by, and one that is short stays whole.
        assert all(each[:20] in said for each in long)
        assert re.search(r"\bshort\b", said)
    few = [each[:40] for each in long]
    assert all(each in str(nearest("k", few)) for each in few)


def test_no_more_processes_than_there_are_cores_outputs_and_never_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 1 <= cores() <= min(8, os.cpu_count() or 1)
    begun: list[int] = []
    monkeypatch.setattr("briefgen.build.Workers", lambda _, count, *more: begun.append(count))
    monkeypatch.setattr("briefgen.build.start_method", lambda: "fork")
    path = project(tmp_path)
    for audiences, jobs in ((("base",), 700), (("base", "a"), 3), (("base",), None), ((), 700)):
        asked = Request(path, audiences, formats=("deck", "handout"), jobs=jobs)
        _workers(asked, str, Shared())
    # As many as outputs, as are asked for, as cores (one, in a test), as are ever begun.
    assert begun == [2, 3, 1, MOST_PROCESSES]


def jpeg(*segments: bytes, behind: bytes = b"") -> bytes:
    out = BytesIO()
    Image.effect_noise((120, 90), 60).convert("RGB").save(out, "JPEG", quality=80)
    data = out.getvalue()
    return data[:2] + b"".join(segments) + data[2:] + behind


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


@pytest.mark.parametrize(
    "data",
    [
        jpeg(segment(0xFE, b"SECRET in a comment")),
        jpeg(segment(0xE7, b"SECRET of a camera"), segment(0xEA, b"SECRET of a phone")),
        jpeg(behind=b"SECRET film" + bytes(999)),
        jpeg(segment(0xE0, b"JFXX\0\x10SECRET thumbnail")),
        jpeg(segment(0xEE, b"SECRET")),
    ],
    ids=["comment", "applications", "behind", "thumbnail", "other"],
)
def test_a_jpeg_holds_its_picture_alone(data: bytes) -> None:
    found = checked(data)
    assert b"SECRET" not in found.data
    assert found.data.endswith(b"\xff\xd9")
    assert Image.open(BytesIO(found.data)).tobytes() == Image.open(BytesIO(data)).tobytes()


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_without_anything_more_stays_as_it_is(progressive: bool) -> None:
    out = BytesIO()
    Image.effect_noise((200, 150), 50).save(out, "JPEG", progressive=progressive)
    assert checked(out.getvalue()).data == out.getvalue()


def test_a_png_holds_its_picture_alone() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "SECRET")
    out = BytesIO()
    Image.new("RGB", (20, 20), "teal").save(out, "PNG", pnginfo=info, dpi=(72, 72))
    assert b"SECRET" not in checked(out.getvalue() + b"SECRET behind").data


def test_an_empty_keep_keeps_nothing(tmp_path: Path) -> None:
    deck = "deck:\n  - {id: a, kind: text, title: 一页, text: 秘密}\n"
    path = project(tmp_path, OUTLINE + TOPICS + deck, none="deck: {keep: []}\n")
    brief, problems = loaded(path, "none")
    assert brief.deck == ()
    assert "no-effect-verb" not in [each.code for each in problems]


LINKS = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


@LINKS
@pytest.mark.parametrize("whole", [False, True], ids=["a file", "the folder"])
def test_an_audience_through_a_link_out_of_the_project_is_refused(
    tmp_path: Path, whole: bool
) -> None:
    path = project(tmp_path / "p", OUTLINE + TOPICS)
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "other.yaml").write_text("name: SECRET\n", "utf-8")
    if whole:
        (path.parent / "audiences").rmdir()
        (path.parent / "audiences").symlink_to(tmp_path / "away")
    else:
        (path.parent / "audiences" / "other.yaml").symlink_to(tmp_path / "away" / "other.yaml")
    found = load(Request(path, ("other",))).problems
    (line,) = [str(each) for each in found if each.severity == "error"]
    assert line.startswith("content/audiences/other.yaml: error: the file leads out")


@LINKS
def test_themes_in_a_folder_that_leads_out_of_the_project_are_refused(tmp_path: Path) -> None:
    outline = OUTLINE.replace("date: 2024-02", "date: 2024-02\n  theme: ours") + TOPICS
    path = project(tmp_path / "p", outline)
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "ours.yaml").write_text("name: SECRET\n", "utf-8")
    (path.parent / "themes").symlink_to(tmp_path / "away")
    (problem,) = load(Request(path, ("base",))).problems
    assert problem.code == "theme-outside"


@pytest.mark.slow
@LINKS
def test_a_folder_of_outputs_that_leads_out_is_followed_only_by_who_names_it(
    tmp_path: Path,
) -> None:
    path = project(tmp_path / "p", OUTLINE + TOPICS)
    (tmp_path / "away").mkdir()
    (tmp_path / "p" / "out").symlink_to(tmp_path / "away")
    with pytest.raises(MachineError, match="link out of the project"):
        build(Request(path, ("base",)))
    assert not list((tmp_path / "away").iterdir())
    assert build(Request(path, ("base",), out=tmp_path / "away")).written


def test_an_included_folder_is_told_where_it_is_included(tmp_path: Path) -> None:
    (tmp_path / "content" / "more").mkdir(parents=True)
    (line,) = told(tmp_path, "include: [more]\n" + OUTLINE + TOPICS)
    assert line.startswith("content/outline.yaml:1:11: error: content/more is not a regular file")


@pytest.mark.parametrize("codec", ["utf-32", "utf-32-be"])
def test_utf_32_is_called_by_its_name(tmp_path: Path, codec: str) -> None:
    path = project(tmp_path)
    mark = b"" if codec == "utf-32" else b"\0\0\xfe\xff"
    path.write_bytes(mark + OUTLINE.encode(codec))
    assert "looks like UTF-32" in str(next(iter(load(Request(path, ("base",))).problems)))


def test_a_source_that_is_too_long_is_told(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS)
    (tmp_path / "seeds" / "article.txt").write_bytes(b"words " * (MAX_SOURCE // 6 + 1))
    (problem,) = [each for each in load(Request(path, ("base",))).problems if each.mark.line]
    assert problem.code == "source-unreadable"
    assert "5 MB" in str(problem)


def test_an_outline_that_is_too_long_is_told_with_the_most_there_may_be(tmp_path: Path) -> None:
    path = project(tmp_path)
    path.write_bytes(b"# words\n" * (decode.MAX_BYTES // 8 + 1))
    assert "more than 4 MB" in str(next(iter(load(Request(path, ("base",))).problems)))


# As the README writes them.
LISTED = (
    (decode.MAX_BYTES, "4 MB"),
    (read.MAX_EVENTS, "200,000"),
    (read.MAX_DEPTH, "40"),
    (MOST_TEXT, "10,000"),
    (MOST_NOTES, "50,000"),
    (MOST_NAME, "60"),
    (MOST_EXTENDED, "one on the other | 8 |"),
    (MAX_SOURCE, "5 MB"),
    (MOST_NUMBERS, "10,000 | `source-unread"),
    (MOST_TOKENS, "200"),
    (_MAX_DEPTH, "each; 40 levels"),
    (MOST_SIGNS, "60"),
    (MOST, "10^30"),
    (sheets.MAX_BYTES, "5 MB"),
    (sheets.MAX_ROWS, "5,000"),
    (sheets.MAX_COLUMNS, "200 columns"),
    (parts.MAX_UNPACKED, "50 MB"),
    (parts.MAX_ELEMENTS, "500,000"),
    (parts.MAX_MEMBERS, "1,000 parts"),
    (images.MAX_BYTES, "20 MB"),
    (images.MAX_PIXELS, "40"),
    (images.MAX_BYTES_JPEG, "100 MB"),
    (images.MAX_PIXELS_JPEG, "200"),
    (images._MOST_HELD, "300 MB while"),
    (fonts.MAX_BYTES, "40 MB"),
    (tree.MAX_BYTES, "1 MB"),
    (tree.MAX_ELEMENTS, "5,000"),
    (paths.MAX_STEPS, "20,000 steps"),
    (scan.MOST_BYTES, "300 MB"),
    (scan.MOST_ENTRIES, "5,000 parts"),
    (scan.MOST_BYTES_A_PART, "100 MB each"),
    (scan.MOST_RATIO, "200th"),
    (MOST_DRAFT, "200 MB"),
    (MOST_PAGES, "3,000 pages"),
    (pdf_judge._MOST, "24 MB"),
    (pdf_judge._MOST_PICTURE, "pictures 300 MB"),
    (MOST_SLIDES, "40 slides"),
    (table.MAX_COLUMNS, "400 columns"),
    (table.MAX_UNPACKED, "4 GB"),
    (table._MOST_VALUE, "database has 20 MB"),
    (names._MOST, "180 letters"),
    (MAX_FILE, "40 MB a file"),
    (MAX_FILES, "1,000 files"),
    (MAX_TOTAL, "400 MB;"),
    (repository._SECONDS, "60 seconds"),
    (talk._LONGEST, "100,000 characters"),
    (MOST_LINES, "100"),
    (MOST_PROCESSES, "32"),
    (HINTS, "20"),
)


# What a page holds is no limit of what is read.
OF_PAGES = {"agenda-too-long", "org-too-many", "table-rows-per-slide", "table-too-wide"}


def test_the_readme_lists_every_limit_as_it_is() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    listed = text.partition("### How much is read")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (?!what|---)[^|]+\|[^|]+\| ([^|]+) \|$", listed, re.M)
    told = {code for row in rows for code in re.findall("`([a-z0-9-]+)`", row)}
    known = catalogue()
    assert told <= known.keys()
    assert all(known[code].severity == "error" for code in told)
    errors = {code: each for code, each in known.items() if each.severity == "error"}
    assert {code for code, each in errors.items() if "most" in each.names} - OF_PAGES <= told
    for value, shown in LISTED:
        assert shown in listed, (value, shown)
        digits = re.search(r"[\d,]+", shown)
        if digits and value < 10**9:
            number = int(digits[0].replace(",", ""))
            assert value in (number, number * 10**6), (value, shown)


@pytest.mark.parametrize("family", ["../../seeds/face", "/", "长" * 300, "", "a/../b"])
def test_a_face_of_a_theme_is_named_and_no_path(tmp_path: Path, family: str) -> None:
    shipped = (ROOT / "assets" / "themes" / "lingnan.yaml").read_text("utf-8")
    own = shipped.replace("print: Noto Sans SC", f"print: '{family}'")
    assert own != shipped
    path = project(tmp_path, OUTLINE.replace("slug: demo", "slug: demo\n  theme: ours") + TOPICS)
    (path.parent / "themes").mkdir()
    (path.parent / "themes" / "ours.yaml").write_text(own, "utf-8")
    found = load(Request(path, ("base",))).problems
    assert "theme-unknown-family" in [each.code for each in found]


@pytest.mark.parametrize(
    "written", ["RMB 2222222222222222222 trillion", "9999999999999999999万亿元"]
)
def test_a_number_beyond_any_count_is_still_a_number(written: str) -> None:
    from briefgen.facts.quantity import display
    from briefgen.facts.quantity import read as quantity

    assert display(quantity(written), "en-GB")


@pytest.mark.slow
def test_sources_and_figures_in_one_endless_sentence_are_read_in_time(tmp_path: Path) -> None:
    import time

    from briefgen.facts.figures import Source
    from briefgen.facts.inventory import inventory
    from briefgen.facts.sources import prepare
    from briefgen.problems import Problems

    source = Source(id="a", file="seeds/a.txt", title={}, publisher={}, date="")
    text = "，".join(f"第{n}区投{n}.5亿元" for n in range(1, 2500))
    start = time.process_time()
    stated = inventory(prepare(source, text, Problems()))
    assert len(stated) >= 2499
    assert all(len(each.place.sentence) < 700 for each in stated)
    assert time.process_time() - start < 10


def test_a_source_of_numbers_without_end_is_told_where_they_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefgen.answers.numbers import figures
    from briefgen.facts import inventory

    path = project(tmp_path, OUTLINE + TOPICS)
    line = "又一个区投资{0}.5亿元，种树{0}棵。\n"
    article = tmp_path / "seeds/article.txt"
    more = "".join(line.format(n + 7) for n in range(8))
    article.write_text(article.read_text("utf-8") + more, "utf-8")
    listed = len(figures(path).numbers)
    monkeypatch.setattr(inventory, "MOST_NUMBERS", listed)
    assert len(figures(path).numbers) == listed
    monkeypatch.setattr(inventory, "MOST_NUMBERS", listed - 1)
    with pytest.raises(ContentError) as caught:
        figures(path)
    problem = assert_told("source-too-many-numbers", caught.value)
    assert "line 10" in problem.message
    assert problem.mark.line > 0
    assert not load(Request(path, ("base",))).problems.fatal


RUNS = ("第{}条", "一", "12", "1.", "a1", "“一区{}策”3家，", "“{}”2家，", "三农4家，")


@pytest.mark.slow
@pytest.mark.parametrize("each", RUNS)
def test_what_a_source_repeats_without_end_is_read_in_time(each: str) -> None:
    import time

    from briefgen.facts.figures import Source
    from briefgen.facts.inventory import inventory
    from briefgen.facts.labelled import labels
    from briefgen.facts.left_out import left_out
    from briefgen.facts.sources import prepare
    from briefgen.problems import Problems

    source = Source(id="a", file="seeds/a.txt", title={}, publisher={}, date="")

    def seconds(count: int) -> float:
        made = prepare(source, "".join(each.format(n) for n in range(count)), Problems())
        start = time.process_time()
        stated = inventory(made)
        left_out(made, stated, ())
        labels(made.matching)
        return time.process_time() - start

    # Eight times as much takes eight times as long; with a square in it, up to 64 times.
    assert seconds(4000) < 20 * max(seconds(500), 0.02)


def test_numerals_without_end_are_read_in_time() -> None:
    import time

    from briefgen.facts.authored import numbers

    start = time.process_time()
    numbers("五" * 20_000)
    assert time.process_time() - start < 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("thing", ["ASCII and an emoji", "numbers"])
def test_a_source_takes_ten_bytes_of_memory_for_each_of_its_own_at_most(thing: str) -> None:
    # Of all texts those with an emoji take most: each of their characters four bytes.
    growth = [sys.executable, str(ROOT / "tests" / "benchmarks" / "growth.py"), "--bytes", "10"]
    told = subprocess.run(
        [*growth, "--only", f"source, {thing}"],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.slow
def test_where_the_characters_of_a_source_stand_is_as_if_each_knew_it() -> None:
    from briefgen.facts.figures import Erratum, Source
    from briefgen.facts.sources import prepare
    from briefgen.problems import Problems

    errata = (Erratum("二 十", "廿", "-"), Erratum("tvvo", "two", "-"), Erratum("冗", "", "-"))
    text = "第一 段\n\n共 二\n十  项。冗 Of tvvo\n\nparts,  3 000\n4 in all.\n冗" + "a b, " * 600
    source = Source(id="a", file="a.txt", title={}, publisher={}, date="", errata=errata)
    made = prepare(source, text, Problems())
    assert made.matching.startswith("第一段共廿项。Of two parts，3 000\n4 in all.")
    bare = [at for at, char in enumerate(made.matching) if not char.isspace()]
    assert "".join(made.matching[at] for at in bare) == made.squeezed
    assert all(made.spanned(n, n + 1) == (at, at + 1) for n, at in enumerate(bare))
    offsets = [made.offsets[at] for at in range(len(made.matching))]
    assert offsets == sorted(offsets)
    for at, offset in enumerate(offsets):
        alike = text[offset] == made.matching[at].replace("，", ",") or text[offset].isspace()
        assert alike or made.matching[at] in "廿two "
    assert [made.offsets.first_from(n, len(offsets)) for n in range(len(text))] == [
        next((at for at, offset in enumerate(offsets) if offset >= n), len(offsets))
        for n in range(len(text))
    ]


def test_rows_of_a_damaged_table_may_be_shorter_than_others() -> None:
    from briefgen.drafting.drawn import _filled

    assert _filled([["年", "产值", "增速"], ["2030年"], ["2031年", "5亿元"]])[1] == [
        "2030年",
        "",
        "",
    ]


def test_rules_of_a_table_closer_than_letters_are_one() -> None:
    from briefgen.drafting.pdf_tables import _edges

    assert _edges([20, 0, 6, 6.5, 13, 19]) == [0, 6.5, 13, 20]


@pytest.mark.slow
def test_a_quote_that_stands_everywhere_is_told_in_time(tmp_path: Path) -> None:
    import time

    outline = OUTLINE.replace("拥有1.3万家企业", "有3%").replace("1.3万家", "3%")
    path = project(tmp_path, outline + TOPICS)
    text = "去年全市产值超3200亿元。" + "".join(f"甲{n}区有3%，" for n in range(40_000))
    (tmp_path / "seeds" / "article.txt").write_text(text, "utf-8")
    start = time.process_time()
    (told,) = [each for each in load(Request(path)).problems if each.code == "quote-ambiguous"]
    assert time.process_time() - start < 5
    assert "40000" in told.message


def audiences(folder: Path) -> Iterable[Problem]:
    more = {f"a{n}": f"extends: a{n + 1}\n" for n in range(MOST_EXTENDED + 1)}
    last = {f"a{MOST_EXTENDED + 1}": "brief: {subtitle: 末}\n"}
    return loaded(project(folder, OUTLINE + TOPICS, **more, **last), "a0")[1]


def nested(folder: Path) -> Iterable[Problem]:
    brackets = "[" * (read.MAX_DEPTH + 1) + "]" * (read.MAX_DEPTH + 1)
    return loaded(project(folder, f"{OUTLINE}{TOPICS}names: {brackets}\n"))[1]


def drafted_from(folder: Path, size: int) -> Iterable[Problem]:
    path = folder / "notice.md"
    with path.open("wb") as file:
        file.truncate(size)
    with pytest.raises(MachineError) as caught:
        read_document(path)
    return caught.value.problems


def pages(folder: Path) -> Iterable[Problem]:
    made = Canvas(str(folder / "notice.pdf"))
    for _ in range(3):
        made.showPage()
    made.save()
    with pytest.raises(MachineError) as caught:
        read_document(folder / "notice.pdf")
    return caught.value.problems


def house(folder: Path) -> Iterable[Problem]:
    shutil.copy(DEFAULT, folder / "house.pptx")
    problems = Problems()
    assert open_template(folder / "house.pptx", problems) is None
    return problems


def charted(folder: Path, name: str, data: bytes) -> Iterable[Problem]:
    slide = f"{{id: a, kind: bar, title: 一页, data: {{file: {name}, columns: [c0, c1]}}}}"
    path = project(folder, f"{OUTLINE}deck:\n  - {slide}\n")
    (folder / name).write_bytes(data)
    return loaded(path)[1]


def wide(count: int, hidden: bool = False) -> bytes:
    """A workbook whose last column, far from the others, has words."""
    book, out = Workbook(), BytesIO()
    sheet = book.active
    for row in (1, 2):
        for column in (1, 2, count):
            sheet.cell(row, column, f"c{column - 1}" if row == 1 else column)
    # A format alone is no content, however far to the right it stands.
    sheet.cell(2, count + 300).font = Font(bold=True)
    sheet.column_dimensions[get_column_letter(count)].hidden = hidden
    book.save(out)
    return out.getvalue()


def merged(folder: Path, data: bytes) -> Iterable[Problem]:
    (folder / "t.xlsx").write_bytes(data)
    with pytest.raises(ContentError) as caught:
        list(table.open_table(folder / "t.xlsx", "t.xlsx", "").rows())
    return caught.value.problems


CELLS = ",".join(f"c{n}" for n in range(sheets.MAX_COLUMNS + 1))
BEYOND: dict[str, tuple[str, Callable[[Path], Iterable[Problem]], str]] = {
    "a chain of audiences": ("extends-too-many", audiences, ""),
    "brackets in brackets": ("too-deep", nested, ""),
    "a draft": ("draft-too-large", lambda at: drafted_from(at, MOST_DRAFT + 1), ""),
    "pages of a draft": ("draft-many-pages", pages, "briefgen.drafting.pdf.MOST_PAGES"),
    "a template": ("template-too-large", house, "briefgen.template.scan.MOST_BYTES"),
    "columns of a text": (
        "data-too-many-columns",
        lambda at: charted(at, "w.csv", f"{CELLS}\n{CELLS}\n".encode()),
        "",
    ),
    "columns of a workbook": ("bad-workbook", lambda at: charted(at, "w.xlsx", wide(201)), ""),
    "columns of rows": ("bad-workbook", lambda at: merged(at, wide(401)), ""),
}


@every("what", BEYOND)
def test_what_is_beyond_a_limit_is_told_by_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    code, made, most = BEYOND[what]
    folder = tmp_path / what
    folder.mkdir()
    with monkeypatch.context() as limited:
        if most:
            limited.setattr(most, 2)
        problem = assert_told(code, made(folder))
    assert problem.severity == "error"
    # What the outline names is told at its place there, what a command is given by its name.
    named = ("notice.", "house.", "t.xlsx")
    assert problem.mark.line or any(name in problem.message for name in named)


def test_columns_that_nobody_sees_are_none_beyond_a_limit(tmp_path: Path) -> None:
    for data in (wide(200), wide(201, hidden=True)):
        codes = [each.code for each in charted(tmp_path, "w.xlsx", data)]
        assert "bad-workbook" not in codes


def test_a_template_that_unpacks_to_too_much_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "MOST_BYTES", DEFAULT.stat().st_size + 1)
    assert_told("template-expands", house(tmp_path))


def test_values_of_a_slide_keep_their_last_digits(tmp_path: Path) -> None:
    rows = "header: [区, 数], rows: [[甲, 2.50亿元], [乙, 3.00亿元]]"
    deck = f"deck:\n  - {{id: a, kind: bar, title: 一页, {rows}}}\n"
    made = build(Request(project(tmp_path, OUTLINE + deck), ("base",), formats=("md",)))
    said = made.written[0].read_text("utf-8")
    assert "2.50" in said
    assert "3.00" in said
