"""What a plug-in may import, and the page that says how a kind is made: its example is run."""

from __future__ import annotations

import ast
import pydoc
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from pptx import Presentation
from test_pdf import elements
from typed import checked

import briefgen
from briefgen import plugin
from briefgen.colours import TOKENS
from briefgen.geometry import pt
from briefgen.kinds import kinds
from briefgen.outline.convert import fields_of
from briefgen.outline.written import SlideForm
from briefgen.parts.text import RunningStep, down
from briefgen.scene.layouts import NOTE_INDEX, TRACK_INDEX, deck_layouts
from briefgen.scene.placeholders import Layout
from briefgen.theme.model import DECK
from briefgen.typography.markers import Scheme

PACKAGE = Path(briefgen.__file__).parent
PAGE = (PACKAGE.parent / ".github/PLUGINS.md").read_text("utf-8")
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", PAGE, re.DOTALL))
# To take a name out of here breaks the packages of others.
PROMISED = (
    "BODY BODY_NOTED DATE DECK GUTTER ICON NOWHERE SLUG Bullet Context Doc Group Image Item Kind "
    "Length Mark Message Name Named Names Numbering Page Paragraph Pattern Record Rect Ref Rule "
    "Shape Slide Slot Stroke Subject Text Topic Verbatim Wanted Words column down fill framed hang "
    "icon label mm numeral para picture pt replace set_box set_boxes slot spread words"
).split()


def section(title: str) -> str:
    """A section of the page."""
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, timeout=600,
        capture_output=True, text=True, encoding="utf-8",
        env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The example, with what an installer writes beside it."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    project = tomllib.loads(FILES["pyproject.toml"])["project"]
    name, version = project["name"], project["version"]
    info = tmp_path / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    told = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    (info / "METADATA").write_text(told, "utf-8")
    points = [
        f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in each.items())
        for group, each in project["entry-points"].items()
    ]
    (info / "entry_points.txt").write_text("\n".join(points), "utf-8")
    return tmp_path


def test_what_may_be_imported_is_this_and_no_more() -> None:
    assert sorted(plugin.__all__) == sorted(PROMISED)
    for name in PROMISED:
        value = getattr(plugin, name)
        assert value is not None
        if callable(value):
            assert value.__doc__, f"{name} says nothing of itself"
    module = ast.parse(Path(plugin.__file__).read_text("utf-8"))
    brought = [a.name for n in module.body if isinstance(n, ast.ImportFrom) for a in n.names]
    assert sorted(brought) == sorted([*PROMISED, "annotations"])


def test_the_page_names_all_that_may_be_imported_and_no_more() -> None:
    named = re.findall(r"`(\w+)`", section("What there is to import"))
    assert sorted(named) == sorted(PROMISED)


def test_importing_it_loads_no_renderer_and_reads_no_outline(tmp_path: Path) -> None:
    heavy = "('briefgen.render', 'briefgen.pages', 'briefgen.build', 'briefgen.cli', 'pptx', "
    heavy += "'reportlab', 'PIL', 'pypdfium2', 'openpyxl', 'click', 'rich')"
    code = f"import sys, briefgen.plugin; print([m for m in sys.modules if m.startswith({heavy})])"
    done = python(tmp_path, "-c", code)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_page_knows_the_layouts_the_keys_of_every_slide_and_the_colours() -> None:
    listed = PAGE.partition("with the indices of its bodies:\n\n")[2].partition("\n\n")[0]
    said = dict(re.findall(r"`(.*?)`\s(none|[\d–]+(?: and \d+)?)", listed))
    assert said == {layout.id: indices(layout) for layout in deck_layouts()}
    bare = PAGE.partition("Those of the deck's own slides (")[2].partition(" have no place")[0]
    named = re.findall("`(.*?)`", bare)
    assert sorted(named) == sorted(
        layout.id
        for layout in deck_layouts()
        if all(each.slot.index != NOTE_INDEX for each in layout.slots)
    )
    taken = PAGE.partition("A field may not be called ")[2].partition(":")[0]
    assert set(re.findall("`(.*?)`", taken)) == {field.name for field in fields_of(SlideForm)}
    colours = PAGE.partition("Colours are the theme's: ")[2].partition(" for marks")[0]
    assert set(re.findall("`(.*?)`", colours)) <= set(TOKENS)
    assert "Those that briefgen brings" in PAGE
    assert len(kinds().built_in) == 48


def indices(layout: Layout) -> str:
    """The indices of a layout's bodies as the page writes them."""
    found = [
        each.slot.index
        for each in layout.slots
        if each.slot.role == "body" and each.slot.index < TRACK_INDEX
    ]
    if len(found) > 1 and found == list(range(1, len(found) + 1)):
        return f"1–{len(found)}"
    return " and ".join(map(str, found)) or "none"


