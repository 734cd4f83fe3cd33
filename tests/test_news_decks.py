"""What a short piece of news becomes: lists in a size that can be read, what is planned apart from
what was reached, labels that say when, and nothing lost on the page."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import composing
from outlines import loaded, project
from rows import every

from briefgen.answers.findings import findings
from briefgen.brief.english import curly
from briefgen.build import checked
from briefgen.facts.calendar import goes_before, in_running
from briefgen.facts.numerals import write_chinese
from briefgen.facts.quantity import display, read
from briefgen.facts.scan import scan
from briefgen.pages.bare import from_deck
from briefgen.parts.charts.times import backwards
from briefgen.problems import Problems
from briefgen.request import Request
from briefgen.scene.items import Chart, Page, Table, TextBox
from briefgen.scene.walk import walk
from briefgen.typography.linebreak import glued

SOURCE = (
    "本报2025-03-04讯 全县今年计划新建候车亭61座，2月8日已建成22座，预计年底前再建成39座。"
    "2019/20年度客运量超过1200万人次，2024年客运量超过1500万人次。"
    "线路和班次覆盖率分别达到83%和91%，已有接近全县六成的车辆换新。"
)
OUTLINE = """\
brief: {slug: shelters, title: {zh: 候车亭建设, en: Shelters}, date: 2025-03, language: zh-Hans}
sources:
  news: {file: seeds/article.txt, title: {zh: 候车亭新闻, en: News of shelters}}
figures:
  all: {value: 61座, qualifier: 计划, kind: plan, period: 2025年,
    label: {zh: 计划新建候车亭, en: Shelters planned}, quote: 今年计划新建候车亭61座}
  done: {value: 22座, kind: actual, parts_of: all, label: {zh: 已建成, en: Built},
    quote: 已建成22座}
  coming: {value: 39座, qualifier: 预计, kind: plan, period: 2025年底前, parts_of: all,
    label: {zh: 年底前建成, en: To be built}, quote: 预计年底前再建成39座}
  before: {value: 1200万人次, qualifier: 超过, kind: actual, label: {zh: 客运量, en: Passengers},
    period: {zh: 2019/20年度, en: 2019/20}, quote: 2019/20年度客运量超过1200万人次}
  now: {value: 1500万人次, qualifier: 超过, kind: actual, label: {zh: 客运量, en: Passengers},
    period: 2024年, quote: 2024年客运量超过1500万人次}
  runs: {value: 91%, qualifier: 達到, kind: actual, label: {zh: 甲, en: Runs}, near: NEAR,
    quote: 线路和班次覆盖率分别达到83%和91%}
  new: {value: 六成, qualifier: 接近, kind: actual, label: {zh: 换新车辆占比, en: New buses},
    period: {zh: 换新收官, en: Close of the renewal}, quote: 已有接近全县六成的车辆换新}
