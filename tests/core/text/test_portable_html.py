"""Pages for other programs: nothing in them acts, and all addresses are absolute."""

from __future__ import annotations

from collections.abc import Collection
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.portable_html import (
    Portable,
    PortablePages,
    without_heading,
    words_of,
)
from sphinxcontrib_tripreport.core.text.portable_tags import absolute

SITE = "https://ann.example/"
PAGE = f"{SITE}notes/2024/a.html"


def portable(html: str, address: str, anchors: Collection[str] = ()) -> Portable:
    """A page, when nothing is known of its folder."""
    return PortablePages().page(html, address, anchors)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p id="a" onclick="x()">a &amp; b</p>', "<p>a &amp; b</p>"),
        ('<a href="../b.html#c">d</a>', '<a href="https://ann.example/notes/b.html#c">d</a>'),
        ('<a href="#c">d</a>', f'<a href="{PAGE}#c">d</a>'),
        ('<a HREF="/c">d</a>', '<a href="https://ann.example/c">d</a>'),
        ("<a href='mailto:a@b.example'>d</a>", '<a href="mailto:a@b.example">d</a>'),
        ('<a href="java&#10;script:x()">d</a>', "<a>d</a>"),
        ('<a href="data:text/html,x">d</a>', "<a>d</a>"),
        ('<a href="http://[">d</a>', '<a href="http://[">d</a>'),
        ('<a href="//[">d</a>', "<a>d</a>"),
        ('<a href="https://x.example/?a=1&amp;b=2">d</a>',
         '<a href="https://x.example/?a=1&amp;b=2">d</a>'),
        ('<h2>T<a class="headerlink" href="#t">¶</a></h2>', "<h2>T</h2>"),
        ('<h2>T<a class="headerlink" href="#t" title="Link">¶</a></h2>', "<h2>T</h2>"),
        ('<h2>T<a class="headerlink" href="#t" title="Link"><i>#</i></a></h2>', "<h2>T</h2>"),
        ('<h2>T<a class="HEADERLINK" href="#t" title="L">¶</a></h2>',
         f'<h2>T<a class="HEADERLINK" href="{PAGE}#t" title="L">¶</a></h2>'),
        ('<form><a class="headerlink" href="#t" title="L">¶</a>a</form>b', "b"),
        ("a<script>if (a<b) {'</p>'}</script>b", "ab"),
        ("a<form><form>x</form><input>y</form>b", "ab"),
        ("a<svg><path/></svg>b<button>c</button>", "ab"),
        ("a<embed src=x>b<script>c", "ab"),
        ("a<!-- <p> -->b<!-- c", "ab"),
        ("<!DOCTYPE html>a<?php x ?>b<!c", "ab"),
        ("a < b <c", "a &lt; b "),
        ("<blink>a</blink><x-y>b</x-y>", "ab"),
        ('<input type="checkbox" checked=""> a <input type=checkbox> b <input name="x">',
         "☑ a ☐ b "),
        ('<iframe src="//v.example/1" title="A &lt;b&gt;"></iframe>',
         '<p><a href="https://v.example/1">A &lt;b&gt;</a></p>'),
        ('<iframe src="javascript:x"></iframe>', ""),
        ('<img src="../x.png" srcset="a.png 1x, /b.png 2x">',
         f'<img src="{SITE}notes/x.png" srcset="{SITE}notes/2024/a.png 1x, {SITE}b.png 2x">'),
        ("<p>a<b>c</p>d", "<p>a<b>c</b></p>d"),
        ("a</p>b<ul><li>c", "ab<ul><li>c</li></ul>"),
        ("<br/>a<hr>", "<br>a<hr>"),
        ("<p>a<SCRIPT>b</Script>c<stylex>d</stylex><title>e", "<p>acd</p>"),
        ('<a title="a &lt;b&gt; &quot;c&quot;">d</a>',
         '<a title="a &lt;b&gt; &quot;c&quot;">d</a>'),
    ],
)  # fmt: skip
def test_what_is_left(html: str, expected: str) -> None:
    assert portable(html, PAGE).html == expected


def test_parts() -> None:
    html = (
        '<section id="r"><h1>R</h1><section id="t"><span id="u"></span><h2>T</h2><p>one</p>'
        '<section><h3>S</h3></section></section><ul><li id="v">V<p>two</p></li></ul><div><p id="w">'
        '<a class="headerlink">#</a>W</p>three</div></section>'
    )
    found = portable(html, PAGE, {"t", "u", "v", "w", "x", ""})
    assert found.part("t") == found.part("u") == "<p>one</p><section><h3>S</h3></section>"
    assert found.part("v") == "V<p>two</p>"
    assert found.part("w") == "<p>W</p>three"
    assert found.part("x") == ""
    assert portable('<p id="t">a</p>', PAGE, ["t"]).part("t") == "a"


