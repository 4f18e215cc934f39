"""The page of a speaker: numbers, and each talk, event and person as often as it is needed."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.pages import Page

CONF = """
extensions.append("myst_parser")
tripreport_pages = ["talks", "speakers", "events", "topics", "years", "authors"]
"""
OLD = """---
event: antcon-2023
date: 2023-05-02
author: Ann Author
---

# Old

## Hives

```{talk}
:speakers: Bo Ray; Cy Co
:day: 2023-05-01
:topics: bees
```

Words.

## Hives

```{talk}
:speakers: Bo Ray
:day: 2023-05-02
:key: hives-again
```

## Wax

```{talk}
:speakers: Bo Ray; Cy Co
:topics: bees
```
"""
NEW = """:event: beecon-2025
:date: 2025-05-02
:author: Ann Author

New
===

Hives
-----

.. talk::
   :speakers: Di Do; Bo Ray

Alone
-----

.. talk::
   :speakers: Di Do

Also :talk:`antcon-2023/wax`.
"""
SOURCES = {
    "old.md": OLD,
    "new.rst": NEW,
    "cards.rst": "Cards\n=====\n\n.. talklist::\n   :layout: cards\n",
    "titles.md": "# Titles\n\n```{talklist}\n```\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project as HTML."""
    return Built(tmp_path_factory.mktemp("speakers"), SOURCES, CONF)


@pytest.fixture(scope="module")
def bo(built: Built) -> Page:
    """The page of the speaker of four talks."""
    return built.page("trip/speakers/bo-ray.html").main


def words_of(page: Page, css_class: str) -> list[str]:
    """The words of all parts of a page that have a class."""
    return [part.words for part in page.by_class(css_class)]


def test_numbers_are_below_the_name(built: Built, bo: Page) -> None:
    assert not built.warnings
    assert words_of(bo, "trip-work") == ["4 talks at 2 conferences · 2023 to 2025 · 2 co-speakers"]
    other = built.page("trip/speakers/di-do.html").main
    assert words_of(other, "trip-work") == ["2 talks at 1 conference · 2025 · 1 co-speaker"]


def test_events_are_named_once_and_the_newest_comes_first(built: Built, bo: Page) -> None:
    topic = built.page("trip/topics/bees.html").main
    assert words_of(bo, "trip-heading") == ["beecon-2025", "antcon-2023"]
    assert words_of(bo, "trip-event") == []
    assert words_of(topic, "trip-heading") == ["antcon-2023"]
    year = built.page("trip/years/index.html").main
    assert words_of(year, "trip-title") == ["2025", "2023"]


def test_a_speakers_own_list_names_the_others_alone(built: Built, bo: Page) -> None:
    assert words_of(bo, "trip-speakers") == ["Di Do", "Cy Co", "Cy Co"]
    event = built.page("trip/events/antcon-2023.html").main
    assert "Bo Ray and Cy Co" in words_of(event, "trip-speakers")


def test_one_talk_has_no_numbers(build: Build) -> None:
    built = build({"new.rst": NEW}, CONF)
    assert words_of(built.page("trip/speakers/bo-ray.html").main, "trip-work") == []


def test_an_edit_of_a_note_writes_where_it_is_shown_alone(build: Build) -> None:
    built = build(SOURCES, CONF)
    changes = {
        "old.md": (OLD, "Words.", "antcon-2023/hives"),
        "new.rst": (NEW, "Also ", "beecon-2025/alone"),
    }
    # Sphinx writes documents whose toctrees have what it read, and its own pages.
    of_sphinx = {"genindex.html", "search.html", "index.html", "trip/talks/index.html"}
    for name, (source, words, talk) in changes.items():
        before = built.written()
        built.rebuild({name: source.replace(words, "Other words. ")})
        now = built.written()
        pages = {each for each in now if each.endswith(".html") and before.get(each) != now[each]}
        report = name.partition(".")[0] + ".html"
        assert pages - of_sphinx == {report, f"trip/talks/{talk}.html", "cards.html"}
        assert "Other words" in built.out("cards.html")
        assert not built.warnings