deck:
"""
ENGLISH = "name: English\nlanguage: en\ndeck: {set: {one: {title: Shelters}}}\n"
COVER = "  - {id: c, kind: cover, cells: [{figure: coming}, {figure: new}, {figure: before}]}\n"


def made(folder: Path, *slides: str, near: str = "班次", english: str = ENGLISH) -> Path:
    text = OUTLINE.replace("NEAR", near) + "".join(f"  - {each}\n" for each in slides)
    path = project(folder, text, **({"english": english} if english else {}))
    (folder / "seeds/article.txt").write_text(SOURCE, "utf-8")
    return path


def texts(page: Page) -> list[str]:
    found = walk(page.items)
    said = [each.text for box in found if isinstance(box, TextBox) for each in box.paragraphs]
    cells = (c for t in walk(page.items) if isinstance(t, Table) for row in t.cells for c in row)
    return said + ["".join(each.text for each in cell.paragraphs) for cell in cells]


def test_planned_parts_of_a_whole_are_hatched_and_what_was_reached_is_lit(tmp_path: Path) -> None:
    kinds = "{id: one, kind: KIND, title: 候车亭, total: all, parts: [done, coming]}"
    for kind in ("part-whole", "donut"):
        path = made(tmp_path, kinds.replace("KIND", kind))
        (page,) = composing.sound(path).pages
        (chart,) = (each for each in walk(page.items) if isinstance(each, Chart))
        patterns = [p for each in chart.series for p in (each.patterns or [""] * len(each.colours))]
        assert patterns == ["", "hatched"]
        assert chart.series[0].colours[0] == "primary"
        assert any("约占36.1%" in each for each in texts(page)), texts(page)


def test_numbers_say_once_that_they_are_planned_and_labels_of_when(tmp_path: Path) -> None:
    cover = "{id: c, kind: cover, figures: [coming, new, before]}"
    kpi = "{id: one, kind: kpi, title: 候车亭, figures: [all, before, now]}"
    path = made(tmp_path, cover, kpi, "{id: s, kind: sources}")
    first, second, last = composing.sound(path).pages
    assert {"2025年底前建成", "换新车辆占比（换新收官）", "2019/20年度客运量"} <= {*texts(first)}
    assert "计划" not in "".join(each for each in texts(second) if "61" in each)
    assert {"2019/20年度客运量", "2024年客运量"} <= {*texts(last)}
    english = composing.sound(path, audience="english").pages
    assert "New buses, close of the renewal" in texts(english[0])
    assert {"61", "Passengers, 2019/20"} <= {*texts(english[1]), *texts(english[2])}


def test_what_a_source_says_in_its_own_way_is_no_fault(tmp_path: Path) -> None:
    slide = (
        "{id: one, kind: bullets, title: 2019/20年度以来候车亭2025年2月8日建成, points: [甲, 乙]}"
    )

    def told(near: str) -> list[str]:
        path = made(tmp_path, slide, near=near, english="")
        found = findings(checked(Request(path, strict=True)))
        return [each.code for each in found if each.severity != "note"]

    # 2019/20 is in the source, and the day is of the year of its dateline.
    assert told("班次") == []
    assert told("线路") == ["near-another"]


LIST = """{id: one, kind: bullets, title: 候车亭一座一座建起来, lead: 候车不再日晒雨淋, points: [
  {text: 选址便民, points: [靠近学校和集市, 步行不过一刻钟]},
  {text: 建设提速, points: [材料统一采购, 分片同时施工]},
  {text: 管护到位, points: [每座都有管护人, 破损及时修复, 每月巡查]}]}"""


def test_a_list_that_would_be_small_beside_its_lead_stands_in_panels_below_it(
    tmp_path: Path,
) -> None:
    (page,) = composing.sound(made(tmp_path, LIST.replace("\n", ""))).pages
    boxes = {each.name.kind: each for each in page.items if isinstance(each, TextBox)}
    cards = [each for each in page.items if isinstance(each, TextBox) and each.name.kind == "card"]
    assert len(cards) == 3
    assert all(boxes["lead"].rect.bottom < each.rect.y for each in cards)
    sizes = {run.style.size for each in cards for par in each.paragraphs for run in par.runs}
    assert min(sizes) >= 18 * 12700
    head = cards[0].paragraphs[0].runs[0].style.size
    # It is no more than a step larger than what it leads.
    assert head <= boxes["lead"].paragraphs[0].runs[0].style.size <= head * 6 // 5


@every(
    "time, before",
    [
        ("上半年", True),
        ("春节前后", True),
        ("“十四五”期间", True),
        ("规划收官", False),
        ("起步", False),
    ],
)
def test_times_go_before_a_name_or_stand_behind_it(time: str, before: bool) -> None:
    assert goes_before(time) is before


@every(
    "given, wanted",
    [
        (in_running("Start of the plan"), "start of the plan"),
        (in_running("Spring Festival"), "Spring Festival"),
        (write_chinese(Decimal(247018)), ("247018", "")),
        (write_chinese(Decimal(3180000)), ("318", "万")),
        (write_chinese(Decimal(12345678)), ("1234.5678", "万")),
        (glued("a grant of AUD 24 million"), "a grant of AUD\u00a024\u00a0million"),
        (read("五成", "約").qualifier, read("五成", "约").qualifier),
        (read("8萬輛", "預計突破").value, Decimal(80000)),
        (backwards(["2022/23", "April", "2024/25"]), None),
        (backwards(["2024年5月", "3月"]), 1),
        (backwards(["November 2031", "Last year", "April"]), None),
        (backwards(["2031年11月", "去年", "4月"]), None),
        (curly("The town's \"second half\", the '30s"), "The town’s “second half”, the ’30s"),
        (curly("a 6\" pipe, 5' high, `x='a'`"), "a 6\" pipe, 5' high, `x='a'`"),
        (curly("'So it is', O'Neil said of dogs' tails"), "‘So it is’, O’Neil said of dogs’ tails"),
        (str(display(read("£3.4 million"), "en")), "£3.4 million"),
        (str(display(read("340万英镑"), "en")), "GBP 3.4 million"),
    ],
)
def test_numbers_and_times_in_other_words(given: object, wanted: object) -> None:
    assert given == wanted


PAGE = """\
brief: {slug: park, title: A new park for the river towns, date: 2025-05, language: en}
sources:
  news: {file: seeds/article.txt, title: News of the park}
