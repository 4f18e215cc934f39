"""Who wrote what: the reports of each author, and the talks that they noted. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sphinxcontrib_tripreport.core.catalogue.merging import mean_rating, nearest_status
from sphinxcontrib_tripreport.core.catalogue.speakers import People
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.model.talk import Talk


class Authorship:
    """The authors of the reports of a project, by their keys."""

    def __init__(self, people: People, reports: Sequence[Report], talks: Iterable[Talk]) -> None:
        """Take *reports* and *talks* in their order by date."""
        self._people = people
        self._of_report: Mapping[str, tuple[str, ...]] = {
            report.docname: tuple(dict.fromkeys(map(people.key_of, report.authors)))
            for report in reports
        }
        by_author: defaultdict[str, list[str]] = defaultdict(list)
        for docname, authors in self._of_report.items():
            for author in authors:
                by_author[author].append(docname)
        noted: defaultdict[str, list[Talk]] = defaultdict(list)
        for talk in talks:
            for author in self.of_talk(talk):
                noted[author].append(talk)
        events: defaultdict[str, set[str]] = defaultdict(set)
        for report in reports:
            for author in self._of_report[report.docname]:
                events[author].add(report.event)
        for author, found in noted.items():
            events[author].update(talk.event for talk in found)
        self._events = {author: frozenset(keys - {""}) for author, keys in events.items()}
        self._reports = {author: tuple(docnames) for author, docnames in by_author.items()}
        self._talks = {author: tuple(found) for author, found in noted.items()}

    def of_report(self, docname: str) -> tuple[str, ...]:
        """The authors of a report, as it names them; none of another document."""
        return self._of_report.get(docname, ())

    def names_in(self, docname: str) -> list[str]:
        """The names of the authors of a report, as they are known."""
        return [self._people.everybody[key].name for key in self.of_report(docname)]

    def of_talk(self, talk: Talk) -> tuple[str, ...]:
        """All who noted a talk, in the order of its notes."""
        notes = talk.notes
        return tuple(dict.fromkeys(key for note in notes for key in self.of_report(note.docname)))

    def reports_by(self, author: str) -> tuple[str, ...]:
        """The documents of an author's reports, by date."""
        return self._reports.get(author, ())

    def talks_noted_by(self, author: str) -> tuple[Talk, ...]:
        """The talks that an author noted, by date."""
        return self._talks.get(author, ())

    def events_of(self, author: str) -> frozenset[str]:
        """The events that an author wrote about."""
        return self._events.get(author, frozenset())

    def as_noted_by(self, talk: Talk, authors: Iterable[str]) -> Talk:
        """A talk as some of its authors met it: with their notes, status and rating alone.

        The talk itself if none of them noted it, or all did.
        """
        wanted = set(authors)
        notes = tuple(n for n in talk.notes if not wanted.isdisjoint(self.of_report(n.docname)))
        if not notes or len(notes) == len(talk.notes):
            return talk
        return replace(talk, notes=notes, status=nearest_status(notes), rating=mean_rating(notes))
