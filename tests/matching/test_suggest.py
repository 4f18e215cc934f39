"""The one pattern that is suggested for a post, by the command line as by builds that explain."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinxcontrib_tripreport.commands.patterns import as_json, understand
from sphinxcontrib_tripreport.commands.post_file import read_post_file

HEADINGS = "## {0}\n\nText.\n\n## {1}\n\nText.\n"


def said(tmp_path: Path, body: str, name: str = "post.md") -> dict[str, object]:
    path = tmp_path / name
    path.write_text(body, encoding="utf-8")
    return as_json(understand(read_post_file(path)))


CASES = [
    # What all places share is text of the pattern, in any language.
    (
        "# Trip\n\n## Bees at work\n\nVortragende: Ann Lee\n\n## Ants\n\nVortragende: Bob Ray\n",
        "## {title} // Vortragende: {speakers}",
        [("Bees at work", "Ann Lee"), ("Ants", "Bob Ray")],
    ),
    (
        "# Trip\n\n* Bees (von Ann Lee)\n* Ants (von Bob Ray)\n",
        "* {title} (von {speakers})",
        [("Bees", "Ann Lee"), ("Ants", "Bob Ray")],
    ),
    (
        "# Trip\n\n" + HEADINGS.format("№1:Bees, Ann Lee", "№2:Ants, Bob Ray"),
        "## №{number}:{title}, {speakers}",
        [("Bees", "Ann Lee"), ("Ants", "Bob Ray")],
    ),
    # The one that leaves the least in the title.
    (
        "# Trip\n\n" + HEADINGS.format("10:00 Bees - Ann Lee", "11:00 Ants - Bob Ray"),
        "## {time} {title} - {speakers}",
        [("Bees", "Ann Lee"), ("Ants", "Bob Ray")],
    ),
    (
        "# Trip\n\n* 10:30 **Hall A**: Bees (Ann Lee)\n* 11:30 **Hall B**: Ants (Bob Ray)\n",
        "* {time} **{room}**: {title} ({speakers})",
        [("Bees", "Ann Lee"), ("Ants", "Bob Ray")],
    ),
    (
        "# Trip\n\n**1. Bees : Ann Lee**\n\nGood.\n\n**2. Ants : Bob Ray**\n\nGood.\n",
        "**{number}. {title} : {speakers}**",
        [("Bees", "Ann Lee"), ("Ants", "Bob Ray")],
    ),
    # Links in a numbered list, and items within items.
    (
        "# Trip\n\n1. [Bees](https://example.org/1)\n2. [Ants](https://example.org/2)\n",
        "* {title}",
        [("Bees", ""), ("Ants", "")],
    ),
    (
        "# Trip\n\n- Day 1\n  - Bees (Ann Lee)\n- Day 2\n  - Ants (Bob Ray)\n",
        "* {title} ({speakers})",
        [("Bees", "Ann Lee"), ("Ants", "Bob Ray")],
    ),
    # A time, a title and people are enough for one.
    (
        "# Trip\n\n## 08:00, Waking up\n\nText.\n\n## 09:00, Bees, Ann Lee\n\nText.\n",
        "## {time}, {title}, {speakers}",
        [("Bees", "Ann Lee")],
    ),
]


@pytest.mark.parametrize(("body", "pattern", "talks"), CASES)
def test_one_suggestion(
    tmp_path: Path, body: str, pattern: str, talks: list[tuple[str, str]]
) -> None:
    found = said(tmp_path, body)
    assert found["patterns"] == [pattern]
    listed = found["talks"]
    assert isinstance(listed, list)
    assert [(talk["title"], ", ".join(talk["speakers"])) for talk in listed] == talks


def test_companies_are_not_people(tmp_path: Path) -> None:
    body = "# Trip\n\n## Bees - Acme Inc\n\nA.\n\n## Ants - Ann Lee\n\nB.\n\n## Wasps - Bob Ray\n"
    found = said(tmp_path, body)
    assert found["skip_headings"] == ["Bees - Acme Inc"]
    assert found["talks"] == [
        {"title": "Ants", "speakers": ["Ann Lee"], "kind": ""},
        {"title": "Wasps", "speakers": ["Bob Ray"], "kind": ""},
    ]


def test_headings_of_days(tmp_path: Path) -> None:
    body = (
        "# Trip\n\n## Tag 1\n\n### Bees (Ann Lee)\n\nA.\n\n## Tag 2\n\n### Ants (Bob Ray)\n\nB.\n"
    )
    found = said(tmp_path, body)
    assert (found["patterns"], found["day_patterns"]) == (
        ["### {title} ({speakers})"],
        ["## Tag {day}"],
    )


RST = """\
Trip
====

Bees - Ann Lee
--------------

Text.

Ants - Bob Ray
--------------

Text.
"""


def test_restructuredtext(tmp_path: Path) -> None:
    found = said(tmp_path, RST, "post.rst")
    assert (found["title"], found["patterns"]) == ("Trip", ["## {title} - {speakers}"])


def test_prose_has_no_pattern(tmp_path: Path) -> None:
    found = said(tmp_path, "# Trip\n\nAnn Lee spoke of bees.\n\n## Lunch\n\nGood.\n\n## Home\n")
    assert (found["patterns"], found["talks"]) == ([], [])
