"""Conference trip reports in Sphinx: every talk, speaker, event and topic known and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register every room, in the order in which a build meets it."""
    from sphinxcontrib_tripreport import (
        builders,
        directives,
        domain,
        freshness,
        garbage,
        matching,
        messages,
        neighbours,
        noting,
        pages,
        reading,
        settings,
        views,
    )
    from sphinxcontrib_tripreport.noting.stored_data import DATA_VERSION

    messages.setup(app)  # first: other rooms translate words when they are set up
    settings.setup(app)
    garbage.setup(app)
    domain.setup(app)  # before all that adds to it
    directives.setup(app)
    reading.setup(app)  # from a source to a doctree
    noting.setup(app)
    matching.setup(app)
    views.setup(app)
    pages.setup(app)
    freshness.setup(app)
    builders.setup(app)
    neighbours.setup(app)
    return {
        "version": __version__,
        "env_version": DATA_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
