"""Every option that authors can write: its name, what it takes, and how its text is read.

One table each for talks, speakers, events and topics. Directives, data files and the ``talks``
list of a report's metadata read the same options, and the reference pages are printed from the
tables.
"""

from __future__ import annotations

from typing import Final, cast

from sphinxcontrib_tripreport.core.languages.dates import (
    read_date,
    read_day,
    read_duration,
    read_moment,
)
from sphinxcontrib_tripreport.core.model.option_values import (
    EventValues,
    SpeakerValues,
    TalkValues,
    TopicValues,
)
from sphinxcontrib_tripreport.core.options.audience import read_audience, read_withheld
from sphinxcontrib_tripreport.core.options.option import Option, OptionTable
from sphinxcontrib_tripreport.core.options.values import (
    PROFILES,
    read_block,
    read_event_key,
    read_key,
    read_language,
    read_link_lines,
    read_names,
    read_old_keys,
    read_one_of,
    read_people,
    read_profile,
    read_programmes,
    read_rating,
    read_text,
    read_timezone,
    read_topics,
)
from sphinxcontrib_tripreport.core.text.coordinates import read_coordinates
from sphinxcontrib_tripreport.core.text.links import Link, read_url
from sphinxcontrib_tripreport.core.text.topics import each_topic

KINDS = (
    "talk",
    "keynote",
    "tutorial",
    "workshop",
    "lightning",
    "panel",
    "poster",
    "open-space",
    "sprint",
    "other",
)
STATUSES = ("attended", "watched", "missed", "planned", "cancelled")
SCOPES = ("noted", "all")
"""Which sessions of an event's programme are talks of the project."""
LINK_LABELS = ("url", "slides", "video", "code", "paper")
"""Options of a talk that are a link; the label is the option's name."""


def _literals(words: tuple[str, ...]) -> str:
    return ", ".join(f"``{word}``" for word in words)


