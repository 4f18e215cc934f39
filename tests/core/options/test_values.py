"""How the text of each kind of option is read, and what is said when it cannot be."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.options.option import OptionProblem, OptionTable, read_options
from sphinxcontrib_tripreport.core.options.tables import (
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    TALK_OPTIONS,
    talk_links,
)
from sphinxcontrib_tripreport.core.options.values import items_of
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson

TABLES: dict[str, OptionTable[Any]] = {
    "talk": OptionTable(TALK_OPTIONS.values()),
    "speaker": OptionTable(SPEAKER_OPTIONS.values()),
    "event": OptionTable(EVENT_OPTIONS.values()),
}


def read(owner: str, **given: str) -> tuple[dict[str, Any], list[str]]:
    """The values, and what is wrong."""
    values, problems = read_options(given, TABLES[owner], owner)
    return dict(values), [problem.text for problem in problems]


@pytest.mark.parametrize(
    ("owner", "name", "text", "value"),
    [
        ("talk", "kind", "Open space", "open-space"),
        ("talk", "rating", " 4 ", 4),
        ("talk", "language", "pt_BR", "pt-BR"),
        ("talk", "key", "My-Key", "my-key"),
        ("talk", "event", "Con 2020", "con-2020"),
        ("talk", "formerly", "Docker, con/Old one\n/x/", ("docker", "con/old-one", "x")),
        ("talk", "room", "Main \n hall", "Main hall"),
        (
            "talk",
            "abstract",
            " One\n   * two\n     more\n\n  Three\n",
            "One\n * two\n   more\n\nThree",
        ),
        ("talk", "topics", "[bees, wax]", ("bees", "wax")),
        ("talk", "topics", "- bees - wax", ("bees", "wax")),
        ("talk", "slides", "https://s.example", "https://s.example"),
        ("talk", "links", "A <https://a.example>", (Link("A", "https://a.example"),)),
        (
            "talk",
            "speakers",
            "[Ann Lee (Acme, Berlin), Bob]",
            (NamedPerson("Ann Lee", "", "Acme, Berlin"), NamedPerson("Bob")),
        ),
        ("speaker", "github", "@ann", "https://github.com/ann"),
        ("speaker", "github", "https://github.com/ann", "https://github.com/ann"),
        ("speaker", "mastodon", "@ann@home.example", "https://home.example/@ann"),
        ("speaker", "mastodon", "https://home.example/@ann", "https://home.example/@ann"),
        ("speaker", "homepage", "https://ann.example", "https://ann.example"),
        ("speaker", "aliases", "A. Lee; Annie", ("A. Lee", "Annie")),
        ("event", "timezone", "Europe/Berlin", "Europe/Berlin"),
        ("event", "coordinates", "52.52, 13.405", Coordinates(52.52, 13.405)),
        ("event", "start", "2020-07-23", dt.date(2020, 7, 23)),
    ],
)
def test_what_is_read(owner: str, name: str, text: str, value: object) -> None:
    values, problems = read(owner, **{name: text})
    assert problems == []
    assert values == {name: value}


@pytest.mark.parametrize(
    ("owner", "name", "text", "said", "kept"),
    [
        ("talk", "kind", "keynot", "expected one of talk, keynote", None),
        ("talk", "rating", "6", "“rating” is “6”: expected a whole number from 1 to 5.", None),
        ("talk", "language", "klingonese", "expected a language code", None),
        ("talk", "key", "my key", "expected one word without spaces, slashes", None),
        ("talk", "key", "\u00ad", "expected one word", None),
        ("talk", "event", "\u00ad", "expected the key or the name of an event", None),
        ("talk", "slides", "javascript:alert()", "expected", None),
        (
            "talk",
            "links",
            "A <https://a.example>\nB <javascript:alert()>",
            "“B <javascript:alert()>”: ",
            (Link("A", "https://a.example"),),
        ),
        ("talk", "links", "B <javascript:alert()>", "“links” is “B <java", ()),
        (
            "talk",
            "speakers",
            "Ann <javascript:alert()>",
            "“javascript:alert()”: ",
            (NamedPerson("Ann"),),
        ),
        (
            "talk",
            "speakers",
            "Ann (Acme",
            "expected “)” after “(Acme”",
            (NamedPerson("Ann", "", "Acme"),),
        ),
        ("talk", "formerly", "a/b/c", "expected old keys such as", None),
        ("event", "timezone", "Europe/Berln", "Did you mean “Europe/Berlin”?", None),
        ("event", "start", "soon", "expected a date", None),
        ("event", "coordinates", "139.69, 35.68", "Did you mean “35.68, 139.69”?", None),
        ("talk", "speakrs", "Ann", "“talk” has no option “speakrs”; it has speakers, ev", None),
    ],
)
def test_what_is_wrong(owner: str, name: str, text: str, said: str, kept: object) -> None:
    values, (problem,) = read(owner, **{name: text})
    assert said in problem
    assert values.get(name) == kept


def test_what_is_empty_is_not_given() -> None:
    assert read("talk", room=" ") == ({}, [])


def test_two_names_of_one_option() -> None:
    values, problems = read("talk", topics="bees, Wax", tags="wax, hives")
    assert (values, problems) == ({"topics": ("bees", "Wax", "hives")}, [])


def test_a_problem_with_its_place() -> None:
    problem = OptionProblem("room", Subtype.VALUE, "Wrong.")
    assert problem.with_place(7, "a") == Problem(Subtype.VALUE, "Wrong.", 7, "a")


def test_links_of_a_talk_are_in_the_order_of_the_options() -> None:
    values, _ = read_options(
        {
            "links": "A <https://a.example>",
            "video": "https://v.example",
            "url": "https://u.example",
        },
        TALK_OPTIONS,
        "talk",
    )
    assert [link.label for link in talk_links(values)] == ["url", "video", "A"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a, b", "a, b"),
        ("[a, 'b c', \"d\"]", "a\nb c\nd"),
        ("- a\n- b", "a\nb"),
        ("- a (x - y) - b", "a (x - y)\nb"),
        ("[Ann (Acme, Berlin), Bob]", "Ann (Acme, Berlin)\nBob"),
        ("[]", ""),
    ],
)
def test_items_of_a_list_in_yaml(text: str, items: str) -> None:
    assert items_of(text) == items
