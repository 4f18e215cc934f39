"""What a pattern matches, and what its fields take, rule by rule."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.patterns.marked_text import (
    EMPHASIS,
    LINK,
    STRONG,
    Mark,
    MarkedText,
)
from sphinxcontrib_tripreport.core.patterns.pattern import PlaceKind, read_pattern
from sphinxcontrib_tripreport.core.patterns.tokens import FIELDS

Taken = dict[str, str] | None


def taken(pattern: str, text: str, *marks: Mark) -> Taken:
    """What the fields of a pattern's first line take of a text."""
    fields = read_pattern(pattern).lines[0].match(MarkedText(text, marks))
    if fields is None:
        return None
    return {field.name: text[field.start : field.end] for field in fields}


MATCHES: tuple[tuple[str, str, Taken], ...] = (
    # Titles take as much as they can, everything else as little.
    ("{title} - {speakers}", "A - B - C", {"title": "A - B", "speakers": "C"}),
    ("{speakers} - {title}", "A - B - C", {"speakers": "A", "title": "B - C"}),
    ("{title} ({speakers})", "Impl (a) b (Ann)", {"title": "Impl (a) b", "speakers": "Ann"}),
    ("{title} ({speakers})", "Impl (a) b", None),
    # Case, quotes, dashes and width do not matter.
    ("{title} BY {speakers}", "Bees by Ann", {"title": "Bees", "speakers": "Ann"}),
    ('"{title}" – {speakers}', "“Bees” - Ann", {"title": "Bees", "speakers": "Ann"}),
    ("{title} - {speakers}", "Bees\u200a—\u200aAnn", {"title": "Bees", "speakers": "Ann"}),
    ("{title} -- {speakers}", "Bees — Ann", {"title": "Bees", "speakers": "Ann"}),
    ("{title} - {speakers}", "Bees -- Ann", {"title": "Bees", "speakers": "Ann"}),
    ("{title} – {speakers}", "Bees --- Ann", {"title": "Bees", "speakers": "Ann"}),
    ("{title}--{speakers}", "Bees-Ann", {"title": "Bees", "speakers": "Ann"}),
    ("{title}, {speakers}", "蜂，安", {"title": "蜂", "speakers": "安"}),
    ("№{number}:{title}", "No1：蜂", {"number": "1", "title": "蜂"}),
    ("{title}（{speakers}）", "蜂 (安)", {"title": "蜂", "speakers": "安"}),
    ("{title} ({speakers})", "蜂（安）", {"title": "蜂", "speakers": "安"}),
    # Dashes beside a full-width mark, and the Chinese one of two, need no space.
    ("{title} - {speakers}", "「蜂」 ー安", {"title": "「蜂」", "speakers": "安"}),
    ("{title} - {speakers}", "「蜂」ー安", {"title": "「蜂」", "speakers": "安"}),
    ("{title} - {speakers}", "蜂（甲）—安", {"title": "蜂（甲）", "speakers": "安"}),
    ("{title} - {speakers}", "【蜂】―【安】", {"title": "【蜂】", "speakers": "【安】"}),
    ("{title} - {speakers}", "「蜂」〜安", {"title": "「蜂」", "speakers": "安"}),
    ("{title} - {speakers}", "蜂 ー 安", {"title": "蜂", "speakers": "安"}),
    ("{title} - {speakers}", "蜂——安", {"title": "蜂", "speakers": "安"}),
    ("{title} - {speakers}", "「蜂」-安", {"title": "「蜂」", "speakers": "安"}),
    ("{time}-{end} {title}", "9:30〜10:15 蜂", {"time": "9:30", "end": "10:15", "title": "蜂"}),
    ("{title}-{speakers}", "「データー」蜂", None),
    ("{title} - {speakers}", "ビー（甲）", None),
    ("{title} - {speakers}", "蜂〜仕事〜安", None),
    # A field takes both or none of two brackets that belong together.
    ("{title} ({speakers})", "Bees (Ann (Acme))", {"title": "Bees", "speakers": "Ann (Acme)"}),
    ("{title} ({speakers})", "Bees (a) (Ann [A] (B))",
     {"title": "Bees (a)", "speakers": "Ann [A] (B)"}),
    ("{title} - {speakers}", "Bees (a - b) c", None),
    ("{title}, {speakers}", "蜂（甲，乙），安", {"title": "蜂（甲，乙）", "speakers": "安"}),
    ("{speakers} ({affiliation})", "A (Acme), B (Globex)",
     {"speakers": "A (Acme), B", "affiliation": "Globex"}),
    ("{title} - {speakers}", "Bees :-) - Ann", {"title": "Bees :-)", "speakers": "Ann"}),
    ("{number}) {title}", "1) Bees (all)", {"number": "1", "title": "Bees (all)"}),
    ("{title} [{speakers}]", "Bees [[Ann Lee]]", {"title": "Bees", "speakers": "[Ann Lee]"}),
    # Spaces: one is as good as many, none is none; more may be around commas and colons.
    ("{title} by {speakers}", "Bees \tby\xa0Ann", {"title": "Bees", "speakers": "Ann"}),
    ("{title} by {speakers}", "Beesby Ann", None),
    ("{time}:{title}", "09:00 : Bees", {"time": "09:00", "title": "Bees"}),
    ("{title},{speakers}", "Bees , Ann", {"title": "Bees", "speakers": "Ann"}),
    # Anything, also nothing.
    ("{time} {} - {title}", "9:00 - Bees", {"time": "9:00", "title": "Bees"}),
    ("{time} {} - {title}", "9:00 R1 - Bees", {"time": "9:00", "": "R1", "title": "Bees"}),
    ("{title} ({})", "Bees ()", {"title": "Bees", "": ""}),
    # Shapes.
    ("{time} {title}", "Bees at nine", None),
    ("{time}-{end} {title}", "9:30–10:15 Bees", {"time": "9:30", "end": "10:15", "title": "Bees"}),
    ("{time} {title}", "9 am Bees", {"time": "9 am", "title": "Bees"}),
    ("{time} {title}", "14h30 Bees", {"time": "14h30", "title": "Bees"}),
    ("{number}. {title}", "A. Bees", {"number": "A", "title": "Bees"}),
    ("{number}. {title}", "XII. Bees", {"number": "XII", "title": "Bees"}),
    ("{number}. {title}", "Bees. Wasps", None),
    ("{title} ({duration})", "Bees (45 min)", {"title": "Bees", "duration": "45 min"}),
    ("{title} ({duration})", "Bees (1:00:39)", {"title": "Bees", "duration": "1:00:39"}),
    ("{title} ({duration})", "Bees (Ann)", None),
    ("[{kind}] {title}", "[Keynote] Bees", {"kind": "Keynote", "title": "Bees"}),
    ("{kind}：{title}", "キーノート：蜂", {"kind": "キーノート", "title": "蜂"}),
    ("{kind}: {title}", "Bees: Wasps", None),
    ("{weekday} {day}", "Viernes 9", {"weekday": "Viernes", "day": "9"}),
    ("{weekday}, {day}", "Saturday, 6th", {"weekday": "Saturday", "day": "6th"}),
    ("{day} - {weekday}", "12.05. - Monday", {"day": "12.05.", "weekday": "Monday"}),
    ("Day {day}", "Day two", {"day": "two"}),
    ("Day {day}", "Day off", None),
    ("{day}", "9 de febrero de 2018", {"day": "9 de febrero de 2018"}),
    ("{day}", "第二天", {"day": "第二天"}),
    # Literal brackets, and escapes.
    ("[{kind}] {title}", "Keynote Bees", None),
    (r"\*{title}\*", "*Bees*", {"title": "Bees"}),
    ("{} - {title}", "- Bees", {"title": "Bees"}),
    ("* {title} * {speakers}", "Bees * Ann", {"title": "Bees", "speakers": "Ann"}),
    ("{title} 5* {speakers}", "Bees 5* Ann", {"title": "Bees", "speakers": "Ann"}),
    ("{speakers} | {} | {affiliation}", "Ann | @ann | Acme",
     {"speakers": "Ann", "": "@ann", "affiliation": "Acme"}),
)  # fmt: skip


