"""Talks in a report's metadata, and what is said of fields that cannot be read."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import ListedTalk, read_report


def read(lines: str) -> tuple[tuple[ListedTalk, ...], list[tuple[int, str]]]:
    """The talks, and what is wrong with the metadata: lines and texts."""
    found = read_report(read_metadata(f"---\n{lines}\n---\n", "markdown"), "day-1")
    return tuple(found.talks), [(problem.line, problem.text) for problem in found.problems]


def test_titles_and_options() -> None:
    talks, problems = read(
        "talks:\n- A talk\n- title: Bees  and wax\n  rating: 4\n  tags: [data, 'a, b']\n"
        "  topics: wax, hives"
    )
    assert problems == []
    assert [(talk.title, talk.line) for talk in talks] == [("A talk", 3), ("Bees and wax", 4)]
    assert dict(talks[1].values) == {"rating": 4, "topics": ("data", "a, b", "wax", "hives")}


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        ("talks: Bees", 2, "“talks” is text: expected a list of titles or of mappings."),
        ("talks:\n- rating: 4", 3, "A talk in “talks” has no “title”; it is left out."),
        ("talks:\n- ' '", 3, "A talk in “talks” has no “title”; it is left out."),
        ("talks:\n- title: [a]", 3, "A talk in “talks” has no “title”; it is left out."),
        ("talks:\n- title: A\n  rating: 9", 4, "“rating” is “9”: expected a whole number"),
        ("language: klingonese", 2, "The metadata field “language” is “klingonese”: expected"),
        ("authors: [[a]]", 2, "expected a name, or a list of names."),
        ("tags: [a, [b]]", 2, "expected a list of texts."),
        ("tags: {a: b}", 2, "expected text or a list."),
        ("date: [2020-01-01]", 2, "expected a date such as 2020-07-23."),
        ("list-talks: perhaps", 2, "expected true or false."),
    ],
)
def test_what_is_wrong(lines: str, line: int, said: str) -> None:
    _, (problem,) = read(f"event: con\n{lines}".replace("event: con\n", ""))
    assert problem[0] == line
    assert said in problem[1]
