"""``schedule.json`` of pretalx, frab, wafer and the hub of the CCC.

The schema is published as https://c3voc.de/schedule/schema.json, but few files keep to it: so
nothing is checked against it. Of version 2 (https://c3voc.de/schedule/schema2.json) the sessions
are a list of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import (
    moment_at,
    name_of_zone,
    read_clock,
    read_day,
    read_duration,
    read_moment,
    zone_of,
)
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record, one_line, text_in

NAME = "schedule.json"


def knows(data: Any) -> bool:
    """Whether the JSON is such a schedule."""
    if not isinstance(data, dict) or not isinstance(data.get("schedule"), dict):
        return False
    schedule = data["schedule"]
    return isinstance(schedule.get("conference"), dict) or isinstance(schedule.get("events"), list)


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    schedule = Record(data).record("schedule")
    conference = schedule.record("conference")
    zone = zone_of(conference.line_of("time_zone_name", "timezone"))
    programme.title = conference.line_of("title", "acronym")
    programme.timezone = name_of_zone(zone)
    programme.url = conference.line_of("url") or schedule.line_of("base_url")
    maker = SessionMaker(programme, zone)
    if isinstance(schedule.get("events"), list):
        _read_second(schedule, conference, maker)
        return
    for day in conference.records("days"):
        for room, entry in _entries(day):
            maker.add(_read_session(entry, room, day, maker))


def _entries(day: Record) -> Iterator[tuple[str, Record]]:
    """The entries of a day with the names of their rooms."""
    rooms = day.get("rooms")
    for name, entries in rooms.items() if isinstance(rooms, dict) else ():
        place = f"{day.place}.rooms[{text_in(name)}]"
        if isinstance(entries, list):
            yield from (
                (str(name), Record(entry, f"{place}[{number}]"))
                for number, entry in enumerate(entries)
                if isinstance(entry, dict)
            )


def _read_session(entry: Record, room: str, day: Record, maker: SessionMaker) -> FoundSession:
    begins = read_moment(entry.line_of("date"), maker.zone)
    if begins is None:
        clock = read_clock(entry.line_of("start"))
        begins = moment_at(read_day(day.line_of("date")), clock, maker.zone)
    return replace(
        _in_both_versions(entry, maker),
        people=people_in(entry, "persons", "speakers"),
        track=entry.line_of("track"),
        rooms=(entry.line_of("room") or room,),
        begins=begins,
        day=read_day(day.line_of("date")),
    )


def _in_both_versions(entry: Record, maker: SessionMaker) -> FoundSession:
    """What an entry says in version 1 and in version 2."""
    return FoundSession(
        title=entry.line_of("title"),
        ids=ids_of(entry),
        subtitle=entry.line_of("subtitle"),
        types=(entry.line_of("type"),),
        ends=read_moment(entry.line_of("end"), maker.zone),
        length=read_duration(entry.line_of("duration")),
        language=entry.line_of("language"),
        url=entry.line_of("url", "origin_url"),
        links=links_of(entry),
        abstract=entry.blocks_of("abstract", "description"),
        place=entry.place,
    )


def ids_of(entry: Record) -> list[str]:
    """The ids of an entry, the most lasting first."""
    return [entry.line_of(name) for name in ("guid", "code", "slug", "url", "id")]


def links_of(entry: Record) -> Iterator[tuple[str, str]]:
    """The links and attachments of an entry; they may be plain texts."""
    for name in ("links", "attachments", "recordings"):
        for link in entry.records(name):
            yield link.line_of("title", "name", "label"), link.line_of("url", "href")
        value = entry.get(name)
        for item in value if isinstance(value, list) else ():
            if isinstance(item, str):
                yield "", one_line(item)
    yield "video", entry.record("recording").line_of("url")


def _read_second(schedule: Record, conference: Record, maker: SessionMaker) -> None:
    """Read version 2, whose sessions are not inside of days and rooms."""
    tracks = {
        track.line_of("slug"): track.line_of("name")
        for track in (*schedule.records("tracks"), *conference.records("tracks"))
    }
    people = {
        person.line_of("guid", "code"): person
        for person in schedule.records("persons", "participants")
    }
    for entry in schedule.records("events"):
        track = entry.get("track")
        slug = Record(track).line_of("slug") if isinstance(track, dict) else text_in(track)
        maker.add(
            replace(
                _in_both_versions(entry, maker),
                people=people_in(entry, "participants", "persons", known=people),
                track=tracks.get(slug, "") or entry.line_of("track") or slug,
                rooms=(entry.line_of("room"),),
                begins=read_moment(entry.line_of("start", "date"), maker.zone),
            )
        )
