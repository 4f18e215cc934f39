"""The example project with the words of each language that the extension knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import sphinxcontrib_tripreport
from sphinxcontrib_tripreport.core.languages.locales import find_locale
from tests.tools.example import Example
from tests.tools.pages import Page
from tests.tools.repository import DOCS
from tests.tools.themes import build_in_language

_LOCALE = Path(sphinxcontrib_tripreport.__file__).parent / "locale"
LANGUAGES = sorted(path.name for path in _LOCALE.iterdir() if path.is_dir())
OVERVIEWS = {
    "trip/talks/index": "Talks",
    "trip/speakers/index": "Speakers",
    "trip/events/index": "Events",
    "trip/topics/index": "Topics",
}
"""The overviews, which are in the places of the indices."""
LISTINGS = "guide/gallery"
EVENT = "trip/events/nordlicht-2020"


def catalogue_of(language: str) -> Catalog:
    path = _LOCALE / language / "LC_MESSAGES" / "sphinxcontrib_tripreport.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def test_there_are_as_many_languages_as_the_readme_says() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert f"in {len(LANGUAGES) + 1} languages" in readme


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_project(example: Example, language: str) -> None:
    # That of all pages is looked at in tests/documentation/test_docs_in_spanish.py.
    folder = build_in_language(example, language, (*OVERVIEWS, LISTINGS, EVENT))
    words = catalogue_of(language)

    def read(name: str) -> Page:
        return Page.read((folder / f"{name}.html").read_text(encoding="utf-8"))

    def in_words(message: str) -> str:
        found = words[message].string
        assert isinstance(found, str)
        assert found
        return found

    for name, title in OVERVIEWS.items():
        page = read(name)
        assert page.by_tag("html")[0].attributes["lang"] == language.replace("_", "-")
        assert [heading.words for heading in page.main.by_tag("h1")] == [in_words(title)]
    listings = read(LISTINGS).main
    heads = {head.words for head in listings.by_tag("th")}
    assert {in_words(head) for head in ("Title", "Speakers", "Date")} <= heads
    july = find_locale(language).months["format"]["wide"][7]
    dates = read(EVENT).main.words
    assert any(form in dates for form in (july, "7月9日"))