@given(
    st.lists(
        st.sampled_from(("../", "./", "a", "b.html", "/", "#", "x", "?", ":", ".", "%20", ";"))
    ),
    st.sampled_from((PAGE, "https://ann.example/", "https://ann.example", "notes/a.html", "a", "")),
)
def test_addresses_are_joined_by_the_rules(pieces: list[str], page: str) -> None:
    url = "".join(pieces)
    found = absolute(url, page)
    expected = f'<a href="{found}">' if found else "<a>"
    assert portable(f'<a href="{url}">', page).html == f"{expected}</a>"


def test_pages_of_folders_one_after_the_other() -> None:
    pages = PortablePages()
    html = '<p><a href="../b.html#c">b</a><a href="#c">c</a><a href="">d</a></p><p id="t">e</p>'
    for name in ("notes/2024/a", "notes/2024/b", "notes/a", "notes/2024/a"):
        address = f"{SITE}{name}.html"
        assert pages.page(html, address, ["t"]) == portable(html, address, ["t"])


def test_any_number_of_tags_of_one_folder() -> None:
    pages = PortablePages()
    links = [f'<a href="{number}.html">a</a>' for number in range(3000)]
    html = "".join(links)
    expected = html.replace('href="', f'href="{SITE}notes/2024/')
    assert pages.page(html, PAGE).html == pages.page(html, PAGE).html == expected


def test_anchors_of_what_has_no_content() -> None:
    html = '<hr id="a"><div><img id="b">x</div><p>c</p>'
    assert portable(html, PAGE, ["a", "b"]).parts == {"b": (9, 15)}


def test_without_heading() -> None:
    assert without_heading("\n<section>\n<h1>A <em>b</em></h1>\n<p>c</p></section>") == (
        "<section>\n<p>c</p></section>"
    )
    assert without_heading("<p>c</p><h2>d</h2>") == "<p>c</p><h2>d</h2>"


def test_words() -> None:
    html = "<p>a\n b &lt;c&gt;</p>\n\n<ul>\n<li>d</li><li>e<br>f</li></ul>\t g \t  h"
    assert words_of(html) == "a\nb <c>\nd\ne\nf\ng h"


@pytest.mark.parametrize("url", ["javascript:x", " JavaScript:x", "j\x01avascript:x", "vbscript:x"])
def test_no_scheme_that_acts(url: str) -> None:
    assert absolute(url, PAGE) == ""


class _Reader(HTMLParser):
    """Keeps what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag] * (tag in ("script", "style", "form", "iframe", "object", "button"))
        self.found += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        urls = [value or "" for name, value in attrs if name in ("href", "src", "poster", "cite")]
        self.found += [
            url for url in urls if not url.startswith(("http:", "https:", "mailto:", "tel:"))
        ]


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "<",
                    ">",
                    '"',
                    "'",
                    "/",
                    "=",
                    " ",
                    "a",
                    "<!--",
                    "-->",
                    "<a ",
                    "href=",
                    "<script>",
                ),
                *("</script>", "javascript:x", "onclick=", "<p ", "</p>", "<b", "\x00", "&#58;"),
                *("<img src=", "x.png", "<style>", "</style>", "<iframe src=", "&lt;script&gt;"),
            ]
        ),
        max_size=30,
    )
)
def test_nothing_acts(pieces: list[str]) -> None:
    reader = _Reader()
    reader.feed(portable("".join(pieces), PAGE).html)
    reader.close()
    assert reader.found == []


@pytest.mark.parametrize("piece", ['<a "', "<a ", "<!--", "<p>", "<p></b>", "<svg><b></i>", "<"])
def test_long_texts_take_no_time(piece: str) -> None:
    portable(piece * 20_000, PAGE)


def test_what_an_anchor_names_and_what_is_its_own() -> None:
    html = (
        '<section id="day"><h2>Day</h2><p>a</p>'
        '<section id="one"><h3>One</h3><p>b</p></section>'
        '<section id="two"><h3>Two</h3><section id="in"><p>c</p></section></section>'
        "<p>d</p></section>"
    )
    body = portable(html, PAGE, {"day", "one", "two", "in"})
    assert words_of(body.part("day")).split() == ["a", "One", "b", "Two", "c", "d"]
    assert words_of(body.own_part("day")).split() == ["a", "d"]
    assert words_of(body.own_part("one")) == "b"
    assert words_of(body.own_part("nowhere")) == ""
