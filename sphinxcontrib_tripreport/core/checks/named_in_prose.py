"""People who do not want to be named, and are named in prose. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.places import described_at
from sphinxcontrib_tripreport.core.checks.project import Passage, Project
from sphinxcontrib_tripreport.core.text.slugs import fold

_FAR: Final = 100


def check_withheld(project: Project) -> Iterator[Finding]:
    """A finding for each place; nothing is read if nobody is withheld."""
    named = _names(project)
    if not named:
        return
    # Of names that begin alike, the longest is meant.
    longest_first = sorted(named, key=lambda name: (-len(name), name))
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    for passage in chain(project.passages(), _in_records(project)):
        yield from _findings_in(project, passage, pattern, named)


def _names(project: Project) -> dict[str, str]:
    """The names of people who are withheld: as they are compared, and as they are written."""
    people = [person for person in project.people if person.withheld]
    written = [name for each in people for name in (each.name, *each.aliases) if fold(name)]
    return {fold(name): name for name in written}


def _in_records(project: Project) -> Iterator[Passage]:
    """What pages show beside the text of documents: each is said to be on one line."""
    for talk in project.catalogue.talks:
        for note in talk.notes:
            if note.plain_abstract:
                yield Passage(note.docname, note.line, note.included_at, _line(note.plain_abstract))
        # In the document is only what its author calls the talk.
        is_noted_so = any(note.title == talk.title for note in talk.notes)
        said = talk.abstract if is_noted_so else f"{talk.title} {talk.abstract}"
        if talk.notes:
            note = talk.notes[0]
            yield Passage(note.docname, note.line, note.included_at, _line(said))
        else:
            event = project.catalogue.events[talk.event]
            yield Passage(*described_at(project, "events", event), _line(said))
    for person in project.people:
        if person.description and not person.withheld:
            yield Passage(*described_at(project, "people", person), _line(person.description))


def _line(text: str) -> str:
    return " ".join(text.split())


def _findings_in(
    project: Project, passage: Passage, pattern: re.Pattern[str], named: Mapping[str, str]
) -> Iterator[Finding]:
    text = "\n".join(map(fold, passage.text.split("\n")))
    for match in pattern.finditer(text):
        name = named[" ".join(match[0].split())]
        file, _, first = passage.included_at.rpartition(":")
        line = int(first or passage.first_line)
        if line:
            line += text.count("\n", 0, match.start())
            line = _nearest(project.lines_around(passage), line, match[0].partition("\n")[0])
        message = f"“{name}” does not want to be named, and is named here: expected other words."
        place = f"{file}:{line}" if file else ""
        yield Finding("withheld", message, passage.docname, line, place)


def _nearest(lines: Sequence[str], line: int, words: str) -> int:
    """The line at or below *line* that has some words; *line* if none near it has them.

    Of headings, the line of what underlines them may be known; of tables and code, the first one.
    """
    near = (line, line - 1, *range(line + 1, line + _FAR), *range(line - 2, line - _FAR, -1))
    there = (number for number in near if 0 < number <= len(lines))
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return next((number for number in there if pattern.search(fold(lines[number - 1]))), line)
