"""From a post's metadata to its report record and the talks that the metadata lists. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, TypeVar

from sphinxcontrib_tripreport.core.languages.codes import read_code
from sphinxcontrib_tripreport.core.model.audience import PRIVATE
from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.options.option import read_options
from sphinxcontrib_tripreport.core.options.tables import STATUSES, TALK_OPTIONS
from sphinxcontrib_tripreport.core.posts.audience import is_private_post
from sphinxcontrib_tripreport.core.posts.drafts import is_draft
from sphinxcontrib_tripreport.core.posts.field_names import spellings
from sphinxcontrib_tripreport.core.posts.field_values import (
    date_in_name,
    is_yes,
    read_authors,
    read_located_answer,
    read_located_programmes,
    read_located_topics,
)
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.posts.post_dates import PostDate, date_fields, read_post_date
from sphinxcontrib_tripreport.core.posts.shown_fields import ShownFields, read_shown_fields
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.core.text.topics import each_topic

_T = TypeVar("_T")


class ListedTalk(NamedTuple):
    """A talk that a report's metadata lists: its title, its options, and its line."""

    title: str
    values: TalkValues
    line: int


class ReadReport(NamedTuple):
    """A report as its metadata tells it."""

    report: Report
    talks: tuple[ListedTalk, ...]
    lists_talks: bool | None
    """Whether talks that the text does not name are at its end; None if it does not say."""
    problems: tuple[Problem, ...]
    talk: TalkValues | None = None
    """What the metadata says of the talk that the whole post is; None if it is none."""
    is_meant: bool = False
    """Whether there is a field that only reports have, whether it can be read or not."""
    shown: ShownFields = ShownFields()
    """What the metadata says for pages that list the report."""


def read_report(metadata: Metadata, docname: str) -> ReadReport:
    """The report that *metadata* describes; fields that cannot be read become problems.

    What is wrong with the form of the metadata is not among these.
    """
    reader = _Reader(metadata)
    event = reader.text("event")
    key = slug(event)
    dated, date_line = reader.date("date")
    updated, _line = reader.date("updated")
    report = Report(
        docname=docname,
        title=reader.text("title"),
        event=key,
        event_name=event if event != key else "",
        line=reader.line("event"),
        date=dated.date if dated is not None else date_in_name(docname),
        other_date=dated.other if dated is not None else None,
        date_line=date_line,
        updated=updated.date if updated is not None else None,
        feed_id="".join(reader.text("feed-id").split()),
        feed_line=reader.line("feed-id"),
        authors=reader.read("authors", read_authors) or (),
        language=reader.language(),
        topics=reader.topics(),
        topics_line=reader.line("topics"),
        series=reader.text("series"),
        programme=reader.programme() if key else (),
        draft=is_draft(metadata),
        audience=PRIVATE if is_private_post(metadata.fields) else "",
    )
    talks = tuple(reader.talks())
    lists_talks = reader.read("list-talks", read_located_answer)
    talk = reader.whole_talk(report.topics)
    is_meant = any(reader.find(field) is not None for field in ("event", "talks", "talk"))
    shown = read_shown_fields(metadata.fields)
    return ReadReport(report, talks, lists_talks, tuple(reader.problems), talk, is_meant, shown)


