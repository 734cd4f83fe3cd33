"""To import a module does nothing but define: doctests, plug-ins and editors import any of them."""

import os
import subprocess
import sys
from pathlib import Path

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


def test_every_module_can_be_imported_and_does_nothing_by_it(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", EVERY], cwd=tmp_path, env=environment,
        capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 150
    assert list(tmp_path.iterdir()) == []
