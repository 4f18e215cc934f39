"""The edits that authors make: each changes a project and says what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import TypeVar

from sphinxcontrib_tripreport.core.text.slugs import slug
from tests.freshness.programmes import edit_programme
from tests.freshness.project import (
    ACTIONS,
    AFFILIATED,
    AUTHORS,
    CHART_FACTS,
    COORDINATES,
    COVERAGE_FACTS,
    DAY_HEADINGS,
    DAYS,
    DECLARED_TOPICS,
    EVENT_FACTS,
    EVENTS,
    FORMS,
    IMAGES,
    LANGUAGES,
    LISTING_FACTS,
    LISTINGS,
    OLD_ADDRESSES,
    OTHERS,
    PATTERNS,
    POST_NAMES,
    SERIES,
    SPEAKER_FACTS,
    SPEAKERS,
    SUFFIXES,
    SUMMARIES,
    TAKEAWAYS,
    TALK_FACTS,
    TITLES,
    TOPIC_FACTS,
    TOPICS,
    Facts,
    Post,
    Project,
    Talk,
    make_mention,
    make_post,
    make_talk,
    some_facts,
)
from tests.freshness.release import FORMER_KEYS
from tests.freshness.translations import Translations, messages_in

_T = TypeVar("_T")
Edit = Callable[[Project, Random], str]

FEWEST_POSTS = 3
"""Edits leave so many; three more pages make Sphinx read in parallel at all."""
LISTING = 0.3
"""The share of edits of another site, if a project lists one."""
TOGGLING = 0.12
"""The share of edits that make the next builds private, or public again."""
TRANSLATING = 0.3
"""The share of edits that a translated project gets from its translators."""


def apply_edit(project: Project, random: Random) -> str:
    """Do one random edit; gives what was done, in words."""
    if project.translations is not None and random.random() < TRANSLATING:
        return _edit_translation(project.translations, project, random)
    if project.other_site is not None and random.random() < LISTING:
        return OTHERS.edit(project.other_site, random)
    if random.random() < TOGGLING:
        return _edit_tag(project, random)
    return random.choice(EDITS)(project, random)


def _edit_words(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.edition += 1
    return f"{name}: only words of “{talk.title}”"


def _edit_mention(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.mention = make_mention(random)
    return f"{name}: “{talk.title}” mentions {talk.mention}"


def _edit_title(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    old, talk.title = talk.title, _other(random, TITLES, talk.title)
    return f"{name}: “{old}” becomes “{talk.title}”"


def _rename_talk(project: Project, random: Random) -> str:
    """Another title or key; its author says what the old one was, or does not."""
    name, talk = __pick_talk(project, random)
    key, event = talk.facts.get("key") or slug(talk.title), project.posts[name].event
    if random.random() < 0.5:
        talk.title = _other(random, TITLES, talk.title)
    else:
        talk.facts["key"] = _other(random, (*TALK_FACTS["key"], *FORMER_KEYS), key)
    match random.choice(("nothing", "key", "full name")):
        case "key":
            talk.facts["formerly"] = key
        case "full name":
            talk.facts["formerly"] = f"{event}/{key}" if event else key
        case _:
            talk.facts.pop("formerly", None)
    return f"{name}: {key!r} becomes “{talk.title}”, {talk.facts}"


def _edit_formerly(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.facts["formerly"] = _other(random, TALK_FACTS["formerly"], talk.facts.get("formerly", ""))
    return f"{name}: “{talk.title}” was {talk.facts['formerly']!r} before"


def _edit_form(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.form = _other(random, FORMS, talk.form)
    return f"{name}: “{talk.title}” is written as {talk.form}"


def _rename_speaker(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.speakers[:1] = [random.choice((*SPEAKERS, *AFFILIATED))]
    return f"{name}: speakers of “{talk.title}” are {talk.speakers}"


def _add_speaker(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.speakers.append(random.choice(SPEAKERS))
    return f"{name}: speakers of “{talk.title}” are {talk.speakers}"


def _remove_speakers(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    del talk.speakers[random.randint(0, 1) :]
    return f"{name}: speakers of “{talk.title}” are {talk.speakers}"


def _edit_topics(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.topics = random.sample(TOPICS, random.randint(0, 3))
    return f"{name}: topics of “{talk.title}” are {talk.topics}"


def _edit_start(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.facts["start"] = random.choice(TALK_FACTS["start"])
    return f"{name}: “{talk.title}” starts at {talk.facts['start']}"


def _edit_facts(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.facts = some_facts(random, TALK_FACTS)
    return f"{name}: facts of “{talk.title}” are {talk.facts}"


def _move_talk(project: Project, random: Random) -> str:
    source, talk = __pick_talk(project, random)
    target = _other(random, tuple(project.posts), source)
    project.posts[source].talks.remove(talk)
    project.posts[target].talks.insert(0, talk)
    return f"{source}: “{talk.title}” moves to {target}"


def _add_talk(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    talk = make_talk(random)
    post.talks.append(talk)
    return f"{name}: gets {talk}"


def _delete_talk(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    project.posts[name].talks.remove(talk)
    return f"{name}: loses “{talk.title}”"


def _add_post(project: Project, random: Random) -> str:
    free = [name for name in POST_NAMES if name not in project.posts]
    if not free:
        return _delete_post(project, random)
    name = random.choice(free)
    project.posts[name] = make_post(random)
    return f"{name}: a new post {project.posts[name]}"


def _delete_post(project: Project, random: Random) -> str:
    if len(project.posts) <= FEWEST_POSTS:
        return _add_post(project, random)
    name, _ = __pick_post(project, random)
    del project.posts[name]
    return f"{name}: is deleted"


def _rename_post(project: Project, random: Random) -> str:
    free = [name for name in POST_NAMES if name not in project.posts]
    if not free:
        return _delete_post(project, random)
    name, post = __pick_post(project, random)
    new = random.choice(free)
    del project.posts[name]
    project.posts[new] = post
    return f"{name}: is now called {new}"


def _convert_post(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.suffix = _other(random, SUFFIXES, post.suffix)
    return f"{name}: is now a {post.suffix} file"


def _edit_metadata(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    match random.choice(("date", "author", "title", "topics", "series", "updated")):
        case "date":
            post.date = _other(random, (*DAYS, ""), post.date)
        case "updated":
            post.updated = _other(random, (*DAYS, ""), post.updated)
        case "author":
            post.author = _other(random, (*AUTHORS, ""), post.author)
        case "topics":
            post.topics = random.sample(TOPICS, random.randint(0, 2))
        case "series":
            post.series = _other(random, SERIES, post.series)
        case _:
            post.title = f"Report {random.randint(1, 9)}"
    return (
        f"{name}: “{post.title}” by {post.author!r}, {post.date!r}, updated {post.updated!r},"
        f" {post.topics}, {post.series!r}"
    )


def _edit_event(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.event = _other(random, EVENTS, post.event)
    return f"{name}: is about the event {post.event!r}"


def _edit_patterns(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.patterns = _other(random, PATTERNS, post.patterns)
    return f"{name}: its patterns are {post.patterns}"


def _edit_day_heading(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.day_heading = _other(random, DAY_HEADINGS, post.day_heading)
    return f"{name}: its talks are under {post.day_heading!r}"


def _edit_draft(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.is_draft = not post.is_draft
    return f"{name}: {'is a draft now' if post.is_draft else 'is published'}"


def _edit_audience(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.is_private = not post.is_private
    return f"{name}: {'is private now' if post.is_private else 'is public'}"


def _edit_audience_of_talk(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.facts["audience"] = _other(random, ("private", "public"), talk.facts.get("audience", ""))
    return f"{name}: “{talk.title}” is {talk.facts['audience']}"


def _edit_passage(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.has_passage = not talk.has_passage
    return f"{name}: “{talk.title}” {'gets' if talk.has_passage else 'loses'} a private passage"


def _edit_tag(project: Project, random: Random) -> str:
    project.shows_private = not project.shows_private
    return f"builds are {'private' if project.shows_private else 'public'} now"


def _edit_coordinates(project: Project, random: Random) -> str:
    facts = random.choice((project.page_events, project.data_events))
    event = facts.setdefault(random.choice(EVENTS[:2]), {})
    event["coordinates"] = _other(random, COORDINATES, event.get("coordinates", ""))
    return f"an event is described by {event}"


def _edit_described_speaker(project: Project, random: Random) -> str:
    return "people: " + _describe(project.page_speakers, random, SPEAKERS, SPEAKER_FACTS)


def _edit_described_event(project: Project, random: Random) -> str:
    return "people: " + _describe(project.page_events, random, EVENTS[:2], EVENT_FACTS)


def _edit_data_speaker(project: Project, random: Random) -> str:
    return "data: " + _describe(project.data_speakers, random, SPEAKERS, SPEAKER_FACTS)


def _edit_data_event(project: Project, random: Random) -> str:
    return "data: " + _describe(project.data_events, random, EVENTS[:2], EVENT_FACTS)


def _edit_data_topic(project: Project, random: Random) -> str:
    """Declares a topic, renames it, or moves its aliases or its place in the tree."""
    return "data: " + _describe(project.data_topics, random, DECLARED_TOPICS, TOPIC_FACTS)


def _edit_described_author(project: Project, random: Random) -> str:
    names = (*AUTHORS, "Grace Hopper")
    return "people: " + _describe(project.page_authors, random, names, SPEAKER_FACTS)


def _edit_data_author(project: Project, random: Random) -> str:
    return "data: " + _describe(project.data_authors, random, AUTHORS, SPEAKER_FACTS)


def _edit_author(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.author = _other(random, AUTHORS, post.author)
    return f"{name}: its author is {post.author}"


def _edit_takeaway(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.takeaway = _other(random, TAKEAWAYS, talk.takeaway)
    talk.task = random.choice(("", "[ ]", "[x]"))
    return f"{name}: takes away {talk.takeaway!r}, and a task {talk.task!r}"


def _edit_action(project: Project, random: Random) -> str:
    name, talk = __pick_talk(project, random)
    talk.action = some_facts(random, ACTIONS) if random.random() < 0.8 else None
    return f"{name}: an action has {talk.action}"


def _edit_listing(project: Project, random: Random) -> str:
    name = random.choice(LISTINGS)
    project.listings[name] = some_facts(random, LISTING_FACTS)
    return f"lists: {name} has {project.listings[name]}"


def _edit_language(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.language = _other(random, LANGUAGES, post.language)
    return f"{name}: its language is {post.language!r}"


def _edit_translation(translations: Translations, project: Project, random: Random) -> str:
    given = [(name, text) for name, texts in translations.catalogues.items() for text in texts]
    change = random.choice(("add", "change", "remove")) if given else "add"
    if change == "add":
        name, text = random.choice(messages_in(project.sources()))
        name = translations.name_for(name)
    else:
        name, text = random.choice(given)
    if change == "remove":
        del translations.catalogues[name][text]
        return f"{name}.po: “{text}” is no longer translated"
    return f"{name}.po: “{text}” becomes “{translations.translate(random, name, text)}”"


def _edit_summary(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.summary = _other(random, SUMMARIES, post.summary)
    return f"{name}: its summary is {post.summary!r}"


def _edit_image(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.image = _other(random, IMAGES, post.image)
    return f"{name}: its picture is {post.image!r}"


def _edit_old_address(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.old_address = _other(random, OLD_ADDRESSES, post.old_address)
    return f"{name}: its old address is {post.old_address!r}"


def _edit_picture(project: Project, random: Random) -> str:
    project.picture_edition += 1
    return "the picture is another one"


def _edit_slides(project: Project, random: Random) -> str:
    project.has_slides = not project.has_slides
    return f"the file of the slides {'comes' if project.has_slides else 'goes'}"


def _edit_programme(project: Project, random: Random) -> str:
    return edit_programme(project.programmes, random, TITLES, SPEAKERS)


def _edit_scope(project: Project, random: Random) -> str:
    """Events are described in both places: the directive counts."""
    described = random.choice((project.page_events, project.data_events))
    facts = described.setdefault(random.choice(EVENTS[:2]), {})
    facts["programme"] = random.choice(EVENT_FACTS["programme"])
    facts["scope"] = "noted" if facts.get("scope") == "all" else "all"
    return f"an event is described by {facts}"


def _edit_named_programme(project: Project, random: Random) -> str:
    name, post = __pick_post(project, random)
    post.programme = _other(
        random, ("", "/programmes/one.json", "../programmes/two.json"), post.programme
    )
    return f"{name}: its programme is {post.programme!r}"


def _edit_coverage(project: Project, random: Random) -> str:
    event = random.choice(EVENTS[:2])
    project.coverage[event] = some_facts(random, COVERAGE_FACTS)
    return f"lists: the coverage of {event} has {project.coverage[event]}"


def _edit_chart(project: Project, random: Random) -> str:
    number = random.randrange(len(project.charts))
    project.charts[number] = some_facts(random, CHART_FACTS)
    return f"lists: chart {number} has {project.charts[number]}"


def _edit_release(project: Project, random: Random) -> str:
    return project.edit_release(random)


EDITS: tuple[Edit, ...] = (
    _edit_programme,
    _edit_programme,
    _edit_programme,
    _edit_scope,
    _edit_scope,
    _edit_named_programme,
    _edit_coverage,
    _edit_chart,
    _edit_words,
    _edit_mention,
    _edit_title,
    _rename_talk,
    _rename_talk,
    _edit_formerly,
    _edit_release,
    _edit_release,
    _edit_form,
    _rename_speaker,
    _add_speaker,
    _remove_speakers,
    _edit_topics,
    _edit_start,
    _edit_facts,
    _move_talk,
    _add_talk,
    _delete_talk,
    _add_post,
    _delete_post,
    _rename_post,
    _convert_post,
    _edit_metadata,
    _edit_event,
    _edit_patterns,
    _edit_day_heading,
    _edit_draft,
    _edit_draft,  # twice, for what is hidden has to come back
    _edit_audience,
    _edit_audience,
    _edit_audience_of_talk,
    _edit_passage,
    _edit_coordinates,
    _edit_described_speaker,
    _edit_described_event,
    _edit_data_speaker,
    _edit_data_event,
    _edit_data_topic,
    _edit_data_topic,
    _edit_described_author,
    _edit_data_author,
    _edit_author,
    _edit_takeaway,
    _edit_action,
    _edit_slides,
    _edit_summary,
    _edit_image,
    _edit_old_address,
    _edit_picture,
    _edit_listing,
    _edit_language,
    _edit_language,
)


def _describe(
    described: dict[str, Facts],
    random: Random,
    names: tuple[str, ...],
    pool: Mapping[str, tuple[str, ...]],
) -> str:
    """Add, change or remove the description of a speaker, an event or a topic."""
    name = random.choice(names)
    if name in described and random.random() < 0.5:
        del described[name]
        return f"{name} is no longer described"
    described[name] = some_facts(random, pool)
    return f"{name} is described by {described[name]}"


def __pick_post(project: Project, random: Random) -> tuple[str, Post]:
    return random.choice(sorted(project.posts.items(), key=lambda item: item[0]))


def __pick_talk(project: Project, random: Random) -> tuple[str, Talk]:
    """A talk and the name of its post; makes one where no talk is left."""
    found = [(name, talk) for name, post in sorted(project.posts.items()) for talk in post.talks]
    if found:
        return random.choice(found)
    name, post = __pick_post(project, random)
    post.talks.append(make_talk(random))
    return name, post.talks[0]


def _other(random: Random, pool: tuple[_T, ...], current: _T) -> _T:
    return random.choice([one for one in pool if one != current])
