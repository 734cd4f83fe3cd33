"""Turn files into attachments of the document (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8)."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.render.pdf.metadata import full_date
from briefgen.render.pdf.objects import Sheets, Stream, array, dictionary, name, string
from briefgen.scene.scene import Attachment


def attach(sheets: Sheets, files: Sequence[Attachment], date: str) -> None:
    """Embed the files and associate them with the document as what it was made from.

    `date` (ISO 8601) is told as that of their last change, as PDF/A-3 asks for one.
    """
    if not files:
        return
    stamp = f"D:{(full_date(date) or '2000-01-01').replace('-', '')}000000Z"
    names, associated = [], []
    for file in sorted(files, key=lambda each: each.name):
        content = Stream(
            file.data,
            {
                "Type": name("EmbeddedFile"),
                # A solidus within a name is written as its code (7.3.5).
                "Subtype": "/" + file.media_type.replace("/", "#2F"),
                "Params": dictionary({"Size": len(file.data), "ModDate": string(stamp)}),
            },
        )
        embedded = sheets.reference(content)
        specification = sheets.reference(
            dictionary(
                {
                    "Type": name("Filespec"),
                    "F": string(file.name),
                    "UF": string(file.name),
                    "Desc": string(file.description),
                    "AFRelationship": name("Source"),
                    "EF": dictionary({"F": embedded, "UF": embedded}),
                }
            )
        )
        names += [string(file.name), specification]
        associated.append(specification)
    sheets.complete_catalogue(
        {
            "Names": dictionary({"EmbeddedFiles": dictionary({"Names": array(names)})}),
            "AF": array(associated),
        }
    )
