"""Listings as schedules, a table for each day, and as timelines, a list for each year."""

from __future__ import annotations

import re

import pytest

from sphinxcontrib_tripreport.views.listings.grid import arrange_talks
from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup
from tests.tools.pages import Page

EXTENSIONS = 'extensions.append("myst_parser")\nsource_suffix[".md"] = "markdown"\n'
Fields = dict[str, str]

TALKS: dict[str, Fields] = {
    "Opening": {
        "start": "2024-02-03 09:00",
        "end": "09:30",
        "kind": "keynote",
        "speakers": "Ann Lee; Bob Ng",
    },
    "Typing": {"start": "2024-02-03 10:00", "end": "10:45", "room": "Main hall"},
    "Bees": {"start": "2024-02-03 10:00", "end": "10:45", "room": "Room 10", "status": "missed"},
    "Sheep": {"start": "2024-02-03 10:00", "end": "12:00", "room": "Room 2", "status": "watched"},
    "Short one": {"start": "2024-02-03 13:00", "room": "Main hall", "status": "planned"},
    "Short two": {"start": "2024-02-03 13:00", "room": "main hall", "status": "cancelled"},
    "Some time": {"day": "2024-02-03", "room": "Room 2", "speakers": "Cleo Fay"},
    "Some day": {"speakers": "Dan Ho", "start": "11:00"},
}


def sources(
    markup: Markup,
    talks: dict[str, Fields],
    name: str = "talklist",
    options: Fields | None = None,
) -> dict[str, str]:
    """A report with talks, and a page with a listing in a layout, a schedule by default."""
    parts = [markup.talk(title, fields) for title, fields in talks.items()]
    listing = markup.directive(name, "", {"layout": "schedule", **(options or {})})
    return {
        markup.file("a"): markup.document("Trip", *parts, metadata={"event": "Con"}),
        markup.file("z"): markup.document("All", listing),
    }


def listing(built: Built) -> Page:
    """What the listing shows."""
    assert built.warnings == []
    (found,) = built.page("z.html").by_class("trip-listing")
    return found


def cells(table: Page) -> list[list[str]]:
    """The words of each row."""
    return [
        [cell.words for cell in row.walk() if cell.tag in ("th", "td")]
        for row in table.by_tag("tr")
    ]


def headings(page: Page) -> list[str]:
    """The headings within a listing."""
    return [heading.words for heading in page.by_class("trip-heading")]


def test_times_down_and_rooms_across(build: Build, markup: Markup) -> None:
    shown = listing(build(sources(markup, TALKS, options={"event": "Con"})))
    assert headings(shown) == ["Saturday, 3 February 2024", "Without a day"]
    (table,) = shown.by_tag("table")
    assert cells(table) == [
        ["Time", "Main hall", "Room 2", "Room 10"],
        ["09:00", "Opening 09:00–09:30 · Ann Lee and Bob Ng · Keynote"],
        [
            "10:00",
            "Typing Main hall · 10:00–10:45",
            "Sheep Room 2 · 10:00–12:00 · Watched as a recording",
            "Bees Room 10 · 10:00–10:45 · Missed",
        ],
        ["13:00", "Short one Main hall · Planned Short two main hall · Cancelled", "", ""],
    ]
    assert table.links["Typing"] == "a.html#talk-typing"
    assert table.links["Ann Lee"].endswith("#speaker-ann-lee")


def test_heads_are_header_cells(build: Build, markup: Markup) -> None:
    (table,) = listing(build(sources(markup, TALKS))).by_tag("table")
    heads, *rows = table.by_tag("tr")
    assert [cell.tag for cell in heads.walk()][1:] == ["th", "p"] * 4
    assert [[len(row.by_tag("th")), len(row.by_tag("td"))] for row in rows] == [
        [1, 1], [1, 3], [1, 3],
    ]  # fmt: skip
    assert rows[0].by_tag("td")[0].attributes["colspan"] == "3"


