"""Texts of strangers: what passes, and that nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.rich_parts import RichPart
from sphinxcontrib_tripreport.core.text.rich_text import LONGEST, read_rich_text

BLOCKS = {"paragraph", "heading", "code-block", "quote", "bullets", "numbers", "item"}
WORDS = {"emphasis", "strong", "code", "sub", "sup", "link", "break"}
SAFE = ("https://", "http://", "mailto:")


def said(parts: Iterable[RichPart | str]) -> str:
    """Parts in one line: ``p(words em(set apart))``."""
    short = {"paragraph": "p", "emphasis": "em", "strong": "b", "code-block": "pre", "link": "a"}
    return "".join(
        part
        if isinstance(part, str)
        else f"{short.get(part.name, part.name)}{f'[{part.url}]' if part.url else ''}"
        f"({said(part.content)})"
        for part in parts
    )


def of_html(text: str) -> str:
    return said(read_rich_text(text, "html"))


def of_markdown(text: str) -> str:
    return said(read_rich_text(text, "markdown"))


def of_rst(text: str) -> str:
    return said(read_rich_text(text, "rst"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One<p>two", "p(One)p(two)"),
        ("<p>a <em>b</p>c", "p(a em(b))p(c)"),
        ("plain &amp; simple", "p(plain & simple)"),
        ("a<br>b<br/><br>c", "p(abreak()b)p(c)"),
        ("<br>a</br> b<br>", "p(abreak()b)"),
        ("<div>a <b>bold <i>both</b> on</div>", "p(a b(bold em(both)) on)"),
        ("<b>a <strong>b</strong> c</b>", "p(b(a b) c)"),
        ("<b> </b>x <b></b>", "p(x)"),
        ("<h1>Head <em>it</em></h1>text", "heading(Head em(it))p(text)"),
        ("<ul><li>a<li>b</ul>c", "bullets(item(p(a))item(p(b)))p(c)"),
        ("<ul>a<ol><li>b</ol></ul>", "bullets(item(p(a)numbers(item(p(b)))))"),
        ("<ul><ul><li>x</ul></ul>", "bullets(item(bullets(item(p(x)))))"),
        ("<li>a<li>b", "p(a)p(b)"),
        ("<ul><li>a</ul></li></ul></p>b", "bullets(item(p(a)))p(b)"),
        ("<ul><li><ol>x</li></ol></ul>", "bullets(item(numbers(item(p(x)))))"),
        ("<ul></li></ul><blockquote> </blockquote>", ""),
        ("<blockquote>a<p>b</blockquote>", "quote(p(a)p(b))"),
        ("<pre>\na\n  <b>b</b><br>c<img src=x alt=y>\n</pre>", "pre(a\n  b\nc)"),
        ("<pre> </pre>", ""),
        ("<table><tr><th>a<th><b>b</b></tr><tr><td>c<td>d</table>", "p(a · b(b))p(c · d)"),
        ("<dl><dt>a<dd>b</dl>", "heading(a)p(b)"),
        ("H<sub>2</sub>O <code>x  y</code>", "p(Hsub(2)O code(x y))"),
        ("<table><tr><td><b>a<td>b</table>", "p(b(a) · b)"),
        ("Vec<u8> of <T>", "p(Vec<u8> of <T>)"),
        ("<T>a</T>", "p(a)"),
    ],
)  # fmt: skip
def test_html(text: str, expected: str) -> None:
    assert of_html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a href='https://a.example/?b=1&amp;c'>x</a>", "p(a[https://a.example/?b=1&c](x))"),
        ("<a href='mailto:a@b.example'>x</a>", "p(a[mailto:a@b.example](x))"),
        ("<a href='//a.example/x'>x</a>", "p(a[https://a.example/x](x))"),
        ("<a href='javascript:alert(1)'>x</a>", "p(x)"),
        ("<a href='java&#10;script:alert(1)'>x</a>", "p(x)"),
        ("<a href='data:text/html,x'>x</a>", "p(x)"),
        ("<a href='/relative'>x</a> <a>y</a>", "p(x y)"),
        ("<a href='https://a.example'></a>x", "p(x)"),
        ("<a href='https://a.example'>see https://b.example</a>",
         "p(a[https://a.example](see https://b.example))"),
        ("see https://a.example/b.", "p(see a[https://a.example/b](https://a.example/b).)"),
        ("(https://a.example/b_(c))", "p((a[https://a.example/b_(c)](https://a.example/b_(c))))"),
        ("[https://a.example]!", "p([a[https://a.example](https://a.example)]!)"),
        ("https://.. and ://", "p(https://.. and ://)"),
        ("https:///x", "p(https:///x)"),
        ("<code>https://a.example</code>", "p(code(https://a.example))"),
        ("<img src='https://a.example/x.png' alt='A  bee'>",
         "p(a[https://a.example/x.png](A bee))"),
        ("<img src='x.png' alt='A bee'><img src='data:image/png,x'><img>", "p(A bee)"),
        ("<a href='https://a.example'><img src='https://b.example/x' alt=b></a>",
         "p(a[https://a.example](b))"),
        ("<a href='https://a.example'><img src='https://b.example/x'></a>", ""),
        ("<a href='https://a.example'>x</a><img src='https://b.example/y' alt=y>",
         "p(a[https://a.example](x) a[https://b.example/y](y))"),
        ("<iframe src='//a.example/v' title=Film></iframe>", "p(a[https://a.example/v](Film))"),
        ("<video src='https://a.example/v'>old browser</video>",
         "p(a[https://a.example/v](https://a.example/v)old browser)"),
    ],
)  # fmt: skip
def test_links(text: str, expected: str) -> None:
    assert of_html(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<script>alert(1)",
        "<style>p{}</style>",
        "<svg><a href='https://a.example'>x</a></svg>",
        "<noscript><img src='https://a.example/x'></noscript>",
        "<script/>",
        "<!-- x --><?php x ?><!DOCTYPE x>",
        "<input value=x><button></button><link rel=stylesheet href=https://a.example>",
    ],
)
def test_nothing_is_shown_of_what_is_not_for_readers(text: str) -> None:
    assert of_html(text) == ""
    assert of_markdown(text) == ""


def test_an_element_that_never_ends_hides_nothing() -> None:
    assert of_html("<svg>a <title>b") in ("p(a b)", "p(a)")
    assert of_html("<svg>a<b>c</b>") == "p(ab(c))"


def test_lists_are_no_deeper_than_books_can_show() -> None:
    deep = of_html("<ul><li>x" * 10)
    assert deep.count("bullets(") == 3
    assert deep.count("x") == 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Head\n\ntext", "heading(Head)p(text)"),
        ("*a* **b** `c` ~~d~~", "p(em(a) b(b) code(c) d)"),
        ("- a\n- b\n\n1. c", "bullets(item(p(a))item(p(b)))numbers(item(p(c)))"),
        ("> a", "quote(p(a))"),
        ("```py\nx = '<b>'\n```", "pre(x = '<b>')"),
        ("|a|b|\n|-|-|\n|c|d|", "p(a · b)p(c · d)"),
        ("[x](javascript:alert(1))", "p(x)"),
        ("[x](https://a.example)", "p(a[https://a.example](x))"),
        ("![x](https://a.example/y.png)", "p(a[https://a.example/y.png](x))"),
        ("<https://a.example>", "p(a[https://a.example](https://a.example))"),
        ("a <b onclick=x>b</b>", "p(a b(b))"),
        ("Bring:\na laptop\na cup", "p(Bring:break()a laptopbreak()a cup)"),
        ("word " * 15 + "\n" + "word " * 15 + "\nend", f"p({'word ' * 30}end)"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert of_markdown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Head\n====\n\ntext\nmore", "heading(Head)p(text more)"),
        ("====\nHead\n====", "heading(Head)"),
        ("a\n\n----\n\nb", "p(a)p(b)"),
        ("* a\n  b\n* c\n\n#. d", "bullets(item(p(a b))item(p(c)))numbers(item(p(d)))"),
        ("* a\n\n  * b", "bullets(item(p(a)bullets(item(p(b)))))"),
        ("a\n\n  b\n\nc", "p(a)quote(p(b))p(c)"),
        ("So::\n\n  x\n    y\n\nend", "p(So:)pre(x\n  y)p(end)"),
        ("So ::\n\n  x", "p(So)pre(x)"),
        ("::\n\n  x", "pre(x)"),
        ("*a* **b** ``c * d`` :pep:`8`", "p(em(a) b(b) code(c * d) em(8))"),
        ("`x <https://a.example>`_ `<https://b.example>`__",
         "p(a[https://a.example](x) a[https://b.example](https://b.example))"),
        ("`x <javascript:y>`_ :doc:`z </a>`", "p(x z)"),
        ("bee_ and `two words`_, wasp_\n\n.. _bee: https://a.example\n.. _two words: https://b.example",
         "p(a[https://a.example](bee) and a[https://b.example](two words), wasp_)"),
        (".. raw:: html\n\n   <script>x</script>\n\n.. include:: /etc/passwd\n\nend", "p(end)"),
        ("|logo| and [1]_ and \\*x\\*", "p(logo and and *x*)"),
        ("a <b> & c", "p(a <b> & c)"),
        ("| one\n| two", "p(one two)"),
        ("snake_case and __init__", "p(snake_case and __init__)"),
    ],
)  # fmt: skip
def test_restructured_text(text: str, expected: str) -> None:
    assert of_rst(text) == expected


def test_lists_of_restructured_text_in_one_another() -> None:
    lines = "\n\n".join("  " * depth + "* x" for depth in range(30))
    assert of_rst(lines).count("x") == 30


def test_a_text_ends_somewhere() -> None:
    assert len(of_html("x" * LONGEST * 2)) == LONGEST + len("p()")


SIGNS = st.sampled_from(
    ["<", ">", "</", "/>", "<b>", "</b>", "<a href='", "javascript:", "'>", "</a>", "<ul>", "<li>",
     "</li>", "</ul>", "<p>", "<pre>", "</pre>", "<br>", "<script>", "</script>", "<svg>", "</svg>",
     "<img src='", "alt='x'", "https://a.example/x", "<td>", "<h1>", "</h1>", "<blockquote>", "\n",
     "\n\n", "* ", "- ", "1. ", "> ", "#", "`", "``", "_", "::", ".. ", "  ", "    ", "|", "[", "]",
     "](", ")", "!", "*", "**", "&lt;", "&#106;", "\\", "word", "ü", "\ud800", "\0"]
)  # fmt: skip
TEXTS = st.lists(SIGNS | st.text(max_size=5), max_size=40).map("".join)


def every(parts: Iterable[RichPart | str]) -> Iterator[RichPart]:
    for part in parts:
        if isinstance(part, RichPart):
            yield part
            yield from every(part.content)


@given(TEXTS, st.sampled_from(["markdown", "html", "rst", ""]))
def test_nothing_raises_and_nothing_passes_that_is_not_known(text: str, markup: str) -> None:
    parts = read_rich_text(text, markup)
    assert {part.name for part in parts} <= BLOCKS - {"item"}
    for part in every(parts):
        assert part.name in BLOCKS | WORDS
        assert part.content or part.name == "break"
        assert bool(part.url) == (part.name == "link")
        assert not part.url or part.url.lower().startswith(SAFE)
        inside = {each.name for each in part.content if isinstance(each, RichPart)}
        if part.name in ("bullets", "numbers"):
            assert inside == {"item"}
        elif part.name in ("item", "quote"):
            assert inside <= BLOCKS - {"item"}
        else:
            assert inside <= WORDS
        if part.name == "link":
            assert "link" not in {each.name for each in every(part.content)}


@given(st.lists(st.sampled_from(["bees", "wasps", "ants"]), min_size=1, max_size=9))
def test_words_stay(words: list[str]) -> None:
    text = " ".join(words)
    for markup in ("markdown", "html", "rst"):
        assert said(read_rich_text(text, markup)) == f"p({text})"
