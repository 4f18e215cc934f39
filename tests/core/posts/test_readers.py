"""Each form of metadata by itself: what is read, from which lines, and what is hidden."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.posts.metadata import Metadata, shown_text
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.core.posts.source import plain_text
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.located_toml import UnreadableToml, read_toml

MARKUPS = ("markdown", "restructuredtext")


def plain(located: Located) -> Any:
    """A value without its lines."""
    if isinstance(located.value, list):
        return [plain(item) for item in located.value]
    if isinstance(located.value, dict):
        return {name: plain(item) for name, item in located.value.items()}
    return located.value


def fields(metadata: Metadata) -> dict[str, tuple[Any, int]]:
    """Each field's value and line."""
    return {name: (plain(value), value.line) for name, value in metadata.fields.items()}


def hidden(metadata: Metadata) -> list[int]:
    """The hidden lines, from 1."""
    return sorted(number + 1 for span in metadata.hidden for number in span)


YAML = "---\ntitle: Day 1\ntags:\n  - Python\n---\n\nText\n"
TOML = """\
+++
# a comment
Title = "Day 1"
date = 2020-07-23T09:00:00Z
tags = [
  "Python",
]
draft = true

[extra]
event = "europython-2020"
title = "not this"

[taxonomies]
categories = ["Talks"]
+++

Text
"""
KEYS = """\
Title: Day 1
Date: 2020-07-23 10:20
Authors: Jane Doe
    Rick Roe
summary: Some
Event: europython-2020

Text
"""
COMMENTS = """\
.. title: Day 1
.. slug: day-1
.. date: 2020-07-23 20:10:28 UTC+01:00
.. tags:
.. author: Jane Doe

Text
"""
HTML_COMMENT = f"<!--\n{COMMENTS[: COMMENTS.index('Text')]}-->\n\nText\n"
POST = """\
Day 1
=====

.. post:: Apr 15, 2014
   :tags: tips, ablog
   :author: Jane Doe,
      Rick Roe

Text
"""
POST_FENCE = """\
# Day 1

```{post} Apr 15, 2014
:tags: tips, ablog
:author: Jane Doe
```

Text
"""


@pytest.mark.parametrize(
    ("markup", "text", "expected", "lines"),
    [
        ("markdown", YAML, {"title": ("Day 1", 2), "tags": (["Python"], 3)}, []),
        ("restructuredtext", YAML, {"title": ("Day 1", 2), "tags": (["Python"], 3)}, range(1, 6)),
        *(
            (
                markup,
                TOML,
                {
                    "title": ("Day 1", 3),
                    "date": ("2020-07-23T09:00:00+00:00", 4),
                    "tags": (["Python"], 5),
                    "draft": ("true", 8),
                    "event": ("europython-2020", 11),
                    "categories": (["Talks"], 15),
                    "extra": ({"event": "europython-2020", "title": "not this"}, 10),
                    "taxonomies": ({"categories": ["Talks"]}, 14),
                },
                range(1, 17),
            )
            for markup in MARKUPS
        ),
        (
            "markdown",
            KEYS,
            {
                "title": ("Day 1", 1),
                "date": ("2020-07-23 10:20", 2),
                "authors": ("Jane Doe\nRick Roe", 3),
                "summary": ("Some", 5),
                "event": ("europython-2020", 6),
            },
            range(1, 7),
        ),
        *(
            (
                markup,
                text,
                {
                    "title": ("Day 1", 1 + shift),
                    "slug": ("day-1", 2 + shift),
                    "date": ("2020-07-23 20:10:28 UTC+01:00", 3 + shift),
                    "tags": ("", 4 + shift),
                    "author": ("Jane Doe", 5 + shift),
                },
                lines,
            )
            for markup, text, shift, lines in (
                ("restructuredtext", COMMENTS, 0, []),
                ("markdown", COMMENTS, 0, range(1, 6)),
                ("markdown", HTML_COMMENT, 1, range(1, 9)),
            )
        ),
        (
            "restructuredtext",
            POST,
            {
                "date": ("Apr 15, 2014", 4),
                "tags": ("tips, ablog", 5),
                "author": ("Jane Doe, Rick Roe", 6),
                "blogpost": ("true", 4),
            },
            range(4, 8),
        ),
        (
            "markdown",
            POST_FENCE,
            {
                "date": ("Apr 15, 2014", 3),
                "tags": ("tips, ablog", 4),
                "author": ("Jane Doe", 5),
                "blogpost": ("true", 3),
            },
            range(3, 7),
        ),
        (
            "markdown",
            ":::{post}\n---\ntags: [a, b]\nlanguage: de\n---\n:::\nText\n",
            {"tags": (["a", "b"], 3), "language": ("de", 4), "blogpost": ("true", 1)},
            range(1, 7),
        ),
    ],
)
def test_form(
    markup: str, text: str, expected: dict[str, tuple[Any, int]], lines: range | list[int]
) -> None:
    metadata = read_metadata(text, markup)
    assert fields(metadata) == expected
    assert hidden(metadata) == list(lines)
    assert not metadata.problems
    shown = shown_text(text, metadata).split("\n")
    assert shown.index("Text") == text.split("\n").index("Text")


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("text", [YAML, TOML, KEYS, COMMENTS, HTML_COMMENT])
def test_byte_order_mark_and_windows_line_ends(markup: str, text: str) -> None:
    source = "\N{BYTE ORDER MARK}" + text.replace("\n", "\r\n")
    assert read_metadata(plain_text(source), markup) == read_metadata(text, markup)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("markdown", "# Day 1\n\ntitle: Day 1\n"),
        ("markdown", "Text\n\n+++\ntitle = 'Day 1'\n+++\n"),
        ("markdown", "---\n\nA line across the page first.\n"),
        ("markdown", "---\nNote: a line across the page first.\n"),
        ("markdown", "+++\n\n# A block break\n\n+++\n"),
        ("markdown", "+++\n[A link](https://example.org)\n+++\n"),
        ("markdown", "https://example.org: a page\n"),
        ("markdown", "Note: a word and a colon\n"),
        ("markdown", "Summary: a word and a colon\n"),
        ("markdown", "Title: in a paragraph\nthat goes on\n"),
        ("markdown", "<!-- a comment -->\n"),
        ("markdown", "<!--\n.. title: Day 1\n"),
        ("markdown", "````md\n```{post} 2020-07-23\n```\n````\n"),
        ("markdown", ":::{code-block} md\n```{post} 2020-07-23\n```\n:::\n"),
        ("markdown", "    ```{post} 2020-07-23\n    ```\n"),
        ("markdown", "Write `{post}` for a post.\n"),
        ("restructuredtext", "---\nDay\n---\n\nText\n"),
        ("restructuredtext", "---\nSay: yes\n---\n\nText\n"),
        ("restructuredtext", "+++\nDay\n+++\n\nText\n"),
        ("restructuredtext", ".. note:: title: Day 1\n"),
        ("restructuredtext", ".. _title: https://example.org\n"),
        ("restructuredtext", ".. copyright: somebody\n"),
        ("restructuredtext", "A post::\n\n   .. post:: 2020-07-23\n"),
        ("restructuredtext", "Title: Day 1\n\nText\n"),
        ("", YAML),
    ],
)
def test_no_metadata(markup: str, text: str) -> None:
    assert read_metadata(text, markup) == Metadata()


