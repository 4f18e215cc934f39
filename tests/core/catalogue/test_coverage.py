"""How much of a programme was noted, and by whom."""

from __future__ import annotations

from datetime import date, datetime

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.coverage import (
    by_day,
    by_track,
    covered_sessions,
    seen_by,
)
from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.model.records import Event, Report
from tests.core.records import catalogue, note

MAY_7, MAY_8 = date(2024, 5, 7), date(2024, 5, 8)
SESSIONS = [
    Session("Wasps"),
    Session("Ants", track="Insects", day=MAY_8, begins=datetime(2024, 5, 8, 11)),
    Session("Bees", track="Insects", day=MAY_7, begins=datetime(2024, 5, 7, 10)),
    Session("Moths", track="Night", day=MAY_8, begins=datetime(2024, 5, 8, 9)),
    Session("Lunch", is_talk=False),
]


def known() -> Catalogue:
    return catalogue(
        note("a", "Bees"),
        note("b", "Bees", status="watched"),
        note("a", "Ants", status="planned"),
        events=(Event("con", "con"),),
        programmes={"con": Programme("x", sessions=SESSIONS)},
        reports=(Report("a", authors=("Ann",)), Report("b", authors=("Bob", "Ann"))),
    )


def test_sessions_by_time_with_their_notes() -> None:
    covered = covered_sessions(known(), "con")
    assert [(each.session.title, each.status, each.is_seen) for each in covered] == [
        ("Bees", "attended", True),
        ("Moths", "", False),
        ("Ants", "planned", False),
        ("Wasps", "", False),
    ]
    assert covered_sessions(known(), "other") == ()


def test_groups_and_people() -> None:
    found = known()
    covered = covered_sessions(found, "con")
    assert {name: len(group) for name, group in by_track(covered).items()} == {
        "Insects": 2,
        "Night": 1,
        "": 1,
    }
    assert {name: len(group) for name, group in by_day(covered).items()} == {
        "2024-05-07": 1,
        "2024-05-08": 2,
        "": 1,
    }
    assert seen_by(found, covered) == {"ann": 1, "bob": 1}
