"""Links as authors write them, and whether they are safe to follow."""

from __future__ import annotations

import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.links import Link, is_file, read_link, read_url, split_links

SAFE = {"http", "https", "ftp", "ftps", "gemini", "mailto", "tel"}


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org/a?b=1&copy=2#c", "https://example.org/a?b=1&copy=2#c"),
        (" <HTTP://Example.org> ", "HTTP://Example.org"),
        ("ftp://example.org", "ftp://example.org"),
        ("gemini://example.org/", "gemini://example.org/"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
        ("tel:+34123", "tel:+34123"),
        ("//example.org/x", "https://example.org/x"),
        ("www.example.org/x", "https://www.example.org/x"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("https://пример.рф/тема", "https://пример.рф/тема"),
        (
            "https://fa.wikipedia.org/wiki/می\u200cخواهم",
            "https://fa.wikipedia.org/wiki/می\u200cخواهم",
        ),
        ("slides/a.pdf", "slides/a.pdf"),
        ("/downloads/a.pdf", "/downloads/a.pdf"),
        ("../a_b-(c).pdf", "../a_b-(c).pdf"),
        ("talks/09:00.md", "talks/09:00.md"),
        ("photo@2x.png", "photo@2x.png"),
        ("资料：一.pdf", "资料：一.pdf"),
        ("#section", "#section"),
    ],
)
def test_read_url_accepts(text: str, url: str) -> None:
    assert read_url(text) == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        " <> ",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " \tjavascript:alert(1)",
        "\x01javascript:alert(1)",
        "\ufeffjavascript:alert(1)",
        "java\tscript:alert(1)",
        "java\u00adscript:alert(1)",
        "java\u200dscript:alert(1)",
        "javascript\u200c:alert(1)",
        "htt\u200dps://example.org",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script&colon;alert(1)",
        "javascript&amp;#58;alert(1)",
        "&#x01;javascript:alert(1)",
        "javascript%3Aalert(1)",
        "ｊａｖａｓｃｒｉｐｔ：alert(1)",
        "<javascript:alert(1)>",
        "<<https://example.org>>",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "feed:javascript:x",
        "view-source:https://example.org",
        "C:/slides.pdf",
        "slides\\a.pdf",
        "/\\example.org",
        "https:example.org",
        "https://",
        "https:///x",
        "//",
        "http://[",
        "mailto:",
        "two words",
        "https://example.org/a b",
        "https://example.org/\u00a0x",
        "https://example.org/\u3000x",
        "https://example.org/\u202egpj",
        "https://example.org/\ud800",
        'https://example.org/"onclick=x',
        "https://example.org/`x`",
        "https://example.org/<b>",
    ],
)
def test_read_url_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"^expected a URL such as https://"):
        read_url(text)


@given(
    st.lists(
        st.sampled_from(
            [
                *("javascript", "data", "java", "script", "JAVA", "https", "www.", "x.org", "//"),
                *("/", ":", "&#58;", "&colon;", "&amp;", "&Tab;", "%3a", "<", ">", " ", "\t"),
                *("\x00", "\u200d", "\u200c", "\u00ad", "\ufeff", "：", "#", "?", ".", "&#0;"),
            ]
        ),
        max_size=8,
    ).map("".join)
    | st.text()
)
def test_no_url_has_another_scheme(text: str) -> None:
    try:
        url = read_url(text)
    except ValueError:
        return
    for form in (url, unescape(url), unescape(unescape(url))):
        shown = [c for c in form if unicodedata.category(c) not in ("Cc", "Cf", "Zs", "Zl", "Zp")]
        scheme, colon, _ = "".join(shown).lower().partition(":")
        is_scheme = bool(colon) and scheme.isascii() and scheme.replace("+", "").isalnum()
        assert not is_scheme or scheme in SAFE
    assert read_url(url) == url
    assert not set(url) & set(' <>"`\\\n')


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("slides/a.pdf", True),
        ("/a.pdf", True),
        ("09/10:30.md", True),
        ("", False),
        ("#a", False),
        ("?a", False),
        ("//example.org", False),
        ("https://example.org", False),
        ("mailto:a@example.org", False),
    ],
)
def test_is_file(url: str, expected: bool) -> None:
    assert is_file(url) is expected


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("my  slides <https://example.org/s>", Link("my slides", "https://example.org/s")),
        ("slides<a.pdf>", Link("slides", "a.pdf")),
        ("GitHub <//example.org>", Link("github", "https://example.org")),
        ("Video of it <a.mp4>", Link("Video of it", "a.mp4")),
        ("https://www.Example.org:80/s", Link("example.org", "https://www.Example.org:80/s")),
        ("<www.example.org>", Link("example.org", "https://www.example.org")),
        ("files/a.pdf#page=2", Link("a.pdf", "files/a.pdf#page=2")),
        ("files/", Link("files", "files/")),
        ("mailto:a@example.org?subject=x", Link("a@example.org", "mailto:a@example.org?subject=x")),
        ("#section", Link("#section", "#section")),
    ],
)
def test_read_link(text: str, link: Link) -> None:
    assert read_link(text) == link


@pytest.mark.parametrize(
    "text", ["", "label https://example.org", "x <>", "x <javascript:y>", "a <b> c"]
)
def test_read_link_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="expected a URL"):
        read_link(text)


def test_links_stand_one_a_line() -> None:
    text = "\n  a <https://a.org>  \n\nhttps://b.org\r\n"
    assert split_links(text) == ("a <https://a.org>", "https://b.org")
    assert split_links("") == ()


@given(st.text())
def test_read_link_always_has_a_label(text: str) -> None:
    try:
        link = read_link(text)
    except ValueError:
        return
    assert link.label.strip()
    assert link.url


def test_entities_of_entities_end_somewhere() -> None:
    with pytest.raises(ValueError, match="expected"):
        read_url("mailto:a@b.example?x=&" + "amp;" * 30)
