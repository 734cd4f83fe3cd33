"""Turn `python -m briefgen.cli` into the command line."""

from briefgen.cli import main

main()
