"""YAML files of people, events and topics (``tripreport_data``): read, checked, made into records.

A file is a mapping with ``speakers``, ``authors``, ``events`` and ``topics``; each of them maps
keys to the options of the directives of that name, and ``name`` (default: the key). So a file
``.authors.yml`` of Material for MkDocs is one. Topics may be a list, too. Pure.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sphinxcontrib_tripreport.core.model.option_values import (
    EventValues,
    SpeakerValues,
    TopicValues,
)
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Speaker
from sphinxcontrib_tripreport.core.options.event import make_event
from sphinxcontrib_tripreport.core.options.option import OptionProblem, OptionTable, read_options
from sphinxcontrib_tripreport.core.options.speaker import make_speaker
from sphinxcontrib_tripreport.core.options.tables import (
    AUTHOR_OPTIONS,
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    TOPIC_OPTIONS,
)
from sphinxcontrib_tripreport.core.options.topic import DeclaredTopic, declare_topic
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.links import Link, is_file, say_no_file
from sphinxcontrib_tripreport.core.text.located import (
    Located,
    UnreadableYaml,
    read_yaml,
    say_unreadable,
)
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.slugs import slug

PARTS = ("speakers", "authors", "events", "topics")
_MAY_BE_LISTS = ("topics",)
_OF_EVENTS = "a mapping of keys, as “con-2024:” with “name: Con 2024” below it"
_OF_PEOPLE = "a mapping of keys, as “ann-lee:” with “name: Ann Lee” below it"


@dataclass(slots=True)
class DataFile:
    """What one file says."""

    path: str
    speakers: list[Speaker] = field(default_factory=list)
    """Everybody: authors, too."""
    events: list[Event] = field(default_factory=list)
    topics: list[DeclaredTopic] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_data(text: str, path: str) -> DataFile:
    """The people, events and topics in the *text* of a data file.

    :param path: of the file, from the source directory; pictures are looked up beside it
    """
    data = DataFile(path)
    try:
        root = read_yaml(text)
    except UnreadableYaml as error:
        text = say_unreadable(error)
        data.problems.append(Problem(Subtype.DATA, text, error.line))
        return data
    for name, part in _items_of_mapping(root, "the file", data):
        if name not in PARTS:
            near = did_you_mean(nearest(name, PARTS, 1))
            text = f"Unknown key {quoted([name])[0]}: expected {_join_with_or(PARTS)}.{near}"
            data.problems.append(Problem(Subtype.DATA, text, part.line))
            continue
        for key, entry in _entries(part, name, data):
            _add(data, key, entry, name)
    return data


def _join_with_or(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _entries(part: Located, name: str, data: DataFile) -> Iterator[tuple[str, Located]]:
    """The entries of one part by their keys: of a mapping, or of a list if it may be one."""
    if name not in _MAY_BE_LISTS:
        expected = _OF_EVENTS if name == "events" else _OF_PEOPLE
        yield from _items_of_mapping(part, quoted([name])[0], data, expected)
    elif isinstance(part.value, list):
        yield from _entries_of_list(part.value, name, data)
    else:
        yield from _items_of_mapping(part, quoted([name])[0], data, "a mapping or a list")


def _entries_of_list(
    items: list[Located], name: str, data: DataFile
) -> Iterator[tuple[str, Located]]:
    """The entries of a list: names, or mappings with ``name`` or ``key``."""
    for item in items:
        if isinstance(item.value, str):
            yield item.value, Located({}, item.line)
            continue
        fields = item.value if isinstance(item.value, dict) else {}
        named = fields.get("name") or fields.get("key")
        if named is None:
            text = f"An entry of {quoted([name])[0]} is {item.type_name} without a name: expected a"
            text += " name, or a mapping with “name”."
            data.problems.append(Problem(Subtype.DATA, text, item.line))
            continue
        yield named.text(), item


def _items_of_mapping(
    located: Located | None, what: str, data: DataFile, expected: str = "a mapping"
) -> Iterator[tuple[str, Located]]:
    if located is None or located.value == "":
        return
    if isinstance(located.value, dict):
        for key, line in located.repeated:
            text = f"{quoted([key])[0]} is in {what} more than once: the last one counts."
            data.problems.append(Problem(Subtype.DATA, text, line))
        yield from located.value.items()
        return
    text = f"{what} is {located.type_name}: expected {expected}."
    data.problems.append(Problem(Subtype.DATA, text[0].upper() + text[1:], located.line))


def _add(data: DataFile, key: str, entry: Located, part: str) -> None:
    known, add = _PARTS[part]
    if not slug(key):
        text = f"{quoted([key])[0]} is no key: expected letters or digits."
        data.problems.append(Problem(Subtype.DATA, text, entry.line))
        return
    fields = dict(_items_of_mapping(entry, quoted([key])[0], data))
    if part == "topics":
        fields = dict(_plain(fields, data))
    given = {name: value.text() for name, value in fields.items() if name != "name"}
    values, problems = read_options(given, known, part.removesuffix("s"))
    written = {known[name].alias_of or name: name for name in reversed(fields) if name in known}
    for problem in problems:
        subtype = Subtype.DATA if problem.subtype is Subtype.OPTION else problem.subtype
        text = problem.text.replace(" option", " key").replace("; it has ", "; it has name, ")
        if problem.name not in known and nearest(problem.name, ("name", *known), 1) == ("name",):
            text = f"{text.partition(' Did you')[0]}{did_you_mean(['name'])}"
        data.problems.append(Problem(subtype, text, fields[problem.name].line))
    for problem in _without_files(values, known, data.path):
        data.problems.append(problem.with_place(fields[written[problem.name]].line))
    name_given = fields.get("name")
    title = " ".join(without_controls(name_given.text()).split()) if name_given is not None else ""
    lines = {name: fields[as_written].line for name, as_written in written.items()}
    add(data, key, title or key, values, entry.line, lines)


def _plain(fields: dict[str, Located], data: DataFile) -> Iterator[tuple[str, Located]]:
    """The fields of a topic that are text, or a list of texts if there may be several."""
    for name, value in fields.items():
        items = value.value if name == "aliases" and isinstance(value.value, list) else [value]
        is_known = name == "name" or name in TOPIC_OPTIONS
        if not is_known or all(isinstance(item.value, str) for item in items):
            yield name, value
            continue
        expected = "text or a list of texts" if name == "aliases" else "text"
        found = value.type_name if items == [value] else "a list with something else in it"
        text = f"{quoted([name])[0]} is {found}: expected {expected}."
        data.problems.append(Problem(Subtype.VALUE, text, value.line))


def _without_files(
    values: dict[str, Any], option_table: OptionTable[Any], path: str
) -> Iterator[OptionProblem]:
    """Take links to files out of *values*: a data file belongs to no document that offers them.

    Pictures of people and programmes of events stay, as ``/path`` from the source directory.
    """
    for name in [name for name in values if option_table[name].may_be_file]:
        value = values[name]
        if name == "photo" and is_file(value):
            values[name] = _path_from_source(path, value)
            continue
        if name == "programme":
            values[name] = tuple(
                Link(label, _path_from_source(path, url) if is_file(url) else url)
                for label, url in value
            )
            continue
        links = (value,) if isinstance(value, str) else tuple(link.url for link in value)
        for url in filter(is_file, links):
            text = f"“{name}” is “{url}”{say_no_file(url, '')}"
            yield OptionProblem(name, Subtype.VALUE, text)
        if isinstance(value, str) and is_file(value):
            del values[name]
        elif not isinstance(value, str):
            values[name] = tuple(link for link in value if not is_file(link.url))


def _path_from_source(path: str, url: str) -> str:
    """A file that a data file names, from the source directory."""
    beside = posixpath.join(posixpath.dirname(path), url)
    return "/" + posixpath.normpath(beside).lstrip("/")


_Lines = dict[str, int]
"""Where the fields of an entry are."""


def _add_speaker(
    data: DataFile, key: str, name: str, values: SpeakerValues, line: int, _lines: _Lines
) -> None:
    data.speakers.append(make_speaker(name, values, line, other_key=key))


def _add_author(
    data: DataFile, key: str, name: str, values: SpeakerValues, line: int, _lines: _Lines
) -> None:
    data.speakers.append(make_speaker(name, values, line, as_author=True, other_key=key))


def _add_event(
    data: DataFile, key: str, name: str, values: EventValues, line: int, _lines: _Lines
) -> None:
    event, problem = make_event(values.get("key") or slug(key), name, values, line)
    if problem is not None:
        data.problems.append(problem)
    data.events.append(event)


def _add_topic(
    data: DataFile, key: str, name: str, values: TopicValues, line: int, lines: _Lines
) -> None:
    data.topics.append(declare_topic(key, name, values, data.path, lines, line))


_Add = Callable[[DataFile, str, str, Any, int, _Lines], None]
_PARTS: dict[str, tuple[OptionTable[Any], _Add]] = {
    "speakers": (SPEAKER_OPTIONS, _add_speaker),
    "authors": (AUTHOR_OPTIONS, _add_author),
    "events": (EVENT_OPTIONS, _add_event),
    "topics": (TOPIC_OPTIONS, _add_topic),
}
