"""What engines write at the end of a heading is not shown; an id is the heading's anchor."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, Markup
from tests.tools.posts import Post, build_posts, talks_of

HEADINGS = {
    "Bees - Ann Lee {#bees}": "bees",
    "Ants - Bob Ray {.wide #sec-a}": "sec-a",
    "Wasps - Cy Dow { #wasps }": "wasps",
}


def test_attributes_of_headings(build: Build, markup: Markup) -> None:
    headings = [*HEADINGS, "Bye {.unnumbered #end}", "Sets {1, 2}"]
    body = "".join(f"## {heading}\n\nText.\n\n" for heading in headings)
    built = build_posts(build, markup, {"a": Post('"## {title} - {speakers}"', body, [])})
    assert built.warnings == []
    assert talks_of(built, "a") == [
        ("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"]), ("Wasps", ["Cy Dow"]),
    ]  # fmt: skip
    page = built.page("a.html").main
    for anchor in HEADINGS.values():
        assert page.by_id(anchor)
    assert page.by_id("end").words == "Bye Text."
    assert "{" not in page.words.replace("Sets {1, 2}", "")


# MyST-Parser's own use of what Sphinx is going to drop.
@pytest.mark.filterwarnings("ignore:.*is deprecated")
def test_links_lead_to_the_ids(build: Build) -> None:
    head = "---\ntitle: Trip\nevent: con\n---\n\n"
    built = build(
        {
            "a.md": f"{head}[here](#bees) and [there](b.md#ants)\n\n## Bees {{#bees}}\n\nText.\n",
            "b.md": f"{head}## Ants {{#ants}}\n\nText.\n",
        }
    )
    assert built.warnings == []
    links = built.page("a.html").main.links
    assert (links["here"], links["there"]) == ("#bees", "b.html#ants")


def test_documents_that_are_no_posts_stay(build: Build) -> None:
    built = build({"a.md": "# Page\n\n## Sets {#a}\n\nText.\n"})
    assert "Sets {#a}" in built.page("a.html").main.words


def test_two_headings_of_one_id(build: Build) -> None:
    body = "## Bees {#x}\n\nText.\n\n## Ants {#x}\n\nText.\n"
    built = build_posts(build, MYST, {"a": Post('"## {title}"', body, [])})
    assert built.warnings == []
    page = built.page("a.html").main
    assert "x" in {anchor for part in page.by_id("talk-bees").walk() for anchor in part.ids}


def test_talks_are_called_without_them(build: Build) -> None:
    """Those that a directive makes of a section, too: in lists, and by key."""
    talk = "```{talk}\n:speakers: Ann\n```\n"
    text = f"---\nevent: con\n---\n# Trip\n\n## Bees {{#b .wide}}\n\n{talk}\n```{{talklist}}\n```\n"
    built = build({"a.md": text})
    assert built.warnings == []
    (noted,) = built.catalogue.talks
    assert (noted.title, noted.key) == ("Bees", "bees")
    page = built.page("a.html").main
    assert "{" not in page.words
    assert page.by_id("b")
