"""What lists, indices and roles show of a title is what its heading shows."""

from __future__ import annotations

import pytest

from tests.noting.test_translations import catalogue
from tests.tools.building import Build, Built
from tests.tools.markup import Markup

SUBSTITUTED = """\
:event: con

Trip
====

See :talk:`con/the-two-subinone-talk` and :speaker:`Ann Sub Lee`.

A |s| talk
----------

.. talk::
   :speakers: Ann Sub Lee

.. talk:: The |two| talk

   Words.

   Below |s|
   ~~~~~~~~~

* .. talk:: Item |S|

.. keynote:: |s|

.. talk:: Of |nobody|

.. speaker:: Ann |s| Lee

.. event:: The |s| con
   :key: con

.. talklist::

.. |s| replace:: Sub
.. |two| replace:: two |s| |in| one
.. |in| unicode:: in
   :trim:
"""
TITLES = ["A Sub talk", "Item Sub", "Of |nobody|", "Sub", "The two Subinone talk"]


def titles(built: Built, page: str = "a") -> list[str]:
    """Those of the list of talks on a page."""
    main = built.page(f"{page}.html").main
    return sorted({part.words for part in main.by_class("trip-title")})


def headings(built: Built, page: str = "a") -> list[str]:
    """The headings of a page."""
    parts = built.page(f"{page}.html").main.walk()
    return [part.words.rstrip("¶") for part in parts if part.tag in ("h1", "h2", "h3", "h4")]


def keys(built: Built) -> dict[str, tuple[str, str]]:
    """Every name in the catalogue with where it leads: the same in all builds."""
    found = built.catalogue
    return {
        **{talk.name: talk.notes[0].target for talk in found.talks},
        **{key: speaker.described or ("", "") for key, speaker in found.speakers.items()},
        **{key: event.described or ("", "") for key, event in found.events.items()},
    }


def test_substitutions(build: Build) -> None:
    built = build({"a.rst": SUBSTITUTED})
    assert [warning.partition(": ")[2] for warning in built.warnings] == [
        'ERROR: Undefined substitution referenced: "nobody". [docutils]'
    ]
    assert titles(built) == sorted([*TITLES, "Trip"])
    assert set(headings(built)) >= {"A Sub talk", "The two Subinone talk", "Below Sub", "Sub"}
    page = built.page("a.html").main
    assert page.words.startswith("Trip The Sub con See The two Subinone talk and Ann Sub Lee.")
    (trip,) = built.page("trip-talks.html").by_class("trip-index")
    assert all(title in trip.words for title in TITLES)
    found = keys(built)
    assert found["con/a-sub-talk"] == ("a", "talk-a-sub-talk")
    assert found["con/item-sub"] == ("a", "talk-item-sub")
    assert found["ann-sub-lee"] == ("a", "speaker-ann-sub-lee")
    assert found["con"] == ("a", "event-con")
    for _, anchor in found.values():
        assert built.page("a.html").by_id(anchor)
    for other in ("text", "latex"):
        assert keys(build({"a.rst": SUBSTITUTED}, builder=other, folder=other)) == found


def test_substitutions_are_defined_elsewhere_and_change(build: Build) -> None:
    files = {
        "parts/names.txt": ".. |s| replace:: Sub\n",
        "a.rst": ":event: con\n\nTrip\n====\n\n.. talk:: A |s| talk\n\n"
        ".. include:: parts/names.txt\n",
        "b.rst": "List\n====\n\n.. talklist::\n",
    }
    built = build(files)
    assert built.warnings == []
    assert titles(built, "b") == ["A Sub talk"]
    built.rebuild({"parts/names.txt": ".. |s| replace:: Changed\n"})
    assert titles(built, "b") == ["A Changed talk"]
    assert set(keys(built)) == {"con/a-changed-talk", "con"}


def test_substitutions_in_translations(build: Build) -> None:
    messages = {
        "A |s| talk": "Una charla |s|",
        "|s|: bees": "|s|: abejas",
        "Ann |s| Lee": "Ana |s| Lee",
    }
    files = {
        "a.rst": ":event: con\n\nTrip\n====\n\n.. talk:: A |s| talk\n\n.. speaker:: Ann |s| Lee\n\n"
        ".. talklist::\n\n.. |s| replace:: Sub\n",
        "b.rst": ':event: con\n:talk-patterns: "{speakers}: {title}"\n\nOther\n=====\n\n'
        "|s|: bees\n---------\n\nWords.\n\n.. |s| replace:: Sub\n",
    }
    conf = "language = 'es'\nlocale_dirs = ['locale']\ngettext_compact = False\n"
    plain = build(files, conf, folder="plain")
    locale = {f"locale/es/LC_MESSAGES/{name}.po": catalogue(messages) for name in "ab"}
    built = build({**files, **locale}, conf)
    assert built.warnings == []
    assert titles(built) == ["Una charla Sub", "abejas"]
    assert "Ana Sub Lee" in headings(built)
    assert keys(built) == keys(plain)
    assert keys(built)["con/bees"]
    assert built.catalogue.find_talks("bees")[0].speakers == ("sub",)