def test_what_is_said_of_a_status(build: Build) -> None:
    table = listing(build(sources(RST, TALKS)))
    said = {
        session.by_tag("strong")[0].words: (
            *(name for name in session.classes if name in STATUS_CLASSES),
            *(status.words for status in session.by_class("trip-status")),
        )
        for session in table.by_class("trip-session")
    }
    assert said == {
        "Opening": ("trip-attended",),
        "Typing": ("trip-attended",),
        "Bees": ("trip-missed", "Missed"),
        "Sheep": ("trip-watched", "Watched as a recording"),
        "Short one": ("trip-planned", "Planned"),
        "Short two": ("trip-cancelled", "Cancelled"),
    }


def test_that_all_were_attended_is_not_said(build: Build, markup: Markup) -> None:
    talks = {
        "One": {"start": "2024-02-03 09:00"},
        "Two": {"start": "2024-02-04 09:00"},
        "Three": {"day": "2024-02-04"},
    }
    project = sources(markup, talks, options={"event": "Con"})
    built = build(project)
    shown = listing(built)
    assert "Attended" not in shown.words
    assert [part for part in shown.walk() if "trip-attended" in part.classes] == []
    # One talk elsewhere that was not makes the others worth marking.
    name = markup.file("b")
    missed = markup.document(
        "More", markup.talk("Four", {"day": "2024-02-05", "status": "missed"}),
        metadata={"event": "Con"},
    )  # fmt: skip
    index = built.source / "index.rst"
    built.rebuild({name: missed, "index.rst": index.read_text(encoding="utf-8") + "   /b\n"})
    shown = listing(built)
    assert [part.words for part in shown.by_class("trip-status")] == ["Missed"]
    assert len(shown.by_class("trip-attended")) == 3


STATUS_CLASSES = [
    f"trip-{word}" for word in ("attended", "missed", "watched", "planned", "cancelled")
]


def test_talks_without_time_or_day(build: Build, markup: Markup) -> None:
    shown = listing(build(sources(markup, TALKS, options={"event": "Con"})))
    day, rest = shown.by_class("trip-day")
    assert day.words.endswith("Without a time: Some time · Cleo Fay · Room 2")
    assert not rest.by_tag("table")
    assert [item.words for item in rest.by_tag("li")] == ["Some day · Dan Ho · 11:00"]
    assert "trip-attended" in rest.by_tag("li")[0].classes


def test_only_talks_without_time(build: Build) -> None:
    shown = listing(build(sources(RST, {"One": {"day": "2024-02-03"}, "Two": {"day": "2"}})))
    assert headings(shown) == ["Saturday, 3 February 2024", "Day 2"]
    assert "Without a time" not in shown.words
    assert not shown.by_tag("table")


def test_days_by_number(build: Build, markup: Markup) -> None:
    talks = {"Two": {"day": "2", "start": "09:00"}, "One": {"day": "1", "start": "10:00"}}
    shown = listing(build(sources(markup, talks)))
    assert headings(shown) == ["Day 1", "Day 2"]
    assert cells(shown.by_tag("table")[0])[1] == ["10:00", "One Con"]


def test_one_room(build: Build, markup: Markup) -> None:
    talks = {
        "One": {"start": "2024-02-03 09:00", "room": "Hall"},
        "Two": {"start": "2024-02-03 10:00", "room": "Hall", "speakers": "Bob Ng"},
    }
    (table,) = listing(build(sources(markup, talks, options={"event": "Con"}))).by_tag("table")
    assert cells(table) == [
        ["Time", "Talk · Hall"],
        ["09:00", "One Hall"],
        ["10:00", "Two Hall · Bob Ng"],
    ]
    assert [part.words for part in table.by_class("trip-narrow")] == ["Hall", "Hall", "·"]


