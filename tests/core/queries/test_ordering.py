"""The order of listings, and their groups: what ties leave to the next key, and what comes last."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.queries.checking import read_listing_options
from sphinxcontrib_tripreport.core.queries.query import as_list, make_query
from tests.core.queries.questions import ask, years
from tests.core.queries.test_selecting import UNDATED
from tests.core.records import Options, Post, known

YEARS = years()


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("talk", {}, "three four two one"),
        ("talk", {"layout": "timeline"}, "three four two one"),
        ("talk", {"group-by": "kind"}, "one three two four"),
        ("talk", {"group-by": "-year"}, "three four two one"),
        ("talk", {"event": "con-2020, con-2021"}, "three four two one"),
        ("talk", {"event": "con-202*"}, "three four two one"),
        # The programme of an event, what a report tells, a day from morning to evening.
        ("talk", {"event": "con-2020"}, "one two"),
        ("talk", {"report": "con-2020"}, "one two"),
        ("talk", {"group-by": "event"}, "one two three four"),
        ("talk", {"group-by": "-event"}, "three four one two"),
        ("talk", {"group-by": "day"}, "one two three four"),
        ("talk", {"layout": "schedule"}, "one two three four"),
        ("talk", {"group-by": "year"}, "one two three four"),
        ("talk", {"layout": "timeline", "group-by": "year"}, "one two three four"),
        ("event", {}, "Con 2021, con-2020"),
        ("event", {"event": "con-2020"}, "con-2020"),
        ("event", {"layout": "timeline"}, "Con 2021, con-2020"),
        ("event", {"group-by": "year"}, "con-2020, Con 2021"),
        ("report", {}, "Report on con-2021, Report on con-2020"),
        (
            "report",
            {"layout": "posts", "event": "con-202*"},
            "Report on con-2021, Report on con-2020",
        ),
        ("report", {"topic": "trips"}, "Report on con-2021, Report on con-2020"),
        # Parts of a series are read from the first.
        ("report", {"series": "Years"}, "Report on con-2020, Report on con-2021"),
        ("report", {"group-by": "event"}, "Report on con-2020, Report on con-2021"),
    ],
)
def test_the_newest_first_but_programmes(kind: str, options: Options, expected: str) -> None:
    names = expected.split() if kind == "talk" else expected.split(", ")
    assert ask(YEARS, kind, options).names == names


def trip(talks: dict[str, Options]) -> Catalogue:
    """A report on an event, with talks."""
    return known(Post(Report("con", event="con", date=dt.date(2020, 2, 1)), talks))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"sort": "-date"}, ["three", "four", "two", "one"]),
        ({"sort": "title"}, ["four", "one", "three", "two"]),
        ({"sort": "kind, -title"}, ["one", "two", "three", "four"]),
        ({"sort": "-rating"}, ["one", "two", "four", "three"]),
        ({"sort": "event, title"}, ["four", "three", "one", "two"]),
        ({"sort": "speaker, title"}, ["one", "three", "two", "four"]),
        ({"limit": "2"}, ["three", "four"]),
    ],
)
def test_talks(options: Options, expected: list[str]) -> None:
    assert ask(YEARS, "talk", options).names == expected


@pytest.mark.parametrize(
    ("kind", "sort", "expected"),
    [
        ("speaker", "-talks, name", ["Ann Lee", "Cy Poe", "Bob Ray"]),
        ("speaker", "affiliation, -name", ["Ann Lee", "Bob Ray", "Cy Poe"]),
        ("speaker", "-date, -name", ["Cy Poe", "Bob Ray", "Ann Lee"]),
        ("event", "-date", ["Con 2021", "con-2020"]),
        ("event", "-name", ["con-2020", "Con 2021"]),
        ("event", "talks, -reports, date", ["con-2020", "Con 2021"]),
        ("report", "-author", ["Report on con-2021", "Report on con-2020"]),
        ("report", "-title", ["Report on con-2021", "Report on con-2020"]),
        ("report", "-date", ["Report on con-2021", "Report on con-2020"]),
    ],
)
def test_others(kind: str, sort: str, expected: list[str]) -> None:
    assert ask(YEARS, kind, {"sort": sort}).names == expected


@pytest.mark.parametrize("day", [{}, {"day": "2020-01-01"}, {"start": "2020-01-01 09:00"}])
@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("date, -rating", ["Beta", "Gamma", "Alpha"]),
        ("-date, title", ["Alpha", "Beta", "Gamma"]),
        ("-date, -title", ["Gamma", "Beta", "Alpha"]),
        ("-date, speaker", ["Gamma", "Beta", "Alpha"]),
        ("date, speaker", ["Gamma", "Beta", "Alpha"]),
        ("-date, rating", ["Alpha", "Gamma", "Beta"]),
        ("date", ["Alpha", "Beta", "Gamma"]),
        ("-date", ["Alpha", "Beta", "Gamma"]),
    ],
)
def test_keys_behind_the_date_count(day: Options, sort: str, expected: list[str]) -> None:
    talks: dict[str, Options] = {
        "Gamma": {"speakers": "Ann", "rating": "3", **day},
        "Beta": {"speakers": "Yak", "rating": "5", **day},
        "Alpha": {"speakers": "Zed", "rating": "1", **day},
    }
    assert ask(trip(talks), "talk", {"sort": sort}).names == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("date, -rating", ["Early", "Late", "Some time", "Next"]),
        # What is unknown comes last, whichever way round: here the time.
        ("-date, rating", ["Next", "Late", "Early", "Some time"]),
    ],
)
def test_the_date_goes_before_the_keys_behind_it(sort: str, expected: list[str]) -> None:
    talks: dict[str, Options] = {
        "Early": {"start": "2020-01-01 09:00", "rating": "1"},
        "Late": {"start": "2020-01-01 10:00", "rating": "5"},
        "Some time": {"day": "2020-01-01", "rating": "5"},
        "Next": {"day": "2020-01-02", "rating": "5"},
    }
    assert ask(trip(talks), "talk", {"sort": sort}).names == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("date", ["Early", "Undated", "Later"]), ("-date", ["Later", "Early", "Undated"])],
)
def test_undated_talks_come_after_the_first_day(sort: str, expected: list[str]) -> None:
    talks: dict[str, Options] = {
        "Later": {"day": "2020-05-02"},
        "Undated": {},
        "Early": {"day": "2020-05-01", "start": "09:00"},
    }
    assert ask(trip(talks), "talk", {"sort": sort}).names == expected


def test_kinds_are_in_the_order_of_a_programme() -> None:
    kinds = ("talk", "other", "open-space", "lightning", "keynote")
    found = trip({f"A {kind}": {"kind": kind} for kind in kinds})
    in_order = ["keynote", "talk", "lightning", "open-space", "other"]
    assert ask(found, "talk", {"group-by": "kind"}).headings == in_order
    turned = ask(found, "talk", {"sort": "-kind"}).names
    assert turned == [f"A {kind}" for kind in reversed(in_order)]


def test_reports_are_sorted_by_the_name_of_their_event() -> None:
    found = known(
        Post(Report("one", "On the zoo", "a")),
        Post(Report("two", "On the ark", "b")),
        Post(Report("three", "On nothing")),
        events=(Event("a", "Zoo Days"), Event("b", "Ark Days")),
    )
    names = ask(found, "report", {"sort": "event"}).names
    assert names == ["On the ark", "On the zoo", "On nothing"]


def test_names_are_in_the_order_of_the_language() -> None:
    people = (Speaker("a", "Zo"), Speaker("b", "Ål"), Speaker("c", "Al"))
    found = known(speakers=people)
    assert ask(found, "speaker").names == ["Al", "Ål", "Zo"]
    assert ask(found, "speaker", language="da").names == ["Al", "Zo", "Ål"]


@pytest.mark.parametrize(
    ("group_by", "headings"),
    [
        ("event", ["con-2020", "con-2021"]),
        ("-event", ["con-2021", "con-2020"]),
        ("year", ["2020", "2021"]),
        ("kind", ["keynote", "talk", "panel"]),
        ("topic", ["bees", "data-wax", "wasps", "wax"]),
        ("speaker", ["ann-lee", "cy-poe", "bob-ray", ""]),
        ("initial", ["F", "O", "T"]),
        ("day", ["2020-05-01", "2020-05-02", "2021-06-01", ""]),
        ("track", [""]),
        ("event, day", ["con-2020", "2020-05-01", "2020-05-02", "con-2021", "2021-06-01", ""]),
    ],
)
def test_groups_of_talks(group_by: str, headings: list[str]) -> None:
    assert ask(YEARS, "talk", {"group-by": group_by}).headings == headings


@pytest.mark.parametrize(
    ("kind", "group_by", "headings"),
    [
        ("speaker", "initial", ["L", "P", "R"]),
        ("event", "year", ["2020", "2021"]),
        ("event", "series", [""]),
        ("report", "author", ["me", "you"]),
        ("report", "-year", ["2021", "2020"]),
        ("report", "series", ["Years"]),
    ],
)
def test_groups_of_others(kind: str, group_by: str, headings: list[str]) -> None:
    assert ask(YEARS, kind, {"group-by": group_by}).headings == headings


@pytest.mark.parametrize(
    ("group_by", "headings", "names"),
    [
        ("year", ["2019", "2020", "2021", ""], ["Alone", "Told", "Described", "Never"]),
        ("-year", ["2021", "2020", "2019", ""], ["Described", "Told", "Alone", "Never"]),
        ("day", [""], ["Alone", "Told", "Described", "Never"]),
    ],
)
def test_groups_of_talks_without_a_day(
    group_by: str, headings: list[str], names: list[str]
) -> None:
    answer = ask(UNDATED, "talk", {"group-by": group_by})
    assert (answer.headings, answer.names) == (headings, names)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"group-by": "day"}, ["2020-07-23", "con#1", "con#2", "pyday#1"]),
        ({"group-by": "-day"}, ["2020-07-23", "pyday#1", "con#2", "con#1"]),
        ({"group-by": "day", "event": "con"}, ["#1", "#2"]),
        ({"group-by": "event, day"}, ["dated", "2020-07-23", "con", "#1", "#2", "pyday", "#1"]),
        ({"layout": "schedule"}, ["2020-07-23", "con#1", "con#2", "pyday#1"]),
    ],
)
def test_numbered_days_are_those_of_their_event(options: Options, expected: list[str]) -> None:
    days = {"con": {"One": "1", "Two": "2"}, "pyday": {"Uno": "1"}, "dated": {"A": "2020-07-23"}}
    posts = (
        Post(
            Report(event, event=event),
            {title: {"day": day, "start": "09:00"} for title, day in given.items()},
        )
        for event, given in days.items()
    )
    assert ask(known(*posts), "talk", options).headings == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["Opening", "Early", "Late"]),
        ({"sort": "-date"}, ["Early", "Late", "Opening"]),
        ({"group-by": "-day"}, ["Early", "Late", "Opening"]),
        ({"sort": "title"}, ["Opening", "Early", "Late"]),
        ({"sort": "-date", "limit": "2"}, ["Early", "Late"]),
    ],
)
def test_a_day_of_a_schedule_runs_from_morning_to_evening(
    options: Options, expected: list[str]
) -> None:
    talks: dict[str, Options] = {
        "Late": {"start": "2024-02-04 10:00"},
        "Early": {"start": "2024-02-04 09:30"},
        "Opening": {"start": "2024-02-03 09:00"},
    }
    answer = ask(trip(talks), "talk", {"layout": "schedule", **options})
    assert answer.names == expected


@pytest.mark.parametrize(
    ("options", "headings"),
    [
        ({}, ["2024", "2019"]),
        ({"sort": "date"}, ["2019", "2024"]),
        ({"group-by": "event"}, ["con", "2019", "2024"]),
        ({"group-by": "-year"}, ["2024", "2019"]),
        ({"group-by": "day"}, ["2019", "2019-05-06", "", "2024", "2024-02-03", "2024-02-04"]),
    ],
)
def test_groups_of_a_timeline(options: Options, headings: list[str]) -> None:
    talks: dict[str, Options] = {
        "New": {"start": "2024-02-03 09:00"},
        "Newer": {"day": "2024-02-04"},
        "Undated": {},
        "Old": {"day": "2019-05-06"},
    }
    assert ask(trip(talks), "talk", {"layout": "timeline", **options}).headings == headings


def test_a_layout_that_cannot_be_is_a_list() -> None:
    asked = read_listing_options(
        "talk", {"layout": "table", "columns": "title", "limit": "3"}, "talklist"
    )
    query = as_list(make_query("talk", asked.values))
    assert (query.layout, query.columns) == ("list", ("title", "speakers", "event", "date"))
    assert query.limit == 3


def test_talks_without_an_event_are_the_last_group() -> None:
    found = known(Post(Report("a", event="con"), {"A": {}}), Post(Report("b"), {"B": {}}))
    assert ask(found, "talk", {"group-by": "event"}).headings == ["con", ""]


def test_a_group_within_another_needs_no_heading_if_nobody_knows_its_value() -> None:
    found = known(
        Post(Report("a", event="con"), {"A": {}, "B": {"day": "2020-05-01"}}),
        Post(Report("b", event="days"), {"C": {}}),
    )
    asked = ask(found, "talk", {"group-by": "event, day"})
    assert asked.headings == ["con", "2020-05-01", "", "days"]
    assert asked.names == ["B", "A", "C"]
