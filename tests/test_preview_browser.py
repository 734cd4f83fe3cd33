"""The preview as somebody sees it: in Chromium, from the file on disk to the words on the screen.

They need Chromium and playwright; where `BRIEFGEN_BROWSER` is set, as in `.ci/run`, to lack them is
a failure.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from pptx import Presentation
from previews import Served, copied, rewritten, served

from briefgen.build import Request, build
from briefgen.record import State

pytestmark = pytest.mark.slow
PATIENCE = 15_000


def _browser() -> Any:
    """The playwright library; skips, or fails where browsers are wanted."""
    try:
        from playwright import sync_api
    except ImportError:
        lacks = "playwright is not installed"
    else:
        if shutil.which("chromium"):
            return sync_api
        lacks = "there is no chromium"
    if os.environ.get("BRIEFGEN_BROWSER"):
        pytest.fail(lacks)
    pytest.skip(lacks)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with _browser().sync_playwright() as playwright:
        # A container's root may not make the sandbox; only our own page is opened.
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One preview for all tests that change no file."""
    with served(copied(tmp_path_factory.mktemp("unchanged"))) as running:
        yield running


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Served]:
    """The preview of the test's own outline where it has one."""
    if "outline" not in request.fixturenames:
        yield request.getfixturevalue("unchanged")
        return
    with served(request.getfixturevalue("outline")) as running:
        yield running


class Window(State):
    """A browser's window, which costs more than a page in it, and one beside it for a speaker; and
    what their scripts complain of."""

    context: Any
    page: Any
    complaints: list[str]
    beside: Any = None


@pytest.fixture(scope="module")
def windows(chromium: Any) -> Callable[[str], Window]:
    """The window of a language."""

    @cache
    def made(tongue: str) -> Window:
        context = chromium.new_context(locale=tongue)
        context.set_default_timeout(PATIENCE)
        complaints: list[str] = []
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        return Window(context, context.new_page(), complaints)

    return made


@contextmanager
def opened(window: Window, server: Served, width: int = 1440) -> Iterator[Any]:
    """A page of the preview, which knows of no other; what its scripts complain of fails."""
    page = window.page
    page.bring_to_front()
    window.complaints.clear()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto(server.address)
    page.wait_for_selector("#frame svg")
    yield page
    for other in window.context.pages:
        if other is window.beside:
            other.goto("about:blank")
        elif other is not page:
            other.close()
    page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.goto("about:blank")
    assert window.complaints == []


@pytest.fixture
def window(windows: Callable[[str], Window], server: Served) -> Iterator[Any]:
    with opened(windows("zh-CN"), server) as page:
        yield page


def until(holds: Callable[[], object]) -> None:
    """Wait for something to hold; the page's policy keeps the library from waiting in it."""
    end = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def says(window: Any, id: str) -> str:
    """The words of an element."""
    return str(window.evaluate("id => document.getElementById(id).textContent", id))


def go(window: Any, kind: str, outline: Path) -> None:
    """Go to the first slide of a kind."""
    lines = outline.read_text("utf-8").splitlines()
    line = next(at for at, each in enumerate(lines, 1) if each.strip() == f"kind: {kind}")
    target = window.url.partition("#")[0].partition("?")[0]
    window.goto(f"{target}?file=content/outline.yaml&line={line}")
    until(lambda: f"outline.yaml:{line - 1}" in says(window, "place"))


def heading(window: Any) -> str:
    return str(window.locator("#frame [role=heading]").first.text_content())


def test_the_slide_follows_the_file_without_a_reload(window: Any, outline: Path) -> None:
    window.evaluate("window.kept = true")
    rewritten(
        outline, "迈上新台阶，地区生产总值{gdp-2023}", "迈上新台阶，全市地区生产总值{gdp-2023}"
    )
    until(lambda: "全市地区生产" in says(window, "frame"))
    assert window.evaluate("window.kept")
    assert says(window, "clock") == "已更新"
    assert "突破3万亿元" in heading(window)
    assert window.locator("#strip [aria-current] i").text_content() == "6"