def test_one_room_that_not_every_talk_is_in(build: Build) -> None:
    talks = {
        "One": {"start": "2024-02-03 09:00", "room": "Hall"},
        "Two": {"start": "2024-02-03 10:00"},
    }
    (table,) = listing(build(sources(RST, talks, options={"event": "Con"}))).by_tag("table")
    assert cells(table) == [
        ["Time", "Talk"],
        ["09:00", "One Hall"],
        ["10:00", "Two"],
    ]
    assert table.by_class("trip-narrow") == []


def test_tracks_where_there_are_no_rooms(build: Build, markup: Markup) -> None:
    talks = {
        "One": {"start": "2024-02-03 09:00", "track": "Web"},
        "Two": {"start": "2024-02-03 09:00", "track": "Data"},
    }
    (table,) = listing(build(sources(markup, talks))).by_tag("table")
    assert cells(table)[0] == ["Time", "Data", "Web"]


def test_tracks_that_are_groups_are_no_columns(build: Build) -> None:
    talks = {
        "One": {"start": "2024-02-03 09:00", "track": "Web"},
        "Two": {"start": "2024-02-03 09:00", "track": "Data"},
    }
    shown = listing(build(sources(RST, talks, options={"group-by": "track"})))
    assert headings(shown) == [
        "Data", "Saturday, 3 February 2024", "Web", "Saturday, 3 February 2024",
    ]  # fmt: skip
    assert [cells(table)[0] for table in shown.by_tag("table")] == [["Time", "Talk"]] * 2


def test_events_above_days(build: Build, markup: Markup) -> None:
    shown = listing(build(sources(markup, TALKS, options={"group-by": "event"})))
    assert headings(shown) == ["Con", "Saturday, 3 February 2024", "Without a day"]
    assert [heading.words for heading in shown.by_class("trip-level-1")] == ["Con"]
    assert "Con" not in shown.by_tag("table")[0].words


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"sort": "-date", "limit": "2"}, ["Next day early", "Next day late"]),
    ],
)
def test_a_day_runs_from_morning_to_evening(
    build: Build, options: Fields, expected: list[str]
) -> None:
    talks = {
        "Next day late": {"start": "2024-02-04 10:00"},
        "Next day early": {"start": "2024-02-04 09:30"},
        "Opening": {"start": "2024-02-03 09:00"},
    }
    shown = listing(build(sources(RST, talks, options=options)))
    assert [title.words for title in shown.by_class("trip-session-title")] == expected


def test_latex(build: Build, markup: Markup) -> None:
    built = build(sources(markup, TALKS, options={"event": "Con"}), builder="latex")
    assert built.warnings == []
    text = built.out("trips.tex")
    table = text[text.index(r"\begin{longtable}") : text.index(r"\end{longtable}")]
    assert r"\sphinxstyletheadfamily" in table
    assert table.count("Main hall") == 2  # in the head of each page, but in no cell
    words = ["Opening", "Ann Lee", "Keynote", "Typing", "Sheep", "12:00", "Short two"]
    assert [table.find(word) for word in words] == sorted(table.find(word) for word in words)


def test_text(build: Build, markup: Markup) -> None:
    built = build(sources(markup, TALKS, options={"event": "Con"}), builder="text")
    assert built.warnings == []
    rows = [
        [" ".join(cell.split()) for cell in line.strip("|").split("|")]
        for line in built.out("z.txt").splitlines()
        if line.startswith("|") and not line.startswith("|=")
    ]
    assert rows[0] == ["Time", "Main hall", "Room 2", "Room 10"]
    assert rows[1] == ["09:00", "Opening · 09:00–09:30 · Ann Lee and Bob Ng · Keynote"]
    # Talks of one cell have a row each: a cell is one paragraph here.
    assert [row[:2] for row in rows if row[0] == "13:00"] == [
        ["13:00", "Short one · Planned"],
        ["13:00", "Short two · Cancelled"],
    ]


