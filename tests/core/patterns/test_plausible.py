"""Words that look like the name of a person."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.patterns.plausible import is_full_name, may_be_full_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", True),
        ("Guido van Rossum", True),
        ("Ludwig von der Aue", True),
        ("Di Fox", True),
        ("de Boer", False),
        ("", False),
        ("Ann", False),
        ("Ann lee", False),
        ("One Two Three Four Five", False),
        ("林知远", True),
        ("数据和蜜蜂的一个很长的题目", False),
        ("很有启发。", False),
    ],
)
def test_full_names(text: str, expected: bool) -> None:
    assert is_full_name(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ann lee", True), ("Ann Lee", True), ("ann lee", False), ("Ann", False), ("Day 2", False)],
)
def test_names_that_are_written_otherwise(text: str, expected: bool) -> None:
    assert may_be_full_name(text) is expected
