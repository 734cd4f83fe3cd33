"""Turn a theme file into a Theme whose colours can be read.

Themes stand in `assets/themes`, or in the project's `content/themes`; one of a project may extend
a shipped one and say only what differs.
"""

from __future__ import annotations

from functools import cache
from os.path import lexists
from pathlib import Path
from typing import get_args

from briefgen.colours import TOKENS, Token, is_token
from briefgen.machine.assets import shipped
from briefgen.machine.paths import files_of, resolved
from briefgen.machine.reasons import reason
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, what
from briefgen.outline.reading.read import read_file
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems, phrase
from briefgen.theme.model import DERIVED, HANT_FACE, Derived, Motif, Theme
from briefgen.theme.vision import confusions, contrast
from briefgen.typography.fonts import Faces, is_shipped

MOTIFS: dict[str, Motif] = {each: each for each in get_args(Motif)}
# A motif that there was once, and the one that took its place.
_FORMER: dict[str, Motif] = {"gables": "window"}
# A token, and its luminance in percent: times so much, plus so much.
_ID, _HEX = pattern(r"[a-z0-9-]+"), pattern(r"#?[0-9A-Fa-f]{6}")
_DERIVED = pattern(r"([a-z0-9-]+)(?: (\d{1,3})%(?: \+ (\d{1,2})%)?)?")
_KEYS = ("name", "motif", "running-text", "faces", "palette", "hatched")

# Text on its ground, with the least contrast it needs (WCAG 2.2, 1.4.3: 4.5 for text, 3 for large
# text; 1.4.11: 3 for marks that carry meaning).
PAIRS: tuple[tuple[Token, Token, float], ...] = (
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
    ("on-cover", "cover", 4.5),
    ("on-cover2", "cover", 4.5),
    ("chart1", "white", 3.0),
    ("chart2", "white", 3.0),
    ("chart3", "white", 3.0),
)


def theme_ids(own: Path | None = None) -> list[str]:
    """The ids of the themes that there are files of, sorted; those of the folder `own` too."""
    folders = (shipped("assets") / "themes", *((own,) if own else ()))
    return sorted({path.stem for folder in folders for path in files_of(folder, ".yaml")})


def theme_names(problems: Problems, own: Path | None = None) -> dict[str, str]:
    """The themes there are: id → name, Chinese and English; those of the folder `own` too.

    Only the name is read: whether a theme is fit to be used is told when it is loaded. A file that
    cannot be read as a theme becomes a problem, and so does a theme without a name.
    """
    found: dict[str, str] = {}
    for id in theme_ids(own):
        root, told = _written(id, own)
        if root is not None:
            found[id] = " · ".join(_texts(root, "name", told).values())
        elif own and not told:
            told.add("no-theme", Mark(_shown(own, id)), name=id, offer=nearest(id, theme_ids()))
        problems.extend(told)
    return found


def load_theme(id: str, mark: Mark, problems: Problems, own: Path | None = None) -> Theme | None:
    """The theme `id`; None with problems when there is none, or it is not fit to be used.

    `mark` is where the theme was asked for, `own` the folder of a project's themes, which come
    before the shipped ones.
    """
    theme, found = _load(id, own)
    problems.extend(found)
    if theme is None and not found:
        problems.add("no-theme", mark, name=id, offer=nearest(id, theme_ids(own)))
    return theme


def _shown(own: Path, id: str) -> str:
    """The path of a project's theme as it is told: from the project's folder."""
    place = f"{own.name}/{id}.yaml"
    return f"content/{place}" if own.parent.resolve().name == "content" else place


def _root(id: str, own: Path | None, problems: Problems) -> Mapping | None:
    """What the file of a theme says; None, with problems or not, where there is none."""
    if not _ID.fullmatch(id):
        return None
    if own and lexists(path := own / f"{id}.yaml"):
        file = _shown(own, id)
        try:
            if not resolved(path).is_relative_to(own.parent.resolve() / own.name):
                problems.add("theme-outside", Mark(file), file=file)
                return None
            return read_file(path, file, problems)
        except OSError as why:
            problems.add("theme-unreadable", Mark(file), file=file, why=reason(why))
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
        known = nearest(base.text if isinstance(base, Scalar) else "", theme_ids())
        problems.add("theme-not-shipped", base.mark, found=what(base), offer=known)
        return None
    for key, entry in root.without("extends").entries.items():
        below = under.get(key)
        if isinstance(below, Mapping) and isinstance(entry.value, Mapping):
            value = Mapping({**below.entries, **entry.value.entries}, entry.value.mark)
            entry = Entry(entry.key, value)
        under = under.with_entry(key, entry)
    return under


def _written(id: str, own: Path | None) -> tuple[Mapping | None, Problems]:
    """What a theme says, with what it extends; None where there is no such file to be read."""
    problems = Problems()
    root = _root(id, own, problems)
    return _extended(root, problems) if root else None, problems


def forget() -> None:
    """Read themes anew: files of some have changed."""
    _load.cache_clear()