def test_an_error_is_told_over_the_last_good_picture(window: Any, outline: Path) -> None:
    before = says(window, "strip")
    rewritten(outline, "kind: agenda", "kind: agendum")
    window.wait_for_selector("#banner:not([hidden])")
    assert "agendum" in window.locator("#banner").text_content()
    assert "是不是想写" in window.locator("#banner").text_content()
    line = window.locator("#banner a")
    assert line.text_content() == "跳到那一行"
    assert "outline.yaml:" in line.get_attribute("title")
    ribbon = "getComputedStyle(document.getElementById('frame'), '::after').content"
    assert window.evaluate(ribbon) == '"旧版"'
    window.keyboard.press("b")
    window.wait_for_selector("#papers .paper svg")
    of_paper = "getComputedStyle(document.querySelector('.paper'), '::after').content"
    assert window.evaluate(of_paper) == '"旧版"'
    assert says(window, "clock") == ""
    assert says(window, "strip") == before
    assert says(window, "count").startswith("3 /")
    window.click("#banner .why")
    assert "agendum" in window.locator("#panel li.error").text_content()
    # What the panel tells is not told twice.
    assert not window.locator("#banner .why").is_visible()
    rewritten(outline, "kind: agendum", "kind: agenda")
    window.wait_for_selector("#banner", state="hidden")
    assert window.evaluate(ribbon) == "none"


def test_a_title_is_edited_on_the_page_and_taken_back(window: Any, outline: Path) -> None:
    rewritten(outline, '地区生产总值{gdp-2023}"', '地区生产总值{gdp-2023}"  # 局长定的')
    before = outline.read_bytes()
    go(window, "kpi", outline)
    window.locator("#frame [role=heading]").first.dblclick()
    window.wait_for_selector("#pen:not([hidden])")
    words = window.input_value("#pen-words")
    assert "{gdp-2023}" in words
    assert "{gdp-2023} = 突破3万亿元" in window.locator("#pen-figures li").all_text_contents()
    pen, slide = (window.locator(each).bounding_box() for each in ("#pen", "#frame"))
    assert pen["y"] >= slide["y"] + slide["height"]
    window.fill("#pen-words", words.replace("新台阶", "大台阶"))
    window.keyboard.press("Enter")
    until(lambda: "大台阶" in says(window, "frame"))
    line = next(each for each in outline.read_text("utf-8").splitlines() if "大台阶" in each)
    assert line.endswith('{gdp-2023}"  # 局长定的')
    window.click("#do-undo")
    until(lambda: "新台阶" in says(window, "frame"))
    assert outline.read_bytes() == before


def test_a_point_and_the_notes_are_edited_too(window: Any, outline: Path) -> None:
    go(window, "compare", outline)
    point = window.locator("#frame [data-t]", has_text="原有").last
    point.click(force=True)
    window.locator("#spot button").click()
    words = window.input_value("#pen-words")
    window.fill("#pen-words", f"{words}（点）")
    window.click("#pen .strong")
    until(lambda: "（点）" in says(window, "frame"))
    assert outline.read_text("utf-8").count("（点）") == 1
    window.click("#edit-notes")
    window.wait_for_selector("#pen:not([hidden])")
    window.fill("#pen-words", "第一句。\n第二句。")
    window.keyboard.press("Control+Enter")
    until(lambda: "第二句。" in says(window, "notes"))
    assert "第二句。" in outline.read_text("utf-8")


def test_an_edit_behind_its_back_is_refused(window: Any, outline: Path) -> None:
    go(window, "kpi", outline)
    window.keyboard.press("e")
    window.wait_for_selector("#pen:not([hidden])")
    changed = outline.read_bytes() + b"# somebody else\n"
    outline.write_bytes(changed)
    window.fill("#pen-words", "我的标题")
    window.keyboard.press("Enter")
    window.wait_for_selector("#pen-said:not([hidden])")
    assert "已被改动" in window.locator("#pen-said").text_content()
    assert outline.read_bytes() == changed
    assert window.input_value("#pen-words") == "我的标题"


def test_a_figure_leads_to_its_quote(window: Any, outline: Path) -> None:
    go(window, "kpi", outline)
    figure = window.locator("#frame [data-figure=gdp-2023]").first
    figure.hover()
    window.wait_for_selector("#tip:not([hidden])")
    assert window.locator("#tip mark").text_content().startswith("经济总量迈上新台阶")
    figure.click()
    window.wait_for_selector("#panel .evidence mark")
    card = window.locator("#panel .evidence")
    lit = window.locator("#notes .trail.lit")
    until(lambda: lit.count() == 1)
    assert "突破3万亿元" in lit.text_content()
    window.locator("#strip .thumb").nth(2).click()
    until(lambda: "没有台账里的数字" in says(window, "panel"))
    assert window.locator("#panel .evidence").count() == 0
    go(window, "kpi", outline)
    figure.click()
    window.wait_for_selector("#panel .evidence mark")
    assert "内外贸连续3年" in card.locator("blockquote").text_content()
    assert "seeds/guangzhou-six.txt:" in card.text_content()


