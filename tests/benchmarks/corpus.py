"""The posts that the benchmark builds, from a seed; standard library only.

The same talks are written several times: as plain text in ordinary Markdown; by hand, with the
links and the indices that the extension makes; and for the extension.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

TALKS_PER_POST = 20
TALKS_PER_SPEAKER = 4
POSTS_PER_EVENT = 2
TOPICS = 60
WORDS_PER_NOTE = 80
TALK_LENGTH = timedelta(minutes=30)
TABLE_PAGE = Path("posts", "table")
"""In the sources and in the output, without the suffix."""

_SYLLABLES = [consonant + vowel for consonant in "bcdfgklmnprstv" for vowel in "aeio"]


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk as its author knows it."""

    title: str
    speakers: tuple[str, ...]
    topics: tuple[str, ...]
    start: datetime
    room: str
    slides: str
    video: str
    notes: str


@dataclass(frozen=True, slots=True)
class Post:
    """One day of a conference, written up."""

    name: str
    title: str
    event: str
    author: str
    date: str
    talks: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to build the posts: what conf.py says, and how a talk is written, with its title."""

    name: str
    settings: str
    render_talk: Callable[[Talk], str]
    """One talk, with its title and its notes."""
    render_head: Callable[[Post], str] | None = None
    """The metadata of a post."""
    render_end: Callable[[Post], str] | None = None
    """What is at the end of each post."""
    page: str = ""
    """The text of one more page, `posts/table.md`."""
    render_pages: Callable[[Sequence[Post]], dict[str, str]] | None = None
    """More pages about all posts: the text of each by its name in `posts`."""
    has_posts: bool = True
    """Whether there is a page for each post."""


def make_posts(talks: int, seed: int) -> tuple[Post, ...]:
    """`talks` talks in posts of twenty; equal arguments give equal posts."""
    return _Maker(talks, seed).posts()


def write_project(directory: Path, posts: tuple[Post, ...], variant: Variant) -> None:
    """A Sphinx project of the posts, ready to build."""
    (directory / "posts").mkdir(parents=True)
    (directory / "conf.py").write_text(_COMMON + variant.settings, encoding="utf-8")
    (directory / "index.md").write_text(_INDEX, encoding="utf-8")
    if variant.page:
        (directory / TABLE_PAGE).with_suffix(".md").write_text(variant.page, encoding="utf-8")
    own = posts if variant.has_posts else ()
    pages = {post.name: _render_post(post, variant) for post in own}
    pages |= variant.render_pages(posts) if variant.render_pages else {}
    for name, text in pages.items():
        (directory / "posts" / f"{name}.md").write_text(text, encoding="utf-8")


def edit_notes(directory: Path, edition: int) -> None:
    """Add a paragraph to the end of one post: words only, nothing the indices show."""
    path = min((directory / "posts").iterdir())
    text = path.read_text(encoding="utf-8").rstrip()
    path.write_text(f"{text}\n\nEdition {edition}.\n", encoding="utf-8")


class _Maker:
    """Draws everything from one random generator, each title and name once."""

    def __init__(self, talks: int, seed: int) -> None:
        self._talks = talks
        self._random = random.Random(seed)
        self._used: set[str] = set()
        self._words = [self._word() for _ in range(2000)]
        self._topics = [self._unique(1) for _ in range(TOPICS)]
        pool = max(talks // TALKS_PER_SPEAKER, 2)
        self._speakers = [self._unique(2).title() for _ in range(pool)]

    def posts(self) -> tuple[Post, ...]:
        count = -(-self._talks // TALKS_PER_POST)
        return tuple(self._post(number) for number in range(count))

    def _post(self, number: int) -> Post:
        event = number // POSTS_PER_EVENT
        day = datetime(2015, 1, 1, 9) + timedelta(days=9 * event + number % POSTS_PER_EVENT)
        size = min(TALKS_PER_POST, self._talks - number * TALKS_PER_POST)
        return Post(
            name=f"post-{number:04}",
            title=f"Conference {event}, day {number % POSTS_PER_EVENT + 1}",
            event=f"conference-{event}",
            author=self._random.choice(self._speakers),
            date=day.date().isoformat(),
            talks=tuple(self._talk(day + TALK_LENGTH * slot) for slot in range(size)),
        )

    def _talk(self, start: datetime) -> Talk:
        title = self._unique(self._random.randint(3, 6)).capitalize()
        slug = title.lower().replace(" ", "-")
        return Talk(
            title=title,
            speakers=self._some(self._speakers, 2),
            topics=self._some(self._topics, 3),
            start=start,
            room=f"Room {self._random.randint(1, 6)}",
            slides=f"https://slides.example.org/{slug}",
            video=f"https://video.example.org/{slug}",
            notes=" ".join(self._random.choices(self._words, k=WORDS_PER_NOTE)),
        )

    def _some(self, pool: list[str], most: int) -> tuple[str, ...]:
        return tuple(self._random.sample(pool, self._random.randint(1, most)))

    def _unique(self, words: int) -> str:
        while True:
            phrase = " ".join(self._word() for _ in range(words))
            if phrase not in self._used:
                self._used.add(phrase)
                return phrase

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4)))


def _render_post(post: Post, variant: Variant) -> str:
    head = variant.render_head(post) if variant.render_head else ""
    talks = "".join(f"\n{variant.render_talk(talk)}\n" for talk in post.talks)
    end = variant.render_end(post) if variant.render_end else ""
    return f"{head}# {post.title}\n\nWhat follows is what we heard.\n{talks}{end}"


def _metadata(post: Post) -> str:
    return f"---\ndate: {post.date}\nevent: {post.event}\n---\n\n"


def _all_metadata(post: Post) -> str:
    return (
        f"---\ntitle: {post.title}\nevent: {post.event}\n"
        f"date: {post.date}\nauthor: {post.author}\n---\n\n"
    )


def _render_short(talk: Talk) -> str:
    """With the notes in the directive, and what a plain text can say in a line."""
    return (
        f":::{{talk}} {talk.title}\n"
        f":speakers: {'; '.join(talk.speakers)}\n"
        f":tags: {', '.join(talk.topics)}\n"
        f":video: {talk.video}\n\n"
        f"{talk.notes}\n:::"
    )


def _render_directive(talk: Talk) -> str:
    """With a heading of its own, and all that is known."""
    return (
        f"## {talk.title}\n\n"
        "```{talk}\n"
        f":speakers: {', '.join(talk.speakers)}\n"
        f":topics: {', '.join(talk.topics)}\n"
        f":start: {talk.start:%Y-%m-%d %H:%M}\n"
        f":room: {talk.room}\n"
        f":slides: {talk.slides}\n"
        f":video: {talk.video}\n"
        "```\n\n"
        f"{talk.notes}"
    )


def _render_plain(talk: Talk) -> str:
    speakers, topics = ", ".join(talk.speakers), ", ".join(talk.topics)
    line = f"Speakers {speakers}. Topics {topics}. <{talk.video}>"
    return f"## {talk.title}\n\n{line}\n\n{talk.notes}"


def _render_by_hand(talk: Talk) -> str:
    """A byline with links into the indices, as nothing but an author's diligence makes it."""
    speakers = ", ".join(_to("speaker", name) for name in talk.speakers)
    topics = ", ".join(_to("topic", name) for name in talk.topics)
    byline = f"{speakers} · {topics} · [Video]({talk.video})"
    return f"({_label('talk', talk.title)})=\n## {talk.title}\n\n{byline}\n\n{talk.notes}"


