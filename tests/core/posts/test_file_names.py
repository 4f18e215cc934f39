"""Titles that posts get from the names of their files."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.file_names import title_of_file


@pytest.mark.parametrize(
    ("docname", "title"),
    [
        ("_posts/2020-07-23-day-1", "Day 1"),
        ("2020-7-23_two__days", "Two days"),
        ("trips/EuroPython", "EuroPython"),
        # Where all files are called alike, the folder has the name.
        ("trips/2020-07-23-bees-at_work/index", "Bees at work"),
        ("bees/README", "Bees"),
        ("bees/_index", "Bees"),
        ("index", "Index"),
        # A date is better than nothing.
        ("2020-07-23", "2020-07-23"),
    ],
)
def test_title_of_file(docname: str, title: str) -> None:
    assert title_of_file(docname) == title
