"""Turn the faces that an outline names into families that can be embedded, or say what is wrong.

A name is that of a family which came with briefgen, or the path of a TrueType file in the project.
Files may come from anywhere, so one is looked at as a whole before a character is set in it.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefgen.brief.model import FaceNames
from briefgen.outline.nearest import nearest
from briefgen.problems import Problems
from briefgen.record import State, field
from briefgen.typography.fonts import HOUSE, Faces, Family, FontFile, shipped_face
from briefgen.typography.truetype import FontError, check, parse

# The largest faces of hanzi have about 30 MB.
MAX_BYTES = 40_000_000
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2")


class FontFiles(State):
    """The font files of a project, each looked at once."""

    root: Path
    _known: dict[str, Family | FontError] = field(default_factory=dict)

    def of(self, names: FaceNames, problems: Problems) -> Faces:
        """The families of these names; those that cannot be used are problems at their places."""
        text, latin = (
            [(word, self._family(word.text)) for word in words]
            for words in (names.print, names.latin)
        )
        for word, found in (*text, *latin):
            if isinstance(found, FontError):
                problems.error("font", f"{word.text} {found.args[0]}", word.mark, found.args[1])
        return Faces(
            tuple(found for _, found in text if not isinstance(found, FontError)),
            tuple(found for _, found in latin if not isinstance(found, FontError)),
        )

    def _family(self, name: str) -> Family | FontError:
        if name not in self._known:
            try:
                self._known[name] = self._read(name)
            except FontError as problem:
                self._known[name] = problem
            except FileNotFoundError:
                hint = f"put it into {self.root.name}/, or mend its path"
                self._known[name] = FontError("is not there", hint)
            except (OSError, RuntimeError, ValueError) as problem:  # loops of links, odd paths
                why = getattr(problem, "strerror", None) or problem
                hint = "mend its path or its permissions"
                self._known[name] = FontError(f"cannot be read: {why}", hint)
        return self._known[name]

    def _read(self, name: str) -> Family:
        if not ("/" in name or "\\" in name or name.lower().endswith(_ENDINGS)):
            if not shipped_face(name, False).is_file():
                known = nearest(name, [HOUSE])
                raise FontError(
                    "is not a family that came with briefgen",
                    f"{known}; or give a font file of the project, such as fonts/Name-Regular.ttf",
                )
            return name
        path = (self.root / name).resolve()
        face = parse(path.stem, self._bytes(path))
        check(face)
        return FontFile(path, face.bold)

    def _bytes(self, path: Path) -> bytes:
        if not path.is_relative_to(self.root.resolve()):
            raise FontError("lies outside the project", "copy it into the project")
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise FontError("is not a file", "name a TrueType file (.ttf) of the project")
        if found.st_size > MAX_BYTES:
            size, most = found.st_size / 1_000_000, MAX_BYTES // 1_000_000
            raise FontError(
                f"has {size:.0f} MB", f"a font may have {most} MB; cut it to what is needed"
            )
        return path.read_bytes()
