"""Files that somebody sends as templates: what is refused, in plain words and at once, and what of
the others does not travel."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import templates
from click.testing import CliRunner
from lxml import etree
from tellings import assert_told

from briefgen.cli import briefgen
from briefgen.problems import Problems
from briefgen.template.clean import cleaned, kept
from briefgen.template.parts import take
from briefgen.template.read import Template, open_template
from briefgen.template.scan import scan


def opened(data: bytes, folder: Path, name: str = "house.pptx") -> tuple[Template | None, Problems]:
    path, problems = folder / name, Problems()
    path.write_bytes(data)
    return open_template(path, problems), problems


HOSTILE: list[tuple[Callable[[], bytes], str]] = [
    (templates.bomb, "template-bomb"),
    (templates.doctype, "template-doctype"),
    (templates.encrypted, "template-encrypted"),
    (templates.flagged, "template-encrypted"),
    (templates.twice, "template-twice"),
    (templates.without_layouts, "template-no-layouts"),
    (templates.without_master, "template-no-master"),
    (templates.without_theme, "template-damaged"),
    (templates.layout_alone, "template-damaged"),
    (templates.many, "template-many-parts"),
    (templates.truncated, "template-truncated"),
    (templates.leads_out, "template-leads-out"),
    (templates.large, "template-large-part"),
    (templates.expands, "template-expands"),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "code"), HOSTILE, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_hostile_file_is_refused_in_plain_words_within_two_seconds(
    make: Callable[[], bytes], code: str, tmp_path: Path
) -> None:
    data = make()
    start = time.process_time()
    template, problems = opened(data, tmp_path)
    assert time.process_time() - start < 2
    assert template is None
    assert assert_told(code, problems).advice("en")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "removed"),
    [
        (templates.macros, {"macros"}),
        (templates.with_object, {"object"}),
        (templates.cyclic, set()),
        (templates.utf16, set()),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_may_not_travel_stays_behind_and_the_rest_is_used(
    make: Callable[[], bytes], removed: set[str], tmp_path: Path
) -> None:
    data = make()
    start = time.process_time()
    template, problems = opened(data, tmp_path)
    assert time.process_time() - start < 2
    assert template is not None
    assert not problems.fatal
    assert {each.what for each in template.taken.removed} - {"addin", "dangling"} == removed
    assert len(template.held.boards) == 11
    assert template.board("cover").label == "Title Slide"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "template-empty"),
        (b"%PDF-1.7", "template-no-deck"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document".encode("utf-16-le"),
            "template-old",
        ),
        (templates.zipped({"word/document.xml": b"<x/>"}), "template-word"),
        (templates.zipped({"xl/workbook.xml": b"<x/>"}), "template-sheet"),
        (templates.zipped({"content.xml": b"<x/>"}), "template-no-deck"),
        (
            templates.changed(templates.MASTER, lambda text: text.replace("</p:cSld>", "")),
            "template-damaged",
        ),
    ],
    ids=["empty", "pdf", "ppt", "word", "excel", "other", "broken"],
)
def test_what_is_no_presentation_is_told_as_what_it_is(
    data: bytes, code: str, tmp_path: Path
) -> None:
    template, problems = opened(data, tmp_path)
    assert template is None
    assert_told(code, problems)


def test_a_template_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "a.pptx", "template-missing"),
        (tmp_path, "template-not-a-file"),
    ):
        problems = Problems()
        assert open_template(path, problems) is None
        assert_told(code, problems)


def test_the_picture_of_an_embedded_object_stays_in_its_place() -> None:
    taken = cleaned(take(scan(templates.with_object())))
    layout = taken.parts["/ppt/slideLayouts/slideLayout7.xml"]
    root = etree.fromstring(layout.data)
    assert not root.findall(".//{*}oleObj")
    assert [each.get("name") for each in root.findall(".//{*}pic//{*}cNvPr")] == ["Object"]
    assert [each.word for each in layout.relations] == ["slideMaster", "image"]
    assert "/ppt/media/seen.png" in kept(taken)
    assert not any("embeddings" in name for name in kept(taken))


@pytest.mark.parametrize(
    "link",
    ['action="ppaction://macro?name=Go"', 'action="ppaction://program"', 'r:id="rId99"'],
)
def test_a_link_that_runs_something_or_leads_nowhere_goes(link: str) -> None:
    click = f"<a:hlinkClick {templates.R} {link}/>"
    data = templates.changed(
        templates.MASTER,
        lambda text: text.replace("</p:cNvPr>", "", 1).replace(
            'name="Title Placeholder 1"/>', f'name="Title Placeholder 1">{click}</p:cNvPr>', 1
        ),
    )
    taken = cleaned(take(scan(data)))
    assert b"hlinkClick" in scan(data)[templates.MASTER]
    assert b"hlinkClick" not in taken.parts[f"/{templates.MASTER}"].data


def test_what_is_linked_or_runs_is_reported_and_links_alone_stay() -> None:
    mode = ' TargetMode="External"'
    for kind, target, more, removed in (
        ("control", "../activeX/a.xml", "", "control"),
        ("image", "http://example.org/a.png", mode, "outside"),
        ("hyperlink", "file:///c:/a.exe", mode, "outside"),
        ("hyperlink", "https://example.org", mode, ""),
    ):
        taken = take(scan(templates.related(templates.MASTER, kind, target, more, b"<x/>")))
        told = {each.what for each in taken.removed} - {"addin", "dangling"}
        assert told == ({removed} if removed else set()), target
        kept = [each.target for each in taken.parts[f"/{templates.MASTER}"].relations]
        assert (target in kept) == (not removed)


def test_only_what_the_masters_lead_to_is_kept() -> None:
    parts = templates.files()
    parts["ppt/media/lonely.png"] = templates.png()
    names = kept(cleaned(take(scan(templates.zipped(parts)))))
    assert f"/{templates.MASTER}" in names
    assert "/ppt/theme/theme1.xml" in names
    assert not any(word in name for name in names for word in ("lonely", "docProps", "printer"))


def test_a_strict_file_is_read_as_others_are(tmp_path: Path) -> None:
    pairs = (
        ("http://schemas.openxmlformats.org/presentationml/2006/main", "presentationml/main"),
        ("http://schemas.openxmlformats.org/drawingml/2006/main", "drawingml/main"),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "officeDocument/relationships",
        ),
    )
    parts = templates.files()
    for loose, strict in pairs:
        for name, data in parts.items():
            new = f"http://purl.oclc.org/ooxml/{strict}".encode()
            parts[name] = data.replace(loose.encode(), new)
    template, problems = opened(templates.zipped(parts), tmp_path)
    assert template is not None, list(problems)
    assert template.board("content").label == "Title and Content"


def test_the_doctor_says_that_a_file_cannot_be_used_and_exits_with_one(tmp_path: Path) -> None:
    (tmp_path / "house.pptx").write_bytes(templates.encrypted())
    for tongue, said in (("en", "cannot be used"), ("zh", "不能用")):
        ran = CliRunner().invoke(
            briefgen, ["template", str(tmp_path / "house.pptx"), "--lang", tongue]
        )
        assert ran.exit_code == 1
        assert said in ran.output


def test_what_is_left_of_a_file_opens_in_another_library() -> None:
    from pptx import Presentation

    from briefgen.template.parts import zipped

    made = zipped(cleaned(take(scan(templates.macros()))))
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert not any("vba" in name for name in archive.namelist())
    assert len(Presentation(BytesIO(made)).slide_layouts) == 11
