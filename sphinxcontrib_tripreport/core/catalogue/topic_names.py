"""Which topic a name means, what it is called, and what is above it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from sphinxcontrib_tripreport.core.model.records import Topic
from sphinxcontrib_tripreport.core.text.topics import topic_key


class TopicNames:
    """The topics that data files declare; any other one is known by a slug of its name."""

    def __init__(self, declared: Iterable[Topic] = ()) -> None:
        """:param declared: as :mod:`.declared_topics` gives them"""
        self.declared: Mapping[str, Topic] = {topic.key: topic for topic in declared}
        """By key."""
        self._keys = {
            topic_key(name): topic.key
            for topic in self.declared.values()
            for name in (*topic.aliases, topic.name, topic.key)
        }
        self._ways = {key: tuple(self._broader_topics(key)) for key in self.declared}

    def key_of(self, name: str) -> str:
        """The key of the topic that a name means."""
        key = topic_key(name)
        return self._keys.get(key, key)

    def keys_of(self, names: Iterable[str]) -> Iterable[str]:
        """The keys of the topics that names mean, each once."""
        return dict.fromkeys(map(self.key_of, names))

    def all_of(self, names: Iterable[str]) -> Iterable[str]:
        """The keys of the topics that names mean, and of all topics that these are in."""
        return self.with_above(self.keys_of(names))

    def with_above(self, keys: Iterable[str]) -> Iterable[str]:
        """Keys of topics, with those of all topics that these are in; each once, if they are."""
        if not self._has_parents:
            return keys
        return dict.fromkeys(each for key in keys for each in self.way_up(key))

    def way_up(self, key: str) -> tuple[str, ...]:
        """The key of a topic, of the one that it is in, and so on."""
        return self._ways.get(key, (key,))

    def display_names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names as pages show them, each topic once: the declared ones as they are declared."""
        if not self.declared:
            return names
        known = self.declared
        by_key: dict[str, str] = {}
        for name in names:
            key = self.key_of(name)
            by_key.setdefault(key, known[key].name if key in known else name)
        shown = tuple(by_key.values())
        return names if shown == names else shown

    def names(self) -> Iterator[tuple[str, str]]:
        """Everything that a declared topic is called, with its key."""
        for topic in self.declared.values():
            yield from ((name, topic.key) for name in (topic.name, topic.key, *topic.aliases))

    def _broader_topics(self, key: str) -> Iterator[str]:
        while key:
            yield key
            key = self.declared[key].parent

    @cached_property
    def _has_parents(self) -> bool:
        return any(topic.parent for topic in self.declared.values())