@pytest.mark.parametrize("builder", ["xml", "epub", "man", "texinfo", "gettext"])
@pytest.mark.parametrize("layout", ["schedule", "timeline"])
def test_other_outputs(build: Build, layout: str, builder: str) -> None:
    conf = 'epub_show_urls = "no"\nversion = release = "1"\n'
    built = build(sources(MYST, TALKS, options={"layout": layout}), conf, builder=builder)
    assert built.warnings == []


def test_more_rooms_than_paper_is_wide(build: Build) -> None:
    talks = {f"Talk {n}": {"start": "2024-02-03 09:00", "room": f"Room {n}"} for n in range(1, 14)}
    project = sources(RST, dict(list(talks.items())[:6]), options={"event": "Con"})
    built = build(project)
    assert len(cells(listing(built).by_tag("table")[0])[0]) == 7
    built.rebuild(builder="text")
    assert built.warnings == []
    assert "Talk 6 · Room 6" in " ".join(built.out("z.txt").split())
    # Nor do screens take any number.
    (table,) = listing(build(sources(RST, talks), folder="many")).by_tag("table")
    assert cells(table)[0] == ["Time", "Talk"]


@pytest.mark.parametrize("name", ["speakerlist", "eventlist", "reportlist"])
def test_a_schedule_is_of_talks(build: Build, markup: Markup, name: str) -> None:
    built = build(sources(markup, TALKS, name))
    (warning,) = built.warnings
    line = 4 if markup is MYST else 5
    assert warning.startswith(f"{markup.file('z')}:{line}: WARNING: ")
    assert "layout" in warning
    assert "schedule" in warning
    assert built.page("z.html").by_class("trip-list-layout")


def test_speakers_have_no_timeline(build: Build) -> None:
    built = build(sources(RST, TALKS, "speakerlist", {"layout": "timeline"}))
    assert len(built.warnings) == 1


def test_what_another_page_says_is_in_the_schedule(build: Build) -> None:
    built = build(sources(RST, TALKS))
    talks = {**TALKS, "Typing": {**TALKS["Typing"], "room": "Room 2"}}
    built.rebuild({"a.rst": sources(RST, talks)["a.rst"]})
    again = listing(built).by_tag("table")[0]
    fresh = listing(build(sources(RST, talks), folder="fresh")).by_tag("table")[0]
    assert cells(again) == cells(fresh)


YEARS: dict[str, Fields] = {
    "New": {"day": "2024-02-03", "kind": "keynote", "speakers": "Ann Lee"},
    "Old": {"day": "2019-05-06"},
    "Newer": {"day": "2024-02-04"},
    "Undated": {},
}


def lines(page: Page) -> list[str]:
    """Headings and entries as they come."""
    return [
        part.words for part in page.walk() if part.tag == "li" or "trip-heading" in part.classes
    ]


def test_talks_by_year(build: Build, markup: Markup) -> None:
    options = {"layout": "timeline", "event": "Con"}
    shown = listing(build(sources(markup, YEARS, options=options)))
    assert lines(shown) == [
        "2019",
        "6 May 2019 · Old",
        # In the year of its event's first day, which is not said to be its own.
        "Undated",
        "2024",
        "3 February 2024 · New · Keynote · Ann Lee",
        "4 February 2024 · Newer",
    ]
    assert len(shown.by_class("trip-timeline")) == 2
    assert "trip-timeline-layout" in shown.classes


def test_newest_first(build: Build, markup: Markup) -> None:
    options = {"layout": "timeline", "event": "Con", "sort": "-date", "limit": "3"}
    shown = listing(build(sources(markup, YEARS, options=options)))
    assert lines(shown) == [
        "2024",
        "4 February 2024 · Newer",
        "3 February 2024 · New · Keynote · Ann Lee",
        "2019",
        "6 May 2019 · Old",
    ]
    assert "and 1 more" in shown.words


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("event", ["Con", "2019", "2024"]),
        ("-year", ["2024", "2019"]),
        ("day", ["2019", "6 May 2019", "Others", "2024", "3 February 2024", "4 February 2024"]),
    ],
)  # fmt: skip
def test_groups_of_a_timeline(build: Build, groups: str, expected: list[str]) -> None:
    options = {"layout": "timeline", "group-by": groups}
    assert headings(listing(build(sources(RST, YEARS, options=options)))) == expected


