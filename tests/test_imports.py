"""To import a module does nothing but define: plug-ins, tools and editors import any of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, project

EVERY = """
import importlib, pkgutil, threading
import briefgen
names = [found.name for found in pkgutil.walk_packages(briefgen.__path__, "briefgen.")]
for name in names:
    if not name.endswith(".__main__"):
        importlib.import_module(name)
assert threading.active_count() == 1
print(len(names))
"""


@pytest.mark.slow
def test_every_module_can_be_imported_and_does_nothing_by_it(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", EVERY], cwd=tmp_path, env=environment,
        capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 150
    assert list(tmp_path.iterdir()) == []


UNASKED = """
import sys
from briefgen.cli import main

try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
rooms = ("briefgen.preview", "briefgen.render.svg", "briefgen.outline.writing")
others = ("briefgen.tools", "briefgen.library", "briefgen.outline.markdown", "mcp", "pydantic")
late = [*rooms, *others, "briefgen.answers.findings"]
late += ["websockets", "asyncio", "ssl", "webbrowser", "concurrent.futures"]
if hasattr(sys.modules.get("reportlab.lib.utils"), "urlopen"):
    late.remove("ssl")  # reportlab before 5 asks for it by itself
print(*sorted(name for name in late if name in sys.modules), file=sys.stderr)
"""


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["--help"], ["preview", "--help"], ["build"], ["check"]])
def test_who_asks_for_no_preview_does_not_wait_for_one(
    tmp_path: Path, arguments: list[str]
) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS + DECK)
    more = [str(outline), "-a", "base"] if "--help" not in arguments else []
    done = subprocess.run(
        [sys.executable, "-c", UNASKED, *arguments, *more], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == ""
