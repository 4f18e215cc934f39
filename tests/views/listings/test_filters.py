"""Filters of listings that ask for what belongs to the talks of a person, an event or a report."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup, Options


def project(markup: Markup, name: str, options: Options) -> dict[str, str]:
    """Two reports by two authors on two events, and a listing."""
    posts: tuple[tuple[str, Options, Options], ...] = (
        (
            "early",
            {"event": "con-2019", "date": "2019-05-05", "author": "Ida Ray", "series": "Con"},
            {"speakers": "Ann Lee", "kind": "keynote"},
        ),
        (
            "late",
            {"event": "day-2021", "date": "2021-06-06", "author": "Joe Fox, Éva Kis"},
            {"speakers": "Bob Poe"},
        ),
    )
    texts = {
        markup.file(name): markup.document(name, markup.talk("Talk", options), metadata=metadata)
        for name, metadata, options in posts
    }
    texts[markup.file("z")] = markup.document("All", markup.directive(name, "", options))
    return texts


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("reportlist", {"speaker": "ann lee"}, ["early"]),
        ("reportlist", {"speaker": "!Ann Lee"}, ["late"]),
        ("reportlist", {"author": "Ida Ray"}, ["early"]),
        ("reportlist", {"author": "eva kis"}, ["late"]),
        ("reportlist", {"author": "!Joe*"}, ["early"]),
        ("eventlist", {"kind": "keynote"}, ["con-2019"]),
        ("speakerlist", {"kind": "keynote"}, ["Ann Lee"]),
        ("speakerlist", {"series": "con"}, ["Ann Lee"]),
        ("speakerlist", {"since": "2020"}, ["Bob Poe"]),
        ("speakerlist", {"until": "2020-01-01"}, ["Ann Lee"]),
        # One talk must be in both.
        ("speakerlist", {"since": "2019-06-01", "until": "2020"}, []),
    ],
)
def test_what_talks_and_reports_say(
    build: Build, markup: Markup, name: str, options: Options, expected: list[str]
) -> None:
    built = build(project(markup, name, options))
    assert built.warnings == []
    titles = [part.words for part in built.page("z.html").main.by_class("trip-title")]
    assert titles == expected


def test_an_unknown_author(build: Build, markup: Markup) -> None:
    built = build(project(markup, "reportlist", {"author": "Ida Rey"}))
    (warning,) = built.warnings
    assert "No author is “Ida Rey”: nothing is listed for it." in warning
    assert "“Ida Ray”" in warning
    assert "No reports here." in built.page("z.html").main.words
