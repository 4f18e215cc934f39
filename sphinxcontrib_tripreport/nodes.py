"""The one node of ours: a placeholder that a view fills in when a page is written."""

from __future__ import annotations

from docutils import nodes


class trip_placeholder(nodes.General, nodes.Element):  # noqa: N801 - named as docutils names nodes
    """Stands in a doctree for what only the whole project knows.

    Attributes, all text: ``view``, the name of a view; ``subject``, what the view is asked about;
    ``docname``, the document that holds it, also after documents were joined into one. Children
    are what else its author wrote there; they are shown at the view's end.
    """
