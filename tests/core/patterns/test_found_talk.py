"""Titles, links, days and kinds in matched lines, and what translated lines take from the first."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.languages.dates import Moment
from sphinxcontrib_tripreport.core.languages.day_names import Day
from sphinxcontrib_tripreport.core.patterns.fields import read_day, read_talk, say_wrong_day
from sphinxcontrib_tripreport.core.patterns.found_talk import (
    FoundTalk,
    MatchedLine,
    as_original,
    share_facts,
)
from sphinxcontrib_tripreport.core.patterns.line import Field
from sphinxcontrib_tripreport.core.patterns.marked_text import LINK, STRONG, Mark, MarkedText
from sphinxcontrib_tripreport.core.patterns.pattern import read_pattern
from sphinxcontrib_tripreport.core.patterns.statuses import read_status
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson


def matched(pattern: str, *lines: str | MarkedText) -> list[MatchedLine]:
    """The fields of lines that look like a pattern."""
    found: list[MatchedLine] = []
    for line, wanted in zip(lines, read_pattern(pattern).lines, strict=True):
        marked = line if isinstance(line, MarkedText) else MarkedText(line)
        fields = wanted.match(marked)
        assert fields is not None
        found.append(MatchedLine(marked, fields))
    return found


def read(pattern: str, *lines: str | MarkedText) -> FoundTalk:
    """The talk that lines tell of."""
    talk = read_talk(matched(pattern, *lines), "en")
    assert talk is not None
    return talk


def linked(text: str, **links: str) -> MarkedText:
    """A text in which words are links."""
    places = ((text.index(words), words, url) for words, url in links.items())
    marks = (Mark(LINK, start, start + len(words), url) for start, words, url in places)
    return MarkedText(text, tuple(marks))


@pytest.mark.parametrize(
    ("pattern", "line", "title", "kind"),
    [
        ("{title}", "Bees", "Bees", ""),
        ("{title}", "  “Bees”  ", "Bees", ""),
        ("{title}", "‘«Bees»’", "Bees", ""),
        ("{title}", "“Bees” and “wax”", "“Bees” and “wax”", ""),
        ("{title}", "Keynote: “Bees”", "Bees", "keynote"),
        ("{title}", "[Keynote] Bees", "Bees", "keynote"),
        ("{title}", "Keynote — Bees", "Bees", "keynote"),
        ("{title}", "Bees: a keynote", "Bees: a keynote", ""),
        ("{kind}: {title}", "Tutorial: Keynote: Bees", "Keynote: Bees", "tutorial"),
        # A line without a title is called by its word for the kind.
        ("{kind} by {speakers}", "Keynote by Ann Lee", "Keynote", "keynote"),
        ("Keynote by {speakers}", "Keynote by Ann Lee", "Ann Lee", ""),
        ("{speakers}, keynote", "Ann Lee, keynote", "keynote", "keynote"),
        ("{speakers} spoke", "Ann Lee spoke", "Ann Lee", ""),
    ],
)
def test_titles_and_kinds(pattern: str, line: str, title: str, kind: str) -> None:
    talk = read(pattern, line)
    assert (talk.title, talk.values.get("kind", "")) == (title, kind)


@pytest.mark.parametrize(
    ("line", "title", "values"),
    [
        (linked("Bees", Bees="https://t.example"), "Bees", {"url": "https://t.example"}),
        (
            linked("Bees", Bees="https://youtu.be/abcdefghijk"),
            "Bees",
            {"video": "https://youtu.be/abcdefghijk"},
        ),
        (
            linked("Bees [slides | video]", slides="https://s.example", video="https://v.example"),
            "Bees",
            {"slides": "https://s.example", "video": "https://v.example"},
        ),
        # A word that says nothing of a link, one that leads nowhere safe, words after it.
        (linked("Bees here", here="https://h.example"), "Bees here", {}),
        (linked("Bees slides", slides="javascript:alert()"), "Bees slides", {}),
        (linked("Bees slides too", slides="https://s.example"), "Bees slides too", {}),
        (linked("Bees", Bees="javascript:alert()"), "Bees", {}),
    ],
)
def test_links_in_titles(line: MarkedText, title: str, values: dict[str, Any]) -> None:
    talk = read("{title}", line)
    assert talk.title == title
    assert dict(talk.values) == values


def test_links_on_other_lines() -> None:
    talk = read(
        "{title} // {}",
        "Bees",
        linked(
            "Slides, video, again, there, https://b.example and https://c.example.",
            Slides="https://s.example",
            video="https://v.example",
            again="https://a.example",
        ),
    )
    assert dict(talk.values) == {
        "slides": "https://s.example",
        "video": "https://v.example",
        "url": "https://b.example",
        "links": (Link("url", "https://c.example"),),
    }


def test_one_link_twice_is_one() -> None:
    both = linked("Slides and slides", Slides="https://s.example", slides="https://s.example")
    talk = read("{title} // {}", "Bees", both)
    assert dict(talk.values) == {"slides": "https://s.example"}


@pytest.mark.parametrize(
    ("pattern", "line", "day"),
    [
        ("Day {day}", "Day 2", 2),
        ("{weekday}, {day}", "Thursday, 23 July 2020", dt.date(2020, 7, 23)),
    ],
)
def test_days(pattern: str, line: str, day: Day) -> None:
    assert read_day(matched(pattern, line)) == day
    assert say_wrong_day(matched(pattern, line)) == ""


def test_a_day_that_there_is_not() -> None:
    lines = matched("{weekday}, {day}", "Friday, 31 April")
    assert read_day(lines) is None
    assert say_wrong_day(lines) == "“31 April” is no day: that month has 30 days."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x]", "attended"),
        ("[X]", "attended"),
        ("[ ]", "planned"),
        ("[-]", "cancelled"),
        ("\u2611\ufe0f", "attended"),
        ("\u2610", "planned"),
        (" Watched ", "watched"),
    ],
)
def test_statuses(text: str, status: str) -> None:
    assert read_status(text) == status


def test_other_words_are_no_status() -> None:
    with pytest.raises(ValueError, match="expected a box such as"):
        read_status("liked")


def test_translated_lines_keep_the_facts_of_the_original() -> None:
    people = (NamedPerson("Ann Lee"), NamedPerson("Bob Ray"))
    shown = (NamedPerson("Anna Lee", "https://a.example", "Firma"), NamedPerson("Bob Ray"))
    original = FoundTalk(
        "Bees", None, {"speakers": people, "kind": "keynote", "room": "Hall"}, dt.date(2020, 1, 1)
    )
    translated = FoundTalk("Bienen", None, {"speakers": shown, "room": "Saal", "kind": "talk"})
    found = as_original(translated, original)
    assert (found.title, found.known_by, found.day) == ("Bienen", "Bees", dt.date(2020, 1, 1))
    assert original.known_by == "Bees"
    assert dict(found.values) == {
        "room": "Saal",
        "kind": "keynote",
        "speakers": (NamedPerson("Ann Lee", "https://a.example", "Firma"), NamedPerson("Bob Ray")),
    }
    fewer = as_original(FoundTalk("Bienen", None, {"speakers": shown[:1]}), original)
    assert fewer.values.get("speakers") == people


def test_further_talks_of_a_line_share_what_is_before_the_first_title() -> None:
    nine, ten = Moment(dt.time(9)), Moment(dt.time(10))
    first = FoundTalk("Bees", None, {"start": nine, "room": "Hall", "kind": "keynote"}, day=2)
    wax = share_facts(FoundTalk("Wax", None, {"kind": "talk"}), first, {"title"})
    assert (wax.title, wax.day) == ("Wax", 2)
    assert dict(wax.values) == {"start": nine, "room": "Hall", "kind": "talk"}
    # Not what the talk has a field for, even if that says nothing.
    own = FoundTalk("Hives", None, {"start": ten}, day=3)
    hives = share_facts(own, first, {"title", "time", "room"})
    assert (hives.day, dict(hives.values)) == (3, {"start": ten})


def test_a_field_of_blanks_at_the_end_lies_within_the_text() -> None:
    # A wide bracket is compared as three characters.
    fields = read_pattern("{title}{duration}{title}").lines[0].match(MarkedText("（1 "))
    assert fields is not None
    assert [(field.start, field.end) for field in fields] == [(0, 1), (1, 2), (3, 3)]


@pytest.mark.parametrize("line", ["[x] Bees", "[ ] Bees"])
@pytest.mark.parametrize("pattern", ["[{status}] {title}", "{status} {title}"])
def test_the_box_of_a_task(pattern: str, line: str) -> None:
    talk = read(pattern, line)
    assert talk.title == "Bees"
    assert talk.values["status"] == ("attended" if "x" in line else "planned")


def test_marks_that_touch_are_one() -> None:
    wanted = read_pattern("**{title}**").lines[0]
    marks = (Mark(STRONG, 0, 3), Mark(STRONG, 2, 4), Mark(STRONG, 4, 4))
    assert wanted.match(MarkedText("Bees", marks)) == (Field("title", 0, 4),)


def test_a_line_that_is_too_long_is_no_talk() -> None:
    assert read_pattern("{title}").lines[0].match(MarkedText("x" * 100_000)) is None


def test_brackets_around_nothing_are_no_company() -> None:
    talk = read("{title} - {speakers} ({affiliation})", "Bees - Ann Lee ( )")
    assert talk.values["speakers"] == (NamedPerson("Ann Lee"),)


@pytest.mark.parametrize(
    ("line", "people", "left"),
    [
        # A second address of one person, a second company, an address that is not safe.
        (
            linked(
                "Bees - Bob Jones, Jr.",
                **{"Bob Jones": "https://a.example", "Jr.": "https://b.example"},
            ),
            [("Bob Jones, Jr.", "https://a.example", "")],
            [" Jr."],
        ),
        (MarkedText("Bees - (Ann Lee) (Acme) (Berlin)"), [("Ann Lee", "", "Acme")], ["Berlin"]),
        (
            linked("Bees - Ann Lee slides", slides="javascript:alert()"),
            [("Ann Lee", "", "")],
            ["slides"],
        ),
    ],
)
def test_what_nothing_says_is_left(
    line: MarkedText, people: list[tuple[str, str, str]], left: list[str]
) -> None:
    talk = read("{title} - {speakers}", line)
    assert [tuple(person[:3]) for person in talk.values["speakers"]] == people
    assert [line.text[part.start : part.end] for part in talk.left] == left
