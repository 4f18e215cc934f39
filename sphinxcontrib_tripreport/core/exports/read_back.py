"""``talks.json`` read back: what a build knew, for programs that do not build. Pure.

Anybody may have written the file: what is not as the schema has it is left out, and addresses with
a scheme that could act.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.catalogue.sessions import ALL
from sphinxcontrib_tripreport.core.exports.talks_file import VERSION
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker
from sphinxcontrib_tripreport.core.options.tables import KINDS, STATUSES
from sphinxcontrib_tripreport.core.programmes import talks_json
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.coordinates import coordinates_in
from sphinxcontrib_tripreport.core.text.links import Link, read_url
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.slugs import slug

_Fields = dict[str, Any]
_LONGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class TalksFile:
    """What a file says."""

    project: str
    catalogue: Catalogue
    addresses: dict[tuple[str, str], str]
    """By the member of the file and the key, name or docname in it."""
    notes: dict[Target, str]
    """The addresses of notes."""
    texts: dict[Target, str]
    """What notes say, in plain text."""


def read_talks(content: bytes) -> TalksFile:
    """What a file says.

    :raises ValueError: if it is no such file, or one of a later version
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is no JSON: {error}") from None
    version = found.get("version") if isinstance(found, dict) else None
    if not isinstance(version, int) or version < 1:
        raise ValueError("it is no talks.json: expected an object with a “version”")
    if version > VERSION:
        raise ValueError(
            f"it has version {version}: expected {VERSION} or less. Is there a later release?"
        )
    return _read(found)


def _read(found: _Fields) -> TalksFile:
    names = {_key(each): _text(each, "name") for each in _members(found, "speakers")}
    addresses: dict[tuple[str, str], str] = {}
    for member, name in _NAMED:
        for each in _members(found, member):
            addresses[member, _text(each, name)] = _url(each.get("address"))
    notes: list[Note] = []
    at: dict[Target, str] = {}
    texts: dict[Target, str] = {}
    for talk in _members(found, "talks"):
        for given in _members(talk, "notes"):
            note = _note(talk, given, names)
            if note.key and note.title and note.docname:
                notes.append(note)
                at[note.target] = _url(given.get("address"))
                texts[note.target] = str(given.get("text") or "")
    reports = map(_report, _members(found, "reports"))
    records = Records(
        notes=tuple(notes),
        reports={report.docname: report for report in reports if report.docname},
        speakers=tuple(_people(found)),
        events=tuple(map(_event, _members(found, "events"))),
        programmes=dict(_programmes(found)),
    )
    return TalksFile(_text(found, "project"), Catalogue(records), addresses, at, texts)


_NAMED: Final = (
    ("events", "key"),
    ("speakers", "key"),
    ("authors", "key"),
    ("talks", "name"),
    ("reports", "docname"),
)
"""The members of which addresses are kept, and what each is known by."""


def _event(found: _Fields) -> Event:
    return Event(
        key=_key(found),
        name=_text(found, "name") or _key(found),
        start=_date(found.get("start")),
        end=_date(found.get("end")),
        place=_text(found, "place"),
        country=_text(found, "country"),
        coordinates=coordinates_in(found.get("coordinates")),
        url=_url(found.get("url")),
        series=_text(found, "series"),
        timezone=_zone(_text(found, "timezone")),
        scope=ALL if _text(found, "scope") == ALL else "",
        described=_described_target(found),
    )


def _programmes(found: _Fields) -> Iterator[tuple[str, Programme]]:
    """By event, the talks of archives that nobody noted."""
    for event in _members(found, "events"):
        talks = [
            talk
            for talk in _members(found, "talks")
            if slug(_text(talk, "event")) == _key(event) and not _members(talk, "notes")
        ]
        if _text(event, "scope") == ALL and talks:
            programme = Programme(talks_json.NAME)
            talks_json.read({**found, "talks": talks}, programme)
            programme.sessions = [replace(each, is_talk=True) for each in programme.sessions]
            yield _key(event), programme


