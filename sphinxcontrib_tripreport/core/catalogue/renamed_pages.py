"""Pages of an earlier release of a project whose subjects have other keys by now. Pure.

The earlier release is known by its ``talks.json``. What is called otherwise by now is found by the
names that authors say it had, a topic by its aliases; else an event by its reports, a speaker by
the talks, a talk by its report, its speakers and its time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.pages import names_of_pages
from sphinxcontrib_tripreport.core.text.topics import topic_key

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.talk import Talk


class RenamedPage(NamedTuple):
    """A page that was there, and what it was about."""

    docname: str
    kind: str
    key: str
    """What the subject is called now."""


class _Before(NamedTuple):
    """Something that an earlier release knew."""

    key: str
    """Of a talk the name in the inventory."""
    name: str
    event: str = ""
    speakers: tuple[str, ...] = ()
    day: str = ""
    start: str = ""
    reports: frozenset[str] = frozenset()


class EarlierRelease:
    """What ``talks.json`` of an earlier release says."""

    def __init__(self, found: object) -> None:
        """:raises ValueError: if that is no such file"""
        if not isinstance(found, dict) or not isinstance(found.get("talks"), list):
            raise ValueError("expected the file talks.json that a build of the project wrote")
        self._by_kind = {
            "event": _by_key(map(_thing, _mappings(found.get("events")))),
            "speaker": _by_key(map(_thing, _mappings(found.get("speakers")))),
            "author": _by_key(map(_thing, _mappings(found.get("authors")))),
            "topic": _by_key(_topics(found)),
            "talk": _by_key(map(_talk, _mappings(found["talks"]))),
        }
        self._talks = list(self._by_kind["talk"].values())

    def renamed_pages(self, catalogue: Catalogue) -> Iterator[RenamedPage]:
        """The pages whose subjects are called otherwise."""
        now = {
            "event": catalogue.events.keys(),
            "speaker": catalogue.speakers.keys(),
            "author": catalogue.authors.keys(),
            "topic": catalogue.topics.keys(),
            "talk": {talk.name for talk in catalogue.talks},
        }
        finders: dict[str, Callable[[Catalogue, _Before], str]] = {
            "event": self._event,
            "speaker": self._speaker,
            "author": self._author,
            "topic": _now_called,
            "talk": self._talk,
        }
        for kind, find in finders.items():
            before = self._by_kind[kind]
            for key, docname in names_of_pages(kind, before):
                new = find(catalogue, before[key]) if key not in now[kind] else ""
                if new:
                    yield RenamedPage(docname, kind, new)

    def _event(self, catalogue: Catalogue, event: _Before) -> str:
        for name in (event.key, event.name):
            found = catalogue.find_events(name)
            if len(found) == 1:
                return found[0].key
        reports = {name for talk in self._talks if talk.event == event.key for name in talk.reports}
        return _common_value(
            catalogue.reports[name].event for name in reports & catalogue.reports.keys()
        )

    def _speaker(self, catalogue: Catalogue, speaker: _Before) -> str:
        found = catalogue.find_speaker(speaker.name)
        if found is not None:
            return found.key
        talks = [talk for talk in self._talks if speaker.key in talk.speakers]
        known = (each for talk in talks for each in catalogue.find_talks(talk.key))
        old = self._by_kind["speaker"]
        return _common_value(key for talk in known for key in talk.speakers if key not in old)

    def _author(self, catalogue: Catalogue, author: _Before) -> str:
        found = catalogue.find_author(author.name)
        return found.key if found is not None else ""

    def _talk(self, catalogue: Catalogue, talk: _Before) -> str:
        event = self._by_kind["event"].get(talk.event)
        moved = self._event(catalogue, event) if event is not None else ""
        key = talk.key.rpartition("/")[2]
        for name in (talk.key, f"{moved}/{key}" if moved else ""):
            found = catalogue.find_talks(name) if name else ()
            if len(found) == 1:
                return found[0].name
        said = (talk.speakers, talk.day, talk.start)
        return _common_value(
            each.name
            for docname in talk.reports
            for each, _note in catalogue.notes_in(docname)
            if any(said) and said == _identity_of(each) and each.name not in self._by_kind["talk"]
        )


def _now_called(catalogue: Catalogue, topic: _Before) -> str:
    """The topic that one is an alias of by now; empty if nothing is about it."""
    found = catalogue.find_topic(topic.key) or catalogue.find_topic(topic.name)
    return found.key if found is not None and found.key in catalogue.topics else ""


def _identity_of(talk: Talk) -> tuple[tuple[str, ...], str, str]:
    """What tells a talk from others in a report, if its title is another one."""
    day = talk.day.isoformat() if talk.day is not None else ""
    return talk.speakers, day, talk.start.isoformat("minutes") if talk.start is not None else ""


def _common_value(found: Iterable[str]) -> str:
    """The value that all have; empty if they differ."""
    names = set(found) - {""}
    return names.pop() if len(names) == 1 else ""


def _by_key(found: Iterable[_Before]) -> dict[str, _Before]:
    return {each.key: each for each in found if each.key}


def _mappings(found: object) -> Iterator[Mapping[str, object]]:
    """The records of a list, as far as they are some."""
    return (
        (each for each in found if isinstance(each, dict)) if isinstance(found, list) else iter(())
    )


def _text(record: Mapping[str, object], name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _thing(record: Mapping[str, object]) -> _Before:
    return _Before(_text(record, "key"), _text(record, "name"))


def _topics(found: Mapping[str, object]) -> Iterator[_Before]:
    """The topics; an older file has only their names, where something is about them."""
    if "topics" in found:
        yield from map(_thing, _mappings(found["topics"]))
        return
    for record in (*_mappings(found["talks"]), *_mappings(found.get("reports"))):
        names = record.get("topics")
        for name in names if isinstance(names, list) else ():
            if isinstance(name, str):
                yield _Before(topic_key(name), name)


def _talk(record: Mapping[str, object]) -> _Before:
    key, event = _text(record, "key"), _text(record, "event")
    speakers = record.get("speakers")
    return _Before(
        _text(record, "name") or (f"{event}/{key}" if event and key else key),
        _text(record, "title"),
        event,
        tuple(map(str, speakers)) if isinstance(speakers, list) else (),
        _text(record, "day"),
        _text(record, "start_time"),
        frozenset(_text(note, "docname") for note in _mappings(record.get("notes"))),
    )