def _render_indices(posts: Sequence[Post]) -> dict[str, str]:
    """The four indices: each name with the talks below it."""
    indices: dict[str, dict[str, list[str]]] = {
        kind: {} for kind in ("talk", "speaker", "event", "topic")
    }
    for post in posts:
        for talk in post.talks:
            named = {
                "talk": (talk.title[0].upper(),),
                "speaker": talk.speakers,
                "event": (post.event,),
                "topic": talk.topics,
            }
            for kind, names in named.items():
                for name in names:
                    indices[kind].setdefault(name, []).append(f"- {_to('talk', talk.title)}")
    return {f"zz-{kind}s": _render_index(kind, entries) for kind, entries in indices.items()}


def _render_index(kind: str, entries: dict[str, list[str]]) -> str:
    parts = [f"# Index of {kind}s\n"]
    for name, talks in sorted(entries.items()):
        head = f"## {name}" if kind == "talk" else f"({_label(kind, name)})=\n{name}"
        parts.append("\n".join((head, "", *talks, "")))
    return "\n".join(parts)


def _render_documents(posts: Sequence[Post]) -> dict[str, str]:
    """Each talk as a document of its own, which is as long as its note."""
    return {
        f"{post.name}-{number:02}": _render_plain(talk).removeprefix("#")
        for post in posts
        for number, talk in enumerate(post.talks)
    }