def test_another_audience_is_shown(window: Any) -> None:
    slides = window.locator("#strip .thumb").count()
    window.select_option("#audience", "citizen")
    until(lambda: window.locator("#strip .thumb").count() != slides)
    assert window.locator("#audience").input_value() == "citizen"


def test_the_speaker_s_window_keeps_in_step(window: Any) -> None:
    with window.context.expect_page() as opened:
        window.keyboard.press("p")
    speaker = opened.value
    speaker.wait_for_selector("#now svg")
    window.keyboard.press("ArrowRight")
    until(lambda: says(speaker, "page-of").startswith("2 /"))
    assert speaker.locator("#then svg").count() == 1
    assert speaker.locator("#said").text_content()
    speaker.keyboard.press("End")
    until(lambda: len({*says(window, "count").split(" / ")}) == 1)
    until(lambda: says(speaker, "time") != "00:00")


def test_the_speaker_s_window_begins_where_the_other_is_and_its_clock_stands(window: Any) -> None:
    for _ in range(3):
        window.keyboard.press("ArrowRight")
    with window.context.expect_page() as opened:
        window.keyboard.press("p")
    speaker = opened.value
    speaker.wait_for_selector("#now svg")
    until(lambda: says(speaker, "page-of").startswith("4 /"))
    assert says(speaker, "time") == "00:00"
    window.keyboard.press("ArrowRight")
    until(lambda: says(speaker, "time") != "00:00")


def test_a_line_in_the_address_leads_to_its_slide(window: Any, outline: Path) -> None:
    lines = outline.read_text("utf-8").split("\n")
    line = next(at for at, each in enumerate(lines, 1) if "kind: kpi" in each)
    plain = window.url.partition("#")[0].partition("?")[0]
    window.goto(f"{plain}?file=content/outline.yaml&line={line}")
    window.wait_for_selector("#frame svg")
    until(lambda: says(window, "place").endswith(f":{line - 1}"))


def test_a_click_hides_the_card_of_a_figure(window: Any) -> None:
    for _ in range(5):
        window.keyboard.press("ArrowRight")
    figure = window.locator("#frame [data-figure]").first
    figure.hover()
    until(lambda: window.locator("#tip").is_visible())
    figure.click()
    until(lambda: not window.locator("#tip").is_visible())
    assert window.locator("#panel blockquote mark").count() == 1


def test_hidden_slides_are_passed_over_where_slides_are_presented(
    window: Any, outline: Path
) -> None:
    rewritten(outline, "kind: agenda\n", "kind: agenda\n    hidden: yes\n")
    until(lambda: window.locator("#strip .is-hidden").count() == 1)
    window.goto(window.url.partition("#")[0].partition("?")[0] + "presenter")
    window.wait_for_selector("#now svg")
    for expected in ("2 /", "4 /"):
        window.keyboard.press("ArrowRight")
        until(lambda expected=expected: says(window, "page-of").startswith(expected))


def test_a_deck_is_downloaded_that_opens(window: Any, tmp_path: Path) -> None:
    window.click("#do-download")
    with window.expect_download() as download:
        window.locator("#menu button").first.click()
    download.value.save_as(tmp_path / "deck.pptx")
    assert download.value.suggested_filename == "guangzhou-six.pptx"
    slides = Presentation(str(tmp_path / "deck.pptx")).slides
    assert len(slides) == window.locator("#strip .thumb").count()


def test_keys_search_grid_and_language(window: Any) -> None:
    window.keyboard.press("/")
    window.keyboard.type("南沙")
    assert window.locator("#sheet mark").first.text_content() == "南沙"
    parts = window.locator("#sheet .search span b").all_text_contents()
    assert {*parts} == {"页面", "备注"}
    window.fill("#sheet input", "羊城晚报")
    until(lambda: "出处" in window.locator("#sheet .search span b").all_text_contents())
    window.fill("#sheet input", "南沙")
    window.keyboard.press("Enter")
    until(lambda: "南沙" in says(window, "frame"))
    window.keyboard.press("g")
    assert window.locator("#sheet .thumb").count() == window.locator("#strip .thumb").count()
    window.keyboard.press("Home")
    window.keyboard.press("Escape")
    window.keyboard.press("Home")
    until(lambda: says(window, "count").startswith("1 /"))
    window.keyboard.press("l")
    assert window.locator("#tab-problems").text_content().startswith("Problems")
    window.keyboard.press("b")
    window.wait_for_selector("#sheets .paper svg")
    window.keyboard.press("b")
    window.wait_for_selector("#sheets", state="hidden")


