"""``talks.csv``: a row for each note, for spreadsheets. Pure.

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
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take the beginning of a cell for a formula by."""


def render_csv(catalogue: Catalogue, address: Callable[[Note], str]) -> str:
    """The text of the file; its first row names the columns.

    :param address: where a note is
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for talk in catalogue.talks:
        for note in talk.notes:
            writer.writerow(map(_harmless, _row(catalogue, talk, note, address(note))))
    return text.getvalue()


def _row(catalogue: Catalogue, talk: Talk, note: Note, address: str) -> Iterator[str]:
    event = catalogue.events.get(talk.event)
    report = catalogue.reports.get(note.docname)
    links = {link.label: link.url for link in talk.links}
    yield from (talk.event, event.name if event is not None else "", talk.key, talk.title)
    yield "; ".join(catalogue.people[speaker].name for speaker in talk.speakers)
    yield from (talk.kind, "; ".join(talk.topics))
    yield talk.day.isoformat() if talk.day is not None else ""
    for time in (talk.start, talk.end):
        yield time.isoformat("minutes") if time is not None else ""
    yield from (talk.room, talk.track, talk.language, talk.level)
    yield from (links.get(label, "") for label in _LINKS)
    yield report.title if report is not None else ""
    yield "; ".join(catalogue.authorship.names_in(note.docname))
    yield report.date.isoformat() if report is not None and report.date is not None else ""
    yield note.status or "attended"
    yield str(note.rating) if note.rating is not None else ""
    yield address


def _harmless(text: str) -> str:
    """A cell that no spreadsheet computes: what could be a formula begins with an apostrophe."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
