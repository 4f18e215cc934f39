"""From the fields of matched lines to what is known of a talk or a day. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, cast

from sphinxcontrib_tripreport.core.languages.dates import read_duration, read_moment
from sphinxcontrib_tripreport.core.languages.day_names import Day, read_named_day, say_no_day
from sphinxcontrib_tripreport.core.languages.talk_words import kind_of, link_label
from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.patterns.companies import (
    WordRange,
    read_speakers_with_company,
    with_company,
)
from sphinxcontrib_tripreport.core.patterns.found_talk import FoundTalk, LinePart, MatchedLine
from sphinxcontrib_tripreport.core.patterns.pairs import partners
from sphinxcontrib_tripreport.core.patterns.quotes import title_within
from sphinxcontrib_tripreport.core.patterns.speakers import Speakers, read_speakers
from sphinxcontrib_tripreport.core.patterns.statuses import read_status
from sphinxcontrib_tripreport.core.text.links import Link, is_video, read_url
from sphinxcontrib_tripreport.core.text.names import NamedPerson, each_once
from sphinxcontrib_tripreport.core.text.regexes import regex

_KIND_BEFORE: Final = regex(
    r"\[\s*([^\]]{2,40})\]\s*|([^:：|]{2,40}?)(?:\s*[:]\s+|\s*：\s*|\s+[-–—]\s+|\s*\|\s+)"
)
_ADDRESS: Final = regex(r"https?://\S+[^\s.,;:!?)\]}>'\"]")
_BEFORE_LABELS: Final = " \t\u00a0([（|/,;·•-–—:"
_AFTER_LABELS: Final = " \t\u00a0)]）|/,;·•"


def read_talk(
    matched: Sequence[MatchedLine], language: str, words: tuple[str, ...] = ()
) -> FoundTalk | None:
    """The talk that *matched* lines tell of; None if there is no title and nothing for one.

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
    day = reader.read_day()
    return FoundTalk(title, span, reader.values(), day, tuple(sorted(reader.left)))


def read_day(matched: Sequence[MatchedLine]) -> Day | None:
    """The day that matched lines name; None if their fields are no day together."""
    texts = _texts(matched)
    return read_named_day(texts.get("day", ""), texts.get("weekday", ""))


def say_wrong_day(matched: Sequence[MatchedLine]) -> str:
    """What is wrong with a day that matched lines name, such as 31 April; empty for any other."""
    return say_no_day(_texts(matched).get("day", ""))


def _texts(matched: Sequence[MatchedLine]) -> dict[str, str]:
    return {
        each.name: line.marked.text[each.start : each.end]
        for line in matched
        for each in line.fields
    }


