"""The PDF of the documentation: all that the project knows is in its place, and found."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest

from tests.tools.example import Example
from tests.tools.pdf import ENGINES, MISSING, Pdf, installed, squeezed

CHINESE_FOR_PDFLATEX: Final = "c70gbsn.fd"
TOLD_IN_PROSE: Final = {"Un horno, un sensor y un cuaderno"}
"""Talks of the documentation that have no heading."""
OWN_TITLES: Final = {
    "examples/nordlicht-2020-de": {
        "What a Million Clocks Taught Us": "Was eine Million Uhren mich lehrten",
        "Backpressure Is a Feature": "Gegendruck ist ein Merkmal",
        "Who Reviews the Reviewers?": "Wer prüft die Prüfenden?",
        "Maps from Cheap Receivers": "Karten aus billigen Empfängern",
    },
    "examples/saltmarsh-ida": {
        "Keynote: What a tide table knows": "What a tide table knows",
        "Counting birds with a broken camera": "Counting birds with half a camera",
    },
    "examples/saltmarsh-otto": {
        "Keynote: What a tide table knows": "Was eine Gezeitentafel weiß",
        "Five queues, one fish market": "Fünf Warteschlangen und ein Fischmarkt",
        "Counting birds with a broken camera": "Vögel zählen mit einer kaputten Kamera",
        "Small boats, small models": "Kleine Boote, kleine Modelle",
    },
    "examples/saltmarsh-june": {
        "Keynote: What a tide table knows": "The keynote on tide tables",
        "Who owns the coastline?": "Who owns the coastline",
        "Counting birds with a broken camera": "Counting birds",
    },
}
"""By report: headings that are not the titles of their talks."""

pytestmark = [
    pytest.mark.printing,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]

Known = dict[str, list[dict[str, Any]]]
"""The content of the data file."""


@pytest.mark.parametrize("engine", ENGINES)
def test_this_documentation(example: Example, engine: str) -> None:
    """Reports in several scripts, every layout of every list, and all four indices."""
    if engine == "pdflatex" and not installed(CHINESE_FOR_PDFLATEX):
        pytest.skip(f"needs {CHINESE_FOR_PDFLATEX}")
    folder = example.build("latex", latex_engine=engine)
    pdf = Pdf(folder, "sphinxcontrib-tripreport", engine)
    pdf.check()
    check_known(pdf, example.known())
    # The font of pdfLaTeX has no Korean. What replaces a sign can be searched for all the same.
    lost = set(re.findall(r"No font has the sign U\+(\w+)", pdf.log))
    assert lost == ({f"{ord(sign):X}" for sign in "년월일"} if engine == "pdflatex" else set())
    assert "2020年7月23日, 2020년 7월 23일" in pdf.text
    assert "キーノート" in pdf.text


def check_known(pdf: Pdf, known: Known) -> None:
    """All that the data file has is in the PDF: in its place, in the indices, in the bookmarks.

    That all links are there and lead to these places, ``Pdf.check`` says.
    """
    names = {who["key"]: who["name"] for who in known["speakers"]}
    talks, speakers, events, topics = (
        pdf.index(head) for head in ("TALKS", "SPEAKERS", "EVENTS", "TOPICS")
    )
    bookmarks = set(map(squeezed, pdf.bookmarks()))
    for talk in known["talks"]:
        title = squeezed(talk["title"])
        spoken = [squeezed(names[key]) for key in talk["speakers"]]
        for note in talk["notes"]:
            place = pdf.place(note["docname"], note["anchor"])
            words = pdf.columns[pdf.page_of(place)]
            own_titles = OWN_TITLES.get(note["docname"], {})
            own_title: str = own_titles.get(talk["title"]) or talk["title"]
            heading = squeezed(own_title)
            assert talk["title"] in TOLD_IN_PROSE or heading in words
            assert all(name in words for name in spoken), (talk["title"], words)
            assert heading in bookmarks or not re.match(r"(sub)*section\.", place)
            number = pdf.numbers[place]
            assert re.search(f"{re.escape(title)}(·[^·]*){{0,2}}·{number}", talks), (title, number)
            # One entry a person, with all pages.
            assert all(speakers.count(f"{name}·") == 1 for name in spoken), (title, spoken)
            # That of the first note of each talk.
            pages = [rf"{re.escape(name)}·(\d+,)*{number}" for name in spoken]
            is_first = note is talk["notes"][0]
            assert not is_first or all(re.search(page, speakers) for page in pages), (title, pages)
        assert all(squeezed(topic) in topics for topic in talk["topics"])
    for who in names.values():
        assert squeezed(who) in speakers
    for event in known["events"]:
        assert squeezed(event["name"]) in events
    for report in known["reports"]:
        assert squeezed(report["title"]) in bookmarks