def test_what_sphinx_substitutes_is_in_no_key(build: Build) -> None:
    files = {"a.rst": ":event: con\n\nT\n=\n\n.. talk:: News in |version|\n\n.. talklist::\n"}
    built = build(files, "version = '3.14'\n")
    assert titles(built) == ["News in 3.14"]
    assert keys(built)["con/news-in-version"] == ("a", "talk-news-in-version")


def test_marks_of_footnotes_are_no_part_of_a_title(build: Build) -> None:
    """The label of a citation is shown with the title, and is none of its key."""
    body = (
        ".. talk:: One [1]_\n\n.. talk:: Two [#]_ of\n\n.. talk:: Three [Lee]_\n\n"
        "Four [#]_ by Ann Lee\n--------------------\n\nWords.\n\n.. talklist::\n\n"
        ".. [1] Note.\n.. [#] Note.\n.. [#] Note.\n.. [Lee] Book.\n"
    )
    meta = ':event: con\n:talk-patterns: "{title} by {speakers}"\n\n'
    built = build({"a.rst": f"{meta}Trip\n====\n\n{body}"})
    assert built.warnings == []
    assert titles(built) == ["Four", "One", "Three [Lee]", "Two of"]
    assert {"con/one", "con/two-of", "con/three", "con/four"} <= set(keys(built))
    assert "Four [3]" in headings(built)
    assert "ann-lee" in keys(built)


def test_footnotes_in_markdown(build: Build) -> None:
    body = "## Four[^a] by Ann Lee\n\nWords.\n\n```{talk} Five[^b]\n```\n\n```{talklist}\n```\n\n"
    meta = '---\nevent: con\ntalk-patterns: "## {title} by {speakers}"\n---\n'
    built = build({"a.md": f"{meta}# Trip\n\n{body}[^a]: Note.\n[^b]: Note.\n"})
    assert built.warnings == []
    assert titles(built) == ["Five", "Four"]
    assert {"con/four", "con/five", "ann-lee"} <= set(keys(built))


def test_typographic_quotes(build: Build, markup: Markup) -> None:
    item = markup.talk('The "second"').replace("\n", "\n  ")
    source = markup.document(
        "Trip",
        markup.talk('"Quoted" talk -- don\'t', {"speakers": "Pat O'Neil"}),
        f"* {item}",
        markup.heading("It's ours, by Ann", 2),
        "Words.\n",
        markup.directive("speaker", "Pat O'Neil"),
        markup.directive("talklist"),
        markup.role("talk", '"quoted" talk -- don\'t') + "\n",
        metadata={"event": "con", "talk-patterns": "'{title}, by {speakers}'"},
    )
    built = build({markup.file("a"): source})
    assert built.warnings == []
    expected = ["It’s ours", "The “second”", "“Quoted” talk – don’t"]
    assert titles(built) == expected
    page = built.page("a.html").main
    assert {"It’s ours", "“Quoted” talk – don’t", "Pat O’Neil"} <= set(headings(built))
    assert '"' not in page.words
    assert "'" not in page.words
    (trip,) = built.page("trip-talks.html").by_class("trip-index")
    assert all(title in trip.words for title in expected)
    assert set(keys(built)) >= {"con/quoted-talk-don-t", "con/the-second", "con/it-s-ours"}
    assert [talk["title"] for talk in built.talks_json()["talks"]] == [
        "It’s ours",
        "“Quoted” talk – don’t",
        "The “second”",
    ]


@pytest.mark.parametrize("conf", ["smartquotes = False\n", "language = 'ja'\n"])
def test_straight_quotes_where_sphinx_leaves_them(build: Build, markup: Markup, conf: str) -> None:
    source = markup.document(
        "Trip", markup.talk('"Quoted" talk'), markup.directive("talklist"), metadata={"event": "c"}
    )
    built = build({markup.file("a"): source}, conf)
    assert titles(built) == ['"Quoted" talk']
    assert '"Quoted" talk' in headings(built)
    assert "c/quoted-talk" in keys(built)


def test_html_of_a_substitution_is_text_or_gone(build: Build) -> None:
    definition = ".. |s| raw:: html\n\n   <b>Bold</b><script>alert(1)</script>\n"
    source = f":event: con\n\nT\n=\n\n.. talk:: A |s| talk\n\n.. talklist::\n\n{definition}"
    built = build({"a.rst": source})
    assert built.warnings == []
    assert titles(built) == ["A Bold<script>alert(1)</script> talk"]
    assert "<script>alert" not in built.out("a.html")
