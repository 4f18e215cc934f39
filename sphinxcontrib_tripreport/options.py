"""Every option that authors can write: its name, what it takes, and how its text is read.

One table each for talks, speakers and events. Directives, data files and the ``talks`` list of a
report's metadata read the same options through :func:`read_options`, and the reference pages are
printed from the tables. Pure: imports no Sphinx.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from sphinxcontrib_tripreport.problems import Problem, Subtype, did_you_mean, quoted
from sphinxcontrib_tripreport.text.dates import (
    Moment,
    read_date,
    read_day,
    read_duration,
    read_moment,
)
from sphinxcontrib_tripreport.text.links import Link, read_link, read_url, split_links
from sphinxcontrib_tripreport.text.names import NamedPerson, split_names
from sphinxcontrib_tripreport.text.nearest import nearest
from sphinxcontrib_tripreport.text.slugs import slug
from sphinxcontrib_tripreport.text.topics import split_topics

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
LINK_LABELS = ("url", "slides", "video", "code", "paper")
"""Options of a talk that are a link; the label is the option's name."""

PROFILES = {
    "github": "https://github.com/{}",
    "gitlab": "https://gitlab.com/{}",
    "twitter": "https://twitter.com/{}",
    "linkedin": "https://www.linkedin.com/in/{}",
    "orcid": "https://orcid.org/{}",
    "bluesky": "https://bsky.app/profile/{}",
    "mastodon": "",
    "homepage": "",
}
"""Options of a speaker that are a link, with the address a bare user name stands for."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_KEY = re.compile(r"[^\s/<>`\"]+")


class Unreadable(ValueError):
    """A value that cannot be read, where some of it was (``kept``)."""

    def __init__(self, message: str, kept: Any = None) -> None:
        super().__init__(message)
        self.kept = kept


@dataclass(frozen=True, slots=True)
class Option:
    """One option: how it is called, how its text is read, what the reference says of it."""

    name: str
    read: Callable[[str], Any]
    """From the author's text; raises ValueError with what was expected."""
    help: str
    alias_of: str = ""


def _text(text: str) -> str:
    return " ".join(text.split())


def _one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        word = slug(text)
        if word in words:
            return word
        near = did_you_mean(nearest(word, words, 1))
        raise ValueError(f"expected one of {', '.join(words)}.{near}")

    return read


def _rating(text: str) -> int:
    if text.strip() not in ("1", "2", "3", "4", "5"):
        raise ValueError("expected a whole number from 1 to 5")
    return int(text)


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text.strip()):
        raise ValueError("expected a language code such as en or pt-BR")
    return text.strip().replace("_", "-")


def _key(text: str) -> str:
    key = slug(text)
    if not _KEY.fullmatch(text.strip()) or not key:
        raise ValueError("expected one word without spaces, slashes or angle brackets")
    return key


def _timezone(text: str) -> str:
    zone = text.strip()
    known = available_timezones()
    if known and zone not in known:
        raise ValueError(
            "expected the name of a time zone such as Europe/Berlin."
            + did_you_mean(nearest(zone, known, 1))
        )
    return zone


def _links(text: str) -> tuple[Link, ...]:
    good: list[Link] = []
    bad: list[str] = []
    for line in split_links(text):
        try:
            good.append(read_link(line))
        except ValueError as error:
            bad.append(f"{'' if line == text.strip() else quoted([line])[0] + ': '}{error}")
    if bad:
        raise Unreadable("; ".join(bad), tuple(good))
    return tuple(good)


def _profile(name: str) -> Callable[[str], str]:
    address = PROFILES[name]

    def read(text: str) -> str:
        user = text.strip()
        if name == "mastodon" and (found := re.fullmatch(r"@?([\w.-]+)@([\w.-]+)", user)):
            return f"https://{found[2]}/@{found[1]}"
        if address and re.fullmatch(r"@?[\w.-]+", user):
            return address.format(user.removeprefix("@"))
        return read_url(user)

    return read


def _people(text: str) -> tuple[NamedPerson, ...]:
    people: list[NamedPerson] = []
    bad: list[str] = []
    for person in split_names(text):
        try:
            people.append(NamedPerson(person.name, person.url and read_url(person.url)))
        except ValueError as error:
            people.append(NamedPerson(person.name))
            bad.append(f"“{person.url}”: {error}")
    if bad:
        raise Unreadable("; ".join(bad), tuple(people))
    return tuple(people)


def _names(text: str) -> tuple[str, ...]:
    return tuple(person.name for person in split_names(text))


def _event_key(text: str) -> str:
    if not (key := slug(text)):
        raise ValueError("expected the key or the name of an event")
    return key


