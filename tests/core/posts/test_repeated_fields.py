"""Fields that a post has more than once."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.readers import read_metadata


@pytest.mark.parametrize(
    ("text", "markup", "kept", "line"),
    [
        ("---\ntags: a\ntags: b\n---\n", "markdown", "b", 3),
        ("---\ntitle: A: B\ntags: a\ntags: b\n---\n", "markdown", "b", 4),
        ("Title: A\nTags: a\nTags: b\n\nText.\n", "markdown", "a", 3),
        (":tags: a\n:event: c\n:tags: b\n\nA\n=\n", "restructuredtext", "b", 3),
        ("A\n=\n\n:tags: a\n:tags: b\n", "restructuredtext", "b", 5),
        (":event: c\n\nA\n=\n\n:tags: a\n:tags: b\n", "restructuredtext", "b", 7),
    ],
)
def test_one_counts_and_the_other_is_said(text: str, markup: str, kept: str, line: int) -> None:
    metadata = read_metadata(text, markup)
    assert metadata.fields["tags"].text() == kept
    problem = metadata.problems[-1]
    assert "“tags” more than once" in problem.text
    assert problem.line == line


@pytest.mark.parametrize(
    "text", ["---\nlayout: a\nlayout: b\n---\n", "---\ntitle: A\n---\n", "---\n# None.\n---\n"]
)
def test_nothing_is_said_of_what_only_an_engine_knows(text: str) -> None:
    assert read_metadata(text, "markdown").problems == ()


def test_other_readers_of_front_matter_get_no_tabs() -> None:
    metadata = read_metadata("---\ntags:\ta\n---\n", "markdown")
    assert dict(metadata.rewritten) == {1: "tags: a"}
    # Where lines are mended, too.
    metadata = read_metadata("---\ntitle: A: B\ntags:\ta\n---\n", "markdown")
    assert dict(metadata.rewritten) == {1: 'title: "A: B"', 2: "tags: a"}
