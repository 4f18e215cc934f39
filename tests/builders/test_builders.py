"""A small project in every builder."""

from __future__ import annotations

import re

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, RST

SHOWN = ("Docker and Python", "Ann Lee", "Typing", "Bees")
"""Titles and a speaker that every builder with text has to show."""

TEXTS = {
    "html": "a.html",
    "dirhtml": "a/index.html",
    "singlehtml": "index.html",
    "latex": "trips.tex",
    "text": "a.txt",
    "man": "trips.1",
    "texinfo": "trips.texi",
    "epub": "a.xhtml",
    "xml": "a.xml",
    "json": "a.fjson",
    "pickle": "",
    "gettext": "a.pot",
    "pseudoxml": "a.pseudoxml",
    "dummy": "",
    "changes": "",
}


def project() -> dict[str, str]:
    """Every directive, role and kind of byline, in both markups."""
    talk = {
        "speakers": "Ann Lee <https://ann.example>",
        "topics": "bees",
        "start": "2020-07-23 09:00",
        "rating": "4",
        "video": "https://v.example",
        "slides": "slides.pdf",
    }
    listed = RST.talk("Bees", talk).rstrip().replace("\n", "\n  ")
    fields = {"event": "Con 2020", "date": "2020-08-01", "author": "Ida Bee"}
    return {
        "a.rst": RST.document(
            "Trip",
            f"See {RST.role('talk', 'typing')}, {RST.role('speaker', 'Ann Lee')},"
            f" {RST.role('speaker', 'Bob')}, {RST.role('event', 'con-2020')},"
            f" {RST.role('topic', 'bees')} and {RST.role('ref', 'trip-talks')}.\n",
            RST.talk("Docker and Python", talk),
            RST.heading("Typing", 2),
            RST.directive("talk", "", {"speakers": "Bob"}),
            RST.heading("Small", 2),
            f"* {listed}\n",
            metadata=fields,
        ),
        "b.md": MYST.document(
            "Other trip", MYST.talk("Typing", {"speakers": "Bob"}), metadata=fields
        ),
        "people.md": MYST.document(
            "People",
            MYST.directive("speaker", "Ann Lee", {"github": "ann", "affiliation": "Bees"}),
            MYST.directive(
                "event", "Con 2020", {"start": "2020-07-23", "url": "https://c.example"}
            ),
        ),
        "slides.pdf": "slides",
    }


# Sphinx's own JSON and pickle builders use what Sphinx 9 calls deprecated.
@pytest.mark.filterwarnings("ignore:.*serializinghtml")
@pytest.mark.parametrize("builder", TEXTS)
def test_it_builds_without_a_warning(build: Build, builder: str) -> None:
    built = build(project(), builder=builder)
    assert built.warnings == []
    if TEXTS[builder]:
        text = built.out(TEXTS[builder])
        shown = SHOWN if builder != "gettext" else ("Docker and Python", "Typing", "Bees")
        for words in shown:
            assert words in text, words


def test_man_pages_print_no_addresses_within(build: Build) -> None:
    extra = "See :talk:`Typing` by :speaker:`Ann Lee` at :event:`con-2020`.\n\n.. talklist::\n"
    text = build({**project(), "c.rst": f"C\n=\n\n{extra}"}, builder="man").out("trips.1")
    assert "See Typing by Ann Lee at Con 2020" in text
    # How links are written depends on docutils: <address>, or as commands of the terminal.
    addresses = re.findall(r"\\%<([^>\n]*)>|tty: link ([^'\n]+)'", text)
    assert addresses
    assert all((one or other).startswith("https://") for one, other in addresses)


def test_one_after_the_other_in_one_place(build: Build) -> None:
    built = build(project())
    html = built.out("a.html")
    for builder in ("latex", "text", "dirhtml"):
        built.rebuild(builder=builder)
        assert built.warnings == []
    built.rebuild(builder="html")
    assert built.out("a.html") == html
    assert built.page("a.html").links["Bob"].startswith("trip-speakers.html")


def test_two_notes_on_one_talk_on_one_page(build: Build) -> None:
    page = build(project(), builder="singlehtml").page("index.html")
    sections = [part for part in page.by_class("trip-talk") if part.words.startswith("Typing")]
    assert len(sections) == 2
    for section, other in zip(sections, reversed(sections), strict=True):
        (also,) = section.by_class("trip-also")
        (link,) = also.links.values()
        # The same anchor in two documents: a browser goes to the first.
        found = next(part for part in page.walk() if part.attributes.get("id") == link[1:])
        assert found in other.walk()


README = """---
event: estuary-2023
---

# A day

## Small queues

```{talk}
:speakers: Ravi Tanqueray
```

```{reportlist}
```

{event}`estuary-2023`
"""


