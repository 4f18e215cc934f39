"""Excerpts say what roles name by titles and names, if one thing alone is called so."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.catalogue.excerpts import excerpt_of
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker, Takeaway
from sphinxcontrib_tripreport.core.text.excerpts import mark_role, read_excerpt
from tests.core.records import catalogue, note

KNOWN = catalogue(
    note(title="Waggle", key="one", topics=("C++",), speakers="Bo"),
    note(title="Same", key="two"),
    note("b", title="Same", key="three", event="other"),
    reports=(Report("a", authors=("Ann Lee",)),),
    events=(Event("con", "The Con"), Event("x", "Twice"), Event("y", "Twice")),
    speakers=(Speaker("bo", "Bo Ray", aliases=("Bo",)),),
    takeaways=(
        Takeaway("a", "takeaway-wax", 3, "wax", "takeaway", "Wax is warm"),
        Takeaway("a", "takeaway-long", 5, "long", "takeaway", "Word " * 40),
        Takeaway("a", "takeaway-twice", 7, "twice", "takeaway", "One"),
        Takeaway("b", "takeaway-twice", 3, "twice", "takeaway", "Two"),
    ),
)


@pytest.mark.parametrize(
    ("role", "name", "shown"),
    [
        ("talk", "one", "Waggle"),
        ("talk", "con/one", "Waggle"),
        ("talk", "same", "same"),
        ("talk", "none", "none"),
        ("event", "con", "The Con"),
        ("event", "twice", "twice"),
        ("speaker", "bo", "Bo Ray"),
        ("speaker", "nobody", "nobody"),
        ("author", "ann-lee", "Ann Lee"),
        ("author", "nobody", "nobody"),
        ("topic", "c++", "C++"),
        ("topic", "none", "none"),
        ("takeaway", "wax", "Wax is warm"),
        ("takeaway", "b/twice", "Two"),
        ("takeaway", "long", "Word " * 15 + "Word…"),
        ("takeaway", "twice", "twice"),
        ("takeaway", "none", "none"),
        ("other", "key", "key"),
    ],
)
def test_what_a_role_says(role: str, name: str, shown: str) -> None:
    excerpt = read_excerpt(f"Of {mark_role(role, name, name)}.")
    report = Report("c", excerpt=excerpt.text, excerpt_roles=excerpt.roles)
    assert excerpt_of(KNOWN, report) == f"Of {shown}."


def test_without_roles_it_stays() -> None:
    assert excerpt_of(KNOWN, Report("c", excerpt="Words.")) == "Words."
