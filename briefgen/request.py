"""Turn what is asked for into data: which audiences, in which formats, printed how."""

from __future__ import annotations

from pathlib import Path

from briefgen.brief.model import Brief, Stamp, words
from briefgen.brief.size import size_of
from briefgen.chinese.seen import is_blank
from briefgen.formats import USUAL
from briefgen.problems import Mark
from briefgen.record import Record, replace
from briefgen.scene.house import House
from briefgen.theme.model import Theme


class Printing(Record):
    """How prints are made, where it is not left to each outline's page: "" and False leave it."""

    paper: str = ""
    orientation: str = ""
    handout: str = ""
    press: bool = False
    attach: bool = False
    style: str = ""

    def of(self, brief: Brief) -> Brief:
        """The brief, to be printed like this."""
        asked = {
            "paper": self.paper,
            "orientation": self.orientation,
            "handout": self.handout,
            "press": self.press,
            "style": self.style,
        }
        given = {name: value for name, value in asked.items() if value}
        return replace(brief, page=replace(brief.page, **given)) if given else brief


class Request(Record):
    """What is to be built. No audiences means all of them, and the outline itself ("base")."""

    outline: Path
    audiences: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL
    theme: str = ""
    out: Path | None = None
    strict: bool = False
    jobs: int = 0
    printing: Printing = Printing()
    # Whether the finished files are read back and held against what was meant.
    verify: bool = False
    # Whether files that were edited since they were built are replaced, and kept beside.
    overwrite: bool = False
    # How large slides are, instead of the outline's size; "" leaves it.
    size: str = ""
    # The template that decks stand on, instead of the outline's ("": that one).
    template: Path | None = None
    # What everything is marked as, instead of the outline's mark; "" for nothing, None for that.
    mark: str | None = None
    # What files of the outline are read as, instead of what stands on the disk: pairs, so that a
    # request can be a key and go to another process.
    held: tuple[tuple[Path, bytes], ...] = ()

    def marked(self, brief: Brief) -> Brief:
        """The brief with the mark that is asked for, in its audience's characters."""
        if self.mark is None:
            return brief
        if is_blank(self.mark):
            return replace(brief, stamp=None)
        text = words(brief.in_script(self.mark), Mark("--mark"))
        return replace(brief, stamp=Stamp(text, brief.stamp is not None and brief.stamp.across))

    def sized(self, brief: Brief) -> Brief:
        """The brief with slides of the size that is asked for."""
        size = size_of(self.size) if self.size else None
        return replace(brief, size=size) if size else brief

    def job(self, brief: Brief, theme: Theme, format: str, house: House | None = None) -> Job:
        """One of the outputs that are asked for."""
        return Job(brief, theme, format, self.printing.attach, self.verify, house)


class Job(Record):
    """One audience in one format, to be made in whichever process."""

    brief: Brief
    theme: Theme
    format: str
    # Whether what it was made from rides along in a PDF.
    attach: bool = False
    # Whether its files are read back; pictures, in which no words can be read, as their print.
    verify: bool = False
    # The template that its deck stands on.
    house: House | None = None
