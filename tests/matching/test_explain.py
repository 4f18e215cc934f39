"""What a build with the tag ``tripreport-explain`` says of patterns."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup


def said(build: Build, source: str) -> str:
    built = build({"a.md": source}, tags=("tripreport-explain",))
    return built.said.partition("\na:")[2].partition("\nlooking for")[0]


SUGGESTED = (
    ('## Ann Lee "Bees"\n\nA.\n\n## Bob Ray “Wasps”\n\nB.\n', r"## {speakers} \"{title}\""),
    ("* [ ] Bees - Ann Lee\n* [x] Wasps - Bob Ray\n", "* {title} - {speakers}"),
    ("* Ann Lee - bees of the south\n* Bob Ray - wasps\n", "* {speakers} - {title}"),
    (
        "## [Talk] Bees - Ann Lee\n\nA.\n\n## [Keynote] Wasps - Bob Ray\n\nB.\n",
        "## [{kind}] {title} - {speakers}",
    ),
    (
        "## Bees\n*A long talk*\n\n**Ann Lee**\n\n## Wasps\n*A short talk*\n\n**Bob Ray**\n",
        "## {title} // {} // **{speakers}**",
    ),
)


@pytest.mark.parametrize(("body", "pattern"), SUGGESTED)
def test_suggested_patterns(build: Build, body: str, pattern: str) -> None:
    text = said(build, f"---\ntitle: Trip\nevent: con\n---\n\n{body}")
    assert f'talk-patterns: "{pattern}"' in text


def test_a_few_items_among_many_are_no_talks(build: Build) -> None:
    items = "".join(f"* thing {number}\n" for number in range(20))
    body = f"{items}* Bees - Ann Lee\n* Wasps - Bob Ray\n"
    assert "no pattern of ours" in said(build, f"---\ntitle: Trip\nevent: con\n---\n\n{body}")


@pytest.mark.parametrize("title", ["", "title: Trip\n"])
def test_a_title_that_looks_like_a_talk(build: Build, title: str) -> None:
    head = f'---\n{title}event: con\ntalk-patterns: "{{title}} - {{speakers}}"\n---\n'
    text = said(build, f"{head}\n# Bees - Ann\n\nA.\n\n## Wasps - Bob\n\nB.\n")
    hint = f"heading, line {head.count(chr(10)) + 2}: “Bees - Ann” is no talk: it is the title"
    assert (hint in text) == (not title)
    assert ("talk: “Bees” by Ann" in text) == bool(title)


HEADINGS = {
    "a.md": "# Trip\n\n## Bees - Ann\n\nText.\n\n## Ants - Bob\n\nText.\n",
    "a.rst": "Trip\n====\n\nBees - Ann\n----------\n\nText.\n\nAnts - Bob\n----------\n\nText.\n",
}


@pytest.mark.parametrize("name", HEADINGS)
def test_the_line_of_a_heading(build: Build, name: str) -> None:
    field = ":event: con\n:talk-patterns: ## {title} // By {speakers}\n\n"
    head = (
        field
        if name.endswith("rst")
        else '---\nevent: con\ntalk-patterns: "## {title} // By {speakers}"\n---\n'
    )
    source = f"{head}{HEADINGS[name]}"
    built = build({name: source}, tags=("tripreport-explain",))
    line = source.split("\n").index(next(x for x in source.split("\n") if "Bees" in x)) + 1
    assert f"heading, line {line}: “Bees - Ann” is no talk" in built.said


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("Ann Lee spoke of bees.\n", "told in prose"),
        ("| Talk | Who |\n| --- | --- |\n| Bees | Ann Lee |\n", "it has a table"),
        ("<ul><li>Bees</li></ul>\n", "parts of it are HTML"),
    ],
)
def test_where_talks_may_be(build: Build, body: str, where: str) -> None:
    assert where in said(build, f"---\ntitle: Trip\nevent: con\n---\n\n{body}")


def test_an_event_that_is_nearly_a_described_one(build: Build, markup: Markup) -> None:
    event = markup.directive("event", "Conf 2024", {"start": "2024-05-01"})
    sources = {
        markup.file(name): markup.document(name, "Words.\n", metadata={"event": key})
        for name, key in (("a", "conf-2042"), ("b", "conf-2024"), ("c", "Other days"))
    }
    built = build({"z.md": "# Z\n", markup.file("y"): markup.document("Y", event), **sources})
    assert "nobody describes" not in built.said
    text = built.rebuild(tags=("tripreport-explain",)).said
    assert "a: nobody describes the event “conf-2042”. Did you mean “conf-2024”" in text
    assert text.count("nobody describes") == 1
