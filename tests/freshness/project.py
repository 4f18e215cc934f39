"""A small random project of reports: what its authors know, and the files it makes.

Every name is drawn from a small pool, so that reports write about the same talks,
contradict each other and lose what others refer to. Knows nothing of Sphinx.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

import yaml

from tests.freshness.other_site import OtherSite, Pools
from tests.freshness.programmes import PATHS, Programmes, make_programme, text_of
from tests.freshness.release import FORMER_KEYS, Release, edit_release
from tests.freshness.translations import Translations, make_translations

TITLES = (
    "Docker and Python",
    "Type Hints at Work",
    "The *Zen* of Tests",
    "Keynote",
    "Größer denken",
    "docker and PYTHON",
)
SPEAKERS = (
    "Ada Lovelace",
    "A. Lovelace",
    "ada lovelace",
    "Grace Hopper",
    "Amazing Grace",
    "Emmy Noether",
)
ALIASES = ("A. Lovelace", "Amazing Grace", "E. Noether")
TOPICS = ("Python", "python", "Testing", "Data Science")
DECLARED_TOPICS = ("python", "testing", "computing", "data-science")
"""What the data file calls some of them, and one that is above others."""
TOPIC_FACTS: Mapping[str, tuple[str, ...]] = {
    "name": ("Python", "Snakes", "Data Science"),
    "aliases": ("py, Testing", "Data Science", "python"),
    "parent": ("computing", "python", "Testing", "py", "nothing"),
    "description": ("What one can do.", "What others do."),
}
EVENTS = ("europython-2020", "pycon-2021", "")
AUTHORS = ("Ann Author", "Ada Lovelace", "Bob Builder")
SERIES = ("A Year", "a  year", "")
OLD_ADDRESSES = (
    *("/old/", "/2020/07/zen.html", "/posts/day-2.html", "/posts/two/", "/people.html"),
    "",
)
"""Some are those of documents, at times."""
DAYS = ("2020-07-23", "2020-07-24", "2021-05-14")
FORMS = ("section", "talk", "keynote", "item", "listed", "heading", "line")
"""The last two are talks only where a pattern says so."""
PATTERNS = (
    ("## {title} ({speakers})", "* {title} - {speakers}"),
    ("## {title} ({})",),
    ("{title} (Nobody)",),
    (),
)
SUMMARIES = ("In short.", "Another *summary* & more", "")
DAY_HEADINGS = ("Friday 24", "Day 2", "")
LANGUAGES = ("", "", "en", "es", "de-AT", "ar", "eo", "klingon")
"""Of posts: among them one from right to left, one that we have no words in, and no language."""
POST_NAMES = tuple(f"day-{number}" for number in range(1, 8))
SUFFIXES = (".md", ".rst")

SLIDES_FILE = "files/slides.txt"
PHOTO_FILE = "files/photo.svg"
PICTURE_FILE = "files/picture.svg"
MARKER = "xyzzy"
"""In all that is private, and nowhere else."""
IMAGES = (f"/{PHOTO_FILE}", f"/{PICTURE_FILE}", "")

TALK_FACTS: Mapping[str, tuple[str, ...]] = {
    "start": ("2020-07-23 09:00", "2020-07-23 11:30", "10:15", "14:00"),
    "day": ("1", "2", "2020-07-24"),
    "duration": ("30", "45"),
    "room": ("Room 1", "Main Hall"),
    "kind": ("talk", "tutorial", "lightning"),
    "rating": ("3", "5"),
    "status": ("attended", "watched"),
    "language": ("en", "de", "ar"),
    "level": ("beginner", "expert"),
    "track": ("Web", "Science"),
    "slides": ("https://slides.example.org/1", f"/{SLIDES_FILE}"),
    "video": ("https://video.example.org/1", "https://video.example.org/2"),
    "key": ("docker", "hints", "zen"),
    "formerly": (*FORMER_KEYS, "zen, hints", "europython-2020/docker-and-python"),
    "links": ("my photos <https://photos.example.org/1>",),
    "event": ("europython-2020", "pycon-2021"),
    "programme": ("S1", "S2", "none"),
    "again": ("europython-2020/docker-and-python", "pycon-2021/hints", "nothing"),
    "image": (f"/{PICTURE_FILE}",),
    "audience": ("private", "public"),
    "abstract": ("In *short*", "By {speaker}`Grace Hopper`", "By :speaker:`Grace Hopper`"),
}
SPEAKER_FACTS: Mapping[str, tuple[str, ...]] = {
    "affiliation": ("Analytical Engines", "US Navy", "Göttingen"),
    "homepage": ("https://people.example.org/1", "https://people.example.org/2"),
    "pronouns": ("she/her", "they/them"),
    "sort": ("Hopper, Grace", "Lovelace, Ada"),
    "aliases": ALIASES,
    "photo": (f"/{PHOTO_FILE}",),
}
COORDINATES = ("53.35, -6.26", "-33.9, 151.2", "53.3, -6.3", "139.7, 35.7")
"""Two are nearly one place, and the last is none."""
EVENT_FACTS: Mapping[str, tuple[str, ...]] = {
    "name": ("EuroPython 2020", "PyCon 2021", "The Conference"),
    "start": ("2020-07-23", "2020-07-22"),
    "end": ("2020-07-26", "2020-07-25"),
    "place": ("Dublin", "online"),
    "coordinates": COORDINATES,
    "url": ("https://events.example.org/1", "https://events.example.org/2"),
    "series": ("EuroPython", "PyCon"),
    "timezone": ("Europe/Dublin", "Europe/Berlin"),
    "programme": ("programmes/one.json", "programmes/one.json, programmes/two.json"),
    "scope": ("noted", "all"),
}

COVERAGE_FACTS: Mapping[str, tuple[str, ...]] = {
    "by": ("track", "day", "author"),
    "layout": ("summary", "matrix", "missed"),
}
CHART_FACTS: Mapping[str, tuple[str, ...]] = {
    "of": ("talks", "reports", "speakers", "notes"),
    "by": ("year", "topic", "author, kind", "event, rating", "-month", "language, status"),
    "layout": ("bars", "columns", "calendar", "heatmap"),
    "topic": ("Python", "!Testing"),
    "limit": ("1", "2"),
}

AFFILIATED = ("Ada Lovelace (Analytical Engines)", "Grace Hopper (US Navy, Arlington)")
"""Speakers as talks name them with what is in brackets after the name."""
LISTINGS = ("talklist", "speakerlist", "authorlist", "eventlist", "reportlist", "takeawaylist",
            "actionlist")  # fmt: skip
TAKEAWAYS = ("Bound your queues", "Test the *tests*", "")
ACTIONS: Mapping[str, tuple[str, ...]] = {
    "owner": (*AUTHORS, "Grace Hopper", "Nobody"),
    "due": ("2021-01-01", "2022-02-02"),
    "done": ("yes", "no"),
    "topics": ("Python", "Testing"),
}
LISTING_FACTS: Mapping[str, tuple[str, ...]] = {
    "event": ("europython-2020", "!pycon-2021", "*python*"),
    "topic": ("Python", "data*", "!Testing", "computing", "py"),
    "year": (">=2020", "2020", "2020, !2019-2021"),
    "language": ("en", "es", "!de"),
    "layout": ("list", "table", "cards", "matrix", "posts", "schedule", "map"),
    "author": ("Ada Lovelace", "!Bob Builder"),
    "group-by": ("event", "author", "owner", "talk", "site", "topic"),
    "site": ("ann", "!ann", "this"),
    "open": ("yes", "no"),
    "once": ("yes", "no"),
    "limit": ("1", "3"),
    "feed": ("yes", "no"),
    "scope": ("noted", "unnoted", "all"),
    "sort": ("-date", "date, -title"),
}

OTHERS = Pools(TITLES, SPEAKERS, TOPICS, EVENTS, AUTHORS)
"""What another site writes about."""

Facts = dict[str, str]


@dataclass(slots=True)
class Talk:
    """A note on a talk, as its author writes it."""

    title: str
    form: str
    speakers: list[str]
    topics: list[str]
    facts: Facts
    mention: tuple[str, str]
    """A role and what it names, in the note."""
    takeaway: str = ""
    action: Facts | None = None
    task: str = ""
    has_passage: bool = False
    """Whether a private passage is below the note, where there is a section."""
    edition: int = 0
    """Counts the edits of the words alone."""

    @property
    def is_private(self) -> bool:
        """Whether its directive says so; a pattern finds talks that say nothing."""
        is_directive = self.form in ("section", "talk", "keynote", "item")
        return is_directive and self.facts.get("audience") == "private"


@dataclass(slots=True)
class Post:
    """A report, in Markdown or reStructuredText."""

    suffix: str
    title: str
    event: str
    date: str
    author: str
    topics: list[str]
    talks: list[Talk]
    patterns: tuple[str, ...] = PATTERNS[0]
    day_heading: str = ""
    """Above the talks, for a day pattern to find."""
    is_draft: bool = False
    is_private: bool = False
    series: str = ""
    language: str = ""
    summary: str = ""
    image: str = ""
    programme: str = ""
    updated: str = ""
    old_address: str = ""


@dataclass(slots=True)
class Project:
    """Reports, a page of people, and a data file."""

    posts: dict[str, Post] = field(default_factory=dict)
    page_speakers: dict[str, Facts] = field(default_factory=dict)
    """Described by directives."""
    page_authors: dict[str, Facts] = field(default_factory=dict)
    page_events: dict[str, Facts] = field(default_factory=dict)
    data_speakers: dict[str, Facts] = field(default_factory=dict)
    """Described in the data file."""
    data_authors: dict[str, Facts] = field(default_factory=dict)
    shows_private: bool = False
    """Whether it is built with the tag ``private``."""
    has_slides: bool = True
    picture_edition: int = 1
    """The file of the picture is another one when it is another number."""
    """Whether the file is there that some talks name."""
    data_events: dict[str, Facts] = field(default_factory=dict)
    data_topics: dict[str, Facts] = field(default_factory=dict)
    programmes: Programmes = field(default_factory=dict)
    coverage: dict[str, Facts] = field(default_factory=dict)
    charts: list[Facts] = field(default_factory=list)
    """The options of what is said of each event's programme."""
    listings: dict[str, Facts] = field(default_factory=dict)
    """The options of each listing."""
    translations: Translations | None = None
    """Where Sphinx translates the project."""
    other_site: OtherSite | None = None
    """If the project lists one."""
    release: Release = field(default_factory=Release)
    """The last one, which the project compares itself with."""

    def is_hidden(self, post: Post) -> bool:
        """Whether a build leaves a report out."""
        return post.is_draft or (post.is_private and not self.shows_private)

    def edit_release(self, random: Random) -> str:
        """Let the last release be another one; gives what was done, in words."""
        posts = [f"posts/{name}" for name in POST_NAMES]
        return edit_release(self.release, random, speakers=SPEAKERS, events=EVENTS, posts=posts)

    def files(self) -> dict[str, str]:
        """The text of every source file but conf.py and the index, by its path."""
        texts = self.sources()
        if self.translations is not None:
            texts |= self.translations.files()
        texts |= self.release.files()
        return texts | (self.other_site.files() if self.other_site is not None else {})

    def sources(self) -> dict[str, str]:
        """The text of what authors wrote, without translations."""
        texts = {
            f"posts/{name}{post.suffix}": "\n".join(_post_lines(post)) + "\n"
            for name, post in self.posts.items()
        }
        texts["people.rst"] = "\n".join(self._people_lines()) + "\n"
        texts["mentions.md"] = "# Mentions\n\n" + ", ".join(_mentions(".md")) + "\n"
        texts["lists.md"] = "\n".join(("# Lists", "", *self._listing_lines(".md"))) + "\n"
        texts[PHOTO_FILE] = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
        size = self.picture_edition
        texts[PICTURE_FILE] = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"/>\n'
        )
        if self.has_slides:
            texts[SLIDES_FILE] = "Slides\n"
        texts |= {path: text_of(sessions) for path, sessions in self.programmes.items()}
        texts["people.yaml"] = yaml.safe_dump(
            {
                "speakers": {n: dict(f) for n, f in self.data_speakers.items()},
                "authors": {n: dict(f) for n, f in self.data_authors.items()},
                "events": {n: dict(f) for n, f in self.data_events.items()},
                "topics": {n: dict(f) for n, f in self.data_topics.items()},
            },
            allow_unicode=True,
        )
        return texts

    def _listing_lines(self, suffix: str) -> Iterator[str]:
        for name in LISTINGS:
            yield from _directive(suffix, name, "", self.listings.get(name, {}), "Nothing here.")
        yield from _directive(suffix, "eventlist", "", {"layout": "map"}, "Nowhere.")
        for event, options in self.coverage.items():
            yield from _directive(suffix, "coverage", event, options, "")
        for options in self.charts:
            yield from _directive(suffix, "talkchart", "", options, "No chart.")

    def _people_lines(self) -> Iterator[str]:
        yield from ("People", "======", "")
        for name, facts in self.page_speakers.items():
            yield from _directive(".rst", "speaker", name, facts, "A biography.")
        for name, facts in self.page_authors.items():
            yield from _directive(".rst", "author", name, facts, "A biography.")
        for key, facts in self.page_events.items():
            options = {"key": key} | facts
            name = options.pop("name", key)
            yield from _directive(".rst", "event", name, options, "About the event.")
        yield from ("Mentions", "--------", "", ", ".join(_mentions(".rst")))


