"""Charts: what is counted, in which order, and what is left for the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.model.records import Event, Report, Topic
from sphinxcontrib_tripreport.core.queries.chart_checking import ReadChart, read_chart
from sphinxcontrib_tripreport.core.queries.counting import (
    CountedRow,
    Counts,
    count,
)
from sphinxcontrib_tripreport.core.queries.filter_values import FilterValues
from sphinxcontrib_tripreport.core.queries.selecting import select
from sphinxcontrib_tripreport.core.queries.sorter import Sorter
from tests.core.records import Post, known

Options = Mapping[str, str]


def report(name: str, day: str, author: str, language: str = "") -> Report:
    return Report(name, event=f"con-{day[:4]}", date=dt.date.fromisoformat(day),
                  authors=(author,), language=language)  # fmt: skip


KNOWN = known(
    Post(report("a", "2019-05-02", "Ann"), {
        "One": {"topics": "bees, wax", "speakers": "Kim, Lou", "rating": "4", "language": "de"},
        "Two": {"topics": "bees", "speakers": "Kim", "kind": "keynote", "status": "watched"},
    }),
    Post(report("b", "2022-11-02", "Bo", language="fr"), {
        "Three": {"topics": "bees, honey", "speakers": "Lou", "rating": "5",
                  "track": "Garden"},
        "Four": {"speakers": "Mo", "track": "Garden"},
    }),
    Post(report("c", "2022-11-03", "Ann"), {"Three": {"rating": "4", "speakers": "Lou"}}),
    events=(Event("con-2019", "Con 2019"), Event("con-2022", "Con 2022")),
)  # fmt: skip


def asked(options: Options, argument: str = "") -> ReadChart:
    return read_chart(options, "talkchart", argument)


def counts(options: Options, catalogue: Catalogue = KNOWN) -> Counts:
    chart = asked(options)
    assert chart.problems == []
    found = select(catalogue, FilterValues(catalogue), chart.query.query, "lists")
    return count(Sorter(catalogue, "en"), chart.query, found.things)


def said(row: CountedRow) -> str:
    """A row, with ``…`` for the rest and ``-`` for what has no value."""
    name = row.category.value or ("…" if row.category.is_rest else "-")
    return " ".join((name, str(row.number), *map(str, row.parts)))


def rows(options: Options, catalogue: Catalogue = KNOWN) -> list[str]:
    return list(map(said, counts(options, catalogue).rows))


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["2019 2", "2020 0", "2021 0", "2022 2"]),
        ({"by": "-year"}, ["2022 2", "2021 0", "2020 0", "2019 2"]),
        ({"by": "year", "limit": "1"}, ["2022 2", "… 2"]),
        ({"by": "event"}, ["con-2019 2", "con-2022 2"]),
        ({"by": "topic"}, ["bees 3", "honey 1", "wax 1", "- 1"]),
        # One talk on both of the rest would be one.
        ({"by": "topic", "limit": "1"}, ["bees 3", "… 2", "- 1"]),
        ({"by": "kind"}, ["talk 3", "keynote 1"]),
        ({"by": "track"}, ["Garden 2", "- 2"]),
        ({"by": "speaker"}, ["kim 2", "lou 2", "mo 1"]),
        ({"by": "author"}, ["ann 3", "bo 2"]),
        ({"by": "language"}, ["fr 2", "de 1", "- 1"]),
        # Half of the way from 4 to 5 is 4, as filters have it.
        ({"by": "rating"}, ["1 0", "2 0", "3 0", "4 2", "5 0", "- 2"]),
        ({"by": "status"}, ["attended 3", "watched 1"]),
        ({"by": "topic", "author": "Bo"}, ["bees 1", "honey 1", "- 1"]),
        ({"of": "reports"}, ["2019 1", "2020 0", "2021 0", "2022 2"]),
        ({"of": "reports", "by": "author"}, ["ann 2", "bo 1"]),
        ({"of": "reports", "by": "language"}, ["fr 1", "- 2"]),
        ({"of": "reports", "by": "event"}, ["con-2019 1", "con-2022 2"]),
        ({"of": "speakers"}, ["2019 2", "2020 0", "2021 0", "2022 2"]),
        ({"of": "speakers", "by": "topic"}, ["bees 2", "wax 2", "honey 1", "- 1"]),
        ({"of": "notes"}, ["2019 2", "2020 0", "2021 0", "2022 3"]),
        ({"of": "notes", "by": "author"}, ["ann 3", "bo 2"]),
        ({"of": "notes", "by": "rating"}, ["1 0", "2 0", "3 0", "4 2", "5 1", "- 2"]),
        ({"of": "notes", "by": "status"}, ["attended 4", "watched 1"]),
        ({"of": "notes", "by": "language"}, ["fr 2", "de 1", "- 2"]),
        ({"year": "1999"}, []),
        ({"of": "speakers", "topic": "wax", "by": "kind"}, ["talk 2"]),
    ],
)  # fmt: skip
def test_by_one_field(options: Options, found: list[str]) -> None:
    assert rows(options) == found


def test_talks_without_speakers_count_none() -> None:
    found = known(Post(report("a", "2019-05-02", "Ann"), {"One": {}, "Two": {"speakers": "Kim"}}))
    assert rows({"of": "speakers"}, found) == ["2019 1"]


TREE = (
    Topic("hive", "Hive"),
    Topic("bees", "Bees", aliases=("apis",), parent="hive"),
    Topic("wax", "Wax", parent="hive"),
    Topic("drones", "Drones", parent="bees"),
)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["hive 3", "bees 2", "drones 1", "honey 1", "wax 1", "- 1"]),
        ({"limit": "1"}, ["hive 3", "… 3", "- 1"]),
        ({"topic": "bees"}, ["bees 2", "hive 2", "drones 1", "wax 1"]),
        ({"of": "speakers"}, ["hive 2", "bees 1", "drones 1", "honey 1", "wax 1", "- 1"]),
        ({"of": "reports"}, ["bees 1", "hive 1"]),
        ({"of": "notes"}, ["hive 3", "bees 2", "drones 1", "honey 1", "wax 1", "- 1"]),
        ({"by": "year, topic"}, ["2019 4 3 2 1 1 1 1"]),
    ],
)
def test_a_topic_has_what_is_about_those_in_it(options: Options, found: list[str]) -> None:
    talks: dict[str, Options] = {
        "One": {"topics": "apis, wax", "speakers": "Kim"},
        "Two": {"topics": "drones", "speakers": "Kim"},
        "Three": {"topics": "hive, honey", "speakers": "Lou"},
        "Four": {"speakers": "Mo", "track": "Garden"},
    }
    post = Post(replace(report("a", "2019-05-02", "Ann"), topics=("bees",)), talks)
    records = Records(post.notes, {"a": post.report}, topics=TREE)
    assert rows({"by": "topic", **options}, Catalogue(records)) == found


def test_a_year_has_all_its_months() -> None:
    months = rows({"by": "month"})
    assert months[4] == "5 2"
    assert months[10] == "11 2"
    assert len(months) == 12
    assert rows({"by": "month", "limit": "3"}) == months


def test_by_two_fields() -> None:
    found = counts({"by": "kind, rating"})
    assert [part.value for part in found.parts] == ["1", "2", "3", "4", "5", ""]
    assert list(map(said, found.rows)) == ["talk 3 0 0 0 2 0 1", "keynote 1 0 0 0 0 0 1"]


def test_a_calendar_is_of_years_and_months() -> None:
    (first, *_, last) = rows({"layout": "calendar", "by": "-year"})
    assert first == "2022 2 0 0 0 0 0 0 0 0 0 0 2 0"
    assert last == "2019 2 0 0 0 0 2 0 0 0 0 0 0 0"


def test_a_bar_has_few_parts() -> None:
    talks = {f"T {number}": {"topics": f"t{number}", "kind": "poster"} for number in range(30)}
    many = known(Post(report("a", "2019-05-02", "Ann"), talks))
    found = counts({"by": "kind, topic"}, many)
    assert len(found.parts) == 9
    assert found.parts[-1].is_rest
    assert said(found.rows[0]) == "poster 30 1 1 1 1 1 1 1 1 22"
    assert len(rows({"by": "topic"}, many)) == 21
    assert rows({"by": "topic"}, many)[-1] == "… 10"


def test_a_slip_in_a_year_makes_no_long_chart() -> None:
    slip = known(Post(report("a", "1202-05-02", "Ann"), {"T": {}}),
                 Post(report("b", "2020-05-02", "Ann"), {"U": {}}))  # fmt: skip
    assert rows({}, slip) == ["1202 1", "2020 1"]


def test_what_has_no_date_is_said() -> None:
    without = known(Post(Report("a"), {"T": {}}))
    assert rows({}, without) == ["- 1"]
    assert rows({"by": "month"}, without) == ["- 1"]
    assert rows({"by": "event"}, without) == ["- 1"]
    assert rows({"of": "speakers"}, without) == [], "nobody is said to speak"
    assert rows({"by": "status, language"}, without) == ["attended 1 1"]


@given(st.sampled_from(["year", "kind", "topic", "rating", "speaker"]),
       st.sampled_from(["status", "language", "author", "event"]))  # fmt: skip
def test_no_talk_is_lost(first: str, second: str) -> None:
    alone, both = counts({"by": first}), counts({"by": f"{first}, {second}"})
    assert [row.category for row in alone.rows] == [row.category for row in both.rows]
    assert [row.number for row in alone.rows] == [row.number for row in both.rows]
    for row in both.rows:
        assert row.number <= sum(row.parts)
        assert max(row.parts) <= row.number


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"of": "talk"}, "“of” is “talk”: expected one of talks, reports, speakers, notes. Did"),
        ({"by": "topik"}, "Did you mean “topic”?"),
        ({"by": "year, kind, topic"}, "expected no more than 2"),
        ({"by": "year, year"}, "is there twice; the first counts"),
        ({"layout": "bar"}, "Did you mean “bars”?"),
        ({"limit": "some"}, "“limit” is “some”: expected a whole number from 1."),
        ({"layout": "calendar", "by": "topic"}, "A calendar does not go by “topic”: expected no"),
        ({"layout": "calendar", "by": "year, kind"}, "A calendar does not go by “kind”"),
        ({"layout": "heatmap", "by": "year"}, "A heatmap is of two fields: expected two in “by”"),
        ({"layout": "heatmap"}, "A heatmap is of two fields"),
        ({"layout": "heatmap", "by": "year, kind, topic"}, "expected no more than 2"),
        ({"of": "reports", "by": "kind"}, "“by” has “kind”, but “of” is “reports”: expected one"),
        ({"of": "speakers", "by": "speaker"}, "“by” has “speaker”, but “of” is “speakers”"),
        ({"sort": "date"}, "“talkchart” has no option “sort”"),
    ],
)  # fmt: skip
def test_one_problem_each_and_a_chart_all_the_same(options: Options, problem: str) -> None:
    found = asked(options)
    (only,) = found.problems
    assert problem in only.text
    if "sort" not in options:
        assert not found.query.query.finds_nothing
    assert found.query.by


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"topic": ""}, "“topic” is empty"),
        ({"of": "reports", "kind": "keynote"}, "“kind” filters talks, but “of” is “reports”"),
        ({"of": "reports", "rating": ">=4"}, "nothing is counted"),
        ({"kind": "keynot"}, "Did you mean “keynote”?"),
        ({"speeker": "Kim"}, "has no option “speeker”"),
    ],
)
def test_a_filter_that_is_wrong_counts_nothing(options: Options, problem: str) -> None:
    found = asked(options)
    (only,) = found.problems
    assert problem in only.text
    assert found.query.query.finds_nothing
    assert counts_of_nothing(found) == Counts()


def counts_of_nothing(chart: ReadChart) -> Counts:
    found = select(KNOWN, FilterValues(KNOWN), chart.query.query, "lists")
    return count(Sorter(KNOWN, "en"), chart.query, found.things)


def test_a_caption_is_no_argument() -> None:
    (problem,) = asked({}, "Our talks").problems
    assert "Did you mean “:caption: Our talks”?" in problem.text
    assert asked({"caption": "Our  talks"}).caption == "Our talks"
    assert asked({"tags": "bees"}).problems == []
