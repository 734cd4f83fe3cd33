"""Turn link targets into annotations that open an address, or another page of the document."""

from __future__ import annotations

from urllib.parse import quote

from briefgen.geometry import Rect
from briefgen.render.pdf.objects import Value, array, dictionary, name, string
from briefgen.render.pdf.pen import Pen
from briefgen.render.pdf.structure import Element
from briefgen.scene.links import is_address, page_of

_PRINT = 4  # annotation flag 3, which ISO 19005-2, 6.3.2 requires


def leads_somewhere(pen: Pen, target: str) -> bool:
    """Whether a target is an address that may be opened, or a page that the document has."""
    return page_of(target) in pen.pages or is_address(target)


def add_link(pen: Pen, element: Element, rect: Rect, target: str, text: str) -> None:
    """Make a rectangle lead to a target; `text` says where to, for those who cannot see it."""
    pen.structure.annotate(
        element,
        {
            "Type": name("Annot"),
            "Subtype": name("Link"),
            "Rect": array(list(pen.box(rect))),
            "Border": array([0, 0, 0]),
            "F": _PRINT,
            "Contents": string(text or target),
            "A": dictionary(_action(pen, target)),
        },
    )


def _action(pen: Pen, target: str) -> dict[str, Value]:
    if page := page_of(target):
        return {"S": name("GoTo"), "D": pen.sheets.destination(page)}
    # A URI is ASCII (ISO 32000-1, 12.6.4.7); what is escaped already stays as it is.
    address = quote(target, safe="%/:?#[]@!$&'()*+,;=-._~")
    return {"S": name("URI"), "URI": string(address)}
