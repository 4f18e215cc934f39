"""What is wrong with the options of a listing: said once, and never a wider list."""

from __future__ import annotations

import pytest

from tests.core.queries.questions import ask, years
from tests.core.records import Options

YEARS = years()
ALL = ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    ("kind", "argument", "options", "said"),
    [
        ("talk", "", {"people": "Ann Lee"}, "has no option “people”"),
        ("speaker", "", {"rating": "5"}, "has no option “rating”"),
        ("talk", "", {"topic": ""}, "“topic” is empty: expected a value."),
        ("talk", "", {"topic": "bees", "tags": "wax"}, "“topic” and “tags” are one option"),
        ("talk", "testing", {}, "Did you mean “:topic: testing”?"),
        ("speaker", "Ann Lee", {}, "Did you mean “:speaker: Ann Lee”?"),
        ("talk", "", {"since": "2021", "until": "2019"}, "“since” is 2021-01-01, but “until”"),
        ("talk", "", {"since": "2021-13"}, "expected a date"),
        ("talk", "", {"since": "one fine day"}, "expected a date"),
        ("talk", "", {"topic": "bees, !Bees"}, "“bees” is asked for and excluded"),
        ("talk", "", {"event": "con-2020, !con-2020"}, "asked for and excluded"),
        ("talk", "", {"topic": "!"}, "expected"),
        ("talk", "", {"rating": "9"}, "expected numbers from 1 to 5"),
        ("talk", "", {"rating": ","}, "expected a number, a range"),
        ("talk", "", {"year": "soon"}, "expected a number"),
        ("talk", "", {"year": "2021-2020"}, "ends after its start"),
        ("talk", "", {"year": "2020, !2020"}, "asked for and excluded"),
        ("talk", "", {"year": "2020, !2018-2021"}, "all that is asked for is excluded"),
        ("talk", "", {"year": ">=2020, !>2018"}, "all that is asked for is excluded"),
        ("talk", "", {"rating": ">=4, !4, !5"}, "all that is asked for is excluded"),
        ("talk", "", {"year": "20200"}, "expected numbers from 1 to 9999"),
        ("talk", "", {"year": "2020", "since": "2021"}, "“year” is “2020”, but “since” is 2021"),
        ("talk", "", {"year": ">=2020", "until": "2019"}, "is “>=2020”, but “until” is 2019-12"),
        ("talk", "", {"year": "<=2018, !2017", "since": "2019"}, "is “<=2018, !2017”, but “since”"),
        (
            "event",
            "",
            {"year": "!2020", "since": "2020-02", "until": "2020-05"},
            "“year” is “!2020”, but “since” is 2020-02-01 and “until” is 2020-05-31: nothing",
        ),
        ("report", "", {"year": "2018-2019", "since": "2020"}, "“year” is “2018-2019”, but"),
        ("talk", "", {"kind": "keynot"}, "Did you mean “keynote”?"),
        ("talk", "", {"kind": "keynote, keynot"}, "“keynot” is unknown, expected one of"),
    ],
)
def test_nothing_is_listed(kind: str, argument: str, options: Options, said: str) -> None:
    answer = ask(YEARS, kind, options, argument=argument)
    (problem,) = answer.problems
    assert said in problem
    assert answer.names == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"columns": "title"}, "“columns” is ignored: the layout “list” has none"),
        ({"layout": "table", "columns": "title, title"}, "“title” is there twice"),
        ({"sort": "title, -title"}, "“title” is there twice"),
        ({"group-by": "kind, kind"}, "“kind” is there twice"),
        ({"group-by": "-day, room"}, "“room” is unknown, expected one of event, speaker"),
        ({"group-by": "event, day, kind"}, "no more than 2"),
        ({"colums": "title"}, "Did you mean “columns”?"),
        ({"sort": "titel"}, "Did you mean “title”?"),
        ({"layout": "tabel"}, "Did you mean “table”?"),
        ({"columns": "title, size"}, "expected one of title"),
        ({"limit": ""}, "“limit” is empty"),
        ({"limit": "0"}, "expected a whole number from 1"),
    ],
)
def test_the_list_stands(options: Options, said: str) -> None:
    answer = ask(YEARS, "talk", options)
    (problem,) = answer.problems
    assert said in problem
    assert sorted(answer.names) == sorted(ALL)


def test_a_word_that_is_there_is_not_offered() -> None:
    (problem,) = ask(YEARS, "talk", {"sort": "title, titles"}).problems
    assert "“titles” is unknown" in problem
    assert "Did you mean “title”" not in problem