def _people(found: _Fields) -> Iterator[Speaker]:
    """All people: who is both is described twice, once a side."""
    for member, is_speaker in (("speakers", True), ("authors", False)):
        for each in _members(found, member):
            if _text(each, "name"):
                yield Speaker(
                    key=_key(each),
                    name=_text(each, "name"),
                    aliases=tuple(_texts(each, "aliases")),
                    affiliation=_text(each, "affiliation"),
                    links=_links(each),
                    is_speaker=is_speaker,
                    is_author=not is_speaker,
                )


def _note(talk: _Fields, found: _Fields, names: dict[str, str]) -> Note:
    begins, ends = _moment(talk.get("start")), _moment(talk.get("end"))
    day, number = _date(talk.get("day")), talk.get("day_number")
    has_number = isinstance(number, int) and 0 < number < _LONGEST
    rating, status = found.get("rating"), _text(found, "status") or _text(talk, "status")
    kind = _text(talk, "kind")
    return Note(
        docname=_text(found, "docname"),
        anchor=_text(found, "anchor"),
        line=0,
        key=_key(talk),
        title=_text(talk, "title"),
        event=slug(_text(talk, "event")),
        speakers=tuple(
            NamedPerson(names[key]) for key in _texts(talk, "speakers") if names.get(key)
        ),
        kind=kind if kind in KINDS else "",
        topics=tuple(_texts(talk, "topics")),
        day=day if day is not None or not has_number else number,
        start=begins.time() if begins else _time(talk.get("start_time")),
        end=ends.time() if ends else _time(talk.get("end_time")),
        end_day=ends.date() if ends and day and ends.date() != day else None,
        room=_text(talk, "room"),
        track=_text(talk, "track"),
        language=_text(talk, "language"),
        level=_text(talk, "level"),
        status=status if status in STATUSES else "",
        rating=rating if isinstance(rating, int) and 1 <= rating <= 5 else None,
        links=_links(talk),
        excerpt=_text(found, "excerpt"),
        formerly=tuple(_texts(talk, "formerly")),
    )


def _report(found: _Fields) -> Report:
    return Report(
        docname=_text(found, "docname"),
        title=_text(found, "title"),
        event=slug(_text(found, "event")),
        date=_date(found.get("date")),
        updated=_date(found.get("updated")),
        authors=tuple(_texts(found, "authors")),
        language=_text(found, "language"),
        topics=tuple(_texts(found, "topics")),
        series=_text(found, "series"),
        draft=found.get("draft") is True,
        excerpt=_text(found, "excerpt"),
        feed_id="".join(_text(found, "feed_id").split()),
    )


# Values


def _members(found: _Fields, name: str) -> list[_Fields]:
    given = found.get(name)
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []


def _text(found: _Fields, name: str) -> str:
    value = found.get(name)
    return without_controls(" ".join(value.split())) if isinstance(value, str) else ""


def _texts(found: _Fields, name: str) -> list[str]:
    given = found.get(name)
    values = [each for each in given if isinstance(each, str)] if isinstance(given, list) else []
    return [text for value in values if (text := without_controls(" ".join(value.split())))]


def _key(found: _Fields) -> str:
    return slug(_text(found, "key"))


def _described_target(found: _Fields) -> Target | None:
    docname, anchor = _text(found, "docname"), _text(found, "anchor")
    return Target(docname, anchor) if docname and anchor else None


def _links(found: _Fields) -> tuple[Link, ...]:
    given = found.get("links")
    links = given.items() if isinstance(given, dict) else ()
    return tuple(Link(label, _url(url)) for label, url in links if _url(url))


def _url(value: object) -> str:
    try:
        return read_url(value) if isinstance(value, str) else ""
    except ValueError:
        return ""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    return name


def _date(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _time(value: object) -> dt.time | None:
    try:
        return dt.time.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else None
    except ValueError:
        return None


def _moment(value: object) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
