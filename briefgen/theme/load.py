"""Turn a theme file into a Theme whose colours can be read.

Themes stand in `assets/themes`, or in the project's `content/themes`; one of a project may extend
a shipped one and say only what differs.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from briefgen.machine.assets import shipped
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, what
from briefgen.outline.reading.read import read_file
from briefgen.problems import NOWHERE, Mark, Problems
from briefgen.theme.model import HANT_FACE, TOKENS, Theme
from briefgen.theme.vision import confusions, contrast
from briefgen.typography.fonts import Faces, shipped_face

MOTIFS = ("gables", "waves", "none")

# Text on its ground, with the least contrast it needs (WCAG 2.2, 1.4.3: 4.5 for text, 3 for large
# text; 1.4.11: 3 for marks that carry meaning).
PAIRS = (
    ("ink", "white", 4.5),
    ("ink", "surface", 4.5),
    ("ink", "surface2", 4.5),
    ("ink2", "white", 4.5),
    ("ink2", "surface", 4.5),
    ("primary", "white", 4.5),
    ("primary", "surface", 4.5),
    ("white", "primary", 4.5),
    ("white", "primary-dark", 4.5),
    ("on-dark", "primary-dark", 4.5),
    ("accent-text", "white", 4.5),
    ("chart1", "white", 3.0),
    ("chart2", "white", 3.0),
    ("chart3", "white", 3.0),
)


def theme_names(own: Path | None = None) -> dict[str, str]:
    """The themes there are: id → name, Chinese and English; those of the folder `own` too."""
    found = {}
    for id in _ids(own):
        theme = load_theme(id, NOWHERE, Problems(), own)
        if theme:
            found[id] = " · ".join(theme.name.values())
    return found


def load_theme(id: str, mark: Mark, problems: Problems, own: Path | None = None) -> Theme | None:
    """The theme `id`; None with problems when there is none, or it is not fit to be used.

    `mark` is where the theme was asked for, `own` the folder of a project's themes, which come
    before the shipped ones.
    """
    theme, found = _load(id, own)
    problems.extend(found)
    if theme is None and not found:
        problems.error("no-theme", f"there is no theme “{id}”", mark, nearest(id, _ids(own)))
    return theme


def _ids(own: Path | None) -> list[str]:
    folders = (shipped("assets") / "themes", *((own,) if own else ()))
    return sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})


def _root(id: str, own: Path | None, problems: Problems) -> Mapping | None:
    """What the file of a theme says; None, with problems or not, where there is none."""
    if not re.fullmatch(r"[a-z0-9-]+", id):
        return None
    if own and (path := own / f"{id}.yaml").exists():
        file = f"{own.parent.name}/{own.name}/{id}.yaml"
        if not path.resolve().is_relative_to(own.resolve()):
            problems.error("outside", f"{file} leads out of the project", Mark(file))
            return None
        try:
            return read_file(path, file, problems)
        except OSError as why:
            message = f"{file} cannot be read: {why.strerror or why}"
            problems.error("cannot-read", message, Mark(file))
            return None
    path = shipped("assets") / "themes" / f"{id}.yaml"
    return read_file(path, f"assets/themes/{id}.yaml", problems) if path.is_file() else None


def _extended(root: Mapping, problems: Problems) -> Mapping | None:
    """The shipped theme that a theme extends, with what it says itself in place."""
    base = root.get("extends")
    if base is None:
        return root
    under = _root(base.text, None, problems) if isinstance(base, Scalar) else None
    if under is None:
        known = nearest(base.text, _ids(None)) if isinstance(base, Scalar) else ""
        problems.error("no-theme", f"{what(base)} is no shipped theme", base.mark, known)
        return None
    for key, entry in root.without("extends").entries.items():
        below = under.get(key)
        if isinstance(below, Mapping) and isinstance(entry.value, Mapping):
            value = Mapping({**below.entries, **entry.value.entries}, entry.value.mark)
            entry = Entry(entry.key, value)
        under = under.with_entry(key, entry)
    return under


@cache
def _load(id: str, own: Path | None = None) -> tuple[Theme | None, Problems]:
    problems = Problems()
    written = _root(id, own, problems)
    root = _extended(written, problems) if written else None
    if root is None:
        return None, problems
    for key in root.entries:
        if key not in ("name", "motif", "running-text", "faces", "palette"):
            problems.error("unknown-key", f"a theme has no “{key}”", root.key_mark(key))
    palette = _palette(root, problems)
    faces = _texts(root, "faces", problems)
    text, latin = (_families(root, key, problems) for key in ("print", "latin"))
    name = _texts(root, "name", problems)
    if "deck" not in faces:
        problems.error("missing", "`faces` needs `deck`", root.key_mark("faces"))
    if not text:
        problems.error("missing", "`faces` needs `print`", root.key_mark("faces"))
    node = root.get("motif")
    motif = node.text if isinstance(node, Scalar) else "none"
    if motif not in MOTIFS:
        problems.error(
            "bad-value", f"no motif “{motif}”", root.key_mark("motif"), ", ".join(MOTIFS)
        )
    running = root.get("running-text")
    set_as = running.text if isinstance(running, Scalar) else "justified"
    if set_as not in ("justified", "ragged"):
        problems.error(
            "bad-value", f"running text is not set “{set_as}”", root.key_mark("running-text"),
            "write justified or ragged",
        )  # fmt: skip
    if problems.fatal:
        return None, problems
    hant = faces.get("deck-traditional", HANT_FACE)
    shown = Faces(text, latin)
    justified = set_as == "justified"
    return Theme(
        id=id,
        name=name,
        palette=palette,
        deck_face=faces["deck"],
        print_face=shown,
        motif=motif,
        hant_face=hant,
        justified=justified,
    ), problems


def _texts(root: Mapping, key: str, problems: Problems) -> dict[str, str]:
    node = root.get(key)
    if not isinstance(node, Mapping):
        problems.error("missing", f"a theme needs `{key}`, a mapping", root.key_mark(key))
        return {}
    return {k: e.value.text for k, e in node.entries.items() if isinstance(e.value, Scalar)}


def _families(root: Mapping, key: str, problems: Problems) -> tuple[str, ...]:
    """The shipped families that `faces` names in the order in which they are asked."""
    faces = root.get("faces")
    node = faces.get(key) if isinstance(faces, Mapping) else None
    named = node.items if isinstance(node, Sequence) else (node,) if node else ()
    families = {each.text: each.mark for each in named if isinstance(each, Scalar)}
    for family, mark in families.items():
        if not shipped_face(family, False).is_file():
            problems.error("no-face", f"there is no family “{family}” in assets/fonts", mark)
    return tuple(families)


def _palette(root: Mapping, problems: Problems) -> dict[str, str]:
    """The colours by token: all there, six hex digits each, pairs readable, series distinct."""
    node = root.get("palette")
    if not isinstance(node, Mapping):
        problems.error("missing", "a theme needs `palette`, a mapping", root.key_mark("palette"))
        return {}
    palette: dict[str, str] = {}
    for token, entry in node.entries.items():
        if token not in TOKENS:
            problems.error("unknown-key", f"no token “{token}”", entry.key, nearest(token, TOKENS))
        elif (colour := _colour(entry.value)) is None:
            problems.error(
                "bad-value", f"{what(entry.value)} is not a colour", entry.value.mark,
                "write six hexadecimal digits, such as A8161C",
            )  # fmt: skip
        else:
            palette[token] = colour
    for token in TOKENS:
        if token not in node.entries:
            problems.error("missing", f"the palette lacks `{token}`", node.mark)
    for text, ground, least in PAIRS:
        if text in palette and ground in palette:
            got = contrast(palette[text], palette[ground])
            if got < least:
                problems.error(
                    "contrast", f"{text} on {ground} has a contrast of {got:.1f}",
                    _latest(node, text, ground), f"at least {least:g} is needed to be readable",
                )  # fmt: skip
    series = [token for token in TOKENS if token.startswith("chart") and token in palette]
    for one, other, who in confusions([palette[token] for token in series]):
        problems.error(
            "confusion", f"{series[one]} and {series[other]} look alike: {who}",
            _latest(node, series[other], series[one]), "make one of them much lighter or darker",
        )  # fmt: skip
    return palette


def _latest(palette: Mapping, *tokens: str) -> Mark:
    """Where the first of these tokens stands that is the theme's own, not of one it extends."""
    marks = [palette.key_mark(token) for token in tokens]
    return next((mark for mark in marks if mark.file == palette.mark.file), marks[0])


def _colour(node: Node) -> str | None:
    if isinstance(node, Scalar) and re.fullmatch(r"#?[0-9A-Fa-f]{6}", node.text):
        return node.text.lstrip("#").upper()
    return None