def test_slides_look_as_the_pictures_that_are_made_of_them(window: Any, outline: Path) -> None:
    made = build(Request(outline, ("base",), ("png",), out=outline.parent / "pictures"))
    window.set_viewport_size({"width": 2000, "height": 1600})
    window.evaluate(
        "document.getElementById('frame').style.cssText = 'position:fixed;inset:0 auto auto 0;"
        "width:1920px;border-radius:0;box-shadow:none;z-index:9'"
    )
    clip = {"x": 0, "y": 0, "width": 1920, "height": 1080}
    for path in made.written[::4]:
        number = int(path.stem.rpartition("-")[2])
        window.locator("#strip .thumb").nth(number - 1).evaluate("button => button.click()")
        until(lambda at=number: says(window, "count").startswith(f"{at} /"))
        shown = Image.open(BytesIO(window.screenshot(clip=clip))).convert("L")
        printed = Image.open(path).convert("L")
        far = sum(ImageChops.difference(shown, printed).histogram()[96:])
        # Edges are smoothed otherwise; where anything stood elsewhere it would be hundreds.
        assert far < 1920 * 1080 / 500, (path.name, far)


def test_words_that_look_like_markup_stay_words(window: Any, outline: Path) -> None:
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    rewritten(outline, "一个目标、六条路径", f"一个目标{evil}、六条路径")
    until(lambda: "onerror" in says(window, "strip"))
    assert window.locator("img, #frame script, #strip script").count() == 0


def test_nothing_sticks_out_of_the_window(window: Any) -> None:
    for scheme, width in product(("light", "dark"), (360, 420, 800, 1024, 1920)):
        window.emulate_media(color_scheme=scheme)
        window.set_viewport_size({"width": width, "height": 900})
        until(lambda width=width: window.evaluate("innerWidth") == width)
        window.evaluate("new Promise(drawn => requestAnimationFrame(drawn))")
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        frame = window.locator("#frame").bounding_box()
        assert frame["x"] >= 0
        assert frame["x"] + frame["width"] <= width
        assert frame["width"] > width * 0.3


def test_what_is_edited_is_named_and_counted(window: Any, outline: Path) -> None:
    go(window, "compare", outline)
    point = window.locator("#frame [data-t]", has_text="原有").last
    point.click(force=True)
    window.wait_for_selector("#spot:not([hidden])")
    name = window.locator("#spot strong").text_content()
    slide = window.locator("#frame").bounding_box()
    assert window.locator("#spot").bounding_box()["y"] >= slide["y"] + slide["height"]
    window.locator("#spot button").click()
    assert name
    until(lambda: says(window, "pen-name") == name)
    window.fill("#pen-words", "一二三四五六七八九十")
    assert says(window, "pen-holds").startswith("已写 10 字")
    assert "Esc" in says(window, "pen-keys")
    window.keyboard.press("Escape")
    assert not window.locator("#glow").is_visible()
    window.keyboard.press("e")
    until(lambda: says(window, "pen-name") == "标题")


def test_notes_on_fit_are_told_when_asked_for_each_once_with_its_words(window: Any) -> None:
    def problems() -> bool:
        # What arrives late of the slide may turn to its evidence once more.
        window.keyboard.press("1")
        return says(window, "panel").startswith("没有问题")

    until(problems)
    assert window.locator("#panel .problems").count() == 0
    window.check("#panel .filter input")
    said = window.locator("#panel .said").all_text_contents()
    assert said
    assert len(said) == len(set(said))
    assert window.locator("#panel q").first.text_content()
    places = window.locator("#panel .problems .chip").all_text_contents()
    assert "一页简报" in places
    assert any(each.startswith("第 ") for each in places)
    assert "fitted" not in says(window, "panel")
    assert window.locator("#panel .problems > li").first.get_attribute("title") == "fitted"


def test_a_divider_is_dragged_and_its_place_is_kept(window: Any) -> None:
    def width() -> float:
        return float(window.locator(".side").bounding_box()["width"])

    before = width()
    at = window.locator("[data-sizes=side]").bounding_box()
    window.mouse.move(at["x"] + 3, 400)
    window.mouse.down()
    window.mouse.move(at["x"] - 77, 400)
    window.mouse.up()
    assert abs(width() - before - 80) < 2
    window.reload()
    window.wait_for_selector("#frame svg")
    assert abs(width() - before - 80) < 2
    window.locator("[data-sizes=side]").dblclick()
    assert width() == before


