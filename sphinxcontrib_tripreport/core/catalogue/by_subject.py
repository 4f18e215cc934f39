"""Talks and reports by what they are asked for: a speaker, an event, a topic, a year. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from sphinxcontrib_tripreport.core.model.records import Topic

if TYPE_CHECKING:
    from datetime import date

    from sphinxcontrib_tripreport.core.catalogue.topic_names import TopicNames
    from sphinxcontrib_tripreport.core.model.records import Note, Report, Takeaway
    from sphinxcontrib_tripreport.core.model.talk import Talk

_Key = TypeVar("_Key")
_Found = TypeVar("_Found")


class BySubject:
    """All of them by each, in the order in which they are given."""

    def __init__(
        self,
        talks: Sequence[Talk],
        reports: Sequence[Report],
        takeaways: Iterable[Takeaway],
        effective_date: Callable[[Talk], date | None],
        topic_names: TopicNames,
    ) -> None:
        """Take everything in its order by date.

        :param effective_date: the date that a talk is found under
        """
        self._topic_names = topic_names
        self.note: dict[tuple[str, str], tuple[Talk, Note]] = {}
        """By the document and the anchor of a note, with its talk."""
        self._spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._take_talks(talks, effective_date)
        self._take_reports(reports)
        for takeaway in takeaways:
            self._keys_with_broader(takeaway.topics)

    def _take_talks(
        self, talks: Sequence[Talk], effective_date: Callable[[Talk], date | None]
    ) -> None:
        by_speaker: defaultdict[str, list[Talk]] = defaultdict(list)
        at_event: defaultdict[str, list[Talk]] = defaultdict(list)
        about_topic: defaultdict[str, list[Talk]] = defaultdict(list)
        of_kind: defaultdict[str, list[Talk]] = defaultdict(list)
        in_year: defaultdict[int, list[Talk]] = defaultdict(list)
        for talk in talks:
            for note in talk.notes:
                self.note[note.docname, note.anchor] = talk, note
            for speaker in talk.speakers:
                by_speaker[speaker].append(talk)
            at_event[talk.event].append(talk)
            of_kind[talk.kind].append(talk)
            if (day := effective_date(talk)) is not None:
                in_year[day.year].append(talk)
            for key in self._keys_with_broader(talk.topics):
                about_topic[key].append(talk)
        self.by_speaker = _as_tuples(by_speaker)
        self.at_event = _as_tuples(at_event)
        self.about_topic = _as_tuples(about_topic)
        self.of_kind = _as_tuples(of_kind)
        self.in_year = _as_tuples(in_year)

    def _take_reports(self, reports: Sequence[Report]) -> None:
        on_event: defaultdict[str, list[Report]] = defaultdict(list)
        on_topic: defaultdict[str, list[Report]] = defaultdict(list)
        for report in reports:
            on_event[report.event].append(report)
            for key in self._keys_with_broader(report.topics):
                on_topic[key].append(report)
        self.reports_on_event = _as_tuples(on_event)
        self.reports_on_topic = _as_tuples(on_topic)

    def _keys_with_broader(self, topics: Iterable[str]) -> Iterable[str]:
        """The keys of topics and of those that they are in; spellings count for names."""
        keys: dict[str, None] = {}
        for topic in topics:
            key = self._topic_names.key_of(topic)
            self._spellings[key][topic] += 1
            keys[key] = None
        return self._topic_names.with_above(keys)

    def topics(self) -> dict[str, Topic]:
        """All topics by their keys: as they are declared, else as most authors write each.

        Of those that are declared, these are the ones that something is about, or about one in it.
        """
        declared = self._topic_names.declared
        keys = {each for key in self._spellings for each in self._topic_names.way_up(key)}
        return {key: declared.get(key) or self._as_written(key) for key in sorted(keys)}

    def _as_written(self, key: str) -> Topic:
        counts = self._spellings[key]
        return Topic(key, min(counts, key=lambda name: (-counts[name], name)))

    def spellings(self) -> Iterator[tuple[str, int]]:
        """Every spelling of a topic, with how often it is; declared topics have one."""
        for counts in self._spellings.values():
            yield from counts.items()


def _as_tuples(found: Mapping[_Key, list[_Found]]) -> dict[_Key, tuple[_Found, ...]]:
    return {key: tuple(each) for key, each in found.items()}
