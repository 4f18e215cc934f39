"""Pages at old addresses: their files, what they say, and who gets which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.exports.redirect_plan import plan_redirects
from sphinxcontrib_tripreport.core.exports.redirects import (
    SIGN,
    file_of_address,
    render_redirect,
    render_table,
)
from sphinxcontrib_tripreport.core.posts.old_addresses import OldAddress


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/2018/07/day-1/", "2018/07/day-1/index.html"),
        ("/2018/07/day-1", "2018/07/day-1/index.html"),
        ("2018/day-1.html", "2018/day-1.html"),
        ("/x.HTM", "x.HTM"),
        ("/x.html/", "x.html/index.html"),
        ("/django-1.11", "django-1.11/index.html"),
        ("/caf%C3%A9/ü ", "café/ü/index.html"),
        ("//", "index.html"),
        ("/./a//b/", "a/b/index.html"),
    ],
)
def test_files(address: str, file: str) -> None:
    if address == "//":
        address = "/"
    assert file_of_address(address) == file


@pytest.mark.parametrize(
    "address",
    [
        "../x", "/a/../../b", "/a/%2e%2e/b", "https://x.example/a", "//x.example/a", "/a?b=c",
        "/a?", "/a#b", "/a\\b", "/a%00b", "javascript:alert(1)", "http://[x", "/" + "x" * 300,
    ],
)  # fmt: skip
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        file_of_address(address)


@given(st.text())
def test_no_file_is_outside(address: str) -> None:
    try:
        file = file_of_address(address)
    except ValueError:
        return
    parts = file.split("/")
    assert ".." not in parts
    assert all(parts)
    assert "\0" not in file


def test_what_a_page_says() -> None:
    page = render_redirect(
        '../a".html', "https://s.example/a.html", "<b>A</b>", ("Now at ", "."), "en"
    )
    assert SIGN in page[:100]
    assert '<meta http-equiv="refresh" content="0; url=../a&quot;.html">' in page
    assert '<link rel="canonical" href="https://s.example/a.html">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<p>Now at <a href="../a&quot;.html">&lt;b&gt;A&lt;/b&gt;</a>.</p>' in page


def test_a_table() -> None:
    assert render_table({"/b": "/2.html", "/a/": "/1.html"}).splitlines()[1:] == [
        "/a/ /1.html 301",
        "/b /2.html 301",
    ]


def test_who_gets_which() -> None:
    owners = {"a.html": "a", "b.html": "b", "search.html": ""}
    asked = [
        ("a", OldAddress("/old/", "aliases", 2)),
        ("a", OldAddress("/old", "permalink", 3)),
        ("a", OldAddress("/a.html", "aliases", 4)),
        ("a", OldAddress("/b.html", "aliases", 5)),
        ("a", OldAddress("/search.html", "aliases", 6)),
        ("b", OldAddress("/OLD/", "aliases", 7)),
        ("b", OldAddress("/../x", "aliases", 8)),
    ]
    plan = plan_redirects(asked, owners.get)
    assert plan.files == {"old/index.html": "a"}
    assert [(each.docname, each.line, each.subtype.value) for each in plan.problems] == [
        ("a", 5, "name"), ("a", 6, "name"), ("b", 7, "name"), ("b", 8, "metadata"),
    ]  # fmt: skip
