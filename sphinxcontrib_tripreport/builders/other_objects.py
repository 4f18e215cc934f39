"""The objects of other domains than ours, of which the inventory and the search page know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass
class _KnownDigest:
    """The digest of this build, because it takes as long as to write an inventory."""

    digest: str = ""


def digest_of_other_objects(env: BuildEnvironment) -> str:
    """A digest of them; no document may be written after it was asked for the first time."""
    known = store_of(env).state(_KnownDigest)
    if not known.digest:
        known.digest = digest_of(
            [
                (domain.name, sorted(domain.get_objects()))
                for domain in env.domains.sorted()
                if domain.name != "trip"  # whose objects come from what all of ours is made from
            ]
        )
    return known.digest
