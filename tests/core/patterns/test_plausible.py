"""Words that look like the name of a person."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.patterns.plausible import is_full_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", True),
        ("Guido van Rossum", True),
        ("Ludwig von der Aue", True),
        ("Ann", False),
        ("Ann lee", False),
        ("One Two Three Four Five", False),
        ("林知远", True),
        ("数据和蜜蜂的一个很长的题目", False),
    ],
)
def test_full_names(text: str, expected: bool) -> None:
    assert is_full_name(text) is expected
