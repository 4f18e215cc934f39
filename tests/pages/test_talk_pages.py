"""A talk has a page of its own: its facts, every note on it in full, and related talks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup
from tests.tools.pages import Page

# MyST's own, where a link names something by its key.
pytestmark = pytest.mark.filterwarnings("ignore:.*MystReferenceResolver")

CONF = """\
extensions.append("myst_parser")
myst_enable_extensions = ["dollarmath"]
numfig = True
html_theme = "basic"
tripreport_pages = ["talks", "speakers"]
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000"
    "000301010018dd8db00000000049454e44ae426082"
)
SPRING = """---
title: Bees in spring
event: beecon-2024
date: 2024-05-02
author: Ann Author; Cy Co
---

## Waggle

```{talk}
:speakers: Zoë Núñez
:topics: bees
:start: 2024-05-01 10:00
:rating: 4
```

By {speaker}`Zoë Núñez`: {talk}`beecon-2024/waggle`.[^a] See [two](two.rst) and [](#deep).
{download}`data.txt`, {ref}`inside`, {numref}`bee`, {numref}`other`, {doc}`two`.

(bee)=
```{figure} bee.png
A bee
```

(inside)=
### Deep

```python
print("code")
```

```{note}
Careful: $x^2$.
```

```{math}
:label: sum
a = b
```

```{talklist}
:speaker: Zoë Núñez
```

## Else

```{talk}
:topics: bees
```

(other)=
```{figure} bee.png
Another
```

[^a]: The footnote.
"""
TWO = """:event: beecon-2024
:date: 2024-05-03
:author: Bob
:language: ar

Two
===

WAGGLE
------

.. talk::
   :speakers: Zoë Núñez
   :rating: 5
   :status: watched

Again. [#f]_ [Cit]_ `A file <other.html>`__ Waggle_

.. _Waggle: https://example.org/waggle
.. [#f] Another footnote.
.. [Cit] A citation.
"""
THREE = """:event: antcon-2025
:date: 2025-05-03

Three
=====

* .. talk:: Waggle
     :speakers: Zoë Núñez

     In an item.

     More.
"""
SOURCES: dict[str, str | bytes | None] = {
    "posts/one.md": SPRING,
    "posts/two.rst": TWO,
    "posts/three.rst": THREE,
    "posts/bee.png": PIXEL,
    "posts/data.txt": b"data",
}
WAGGLE = "trip/talks/beecon-2024/waggle.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project as HTML."""
    return Built(tmp_path_factory.mktemp("talks"), SOURCES, CONF)


@pytest.fixture(scope="module")
def waggle(built: Built) -> Page:
    """The page of the talk that two reports tell of."""
    return built.page(WAGGLE)


def headings(page: Page) -> list[str]:
    """The words of all headings."""
    return [part.words for part in page.walk() if re.fullmatch("h[1-6]", part.tag)]


def test_each_note_is_under_its_authors_and_report(built: Built, waggle: Page) -> None:
    assert not built.warnings
    assert [each for each in headings(waggle) if each != "Navigation"] == [
        "Waggle",
        "Ann Author and Cy Co, in Bees in spring",
        "Deep",
        "Bob, in Two",
        "Related talks",
    ]


def test_the_facts_come_once_and_opinions_with_the_notes(waggle: Page) -> None:
    talk, first, second = [part.words for part in waggle.walk() if "trip-byline" in part.classes]
    assert talk.startswith("Zoë Núñez · 1 May 2024, 10:00 · beecon-2024")
    assert "Also given at antcon-2025" in talk
    assert first == "2 May 2024 · Rated 4 of 5 · In the report"
    assert second == "3 May 2024 · Rated 5 of 5 · Watched as a recording · In the report"


def test_notes_are_in_full(waggle: Page) -> None:
    for words in ("The footnote.", 'print("code")', "Careful", "Fig. 1 A bee", "Another footnote"):
        assert words in waggle.words
    assert "Another Fig" not in waggle.words
    assert any("A citation" in part.words for part in waggle.walk())


def test_all_links_lead_somewhere_and_anchors_are_unique(built: Built) -> None:
    pages = {
        path.relative_to(built.outdir).as_posix(): Page.read(path.read_text(encoding="utf-8"))
        for path in built.outdir.rglob("*.html")
    }
    for name, page in pages.items():
        if not name.startswith("trip/talks/"):
            continue
        # Sphinx itself gives an equation its anchor twice.
        twice = [anchor for anchor, count in Counter(page.ids).items() if count > 1]
        assert not [anchor for anchor in twice if "equation" not in anchor]
        for part in page.walk():
            for address in (part.attributes.get("href", ""), part.attributes.get("src", "")):
                to = urlsplit(urljoin(f"http://here/{name}", address))
                if to.netloc != "here" or to.path.endswith("posts/other.html"):
                    continue
                path = unquote(to.path[1:])
                assert (built.outdir / path).is_file(), (name, address)
                if to.fragment and path in pages:
                    assert unquote(to.fragment) in pages[path].ids, (name, address)


