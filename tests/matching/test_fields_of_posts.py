"""Speakers, companies, kinds and tasks as posts have them, and that no word leaves the page."""

from __future__ import annotations

import itertools
import re

from tests.tools.building import Build, Built
from tests.tools.markup import Markup
from tests.tools.posts import Post, build_posts, talks_of, words_of

ITEM = '"* {title} - {speakers}"'
HEADING = '"## {title} - {speakers}"'
POSTS = {
    "introductions": Post(
        ITEM,
        "* Bees - by @flo\n* Ants - by [@flo](https://u.example) and [@gus](https://v.example)\n"
        "* Wasps - speaker [@hal](https://w.example)\n* Flies - by Bob @bob\n",
        [("Bees", ["flo"]), ("Ants", ["flo", "gus"]), ("Wasps", ["hal"]), ("Flies", ["Bob"])],
        "Bees flo Ants flo and gus Wasps hal Flies Bob @bob",
    ),
    "introductions-below": Post(
        '"## {title} // {speakers}"',
        "## Bees\n\nVon Ann Lee und Bob Ray\n\n## Ants\n\nReferent: Cy Dow\n\n## Wasps\n\nmit Di\n",
        [("Bees", ["Ann Lee", "Bob Ray"]), ("Ants", ["Cy Dow"]), ("Wasps", ["Di"])],
        fields={"language": "de"},
    ),
    "brackets": Post(
        HEADING,
        "## Bees - [[Ann Lee]]\n\nA\n\n## Ants - [Bob Ray]\n\nB\n\n## Wasps - (Cy Dow)\n\nC\n\n"
        "## Flies - Speaker: [[Ann Lee]]\n\nD\n\n## Gnats - 42\n\nE\n",
        [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"]), ("Wasps", ["Cy Dow"]),
         ("Flies", ["Ann Lee"]), ("Gnats", [])],
        "Bees Ann Lee A Ants Bob Ray B Wasps Cy Dow C Flies Ann Lee D Gnats 42 E",
    ),
    "brackets-below": Post(
        '"## {title} // Speaker: {speakers}"',
        "## Bees\n\nSpeaker: [[Ann Lee]]\n\nA\n\n## Ants\n\nSpeaker: 42\n\nB\n",
        [("Bees", ["Ann Lee"]), ("Ants", [])],
        "Bees Ann Lee A Ants 42 B",
    ),
    "kinds": Post(
        '["* [{title}](…) ({speakers})", "* **{title}** - {speakers}"]',
        "* [Bees](https://u.example) (Keynote, by Ann Lee, [video](https://v.example))\n"
        "* **Keynote** - Bob Ray\n",
        [("Bees", ["Ann Lee"]), ("Keynote", ["Bob Ray"])],
        "Bees Keynote · Ann Lee Talk page · Video Keynote Keynote · Bob Ray",
    ),
    "companies": Post(
        '["* {title} - {speakers}, {affiliation}", "* {title}: {speakers} ({affiliation})"]',
        "* Bees - Ann Lee, Acme; Bob Ray, Globex\n* Ants: Cy (Acme), Di (Globex)\n",
        [("Bees", ["Ann Lee", "Bob Ray"]), ("Ants", ["Cy", "Di"])],
        "Bees Ann Lee (Acme) and Bob Ray (Globex) Ants Cy (Acme) and Di (Globex)",
    ),
    "companies-below": Post(
        '"## {title} // *{speakers} ({affiliation})*"',
        "## Bees\n\n*Cy (Acme), Di (Globex)*\n\nText.\n",
        [("Bees", ["Cy", "Di"])],
        "Bees Cy (Acme) and Di (Globex) Text.",
    ),
    "companies-in-brackets": Post(
        '"* {title} ({speakers}, {affiliation})"',
        "* Bees (Cy (Acme), Di (Globex))\n* Ants (Ann Lee, Acme (Berlin))\n",
        [("Bees", ["Cy", "Di"]), ("Ants", ["Ann Lee"])],
        "Bees Cy (Acme) and Di (Globex) Ants Ann Lee (Acme (Berlin))",
    ),
    "tasks": Post(
        '"* {title} ({speakers})"',
        "- [x] [Bees](https://u.example) (Ann Lee)\n- [ ] Ants (Bob Ray)\n- [ ] Buy milk\n",
        [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"])],
        "Bees Ann Lee Talk page Ants Bob Ray [ ] Buy milk",
    ),
    "numbered-tasks": Post(
        '"* {title} ({speakers})"',
        "1. [x] Bees (Ann Lee)\n2. [ ] Ants (Bob Ray)\n",
        [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"])],
        "Bees Ann Lee Ants Bob Ray",
    ),
    "statuses": Post(
        '"* {status} {title} ({speakers})"',
        "- [x] Bees (Ann Lee)\n- [ ] Ants (Bob Ray)\n- Wasps (Cy)\n- ✅ Flies (Di)\n",
        [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"]), ("Flies", ["Di"])],
        "Bees Ann Lee Ants Bob Ray · Planned Wasps (Cy) Flies Di",
    ),
    "wide": Post(
        HEADING,
        "## 「蜂」ー安\n\nA\n\n## 蟻（上）—波\n\nB\n\n## 蝿——丁\n\nC\n",
        [("蜂", ["安"]), ("蟻（上）", ["波"]), ("蝿", ["丁"])],
    ),
}  # fmt: skip


def test_fields(build: Build, markup: Markup) -> None:
    built = build_posts(build, markup, POSTS)
    assert built.warnings == []
    assert {name: talks_of(built, name) for name in POSTS} == {n: p.talks for n, p in POSTS.items()}
    shown = {name: post.words for name, post in POSTS.items() if post.words is not None}
    assert {name: words_of(built, name) for name in shown} == shown
    assert statuses(built) == {"Bees": "attended", "Ants": "planned", "Flies": "attended"}
    kinds = [note.kind for note in built.app.env.domains["trip"].data["notes"]["kinds"]]
    assert kinds == ["keynote", "keynote"]


def statuses(built: Built) -> dict[str, str]:
    return {talk.title: talk.status for talk in built.catalogue.talks if talk.event == "statuses"}


TITLES = ("Bees", "On (a) [b]", "Keynote: Bees", "Bees (a - b)")
SPEAKERS = (
    "Ann Lee", "@ann", "Ann @ann", "[[Ann]]", "(Ann)", "by Ann (Acme)", "42", "Ann, 42; @di",
    "Ann [x] (y", "Keynote", "Ann (Panel), Keynote", "Ann https://a.example b",
)  # fmt: skip
PATTERNS = (
    "{title} - {speakers}", "{title} - {affiliation}", "{title} - {room}, {track}",
    "{title} - {speakers}, {affiliation}", "{title} - {speakers} ({affiliation})",
    "{title} - {number} {duration}", "{title} - {}", "{title} // {speakers}",
    "{title} // {affiliation}", "{title} // {speakers}, {affiliation}",
)  # fmt: skip
MAY_GO = {"by", "https", "a", "example"}
"""A word that introduces a speaker, and the address that becomes a link."""


def test_no_word_leaves_the_page(build: Build, markup: Markup) -> None:
    posts: dict[str, Post] = {}
    texts = list(enumerate(itertools.product(TITLES, SPEAKERS)))
    for number, (pattern, sign) in enumerate(itertools.product(PATTERNS, ("##", "*"))):
        joint = {"##": "\n\n", "*": "\n  "}[sign] if " // " in pattern else " - "
        indent = "" if sign == "##" else "  "
        posts[f"p{number}"] = Post(
            f"'{sign} {pattern}'",
            "\n".join(
                f"{sign} T{n} {title}{joint}{people}\n\n{indent}End.\n"
                for n, (title, people) in texts
            ),
            [],
        )
    built = build_posts(build, markup, posts)
    for name, post in posts.items():
        found = talks_of(built, name)
        assert found or "{duration}" in post.patterns
        shown = built.page(f"{name}.html").main.words.split("End.")
        for before, after in zip(post.body.split("End."), shown, strict=False):
            assert words(before) - MAY_GO <= words(after), post.patterns


def words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", text)}
