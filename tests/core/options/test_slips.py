"""Slips that would pass in silence: each is said, with what may have been meant."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.options.data_files import read_data
from sphinxcontrib_tripreport.core.options.option import read_options, split_argument
from sphinxcontrib_tripreport.core.options.tables import SPEAKER_OPTIONS, TALK_OPTIONS
from sphinxcontrib_tripreport.core.text.controls import without_controls
from tests.core.records import Post, known


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("mastodon", "foo", "expected @user@server or a web address."),
        ("mastodon", "a.example/@ann", "Did you mean “https://a.example/@ann”?"),
        ("homepage", "javascript:x", "expected a URL"),
    ],
)
def test_profiles(name: str, text: str, said: str) -> None:
    values, problems = read_options({name: text}, SPEAKER_OPTIONS, "speaker")
    assert not values
    assert [said in problem.text for problem in problems] == [True]


def test_addresses_of_speakers_are_no_files() -> None:
    values, problems = read_options(
        {"speakers": "Ann <foo>, Bob <b.example/x>"}, TALK_OPTIONS, "talk"
    )
    assert [person.name for person in values["speakers"]] == ["Ann", "Bob"]
    assert [person.url for person in values["speakers"]] == ["", ""]
    assert problems[0].text == (
        "“speakers” is “Ann <foo>, Bob <b.example/x>”: “foo”: expected a web address;"
        " “b.example/x”: expected a web address. Did you mean “https://b.example/x”?"
    )


def test_addresses_in_data_files() -> None:
    data = read_data("events:\n  con:\n    url: con.example\n", "data.yaml")
    assert [(problem.line, problem.text) for problem in data.problems] == [
        (3, "“url” is “con.example”: expected a web address. Did you mean “https://con.example”?"),
    ]


def test_control_characters_leave_names_and_texts() -> None:
    given = {
        "speakers": "A\x00nn\x07 <https://a.example> (Ac\x1bme)",
        "topics": "B\x01ees",
        "room": "\x7fA",
    }
    values, problems = read_options(given, TALK_OPTIONS, "talk")
    assert not problems
    (ann,) = values["speakers"]
    assert (ann.name, ann.affiliation) == ("Ann", "Acme")
    assert (values["topics"], values["room"]) == (("Bees",), "A")
    assert without_controls("a\tb\n\x0bc\u200d\x00") == "a\tb\n\x0bc\u200d"


@pytest.mark.parametrize(
    ("speakers", "room", "problems"),
    [
        ("Ann\n  :room: Hall", "Hall", 1),
        ("Ann\n  :room: Hall\n    of bees", "Hall of bees", 1),
        ("Ann\n  :room:", None, 1),
        # The value of no option.
        (":room: Hall", None, 0),
    ],
)
def test_an_option_that_is_indented_more_than_the_one_above_it(
    speakers: str, room: str | None, problems: int
) -> None:
    values, said = read_options({"speakers": speakers}, TALK_OPTIONS, "talk")
    assert values.get("room") == room
    text = (
        "“:room:” is indented more than “:speakers:” above it, which makes it a part of that;"
        " it is read as an option: expected all options in one column."
    )
    assert [(problem.name, problem.text) for problem in said] == [("speakers", text)] * problems


def conference(**talks: dict[str, str]) -> Catalogue:
    return known(Post(Report("a", event="con"), talks))


def test_two_talks_of_one_speaker_at_one_time_in_one_room() -> None:
    place = {"speakers": "Ann, Bob", "start": "2020-07-23 09:00", "room": "Hall"}
    found = conference(Bees=place, Beez={**place, "speakers": "Bob", "room": "hall"})
    assert [(problem.subtype.value, problem.line) for problem in found.problems] == [
        ("duplicate", 2)
    ]
    assert "“Beez” has the speaker, the start and the room of “Bees”" in found.problems[0].text
    for name, value in (("room", "Cellar"), ("start", "2020-07-23 10:00"), ("speakers", "Cy")):
        assert not conference(Bees=place, Beez={**place, name: value}).problems


def test_near_matches_are_one_a_talk() -> None:
    found = conference(**{"Bees at work": {}, "Bees at home": {}})
    near = found.names.near("talk", "Bees at wrk")
    assert len(near) == len({found.names.keys_by_name("talk")[each] for each in near}) == 2
    assert found.names.keys_by_name("talk")[near[0]] == "con/bees-at-work"


def test_options_that_became_a_part_of_the_title() -> None:
    written = "Bees at\nWork\n:room: A\n:colour: red"
    argument, options, problems = split_argument(written, TALK_OPTIONS, "talk")
    assert (argument, options) == ("Bees at Work :colour: red", {"room": "A"})
    (problem,) = problems
    assert (problem.name, "it is read as an option" in problem.text) == ("room", True)
