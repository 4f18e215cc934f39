"""People who do not want to be named: their names are taken out of all that was read. Pure.

What comes after never sees them: no page, index, list, filter or export can have them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.text.names import name_key

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.model.records import Note, Report, Speaker, Takeaway


def without_withheld(records: Records, problems: list[Problem]) -> Records:
    """The records without the names of people who are withheld.

    :param problems: where people are added whom another place describes
    """
    withheld = [person for person in records.speakers if person.withheld]
    if not withheld:
        return records
    names = frozenset(name for person in withheld for name in _names_of(person))
    problems.extend(_described_elsewhere(records.speakers, names))
    return replace(
        records,
        notes=tuple(_note(note, names) for note in records.notes),
        reports={name: _report(report, names) for name, report in records.reports.items()},
        speakers=tuple(each for each in records.speakers if names.isdisjoint(_names_of(each))),
        takeaways=tuple(_takeaway(each, names) for each in records.takeaways),
        programmes={key: _programme(each, names) for key, each in records.programmes.items()},
    )


def _names_of(person: Speaker) -> Iterator[str]:
    yield person.key
    yield from map(name_key, filter(None, (person.name, *person.aliases, person.other_key)))


def _described_elsewhere(people: Iterable[Speaker], names: Set[str]) -> Iterator[Problem]:
    for person in people:
        if not person.withheld and not names.isdisjoint(_names_of(person)):
            yield Problem(
                Subtype.DUPLICATE,
                f"“{person.name}” is withheld in one place and described in another: expected"
                " one of them. To be safe, nothing of the description is shown.",
                person.line,
                person.described.docname if person.described else "",
                person.included_at,
            )


def _note(note: Note, names: Set[str]) -> Note:
    kept = tuple(person for person in note.speakers if name_key(person.name) not in names)
    gone = len(note.speakers) - len(kept)
    return replace(note, speakers=kept, withheld=gone) if gone else note


def _report(report: Report, names: Set[str]) -> Report:
    kept = _not_in(report.authors, names)
    gone = len(report.authors) - len(kept)
    return replace(report, authors=kept, withheld=gone) if gone else report


def _takeaway(takeaway: Takeaway, names: Set[str]) -> Takeaway:
    is_gone = takeaway.owner and name_key(takeaway.owner) in names
    return replace(takeaway, owner="") if is_gone else takeaway


def _programme(programme: Programme, names: Set[str]) -> Programme:
    sessions = [
        replace(session, people=kept) if len(kept) < len(session.people) else session
        for session in programme.sessions
        for kept in [tuple(each for each in session.people if name_key(each.name) not in names)]
    ]
    return replace(programme, sessions=sessions)


def _not_in(written: Sequence[str], names: Set[str]) -> tuple[str, ...]:
    return tuple(name for name in written if name_key(name) not in names)
