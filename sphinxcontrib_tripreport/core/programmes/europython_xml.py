"""The XML of EuroPython 2014: days with entries, times without a colon, rooms as a text.

The files are those of https://github.com/EuroPython/europython.xml. Breaks and talks are numbered
apart, so the number of an entry is no id.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson
from sphinxcontrib_tripreport.core.programmes.links_of_sessions import make_links
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import (
    moment_at,
    read_clock,
    read_day,
    read_duration,
)
from sphinxcontrib_tripreport.core.programmes.record import one_line
from sphinxcontrib_tripreport.core.programmes.xml_words import has_html, line_in, text_in

NAME = "EuroPython's XML"


def knows(root: Element) -> bool:
    """Whether the XML is such a schedule."""
    return root.tag == "schedule" and root.find("day/entry") is not None


def read(root: Element, programme: Programme) -> None:
    """Read what the element says into *programme*."""
    maker = SessionMaker(programme)
    for number, day in enumerate(root.findall("day"), start=1):
        for entry in day.findall("entry"):
            maker.add(_read_session(entry, day, number))


def _read_session(entry: Element, day: Element, number: int) -> FoundSession:
    date_of_day = read_day(day.get("date", ""))
    # The abstract is the description or its beginning.
    abstract = text_in(entry, "description") or text_in(entry, "abstract")
    return FoundSession(
        title=line_in(entry, "title"),
        types=(line_in(entry, "category"),),
        people=_people(entry),
        rooms=line_in(entry, "room").split(", "),
        begins=moment_at(date_of_day, read_clock(line_in(entry, "start")), None),
        length=read_duration(line_in(entry, "duration")),
        day=date_of_day,
        level=line_in(entry, "audience"),
        topics=("".join(topic.itertext()) for topic in entry.iterfind("topics/topic")),
        abstract=abstract,
        abstract_markup="html" if has_html(abstract) else "markdown",
        place=f"entry {entry.get('id') or '?'} of day {number}",
    )


def _people(entry: Element) -> Iterator[ProgrammePerson]:
    for speaker in entry.iterfind("speakers/speaker"):
        links = make_links([("homepage", line_in(speaker, "profile"))])
        yield ProgrammePerson(one_line(line_in(speaker, "name")), links=links)
