"""What a reference to the page of an index depends on; Sphinx, or intersphinx, draws it."""

from __future__ import annotations

from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.targets import INDEX_OF, roles_in


def answer_index(context: Context, docname: str, name: str) -> tuple[bool, bool]:
    """Whether an index has a page in this output, and whether the project has such an index.

    :param name: of its page, such as ``trip-talks``
    """
    ours = {INDEX_OF[role] for role in roles_in(context.catalogue)}
    return name in context.index_pages, name in ours
