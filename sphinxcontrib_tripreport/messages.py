"""What the extension says: its translated words, its logger, its way to give a warning."""

from __future__ import annotations

from sphinx.locale import get_translation
from sphinx.util import logging

from sphinxcontrib_tripreport.problems import Subtype

CATALOGUE = "sphinxcontrib_tripreport"
"""Name of the gettext catalogue that holds the words shown on pages."""

_ = get_translation(CATALOGUE)
logger = logging.getLogger(__name__)


def warn(
    subtype: Subtype, text: str, location: str | tuple[str, int | None] | object | None = None
) -> None:
    """Give one Sphinx warning of type ``tripreport``.

    :param location: a docname with its line, a ``path:line`` text, or a node
    """
    # The text is complete: as an argument, a percent sign in a title is only a percent sign.
    logger.warning(
        "%s",
        text,
        type="tripreport",
        subtype=subtype.value,
        location=location,  # type: ignore[arg-type]
    )
