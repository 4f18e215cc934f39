"""Signs of what a post may have: whatever a reader finds, there is a sign of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.posts.readers import POST_DIRECTIVE, READERS
from sphinxcontrib_tripreport.core.posts.source import (
    may_have_metadata,
    may_have_patterns,
    may_have_summary_end,
    plain_text,
)

LINES = (
    "---", "+++", "{", '{"title": "A"}', "title: A", "Title: A", "event: b", ":title: A",
    ":event: b", ".. title: A", "<!-- .. title: A -->", "<!--", "-->", ".. event: b", "# A", "A",
    "=", "===", "", " ", "  ", "- title: A", ".. post:: 2020-01-02", "```{post} 2020-01-02", "```",
    ":::{post}", ":::", "   :tags: a", "title = 'A'", "\t", "\x0c", "text",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES), max_size=8).map("\n".join)


@given(TEXTS, st.sampled_from(sorted(READERS)))
@example("\n\n---\ntitle: A\n---\n", "markdown")
@example("A\n=\n\n:title: A\n", "restructuredtext")
def test_where_a_reader_finds_metadata_there_is_a_sign(text: str, markup: str) -> None:
    readers = [reader for group in READERS[markup] for reader in group]
    readers += [POST_DIRECTIVE[markup]] if markup in POST_DIRECTIVE else []
    if any(reader(text) is not None for reader in readers):
        assert may_have_metadata(text, markup)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("# A page\n\nAbout a talk: this one.\n", "markdown"),
        ("A page\n======\n\nAbout a talk: this one.\n", "restructuredtext"),
        ("", "markdown"),
    ],
)
def test_plain_documents_have_no_sign(text: str, markup: str) -> None:
    assert not may_have_metadata(text, markup)
    assert not may_have_patterns(text)
    assert not may_have_summary_end(text)


def test_lines_of_a_plain_text_end_alike() -> None:
    assert plain_text("\ufeffa\r\nb\rc\n") == "a\nb\nc\n"
