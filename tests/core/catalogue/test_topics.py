"""Topics as data files declare them: one by any name, with what is in each."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.catalogue.related_talks import related_to
from sphinxcontrib_tripreport.core.model.records import Report, Takeaway, Topic
from sphinxcontrib_tripreport.core.queries.filter_values import FilterValues
from tests.core.queries.questions import ask
from tests.core.records import note

DECLARED = (
    Topic("cloud", "Cloud", is_declared=True),
    Topic("containers", "Containers", parent="cloud", is_declared=True),
    Topic("k8s", "Kubernetes", ("kube", "K8s"), "containers", "Many.", is_declared=True),
    Topic("quantum", "Quantum", ("qubits",), is_declared=True),
)
RECORDS = Records(
    notes=(
        note(title="Pods", topics=("kube", "k8s", "bees")),
        note(title="Pods", docname="b", topics=("KUBERNETES", "Bees")),
        note(title="Boxes", topics=("containers",)),
        note(title="Skies", topics=("Cloud", "Bees")),
        note(title="Hives", topics=("Bees",)),
    ),
    reports={"a": Report("a", "A", event="con", topics=("K8s", "honey"))},
    takeaways=(Takeaway("a", "take", 9, "eat", "takeaway", "Eat.", ("kube",), note="talk-boxes"),),
    topics=DECLARED,
)
CATALOGUE = Catalogue(RECORDS)


def titles(found: object) -> list[str]:
    assert isinstance(found, tuple | list)
    return sorted(talk.title for talk in found)


def test_aliases_are_one_topic_and_shown_as_declared() -> None:
    assert {talk.title: talk.topics for talk in CATALOGUE.talks} == {
        "Pods": ("Kubernetes", "bees"),
        "Boxes": ("Containers",),
        "Skies": ("Cloud", "Bees"),
        "Hives": ("Bees",),
    }
    assert CATALOGUE.reports["a"].topics == ("Kubernetes", "honey")
    assert CATALOGUE.takeaways.all[0].topics == ("Kubernetes",)


def test_topics_are_those_that_something_is_in() -> None:
    assert {key: topic.name for key, topic in CATALOGUE.topics.items()} == {
        "bees": "Bees", "cloud": "Cloud", "containers": "Containers", "honey": "honey",
        "k8s": "Kubernetes",
    }  # fmt: skip
    assert [topic.key for topic in CATALOGUE.topics_in("cloud")] == ["containers"]
    assert [topic.key for topic in CATALOGUE.topics_in("")] == ["bees", "cloud", "honey"]
    assert CATALOGUE.topics_in("bees") == ()


def test_a_topic_has_what_is_below_it() -> None:
    assert titles(CATALOGUE.talks_about("cloud")) == ["Boxes", "Pods", "Skies"]
    assert titles(CATALOGUE.talks_about("containers")) == ["Boxes", "Pods"]
    assert titles(CATALOGUE.talks_about("k8s")) == ["Pods"]
    assert [report.docname for report in CATALOGUE.reports_about("cloud")] == ["a"]
    assert CATALOGUE.takeaways.count("takeaway", "topic", "cloud") == 1


def test_a_topic_is_found_by_all_its_names() -> None:
    for name in ("kube", "Kubernetes", "k8s"):
        assert CATALOGUE.find_topic(name) == DECLARED[2]
    assert CATALOGUE.find_topic("Qubits") == DECLARED[3]
    assert CATALOGUE.find_topic("ants") is None
    assert CATALOGUE.names.near("topic", "kubernets")[0] == "Kubernetes"
    assert CATALOGUE.names.near("topic", "qubit") == ("qubits",)


def test_related_talks() -> None:
    (skies,) = (talk for talk in CATALOGUE.talks if talk.title == "Skies")
    assert titles(related_to(CATALOGUE, skies).on_topics) == ["Boxes", "Hives", "Pods"]


@pytest.mark.parametrize(
    ("kind", "wanted", "found"),
    [
        ("talk", "kube", ["Pods"]),
        ("talk", "Cloud", ["Boxes", "Pods", "Skies"]),
        ("talk", "!containers", ["Hives", "Skies"]),
        ("talk", "kube*", ["Pods"]),
        ("talk", "qubits", []),
        ("report", "cloud", ["A"]),
        ("event", "k8s", ["con"]),
        ("takeaway", "containers", ["Eat."]),
    ],
)
def test_filters(kind: str, wanted: str, found: list[str]) -> None:
    answer = ask(CATALOGUE, kind, {"topic": wanted})
    assert sorted(answer.names) == found
    assert not answer.problems


def test_groups_have_the_declared_names() -> None:
    answer = ask(CATALOGUE, "talk", {"group-by": "topic"})
    assert answer.headings == ["bees", "cloud", "containers", "k8s"]
    assert answer.names == ["Hives", "Pods", "Skies", "Skies", "Boxes", "Pods"]


def test_names_with_spaces_are_found_as_keys_are() -> None:
    forms = FilterValues(Catalogue(Records(topics=(Topic("a", "A", ("Big Bees",)),))))
    assert forms.meant("topic", "big-bees") == {"a"}


def test_spellings() -> None:
    assert sorted(CATALOGUE.topic_spellings()) == [
        ("Bees", 2), ("Cloud", 1), ("Containers", 1), ("Kubernetes", 3), ("bees", 1), ("honey", 1)
    ]  # fmt: skip


def test_other_topics_are_said_if_those_declared_are_all() -> None:
    records = Records(
        notes=(
            note(title="Pods", line=7, topics=("kube", "Quantam")),
            note("b", "Ants", line=4, topics=("quantam",)),
            note("https://x.example", "Ants", line=4, topics=("else",), site="x"),
        ),
        reports={
            "a": Report("a", topics=("honey",), topics_line=3),
            "https://x.example": Report("https://x.example", topics=("y",), site="x"),
        },
        takeaways=(Takeaway("b", "take", 9, "eat", "takeaway", "Eat.", ("wax",)),),
        topics=DECLARED,
        topics_closed=True,
    )
    said = [
        (problem.docname, problem.line, problem.text)
        for problem in Catalogue(records).undeclared_topics()
    ]
    twice = "No data file declares the topic “Quantam”, which is in 1 other document, too."
    assert said == [
        ("a", 3, "No data file declares the topic “honey”."),
        ("a", 7, f"{twice} Did you mean “Quantum”?"),
        ("b", 9, "No data file declares the topic “wax”."),
    ]
    assert not list(CATALOGUE.undeclared_topics())