figures:
  trees: {value: "1,200", kind: actual, label: Trees planted,
    quote: "1,200 trees were planted"}
  paths: {value: 14 km, kind: actual, label: Paths opened, quote: 14 km of paths were opened}
  north: {value: 31%, kind: actual, label: Visits to the north bank,
    quote: up 31% on the north bank}
  south: {value: 12%, kind: actual, label: Visits to the south bank, quote: 12% on the south bank}
  aim: {value: 20 km, kind: target, label: Paths, period: "2030", quote: 20 km of paths by 2030}
  shade: {value: 45%, kind: target, label: Shade, period: "2030", quote: shade of 45% by 2030}
deck:
  - {id: cover, kind: cover}
  - id: why
    kind: bullets
    title: The river towns share one park for the first time
    points:
      - {text: Paths along the whole river have been joined up,
         points: ["Visitors now walk {paths} without a road to cross", Steps became ramps]}
      - {text: Planting has begun where the old yards once stood,
         points: ["Volunteers planted {trees} trees in a spring", Schools look after the beds]}
      - {text: Repairs are paid for by the towns in equal parts,
         points: [One fund pays for lights and benches, One team does the work every week]}
  - id: how
    kind: process
    title: The park came about step by step
    steps:
      - {head: Agree, text: The towns sign one plan for both banks}
      - {head: Clear, text: Old yards and fences are taken away}
      - {head: Build, text: Paths and ramps are laid along the water}
      - {head: Open, text: Visitors come from all of the towns}
page:
  headline: "Visits rise by {north} on the north bank"
  lead: The towns plan, build and look after the park together, on both banks of the river.
  figures: [trees, paths]
  chart: {figures: [north, south], title: The north bank gains most, note: On the year before.}
  timeline:
    title: How it goes on
    events:
      - {when: Spring, what: "Volunteers plant {trees} trees on the banks"}
      - {when: Summer, what: "Paths of {paths} opened for all visitors"}
      - {when: Autumn, what: The last yard on the south bank is cleared}
      - {when: 2030, what: "Paths of {aim} with shade of {shade} for walkers", target: yes}
  targets: {figures: [aim, shade], title: Targets for 2030}
