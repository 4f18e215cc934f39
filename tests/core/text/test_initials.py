"""The initials of a name."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.text.initials import initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ann Lee", "AL"),
        ("Noor van den Berg", "NB"),
        ("Żaneta Östberg", "ŻÖ"),
        ("annlee", "A"),
        ("田中明", "田"),
        ("محمد علي", "م"),
        ("(ヾ) 3", "ヾ"),
        ("42 !", ""),
        ("", ""),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert initials_of(name) == initials
