"""From the fields of matched lines to what is known of a talk or a day. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple, cast

from sphinxcontrib_tripreport.core.languages.dates import read_duration, read_moment
from sphinxcontrib_tripreport.core.languages.day_names import Day, read_named_day
from sphinxcontrib_tripreport.core.languages.talk_words import kind_of, link_label
from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.patterns.line import Field
from sphinxcontrib_tripreport.core.patterns.marked import Marked
from sphinxcontrib_tripreport.core.patterns.speakers import read_speakers
from sphinxcontrib_tripreport.core.text.links import Link, is_video, read_url
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.slugs import fold

_QUOTES: Final = (
    *('""', "''", "``", "“”", "‘’", "„“", "„”", "‚‘"),
    *("«»", "»«", "‹›", "「」", "『』", "《》"),
)
_KIND_BEFORE: Final = re.compile(
    r"\[\s*([^\]]{2,40})\]\s*|([^:：|]{2,40}?)(?:\s*[:]\s+|\s*：\s*|\s+[-–—]\s+|\s*\|\s+)"
)
_ADDRESS: Final = re.compile(r"https?://\S+[^\s.,;:!?)\]}>'\"]")
_BEFORE_LABELS: Final = " \t\u00a0([（|/,;·•-–—:"
_AFTER_LABELS: Final = " \t\u00a0)]）|/,;·•"


class Matched(NamedTuple):
    """A line that matched, and its fields."""

    marked: Marked
    fields: tuple[Field, ...]


class LinePart(NamedTuple):
    """A part of one of the matched lines."""

    line: int
    start: int
    end: int


@dataclass(frozen=True)
class FoundTalk:
    """A talk that matched lines tell of."""

    title: str
    title_span: LinePart | None
    """None where no line has a title of its own: the title is a word for the kind."""
    values: TalkValues = field(default_factory=TalkValues)
    """As :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gives them."""
    day: Day | None = None
    """Where the talk's own lines name it."""
    original_title: str = ""
    """In the language of the source, where the lines are translated."""

    @property
    def known_by(self) -> str:
        """The title that says which talk it is: the same in every language."""
        return self.original_title or self.title


def as_original(translated: FoundTalk, original: FoundTalk) -> FoundTalk:
    """A talk of translated lines with the speakers and times of the original ones."""
    before = cast("dict[str, Any]", original.values)
    values: dict[str, Any] = {
        name: value for name, value in translated.values.items() if name not in _FACTS
    }
    values.update((name, before[name]) for name in _FACTS if name in before)
    shown = translated.values.get("speakers", ())
    people: Sequence[NamedPerson] = original.values.get("speakers", ())
    if len(shown) == len(people):
        # References have their addresses only now.
        pairs = zip(people, shown, strict=True)
        values["speakers"] = tuple(
            person._replace(url=other.url, affiliation=other.affiliation) for person, other in pairs
        )
    return replace(
        translated,
        values=cast("TalkValues", values),
        day=original.day,
        original_title=original.title,
    )


_FACTS: Final = ("speakers", "kind", "start", "end", "duration")


def read_talk(
    matched: Sequence[Matched], language: str, words: tuple[str, ...] = ()
) -> FoundTalk | None:
    """The talk that *matched* lines tell of; None where there is no title and nothing for one.

    :param language: of the report
    :param words: more words that mean "and" between names
    """
    reader = _Reader(matched, language, words)
    reader.read_speakers()
    title, span = reader.read_title()
    if not title:
        return None
    reader.read_plain()
    reader.read_other_links(span)
    day = read_named_day(reader.text("day"), reader.text("weekday"))
    return FoundTalk(title, span, reader.values(), day)


def read_day(matched: Sequence[Matched]) -> Day | None:
    """The day that matched lines name; None where their fields are no day together."""
    texts = {
        each.name: line.marked.text[each.start : each.end]
        for line in matched
        for each in line.fields
    }
    return read_named_day(texts.get("day", ""), texts.get("weekday", ""))


