"""YAML files of speakers and events (``tripreport_data``): read, checked, made into records.

A file is a mapping with ``speakers`` and ``events``; each of them maps keys to the options of the
directives of that name, and ``name`` (default: the key).
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinxcontrib_tripreport.event_text import make_event
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.model import Event, Speaker
from sphinxcontrib_tripreport.options import (
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    Option,
    profile_links,
    read_options,
)
from sphinxcontrib_tripreport.problems import Problem, Subtype, did_you_mean, quoted
from sphinxcontrib_tripreport.settings import listed
from sphinxcontrib_tripreport.text.links import is_file
from sphinxcontrib_tripreport.text.names import name_key
from sphinxcontrib_tripreport.text.nearest import nearest
from sphinxcontrib_tripreport.text.slugs import slug
from sphinxcontrib_tripreport.yaml_text import Located, UnreadableYaml, read_yaml

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.domain import TripDomain

PARTS = ("speakers", "events")


@dataclass(slots=True)
class DataFile:
    """What one file says."""

    path: str
    speakers: list[Speaker] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load_data_files(app: Sphinx) -> None:
    """Read every file anew, so that each build knows what they say now; for ``builder-inited``."""
    speakers: list[Speaker] = []
    events: list[Event] = []
    for path in listed(app.config.tripreport_data):
        read = _load(Path(app.srcdir), str(path))
        for problem in read.problems:
            place = f"{Path(app.srcdir) / read.path}:{problem.line or 1}"
            warn(problem.subtype, problem.text, place)
        speakers += read.speakers
        events += read.events
    domain = cast("TripDomain", app.env.domains["trip"])
    domain.data_files = tuple(speakers), tuple(events)


def _load(srcdir: Path, path: str) -> DataFile:
    try:
        text = (srcdir / path).read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = f"The data file “{path}” cannot be read: {error.strerror}."
    except UnicodeDecodeError:
        reason = f"The data file “{path}” is not in UTF-8."
    else:
        return read_data(text, path)
    return DataFile(path, problems=[Problem(Subtype.DATA, reason)])


def read_data(text: str, path: str) -> DataFile:
    """The speakers and events in the *text* of a data file.

    :param path: of the file, from the source directory; pictures are looked up beside it
    """
    data = DataFile(path)
    try:
        root = read_yaml(text)
    except UnreadableYaml as error:
        data.problems.append(Problem(Subtype.DATA, f"Not YAML: {error}.", error.line))
        return data
    for name, part in _pairs(root, "the file", data):
        if name not in PARTS:
            near = did_you_mean(nearest(name, PARTS, 1))
            text = f"Unknown key {quoted([name])[0]}: expected speakers or events.{near}"
            data.problems.append(Problem(Subtype.DATA, text, part.line))
            continue
        add = _add_speaker if name == "speakers" else _add_event
        for key, entry in _pairs(part, quoted([name])[0], data):
            _add(data, key, entry, name, add)
    return data


def _pairs(located: Located | None, what: str, data: DataFile) -> Iterator[tuple[str, Located]]:
    if located is None or located.value == "":
        return
    if isinstance(located.value, dict):
        yield from located.value.items()
        return
    text = f"{what} is {located.type_name}: expected a mapping."
    data.problems.append(Problem(Subtype.DATA, text[0].upper() + text[1:], located.line))


_Add = Callable[[DataFile, str, str, dict[str, Any], int], None]


def _add(data: DataFile, key: str, entry: Located, part: str, add: _Add) -> None:
    known: dict[str, Option] = SPEAKER_OPTIONS if part == "speakers" else EVENT_OPTIONS
    if not slug(key):
        text = f"{quoted([key])[0]} is no key: expected letters or digits."
        data.problems.append(Problem(Subtype.DATA, text, entry.line))
        return
    fields = dict(_pairs(entry, quoted([key])[0], data))
    given = {name: value.text() for name, value in fields.items() if name != "name"}
    values, problems = read_options(given, known, part.removesuffix("s"))
    for problem in problems:
        subtype = Subtype.DATA if problem.subtype is Subtype.OPTION else problem.subtype
        text = problem.text.replace(" option", " key")
        data.problems.append(Problem(subtype, text, fields[problem.name].line))
    for name, value in list(values.items()):
        if isinstance(value, str) and name in _ADDRESSES and is_file(value):
            if name == "photo":
                values[name] = "/" + posixpath.normpath(
                    posixpath.join(posixpath.dirname(data.path), value)
                ).lstrip("/")
                continue
            text = f"“{name}” is “{value}”: expected a web address."
            data.problems.append(Problem(Subtype.VALUE, text, fields[name].line))
            del values[name]
    name_given = fields.get("name")
    title = " ".join(name_given.text().split()) if name_given is not None else ""
    add(data, key, title or key, values, entry.line)


_ADDRESSES = frozenset(("homepage", "photo", "url", "programme"))


def _add_speaker(data: DataFile, key: str, name: str, values: dict[str, Any], line: int) -> None:
    plain = ("sort", "affiliation", "pronouns", "photo")
    aliases = [*values.get("aliases", ())]
    if name_key(key) != name_key(name):
        aliases.append(key)
    data.speakers.append(
        Speaker(
            name_key(name),
            name,
            aliases=tuple(aliases),
            links=profile_links(values),
            line=line,
            **{option: values[option] for option in plain if option in values},
        )
    )


def _add_event(data: DataFile, key: str, name: str, values: dict[str, Any], line: int) -> None:
    event, problem = make_event(values.get("key") or slug(key), name, values, line)
    if problem is not None:
        data.problems.append(problem)
    data.events.append(event)
