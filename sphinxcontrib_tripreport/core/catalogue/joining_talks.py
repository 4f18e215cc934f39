"""One talk from all notes on it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sphinxcontrib_tripreport.core.catalogue.dates import note_order, report_date
from sphinxcontrib_tripreport.core.catalogue.grouping import NoteGroup, group_notes, suffix_of
from sphinxcontrib_tripreport.core.catalogue.merging import merge_notes, split_talks
from sphinxcontrib_tripreport.core.catalogue.sessions import Sessions
from sphinxcontrib_tripreport.core.catalogue.speakers import People
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report
from sphinxcontrib_tripreport.core.model.talk import Talk


@dataclass(frozen=True, slots=True)
class TalkJoiner:
    """Puts notes together as talks, with what is known around them."""

    events: Mapping[str, Event]
    reports: Mapping[str, Report]
    people: People
    sessions: Sessions
    problems: list[Problem]
    """Where contradictions are added."""

    def talks(self, notes: Iterable[Note]) -> list[Talk]:
        """The talks that notes are on, in the order of their first notes."""
        groups = group_notes(notes, self.sessions.key)
        return [talk for group in groups for talk in self._of_group(group)]

    def _of_group(self, group: NoteGroup) -> Iterator[Talk]:
        if len(group.notes) > 1:
            group.notes.sort(key=lambda note: note_order(note, self.reports))
        talks = split_talks(group.notes, self.people, self.sessions.official_of, self.problems)
        for number, same in enumerate(talks, 1):
            suffix = suffix_of(same[0], number)
            # What other sites say of a talk that we noted is said there.
            own = [note for note in same if not note.site] or same
            talk = merge_notes(
                own,
                group.name + suffix,
                group.key + suffix,
                self.events.get(group.event),
                self.people,
                self.problems,
                report_date(own[0], self.reports),
                self.sessions.official_of(own[0]),
            )
            yield replace(talk, notes=tuple(same)) if len(own) < len(same) else talk