def test_the_printed_page_is_larger_where_it_is_clicked(window: Any) -> None:
    def width() -> float:
        return float(window.locator("#papers").bounding_box()["width"])

    window.click("#do-page")
    assert "一页简报" in says(window, "sheets")
    small = width()
    window.locator("#papers .paper").click()
    assert width() > 2 * small
    window.locator("#papers [data-t]").nth(1).click(force=True)
    window.wait_for_selector("#spot:not([hidden])")
    window.click("#enlarge")
    assert width() == small


def test_figures_that_match_their_source_are_marked_so(window: Any, outline: Path) -> None:
    go(window, "kpi", outline)
    window.locator("#frame [data-figure=gdp-2023]").first.click()
    window.wait_for_selector("#panel .evidence .matches")
    card = window.locator("#panel .evidence")
    assert card.locator(".matches").text_content() == "✓ 与原文一致"
    assert card.locator(".kind").text_content() == "已实现"
    assert "个已核对" in window.locator("#panel .proved").text_content()
    chip = card.locator(".uses .chip").first
    number = chip.text_content()
    chip.click()
    until(lambda: says(window, "count").startswith(f"{number} /"))


def test_downloads_stand_in_groups_below_what_is_open(window: Any, outline: Path) -> None:
    window.click("#do-download")
    heads = window.locator("#menu h3").all_text_contents()
    assert heads == ["各页", "简报", "长图", "文字"]
    assert window.locator("#menu button").nth(1).text_content() == "幻灯片（PDF）"
    assert window.locator("#menu .warn").count() == 0
    window.keyboard.press("Escape")
    rewritten(outline, "kind: agenda", "kind: agendum")
    window.wait_for_selector("#banner:not([hidden])")
    window.click("#do-download")
    said = window.locator("#menu .warn").all_text_contents()
    assert said == ["还有 1 个问题", "提纲有错误：下载的是上一个无误的版本"]
    with window.expect_download() as download:
        window.locator("#menu button").first.click()
    assert download.value.suggested_filename == "guangzhou-six-last-good.pptx"


def test_what_is_looked_for_is_found_across_lines_and_counted(window: Any) -> None:
    found = window.locator("#sheet .search li")
    window.keyboard.press("/")
    empty = window.locator("#sheet ol").bounding_box()["height"]
    # On the slide these words stand in two lines.
    window.keyboard.type("继续在高质量发展")
    until(lambda: found.count() > 0)
    window.fill("#sheet input", "广州")
    until(lambda: found.count() > 5)
    counted = window.locator("#sheet .counted").text_content()
    assert counted.startswith(f"{found.count()} 页")
    assert window.locator("#sheet ol").bounding_box()["height"] == empty
    assert found.nth(0).get_attribute("aria-current") == "true"
    window.keyboard.press("ArrowDown")
    assert found.nth(1).get_attribute("aria-current") == "true"
    number = found.nth(1).locator("i").text_content()
    window.keyboard.press("Enter")
    until(lambda: says(window, "count").startswith(f"{number} /"))


def test_all_slides_stand_by_their_sections_with_marks_of_problems(
    window: Any, outline: Path
) -> None:
    rewritten(outline, "kind: agenda", "kind: agendum")
    window.wait_for_selector("#strip [data-worst=error]")
    window.click("#do-grid")
    heads = window.locator("#sheet .grid h3").all_text_contents()
    assert heads == window.locator("#strip h2").all_text_contents()
    wrong = window.locator("#sheet .thumb[data-worst=error]")
    assert wrong.count() == 1
    assert wrong.get_attribute("aria-label").endswith("(错误)")
    for key in ("Home", "ArrowDown", "ArrowDown", "ArrowRight"):
        window.keyboard.press(key)
    number = window.evaluate("document.activeElement.querySelector('i').textContent")
    assert int(number) > 5
    window.keyboard.press("Enter")
    until(lambda: says(window, "count").startswith(f"{number} /"))


def test_on_a_narrow_screen_what_is_looked_at_is_in_the_middle(window: Any) -> None:
    window.set_viewport_size({"width": 420, "height": 860})
    for _ in range(8):
        window.locator("#turn-on").click()
    until(lambda: says(window, "count").startswith("9 /"))
    at = window.locator("#strip [aria-current]").bounding_box()
    assert abs(at["x"] + at["width"] / 2 - 210) < 12
    assert window.locator(".pick span").first.is_visible()


def test_kinds_are_called_by_their_names_in_the_outline(window: Any) -> None:
    window.click("#tab-outline")
    kinds = window.locator("#panel .outline small").all_text_contents()
    assert kinds[:3] == ["封面", "图示", "目录"]
    assert not any(each.isascii() for each in kinds)


