"""The records of the document that is being read, kept until all that they say is known.

A record is made when its directive is parsed or its pattern is tried: keys and anchors are given
in the order of the document. Only later it is known what Sphinx makes of its words (translations,
typographic quotes, substitutions) and which day the heading above it names. So what is learned
later is put down beside the record, and each is completed once, when its document is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker

_UNFINISHED = "tripreport_unfinished"
_TAKEAWAYS = "tripreport_takeaways"

_Record = TypeVar("_Record", "Note", "Speaker", "Event")


class Unfinished:
    """The records of one document, and what became known of each after it was made."""

    def __init__(self) -> None:
        from sphinxcontrib_tripreport.core.options.earlier_notes import EarlierNotes

        self.notes = EarlierNotes()
        self.speakers: list[Speaker] = []
        self.events: list[Event] = []
        self._learned: defaultdict[str, dict[str, Any]] = defaultdict(dict)

    def records(self) -> Iterator[Note | Speaker | Event]:
        """All of them, as they were made."""
        yield from self.notes
        yield from self.speakers
        yield from self.events

    def learn(self, record: Note | Speaker | Event, **fields: Any) -> None:
        """Have a record say something else, or more, when it is completed."""
        self._learned[anchor_of(record)].update(fields)

    def complete(self, records: Iterable[_Record]) -> list[_Record]:
        """The records of one kind with all that was learned of them."""
        return [
            replace(record, **learned)
            if (learned := self._learned.get(anchor_of(record)))
            else record
            for record in records
        ]


def anchor_of(record: Note | Speaker | Event) -> str:
    """The anchor of a record of a document: no two in one document have the same."""
    return record.target.anchor if record.target is not None else ""


def note_takeaway(env: BuildEnvironment) -> None:
    """Keep that the document that is being read has takeaways or actions."""
    env.current_document[_TAKEAWAYS] = True


def has_takeaways(env: BuildEnvironment) -> bool:
    """Whether it has any: they are looked for when all of it is read."""
    return bool(env.current_document.get(_TAKEAWAYS))


def forget_unfinished(env: BuildEnvironment) -> None:
    """Forget the records of the document that is being read."""
    env.current_document[_UNFINISHED] = Unfinished()
    env.current_document[_TAKEAWAYS] = False


def has_unfinished(env: BuildEnvironment) -> bool:
    """Whether the document that is being read has any records."""
    return _UNFINISHED in env.current_document


def unfinished_in(env: BuildEnvironment) -> Unfinished:
    """The records of the document that is being read."""
    current = env.current_document
    unfinished: Unfinished | None = current.get(_UNFINISHED)
    if unfinished is None:
        unfinished = current[_UNFINISHED] = Unfinished()
    return unfinished
