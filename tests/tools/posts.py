"""Posts in Markdown and the same ones in reStructuredText, and the talks that are found in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup

_LINK = re.compile(r"(?<!\])\[((?:[^\[\]]|\n)+)\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^(#+) (.*)$", re.MULTILINE)
Found = list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Post:
    """A post in Markdown, and what is found in it."""

    patterns: str
    """As YAML has it: one pattern in quotes, or a list."""
    body: str
    talks: Found
    """Titles and names of speakers, in the order of the page."""
    words: str | None = None
    """All words of the page below its title."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """More metadata."""

    def source(self, markup: Markup, event: str) -> str:
        """The post with its metadata."""
        fields = {"title": "Trip", "event": event, "talk-patterns": self.patterns, **self.fields}
        if markup is MYST:
            head = "".join(f"{name}: {value}\n" for name, value in fields.items())
            return f"---\n{head}---\n\n{self.body}"
        head = "".join(f":{name}: {value}\n" for name, value in fields.items())
        return f"{head}\n{as_rst(self.body)}"


def as_rst(body: str) -> str:
    """Headings and links of Markdown as reStructuredText has them."""

    def heading(found: re.Match[str]) -> str:
        return f"{found[2]}\n{'=-~^'[len(found[1]) - 1] * (2 * len(found[2]))}"

    return _HEADING.sub(heading, _LINK.sub(r"`\1 <\2>`__", body))


def build_posts(build: Build, markup: Markup, posts: Mapping[str, Post], conf: str = "") -> Built:
    """Build all posts as one project, each about an event of its own name."""
    sources = {markup.file(name): post.source(markup, name) for name, post in posts.items()}
    return build(sources, conf)


def talks_of(built: Built, docname: str) -> Found:
    """The talks of a document: titles and names of speakers, in the order of the page."""
    notes = built.app.env.domains["trip"].data["notes"].get(docname, ())
    return [(note.title, [person.name for person in note.speakers]) for note in notes]


def words_of(built: Built, docname: str) -> str:
    """All words of a page below its title and the line that names its event.

    Posts have the same talks, each at an event of its own: that these were given again is left out.
    """
    words = built.page(f"{docname}.html").main.words_without("trip-again")
    return words.removeprefix(f"Trip {docname}").strip()
