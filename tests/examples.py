"""Examples of the catalogue, put into a small project and run."""

from __future__ import annotations

import re
from pathlib import Path

from outlines import ARTICLE, OUTLINE, TOPICS, project

from briefgen.build import check
from briefgen.outline.folder import BASE
from briefgen.problems import Problem
from briefgen.request import Request

# What an example may say of the source before its outline: # seeds/article.txt: 全年产值很高。
_SOURCE = re.compile(r"# seeds/article\.txt: (.*)\n")
# Examples may have a second source, so figures name theirs.
_DEFAULT = OUTLINE.replace("    quote:", "    source: article\n    quote:") + TOPICS
TABLE = "项目,数值\n甲,1家\n乙,2家\n"


def parts(yaml: str) -> dict[str, str]:
    """The lines of each top-level part of an outline."""
    found = re.split(r"^(?=\w+:)", yaml, flags=re.MULTILINE)
    return {part.split(":")[0]: part.rstrip() for part in found if part.strip()}


def whole(example: str) -> str:
    """An outline with what the example says, and with all that it takes for granted.

    Figures and keys of the brief that the example does not give are added to its own.
    """
    written, rest = parts(_SOURCE.sub("", example)), parts(_DEFAULT)
    if "deck" in written:
        rest.pop("topics")
    if "figures" in written:
        ids = set(re.findall(r"^  (\S+):", written["figures"], re.MULTILINE))
        taken = re.split(r"^(?=  \w+:)", rest.pop("figures").partition("\n")[2], flags=re.M)
        others = [each.rstrip() for each in taken if each and each.split(":")[0].strip() not in ids]
        written["figures"] = "\n".join((written["figures"], *others))
    if "brief" in written:
        given = written["brief"].removeprefix("brief:").strip().strip("{}")
        keys = {"slug": "demo", "title": "示例", "date": "2024-02"}
        more = (f"{key}: {value}" for key, value in keys.items() if f"{key}:" not in given)
        written["brief"] = f"brief: {{{', '.join((given, *more))}}}"
    missing = (text for key, text in rest.items() if key not in written)
    return "\n".join((*written.values(), *missing)) + "\n"


def told(folder: Path, example: str) -> list[Problem]:
    """Every problem of an example, those of its composed pages included."""
    path = project(folder, whole(example))
    says = _SOURCE.match(example)
    text = ARTICLE + (f"{says[1]}\n" if says else "")
    (folder / "seeds/article.txt").write_text(text, encoding="utf-8")
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data/a.csv").write_text(TABLE, encoding="utf-8")
    return list(check(Request(path, (BASE,), ("deck", "brief"))))
