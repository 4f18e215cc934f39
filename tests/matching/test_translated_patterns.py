"""Translated projects with patterns: the talks, keys and days of the original in every language."""

from __future__ import annotations

import gettext
from typing import Any

import pytest

from tests.noting.test_translations import CONF, catalogue
from tests.tools.building import Build, Built
from tests.tools.markup import Markup

Talks = dict[str, dict[str, Any]]

_PO = "locale/es/LC_MESSAGES/a.po"
_INDEX = """\
Home
====

.. talklist::

.. event:: Con of bees
   :key: con
   :start: 2024-02-03
   :end: 2024-02-04

.. toctree::
   :hidden:

   a
"""


def report(markup: Markup, patterns: dict[str, str], *parts: str) -> dict[str, str]:
    text = markup.document("A trip", *parts, metadata={"event": "con", **patterns})
    return {markup.file("a"): text, "index.rst": _INDEX}


def both(
    build: Build, sources: dict[str, str], messages: dict[str, str]
) -> tuple[Built, Built, Talks]:
    """The project without and with a translation, and the talks of the latter by their keys."""
    plain = build(sources, CONF, folder="plain")
    assert plain.warnings == []
    built = build({**sources, _PO: catalogue(messages)}, CONF)
    for name, places in plain.inventory().items():
        if name.startswith("trip:"):
            assert {key: place[0] for key, place in places.items()} == {
                key: place[0] for key, place in built.inventory()[name].items()
            }
    before, after = known(plain), known(built)
    assert list(before) == list(after)
    for key, talk in before.items():
        for fact in ("speakers", "start", "end", "day", "kind", "event"):
            assert after[key][fact] == talk[fact], (key, fact)
        assert [note["anchor"] for note in talk["notes"]] == [
            note["anchor"] for note in after[key]["notes"]
        ]
    return plain, built, after


def known(built: Built) -> Talks:
    return {talk["key"]: talk for talk in built.talks_json()["talks"]}


DAYS = [{"Day 2": "Jornada 2"}, {"Day 1": "Jornada primera", "Day 2": "Segunda (de todas)"}]


@pytest.mark.parametrize("messages", DAYS)
def test_days_are_those_of_the_original(
    build: Build, markup: Markup, messages: dict[str, str]
) -> None:
    patterns = {"talk-patterns": "{title} ({speakers})", "day-patterns": "Day {day}"}
    sources = report(
        markup,
        patterns,
        markup.heading("Day 1", 2),
        markup.heading("Queens (Bob Ray)", 3),
        markup.heading("Day 2", 2),
        markup.heading("Drones (Zoe Zar)", 3),
        markup.talk("Wax"),
    )
    _, built, talks = both(build, sources, {**messages, "Drones (Zoe Zar)": "Zánganos (Zoe Zar)"})
    assert built.warnings == []
    assert {key: talk["day"] for key, talk in talks.items()} == {
        "queens": "2024-02-03",
        "drones": "2024-02-04",
        "wax": "2024-02-04",
    }
    assert talks["drones"]["title"] == "Zánganos"


def test_a_line_that_does_not_match_leaves_the_talk(build: Build, markup: Markup) -> None:
    patterns = {"talk-patterns": "## {title} // By {speakers}"}
    role = markup.role("talk", "Queens")
    sources = report(
        markup, patterns, markup.heading("Queens", 2), "By Ann Lee\n", f"Words, {role}.\n"
    )
    _, built, talks = both(build, sources, {"Queens": "Reinas", "By Ann Lee": "De Ann Lee"})
    (warning,) = built.warnings
    assert "The translation of the talk “Queens” does not match the pattern" in warning
    assert talks["queens"]["title"] == "Reinas"
    main = built.page("a.html").main
    assert "De Ann Lee" in main.words
    assert main.links["Reinas"].endswith("#talk-queens")
    (byline,) = main.by_id("talk-queens").by_class("trip-byline")
    assert "Ann Lee" in byline.words


