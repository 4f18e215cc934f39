"""From the options of a talk to its note: keys, anchors and times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.options.earlier_notes import EarlierNotes
from sphinxcontrib_tripreport.core.options.note import make_note
from sphinxcontrib_tripreport.core.options.option import read_options
from sphinxcontrib_tripreport.core.options.same_talks import is_same_talk
from sphinxcontrib_tripreport.core.options.tables import TALK_OPTIONS
from sphinxcontrib_tripreport.core.text.names import split_speakers
from tests.core.records import Options

DAY = dt.date(2020, 7, 23)


def make(
    title: str,
    options: Options | None = None,
    *,
    earlier: Sequence[Note] = (),
    line: int = 9,
    original_title: str = "",
    included_at: str = "",
) -> tuple[Note, list[Problem]]:
    """The note on a talk in the document ``a``."""
    values, wrong = read_options(options or {}, TALK_OPTIONS, "talk")
    assert not wrong
    return make_note(
        title,
        values,
        docname="a",
        line=line,
        included_at=included_at,
        earlier=EarlierNotes(earlier),
        free_anchor=str,
        original_title=original_title,
    )


@pytest.mark.parametrize(
    ("title", "options", "key"),
    [
        ("Bees & wax", {}, "bees-and-wax"),
        ("Bees", {"key": "B1"}, "b1"),
        # A title that only says what kind it is needs its speaker to be known by.
        ("Keynote", {"speakers": "Ann Lee, Bob"}, "keynote-ann-lee"),
        ("Keynote", {}, "keynote"),
    ],
)
def test_keys(title: str, options: Options, key: str) -> None:
    note, problems = make(title, options)
    assert (note.key, note.anchor, problems) == (key, f"talk-{key}", [])


def test_a_translated_title_keeps_the_key_of_the_original() -> None:
    note, _ = make("Bienen", original_title="Bees")
    assert (note.key, note.title, note.original_title) == ("bees", "Bienen", "Bees")
    same, _ = make("Bees", original_title="Bees")
    assert same.original_title == ""


def test_two_talks_with_one_key() -> None:
    first, _ = make("Bees", {"speakers": "Ann"}, line=3)
    second, (problem,) = make("Bees", {"speakers": "Bob"}, earlier=[first])
    assert (second.key, second.anchor) == ("bees-2", "talk-bees-2")
    assert "have the key “bees”: “Bees” on line 3 and “Bees”" in problem.text
    assert problem.line == 9
    third, _ = make("Bees", {"speakers": "Cat"}, earlier=[first, second])
    assert third.key == "bees-3"


def test_a_twin_in_a_file_that_is_included() -> None:
    first, _ = make("Bees", {"speakers": "Ann"}, included_at="part.txt:4")
    _, (problem,) = make("Bees", {"speakers": "Bob"}, earlier=[first])
    assert "“Bees” in part.txt, line 4 and" in problem.text


def test_one_talk_twice_in_a_document() -> None:
    first, _ = make("Bees", {"speakers": "Ann"})
    again, problems = make("bees", earlier=[first])
    assert (again.key, problems) == ("bees", [])


def test_one_key_at_two_events_has_two_anchors() -> None:
    first, _ = make("Bees", {"event": "con"})
    second, problems = make("Bees", {"event": "day"}, earlier=[first])
    assert (second.key, second.anchor, problems) == ("bees", "talk-day-bees", [])


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("Bees", ""), ("Bees", "Ann"), True),
        (("Bees", "Ann"), ("BEES", "Ann, Bob"), True),
        (("Bees", "Ann"), ("Bees", "Bob"), False),
        (("Bees", "Ann"), ("Wasps", "Ann"), False),
        # Two keynotes are two talks.
        (("Keynote", ""), ("Keynote", ""), False),
        (("Keynote", "Ann"), ("Keynote", "Ann"), True),
        (("Keynote", "Ann"), ("Keynote", "Ann, Bob"), False),
    ],
)
def test_what_is_one_talk(first: tuple[str, str], second: tuple[str, str], expected: bool) -> None:
    one, other = split_speakers(first[1]), split_speakers(second[1])
    assert is_same_talk(first[0], one, second[0], other) is expected


@pytest.mark.parametrize(
    ("options", "day", "start", "end", "end_day"),
    [
        ({"start": "2020-07-23 09:00"}, DAY, dt.time(9), None, None),
        ({"start": "09:00", "end": "10:00"}, None, dt.time(9), dt.time(10), None),
        ({"start": "09:00", "end": "2020-07-23 10:00"}, DAY, dt.time(9), dt.time(10), None),
        (
            {"start": "2020-07-23 23:00", "end": "2020-07-24 01:00"},
            DAY,
            dt.time(23),
            dt.time(1),
            DAY + dt.timedelta(days=1),
        ),
        ({"end": "2020-07-23 10:00"}, DAY, None, dt.time(10), None),
        ({"day": "2020-07-23", "start": "09:00"}, DAY, dt.time(9), None, None),
    ],
)
def test_times(
    options: Options,
    day: dt.date | None,
    start: dt.time | None,
    end: dt.time | None,
    end_day: dt.date | None,
) -> None:
    note, problems = make("T", options)
    assert (note.day, note.start, note.end, note.end_day) == (day, start, end, end_day)
    assert problems == []


@pytest.mark.parametrize(
    "options",
    [
        {"start": "10:00", "end": "09:00"},
        {"start": "2020-07-23 10:00", "end": "2020-07-22 11:00"},
    ],
)
def test_an_end_before_the_start_is_left_out(options: Options) -> None:
    note, (problem,) = make("T", options)
    assert (note.end, note.end_day) == (None, None)
    assert "expected an end after the start; the end is left out." in problem.text


def test_a_day_and_a_start_on_another() -> None:
    note, (problem,) = make("T", {"day": "2020-07-22", "start": "2020-07-23 09:00"})
    assert note.day == DAY
    assert problem.text == (
        "“T” is on 2020-07-22 and starts on 2020-07-23: expected one day."
        " The day of the start is taken."
    )


def test_the_number_of_a_day_and_its_date() -> None:
    note, problems = make("T", {"day": "2", "start": "2020-07-23 09:00"})
    assert (note.day, note.day_number, problems) == (DAY, 2, [])
