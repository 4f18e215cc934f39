"""Pages of their own for events, speakers, topics and years: documents as all others."""

from __future__ import annotations

import io
import os
from pathlib import Path

import docutils.core
import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from sphinx.testing.util import SphinxTestApp

from sphinxcontrib_tripreport.pages.templates import heading
from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup

ALL = "tripreport_pages = ['events', 'speakers', 'topics', 'years', 'archive']\n"
POSTS: dict[str, str | bytes | None] = {
    "one.md": """---
title: Bees in spring
event: beecon-2024
date: 2024-05-02
author: Ann Author
tags: [bees, wasps]
---

## Waggle

```{talk}
:speakers: Zoë Núñez; 李 雷
:topics: C++, bees
:start: 2024-05-01 10:00
```

Heard from {speaker}`Zoë Núñez` at {event}`beecon-2024` on {topic}`C++`: {talk}`Waggle`.
""",
    "two.rst": """:event: beecon-2023
:date: 2023-05-02

Two
===

Stings
------

.. talk::
   :speakers: Zoë Núñez
   :topics: C#
   :day: 2023-05-01
""",
}
PEOPLE = """People
======

.. speaker:: Zoë Núñez
   :affiliation: Hive

   Keeps bees.

.. event:: Beecon 2023
   :key: beecon-2023
   :place: Hamburg
"""


def index(*lines: str) -> dict[str, str]:
    """A home page with a table of contents."""
    entries = "".join(f"   {line}\n" for line in ("one", "two", *lines))
    return {"index.rst": f"Home\n====\n\n.. toctree::\n{entries}"}


def made(built: Built) -> list[str]:
    """The made documents that have a page."""
    return sorted(
        path.relative_to(built.outdir).with_suffix("").as_posix()
        for path in (built.outdir / "trip").rglob("*.html")
    )


def test_every_kind_has_its_pages(build: Build) -> None:
    built = build(POSTS, ALL)
    assert built.warnings == []
    assert made(built) == [
        "trip/archive",
        "trip/events/beecon-2023",
        "trip/events/beecon-2024",
        "trip/events/index",
        "trip/speakers/index",
        "trip/speakers/zoe-nunez",
        "trip/speakers/李-雷",
        "trip/topics/bees",
        "trip/topics/cpp",
        "trip/topics/csharp",
        "trip/topics/index",
        "trip/topics/wasps",
        "trip/years/2023",
        "trip/years/2024",
        "trip/years/index",
    ]


def test_no_pages_unless_asked_for(build: Build) -> None:
    built = build(POSTS, "tripreport_pages = ['years']\n")
    assert made(built) == ["trip/years/2023", "trip/years/2024", "trip/years/index"]
    assert made(build(POSTS, folder="none")) == []


def test_what_the_pages_show(build: Build) -> None:
    built = build({**POSTS, "people.rst": PEOPLE}, ALL)
    speaker = built.page("trip/speakers/zoe-nunez.html").main
    assert speaker.by_tag("h1")[0].words == "Zoë Núñez"
    assert [part.words for part in speaker.by_class("trip-title")] == ["Waggle", "Stings"]
    assert speaker.by_class("trip-affiliation")[0].words == "Hive"
    assert speaker.by_class("trip-described")[0].links == {
        "People": "../../people.html#speaker-zoe-nunez"
    }
    event = built.page("trip/events/beecon-2023.html").main
    assert event.by_tag("h1")[0].words == "Beecon 2023"
    assert event.by_class("trip-where")[0].words == "Hamburg"
    assert {"Two": "../../two.html", "Stings": "../../two.html#talk-stings"}.items() <= (
        event.links.items()
    )
    topic = built.page("trip/topics/bees.html").main
    assert [part.words for part in topic.by_class("trip-title")] == ["Waggle", "Bees in spring"]
    year = built.page("trip/years/2024.html").main
    assert [part.words for part in year.by_tag("h2")] == ["Events", "Reports", "Talks"]
    assert "Waggle" in year.words
    assert "Stings" not in year.words
    topics = built.page("trip/topics/index.html").main
    assert [part.words for part in topics.by_class("trip-line")] == [
        "bees · 1 talk, 1 report",
        "C# · 1 talk",
        "C++ · 1 talk",
        "wasps · 1 report",
    ]
    assert [part.words for part in topics.by_class("trip-heading")] == ["B", "C", "W"]
    years = built.page("trip/years/index.html").main
    assert years.links == {"2024": "2024.html", "2023": "2023.html"}
    archive = built.page("trip/archive.html").main
    assert archive.links["2024"] == "years/2024.html"
    assert [part.words for part in archive.by_class("trip-title")] == ["Bees in spring", "Two"]