def test_no_talk_appears(build: Build, markup: Markup) -> None:
    patterns = {"talk-patterns": '["## {title}, by {speakers}", "* {title} - {speakers}"]'}
    sources = report(
        markup,
        patterns,
        markup.heading("Queens, by Bob Ray", 2),
        "* honey - and more\n",
        markup.heading("Others", 2),
        "* Wax - Ann Lee\n* Nothing\n",
    )
    messages = {
        "Queens, by Bob Ray": "Reinas, de Bob Ray",
        "honey - and more": "miel - y más",
        "Others": "Otras, by nosotras",
        "Nothing": "Nada - de nada",
    }
    _, built, talks = both(build, sources, messages)
    assert len(built.warnings) == 1
    assert {talk["title"] for talk in talks.values()} == {"Reinas, de Bob Ray", "Wax"}
    assert "Nada - de nada" in built.page("a.html").main.words


def test_items_and_paragraphs_keep_their_talks(build: Build, markup: Markup) -> None:
    patterns = {"talk-patterns": '["* {time} {title}", "**{title}** // {speakers}"]'}
    sources = report(
        markup, patterns, "* 10:00 Drones\n* 11:00 Wax\n", "**Queens**\n\nBob Ray\n\nWords.\n"
    )
    messages = {
        "10:00 Drones": "Zánganos, a las diez",
        "11:00 Wax": "11:00 Cera",
        "**Queens**": "Reinas",
    }
    _, built, talks = both(build, sources, messages)
    assert len(built.warnings) == 2
    titles = {key: talk["title"] for key, talk in talks.items()}
    assert titles == {"drones": "Drones", "wax": "Cera", "queens": "Queens"}
    words = built.page("a.html").main.words
    assert "Zánganos, a las diez" in words
    assert "Reinas" in words


def test_other_orders_of_the_parts(build: Build, markup: Markup) -> None:
    patterns = {"talk-patterns": '["## {title}, by {speakers}", "## {title}, de {speakers}"]'}
    sources = report(
        markup,
        patterns,
        markup.heading("Queens, by Bob Ray", 2),
        markup.heading("Drones, de Zoe Zar", 2),
    )
    _, built, talks = both(build, sources, {"Queens, by Bob Ray": "Reinas, de Bob Ray"})
    assert built.warnings == []
    assert talks["queens"]["title"] == "Reinas"


def test_two_talks_that_are_called_alike_in_translation(build: Build, markup: Markup) -> None:
    sources = report(
        markup,
        {"talk-patterns": "## {title}"},
        markup.heading("Wax", 2),
        markup.heading("Beeswax", 2),
    )
    _, built, talks = both(build, sources, {"Wax": "Cera", "Beeswax": "Cera"})
    assert built.warnings == []
    assert [talk["title"] for talk in talks.values()] == ["Cera", "Cera"]


def test_a_catalogue_that_goes(build: Build, markup: Markup) -> None:
    sources = report(
        markup, {"talk-patterns": "## {title}, by {speakers}"}, markup.heading("Wax, by Ann", 2)
    )
    plain, built, _ = both(build, sources, {"Wax, by Ann": "Cera, by Ann"})
    assert "Cera" in built.page("index.html").main.words
    gettext._translations.clear()  # type: ignore[attr-defined]
    built.rebuild({_PO: None, _PO.replace(".po", ".mo"): None})
    assert built.warnings == []
    for name in ("a.html", "index.html", "trip-talks.html", "talks.json"):
        assert built.out(name) == plain.out(name), name


def test_the_language_of_another_country(build: Build, markup: Markup) -> None:
    sources = report(
        markup, {"talk-patterns": "## {title}, by {speakers}"}, markup.heading("Wax, by Ann", 2)
    )
    _, built, _ = both(build, sources, {"Wax, by Ann": "Cera, by Ann"})
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    # There is no catalogue of es_MX, so gettext takes that of es.
    built.rebuild({"conf.py": conf.replace("'es'", "'es_MX'")})
    assert {key: talk["title"] for key, talk in known(built).items()} == {"wax": "Cera"}