@pytest.mark.parametrize("root", ["index", "top/home"])
def test_links_to_the_first_document_on_one_page(build: Build, root: str) -> None:
    toctree = "```{toctree}\n/other\n```\n"
    sources = {f"{root}.md": README + toctree, "other.md": "# O\n\n```{reportlist}\n```\n"}
    sources.setdefault("index.md", "---\norphan: true\n---\n\n# Not there\n")
    conf = f"root_doc = {root!r}\ntripreport_pages = ['archive']\n"
    built = build(sources, conf, builder="singlehtml")
    assert built.warnings == []
    page = built.page(f"{root}.html")
    links = [each.attributes.get("href", "") for each in page.by_tag("a")]
    assert f"#document-{root}" in links
    assert [link for link in links if link[:1] == "#" and link[1:] not in {"", *page.ids}] == []
    assert page.by_id(f"document-{root}") in page.main.walk()


def test_a_first_document_without_a_heading_on_one_page(build: Build) -> None:
    sources = {
        "index.rst": ":event: con\n\nWords.\n\n.. toctree::\n\n   other\n",
        "other.rst": "O\n=\n\n.. talk:: Bees\n\n.. reportlist::\n\n:doc:`Home <index>`\n",
    }
    page = build(sources, builder="singlehtml").page("index.html")
    assert page.by_id("document-index") in page.main.walk()


THEIRS = """
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.builders.latex import LaTeXBuilder


class TheirPage(SingleFileHTMLBuilder):
    name = "theirpage"


class TheirBook(LaTeXBuilder):
    name = "theirbook"


def setup(app):
    app.add_builder(TheirPage)
    app.add_builder(TheirBook)
"""
"""An extension with builders that others make of Sphinx's, as those of simplepdf are."""


def test_builders_made_of_others_write_the_same(build: Build) -> None:
    home = "Home\n====\n\n.. toctree::\n\n   a\n   b\n   people\n"
    sources = {"index.rst": home, "their_builders.py": THEIRS, **project()}
    conf = (
        "import os, sys\nsys.path.insert(0, os.getcwd())\nextensions.append('their_builders')\n"
        "tripreport_pages = ['archive']\n"
    )
    built = build(sources, conf, builder="singlehtml")
    # Its head has a digest of a file that names the builder.
    _, _, page = built.out("index.html").partition("<body>")
    built.rebuild(builder="theirpage")
    assert built.warnings == []
    assert built.out("index.html").endswith(page)
    assert (built.outdir / "talks.json").is_file()
    built.rebuild(builder="latex")
    (book,) = built.outdir.glob("*.tex")
    text = book.read_text(encoding="utf-8")
    built.rebuild(builder="theirbook")
    assert built.out(book.name) == text


def test_names_with_the_sign_of_anchors_on_one_page(build: Build) -> None:
    talk = ".. talk:: {}\n   :speakers: Ann\n\n   Text.\n"
    sources = {
        "index.rst": "Home\n====\n\n.. toctree::\n\n   c#\n   f#/talks\n\n.. talklist::\n",
        "c#.rst": "C#\n==\n\n" + talk.format("Sharp"),
        "f#/talks.rst": "F#\n==\n\n" + talk.format("Flat") + "\n:doc:`There </c#>`\n",
    }
    built = build(sources, builder="singlehtml")
    assert built.warnings == []
    page = built.page("index.html")
    links = [each.attributes.get("href", "") for each in page.by_tag("a")]
    assert {"#talk-sharp", "#talk-flat", "#document-c#"} <= set(links)
    assert [link for link in links if link[:1] == "#" and link[1:] not in {"", *page.ids}] == []


def test_tables_of_contents_beside_the_one_page(build: Build) -> None:
    conf = (
        "html_sidebars = {'**': ['localtoc.html', 'globaltoc.html']}\n"
        "html_theme_options = {'globaltoc_maxdepth': 3}\n"
    )
    page = build(project(), conf, builder="singlehtml").page("index.html")
    links = [each.attributes.get("href", "") for each in page.by_tag("a")]
    assert {"#talk-docker-and-python", "#talk-typing", "#b-talk-typing"} <= set(links)
    assert [link for link in links if link[:1] == "#" and link[1:] not in {"", *page.ids}] == []


def test_sections_of_one_page_have_names_and_numbers_of_their_own(build: Build) -> None:
    talk = "T\n=\n\nQuestions\n---------\n\n.. talk:: Bees\n   :key: {0}\n\nSee {0}_.\n\n.. _{0}:\n"
    sources = {
        "index.rst": "Home\n====\n\n.. toctree::\n   :numbered:\n\n   a\n   b\n",
        "a.rst": talk.format("one") + "\nLast\n----\n",
        "b.rst": talk.format("two") + "\nLast\n----\n",
    }
    built = build(sources, builder="singlehtml")
    page = built.page("index.html")
    sections = [part for part in page.main.walk() if part.tag == "section"]
    names = [part.attributes["id"] for part in sections if "id" in part.attributes]
    assert len(names) == len(set(names))
    words = page.main.words
    assert all(f"{number} Questions" in words.replace(". Q", " Q") for number in ("1.1", "2.1"))
