"""Topics of talks: separated and told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.core.text.topics import split_topics, topic_key


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("", ()),
        (" , #,,\n", ()),
        ("docker, machine  learning", ("docker", "machine learning")),
        ("docker\nC#\r\nF#", ("docker", "C#", "F#")),
        ("#docker, ＃python, ##x", ("docker", "python", "x")),
        ("教育，データ、機械学習", ("教育", "データ", "機械学習")),
        ("Docker, docker, ＤＯＣＫＥＲ, Dócker", ("Docker",)),
    ],
)
def test_split_topics(text: str, topics: tuple[str, ...]) -> None:
    assert split_topics(text) == topics


def test_topic_key() -> None:
    assert topic_key("Machine Learning") == "machine-learning"
    assert topic_key("C++") != topic_key("C#") != topic_key("C")


@given(st.text())
def test_topics_split_again_alike(text: str) -> None:
    topics = split_topics(text)
    assert split_topics(", ".join(topics)) == topics
    assert len({fold(topic) for topic in topics}) == len(topics)
    assert all(map(topic_key, topics))