class _Reader:
    """Reads the fields of one talk."""

    def __init__(
        self, matched: Sequence[MatchedLine], language: str, words: tuple[str, ...]
    ) -> None:
        self.matched = matched
        self.language = language
        self.words = words
        self.people: list[NamedPerson] = []
        self.links: list[Link] = []
        self.left: list[LinePart] = []
        self.found: dict[str, Any] = {}

        self._spans: defaultdict[str, list[LinePart]] = defaultdict(list)
        for number, line in enumerate(matched):
            for each in line.fields:
                self._spans[each.name].append(LinePart(number, each.start, each.end))

    def spans(self, name: str) -> Sequence[LinePart]:
        return self._spans.get(name, ())

    def text_of(self, span: LinePart) -> str:
        return self.matched[span.line].marked.text[span.start : span.end]

    def text(self, name: str) -> str:
        return next((" ".join(self.text_of(span).split()) for span in self.spans(name)), "")

    def read_speakers(self) -> None:
        for number, line in enumerate(self.matched):
            for place, each in enumerate(line.fields):
                if each.name == "speakers":
                    self._take(number, self._read_people(line, place))
        for number, line in enumerate(self.matched):
            names = ["", *(each.name for each in line.fields)]
            for before, each in zip(names, line.fields, strict=False):
                if each.name == "affiliation" and before != "speakers":
                    known, self.people = Speakers(tuple(self.people)), []
                    company = WordRange(each.start, each.end)
                    self._take(number, with_company(known, line.marked.text, company))
        self.found["speakers"] = each_once(self.people)

    def _read_people(self, line: MatchedLine, place: int) -> Speakers:
        people, *behind = (WordRange(each.start, each.end) for each in line.fields[place:])
        if behind and line.fields[place + 1].name == "affiliation":
            return read_speakers_with_company(
                line.marked, people, behind[0], self.language, self.words
            )
        return read_speakers(line.marked, *people, self.language, self.words)

    def _take(self, number: int, read: Speakers) -> None:
        self.people += read.people
        self.links += read.links
        self.left += (LinePart(number, start, end) for start, end in read.left)
        self.found["kind"] = self.found.get("kind") or read.kind

    def read_title(self) -> tuple[str, LinePart | None]:
        """The title and its place, and what its line says before and after it."""
        kind = kind_of(self.text("kind"))
        span = next(iter(self.spans("title")), None)
        if span is None:
            self.found["kind"] = kind or self.found.get("kind", "")
            return self._title_from_kind()
        self.left += self.spans("title")[1:]
        span = _bare(self, self._without_labels(span))
        if not kind and (before := _KIND_BEFORE.match(self.text_of(span))):
            kind = kind_of(before[1] or before[2])
            if kind and before.end() < len(self.text_of(span)):
                span = _bare(self, span._replace(start=span.start + before.end()))
        kind = kind or self.found.get("kind", "") or kind_of(self.text_of(span))
        self.found["kind"] = kind
        self._take_link(span)
        return " ".join(self.text_of(span).split()), span

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
        pairs = partners(marked.text)
        end, seen = span.end, span.end
        waiting: list[Link] = []
        for link in reversed(marked.links()):
            if not (span.start < link.start and link.end <= seen):
                continue
            behind = marked.text[link.end : seen].strip(_AFTER_LABELS)
            label, url = link_label(marked.text[link.start : link.end]), _safe(link.url)
            if behind or not label or not url:
                break
            waiting.append(Link(label, url))
            seen = span.start + len(marked.text[span.start : link.start].rstrip(_BEFORE_LABELS))
            if not any(span.start <= first < seen <= last for first, last in pairs):
                self.links += waiting
                end, waiting = seen, []
        return span._replace(end=end)

    def _take_link(self, title: LinePart) -> None:
        for link in self.matched[title.line].marked.links():
            if link.start <= title.start and title.end <= link.end:
                self._add_link("", link.url)

    def _add_link(self, label: str, url: str) -> None:
        """A link of the talk; one without a label is its page, or its video."""
        if url := _safe(url):
            self.links.append(Link(label or ("video" if is_video(url) else "url"), url))

    def read_plain(self) -> None:
        for name, (option, reader) in _PLAIN.items():
            spans = self.spans(name)
            if spans:
                with suppress(ValueError):
                    self.found[option] = reader(self.text(name))
                    spans = spans[1:]
            self.left += spans
        if "start" not in self.found:
            # Nothing shows when a talk ends that begins at no time.
            self.left += (*self.spans("end")[:1], *self.spans("duration")[:1])

    def read_day(self) -> Day | None:
        day = read_named_day(self.text("day"), self.text("weekday"))
        for name in ("day", "weekday"):
            self.left += self.spans(name)[day is not None :]
        return day

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


_PLAIN: Final[Mapping[str, tuple[str, Callable[[str], Any]]]] = {
    "time": ("start", read_moment),
    "end": ("end", read_moment),
    "duration": ("duration", read_duration),
    "room": ("room", str),
    "track": ("track", str),
    "status": ("status", read_status),
}
"""Fields that are options of a talk, with their names there."""
_OPTIONS: Final = ("url", "slides", "video", "code", "paper")


def _safe(url: str) -> str:
    """*url*, if it is one that may become a link."""
    with suppress(ValueError):
        return read_url(url)
    return ""


def _bare(reader: _Reader, span: LinePart) -> LinePart:
    """*span* without what is round a title and no part of it."""
    text = reader.matched[span.line].marked.text
    start, end = title_within(text, span.start, span.end)
    return span._replace(start=start, end=end)
