"""Lines of posts that are wrapped by hand are read to their end, and no further."""

from __future__ import annotations

from tests.tools.building import Build
from tests.tools.markup import MYST, Markup
from tests.tools.posts import Post, build_posts, talks_of, words_of

ITEM = '"* {title} - {speakers}"'
POSTS = {
    "name": Post(
        ITEM,
        "* Bees at Work - Ann\n  Lee\n",
        [("Bees at Work", ["Ann Lee"])],
        "Bees at Work Ann Lee",
    ),
    "names": Post(
        ITEM,
        "* Ants - Bob Ray, Cy\n  Dow and Di Fox\n",
        [("Ants", ["Bob Ray", "Cy Dow", "Di Fox"])],
        "Ants Bob Ray, Cy Dow and Di Fox",
    ),
    "sentence": Post(
        ITEM,
        "* Bees - Ann Lee\n  It was good.\n* Ants - Bob Ray\n  we had seen before.\n",
        [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"])],
        "Bees Ann Lee It was good. Ants Bob Ray we had seen before.",
    ),
    "separator": Post(
        ITEM,
        "* Bees - Ann Lee,\n  Bob Ray\n  It was good.\n* Ants - Cy Dow\n  and Di Fox\n",
        [("Bees", ["Ann Lee", "Bob Ray"]), ("Ants", ["Cy Dow", "Di Fox"])],
        "Bees Ann Lee and Bob Ray It was good. Ants Cy Dow and Di Fox",
    ),
    "link": Post(
        '"* [{title}](…) - {speakers}"',
        "* [Bees at\n  Work](https://u.example) - [Ann\n  Lee](https://v.example)\n"
        "  It was good.\n",
        [("Bees at Work", ["Ann Lee"])],
        "Bees at Work Ann Lee Talk page It was good.",
    ),
    "bracket": Post(
        '"* {title} ({speakers})"',
        "* Bees (Ann\n  Lee)\n  It was good.\n* Ants (Bob Ray, Red\n  Hat)\n",
        [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray", "Red Hat"])],
        "Bees Ann Lee It was good. Ants Bob Ray and Red Hat",
    ),
    "emphasis": Post(
        '"* {title} *{speakers}*"',
        "* Bees *Ann\n  Lee*\n  It was good.\n",
        [("Bees", ["Ann Lee"])],
        "Bees Ann Lee It was good.",
    ),
    "strong": Post(
        '"**{title}** - {speakers}"',
        "**Bees at\nWork** - Ann\nLee\nIt was good.\n",
        [("Bees at Work", ["Ann Lee"])],
        "Bees at Work Ann Lee It was good.",
    ),
    "company": Post(
        '"* {title} - {speakers}, {affiliation}"',
        "* Bees - Ann Lee, Red\n  Hat\n",
        [("Bees", ["Ann Lee"])],
        "Bees Ann Lee (Red Hat)",
    ),
    "below": Post(
        '"## {title} // By {speakers}"',
        "## Bees\n\nBy Ann Lee and\nBob Ray\n\nText.\n\n## Ants\n\nBy Cy\nDow\nIt was good.\n",
        [("Bees", ["Ann Lee", "Bob Ray"]), ("Ants", ["Cy Dow"])],
        "Bees Ann Lee and Bob Ray Text. Ants Cy Dow It was good.",
    ),
    "title": Post(
        '"* {speakers}: {title}"',
        "* Ann Lee: How bees work in\n  the winter\n* Bob Ray: Ants\n  It was good.\n",
        [("How bees work in the winter", ["Ann Lee"]), ("Ants", ["Bob Ray"])],
        "How bees work in the winter Ann Lee Ants Bob Ray It was good.",
    ),
    "two-lines": Post(
        '"* {title} // {speakers}"',
        "* Bees\n  Ann\n  Lee\n* Ants, and\n  wasps\n  Bob Ray\n",
        [("Bees", ["Ann Lee"]), ("Ants, and wasps", ["Bob Ray"])],
        "Bees Ann Lee Ants, and wasps Bob Ray",
    ),
    "labels": Post(
        ITEM,
        "* Bees - Ann Lee\n  [Slides](https://s.example)\n* Ants - Bob Ray\n  Video\n",
        [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"])],
        "Bees Ann Lee Slides Ants Bob Ray Video",
    ),
    "fields": Post(
        '"* {title} - {speakers}"',
        "* Bees - Ann Lee\n  Room: One\n* Ants - Bob Ray\n  Room 5\n",
        [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"])],
        "Bees Ann Lee Room: One Ants Bob Ray Room 5",
    ),
}  # fmt: skip


def test_lines_go_on(build: Build, markup: Markup) -> None:
    built = build_posts(build, markup, POSTS)
    assert built.warnings == []
    assert {name: talks_of(built, name) for name in POSTS} == {n: p.talks for n, p in POSTS.items()}
    assert {name: words_of(built, name) for name in POSTS} == {n: p.words for n, p in POSTS.items()}


def test_a_line_ends_where_its_author_wants(build: Build) -> None:
    posts = {
        "spaces": Post(ITEM, "* Bees - Ann  \n  Lee\n", [("Bees", ["Ann"])], "Bees Ann Lee"),
        "tag": Post(ITEM, "* Bees - Ann<br>\n  Lee\n", [("Bees", ["Ann"])], "Bees Ann Lee"),
    }
    built = build_posts(build, MYST, posts)
    assert {name: talks_of(built, name) for name in posts} == {n: p.talks for n, p in posts.items()}
    assert {name: words_of(built, name) for name in posts} == {n: p.words for n, p in posts.items()}