# ---- presenting


@pytest.fixture
def speaker(windows: Callable[[str], Window], window: Any, server: Served) -> Any:
    """The speaker's page of a window, beside it; that a key opens it other tests see."""
    made = windows("zh-CN")
    made.beside = made.beside or made.context.new_page()
    made.beside.goto(f"{server.address}presenter")
    made.beside.wait_for_selector("#now svg")
    return made.beside


def test_what_is_not_read_aloud_is_folded_away_from_the_notes(speaker: Any) -> None:
    for expected in ("2 /", "3 /", "4 /"):
        speaker.keyboard.press("ArrowRight")
        until(lambda expected=expected: says(speaker, "page-of").startswith(expected))
    assert "羊城晚报" not in says(speaker, "said")
    assert not speaker.locator("#trail").is_visible()
    speaker.click("#proof summary")
    assert "羊城晚报" in speaker.locator("#trail").inner_text()
    slide, said = (speaker.locator(each).bounding_box() for each in ("#now", ".podium .said"))
    assert said["y"] >= slide["y"] + slide["height"]
    assert said["width"] >= slide["width"]


def test_a_speaker_goes_to_a_slide_by_number_or_from_the_row_of_slides(
    window: Any, speaker: Any
) -> None:
    speaker.keyboard.type("12")
    speaker.keyboard.press("Enter")
    until(lambda: says(window, "count").startswith("12 /"))
    assert says(speaker, "page-of").startswith("12 /")
    speaker.locator("#reel button").nth(2).click()
    until(lambda: says(window, "count").startswith("3 /"))
    assert len(says(speaker, "daytime").split(":")) == 2


def test_a_speaker_makes_the_screen_black_until_the_next_slide(window: Any, speaker: Any) -> None:
    def dark(page: Any) -> bool:
        return bool(page.evaluate("document.body.classList.contains('black')"))

    speaker.keyboard.press("b")
    until(lambda: dark(window))
    assert speaker.locator(".podium .dark").is_visible()
    speaker.keyboard.press("b")
    until(lambda: not dark(window))
    speaker.keyboard.press("b")
    speaker.keyboard.press("ArrowRight")
    until(lambda: not dark(window) and not dark(speaker))


def test_the_time_is_held_against_the_minutes_that_were_planned(
    window: Any, outline: Path, speaker: Any
) -> None:
    rewritten(outline, "kind: cover\n", "kind: cover\n    minutes: 3\n")
    until(lambda: "本页 3 分钟" in says(speaker, "plan"))
    assert "计划讲到此处 03:00" in says(speaker, "plan")
    # The others say nothing: what all take is not known, nor what is planned until after them.
    assert "共" not in says(speaker, "plan")
    speaker.keyboard.press("ArrowRight")
    until(lambda: says(speaker, "page-of").startswith("2 /"))
    until(lambda: "计划讲到此处" not in says(speaker, "plan"))
    speaker.keyboard.press("ArrowLeft")
    assert "用时" not in says(speaker, "said")
    until(lambda: "【用时】3分钟" in says(window, "notes"))


def test_on_the_whole_screen_keys_go_to_a_number_and_make_it_black(window: Any) -> None:
    window.keyboard.press("f")
    until(lambda: window.evaluate("document.body.classList.contains('showing')"))
    window.keyboard.press("7")
    window.keyboard.press("Enter")
    until(lambda: says(window, "count").startswith("7 /"))
    assert window.locator("#frame").is_visible()
    window.keyboard.press("b")
    assert not window.locator("#frame").is_visible()
    window.keyboard.press("ArrowRight")
    until(lambda: window.locator("#frame").is_visible())
    assert says(window, "count").startswith("8 /")


def test_the_speaker_s_window_is_used_by_keys_alone(speaker: Any) -> None:
    speaker.focus("#time-run")
    speaker.keyboard.press("Enter")
    until(lambda: says(speaker, "time-run") == "暂停")
    speaker.keyboard.press("Tab")
    assert speaker.evaluate("document.activeElement.id") == "time-zero"
    link = speaker.locator("#now a[data-page]").first
    wanted = link.get_attribute("data-page")
    link.focus()
    speaker.keyboard.press("Enter")
    until(lambda: speaker.url.endswith(f"#{wanted}"))
    assert not says(speaker, "page-of").startswith("1 /")


