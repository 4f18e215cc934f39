"""The order of listings: what ties leave to the next key, and kinds as a programme has them."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import RST, Markup, Options

TALKS = (
    ("Alpha", {"speakers": "Zed", "rating": "1"}),
    ("Beta", {"speakers": "Yak", "rating": "5"}),
    ("Gamma", {"speakers": "Ann", "rating": "3"}),
)


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


@pytest.mark.parametrize("day", [{}, {"day": "2020-01-01"}, {"start": "2020-01-01 09:00"}])
@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("date, -rating", ["Beta", "Gamma", "Alpha"]),
        ("-date, title", ["Alpha", "Beta", "Gamma"]),
        ("-date, -title", ["Gamma", "Beta", "Alpha"]),
        ("-date, speaker", ["Gamma", "Beta", "Alpha"]),
        ("date, speaker", ["Gamma", "Beta", "Alpha"]),
        ("-date, rating", ["Alpha", "Gamma", "Beta"]),
        ("date", ["Alpha", "Beta", "Gamma"]),
        ("-date", ["Alpha", "Beta", "Gamma"]),
    ],
)
def test_keys_behind_the_date_count(
    build: Build, day: dict[str, str], sort: str, expected: list[str]
) -> None:
    talks = (RST.talk(title, {**options, **day}) for title, options in reversed(TALKS))
    assert titles(listing(build, RST, {"sort": sort}, *talks)) == expected


def test_the_date_goes_before_the_keys_behind_it(build: Build, markup: Markup) -> None:
    talks = (
        markup.talk("Early", {"start": "2020-01-01 09:00", "rating": "1"}),
        markup.talk("Late", {"start": "2020-01-01 10:00", "rating": "5"}),
        markup.talk("Some time", {"day": "2020-01-01", "rating": "5"}),
        markup.talk("Next", {"day": "2020-01-02", "rating": "5"}),
    )
    built = listing(build, markup, {"sort": "date, -rating"}, *talks)
    assert titles(built) == ["Early", "Late", "Some time", "Next"]
    # What is unknown comes last, whichever way round: here the time.
    turned = markup.document("Lists", markup.directive("talklist", "", {"sort": "-date, rating"}))
    built.rebuild({markup.file("lists"): turned})
    assert titles(built) == ["Next", "Late", "Early", "Some time"]


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


def test_reports_are_sorted_by_the_name_of_their_event(build: Build, markup: Markup) -> None:
    events = (
        markup.directive("event", "Zoo Days", {"key": "a"}),
        markup.directive("event", "Ark Days", {"key": "b"}),
    )
    built = build(
        {
            markup.file("one"): markup.document("On the zoo", metadata={"event": "a"}),
            markup.file("two"): markup.document("On the ark", metadata={"event": "b"}),
            markup.file("events"): markup.document("Events", *events),
            markup.file("lists"): markup.document(
                "Lists", markup.directive("reportlist", "", {"sort": "event"})
            ),
        }
    )
    assert titles(built) == ["On the ark", "On the zoo"]