def make_project(
    random: Random, posts: int, *, translated: str = "", lists_another: bool = False
) -> Project:
    """A random project to begin with.

    :param translated: how its translations are kept: ``compact``, ``apart``, or none
    :param lists_another: whether it lists another site
    """
    project = Project()
    if lists_another:
        project.other_site = OTHERS.site(random)
    for name in sorted(random.sample(POST_NAMES, posts)):
        project.posts[name] = make_post(random)
    project.page_speakers["Ada Lovelace"] = some_facts(random, SPEAKER_FACTS)
    project.page_authors["Bob Builder"] = some_facts(random, SPEAKER_FACTS)
    project.page_events[EVENTS[0]] = some_facts(random, EVENT_FACTS)
    project.data_speakers["Grace Hopper"] = some_facts(random, SPEAKER_FACTS)
    project.data_events[EVENTS[1]] = some_facts(random, EVENT_FACTS)
    project.data_topics["computing"] = {}
    project.data_topics["python"] = some_facts(random, TOPIC_FACTS)
    project.programmes = {path: make_programme(random, TITLES, SPEAKERS) for path in PATHS}
    project.coverage = {event: some_facts(random, COVERAGE_FACTS) for event in EVENTS[:2]}
    project.charts = [some_facts(random, CHART_FACTS) for _ in range(2)]
    if random.random() < 0.5:
        project.edit_release(random)
    if translated:
        project.translations = make_translations(
            random, project.sources(), is_compact=translated == "compact"
        )
    return project


