"""What a value of JSON says, as text."""

from __future__ import annotations

from typing import Any

import pytest

from sphinxcontrib_tripreport.core.programmes.record import text_in


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Bees", "Bees"),
        (7, "7"),
        (1.5, "1.5"),
        (True, ""),
        (1e999, ""),
        (None, ""),
        ([1], ""),
        ({"de": "Bienen", "en": "Bees"}, "Bees"),
        ({"name": "Red"}, "Red"),
        ({"de": "Bienen"}, "Bienen"),
    ],
)
def test_texts(value: Any, text: str) -> None:
    assert text_in(value) == text
