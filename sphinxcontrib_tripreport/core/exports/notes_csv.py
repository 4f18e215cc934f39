"""``talks.csv``: a row for each note, and for each talk without one, for spreadsheets. Pure.

As RFC 4180 has it: cells are quoted if they must be, lines end in CRLF.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.model.talk import Talk

_LINKS = ("url", "slides", "video", "code", "paper")
COLUMNS = (
    "event", "event_name", "key", "title", "speakers", "kind", "topics", "day", "start", "end",
    "room", "track", "language", "level", *_LINKS, "report", "authors", "date", "status", "rating",
    "address",
)  # fmt: skip
_OF_NOTES = 5
"""How many of the columns say something of a note, before the address."""
_FORMULAS = frozenset("=+-@\t\r")
"""What could be a formula to spreadsheets begins with one of these, and gets an apostrophe."""


def render_csv(
    catalogue: Catalogue, address: Callable[[Note], str], address_of_talk: Callable[[Talk], str]
) -> str:
    """The text of the file; its first row names the columns.

    :param address: where a note is
    :param address_of_talk: where a talk is that nobody noted: one of a programme
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for talk in catalogue.talks:
        for note in talk.notes:
            row = [*_talk(catalogue, talk), *_note(catalogue, note), address(note)]
            writer.writerow(_harmless(row))
        if not talk.notes:
            row = [*_talk(catalogue, talk), *[""] * _OF_NOTES, address_of_talk(talk)]
            writer.writerow(_harmless(row))
    return text.getvalue()


def _talk(catalogue: Catalogue, talk: Talk) -> Iterator[str]:
    event = catalogue.events.get(talk.event)
    links = {link.label: link.url for link in talk.links}
    yield from (talk.event, event.name if event is not None else "", talk.key, talk.title)
    yield "; ".join(catalogue.people[speaker].name for speaker in talk.speakers)
    yield from (talk.kind, "; ".join(talk.topics))
    yield talk.day.isoformat() if talk.day is not None else ""
    for time in (talk.start, talk.end):
        yield time.isoformat("minutes") if time is not None else ""
    yield from (talk.room, talk.track, talk.language, talk.level)
    yield from (links.get(label, "") for label in _LINKS)


def _note(catalogue: Catalogue, note: Note) -> Iterator[str]:
    report = catalogue.reports.get(note.docname)
    yield report.title if report is not None else ""
    yield "; ".join(catalogue.authorship.names_in(note.docname))
    yield report.date.isoformat() if report is not None and report.date is not None else ""
    yield note.status or "attended"
    yield str(note.rating) if note.rating is not None else ""


def _harmless(row: list[str]) -> list[str]:
    """Cells that no spreadsheet computes: what could be a formula begins with an apostrophe."""
    return [f"'{cell}" if cell[:1] in _FORMULAS else cell for cell in row]
