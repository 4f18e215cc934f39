"""What other sites say, beside what a project says, which it never changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.noted_at import as_noted_at, sites_of
from sphinxcontrib_tripreport.core.catalogue.other_sites import with_sites
from sphinxcontrib_tripreport.core.catalogue.pages import name_pages
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker
from sphinxcontrib_tripreport.core.model.sites import OtherSite, SiteRecords
from tests.core.records import note

ANN, BOB = "https://ann.example/1.html", "https://bob.example/1.html"


def theirs(key: str, docname: str, *notes: Note, **records: object) -> SiteRecords:
    """What a site says."""
    site = OtherSite(key, docname.removesuffix("1.html"), key.title())
    of_site = tuple(replace(each, docname=docname, site=key) for each in notes)
    report = Report(docname, f"{key}’s report", "con", authors=(f"{key.title()} Author",), site=key)
    values = {"reports": (report,), **records}
    return SiteRecords(site, of_site, **values)  # type: ignore[arg-type]


def both(records: Records, *sites: SiteRecords) -> Catalogue:
    """Everything that is known of a project and of sites."""
    return Catalogue(with_sites(records, Catalogue(records), sites))


def ours(*notes: Note, **records: object) -> Records:
    """What a project says."""
    return Records(notes=notes, **records)  # type: ignore[arg-type]


def test_notes_of_one_event_and_key_are_on_one_talk() -> None:
    found = both(
        ours(note("a", "Docker", "Tania Allard", rating=3, room="1")),
        theirs("ann", ANN, note("", "Docker", "T. Allard, Eve", rating=5, room="2", track="Web")),
    )
    [talk] = found.talks
    assert [each.docname for each in talk.notes] == ["a", ANN]
    assert talk.is_ours
    # What we say is what it is.
    assert (talk.speakers, talk.rating, talk.room, talk.track) == (("tania-allard",), 3, "1", "")
    assert sites_of(found, talk) == ("this", "ann")


def test_what_only_sites_noted_is_as_they_say() -> None:
    found = both(
        ours(),
        theirs("ann", ANN, note("", "Docker", "Tania Allard", rating=3)),
        theirs("bob", BOB, note("", "Docker", "Tania Allard", rating=5, room="2")),
    )
    [talk] = found.talks
    assert not talk.is_ours
    assert (talk.rating, talk.room) == (4, "2")
    assert [page.kind for page in name_pages(found, ["talks"], {})] == ["talks"]
    at_bob = as_noted_at(talk, ["bob"])
    assert (at_bob.rating, at_bob.notes) == (5, talk.notes[1:])
    assert as_noted_at(talk, ["ann", "bob"]) is talk
    assert as_noted_at(talk, ["this"]) is talk


def test_talks_of_ours_keep_their_names() -> None:
    records = ours(note("a", "Docker", "Tania Allard"), note("b", "Docker 2", key="docker-2"),
                   note("c", "Lone", "Eve", event=""))  # fmt: skip
    others = [
        note("", "Kubernetes", "Eve", key="docker"),
        note("", "Another", "Eve", key="docker-2"),
        note("", "Lone", "Eve", event=""),
    ]
    own = {talk.name for talk in Catalogue(records).talks}
    found = both(records, theirs("ann", ANN, *others))
    assert {talk.name for talk in found.talks if talk.is_ours} == own
    assert {talk.name for talk in found.talks} - own == {"con/docker-2@ann", f"{ANN}/lone"}
    # A role means ours.
    assert [talk.name for talk in found.find_talks("Lone")] == ["lone"]
    assert [talk.title for talk in found.find_talks("Kubernetes")] == ["Kubernetes"]


def test_events_are_ours_by_key_and_by_name() -> None:
    records = ours(
        note("a", event="euro-2020"),
        note("b", event="pycon"),
        events=(Event("euro-2020", "EuroPython 2020", place="Dublin"),),
    )
    events = (
        Event("ep-2020", "EuroPython 2020", place="online"),
        Event("pycon-2021", "PyCon", place="Berlin"),
        Event("new", "New"),
    )
    said = (note("", "A", event="ep-2020"), note("", "B", event="pycon-2021"),
            note("", "C", event="other"))  # fmt: skip
    found = both(
        records,
        theirs("ann", ANN, *said, events=events),
        theirs("bob", BOB, note("", "D", event="new-con"), events=(Event("new-con", "New"),)),
    )
    assert list(found.events) == ["con", "euro-2020", "new", "other", "pycon"]
    # Only of what we do not describe, they say more.
    assert found.events["euro-2020"].place == "Dublin"
    assert (found.events["pycon"].place, found.events["pycon"].name) == ("Berlin", "PyCon")
    assert [talk.title for talk in found.talks_at("euro-2020")] == ["A", "T"]
    assert [talk.title for talk in found.talks_at("new")] == ["D"]
    assert sites_of(found, found.events["euro-2020"]) == ("this", "ann")


def test_people_are_ours_by_name_and_alias() -> None:
    records = ours(note("a", "Docker", "Bob Ray"))
    people = (
        Speaker("robert-ray", "Robert Ray", ("Bob Ray",), affiliation="Ray Inc."),
        Speaker("eve-lee", "Eve Lee", ("E. Lee", "Bob B."), affiliation="Lee Ltd."),
    )
    again = (Speaker("e-lee", "E. Lee", ("Eve Lee",)), Speaker("bob-b", "Bob B."))
    found = both(
        records,
        theirs("ann", ANN, note("", "Types", "Robert Ray"), note("", "X", "Eve Lee"),
               speakers=people),
        theirs("bob", BOB, note("", "Y", "E. Lee"), speakers=again),
    )  # fmt: skip
    assert list(found.speakers) == ["bob-ray", "eve-lee"]
    assert [talk.title for talk in found.talks_by("bob-ray")] == ["Docker", "Types"]
    assert [talk.title for talk in found.talks_by("eve-lee")] == ["X", "Y"]
    assert found.speakers["bob-ray"].affiliation == ""
    assert found.speakers["eve-lee"].affiliation == "Lee Ltd."
    assert sites_of(found, found.speakers["eve-lee"]) == ("ann", "bob")
    assert sites_of(found, found.authors["ann-author"]) == ("ann",)
    assert sites_of(found, found.reports[ANN]) == ("ann",)


def test_reports_of_others_are_no_parts_of_our_series() -> None:
    reports = {
        name: Report(name, name, "con", date=date(2020, 1, 1), authors=("Ann Author",))
        for name in ("a", "b")
    }
    found = both(ours(reports=reports), theirs("ann", ANN))
    assert [part.docname for part in found.parts_with("a")] == ["a", "b"]
    assert found.parts_with(ANN) == ()


def test_sessions_are_joined_by_their_ids() -> None:
    session = Session("Docker, officially", ids=("ABC",), people=(ProgrammePerson("Eve Lee"),))
    programme = Programme("schedule", sessions=[session])
    records = ours(
        note("a", "Containers", "Eve Lee", programme="ABC"),
        events=(Event("con", "Con"),),
        programmes={"con": programme},
    )
    found = both(records, theirs("ann", ANN, note("", "All of it", "Zoe", programme="ABC")))
    [talk] = found.talks
    assert (talk.name, talk.speakers) == ("con/containers", ("eve-lee",))
    assert [each.site for each in talk.notes] == ["", "ann"]
