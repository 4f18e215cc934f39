"""What matched lines tell of a talk, and that no word of them is lost."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.patterns.fields import read_talk
from sphinxcontrib_tripreport.core.patterns.found_talk import FoundTalk, MatchedLine
from sphinxcontrib_tripreport.core.patterns.marked_text import LINK, STRONG, Mark, MarkedText
from sphinxcontrib_tripreport.core.patterns.pattern import read_pattern
from sphinxcontrib_tripreport.core.patterns.tokens import FIELDS
from sphinxcontrib_tripreport.core.text.slugs import fold


def read(pattern: str, *lines: str | MarkedText, language: str = "en") -> FoundTalk | None:
    """The talk that lines tell of; None where they do not look like the pattern."""
    matched: list[MatchedLine] = []
    for line, wanted in zip(lines, read_pattern(pattern).lines, strict=True):
        marked = line if isinstance(line, MarkedText) else MarkedText(line)
        fields = wanted.match(marked)
        if fields is None:
            return None
        matched.append(MatchedLine(marked, fields))
    return read_talk(matched, language)


def people(found: FoundTalk | None) -> list[tuple[str, str]]:
    """The speakers, each with a company."""
    assert found is not None
    return [(person.name, person.affiliation) for person in found.values.get("speakers", ())]


@pytest.mark.parametrize(
    ("pattern", "line", "expected"),
    [
        ("{title} - {speakers}, {affiliation}", "Bees - Ann Lee, Acme; Bob Ray, Globex",
         [("Ann Lee", "Acme"), ("Bob Ray", "Globex")]),
        ("{title} - {speakers}, {affiliation}", "Bees - Ann Lee, Acme and Bob Ray, Globex",
         [("Ann Lee", "Acme"), ("Bob Ray", "Globex")]),
        ("{title} - {speakers}, {affiliation}", "Bees - Ann Lee; Bob Ray, Globex",
         [("Ann Lee", ""), ("Bob Ray", "Globex")]),
        ("{title} - {speakers}, {affiliation}", "Bees - Ann Lee, Black & White, Inc",
         [("Ann Lee", "Black & White, Inc")]),
        ("{title} - {speakers} from {affiliation}", "Bees - Ann from Acme / Bob from Globex",
         [("Ann", "Acme"), ("Bob", "Globex")]),
        ("{title} ({speakers}, {affiliation})", "Bees (A (Acme), B (Globex))",
         [("A", "Acme"), ("B", "Globex")]),
        ("{title} ({speakers}, {affiliation})", "Bees (Ann Lee, Acme (Berlin))",
         [("Ann Lee", "Acme (Berlin)")]),
        ("{title}: {speakers} ({affiliation})", "Bees: A (Acme), B (Globex)",
         [("A", "Acme"), ("B", "Globex")]),
        ("{title}: {speakers} ({affiliation})", "Bees: A, B (Globex)",
         [("A", ""), ("B", "Globex")]),
        ("{affiliation}: {speakers} | {title}", "Acme: Ann | Bees", [("Ann", "Acme")]),
    ],
)  # fmt: skip
def test_companies(pattern: str, line: str, expected: list[tuple[str, str]]) -> None:
    assert people(read(pattern, line)) == expected


def test_a_kind_among_names_and_a_title_that_is_one() -> None:
    text = "Bees (Keynote, by Ann Lee, video)"
    marks = Mark(LINK, 0, 4, "https://u.example"), Mark(LINK, 27, 32, "https://v.example")
    found = read("[{title}](…) ({speakers})", MarkedText(text, marks))
    assert found is not None
    assert found.title == "Bees"
    assert people(found) == [("Ann Lee", "")]
    assert found.values["kind"] == "keynote"
    assert (found.values["url"], found.values["video"]) == (
        "https://u.example",
        "https://v.example",
    )
    found = read("**{title}** - {speakers}", MarkedText("Keynote - Ann Lee", (Mark(STRONG, 0, 7),)))
    assert found is not None
    assert (found.title, found.values["kind"]) == ("Keynote", "keynote")


def test_labels_leave_no_bracket_alone() -> None:
    def title(text: str) -> str:
        marks = tuple(
            Mark(LINK, each.start(), each.end(), f"https://{each[0]}.example")
            for each in re.finditer("video|slides", text)
        )
        found = read("{title}", MarkedText(text, marks))
        assert found is not None
        return found.title

    assert title("Bees (slides, video)") == "Bees"
    assert title("Bees (a talk, video)") == "Bees (a talk, video)"
    assert title("Bees (a talk) | slides (video)") == "Bees (a talk)"


@pytest.mark.parametrize(
    ("pattern", "line", "left"),
    [
        ("{title} - {speakers}", "Bees - Ann @ann", ["@ann"]),
        ("{title} - {speakers}", "Bees - 12", ["12"]),
        ("{title} ({duration})", "Bees (45 min)", ["45 min"]),
        ("{time} {title} ({duration})", "9:30 Bees (45 min)", []),
        ("{title} - {affiliation}", "Bees - Acme", ["Acme"]),
        ("{room}: {title} / {room}", "A: Bees / B", ["B"]),
        ("{day}. {title}", "99. Bees", ["99"]),
    ],
)
def test_words_that_say_nothing_are_left(pattern: str, line: str, left: list[str]) -> None:
    found = read(pattern, line)
    assert found is not None
    assert [line[span.start : span.end] for span in found.left] == left


PIECES = (
    " Ann", "Lee ", "Bob Ray", " @ann ", " (", ") ", " [", "] ", ", ", "; ", " - ", ": ", " & ",
    " and ", " Keynote ", " by ", " 12 ", " https://a.example/x ", " 9:30 ", " 45 min ", " Friday",
    ". ", " Jr.", " https://b.example ",
)  # fmt: skip
MAY_GO = frozenset(("keynote", "by", "and", "with"))
"""Words that say how others are meant."""


@given(
    st.lists(st.sampled_from([f"{{{name}}}" for name in (*FIELDS, "")]), min_size=1, max_size=4),
    st.lists(st.sampled_from([" - ", ", ", " (", ") ", ": ", " by "]), min_size=4, max_size=4),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=14),
)
def test_no_word_of_a_field_is_lost(fields: list[str], joints: list[str], text: list[str]) -> None:
    pattern = "".join(f"{field}{joint}" for field, joint in zip(fields, joints, strict=False))
    line = "".join(text)
    found = read(pattern.rstrip(" -,:(by"), line) if "{" in pattern else None
    if found is None:
        return
    shown = [found.title, *(line[span.start : span.end] for span in found.left)]
    for person in found.values.get("speakers", ()):
        shown += [person.name, person.url, person.affiliation]
    shown += [str(link.url) for link in found.values.get("links", ())]
    shown += [str(found.values.get(name, "")) for name in ("room", "track", "url")]
    said = {word for each in shown for word in _words(each)}
    for name, start, end in _fields(pattern, line):
        if name and not _is_read(name, found):
            lost = {w for w in _words(line[start:end]) if w not in said} - MAY_GO
            assert not lost, (pattern, line, found)


def _fields(pattern: str, line: str) -> list[tuple[str, int, int]]:
    fields = read_pattern(pattern.rstrip(" -,:(by")).lines[0].match(MarkedText(line)) or ()
    assert all(first.end <= second.start for first, second in pairwise(fields))
    return [(each.name, each.start, each.end) for each in fields]


def _is_read(name: str, found: FoundTalk) -> bool:
    """Whether a field is shown in other words, or says only how the author counted."""
    options = {"time": "start", "end": "end", "duration": "duration", "kind": "kind"}
    if name in ("day", "weekday"):
        return found.day is not None
    return name == "number" or bool(found.values.get(options.get(name, "")))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