def test_everything_leads_to_the_pages(build: Build) -> None:
    built = build({**POSTS, "people.rst": PEOPLE}, ALL)
    links = built.page("one.html").main.links
    assert links["Zoë Núñez"] == "trip/speakers/zoe-nunez.html"
    assert links["beecon-2024"] == "trip/events/beecon-2024.html"
    assert links["C++"] == "trip/topics/cpp.html"
    assert links["Waggle"] == "#talk-waggle"
    assert built.page("trip-talks.html").main.links["Waggle"] == "one.html#talk-waggle"
    inventory = built.inventory()
    assert inventory["trip:speaker"]["zoe-nunez"][0] == "trip/speakers/zoe-nunez.html"
    assert inventory["trip:event"]["beecon-2023"][0] == "trip/events/beecon-2023.html"
    # On its own page a name is no link.
    assert "Zoë Núñez" not in built.page("trip/speakers/zoe-nunez.html").main.links


OF_SPEAKERS = (
    "tripreport_pages = ['speakers', 'topics']\nsuppress_warnings = ['tripreport.fonts']\n"
)


@pytest.mark.parametrize("builder", ["html", "dirhtml", "epub", "latex", "text"])
def test_an_overview_is_in_the_place_of_the_index(build: Build, builder: str) -> None:
    words = "See {ref}`trip-speakers`, {ref}`all topics <trip-topics>`, {ref}`trip-events`.\n"
    sources = {**POSTS, "see.md": MYST.document("See", words)}
    built = build(sources, OF_SPEAKERS, builder=builder)
    assert built.warnings == []
    written = {path.split(".")[0].split("/")[0] for path in built.written()}
    assert not {"trip-speakers", "trip-topics"} & written
    assert ("trip-events" in written) == (builder in ("html", "dirhtml", "epub"))
    if builder == "text":
        assert "Speakers, all topics, Events" in built.out("see.txt").replace('"', "")
    if builder == "latex":  # no contents of the book lead there
        assert "trip/speakers/index" not in built.out("trips.tex")
    if builder == "html":
        page = built.page("see.html")
        assert page.main.links == {
            "Speakers": "trip/speakers/index.html",
            "all topics": "trip/topics/index.html",
            "Events": "trip-events.html",
        }
        labels = built.inventory()["std:label"]
        assert labels["trip-speakers"] == ("trip/speakers/index.html", "Speakers")
        assert labels["trip-events"] == ("trip-events.html", "Events")
        # Nothing read, nothing written: all is as it was.
        assert built.rebuild().inventory()["std:label"] == labels
        assert built.warnings == []


def test_pages_that_come_and_go_take_the_place_of_an_index(build: Build) -> None:
    sources = {**POSTS, "see.md": MYST.document("See", "See {ref}`trip-speakers`.\n")}
    built = build(sources, "html_theme = 'alabaster'\n")
    assert built.page("see.html").main.links == {"Speakers": "trip-speakers.html"}
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    built.rebuild({"conf.py": conf + OF_SPEAKERS})
    assert built.warnings == []
    assert not (built.outdir / "trip-speakers.html").exists()
    page = built.page("see.html")
    assert page.main.links == {"Speakers": "trip/speakers/index.html"}
    assert page.links["speakers"] == "trip/speakers/index.html"
    assert page.links["events"] == "trip-events.html"
    built.rebuild({"conf.py": conf})
    assert built.warnings == []
    assert built.page("see.html").main.links == {"Speakers": "trip-speakers.html"}
    assert built.page("trip-speakers.html").main.words


def test_they_are_documents(build: Build) -> None:
    built = build(POSTS, ALL + "html_copy_source = html_show_sourcelink = True\n")
    search = built.out("searchindex.js")
    assert "trip/speakers/zoe-nunez" in search
    assert built.app.env.titles["trip/events/beecon-2024"].astext() == "beecon-2024"
    # Nobody wrote their source: there is nothing to show or to edit.
    assert (built.outdir / "_sources" / "one.md.txt").exists()
    assert not (built.outdir / "_sources" / "trip").exists()


