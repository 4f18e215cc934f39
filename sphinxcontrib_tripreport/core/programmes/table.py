"""Sessions of the project's own: YAML, JSON or CSV whose fields are the options of ``talk``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Final

from sphinxcontrib_tripreport.core.languages.dates import read_date
from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.csv_rows import rows_in
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import (
    name_of_zone,
    read_clock,
    read_day_alone,
    read_duration,
    read_moment,
    zone_of,
)
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record, one_line
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.core.text.topics import split_topics

NAME = "sessions of the project's own"
_COLUMNS: Final = {
    "title": "title, name, talk, session",
    "subtitle": "subtitle",
    "speakers": "speakers, speaker, presenters, presenter, authors, author, people",
    "kind": "kind, type, session-type, format",
    "topics": "topics, tags, topic, keywords",
    "start": "start, begin, begins, starts, time, start-time",
    "end": "end, ends, end-time",
    "duration": "duration, length, minutes",
    "day": "day, date",
    "room": "room, rooms, location, venue",
    "track": "track",
    "language": "language, lang",
    "level": "level",
    "status": "status",
    "url": "url, link, page",
    "slides": "slides",
    "video": "video, recording",
    "code": "code, repository",
    "paper": "paper",
    "abstract": "abstract, description, summary",
    "id": "id, programme, key, guid, slug",
}
_COLUMN_OF: Final = {
    name: column for column, names in _COLUMNS.items() for name in names.split(", ")
}
_LINKS: Final = ("slides", "video", "code", "paper")


def knows(data: Any) -> bool:
    """Whether YAML or JSON is a list of sessions, or has one in ``sessions`` or ``talks``."""
    rows = _rows(data)
    return any(
        isinstance(row, Mapping) and "title" in map(column_of, row.keys()) for row in rows[:20]
    )


@lru_cache(maxsize=1000)
def column_of(name: Any) -> str:
    """What a column or field is called here; empty if it is none of ours."""
    return _COLUMN_OF.get(slug(one_line(str(name))), "")


def read(data: Any, programme: Programme, lines: Mapping[int, int] | None = None) -> None:
    """Read what *data* says into *programme*.

    :param lines: the line of each session, from 1, if it is known
    """
    head = Record(data if isinstance(data, Mapping) else {})
    zone = zone_of(head.line_of("timezone"))
    programme.title = head.line_of("title", "name")
    programme.timezone = name_of_zone(zone)
    programme.url = head.line_of("url")
    rows = Record({"sessions": _rows(data)}).records("sessions")
    _add(rows, SessionMaker(programme, zone), lines or {})


def read_csv(text: str, programme: Programme) -> None:
    """Read a table whose first row names the columns; ``,``, ``;`` or a tab is between cells."""
    maker = SessionMaker(programme)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    table = rows_in(text, separator, lambda said, line: maker.problem(said, line=line))
    _, header = next(table, (1, []))
    if "title" not in map(column_of, header):
        shown = ", ".join(quoted(filter(None, map(str.strip, header[:8]))))
        said = f"No column is called “title”: the first row has {shown or 'nothing'}."
        maker.problem(said, line=1)
        return
    rows: list[dict[str, str]] = []
    lines: dict[int, int] = {}
    for line, row in table:
        if any(cell.strip() for cell in row):
            lines[len(rows)] = line
            rows.append(dict(zip(header, row, strict=False)))
    _add(Record({"sessions": rows}).records("sessions"), maker, lines)


def _rows(data: Any) -> list[Any]:
    if isinstance(data, Mapping):
        data = data.get("sessions") or data.get("talks")
        if isinstance(data, Mapping):
            return list(data.values())
    return data if isinstance(data, list) else []


def _add(rows: Iterable[Record], maker: SessionMaker, lines: Mapping[int, int]) -> None:
    unknown: set[str] = set()
    for number, row in enumerate(rows):
        line = lines.get(number, 0)
        place = "" if line else row.place
        fields: dict[str, Any] = {}
        for name, value in row.fields.items():
            column = column_of(name)
            if column:
                fields.setdefault(column, value)
            elif str(name) not in unknown:
                unknown.add(str(name))
                near = did_you_mean(nearest(slug(str(name)), _COLUMNS, 1))
                maker.problem(
                    f"Unknown field {quoted([str(name)])[0]} is not read.{near}", line=line
                )
        maker.add(_read_session(Record(fields, place, line), maker))


def _read_session(row: Record, maker: SessionMaker) -> FoundSession:
    # Tables of whole days have nothing but a day where others have a time.
    day = read_day_alone(row.line_of("start")) or _read(row, "day", read_date, maker)
    begins = _moment(row, "start", day, maker)
    return FoundSession(
        title=row.line_of("title"),
        ids=row.lines_in("id"),
        subtitle=row.line_of("subtitle"),
        types=(row.line_of("kind"),),
        people=people_in(row, "speakers"),
        track=row.line_of("track"),
        rooms=row.lines_in("room"),
        begins=begins,
        ends=_moment(row, "end", begins.date() if begins else day, maker),
        length=read_duration(row.line_of("duration")),
        day=day,
        language=row.line_of("language"),
        level=row.line_of("level"),
        topics=row.lines_in("topics") if isinstance(row.get("topics"), list)
        else split_topics(row.line_of("topics")),
        url=row.line_of("url"),
        links=[(label, row.line_of(label)) for label in _LINKS],
        is_cancelled=row.line_of("status").lower() in ("cancelled", "canceled"),
        abstract=row.block_of("abstract"),
        place=row.place,
        line=row.line,
    )  # fmt: skip


def _moment(row: Record, name: str, day: date | None, maker: SessionMaker) -> datetime | None:
    text = row.line_of(name)
    if not text or read_day_alone(text) is not None:
        return None
    if moment := read_moment(text, maker.zone):
        return moment
    clock: time | None = read_clock(text)
    if clock is None or day is None:
        what = "without a day" if clock else "expected a time such as 2020-07-23 09:30"
        maker.problem(f"“{name}: {text}”: {what}.", row.place, row.line)
        return None
    return datetime.combine(day, clock, maker.zone)


def _read(row: Record, name: str, read: Callable[[str], date], maker: SessionMaker) -> date | None:
    text = row.line_of(name)
    if not text:
        return None
    try:
        return read(text)
    except ValueError as error:
        maker.problem(f"“{name}: {text}”: {error}.", row.place, row.line)
        return None