def make_post(random: Random) -> Post:
    """A random report with a few talks."""
    return Post(
        suffix=random.choice(SUFFIXES),
        title=f"Report {random.randint(1, 9)}",
        event=random.choice(EVENTS),
        date=random.choice(DAYS),
        author=random.choice(AUTHORS),
        topics=random.sample(TOPICS, random.randint(0, 1)),
        talks=[make_talk(random) for _ in range(random.randint(1, 3))],
        patterns=random.choice(PATTERNS),
        day_heading=random.choice(DAY_HEADINGS),
        summary=random.choice(SUMMARIES),
        image=random.choice(IMAGES),
        programme=random.choice(("", "", "../programmes/two.json")),
        old_address=random.choice(OLD_ADDRESSES),
        language=random.choice(LANGUAGES),
        is_private=random.random() < 0.15,
    )


def make_talk(random: Random) -> Talk:
    """A random note on one of the few talks that there are."""
    return Talk(
        title=random.choice(TITLES),
        form=random.choice(FORMS),
        speakers=random.sample(SPEAKERS, random.randint(0, 2)),
        topics=random.sample(TOPICS, random.randint(0, 2)),
        facts=some_facts(random, TALK_FACTS),
        mention=make_mention(random),
        takeaway=random.choice(TAKEAWAYS),
        action=some_facts(random, ACTIONS) if random.random() < 0.3 else None,
        task=random.choice(("", "", "[ ]", "[x]")),
        has_passage=random.random() < 0.2,
    )


