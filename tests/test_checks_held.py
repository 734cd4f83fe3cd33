"""What is read of finished files, what was meant and promised, what is told of files of another
scene, and where words that nobody may see are found, as hashes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from prints import ROOT, held, mostly_slow
from variants import VARIANTS, dressed, varied

from briefgen.brief.model import Brief, Secret
from briefgen.build import BASE, Request, load
from briefgen.checks import leaks, meant, promised
from briefgen.checks.compare import differences
from briefgen.checks.verify import verify
from briefgen.formats import FORMATS, composed
from briefgen.problems import Problems, phrase
from briefgen.record import replace
from briefgen.render.pdf import readback as pdf_readback
from briefgen.render.pptx import readback as pptx_readback
from briefgen.request import Printing
from briefgen.scene.scene import Scene
from briefgen.theme.model import Theme

CASES = Path(__file__).parent / "cases"
# The case, the format, and how it is printed.
CHECKED = {
    "charts": ("charts", "deck", Printing()),
    "charts-sheets": ("charts", "handout", Printing(handout="4")),
    "kinds": ("kinds", "deck", Printing()),
    "kinds-notes": ("kinds", "handout", Printing(handout="notes")),
    "ordinary": ("ordinary", "deck", Printing()),
    "ordinary-page": ("ordinary", "brief", Printing(style="article")),
    "ordinary-notes": ("ordinary", "handout", Printing(handout="notes")),
    "movement": ("movement", "deck", Printing()),
    "movement-page": ("movement", "brief", Printing()),
    "movement-text": ("movement", "md", Printing()),
}


def told(problems: Problems) -> str:
    return "\n".join([f"{each.told('en')} {each.told('zh')}" for each in problems])


def made(brief: Brief, theme: Theme, form: str) -> tuple[Scene, dict[str, bytes]]:
    scene = composed(brief, theme, form, Problems())
    return scene, FORMATS[form].render(scene, "x")


def secret(brief: Brief) -> Brief:
    """The brief, as if nobody might see its figures, its topics and its first slides."""
    who = phrase("no-unit")
    words = [*(t.goal for t in brief.topics), *(slide.title for slide in brief.deck[:6])]
    secrets = [Secret(str(each), each.mark, who) for each in words if str(each)]
    secrets += [
        Secret(figure.quantity.written, figure.mark, who, figure.quantity, id)
        for id, figure in brief.figures.items()
    ]
    return replace(brief, withheld=tuple(secrets))


def checked(case: str, form: str, printing: Printing) -> Iterator[tuple[str, bytes]]:
    loaded = load(Request(CASES / case / "outline.yaml", (BASE,)))
    brief, theme = printing.of(dressed(loaded.briefs[BASE], 0)), loaded.themes[BASE]
    scene, files = made(brief, theme, form)
    other = varied(brief, VARIANTS["short"])
    _, others = made(replace(other, deck=other.deck[::-1]), theme, form)
    if form != "md":
        (data,), (strange,) = files.values(), others.values()
        reads = pptx_readback.read if form == "deck" else pdf_readback.read
        wanted = meant.deck(scene) if form == "deck" else meant.printed(scene)
        yield "meant", repr(wanted).encode()
        yield "read", repr(reads(data)).encode()
        yield "differs", repr(list(differences(wanted, reads(data)))).encode()
        yield "differs from another", repr(list(differences(wanted, reads(strange)))).encode()
    for print_ in (False, True):
        yield f"promised {print_}", repr(list(promised.promises(brief, scene, print_))).encode()
    problems = Problems()
    verify(files, brief, scene, problems)
    yield "verified", told(problems).encode()
    problems = Problems()
    verify(others, brief, scene, problems, notes=False)
    yield "another verified", told(problems).encode()
    problems = Problems()
    hidden = secret(brief)
    yield "sought", repr(leaks.needles(hidden, problems)).encode()
    leaks.search(files, hidden, problems)
    yield "leaks", told(problems).replace(ROOT, "").encode()


@pytest.mark.slow
@pytest.mark.parametrize("what", mostly_slow(CHECKED, *list(CHECKED)[3:]))
def test_what_is_found_in_finished_files(what: str, update: bool) -> None:
    held(f"checks-{what}", checked(*CHECKED[what]), update)
