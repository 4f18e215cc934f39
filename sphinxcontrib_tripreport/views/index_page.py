"""What a reference to the page of an index depends on; Sphinx, or intersphinx, draws it."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.catalogue.page_names import OVERVIEWS
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.index_places import INDEX_OF, roles_in


def answer_index(context: Context, docname: str, name: str) -> tuple[bool, bool]:
    """Whether an index has a page in this output, and whether the project has such an index.

    The page may be an overview that is in its place.

    :param name: of its page, such as ``trip-talks``
    """
    roles = {role for role in roles_in(context.catalogue) if INDEX_OF[role] == name}
    overviews = [context.targets.page(OVERVIEWS.get(role, ""), "") for role in roles]
    return name in context.index_pages or any(overviews), bool(roles)
