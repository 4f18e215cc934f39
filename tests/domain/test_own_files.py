"""What a project itself has in the place of a file of ours: it stays, with one warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import Markup

# Sphinx's own, where it makes JSON
pytestmark = pytest.mark.filterwarnings("ignore:.*JSONHTMLBuilder.app")


def project(markup: Markup, topics: str = "honey") -> dict[str, str]:
    """A talk that all indices have, and references to two of them."""
    options = {"speakers": "Ann", "topics": topics} if topics else {"speakers": "Ann"}
    return {
        markup.file("a"): markup.document("First", markup.talk("Bees", options)),
        markup.file("b"): markup.document("Second", markup.role("trip:topic", "honey") + "\n"),
    }


def own(markup: Markup) -> dict[str, str]:
    """A document that is called as an index."""
    return {markup.file("trip-topics"): markup.document("My own topics", "Mine.\n")}


def warnings(built: Built, words: str) -> list[str]:
    return [line for line in built.warnings if words in line]


@pytest.mark.parametrize("builder", ["html", "dirhtml", "json", "epub"])
def test_a_document_is_in_the_place_of_an_index(build: Build, markup: Markup, builder: str) -> None:
    """Whatever was edited last, and not in that of the others."""
    page = {"dirhtml": "trip-topics/index.html", "json": "trip-topics.fjson"}.get(
        builder, "trip-topics.xhtml" if builder == "epub" else "trip-topics.html"
    )
    sources = project(markup) | own(markup)
    conf = 'epub_copyright = version = "1"\n'
    built = build(sources, conf, builder=builder)
    name = markup.file("trip-topics")
    for edited in (markup.file("a"), name, markup.file("b")):
        assert "Mine." in built.out(page)
        (warning,) = warnings(built, "in the place of the index “Topics”")
        assert warning.startswith(name)
        assert "[tripreport.name]" in warning
        built.rebuild({edited: sources[edited] + "\nMore words.\n"})
    assert "Mine." in built.out(page)
    built.rebuild()
    assert "Mine." in built.out(page)


def test_an_index_comes_back_when_the_document_goes(build: Build, markup: Markup) -> None:
    built = build(project(markup))
    index = built.page("trip-topics.html").main.words
    assert "honey" in index
    name = markup.file("trip-topics")
    built.rebuild(own(markup))
    assert "Mine." in built.out("trip-topics.html")
    assert "trip-topics.html#topic-honey" not in built.out("b.html")
    built.rebuild({name: None})
    assert built.page("trip-topics.html").main.words == index
    assert "trip-topics.html#topic-honey" in built.out("b.html")
    assert not warnings(built, "in the place of")


def test_a_document_called_as_an_empty_index_stays(build: Build, markup: Markup) -> None:
    built = build(project(markup, topics="") | own(markup))
    built.rebuild({markup.file("a"): project(markup, topics="")[markup.file("a")] + "\nMore.\n"})
    assert "Mine." in built.out("trip-topics.html")
    assert not warnings(built, "in the place of")


@pytest.mark.parametrize("name", ["talks.json", "trip-talks.html"])
@pytest.mark.parametrize("in_folder", [True, False])
def test_an_extra_file_is_in_the_place_of_ours(
    build: Build, markup: Markup, name: str, *, in_folder: bool
) -> None:
    path = f"extra/{name}"
    conf = f'html_extra_path = ["{"extra" if in_folder else path}"]\n'
    sources = project(markup)
    built = build({**sources, path: "Mine."}, conf)
    for edited in (markup.file("a"), markup.file("b")):
        assert built.out(name) == "Mine."
        (warning,) = warnings(built, "in the place of")
        assert warning.startswith(f"{Path(path)}:1: ")
        built.rebuild({edited: sources[edited] + "\nMore words.\n"})
    assert built.out(name) == "Mine."
    built.rebuild({path: None, "extra/other.txt": "Other."} if in_folder else {path: "Yours."})
    assert ("Bees" in built.out(name)) == in_folder


def test_a_document_that_makes_a_folder_of_our_name_ends_no_build(
    build: Build, markup: Markup
) -> None:
    mine = {markup.file("talks.json"): markup.document("Mine", "Mine.\n")}
    built = build(project(markup) | mine, builder="dirhtml")
    assert "Mine." in built.out("talks.json/index.html")
    assert len(warnings(built, "in the place of the data of all talks")) == 1


@pytest.mark.parametrize(("builder", "ending"), [("json", "fjson"), ("epub", "xhtml")])
def test_the_page_of_an_index_that_became_empty_goes(
    build: Build, markup: Markup, builder: str, ending: str
) -> None:
    """Where Sphinx writes it, too; a book would pack it, with what it said."""
    built = build(project(markup), 'epub_copyright = version = "1"\n', builder=builder)
    index = built.outdir / f"trip-topics.{ending}"
    assert index.is_file()
    built.rebuild(project(markup, topics=""))
    assert not index.exists()
    if builder == "epub":
        (book,) = built.outdir.glob("*.epub")
        assert b"trip-topics" not in book.read_bytes()