@pytest.mark.parametrize(("pattern", "text", "expected"), MATCHES)
def test_matching(pattern: str, text: str, expected: Taken) -> None:
    assert taken(pattern, text) == expected


def test_marks_ask_for_marks() -> None:
    strong, link = Mark(STRONG, 0, 4), Mark(LINK, 0, 4, "https://a.example")
    assert taken("**{title}** {speakers}", "Bees Ann Lee", strong) == {
        "title": "Bees",
        "speakers": "Ann Lee",
    }
    assert taken("**{title}** {speakers}", "Bees Ann Lee") is None
    assert taken("**{title}** {speakers}", "Bees Ann Lee", Mark(EMPHASIS, 0, 4)) is None
    assert taken("[{title}](url) {speakers}", "Bees Ann", link) == {
        "title": "Bees",
        "speakers": "Ann",
    }
    assert taken("*{title}*", "Bees", Mark(EMPHASIS, 0, 4)) == {"title": "Bees"}


@pytest.mark.parametrize(
    "pattern", ["**[{title}](u)** - {speakers}", "[**{title}**](u) - {speakers}"]
)
def test_marks_nest_either_way(pattern: str) -> None:
    marks = Mark(STRONG, 0, 4), Mark(LINK, 0, 4, "https://a.example")
    for order in (marks, marks[::-1]):
        assert taken(pattern, "Bees - Ann", *order) == {"title": "Bees", "speakers": "Ann"}


def test_marks_that_a_pattern_does_not_have_put_no_condition() -> None:
    marks = Mark(STRONG, 0, 4), Mark(LINK, 5, 8, "https://a.example")
    assert taken("{title} {number} {speakers}", "Bees 123 Ann", *marks)
    assert taken("[{title}](…)", "Bees", Mark(LINK, 0, 4, "u"), Mark(STRONG, 0, 4)) == {
        "title": "Bees"
    }


def test_a_mark_covers_the_whole_field() -> None:
    halves = Mark(STRONG, 0, 4), Mark(STRONG, 9, 14)
    assert taken("**{title}**", "Bees and wasps", *halves) is None


