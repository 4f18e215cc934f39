"""Topics of talks: separated and told apart. Standard library and slugs only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold, slug

_SEPARATOR: Final = regex(r"[,\uff0c\u3001\u060c\n\r\u2028\u2029]")
_HASH_SIGNS: Final = "#\uff03"


def split_topics(text: str) -> tuple[str, ...]:
    """The topics in ``text``, each once, in the order written.

    They are separated by commas (of any script) or are on lines of their own; the ``#`` of a
    hash tag is dropped.
    """
    return each_topic(_SEPARATOR.split(text))


def each_topic(items: Iterable[str]) -> tuple[str, ...]:
    """The topics that ``items`` are, each once; a comma in one of them separates nothing."""
    topics: dict[str, str] = {}
    for item in items:
        topic = " ".join(without_controls(item).strip().lstrip(_HASH_SIGNS).split())
        if key := fold(topic):
            topics.setdefault(key, topic)
    return tuple(topics.values())


@lru_cache(maxsize=16384)
def topic_key(text: str) -> str:
    """What says which topic a text means: its slug; ``""`` if nothing is visible."""
    return slug(text)
