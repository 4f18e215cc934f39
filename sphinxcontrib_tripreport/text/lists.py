"""Names that stand together in a sentence, as a language writes them. Needs Babel only."""

from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list

from sphinxcontrib_tripreport.text.locales import find_locale

_ITEM = "\0"


def join_names(names: Sequence[str], locale: str) -> str:
    """Return names as part of a sentence: ``Ann, Bob and Cy``."""
    return format_list(names, locale=find_locale(locale))


def words_between(count: int, locale: str) -> list[str]:
    """Return what stands between *count* things in a sentence: ``[", ", " and "]`` for three."""
    return join_names([_ITEM] * count, locale).split(_ITEM)[1:-1]
