"""The page of a talk shows the abstract that a note brings, and its report does not."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built

CONF = 'extensions.append("myst_parser")\ntripreport_pages = ["talks", "speakers"]\n'
MARKDOWN = """---
event: beecon-2024
date: 2024-05-02
lang: de
---

# Eins

## Waggle

```{talk}
---
speakers: Zoë Núñez
abstract: |
  How *bees* dance with {speaker}`Zoë Núñez`.[^a]

  - <b>bold</b> {talk}`Other`

  <script>alert(1)</script>

  ![A bee](https://example.org/bee.png)
---

What I heard.
```

[^a]: A footnote.
"""
RST = """:event: beecon-2024

Two
===

.. talk:: Other
   :speakers: Bo
   :abstract: In **bold**, by :speaker:`Zoë Núñez`
      on two lines.

* .. talk:: Item
     :speakers: Bo
     :abstract: Of an item.

.. talk:: Waggle
   :speakers: Zoë Núñez
   :abstract: A later one.
"""
SOURCES = {"one.md": MARKDOWN, "two.rst": RST}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project as HTML."""
    return Built(tmp_path_factory.mktemp("abstracts"), SOURCES, CONF)


def abstract_in(built: Built, name: str) -> str:
    """The words of the abstract on the page of a talk."""
    page = built.page(f"trip/talks/beecon-2024/{name}.html")
    return next(part.words for part in page.walk() if "trip-abstract" in part.classes)


def test_the_first_notes_abstract_is_on_the_page(built: Built) -> None:
    assert not built.warnings
    words = abstract_in(built, "waggle")
    assert words.startswith("Abstract How bees dance with Zoë Núñez.[1] bold Other A bee")
    assert "A footnote." in words
    assert "A later one" not in words
    assert abstract_in(built, "other") == "Abstract In bold, by Zoë Núñez on two lines."
    assert abstract_in(built, "item") == "Abstract Of an item."


def test_it_is_in_its_own_language_with_links_from_the_page(built: Built) -> None:
    html = built.out("trip/talks/beecon-2024/waggle.html")
    assert '<div class="trip-abstract-text docutils container" lang="de">' in html
    assert 'href="../../speakers/zoe-nunez.html"' in html
    assert 'href="other.html"' in html


def test_no_script_and_nothing_of_the_web_is_brought(built: Built) -> None:
    html = built.out("trip/talks/beecon-2024/waggle.html")
    assert "alert(1)" not in html
    assert "bee.png" not in html
    assert "sphinxstepscope" not in built.out("trip/talks/beecon-2024/item.html")


def test_reports_do_not_show_it(built: Built) -> None:
    assert "dance" not in built.out("one.html")
    assert "Of an item" not in built.out("two.html")
    assert [talk["excerpt"] for talk in built.talks_json()["talks"]] == [
        None, None, "What I heard.",
    ]  # fmt: skip


def test_an_edit_writes_the_page(build: Build) -> None:
    built = build(SOURCES, CONF)
    before = built.written()
    built.rebuild({"two.rst": RST.replace("In **bold**", "Other words")})
    written = {name for name, when in built.written().items() if before.get(name) != when}
    assert abstract_in(built, "other").startswith("Abstract Other words")
    # Sphinx writes those whose toctrees have them, too.
    of_sphinx = {"genindex.html", "search.html", "index.html", "trip/talks/index.html"}
    pages = {name for name in written - of_sphinx if name.endswith(".html")}
    assert pages == {"two.html", "trip/talks/beecon-2024/other.html"}


def test_what_leads_into_it_is_warned_of(build: Build) -> None:
    where = "is in the abstract of a talk, which only the page of the talk shows: expected it"
    markdown = (
        "# One\n\n```{talk} Fourth\n---\nabstract: |\n  (there)=\n  Words\n\n"
        "  :::{talk} Inner\n  :::\n---\n```\n"
    )
    rst = "Two\n===\n\n.. talk:: Third\n   :abstract: .. _here:\n"
    conf = f'{CONF}myst_enable_extensions = ["colon_fence"]\n'
    built = build({"two.rst": rst, "one.md": markdown}, conf)
    said = [f"{line}\n" for line in built.warnings if "tripreport" in line]
    assert "".join(said) == (
        f"one.md:9: WARNING: A “talk” {where} outside; nothing leads to it. [tripreport.place]\n"
        f"one.md:6: WARNING: The label “there” {where} outside; nothing leads to it."
        " [tripreport.place]\n"
        f"two.rst:5: WARNING: The label “here” {where} outside; nothing leads to it."
        " [tripreport.place]\n"
    )


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo", "xml", "epub", "gettext"])
def test_every_builder(build: Build, builder: str) -> None:
    home = "Home\n====\n\n.. toctree::\n\n   one\n   two\n   trip/talks/index\n"
    built = build({**SOURCES, "index.rst": home}, CONF, builder=builder)
    assert not built.warnings


LISTED = {
    "one.md": """---
event: beecon-2024
lang: de
talks:
  - title: Waggle
    speakers: Zoë Núñez
    abstract: |
      How *bees* dance, {talk}`Other`.

      - first <script>alert(1)</script>
      - [bad](javascript:alert(2)) ![A bee](https://example.org/bee.png)
  - title: In prose
    abstract: Of **prose**.
---

# Eins

They told {talk}`of it <In prose>`.
""",
    "two.rst": """:event: beecon-2024
:talks:
   - title: Other
     abstract: |
       In **bold** and ``code``.

       * an item
       * |nothing| :speaker:`Bo`

Two
===

Words.
""",
    "three.md": "---\nevent: beecon-2024\ntalk: true\nabstract: Of *all*.\n---\n\n# Whole\n",
}


def test_that_of_a_talk_in_metadata_is_on_the_page(build: Build) -> None:
    built = build(LISTED, CONF)
    assert not built.warnings
    assert abstract_in(built, "waggle") == ("Abstract How bees dance, {talk}Other. first bad A bee")
    assert abstract_in(built, "in-prose") == "Abstract Of prose."
    assert abstract_in(built, "other").startswith("Abstract In bold and code. an item")
    assert abstract_in(built, "whole") == "Abstract Of all."
    html = built.out("trip/talks/beecon-2024/waggle.html")
    assert '<div class="trip-abstract-text docutils container" lang="de">' in html
    assert "<em>bees</em>" in html
    for word in ("alert(", "javascript:", 'src="https:'):
        assert word not in html
    assert "dance" not in built.out("one.html")
    before = built.written()
    built.rebuild({"two.rst": LISTED["two.rst"].replace("In **bold**", "Other **words**")})
    written = {name for name, when in built.written().items() if before.get(name) != when}
    assert abstract_in(built, "other").startswith("Abstract Other words and code.")
    assert "trip/talks/beecon-2024/waggle.html" not in written
