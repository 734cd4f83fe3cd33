"""Turn the template that is asked for into the house of a deck, and its colours into prints'."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from briefgen.brief.model import Brief, Checked, Logo
from briefgen.machine.paths import resolved
from briefgen.outline.attached.images import ImageError, checked
from briefgen.outline.nearest import nearest
from briefgen.problems import Mark, Problem, Problems, phrase
from briefgen.record import replace
from briefgen.scene.house import House
from briefgen.template.house import house
from briefgen.template.lock import beside, called
from briefgen.template.read import Template, open_template
from briefgen.template.themed import printed
from briefgen.theme.model import Theme

Found = tuple[Brief, Theme, House | None]


def asked(given: Path | None, root: Path, brief: Brief, theme: Theme, problems: Problems) -> Found:
    """The brief, the theme of its prints, and the house of its deck, on the template that the
    command line gives, or else the brief's own in the project at `root`; problems where there is
    none that can be used."""
    path = given or _inside(root, brief, problems)
    if path is None:
        return brief, theme, None
    template, found = _opened(path, str(given or brief.template), _stamps(path))
    problems.extend(found)
    if template is None:
        return brief, theme, None
    wanted = {slide.layout for slide in brief.deck if slide.layout}
    made = house(template, theme, wanted)
    labels = [board.label for board in template.held.boards]
    for slide in brief.deck:
        if slide.layout and slide.layout not in labels:
            offer = nearest(slide.layout, labels)
            problems.add("template-no-layout", slide.layout_mark, name=slide.layout, offer=offer)
    if (logo := _logo(template, brief, problems)) and template.lock:
        sign = Logo(template.lock.logo, file_mark=template.lock.logo_mark)
        brief = replace(brief, logo=sign, attached=replace(brief.attached, logo=logo))
    return brief, printed(template, theme), made


def _inside(root: Path, brief: Brief, problems: Problems) -> Path | None:
    """The template that the brief names, in the project."""
    mark, file = brief.template_mark, brief.template
    try:
        path = resolved(root / file)
        if path.is_relative_to(root.resolve()):
            return path
    except OSError:
        pass
    problems.add("template-outside", mark, file=file)
    return None


def _stamps(path: Path) -> tuple[tuple[int, int], ...]:
    """By what is known whether a template or its lock has changed since it was read."""
    found = []
    for each in (path, beside(path)):
        try:
            own = each.stat()
            found.append((own.st_mtime_ns, own.st_size))
        except OSError:
            found.append((0, 0))
    return tuple(found)


@lru_cache(maxsize=4)
def _opened(
    path: Path, shown: str, stamps: tuple[tuple[int, int], ...]
) -> tuple[Template | None, tuple[Problem, ...]]:
    """A template, read once for all audiences of a build, and again when it has changed."""
    problems = Problems()
    return open_template(path, problems, shown), tuple(problems)


def _logo(template: Template, brief: Brief, problems: Problems) -> Checked | None:
    """The picture that the lock names for the printed page, where the outline has no logo."""
    lock = template.lock
    if lock is None or not lock.logo or brief.attached.logo is not None:
        return None
    part = called(lock.logo, template.held.seen)
    if not part:
        known = [name.lstrip("/") for name in template.held.seen]
        offer = nearest(lock.logo, known) or phrase("template-has-no-pictures")
        problems.add("template-no-picture", lock.logo_mark, name=lock.logo, offer=offer)
        return None
    try:
        return checked(template.held.seen[part])
    except ImageError as unfit:
        unfit.tell(problems, Mark(template.file), file=lock.logo)
        return None
