"""Several talks in one item, heading or paragraph."""

from __future__ import annotations

from tests.tools.building import Build
from tests.tools.markup import Markup
from tests.tools.posts import Post, build_posts, talks_of, words_of

ITEMS = (
    "* 14:30 **A**: Bees (Ann Lee) / **B**: Ants (Bob Ray)\n\n  Text.\n\n"
    "* 15:30 **A**: Wasps (Cy Dow)\n"
)
ITEM = "* {time} **{track}**: {title} ({speakers})"
FOUND = [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"]), ("Wasps", ["Cy Dow"])]


def test_patterns_that_repeat(build: Build, markup: Markup) -> None:
    posts = {
        "items": Post(
            f'"{ITEM} / …"', ITEMS, FOUND,
            "Bees Ann Lee · 14:30 · A Ants Bob Ray · 14:30 · B Text. Wasps Cy Dow · 15:30 · A",
        ),
        "wrapped": Post(
            '"* {title} ({speakers}) / …"', "* Bees (Ann Lee) /\n  Ants (Bob Ray)\n", FOUND[:2],
            "Bees Ann Lee Ants Bob Ray",
        ),
        "headings": Post(
            '"## {title} ({speakers}) / …"',
            "## Bees (Ann Lee) / Ants (Bob Ray)\n\nText.\n\n## Wasps (Cy Dow)\n\nMore.\n", FOUND,
            "Bees (Ann Lee) / Ants (Bob Ray) Bees Ann Lee Ants Bob Ray Text. Wasps Cy Dow More.",
        ),
        "paragraphs": Post(
            '"**{title}** - {speakers}; …"',
            "**Bees** - Ann Lee; **Ants** - Bob Ray\n\nText.\n\n**Wasps** - Cy Dow\n", FOUND,
            "Bees Ann Lee Ants Bob Ray Text. Wasps Cy Dow",
        ),
    }  # fmt: skip
    built = build_posts(build, markup, posts)
    assert built.warnings == []
    assert {name: talks_of(built, name) for name in posts} == {n: p.talks for n, p in posts.items()}
    assert {name: words_of(built, name) for name in posts} == {n: p.words for n, p in posts.items()}
    page = built.page("items.html").main
    assert [part.by_class("trip-name")[0].ids for part in page.by_class("trip-talk")] == [
        ["talk-bees"], ["talk-ants"], ["talk-wasps"],
    ]  # fmt: skip


def test_a_pattern_that_does_not_repeat(build: Build, markup: Markup) -> None:
    posts = {"a": Post(f'"{ITEM}"', ITEMS, FOUND[2:])}
    built = build_posts(build, markup, posts)
    (warning,) = built.warnings
    assert "looks like several talks in one line" in warning
    assert f"“{ITEM} / …”" in warning
    assert warning.endswith("[tripreport.pattern]")
    line = next(
        n for n, text in enumerate(posts["a"].source(markup, "a").splitlines(), 1) if "Bees" in text
    )
    assert warning.startswith(f"{markup.file('a')}:{line}: ")
    assert talks_of(built, "a") == posts["a"].talks
    assert words_of(built, "a").startswith("14:30 A: Bees (Ann Lee) / B: Ants (Bob Ray) Text.")


def test_a_later_pattern_may_repeat(build: Build, markup: Markup) -> None:
    posts = {"a": Post(f'["{ITEM}", "{ITEM} / …", "* {{title}}"]', ITEMS, FOUND)}
    built = build_posts(build, markup, posts)
    assert talks_of(built, "a") == FOUND