@pytest.mark.parametrize(
    ("markup", "text", "line", "said", "lines"),
    [
        ("markdown", "---\ntitle: Day 1\n\nText\n", 1, "“---” is missing", [1]),
        ("restructuredtext", "---\ntitle: Day 1\n\nText\n", 1, "“---” is missing", [1]),
        ("markdown", "+++\ntitle = 'Day 1'\n\nText\n", 1, "“+++” is missing", [1]),
        ("restructuredtext", "+++\n[extra]\n\nText\n", 1, "“+++” is missing", [1]),
        ("markdown", "+++\na = 1\nb = = 2\n+++\nText\n", 3, "not TOML: Invalid value", range(1, 5)),
        ("markdown", "+++\na = 1\nb = '''\n+++\nText\n", 3, "not TOML", range(1, 5)),
        ("restructuredtext", "+++\na = 1\na = 2\n+++\nText\n", 3, "not TOML", range(1, 5)),
        ("restructuredtext", "---\ntitle: [\n---\nText\n", 2, "“title” is no YAML", range(1, 4)),
        ("markdown", '{\n"title": "A"\n"a": 1\n}\nText\n', 3, "not JSON: ", range(1, 5)),
        ("restructuredtext", '{"title": "Day 1\nText\n', 1, "not JSON: invalid control", []),
    ],
)
def test_broken(markup: str, text: str, line: int, said: str, lines: range | list[int]) -> None:
    metadata = read_metadata(text, markup)
    assert not metadata.fields
    (problem,) = metadata.problems
    assert problem.line == line
    assert said in problem.text
    assert hidden(metadata) == list(lines)


def test_first_form_wins() -> None:
    text = "---\ntitle: YAML\n---\n\nTitle: Lines\n\n<!--\n.. title: Comment\n-->\n"
    assert fields(read_metadata(text, "markdown")) == {"title": ("YAML", 2)}


@pytest.mark.parametrize(
    ("markup", "text", "expected"),
    [
        (
            "restructuredtext",
            f":event: europython-2020\n:category: Mine\n\n{POST}",
            {
                "event": "europython-2020",
                "category": "Mine",
                "date": "Apr 15, 2014",
                "tags": "tips, ablog",
                "author": "Jane Doe, Rick Roe",
                "blogpost": "true",
            },
        ),
        (
            "markdown",
            f"---\nevent: europython-2020\nauthors: [A, B]\n---\n{POST_FENCE}",
            {
                "event": "europython-2020",
                "authors": ["A", "B"],
                "date": "Apr 15, 2014",
                "tags": "tips, ablog",
                "blogpost": "true",
            },
        ),
        (
            "restructuredtext",
            f".. title: Day 1\n\n:title: Day 2\n:event: europython-2020\n\nDay 1\n=====\n\n{POST}",
            {
                "title": "Day 1",
                "event": "europython-2020",
                "date": "Apr 15, 2014",
                "tags": "tips, ablog",
                "author": "Jane Doe, Rick Roe",
                "blogpost": "true",
            },
        ),
    ],
)
def test_forms_that_stand_together(markup: str, text: str, expected: dict[str, Any]) -> None:
    found = read_metadata(text, markup).fields
    assert {name: plain(value) for name, value in found.items()} == expected


