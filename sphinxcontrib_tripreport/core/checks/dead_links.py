"""Links of talks, people and events that linkcheck could not follow. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.places import at_event, at_note, at_person
from sphinxcontrib_tripreport.core.checks.project import BrokenLink, Project

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.talk import Talk

_DEAD: Final = ("broken", "timeout")
_CAUSE: Final = re.compile(r"Caused by (\w+)")
_LONGEST: Final = 80


def read_broken_links(text: str) -> Mapping[str, BrokenLink]:
    """The addresses that linkcheck could not follow.

    :param text: its ``output.json``: a JSON object a line, as Sphinx documents it; lines that are
        something else say nothing
    """
    found = {}
    for line in text.splitlines():
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict) and said.get("status") in _DEAD and said.get("uri"):
            reason = _shorten(str(said.get("info") or said.get("code") or ""))
            found[str(said["uri"])] = BrokenLink(said["status"], reason)
    return found


def _shorten(reason: str) -> str:
    """What says why: of errors that others cause, the one that is the cause."""
    cause = _CAUSE.search(reason)
    words = cause[1] if cause is not None else " ".join(reason.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def check_links(project: Project) -> Iterator[Finding]:
    """A finding for each link of a note, a session, a person or an event."""
    if project.broken:
        for talk in project.catalogue.talks:
            yield from _of_talk(project, talk)
        yield from _of_people(project)
        yield from _of_events(project)


def _of_talk(project: Project, talk: Talk) -> Iterator[Finding]:
    noted = set()
    for note in talk.notes:
        for link in note.links:
            if link.url in project.broken:
                noted.add(link.url)
                yield at_note("links", note, _message(project, talk.title, *link))
    for link in talk.links:
        # What only the programme says of it.
        if link.url in project.broken and link.url not in noted and talk.notes:
            text = f"{_message(project, talk.title, *link)} It is from the programme of its event."
            yield at_note("links", talk.notes[0], text)


def _of_people(project: Project) -> Iterator[Finding]:
    for person in project.catalogue.people.values():
        for link in person.links:
            if link.url in project.broken:
                text = _message(project, person.name, *link)
                yield at_person("links", project, person, text)


def _of_events(project: Project) -> Iterator[Finding]:
    for event in project.catalogue.events.values():
        if event.url in project.broken:
            text = _message(project, event.name, "url", event.url)
            yield at_event("links", project, event, text)


def _message(project: Project, owner: str, label: str, url: str) -> str:
    status, reason = project.broken[url]
    because = f" ({reason})" if reason else ""
    found = "takes too long" if status == "timeout" else f"is broken{because}"
    return f"The link “{label}” of “{owner}” {found}: {url}"