def make_mention(random: Random) -> tuple[str, str]:
    """A role and something that it may name."""
    role = random.choice(tuple(_MENTIONED))
    return role, random.choice(_MENTIONED[role])


def some_facts(random: Random, pool: Mapping[str, tuple[str, ...]]) -> Facts:
    """A few options with a value each."""
    names = random.sample(tuple(pool), random.randint(0, min(4, len(pool))))
    return {name: random.choice(pool[name]) for name in names}


_MENTIONED: Mapping[str, tuple[str, ...]] = {
    "talk": (
        *(title.replace("*", "") for title in TITLES),
        *FORMER_KEYS,
        *(f"{event}/docker-and-python" for event in EVENTS[:2]),
    ),
    "speaker": (*SPEAKERS, *ALIASES),
    "event": EVENTS[:2],
    "author": AUTHORS,
    "topic": (*TOPICS, *DECLARED_TOPICS, "py", "Snakes"),
    "takeaway": ("bound-your-queues", "test-the-tests"),
    "any": ("Docker and Python", "Grace Hopper", "Testing"),
}


def _mentions(suffix: str) -> Iterator[str]:
    for role, names in _MENTIONED.items():
        for name in names:
            yield _role(suffix, role, name)
    if suffix == ".md":
        yield from ("[a talk](#hints)", "[an event](<#pycon-2021>)")


