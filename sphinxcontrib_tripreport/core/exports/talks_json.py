"""``talks.json``: everything the project knows, for scripts and other sites.

Described by the JSON Schema ``talks.schema.json`` of the documentation. Unknown values are null
or empty, never missing; everything is sorted; times are ISO 8601. Pure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.core.catalogue.excerpts import excerpt_of
from sphinxcontrib_tripreport.core.exports.addresses import Addresses
from sphinxcontrib_tripreport.core.exports.moments import moment
from sphinxcontrib_tripreport.core.exports.sessions import sessions_of
from sphinxcontrib_tripreport.core.exports.takeaways import takeaways_of
from sphinxcontrib_tripreport.core.exports.talks_file import render_records
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.text.numbered import first_free

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.picture import Picture
    from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker, Topic
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.core.text.links import Link

_NOWHERE = Addresses()


def render_talks(
    catalogue: Catalogue,
    project: str,
    locate: Callable[[str], str],
    locate_picture: Callable[[str], str] = str,
    addresses: Addresses = _NOWHERE,
) -> bytes:
    """The content of the file, in UTF-8.

    :param locate: from the address of a link to what is written for it: a file of the project
        has another address in the output
    :param locate_picture: the same for pictures; empty if one is not in the output
    :param addresses: where things are on the site
    """
    # Each record becomes text before the next one is made.
    return render_records(
        project,
        events=(
            {
                **_event(event, catalogue, locate),
                **_address_fields(addresses.subject("event", event.key)),
            }
            for event in catalogue.events.values()
        ),
        speakers=(
            {**_speaker(each, locate), **_address_fields(addresses.subject("speaker", each.key))}
            for each in catalogue.speakers.values()
        ),
        authors=(
            {**_author(each, locate), **_address_fields(addresses.subject("author", each.key))}
            for each in catalogue.authors.values()
        ),
        topics=(
            {**_topic(each), **_address_fields(addresses.subject("topic", each.key))}
            for _key, each in sorted({**catalogue.topic_names.declared, **catalogue.topics}.items())
        ),
        talks=(
            _talk(talk, catalogue, locate, locate_picture, addresses) for talk in catalogue.talks
        ),
        takeaways=takeaways_of(catalogue, addresses.place),
        reports=(
            {
                **_report(report, catalogue, locate_picture),
                **_address_fields(addresses.place(Target(report.docname, ""))),
            }
            for report in catalogue.reports.values()
        ),
        sessions=sessions_of(catalogue),
    )


def _event(event: Event, catalogue: Catalogue, locate: Callable[[str], str]) -> dict[str, Any]:
    programme = catalogue.sessions.programmes.get(event.key)
    return {
        "key": event.key,
        "name": event.name,
        "start": _iso(event.start),
        "end": _iso(event.end),
        "place": event.place or None,
        "country": event.country or None,
        "coordinates": event.coordinates._asdict() if event.coordinates is not None else None,
        "url": locate(event.url) or None,
        "series": event.series or None,
        "timezone": event.timezone or None,
        "scope": event.scope or "noted",
        "sessions": len(programme.sessions) if programme is not None else None,
        "noted": len(catalogue.sessions.notes_by_session(event.key))
        if programme is not None
        else None,
        **_place(event.described),
    }


def _speaker(speaker: Speaker, locate: Callable[[str], str]) -> dict[str, Any]:
    return {
        "key": speaker.key,
        "name": speaker.name,
        "aliases": sorted(speaker.aliases),
        "affiliation": speaker.affiliation or None,
        "links": _links(speaker.links, locate),
        **_place(speaker.described),
    }


def _author(author: Speaker, locate: Callable[[str], str]) -> dict[str, Any]:
    return {
        "key": author.key,
        "name": author.name,
        "affiliation": author.affiliation or None,
        "links": _links(author.links, locate),
        "speaker": author.key if author.is_speaker else None,
        **_place(author.described),
    }


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "key": topic.key,
        "name": topic.name,
        "aliases": sorted(topic.aliases),
        "parent": topic.parent or None,
        "description": topic.description or None,
    }


def _address_fields(address: str) -> dict[str, str | None]:
    return {"address": address or None}


def _place(described: Target | None) -> dict[str, str | None]:
    """Where somebody or something is described."""
    docname, anchor = described or (None, None)
    return {"docname": docname, "anchor": anchor or None}


def _talk(
    talk: Talk,
    catalogue: Catalogue,
    locate: Callable[[str], str],
    locate_picture: Callable[[str], str],
    addresses: Addresses,
) -> dict[str, Any]:
    event = catalogue.events.get(talk.event)
    zone = event.timezone if event is not None else ""
    return {
        "key": talk.key,
        "name": talk.name,
        "event": talk.event or None,
        "title": talk.title,
        "kind": talk.kind,
        "speakers": list(talk.speakers),
        "topics": sorted(talk.topics),
        "start": moment(talk.day, talk.start, zone) or None,
        "end": moment(talk.end_day or talk.day, talk.end, zone) or None,
        "day": _iso(talk.day),
        "day_number": _number_of_day(talk, event),
        "start_time": _time(talk.start),
        "end_time": _time(talk.end),
        "room": talk.room or None,
        "track": talk.track or None,
        "language": talk.language or None,
        "level": talk.level or None,
        "status": talk.status or None,
        "rating": talk.rating,
        "links": _links(talk.links, locate),
        "excerpt": excerpt_of(catalogue, talk) or None,
        "image": _image(talk.image, locate_picture),
        "session": talk.session or None,
        "formerly": list(talk.former_names),
        "deliveries": [each.name for each in catalogue.deliveries_of(talk)],
        # Nothing of other sites is written here, so that theirs and ours can list each other.
        "site": None,
        "notes": [_note(note, catalogue, addresses) for note in talk.notes],
        **_address_fields(addresses.talk(talk)),
    }


def _note(note: Note, catalogue: Catalogue, addresses: Addresses) -> dict[str, Any]:
    report = catalogue.reports.get(note.docname)
    joined = catalogue.sessions.joined.get(note.target)
    return {
        "docname": note.docname,
        "anchor": note.anchor,
        "report": report.title or None if report else None,
        "date": _iso(report.date) if report else None,
        "authors": catalogue.authorship.names_in(note.docname),
        "rating": note.rating,
        "status": note.status or "attended",
        "excerpt": excerpt_of(catalogue, note) or None,
        "joined_by": joined.reason.value if joined and joined.reason else None,
        "text": addresses.text(note) or None,
        **_address_fields(addresses.place(note.target)),
    }


def _report(report: Report, catalogue: Catalogue, locate: Callable[[str], str]) -> dict[str, Any]:
    return {
        "docname": report.docname,
        "title": report.title or None,
        "event": report.event or None,
        "date": _iso(report.date),
        "authors": catalogue.authorship.names_in(report.docname),
        "language": report.language or None,
        "topics": sorted(report.topics),
        "series": report.series or None,
        "draft": report.draft,
        "excerpt": excerpt_of(catalogue, report) or None,
        "image": _image(report.image, locate),
        "updated": _iso(report.updated),
        "feed_id": report.feed_id or None,
        "reading_time": report.reading_time or None,
        "site": report.site or None,
    }


def _image(image: Picture | None, locate: Callable[[str], str]) -> str | None:
    return (locate(image.url) or None) if image is not None else None


def _links(links: Iterable[Link], locate: Callable[[str], str]) -> dict[str, str]:
    located: dict[str, str] = {}
    for link in sorted(links):
        label = first_free(link.label, located.__contains__, " (", ")")
        located[label] = locate(link.url)
    return located


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _number_of_day(talk: Talk, event: Event | None) -> int | None:
    """The day's number within the event, from 1."""
    if talk.day is None or event is None or event.start is None:
        return talk.day_number
    number = (talk.day - event.start).days + 1
    return number if number > 0 else None


def _time(time: dt.time | None) -> str | None:
    """A time of day, in hours and minutes."""
    return time.isoformat("minutes") if time is not None else None
