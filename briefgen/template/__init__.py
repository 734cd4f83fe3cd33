"""Turn somebody's .pptx or .potx into a template: what is in it, what of it serves as what.

    scan          bytes → files, within limits
    parts clean   files → parts that lead to one another, without what may not travel
    inventory     parts → masters, layouts, placeholders, decorations (paints, decor, model)
    raster area   a layout → what it shows; where on it content may stand
    roles names   layouts → which serves as cover, section, content …, by evidence
    lock          the choices → `template.lock.yaml`, and what people changed there
    tokens faces  the theme → what its colours and faces are for
    read          all of it: a `Template`
    doctor        a template → a report (text, data, picture) with what to click

python-pptx and lxml are imported when a template is read, and not before.
"""