def test_the_page_knows_the_sizes_and_the_numbering_schemes() -> None:
    sizes = PAGE.partition("The sizes of `DECK`, in points: ")[2].partition(". `down`")[0]
    said = {name: int(points) for name, points in re.findall(r"`(.*?)`\s(\d+)", sizes)}
    assert said == {name: step.size / pt(1) for name, step in DECK.items()}
    ends: dict[RunningStep, int] = {"lead": 4, "head": 3, "body": 2}
    assert all(down(name, steps - 1) == DECK["dense"] for name, steps in ends.items())
    schemes = PAGE.partition("The schemes are")[2].partition("`level`")[0]
    assert re.findall("`(.*?)`", schemes) == list(get_args(Scheme))


def test_a_signature_of_what_may_be_imported_is_shown() -> None:
    shown = pydoc.render_doc(plugin.para, renderer=pydoc.plaintext)
    assert re.search(r"hanging: '?int\b", shown)


def test_the_example_imports_the_plug_in_module_alone() -> None:
    froms = re.findall(r"^(?:from|import) (\S+)", FILES["tiers.py"], re.MULTILINE)
    assert froms == ["__future__", "typing", "briefgen.plugin"]


@pytest.mark.slow
def test_the_examples_own_tests_pass(package: Path) -> None:
    done = python(package, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_tiers.py")
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout


@pytest.mark.slow
def test_the_example_has_two_levels_in_the_deck_and_in_the_prints_tags(package: Path) -> None:
    formats = ("--format", "deck", "--format", "handout")
    done = python(package, "-m", "briefgen", "build", "outline.yaml", "--out", "out", *formats)
    assert done.returncode == 0, done.stderr
    slide = Presentation(str(package / "out/plan.pptx")).slides[0]
    (body,) = [each for each in slide.placeholders if "一抓到底" in each.text_frame.text]
    levels = [str(paragraph.level) for paragraph in body.text_frame.paragraphs]
    assert levels == list("01110011")
    assert slide.element.xpath("count(//p:bldP | //p:txEl)") > 0
    pdf = (package / "out/plan-handout.pdf").read_bytes()
    (outer,) = [node for node in elements(pdf, "L") if node["/P"]["/S"] != "/LBody"]
    items = [kid.get_object()["/K"][1].get_object() for kid in outer["/K"]]
    within = [
        [kid.get_object()["/S"] for kid in item["/K"] if not isinstance(kid, int)] for item in items
    ]
    assert within == [["/P", "/L"], [], ["/L"]]


@pytest.mark.slow
def test_the_example_is_one_numbered_list_in_markdown(package: Path) -> None:
    done = python(package, "-m", "briefgen", "build", "outline.yaml", "--out", "out", "-f", "md")
    assert done.returncode == 0, done.stderr
    said = (package / "out/plan.md").read_text("utf-8").partition("#plan}\n\n")[2]
    assert re.sub(r"(?m)^( *(?:\d\.|-)? ?)(\S\S\S).*", r"\1\2", said).splitlines() == [
        "1. **先",
        "",
        "   新的产",
        "   - 先把新",
        "   - 再把旧",
        "2. **同",
        "3. **一",
        "   - 各区认",
        "   - 每月对",
    ]


@pytest.mark.slow
def test_the_example_is_described_as_a_kind_of_briefgens_own(package: Path) -> None:
    told = python(package, "-m", "briefgen", "kinds", "--fields").stdout
    assert "\ntiers        One to six numbered points in two levels.\n" in told
    assert "points       list of (head, text?, points?), 1–6 of them: {head, text, points}" in told
    assert '"tiers"' in python(package, "-m", "briefgen", "schema").stdout
    explained = python(package, "-m", "briefgen", "--lang", "zh", "explain", "tiers-alone").stdout
    assert "只有一条，就不成列表" in explained
    assert "tiers-alone" in python(package, "-m", "briefgen", "explain").stdout


@pytest.mark.slow
def test_mypy_proves_that_a_kind_composes_its_own_fields(
    package: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def found(code: str) -> str:
        (package / "tiers.py").write_text(code, "utf-8")
        return checked(package / "tiers.py", tmp_path_factory)

    right = FILES["tiers.py"]
    assert found(right).startswith("Success")
    other = "fields=Point, compose=compose, "
    assert '"compose"' in found(right.replace("fields=Tiers, compose=compose, ", other))
    assert 'has no attribute "heads"' in found(right.replace("fields.points[0]", "fields.heads[0]"))


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").read_bytes() == b""
