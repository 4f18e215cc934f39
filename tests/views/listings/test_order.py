"""The order of listings: what ties leave to the next key, and kinds as a programme has them."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import RST, Markup, Options


def listing(build: Build, markup: Markup, options: Options, *talks: str, conf: str = "") -> Built:
    """A report with talks, and a list of them on another page."""
    report = markup.document("Trip", *talks, metadata={"event": "con", "date": "2020-02-01"})
    lists = markup.document("Lists", markup.directive("talklist", "", options))
    built = build({markup.file("con"): report, markup.file("lists"): lists}, conf)
    assert built.warnings == []
    return built


def titles(built: Built, page: str = "lists.html") -> list[str]:
    """The titles that a page lists."""
    return [part.words for part in built.page(page).main.by_class("trip-title")]


def test_made_pages_list_talks_of_one_date_by_name(build: Build) -> None:
    talks = (
        RST.talk(title, {"speakers": "Ann Lee", "topics": "bees"})
        for title in ("Zoo", "Ark", "Mole")
    )
    conf = "tripreport_pages = ['speakers', 'topics', 'years']\n"
    built = listing(build, RST, {}, *talks, conf=conf)
    for page in ("speakers/ann-lee", "topics/bees", "years/2020"):
        assert titles(built, f"trip/{page}.html")[-3:] == ["Ark", "Mole", "Zoo"], page


KINDS = ("talk", "other", "open-space", "lightning", "keynote")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Keynote", "Talk", "Lightning talk", "Open space", "Other session"]),
        ("de", ["Keynote", "Vortrag", "Blitzvortrag", "Open Space", "Sonstiges"]),
    ],
)
def test_kinds_have_one_order_in_every_language(
    build: Build, markup: Markup, language: str, words: list[str]
) -> None:
    talks = [markup.talk(f"A {kind}", {"kind": kind}) for kind in KINDS]
    conf = f'language = "{language}"\n'
    built = listing(build, markup, {"group-by": "kind"}, *talks, conf=conf)
    headings = [part.words for part in built.page("lists.html").main.by_class("trip-heading")]
    assert headings == words
    expected = ["A keynote", "A talk", "A lightning", "A open-space", "A other"]
    assert titles(built) == expected
    turned = markup.document("Lists", markup.directive("talklist", "", {"sort": "-kind"}))
    built.rebuild({markup.file("lists"): turned})
    assert titles(built) == expected[::-1]