def test_events_by_year(build: Build, markup: Markup) -> None:
    project = sources(markup, YEARS, "eventlist", {"layout": "timeline"})
    fields = {"start": "2018-01-02", "end": "2018-01-04", "place": "Fiume"}
    project[markup.file("e")] = markup.document(
        "Events", markup.directive("event", "Early", fields, "Text.")
    )
    assert lines(listing(build(project))) == [
        # No one says when it was, but its talks.
        "2019",
        "6 May 2019 – 4 February 2024 · Con",
        "2018",
        "2–4 January 2018 · Early · Fiume",
    ]


def test_reports_by_year(build: Build, markup: Markup) -> None:
    project = {
        markup.file(name): markup.document(
            f"Trip {name}", "Text.\n", metadata={"event": "Con", "date": date, "author": "Ida"}
        )
        for name, date in (("a", "2020-02-03"), ("b", "2019-02-03"))
    }
    table = markup.directive("reportlist", "", {"layout": "timeline"})
    project[markup.file("z")] = markup.document("All", table)
    assert lines(listing(build(project))) == [
        "2020",
        "3 February 2020 · Trip a · Con · Ida",
        "2019",
        "3 February 2019 · Trip b · Con · Ida",
    ]


@pytest.mark.parametrize("builder", ["latex", "text"])
def test_a_timeline_in_print(build: Build, markup: Markup, builder: str) -> None:
    project = sources(markup, YEARS, options={"layout": "timeline"})
    # On no event, with no date.
    post = markup.document("Post", markup.talk("Never", {}), metadata={"author": "Ida"})
    built = build({**project, markup.file("post"): post}, builder=builder)
    assert built.warnings == []
    text = built.out("trips.tex" if builder == "latex" else "z.txt")
    text = text.rpartition(r"\chapter{All}")[2].partition(r"\renewcommand{\indexname}")[0]
    found = re.findall(r"\b(2019|2024|6 May 2019|4 February 2024|Without a date)\b", text)
    assert found[-1] == "Without a date"
    assert "4 February 2024" in found


def test_no_talks_at_all(build: Build) -> None:
    shown = listing(build(sources(RST, TALKS, options={"kind": "panel"})))
    assert shown.words == "No talks here."


def grid_talk(start: int, end: int | None, room: str) -> dict[str, str]:
    """A talk from one hour to another."""
    last = "" if end is None else str(60 * end)
    return {"start": f"{start}:00", "minute": str(60 * start), "last-minute": last, "room": room}


def test_a_row_of_a_grid_has_the_start_of_its_talks() -> None:
    grid = arrange_talks([grid_talk(9, 10, "b"), grid_talk(9, 10, "A"), grid_talk(9, 11, "c")], 3)
    assert grid.places == ("A", "b", "c")
    assert [line.time for line in grid.lines] == ["9:00"]
    assert arrange_talks([grid_talk(9, 10, "b"), grid_talk(9, 10, "A")], 1).places == ()


def test_a_long_talk_goes_over_the_rows_that_it_lasts() -> None:
    talks = [
        grid_talk(9, 12, "a"), grid_talk(9, 10, "b"), grid_talk(10, 11, "b"),
        grid_talk(11, 12, "b"), grid_talk(12, 13, "a"), grid_talk(12, None, "b"),
    ]  # fmt: skip
    grid = arrange_talks(talks, 3, spans=True)
    assert [line.spans for line in grid.lines] == [(3, 1), (0, 1), (0, 1), (1, 1)]
    said = [
        [[line.says_when(place, talk) for talk in cell] for place, cell in enumerate(line.cells)]
        for line in grid.lines
    ]
    # The last row has none below it that would say when its talks end.
    assert said == [[[True], [True]], [[], [True]], [[], [True]], [[False], [True]]]


