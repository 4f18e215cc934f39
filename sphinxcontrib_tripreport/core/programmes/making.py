"""A session is made of what a reader found: the same for every format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from sphinxcontrib_tripreport.core.languages.codes import read_code
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.programme import (
    Programme,
    ProgrammePerson,
    Session,
)
from sphinxcontrib_tripreport.core.programmes.links_of_sessions import make_links, safe_url
from sphinxcontrib_tripreport.core.programmes.moments import end_of
from sphinxcontrib_tripreport.core.programmes.record import one_line
from sphinxcontrib_tripreport.core.programmes.session_words import (
    is_break,
    kind_in,
    take_cancelled,
)
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.topics import each_topic

_CODES = regex(r"[,;/|\s]+")


@dataclass(slots=True)
class FoundSession:
    """What a reader found of one session, in the words of its format."""

    title: str
    ids: Iterable[str] = ()
    subtitle: str = ""
    earlier_titles: Iterable[str] = ()
    types: tuple[str, ...] = ()
    """What the format calls kind, type or section; that which tells most first."""
    is_break: bool = False
    people: Iterable[ProgrammePerson] = ()
    track: str = ""
    rooms: Iterable[str] = ()
    begins: datetime | None = None
    ends: datetime | None = None
    length: timedelta | None = None
    day: date | None = None
    language: str = ""
    level: str = ""
    topics: Iterable[str] = ()
    url: str = ""
    links: Iterable[tuple[str, str]] = ()
    is_cancelled: bool = False
    abstract: str = ""
    abstract_markup: str = "markdown"
    place: str = ""
    line: int = 0


@dataclass(slots=True)
class SessionMaker:
    """Adds sessions to a programme."""

    programme: Programme
    zone: tzinfo | None = None

    def add(self, found: FoundSession) -> None:
        """Add a session; if it has no title, say so."""
        title, is_cancelled = take_cancelled(one_line(found.title))
        if not title:
            self.problem("has no title: left out.", found.place, found.line)
            return
        people = self._each_once(found.people)
        begins = found.begins
        day = (begins.date() if begins else None) or found.day
        types = tuple(filter(None, found.types))
        is_talk = not (found.is_break or is_break(title, *types, has_people=bool(people)))
        self.programme.sessions.append(
            Session(
                title=title,
                ids=tuple(dict.fromkeys(filter(None, map(one_line, found.ids)))),
                subtitle=one_line(found.subtitle),
                earlier_titles=tuple(found.earlier_titles),
                is_talk=is_talk,
                kind=kind_in(*types),
                people=people,
                track=one_line(found.track),
                rooms=tuple(dict.fromkeys(filter(None, map(one_line, found.rooms)))),
                begins=begins,
                ends=end_of(begins, found.ends, found.length),
                day=day,
                language=language_in(found.language),
                level=one_line(found.level),
                topics=each_topic(filter(None, map(one_line, found.topics))),
                url=safe_url(found.url),
                links=make_links(found.links),
                is_cancelled=is_cancelled or found.is_cancelled,
                abstract=found.abstract,
                abstract_markup=found.abstract_markup if found.abstract else "",
            )
        )

    def problem(self, text: str, place: str = "", line: int = 0) -> None:
        """Say what could not be read, and where."""
        text = f"{place} {text}" if place else text[0].upper() + text[1:]
        self.programme.problems.append(Problem(Subtype.PROGRAMME, text, line))

    def _each_once(self, people: Iterable[ProgrammePerson]) -> tuple[ProgrammePerson, ...]:
        return tuple({person.identity: person for person in people if person.name}.values())


def language_in(text: str) -> str:
    """The code of the language that a programme names; empty if it names none, or several.

    ISO 639-3 as pyvideo has it, ``de-formal`` of pretalx, and English names are read.
    """
    codes = [code for code in _CODES.split(text.strip().removesuffix("-formal")) if code]
    if len(codes) != 1:
        return ""
    for code in (codes[0], codes[0].split("-")[0], _ENGLISH_NAMES.get(codes[0].lower(), "")):
        try:
            return read_code(code)
        except ValueError:
            continue
    return ""


_ENGLISH_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es",
    "italian": "it", "portuguese": "pt", "dutch": "nl", "polish": "pl", "russian": "ru",
    "ukrainian": "uk", "japanese": "ja", "chinese": "zh", "korean": "ko", "catalan": "ca",
    "czech": "cs", "swedish": "sv", "arabic": "ar",
}  # fmt: skip
