"""What reports and notes show elsewhere: an excerpt, a picture, how long they take to read."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.model.records import Note, Report
from tests.tools.building import Build, Built
from tests.tools.markup import Markup

# The smallest picture that every reader takes: one white pixel.
PIXEL = bytes.fromhex(
    "47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b"
)
FILES = {"img/a.gif": PIXEL, "img/b.gif": PIXEL, "posts/c.gif": PIXEL}
EVENT = {"event": "con"}


def report_of(built: Built, docname: str = "posts/a") -> Report:
    """A report as it is known."""
    return built.catalogue.reports[docname]


def notes_of(built: Built) -> dict[str, Note]:
    """All notes by title."""
    return {note.title: note for talk in built.catalogue.talks for note in talk.notes}


def test_the_first_paragraph_is_the_excerpt(build: Build, markup: Markup) -> None:
    text = markup.document(
        "Trip",
        markup.directive("note", "", {}, "Not this."),
        "The *first* day & < more.\n",
        "The second.\n",
        metadata=EVENT,
    )
    built = build({markup.file("posts/a"): text})
    assert report_of(built).excerpt == "The first day & < more."
    assert report_of(built).reading_time == 1


@pytest.mark.parametrize("shown", ["<https://example.org/v>", "{{< youtube a1b2c3 >}}"])
def test_an_address_is_no_excerpt(build: Build, shown: str) -> None:
    text = f"---\nevent: con\n---\n\n# Trip\n\n{shown}\n\nWhat I saw.\n"
    assert report_of(build({"posts/a.md": text})).excerpt == "What I saw."


def test_metadata_wins(build: Build, markup: Markup) -> None:
    text = markup.document("Trip", "Text.\n", metadata={**EVENT, "summary": "In *short*."})
    assert report_of(build({markup.file("posts/a"): text})).excerpt == "In short."


@pytest.mark.parametrize(
    ("file", "mark"),
    [
        ("posts/a.md", "<!-- more -->"),
        ("posts/a.md", "<!--more-->"),
        ("posts/a.md", "{% excerpt %}"),
        ("posts/a.rst", ".. more::"),
        ("posts/a.rst", ".. TEASER_END"),
    ],
)
def test_what_is_before_a_mark(build: Build, file: str, mark: str) -> None:
    head = "---\nevent: con\n---\n\n# Trip" if file.endswith("md") else ":event: con\n\nTrip\n===="
    text = f"{head}\n\nOne\nline.\n\nTwo.\n\n{mark}\n\nThree.\n"
    assert report_of(build({file: text})).excerpt == "One line. Two."


def test_footnotes_pictures_and_code_are_no_words(build: Build) -> None:
    markdown = (
        "---\nevent: con\n---\n\n# T\n\nA ![alt](../img/a.gif) `b`[^1] <b>c</b>.\n\n[^1]: N.\n"
    )
    rst = ":event: con\n\nT\n=\n\n|p| A ``b`` [1]_ c.\n\n.. [1] N.\n\n.. |p| image:: /img/a.gif\n"
    built = build({"posts/a.md": markdown, "posts/b.rst": rst, **FILES})
    assert report_of(built).excerpt == "A b c."
    assert report_of(built, "posts/b").excerpt == "A b c."


def test_other_words_are_taken_if_there_is_no_text(build: Build, markup: Markup) -> None:
    text = markup.document("Trip", "* An item\n", metadata=EVENT)
    assert report_of(build({markup.file("posts/a"): text})).excerpt == "An item"


def test_long_texts_are_cut(build: Build, markup: Markup) -> None:
    text = markup.document("Trip", "< word " * 1000 + "\n", metadata=EVENT)
    excerpt = report_of(build({markup.file("posts/a"): text})).excerpt
    assert len(excerpt) <= 280
    assert excerpt.endswith("word…")


def test_numbers_are_of_paragraphs_and_pictures(build: Build) -> None:
    text = (
        ".. post:: 2020-07-23\n   :excerpt: 2\n   :image: 2\n\nTrip\n====\n\nOne.\n\n"
        ".. image:: /img/a.gif\n\nTwo.\n\nThree.\n\n.. image:: /img/b.gif\n"
    )
    built = build({"posts/a.rst": text, **FILES}, 'tripreport_posts = ["posts/*"]')
    assert report_of(built).excerpt == "One. Two."
    assert report_of(built).image is not None
    assert report_of(built).image.url == "/img/b.gif"  # type: ignore[union-attr]


PICTURES = {
    "/img/a.gif": "/img/a.gif",
    "../img/a.gif": "/img/a.gif",
    "c.gif": "/posts/c.gif",
    "https://x.example/a.png": "https://x.example/a.png",
}
"""As metadata names them, and what they are."""


def test_metadata_names_a_picture(build: Build, markup: Markup) -> None:
    sources = {
        markup.file(f"posts/{number}"): markup.document(
            "Trip",
            markup.directive("image", "/img/b.gif"),
            metadata={**EVENT, "image": written, "image-alt": "A hall"},
        )
        for number, written in enumerate(PICTURES)
    }
    built = build({**sources, **FILES})
    assert built.warnings == []
    for number, url in enumerate(PICTURES.values()):
        image = report_of(built, f"posts/{number}").image
        assert image is not None
        assert (image.url, image.alt, image.is_chosen) == (url, "A hall", True)


def test_files_are_named_as_in_pelican(build: Build) -> None:
    text = "Title: Trip\nEvent: con\nImage: {static}/img/a.gif\n\nText.\n"
    image = report_of(build({"posts/a.md": text, **FILES})).image
    assert image is not None
    assert image.url == "/img/a.gif"


def test_a_missing_picture_is_said_once(build: Build, markup: Markup) -> None:
    text = markup.document("Trip", "Text.\n", metadata={**EVENT, "cover": "no.png"})
    built = build({markup.file("posts/a"): text})
    (warning,) = built.warnings
    assert "The metadata field “cover” is “no.png”, which is missing" in warning
    assert "tripreport_site_roots" not in warning
    assert report_of(built).image is None
    built = built.rebuild({"posts/no.png": PIXEL})
    assert built.warnings == []
    assert report_of(built).image is not None


def test_a_picture_of_the_old_site_leads_to_the_setting(build: Build) -> None:
    text = "---\nevent: con\ncover: /img/no.png\n---\n\n# Trip\n\nText.\n"
    (warning,) = build({"posts/a.md": text}).warnings
    assert "“/img/no.png”, which is missing" in warning
    assert "name that in “tripreport_site_roots”." in warning


def test_notes_have_words_and_pictures_of_their_own(build: Build, markup: Markup) -> None:
    inside = ".. image:: /img/a.gif" if markup.suffix == ".rst" else "![](/img/a.gif)"
    talks = [
        markup.talk("Bees", {}, f"{inside}\n\nAbout bees.\n\n* No."),
        markup.talk("Ants", {"image": "/img/b.gif"}),
        markup.talk("Flies", {"image": "no.gif"}, "* A list"),
    ]
    built = build(
        {markup.file("posts/a"): markup.document("Trip", *talks, metadata=EVENT), **FILES}
    )
    (warning,) = built.warnings
    assert "“image” is “no.gif”, which is missing" in warning
    notes = notes_of(built)
    assert [note.excerpt for note in notes.values()] == ["Text.", "About bees.", "A list"]
    bees = notes["Bees"].image
    assert bees is not None
    assert (bees.url, bees.is_chosen) == ("/img/a.gif", False)
    assert notes["Ants"].image is not None
    assert (notes["Ants"].image.url, notes["Ants"].image.is_chosen) == ("/img/b.gif", True)
    assert notes["Flies"].image is None


def test_pictures_in_other_places_are_not_shown(build: Build) -> None:
    head = "---\nevent: con\nimage: ../../../etc/passwd.png\n---"
    text = f"{head}\n\n# T\n\n![](data:image/gif;base64,R0)\n"
    built = build({"posts/a.md": text})
    assert report_of(built).image is None


def test_a_role_without_a_text_says_the_title(build: Build, markup: Markup) -> None:
    roles = " ".join(
        (
            markup.role("talk", "waggle"),
            markup.role("talk", "his words <waggle>"),
            markup.role("speaker", "bo"),
            markup.role("event", "con"),
            markup.role("topic", "Bees"),
            markup.role("takeaway", "warm"),
        )
    )
    one = markup.document("One", f"Of {roles}.\n", metadata=EVENT)
    talk = markup.directive(
        "talk", "The waggle dance", {"speakers": "Bo", "topics": "bees", "key": "waggle"}
    )
    learned = markup.directive("takeaway", "Wax is *warm*", {"key": "warm"})
    con = markup.directive("event", "The Con", {"key": "con"})
    people = markup.directive("speaker", "Bo Ray", {"aliases": "Bo"})
    listed = markup.directive("reportlist", "", {"layout": "cards"})
    sources = {
        markup.file("one"): one,
        markup.file("two"): markup.document("Two", talk, metadata=EVENT),
        markup.file("three"): markup.document("Three", con, people, listed),
        markup.file("four"): markup.document("Four", learned, metadata=EVENT),
    }
    built = build(sources)
    said = "Of The waggle dance his words Bo Ray The Con bees Wax is warm."
    assert not built.warnings
    assert f'content="{said}"' in built.out("one.html")
    assert said in built.page("three.html").words
    assert said in [report["excerpt"] for report in built.talks_json()["reports"]]
    renamed = sources[markup.file("two")].replace("The waggle dance", "Dancing")
    built.rebuild({markup.file("two"): renamed})
    for page in ("one.html", "three.html"):
        assert said.replace("The waggle dance", "Dancing") in built.out(page)
    built.rebuild({markup.file("two"): markup.document("Two", metadata=EVENT)})
    assert "Of waggle his words Bo Ray The Con Bees Wax is warm." in built.out("three.html")
