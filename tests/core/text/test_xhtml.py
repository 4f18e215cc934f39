"""HTML of posts as XHTML: what browsers forgive is written as books need it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.xhtml import BookPicture, XhtmlWriter, names_of_ends
from sphinxcontrib_tripreport.core.text.xhtml_elements import BLOCKS, KNOWN, NESTED, Anchors


def parts_of(
    *pieces: str, is_line: bool = False, in_link: bool = False, taken: tuple[str, ...] = ()
) -> list[str | BookPicture]:
    writer = XhtmlWriter(
        Anchors(taken, pieces), ends=names_of_ends(pieces), is_line=is_line, in_link=in_link
    )
    parts = [part for piece in pieces for part in writer.write(piece)]
    return [*parts, *writer.finish()]


def written(*pieces: str, is_line: bool = False, in_link: bool = False) -> str:
    parts = parts_of(*pieces, is_line=is_line, in_link=in_link)
    return "".join(part for part in parts if isinstance(part, str))


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("a<br>b<BR/>c</br>d", "a<br />b<br />c<br />d"),
        ("Ann &mdash; Bob & Co &lt; a < b", "Ann — Bob &amp; Co &lt; a &lt; b"),
        ('<p dir="RTL" lang=ar>x</p>', '<p lang="ar" xml:lang="ar" dir="rtl">x</p>'),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("<p>one<ul><li>a<li>b</ul>", "<p>one</p><ul><li>a</li><li>b</li></ul>"),
        ("<b><i>both</b></i>", "<b><i>both</i></b>"),
        ("</p>text</div>", "text"),
        ("<center>x</center>", '<div style="text-align: center">x</div>'),
        ("<td>a", "<div>a</div>"),
        (
            "<table border=1><tr><td width=50%>a<td colspan=2>b</table>",
            '<table><tbody><tr><td>a</td><td colspan="2">b</td></tr></tbody></table>',
        ),
        ("<ul>text", "<ul><li>text</li></ul>"),
        ("<!-- nothing --><!DOCTYPE html><?php x ?>", ""),
        ("<script>alert('x')</script><style>p {}</style>", ""),
        ("<div onclick=x() data-y=z class='c'>", '<div class="c"></div>'),
        ("a\x0bb\x00", "ab"),
    ],
)
def test_blocks(html: str, xhtml: str) -> None:
    assert written(html) == xhtml


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("press <enter> now", "press &lt;enter&gt; now"),
        ("vector<int> x", "vector&lt;int&gt; x"),
        ("<my-clock></my-clock>", ""),
        ("<font color=red>x</font>", "<span>x</span>"),
        ("<center>x</center>", '<span style="display: block; text-align: center">x</span>'),
        ("a<hr>b", "a<br />b"),
        ("<ul><li>a</ul>", '<span style="display: block">a</span>'),
        ('<input type=checkbox checked disabled> done <input type="checkbox">', "☑ done ☐"),
    ],
)
def test_lines(html: str, xhtml: str) -> None:
    assert written(html, is_line=True) == xhtml


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("<a href=https://a.org/é?x=1&y=2>x</a>", '<a href="https://a.org/%C3%A9?x=1&amp;y=2">x</a>'),
        ("<a href='javascript:alert(1)'>x</a>", "<a>x</a>"),
        ("<a href='JavaScript:alert(1)'>x</a>", "<a>x</a>"),
        ("<a href='/old/page.html'>x</a>", "<a>x</a>"),
        ("<a href='#there'>x</a><a name=there></a>", '<a href="#there">x</a><a id="there"></a>'),
        ("<a href='#nowhere'>x</a>", "<a>x</a>"),
        ("<i id=a>x</i><i id=a>y</i>", '<i id="a">x</i><i>y</i>'),
        ("<a href=//a.org>x <a href=//b.org>y", '<a href="https://a.org">x </a><a href="https://b.org">y</a>'),
        (
            "<iframe src='//tube.org/1' title='The talk'></iframe>",
            '<a href="https://tube.org/1">The talk</a>',
        ),
        ("<video><source src=https://a.org/v.webm></video>", '<a href="https://a.org/v.webm">https://a.org/v.webm</a>'),
    ],
)  # fmt: skip
def test_links(html: str, xhtml: str) -> None:
    assert written(html) == xhtml


def test_no_link_within_another() -> None:
    assert written("<a href=https://a.org><b>x</b></a>", in_link=True) == "<b>x</b>"


def test_an_anchor_of_the_page_is_not_there_twice() -> None:
    parts = parts_of("<a id=x></a><a href=#x>y</a>", taken=("x",))
    assert parts == ['<a></a><a href="#x">y</a>']


def test_pictures_are_parts_of_their_own() -> None:
    parts = parts_of('<p><img src=a.png alt="A &amp; B" width=10 height=50%>text')
    assert parts == ["<p>", BookPicture("a.png", "A & B", "10", ""), "text", "</p>"]


def test_other_things_between_the_pieces() -> None:
    """As a paragraph of Markdown between the tags of a block."""
    writer = XhtmlWriter(Anchors((), ()), ends=frozenset(), is_line=False, in_link=False)
    assert writer.write("<div><p>x") == ["<div><p>x"]
    assert writer.make_room(is_block=True) == ["</p>"]
    assert writer.write("</p><table>") == ["<table>"]
    assert writer.make_room(is_block=True) == ["<tbody><tr><td>"]
    assert writer.finish() == ["</td></tr></tbody></table></div>"]


def test_what_is_silent_is_so_over_several_pieces() -> None:
    assert written("a<svg width=1>", "<path d=M/>", "</svg>", "b") == "ab"


TAGS = st.sampled_from(sorted({*KNOWN, *BLOCKS, *NESTED, "enter", "my-clock"}))
ATTRIBUTES = st.sampled_from(
    ["", " id=a", " class='x y'", " style='color: red; position: fixed'", " href=#a", " lang=de"]
)
SOUP = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.builds("<{}{}>".format, TAGS, ATTRIBUTES),
        st.builds("</{}>".format, TAGS),
        st.builds("<{}{}/>".format, TAGS, ATTRIBUTES),
    ),
    max_size=12,
)


@given(pieces=SOUP, is_line=st.booleans(), in_link=st.booleans())
def test_any_soup_is_xml(pieces: list[str], is_line: bool, in_link: bool) -> None:
    whole = written(*pieces, is_line=is_line, in_link=in_link)
    root = ET.fromstring(f"<body>{whole}</body>")
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    assert {element.tag for element in root.iter()} <= {"body", "br", "wbr", "hr"} | KNOWN
    if is_line:
        assert not {element.tag for element in root.iter()} & (BLOCKS - {"pre"})


def test_directions_and_alignments() -> None:
    assert written("<p dir=RTL>x</p>") == '<p dir="rtl">x</p>'
    assert written("<p dir=up>x</p>") == "<p>x</p>"
    assert written('<p align="center">x</p>') == '<p style="text-align: center">x</p>'
