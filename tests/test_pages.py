"""The pages for readers and for whoever carries on: what they link to and name is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest
from run import CHECKS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    Path("README.md"),
    *sorted(p.relative_to(ROOT) for p in ROOT.glob("content/*.md")),
    *sorted(p.relative_to(ROOT) for p in ROOT.glob(".github/*.md")),
]
PLACES = (ROOT, ROOT / "briefgen")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.M)


def links(page: str) -> list[str]:
    """What a page of Markdown leads to, outside of code."""
    return [one or other for one, other in LINK.findall(CODE.sub("", page))]


def anchors(page: str) -> set[str]:
    """What GitHub calls the headings of a page: small letters, no signs, hyphens for spaces."""
    titles = HEADING.findall(re.sub(r"```.*?```", "", page, flags=re.S))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken(page: str, folder: Path) -> list[str]:
    """The links of a page in a folder that lead to no file, or to no heading of one."""
    found = []
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = folder / path
        text = target.read_text("utf-8") if path and anchor and target.exists() else page
        if (path and not target.exists()) or (anchor and anchor not in anchors(text)):
            found.append(link)
    return found


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert broken(text, (ROOT / page).parent) == []


def test_the_readme_leads_to_every_other_page() -> None:
    found = {ROOT / link for link in links((ROOT / "README.md").read_text("utf-8"))}
    assert {ROOT / page for page in PAGES[1:]} <= found


def test_a_link_that_leads_nowhere_is_found() -> None:
    page = (
        "# One two\n[a](LICENSE) [b](gone.md) [c](#one-two) [d](#three)\n"
        '`[e](gone)` <img src="gone.png"> [f](https://example.com)\n'
    )
    assert broken(page, ROOT) == ["gone.md", "#three", "gone.png"]


def test_the_floors_of_the_architecture_are_those_that_are_checked() -> None:
    page = (ROOT / ".github/ARCHITECTURE.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| `(\w+)(?:/|\.py)` \|", page, re.M)
    drawn: dict[int, set[str]] = {}
    for floor, room in rows:
        drawn.setdefault(int(floor), set()).add(room)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (
        each["layers"] for each in settings["contracts"] if "One direction" in each["name"]
    )
    floors = [{name.removeprefix("briefgen.") for name in row.split(" | ")} for row in layers]
    assert list(drawn) == sorted(drawn, reverse=True)
    assert [{"__main__"}, *drawn.values()] == floors


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_files_that_are_named_are_there(page: Path) -> None:
    """A path of the repository in code is that of a file, from its root or from the package's."""
    text = (ROOT / page).read_text("utf-8")
    code = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
    ours = ("assets/", "briefgen/", "tests/", ".github/")
    rooms = tuple(f"{p.name}/" for p in (ROOT / "briefgen").iterdir() if p.is_dir())
    named = {
        word
        for each in code
        for word in each.split()
        if re.fullmatch(r"[\w./-]+\.(?:py|md|txt|json|yaml|yml|css)", word)
        and word.startswith((*ours, *rooms))
    }
    gone = {name for name in named if not any((at / name).exists() for at in PLACES)}
    assert gone == set()


def test_contributors_read_what_the_checks_are() -> None:
    page = (ROOT / ".github/CONTRIBUTING.md").read_text("utf-8")
    for _, command in CHECKS:
        assert f"`{' '.join(command[:2] if command[0] == 'ruff' else command[:1])}" in page