def test_a_slide_is_edited_as_text_beside_it_taken_back_and_done_again(
    window: Any, outline: Path
) -> None:
    go(window, "compare", outline)
    before = outline.read_bytes()
    window.keyboard.press("t")
    window.wait_for_selector("#panel textarea")
    words = window.input_value("#panel textarea")
    assert words.startswith("id: ")
    assert "kind: compare" in words
    window.fill("#panel textarea", words.replace("老路子行不通", "老路子走不通"))
    window.keyboard.press("Control+Enter")
    until(lambda: "走不通" in says(window, "frame"))
    changed = outline.read_text("utf-8")
    assert changed.count("走不通") == 1
    assert changed.replace("走不通", "行不通") == before.decode()
    window.click("#stage")
    window.keyboard.press("u")
    until(lambda: outline.read_bytes() == before)
    until(lambda: "走不通" not in window.input_value("#panel textarea"))
    window.click("#do-redo")
    until(lambda: "走不通" in says(window, "frame"))


def test_text_that_is_no_slide_is_refused_and_kept(window: Any, outline: Path) -> None:
    go(window, "compare", outline)
    before = outline.read_bytes()
    window.keyboard.press("t")
    window.wait_for_selector("#panel textarea")
    window.fill("#panel textarea", "id: [")
    window.keyboard.press("Control+Enter")
    window.wait_for_selector("#panel .pen-said:not([hidden])")
    assert window.input_value("#panel textarea") == "id: ["
    assert outline.read_bytes() == before


def seen(window: Any, place: str) -> list[str]:
    """The paragraphs of a picture that are seen."""
    found = window.locator(f"{place} [data-p]")
    return [
        each.text_content() for each in found.all() if each.evaluate("e => !e.closest('.later')")
    ]


def test_points_come_in_click_by_click_for_audience_and_speaker(window: Any, outline: Path) -> None:
    rewritten(outline, "kind: compare\n", "kind: compare\n    build: true\n")
    go(window, "compare", outline)
    until(lambda: window.locator("#frame [data-step], #frame [data-parts]").count())
    whole = seen(window, "#frame")
    with window.context.expect_page() as opened:
        window.keyboard.press("p")
    speaker = opened.value
    speaker.wait_for_selector("#now svg")
    until(lambda: says(speaker, "step-of").startswith("第 0／"))
    assert seen(window, "#frame") == whole
    window.bring_to_front()
    window.keyboard.press("f")
    until(lambda: window.evaluate("document.body.classList.contains('showing')"))
    until(lambda: len(seen(window, "#frame")) < len(whole))
    first = len(seen(window, "#frame"))
    page = says(speaker, "page-of")
    window.keyboard.press("ArrowRight")
    until(lambda: len(seen(window, "#frame")) > first)
    until(lambda: says(speaker, "step-of").startswith("第 1／"))
    assert says(speaker, "page-of") == page
    for _ in range(9):
        window.keyboard.press("ArrowRight")
    until(lambda: says(speaker, "page-of") != page)
    window.keyboard.press("End")
    window.keyboard.press("ArrowRight")
    until(lambda: window.evaluate("document.body.classList.contains('ended')"))
    window.keyboard.press("ArrowLeft")
    until(lambda: not window.evaluate("document.body.classList.contains('ended')"))


def test_the_speaker_s_pointer_is_seen_in_the_other_window(window: Any) -> None:
    with window.context.expect_page() as opened:
        window.keyboard.press("p")
    speaker = opened.value
    speaker.wait_for_selector("#now svg")
    speaker.keyboard.press("l")
    assert window.locator("#laser").is_hidden()
    box = speaker.locator("#now").bounding_box()
    speaker.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 4)
    until(lambda: window.locator("#laser").is_visible())
    dot, frame = window.locator("#laser").bounding_box(), window.locator("#frame").bounding_box()
    assert abs(dot["x"] + dot["width"] / 2 - frame["x"] - frame["width"] / 2) < 3
    assert abs(dot["y"] + dot["height"] / 2 - frame["y"] - frame["height"] / 4) < 3
    speaker.keyboard.press("l")
    until(lambda: window.locator("#laser").is_hidden())


def test_figures_are_signed_off_one_by_one_until_they_change(window: Any, outline: Path) -> None:
    go(window, "kpi", outline)
    window.keyboard.press("2")
    boxes = window.locator("#panel .signing input")
    until(lambda: boxes.count() > 1)
    boxes.first.check()
    assert says(window, "panel").count("1／") == 1
    window.reload()
    window.wait_for_selector("#frame svg")
    go(window, "kpi", outline)
    until(lambda: boxes.count() > 1 and boxes.first.is_checked())
    assert not boxes.nth(1).is_checked()