_TALK = (
    Option("speakers", _people, "Names separated by ``,`` or ``;`` or new lines; "
           "where a ``;`` occurs, ``,`` separates nothing. ``Name <https://…>`` gives a link."),
    Option("event", _event_key, "The event's key; default: the report's event."),
    Option("kind", _one_of(KINDS), "One of " + ", ".join(f"``{kind}``" for kind in KINDS) + "."),
    Option("topics", split_topics, "Separated by ``,``."),
    Option("tags", split_topics, "Another name for ``topics``.", alias_of="topics"),
    Option("start", read_moment, "``YYYY-MM-DD HH:MM`` or ``HH:MM``, in the event's time zone."),
    Option("end", read_moment, "``YYYY-MM-DD HH:MM`` or ``HH:MM``."),
    Option("duration", read_duration, "Minutes: ``45``, ``45 min`` or ``1:30``."),
    Option("day", read_day, "A date, or the day's number within the event."),
    Option("room", _text, "The room."),
    Option("track", _text, "The track."),
    Option("language", _language, "The talk's language as a BCP 47 code such as ``pt-BR``."),
    Option("level", _text, "Whom the talk is for, in your words."),
    Option("status", _one_of(STATUSES),
           "One of " + ", ".join(f"``{status}``" for status in STATUSES)
           + "; default ``attended``."),
    Option("rating", _rating, "Your own opinion: 1 to 5."),
    *(Option(label, read_url, f"{label.capitalize()}: a web address or a file in the project.")
      for label in LINK_LABELS[1:]),
    Option("url", read_url, "The talk's page: a web address or a file in the project."),
    Option("links", _links, "More links, one a line: ``label <https://…>``."),
    Option("key", _key, "What roles refer to; default: a slug of the title."),
    Option("programme", _text, "The talk's code in the event's programme."),
)  # fmt: skip
_SPEAKER = (
    Option("affiliation", _text, "Company, university, project."),
    Option("aliases", _names, "Other names of the person, separated as in ``speakers``."),
    Option("sort", _text, "What to sort by where the family name is not the last word: "
           "``Rossum, Guido van``."),
    Option("pronouns", _text, "For example ``she/her``."),
    Option("photo", read_url, "A picture in the project."),
    *(Option(name, _profile(name), _help) for name, _help in (
        ("homepage", "A web address."),
        ("github", "A user name or a web address."),
        ("gitlab", "A user name or a web address."),
        ("mastodon", "``@user@server`` or a web address."),
        ("bluesky", "A handle or a web address."),
        ("twitter", "A user name or a web address."),
        ("linkedin", "A user name or a web address."),
        ("orcid", "The identifier or a web address."),
    )),
    Option("links", _links, "More links, one a line: ``label <https://…>``."),
)  # fmt: skip
_EVENT = (
    Option("key", _key, "What reports and roles refer to; default: a slug of the name."),
    Option("start", read_date, "The first day."),
    Option("end", read_date, "The last day."),
    Option("place", _text, "City or venue."),
    Option("country", _text, "The country."),
    Option("url", read_url, "The event's web site."),
    Option("series", _text, "What the event is an edition of: ``EuroPython``."),
    Option("timezone", _timezone, "IANA name of the time zone, for example ``Europe/Berlin``."),
    Option("programme", read_url, "The event's programme: a web address or a file."),
)  # fmt: skip

TALK_OPTIONS = {option.name: option for option in _TALK}
SPEAKER_OPTIONS = {option.name: option for option in _SPEAKER}
EVENT_OPTIONS = {option.name: option for option in _EVENT}


@dataclass(frozen=True, slots=True)
class OptionProblem:
    """What is wrong with one option, by the option's name."""

    name: str
    subtype: Subtype
    text: str

    def at(self, line: int, docname: str = "") -> Problem:
        """The problem with its place."""
        return Problem(self.subtype, self.text, line, docname)


def read_options(
    given: Mapping[str, str], known: Mapping[str, Option], owner: str
) -> tuple[dict[str, Any], list[OptionProblem]]:
    """The values of what was *given*, by the name of the option, aliases resolved.

    :param owner: how messages name what the options are of: ``talk``, ``speaker`` …
    :return: the values that could be read, and a problem for each that could not
    """
    values: dict[str, Any] = {}
    problems: list[OptionProblem] = []
    for name, text in given.items():
        option = known.get(name)
        if option is None:
            near = did_you_mean(nearest(name, known, 1))
            problems.append(
                OptionProblem(
                    name,
                    Subtype.OPTION,
                    f"“{owner}” has no option “{name}”; it has {', '.join(known)}.{near}",
                )
            )
            continue
        if not text.strip():
            continue
        try:
            value = option.read(text)
        except ValueError as error:
            problems.append(
                OptionProblem(
                    name, Subtype.VALUE, f"“{name}” is {quoted([text])[0]}: {_end(error)}"
                )
            )
            value = getattr(error, "kept", None)
        if value is not None:
            values.setdefault(option.alias_of or name, value)
    return values, problems


def _end(error: ValueError) -> str:
    """What an error says, as the end of a sentence."""
    said = str(error)
    return said if said.endswith((".", "?")) else f"{said}."


def profile_links(values: Mapping[str, Any]) -> tuple[Link, ...]:
    """A speaker's links, in the order of the options, then those of ``links``."""
    labelled = [Link(name, values[name]) for name in PROFILES if name in values]
    return (*labelled, *values.get("links", ()))


def talk_links(values: Mapping[str, Any]) -> tuple[Link, ...]:
    """A talk's links, in the order of the options, then those of ``links``."""
    labelled = [Link(name, values[name]) for name in LINK_LABELS if name in values]
    return (*labelled, *values.get("links", ()))


__all__ = [
    "EVENT_OPTIONS",
    "KINDS",
    "SPEAKER_OPTIONS",
    "STATUSES",
    "TALK_OPTIONS",
    "Moment",
    "Option",
    "OptionProblem",
    "Unreadable",
    "profile_links",
    "read_options",
    "talk_links",
]
