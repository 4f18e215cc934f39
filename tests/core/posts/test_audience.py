"""Posts that are private: as their metadata says, and by a slip."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.audience import is_private_post, problems_of_audience
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.source import may_be_private


@pytest.mark.parametrize(
    ("line", "is_private", "message"),
    [
        ("audience: private", True, ""),
        ("Audience: Private", True, ""),
        ("audience: public", False, ""),
        ("audience:", False, ""),
        ("audience: the team", True, "The metadata field “audience” is “the team”: expected one"),
        ("audiense: private", True, "“audiense” is not known. Did you mean “audience”? To be safe"),
        ("audiense: public", False, ""),
        ("title: private", False, ""),
    ],
)
def test_metadata(line: str, is_private: bool, message: str) -> None:
    fields = read_metadata(f"---\ntitle: T\n{line}\n---\n", "markdown").fields
    assert is_private_post(fields) is is_private
    problems = problems_of_audience(fields)
    assert [problem.line for problem in problems] == ([3] if message else [])
    assert all(message in problem.text for problem in problems)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [("Audience: x", True), ("audiense: PRIVATE", True), ("title: T", False), ("", False)],
)
def test_most_posts_need_not_be_read(text: str, may_be: bool) -> None:
    assert may_be_private(text) is may_be
