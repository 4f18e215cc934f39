"""Headings of Markdown as engines see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.posts.headings import level_of_heading, mend_headings


@pytest.mark.parametrize(
    ("text", "line", "level"),
    [
        ("# One", 1, 1),
        ("\n   ### Three", 2, 3),
        ("###", 1, 3),
        ("###Three", 1, 0),
        ("One\n===", 1, 1),
        ("Two\nlines\n---", 1, 2),
        ("Words\n\n---", 1, 0),
        ("Words", 1, 0),
        ("Words", 2, 0),
        ("Words", 0, 0),
    ],
)
def test_levels(text: str, line: int, level: int) -> None:
    assert level_of_heading(text.split("\n"), line) == level


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("###Title", "### Title"),
        ("  ##Title #1", "  ## Title #1"),
        ("## Title", "## Title"),
        ("Words.", "Words."),
        # Hash tags, and what Kramdown and templates write.
        ("#python #bees", "#python #bees"),
        ("## Title\n\n#Bees at work", "## Title\n\n#Bees at work"),
        ("# Trip\n##Title\n#Bees at work", "# Trip\n## Title\n#Bees at work"),
        ("#My trip\n##Title", "# My trip\n## Title"),
        ("```\n# code\n```\n#Bees at work", "```\n# code\n```\n# Bees at work"),
        ("#!shebang", "#!shebang"),
        ("#{x}", "#{x}"),
        # Code stays as it is; a fence of colons is none.
        ("```\n#a b\n```\n#a b", "```\n#a b\n```\n# a b"),
        ("~~~~\n```\n#a b\n~~~~\n#a b", "~~~~\n```\n#a b\n~~~~\n# a b"),
        ("```\n#a b\n``` x\n#a b", "```\n#a b\n``` x\n#a b"),
        (":::{note}\n#a b\n:::", ":::{note}\n# a b\n:::"),
        # HTML above a heading, to which CommonMark would count it.
        ("A.\n\n<br>\n## T", "A.\n<br>\n\n## T"),
        ("A.\n\n<p>\n<br>\n## T", "A.\n<p>\n<br>\n\n## T"),
        ("<br>\n## T", "<br>\n## T"),
        ("<p>\n<br>\n## T", "<p> <br>\n\n## T"),
        ("## S\n<p>\n<br>\n## T", "## S\n<p> <br>\n\n## T"),
        ("A.\n\n<br>\n\n## T", "A.\n\n<br>\n\n## T"),
    ],
)
def test_what_is_mended(text: str, expected: str) -> None:
    assert mend_headings(text) == expected


@given(
    st.lists(
        st.sampled_from(("#", "##", " ", "a", "<br>", "\n", "\n\n", "```", ":::", "---")),
        max_size=15,
    ).map("".join)
)
def test_all_lines_keep_their_numbers(text: str) -> None:
    mended = mend_headings(text)
    assert mended.count("\n") == text.count("\n")
    assert mend_headings(mended) == mended
