"""The people of a session, as formats of objects and lists name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sphinxcontrib_tripreport.core.model.programme import ProgrammePerson
from sphinxcontrib_tripreport.core.programmes.links_of_sessions import make_links
from sphinxcontrib_tripreport.core.programmes.record import Record, one_line
from sphinxcontrib_tripreport.core.text.names import split_speakers

_PROFILES = ("homepage", "website", "url", "github", "gitlab", "mastodon", "bluesky", "twitter",
             "linkedin", "orcid")  # fmt: skip
_PHOTOS = ("avatar_url", "avatar", "photo", "profilePicture", "profile_picture")


def people_in(
    entry: Record, *names: str, known: Mapping[str, Record] | None = None
) -> Iterator[ProgrammePerson]:
    """The people in the first of the fields *names* that is there.

    :param known: people by their ids, if the entry names no more than these
    """
    value = entry.get(*names)
    items = value.values() if isinstance(value, Mapping) else value
    if isinstance(items, str):
        yield from people_named_in(items)
        return
    if not isinstance(items, list) and not isinstance(value, Mapping):
        return
    for item in items or ():
        yield from _person(item, known or {})


def person_of(record: Record) -> ProgrammePerson:
    """The person that an object describes; their name is empty if it has none."""
    first_and_last = f"{record.line_of('firstName')} {record.line_of('lastName')}".strip()
    links = record.get("links")
    found = [
        (link.line_of("title", "label", "linkType"), link.line_of("url"))
        for link in record.records("links")
    ] + [(name, record.line_of(name)) for name in _PROFILES if name != "links"]
    # A picture of another host is for those who follow a link.
    found.append(("photo", record.line_of(*_PHOTOS) or record.record("avatar").line_of("url")))
    return ProgrammePerson(
        name=record.line_of("public_name", "name", "fullName", "full_name") or first_and_last,
        key=record.line_of("code", "guid") or _no_number(record.line_of("id")),
        affiliation=record.line_of("affiliation", "company", "organization"),
        links=make_links(found) if links or found else (),
    )


def people_named_in(text: str) -> Iterator[ProgrammePerson]:
    """The people whose names are in a text, separated as in the option ``speakers``."""
    for person in split_speakers(text):
        if name := one_line(person.name):
            yield ProgrammePerson(
                name=name,
                affiliation=person.affiliation,
                links=make_links([("homepage", person.url)]) if person.url else (),
            )


def _person(item: Any, known: Mapping[str, Record]) -> Iterator[ProgrammePerson]:
    if isinstance(item, Mapping):
        record = Record(item)
        described = known.get(record.line_of("guid", "code", "id", "slug"))
        person = person_of(described or record)
        yield person if person.name else person_of(record)
    elif isinstance(item, str | int):
        key = one_line(str(item))
        if key in known:
            yield person_of(known[key])
        elif isinstance(item, str) and not known:
            yield from people_named_in(item)


def _no_number(identity: str) -> str:
    """An id that is more than a number: numbers of merged files are several people's."""
    return "" if identity.isdigit() else identity
