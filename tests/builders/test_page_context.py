"""What themes and search engines get of a page: a description, and the pages beside it."""

from __future__ import annotations

import re

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup

PAGES = 'tripreport_pages = ["speakers", "topics", "events", "archive"]\n'


def project(markup: Markup) -> dict[str, str | bytes | None]:
    """Three reports on two events; a document that is none."""
    documents = {
        "a": ("con-2020", "2020-01-01", markup.talk("Bees", {"speakers": "Ann", "topics": "wax"})),
        "b": ("con-2020", "2020-03-01", markup.talk("Ants", {"speakers": "Ann"})),
        "c": ("day-2021", "2021-02-01", markup.talk("Wasps", {"speakers": "Ann"})),
    }
    return {
        **{
            markup.file(name): markup.document(
                name.upper(),
                f"All <{name} & more.\n",
                talk,
                metadata={"event": event, "date": date},
            )
            for name, (event, date, talk) in documents.items()
        },
        markup.file("z"): markup.document("Z", "Text.\n"),
    }


def description(built: Built, path: str) -> str:
    """What the head of a page says it is about."""
    tags: list[str] = re.findall(r'<meta [^>]*name="description"[^>]*>', built.out(path))
    found = [text for tag in tags for text in re.findall('content="([^"]*)"', tag)]
    return found[0] if len(found) == 1 else str(found)


def test_pages_have_descriptions(build: Build, markup: Markup) -> None:
    built = build(project(markup), PAGES)
    assert built.warnings == []
    assert description(built, "a.html") == "All &lt;a &amp; more."
    assert description(built, "z.html") == "[]"
    said = description(built, "trip/speakers/ann.html")
    assert said == "3 talks by Ann at 2 conferences, 2020 to 2021"
    assert description(built, "trip/topics/wax.html") == "1 talk on wax at 1 conference, 2020"
    assert description(built, "trip/events/con-2020.html").startswith("con-2020: 2 talks, 2 rep")
    assert description(built, "trip/archive.html") == "Archive: 3 talks, 3 reports"
    built.rebuild({markup.file("c"): None})
    assert description(built, "trip/speakers/ann.html") == "2 talks by Ann at 1 conference, 2020"


def test_an_authors_own_description_stays(build: Build) -> None:
    head = "---\nevent: con\nmyst:\n  html_meta:\n    description: My own\n---\n"
    built = build({"a.md": f"{head}\n# A\n\nText.\n"})
    assert description(built, "a.html") == "My own"
    assert built.talks_json()["reports"][0]["excerpt"] == "My own"


def test_previews_of_links_have_it_too(build: Build) -> None:
    pytest.importorskip("sphinxext.opengraph")
    conf = (
        'extensions.append("sphinxext.opengraph")\nogp_site_url = "https://x.example/"\n'
        'ogp_social_cards = {"enable": False}\n'
    )
    built = build(project(MYST), conf + PAGES)
    assert re.findall(r'og:description" content="([^"]*)"', built.out("a.html")) == [
        "All &lt;a &amp; more."
    ]
    assert description(built, "a.html") == "All &lt;a &amp; more."
    (said,) = re.findall(r'og:description" content="([^"]*)"', built.out("trip/speakers/ann.html"))
    assert said.startswith("3 talks by Ann")


def beside(built: Built, path: str) -> dict[str, str]:
    """Where the head of a page leads."""
    link = r'<link rel="(next|prev)" title="[^"]*" href="([^"]*)"'
    return dict(re.findall(link, built.out(path)))


def test_neighbours_of_reports(build: Build, markup: Markup) -> None:
    sources = project(markup)
    built = build(sources, "tripreport_neighbours = True\n")
    assert built.warnings == []
    assert beside(built, "a.html") == {"next": "b.html"}
    assert beside(built, "b.html") == {"prev": "a.html", "next": "c.html"}
    assert beside(built, "c.html") == {"prev": "b.html"}
    text = str(sources[markup.file("b")]).replace("2020-03-01", "2019-03-01")
    built.rebuild({markup.file("b"): text})
    assert beside(built, "b.html") == {"next": "a.html"}
    assert beside(built, "a.html") == {"prev": "b.html", "next": "c.html"}
    assert beside(built, "c.html") == {"prev": "a.html"}


def test_neighbours_of_a_series_come_first(build: Build) -> None:
    sources = project(MYST)
    for name in "ac":
        text = str(sources[f"{name}.md"])
        sources[f"{name}.md"] = text.replace("---\n", "---\nseries: Long\n", 1)
    built = build(sources, "tripreport_neighbours = True\n")
    assert beside(built, "a.html") == {"next": "c.html"}
    assert beside(built, "c.html") == {"prev": "a.html"}
