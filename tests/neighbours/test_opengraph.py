"""Beside ``sphinxext.opengraph``: a page is described by sentences, not by its byline."""

from __future__ import annotations

import re

import pytest

from tests.neighbours.test_autosectionlabel import PAGES, in_order
from tests.tools.building import Build, Built
from tests.tools.markup import Markup

pytest.importorskip("sphinxext.opengraph")


def described(built: Built, page: str) -> str:
    """What the head of a page says of it."""
    (text,) = re.findall('property="og:description" content="([^"]*)"', built.out(page))
    return str(text)


@pytest.mark.parametrize("order", ["before", "after"])
def test_what_is_said_of_pages(build: Build, markup: Markup, order: str) -> None:
    talks = [markup.talk(title, {"speakers": "Ann", "topics": "x <b>"}) for title in ("A & B", "C")]
    fields = {"event": "con", "date": "2024-05-03"}
    built = build(
        {
            markup.file("a"): markup.document(
                "Trip", "We saw 5 < 6 & more.\n", *talks, metadata=fields
            ),
            markup.file("b"): markup.document(
                "Other",
                markup.talk("D", {"speakers": "Ann"}),
                metadata={**fields, "description": "What it is about"},
            ),
            markup.file("page"): markup.document("Page", "No post."),
        },
        in_order(order, "sphinxext.opengraph")
        + PAGES
        + 'ogp_site_url = "https://trips.example/"\n',
    )
    assert built.warnings == []
    assert described(built, "a.html").startswith("We saw 5 &lt; 6 &amp; more.")
    assert described(built, "b.html") == "What it is about"
    assert described(built, "page.html") == "No post."
    assert described(built, "trip/speakers/ann.html") == "3 talks by Ann at 1 conference, 2024"
    assert described(built, "trip/events/con-2.html") == "con: 3 talks, 2 reports"
    assert described(built, "trip/years/2024.html") == "2024: 3 talks, 2 reports"
    assert described(built, "trip/speakers/index.html") == "Speakers: 3 talks, 2 reports"
    assert described(built, "trip/archive.html") == "Archive: 3 talks, 2 reports"
    address = 'property="og:url" content="https://trips.example/trip/speakers/ann.html"'
    assert address in built.out("trip/speakers/ann.html")


def test_what_an_author_says_counts(build: Build, markup: Markup) -> None:
    name = '"og:description"' if markup.suffix == ".md" else "og\\:description"
    text = markup.document("Trip", "Text.\n", metadata={"event": "con", name: "Mine"})
    built = build({markup.file("a"): text}, in_order("after", "sphinxext.opengraph"))
    assert described(built, "a.html") == "Mine"
