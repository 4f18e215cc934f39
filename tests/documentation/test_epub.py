"""The EPUB of the documentation is valid."""

from __future__ import annotations

import pytest

from tests.tools.epub import check, needs_epubcheck
from tests.tools.example import Example


@pytest.mark.printing
@needs_epubcheck
def test_the_example_is_valid(example: Example) -> None:
    (book,) = example.build("epub").glob("*.epub")
    check(book)
