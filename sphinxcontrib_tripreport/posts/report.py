"""From a post's metadata to its report record and the talks that the metadata lists. Pure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from sphinxcontrib_tripreport.model import Report
from sphinxcontrib_tripreport.options import TALK_OPTIONS, read_options
from sphinxcontrib_tripreport.posts.metadata import Metadata
from sphinxcontrib_tripreport.posts.names import spellings
from sphinxcontrib_tripreport.problems import Problem, Subtype, quoted
from sphinxcontrib_tripreport.text.dates import read_date
from sphinxcontrib_tripreport.text.names import split_names
from sphinxcontrib_tripreport.text.slugs import slug
from sphinxcontrib_tripreport.text.topics import split_topics
from sphinxcontrib_tripreport.yaml_text import Located

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class ListedTalk:
    """A talk that a report's metadata lists: its title, its options, and its line."""

    title: str
    values: dict[str, Any]
    line: int


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report as its metadata tells it."""

    report: Report
    talks: tuple[ListedTalk, ...]
    problems: tuple[Problem, ...]


def read_report(metadata: Metadata, docname: str) -> ReadReport:
    """The report that *metadata* describes; fields that cannot be read become problems."""
    reader = _Reader(metadata)
    event = reader.text("event")
    key = slug(event)
    report = Report(
        docname=docname,
        title=reader.text("title"),
        event=key,
        event_name=event if event != key else "",
        date=reader.read("date", _date),
        authors=reader.read("authors", _authors) or (),
        language=reader.text("language").replace("_", "-"),
        topics=reader.read("topics", _topics) or (),
        series=reader.text("series"),
    )
    talks = tuple(reader.talks())
    return ReadReport(report, talks, (*metadata.problems, *reader.problems))


class _Reader:
    """Reads fields one by one and keeps what is wrong with them."""

    def __init__(self, metadata: Metadata) -> None:
        self.metadata = metadata
        self.problems: list[Problem] = []

    def find(self, ours: str) -> tuple[str, Located] | None:
        fields = self.metadata.fields
        return next(
            ((name, fields[name]) for name in spellings(ours) if name in fields),
            None,
        )

    def text(self, ours: str) -> str:
        found = self.find(ours)
        if found is None:
            return ""
        name, located = found
        if not isinstance(located.value, str):
            self.wrong(name, located, located.type_name, "expected text")
            return ""
        return " ".join(located.value.split())

    def read(self, ours: str, reader: Callable[[Located], _T]) -> _T | None:
        found = self.find(ours)
        if found is None or found[1].value == "":
            return None
        name, located = found
        try:
            return reader(located)
        except ValueError as error:
            shown = located.type_name
            if isinstance(located.value, str):
                shown = quoted([located.value])[0]
            self.wrong(name, located, shown, str(error))
            return None

    def wrong(self, name: str, located: Located, shown: str, expected: str) -> None:
        text = f"The metadata field “{name}” is {shown}: {expected}."
        self.problems.append(Problem(Subtype.METADATA, text, located.line))

    def talks(self) -> Iterator[ListedTalk]:
        found = self.find("talks")
        if found is None or found[1].value == "":
            return
        name, located = found
        if not isinstance(located.value, list):
            shown = located.type_name
            self.wrong(name, located, shown, "expected a list of titles or of mappings")
            return
        for item in located.value:
            talk = self._talk(item)
            if talk is not None:
                yield talk

    def _talk(self, item: Located) -> ListedTalk | None:
        fields = item.value if isinstance(item.value, dict) else {"title": item}
        title = fields.get("title")
        if title is None or not isinstance(title.value, str) or not title.value.strip():
            text = "A talk in “talks” has no “title”; it is left out."
            self.problems.append(Problem(Subtype.TITLE, text, item.line))
            return None
        given = {name: value.text() for name, value in fields.items() if name != "title"}
        values, problems = read_options(given, TALK_OPTIONS, "talk")
        self.problems.extend(problem.at(fields[problem.name].line) for problem in problems)
        return ListedTalk(" ".join(title.value.split()), values, item.line)


def _date(located: Located) -> dt.date:
    if not isinstance(located.value, str):
        raise ValueError("expected a date such as 2020-07-23")
    return read_date(located.value)


def _items(located: Located) -> list[str] | None:
    """The texts of a list in YAML or JSON; None where the value is plain text."""
    if isinstance(located.value, list):
        items = located.value
        if any(not isinstance(item.value, str) for item in items):
            raise ValueError("expected a list of texts")
        return [str(item.value) for item in items]
    if isinstance(located.value, dict):
        raise ValueError("expected text or a list")
    if located.value.startswith("["):
        try:
            parsed = json.loads(located.value)
        except ValueError:
            return None
        if isinstance(parsed, list):
            return [str(item) for item in parsed]
    return None


def _authors(located: Located) -> tuple[str, ...]:
    if isinstance(located.value, dict):
        return (_author(located),)
    if isinstance(located.value, list):
        return tuple(_author(item) for item in located.value)
    items = _items(located)
    text = located.value if items is None else "\n".join(items)
    return tuple(person.name for person in split_names(text))


def _author(item: Located) -> str:
    """An author's name; Quarto writes authors as mappings with a ``name``."""
    value = item.value.get("name", item).value if isinstance(item.value, dict) else item.value
    if not isinstance(value, str):
        raise ValueError("expected a name, or a list of names")
    return " ".join(value.split())


def _topics(located: Located) -> tuple[str, ...]:
    items = _items(located)
    return split_topics(located.text() if items is None else "\n".join(items))
