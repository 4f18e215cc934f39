"""``schedule.xml`` as frab began it, and as pretalx, wafer, FOSDEM and the hub of the CCC write it.

The schema is published as https://c3voc.de/schedule/schema.xsd; files since 2007 are read, so
nothing is checked against it: events may be directly below the day, and moments may have no date.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson
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
from sphinxcontrib_tripreport.core.programmes.record import one_line
from sphinxcontrib_tripreport.core.programmes.xml_words import has_html, line_in, text_in

NAME = "schedule.xml"
_DEEPEST = 40


class UnreadableXml(ValueError):
    """Text that is not XML, or XML that is refused: what is wrong, and the line, from 1."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class _Builder(TreeBuilder):
    """Refuses what no programme has, and what attacks are made of."""

    _depth = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise UnreadableXml(f"it has a DOCTYPE ({name}), which no programme needs")

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableXml(f"its elements are nested more than {_DEEPEST} deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def parse(content: bytes) -> Element:
    """The root element of an XML file.

    :raises UnreadableXml: if it is not XML, has a DOCTYPE, or is nested too deep
    """
    parser = XMLParser(target=_Builder())
    try:
        parser.feed(content)
        root = parser.close()
    except ParseError as error:
        raise UnreadableXml(str(error).partition(":")[0], error.position[0]) from None
    except (ValueError, LookupError) as error:
        if isinstance(error, UnreadableXml):
            raise
        raise UnreadableXml(str(error)) from None
    return root


def knows(root: Element) -> bool:
    """Whether the XML is such a schedule."""
    return root.tag == "schedule" and root.find("day") is not None


def read(root: Element, programme: Programme) -> None:
    """Read what the element says into *programme*."""
    conference = root.find("conference")
    conference = Element("conference") if conference is None else conference
    zone = zone_of(line_in(conference, "time_zone_name"))
    programme.title = line_in(conference, "title") or line_in(conference, "acronym")
    programme.timezone = name_of_zone(zone)
    programme.url = line_in(conference, "url") or line_in(conference, "base_url")
    maker = SessionMaker(programme, zone)
    for number, day in enumerate(root.findall("day"), start=1):
        for room, event in _events(day):
            maker.add(_read_session(event, room, day, number, maker))


def _events(day: Element) -> Iterator[tuple[str, Element]]:
    """The events of a day with the names of their rooms."""
    for child in day:
        if child.tag == "event":
            yield "", child
        elif child.tag == "room":
            yield from ((child.get("name", ""), event) for event in child.findall("event"))


def _read_session(
    event: Element, room: str, day: Element, number: int, maker: SessionMaker
) -> FoundSession:
    date_of_day = read_day(day.get("date", ""))
    begins = read_moment(line_in(event, "date"), maker.zone)
    if begins is None:
        begins = moment_at(date_of_day, read_clock(line_in(event, "start")), maker.zone)
    abstract = "\n\n".join(
        filter(None, (text_in(event, "abstract"), text_in(event, "description")))
    )
    return FoundSession(
        title=line_in(event, "title"),
        ids=_ids(event),
        subtitle=line_in(event, "subtitle"),
        types=(line_in(event, "type"),),
        people=_people(event),
        track=line_in(event, "track"),
        rooms=(line_in(event, "room") or room,),
        begins=begins,
        length=read_duration(line_in(event, "duration")),
        day=date_of_day,
        language=line_in(event, "language"),
        url=line_in(event, "url") or line_in(event, "origin_url"),
        links=_links(event),
        abstract=abstract,
        abstract_markup="html" if has_html(abstract) else "markdown",
        place=f"event {event.get('id') or '?'} of day {number}",
    )


def _ids(event: Element) -> list[str]:
    """The ids of an event, the most lasting first.

    FOSDEM has pretalx's code in the address for feedback alone.
    """
    feedback = line_in(event, "feedback_url").split("/talk/")
    code = feedback[1].split("/")[0] if len(feedback) == 2 else ""
    own = (event.get("guid", ""), event.get("code", "") or code)
    return [*own, line_in(event, "slug"), line_in(event, "url"), event.get("id", "")]


def _people(event: Element) -> Iterator[ProgrammePerson]:
    for person in event.iterfind("persons/person"):
        # The number that older files have as id may be several people's.
        key = person.get("guid", "") or person.get("code", "")
        yield ProgrammePerson(one_line("".join(person.itertext())), key)


def _links(event: Element) -> Iterator[tuple[str, str]]:
    for path in ("attachments/attachment", "links/link"):
        for link in event.iterfind(path):
            label = one_line("".join(link.itertext()))
            yield label or link.get("type", ""), link.get("href", "")
    for name in ("video_download_url", "video"):
        yield "video", line_in(event, name)
    yield "video", line_in(event, "recording/url")
