"""The posts that the benchmark builds, from a seed; standard library only.

The same talks are written twice: as the extension's directives, and as the
ordinary Markdown that an author without the extension would write.
"""

from __future__ import annotations

import random
from collections.abc import Callable
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
    render_end: Callable[[Post], str] | None = None
    """What stands at the end of each post."""
    page: str = ""
    """The text of one more page, `posts/table.md`."""


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
    for post in posts:
        text = _render_post(post, variant)
        (directory / "posts" / f"{post.name}.md").write_text(text, encoding="utf-8")


def edit_notes(directory: Path, edition: int) -> None:
    """Change the last paragraph of one post: words only, nothing the indices show."""
    path = min((directory / "posts").iterdir())
    text = path.read_text(encoding="utf-8").rstrip()
    path.write_text(f"{text} Edition {edition}.\n", encoding="utf-8")


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
    head = (
        f"---\ntitle: {post.title}\nevent: {post.event}\n"
        f"date: {post.date}\nauthor: {post.author}\n---\n\n# {post.title}\n"
    )
    talks = (f"\n{variant.render_talk(talk)}\n\n{talk.notes}\n" for talk in post.talks)
    end = variant.render_end(post) if variant.render_end else ""
    return head + "".join(talks) + end


def _render_directive(talk: Talk) -> str:
    return (
        f"## {talk.title}\n\n"
        "```{talk}\n"
        f":speakers: {', '.join(talk.speakers)}\n"
        f":topics: {', '.join(talk.topics)}\n"
        f":start: {talk.start:%Y-%m-%d %H:%M}\n"
        f":room: {talk.room}\n"
        f":slides: {talk.slides}\n"
        f":video: {talk.video}\n"
        "```"
    )


def _render_paragraph(talk: Talk) -> str:
    facts = (
        ", ".join(talk.speakers),
        f"{talk.start:%Y-%m-%d %H:%M}",
        talk.room,
        ", ".join(talk.topics),
        f"[Slides]({talk.slides})",
        f"[Video]({talk.video})",
    )
    return f"## {talk.title}\n\n{' · '.join(facts)}"


def _render_for_pattern(talk: Talk) -> str:
    return (
        f"## {talk.start:%H:%M} {talk.title} ({', '.join(talk.speakers)})\n\n"
        f"Room: {talk.room}, [Slides]({talk.slides}), [Video]({talk.video})"
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
exclude_patterns = ["_build"]
html_theme = "basic"
html_sidebars = {"**": []}
"""

_INDEX = """\
# Trip reports

```{toctree}
:maxdepth: 1
:glob:

posts/*
```
"""

PLAIN = Variant(
    "plain",
    'extensions = ["myst_parser", "sphinx_design"]\nmyst_enable_extensions = ["colon_fence"]\n',
    _render_paragraph,
)
PATTERNS = Variant(
    "patterns",
    'extensions = ["sphinxcontrib_tripreport"]\n'
    'tripreport_talk_patterns = ["## {time} {title} ({speakers}) // Room: {room}, {}"]\n',
    _render_for_pattern,
)
OURS = Variant("ours", 'extensions = ["sphinxcontrib_tripreport"]\n', _render_directive)
TABLE = Variant(
    "table",
    OURS.settings,
    _render_directive,
    page="# All talks\n\n```{talklist}\n:layout: table\n```\n",
)
LISTS = Variant("lists", OURS.settings, _render_directive, _render_lists)