class TestToctrees:
    def test_lead_to_pages_in_the_first_build(self, build: Build) -> None:
        lines = ("People <trip/speakers/index>", "trip/events/beecon-2024", "/trip/archive")
        built = build({**POSTS, **index(*lines)}, ALL)
        assert built.warnings == []
        links = built.page("index.html").main.links
        assert links["People"] == "trip/speakers/index.html"
        assert links["beecon-2024"] == "trip/events/beecon-2024.html"
        assert links["Archive"] == "trip/archive.html"
        assert built.app.env.toctree_includes["trip/speakers/index"] == [
            "trip/speakers/zoe-nunez",
            "trip/speakers/李-雷",
        ]

    def test_take_globs(self, build: Build) -> None:
        tree = "Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n   trip/events/b*\n"
        built = build({**POSTS, "index.rst": tree}, ALL)
        assert built.warnings == []
        links = built.page("index.html").main.links
        assert {"beecon-2023", "beecon-2024"} <= links.keys()
        built.rebuild({"two.rst": None})
        assert "beecon-2023" not in built.page("index.html").main.links

    def test_warn_once_of_a_page_that_there_is_not(self, build: Build) -> None:
        built = build({**POSTS, **index("trip/events/becon-2024", "trip/archive")}, ALL)
        (warning,) = built.warnings
        assert warning.startswith("index.rst:4: WARNING: toctree contains reference to nonexisting")
        assert "trip/events/becon-2024" in warning
        assert "Archive" in built.page("index.html").main.links

    @pytest.mark.parametrize("glob", ["trip/*/index", "trip/**", "trip/[e]vents/*", "t*/archive*"])
    def test_take_globs_above_the_folders_of_pages(self, build: Build, glob: str) -> None:
        tree = f"Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n   {glob}\n"
        built = build({**POSTS, "index.rst": tree}, ALL)
        assert built.warnings == []
        assert any(
            link.startswith("trip/") for link in built.page("index.html").main.links.values()
        )

    def test_what_else_is_wrong_is_said_once(self, build: Build) -> None:
        tree = "Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n   nothing-*\n   trip/archive\n"
        wrong = "\n*Unclosed.\n\n.. talk:: A\n   :rating: 9\n\n.. toctree::\n\n   nowhere\n"
        built = build({**POSTS, "index.rst": tree + wrong}, ALL)
        assert len(built.warnings) == len(set(built.warnings)) == 4

    def test_a_page_comes_later(self, build: Build) -> None:
        built = build({**POSTS, **index("trip/speakers/ann-lee")}, ALL)
        assert len(built.warnings) == 1
        three = "---\nevent: e\ntalks:\n  - {title: A, speakers: Ann Lee}\n---\n# T\n\nW.\n"
        built.rebuild({"three.md": three})
        assert not [line for line in built.warnings if "nonexisting" in line]
        assert built.page("index.html").main.links["Ann Lee"] == "trip/speakers/ann-lee.html"

    def test_a_page_goes(self, build: Build) -> None:
        built = build({**POSTS, **index("trip/events/beecon-2023")}, ALL)
        assert built.warnings == []
        built.rebuild({"two.rst": "Two\n===\n\nNo talks.\n"})
        assert ["nonexisting" in line for line in built.warnings] == [True]
        assert "beecon-2023" not in built.page("index.html").main.links


def test_more_pages_than_a_toctree_holds(build: Build) -> None:
    talks = "".join(f"  - {{title: T{n}, speakers: Person {n}}}\n" for n in range(201))
    many = f"---\nevent: big-2020\ntalks:\n{talks}---\n# Big\n\nWords.\n"
    conf = "tripreport_pages = ['speakers']\n"
    built = build({"big.md": many, "index.md": "# Home\n\n```{toctree}\nbig\n```\n"}, conf)
    assert built.warnings == []
    assert len(made(built)) == 202
    assert "trip/speakers/index" not in built.app.env.toctree_includes
    assert len(built.page("trip/speakers/index.html").main.by_class("trip-title")) == 201


