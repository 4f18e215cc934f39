"""Sections of talks are sections as all others: labels, numbers, contents, notes, nesting."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import RST, Markup


def label(markup: Markup, name: str) -> str:
    """A label for what follows."""
    return f".. _{name}:\n\n" if markup is RST else f"({name})=\n"


def footnote(markup: Markup) -> str:
    """A sentence with a footnote."""
    if markup is RST:
        return "Heard [#f]_ it.\n\n.. [#f] A footnote.\n"
    return "Heard[^f] it.\n\n[^f]: A footnote.\n"


def test_sections_of_talks(build: Build, markup: Markup) -> None:
    talk = markup.talk("Tee", {"speakers": "Ann"})
    heading = markup.heading("Head", 2) + "\n" + markup.directive("talk", "", {"speakers": "Bob"})
    see = f"See {markup.role('ref', 'titled')} and {markup.role('ref', 'headed')}.\n"
    inner = markup.talk("Inner", None, "Deep.")
    documents = {
        "labels": (label(markup, "titled") + talk, label(markup, "headed") + heading, see),
        "only": (
            markup.directive("only", "html", None, talk),
            markup.directive("only", "latex", None, markup.talk("Paper")),
            "After.\n",
        ),
        "nested": (markup.talk("Outer", None, f"Before.\n\n{inner}\nAfter.\n"),),
        "headings": (
            markup.talk("Tee", None, f"Before.\n\n{markup.heading('Part', 3)}\nBelow.\n"),
            markup.talk("Next"),
        ),
        "footnotes": (markup.talk("Tee", None, footnote(markup)),),
        "contents": (markup.directive("contents", "", {"local": ""}), talk, heading),
    }
    toctree = "".join(f"   {name}\n" for name in documents)
    built = build(
        {
            "index.rst": f"Home\n====\n\n.. toctree::\n   :numbered:\n\n{toctree}",
            **{markup.file(name): markup.document("Doc", *documents[name]) for name in documents},
        }
    )
    assert built.warnings == []
    pages = {name: built.page(f"{name}.html").main for name in documents}
    labels = pages["labels"]
    assert set(labels.by_id("talk-tee").ids) | set(labels.ids) >= {"titled", "headed"}
    assert "See Tee and Head." in labels.words
    assert "1.1. Tee Ann Text." in labels.words
    assert "1.2. Head Bob" in labels.words
    assert pages["only"].words == "2. Doc 2.1. Tee Ann Text. After."
    outer = pages["nested"].by_id("talk-outer")
    assert outer.by_id("talk-inner").words.endswith("Inner Deep.")
    talk_with_part = pages["headings"].by_id("talk-tee")
    assert talk_with_part.by_id("part").words.endswith("Part Below.")
    assert "talk-next" not in talk_with_part.ids
    assert pages["footnotes"].words.endswith("A footnote.")
    contents = pages["contents"].by_class("contents")[0]
    assert contents.links == {"Tee": "#talk-tee", "Head": "#talk-head"}


def test_a_whole_document_can_be_a_talk(build: Build, markup: Markup) -> None:
    talk = markup.directive("talk", "", {"speakers": "Ann"}, "Words.")
    fields = {"event": "con"}
    built = build({markup.file("a"): markup.document("Bees", talk, metadata=fields)})
    assert built.warnings == []
    assert built.page("a.html").main.words == "Bees con Ann Words."
    assert built.inventory()["trip:talk"]["con/bees"] == ("a.html#talk-bees", "Bees")


def test_two_talks_of_one_title_in_a_report(build: Build, markup: Markup) -> None:
    """A report tells of a talk once: other speakers, another talk."""
    talks = (
        markup.talk("Demo hour", {"speakers": "Ann"}),
        markup.talk("Demo hour", {"speakers": "Bob"}),
    )
    built = build({markup.file("a"): markup.document("Trip", *talks, metadata={"event": "con"})})
    (warning,) = built.warnings
    assert warning.endswith("[tripreport.key]")
    page = built.page("a.html")
    shown = [section.by_class("trip-speakers")[0].words for section in page.by_class("trip-talk")]
    assert shown == ["Ann", "Bob"]
    assert len(built.inventory()["trip:talk"]) == 2


@pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")
def test_warnings_in_an_included_file_name_that_file(build: Build, markup: Markup) -> None:
    talk = markup.talk("Tee", {"room": "R1", "rating": "9"})
    include = markup.directive("include", "part.txt")
    built = build({markup.file("a"): markup.document("Trip", include), "part.txt": talk})
    (warning,) = built.warnings
    assert "rating" in warning
    assert warning.startswith("part.txt:3: ")
    assert built.page("a.html").by_id("talk-tee").words == "Tee R1 Text."