def _label(kind: str, name: str) -> str:
    return f"{kind}-{name.lower().replace(' ', '-')}"


def _to(kind: str, name: str) -> str:
    return f"{{ref}}`{name} <{_label(kind, name)}>`"


def _render_for_pattern(talk: Talk) -> str:
    return (
        f"## {talk.start:%H:%M} {talk.title} ({', '.join(talk.speakers)})\n\n"
        f"Room: {talk.room}, [Slides]({talk.slides}), [Video]({talk.video})\n\n"
        f"{talk.notes}"
    )


def _render_lists(post: Post) -> str:
    """Ten lists of what the post is about, with some 0 to 20 entries each."""
    ann, bob, cy = (talk.speakers[0] for talk in post.talks[:3])
    one, two, three = (talk.topics[0] for talk in post.talks[3:6])
    year = post.date[:4]
    lists = (
        ("talklist", "event: this", "limit: 20"),
        ("talklist", f"speaker: {ann}"),
        ("talklist", f"speaker: {bob}, {cy}"),
        ("talklist", f"topic: {one}", "sort: -date", "limit: 10"),
        ("talklist", f"topic: {two}", "event: this"),
        ("talklist", "kind: keynote", f"year: {year}"),
        ("talklist", f"year: {year}", f"topic: {three}", "limit: 15"),
        ("speakerlist", "event: this", "limit: 20"),
        ("eventlist", f"speaker: {ann}, {bob}"),
        ("reportlist", "event: this"),
    )
    return "".join(
        f"\n```{{{name}}}\n" + "".join(f":{option}\n" for option in options) + "```\n"
        for name, *options in lists
    )


_COMMON = """\
project = "Benchmark"
language = "en"
exclude_patterns = ["_build"]
html_theme = "basic"
html_sidebars = {"**": []}
myst_enable_extensions = ["colon_fence"]
show_warning_types = True
"""

_INDEX = """\
# Trip reports

```{toctree}
:maxdepth: 1
:glob:

posts/*
```
"""

_WITHOUT = 'extensions = ["myst_parser"]\n'
_WITH = 'extensions = ["sphinxcontrib_tripreport"]\n'

PLAIN = Variant("plain", _WITHOUT, _render_plain)
"""Any extension costs something on top of this."""
HAND = Variant("hand", _WITHOUT, _render_by_hand, render_pages=_render_indices)
"""The same pages as ours: what a tool has to beat that goes through documents."""
OURS = Variant("ours", _WITH, _render_short, _metadata)
DIRECTIVES = Variant("directives", _WITH, _render_directive, _all_metadata)
"""All that the variants below say, too."""
DOCUMENTS = Variant(
    "documents", _WITHOUT, _render_plain, render_pages=_render_documents, has_posts=False
)
"""Plain text with as many documents as there are talks."""
TALK_PAGES = Variant(
    "talk-pages", f'{_WITH}tripreport_pages = ["talks"]\n', _render_short, _metadata
)
"""The posts, and a page for each of their talks."""
EXPORTS = Variant(
    "exports",
    f'{_WITH}html_baseurl = "https://example.org/"\n'
    'tripreport_exports = ["atom", "icalendar", "bibtex", "csl", "csv", "text"]\n',
    _render_short,
    _metadata,
)
"""The posts, with all files for other programs."""
PATTERNS = Variant(
    "patterns",
    f"{_WITH}tripreport_talk_patterns ="
    ' ["## {time} {title} ({speakers}) // Room: {room}, {}"]\n',
    _render_for_pattern,
    _all_metadata,
)
TABLE = Variant(
    "table",
    _WITH,
    _render_directive,
    _all_metadata,
    page="# All talks\n\n```{talklist}\n:layout: table\n```\n",
)
LISTS = Variant("lists", _WITH, _render_directive, _all_metadata, _render_lists)
