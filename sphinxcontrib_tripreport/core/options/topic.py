"""From what a data file says of a topic to its record. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sphinxcontrib_tripreport.core.model.option_values import TopicValues
from sphinxcontrib_tripreport.core.model.records import Topic
from sphinxcontrib_tripreport.core.options.plain_fields import pick, plain_fields
from sphinxcontrib_tripreport.core.options.tables import TOPIC_OPTIONS
from sphinxcontrib_tripreport.core.text.slugs import slug

_PLAIN = plain_fields(Topic, TOPIC_OPTIONS, "key")


class DeclaredTopic(NamedTuple):
    """A topic as one file declares it, and where."""

    topic: Topic
    """Its parent is as it is written there: a key, a name or an alias."""
    path: str
    """Of the file, from the source directory."""
    lines: Mapping[str, int]
    """Of its fields."""
    line: int

    def line_of(self, field: str) -> int:
        """Where a field is, else where the topic is."""
        return self.lines.get(field, self.line)


def declare_topic(
    key: str, name: str, values: TopicValues, path: str, lines: Mapping[str, int], line: int
) -> DeclaredTopic:
    """What a file declares.

    :param key: as the file has it; it is made a slug
    :param values: what :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gave
    """
    topic = Topic(values.get("key") or slug(key), name, is_declared=True, **pick(values, _PLAIN))
    return DeclaredTopic(topic, path, lines, line)
