"""The date of a post: which field has it, and what is no date at all."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import ReadReport, read_report

DAY = dt.date(2020, 7, 23)


def read(lines: str, markup: str = "markdown", docname: str = "a") -> ReadReport:
    """The report of a post with these fields."""
    text = f"---\n{lines}\n---\n" if markup == "markdown" else f"{lines}\n\nTitle\n=====\n"
    return read_report(read_metadata(text, markup), docname)


@pytest.mark.parametrize(
    "name",
    [
        *("pub_date", "pubDate", "published", "publishedAt", "published_date", "created"),
        *("createdAt", "created_at", "pubDatetime", "date_published", "posted", "published_at"),
    ],
)
def test_names_of_fields(name: str) -> None:
    found = read(f"event: con\n{name}: 2020-07-23T10:00:00Z")
    assert (found.report.date, found.report.date_line, found.problems) == (DAY, 3, ())
    assert read(f":event: con\n:{name}: 2020-07-23", "restructuredtext").report.date == DAY


def test_the_first_that_is_a_date_counts() -> None:
    assert read("published: true\ncreated: 2020-07-23").report.date == DAY
    assert read("date: 2020-07-23\npublished: 2021-01-01").report.date == DAY
    assert read("date: $Date$\nposted: 2020-07-23").report.date == DAY


@pytest.mark.parametrize(
    "value",
    [
        "$Date: 2020-07-23 18:00:00 +0200 (Thu, 23 Jul 2020) $",
        "$Date: 2020/07/23 18:00:00 $",
        "$LastChangedDate: 2020-07-23T18:00:00.123456Z $",
        "$Date:: 2020-07-23 18:00:00 #$",
    ],
)
def test_version_control_writes_dates(value: str) -> None:
    for markup, mark in (("markdown", ""), ("restructuredtext", ":")):
        found = read(f"{mark}date: {value}", markup)
        assert (found.report.date, found.problems) == (DAY, ())


@pytest.mark.parametrize("value", ["$Date$", "$Date: $", "$Date: now $", "$Id$", "today", "now"])
def test_what_is_not_yet_a_date_is_nothing(value: str) -> None:
    found = read(f"event: con\ndate: {value}")
    assert (found.report.date, found.problems) == (None, ())
    assert read(f"date: {value}", docname="2020-07-23-a").report.date == DAY


@pytest.mark.parametrize(
    ("value", "day", "other"),
    [
        ("03/04/2024", dt.date(2024, 4, 3), dt.date(2024, 3, 4)),
        ("3-4-2024 10:00", dt.date(2024, 4, 3), dt.date(2024, 3, 4)),
        ("04/04/2024", dt.date(2024, 4, 4), None),
        ("23/07/2020", DAY, None),
        ("07/23/2020", DAY, None),
        ("03.04.2024", dt.date(2024, 4, 3), None),
        ("2020-07-23", DAY, None),
        ("3 April 2024", dt.date(2024, 4, 3), None),
    ],
)
def test_dates_that_can_be_read_two_ways(value: str, day: dt.date, other: dt.date | None) -> None:
    found = read(f"date: {value}").report
    assert (found.date, found.other_date) == (day, other)


@pytest.mark.parametrize(
    "field",
    [
        "updated: 2021-05-01",
        "modified: 2021-05-01 10:00",
        "lastmod: 2021-05-01T10:00:00+02:00",
        "last_modified_at: 2021-05-01 10:00:00 +0200",
        "date-modified: 2021-05-01",
        "updatedDate: 2021-05-01",
        "last_update: {date: 2021-05-01, author: Ann}",
        "date: {created: 2020-07-23, updated: 2021-05-01}",
    ],
)
def test_when_it_was_changed(field: str) -> None:
    found = read(f"event: con\n{field}")
    assert (found.report.updated, found.problems) == (dt.date(2021, 5, 1), ())


def test_what_is_no_such_date() -> None:
    for field in ("date-modified: last-modified", "updated: true", "date: 2020-07-23"):
        found = read(f"event: con\n{field}")
        assert (found.report.updated, found.problems) == (None, ())
    (problem,) = read("event: con\nlastmod: soon").problems
    assert "The metadata field “lastmod” is “soon”" in problem.text
    assert read("event: con\nfeed-id: urn:x 1").report.feed_id == "urn:x1"
    assert read("event: con\nguid: https://old.example/1").report.feed_id == "https://old.example/1"