@cache
def _load(id: str, own: Path | None = None) -> tuple[Theme | None, Problems]:
    root, problems = _written(id, own)
    if root is None:
        return None, problems
    for key in root.entries:
        if key not in _KEYS:
            mark = root.key_mark(key)
            problems.add("theme-unknown-key", mark, key=key, offer=nearest(key, _KEYS))
    palette, derived = _palette(root, problems)
    faces = _texts(root, "faces", problems)
    text, latin = (_families(root, key, problems) for key in ("print", "latin"))
    name = _texts(root, "name", problems)
    for key, there in (("deck", "deck" in faces), ("print", bool(text))):
        if not there:
            problems.add("theme-face-missing", root.key_mark("faces"), key=key)
    node = root.get("motif")
    motif = node.text if isinstance(node, Scalar) else "none"
    motif = _FORMER.get(motif, motif)
    if motif not in MOTIFS:
        problems.add("theme-motif", root.key_mark("motif"), found=motif, motifs=tuple(MOTIFS))
    running = root.get("running-text")
    set_as = running.text if isinstance(running, Scalar) else "justified"
    if set_as not in ("justified", "ragged"):
        problems.add("theme-running-text", root.key_mark("running-text"), found=set_as)
    hatched = _tokens(root, "hatched", problems)
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
        motif=MOTIFS[motif],
        hant_face=hant,
        justified=justified,
        derived=derived,
        hatched=hatched,
    ), problems


def _tokens(root: Mapping, key: str, problems: Problems) -> frozenset[Token]:
    """The tokens of a list, each of which there is."""
    node = root.get(key)
    found: list[Token] = []
    for each in node.items if isinstance(node, Sequence) else (node,) if node else ():
        text = each.text if isinstance(each, Scalar) else ""
        if is_token(text):
            found.append(text)
        else:
            problems.add("theme-unknown-token", each.mark, token=text, offer=nearest(text, TOKENS))
    return frozenset(found)


def _texts(root: Mapping, key: str, problems: Problems) -> dict[str, str]:
    node = root.get(key)
    if not isinstance(node, Mapping):
        problems.add("theme-no-mapping", root.key_mark(key), key=key)
        return {}
    return {k: e.value.text for k, e in node.entries.items() if isinstance(e.value, Scalar)}


def _families(root: Mapping, key: str, problems: Problems) -> tuple[str, ...]:
    """The shipped families that `faces` names in the order in which they are asked."""
    faces = root.get("faces")
    node = faces.get(key) if isinstance(faces, Mapping) else None
    named = node.items if isinstance(node, Sequence) else (node,) if node else ()
    families = {each.text: each.mark for each in named if isinstance(each, Scalar)}
    for family, mark in families.items():
        if not is_shipped(family):
            problems.add("theme-unknown-family", mark, family=family)
    return tuple(families)


def _palette(root: Mapping, problems: Problems) -> tuple[dict[Token, str], dict[Token, Derived]]:
    """The colours by token, and what the others follow: pairs readable, series distinct."""
    node = root.get("palette")
    if not isinstance(node, Mapping):
        problems.add("theme-no-mapping", root.key_mark("palette"), key="palette")
        return {}, {}
    palette: dict[Token, str] = {}
    derived: dict[Token, Derived] = {}
    for token, entry in node.entries.items():
        if not is_token(token):
            offer = nearest(token, TOKENS)
            problems.add("theme-unknown-token", entry.key, token=token, offer=offer)
        elif token in DERIVED and (follows := _follows(entry.value)):
            derived[token] = follows
        elif (colour := _colour(entry.value)) is None:
            problems.add("theme-no-colour", entry.value.mark, found=what(entry.value))
        else:
            palette[token] = colour
    for token in TOKENS:
        if token not in node.entries and token not in DERIVED:
            problems.add("theme-colour-missing", node.mark, token=token)
    _check(node, palette, derived, problems)
    return palette, derived


def _check(
    node: Mapping, palette: dict[Token, str], derived: dict[Token, Derived], problems: Problems
) -> None:
    """Whether all text can be read, and all series be told apart."""
    shown = Theme(
        id="", name={}, palette=palette, derived=derived, deck_face="", print_face=Faces(())
    )
    known = {token: shown.hex(token) for token in TOKENS if shown.known(token)}
    for text, ground, least in PAIRS:
        own = text in node.entries or ground in node.entries
        if own and text in known and ground in known:
            got = contrast(known[text], known[ground])
            if got < least:
                mark, told = _latest(node, text, ground), {"text": text, "ground": ground}
                problems.add("contrast", mark, **told, got=f"{got:.1f}", least=f"{least:g}")
    series = [token for token in TOKENS if token.startswith("chart") and token in known]
    for one, other, who in confusions([known[token] for token in series]):
        mark = _latest(node, series[other], series[one])
        problems.add("confusion", mark, one=series[one], other=series[other], who=phrase(who))


def _latest(palette: Mapping, *tokens: str) -> Mark:
    """Where the first of these tokens stands that is the theme's own, not of one it extends."""
    marks = [palette.key_mark(token) for token in tokens]
    return next((mark for mark in marks if mark.file == palette.mark.file), marks[0])


def _follows(node: Node) -> Derived | None:
    """What a colour follows that is written `surface 90%` or `primary-dark 85% + 15%`."""
    if not isinstance(node, Scalar):
        return None
    found = _DERIVED.fullmatch(node.text)
    if not found or not is_token(base := found[1]) or base in DERIVED:
        return None
    return Derived(base, int(found[2] or 100) * 1000, int(found[3] or 0) * 1000)


def _colour(node: Node) -> str | None:
    if isinstance(node, Scalar) and _HEX.fullmatch(node.text):
        return node.text.lstrip("#").upper()
    return None
