"""Lines with several talks."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.patterns.marked_text import STRONG, Mark, MarkedText
from sphinxcontrib_tripreport.core.patterns.pattern import read_pattern
from sphinxcontrib_tripreport.core.patterns.repeats import find_repeated, looks_repeated


def found(pattern: str, marked: MarkedText) -> list[dict[str, str]]:
    """What the fields of each talk take."""
    read = read_pattern(pattern)
    return [
        {f.name: marked.text[talk.start : talk.end][f.start : f.end] for f in talk.fields}
        for talk in find_repeated(marked, read.lines[0], read.tails, read.repeat)
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "talks"),
    [
        ("{title} ({speakers}) / …", "Bees (Ann) / Ants (Bob)",
         [{"title": "Bees", "speakers": "Ann"}, {"title": "Ants", "speakers": "Bob"}]),
        ("{title} ({speakers}); ...", "Bees (Ann); Ants (Bob)",
         [{"title": "Bees", "speakers": "Ann"}, {"title": "Ants", "speakers": "Bob"}]),
        # A title may have the separator, and words, too.
        ("{title} ({speakers}) / …", "TCP / IP (Ann) / A/B tests (Bob)",
         [{"title": "TCP / IP", "speakers": "Ann"}, {"title": "A/B tests", "speakers": "Bob"}]),
        # Others share what the first begins with.
        ("{time} {room}: {title} - {speakers} | …",
         "9:00 A: Bees - Ann | B: Ants - Bob | Wasps - Cy",
         [{"time": "9:00", "room": "A", "title": "Bees", "speakers": "Ann"},
          {"room": "B", "title": "Ants", "speakers": "Bob"},
          {"title": "Wasps", "speakers": "Cy"}]),
        # One talk, or something else.
        ("{title} ({speakers}) / …", "Bees (Ann)", []),
        ("{title} ({speakers}) / …", "Bees (Ann) / Lunch", []),
        ("{title} ({speakers}) / …", "Bees (Ann / Bob)", []),
    ],
)  # fmt: skip
def test_talks_of_one_line(pattern: str, text: str, talks: list[dict[str, str]]) -> None:
    assert found(pattern, MarkedText(text)) == talks


def test_marks_of_each_talk() -> None:
    marked = MarkedText("9:00 A Bees / B Ants", (Mark(STRONG, 5, 6), Mark(STRONG, 14, 15)))
    assert found("{time} **{room}** {title} / …", marked) == [
        {"time": "9:00", "room": "A", "title": "Bees"},
        {"room": "B", "title": "Ants"},
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "separator"),
    [
        ("{title} ({speakers})", "Bees (Ann Lee) / Ants (Bob Ray)", "/"),
        ("{time} {title} ({speakers})", "9:00 Bees (Ann Lee) | Ants (Bob Ray)", "|"),
        ("{title} - {speakers}", "Bees - Ann Lee; Ants - Bob Ray", ";"),
        ("{title} - {speakers}", "Client - server / peer - Ann Lee", ""),
        ("{title} - {speakers}", "Bees - Ann Lee / Bob Ray", ""),
        ("{title} - {speakers}", "Bees - Ann Lee", ""),
        ("{title} - {room}", "Bees - Big Hall / Ants - Small Hall", ""),
    ],
)
def test_lines_that_seem_to_have_several(pattern: str, text: str, separator: str) -> None:
    read = read_pattern(pattern)
    assert looks_repeated(MarkedText(text), read.lines[0], read.tails) == separator


@pytest.mark.parametrize(
    "pattern", ["{title} / … // {speakers}", "{title} // {speakers} / …", "| {title} | {room}; … |"]
)
def test_where_the_mark_cannot_be(pattern: str) -> None:
    with pytest.raises(ValueError, match="at the end of a pattern of one line"):
        read_pattern(pattern)


def test_an_ellipsis_may_be_text() -> None:
    assert read_pattern("{title} …").repeat == ""
    assert read_pattern("[{title}](…)").repeat == ""