class _Reader:
    """Reads fields one by one and keeps what is wrong with them."""

    def __init__(self, metadata: Metadata) -> None:
        self.metadata = metadata
        self.problems: list[Problem] = []

    def find(self, ours: str) -> tuple[str, Located] | None:
        """The field of ours that says something, and the name it is written under."""
        fields = self.metadata.fields
        return next(
            (
                (name, fields[name])
                for name in spellings(ours)
                if name in fields and fields[name].value
            ),
            None,
        )

    def line(self, ours: str) -> int:
        """Where the field is; 0 if there is none."""
        found = self.find(ours)
        return found[1].line if found is not None else 0

    def text(self, ours: str) -> str:
        found = self.find(ours)
        if found is None:
            return ""
        name, located = found
        value = located.value
        if isinstance(value, list) and len(value) == 1:
            value = value[0].value  # as Hugo writes series
        if not isinstance(value, str):
            self.wrong(name, located, located.type_name, "expected text")
            return ""
        return " ".join(without_controls(value).split())

    def read(self, ours: str, reader: Callable[[Located], _T]) -> _T | None:
        found = self.find(ours)
        return None if found is None else self._read(*found, reader)

    def date(self, ours: str) -> tuple[PostDate | None, int]:
        """A date of the post, and the line it is written on: that of the first field with one.

        :param ours: ``date``, or ``updated`` for when it was changed last
        """
        first = next(date_fields(self.metadata.fields, ours), None)
        return (self._read(*first, read_post_date), first[1].line) if first else (None, 0)

    def topics(self) -> tuple[str, ...]:
        """The topics of all fields that have some."""
        fields = self.metadata.fields
        known = [(name, fields[name]) for name in spellings("topics") if name in fields]
        read = (self._read(name, field, read_located_topics) for name, field in known)
        return each_topic(topic for topics in read for topic in topics or ())

    def programme(self) -> tuple[Link, ...]:
        """The files of the event's programme; of a post that is a talk it is an id of its own."""
        talk = self.find("talk")
        if talk is not None and is_yes(talk[1].text()):
            return ()
        return self.read("programme", read_located_programmes) or ()

    def _read(self, name: str, located: Located, reader: Callable[[Located], _T]) -> _T | None:
        try:
            return reader(located)
        except ValueError as error:
            shown = located.type_name
            if isinstance(located.value, str):
                shown = quoted([located.value])[0]
            self.wrong(name, located, shown, str(error))
            return None

    def language(self) -> str:
        found = self.find("language")
        if found is not None and isinstance(found[1].value, dict):
            return ""  # the words of a page, as Quarto has them
        text = self.text("language")
        if not text or found is None:
            return ""
        try:
            return read_code(text)
        except ValueError as error:
            self.wrong(*found, quoted([text])[0], str(error))
            return ""

    def wrong(self, name: str, located: Located, shown: str, expected: str) -> None:
        end = "" if expected.endswith("?") else "."
        text = f"The metadata field “{name}” is {shown}: {expected}{end}"
        self.problems.append(Problem(Subtype.METADATA, text, located.line))

    def talks(self) -> Iterator[ListedTalk]:
        found = self.find("talks")
        if found is None:
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

    def whole_talk(self, topics: tuple[str, ...]) -> TalkValues | None:
        """The options of the talk that the whole post is, beside its ``talk: true``.

        :param topics: of the report
        """
        if not self.read("talk", read_located_answer):
            return None
        fields = {
            name: field for name, field in self.metadata.fields.items() if _is_of_talk(name, field)
        }
        given = {name: field.text() for name, field in fields.items()}
        values, problems = read_options(given, TALK_OPTIONS, "talk")
        self.problems.extend(problem.with_place(fields[problem.name].line) for problem in problems)
        if topics:
            values["topics"] = topics
        return values

    def _talk(self, item: Located) -> ListedTalk | None:
        fields = item.value if isinstance(item.value, dict) else {"title": item}
        title = fields.get("title")
        if title is None or not isinstance(title.value, str) or not title.value.strip():
            text = "A talk in “talks” has no “title”; it is left out."
            self.problems.append(Problem(Subtype.TITLE, text, item.line))
            return None
        given = {name: value.text() for name, value in fields.items() if name != "title"}
        values, problems = read_options(given, TALK_OPTIONS, "talk")
        topics = [field for name, field in fields.items() if name in ("topics", "tags")]
        if "topics" in values and any(isinstance(field.value, list) for field in topics):
            # As text, an item with a comma would be two.
            values["topics"] = each_topic(topic for field in topics for topic in _topics_in(field))
        self.problems.extend(problem.with_place(fields[problem.name].line) for problem in problems)
        return ListedTalk(" ".join(title.value.split()), values, item.line)


def _is_of_talk(name: str, field: Located) -> bool:
    """Whether a field is an option of the talk that a post is, and not the report's or engine's."""
    if name == "url":
        return field.text().startswith(("http://", "https://"))  # else it is the page's own
    if name == "status":
        return slug(field.text()) in STATUSES
    return name in TALK_OPTIONS and name not in _OF_THE_REPORT


_OF_THE_REPORT: Final = ("audience", "event", "language", "topics", "tags", "image")


def _topics_in(field: Located) -> Iterable[str]:
    if isinstance(field.value, list):
        return (item.text() for item in field.value)
    topics: tuple[str, ...] = TALK_OPTIONS["topics"].read(field.text())
    return topics
