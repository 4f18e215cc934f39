"""Options in Markdown that MyST-Parser cannot read: they say what they say in reStructuredText."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST
from tests.views.listings.test_listings import TALKS, project, titles

ALL = [title for title, _, _ in TALKS]


def lists(build: Build, text: str, **more: str) -> Built:
    """The project with a page of this text."""
    return build({**project(MYST), "lists.md": MYST.document("Lists", text), **more})


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("rating: >=4", ["one"]),
        ("rating: >4", ["one"]),
        ("rating: >3\nyear: 2020", ["one"]),
        ("year: 2020\nrating: >= 3\nkind: !keynote", ["two"]),
        ('topic: "bees"; wasps', ["one", "two", "three"]),
        ("rating: '>=4'", ["one"]),
        ('speaker: "Bob Ray"\nrating: >=1', ["two"]),
        ("rating: >=1\ntopic: |\n    bees\n    wasps", ["one", "two"]),
        ("rating: >=1 # good ones\n# all of them", ["one", "two"]),
    ],
)
@pytest.mark.parametrize("form", ["colons", "yaml", "backticks"])
def test_filters_mean_what_is_written(
    build: Build, form: str, options: str, expected: list[str]
) -> None:
    lines = options.splitlines()
    if form == "yaml":
        text = "\n".join((":::{talklist}", "---", *lines, "---", ":::"))
    else:
        fence = ":::" if form == "colons" else "```"
        text = "\n".join((f"{fence}{{talklist}}", *(f":{line}" for line in lines), fence))
    built = lists(build, text + "\n")
    assert built.warnings == []
    assert sorted(titles(built)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "- In a list\n\n  ```{talklist}\n  :rating: >=4\n  ```\n",
        "> ```{talklist}\n> :rating: >=4\n> ```\n",
        "::::{note}\nText.\n\n:::{talklist}\n:rating: >=4\n:::\n::::\n",
        ":::{trip:talklist}\n:rating: >=4\n\nNothing.\n:::\n",
        "```{talklist}\n:rating: >=4",
        "```{include} part.txt\n```\n",
        "```{eval-rst}\n.. talklist::\n   :rating: >=4\n```\n",
    ],
)
@pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")
def test_wherever_the_list_stands(build: Build, text: str) -> None:
    part = {"part.txt": "Text.\n\n```{talklist}\n:rating: >=4\n```\n"}
    built = lists(build, text, **part)
    assert built.warnings == []
    assert titles(built) == ["one"]


def test_content_stays_content(build: Build) -> None:
    built = lists(build, ":::{talklist}\n:rating: >=4\n:topic: wasps\n\nNone of *these*.\n:::\n")
    assert built.warnings == []
    assert built.page("lists.html").main.words == "Lists None of these."


@pytest.mark.parametrize(
    ("options", "line", "said"),
    [
        (":topic: bees\n:rating >=4", 5, "“talklist” has the option “rating >=4”: expected “name:"),
        (":rating: >=9", 4, "expected numbers from 1 to 5"),
        (":rating: >=4\n:tpic: bees", 5, "“talklist” has no option “tpic”"),
        (":rating: >=4\n:topic:", 5, "“topic” is empty"),
        ("\n:rating: 5", 5, "“rating” is content, not an option"),
    ],
)
def test_a_list_never_becomes_wider(build: Build, options: str, line: int, said: str) -> None:
    built = lists(build, f":::{{talklist}}\n{options}\n:::\n")
    (warning,) = built.warnings
    assert warning.startswith(f"lists.md:{line}:")
    assert said in warning
    assert built.page("lists.html").main.words == "Lists No talks here."


def test_an_option_below_an_empty_line(build: Build) -> None:
    text = ".. talklist::\n\n   :topic: bees\n"
    built = build({**project(RST), "lists.rst": RST.document("Lists", text)})
    (warning,) = built.warnings
    assert "“topic” is content, not an option: expected no empty line above it." in warning
    assert built.page("lists.html").main.words == "Lists No talks here."


def test_a_role_is_content(build: Build) -> None:
    text = ".. talklist::\n   :topic: !bees, !wasps, !data wax\n\n   :topic:`bees` and others.\n"
    built = build({**project(RST), "lists.rst": RST.document("Lists", text)})
    assert built.warnings == []
    assert built.page("lists.html").main.words == "Lists bees and others."


def test_options_of_a_talk(build: Build) -> None:
    talk = ':::{talk} Five\n:speakers: "Bo" Ray, Ann Lee\n:track: B: Data\n:rating: 4\n\nText.\n:::'
    built = lists(build, talk + "\n")
    assert built.warnings == []
    (five,) = (talk for talk in built.catalogue.talks if talk.title == "Five")
    assert (five.track, five.rating, len(five.speakers)) == ("B: Data", 4, 2)


def test_content_that_looks_like_a_directive(build: Build) -> None:
    inner = ":::{talk} Inner\n:track: B: Data\n:::\n"
    note = "```{note}\n:class: wide\n\nText.\n```\n"
    built = lists(build, f"::::{{talk}} Outer\n{inner}::::\n\n:::{{talk}} Noted\n{note}:::\n")
    assert built.warnings == []
    tracks = {talk.title: talk.track for talk in built.catalogue.talks if len(talk.title) > 4}
    assert tracks == {"Outer": "", "Inner": "B: Data", "Noted": "", "three": ""}


def test_others_are_still_warned(build: Build) -> None:
    built = lists(build, ":::{note}\n:class: >=4\n\nText.\n:::\n")
    assert any("'note': Invalid options format" in warning for warning in built.warnings)
