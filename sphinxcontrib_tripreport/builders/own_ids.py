"""What the ids of feeds and calendars begin with, if the project says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def beginning_of_ids(app: Sphinx) -> str:
    """What ``feed-id`` of the root document says; empty if it says nothing."""
    given = app.env.metadata.get(app.config.root_doc, {}).get("feed-id", "")
    return "".join(str(given).split())
