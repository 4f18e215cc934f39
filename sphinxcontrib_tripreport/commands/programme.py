"""``tripreport programme``: what a build would read of a programme."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinxcontrib_tripreport.commands.reasons import reason_of
from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.files import read_path
from sphinxcontrib_tripreport.core.text.phrases import counted

_MOST = 12


def add_to(commands: Any) -> None:
    """Add the command to those of the command line."""
    parser = commands.add_parser(
        "programme",
        help="print what is read of a programme: sessions, people, days, rooms, oddities",
        description="Print what a build would read of the official list of an event's talks.",
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a file, or a folder of pyvideo"
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print what is read of each file.

    :return: 1 if a file could not be read, or has no sessions
    """
    status = 0
    for path in given.files:
        try:
            programme = read_path(path)
        except OSError as error:
            print(f"{path}: cannot be read: {reason_of(error)}", file=sys.stderr)
            status = 1
            continue
        print("\n".join(text_lines(path, programme)))
        status |= not programme.sessions
    return status


def text_lines(path: Path, programme: Programme) -> Iterator[str]:
    """What a reader wants to know of a programme."""
    talks = list(programme.talks())
    yield f"{path}: {programme.format}"
    if programme.title:
        yield f"  “{programme.title}”"
    if programme.sessions:
        others = len(programme.sessions) - len(talks)
        entries = counted(others, "entry", "entries")
        yield f"  {counted(len(talks), 'talk')}" + (
            f", beside {entries} of other kinds" * (others > 0)
        )
        yield f"  {counted(len(programme.people()), 'person', 'people')}"
        yield f"  {_count_and_names('day', [day.isoformat() for day in programme.days()])}"
        yield f"  {_count_and_names('room', programme.rooms())}"
        yield f"  times: {_times(programme)}"
        for word, having in _counts_of_talks(talks):
            yield f"  {word}: {having} of {len(talks)}"
        if doubled := _repeated_titles(programme):
            yield f"  titles of several talks: {', '.join(doubled)}"
    for problem in programme.problems[:_MOST]:
        line = f"line {problem.line}: " if problem.line else ""
        yield f"  ! {line}{problem.text}"
    if len(programme.problems) > _MOST:
        yield f"  ! … and {len(programme.problems) - _MOST} more"


def _count_and_names(word: str, items: list[str]) -> str:
    shown = items if len(items) <= _MOST else [*items[: _MOST - 1], "…"]
    return f"{counted(len(items), word)}{': ' if items else ''}{', '.join(shown)}"


def _times(programme: Programme) -> str:
    timed = [session.begins for session in programme.sessions if session.begins is not None]
    if not timed:
        return "none"
    if any(moment.tzinfo is None for moment in timed):
        return "without a zone: those of the event's “timezone” are meant"
    return programme.timezone or "with offsets, but no zone is named"


def _counts_of_talks(talks: list[Any]) -> Iterator[tuple[str, int]]:
    yield "without speakers", sum(not talk.people for talk in talks)
    yield "with a video", sum(any(link.label == "video" for link in talk.links) for talk in talks)
    yield "with slides", sum(any(link.label == "slides" for link in talk.links) for talk in talks)
    yield "cancelled", sum(talk.is_cancelled for talk in talks)


def _repeated_titles(programme: Programme) -> list[str]:
    often = Counter(session.title for session in programme.talks())
    return [f"“{title}” ({count})" for title, count in often.most_common(5) if count > 1]
