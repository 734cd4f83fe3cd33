"""What the PDF renderer takes of reportlab that reportlab does not promise, in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib import utils
from reportlab.pdfbase import pdfdoc
from rows import every

import briefgen
from briefgen.render.pdf import reportlab_private

ROOT = Path(briefgen.__file__).parent
PRIVATE = Path(reportlab_private.__file__)
LISTED = re.findall(r"^    (\w+) +[^ ]", reportlab_private.__doc__ or "", re.MULTILINE)


def names_in(path: Path) -> Iterator[str]:
    """Every name that a module speaks of: its variables, attributes, functions and imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.FunctionDef(name=name):
                yield name
            case ast.ImportFrom(names=names) | ast.Import(names=names):
                yield from (each.name for each in names)


def reaching_in(path: Path) -> Iterator[str]:
    """The attributes with an underscore that a module takes from anything but itself."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and re.match(r"_(?!_\w+__$)", node.attr):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if owner not in ("self", "cls"):
                yield node.attr


def test_what_is_listed_is_what_is_used() -> None:
    used = set(names_in(PRIVATE))
    assert len(LISTED) == 22
    assert set(LISTED) <= used
    assert {"_ID", "__RefOnly__"} <= set(LISTED)
    # What `Paper` calls its own, and what every page is given that has no shadings.
    own = {"__init__", "_annotations", "_code", "_count", "_doc", "_images", "_later"}
    own |= {"_places", "_size", "_shadingUsed", "_", "_OnCall", "_name", "__getattr__", "__name__"}
    own |= {"_kept", "_NoClock"}
    assert {name for name in used if name.startswith("_")} - own <= set(LISTED)


@every("path", sorted(set((ROOT / "render").rglob("*.py")) - {PRIVATE}))
def test_no_other_module_uses_a_private_name_of_reportlab(path: Path) -> None:
    # These are words of others too; what reaches reportlab's document is not.
    assert not (set(LISTED) - {"info", "name", "outline"}) & set(names_in(path))
    if "reportlab" in path.read_text("utf-8"):
        assert not list(reaching_in(path))


def test_what_reportlab_imports_by_name_is_loaded_when_it_is_called() -> None:
    assert vars(utils)["rl_safe_eval"]("2 * 3 + 1", {}, {}) == 7
    assert Path(utils.get_rl_tempfile("page.pdf")).name == "page.pdf"


def test_only_the_pdf_renderer_imports_reportlab() -> None:
    found = [
        path
        for path in ROOT.rglob("*.py")
        if re.search(r"^\s*(from|import) reportlab\b", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert PRIVATE in found
    assert {path.parent for path in found} == {PRIVATE.parent}


def test_reportlab_still_has_them() -> None:
    document = pdfdoc.PDFDocument()
    holders = (
        reportlab_private.Paper,
        document,
        document.Catalog,
        pdfdoc.PDFPage(),
        pdfdoc.PDFDictionary(),
        pdfdoc.PDFObjectReference("page"),
        pdfdoc,
    )
    missing = [name for name in LISTED if not any(hasattr(each, name) for each in holders)]
    assert missing == []
