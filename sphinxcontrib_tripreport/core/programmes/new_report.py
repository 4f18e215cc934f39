"""A report to fill in, made of a programme: its metadata, and a section for each talk."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from unicodedata import east_asian_width

from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.programmes.moments import zone_of
from sphinxcontrib_tripreport.core.text.slugs import fold


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What is wanted of the report."""

    event: str
    author: str = ""
    is_markdown: bool = True
    is_plain: bool = False
    """Whether a pattern reads the headings, instead of a directive in each section."""
    programmes: tuple[str, ...] = ()
    """The files of the programme, as the report names them."""


def in_order(sessions: Iterable[Session]) -> list[Session]:
    """Sessions as they follow one another."""
    return sorted(sessions, key=_order)


def _order(session: Session) -> tuple[date, str, str]:
    moment = session.begins.isoformat() if session.begins is not None else ""
    return (session.day or date.max, moment, fold(session.title))


def render_report(
    programme: Programme, talks: Sequence[Session], own: Sequence[Session], wanted: ReportOptions
) -> str:
    """The text of a report.

    :param talks: sessions of the programme, which says all of them but what the author heard
    :param own: sessions that the programme does not have: these say what is known of them
    """
    return "\n".join(_Writer(programme, talks, own, wanted).lines())


class _Writer:
    def __init__(
        self,
        programme: Programme,
        talks: Sequence[Session],
        own: Sequence[Session],
        wanted: ReportOptions,
    ) -> None:
        self._programme = programme
        self._own = {id(session) for session in own}
        self._sessions = in_order((*talks, *own))
        self._wanted = wanted
        self._often = Counter(fold(session.title) for session in programme.sessions)
        days = {session.day for session in self._sessions}
        self._has_days = len(days) > 1

    def lines(self) -> Iterator[str]:
        """All lines of the report."""
        title = self._programme.title or self._wanted.event
        yield from self._metadata(title)
        yield from self._heading(title, 1) if not self._wanted.is_markdown else ()
        yield "What I expected, and what I got."
        yield ""
        day: date | None = None
        for session in self._sessions:
            if self._has_days and session.day != day and session.day is not None:
                day = session.day
                yield from self._heading(day.isoformat(), 2)
            yield from self._heading(self._escape(session.title), 3 if self._has_days else 2)
            yield from self._talk(session)
            yield "…"
            yield ""

    def _metadata(self, title: str) -> Iterator[str]:
        days = self._programme.days()
        files = ", ".join(self._wanted.programmes)
        fields = [("event", self._wanted.event), ("programme", files)]
        fields += [("author", self._wanted.author)]
        fields += [("date", days[-1].isoformat())] if days else []
        if self._wanted.is_plain:
            level = "###" if self._has_days else "##"
            fields += [("talk-patterns", f"{level} {{title}}")]
            fields += [("day-patterns", "## {day}")] if self._has_days else []
        if self._wanted.is_markdown:
            yield "---"
            yield from (
                f"{name}: {_yaml(value)}" for name, value in [("title", title), *fields] if value
            )
            yield "---"
        else:
            yield from (f":{name}: {value}" for name, value in fields if value)
        yield ""

    def _heading(self, text: str, level: int) -> Iterator[str]:
        if self._wanted.is_markdown:
            yield f"{'#' * level} {text}"
        else:
            yield text
            yield "=-~"[level - 1] * max(4, _width(text))
        yield ""

    def _talk(self, session: Session) -> Iterator[str]:
        options = list(self._options(session))
        if self._wanted.is_plain and id(session) not in self._own:
            return
        if self._wanted.is_markdown:
            yield "```{talk}"
            yield from (f":{name}: {value}" for name, value in options)
            yield "```"
        else:
            yield ".. talk::"
            yield from (f"   :{name}: {value}" for name, value in options)
        yield ""

    def _options(self, session: Session) -> Iterator[tuple[str, str]]:
        """What the programme does not say, or which of several sessions is meant."""
        if id(session) not in self._own:
            if self._often[fold(session.title)] > 1 and session.id:
                yield "programme", session.id
            return
        yield "programme", "none"
        if session.people:
            yield "speakers", "; ".join(person.name for person in session.people)
        if session.begins is not None:
            yield "start", _format_moment(session.begins, self._programme.timezone)
        if session.rooms:
            yield "room", ", ".join(session.rooms)
        if session.url:
            yield "url", session.url

    def _escape(self, title: str) -> str:
        """The title as text: nothing in it is markup."""
        signs = "\\`*_[]<>{}#|" if self._wanted.is_markdown else "\\`*_|"
        return "".join(f"\\{sign}" if sign in signs else sign for sign in title)


def _yaml(value: str) -> str:
    """A value of YAML: quoted if it could be read as something else."""
    plain = value.replace(" ", "").replace("-", "").isalnum()
    return value if plain else json.dumps(value, ensure_ascii=False)


def _format_moment(moment: datetime, zone: str) -> str:
    """A moment as the clocks at the event show it, if their zone is known."""
    known = zone_of(zone) if zone and moment.tzinfo is not None else None
    return (moment.astimezone(known) if known else moment).strftime("%Y-%m-%d %H:%M")


def _width(text: str) -> int:
    """How many columns a text takes: full-width signs take two."""
    return sum(1 + (east_asian_width(sign) in "WF") for sign in text)
