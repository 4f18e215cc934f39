"""Headings that are no talks, whatever the headings beside them are."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.languages.other_headings import is_no_talk


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Lunch", True),
        ("Le mot de la fin", True),
        ("FAZIT:", True),
        ("まとめ", True),
        ("Lunch with bees", False),
        ("Bees", False),
        ("", False),
    ],
)
def test_is_no_talk(heading: str, expected: bool) -> None:
    assert is_no_talk(heading) == expected
