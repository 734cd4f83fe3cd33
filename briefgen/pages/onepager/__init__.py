"""Turn a Brief into the scene of its printed page: one sheet, from masthead to sources.

    sheet      the paper's name → size, margins, panels
    plan       a size of text → all sizes and distances
    block      a part of the page → how high it must and may be, and what it draws
    row        cells side by side → lines on common baselines
    measure    the width of the columns → the sizes of which whole characters fill them
    masthead, opening, strip, topics, evidence, footer      the parts
    copyfit    the parts → the plan at which they fill one page
    slug       what the sheet is → the line that a printing house reads beside it
    page       the whole; the other style shares parts of this one, and loads these alone

Upright, the parts stand one below the other. Across (and folded), what leads stands in the left
panel and the topics in the right.
"""