"""
WORDS = (
    "1,200 trees were planted and 14 km of paths were opened. Visits went up 31% on the north bank "
    "and 12% on the south bank. The towns want 20 km of paths by 2030, and shade of 45% by 2030."
)


def test_a_page_sets_its_lists_smaller_before_it_leaves_a_line_out(tmp_path: Path) -> None:
    path = project(tmp_path, PAGE)
    (tmp_path / "seeds/article.txt").write_text(WORDS, "utf-8")
    found = findings(checked(Request(path, formats=("brief",), strict=True)))
    assert {each.code for each in found} <= {"figures-elsewhere"}, found
    (page,) = composing.sound(path, "brief").pages
    said = " ".join(texts(page))
    assert "How it goes on" in said
    assert "Repairs are paid for by the towns in equal parts" in said


def test_steps_are_numbered_on_the_page_and_texts_below_a_head_have_one_mark_between_them(
    tmp_path: Path,
) -> None:
    text = PAGE.replace("Steps became ramps", "Steps became ramps.")
    path = project(tmp_path, text)
    (tmp_path / "seeds/article.txt").write_text(WORDS, "utf-8")
    brief, _ = loaded(path)
    assert brief
    why, how = from_deck(brief, Problems()).topics
    assert (why.numbered, how.numbered) == (False, True)
    said = [str(each.text) for each in why.measures]
    assert [each.count(" · ") for each in said] == [1, 1, 1]
    assert not any("; " in each or each.endswith(".") for each in said)
    (page,) = composing.sound(path, "brief").pages
    marks = [
        par.marker.text
        for box in walk(page.items)
        if isinstance(box, TextBox)
        for par in box.paragraphs
        if par.marker
    ]
    assert marks[-4:] == ["1.", "2.", "3.", "4."]


def test_five_english_figures_beside_a_hero_fit_one_slide(tmp_path: Path) -> None:
    rows = "".join(
        f"  f{n}: {{value: RMB {n}7.3{n} billion, QUALIFIED label: Work on the river {n}, "
        f"period: 2031, quote: RMB {n}7.3{n} billion}}\n"
        for n in range(1, 7)
    ).replace("QUALIFIED", "kind: actual,")
    rows = rows.replace("kind: actual,", "qualifier: planned, kind: plan,", 2)
    rows = rows.replace("qualifier: planned, kind: plan,", "kind: actual,", 1)
    text = (
        "brief: {slug: river, title: The river, language: en}\n"
        "sources: {news: {file: seeds/article.txt, title: News}}\n"
        f"figures:\n{rows}deck:\n  - {{id: one, kind: kpi, title: Work on the river, "
        "figures: [f1, f2, f3, f4, f5, f6], emphasis: f1}\n"
    )
    path = project(tmp_path, text)
    said = ". ".join(f"Work {n}: {'planned ' * (n == 2)}RMB {n}7.3{n} billion" for n in range(1, 7))
    (tmp_path / "seeds/article.txt").write_text(f"{said}.", "utf-8")
    assert len(composing.sound(path).pages) == 1


def test_what_is_but_expected_is_told_so_and_days_of_the_week_are_no_numbers(
    tmp_path: Path,
) -> None:
    kpi = "{id: one, kind: kpi, title: 候车亭, figures: [coming, before, now]}"
    path = made(tmp_path, kpi)
    assert any("计划" in each for each in texts(composing.sound(path).pages[0]))
    text = path.read_text("utf-8")
    start = text.index("  all: {")
    expected = text[:start] + text[text.index("  done: {") :].replace("parts_of: all,", "")
    path.write_text(expected, "utf-8")
    said = texts(composing.sound(path).pages[0])
    assert any("△ 预计" in each for each in said), said
    words = "上周二起施工，周六单日完成3处，每周三次巡查，一周四场演出，星期五通车"
    assert [each.text for each in scan(words)] == ["3处", "三次", "一周", "四场"]


def test_a_chart_has_the_commas_of_its_figures_and_a_unit_in_brackets_is_no_source(
    tmp_path: Path,
) -> None:
    text = """\
brief: {slug: visits, title: 到访, language: zh-Hans}
sources: {news: {file: seeds/article.txt, title: 到访新闻}}
figures:
  one: {value: "141,302", kind: actual, label: 前年到访, quote: "前年到访141,302次"}
  two: {value: "148,206", kind: actual, label: 去年到访, quote: "去年到访148,206次"}
deck:
  - {kind: bar, title: 到访更多, subtitle: 全年到访（次）, figures: [one, two], highlight: two}
"""
    path = project(tmp_path, text)
    (tmp_path / "seeds/article.txt").write_text("前年到访141,302次，去年到访148,206次。", "utf-8")
    (page,) = composing.sound(path).pages
    (chart,) = (each for each in walk(page.items) if isinstance(each, Chart))
    labels = [each for each in walk(chart.drawn) if isinstance(each, TextBox)]
    said = {par.text for each in labels for par in each.paragraphs}
    assert {"141,302", "148,206"} <= said, said
    assert any("#,##0" in each for each in chart.series[0].formats)
    assert any("（次）（来源：《到访新闻》）" in each for each in texts(page)), texts(page)