@pytest.mark.parametrize(
    ("pattern", "where", "level", "lines"),
    [
        ("{title}", PlaceKind.HEADING, None, 1),
        ("### {title}", PlaceKind.HEADING, 3, 1),
        ("* {title} - {speakers}", PlaceKind.ITEM, None, 1),
        ("- {title}", PlaceKind.ITEM, None, 1),
        ("+ {title}", PlaceKind.ITEM, None, 1),
        ("**{title}** // {speakers}", PlaceKind.PARAGRAPH, None, 2),
        ("## {title} // * By {speakers} // {}", PlaceKind.HEADING, 2, 3),
        ("a//b {title}", PlaceKind.HEADING, None, 1),
        ("= {title}", PlaceKind.TITLE, None, 1),
        ("={title}", PlaceKind.HEADING, None, 1),
    ],
)
def test_what_a_pattern_is_matched_with(
    pattern: str, where: PlaceKind, level: int | None, lines: int
) -> None:
    read = read_pattern(pattern)
    assert (read.where, read.level, len(read.lines)) == (where, level, lines)


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        ("[{title}](…) - {speakers}", (PlaceKind.HEADING, PlaceKind.PARAGRAPH)),
        ("## [{title}](…)", (PlaceKind.HEADING,)),
        ("{title}", (PlaceKind.HEADING,)),
        ("**{title}**", (PlaceKind.PARAGRAPH,)),
    ],
)
def test_a_link_at_the_beginning_is_matched_with_paragraphs_too(
    pattern: str, places: tuple[PlaceKind, ...]
) -> None:
    assert read_pattern(pattern).places == places


def test_only_a_mark_at_the_beginning_of_a_later_line_is_an_item() -> None:
    lines = read_pattern("* {title} // *Speaker:* {speakers} // - By {room} - {} // *{track}* {}")
    assert [(line.fields, line.literal) for line in lines.lines] == [
        (("title",), ""),
        (("speakers",), "Speaker: "),
        (("room", ""), "By  - "),
        (("track", ""), " "),
    ]
    assert [set(line.marks) for line in lines.lines] == [set(), {EMPHASIS}, set(), {EMPHASIS}]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("", "expected a pattern"),
        ("{title}" + " - x" * 300, "at most 1000 characters"),
        ("## Talks", "expected a field"),
        ("{titel}", "Did you mean “{title}”?"),
        ("{title - {speakers}", "“{title” is never closed: expected “{title}”"),
        ("{title} {", "“{” is never closed: expected “{title}”"),
        ("title} - {speakers}", "“title}” has no opening brace: expected “{title}”"),
        ("{title} }", "“}” has no opening brace: expected “{title}”"),
        ("{title} {speakers}", "side by side"),
        ("{title} {}", "side by side"),
        ("{}{room}", "side by side"),
    ],
)
def test_patterns_that_cannot_be_read(pattern: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_pattern(pattern)


@given(
    st.sampled_from(
        ["{title} ({speakers})", "{title} - {speakers}", "{speakers}, {affiliation}",
         "{} [{title}]", "({title}) {room}", "{number}) {title}", "{title} ({}) {track}"]
    ),
    st.text(alphabet="ab1 ()[]（）-,", max_size=30),
)  # fmt: skip
def test_no_field_takes_one_bracket_of_a_pair(pattern: str, text: str) -> None:
    pairs = partners(text)
    # The pattern's own brackets may be one that has no partner and one that has.
    assume(2 * len(pairs) == sum(character in "()[]（）" for character in text))
    for field in read_pattern(pattern).lines[0].match(MarkedText(text)) or ():
        inside = range(field.start, field.end)
        for start, end in pairs:
            assert (start in inside) == (end in inside)


def partners(text: str) -> list[tuple[int, int]]:
    """Brackets that belong together: the next one of its kind that is left, nested."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    kinds = {")": "(", "]": "[", "）": "(", "（": "("}
    for place, character in enumerate(text):
        kind = kinds.get(character, character)
        if character in "([（":
            opened.append(place)
        elif character in ")]）" and any(kinds.get(text[o], text[o]) == kind for o in opened):
            while kinds.get(text[opened[-1]], text[opened[-1]]) != kind:
                opened.pop()
            found.append((opened.pop(), place))
    return found


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_pattern_is_read_or_said_to_be_wrong(pattern: str, text: str) -> None:
    try:
        read = read_pattern(pattern)
    except ValueError:
        return
    for line in read.lines:
        line.match(MarkedText(text))


@given(
    st.lists(
        st.sampled_from([*(f"{{{name}}}" for name in FIELDS), "{}", " ", ", ", "-", "**"]),
        max_size=8,
    ),
    st.text(alphabet="ab1: ,-*（），é", max_size=40),
)
def test_fields_lie_in_their_order_within_the_text(parts: list[str], text: str) -> None:
    try:
        read = read_pattern("".join(parts))
    except ValueError:
        return
    place = 0
    for field in read.lines[0].match(MarkedText(text)) or ():
        assert place <= field.start <= field.end <= len(text)
        place = field.end