def test_a_talk_goes_over_no_other() -> None:
    talks = [grid_talk(9, 12, "a"), grid_talk(10, 11, "a"), grid_talk(10, 11, "b")]
    grid = arrange_talks(talks, 3, spans=True)
    assert [line.spans for line in grid.lines] == [(1, 1), (1, 1)]
    everywhere = [grid_talk(9, 12, "a"), grid_talk(9, 10, "b"), grid_talk(10, 11, "")]
    assert [line.spans for line in arrange_talks(everywhere, 3, spans=True).lines] == [(1, 1), (1,)]
    assert [line.spans for line in arrange_talks(talks, 3).lines] == [(1, 1), (1, 1)]


PROGRAMME = """\
title,speakers,room,day,start,end,id
Bees,Ann Lee,Red,2024-05-07,10:00,10:45,B
Ants,Bob Ray,Blue,2024-05-07,10:00,10:45,A
Cancelled: Wasps,Cy Dow,Blue,2024-05-07,11:00,11:45,W
Moths,Ann Lee,,2024-05-07,,,M
"""


def with_programme(markup: Markup, talk: str, **options: str) -> dict[str, str]:
    event = markup.directive("event", "con", {"programme": "con.csv"})
    listing = markup.directive("talklist", "", {"layout": "schedule", "event": "con", **options})
    return {
        markup.file("e"): markup.document("Events", event),
        markup.file("a"): markup.document("A", talk, metadata={"event": "con"}),
        markup.file("z"): markup.document("All", listing),
        "con.csv": PROGRAMME,
    }


def titles(built: Built, css_class: str) -> list[str]:
    return [
        each.by_class("trip-title")[0].words
        for each in built.page("z.html").by_class(css_class)
        if each.by_class("trip-title")
    ]


@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])
def test_the_whole_programme_with_what_was_heard_lit_up(build: Build, markup: Markup) -> None:
    built = build(with_programme(markup, markup.talk("Bees")), EXTENSIONS)
    assert built.warnings == []
    assert titles(built, "trip-attended") == ["Bees"]
    assert titles(built, "trip-unnoted") == ["Ants", "Wasps", "Moths"]
    assert titles(built, "trip-cancelled") == ["Wasps"]
    page = built.out("z.html")
    assert page.count("<strong>") == 1, "lit up also without colours"
    assert "Bob Ray" in page
    text = build(
        with_programme(markup, markup.talk("Bees")), EXTENSIONS, builder="text", folder="text"
    )
    assert "**Bees**" in text.out("z.txt")
    assert "**Ants**" not in text.out("z.txt")
    latex = build(
        with_programme(markup, markup.talk("Bees")), EXTENSIONS, builder="latex", folder="tex"
    )
    (tex,) = latex.outdir.glob("*.tex")
    schedule = tex.read_text(encoding="utf-8").partition("Tuesday")[2]
    assert "Ants" in schedule
    assert r"\sphinxstylestrong{Ants}" not in schedule


@pytest.mark.parametrize(
    ("talk", "options", "lit", "quiet"),
    [
        ("Bees", {"scope": "noted"}, [], []),
        ("Bees", {"scope": "unnoted"}, [], []),
        ("Moths", {}, ["Moths"], ["Bees", "Ants", "Wasps"]),
    ],
)
def test_parts_of_a_programme(
    build: Build, talk: str, options: Fields, lit: list[str], quiet: list[str]
) -> None:
    built = build(with_programme(MYST, MYST.talk(talk), **options), EXTENSIONS)
    assert titles(built, "trip-attended") == lit
    assert sorted(titles(built, "trip-unnoted")) == sorted(quiet)
