"""The readers of metadata: each knows one form, and says whether a post has it.

What a field means is decided in :mod:`.report`.
"""

from __future__ import annotations

from collections.abc import Callable

from sphinxcontrib_tripreport.posts.field_list import read_field_list
from sphinxcontrib_tripreport.posts.front_matter import read_front_matter
from sphinxcontrib_tripreport.posts.metadata import Metadata

Reader = Callable[[str], Metadata | None]
"""From a post's text to its metadata, or None where the text has none of the reader's form."""

READERS: dict[str, tuple[Reader, ...]] = {
    "markdown": (read_front_matter,),
    "restructuredtext": (read_field_list,),
}
"""By markup, in the order in which they are asked."""


def read_metadata(text: str, markup: str) -> Metadata:
    """The metadata of a post.

    :param text: the post's source
    :param markup: ``markdown`` or ``restructuredtext``; others have no metadata
    """
    for reader in READERS.get(markup, ()):
        if (metadata := reader(text)) is not None:
            return metadata
    return Metadata()
