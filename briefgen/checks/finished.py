"""Turn finished files into what in them is not as it was promised: leaks, and what was meant."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.brief.model import Brief
from briefgen.problems import Problems
from briefgen.scene.scene import Scene


def check_files(
    files: Mapping[str, bytes],
    brief: Brief,
    scene: Scene,
    problems: Problems,
    *,
    verify: bool,
    notes: bool,
) -> None:
    """Search files in which words can be read for what their audience may not see; with `verify`,
    hold them against scene and brief as well. `notes` says whether the speaker's are in them."""
    if brief.withheld:
        from briefgen.checks.leaks import search  # reading back is for those with restrictions

        search(files, brief, problems)
    if verify:
        from briefgen.checks.verify import verify as hold  # python-pptx reads decks back

        hold(files, brief, scene, problems, notes=notes)
