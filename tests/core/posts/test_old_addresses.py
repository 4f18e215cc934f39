"""Where posts were on their old sites: by fields of each engine, by slugs, and by patterns."""

from __future__ import annotations

from datetime import date

import pytest

from sphinxcontrib_tripreport.core.posts.address_patterns import (
    fill_pattern,
    is_pattern,
    without_placeholders,
)
from sphinxcontrib_tripreport.core.posts.old_addresses import OldPlace, read_old_place
from sphinxcontrib_tripreport.core.posts.readers import read_metadata


def place(text: str, docname: str = "posts/day-1", markup: str = "markdown") -> OldPlace:
    metadata = read_metadata(text, markup)
    assert not metadata.problems
    return read_old_place(metadata.fields, docname, metadata.engine)


def addresses(text: str, docname: str = "posts/day-1", markup: str = "markdown") -> list[str]:
    return [old.address for old in place(text, docname, markup).addresses]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\npermalink: /trips/day-1/\n---\n", ["/trips/day-1/"]),
        ("---\npermalink: pretty\n---\n", ["/:categories/:year/:month/:day/:title/"]),
        ("---\nredirect_from:\n  - /a\n  - b/\n---\n", ["/a", "b/"]),
        ("---\nredirect_from: /a\n---\n", ["/a"]),
        ("---\naliases: [/a/, b]\n---\n", ["/a/", "/posts/b"]),
        ("---\naliases: [../a.html, ../b/]\n---\n", ["/a.html", "/b/"]),
        # Out of the site: a warning says so.
        ("---\naliases: [../../a, ../../..]\n---\n", ["/posts/../../a", "/posts/../../.."]),
        ('+++\nurl = "/u/"\nslug = "s t"\naliases = ["/a/"]\n+++\n', ["/u/", "/a/", "/posts/s-t/"]),
        ("---\nurl: https://con.example/talk\n---\n", []),
        ("---\nredirect: /blog/old\n---\n", ["/blog/old"]),
        ("---\nslug: [a]\naliases: {a: b}\n---\n", []),
        ("---\nslug: day-one\n---\n", ["/posts/day-one/"]),
        ("Title: A\nSlug: day-one\nSave_as: x/y.html\n\nText\n", ["x/y.html", "/day-one.html"]),
        (
            "<!--\n.. title: A\n.. slug: day-one\n.. date: 2020-01-01\n-->\n",
            ["/posts/day-one/"],
        ),
    ],
)
def test_addresses_of_metadata(text: str, found: list[str]) -> None:
    assert addresses(text) == found


def test_folders_of_old_sites() -> None:
    text = "---\nslug: one\n---\n"
    assert addresses(text, "content/posts/day-1/index") == ["/posts/one/"]
    assert addresses(text, "day-1") == ["/one/"]
    # Jekyll has slugs for its patterns alone.
    assert addresses(text, "_posts/2018-07-01-day-1") == []
    rst = ":title: A\n:slug: one\n\nText\n"
    assert addresses(rst, "a", "restructuredtext") == ["/one.html"]


def test_lines_and_categories() -> None:
    found = place("---\ncategories: [Trips, A b]\npermalink: /x/\nslug: s\n---\n", "2018-07-01-d")
    assert found.categories == ("Trips", "A b")
    assert found.addresses[0].line == 3
    assert found.slug == "s"


DAY = date(2018, 7, 1)


@pytest.mark.parametrize(
    ("pattern", "docname", "post", "address"),
    [
        ("/:year/:month/:day/:title/", "_posts/2018-07-01-Day-One", OldPlace(),
         "/2018/07/01/Day-One/"),
        ("/:short_year/:i_month/:i_day/:y_day", "a", OldPlace(), "/18/7/1/182"),
        ("/:categories/:title.html", "a", OldPlace(), "/a.html"),
        ("/:categories/:title.html", "a", OldPlace(categories=("A", "B c")), "/a/b-c/a.html"),
        ("/:category/:slug/", "a", OldPlace(categories=("A", "B")), "/a/what-i-saw/"),
        ("/:section/:slug/", "posts/2018/a", OldPlace(slug="s"), "/posts/s/"),
        ("/:sections/:filename/", "posts/2018/a/index", OldPlace(slug="s"), "/posts/2018/a/a/"),
        ("/:category/:name", "a", OldPlace(), "/a"),
        ("/:nothing/", "a", OldPlace(), ""),
    ],
)  # fmt: skip
def test_patterns(pattern: str, docname: str, post: OldPlace, address: str) -> None:
    assert is_pattern(pattern)
    assert fill_pattern(pattern, docname, DAY, post, "What I saw") == address


def test_patterns_that_do_not_fit() -> None:
    assert fill_pattern("/:year/:title", "a", None, OldPlace(), "") == ""
    assert fill_pattern("/:slug", "a", None, OldPlace(), "") == "/a"
    assert not is_pattern("/a/b")
    assert not is_pattern("/re:invent-2019/")
    assert fill_pattern("/re:invent/:name", "a", None, OldPlace(), "") == "/re:invent/a"
    assert fill_pattern("/x/:short_month/", "a", DAY, OldPlace(), "") == ""
    assert without_placeholders("/re:invent/:year:month/") == ("/re:invent/xx/", [])
    assert without_placeholders("/:year/:titel/") == ("/x/x/", ["titel"])
