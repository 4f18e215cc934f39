"""Calendars of iCalendar (RFC 5545), as conferences and their apps write them.

Each line is read by itself, and each event: one that is broken loses nothing else. Events that
recur are taken once. Of 19 calendars of conferences none had any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from itertools import takewhile
from typing import Any, Final

from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import (
    name_of_zone,
    read_day,
    read_duration,
    read_moment,
    zone_of,
)
from sphinxcontrib_tripreport.core.programmes.people import people_named_in
from sphinxcontrib_tripreport.core.programmes.record import one_line
from sphinxcontrib_tripreport.core.text.regexes import regex

NAME = "iCalendar"
_SPEAKERS: Final = (
    r"[_*\s]*(?:speakers?|presenters?|von|par|por|by|intervenant(?:e?s)?|referent(?:in|en)?)"
    r"(?![^\W_])[_* ]*:[_*\s]*"
)
_SPEAKER_LINE: Final = regex(_SPEAKERS + r"(\S.*)", re.IGNORECASE)
_ABOVE_SPEAKERS: Final = regex(_SPEAKERS, re.IGNORECASE)
_ITEM: Final = regex(r"\s*[*•–-]\s+(.*?)(?:\s[–—-]\s.*)?")
"""One of a list of speakers; what follows a dash is a job or a company."""
_NUMBERED: Final = regex(r"\d{1,4}\s+[–—-]\s+(?=\S)")
_HTML: Final = regex(r"<(?:p|br|a|ul|li|b|strong|em|div)\b[^>]*>", re.IGNORECASE)
_KIND_IN_FRONT: Final = regex(r"\[([\w -]{3,20})\]\s+(?=\S)")
_MOST_EVENTS: Final = 50_000
_APPENDED: Final = regex(r"pretalx|sched\.|sched\b|linux ?foundation", re.IGNORECASE)
"""Who writes the speakers after the title: "Title - Ann Lee, Bob Ray"."""


@dataclass(slots=True)
class _Property:
    """One line: a name, parameters, and the value as it is written."""

    value: str
    parameters: dict[str, str]


@dataclass(slots=True)
class _Event:
    line: int
    properties: dict[str, list[_Property]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The first value of a name, without its escapes."""
        found = self.properties.get(name)
        return _unescape(found[0].value) if found else ""

    def properties_named(self, name: str) -> list[_Property]:
        """Everything of a name."""
        return self.properties.get(name, [])


def read(content: bytes, programme: Programme) -> None:
    """Read what a calendar says into *programme*.

    :param content: the file: a line may be folded inside of a character, so it is bytes
    :raises ImportError: if the package icalendar is not installed
    """
    calendar, events, problems = _events(content)
    zone = zone_of(calendar.get("X-WR-TIMEZONE", ""))
    maker = SessionMaker(programme, zone)
    programme.title = one_line(calendar.get("X-WR-CALNAME") or calendar.get("NAME", ""))
    programme.timezone = name_of_zone(zone)
    for text, line in problems:
        maker.problem(text, line=line)
    names = [event.text("UID") for event in events]
    often = {uid for uid in set(names) if names.count(uid) > 1} if len(names) < 5000 else set()
    if often:
        maker.problem(f"{len(often)} UIDs are those of several events: they tell no event apart.")
    writer = calendar.get("PRODID", "") + "".join(names[:1])
    recurring, is_numbered, rooms = 0, _are_numbered(events), _rooms_alone(events)
    for event in events:
        recurring += "RRULE" in event.properties
        found = _read_session(event, maker.zone, often, has_speakers=bool(_APPENDED.search(writer)))
        if event.properties_named("DTSTART") and found.begins is None and found.day is None:
            written = event.text("DTSTART")[:60]
            maker.problem(f"“{written}” is no moment: read without one.", line=event.line)
        if is_numbered:
            found.title = _NUMBERED.sub("", found.title, count=1)
        found.rooms = _rooms_of(event, rooms)
        maker.add(found)
    if recurring:
        maker.problem(f"{recurring} events recur: each is taken once, on its first day.")


def _events(content: bytes) -> tuple[dict[str, str], list[_Event], list[tuple[str, int]]]:
    """What a calendar says of itself, its events, and what could not be read of it."""
    from icalendar.parser import Contentline

    parse: Any = Contentline  # whose types are not complete
    calendar: dict[str, str] = {}
    events: list[_Event] = []
    problems: list[tuple[str, int]] = []
    within: list[str] = []
    for number, line in _lines(content):
        try:
            name, parameters, value = parse(line).parts()
        except Exception:  # Whatever the library makes of a line, the next one is read.
            if within:
                problems.append((f"“{line[:60]}” is no line of a calendar: left out.", number))
            continue
        name = name.upper()
        if name == "BEGIN":
            within.append(value.upper())
            if within[-1] == "VEVENT" and len(events) < _MOST_EVENTS:
                events.append(_Event(number))
        elif name == "END":
            _close(within, value.upper())
        elif within[-1:] == ["VEVENT"]:
            given = {key.upper(): _first_text(item) for key, item in parameters.items()}
            events[-1].properties.setdefault(name, []).append(_Property(value, given))
        elif within[-1:] == ["VCALENDAR"]:
            calendar.setdefault(name, _unescape(value))
    return calendar, events, problems


