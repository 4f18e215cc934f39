"""Stems of words for the index of the search page: each is found once, instead of once a page.

Sphinx keeps them for one page only, and finding them takes a fifth of a full build of 4,000 talks.
Two of three words of a page were on another one a little before.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.search import IndexBuilder

_MOST = 8192
"""How many stems are kept: about two megabytes. Twice as many would hit 8 % more words."""


def keep_stems(index: IndexBuilder) -> None:
    """Have an *index* keep the stems of the words that it was last asked for."""
    own = vars(index.lang)
    # Of an object of its class, whose method it hides.
    if "stem" not in own:
        own["stem"] = lru_cache(_MOST)(index.lang.stem)


def forget_stems(index: IndexBuilder) -> None:
    """Forget them: all pages that have words for the *index* are written."""
    vars(index.lang).pop("stem", None)
