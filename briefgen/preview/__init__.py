"""Turn an outline into a page that shows it while it is written.

    watch     a project's files → those that changed
    session   an outline, an audience, a theme → what is shown, of which only the changed is new
    places    a place in a picture → the place in the file where it was written, and back
    evidence  a figure → the words it stands on, in their paragraph
    messages  what is shown → JSON
    answers   what a page asks for → its answer
    server    requests and connections → answers; who may ask at all

It lives as long as its command and keeps everything in memory. It is written to by nothing but
what a person edits on the page, which goes through `outline.writing`.
"""
