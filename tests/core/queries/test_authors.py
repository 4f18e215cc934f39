"""Authors in lists: as filter, order and group, and lists of authors."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from tests.core.queries.questions import ask
from tests.core.records import Options, Post, known

ANN, BOB, CY = ("Ann Lee",), ("Bob Ray",), ("Cy Poe", "Ann Lee")


def _known() -> Catalogue:
    return known(
        Post(
            Report("a", "a", event="con", date=dt.date(2020, 5, 4), authors=ANN, topics=("bees",)),
            {"Wax": {"rating": "5"}, "Ants": {"rating": "1", "status": "watched"}},
        ),
        Post(
            Report("b", "b", event="con", date=dt.date(2021, 5, 4), authors=BOB, series="S"),
            {"Wax": {"rating": "2", "status": "missed", "topics": "wax"}},
        ),
        Post(Report("c", "c", event="den", date=dt.date(2022, 5, 4), authors=CY)),
        Post(Report("d", "d", event="den"), {"Moss": {"speakers": "Ann Lee"}}),
        speakers=(
            Speaker("ann-lee", "Ann Lee", aliases=("al",), affiliation="Acme"),
            Speaker("zed", "Zed", described=Target("zed", "x"), is_speaker=False, is_author=True),
        ),
        events=(Event("con", "Con", series="Cons"),),
    )


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("talk", {"author": "Ann Lee"}, ["Ants", "Wax"]),
        ("talk", {"author": "al", "rating": ">=5"}, ["Wax"]),
        ("talk", {"author": "Bob Ray", "rating": ">=5"}, []),
        ("talk", {"author": "Bob Ray", "status": "missed"}, ["Wax"]),
        ("talk", {"author": "!Bob Ray", "sort": "title"}, ["Ants", "Moss"]),
        ("talk", {"authors": "Bob*"}, ["Wax"]),
        ("talk", {"sort": "author"}, ["Ants", "Wax", "Moss"]),
        ("report", {"author": "ann lee"}, ["c", "a"]),
        ("talk", {"layout": "matrix", "sort": "-title"}, ["Wax", "Ants", "Moss"]),
        ("report", {"sort": "author"}, ["a", "c", "b", "d"]),
        ("event", {"author": "Ann Lee"}, ["den", "Con"]),
        ("event", {"author": "!Ann Lee"}, []),
        ("event", {"author": "Bob Ray"}, ["Con"]),
        ("author", {}, ["Ann Lee", "Cy Poe", "Bob Ray", "Zed"]),
        ("author", {"author": "Cy Poe"}, ["Cy Poe"]),
        ("author", {"event": "con"}, ["Ann Lee", "Bob Ray"]),
        ("author", {"topic": "bees"}, ["Ann Lee"]),
        ("author", {"topic": "wax"}, ["Ann Lee", "Bob Ray"]),
        ("author", {"series": "s"}, ["Bob Ray"]),
        ("author", {"series": "cons"}, ["Ann Lee", "Bob Ray"]),
        ("author", {"since": "2021"}, ["Ann Lee", "Cy Poe", "Bob Ray"]),
        ("author", {"year": "2021"}, ["Bob Ray"]),
        ("author", {"sort": "-reports"}, ["Ann Lee", "Cy Poe", "Bob Ray", "Zed"]),
        ("author", {"sort": "-talks"}, ["Ann Lee", "Bob Ray", "Cy Poe", "Zed"]),
        ("author", {"sort": "affiliation"}, ["Ann Lee", "Cy Poe", "Bob Ray", "Zed"]),
        ("author", {"sort": "-date"}, ["Ann Lee", "Cy Poe", "Bob Ray", "Zed"]),
    ],
)
def test_lists_of_and_by_authors(kind: str, options: Options, expected: list[str]) -> None:
    answer = ask(_known(), kind, options)
    assert answer.names == expected
    assert answer.problems == []


def test_an_author_that_nobody_knows() -> None:
    answer = ask(_known(), "talk", {"author": "Bob Rey"})
    assert answer.problems == [
        "No author is “Bob Rey”: nothing is listed for it. Did you mean “Bob Ray”?"
    ]


def test_groups_by_author() -> None:
    answer = ask(_known(), "talk", {"group-by": "author"})
    assert answer.headings == ["ann-lee", "bob-ray", ""]
    assert answer.names == ["Ants", "Wax", "Wax", "Moss"]
    assert ask(_known(), "report", {"group-by": "author"}).headings == [
        "ann-lee", "cy-poe", "bob-ray", "",
    ]  # fmt: skip
    assert ask(_known(), "author", {"group-by": "initial"}).headings == ["L", "P", "R", "Z"]


def test_this_author() -> None:
    ask_for = {"author": "this"}
    assert ask(_known(), "talk", ask_for, subject=("author", "bob-ray")).names == ["Wax"]
    assert ask(_known(), "report", ask_for, subject=("speaker", "ann-lee")).names == ["c", "a"]
    given = ask(_known(), "talk", {"speaker": "this"}, subject=("author", "ann-lee"))
    assert given.names == ["Moss"]
    assert ask(_known(), "talk", {"speaker": "this"}, subject=("author", "cy-poe")).problems == [
        "“speaker” is “this”, but this page has no speaker."
    ]
    assert ask(_known(), "author", ask_for, docname="zed").names == ["Zed"]
