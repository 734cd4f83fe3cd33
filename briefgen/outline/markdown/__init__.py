"""Turn a Markdown document into the nodes of an outline, and an outline into such a document."""
