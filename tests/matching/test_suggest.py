"""What is suggested for a post, by the command line as by builds that explain."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinxcontrib_tripreport.commands.post_file import read_post_file
from sphinxcontrib_tripreport.commands.understanding import as_json, understand

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
    # What is in quotation marks is the title, whatever names look like in the language.
    (
        "# 島\n\n## 「蜂の仕事」 — 山田 花子\n\n## 「蟻の休み」 — 佐藤 健\n",
        "## {title} - {speakers}",
        [("蜂の仕事", "山田 花子"), ("蟻の休み", "佐藤 健")],
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


BEES_AND_ANTS = [("Bees", "Ann Lee"), ("Ants", "Bob Ray")]
KINDS = [
    # Signs round the title, after the people and before them.
    (
        "# Trip\n\n## Talk 1「Bees」 ーAnn Lee\n\n## Talk 2「Ants」 -Bob Ray\n",
        "## {}「{title}」 -{speakers}",
    ),
    (
        "# Trip\n\n## Day 1 talk「Bees」 ― Ann Lee\n\n## Keynote「Ants」 ― Bob Ray\n",
        "## {}「{title}」 - {speakers}",
    ),
    ("# T\n\n## Bees - Ann Lee - ★★\n\n## Ants - Bob Ray - ★\n", "## {title} - {speakers} - {}"),
    ("# Trip\n\n**Bees -Ann Lee-**\n\n**Ants - Bob Ray -**\n", "**{title} -{speakers}-**"),
    # What separates a title from the rest, and quotation marks, are no part of it.
    ("# Trip\n\n* **Ann Lee – Bees:**\n* **Bob Ray – Ants:**\n", "* {speakers} - {title}"),
    ("# Trip\n\n* Ann Lee: « Bees » ;\n* Bob Ray: « Ants ».\n", "* {speakers}: {title}"),
    # Paragraphs that begin with a title in quotation marks.
    (
        '# Trip\n\n"Bees"\nby Ann Lee (Acme)\n\n„Ants“\nby Bob Ray (Globex)\n',
        '"{title}" // By {speakers}',
    ),
    # Rows of tables, whichever column is what.
    (
        "# Trip\n\n| | | |\n|---|---|---|\n| Ann Lee | [Bees](a) | x |\n| Bob Ray | Ants | y |\n",
        "| {speakers} | {title} | {} |",
    ),
    (
        "# Trip\n\n|a|b|c|\n|---|---|---|\n|9:00-9:30|Bees|Ann Lee|\n|11:00-12:00|Ants|Bob Ray|\n",
        "| {time}-{end} | {title} | {speakers} |",
    ),
    # What the head of a table says counts more.
    (
        "# Trip\n\n|Speaker|Title|X|\n|---|---|---|\n|Ann Lee|Bees|A note|\n|Bob Ray|Ants|Other|\n",
        "| {speakers} | {title} | {} |",
    ),
    # The people on the line below, with a company after a sign.
    (
        "# Trip\n\n* Bees\n  * Ann Lee ~ beekeeper\n* Ants\n  * Bob Ray ~ ant farm\n",
        "* {title} // {speakers} ~ {affiliation}",
    ),
    # Links to files that are not there keep their words.
    ("# Trip\n\n* Bees ([Ann Lee](a.md))\n* Ants ([Bob Ray](b.md))\n", "* {title} ({speakers})"),
]


@pytest.mark.parametrize(("body", "pattern"), KINDS)
def test_kinds_of_lines(tmp_path: Path, body: str, pattern: str) -> None:
    found = said(tmp_path, body)
    assert found["patterns"] == [pattern]
    assert talks_of(found) == BEES_AND_ANTS
    assert found["skip_headings"] == []


def talks_of(found: dict[str, object]) -> list[tuple[str, str]]:
    talks = found["talks"]
    assert isinstance(talks, list)
    return [(talk["title"], ", ".join(talk["speakers"])) for talk in talks]


def test_two_kinds_of_lines_have_a_pattern_each(tmp_path: Path) -> None:
    body = (
        "# Trip\n\n## Bees - Ann Lee\n\nGood.\n\n## Ants - Bob Ray\n\nGood.\n\n## Others\n\n"
        "* Wasps - Cy Dow\n* Flies - Di Fox\n"
    )
    found = said(tmp_path, body)
    assert found["patterns"] == ["* {title} - {speakers}", "## {title} - {speakers}"]
    assert talks_of(found) == [*BEES_AND_ANTS, ("Wasps", "Cy Dow"), ("Flies", "Di Fox")]


def test_the_order_in_which_several_patterns_are_tried(tmp_path: Path) -> None:
    body = (
        "# Trip\n\n* Bees - **Ann Lee**\n* Ants - **Bob Ray**\n* Wasps - **Cy Dow**\n"
        '* Di Fox - "On flies and men"\n* Eve Gray - "On moths"\n'
    )
    found = said(tmp_path, body)
    assert found["patterns"] == ["* {title} - **{speakers}**", "* {speakers} - {title}"]
    assert talks_of(found)[2:] == [
        ("Wasps", "Cy Dow"), ("On flies and men", "Di Fox"), ("On moths", "Eve Gray"),
    ]  # fmt: skip
    assert found["skip_headings"] == []


def test_talks_of_which_only_the_kind_is_said(tmp_path: Path) -> None:
    body = (
        "# Trip\n\n## Talk: Bees by Ann Lee\n\nA.\n\n## Keynote: Ants by Bob Ray\n\nB.\n\n"
        "## Talk: Wasps\n\nMine.\n"
    )
    found = said(tmp_path, body)
    assert found["patterns"] == ["## {kind}: {title} by {speakers}", "## {kind}: {title}"]
    assert talks_of(found) == [*BEES_AND_ANTS, ("Wasps", "")]


@pytest.mark.parametrize(
    ("body", "pattern", "titles", "skipped"),
    [
        # Below a heading that says so, or that is a day.
        (
            "## Charlas\n\n### Bees\n\n### Ants\n\n## Fin\n\n### Home\n",
            "### {title}", ["Bees", "Ants"], ["Home"],
        ),
        (
            "## Jeudi\n\n### Bees\n\n### Ants\n\n## Vendredi\n\n### Wasps\n\n### Bilan\n",
            "### {title}", ["Bees", "Ants", "Wasps"], ["Bilan"],
        ),
        # Some say their kinds.
        (
            "## [Keynote] Bees\n\n## Ants\n\n## [Talk] Wasps\n\n## Flies\n\n## 議程\n",
            "## {title}", ["Bees", "Ants", "Wasps", "Flies"], ["議程"],
        ),
        # Most have the address of a talk's page below them.
        (
            "## Bees\n\n* https://c.ex/talk/1\n\n## Ants\n\n[x](https://c.ex/talk/2)\n\n## Wasps",
            "## {title}", ["Bees", "Ants", "Wasps"], [],
        ),
        # Links in a list of talks.
        (
            "## Talks\n\n* [Bees](a)\n* [Ants](b)\n\n## Links\n\n* [Home](c)\n",
            "* {title}", ["Bees", "Ants"], ["Home"],
        ),
    ],
)  # fmt: skip
def test_titles_alone(
    tmp_path: Path, body: str, pattern: str, titles: list[str], skipped: list[str]
) -> None:
    found = said(tmp_path, f"---\ntitle: Trip\n---\n\n{body}")
    assert found["patterns"] == [pattern]
    assert [title for title, _ in talks_of(found)] == titles
    assert found["skip_headings"] == skipped


def test_those_who_name_most_speakers_name_all(tmp_path: Path) -> None:
    body = (
        "# Trip\n\n## Day 1\n\n### Bees - Ann Lee\n\n### Ants - Bob Ray\n\n"
        "### My hotel\n\n## Day 2\n\n### Wasps - Cy Dow\n\n### My train\n"
    )
    found = said(tmp_path, body)
    assert found["patterns"] == ["### {title} - {speakers}"]
    assert found["day_patterns"] == ["## Day {day}"]


def test_a_line_that_is_the_same_everywhere_names_no_speaker(tmp_path: Path) -> None:
    titles = ("On Bees", "On Ants", "On Wasps")
    body = "# Trip\n\n" + "".join(f"## {title}\n\n(Max Ott)\n\nText.\n\n" for title in titles)
    assert said(tmp_path, body)["patterns"] == []


def test_a_name_in_small_letters_is_one_among_others(tmp_path: Path) -> None:
    body = "# Trip\n\n## Bees - Ann Lee\n\n## Ants - Bob Ray\n\n## Wasps - Cy dow\n"
    assert talks_of(said(tmp_path, body)) == [*BEES_AND_ANTS, ("Wasps", "Cy dow")]


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