def _close(within: list[str], name: str) -> None:
    """Leave what ends, and everything in it that has no end of its own."""
    if name in within:
        del within[len(within) - 1 - within[::-1].index(name) :]


def _lines(content: bytes) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; folded ones are joined before they are decoded."""
    held, started = b"", 1
    for number, raw in enumerate(content.splitlines(), start=1):
        if not raw:  # as after lines that end with two carriage returns
            continue
        if raw[:1] in (b" ", b"\t") and held:
            held += raw[1:]
            continue
        if held.strip():
            yield started, _decode(held)
        held, started = raw, number
    if held.strip():
        yield started, _decode(held)


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").strip()


def _read_session(
    event: _Event, zone: tzinfo | None, often: set[str], *, has_speakers: bool
) -> FoundSession:
    title, kind = event.text("SUMMARY"), ""
    if front := _KIND_IN_FRONT.match(title):
        title, kind = title[front.end() :], front[1]
    people = [*_people_in_properties(event)]
    description = event.text("DESCRIPTION")
    if not people:
        people, description = _people_in_description(description)
    if not people and has_speakers:
        title, people = _people_after_title(title)
    uid = event.text("UID")
    begins, day = _moment(event, "DTSTART", zone)
    return FoundSession(
        title=title,
        ids=("" if uid in often else uid, uid.partition("@")[0] if uid not in often else "",
             event.text("URL")),
        types=(kind,),
        people=people,
        track=event.text("CATEGORIES"),
        begins=begins,
        ends=_moment(event, "DTEND", zone)[0],
        length=read_duration(event.text("DURATION")),
        day=day,
        url=event.text("URL"),
        is_cancelled=event.text("STATUS").upper() == "CANCELLED",
        abstract=description,
        abstract_markup="html" if _HTML.search(description) else "markdown",
        place=f"event of line {event.line}",
        line=event.line,
    )  # fmt: skip


def _are_numbered(events: list[_Event]) -> bool:
    """Whether a calendar has numbers before its titles, as that of JRES: "182 - Bees"."""
    numbered = sum(bool(_NUMBERED.match(event.text("SUMMARY"))) for event in events)
    return numbered > 1 and 2 * numbered >= len(events)


def _rooms_alone(events: list[_Event]) -> set[str]:
    """The places of events that have one."""
    return {place for event in events if ", " not in (place := event.text("LOCATION"))}


def _rooms_of(event: _Event, known: set[str]) -> list[str]:
    """The rooms of an event: several if each of them is that of another event, too."""
    place = event.text("LOCATION")
    parts = place.split(", ")
    return parts if known.issuperset(parts) else [place]


def _moment(event: _Event, name: str, zone: tzinfo | None) -> tuple[datetime | None, date | None]:
    """A moment, or only a day, of an event; in the zone that it names, else in the calendar's."""
    found = event.properties_named(name)
    if not found:
        return None, None
    value, parameters = found[0].value, found[0].parameters
    own = zone_of(parameters.get("TZID", ""))
    moment = read_moment(value, own or zone)
    if moment is not None and own is not None and zone is not None:
        moment = moment.astimezone(zone)
    return moment, read_day(value)


def _people_in_properties(event: _Event) -> Iterator[ProgrammePerson]:
    for name in ("ATTENDEE", "ORGANIZER"):
        for each in event.properties_named(name):
            person = one_line(each.parameters.get("CN", "").strip('"'))
            # Addresses of mail are nobody's business.
            if "@" not in person:
                yield from people_named_in(person)


def _people_in_description(text: str) -> tuple[list[ProgrammePerson], str]:
    """Who speaks by one of the first lines of a description, and the rest of it."""
    lines = text.split("\n")
    for number, line in enumerate(lines[:4]):
        if found := _SPEAKER_LINE.fullmatch(line):
            rest = "\n".join((*lines[:number], *lines[number + 1 :])).strip()
            return list(people_named_in(found[1])), rest
    return _people_in_list(lines)


def _people_in_list(lines: list[str]) -> tuple[list[ProgrammePerson], str]:
    """Who speaks by a list at the end of a description, below a line that says so."""
    filled = [line for line in lines if line.strip()]
    items = list(takewhile(bool, (_ITEM.fullmatch(line) for line in reversed(filled))))
    before = filled[: len(filled) - len(items)]
    if not items or not before or not _ABOVE_SPEAKERS.fullmatch(before[-1]):
        return [], "\n".join(lines)
    people = [person for item in reversed(items) if item for person in people_named_in(item[1])]
    end = next(at for at in reversed(range(len(lines))) if lines[at] == before[-1])
    return people, "\n".join(lines[:end]).strip()


def _people_after_title(title: str) -> tuple[str, list[ProgrammePerson]]:
    """Speakers that a calendar has after the title, each perhaps with a job and a company."""
    before, joint, after = title.rpartition(" - ")
    if not joint or not before.strip():
        return title, []
    parts = after.split(" & ") if " & " in after else [after]
    if (
        len(parts) == 1
        and after.count(",") > 1
        and all(len(part.split()) <= 3 for part in after.split(","))
    ):
        parts = after.split(",")
    names = [part.split(",")[0].strip() for part in parts]
    return before.strip(), [ProgrammePerson(name) for name in names if name]


def _unescape(value: str) -> str:
    from icalendar.prop import vText

    return str(vText.from_ical(value)).strip()


def _first_text(item: object) -> str:
    return str(item[0]) if isinstance(item, list) and item else str(item)
