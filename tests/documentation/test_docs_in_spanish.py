"""The documentation in Spanish: an example project that is translated, as its readers see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from tests.tools.example import Example
from tests.tools.pages import Page

REPORT = "examples/online-2020-day-1.html"


@pytest.fixture(scope="module")
def english(example: Example) -> Path:
    return example.build("html")


@pytest.fixture(scope="module")
def spanish(example: Example) -> Path:
    return example.build("html", "es")


def page(folder: Path, name: str) -> Page:
    return Page.read((folder / name).read_text(encoding="utf-8")).main


def inventory(folder: Path) -> dict[str, dict[str, str]]:
    """The addresses of all talks, speakers, events and topics."""
    with (folder / "objects.inv").open("rb") as file:
        found = InventoryFile.load(file, "", lambda base, path: base + path)
    items = getattr(found, "data", found).items()
    return {
        kind: {name: getattr(item, "uri", None) or item[2] for name, item in named.items()}
        for kind, named in items
        if kind.startswith("trip:")
    }


def test_a_report(spanish: Path) -> None:
    article = page(spanish, REPORT).by_id("nordlicht-online-2020-day-1")
    assert "Nordlicht Online 2020, día 1" in article.words
    # The report says that it is in English; its translation is not.
    assert "lang" not in article.attributes
    talk = article.by_id("talk-million-clocks")
    assert talk.words.startswith("Lo que nos enseñaron un millón de relojes Charla magistral")
    (byline,) = talk.by_class("trip-byline")
    for words in (
        "Solveig Brattholm",
        "9 de julio de 2020",
        "Canal azul",
        "Valoración: 5 de 5",
        "Vídeo",
    ):
        assert words in byline.words
    for words in ("Keynote", "Rated", "Also noted", "Blue stream"):
        assert words not in byline.words


@pytest.mark.parametrize(
    ("name", "title", "entry"),
    [
        ("trip/talks/index", "Charlas", "La contrapresión es una virtud"),
        ("trip/speakers/index", "Ponentes", "Aldarete"),
        ("trip/events/index", "Eventos", "Rieka Python Days 2024"),
        ("trip/topics/index", "Temas", "packaging"),
    ],
)
def test_indices(spanish: Path, name: str, title: str, entry: str) -> None:
    read = page(spanish, f"{name}.html")
    assert [heading.words for heading in read.by_tag("h1")] == [title]
    assert entry in read.words


def test_reports_in_other_languages_stay(spanish: Path) -> None:
    parts = page(spanish, "examples/zh-2021.html").walk()
    chinese = [part for part in parts if part.attributes.get("lang") == "zh"]
    assert "林知远先问大家" in chinese[0].words


def test_everything_has_its_english_name_and_place(
    example: Example, english: Path, spanish: Path
) -> None:
    assert inventory(spanish) == inventory(english)
    talks, originals = example.known("es")["talks"], example.known("en")["talks"]
    for name in ("key", "event", "kind", "speakers", "topics", "start", "end", "day"):
        assert [talk[name] for talk in talks] == [talk[name] for talk in originals]
    for talk, original in zip(talks, originals, strict=True):
        places = [(note["docname"], note["anchor"]) for note in talk["notes"]]
        assert places == [(note["docname"], note["anchor"]) for note in original["notes"]]
