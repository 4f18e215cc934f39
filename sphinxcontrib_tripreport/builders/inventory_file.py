"""The inventory of an HTML output, which is written only if it would say something else.

Sphinx writes it in each build, also in one with nothing to do: of 4,000 talks that takes 75 ms.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.builders.other_objects import digest_of_other_objects
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.freshness.stale import is_fresh

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

_NAME = "objects.inv"


def keep_inventory(app: Sphinx) -> None:
    """Have the builder leave an inventory alone that is right; for ``builder-inited``."""
    dump = getattr(app.builder, "dump_inventory", None)
    if dump is not None:
        vars(app.builder)["dump_inventory"] = partial(_dump, app, dump)


def _dump(app: Sphinx, dump: Callable[[], None]) -> None:
    """Write the inventory as Sphinx does, if it is not what it would be."""
    others = digest_of_other_objects(app.env)
    if not is_fresh(app, _NAME, digest_of(app.config.project, app.config.version, others)):
        dump()
