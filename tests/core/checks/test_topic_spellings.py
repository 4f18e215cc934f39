"""Topics that are spelled in several ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.checks.topic_spellings import find_spellings


def spellings(*names: str) -> tuple[tuple[str, ...], ...]:
    """The groups among names that are all equally frequent."""
    return find_spellings((name, 1) for name in names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kubernetes", "kubernetes"),
        ("machine learning", "Machine-Learning"),
        ("machinelearning", "machine_learning"),
        ("Node.js", "nodejs"),
        ("unit test", "Unit-Tests"),
        ("unittest", "unit tests"),
        ("library", "Libraries"),
        ("box", "boxes"),
        ("class", "classes"),
        ("cache", "caches"),
        ("patch", "patches"),
        ("status", "statuses"),
        ("movie", "movies"),
        ("API", "APIs"),
        ("api", "apis"),
        ("PR", "PRs"),
        ("base de datos", "bases de datos"),
        ("aplicación", "Aplicaciones"),
        ("Café", "cafes"),
        ("Q&A", "QA"),
        ("C++", "cpp"),
        ("機械 学習", "機械学習"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
    ],
)
def test_spellings_of_one_topic(one: str, other: str) -> None:
    assert set(*spellings(one, other, "something else")) == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C#"),
        ("C#", "C++"),
        ("Python 2", "Python 3"),
        ("Python 3.1", "Python 31"),
        ("plan", "planes"),
        ("not", "notes"),
        ("CSS", "CS"),
        ("AI", "A"),
        ("testing", "tests"),
        ("k8s", "Kubernetes"),
        ("pr", "prs"),
    ],
)
def test_other_topics(one: str, other: str) -> None:
    assert spellings(one, other) == ()


def test_more_frequent_spellings_are_first() -> None:
    found = find_spellings(
        [("tests", 1), ("Test", 3), ("docker", 2), ("test", 1), ("tests", 4), ("Docker", 2)]
    )
    assert found == (("Docker", "docker"), ("tests", "Test", "test"))


def test_a_topic_of_many_plurals() -> None:
    name = " ".join(["words"] * 30)
    assert spellings(name, name.upper()) == ((name.upper(), name),)


@given(st.lists(st.tuples(st.text(), st.integers(0, 9))))
def test_any_names(topics: list[tuple[str, int]]) -> None:
    found = find_spellings(topics)
    names = [name for group in found for name in group]
    assert len(names) == len(set(names))
    assert set(names) <= {name for name, _ in topics}
    assert all(len(group) > 1 for group in found)
    assert find_spellings(reversed(topics)) == found


@given(st.lists(st.text(alphabet="abS1", min_size=1), min_size=1))
def test_case_and_hyphens_make_no_difference(words: list[str]) -> None:
    name, other = " ".join(words), "-".join(words).swapcase()
    if name != other:
        assert len(spellings(name, other)) == 1
