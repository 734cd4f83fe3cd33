"""Turn Lucide's SVG icons into the path data that decks and printed pages draw.

    npm pack lucide-static && tar xzf lucide-static-*.tgz
    python make_icons.py package

writes icons.json: for each icon a path of M, L, C and Z in a square of 24 x 24 units, y downwards,
to be stroked 2 units wide with round ends and corners. Arcs, circles and rectangles have become
cubic curves. LICENSE.txt is the package's own.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.svgLib import SVGPath

ICONS = Path(__file__).resolve().parents[1] / "icons"

# What briefings are about; any name of lucide.dev can be added.
NAMES = """
activity anchor archive arrow-right atom award badge-check banknote battery-charging bell bike
blocks book-open bot boxes brain bridge briefcase-business building building-2 bus
calendar calendar-check camera car chart-bar chart-column chart-line chart-pie
circle-check circle-dollar-sign circle-help circuit-board clipboard-check clipboard-list clock
cloud coins compass construction container cpu credit-card database dna droplets drone dumbbell
earth eye factory file-check file-text flag flask-conical forklift fuel gauge gavel gem gift globe
graduation-cap hammer hand-coins handshake hard-hat heart heart-handshake heart-pulse
hospital hotel house key land-plot landmark languages laptop layers layout-grid leaf library
lightbulb link list-checks lock mail map map-pin map-pinned medal megaphone message-circle
microscope milestone monitor mountain music network newspaper package palette pencil-ruler phone
piggy-bank pill plane plug-zap presentation puzzle radio-tower receipt recycle rocket route ruler
sailboat satellite scale school scroll-text search server settings shield shield-check ship
shopping-bag shopping-cart smartphone sprout square-kanban stamp star stethoscope store sun
target telescope tent test-tube thermometer thumbs-up tickets timer toolbox tractor train-front
tram-front tree-palm tree-pine trees trending-up triangle-alert trophy truck university
user-check user-plus users users-round utensils wallet warehouse waves waypoints wheat
wifi wind wrench zap
""".split()

# Shorter words for some of them.
ALIASES = {
    "flask": "flask-conical",
    "cart": "shopping-cart",
    "city": "building-2",
    "chart": "chart-column",
    "people": "users",
    "train": "train-front",
    "money": "coins",
    "growth": "trending-up",
    "idea": "lightbulb",
    "law": "scale",
    "warning": "triangle-alert",
    "check": "circle-check",
}


class _PathData(BasePen):  # type: ignore[misc]
    """Collects a path as `M14 2L14 8C…Z`, numbers with two decimals at most."""

    def __init__(self) -> None:
        super().__init__(None)
        self.steps: list[str] = []

    def _write(self, op: str, *points: tuple[float, float]) -> None:
        numbers = (f"{value:.2f}".rstrip("0").rstrip(".") for point in points for value in point)
        self.steps.append(op + " ".join(numbers))

    def _moveTo(self, pt: Any) -> None:  # noqa: N802 - fontTools' names
        self._write("M", pt)

    def _lineTo(self, pt: Any) -> None:  # noqa: N802
        self._write("L", pt)

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:  # noqa: N802
        self._write("C", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self.steps.append("Z")


def path_of(svg: Path) -> str:
    """The path of one icon."""
    pen = _PathData()
    SVGPath(str(svg)).draw(pen)
    return "".join(pen.steps)


def main(package: Path) -> None:
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    missing = [name for name in NAMES if not (package / "icons" / f"{name}.svg").is_file()]
    if missing:
        sys.exit(f"lucide-static {version} has no {', '.join(missing)}")
    paths = {name: path_of(package / "icons" / f"{name}.svg") for name in NAMES}
    paths |= {alias: paths[name] for alias, name in ALIASES.items()}
    made = {
        "source": f"lucide-static {version}",
        "licence": "ISC (some icons MIT); see LICENSE.txt",
        "icons": dict(sorted(paths.items())),
    }
    text = json.dumps(made, ensure_ascii=False, indent=0) + "\n"
    (ICONS / "icons.json").write_text(text, "utf-8")
    shutil.copy(package / "LICENSE", ICONS / "LICENSE.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
