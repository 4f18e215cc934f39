"""People, events, talks and ratings in the words of https://schema.org. Pure.

Each is the plain value of a JSON object. What nobody knows is not in it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.core.exports.moments import moment
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.exports.absolute_addresses import AbsoluteAddresses
    from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.core.text.links import Link

Thing = dict[str, Any]
"""A JSON object with an ``@type``."""

_VOCABULARY = "https://schema.org/"
_ONLINE = regex(r"(?:the )?(?:online|internet|web|virtual|remote|en linea|en ligne|zoom|discord)")
_ALSO_ONLINE = regex(r"\b(?:hybrid|hibrid[oa]|hybride?|online|virtual|remote)\b", re.IGNORECASE)
BEST, WORST = 5, 1
"""Of ratings."""


def make_thing(kind: str | list[str], **properties: Any) -> Thing:
    """A thing with those of the *properties* that are known."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value}}


def person(
    catalogue: Catalogue, key: str, addresses: AbsoluteAddresses, role: str = "speaker"
) -> Thing:
    """A person by name, and where more is to be found."""
    return make_thing("Person", name=catalogue.people[key].name, url=addresses.thing(role, key))


def whole_person(who: Speaker, addresses: AbsoluteAddresses, address: str) -> Thing:
    """All that is known of a person.

    :param address: of the page about them
    """
    organization = make_thing("Organization", name=who.affiliation) if who.affiliation else None
    return make_thing(
        "Person",
        name=who.name,
        alternateName=sorted(set(who.aliases) - {who.name}),
        url=address,
        description=who.description,
        affiliation=organization,
        image=addresses.picture(who.photo) if "://" in who.photo else "",
        sameAs=[link.url for link in who.links if _is_of_the_web(link)],
    )


def conference(catalogue: Catalogue, event: Event, addresses: AbsoluteAddresses) -> Thing:
    """An event: when and where it was."""
    first, last = catalogue.days_of(event)
    return make_thing(
        # Older readers know only the first.
        ["Event", "ConferenceEvent"],
        name=event.name,
        url=addresses.thing("event", event.key),
        sameAs=addresses.link(event.url) if event.url else "",
        startDate=first.isoformat() if first is not None else "",
        endDate=last.isoformat() if last is not None else "",
        location=location(event),
        eventAttendanceMode=attendance_mode(event),
        superEvent=make_thing("EventSeries", name=event.series) if event.series else None,
    )


def location(event: Event) -> Thing | None:
    """Where an event was; None if nobody knows."""
    if is_online(event):
        url = event.url if event.url.startswith(("http://", "https://")) else ""
        return make_thing("VirtualLocation", name=event.place, url=url)
    if not (event.place_and_country or event.coordinates):
        return None
    address = make_thing("PostalAddress", addressLocality=event.place, addressCountry=event.country)
    return make_thing(
        "Place",
        name=event.place_and_country,
        address=address if event.place_and_country else None,
        geo={"@type": "GeoCoordinates", **event.coordinates._asdict()}
        if event.coordinates
        else None,
    )


def is_online(event: Event) -> bool:
    """Whether an event was nowhere else."""
    return _ONLINE.fullmatch(fold(event.place)) is not None


def attendance_mode(event: Event) -> str:
    """How people were there; empty if nobody says where it was."""
    if is_online(event):
        return f"{_VOCABULARY}OnlineEventAttendanceMode"
    if not (event.place_and_country or event.coordinates):
        return ""
    kind = "Mixed" if _ALSO_ONLINE.search(event.place) else "Offline"
    return f"{_VOCABULARY}{kind}EventAttendanceMode"


def short_talk(catalogue: Catalogue, talk: Talk, addresses: AbsoluteAddresses) -> Thing:
    """A talk in a list: its title, when it was, who gave it."""
    event = catalogue.events.get(talk.event)
    return make_thing(
        "Event",
        name=talk.title,
        url=addresses.talk(talk),
        startDate=start_of(talk, event),
        performer=[make_thing("Person", name=catalogue.people[key].name) for key in talk.speakers],
    )


def start_of(talk: Talk, event: Event | None) -> str:
    """When a talk began: a moment, else its day; empty if nobody knows."""
    return _moment_or_day(talk.day, talk.start, event)


def end_of(talk: Talk, event: Event | None) -> str:
    """The moment at which a talk ended; empty if nobody knows."""
    day = talk.end_day or talk.day
    return _moment_or_day(day, talk.end, event) if talk.end is not None else ""


def _moment_or_day(day: dt.date | None, time: dt.time | None, event: Event | None) -> str:
    whole = moment(day, time, event.timezone if event is not None else "")
    return whole or (day.isoformat() if day is not None else "")


def review(catalogue: Catalogue, note: Note, addresses: AbsoluteAddresses) -> Thing:
    """The opinion of a note's author."""
    report = catalogue.reports.get(note.docname)
    return make_thing(
        "Review",
        url=addresses.note(note),
        author=authors(catalogue, note.docname, addresses),
        datePublished=report.date.isoformat() if report and report.date else "",
        reviewRating=make_thing(
            "Rating", ratingValue=note.rating, bestRating=BEST, worstRating=WORST
        ),
    )


def authors(catalogue: Catalogue, docname: str, addresses: AbsoluteAddresses) -> list[Thing]:
    """Who wrote a report."""
    keys: Iterable[str] = catalogue.authorship.of_report(docname)
    return [person(catalogue, key, addresses, "author") for key in keys]


def _is_of_the_web(link: Link) -> bool:
    return link.url.startswith(("http://", "https://"))
