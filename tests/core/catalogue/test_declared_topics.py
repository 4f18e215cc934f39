"""Topics of data files: which of them count, and what is wrong with the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.catalogue.declared_topics import join_topics
from sphinxcontrib_tripreport.core.catalogue.topic_names import TopicNames
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Topic
from sphinxcontrib_tripreport.core.options.data_files import read_data

GOOD = """\
topics:
  k8s:
    name: Kubernetes
    aliases: [kube, K 8 s]
    parent: Cloud
    description: Containers by  the dozen.
  cloud:
  Machine Learning:
    key: ml
"""


def joined(*texts: str) -> tuple[tuple[Topic, ...], list[Problem]]:
    """What files declare together, and what is wrong."""
    problems: list[Problem] = []
    read = [read_data(text, f"{number}.yaml") for number, text in enumerate(texts)]
    topics = join_topics((each for data in read for each in data.topics), problems)
    return topics, [*(problem for data in read for problem in data.problems), *problems]


def test_what_is_read() -> None:
    topics, problems = joined(GOOD)
    kubernetes = Topic(
        "k8s",
        "Kubernetes",
        aliases=("kube", "K 8 s"),
        parent="cloud",
        description="Containers by the dozen.",
        is_declared=True,
    )
    cloud = Topic("cloud", "cloud", is_declared=True)
    learning = Topic("ml", "Machine Learning", is_declared=True)
    assert topics == (kubernetes, cloud, learning)
    assert not problems


@pytest.mark.parametrize(
    "text",
    [
        "topics: [Kubernetes, {name: Machine Learning, key: ml, aliases: AI}]",
        '{"topics": ["Kubernetes", {"name": "Machine Learning", "key": "ml", "aliases": ["AI"]}]}',
        "topics:\n- Kubernetes\n- name: Machine Learning\n  key: ml\n  aliases:\n  - AI\n",
    ],
)
def test_a_list(text: str) -> None:
    topics, problems = joined(text)
    assert [(topic.key, topic.name, topic.aliases) for topic in topics] == [
        ("kubernetes", "Kubernetes", ()),
        ("ml", "Machine Learning", ("AI",)),
    ]
    assert not problems


def test_several_files_are_one() -> None:
    topics, problems = joined("topics:\n  a:\n    parent: B\n", "topics: [b]")
    assert [(topic.key, topic.parent) for topic in topics] == [("a", "b"), ("b", "")]
    assert not problems


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("topics: x", 1, "“topics” is text: expected a mapping or a list."),
        ("topics:\n  a: b", 2, "“a” is text: expected a mapping."),
        ("topics:\n  a: [b]", 2, "“a” is a list: expected a mapping."),
        ("topics:\n- [b]", 2, "An entry of “topics” is a list without a name: expected a name, or"),
        ("topics:\n- parent: b", 2, "An entry of “topics” is a mapping without a name"),
        ('topics:\n- ""', 2, "“” is no key: expected letters or digits."),
        (
            "topics:\n  a:\n    parnt: b",
            3,
            "“topic” has no key “parnt”; it has name, key, aliases,",
        ),
        ("topics:\n  a:\n    parnt: b", 3, "Did you mean “parent”?"),
        ("topics:\n  a:\n    name: [b]", 3, "“name” is a list: expected text."),
        ("topics:\n  a:\n    parent: {b: c}", 3, "“parent” is a mapping: expected text."),
        (
            "topics:\n  a:\n    aliases: {b: c}",
            3,
            "“aliases” is a mapping: expected text or a",
        ),
        ("topics:\n  a:\n    aliases: [[b], c]", 3, "“aliases” is a list with something else in"),
        ("topics:\n  a:\n    parnt: [b]", 3, "“topic” has no key “parnt”"),
        ("topics:\n  a:\n    key: b c", 3, "“key” is “b c”: expected one word"),
        ("topics:\n  a:\n  b:\n  a:\n", 4, "“a” is in “topics” more than once: the last one"),
        ("topics:\n  Docker:\n    parent: dockr", 3, "“parent” of “Docker” is “dockr”, which no"),
        ("topics:\n  Docker:\n    parent: dockr", 3, "declares: it has none. Did you mean “Docker"),
        ("topics:\n  a:\n    parent: A", 3, "which would put it into itself (“a” in “a”): it has"),
        (
            "topics:\n  a:\n    parent: b\n  b:\n    parent: c\n  c:\n    parent: a\n",
            7,
            "“parent” of “c” is “a”, which would put it into itself (“c” in “a” in “b” in “c”)",
        ),
        (
            "topics:\n  a:\n    aliases: x\n  b:\n    aliases: [y, X]\n",
            5,
            "“X” is said of two topics, “b” and “a” (0.yaml, line 2): it means the second.",
        ),
        ("topics:\n  a:\n    aliases: b\n  b:\n", 3, "“b” is said of two topics, “a” and “b” (0."),
        ("topics:\n  a:\n  A:\n", 3, "The topic “A” is declared in 0.yaml, line 2, too: that one"),
        ("topics:\n  a:\n    name: B\n  b:\n", 4, "The topic “b” is declared in 0.yaml, line 2"),
        ("topics: [a, {name: c, key: a}]", 1, "The topic “c” is declared in 0.yaml, line 1,"),
    ],
)
def test_what_is_wrong_is_said_once(text: str, line: int, said: str) -> None:
    topics, (problem,) = joined(text)
    assert problem.line == line
    assert said in problem.text
    assert all(not topic.parent for topic in topics if "itself" in said and topic.key == "c")


def test_a_topic_of_two_files_is_that_of_the_first() -> None:
    topics, (problem,) = joined("topics: [{name: Bees, aliases: b}]", "\ntopics:\n  bees:\n")
    assert [topic.aliases for topic in topics] == [("b",)]
    assert (problem.docname, problem.line, problem.subtype.value) == ("1.yaml", 3, "duplicate")


def test_names() -> None:
    topics, _ = joined(GOOD)
    names = TopicNames(topics)
    for name in ("kube", "Kubernetes", "K8S", "k-8-s"):
        assert names.key_of(name) == "k8s"
    assert names.key_of("Docker") == "docker"
    assert names.display_names(("kube", "K8s", "docker", "Cloud")) == (
        "Kubernetes",
        "docker",
        "cloud",
    )
    assert list(names.keys_of(("kube", "cloud", "x"))) == ["k8s", "cloud", "x"]
    assert list(names.all_of(("x", "kube"))) == ["x", "k8s", "cloud"]
    assert names.way_up("k8s") == ("k8s", "cloud")
    same = ("Kubernetes", "x")
    assert names.display_names(same) is same


_NAMES = st.sampled_from(["a", "b", "c", "D d", "é"])
_TOPICS = st.lists(
    st.fixed_dictionaries(
        {"name": _NAMES},
        optional={"key": _NAMES, "parent": _NAMES, "aliases": st.lists(_NAMES)},
    ),
    max_size=6,
)


@given(_TOPICS)
def test_any_topics_make_a_tree(topics: list[dict[str, object]]) -> None:
    found, _ = joined(f"topics: {topics}")
    names = TopicNames(found)
    assert len(names.declared) == len(found)
    for topic in found:
        assert len(names.way_up(topic.key)) <= len(found)
        assert all(names.key_of(name) == topic.key for name in (topic.name, *topic.aliases))
        assert not topic.parent or topic.parent in names.declared
