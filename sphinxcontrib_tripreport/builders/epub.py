"""Pages whose names are not ASCII in EPUB: those of people and topics often are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx.builders.epub3 import Epub3Builder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_NOT_ASCII = re.compile("(?:%[89A-F][0-9A-F])+")


def name_pages_alike(app: Sphinx) -> None:
    """Have a book's order of pages name them as its list of files does; for ``builder-inited``.

    Sphinx quotes the addresses of documents, ``%E6%95%B0.xhtml``, and then looks for them among
    the names of files: what is not ASCII is not found, and the book is not valid.
    """
    builder = app.builder
    if not isinstance(builder, Epub3Builder):
        return
    collect = builder.get_toc

    def get_toc() -> None:
        collect()
        for node in builder.refnodes:
            node["refuri"] = _NOT_ASCII.sub(lambda match: unquote(match[0]), node["refuri"])

    builder.get_toc = get_toc  # type: ignore[method-assign]