def _post_lines(post: Post) -> Iterator[str]:
    metadata = {"event": post.event, "date": post.date, "author": post.author}
    metadata |= {"topics": ", ".join(post.topics), "series": post.series}
    metadata |= {"summary": post.summary, "image": post.image, "programme": post.programme}
    metadata["updated"] = post.updated
    metadata |= {"redirect_from": post.old_address}
    metadata |= {"language": post.language, "draft": "true" if post.is_draft else ""}
    metadata |= {"audience": "private" if post.is_private else ""}
    given = [(name, value) for name, value in metadata.items() if value]
    listed = [_listed_entry(talk) for talk in post.talks if talk.form == "listed"]
    if listed:
        given.append(("talks", "".join(f"\n  - {entry}" for entry in listed)))
    if post.patterns:
        given.append(("talk-patterns", "".join(f"\n  - {text}" for text in post.patterns)))
    if post.day_heading:
        given.append(("day-patterns", '["{weekday} {day}", "Day {day}"]'))
    if post.suffix == ".md":
        yield from ("---", *(f"{name}: {value}" for name, value in given), "---", "")
    else:
        yield from (*(f":{name}: {value}" for name, value in given), "")
    title = f"{post.title} {MARKER}" if post.is_private else post.title
    yield from _heading(post.suffix, title, "#", "=")
    if post.day_heading:
        yield from _heading(post.suffix, post.day_heading, "##", "-")
        yield from ("The day.", "")
    for talk in sorted(post.talks, key=lambda one: one.form not in ("listed", "line")):
        yield from _talk_lines(post.suffix, talk)


def _options(talk: Talk) -> Facts:
    options = dict(talk.facts)
    if talk.speakers:
        options["speakers"] = ", ".join(talk.speakers)
    if talk.topics:
        options["topics"] = ", ".join(talk.topics)
    if talk.form == "keynote":
        options.pop("kind", None)
    return options


def _listed_entry(talk: Talk) -> str:
    """A line of a post's metadata; JSON is YAML."""
    title = talk.title.replace("*", "")
    return json.dumps({"title": title} | _options(talk), ensure_ascii=False)


def _talk_lines(suffix: str, talk: Talk) -> Iterator[str]:
    """A talk in the text of a post: with a directive, unless the metadata lists it."""
    note = f"Edition {talk.edition}, see {_role(suffix, *talk.mention)}."
    if talk.is_private:
        note += f" {MARKER}"
    options = _options(talk)
    if talk.form == "listed":
        yield from (note, "")
    elif talk.form == "section":
        yield from _heading(suffix, talk.title, "##", "-")
        yield from _directive(suffix, "talk", "", options, "")
        yield from (note, "", *_taken_lines(suffix, talk))
    elif talk.form == "heading":
        title = f"{talk.title} ({', '.join(talk.speakers) or 'Nobody'})"
        yield from (*_heading(suffix, title, "##", "-"), note, "", *_taken_lines(suffix, talk))
    elif talk.form == "line":
        yield from (f"* {talk.title} - {', '.join(talk.speakers)}", "", f"  {note}", "")
    elif talk.form == "item":
        for number, line in enumerate(_directive(suffix, "talk", talk.title, options, note)):
            yield (("  " if number else "* ") + line).rstrip()
    else:
        yield from _directive(suffix, talk.form, talk.title, options, note)


def _taken_lines(suffix: str, talk: Talk) -> Iterator[str]:
    """What its author takes away from a talk, and what only some may read."""
    if talk.has_passage:
        mention = _role(suffix, "speaker", "Grace Hopper")
        yield from _directive(suffix, "private", "", {}, f"A {MARKER} passage on {mention}.")
    if talk.takeaway:
        yield from _directive(suffix, "takeaway", talk.takeaway, {}, "")
    if talk.action is not None:
        yield from _directive(suffix, "action", "Write it up", talk.action, "")
    if talk.task:
        yield from (f"- {talk.task} Tell the others", "")


def _heading(suffix: str, title: str, level: str, adornment: str) -> Iterator[str]:
    if suffix == ".md":
        yield from (f"{level} {title}", "")
    else:
        yield from (title, adornment * len(title), "")


def _directive(
    suffix: str, name: str, argument: str, options: Facts, content: str
) -> Iterator[str]:
    lines = [f":{option}: {value}" for option, value in options.items()]
    lines += ["", content] if content else []
    if suffix == ".md":
        yield from (f"```{{{name}}} {argument}".rstrip(), *lines, "```", "")
    else:
        yield f".. {name}:: {argument}".rstrip()
        yield from (f"   {line}".rstrip() for line in lines)
        yield ""


def _role(suffix: str, name: str, target: str) -> str:
    prefix = f"{{{name}}}" if suffix == ".md" else f":{name}:"
    return f"{prefix}`{target}`"
