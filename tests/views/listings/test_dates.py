"""Dates in listings: of talks without a day of their own, of days by number, of events."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import RST, Markup, Options
from tests.tools.pages import Page


def project(markup: Markup, name: str, options: Options) -> dict[str, str]:
    """Three posts without days, and a listing."""
    posts = {
        "post": ("Alone", {"date": "2019-05-05"}),
        "con": ("Told", {"event": "con", "date": "2020-06-07"}),
        "said": ("Described", {"event": "said", "date": "2022-06-07"}),
        "never": ("Never", {"author": "Ida"}),
    }
    texts = {
        markup.file(name): markup.document(
            f"Report {name}", markup.talk(title, {"speakers": f"{title} Lee"}), metadata=metadata
        )
        for name, (title, metadata) in posts.items()
    }
    fields = {"key": "said", "start": "2021-12-30", "end": "2022-01-02"}
    texts[markup.file("events")] = markup.document(
        "Events", markup.directive("event", "Said", fields, "Text.")
    )
    texts[markup.file("z")] = markup.document("All", markup.directive(name, "", options))
    return texts


def listing(built: Built) -> Page:
    (found,) = built.page("z.html").main.by_class("trip-listing")
    return found


def shown(built: Built) -> list[str]:
    """Headings and entries as they come, without what follows the title."""
    return [
        part.words.partition(" · ")[0]
        for part in listing(built).walk()
        if part.tag == "li" or "trip-heading" in part.classes
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            {"group-by": "year"},
            ["2019", "Alone", "2020", "Told", "2021", "Described", "Others", "Never"],
        ),
        ({"group-by": "day"}, ["Others", "Alone", "Told", "Described", "Never"]),
    ],
)
def test_talks_without_a_day(
    build: Build, markup: Markup, options: Options, expected: list[str]
) -> None:
    built = build(project(markup, "talklist", options))
    assert built.warnings == []
    assert shown(built) == expected
    # Found by it; only the month of the event is said, or the year of the report.
    said = {part.words for part in listing(built).by_class("trip-when")}
    assert said <= {"2019", "2020", "2021–2022"}
    assert said == {part.words for part in listing(built).by_class("trip-around")}
    assert not (said and "group-by" in options and options["group-by"] == "year")


def test_the_page_of_a_year_has_them(build: Build) -> None:
    conf = "tripreport_pages = ['years']\n"
    built = build(project(RST, "talklist", {}), conf=conf)
    assert built.warnings == []
    assert "Alone" in built.page("trip/years/2019.html").main.words


def test_a_new_date_of_the_report_moves_its_talks(build: Build) -> None:
    texts = project(RST, "talklist", {"group-by": "year"})
    built = build(texts)
    built.rebuild({"post.rst": texts["post.rst"].replace("2019", "2018")})
    assert shown(built)[:2] == ["2018", "Alone"]


def days(markup: Markup, options: Options) -> dict[str, str]:
    """Two events whose days are numbers, and a third one with dates."""
    talks = {
        "con": (("One", "1"), ("Two", "2")),
        "pyday": (("Uno", "1"),),
        "dated": (("Dated", "2020-07-23"),),
    }
    texts = {
        markup.file(event): markup.document(
            f"Report {event}",
            *(markup.talk(title, {"day": day, "start": "09:00"}) for title, day in given),
            metadata={"event": event},
        )
        for event, given in talks.items()
    }
    texts[markup.file("z")] = markup.document("All", markup.directive("talklist", "", options))
    return texts


def headings(built: Built) -> list[str]:
    """The headings of the listing."""
    return [part.words for part in listing(built).by_class("trip-heading")]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"group-by": "day"}, ["23 July 2020", "con · Day 1", "con · Day 2", "pyday · Day 1"]),
        ({"group-by": "day", "event": "con"}, ["Day 1", "Day 2"]),
        (
            {"layout": "schedule"},
            ["Thursday, 23 July 2020", "con · Day 1", "con · Day 2", "pyday · Day 1"],
        ),
    ],
)
def test_numbered_days_are_those_of_their_event(
    build: Build, markup: Markup, options: Options, expected: list[str]
) -> None:
    built = build(days(markup, options))
    assert built.warnings == []
    assert headings(built) == expected


@pytest.mark.parametrize("layout", ["list", "table", "cards", "timeline"])
def test_an_event_that_nobody_describes_was_on_the_days_of_its_talks(
    build: Build, layout: str
) -> None:
    talks = (RST.talk(day, {"day": day}) for day in ("2020-07-24", "2020-07-23"))
    table = RST.directive("eventlist", "", {"layout": layout})
    texts = {
        "kon.rst": RST.document("Trip", *talks, metadata={"event": "kon", "date": "2020-09-01"}),
        "told.rst": RST.document("Told", metadata={"event": "told", "date": "2020-09-01"}),
        "z.rst": RST.document("All", table),
    }
    built = build(texts, conf="tripreport_pages = ['events']\n")
    assert built.warnings == []
    days = "23–24 Jul 2020" if layout == "table" else "23–24 July 2020"
    assert listing(built).words.count(days) == 1
    assert "23–24 July 2020" in built.page("trip/events/kon.html").main.words
    # A report is often written later.
    assert "September" not in listing(built).words


def test_times_after_midnight(build: Build, markup: Markup) -> None:
    talks = (
        markup.talk("Party", {"start": "2020-01-01 23:30", "end": "2020-01-02 00:30"}),
        markup.talk("Sprint", {"start": "2020-01-02 09:00", "end": "2020-01-03 17:00"}),
    )
    table = markup.directive("talklist", "", {"layout": "schedule"})
    built = build(
        {
            markup.file("con"): markup.document("Trip", *talks, metadata={"event": "Con"}),
            markup.file("z"): markup.document("All", table),
        }
    )
    assert built.warnings == []
    words = listing(built).words
    assert "23:30–00:30" in words
    assert "09:00–3 January 2020, 17:00" in words