class _Reader:
    """Reads the fields of one talk."""

    def __init__(self, matched: Sequence[Matched], language: str, words: tuple[str, ...]) -> None:
        self.matched = matched
        self.language = language
        self.words = words
        self.links: list[Link] = []
        self.found: dict[str, Any] = {}

        self._spans: defaultdict[str, list[LinePart]] = defaultdict(list)
        for number, line in enumerate(matched):
            for each in line.fields:
                self._spans[each.name].append(LinePart(number, each.start, each.end))

    def spans(self, name: str) -> Sequence[LinePart]:
        return self._spans.get(name, ())

    def shown(self, span: LinePart) -> str:
        return self.matched[span.line].marked.text[span.start : span.end]

    def text(self, name: str) -> str:
        return next((" ".join(self.shown(span).split()) for span in self.spans(name)), "")

    def read_speakers(self) -> None:
        people: list[NamedPerson] = []
        for span in self.spans("speakers"):
            marked = self.matched[span.line].marked
            speakers = read_speakers(marked, span.start, span.end, self.language, self.words)
            people += speakers.people
            self.links += speakers.links
            self.found.setdefault("kind", speakers.kind)
        affiliation = self.text("affiliation")
        if people and affiliation and not people[-1].affiliation:
            people[-1] = people[-1]._replace(affiliation=affiliation)
        self.found["speakers"] = tuple(people)

    def read_title(self) -> tuple[str, LinePart | None]:
        """The title and its place, and what its line says before and behind it."""
        kind = kind_of(self.text("kind"))
        span = next(iter(self.spans("title")), None)
        if span is None:
            self.found["kind"] = kind or self.found.get("kind", "")
            return self._title_from_kind()
        span = self._without_labels(span)
        span = _unquoted(self, span)
        if not kind and (before := _KIND_BEFORE.match(self.shown(span))):
            kind = kind_of(before[1] or before[2])
            if kind and before.end() < len(self.shown(span)):
                span = _unquoted(self, span._replace(start=span.start + before.end()))
        self.found["kind"] = kind or self.found.get("kind", "")
        self._take_link(span)
        return " ".join(self.shown(span).split()), span

    def _title_from_kind(self) -> tuple[str, None]:
        """A line without a title is called by its word for the kind, as the author wrote it."""
        if kind := self.text("kind"):
            return kind, None
        for line in self.matched:
            taken = [(each.start, each.end) for each in line.fields]
            text = "".join(
                "|" if any(s <= place < e for s, e in taken) else character
                for place, character in enumerate(line.marked.text)
            )
            for words in re.split(r"[|:：,;()\[\]–—-]", text):
                if (found := kind_of(words)) and words.strip():
                    self.found["kind"] = found
                    return " ".join(words.split()), None
        people = self.found["speakers"]
        return (", ".join(person.name for person in people), None)

    def _without_labels(self, span: LinePart) -> LinePart:
        """*span* without the links at its end that say what they are."""
        marked = self.matched[span.line].marked
        start, end = span.start, span.end
        for link in reversed(marked.links()):
            if not (start < link.start and link.end <= end):
                continue
            behind = marked.text[link.end : end].strip(_AFTER_LABELS)
            label = link_label(marked.text[link.start : link.end])
            if behind or not label:
                break
            self._add_link(label, link.url)
            end = start + len(marked.text[start : link.start].rstrip(_BEFORE_LABELS))
        return span._replace(end=end)

    def _take_link(self, title: LinePart) -> None:
        for link in self.matched[title.line].marked.links():
            if link.start <= title.start and title.end <= link.end:
                self._add_link("", link.url)

    def _add_link(self, label: str, url: str) -> None:
        """A link of the talk; one without a label is its page, or its video."""
        with suppress(ValueError):
            url = read_url(url)
            self.links.append(Link(label or ("video" if is_video(url) else "url"), url))

    def read_plain(self) -> None:
        readers: tuple[tuple[str, str, Callable[[str], Any]], ...] = (
            ("time", "start", read_moment),
            ("end", "end", read_moment),
            ("duration", "duration", read_duration),
            ("room", "room", str),
            ("track", "track", str),
        )
        for name, option, reader in readers:
            if text := self.text(name):
                with suppress(ValueError):
                    self.found[option] = reader(text)

    def read_other_links(self, title: LinePart | None) -> None:
        """Links on the lines outside the title and the speakers: labelled ones, and addresses."""
        taken = [*self.spans("speakers"), *([title] if title else [])]
        known = {link.url for link in self.links}
        for number, line in enumerate(self.matched):
            own = [span for span in taken if span.line == number]
            for link in line.marked.links():
                if any(span.start < link.end and link.start < span.end for span in own):
                    continue
                words = line.marked.text[link.start : link.end]
                label = link_label(words)
                if link.url not in known and (label or _ADDRESS.fullmatch(words.strip())):
                    self._add_link(label, link.url)
            for found in _ADDRESS.finditer(line.marked.text):
                inside = any(s.start <= found.start() and found.end() <= s.end for s in own)
                if not inside and found[0] not in {each.url for each in self.links}:
                    self._add_link("", found[0])

    def values(self) -> TalkValues:
        values = {name: value for name, value in self.found.items() if value}
        more: list[Link] = []
        for link in dict.fromkeys(self.links):
            if link.label in _OPTIONS and link.label not in values:
                values[link.label] = link.url
            elif link.url not in values.values():
                more.append(link)
        if more:
            values["links"] = tuple(more)
        return cast("TalkValues", values)


_OPTIONS: Final = ("url", "slides", "video", "code", "paper")


def _unquoted(reader: _Reader, span: LinePart) -> LinePart:
    """*span* without spaces at its ends and without quotation marks round the whole."""
    text = reader.shown(span)
    start, end = span.start, span.end
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    text = text.strip()
    for quotes in _QUOTES:
        if len(text) > 2 and text[0] == quotes[0] and text[-1] == quotes[1]:
            inner = text[1:-1]
            if quotes[1] not in inner and quotes[0] not in inner and fold(inner):
                return _unquoted(reader, LinePart(span.line, start + 1, end - 1))
    return LinePart(span.line, start, end)
