"""The layout ``matrix``: who saw what, as a table, and as a list where that is too wide."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built, Sources
from tests.tools.markup import MYST, RST, Markup

EVENT = {"event": "con"}


def sources(markup: Markup, *lists: str) -> Sources:
    """Three reports on three talks, one of them by two people and one by nobody."""
    wax = {"day": "2020-05-01", "start": "10:00", "speakers": "Zoe Quist"}
    return {
        markup.file("ann"): markup.document(
            "Ann's",
            markup.talk("Wax", {**wax, "rating": "5"}),
            markup.talk("Ants", {"day": "2020-05-02", "status": "watched"}),
            metadata={**EVENT, "author": "Ann Lee"},
        ),
        markup.file("both"): markup.document(
            "Ours",
            markup.talk("Wax", {"status": "missed"}),
            markup.talk("Moss", {"status": "planned"}),
            metadata={**EVENT, "author": "Bob Ray, Cy Coe"},
        ),
        markup.file("nobody"): markup.document("X", markup.talk("Wax"), metadata=EVENT),
        markup.file("lists"): markup.document("Lists", *lists),
    }


def matrix(markup: Markup, **options: str) -> str:
    """The directive."""
    return markup.directive("talklist", "", {"layout": "matrix", **options})


@pytest.fixture(scope="module", params=[RST, MYST], ids=["rst", "md"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project, built once in each markup."""
    markup = request.param
    return Built(tmp_path_factory.mktemp("matrix"), sources(markup, matrix(markup, event="con")))


def _without(words: str) -> str:
    """The words of a cell less those for narrow screens."""
    return words.rpartition(": ")[2]


def test_talks_are_down_and_authors_across(built: Built) -> None:
    assert built.warnings == []
    (table,) = built.page("lists.html").main.by_tag("table")
    assert [head.words for head in table.by_tag("thead")[0].by_tag("th")] == [
        "Time", "Talk", "Cy Coe", "Ann Lee", "Bob Ray", "Others", "Seen",
    ]  # fmt: skip
    rows = [
        [_without(cell.words) for cell in row.by_tag("td")]
        for row in table.by_tag("tbody")[0].by_tag("tr")
    ]
    assert rows == [
        ["1 May 2020"],
        ["10:00", "Wax Zoe Quist", "Missed", "Attended 5/5", "Missed", "Attended", "2"],
        ["2 May 2020"],
        ["", "Ants", "", "Watched", "", "", "1"],
        ["Without a day"],
        ["", "Moss", "Planned", "", "Planned", "", "0"],
        ["", "Seen", "0", "2", "0", "1", "3"],
    ]


def test_each_mark_leads_to_its_note(built: Built) -> None:
    page = built.page("lists.html").main
    marks = [each.by_tag("a")[0].attributes["href"] for each in page.by_class("trip-mark")]
    assert marks == [
        "both.html#talk-wax", "ann.html#talk-wax", "both.html#talk-wax", "nobody.html#talk-wax",
        "ann.html#talk-ants", "both.html#talk-moss", "both.html#talk-moss",
    ]  # fmt: skip
    assert [each.words for each in page.by_class("trip-narrow")][:2] == [
        "Cy Coe:",
        "Ann Lee:",
    ]


def test_totals_say_what_they_are_where_no_heads_are(built: Built) -> None:
    (totals,) = built.page("lists.html").by_class("trip-matrix-totals")
    assert [cell.words for cell in totals.by_tag("td")] == [
        "", "Seen", "Cy Coe: 0", "Ann Lee: 2", "Bob Ray: 0", "Others: 1", "Total: 3",
    ]  # fmt: skip


@pytest.mark.parametrize("builder", ["latex", "text", "texinfo", "man", "epub", "singlehtml"])
def test_other_builders(build: Build, builder: str) -> None:
    built = build(sources(RST, matrix(RST)), builder=builder)
    assert built.warnings == []
    if builder == "latex":
        text = built.out("trips.tex")
        assert r"\tripturned{\sphinxAtStartPar" not in text
        assert r"\tripturned{Ann Lee}" in text
    elif builder == "man":
        assert r"Ann Lee: Attended 5/5" in built.out("trips.1")
    elif builder == "text":
        assert "Missed" in built.out("lists.txt")


def test_in_the_cell_of_a_table_it_is_a_list(build: Build) -> None:
    text = ".. list-table::\n\n   * - .. talklist::\n          :layout: matrix\n"
    (warning,) = build(sources(RST, text)).warnings
    assert "A matrix cannot be in the cell of a table" in warning


def test_nothing_is_sorted_away_from_its_day(build: Build, markup: Markup) -> None:
    built = build(sources(markup, matrix(markup, sort="title, -date", event="con")))
    talks = built.page("lists.html").main.by_class("trip-matrix-title")
    assert [each.words for each in talks] == ["Ants", "Wax", "Moss"]


def test_a_new_note_is_in_it(build: Build) -> None:
    built = build(sources(RST, matrix(RST, event="con")))
    more = RST.document("More", RST.talk("Moss"), metadata={**EVENT, "author": "Dan Din"})
    built.rebuild({"nobody.rst": more})
    (table,) = built.page("lists.html").main.by_tag("table")
    assert "Dan Din" in table.words
