"""Series: reports that are parts of one story know each other."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import RST, Markup

ANN, BOB = "Ann Lee", "Bob Ng"


def test_aliases_are_one_author(build: Build) -> None:
    people = "speakers:\n  Ann Lee:\n    aliases: A. Lee\n"
    sources = {
        "a.rst": RST.document("One", metadata={"event": "con", "author": "Ann Lee"}),
        "b.rst": RST.document("Two", metadata={"event": "con", "author": "A. Lee"}),
        "people.yaml": people,
    }
    built = build(sources, "tripreport_data = ['people.yaml']")
    assert "Part 2 of 2 · One" in built.page("b.html").main.words


def days(markup: Markup, count: int, **more: str) -> dict[str, str]:
    """Reports on one day each, a page that is none, and an index."""
    sources = {
        markup.file(f"day{number}"): markup.document(
            f"Day {number}",
            metadata={"event": "con", "author": ANN, "date": f"2020-08-0{number}", **more},
        )
        for number in range(1, count + 1)
    }
    return {**sources, markup.file("other"): markup.document("Other", "Words.\n")}


def parts_of(built: Built, docname: str) -> tuple[str, dict[str, str]]:
    """The line of a page on its series, and the links in it."""
    page = built.page(f"{docname}.html").main
    found = [line for line in page.by_tag("p") if "trip-series" in line.classes]
    return (found[0].words, found[0].links) if found else ("", {})


def test_the_byline_leads_to_the_other_parts(build: Build, markup: Markup) -> None:
    built = build(days(markup, 3))
    assert built.warnings == []
    assert parts_of(built, "day2") == (
        "Part 2 of 3 · Day 1 · Day 3",
        {"Day 1": "day1.html", "Day 3": "day3.html"},
    )
    assert parts_of(built, "other") == ("", {})


def test_one_report_is_no_series(build: Build, markup: Markup) -> None:
    built = build(days(markup, 1, series="Con"))
    assert parts_of(built, "day1") == ("", {})


def test_a_series_without_other_facts(build: Build, markup: Markup) -> None:
    sources = {
        markup.file(name): markup.document(name.upper(), metadata={"series": "My trip"})
        for name in ("a", "b")
    }
    built = build(sources, "tripreport_posts = ['*']")
    assert built.page("a.html").main.words == "A Part 1 of 2 · B"


@pytest.mark.parametrize(("builder", "name"), [("latex", "trips.tex"), ("text", "day2.txt")])
def test_series_in_other_outputs(build: Build, markup: Markup, builder: str, name: str) -> None:
    built = build(days(markup, 3), builder=builder)
    assert built.warnings == []
    out = built.out(name)
    assert "Part 2 of 3" in out
    if builder == "latex":
        assert r"{\hyperref[\detokenize{day1::doc}]{\sphinxcrossref{Day 1}}}" in out


def test_every_part_learns_of_a_new_one(build: Build, markup: Markup) -> None:
    sources = days(markup, 3)
    third = sources.pop(markup.file("day3"))
    index = "Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n"
    built = build({**sources, "index.rst": index})
    assert parts_of(built, "day1")[0] == "Part 1 of 2 · Day 2"
    built.rebuild({markup.file("day3"): third})
    assert parts_of(built, "day1")[0] == "Part 1 of 3 · Day 2 · Day 3"
    changed = third.replace("Day 3", "Last day")
    built.rebuild({markup.file("day3"): changed.replace("2020-08-03", "2020-07-31")})
    assert parts_of(built, "day1")[0] == "Part 2 of 3 · Last day · Day 2"
    built.rebuild({markup.file("day3"): third.replace(ANN, BOB)})
    assert parts_of(built, "day1")[0] == "Part 1 of 2 · Day 2"
