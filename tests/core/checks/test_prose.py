"""People who are withheld, and are named in prose."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_tripreport.core.checks.named_in_prose import check_withheld
from sphinxcontrib_tripreport.core.checks.project import Passage
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.model.records import Event, Speaker
from tests.core.checks.findings import found, said
from tests.core.records import note

WILMA = Speaker("wilma-weaver", "Wilma Weaver", aliases=("Wil", "Wilma Weaver-Oak"), withheld=True)
ANN = Speaker("ann-lee", "Ann Lee")


def test_names_and_aliases_are_found() -> None:
    passages = [
        Passage("a", 3, "", "Then came WILMA\n  Wéaver. Wil\nWilson was there, Wilhelm too."),
        Passage("a", 0, "", "Wilma Weaver-Oak"),
        Passage("b", 7, "parts/x.txt:2", "One.\nWil!"),
        Passage("b", 9, "", "Ann Lee met Wilma, and Weaver."),
    ]
    name = "does not want to be named, and is named here: expected other words."
    assert said(check_withheld, people=(WILMA, ANN), passages=lambda: passages) == [
        f"a:3 “Wilma Weaver” {name}",
        f"a:4 “Wil” {name}",
        f"a:0 “Wilma Weaver-Oak” {name}",
        f"parts/x.txt:3 “Wil” {name}",
    ]


def test_nothing_is_read_if_nobody_is_withheld() -> None:
    def never() -> Iterator[Passage]:
        raise AssertionError
        yield

    assert found(check_withheld, people=(ANN,), passages=never) == []


def test_what_pages_show_beside_documents() -> None:
    sessions = [
        Session("A chat with Wilma Weaver", ids=("1",)),
        Session("Bees", ids=("2",), abstract="Wilma\nWeaver\nspeaks."),
        Session("Ants", ids=("3",)),
    ]
    notes = (
        note(line=3, title="Bees", key="b"),
        note(line=9, title="Wasps", key="w", plain_abstract="As Wil said.", event=""),
    )
    people = (
        WILMA,
        Speaker("ann-lee", "Ann Lee", description="With Wilma Weaver."),
        Speaker("bob", "Bob", description="By Wil.", described=Target("p", "bob"), line=2),
    )
    found = said(
        check_withheld,
        *notes,
        people=people,
        events=(Event("con", "Con", scope="all"),),
        programmes={"con": Programme("table", sessions=sessions)},
        data_places={("events", "con"): "con.yaml:2", ("people", "ann-lee"): "con.yaml:8"},
    )
    places = [each.partition(" ")[0] for each in found]
    assert sorted(places) == ["a:3", "a:9", "con.yaml:2", "con.yaml:8", "p:2"]


def test_lines_are_looked_up_in_the_file() -> None:
    lines = ["Wilma Weaver", "====", "", "| a |", "| x |", "| Wilma", "Weaver |", "wil"]
    passages = [
        Passage("a", 2, "", "Wilma Weaver"),
        Passage("a", 4, "", "Wilma\nWeaver"),
        Passage("a", 4, "x.txt:4", "Wil"),
        Passage("a", 9, "", "Wil"),
        Passage("a", 4, "", "Wilma  Weaver-Oak"),
    ]
    found = said(
        check_withheld, people=(WILMA,), passages=lambda: passages, lines_around=lambda _: lines
    )
    places = [each.partition(" ")[0] for each in found]
    assert places == ["a:1", "a:6", "x.txt:8", "a:8", "a:4"]
