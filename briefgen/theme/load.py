"""Turn a theme file of `assets/themes` into a Theme whose colours can be read."""

from __future__ import annotations

import re
from functools import cache

from briefgen.assets import shipped
from briefgen.outline.nearest import nearest
from briefgen.outline.nodes import Mapping, Node, Scalar, Sequence, what
from briefgen.outline.read import read_file
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


def theme_names() -> dict[str, str]:
    """The themes there are: id → name, Chinese and English."""
    found = {}
    for path in sorted((shipped("assets") / "themes").glob("*.yaml")):
        theme = load_theme(path.stem, NOWHERE, Problems())
        if theme:
            found[path.stem] = " · ".join(theme.name.values())
    return found


def load_theme(id: str, mark: Mark, problems: Problems) -> Theme | None:
    """The theme `id`; None with problems when there is none, or it is not fit to be used.

    `mark` is where the theme was asked for.
    """
    theme, found = _load(id)
    problems.extend(found)
    if theme is None and not found:
        names = [path.stem for path in (shipped("assets") / "themes").glob("*.yaml")]
        problems.error(
            "no-theme", f"there is no theme “{id}”", mark, nearest(id, sorted(names), "themes")
        )
    return theme


@cache
def _load(id: str) -> tuple[Theme | None, Problems]:
    problems = Problems()
    path = shipped("assets") / "themes" / f"{id}.yaml"
    if not re.fullmatch(r"[a-z0-9-]+", id) or not path.is_file():
        return None, problems
    file = f"assets/themes/{id}.yaml"
    root = read_file(path, file, problems)
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
    return Theme(id, name, palette, faces["deck"], shown, motif, hant, justified), problems


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
                    node.key_mark(text), f"at least {least:g} is needed to be readable",
                )  # fmt: skip
    series = [token for token in TOKENS if token.startswith("chart") and token in palette]
    for one, other, who in confusions([palette[token] for token in series]):
        problems.error(
            "confusion", f"{series[one]} and {series[other]} look alike: {who}",
            node.key_mark(series[other]), "make one of them much lighter or darker",
        )  # fmt: skip
    return palette


def _colour(node: Node) -> str | None:
    if isinstance(node, Scalar) and re.fullmatch(r"#?[0-9A-Fa-f]{6}", node.text):
        return node.text.lstrip("#").upper()
    return None
