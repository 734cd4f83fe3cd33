"""Turn `python -m briefgen.cli` into the command line."""

from briefgen.cli import main
from briefgen.machine import garbage

garbage.seldom()
main()