def test_relative_addresses_begin_at_the_page(waggle: Page) -> None:
    addresses = {part.attributes.get("href") for part in waggle.walk()}
    assert {"../../../posts/other.html", "../../../posts/two.html"} <= addresses
    assert "../../../posts/one.html#other" in addresses  # a figure that is not in the note
    assert "#note-1-inside" in addresses  # a section that is


def test_a_note_in_another_language_says_so(built: Built) -> None:
    html = built.out(WAGGLE)
    assert re.search(r'<div dir="rtl">\s*<div class="trip-note-text[^>]*lang="ar"', html)


def test_a_search_finds_a_note_in_its_report(waggle: Page) -> None:
    for part in waggle.walk():
        if "trip-note-text" in part.classes:
            assert "no-search" in part.classes


def test_a_note_in_a_list_item(built: Built) -> None:
    page = built.page("trip/talks/antcon-2025/waggle.html")
    assert "In an item. More." in page.words
    assert "Also given at beecon-2024" in page.words


def test_all_lead_to_the_page(built: Built) -> None:
    byline = built.page("posts/one.html")
    links = {part.words: part.attributes.get("href") for part in byline.walk() if part.tag == "a"}
    assert links["All notes on this talk"] == "../trip/talks/beecon-2024/waggle.html"
    assert links["More on this talk"] == "../trip/talks/beecon-2024/else.html"
    assert "../trip/talks/beecon-2024/waggle.html" in {
        part.attributes.get("href") for part in byline.walk() if part.words == "Waggle"
    }
    listed = built.page("trip/speakers/zoe-nunez.html")
    assert any(part.attributes.get("href", "").endswith("/waggle.html") for part in listed.walk())
    address, _text = built.inventory()["trip:talk"]["beecon-2024/waggle"]
    assert address == WAGGLE
    index = built.page("trip/talks/index.html")
    assert "antcon-2025" in index.words.partition("beecon-2024")[0]


def test_an_edit_of_a_note_writes_its_report_and_its_page(build: Build) -> None:
    built = build(SOURCES, CONF)
    before = built.written()
    edited = SPRING.replace("The footnote.", "The new footnote.").replace("print(", "printed(")
    built.rebuild({"posts/one.md": edited})
    after = built.written()
    changed = {name for name in after if name.endswith(".html") and before[name] != after[name]}
    # Sphinx writes those whose toctrees have them, too.
    of_sphinx = {"genindex.html", "search.html", "index.html", "trip/talks/index.html"}
    assert changed - of_sphinx == {"posts/one.html", WAGGLE}
    assert "The new footnote." in built.page(WAGGLE).words
    assert "printed(" in built.page(WAGGLE).words
    built.rebuild({"posts/three.rst": THREE.replace("WAGGLE", "Waggle").replace("More.", "Less.")})
    assert "In an item. Less." in built.page("trip/talks/antcon-2025/waggle.html").words


def test_a_number_that_another_document_changes(build: Build) -> None:
    home = "Home\n====\n\n.. toctree::\n   :numbered:\n\n   before\n   posts/one\n   posts/two\n"
    sources = {**SOURCES, "index.rst": home, "before.rst": "Before\n======\n\nOne\n---\n"}
    built = build({**sources, "posts/three.rst": "three\n"}, f"{CONF}numfig_secnum_depth = 0\n")
    assert "Fig. 1 A bee" in built.page(WAGGLE).words
    figure = "Before\n======\n\n.. figure:: posts/bee.png\n\n   First\n"
    built.rebuild({"before.rst": figure})
    assert "Fig. 2 A bee" in built.page("posts/one.html").words
    assert "Fig. 2 A bee" in built.page(WAGGLE).words


def test_only_how_a_note_begins(build: Build) -> None:
    built = build(SOURCES, f'{CONF}tripreport_talk_notes = "excerpt"\n')
    page = built.page(WAGGLE)
    assert "By Zoë Núñez" in page.words
    assert "Careful" not in page.words
    assert not page.by_class("footnote-reference")
    assert "Read on" in page.words
    built.rebuild({"posts/two.rst": TWO.replace("Again.", "Anew.")})
    assert "Anew." in built.page(WAGGLE).words


