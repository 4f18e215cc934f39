"""The names of people who are withheld are taken out of every record."""

from __future__ import annotations

from dataclasses import replace

from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.catalogue.withheld_people import without_withheld
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.model.records import Note, Report, Speaker, Takeaway
from sphinxcontrib_tripreport.core.text.names import NamedPerson, name_key


def _records() -> Records:
    people = (NamedPerson("Ann Lee"), NamedPerson("W. Xyzzy"))
    session = Session("Bees", people=(ProgrammePerson("Wilma Xyzzy"), ProgrammePerson("Ann Lee")))
    other = Session("Ants", people=(ProgrammePerson("Ann Lee"),))
    return Records(
        notes=(Note("a", "x", 1, "bees", "Bees", speakers=people),),
        reports={"a": Report("a", authors=("Wilma Xyzzy", "Ann Lee")), "b": Report("b")},
        speakers=(Speaker(name_key("Ann Lee"), "Ann Lee"),),
        takeaways=(
            Takeaway("a", "t", 1, "t", "action", "Buy a hive", owner="wilma xyzzy"),
            Takeaway("a", "u", 2, "u", "action", "Sell a hive", owner="Ann Lee"),
        ),
        programmes={"con": Programme("x", sessions=[session, other])},
    )


def test_nothing_changes_if_nobody_is_withheld() -> None:
    records = _records()
    assert without_withheld(records, []) is records


def test_every_name_and_alias_goes() -> None:
    person = Speaker(name_key("Wilma Xyzzy"), "Wilma Xyzzy", aliases=("W. Xyzzy",), withheld=True)
    records = _records()
    records = replace(records, speakers=(*records.speakers, person))
    problems: list[Problem] = []
    left = without_withheld(records, problems)
    assert problems == []
    assert "xyzzy" not in repr(left).lower()
    assert left.notes[0].withheld == 1
    assert left.reports["a"].withheld == 1
    assert left.reports["b"] is records.reports["b"]
    assert [each.owner for each in left.takeaways] == ["", "Ann Lee"]
    assert [len(each.people) for each in left.programmes["con"].sessions] == [1, 1]
    assert [each.name for each in left.speakers] == ["Ann Lee"]


def test_a_description_beside_it_is_said() -> None:
    withheld = Speaker(name_key("Ann Lee"), "Ann Lee", withheld=True)
    records = _records()
    records = replace(records, speakers=(*records.speakers, withheld))
    problems: list[Problem] = []
    assert without_withheld(records, problems).speakers == ()
    (problem,) = problems
    assert "“Ann Lee” is withheld in one place and described in another" in problem.text
