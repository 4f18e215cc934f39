"""Lists of what several sites noted: filtered and grouped by site."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.model.sites import OtherSite
from sphinxcontrib_tripreport.core.queries.ordering import newest_first
from sphinxcontrib_tripreport.core.queries.sorter import Sorter
from tests.core.queries.questions import ask
from tests.core.records import Options, note

THERE = "https://b.example/x.html"
KNOWN = Catalogue(
    Records(
        notes=(
            note("a", "Bees", "Ann Lee"),
            note(THERE, "Bees", "Ann Lee", site="b", rating=2, anchor="x"),
            note(THERE, "Wax", "Bob Ray", site="b", rating=3, anchor="y"),
        ),
        reports={
            "a": Report("a", "Ours", "con", date=dt.date(2024, 5, 1)),
            THERE: Report(THERE, "Theirs", "con", date=dt.date(2024, 5, 2), site="b"),
        },
        sites={"b": OtherSite("b", "https://b.example/", "Site of Bob")},
    )
)


@pytest.mark.parametrize(
    ("kind", "options", "names", "headings"),
    [
        ("talk", {"site": "this"}, ["Bees"], []),
        ("talk", {"site": "b"}, ["Bees", "Wax"], []),
        ("talk", {"site": "Site of Bob", "rating": "2"}, ["Bees"], []),
        ("talk", {"site": "this", "rating": "2"}, [], []),
        ("talk", {"group-by": "site"}, ["Bees", "Bees", "Wax"], ["this", "b"]),
        ("report", {"group-by": "site"}, ["Ours", "Theirs"], ["this", "b"]),
        ("event", {"site": "b"}, ["con"], []),
        ("speaker", {"site": "this"}, ["Ann Lee"], []),
    ],
)
def test_sites(kind: str, options: Options, names: list[str], headings: list[str]) -> None:
    answer = ask(KNOWN, kind, options)
    assert (answer.names, answer.headings, answer.problems) == (names, headings, [])


def test_what_is_of_one_time_stays_as_it_comes() -> None:
    talks = KNOWN.talks
    assert newest_first(Sorter(KNOWN, "en"), "talk", talks) == list(talks)
    reports = KNOWN.reports.values()
    newest = newest_first(Sorter(KNOWN, "en"), "report", reports)
    assert [report.title for report in newest] == ["Theirs", "Ours"]