class TestEdits:
    def test_write_only_what_they_change(self, build: Build) -> None:
        people = "".join(f"  - {{title: T{n}, speakers: Person {n}}}\n" for n in range(30))
        many = f"---\nevent: big-2020\ntalks:\n{people}---\n# Big\n\nWords.\n"
        built = build({**POSTS, "big.md": many, **index("big")}, ALL)
        before = built.written()
        built.rebuild({"big.md": many.replace("title: T7,", "title: Swarms,")})
        after = built.written()
        changed = {name for name in after if before.get(name) != after[name]}
        assert {name for name in changed if name.startswith("trip/")} == {
            "trip/speakers/person-7.html",
            "trip/events/big-2020.html",
            # Sphinx writes what has a changed document in its toctree.
            "trip/speakers/index.html",
            "trip/events/index.html",
        }
        assert "one.html" not in changed

    def test_a_page_goes_with_its_last_talk_and_comes_back(self, build: Build) -> None:
        built = build(POSTS, ALL)
        text = str(POSTS["one.md"])
        built.rebuild({"one.md": text.replace("; 李 雷", "")})
        assert "trip/speakers/李-雷" not in made(built)
        assert "李" not in built.page("trip/speakers/index.html").main.words
        built.rebuild({"one.md": text})
        assert "trip/speakers/李-雷" in made(built)

    def test_nothing_to_do_writes_nothing(self, build: Build) -> None:
        built = build({**POSTS, **index("trip/events/index")}, ALL)
        before = built.written()
        after = built.rebuild().written()
        ours = {name for name in after if name.startswith("trip") or "talks.json" in name}
        assert {name for name in ours if before[name] != after[name]} == set()

    def test_pages_that_are_no_longer_asked_for(self, build: Build) -> None:
        conf = "from pathlib import Path\ntripreport_pages = Path('kinds').read_text().split()\n"
        built = build({**POSTS, "kinds": "events years"}, conf)
        built.rebuild({"kinds": "years"})
        assert made(built) == ["trip/years/2023", "trip/years/2024", "trip/years/index"]
        assert built.page("one.html").main.links["beecon-2024"].startswith("trip-events.html")
        built.rebuild({"kinds": ""})
        assert made(built) == []


def test_an_authors_own_document_stands_in_its_place(build: Build) -> None:
    own = "# Zoë and the bees\n\n```{trip:facts}\n```\n\n```{talklist}\n:speaker: this\n```\n"
    sources = {**POSTS, "trip/speakers/zoe-nunez.md": own}
    built = build(sources, ALL)
    assert built.warnings == []
    page = built.page("trip/speakers/zoe-nunez.html").main
    assert page.by_tag("h1")[0].words == "Zoë and the bees"
    assert [part.words for part in page.by_class("trip-title")] == ["Waggle", "Stings"]
    assert built.page("one.html").main.links["Zoë Núñez"] == "trip/speakers/zoe-nunez.html"
    built.rebuild({"trip/speakers/zoe-nunez.md": None})
    assert built.page("trip/speakers/zoe-nunez.html").main.by_tag("h1")[0].words == "Zoë Núñez"


def test_an_own_document_is_noticed_whenever_it_was_written(build: Build) -> None:
    built = build(POSTS, ALL)
    for name in ("zoe-nunez.rst", "index.md"):
        (built.source / "trip" / "speakers").mkdir(parents=True, exist_ok=True)
        path = built.source / "trip" / "speakers" / name
        path.write_text("Mine\n====\n" if name.endswith("rst") else "# Mine\n")
        os.utime(path, (1_000_000_000, 1_000_000_000))
    built.rebuild()
    for page in ("zoe-nunez", "index"):
        assert built.page(f"trip/speakers/{page}.html").main.by_tag("h1")[0].words == "Mine"
    built.rebuild({"one.md": f"{POSTS['one.md']!s}\nMore.\n"})
    assert not [line for line in built.warnings if "unknown document" in line]
    assert built.page("one.html").main.links["Zoë Núñez"] == "trip/speakers/zoe-nunez.html"


def test_where_they_are_made_is_not_published(build: Build) -> None:
    built = build(POSTS, ALL)
    assert str(built.folder) not in built.out("searchindex.js")


def test_output_below_the_sources(build: Build) -> None:
    built = build({**POSTS, **index()}, ALL)
    for _time in range(2):
        output = io.StringIO()
        app = SphinxTestApp(
            "html", srcdir=built.source, builddir=built.source / "_build", warning=output
        )
        app.build()
        app.cleanup()
        assert output.getvalue() == ""
        assert not [name for name in app.env.found_docs if name.startswith("_build")]


