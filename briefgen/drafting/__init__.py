"""Turn somebody's finished text into the draft of a project: an outline, its source, its pictures.

tree          what a file says, whichever format it has: headings, paragraphs, lists, tables …
office        a stranger's Word or PowerPoint file → the files in it, within limits
plain, markdown, word, presentation, pdf
              one format each → the tree
read          a path → the tree of its format
plan          the tree → slides
figures       the numbers of the source → ledger entries, and {id} in the slides' words
write         slides → YAML
project       all of it → the files of a project
"""
