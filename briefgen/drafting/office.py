"""Turn the bytes of a stranger's office file into the files in it, or say why it is not read."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.drafting.damage import damaged
from briefgen.problems import UnfitError
from briefgen.template.scan import Files, scan

__all__ = ["Files", "unpack"]

# What is wrong with a template, as it is told of a file that a draft is to be made from.
_TOLD: Mapping[str, str] = {
    "template-encrypted": "draft-encrypted",
    "template-old": "draft-old-office",
    "template-doctype": "draft-doctype",
    "template-truncated": "draft-cut-off",
    "template-many-parts": "draft-bomb",
    "template-expands": "draft-bomb",
    "template-large-part": "draft-bomb",
    "template-bomb": "draft-bomb",
}
_DAMAGED = ("template-damaged", "template-leads-out", "template-twice")


def unpack(data: bytes) -> Files:
    """The files of an office document by their names in the zip, in its order.

    Raises UnfitError where it is none, is encrypted or damaged, holds a document type, or more
    than any document needs.
    """
    try:
        return scan(data)
    except UnfitError as problem:
        if problem.code in _DAMAGED:
            raise damaged(problem.parts.get("part", "")) from None
        raise UnfitError(_TOLD.get(problem.code, "draft-not-office")) from None
