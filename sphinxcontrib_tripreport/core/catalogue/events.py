"""One event from every description and mention of it, by key or by name. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sphinxcontrib_tripreport.core.catalogue.descriptions import filled_in, join_descriptions
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.core.text.slugs import slug


class EventNames:
    """Which described events are called what."""

    def __init__(self, described: Iterable[Event]) -> None:
        self._keys: set[str] = set()
        named: defaultdict[str, set[str]] = defaultdict(set)
        for event in described:
            self._keys.add(event.key)
            for name in filter(None, (event.name, event.original_name)):
                named[slug(name)].add(event.key)
        self._named = {name: tuple(sorted(keys)) for name, keys in named.items()}

    def keys_called(self, name: str) -> tuple[str, ...]:
        """The keys of the described events that *name* (a slug) can mean: a key, else a name."""
        return (name,) if name in self._keys else self._named.get(name, ())


def could_be(name: str, keys: Sequence[str]) -> str:
    """What is wrong with a name that several events have."""
    known = " or ".join(quoted(keys))
    return f"The event {quoted([name])[0]} could be {known}: expected the key of one."


def reports_on_known(
    reports: Mapping[str, Report], names: EventNames, problems: list[Problem]
) -> dict[str, Report]:
    """The reports, with the keys of the events that their authors name.

    :param reports: by docname
    :param problems: where names that several events have are added; each stays an event of its own
    """
    found = dict(reports)
    for docname, report in reports.items():
        keys = names.keys_called(report.event)
        if len(keys) == 1:
            found[docname] = _with_event(report, keys[0])
        elif keys:
            text = could_be(report.event_name or report.event, keys)
            problems.append(Problem(Subtype.AMBIGUOUS, text, report.line, docname))
    return found


def notes_on_known(
    notes: Iterable[Note],
    names: EventNames,
    reports: Mapping[str, Report],
    problems: list[Problem],
) -> Iterator[Note]:
    """The notes, with the keys of the events that their authors name.

    :param reports: as their authors wrote them: of their events it is said once what is wrong
    """
    for note in notes:
        keys = names.keys_called(note.event)
        report = reports.get(note.docname)
        if len(keys) > 1 and (report is None or report.event != note.event):
            text = could_be(note.event, keys)
            place = (note.line, note.docname, note.included_at)
            problems.append(Problem(Subtype.AMBIGUOUS, text, *place))
        yield _with_event(note, keys[0]) if len(keys) == 1 else note


_Mention = TypeVar("_Mention", Note, Report)


def _with_event(mention: _Mention, key: str) -> _Mention:
    return mention if mention.event == key else replace(mention, event=key)


def join_events(
    described: Iterable[Event],
    reports: Iterable[Report],
    notes: Iterable[Note],
    problems: list[Problem],
) -> dict[str, Event]:
    """Every event by key, described or named by a report or a talk; sorted by key.

    :param described: descriptions in order of precedence
    :param problems: where double descriptions are added
    """
    joined = join_descriptions(described, filled_in, problems)
    for report in reports:
        if report.event:
            known = joined.setdefault(report.event, Event(report.event, report.event))
            if report.event_name and known.name == known.key:
                joined[report.event] = replace(known, name=report.event_name)
    for note in notes:
        if note.event and note.event not in joined:
            joined[note.event] = Event(note.event, note.event)
    return {key: _with_end(joined[key]) for key in sorted(joined)}


def _with_end(event: Event) -> Event:
    """The event with a last day; without one it lasts a day."""
    return replace(event, end=event.start) if event.start and not event.end else event


def nearly_described(
    reports: Iterable[Report], described: Sequence[Event]
) -> Iterator[tuple[Report, str]]:
    """The reports whose event nobody describes, with the key that is nearest to theirs."""
    names = EventNames(described)
    keys = {event.key for event in described}
    for report in reports:
        if report.event and not names.keys_called(report.event):
            near = nearest(report.event, keys, 1)
            if near:
                yield report, near[0]
