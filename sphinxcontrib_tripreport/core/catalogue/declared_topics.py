"""The topics of all data files together, and what is wrong with them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sphinxcontrib_tripreport.core.model.places import say_place
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Topic
from sphinxcontrib_tripreport.core.options.topic import DeclaredTopic
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.topics import topic_key


def join_topics(declared: Iterable[DeclaredTopic], problems: list[Problem]) -> tuple[Topic, ...]:
    """The topics, each once, with aliases that mean one of them, and the keys of their parents.

    :param problems: where what is wrong is added, with the path of the file as its document
    """
    known = _TopicsByName(problems)
    topics = [each for each in declared if known.take(each)]
    aliases = [known.aliases_of(each) for each in topics]
    parents = _parents(topics, known)
    return tuple(
        replace(each.topic, aliases=own, parent=parents.get(each.topic.key, ""))
        for each, own in zip(topics, aliases, strict=True)
    )


class _TopicsByName:
    """Which topic each name means."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.by_name: dict[str, DeclaredTopic] = {}

    def take(self, declared: DeclaredTopic) -> bool:
        """Know a topic by its key and its name, unless one of them is another topic's."""
        topic = declared.topic
        names = {topic.key, topic_key(topic.name)}
        other = next((self.by_name[name] for name in sorted(names) if name in self.by_name), None)
        if other is not None:
            shown = quoted([topic.name])[0]
            text = f"The topic {shown} is declared in {_place(other)}, too: that one counts."
            self.say(declared, "key", text)
            return False
        self.by_name.update(dict.fromkeys(names, declared))
        return True

    def aliases_of(self, declared: DeclaredTopic) -> tuple[str, ...]:
        """The aliases of a topic that mean no other one; known from now on."""
        topic, kept = declared.topic, []
        for alias in topic.aliases:
            other = self.by_name.setdefault(topic_key(alias), declared)
            if other is declared:
                kept.append(alias)
                continue
            both = " and ".join(quoted([topic.name, other.topic.name]))
            text = f"{quoted([alias])[0]} is said of two topics, {both} ({_place(other)})"
            self.say(declared, "aliases", f"{text}: it means the second.")
        return tuple(kept)

    def say(self, declared: DeclaredTopic, field: str, text: str) -> None:
        line = declared.line_of(field)
        self.problems.append(Problem(Subtype.DUPLICATE, text, line, declared.path))

    def names(self) -> Iterator[str]:
        """What authors can write for a topic."""
        for topic in dict.fromkeys(each.topic for each in self.by_name.values()):
            yield from (topic.name, topic.key, *topic.aliases)


def _place(declared: DeclaredTopic) -> str:
    return say_place(declared.path, declared.line, "")


def _parents(topics: Iterable[DeclaredTopic], known: _TopicsByName) -> Mapping[str, str]:
    """The parents of topics: by key of a topic, the key of the one that it is in."""
    parents: dict[str, str] = {}
    for declared in topics:
        topic = declared.topic
        if not topic.parent:
            continue
        above = known.by_name.get(topic_key(topic.parent))
        text = f"“parent” of {quoted([topic.name])[0]} is {quoted([topic.parent])[0]}"
        if above is None:
            near = did_you_mean(nearest(topic.parent, known.names(), 1))
            text += f", which no data file declares: it has none.{near}"
        elif way := _path_to_itself(topic.key, above.topic.key, parents):
            names = " in ".join(quoted(known.by_name[key].topic.name for key in way))
            text += f", which would put it into itself ({names}): it has none."
        else:
            parents[topic.key] = above.topic.key
            continue
        line = declared.line_of("parent")
        known.problems.append(Problem(Subtype.DATA, text, line, declared.path))
    return parents


def _path_to_itself(key: str, parent: str, parents: Mapping[str, str]) -> list[str]:
    """The way from a topic up to itself, if it had a *parent*; empty if it is not above itself."""
    way = [key, parent]
    while way[-1] != key and way[-1] in parents:
        way.append(parents[way[-1]])
    return way if way[-1] == key else []
