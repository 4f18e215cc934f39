"""What pages there can be, and the names that all of their documents have. Pure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

ROOT: Final = "trip"
"""The folder of all documents that are made."""
OVERVIEWS: Final = {
    "event": "events",
    "speaker": "speakers",
    "author": "authors",
    "topic": "topics",
    "year": "years",
    "talk": "talks",
}
"""The page that lists all of one kind, as ``tripreport_pages`` calls it."""
ARCHIVE: Final = "archive"
STATISTICS: Final = "statistics"
KINDS: Final = (*OVERVIEWS.values(), ARCHIVE, STATISTICS)
"""Everything that ``tripreport_pages`` can ask for."""


def is_page_name(docname: str, kinds: Collection[str]) -> bool:
    """Whether a document could be one of those that *kinds* ask for."""
    root, _, rest = docname.casefold().partition("/")
    return root == ROOT and rest.partition("/")[0] in kinds
