"""``tripreport new``: a report to fill in, from an event's programme."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sphinxcontrib_tripreport.commands.reasons import reason_of
from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.programmes.files import read_path
from sphinxcontrib_tripreport.core.programmes.joining import Joiner, NoteFacts
from sphinxcontrib_tripreport.core.programmes.new_report import ReportOptions, render_report
from sphinxcontrib_tripreport.core.programmes.several_files import add_up
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import counted, did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.slugs import fold, slug


def add_to(commands: Any) -> None:
    """Add the command to those of the command line."""
    parser = commands.add_parser(
        "new",
        help="write a report to fill in: a section for each talk that you starred",
        description="Write a report with a section for each talk of a programme, or for those that"
        " you starred in a conference's app. Nothing is overwritten.",
    )
    parser.add_argument("event", metavar="EVENT", help="the event's key: europython-2020")
    parser.add_argument(
        "--programme", action="append", type=Path, default=[], metavar="FILE",
        help="a file of the event's programme; several add up",
    )  # fmt: skip
    parser.add_argument(
        "--starred", action="append", type=Path, default=[], metavar="FILE",
        help="a calendar of the talks that you starred (several: those of a team)",
    )  # fmt: skip
    parser.add_argument("--day", type=int, metavar="N", help="only talks of the event's Nth day")
    parser.add_argument("--track", action="append", default=[], help="only the talks of a track")
    parser.add_argument("--author", default="", metavar="NAME")
    parser.add_argument("--markup", choices=("md", "rst"), default="md")
    parser.add_argument(
        "--plain", action="store_true", help="headings and a pattern, instead of directives"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="default: EVENT.md or EVENT.rst"
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Write the report.

    :return: 1 if it was not written
    """
    path: Path = given.output or Path(f"{slug(given.event)}.{given.markup}")
    try:
        programme = _read(given.programme)
        talks, own = _choose_sessions(programme, given)
    except (OSError, ValueError) as error:
        print(f"tripreport new: {_with_file(error)}", file=sys.stderr)
        return 1
    files = tuple(_named_from(path.parent, given.programme))
    wanted = ReportOptions(
        slug(given.event), given.author, given.markup == "md", given.plain, files
    )
    text = render_report(programme, talks, own, wanted)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        print(f"{path}: is there already: choose another --output", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{path}: cannot be written: {reason_of(error)}", file=sys.stderr)
        return 1
    print(f"{path}: written, with {counted(len(talks) + len(own), 'talk')}", file=sys.stderr)
    return 0


def _named_from(folder: Path, paths: Iterable[Path]) -> Iterator[str]:
    """The files as a report in a folder names them; those on another drive have no such name."""
    for path in paths:
        with suppress(ValueError):
            yield Path(os.path.relpath(path, folder)).as_posix()


def _read(paths: Sequence[Path]) -> Programme:
    """The programme of all files; of none, an empty one.

    :raises ValueError: if a file has no sessions
    """
    programmes = []
    for path in paths:
        programme = read_path(path)
        if not programme.sessions:
            said = programme.problems[0].text if programme.problems else "has no sessions"
            raise ValueError(f"{path}: {said}")
        programmes.append(programme)
    return add_up(programmes) if programmes else Programme("")


def _choose_sessions(
    programme: Programme, given: argparse.Namespace
) -> tuple[list[Session], list[Session]]:
    """The sessions of the programme that the report is on, and those that are in no programme."""
    talks = list(programme.talks())
    own: list[Session] = []
    if given.starred:
        talks, own = _read_starred(programme, given.starred)
    tracks = {fold(track) for track in given.track}
    if tracks:
        _check_tracks(tracks, programme)
        talks = [talk for talk in talks if fold(talk.track) in tracks]
        own = [talk for talk in own if fold(talk.track) in tracks]
    if given.day is not None:
        days = programme.days() or sorted({talk.day for talk in own if talk.day})
        if not 1 <= given.day <= len(days):
            raise ValueError(f"--day {given.day}: expected 1 to {len(days)}")
        day = days[given.day - 1]
        talks = [talk for talk in talks if talk.day == day]
        own = [talk for talk in own if talk.day == day]
    return talks, own


def _check_tracks(tracks: Iterable[str], programme: Programme) -> None:
    known = {fold(session.track): session.track for session in programme.sessions if session.track}
    for track in sorted(tracks):
        if track not in known:
            near = did_you_mean(nearest(track, known.values(), 1))
            some = ", ".join(quoted(sorted(known.values())[:8]))
            raise ValueError(f"no track is called “{track}”.{near} There are {some or 'none'}.")


def _read_starred(
    programme: Programme, paths: Sequence[Path]
) -> tuple[list[Session], list[Session]]:
    """What calendars of starred talks name: sessions of the programme, and others."""
    joiner = Joiner(programme.sessions)
    found: dict[int, Session] = {}
    others: dict[str, Session] = {}
    for session in _read(paths).sessions:
        known = _session_of(session, joiner)
        if known is not None:
            found.setdefault(id(known), known)
        else:
            others.setdefault(f"{fold(session.title)} {session.begins}", session)
            if programme.sessions:
                print(
                    f"“{session.title}” is in no programme: written with its own facts",
                    file=sys.stderr,
                )
    return list(found.values()), list(others.values())


def _session_of(starred: Session, joiner: Joiner) -> Session | None:
    """The session of the programme, by an id of the calendar, its address or its title."""
    people = tuple(NamedPerson(person.name) for person in starred.people)
    clock = starred.begins.time() if starred.begins is not None else None
    links = (Link("url", starred.url),) if starred.url else ()
    room = starred.rooms[0] if starred.rooms else ""
    asked = NoteFacts(starred.title, "", people, links, starred.day, clock, room)
    for part in (part for identity in starred.ids for part in _parts_of(identity)):
        joined = joiner.find(asked._replace(programme=part))
        if joined.session is not None:
            return joined.session
    return joiner.find(asked).session


def _parts_of(identity: str) -> Iterator[str]:
    """What of a calendar's UID can be a session's id.

    FOSDEM Companion has the id before the year and the host, pretalx the code after the event.
    """
    before = identity.partition("@")[0]
    code = before.rpartition("-")[2]
    yield from (identity, before)
    if not code.isdigit():
        yield code


def _with_file(error: OSError | ValueError) -> str:
    """What went wrong, with the file of several in which it did."""
    file = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
    return f"{file}{reason_of(error)}"