def test_links_to_pages_that_come_and_go(build: Build) -> None:
    sources = {**POSTS, **index("links"), "links.md": "# L\n\n{doc}`/trip/speakers/ann-lee`.\n"}
    built = build(sources, ALL)
    assert ["unknown document" in line for line in built.warnings] == [True]
    people = str(POSTS["two.rst"]).replace("Zoë Núñez", "Zoë Núñez; Ann Lee")
    built.rebuild({"two.rst": people})
    assert built.page("links.html").main.links == {"Ann Lee": "trip/speakers/ann-lee.html"}
    built.rebuild({"two.rst": POSTS["two.rst"]})
    assert ["unknown document" in line for line in built.warnings] == [True]
    assert built.page("links.html").main.links == {}


@pytest.mark.parametrize("value", ["True", "None", "5", "{'speakers': 1}"])
def test_a_value_of_another_type(build: Build, value: str) -> None:
    built = build({**POSTS, **index()}, f"tripreport_pages = {value}\n")
    assert made(built) == []
    assert all("tripreport_pages" in line for line in built.warnings)


class TestTemplates:
    CONF = ALL + "templates_path = ['_templates']\nexclude_patterns = ['_templates']\n"
    PATH = "_templates/tripreport/speaker.rst"

    def test_can_be_replaced(self, build: Build) -> None:
        own = "{{ name | heading }}\n\nGave {{ talks }} talks. {{ '*not* emphasis' | escape }}\n"
        built = build({**POSTS, **index(), self.PATH: own}, self.CONF)
        page = built.page("trip/speakers/zoe-nunez.html").main
        assert page.words.endswith("Gave 2 talks. *not* emphasis")
        built.rebuild({self.PATH: own.replace("Gave", "Spoke in")})
        assert "Spoke in 2 talks" in built.page("trip/speakers/zoe-nunez.html").main.words
        built.rebuild({self.PATH: None})
        assert "Waggle" in built.page("trip/speakers/zoe-nunez.html").main.words

    @pytest.mark.parametrize(
        ("template", "place", "reason"),
        [
            ("{{ name }}\n\n{% if %}\n", ":3", "Expected an expression"),
            ("\n{{ nmae | heading }}\n", ":2", "'nmae' is undefined"),
            ("\n\n{{ 1 / 0 }}\n", ":3", "division by zero"),
            (b"\xff{{ name | heading }}\n", ":1", "invalid start byte"),
        ],
    )
    def test_what_is_wrong_with_one_is_said_once(
        self, build: Build, template: str | bytes, place: str, reason: str
    ) -> None:
        built = build({**POSTS, **index(), self.PATH: template}, self.CONF)
        (warning,) = built.warnings
        assert warning.startswith(f"{self.PATH}{place}: WARNING: The template cannot be used")
        assert reason in warning
        assert "Waggle" in built.page("trip/speakers/zoe-nunez.html").main.words


def test_what_is_wrong_in_what_a_template_makes_is_said_once(build: Build) -> None:
    own = "{{ name | heading }}\n\n*Unclosed\n"
    built = build({**POSTS, **index(), TestTemplates.PATH: own}, TestTemplates.CONF)
    (warning,) = built.warnings
    assert warning.startswith(f"{TestTemplates.PATH}:3: WARNING: Inline emphasis")


def test_an_unknown_kind(build: Build) -> None:
    built = build(POSTS, "tripreport_pages = ['speaker', 'years']\n")
    (warning,) = built.warnings
    assert "“tripreport_pages” has “speaker”: expected one of events, speakers" in warning
    assert "Did you mean “speakers”?" in warning
    assert made(built) == ["trip/years/2023", "trip/years/2024", "trip/years/index"]


@pytest.mark.parametrize(
    ("directive", "said"),
    [
        (".. trip:facts::", "“facts” has no subject here"),
        (".. trip:overview:: topcs", "expected one of events, speakers"),
        (".. trip:overview:: topcs", "Did you mean “topics”?"),
    ],
)
def test_directives_of_templates_elsewhere(build: Build, directive: str, said: str) -> None:
    built = build({"a.rst": f"A\n=\n\n{directive}\n"}, ALL)
    (warning,) = built.warnings
    assert warning.startswith("a.rst:4: WARNING")
    assert said in warning


def test_in_a_language(build: Build) -> None:
    built = build(POSTS, ALL + "language = 'es'\n")
    assert built.page("trip/speakers/index.html").main.by_tag("h1")[0].words == "Ponentes"


def test_translators_are_not_asked_for_them(build: Build) -> None:
    own = "{{ name | heading }}\n\nA sentence of the project.\n"
    sources = {**POSTS, **index(), "_templates/tripreport/topic.rst": own}
    built = build(sources, TestTemplates.CONF, builder="gettext")
    asked = built.out("trip.pot").replace("#, fuzzy", "")
    assert [line for line in asked.splitlines() if line.startswith("msgid")] == [
        'msgid ""',
        'msgid "A sentence of the project."',
    ]


