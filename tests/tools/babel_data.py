"""What Babel writes otherwise since it has newer data of its languages."""

from __future__ import annotations

import babel

_HAS_NEWER = tuple(map(int, babel.__version__.split(".")[:2])) >= (2, 19)


def by_babel(before: str, since: str) -> str:
    """What is expected: *before* Babel 2.19, or *since* then."""
    return since if _HAS_NEWER else before
