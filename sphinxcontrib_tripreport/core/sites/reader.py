"""The ``talks.json`` of another site, of version 1 or 2, as records. Never raises.

Nothing is believed: a field that is not as the schema says is empty, words are one line of plain
text, links lead to the web alone. Of pictures nothing is read: no page asks anything of the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, Final

from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker
from sphinxcontrib_tripreport.core.model.sites import OtherSite, SiteRecords
from sphinxcontrib_tripreport.core.options.tables import KINDS, STATUSES
from sphinxcontrib_tripreport.core.sites.addresses import OtherSiteAddresses
from sphinxcontrib_tripreport.core.sites.fields import (
    JsonRow,
    date_of,
    language_of,
    number_of,
    rows_in,
    text_of,
    texts_in,
    time_of,
    word_of,
)
from sphinxcontrib_tripreport.core.text.coordinates import coordinates_in
from sphinxcontrib_tripreport.core.text.excerpts import LONGEST, shorten
from sphinxcontrib_tripreport.core.text.names import NamedPerson, name_key
from sphinxcontrib_tripreport.core.text.slugs import slug

LARGEST: Final = 32 * 1024 * 1024
"""Bytes of a file: one of 1,000 talks has about 1 MB."""
MOST: Final = 20_000
"""How many of each are read: talks, reports, speakers, events, notes, topics, authors."""
NEWEST: Final = 2
"""The version of the file that is known."""
_LISTS: Final = ("talks", "reports", "speakers", "events")


def read_site(content: bytes, site: OtherSite) -> SiteRecords:
    """Read what a site says.

    :param content: its ``talks.json``
    :param site: its name is taken from the file
    """
    if len(content) > LARGEST:
        return _refuse(site, f"has over {LARGEST // 1024 // 1024} MB")
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        return _refuse(site, f"is not JSON: {reason}")
    if not _is_known(data):
        return _refuse(site, "is no talks.json: expected a file that this extension wrote")
    return _Reader(data, site._replace(name=text_of(data, "project", 80) or site.key)).read()


def is_readable(content: bytes) -> bool:
    """Whether a file is a ``talks.json``, of whichever version."""
    try:
        return _is_known(json.loads(content))
    except (ValueError, RecursionError):
        return False


def _is_known(data: object) -> bool:
    return (
        isinstance(data, dict)
        and type(data.get("version")) is int
        and any(isinstance(data.get(name), list) for name in _LISTS)
    )


def _refuse(site: OtherSite, reason: str) -> SiteRecords:
    text = f"The talks.json of the site “{site.key}” {reason}. Nothing of it is shown."
    return SiteRecords(site._replace(name=site.key), problems=(Problem(Subtype.SITE, text),))


class _Reader:
    """Reads one file."""

    def __init__(self, data: JsonRow, site: OtherSite) -> None:
        self._data = data
        self._site = site
        self._addresses = OtherSiteAddresses(site.url)
        self._people = {
            text_of(row, "key"): NamedPerson(name)
            for row in rows_in(data, "speakers", MOST)
            if (name := text_of(row, "name", 200)) and name_key(name)
        }
        self._reports: dict[str, Report] = {}
        self._topics, self._names = _Few(), _Few()
        self._notes = 0

    def read(self) -> SiteRecords:
        """Everything that is known of a talk, a report, a speaker or an event."""
        for row in rows_in(self._data, "reports", MOST):
            self._read_report(row)
        talks = rows_in(self._data, "talks", MOST)
        notes = tuple(islice((note for row in talks for note in self._notes_in(row)), MOST + 1))
        self._notes = len(notes)
        speakers = tuple(self._speakers())
        events = tuple(self._events())
        return SiteRecords(
            self._site,
            notes[:MOST],
            tuple(self._reports.values()),
            speakers,
            events,
            tuple(Problem(Subtype.SITE, text) for text in self._problems()),
        )

    def _problems(self) -> Iterator[str]:
        which = f"The talks.json of the site “{self._site.key}”"
        version = self._data["version"]
        if version > NEWEST:
            yield (
                f"{which} is of version {version}: expected {NEWEST} at most;"
                " what is known of it is shown."
            )
        for name in _LISTS:
            value = self._data.get(name)
            if isinstance(value, list) and len(value) > MOST:
                yield f"{which} has {len(value)} {name}: the first {MOST} are shown."
        if self._notes > MOST or self._topics.is_full or self._names.is_full:
            yield f"{which} has over {MOST} notes, topics or authors: the first are shown."
        if self._addresses.unsafe:
            yield (
                f"{which} has {self._addresses.unsafe} links that are no addresses of the web:"
                " they are left out."
            )

    def _read_report(self, row: JsonRow) -> None:
        place = self._addresses.place(row)
        # What a site repeats of others is said there.
        if place is None or row.get("draft") is True or row.get("site"):
            return
        self._keep_report(
            Report(
                place.docname,
                title=text_of(row, "title"),
                event=slug(text_of(row, "event")),
                date=date_of(row, "date"),
                authors=self._authors(row),
                language=language_of(row, "language"),
                topics=self._topics.keep_as_many(texts_in(row, "topics")),
                series=text_of(row, "series"),
                excerpt=shorten(text_of(row, "excerpt", 2 * LONGEST)),
                reading_time=number_of(row, "reading_time", 1000) or 0,
                site=self._site.key,
            )
        )

    def _keep_report(self, report: Report) -> None:
        self._reports.setdefault(report.docname, report)

    def _notes_in(self, row: JsonRow) -> Iterator[Note]:
        title = text_of(row, "title")
        if not title or row.get("site"):
            return
        said = self._talk(row, title)
        is_noted = False
        for note in rows_in(row, "notes"):
            is_noted = True
            if (place := self._addresses.place(note)) is not None:
                yield self._note(said, note, place)
        # A session of an archive, with a page of its own, that no report of the site is about.
        if not is_noted and row.get("address") and (place := self._addresses.place(row)):
            yield Note(place.docname, place.anchor, 0, **said, site=self._site.key)

    def _note(self, said: dict[str, Any], row: JsonRow, place: Target) -> Note:
        self._keep_report(
            Report(
                place.docname,
                title=text_of(row, "report"),
                event=said["event"],
                date=date_of(row, "date"),
                authors=self._authors(row),
                site=self._site.key,
            )
        )
        return Note(
            docname=place.docname,
            anchor=place.anchor,
            line=0,
            **{
                **said,
                "rating": number_of(row, "rating", 5) if "rating" in row else said["rating"],
                "status": word_of(row, "status", STATUSES) or said["status"],
                "excerpt": shorten(text_of(row, "excerpt", 2 * LONGEST)) or said["excerpt"],
            },
            site=self._site.key,
        )

    def _talk(self, row: JsonRow, title: str) -> dict[str, Any]:
        """The facts of a talk, which each note on it tells."""
        day = date_of(row, "day") or date_of(row, "start")
        last = date_of(row, "end")
        people = (self._people.get(key) for key in texts_in(row, "speakers"))
        return {
            "key": slug(text_of(row, "key")) or slug(title) or "talk",
            "title": title,
            "event": slug(text_of(row, "event")),
            "speakers": tuple(filter(None, people)),
            "kind": word_of(row, "kind", KINDS),
            "topics": self._topics.keep_as_many(texts_in(row, "topics")),
            "day": day or number_of(row, "day_number", 366),
            "start": time_of(row, "start_time", "start"),
            "end": time_of(row, "end_time", "end"),
            "end_day": last if day is not None and last is not None and last > day else None,
            "room": text_of(row, "room"),
            "track": text_of(row, "track"),
            "language": language_of(row, "language"),
            "level": text_of(row, "level"),
            "status": word_of(row, "status", STATUSES),
            "rating": number_of(row, "rating", 5),
            "links": self._addresses.links(row),
            "programme": text_of(row, "session"),
            "excerpt": shorten(text_of(row, "excerpt", 2 * LONGEST)),
        }

    def _authors(self, row: JsonRow) -> tuple[str, ...]:
        return self._names.keep_as_many(name for name in texts_in(row, "authors") if name_key(name))

    def _speakers(self) -> Iterator[Speaker]:
        for row in rows_in(self._data, "speakers", MOST):
            person = self._people.get(text_of(row, "key"))
            if person is not None:
                yield Speaker(
                    key=name_key(person.name),
                    name=person.name,
                    aliases=tuple(name for name in texts_in(row, "aliases") if name_key(name)),
                    affiliation=text_of(row, "affiliation"),
                    links=self._addresses.links(row),
                )

    def _events(self) -> Iterator[Event]:
        for row in rows_in(self._data, "events", MOST):
            if key := slug(text_of(row, "key")):
                start, end = _days(row)
                yield Event(
                    key,
                    text_of(row, "name") or key,
                    start=start,
                    end=end,
                    place=text_of(row, "place"),
                    country=text_of(row, "country"),
                    coordinates=coordinates_in(row.get("coordinates")),
                    url=self._addresses.url_of(row, "url"),
                    series=text_of(row, "series"),
                )


class _Few:
    """Names, of which a file may have so many that no project could have a page of each."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self.is_full = False

    def keep_as_many(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of *names* that are known, or that there is room for."""
        kept = []
        for name in names:
            if name in self._known or len(self._known) < MOST:
                self._known.add(name)
                kept.append(name)
            else:
                self.is_full = True
        return tuple(kept)


def _days(row: JsonRow) -> tuple[date | None, date | None]:
    """The first and the last day of an event."""
    start, end = date_of(row, "start"), date_of(row, "end")
    return (start, None) if start is not None and end is not None and end < start else (start, end)
