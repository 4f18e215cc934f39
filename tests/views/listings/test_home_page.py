"""A blog's home page from fifteen posts, with three lines of markup; names that are markup."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, RST, Markup

CONF = 'extensions.append("myst_parser")\ntripreport_posts = ["posts/*"]\n'
LONG = "<script>alert(1)</script> *x* `y` " * 300
MARKDOWN = """---
title: "Bees {number}"
date: 2024-05-{number:02}
author: "<script>alert(1)</script> Ann"
image: bee.png
tags: [bees, "<b>wax</b>"]
---

First words of {number}.

<!-- more -->

Last words.
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000"
    "000301010018dd8db00000000049454e44ae426082"
)


def posts() -> dict[str, str | bytes | None]:
    """Fifteen posts, of which the last has words without end."""
    found: dict[str, str | bytes | None] = {
        f"posts/{number}.md": MARKDOWN.format(number=number) for number in range(1, 15)
    }
    last = f":date: 2024-05-15\n:description: {LONG}\n\nLast\n====\n\nText.\n"
    return {**found, "posts/15.rst": last, "posts/bee.png": PIXEL}


HOME = {
    "index.md": "# Home\n\n```{reportlist}\n:layout: posts\n```\n",
    "index.rst": "Home\n====\n\n.. reportlist::\n   :layout: posts\n",
}


@pytest.mark.parametrize("name", HOME)
def test_three_lines_make_a_home_page(build: Build, name: str) -> None:
    orphans = {"html_theme": "basic", "suppress_warnings": "toc.not_included"}
    built = build({**posts(), name: HOME[name]}, CONF, overrides=orphans)
    assert not built.warnings
    page = built.page("index.html")
    titles = [part.words for part in page.main.walk() if "trip-title" in part.classes]
    assert titles == ["Last", *(f"Bees {number}" for number in range(14, 0, -1))]
    assert "First words of 14." in page.words
    assert "Last words" not in page.words
    assert "Read on" in page.words
    assert len([part for part in page.main.walk() if part.tag == "img"]) >= 14


def test_words_of_authors_are_escaped_and_cut(build: Build) -> None:
    built = build({**posts(), "index.rst": HOME["index.rst"]}, CONF)
    html = built.out("index.html")
    assert "<script>alert" not in html
    assert "<b>wax</b>" not in html
    assert "Ann" in built.page("index.html").words
    (last,) = [each for each in built.talks_json()["reports"] if each["docname"] == "posts/15"]
    assert len(last["excerpt"]) <= 1000
    for name in ("posts/1.html", "posts/15.html"):
        assert "<script>alert" not in built.out(name)


@pytest.mark.parametrize("markup", [MYST, RST], ids=["md", "rst"])
def test_names_without_end(build: Build, markup: Markup) -> None:
    name = "Ann <b>Lee</b> " + "x" * 10_000
    talk = markup.talk("T", {"speakers": f'"{name}"' if markup is MYST else name}, "Text.")
    text = markup.document("A", talk, metadata={"event": "e", "author": "Bo <i>Li</i>"})
    built = build(
        {markup.file("a"): text}, 'tripreport_pages = ["talks", "speakers", "authors", "events"]\n'
    )
    assert not [each for each in built.warnings if "Traceback" in each]
    pages = [path.read_text("utf-8") for path in built.outdir.rglob("*.html")]
    assert len(pages) > 6
    assert not any("<b>Lee" in page or "<i>Li" in page for page in pages)
