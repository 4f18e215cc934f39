"""How the text of an option is read: one function a kind of value. Pure.

Each takes what the author wrote, gives the value, and raises ValueError with what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import dedent
from typing import Any
from zoneinfo import available_timezones

from sphinxcontrib_tripreport.core.languages.codes import read_code
from sphinxcontrib_tripreport.core.text.brackets import closing, join_cut
from sphinxcontrib_tripreport.core.text.links import (
    Link,
    is_file,
    read_link,
    read_url,
    say_no_file,
    split_links,
)
from sphinxcontrib_tripreport.core.text.names import (
    NamedPerson,
    never_closed,
    split_names,
    split_speakers,
)
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, expected_one_of, quoted
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug, slug_path
from sphinxcontrib_tripreport.core.text.topics import split_topics

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

_BETWEEN_FILES = regex(r"[\n\r]|,\s")
_KEY = regex(r"[^\s/<>`\"]+")


class Unreadable(ValueError):
    """A value that cannot be read as a whole, with what of it could be (``kept``)."""

    def __init__(self, message: str, kept: Any = None) -> None:
        super().__init__(message)
        self.kept = kept


def items_of(text: str) -> str:
    """The items of a list that was written as YAML, one a line; any other text as it is.

    MyST gives a list in an option block as text: ``[a, b]``, or ``- a - b`` for one item a line.
    """
    written = text.strip()
    if written.startswith("[") and written.endswith("]"):
        items = join_cut(re.split(r",\s*", written[1:-1]), ", ")
    elif written.startswith("- "):
        items = join_cut(re.split(r"(?:^|(?<!\s)\s+)-\s+", written), " - ")
    else:
        return text
    return "\n".join(item.strip("\"' ") for item in items if item.strip())


def read_topics(text: str) -> tuple[str, ...]:
    """Topics, separated by commas or lines."""
    return split_topics(items_of(text))


def read_text(text: str) -> str:
    return " ".join(text.split())


def read_block(text: str) -> str:
    """A text of any markup, with its lines."""
    first, *others = text.expandtabs().splitlines()
    return "\n".join([first.strip(), *dedent("\n".join(others)).splitlines()]).strip()


class OneOf:
    """Reads one of some words, which schemas ask for."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words

    def __call__(self, text: str) -> str:
        word = slug(text)
        if word in self.words:
            return word
        raise ValueError(expected_one_of(self.words, nearest(word, self.words, 1)))


def read_one_of(words: tuple[str, ...]) -> OneOf:
    return OneOf(words)


def read_rating(text: str) -> int:
    if text.strip() not in ("1", "2", "3", "4", "5"):
        raise ValueError("expected a whole number from 1 to 5")
    return int(text)


def read_language(text: str) -> str:
    return read_code(text)


def read_key(text: str) -> str:
    key = slug(text)
    if not _KEY.fullmatch(text.strip()) or not key:
        raise ValueError("expected one word without spaces, slashes or angle brackets")
    return key


def read_old_keys(text: str) -> tuple[str, ...]:
    """Keys of talks, or ``event/key``, separated by commas or lines."""
    items = [item.strip() for line in text.splitlines() for item in line.split(",")]
    keys = tuple(dict.fromkeys(slug_path(item.strip("/")) for item in items if item))
    if not all(key and all(key.split("/")) and key.count("/") < 2 for key in keys):
        raise ValueError("expected old keys such as “docker” or “europython-2020/docker”")
    return keys


def read_timezone(text: str) -> str:
    zone = text.strip()
    known = available_timezones()
    if known and zone not in known:
        raise ValueError(
            "expected the name of a time zone such as Europe/Berlin."
            + did_you_mean(nearest(zone, known, 1))
        )
    return zone


def read_link_lines(text: str) -> tuple[Link, ...]:
    good: list[Link] = []
    bad: list[str] = []
    for line in split_links(items_of(text)):
        try:
            good.append(read_link(line))
        except ValueError as error:
            bad.append(f"{'' if line == text.strip() else quoted([line])[0] + ': '}{error}")
    if bad:
        raise Unreadable("; ".join(bad), tuple(good))
    return tuple(good)


def read_programmes(text: str) -> tuple[Link, ...]:
    """The files and the address of a programme, one a line, or separated by a comma and a blank."""
    parts = filter(None, (part.strip() for part in _BETWEEN_FILES.split(text)))
    return tuple(Link("programme", read_url(part)) for part in parts)


def read_profile(name: str) -> Callable[[str], str]:
    address = PROFILES[name]

    def read(text: str) -> str:
        user = text.strip()
        if name == "mastodon" and (found := re.fullmatch(r"@?([\w.-]+)@([\w.-]+)", user)):
            return f"https://{found[2]}/@{found[1]}"
        if address and re.fullmatch(r"@?[\w.-]+", user):
            return address.format(user.removeprefix("@"))
        url = read_url(user)
        if name == "mastodon" and is_file(url):
            near = did_you_mean([f"https://{url}"]) if "/" in url else ""
            raise ValueError(f"expected @user@server or a web address.{near}")
        return url

    return read


def read_people(text: str) -> tuple[NamedPerson, ...]:
    """Speakers, with links and affiliations."""
    people: list[NamedPerson] = []
    bad: list[str] = []
    items = items_of(text)
    for person in split_speakers(items):
        if not person.url:
            people.append(person)
            continue
        try:
            people.append(person._replace(url=_read_address(person.url)))
        except ValueError as error:
            people.append(person._replace(url=""))
            bad.append(f"“{person.url}”: {error}")
    bad += (f"expected “{closing(rest[0])}” after “{rest}”" for rest in never_closed(items))
    if bad:
        raise Unreadable("; ".join(bad), tuple(people))
    return tuple(people)


def _read_address(text: str) -> str:
    """The address of a person, which is no file of the project."""
    url = read_url(text)
    if is_file(url):
        raise ValueError(say_no_file(url, "").removeprefix(": ").removesuffix("."))
    return url


def read_names(text: str) -> tuple[str, ...]:
    return tuple(person.name for person in split_names(items_of(text)))


def read_event_key(text: str) -> str:
    if not (key := slug(text)):
        raise ValueError("expected the key or the name of an event")
    return key
