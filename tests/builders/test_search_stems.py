"""The index of the search page asks once for the stem of a word, and is the same."""

from __future__ import annotations

from typing import Any

import pytest
from sphinx.search.en import SearchEnglish

from tests.tools.building import Build

PAGES = {
    "index.md": "# One\n\nBees dancing.\n",
    "two.md": "---\norphan: true\n---\n\n# Two\n\nDancing bees.\n",
}


def test_stems_are_kept_from_page_to_page(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    stem = SearchEnglish.stem

    def count(self: Any, word: str) -> str:
        asked.append(word)
        return stem(self, word)

    monkeypatch.setattr(SearchEnglish, "stem", count)
    built = build(PAGES, "")
    assert built.warnings == []
    words = [word for word in asked if word.lower() in ("bees", "dancing")]
    assert sorted(words) == sorted(set(words))
    found = (built.outdir / "searchindex.js").read_text(encoding="utf-8")
    assert '"bee":[0,1]' in found
    assert '"danc":[0,1]' in found
