"""What filters find, what their words mean, and what is said of those that nobody knows."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.queries.checking import read_listing_options
from sphinxcontrib_tripreport.core.queries.filter_values import FilterValues
from sphinxcontrib_tripreport.core.queries.query import make_query
from sphinxcontrib_tripreport.core.queries.selecting import select
from tests.core.queries.questions import ask, years
from tests.core.records import Options, Post, catalogue, known, note

YEARS = years()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["one", "two", "three", "four"]),
        ({"event": "con-2020"}, ["one", "two"]),
        ({"event": "Con 2021"}, ["three", "four"]),
        ({"event": "con-*"}, ["one", "two", "three", "four"]),
        ({"event": "!con-2020"}, ["three", "four"]),
        ({"speaker": "a. lee"}, ["one", "two"]),
        ({"speaker": "Ann Lee, Cy Poe", "event": "con-2021"}, ["three"]),
        ({"topic": "BEES"}, ["one", "three"]),
        ({"topic": "*wax*", "kind": "!panel"}, ["one"]),
        ({"kind": "keynote, panel"}, ["one", "four"]),
        ({"status": "missed"}, ["three"]),
        ({"year": "2020"}, ["one", "two"]),
        ({"year": ">=2021"}, ["three", "four"]),
        ({"year": "2019-2020", "rating": ">=4"}, ["one"]),
        ({"rating": "3-4"}, ["two"]),
        ({"since": "2020-05-02", "until": "2020"}, ["two"]),
        ({"language": "pt"}, ["two"]),
        ({"language": "en"}, ["one", "three", "four"]),
        ({"report": "con-2021"}, ["three", "four"]),
        ({"series": "years"}, ["one", "two", "three", "four"]),
        ({"topics": "bees"}, ["one", "three"]),
        ({"tags": "bees"}, ["one", "three"]),
        ({"speakers": "Cy Poe"}, ["three"]),
        ({"year": "2020, 2021"}, ["one", "two", "three", "four"]),
        ({"year": "!2020"}, ["three", "four"]),
        ({"rating": "3, >=5"}, ["one", "two"]),
        ({"rating": "!3"}, ["one", "three", "four"]),
        ({"rating": ">=3, !3"}, ["one"]),
        ({"rating": "!1-5"}, ["three", "four"]),
        ({"rating": "<4"}, ["two"]),
        ({"rating": "<=3"}, ["two"]),
        ({"rating": ">3"}, ["one"]),
        ({"year": "!2020", "since": "2020-12", "until": "2021-06"}, ["three", "four"]),
        ({"year": "2020-2021, !2020", "since": "2021"}, ["three", "four"]),
        ({"since": "2020-05", "until": "2020-05"}, ["one", "two"]),
        ({"until": "2020-04"}, []),
        ({"topic": "bees; wasps"}, ["one", "two", "three"]),
        ({"topic": '"bees", wasps'}, ["one", "two", "three"]),
        ({"topic": '["bees", wasps]'}, ["one", "two", "three"]),
        # MyST gives a list of YAML as text.
        ({"topic": "[bees; wasps]"}, ["one", "two", "three"]),
    ],
)
def test_talks(options: Options, expected: list[str]) -> None:
    answer = ask(YEARS, "talk", {"sort": "date", **options})
    assert answer.problems == []
    assert answer.names == expected


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("speaker", {}, ["Ann Lee", "Cy Poe", "Bob Ray"]),
        ("speaker", {"event": "con-2020", "topic": "wasps"}, ["Ann Lee", "Bob Ray"]),
        ("speaker", {"year": "2021"}, ["Cy Poe"]),
        ("speaker", {"speaker": "A. Lee"}, ["Ann Lee"]),
        ("event", {"speaker": "Bob Ray"}, ["con-2020"]),
        ("event", {"event": "con-2020"}, ["con-2020"]),
        ("event", {"year": "2021"}, ["Con 2021"]),
        ("event", {"topic": "wasps"}, ["con-2020"]),
        ("report", {}, ["Report on con-2021", "Report on con-2020"]),
        ("report", {"topic": "trips", "until": "2020"}, ["Report on con-2020"]),
        ("report", {"event": "con-2021"}, ["Report on con-2021"]),
    ],
)
def test_others(kind: str, options: Options, expected: list[str]) -> None:
    answer = ask(YEARS, kind, options)
    assert answer.problems == []
    assert answer.names == expected


TWO = known(
    Post(
        Report("early", "early", "con-2019", date=dt.date(2019, 5, 5), authors=("Ida Ray",),
               series="Con"),
        {"Talk": {"speakers": "Ann Lee", "kind": "keynote"}},
    ),
    Post(
        Report("late", "late", "day-2021", date=dt.date(2021, 6, 6), authors=("Joe Fox", "Éva Kis"),
               language="hu"),
        {"Talk": {"speakers": "Bob Poe"}},
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("report", {"speaker": "ann lee"}, ["early"]),
        ("report", {"speaker": "!Ann Lee"}, ["late"]),
        ("report", {"author": "Ida Ray"}, ["early"]),
        ("report", {"author": "eva kis"}, ["late"]),
        ("report", {"author": "!Joe*"}, ["early"]),
        ("report", {"language": "hu"}, ["late"]),
        ("report", {"series": "con"}, ["early"]),
        ("report", {"report": "late"}, ["late"]),
        ("event", {"kind": "keynote"}, ["con-2019"]),
        ("speaker", {"kind": "keynote"}, ["Ann Lee"]),
        ("speaker", {"series": "con"}, ["Ann Lee"]),
        ("speaker", {"since": "2020"}, ["Bob Poe"]),
        ("speaker", {"until": "2020-01-01"}, ["Ann Lee"]),
        # One talk must be in both.
        ("speaker", {"since": "2019-06-01", "until": "2020"}, []),
    ],
)
def test_what_talks_and_reports_say(kind: str, options: Options, expected: list[str]) -> None:
    answer = ask(TWO, kind, options)
    assert answer.problems == []
    assert answer.names == expected


def undated() -> Catalogue:
    """Talks without days: of a post, of two events, one of them described, and of no date."""
    dates = {"post": ("", 2019), "con": ("con", 2020), "said": ("said", 2022), "never": ("", 0)}
    titles = {"post": "Alone", "con": "Told", "said": "Described", "never": "Never"}
    posts = (
        Post(
            Report(name, event=event, date=dt.date(year, 6, 7) if year else None),
            {titles[name]: {"speakers": f"{titles[name]} Lee"}},
        )
        for name, (event, year) in dates.items()
    )
    said = Event("said", "Said", start=dt.date(2021, 12, 30), end=dt.date(2022, 1, 2))
    return known(*posts, events=(said,))


UNDATED = undated()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"year": "2019"}, ["Alone"]),
        ({"year": "2020"}, ["Told"]),
        ({"year": "2021"}, ["Described"]),
        ({"year": "2022"}, []),
        ({"year": "!2019"}, ["Described", "Told", "Never"]),
        ({"since": "2020-06-07"}, ["Described", "Told"]),
        ({"until": "2020-06-06"}, ["Alone"]),
        ({"sort": "-date"}, ["Described", "Told", "Alone", "Never"]),
    ],
)
def test_talks_without_a_day(options: Options, expected: list[str]) -> None:
    assert ask(UNDATED, "talk", options).names == expected


def test_people_are_found_by_the_year_of_their_talks() -> None:
    assert ask(UNDATED, "speaker", {"year": "2021"}).names == ["Described Lee"]


@pytest.mark.parametrize(
    ("kind", "options", "said"),
    [
        ("talk", {"topic": "bee"}, "No topic is “bee”: nothing is listed for it. Did you mean “be"),
        ("talk", {"speaker": "Ann Le"}, "Did you mean “Ann Lee”"),
        ("talk", {"event": "con-2022"}, "No event is “con-2022”: nothing is listed for it."),
        ("talk", {"event": "this"}, "“event” is “this”, but this page has no event."),
        ("talk", {"report": "this"}, "“report” is “this”, but this page has no report."),
        ("talk", {"speaker": "this"}, "“speaker” is “this”, but this page has no speaker."),
        ("talk", {"topic": "this"}, "“topic” is “this”, but this page has no topic."),
        ("talk", {"kind": "key*, !keynote"}, "“kind” excludes all that it asks for"),
        ("talk", {"speaker": "Ann Lee, !A. Lee"}, "excludes all that it asks for"),
        (
            "report",
            {"author": "Yu"},
            "No author is “Yu”: nothing is listed for it. Did",
        ),
        ("talk", {"topic": "x*"}, "No topic is “x*”: nothing is listed for it."),
    ],
)
def test_words_that_nobody_knows_find_nothing(kind: str, options: Options, said: str) -> None:
    answer = ask(YEARS, kind, options)
    (problem,) = answer.problems
    assert said in problem
    assert answer.names == []


def test_an_unknown_word_that_is_excluded_excludes_nothing() -> None:
    answer = ask(YEARS, "talk", {"topic": "!nosuch"})
    assert answer.problems == ["No topic is “nosuch”: nothing is left out for it."]
    assert answer.names == ["three", "four", "two", "one"]


def test_a_name_that_several_events_have() -> None:
    twins = known(events=(Event("a", "Con"), Event("b", "Con")))
    answer = ask(twins, "event", {"event": "con"})
    assert answer.problems == [
        "The event “con” could be “a” or “b”: expected the key of one.",
    ]
    assert answer.names == []


@pytest.mark.parametrize(
    "speaker", ["Bob Jones, Jr", "Bob Jones, Jr.; Ann Lee", '"Bob Jones, Jr."', "bob jones jr"]
)
def test_names_with_a_comma(speaker: str) -> None:
    post = Post(Report("a", event="con"), {"five": {"speakers": "Bob Jones, Jr."}, "six": {}})
    ann = Speaker("ann-lee", "Ann Lee")
    answer = ask(known(post, speakers=(ann,)), "talk", {"speaker": speaker})
    assert answer.problems == []
    assert answer.names == ["five"]


class TestThis:
    """``this`` is what the page is about."""

    def test_the_event_of_a_report(self) -> None:
        assert ask(YEARS, "talk", {"event": "this"}, docname="con-2020").names == ["one", "two"]

    def test_the_report(self) -> None:
        answer = ask(YEARS, "talk", {"report": "this"}, docname="con-2021")
        assert answer.names == ["three", "four"]

    def test_whoever_and_whatever_a_document_describes(self) -> None:
        people = (Speaker("ann", "Ann", described=Target("page", "ann")), Speaker("bob", "Bob"))
        events = (Event("con", "Con", described=Target("page", "con")), Event("day", "Day"))
        posts = (
            Post(Report("a", event="con"), {"A": {"speakers": "Ann"}, "B": {"speakers": "Bob"}}),
            Post(Report("b", event="day"), {"C": {"speakers": "Ann"}}),
        )
        found = known(*posts, speakers=people, events=events)
        assert ask(found, "talk", {"speaker": "this"}, docname="page").names == ["A", "C"]
        assert ask(found, "talk", {"event": "this"}, docname="page").names == ["A", "B"]

    def test_the_subject_of_a_page_that_is_made(self) -> None:
        answer = ask(YEARS, "talk", {"topic": "this"}, subject=("topic", "bees"))
        assert answer.names == ["three", "one"]


def test_an_event_by_the_name_before_it_was_translated() -> None:
    con = Event("con", "Die Tage", original_name="The Days")
    found = known(Post(Report("a", event="con"), {"T": {}}), events=(con,))
    assert ask(found, "talk", {"event": "the d*"}).names == ["T"]


def test_reports_that_are_none() -> None:
    """A talk in a document without a report, about nothing that is known."""
    found = catalogue(note("a", event=""), note("b", "U", event=""), reports=(Report("b"),))
    assert ask(found, "talk", {"language": "en"}).names == []
    assert ask(found, "talk", {"series": "!x"}).names == ["T", "U"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"once": "yes"}, ["BEES", "Wax"]),
        ({"once": "no"}, ["BEES", "Bees", "Wax"]),
        # The latest of those that are found.
        ({"once": "yes", "event": "a"}, ["Bees"]),
        ({"once": "perhaps"}, []),
    ],
)
def test_talks_given_again_are_listed_once(options: Options, expected: list[str]) -> None:
    posts = (
        Post(Report("a", event="a", date=dt.date(2020, 1, 1)), {"Bees": {"speakers": "Ann"}}),
        Post(
            Report("b", event="b", date=dt.date(2021, 1, 1)),
            {"BEES": {"speakers": "Ann"}, "Wax": {"speakers": "Ann"}},
        ),
    )
    answer = ask(known(*posts), "talk", options)
    assert sorted(answer.names) == expected


@pytest.mark.parametrize(
    ("options", "only"),
    [
        ({"feed": "", "event": "Con 2020", "topic": "bees, wax"}, (("event", "con-2020"),)),
        ({"feed": "yes", "event": "!con-2020", "speaker": "*poe*"}, (("speaker", "cy-poe"),)),
        ({"feed": "yes", "topic": "moths"}, ()),
        ({"feed": "no", "event": "con-2020"}, ()),
        ({"event": "con-2020"}, ()),
    ],
)
def test_what_a_feed_can_be_on(options: Options, only: tuple[tuple[str, str], ...]) -> None:
    asked = read_listing_options("talk", options, "talklist")
    assert not asked.problems
    query = make_query("talk", asked.values)
    assert select(YEARS, FilterValues(YEARS), query, "page").only == only