@pytest.mark.parametrize("compact", [True, False, "all"])
def test_pages_without_words_have_no_catalogue(build: Build, compact: bool | str) -> None:
    conf = f"{TestTemplates.CONF}gettext_compact = {compact!r}\n"
    built = build({**POSTS, **index()}, conf, builder="gettext")
    files = {path.relative_to(built.outdir).as_posix() for path in built.outdir.rglob("*.pot")}
    assert files == ({"all.pot"} if compact == "all" else {"one.pot", "two.pot", "index.pot"})
    built.rebuild({"_templates/tripreport/speaker.rst": "{{ name | heading }}\n\nHello.\n"})
    words = {"all": "all.pot", True: "trip.pot", False: "trip/speakers/zoe-nunez.pot"}[compact]
    assert 'msgid "Hello."' in built.out(words)
    assert not (built.outdir / "trip" / "years").exists()


def test_in_a_project_without_restructuredtext(build: Build) -> None:
    sources = {"one.md": POSTS["one.md"], "index.md": "# Home\n\n```{toctree}\none\n```\n"}
    built = build(sources, ALL + "source_suffix = {'.md': 'markdown'}\n")
    assert built.warnings == []
    assert "Waggle" in built.page("trip/speakers/zoe-nunez.html").main.words


def test_with_folders_for_pages(build: Build) -> None:
    built = build({**POSTS, **index("trip/speakers/index")}, ALL, builder="dirhtml")
    assert built.warnings == []
    page = built.page("trip/speakers/zoe-nunez/index.html").main
    assert page.links["Waggle"] == "../../../one/#talk-waggle"


class TestBooks:
    CONF = ALL + "latex_documents = [('index', 'book.tex', 'Book', 'Ann', 'manual')]\n"

    def test_have_the_pages_that_a_toctree_leads_to(self, build: Build) -> None:
        built = build({**POSTS, **index("trip/speakers/index")}, self.CONF, builder="latex")
        book = built.out("book.tex")
        assert r"\detokenize{trip/speakers/zoe-nunez::doc}" in book
        assert r"\hyperref[\detokenize{trip/speakers/zoe-nunez::doc}]" in book

    def test_lead_elsewhere_without(self, build: Build) -> None:
        book = build({**POSTS, **index()}, self.CONF, builder="latex").out("book.tex")
        assert "trip/speakers" not in book
        assert r"\hyperref[\detokenize{two:talk-stings}]{\sphinxcrossref{Zoë Núñez}}" in book


def test_two_names_of_one_file(build: Build) -> None:
    talks = "  - {title: A, topics: [index, con, ☃, ☃☃]}\n"
    built = build({"a.md": f"---\nevent: e\ntalks:\n{talks}---\n# A\n\nW.\n"}, ALL)
    assert built.warnings == []
    topics = built.page("trip/topics/index.html").main.links
    assert topics["index"] == "index-2.html"
    assert topics["con"] == "con-2.html"
    assert len(set(topics.values())) == 4


_SHOWN = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1)


@given(_SHOWN.filter(lambda text: text.split()))
def test_any_text_is_a_heading(text: str) -> None:
    document = docutils.core.publish_doctree(
        heading(text) + "\n\nWords.\n", settings_overrides={"report_level": 5}
    )
    assert isinstance(document[0], nodes.title)
    shown = document[0].astext()
    assert shown.split() == text.split()


def test_a_projects_own_folder_of_the_same_name_stays(build: Build, markup: Markup) -> None:
    """The doctrees of its documents are where the sources of pages are, too."""
    own = {markup.file("trip-pages/own"): markup.document("Own", "Mine.\n")}
    sources = {markup.file("a"): markup.document("First", markup.talk("Bees", {"topics": "Honey"}))}
    built = build(sources | own, 'tripreport_pages = ["topics"]\n')
    assert (built.outdir / "trip" / "topics" / "honey.html").is_file()
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    without = conf.replace('["topics"]', "[]")
    for _again in range(2):
        built.rebuild({"conf.py": without})
        assert "Mine." in built.out("trip-pages/own.html")
        assert built.doctree("trip-pages/own").astext()
    assert not list(Path(built.app.doctreedir).rglob("*.trip"))
