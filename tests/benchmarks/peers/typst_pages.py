"""Typst through its Python package, in one process: one sheet, or one for each page given.

typst_pages.py FACES PAGE.typ OUT.pdf
typst_pages.py FACES PAGE.typ OUT_DIR PAGE.json…
"""

import sys
from pathlib import Path

import typst

faces, source, out, *pages = sys.argv[1:]
compiler = typst.Compiler(source, font_paths=[faces], ignore_system_fonts=True)
if not pages:
    compiler.compile(output=out, format="pdf")
for page in map(Path, pages):
    target = str(Path(out, page.stem + ".pdf"))
    compiler.compile(output=target, format="pdf", sys_inputs={"data": page.read_text("utf-8")})
