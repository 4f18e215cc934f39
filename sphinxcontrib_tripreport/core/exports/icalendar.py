"""Calendars: the events that were visited, and the talks of each. Pure.

As RFC 5545 has them, with the names of RFC 7986: lines end in CRLF and are folded between
characters at 75 octets. Moments are in UTC; without the zone of an event they are those of any
clock. An event of days ends on the day after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, time, timedelta
from typing import Final

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.excerpts import first_words
from sphinxcontrib_tripreport.core.catalogue.lasting_names import lasting_name
from sphinxcontrib_tripreport.core.exports.moments import moment_in
from sphinxcontrib_tripreport.core.exports.uids import uids
from sphinxcontrib_tripreport.core.model.records import Event
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.coordinates import plain
from sphinxcontrib_tripreport.core.text.regexes import regex

_WIDEST: Final = 75
"""Octets of a line."""
_IN_WEB: Final = regex(r"https?://[^\s\x00-\x1f\x7f]+")
_UID_ALONE: Final = uids("")
"""Ids of a site without an address."""
_ATTACHED: Final = ("video", "slides", "paper")
"""The links that entries have."""


def render_events(
    catalogue: Catalogue,
    name: str,
    address: Callable[[Event], str],
    uid: Callable[[str], str] = _UID_ALONE,
) -> str:
    """The calendar of all events whose days are known.

    :param name: of the calendar
    :param address: where an event is on the site; empty if nowhere
    :param uid: from a key or a name to an id, as :func:`.uids` makes it
    """
    events = catalogue.events.values()
    found = (_event(catalogue, event, address(event), uid) for event in events)
    return _calendar(name, (lines for lines in found if lines))


def render_talks(
    catalogue: Catalogue,
    event: Event,
    talks: Iterable[Talk],
    address: Callable[[Talk], str],
    uid: Callable[[str], str] = _UID_ALONE,
) -> str:
    """The calendar of an event's talks whose day is known.

    :param address: where a talk is on the site
    :param uid: from a name to an id
    """
    found = (_talk(catalogue, event, talk, address(talk), uid) for talk in talks)
    return _calendar(event.name, (lines for lines in found if lines))


def render_all(
    catalogue: Catalogue,
    name: str,
    address_of_event: Callable[[Event], str],
    address_of_talk: Callable[[Talk], str],
    uid: Callable[[str], str] = _UID_ALONE,
) -> str:
    """The calendar of all events, and of the talks of each, whose days are known."""
    found = []
    for event in catalogue.events.values():
        found.append(_event(catalogue, event, address_of_event(event), uid))
        talks = catalogue.talks_at(event.key)
        found += [_talk(catalogue, event, talk, address_of_talk(talk), uid) for talk in talks]
    return _calendar(name, filter(None, found))


def _calendar(name: str, entries: Iterable[list[str]]) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//sphinxcontrib-tripreport//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for entry in entries:
        lines += ["BEGIN:VEVENT", *entry, "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))


def _event(
    catalogue: Catalogue, event: Event, address: str, uid: Callable[[str], str]
) -> list[str]:
    first, last = catalogue.days_of(event)
    if first is None:
        return []
    properties = {
        "UID": _text(uid(event.key)),
        "DTSTAMP": _stamp(catalogue, event),
        "DTSTART;VALUE=DATE": f"{_day(first)}",
        "DTEND;VALUE=DATE": f"{_day(_day_after(last or first))}",
        "SUMMARY": _text(event.name),
        "LOCATION": _text(event.place_and_country),
        "GEO": ";".join(map(plain, event.coordinates or ())),
        "URL": address or event.url,
    }
    return list(_lines(properties))


def _talk(
    catalogue: Catalogue, event: Event, talk: Talk, address: str, uid: Callable[[str], str]
) -> list[str]:
    if talk.day is None:
        return []
    speakers = ", ".join(catalogue.people[key].name for key in talk.speakers)
    properties = {
        "UID": _text(uid(lasting_name(catalogue, talk))),
        "DTSTAMP": _stamp(catalogue, event),
        **_times(talk, event.timezone),
        "SUMMARY": _text(f"{talk.title} – {speakers}" if speakers else talk.title) or talk.key,
        "DESCRIPTION": _text(first_words(catalogue, talk)),
        "LOCATION": _text(talk.room),
        "URL": address,
        # Others than these are in the calendar because somebody was there.
        "CATEGORIES": talk.status if talk.status in ("planned", "missed", "watched") else "",
        "STATUS": "CANCELLED" if talk.status == "cancelled" else "",
    }
    return [*_lines(properties), *_attached(talk)]


def _attached(talk: Talk) -> Iterator[str]:
    """Where there is more of it on the web."""
    for link in talk.links:
        if link.label in _ATTACHED and _IN_WEB.fullmatch(link.url):
            yield f"ATTACH:{link.url}"


def _times(talk: Talk, zone: str) -> dict[str, str]:
    day = talk.day or date.min
    if talk.start is None:
        return {
            "DTSTART;VALUE=DATE": f"{_day(day)}",
            "DTEND;VALUE=DATE": f"{_day(_day_after(day))}",
        }
    times = {"DTSTART": _moment(day, talk.start, zone)}
    if talk.end is not None:
        times["DTEND"] = _moment(talk.end_day or day, talk.end, zone)
    return times


def _moment(day: date, clock: time, zone: str) -> str:
    moment, end = moment_in(day, clock, zone), ""
    if moment.tzinfo is not None:
        # Before the first year and after the last one there is no time in UTC.
        with suppress(OverflowError):
            moment, end = moment.astimezone(UTC), "Z"
    return f"{_day(moment)}T{moment:%H%M%S}{end}"


def _day(day: date) -> str:
    # On some systems strftime writes years before 1000 with fewer digits.
    return f"{day.year:04}{day:%m%d}"


def _stamp(catalogue: Catalogue, event: Event) -> str:
    """When what is said was written: the latest report's date, never that of the build."""
    dates = (report.date for report in catalogue.reports_on(event.key))
    latest = max(filter(None, (*dates, event.end, event.start)), default=date(1970, 1, 1))
    return f"{_day(latest)}T000000Z"


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _lines(properties: dict[str, str]) -> Iterator[str]:
    return (f"{name}:{value}" for name, value in properties.items() if value)


def _text(text: str) -> str:
    """A text as a value: what would end it is escaped."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return without_controls("\\n".join(text.splitlines()))


def _fold(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, all but the first beginning with a blank."""
    octets = line.encode("utf-8", "replace")
    begin, space = 0, ""
    while len(octets) - begin > _WIDEST - len(space):
        end = begin + _WIDEST - len(space)
        while octets[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        yield space + octets[begin:end].decode()
        begin, space = end, " "
    yield space + octets[begin:].decode()