def _join_topics(topics: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return each_topic((*topics, *more))


_TALK = (
    Option("speakers", read_people, "Names separated by ``,`` or ``;`` or new lines; "
           "if there is a ``;``, ``,`` separates nothing. ``Name <https://…>`` gives a link, "
           "``Name (Acme, Berlin)`` an affiliation."),
    Option("event", read_event_key, "The event's key; default: the report's event."),
    Option("kind", read_one_of(KINDS), f"One of {_literals(KINDS)}."),
    Option("topics", read_topics, "Separated by ``,``.", join=_join_topics),
    Option("tags", read_topics, "Another name for ``topics``.", alias_of="topics"),
    Option("start", read_moment, "``YYYY-MM-DD HH:MM`` or ``HH:MM``, in the event's time zone."),
    Option("end", read_moment, "``YYYY-MM-DD HH:MM`` or ``HH:MM``."),
    Option("duration", read_duration, "Minutes: ``45``, ``45 min`` or ``1:30``."),
    Option("day", read_day, "A date, or the day's number within the event."),
    Option("room", read_text, "The room.", is_prose=True),
    Option("track", read_text, "The track.", is_prose=True),
    Option("language", read_language, "The talk's language as a BCP 47 code such as ``pt-BR``."),
    Option("level", read_text, "Whom the talk is for, in your words.", is_prose=True),
    Option("status", read_one_of(STATUSES),
           f"One of {_literals(STATUSES)}; default ``attended``."),
    Option("rating", read_rating, "Your own opinion: 1 to 5."),
    *(Option(label, read_url, f"{label.capitalize()}: a web address or a file in the project.",
             may_be_file=True) for label in LINK_LABELS[1:]),
    Option("url", read_url, "The talk's page: a web address or a file in the project.",
           may_be_file=True),
    Option("links", read_link_lines, "More links, one a line: ``label <https://…>``.",
           may_be_file=True),
    Option("key", read_key, "What roles refer to; default: a slug of the title."),
    Option("programme", read_text, "The talk's code in the event's programme."),
    Option("image", read_url, "A picture for cards and lists: a file in the project.",
           may_be_file=True),
    Option("abstract", read_block, "What the programme says of the talk, in the markup of the"
           " document; the talk's page shows it."),
    Option("formerly", read_old_keys, "What the talk's key was before: keys, or ``event/key``,"
           " separated by ``,``. Roles, anchors and links from elsewhere go on leading there."),
    Option("again", read_text, "The same talk at an earlier event, as ``event/key``. A talk of the"
           " same title by the same speaker is found without it."),
    Option("audience", read_audience, "``private``: only builds with the tag ``private`` have it;"
           " default ``public``."),
    Option("withheld", read_withheld, "``true``: no build has the talk, because somebody wants"
           " it so."),
)  # fmt: skip
_SPEAKER = (
    Option("affiliation", read_text, "Company, university, project.", is_prose=True),
    Option("aliases", read_names, "Other names of the person, separated as in ``speakers``."),
    Option("sort", read_text, "What to sort by if the family name is not the last word: "
           "``Rossum, Guido van``."),
    Option("pronouns", read_text, "For example ``she/her``.", is_prose=True),
    Option("photo", read_url, "A picture in the project.", may_be_file=True),
    Option("description", read_text, "A sentence on the person; a directive has its content for"
           " more.", is_prose=True),
    *(Option(name, read_profile(name), _help, may_be_file=True) for name, _help in (
        ("homepage", "A web address."),
        ("github", "A user name or a web address."),
        ("gitlab", "A user name or a web address."),
        ("mastodon", "``@user@server`` or a web address."),
        ("bluesky", "A handle or a web address."),
        ("twitter", "A user name or a web address."),
        ("linkedin", "A user name or a web address."),
        ("orcid", "The identifier or a web address."),
    )),
    Option("links", read_link_lines, "More links, one a line: ``label <https://…>``.",
           may_be_file=True),
    Option("withheld", read_withheld, "``true``: the person does not want to be named, and is"
           " nowhere."),
)  # fmt: skip
_MATERIAL = (
    Option("avatar", read_url, "Another name for ``photo``.", alias_of="photo", may_be_file=True),
    Option("url", read_profile("homepage"), "Another name for ``homepage``.", alias_of="homepage",
           may_be_file=True),
    Option("slug", read_text, "The name of the person's page in Material; it is not used here."),
)  # fmt: skip
"""What Material for MkDocs writes in its ``.authors.yml`` beside our names."""
_EVENT = (
    Option("key", read_key, "What reports and roles refer to; default: a slug of the name."),
    Option("start", read_date, "The first day."),
    Option("end", read_date, "The last day; default: the first."),
    Option("place", read_text, "City or venue.", is_prose=True),
    Option("country", read_text, "The country.", is_prose=True),
    Option("coordinates", read_coordinates, "Where the place is, as latitude and longitude:"
           " ``52.52, 13.405`` or ``52°31'N 13°24'E``. Maps show it."),
    Option("url", read_url, "The event's web site.", may_be_file=True),
    Option("series", read_text, "What the event is an edition of: ``EuroPython``."),
    Option("timezone", read_timezone, "IANA name of the time zone, for example ``Europe/Berlin``."),
    Option("programme", read_programmes, "The event's programme: files of the project, or its "
           "address; one a line.", may_be_file=True),
    Option("scope", read_one_of(SCOPES), "``noted`` (default): the sessions of its programme that"
           " have notes are talks of the project; ``all``: every session is one."),
)  # fmt: skip
_TOPIC = (
    Option("key", read_key, "What the topic is known by; default: a slug of the name."),
    Option("aliases", read_topics, "Other spellings of the topic, separated by ``,``."),
    Option("parent", read_text, "The topic that this one is a part of: its key, its name or an"
           " alias."),
    Option("description", read_text, "A sentence or two on the topic."),
)  # fmt: skip

TALK_OPTIONS: Final[OptionTable[TalkValues]] = OptionTable(_TALK)
SPEAKER_OPTIONS: Final[OptionTable[SpeakerValues]] = OptionTable(_SPEAKER)
AUTHOR_OPTIONS: Final[OptionTable[SpeakerValues]] = OptionTable((*_SPEAKER, *_MATERIAL))
EVENT_OPTIONS: Final[OptionTable[EventValues]] = OptionTable(_EVENT)
TOPIC_OPTIONS: Final[OptionTable[TopicValues]] = OptionTable(_TOPIC)
PROSE: Final = tuple(option.name for option in (*_TALK, *_SPEAKER, *_EVENT) if option.is_prose)
"""The options that are words in the author's language."""


def profile_links(values: SpeakerValues) -> tuple[Link, ...]:
    """A speaker's links, in the order of the options, then those of ``links``; each once."""
    given = cast("dict[str, str]", values)
    labelled = [Link(name, given[name]) for name in PROFILES if name in given]
    return tuple(dict.fromkeys((*labelled, *values.get("links", ()))))


def talk_links(values: TalkValues) -> tuple[Link, ...]:
    """A talk's links, in the order of the options, then those of ``links``; each once."""
    given = cast("dict[str, str]", values)
    labelled = [Link(name, given[name]) for name in LINK_LABELS if name in given]
    return tuple(dict.fromkeys((*labelled, *values.get("links", ()))))
