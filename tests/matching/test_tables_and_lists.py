"""Talks in tables, in lists of fields and definitions, and in lists and tables of HTML."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, RST, Markup
from tests.tools.posts import Post, build_posts, talks_of, words_of

ROWS = (
    ("Talk", "Who", "Note"),
    ("[Bees](https://u.example)", "Ann Lee", "good"),
    ("Ants", "Bob, Cy", ""),
)


def table(markup: Markup, *rows: tuple[str, ...]) -> str:
    """A table whose first row is its head."""
    if markup is MYST:
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join((lines[0], "| --- " * len(rows[0]) + "|", *lines[1:])) + "\n"
    items = ("".join(f"{'   * -' if not n else '     -'} {cell}\n" for n, cell in enumerate(row))
             for row in rows)  # fmt: skip
    return ".. list-table::\n   :header-rows: 1\n\n" + "".join(items)


def test_rows_of_tables(build: Build, markup: Markup) -> None:
    posts = {
        "three": Post('"| {title} | {speakers} | {} |"', table(markup, *ROWS), []),
        "two": Post('"| {title} | {speakers} |"', table(markup, *(row[:2] for row in ROWS)), []),
        "day": Post(
            '"| {time} | {title} |"',
            f"## Friday\n\n{table(markup, ('When', 'What'), ('9:30', 'Bees'), ('Lunch', 'Soup'))}",
            [],
            fields={"day-patterns": '"{weekday}"', "date": "2018-02-11"},
        ),
    }
    built = build_posts(build, markup, posts)
    assert built.warnings == []
    found = [("Bees", ["Ann Lee"]), ("Ants", ["Bob", "Cy"])]
    assert talks_of(built, "three") == talks_of(built, "two") == found
    assert words_of(built, "three") == "Talk Who Note Bees Ann Lee good Ants Bob, Cy"
    row = built.page("three.html").main.by_tag("tr")[1]
    assert "trip-talk" in row.classes
    assert "talk-bees" in {anchor for part in row.walk() for anchor in part.ids}
    (talk,) = (talk for talk in built.catalogue.talks if talk.event == "day")
    assert (talk.title, str(talk.begins)) == ("Bees", "2018-02-09 09:30:00")


def test_a_pattern_has_as_many_cells_as_the_rows(build: Build, markup: Markup) -> None:
    posts = {"a": Post('"| {title} | {speakers} |"', table(markup, *ROWS), [])}
    (warning,) = build_posts(build, markup, posts).warnings
    assert "matches nothing: expected rows of tables that look like it" in warning


def test_rows_can_be_led_to_in_pdf(build: Build, markup: Markup) -> None:
    source = Post('"| {title} | {speakers} | {} |"', table(markup, *ROWS), []).source(markup, "con")
    built = build({markup.file("a"): source}, builder="latex")
    assert built.warnings == []
    assert r"\label{\detokenize{a:talk-bees}}" in built.out("trips.tex")


@pytest.mark.parametrize("pattern", [":Speaker: {speakers}", "| Speaker | {speakers} |"])
def test_lines_of_fields_and_rows_below_a_heading(
    build: Build, markup: Markup, pattern: str
) -> None:
    is_field = pattern.startswith(":")
    if is_field:
        lines = ":Speaker: Ann Lee\n"
    else:
        lines = table(markup, ("Speaker", "Ann Lee"), ("Room", "One"))
    body = f"## Bees\n\n{lines}\nText.\n"
    built = build_posts(build, markup, {"a": Post(f'"## {{title}} // {pattern}"', body, [])})
    assert built.warnings == []
    assert talks_of(built, "a") == [("Bees", ["Ann Lee"])]
    words = "Text." if is_field else "Speaker Ann Lee Room One Text."
    assert words_of(built, "a") == f"Bees Ann Lee {words}"


def test_other_fields_and_definitions_stay(build: Build) -> None:
    posts = {
        "fields": Post(
            '"## {title} // :Speaker: {speakers}"',
            "## Bees\n\n:Speaker: Ann @ann\n:Room: One\n\nText.\n",
            [("Bees", ["Ann"])],
            "Bees Ann Speaker: @ann Room: One Text.",
        ),
        "definitions": Post(
            '"## {title} // Speaker // {speakers}"',
            "## Bees\n\nSpeaker\n   Ann\n\nRoom\n   One\n",
            [("Bees", ["Ann"])],
        ),
    }
    built = build_posts(build, RST, posts)
    assert built.warnings == []
    for name, post in posts.items():
        assert talks_of(built, name) == post.talks
    assert words_of(built, "fields") == posts["fields"].words
    assert words_of(built, "definitions").startswith("Bees Ann")
    assert "One" in words_of(built, "definitions")


HTML = {
    "list": Post(
        '"* {title} - {speakers}"',
        '<ul class="x">\n<li>Bees - Ann &amp; Bob</li>\n'
        '<li><a href="https://u.example">Ants</a> - Cy\n<li><b>No</b> talk <ul><li>deep</li></ul>'
        "</li>\n</ul>\n\n<ul><li>other</li></ul>\n",
        [("Bees", ["Ann", "Bob"]), ("Ants", ["Cy"])],
        "Bees Ann and Bob Ants Cy Talk page No talk deep other",
    ),
    "paragraphs": Post(
        '"* {title} - {speakers}"',
        "<ol><li><p>Bees - Ann</p><p>More</p></li></ol>\n",
        [("Bees", ["Ann"])],
        "Bees Ann More",
    ),
    "among-paragraphs": Post(
        '"* {title}, {speakers}"',
        "<p>I was <b>there</b>.</p>\n<ul>\n<li>Bees, Ann Pe&ntilde;a</li>\n"
        "<li>H<sub>2</sub>O, Cy</li>\n</ul>\n<p>Bye.</p>\n",
        [("Bees", ["Ann Peña"]), ("H2O", ["Cy"])],
        "I was there. Bees Ann Peña H2O Cy Bye.",
    ),
    "table": Post(
        '"| {title} | {speakers} |"',
        "<table>\n<tr><th>T</th><th>S</th></tr>\n<tr><td>Bees<td>Ann\n</table>\n",
        [("Bees", ["Ann"])],
        "T S Bees Ann",
    ),
    "body": Post(
        '"| {title} | {speakers} |"',
        "<table><thead><tr><th>T</th><th>S</th></tr></thead>\n<tbody><tr><td>Bees</td><td>Ann</td>"
        "</tr></tbody></table>\n",
        [("Bees", ["Ann"])],
        "T S Bees Ann",
    ),
}


def test_lists_and_tables_of_html(build: Build) -> None:
    built = build_posts(build, MYST, HTML)
    assert built.warnings == []
    assert {name: talks_of(built, name) for name in HTML} == {n: p.talks for n, p in HTML.items()}
    assert {name: words_of(built, name) for name in HTML} == {n: p.words for n, p in HTML.items()}
    assert "<ul><li>other</li></ul>" in built.out("list.html")


@pytest.mark.parametrize(
    "text",
    [
        "<ul><li>Bees - Ann<script>alert(1)</script></li></ul>",
        '<ul><li><a href="javascript:alert(1)">Bees</a> - Ann</li></ul>',
        "<ul><li>Bees - <b>Ann</li></ul>",
        "<ul>Bees - Ann</ul>",
        "<div><ul><li>Bees - Ann</li></ul></div>",
        "<ul><li>Bees - Ann</li>",
        "<ul></li></ul></ul>",
        "<table><tr><td>Bees - Ann</td></tr><tr></tr></table>",
    ],
)
def test_html_that_is_more_stays(build: Build, text: str) -> None:
    built = build_posts(build, MYST, {"a": Post('"* {title} - {speakers}"', f"{text}\n", [])})
    assert talks_of(built, "a") == []
    assert text.split("<")[1] in built.out("a.html")