def test_nothing_moves_when_an_error_comes(window: Any, outline: Path) -> None:
    before = window.locator("#frame").bounding_box()
    rewritten(outline, "kind: agenda", "kind: agendum")
    window.wait_for_selector("#banner:not([hidden])")
    assert window.locator("#frame").bounding_box() == before


def test_the_line_that_is_wrong_is_told_between_its_neighbours(window: Any, outline: Path) -> None:
    rewritten(outline, "kind: agenda", "kind: agendum")
    window.wait_for_selector("#banner:not([hidden])")
    lines = outline.read_text("utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if "kind: agendum" in line)
    assert window.locator("#banner .excerpt code").all_text_contents() == lines[at - 1 : at + 2]
    assert window.locator("#banner .wrong i").text_content() == str(at + 1)
    banner, strip = (window.locator(each).bounding_box() for each in ("#banner", "#strip"))
    assert banner["x"] >= strip["x"] + strip["width"]


def test_without_problems_the_panel_begins_with_where_figures_come_from(window: Any) -> None:
    assert window.locator("#tab-figures").get_attribute("aria-selected") == "true"
    until(lambda: window.locator("#panel .signing li").count())
    window.keyboard.press("1")
    window.reload()
    window.wait_for_selector("#panel .signing li")
    figures = {
        each.get_attribute("data-figure") for each in window.locator("#frame [data-figure]").all()
    }
    assert len(figures) == window.locator("#panel .signing li").count()
    window.keyboard.press("1")
    total = says(window, "panel").partition("：")[2].partition(" ")[0]
    window.keyboard.press("2")
    until(lambda: f"全稿 {total} 个数字，{total} 个已核对" in says(window, "panel"))


def test_what_cannot_be_edited_in_the_notes_is_told(window: Any, outline: Path) -> None:
    go(window, "topic", outline)
    assert window.locator("#edit-notes").is_visible()
    window.click("#edit-notes")
    assert "来自专题" in says(window, "notes-why")
    assert window.locator("#pen").is_hidden()


def test_the_slide_has_most_of_the_width_and_what_was_asked_for_is_kept(window: Any) -> None:
    assert window.locator("#frame").bounding_box()["width"] >= 0.6 * 1440
    assert window.locator("#sheets").is_hidden()
    window.click("#do-page")
    window.wait_for_selector("#papers .paper svg")
    window.reload()
    window.wait_for_selector("#papers .paper svg")


def test_a_speaker_s_times_and_signs_are_named(window: Any, outline: Path, speaker: Any) -> None:
    told = speaker.locator(".timer .told").all_inner_texts()
    assert [each.split()[0] for each in told] == ["已用", "现在"]
    for each in speaker.locator(".timer button[data-icon]").all():
        assert each.get_attribute("title").startswith(each.get_attribute("aria-label"))
    rewritten(outline, "  slug: guangzhou-six\n", "  slug: guangzhou-six\n  minutes: 20\n")
    until(lambda: "共 20 分钟 · 还剩 20:00" in says(speaker, "plan"))


@pytest.mark.parametrize("tongue", ["en-US", "zh-CN"])
def test_a_narrow_page_is_no_wider_than_its_window_and_nothing_touches_its_edge(
    windows: Callable[[str], Window], unchanged: Served, tongue: str
) -> None:
    with opened(windows(tongue), unchanged, 360) as page:
        page.wait_for_selector("#panel .evidence")
        cut = "e => e.scrollHeight > e.clientHeight + 1"
        assert not page.locator(".notes").evaluate(cut)
        assert page.evaluate("document.querySelector('.desk').scrollTop") == 0
        assert page.locator("#strip").bounding_box()["height"] > 60
        for width in (360, 1180, 1440):
            page.set_viewport_size({"width": width, "height": 820})
            until(lambda width=width: page.evaluate("innerWidth") == width)
            last = page.locator("#tab-outline").bounding_box()
            assert last["x"] + last["width"] <= width - 6
            for name in ("undo", "redo", "presenter", "full", "more"):
                assert page.locator(f"#do-{name}").is_visible()
            assert page.locator("#do-full span").is_visible()
        page.set_viewport_size({"width": 360, "height": 740})
        until(lambda: page.evaluate("innerWidth") == 360)
        for name in ("text", "problems", "figures", "outline"):
            page.click(f"#tab-{name}")
            until(lambda: page.locator("#panel > *").count())
            assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
            for each in ("header.bar", "main.desk", "#panel"):
                box = page.locator(each).bounding_box()
                assert box["x"] >= 0, each
                assert box["x"] + box["width"] <= 360.5, each
