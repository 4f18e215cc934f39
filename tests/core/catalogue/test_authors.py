"""Authors: one person with two sides, who wrote what, and what is said twice of them."""

from __future__ import annotations

import datetime as dt

from sphinxcontrib_tripreport.core.catalogue.page_facts import facts_of
from sphinxcontrib_tripreport.core.catalogue.pages import Page
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Report, Speaker
from tests.core.records import catalogue, note

ANN = Report("ann", "Ann's", event="con", date=dt.date(2024, 5, 2), authors=("Ann Lee",))
BOTH = Report("both", "Both", event="con", date=dt.date(2024, 5, 1), authors=("al", "Bob Ray"))
LATE = Report("late", "Late", event="den", date=dt.date(2024, 6, 1), authors=("ann lee",))


def test_a_person_who_speaks_and_writes_is_one() -> None:
    known = catalogue(note("both", "Bees", "Ann Lee"), reports=(ANN, BOTH, LATE))
    assert list(known.people) == ["al", "ann-lee", "bob-ray"]
    assert list(known.speakers) == ["ann-lee"]
    assert list(known.authors) == ["al", "ann-lee", "bob-ray"]
    ann = known.find_author("Ann  LEE")
    assert ann is not None
    assert (ann.name, ann.is_speaker, ann.is_author) == ("Ann Lee", True, True)
    assert known.find_author("Cat") is None


def test_the_short_name_of_an_author_is_the_person() -> None:
    ann = Speaker("ann-lee", "Ann Lee", other_key="al", is_speaker=False, is_author=True)
    known = catalogue(reports=(ANN, BOTH, LATE), speakers=(ann,))
    assert list(known.authors) == ["ann-lee", "bob-ray"]
    assert known.speakers == {}
    assert known.authorship.of_report("both") == ("ann-lee", "bob-ray")
    assert known.authorship.of_report("nothing") == ()
    assert known.authorship.reports_by("ann-lee") == ("both", "ann", "late")
    assert known.authorship.reports_by("cat") == ()
    assert known.authorship.events_of("ann-lee") == {"con", "den"}
    assert known.authorship.events_of("cat") == frozenset()


def test_the_most_frequent_spelling_of_an_author_counts() -> None:
    others = (Report("x", authors=("Ann Lee",)), Report("y", authors=("ANN LEE",)))
    known = catalogue(reports=(*others, Report("z", authors=("Ann Lee",))))
    assert known.authors["ann-lee"].name == "Ann Lee"


def test_a_talk_is_what_its_author_met() -> None:
    known = catalogue(
        note("ann", "Bees", rating=5, status="watched"),
        note("both", "Bees", rating=2),
        note("alone", "Bees", rating=1),
        note("ann", "Ants", rating=4),
        reports=(ANN, BOTH),
    )
    ants, bees = known.talks
    authorship = known.authorship
    assert authorship.of_talk(bees) == ("al", "bob-ray", "ann-lee")
    assert authorship.talks_noted_by("ann-lee") == (ants, bees)
    assert authorship.talks_noted_by("cat") == ()
    assert (bees.status, bees.rating) == ("attended", 8 / 3)
    hers = authorship.as_noted_by(bees, ("ann-lee",))
    assert (hers.status, hers.rating, len(hers.notes)) == ("watched", 5, 1)
    assert authorship.as_noted_by(ants, ("ann-lee",)) is ants
    assert authorship.as_noted_by(ants, ("bob-ray",)) is ants


def test_somebody_who_is_described_by_both_sides_is_described_twice() -> None:
    author = Speaker(
        "ann-lee", "Ann Lee", described=Target("a", "x"), line=3, is_speaker=False, is_author=True
    )
    speaker = Speaker("ann-lee", "Ann Lee", described=Target("b", "y"), line=7)
    known = catalogue(speakers=(author, speaker))
    (problem,) = known.problems
    assert (problem.docname, problem.line) == ("b", 7)
    assert problem.text == (
        "The speaker “Ann Lee” is described twice: also as an author in a, line 3, which counts;"
        " expected one description a person, which shows both sides."
    )
    assert known.authors["ann-lee"] is known.speakers["ann-lee"]


def test_an_author_who_is_described_twice() -> None:
    ann = Speaker("ann-lee", "Ann Lee", described=Target("a", "x"), is_speaker=False)
    (problem,) = catalogue(speakers=(ann, ann)).problems
    assert problem.text.startswith("The author “Ann Lee” is described twice: also in a, line 0")


def test_names_near_that_of_an_author() -> None:
    names = catalogue(note("both", "Bees", "Zoe Quist"), reports=(BOTH,)).names
    assert names.near("author", "Bob Rey") == ("Bob Ray",)
    assert names.near("speaker", "Bob Rey") == ()
    assert names.near("author", "Zoe Quisd") == ()


def test_what_the_page_of_an_author_can_ask() -> None:
    known = catalogue(note("both", "Bees", "Ann Lee"), reports=(ANN, BOTH, LATE))
    facts = facts_of(known, Page("x", "author", "ann-lee"), ())
    assert (facts["talks"], facts["reports"], facts["events"]) == (0, 2, 2)
