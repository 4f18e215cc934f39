"""The check of people: where it finds whom, and what to write into a data file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.checks.finding import DataEntry, Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.checks.speaker_names import check_speakers
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.text.links import Link
from tests.core.records import catalogue, note


def described(name: str, key: str, **facts: object) -> Speaker:
    """Somebody whom a data file describes."""
    return replace(Speaker(key, name, line=4), **facts)  # type: ignore[arg-type]


def found(known: Catalogue) -> list[Finding]:
    """What is found among the people of a catalogue."""
    return list(check_speakers(Project(known, dt.date(2024, 6, 1))))


def test_the_place_is_where_the_other_name_is() -> None:
    known = catalogue(
        note("a", "Queues", "Guido van Rossum", line=3),
        note("b", "Maps", "Guido van Rossum, Ann Lee", line=4),
        note("c", "Tests", "Bob Ray, Rossum Guido van", line=7, event="other"),
    )
    [finding] = found(known)
    assert finding == Finding(
        "speakers",
        "“Rossum Guido van” and “Guido van Rossum” seem to be one person, because the family name"
        " comes first in one of them: expected one name, or the first as an alias of the second in"
        " a data file.",
        "c",
        7,
        entry=DataEntry(
            "speakers",
            "guido-van-rossum",
            "Guido van Rossum",
            (("aliases", ("Rossum Guido van",)),),
        ),
    )


def test_the_place_is_a_note_that_names_the_person() -> None:
    known = catalogue(
        note("a", "Queues", "Guido van Rossum", line=3),
        note("b", "Maps", "Guido van Rossum", line=4),
        note("c", "Queues", "Rossum Guido van", line=7),
    )
    [finding] = found(known)
    assert (finding.docname, finding.line) == ("c", 7)
    assert "both are named for the same talk by different authors" in finding.message


def test_all_names_become_aliases_of_one() -> None:
    known = catalogue(
        note("a", "Queues", "Guido van Rossum"),
        note("b", "Maps", "Guido van Rossum"),
        note("c", "Tests", "Rossum Guido van"),
        note("d", "Types", "Guido V. Rossum"),
    )
    entries = [each.entry for each in found(known) if each.entry is not None]
    assert {each.key for each in entries} == {"guido-van-rossum"}
    aliases = [dict(each.lists)["aliases"] for each in entries]
    assert sorted(aliases) == [("Guido V. Rossum",), ("Rossum Guido van",)]


def test_the_key_is_that_of_the_data_file() -> None:
    people = (described("Guido van Rossum", "guido-van-rossum", other_key="guido"),)
    [finding] = found(catalogue(note("a", "Queues", "G. van Rossum"), speakers=people))
    assert finding.entry is not None
    assert finding.entry.key == "guido"


def test_no_entry_makes_one_of_two_descriptions() -> None:
    people = (
        described("Jean-Luc Picard", "jean-luc-picard"),
        described("Jeanluc Picard", "jeanluc-picard", described=Target("crew", "x")),
    )
    [finding] = found(catalogue(speakers=people))
    assert finding.entry is None
    assert finding.message.endswith(": expected one description.")
    assert finding.docname in ("", "crew")


def test_who_is_only_described() -> None:
    anywhere = described("Erik Tollerund", "erik-tollerund")
    link = Link("github", "https://github.com/erik/")
    people = (
        described("Erik Tollerud", "erik-tollerud", links=(link,)),
        replace(anywhere, links=(Link("code", "https://www.github.com/erik"),)),
    )
    [finding] = found(catalogue(speakers=people))
    assert "both have the same link" in finding.message
    assert (finding.docname, finding.line) == ("", 0)


def test_authors_are_people() -> None:
    reports = [
        Report("a", authors=("Julia Ivanova",)),
        Report("b", authors=("Юлия Иванова",)),
    ]
    [finding] = found(catalogue(reports=reports))
    assert finding.docname == "b"
    assert finding.entry is not None
    assert finding.entry.section == "authors"
    together = [Report("a", authors=("Julia Ivanova", "Юлия Иванова"))]
    assert not found(catalogue(reports=together))


def test_a_family_name_of_its_own_is_believed() -> None:
    people = (described("Wang Xiaoming", "wang-xiaoming", sort="Wang, Xiaoming"),)
    known = catalogue(note("a", "Queues", "X. Wang"), speakers=people)
    assert len(found(known)) == 1


def test_at_one_time_nobody_is_at_two_talks() -> None:
    at_nine = {"day": dt.date(2024, 6, 1), "start": dt.time(9), "duration": 30}
    known = catalogue(
        note("a", "Queues", "Erik Tollerud", **at_nine),
        note("a", "Maps", "Erik Tollerund", **at_nine),
    )
    assert not found(known)
    late = {**at_nine, "start": dt.time(23, 50)}
    after = {**at_nine, "day": dt.date(2024, 6, 2), "start": dt.time(0, 10)}
    known = catalogue(
        note("a", "Queues", "Erik Tollerud", **late),
        note("a", "Maps", "Erik Tollerund", **after),
    )
    assert not found(known)


def programme(*names: str) -> Programme:
    """A programme of a talk that these people give."""
    people = tuple(map(ProgrammePerson, names))
    return Programme("x", sessions=[Session("Queues", ("1",), people=people)])


def test_whom_a_programme_names_together_are_two() -> None:
    def known(*names: str) -> Catalogue:
        return catalogue(
            note("a", "Queues", "Erik Tollerud"),
            note("a", "Maps", "Erik Tollerund", event="other"),
            events=(Event("con", "Con", line=1),),
            programmes={"con": programme(*names)},
        )

    [finding] = found(known("Erik Tollerund"))
    assert "both are named for the same talk by different authors" in finding.message
    assert not found(known("Erik Tollerud", "Erik Tollerund"))


def test_talks_that_nobody_noted_count() -> None:
    def known(*names: str) -> Catalogue:
        event = Event("con", "Con", line=1, scope="all")
        return catalogue(
            note("a", "Maps", "Erik Tollerud", event="other"),
            note("b", "Types", "Erik Tollerud", event="other"),
            events=(event,),
            programmes={"con": programme(*names)},
        )

    assert not found(known("Erik Tollerud", "Erik Tollerund"))
    [finding] = found(known("Erik Tollerund"))
    assert (finding.docname, finding.line) == ("", 0)
    assert finding.entry is not None


def test_who_is_one_with_the_alias_of_another_is_an_alias_of_that_other() -> None:
    known = catalogue(
        note("a", "Queues", "Erik Tollerud"),
        note("b", "Maps", "Erik Tollerud"),
        note("c", "Tests", "Erik Tollerud"),
        note("d", "Types", "Erik Tollerund"),
        note("e", "Names", "Erik Tollerund"),
        note("f", "Words", "Erik Tollerunds"),
    )
    entries = [each.entry for each in found(known)]
    assert [each.key for each in entries if each is not None] == ["erik-tollerud"] * 2
