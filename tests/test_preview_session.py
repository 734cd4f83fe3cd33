"""What is shown of an outline while it is written: which drawings are new, where words stand."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from previews import copied

from briefgen.preview.places import Spot, page_at, written
from briefgen.preview.session import Session, View
from briefgen.preview.watch import Watch
from briefgen.scene.walk import texts


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    made = Session.of(copied(tmp_path_factory.mktemp("session")))
    made.show(View())
    made.complete(View())
    return made


@pytest.mark.slow
def test_what_is_written_on_slides_is_found_in_the_file(session: Session) -> None:
    """Of the texts of the slides nearly all lead to the line that holds their words."""
    content = session.shown[View()].content
    assert content is not None
    lines = session.outline.read_text("utf-8").splitlines()
    figures = {
        id: f"{each.quantity.qualifier}{each.quantity.written} {each.period}"
        for id, each in content.brief.figures.items()
    }
    found = missed = 0
    for drawn in content.slides:
        slide = next((each for each in content.brief.deck if each.mark == drawn.page.mark), None)
        if slide is None or slide.kind in ("sources", "agenda", "section", "cover"):
            continue
        for number, text in enumerate(texts(drawn.page.items)):
            for at, paragraph in enumerate(text.paragraphs):
                origin = written(content, drawn.page, Spot(number, at))
                if origin.text is None or origin.mark.file != "content/outline.yaml":
                    continue
                plain = [run.text for run in paragraph.runs if not run.figure and len(run.text) > 3]
                line = lines[origin.mark.line - 1]
                near = "".join(lines[origin.mark.line - 1 : origin.mark.line + 3])
                # What a figure says stands where its id does.
                ids = re.findall(r"\{([a-z0-9-]+)", near)
                own = "".join(figures[id] for id in ids if id in figures)
                hit = not plain or any(each[:4] in line + near + own for each in plain)
                found, missed = found + hit, missed + (not hit)
    assert found > 60
    assert missed <= found // 50


def test_the_title_of_a_slide_is_its_own(session: Session) -> None:
    content = session.shown[View()].content
    assert content is not None
    for drawn in content.slides[5:9]:
        slide = next(each for each in content.brief.deck if each.mark == drawn.page.mark)
        said = ["".join(p.text for p in each.paragraphs) for each in texts(drawn.page.items)]
        origin = written(content, drawn.page, Spot(said.index(str(slide.title))))
        assert origin.text == slide.title


def test_a_line_of_a_topic_leads_to_the_slide_that_shows_it(session: Session) -> None:
    shown = session.shown[View()]
    at = page_at(shown.slides, "content/topics.yaml", 30)
    assert at is not None
    assert shown.slides[at].page.kind in ("topic", "topics", "section", "cards", "graphic")


def test_a_fault_of_a_kind_does_not_end_the_preview(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("briefgen.preview.session.composed", fails)
    shown = session.show(View())
    assert shown.stale
    assert shown.slides
    assert "program-fault" in [each.code for each in shown.problems]
    monkeypatch.undo()
    assert not session.show(View()).stale


def test_files_that_change_appear_and_go_are_seen(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for hidden in ("out", ".git", "node_modules"):
        (tmp_path / hidden).mkdir()
    file = tmp_path / "content" / "outline.yaml"
    file.write_text("a: b\n")
    watch = Watch(tmp_path)
    assert watch.look() == frozenset()
    assert watch.look() == frozenset()
    file.write_text("a: c, longer\n")
    assert watch.look() == {file}
    other = tmp_path / "content" / "new.csv"
    other.write_text("x")
    (tmp_path / "out" / "a.pptx").write_text("x")
    (tmp_path / ".git" / "index").write_text("x")
    assert watch.look() == {other}
    moved = tmp_path / "content" / "moved"
    moved.write_text("a: d, longer\n")
    moved.replace(file)
    assert file in watch.look()
    other.unlink()
    assert watch.look() == {other}


@pytest.mark.slow
def test_a_memory_of_many_changes_stays_bounded(session: Session) -> None:
    whole = session.outline.read_text("utf-8")

    def objects(changes: int) -> int:
        for count in range(changes):
            words = "再造新广州" + "啊" * (count % 3)
            session.outline.write_text(whole.replace("再造新广州", words, 1), "utf-8")
            session.show(View())
        gc.collect()
        return len(gc.get_objects())

    try:
        before = objects(6)
        assert objects(12) < before * 1.05
    finally:
        session.outline.write_text(whole, "utf-8")
