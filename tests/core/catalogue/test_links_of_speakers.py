"""Links of speakers that only a programme knows: what the project says of them wins."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.model.records import Event, Speaker
from sphinxcontrib_tripreport.core.programmes.people import person_of
from sphinxcontrib_tripreport.core.programmes.record import Record
from sphinxcontrib_tripreport.core.text.links import Link
from tests.core.records import catalogue, note

PHOTO = Link("photo", "https://cdn.example/ann.png")
ANN = ProgrammePerson(
    "Ann Lee",
    links=(
        Link("website", "https://official.example"),
        Link("github", "https://github.com/ann"),
        Link("mastodon", "https://own.example/@ann"),
        PHOTO,
    ),
)
SESSIONS = [
    Session("Bees", people=(ANN, ProgrammePerson("Bob Ray"))),
    Session("Wasps", people=(ProgrammePerson("Cy Dow", links=(PHOTO,)),)),
]


def known(speaker: Speaker, scope: str = "noted") -> Catalogue:
    return catalogue(
        note("a", "Bees"),
        speakers=(speaker,),
        events=(Event("con", "con", scope=scope),),
        programmes={"con": Programme("table", sessions=SESSIONS)},
    )


def test_what_nobody_says() -> None:
    found = known(Speaker("ann-lee", "Ann Lee"))
    # The homepage was there before: a note of the programme names it.
    labels = {link.label for link in found.speakers["ann-lee"].links}
    assert labels == {"homepage", "github", "mastodon", "photo"}
    assert found.speakers["bob-ray"].links == ()
    assert "cy-dow" not in found.people


def test_what_the_person_has_wins() -> None:
    own = (Link("homepage", "https://own.example"), Link("fedi", "https://own.example/@ann"))
    found = known(Speaker("ann-lee", "Ann Lee", links=own, photo="/ann.png"))
    assert found.speakers["ann-lee"].links == (*own, Link("github", "https://github.com/ann"))


def test_an_archive_has_them_all() -> None:
    assert known(Speaker("x", "X"), "all").speakers["cy-dow"].links == (PHOTO,)


def test_photos_that_programmes_name() -> None:
    for fields in (
        {"avatar": "https://cdn.example/ann.png"},
        {"avatar": {"url": "https://cdn.example/ann.png"}},
        {"profilePicture": "https://cdn.example/ann.png"},
    ):
        assert person_of(Record({"name": "Ann Lee", **fields})).links == (PHOTO,)
    assert person_of(Record({"name": "Ann Lee", "photo": "/media/ann.png"})).links == ()
    assert person_of(Record({"name": "Ann Lee", "photo": "data:image/png,x"})).links == ()