def test_a_word_that_says_not_how_much_is_shown(build: Build) -> None:
    built = build(SOURCES, f'{CONF}tripreport_talk_notes = "excerpts"\n')
    (said,) = built.warnings
    assert "“tripreport_talk_notes” is “excerpts”: expected one of full, excerpt" in said
    assert "Careful" in built.page(WAGGLE).words


def test_what_is_wrong_in_a_note_is_said_once(build: Build) -> None:
    wrong = TWO.replace("Again.", ":ref:`nowhere` :talk:`nobody` :any:`nothing`")
    built = build({**SOURCES, "posts/two.rst": wrong}, CONF)
    assert len(built.warnings) == 3


@pytest.mark.parametrize("is_printed", [True, False])
def test_books_have_a_page_only_where_a_toctree_has_it(build: Build, is_printed: bool) -> None:
    lines = ["Home", "====", "", ".. toctree::", "   :glob:", "", "   posts/*"]
    lines += ["   trip/talks/beecon-2024/waggle"] * is_printed
    built = build({**SOURCES, "index.rst": "\n".join(lines) + "\n"}, CONF, builder="latex")
    book = next(Path(built.outdir).glob("*.tex")).read_text(encoding="utf-8")
    assert ("Ann Author and Cy Co, in Bees in spring" in book) is is_printed
    assert book.count("A citation.") == 1 + is_printed
    assert book.count("The footnote.") == 1 + is_printed
    labels = re.findall(r"\\label\{\\detokenize\{([^}]*)", book)
    assert len(labels) == len(set(labels))
    assert ("waggle:note-1-bee}" in book) is is_printed
    assert ("All notes on this talk" in book) is is_printed


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "epub", "text", "man", "texinfo"])
def test_every_builder_writes_them(build: Build, builder: str) -> None:
    conf = f'{CONF}epub_show_urls = "no"\n'
    built = build(SOURCES, conf, builder=builder)
    assert not built.warnings
    if builder == "dirhtml":
        page = built.page("trip/talks/beecon-2024/waggle/index.html")
        addresses = {part.attributes.get("href") for part in page.walk()}
        assert {"../../../../posts/two/", "../../../../posts/one/#other"} <= addresses


def test_an_authors_own_page_takes_its_place(build: Build) -> None:
    own = "Our waggle\n==========\n\n.. trip:facts::\n\n.. trip:related-talks::\n"
    built = build({**SOURCES, "trip/talks/beecon-2024/waggle.rst": own}, CONF)
    page = built.page(WAGGLE)
    assert "Our waggle" in page.words
    assert "1 May 2024, 10:00" in page.words
    assert "Related" not in page.words
    assert "In an item." not in page.words


def test_directives_of_talk_pages_elsewhere(build: Build) -> None:
    text = "A\n=\n\n.. trip:related-talks::\n\n.. trip:talk-note:: talk-none posts/one\n"
    built = build({**SOURCES, "a.rst": text}, CONF)
    assert built.page("a.html").words.count("Waggle") == 0
    assert not built.warnings


def test_a_speakers_own_list_names_nobody_twice(built: Built) -> None:
    listed = built.page("trip/speakers/zoe-nunez.html").by_class("trip-listing")[0]
    assert "Waggle" in listed.words
    assert "Zoë" not in listed.words


def test_days_that_nobody_knows_need_no_heading(built: Built) -> None:
    index = built.page("trip/talks/index.html").by_class("trip-listing")[0]
    assert [part.words for part in index.by_class("trip-heading")] == [
        "antcon-2025",
        "beecon-2024",
        "1 May 2024",
        "Others",
    ]


@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "myst"])
def test_an_event_is_named_once_however_often_a_talk_was_given_there(
    build: Build, markup: Markup
) -> None:
    talks = [markup.talk("Hives", {"speakers": "Bo", "key": key}) for key in ("one", "two")]
    built = build(
        {
            markup.file("a"): markup.document("A", *talks, metadata={"event": "antcon-2023"}),
            markup.file("b"): markup.document("B", talks[0], metadata={"event": "beecon-2025"}),
        },
        CONF,
    )
    page = built.page("trip/talks/beecon-2025/one.html")
    (again,) = (part for part in page.walk() if "trip-again" in part.classes)
    assert again.words == "Also given at antcon-2023"
    assert again.links == {"antcon-2023": "../antcon-2023/one.html"}
