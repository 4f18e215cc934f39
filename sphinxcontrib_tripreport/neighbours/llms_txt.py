"""The files that ``sphinx_llms_txt`` writes: of documents that have a source, as it expects.

Pages that are made only repeat what documents say, and the output has no source of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def leave_out_pages(app: Sphinx, exception: Exception | None) -> None:
    """Have the extension pass over made pages; for ``build-finished``."""
    made = store_of(app.env).data["pages"]
    # A new list: the old one may be the user's own.
    app.config.llms_txt_exclude = [*app.config.llms_txt_exclude, *made]
