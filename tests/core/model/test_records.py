"""What records say of themselves."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from tests.core.records import catalogue, note


def test_where_a_note_is() -> None:
    assert note("a", line=7).said_at == "a, line 7"
    assert note("a", line=7, included_at="parts/one.rst:12").said_at == "parts/one.rst, line 12"
    assert note("a").target == Target("a", "talk-t")


def test_where_something_on_another_site_is() -> None:
    assert Target("https://a.example/b.html", "c").is_elsewhere
    assert not Target("https/b", "c").is_elsewhere


def test_a_note_is_the_same_from_a_file_and_from_a_worker() -> None:
    said = note("a", title="T", topics=("a", "b"), start=dt.time(9), rating=4, formerly=("b",))
    assert pickle.loads(pickle.dumps(said)) == said
    assert copy.deepcopy(said) == said


def test_what_says_which_talk_it_is() -> None:
    assert note(title="T").known_by == "T"
    assert note(title="Titel", original_title="Title").known_by == "Title"


def test_the_place_of_an_event() -> None:
    assert Event("e", "E", place="Here", country="There").place_and_country == "Here, There"
    assert Event("e", "E", country="There").place_and_country == "There"


def test_the_language_of_a_text_that_is_translated() -> None:
    assert Report("a", language="es").text_language == "es"
    assert Report("a", language="es", is_translated=True).text_language == ""


def test_when_a_talk_begins() -> None:
    day, nine = dt.date(2020, 7, 23), dt.time(9)
    exact, vague, unknown = catalogue(
        note(title="A", day=day, start=nine), note(title="B", day=day), note(title="C")
    ).talks
    assert exact.begins == dt.datetime(2020, 7, 23, 9)
    assert vague.begins == day
    assert unknown.begins is None


def test_every_warning_says_when_it_is_given() -> None:
    assert all(subtype.meaning for subtype in Subtype)


def test_who_and_what_is_described_is_where_that_is() -> None:
    place = Target("people", "speaker-ann-lee")
    assert Speaker("ann-lee", "Ann Lee", described=place).target == place
    assert Event("con", "Con", described=place).target == place
    assert Speaker("ann-lee", "Ann Lee").target is None
