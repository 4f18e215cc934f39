"""A small project in every builder."""

from __future__ import annotations

import pytest

from .building import Build
from .markup import MYST, RST

SHOWN = ("Docker and Python", "Ann Lee", "Typing", "Bees")
"""Titles and a speaker that every builder with text has to show."""

TEXTS = {
    "html": "a.html",
    "dirhtml": "a/index.html",
    "singlehtml": "index.html",
    "latex": "trips.tex",
    "text": "a.txt",
    "man": "trips.1",
    "texinfo": "trips.texi",
    "epub": "a.xhtml",
    "xml": "a.xml",
    "json": "a.fjson",
    "pickle": "",
    "gettext": "a.pot",
    "pseudoxml": "a.pseudoxml",
    "dummy": "",
    "changes": "",
}


def project() -> dict[str, str]:
    """Every directive, role and kind of byline, in both markups."""
    talk = {
        "speakers": "Ann Lee <https://ann.example>",
        "topics": "bees",
        "start": "2020-07-23 09:00",
        "rating": "4",
        "video": "https://v.example",
        "slides": "slides.pdf",
    }
    listed = RST.talk("Bees", talk).rstrip().replace("\n", "\n  ")
    fields = {"event": "Con 2020", "date": "2020-08-01", "author": "Ida Bee"}
    return {
        "a.rst": RST.document(
            "Trip",
            f"See {RST.role('talk', 'typing')}, {RST.role('speaker', 'Ann Lee')},"
            f" {RST.role('speaker', 'Bob')}, {RST.role('event', 'con-2020')},"
            f" {RST.role('topic', 'bees')} and {RST.role('ref', 'trip-talks')}.\n",
            RST.talk("Docker and Python", talk),
            RST.heading("Typing", 2),
            RST.directive("talk", "", {"speakers": "Bob"}),
            RST.heading("Small", 2),
            f"* {listed}\n",
            metadata=fields,
        ),
        "b.md": MYST.document(
            "Other trip", MYST.talk("Typing", {"speakers": "Bob"}), metadata=fields
        ),
        "people.md": MYST.document(
            "People",
            MYST.directive("speaker", "Ann Lee", {"github": "ann", "affiliation": "Bees"}),
            MYST.directive(
                "event", "Con 2020", {"start": "2020-07-23", "url": "https://c.example"}
            ),
        ),
        "slides.pdf": "slides",
    }


# Sphinx's own JSON and pickle builders use what Sphinx 9 calls deprecated.
@pytest.mark.filterwarnings("ignore:.*serializinghtml")
@pytest.mark.parametrize("builder", TEXTS)
def test_it_builds_without_a_warning(build: Build, builder: str) -> None:
    built = build(project(), builder=builder)
    assert built.warnings == []
    if TEXTS[builder]:
        text = built.out(TEXTS[builder])
        shown = SHOWN if builder != "gettext" else ("Docker and Python", "Typing", "Bees")
        for words in shown:
            assert words in text, words


def test_one_after_the_other_in_one_place(build: Build) -> None:
    built = build(project())
    html = built.out("a.html")
    for builder in ("latex", "text", "dirhtml"):
        built.rebuild(builder=builder)
        assert built.warnings == []
    built.rebuild(builder="html")
    assert built.out("a.html") == html
    assert built.page("a.html").links["Bob"].startswith("trip-speakers.html")
