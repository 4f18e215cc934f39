"""How to cite a talk, on its page."""

from __future__ import annotations

import json

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, Markup

CONF = 'tripreport_pages = ["talks"]\nhtml_baseurl = "https://s.example"\nsmartquotes = False\n'


def project(markup: Markup) -> dict[str, str]:
    event = markup.directive("event", "meet", {"start": "2024-05-07", "place": "Basel"})
    talk = {"speakers": "Ann Lee", "start": "2024-05-07 10:00", "kind": "keynote"}
    return {
        "index.rst": "Home\n====\n\n.. toctree::\n\n   event\n   a\n   trip/talks/index\n",
        markup.file("event"): markup.document("Event", event),
        markup.file("a"): markup.document(
            "A", markup.talk("Bees & wax", talk), metadata={"event": "meet"}
        ),
    }


def test_browsers_open_it(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert built.warnings == []
    page = built.page("trip/talks/meet/bees-and-wax.html")
    (part,) = page.by_class("trip-cite")
    assert part.tag == "details"
    assert part.by_class("trip-citation")[0].words == (
        "Lee, A. (2024, May 7). Bees & wax [Keynote]. meet, Basel. "
        "https://s.example/trip/talks/meet/bees-and-wax.html"
    )
    assert r"@misc{meet:bees-and-wax, author = {{Lee}, Ann}, title = {{Bees \& wax}}," in part.words
    built.rebuild({markup.file("event"): project(markup)[markup.file("event")].replace(
        "Basel", "Bern")})  # fmt: skip
    assert "meet, Bern." in built.out("trip/talks/meet/bees-and-wax.html")
    built.rebuild({markup.file("a"): project(markup)[markup.file("a")].replace(
        "Ann Lee", "Eve Day")})  # fmt: skip
    assert "{Day}, Eve" in built.out("trip/talks/meet/bees-and-wax.html")


def test_what_is_copied_can_be_read(build: Build) -> None:
    built = build(project(MYST), CONF)
    page = built.page("trip/talks/meet/bees-and-wax.html")
    blocks = [block.words for block in page.by_tag("pre")]
    (item,) = json.loads(blocks[1])
    assert item["title"] == "Bees & wax"
    assert item["author"] == [{"family": "Lee", "given": "Ann"}]
    assert blocks[0].startswith("@misc{")


@pytest.mark.parametrize(("builder", "path"), [("latex", "trips.tex"), ("text", None)])
def test_books_have_the_line_to_read(build: Build, builder: str, path: str | None) -> None:
    built = build(project(MYST), CONF, builder=builder)
    text = built.out(path or "trip/talks/meet/bees-and-wax.txt")
    assert "Cite this talk" in text
    assert "Lee, A. (2024, May 7)." in " ".join(text.split())
    assert "@misc" not in text


def test_only_on_pages_of_talks(build: Build) -> None:
    built = build({"a.md": "# A\n\n```{trip:cite}\n```\n"}, CONF)
    assert "trip-cite" not in built.out("a.html")
