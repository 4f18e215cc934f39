"""Files that documents include: warnings name them, and the lines in them."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, RST, Markup

# MyST-Parser's own.
pytestmark = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")
FILLER = "\n".join(f"Line {number}.\n" for number in range(20))


def including(markup: Markup, part: str) -> dict[str, str]:
    """A long document that includes a file in a folder."""
    page = markup.document("Page", FILLER, markup.directive("include", "parts/part.txt"))
    return {markup.file("page"): page, "parts/part.txt": part}


def places(warnings: list[str]) -> list[tuple[str, int, str]]:
    """Of each warning the file, the line and the text."""
    split = (warning.split(":", 2) for warning in warnings)
    return [(file, int(line), text) for file, line, text in split]


def test_lists(build: Build, markup: Markup) -> None:
    part = "Words.\n\n" + markup.directive("talklist", "", {"topic": "wrongg", "sort": "foo"})
    found = places(build(including(markup, part)).warnings)
    assert {file for file, _, _ in found} == {"parts/part.txt"}
    assert "“sort” is “foo”" in found[0][2]
    assert "No topic is “wrongg”" in found[1][2]
    assert abs(found[1][1] - 3) <= (markup is not RST)


def test_talks(build: Build, markup: Markup) -> None:
    part = "Words.\n\n" + markup.talk("Bees", {"event": "con", "speakers": "Ann Lee"})
    other = markup.talk("Bees", {"event": "con", "speakers": "Bob Ray, Ann Lee", "kind": "panel"})
    more = markup.talk("Bees", {"event": "con", "speakers": "Cy Poe", "key": "bees"})
    sources = {
        **including(markup, part),
        markup.file("aa"): markup.document("First", other),
        markup.file("zz"): markup.document("Last", more),
    }
    (warning,) = places(build(sources).warnings)
    assert warning[0] == markup.file("zz")
    assert f"in aa, line {4 if markup is RST else 3}" in warning[2]


def test_talks_that_contradict_others(build: Build, markup: Markup) -> None:
    talks = [
        markup.talk("Bees", {"event": "con", "speakers": "Ann Lee", "kind": kind})
        for kind in ("panel", "keynote")
    ]
    sources = {
        **including(markup, "Words.\n\n" + talks[0]),
        markup.file("aa"): markup.document("First", talks[1]),
    }
    (warning,) = places(build(sources).warnings)
    assert warning[0] == "parts/part.txt"
    assert abs(warning[1] - 3) <= (markup is not RST)
    assert f"“panel” here but “keynote” in aa, line {4 if markup is RST else 3}" in warning[2]
    # And the other way round.
    sources = {
        **including(markup, "Words.\n\n" + talks[0]),
        markup.file("zz"): markup.document("Last", talks[1]),
    }
    (warning,) = places(build(sources, folder="other").warnings)
    assert warning[0] == markup.file("zz")
    assert "“panel” in parts/part.txt, line" in warning[2]


@pytest.mark.parametrize("name", ["speaker", "event"])
def test_descriptions(build: Build, markup: Markup, name: str) -> None:
    part = "Words.\n\n" + markup.directive(name, "Ann Lee", {}, "Text.")
    sources = {
        **including(markup, part),
        markup.file("aa"): markup.document("First", markup.directive(name, "Ann Lee")),
    }
    (warning,) = places(build(sources).warnings)
    assert warning[0] == "parts/part.txt"
    assert abs(warning[1] - 3) <= (markup is not RST)
    assert f"is described twice: also in aa, line {4 if markup is RST else 3}" in warning[2]


def test_talks_that_a_pattern_finds(build: Build, markup: Markup) -> None:
    part = f"Words.\n\n{markup.heading('Bees (Ann Lee)', 2)}\nText.\n"
    metadata = {"event": "con", "talk-patterns": '"{title} ({speakers})"'}
    include = markup.directive("include", "parts/part.txt")
    talk = markup.talk("Bees", {"event": "con", "speakers": "Ann Lee, Bob Ray", "kind": "panel"})
    other = markup.talk("Bees", {"event": "con", "speakers": "Cy Poe, Di Orr"})
    sources = {
        markup.file("page"): markup.document("Page", FILLER, include, metadata=metadata),
        "parts/part.txt": part,
        markup.file("aa"): markup.document("First", talk),
        markup.file("zz"): markup.document("Last", other),
    }
    built = build(sources)
    (warning,) = places(built.warnings)
    assert warning[0] == markup.file("zz")
    (note,) = (n for t in built.catalogue.talks for n in t.notes if n.docname == "page")
    assert note.included_at.startswith("parts/part.txt:")


def test_after_an_included_file(build: Build, markup: Markup) -> None:
    talk = markup.talk("Bees", {"speakers": "Ann Lee", "day": "never"})
    takeaway = markup.directive("action", "", {"owner": "Nobody"}, "Buy a hive.")
    page = markup.document("Page", markup.directive("include", "part.txt"), talk, takeaway)
    built = build({markup.file("page"): page, "part.txt": FILLER})
    lines = page.splitlines()
    wanted = [
        next(n for n, line in enumerate(lines, 1) if word in line) for word in ("never", "action")
    ]
    assert [place[:2] for place in places(built.warnings)] == [
        (markup.file("page"), line) for line in wanted
    ]


def test_two_talks_of_one_document(build: Build) -> None:
    talks = [RST.talk("Talk", {"key": "same", "speakers": name}) for name in ("Ann", "Bob")]
    sources = including(RST, "Words.\n\n" + talks[1])
    sources["page.rst"] = sources["page.rst"].replace(FILLER, talks[0] + "\n" + FILLER)
    (warning,) = places(build(sources).warnings)
    assert warning[:2] == ("parts/part.txt", 3)
    assert "“Talk” in page, line 4 and “Talk”" in warning[2]


def test_a_file_of_its_own_is_named_by_its_document(build: Build) -> None:
    page = MYST.document("Page", MYST.directive("talklist", "", {"topic": "wrongg"}))
    (warning,) = build({"page.md": page}).warnings
    assert warning.startswith("page.md:3: ")
