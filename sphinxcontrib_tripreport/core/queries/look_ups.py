"""The few things that the filters of a query have to be tried on. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.queries.filter_keys import Meanings
from sphinxcontrib_tripreport.core.queries.filters import NumberRanges
from sphinxcontrib_tripreport.core.queries.query import Query


class LookUps:
    """Asks the catalogue for what single filters find."""

    def __init__(self, catalogue: Catalogue, query: Query, meanings: Meanings) -> None:
        self._catalogue = catalogue
        self._query = query
        self._meanings = meanings

    def talks(self, *, by_time: bool = True) -> Collection[Talk] | None:
        """The talks that the most selective look-up gives; None if no filter has one.

        :param by_time: whether the filters of time are about the days of talks
        """
        catalogue = self._catalogue
        looks: tuple[tuple[str, Callable[[str], tuple[Talk, ...]]], ...] = (
            ("event", catalogue.talks_at),
            ("speaker", catalogue.talks_by),
            ("author", self._noted_by),
            ("topic", catalogue.talks_about),
            ("kind", catalogue.talks_of_kind),
        )
        found = [
            [look(key) for key in sorted(some)]
            for name, look in looks
            if (some := self._meanings.keys(name)[0]) is not None
            # Of an event, reports without talks count, too.
            and (name != "author" or self._query.kind == "talk")
        ]
        if by_time and (years := self._years()) is not None:
            found.append([catalogue.talks_in(year) for year in years])
        if not found:
            return None
        fewest = min(found, key=lambda parts: sum(map(len, parts)))
        # A talk on two of the topics is one.
        return {id(talk): talk for talks in fewest for talk in talks}.values()

    def _noted_by(self, author: str) -> tuple[Talk, ...]:
        return self._catalogue.authorship.talks_noted_by(author)

    def _years(self) -> list[int] | None:
        """The years of talks that the filters of time admit; None if there are none."""
        query = self._query
        if (
            query.since is None
            and query.until is None
            and (query.year or NumberRanges()).holds(None)
        ):
            # Nothing is said of time, or years are only excluded: talks without one are wanted.
            return None
        return [
            year
            for year in self._catalogue.years
            if (query.year is None or query.year.holds(year))
            and (query.since is None or year >= query.since.year)
            and (query.until is None or year <= query.until.year)
        ]

    def speakers(self) -> Iterable[Speaker]:
        """The speakers that may pass: those that are named, else those of few talks, else all."""
        speakers = self._catalogue.speakers
        keys: Iterable[str] | None = self._meanings.keys("speaker")[0]
        if keys is None:
            talks = self.talks()
            if talks is None:
                return speakers.values()
            keys = {key for talk in talks for key in talk.speakers}
        return [speakers[key] for key in sorted(keys) if key in speakers]

    def events(self) -> Iterable[Event]:
        """The events that may pass, in the same way."""
        events = self._catalogue.events
        keys: Iterable[str] | None = self._meanings.keys("event")[0]
        if keys is None:
            talks = self.talks(by_time=False)
            if talks is None:
                return events.values()
            keys = {talk.event for talk in talks}
        return [events[key] for key in sorted(keys) if key in events]

    def reports(self) -> Iterable[Report]:
        """The reports that may pass: on some events or about some topics, else all."""
        catalogue = self._catalogue
        looks: tuple[tuple[str, Callable[[str], tuple[Report, ...]]], ...] = (
            ("event", catalogue.reports_on),
            ("topic", catalogue.reports_about),
        )
        for name, look in looks:
            some, _ = self._meanings.keys(name)
            if some is not None:
                return {r.docname: r for key in sorted(some) for r in look(key)}.values()
        return catalogue.reports.values()