@pytest.mark.parametrize(("markup", "text"), [("restructuredtext", POST), ("markdown", POST_FENCE)])
def test_the_post_directive_stays_for_whoever_provides_it(markup: str, text: str) -> None:
    metadata = read_metadata(text, markup, hide_post_directive=False)
    assert "date" in metadata.fields
    assert shown_text(text, metadata) == text


@pytest.mark.parametrize(
    ("markup", "text", "shown"),
    [
        (
            "restructuredtext",
            ".. post::\n   :tags: a\n\n   First.\n\n   - Second\n\nText\n",
            "\n\n\nFirst.\n\n- Second\n\nText\n",
        ),
        ("restructuredtext", ".. post::\n   :exclude:\n\n   First.\n\nText\n", "\n\n\n\n\nText\n"),
        ("restructuredtext", ".. post:: 2020-07-23", ""),
        ("markdown", "```{post}\n:tags: a\n\nFirst.\n```\nText\n", "\n\n\nFirst.\n\nText\n"),
        ("markdown", "```{post}\n", "\n"),
    ],
)
def test_excerpt_in_a_post_directive(markup: str, text: str, shown: str) -> None:
    assert shown_text(text, read_metadata(text, markup)) == shown


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("markdown", "Title: Day 1\nTalks:\n    - title: One\n      room: A\n    - Two\n"),
        (
            "markdown",
            "+++\ntitle='Day 1'\n[[talks]]\ntitle='One'\nroom='A'\n[[talks]]\ntitle='Two'\n+++",
        ),
        (
            "restructuredtext",
            ".. title: Day 1\n.. talks:\n   - title: One\n     room: A\n   - Two\n",
        ),
        ("restructuredtext", ":title: Day 1\n:talks:\n   - title: One\n     room: A\n   - Two\n"),
    ],
)
def test_talks_in_every_form(markup: str, text: str) -> None:
    read = read_report(read_metadata(text, markup), "day-1")
    assert [(talk.title, talk.values) for talk in read.talks] == [
        ("One", {"room": "A"}),
        ("Two", {}),
    ]
    assert [talk.line for talk in read.talks] == ([3, 6] if "[[" in text else [3, 5])
    assert not read.problems


def test_lines_of_toml() -> None:
    text = """\
empty = {}
text = '''
after = 1
[table]
'''
after.inner = 2
"quoted key" = 1979-05-27
[[list]]
name = 1.50
[list.sub]
name = 07:32:00
[[list]]
name = true
[[list.deep]]
name = false
"""
    root = read_toml(text, first_line=11).value
    assert isinstance(root, dict)
    assert {name: value.line for name, value in root.items()} == {
        "empty": 11,
        "text": 12,
        "after": 16,
        "quoted key": 17,
        "list": 18,
    }
    items = root["list"].value
    assert isinstance(items, list)
    first, second = (item.value for item in items)
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["name"] == Located("1.50", 19)
    assert first["sub"] == Located({"name": Located("07:32:00", 21)}, 20)
    assert second["name"] == Located("true", 23)
    assert second["deep"] == Located([Located({"name": Located("false", 25)}, 24)], 24)


@given(st.text(alphabet="a=[]{}\"'\n.#1 -:", max_size=60))
def test_toml_never_fails_otherwise(text: str) -> None:
    line, last = 1, text.count("\n") + 1
    with suppress(UnreadableToml):
        try:
            root = read_toml(text)
        except UnreadableToml as error:
            line = error.line
            raise
        assert isinstance(root.value, dict)
    assert 1 <= line <= last


PIECES = st.sampled_from(
    [
        *("---", "+++", "...", "<!--", "-->", "title: Day", "Title = 'Day'", ".. title: Day"),
        *(".. post:: 2020", "```{post} 2020", "```", ":::{post}", ":::", ":tags: a", "   :tags: a"),
        *("date: [", "tags: {a: b}", "talks:", "  - x", "====", "", "    more", ":talks: ["),
        *("draft: {}", "authors: ['a', {name: {}}]", "[[talks]]", "event: [x]", "published: [no]"),
        *("[extra]", "\ufeff"),
    ]
)


@pytest.mark.parametrize("markup", MARKUPS)
@given(st.lists(PIECES | st.text(max_size=8), max_size=12).map("\n".join))
def test_any_text_can_be_read(markup: str, source: str) -> None:
    text = plain_text(source)
    metadata = read_metadata(text, markup)
    read_report(metadata, "2020-07-23-day")
    assert shown_text(text, metadata).count("\n") == text.count("\n")
