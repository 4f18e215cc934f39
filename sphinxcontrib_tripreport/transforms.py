"""How a room registers its transforms: from a table of their priorities, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.transforms import SphinxTransform
    from sphinx.transforms.post_transforms import SphinxPostTransform


def add_transforms(app: Sphinx, table: Sequence[tuple[type[SphinxTransform], int, str]]) -> None:
    """Register what changes documents when they are read; in this order within a priority."""
    for transform, priority, _reason in table:
        transform.default_priority = priority
        app.add_transform(transform)


def add_post_transforms(
    app: Sphinx, table: Sequence[tuple[type[SphinxPostTransform], int, str]]
) -> None:
    """Register what changes documents when they are written; in this order within a priority."""
    for transform, priority, _reason in table:
        transform.default_priority = priority
        app.add_post_transform(transform)
