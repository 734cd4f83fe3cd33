"""The versions of the reference content: each a story of its own, clean, in its own language."""

import re
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from briefgen.build import Loaded, Report, Request, build, load
from briefgen.facts.quantity import display

OUTLINE = Path(__file__).resolve().parents[1] / "content" / "outline.yaml"
AUDIENCES = ("cadre", "citizen", "enterprise", "investor", "overseas")
HAN = re.compile(r"[㐀-鿿]")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Every deck and brief, built as strictly as can be."""
    out = tmp_path_factory.mktemp("audiences")
    return build(Request(OUTLINE, AUDIENCES, out=out, strict=True))


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(Request(OUTLINE, AUDIENCES))


def _file(made: Report, name: str) -> Path:
    return next(path for path in made.written if path.name == f"guangzhou-six-{name}")


def _titles(made: Report, audience: str) -> list[str]:
    deck = Presentation(str(_file(made, f"{audience}.pptx")))
    return [slide.shapes.title.text for slide in deck.slides]


@pytest.mark.slow
def test_every_pair_is_made_without_a_warning(made: Report) -> None:
    assert sorted(path.name for path in made.written) == sorted(
        f"guangzhou-six-{audience}.{ending}" for audience in AUDIENCES for ending in ("pptx", "pdf")
    )
    assert [p for p in made.problems if p.severity != "note"] == []


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_deck_is_short_enough_to_be_given(made: Report, audience: str) -> None:
    titles = _titles(made, audience)
    # The list of sources is read afterwards, however many pages it takes.
    listed = [each for each in titles if each.startswith(("每个数字都有出处", "Every figure"))]
    assert 8 <= len(titles) - len(listed[1:]) <= 14


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_brief_is_one_page(made: Report, audience: str) -> None:
    assert len(PdfReader(_file(made, f"{audience}.pdf")).pages) == 1


@pytest.mark.slow
def test_no_two_decks_tell_the_same_story(made: Report) -> None:
    """Between the cover and the sources, hardly a title stands in two decks; no call does."""
    for number, one in enumerate(AUDIENCES):
        for other in AUDIENCES[number + 1 :]:
            mine, theirs = _titles(made, one), _titles(made, other)
            shared = {title for title in mine[1:] if "出处" not in title} & set(theirs)
            assert len(shared) <= 1, (one, other, shared)
            assert mine[-1] != theirs[-1]


def test_every_version_leads_with_figures_of_its_own(loaded: Loaded) -> None:
    leads = {
        name: tuple(ref.id for ref in brief.page.figures) for name, brief in loaded.briefs.items()
    }
    assert leads["enterprise"][:2] == ("new-land", "plants")
    assert leads["cadre"][0] == "village-renewal"
    assert leads["overseas"][0] == "gdp-2023"
    assert len(set(leads.values())) == len(AUDIENCES)


@pytest.mark.slow
def test_an_english_reader_meets_no_chinese(made: Report) -> None:
    """Neither on slides nor in notes, alternative texts or properties; nor in the brief."""
    deck = Presentation(str(_file(made, "overseas.pptx")))
    words = [deck.core_properties.title, deck.core_properties.subject]
    for slide in deck.slides:
        words += [text.text for text in slide._element.iter("{*}t")]
        words += [shape.get("descr", "") for shape in slide._element.iter("{*}cNvPr")]
        words.append(slide.notes_slide.notes_text_frame.text)
    pdf = PdfReader(_file(made, "overseas.pdf"))
    words += [page.extract_text() for page in pdf.pages]
    words += [str(value) for value in (pdf.metadata or {}).values()]
    assert [found for found in words if found and HAN.search(found)] == []


def test_a_translated_quote_states_its_figure(loaded: Loaded) -> None:
    brief = loaded.briefs["overseas"]
    translated = {id: f for id, f in brief.figures.items() if f.translation}
    assert len(translated) > 30
    for id, figure in translated.items():
        shown = display(figure.quantity, "en")
        assert figure.translation
        assert shown.number + shown.unit in figure.translation["en"], id


def test_english_stays_short(loaded: Loaded) -> None:
    """Topics on the page in 22 words, measures in 30, titles in 12: one breath each."""
    brief = loaded.briefs["overseas"]
    for topic in brief.topics:
        assert len(str(topic.summary).split()) <= 22, topic.id
        assert all(len(str(measure.text).split()) <= 30 for measure in topic.measures), topic.id
    assert all(len(str(slide.title).split()) <= 12 for slide in brief.deck)
