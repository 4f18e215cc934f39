"""Citations: read back by other programs, and by the rules of the formats."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.exports.bibtex import biblatex_entry, bibliography, render_bibtex
from sphinxcontrib_tripreport.core.exports.cited_talks import Citations, CitedTalk, cited_talks
from sphinxcontrib_tripreport.core.exports.csl import render_csl
from sphinxcontrib_tripreport.core.model.records import Event, Speaker
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import family_and_given
from tests.core.records import catalogue, note

pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed")

CSL_FIELDS = {
    "id",
    "type",
    "title",
    "author",
    "issued",
    "event-title",
    "event",
    "event-place",
    "event-date",
    "collection-title",
    "genre",
    "URL",
    "language",
}
"""Those of the schema 1.0.2 that we use."""


def render_biblatex(talks: Iterable[CitedTalk]) -> str:
    return bibliography(map(biblatex_entry, talks))


def known() -> Catalogue:
    event = Event(
        "con", "Con & Co", date(2024, 5, 7), date(2024, 5, 8), "Ghent", "Belgium", series="Con"
    )
    return catalogue(
        note(
            "a",
            "100% {bees}_",
            "Guido van Rossum, 山田太郎, Prince",
            day=date(2024, 5, 8),
            language="en",
            kind="keynote",
            links=(Link("url", "https://con.example/{bees}"), Link("slides", "/x.pdf")),
        ),
        note("a", "Ants", event="", key="ants"),
        note("a", "ミツバチ"),
        events=(event,),
        speakers=(Speaker("prince", "Prince"),),
    )


def cited(found: Catalogue | None = None) -> list[CitedTalk]:
    found = found or known()
    return list(cited_talks(found, found.talks, lambda talk: f"https://site.example/{talk.key}"))


def test_what_is_cited() -> None:
    bees, ants, hachi = sorted(cited(), key=lambda each: each.title)
    assert bees.people == (("Rossum", "Guido van"), ("山田太郎", ""), ("Prince", ""))
    assert (bees.key, bees.day, bees.kind) == ("con:100-bees", date(2024, 5, 8), "Keynote")
    assert bees.url == "https://con.example/{bees}"
    assert (ants.title, ants.event, ants.url) == ("Ants", "", "https://site.example/ants")
    assert (hachi.key, hachi.day) == ("con", date(2024, 5, 7))


def test_a_citation_is_written_once_for_all_files() -> None:
    found = catalogue(note("a", "Bees"), note("a", "Bees!", key="bees."))
    citations = Citations(found, lambda _talk: "")
    written: list[str] = []

    def write(talk: CitedTalk) -> str:
        written.append(talk.key)
        return f"{talk.key} {talk.title}"

    both = list(citations.texts(found.talks, write))
    assert sorted(both) == sorted(f"{each.key} {each.title}" for each in cited(found))
    assert list(citations.texts(found.talks[:1], write)) == both[:1]
    (second,) = citations.texts(found.talks[1:], write)
    assert second == f"con:bees {found.talks[1].title}"
    assert written == ["con:bees", "con:bees-2", "con:bees"]


def test_csl() -> None:
    items = {item["title"]: item for item in json.loads(render_csl(cited()))}
    for item in items.values():
        assert item.keys() <= CSL_FIELDS
        assert item["type"] == "speech"
    bees = items["100% {bees}_"]
    assert bees["author"] == [
        {"family": "Rossum", "given": "Guido van"},
        {"literal": "山田太郎"},
        {"literal": "Prince"},
    ]
    assert bees["event-date"] == {"date-parts": [[2024, 5, 7], [2024, 5, 8]]}
    assert bees["issued"] == {"date-parts": [[2024, 5, 8]]}
    assert (bees["event-title"], bees["event"], bees["event-place"]) == (
        "Con & Co",
        "Con & Co",
        "Ghent, Belgium",
    )
    assert json.loads(render_csl([])) == []


def test_bibtex() -> None:
    database = pybtex.parse_string(render_bibtex(cited()), "bibtex")
    bees = database.entries["con:100-bees"]
    assert bees.type == "misc"
    assert bees.fields["title"] == r"{100\% \textbraceleft{}bees\textbraceright{}\_}"
    assert bees.fields["howpublished"] == r"Keynote, Con \& Co, Ghent, Belgium"
    assert (bees.fields["year"], bees.fields["month"]) == ("2024", "May")
    assert bees.fields["url"] == "https://con.example/%7Bbees%7D"
    assert str(bees.persons["author"][0]) == "{Rossum}, Guido van"
    assert len(bees.persons["author"]) == 3
    assert "year" not in database.entries["ants"].fields


def test_names_and_titles_that_are_no_words() -> None:
    found = catalogue(
        note("a", "Be\x07es\x1b", "Ann Lee", event="con"),
        events=(Event("con", "C\x08on", place="Gh\x7fent"),),
        speakers=(
            Speaker("ann-lee", "Sim and Garf Duo", sort="Duo, Sim and Garf"),
            Speaker("x", "X"),
        ),
    )
    (talk,) = cited(found)
    assert (talk.title, talk.event, talk.place) == ("Bees", "Con", "Ghent")
    for render in (render_bibtex, render_biblatex):
        (entry,) = pybtex.parse_string(render([talk]), "bibtex").entries.values()
        (author,) = entry.persons["author"]
        assert str(author) == "{Duo}, {Sim and Garf}"
    two = replace(talk, people=(("Lee", "Ann, Jr"), ("Ray", "Bob")))
    (entry,) = pybtex.parse_string(render_bibtex([two]), "bibtex").entries.values()
    assert list(map(str, entry.persons["author"])) == ["{Lee}, {Ann, Jr}", "{Ray}, Bob"]


def test_biblatex() -> None:
    database = pybtex.parse_string(render_biblatex(cited()), "bibtex")
    bees = database.entries["con:100-bees"]
    assert bees.type == "unpublished"
    assert (bees.fields["eventdate"], bees.fields["date"]) == (
        "2024-05-07/2024-05-08",
        "2024-05-08",
    )
    assert (bees.fields["eventtitle"], bees.fields["venue"]) == (r"Con \& Co", "Ghent, Belgium")
    assert bees.fields["langid"] == "en"


@given(st.lists(st.text(min_size=1), max_size=4))
def test_any_titles(titles: list[str]) -> None:
    """Whatever they hold, all are in the file, and each has a key of its own."""
    talks: Any = [
        note(f"d{number}", title or "x", event="", key="x") for number, title in enumerate(titles)
    ]
    found = cited(catalogue(*talks))
    for render in (render_bibtex, render_biblatex):
        entries = pybtex.parse_string(render(found), "bibtex").entries
        assert len(entries) == len(titles)
    assert len(json.loads(render_csl(found))) == len(titles)


@pytest.mark.parametrize(
    ("name", "sort", "family", "given_name"),
    [
        ("Guido van Rossum", "", "Rossum", "Guido van"),
        ("Guido van Rossum", "van Rossum, Guido", "van Rossum", "Guido"),
        ("Lee, Ann", "", "Lee", "Ann"),
        ("Ann Lee (Acme)", "", "Lee", "Ann"),
        ("Dr. Ann Lee Jr.", "", "Lee", "Ann Jr."),
        ("José Ortega y Gasset", "", "Ortega y Gasset", "José"),
        ("山田 太郎", "", "山田", "太郎"),
        ("山田太郎", "", "山田太郎", ""),
        ("Prince", "", "Prince", ""),
        ("(?)", "", "(?)", ""),
    ],
)
def test_names(name: str, sort: str, family: str, given_name: str) -> None:
    assert family_and_given(name, sort) == (family, given_name)
